//! A resident (cử tri, người dân): someone who has written to the bot in private.

use jiff::Timestamp;

use crate::domain::{
    ids::{AreaCode, Language, UserId},
    keyword::keywords,
    redaction, text,
};

/// The consent text in force. A changed text gets a new number, and people are asked again.
pub(crate) const CONSENT_VERSION: u32 = 1;

/// So many areas a person may have: home, work, and a few more.
pub(crate) const MAX_AREAS: usize = 5;

/// The longest display name that is kept, in UTF-16 units; Telegram allows 64 + 64.
pub(crate) const MAX_NAME: usize = 128;

keywords! {
    /// What somebody has to do with an area.
    pub(crate) enum AreaRole {
        /// Nơi ở.
        Lives = "lives",
        /// Nơi làm việc.
        Works = "works",
        /// Quê, nơi có nhà đất, hội đoàn: anything else.
        Other = "other",
    }
}

keywords! {
    /// What somebody may not want to hear of. News on their own questions is not among these: it always comes.
    pub(crate) enum Topic {
        /// New meetings in their areas.
        NewMeetings = "meetings",
        /// Reminders before meetings they registered for.
        Reminders = "reminders",
        /// Announcements of what the council does, and surveys.
        Announcements = "announcements",
        /// News about water, power, roads, weather.
        Services = "services",
    }
}

keywords! {
    /// A switch of the profile, as the buttons carry it: what is wanted, so that a second tap changes nothing.
    pub(crate) enum Switch {
        /// Wanted.
        On = "on",
        /// Not wanted.
        Off = "off",
    }
}

/// An area of a person, with what they have to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnArea {
    /// Which one.
    pub(crate) area: AreaCode,
    /// What they have to do with it.
    pub(crate) role: AreaRole,
}

/// The name somebody wants to go by, cleaned; `None` for what can be no name.
#[must_use]
pub(crate) fn name_of(typed: &str) -> Option<String> {
    let name = text::clean(typed)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let is_name = letters >= 2
        && text::utf16_len(&name) <= MAX_NAME / 2
        && !name.chars().any(|c| c.is_ascii_digit())
        && !name.starts_with('/');
    is_name.then_some(name)
}

/// The longest name of an association, in UTF-16 units.
pub(crate) const MAX_ASSOCIATION: usize = 80;

/// The name of an association for which somebody says to speak, as it may be read by delegates; `None`: it can be none.
#[must_use]
pub(crate) fn association_of(typed: &str) -> Option<String> {
    let name = text::clean(typed)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let name = redaction::on_card(&name, None);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let is_name =
        letters >= 5 && text::utf16_len(&name) <= MAX_ASSOCIATION && !name.starts_with('/');
    is_name.then_some(name)
}

/// What is kept of a person: as little as possible.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the person, none excludes another"
)]
pub(crate) struct Resident {
    /// Their Telegram user.
    pub(crate) id: UserId,
    /// The name they show in Telegram, or the one they chose here.
    pub(crate) name: String,
    /// Whether they chose it here.
    pub(crate) name_chosen: bool,
    /// The language the bot speaks with them.
    pub(crate) language: Language,
    /// Whether they chose the language, or we took it from their app.
    pub(crate) language_chosen: bool,
    /// Their first area, mostly where they live: new questions are about it unless they say otherwise.
    pub(crate) area: Option<AreaCode>,
    /// What they have to do with it.
    pub(crate) area_role: AreaRole,
    /// Whether they want short sentences without signs.
    pub(crate) wants_plain_words: bool,
    /// The consent text they agreed to, and when.
    pub(crate) consent: Option<(u32, Timestamp)>,
    /// Whether they have blocked the bot.
    pub(crate) blocked: bool,
}

impl Resident {
    /// Whether they agreed to the consent text in force.
    #[must_use]
    pub(crate) fn has_consented(&self) -> bool {
        self.consent
            .is_some_and(|(version, _)| version == CONSENT_VERSION)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_association_is_a_name_without_anybodys_telephone() {
        assert_eq!(
            association_of("  Hội Nông dân\nphường Đồng Văn"),
            Some("Hội Nông dân phường Đồng Văn".to_owned())
        );
        let kept = association_of("Hội Phụ nữ thôn Chuông, gọi 0912345678").unwrap();
        assert!(!kept.contains("0912345678"), "{kept}");
        for typed in ["", "123456", "HND", "/caidat nông dân"] {
            assert_eq!(association_of(typed), None, "{typed:?}");
        }
        assert_eq!(association_of(&"Hội Nông dân ".repeat(20)), None);
    }

    #[test]
    fn a_name_is_letters_and_not_too_many() {
        assert_eq!(
            name_of("  Nguyễn\nThị \u{202e} Lan "),
            Some("Nguyễn Thị Lan".to_owned())
        );
        for typed in [
            "",
            "  ",
            "A",
            "0912345678",
            "Lan 0912345678",
            "/huy",
            "👍👍👍",
        ] {
            assert_eq!(name_of(typed), None, "{typed:?}");
        }
        assert_eq!(name_of(&"Lan ".repeat(30)), None);
    }
}
