//! Who acts: by which name, in which chat, in which language, with which rights, on which message, as seen in which
//! version. One shape for residents, delegates and clerks, in private and in groups.
//!
//! Made at the doors, once for every update, and handed on. It proves nothing by itself: rights are read when a step
//! asks for them, and `domain::permission` decides.

use std::cell::OnceCell;

use crate::{
    chat::incoming::Person,
    domain::{
        ids::{ChatId, Language, MessageId, UserId},
        meeting::speakers,
        permission::Rights,
        resident::{self, Resident},
        text,
    },
    handlers::{
        HandlerError,
        shared::{
            cx::{Cx, Outcome},
            deed::By,
            rights,
        },
    },
    messages::{Html, Message, Words},
};

/// The longest name of an officer that is kept, in UTF-16 units.
const MAX_NAME: usize = 64;

/// With which message somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    /// They pressed a button under this one: refusals go into an alert.
    Pressed(MessageId),
    /// They wrote or changed this one: edited later, what became of it follows.
    Wrote(MessageId),
    /// None that matters.
    Nothing,
}

impl On {
    /// With words that were kept: the message they came in, if it is known.
    pub(crate) fn kept(message: Option<MessageId>) -> Self {
        message.map_or(Self::Nothing, Self::Wrote)
    }
}

/// Whoever acts.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    /// Who.
    pub(crate) user: UserId,
    /// Their name: in a group as Telegram shows it, in private as they want to be called.
    pub(crate) name: String,
    /// As Telegram names them, for the profile.
    pub(crate) telegram_name: String,
    /// Where: a group, or their private chat.
    pub(crate) chat: ChatId,
    /// What is spoken there.
    pub(crate) language: Language,
    /// On which message.
    pub(crate) on: On,
    /// The version of the question that they saw when they decided.
    pub(crate) seen: Option<u32>,
    /// Whether they are known not to belong to the group in which they act.
    is_outsider: bool,
    /// Their profile, in their private chat.
    profile: Option<Resident>,
    rights: OnceCell<Rights>,
}

impl Actor {
    /// Somebody in a group, which reads the council's language.
    pub(crate) fn in_group(cx: &Cx<'_, '_>, person: &Person, chat: ChatId, on: On) -> Self {
        let name = name_of(&person.name);
        Self {
            user: person.id,
            telegram_name: profile_name(&person.name),
            name,
            chat,
            language: cx.council.default_language(),
            on,
            seen: None,
            is_outsider: false,
            profile: None,
            rights: OnceCell::new(),
        }
    }

    /// The same, who does not belong to the group: being there gives them nothing.
    pub(crate) fn as_outsider(&self) -> Self {
        Self {
            is_outsider: true,
            rights: OnceCell::new(),
            ..self.clone()
        }
    }

    /// Whether they do not belong to the group in which they act.
    pub(crate) fn is_outsider(&self) -> bool {
        self.is_outsider
    }

    /// Somebody in their private chat.
    pub(crate) fn in_private(resident: Resident, telegram_name: &str, on: On) -> Self {
        Self {
            user: resident.id,
            // Before consent no name is kept: whoever acts for the council still has one.
            name: name_of(if resident.name.is_empty() {
                telegram_name
            } else {
                &resident.name
            }),
            telegram_name: profile_name(telegram_name),
            chat: resident.id.private_chat(),
            language: resident.language,
            on,
            seen: None,
            is_outsider: false,
            profile: Some(resident),
            rights: OnceCell::new(),
        }
    }

    /// The profile of somebody who acts for themselves, which they do in their private chat only.
    ///
    /// # Errors
    /// [`HandlerError::NotInPrivate`]: a step of residents was taken in a group, a bug of ours.
    pub(crate) fn resident(&self) -> Result<&Resident, HandlerError> {
        self.profile.as_ref().ok_or(HandlerError::NotInPrivate)
    }

    /// The same, whose profile has changed.
    pub(crate) fn with_profile(&self, resident: Resident) -> Self {
        let on = Self::in_private(resident, &self.telegram_name, self.on);
        Self {
            seen: self.seen,
            ..on
        }
    }

    /// The same, on another message.
    pub(crate) fn on(&self, on: On) -> Self {
        Self { on, ..self.clone() }
    }

    /// The same, not on the message that was pressed: what is shown comes as a new one.
    pub(crate) fn anew(&self) -> Self {
        self.on(On::Nothing)
    }

    /// The same, deciding about a question as it was in this version.
    pub(crate) fn seeing(&self, version: u32) -> Self {
        Self {
            seen: Some(version),
            ..self.clone()
        }
    }

    /// The speaker of their language.
    pub(crate) fn words<'a>(&self, cx: &Cx<'a, '_>) -> Words<'a> {
        cx.words(self.language)
    }

    /// What they may do here, read once.
    pub(crate) fn rights(&self, cx: &Cx<'_, '_>) -> Result<&Rights, HandlerError> {
        if let Some(rights) = self.rights.get() {
            return Ok(rights);
        }
        let read = if self.is_outsider {
            rights::of_outsider(cx, self.user)?
        } else {
            rights::of(cx, self.user, self.chat)?
        };
        Ok(self.rights.get_or_init(|| read))
    }

    /// Who does what they do for a body: by name, wherever they do it. Never for a resident's own deeds.
    pub(crate) fn by(&self) -> By {
        By::Officer(self.user, self.name.clone())
    }

    /// Who and by which name, for what the store keeps of them.
    pub(crate) fn named(&self) -> (UserId, &str) {
        (self.user, &self.name)
    }

    /// The message under which they pressed.
    pub(crate) fn shown(&self) -> Option<MessageId> {
        match self.on {
            On::Pressed(shown) => Some(shown),
            On::Wrote(_) | On::Nothing => None,
        }
    }

    /// The message that they wrote.
    pub(crate) fn wrote(&self) -> Option<MessageId> {
        match self.on {
            On::Wrote(message) => Some(message),
            On::Pressed(_) | On::Nothing => None,
        }
    }

    /// Shows it in the message that was pressed, or in a new one.
    pub(crate) fn show(&self, cx: &mut Cx<'_, '_>, message: Message) -> Outcome {
        match self.shown() {
            Some(shown) => Ok(cx.replace(self.chat, shown, message)?),
            None => Ok(cx.reply(self.chat, message)?),
        }
    }

    /// A sentence that flashes up for whoever pressed, or comes as a message to whoever wrote.
    pub(crate) fn refuse(&self, cx: &mut Cx<'_, '_>, sentence: String) -> Outcome {
        if self.shown().is_none() {
            cx.reply(self.chat, Message::plain(Html::text(&sentence)))?;
        }
        cx.alert(sentence);
        Ok(())
    }
}

/// An officer's name as it is kept. Here names are cut, and nowhere else.
pub(crate) fn name_of(name: &str) -> String {
    text::truncate_utf16(&text::clean(name), MAX_NAME)
}

/// A name from the floor, as the list of speakers keeps it.
pub(crate) fn name_of_speaker(name: &str) -> String {
    text::truncate_utf16(name, speakers::MAX_NAME)
}

/// A name as the profile keeps it.
pub(crate) fn profile_name(name: &str) -> String {
    text::truncate_utf16(&text::clean(name), resident::MAX_NAME)
}
