//! A resident (cử tri, người dân): someone who has written to the bot in private.

use jiff::Timestamp;

use super::{
    conversation::CONSENT_VERSION,
    ids::{AreaCode, Language, UserId},
};

/// What is kept of a person: as little as possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// Their Telegram user.
    pub id: UserId,
    /// The name they show in Telegram.
    pub name: String,
    /// The language the bot speaks with them.
    pub language: Language,
    /// Whether they chose the language, or we took it from their app.
    pub language_chosen: bool,
    /// Where they live.
    pub area: Option<AreaCode>,
    /// The consent text they agreed to, and when.
    pub consent: Option<(u32, Timestamp)>,
    /// Whether they have blocked the bot.
    pub blocked: bool,
}

impl Resident {
    /// Whether they agreed to the consent text in force.
    #[must_use]
    pub fn has_consented(&self) -> bool {
        self.consent
            .is_some_and(|(version, _)| version == CONSENT_VERSION)
    }
}
