//! What a clerk enters for somebody without Telegram (nhập hộ): one step after the other, with a way back.
//!
//! Start with [`Entry`]; what it still needs says [`Entry::step`], what comes of it [`Entry::ready`].

pub(crate) mod typed;

use super::{
    code::OpinionSlip,
    ids::{AreaCode, CategoryCode, ChatId, EntryId, MeetingCode, SpeakerId, UserId},
    keyword::keywords,
    phone::Phone,
    question::Source,
};

/// The longest name that is kept, in UTF-16 units.
pub(crate) const MAX_NAME: usize = 100;

/// An entry left alone for so long, in seconds, is forgotten: it holds a person's name and phone.
pub(crate) const KEPT_SECONDS: i64 = 86_400;

keywords! {
    /// What is asked for.
    pub enum Step {
        /// Whose question it is.
        Name = "name",
        /// How to reach them.
        Phone = "phone",
        /// How it reached the council.
        Source = "source",
        /// At which meeting it was spoken.
        Meeting = "meeting",
        /// Where.
        Area = "area",
        /// What.
        Text = "text",
        /// Which category.
        Category = "category",
        /// Everything once more.
        Preview = "preview",
    }
}

/// What was entered so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its row; buttons carry it.
    pub(crate) id: EntryId,
    /// Who enters it.
    pub(crate) clerk: UserId,
    /// Where: the office's group, or the clerk's private chat.
    pub(crate) chat: ChatId,
    /// What is asked for now.
    pub(crate) step: Step,
    /// Whose question it is; `None`: not given.
    pub(crate) name: Option<String>,
    /// How to reach them.
    pub(crate) phone: Option<Phone>,
    /// How it reached the council.
    pub(crate) source: Option<Source>,
    /// The meeting it was spoken at.
    pub(crate) meeting: Option<MeetingCode>,
    /// The speaker whose opinion it is.
    pub(crate) speaker: Option<SpeakerId>,
    /// The printed slip that it stands on.
    pub(crate) slip: Option<OpinionSlip>,
    /// Where.
    pub(crate) area: Option<AreaCode>,
    /// Which category.
    pub(crate) category: Option<CategoryCode>,
    /// The words.
    pub(crate) text: Option<String>,
}

/// An entry that lacks nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadyEntry {
    /// How it reached the council.
    pub(crate) source: Source,
    /// Where.
    pub(crate) area: AreaCode,
    /// Which category.
    pub(crate) category: CategoryCode,
    /// The words.
    pub(crate) text: String,
}

impl Entry {
    /// The steps of this entry, in order. Of a speaker or a slip, who it is and where it was said is known.
    fn path(&self) -> Vec<Step> {
        if self.speaker.is_some() || self.slip.is_some() {
            return vec![Step::Text, Step::Area, Step::Category, Step::Preview];
        }
        let mut path = vec![Step::Name, Step::Phone, Step::Source];
        if self.source == Some(Source::Meeting) {
            path.push(Step::Meeting);
        }
        path.extend([Step::Area, Step::Text, Step::Category, Step::Preview]);
        path
    }

    /// The step after this one. An area that is known of a speaker is not asked for.
    #[must_use]
    pub(crate) fn forward(self) -> Self {
        let path = self.path();
        let at = path.iter().position(|step| *step == self.step);
        let is_known = |step: &Step| match step {
            Step::Area => self.area.is_some() && self.step != Step::Area,
            // Words that were typed before they were asked for.
            Step::Text => self.text.is_some(),
            _ => false,
        };
        let next = path
            .iter()
            .skip(at.map_or(0, |at| at + 1))
            .find(|step| !is_known(step));
        let step = next.copied().unwrap_or(Step::Preview);
        Self { step, ..self }
    }

    /// At the first step that is not known yet.
    #[must_use]
    pub(crate) fn at_what_lacks(self) -> Self {
        let lacks = |step: &Step| match step {
            Step::Text => self.text.is_none(),
            Step::Area => self.area.is_none(),
            Step::Category => self.category.is_none(),
            _ => false,
        };
        let step = self.path().into_iter().find(lacks);
        Self {
            step: step.unwrap_or(Step::Preview),
            ..self
        }
    }

    /// The step before this one; the first one stays.
    #[must_use]
    pub(crate) fn back(self) -> Self {
        let path = self.path();
        let at = path.iter().position(|step| *step == self.step);
        let before = at
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| path.get(at));
        let step = before.copied().unwrap_or(self.step);
        Self { step, ..self }
    }

    /// Whether there is a step before this one.
    #[must_use]
    pub(crate) fn is_first(&self) -> bool {
        self.path().first() == Some(&self.step)
    }

    /// Everything a question is made of; `None` while something is missing.
    #[must_use]
    pub(crate) fn ready(&self) -> Option<ReadyEntry> {
        let source = self.source?;
        if source == Source::Meeting && self.meeting.is_none() {
            return None;
        }
        Some(ReadyEntry {
            source,
            area: self.area.clone()?,
            category: self.category.clone()?,
            text: self.text.clone()?,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::keyword::Keyword;

    pub(super) fn entry() -> Entry {
        Entry {
            id: EntryId(1),
            clerk: UserId(7),
            chat: ChatId(7),
            step: Step::Name,
            name: None,
            phone: None,
            source: None,
            meeting: None,
            speaker: None,
            slip: None,
            area: None,
            category: None,
            text: None,
        }
    }

    fn walk(mut entry: Entry) -> Vec<Step> {
        let mut steps = vec![entry.step];
        while entry.step != Step::Preview {
            entry = entry.forward();
            steps.push(entry.step);
        }
        steps
    }

    #[test]
    fn the_meeting_is_asked_for_only_where_it_was_spoken() {
        assert!(!walk(entry()).contains(&Step::Meeting));
        let spoken = Entry {
            source: Some(Source::Meeting),
            ..entry()
        };
        assert_eq!(walk(spoken), Step::ALL);
    }

    #[test]
    fn back_leads_the_same_way() {
        for source in Source::ALL {
            let mut entry = Entry {
                source: Some(*source),
                ..entry()
            };
            let forth = walk(entry.clone());
            entry.step = Step::Preview;
            let mut back = vec![entry.step];
            while !entry.is_first() {
                entry = entry.back();
                back.push(entry.step);
            }
            back.reverse();
            assert_eq!(forth, back);
            assert_eq!(entry.clone().back(), entry);
        }
    }

    #[test]
    fn of_a_speaker_only_the_words_are_asked_for_where_the_area_is_known() {
        let spoken = Entry {
            source: Some(Source::Meeting),
            speaker: Some(SpeakerId(1)),
            area: Some(AreaCode::new("dong-van")),
            step: Step::Text,
            ..entry()
        };
        assert_eq!(walk(spoken), [Step::Text, Step::Category, Step::Preview]);
    }

    #[test]
    fn an_opinion_of_a_meeting_needs_its_meeting() {
        let mut whole = Entry {
            source: Some(Source::Meeting),
            area: Some(AreaCode::new("dong-van")),
            category: Some(CategoryCode::new("land")),
            text: Some("Đường ngập mỗi khi mưa".to_owned()),
            ..entry()
        };
        assert_eq!(whole.ready(), None);
        whole.meeting = Some(MeetingCode::new("DV01"));
        assert!(whole.ready().is_some());
    }
}
