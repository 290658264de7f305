//! An announcement (thông báo) of the office to many residents: written by one, approved by another, sent step by step.

use serde::{Deserialize, Serialize};

use crate::domain::{
    area::Area,
    attachment::Media,
    council::Council,
    ids::{AreaCode, BroadcastId, CategoryCode, ChatId, MeetingCode, UserId},
    keyword::keywords,
};

/// People put into the outbox in one transaction.
pub(crate) const STEP: u32 = 100;

/// While so many messages wait in the outbox, no further step is taken: people who ask something come first, and whoever
/// stops an announcement stops it soon.
pub(crate) const OUTBOX_FULL: u32 = 200;

/// Progress is shown at most this often, in seconds.
pub(crate) const SHOWN_EVERY: i64 = 15;

/// The longest text, in UTF-16 units; under a photo or file Telegram takes less.
pub(crate) const MAX_TEXT: usize = 3_500;

/// The longest text under a photo or file.
pub(crate) const MAX_UNDER_FILE: usize = 900;

keywords! {
    /// What it is about: everybody can switch each of them off.
    pub(crate) enum Subject {
        /// What the council does.
        Announcements = "announcements",
        /// Water, power, roads, weather.
        Services = "services",
    }
}

keywords! {
    /// How far it is.
    pub(crate) enum BroadcastState {
        /// It is being written.
        Draft = "draft",
        /// Somebody else has to approve it.
        Submitted = "submitted",
        /// It is being sent.
        Sending = "sending",
        /// Sending rests.
        Paused = "paused",
        /// It was stopped for good.
        Stopped = "stopped",
        /// Everybody has it who can have it.
        Done = "done",
        /// Its author gave it up before it was sent.
        Dropped = "dropped",
    }
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who agreed.
    Everybody,
    /// Whoever lives or works there, or has something else to do with it.
    Areas(Vec<AreaCode>),
    /// Whoever registered for a meeting, or waits for a seat.
    Meeting(MeetingCode),
    /// Whoever asked about this field, or supports what others asked.
    Field(CategoryCode),
    /// Whoever has a question that is not answered.
    OpenQuestions,
}

impl Audience {
    /// The areas with all that lies in them: somebody lives in a hamlet of the ward that is named.
    #[must_use]
    pub(crate) fn areas(&self, council: &Council) -> Vec<AreaCode> {
        let Self::Areas(chosen) = self else {
            return Vec::new();
        };
        let lies_in = |area: &Area| {
            chosen.contains(&area.code)
                || area
                    .parent
                    .as_ref()
                    .is_some_and(|parent| chosen.contains(parent))
        };
        let areas = council.areas.iter().filter(|area| lies_in(area));
        areas.map(|area| area.code.clone()).collect()
    }

    /// The word by which statements tell one kind from another.
    #[must_use]
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Areas(_) => "areas",
            Self::Meeting(_) => "meeting",
            Self::Field(_) => "field",
            Self::OpenQuestions => "open_questions",
        }
    }

    /// What else names them: the meeting, or the field.
    #[must_use]
    pub(crate) fn named(&self) -> Option<&str> {
        match self {
            Self::Meeting(meeting) => Some(meeting.as_str()),
            Self::Field(field) => Some(field.as_str()),
            Self::Everybody | Self::Areas(_) | Self::OpenQuestions => None,
        }
    }
}

/// A button that opens an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What the button says.
    pub label: String,
    /// Where it leads.
    pub address: String,
}

impl Link {
    /// Reads `label | https://…`; a button says at most 40 letters, and leads to the web by https.
    #[must_use]
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let (label, address) = typed.trim().rsplit_once(['|', '\n'])?;
        let (label, address) = (label.trim().trim_end_matches('|').trim(), address.trim());
        let host = address
            .strip_prefix("https://")?
            .split(['/', '?', '#'])
            .next()?;
        let is_address = host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && host
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':'))
            && !address.contains(char::is_whitespace)
            && address.len() <= 500;
        let is_label = !label.is_empty() && label.chars().count() <= 40;
        (is_address && is_label).then(|| Self {
            label: label.to_owned(),
            address: address.to_owned(),
        })
    }
}

/// What became of the messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Put on their way.
    pub queued: u32,
    /// Arrived.
    pub delivered: u32,
    /// To people who cannot be reached.
    pub blocked: u32,
    /// Refused for another reason.
    pub failed: u32,
    /// Under way when the program was killed: these people may have it twice.
    pub perhaps_twice: u32,
}

impl Tally {
    /// So many are on their way; of so many nobody knows, once nothing is.
    #[must_use]
    pub fn uncounted(self) -> u32 {
        self.queued
            .saturating_sub(self.delivered + self.blocked + self.failed)
    }
}

/// An announcement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Broadcast {
    /// Its row.
    pub id: BroadcastId,
    /// Who wrote it.
    pub author: UserId,
    /// By which name.
    pub author_name: String,
    /// Where they work on it.
    pub chat: ChatId,
    /// What it is about.
    pub(crate) subject: Subject,
    /// Who is told.
    pub audience: Audience,
    /// What is told.
    pub text: String,
    /// The photo or file that goes with it.
    pub media: Option<Media>,
    /// The button under it.
    pub link: Option<Link>,
    /// Why it may pass the quiet hours.
    pub urgent_because: Option<String>,
    /// How far it is.
    pub(crate) state: BroadcastState,
    /// Who approved it, by name.
    pub approved_name: Option<String>,
    /// Everybody up to this one is told.
    pub told_up_to: UserId,
    /// Whether nobody is left to be put on the way.
    pub is_told: bool,
    /// It rests since a backup was put back.
    pub(crate) is_held: bool,
    /// What became of the messages.
    pub tally: Tally,
}

impl Broadcast {
    /// Whether there is something to send.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !self.text.is_empty() || self.media.is_some()
    }

    /// Whether more people can be told now.
    #[must_use]
    pub(crate) fn may_go_on(&self) -> bool {
        self.state == BroadcastState::Sending && !self.is_told && !self.is_held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_leads_to_the_web_by_https_and_says_something() {
        let link =
            Link::parse("Xem lịch cắt nước | https://duytien.hanam.gov.vn/nuoc?a=1").unwrap();
        assert_eq!(link.label, "Xem lịch cắt nước");
        assert_eq!(link.address, "https://duytien.hanam.gov.vn/nuoc?a=1");
        assert!(Link::parse("Xem\nhttps://a.vn").is_some());
        for wrong in [
            "https://a.vn",
            " | https://a.vn",
            "Xem | http://a.vn",
            "Xem | https://localhost",
            "Xem | javascript:alert(1)",
            "Xem | https://a.vn b",
            "Xem | https://user@evil.vn",
            "Xem | tg://user?id=1",
            "",
        ] {
            assert_eq!(Link::parse(wrong), None, "{wrong}");
        }
        assert_eq!(
            Link::parse(&format!("{} | https://a.vn", "x".repeat(41))),
            None
        );
    }

    #[test]
    fn what_is_not_counted_is_what_has_come_to_no_end() {
        let tally = Tally {
            queued: 10,
            delivered: 6,
            blocked: 2,
            failed: 1,
            perhaps_twice: 0,
        };
        assert_eq!(tally.uncounted(), 1);
        assert_eq!(Tally::default().uncounted(), 0);
    }
}
