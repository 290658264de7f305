//! Every sentence the bot says: pure functions from facts to a [`Message`]; the texts are in `locales/`.
//!
//! Nothing here decides anything. Start with [`catalog::Words`], the speaker of one language.

pub(crate) mod answer;
pub(crate) mod card;
mod clock;
mod core;
pub(crate) mod meeting;
mod office;
mod paper;
mod people;
pub mod question;
pub(crate) mod triage;

// A module is called by what it is about, not by the shelf it stands on.
pub(crate) use self::answer::{
    approval, correction, exchanged, judgement, promise, resolution, template, together,
};
pub(crate) use self::card::{assess, assign, card_menu, casework};
pub(crate) use self::clock::{
    board, call_back, digest, figures, issue, limits, listing, reminder, report, tasks,
};
pub(crate) use self::core::lines;
pub use self::core::plain;
pub(crate) use self::core::{catalog, group, help, html, keyboard, prompt, refusal};
pub(crate) use self::meeting::{attend, check_in, live, plan, reserve, speakers, ticket};
pub(crate) use self::office::{audit, bans, broadcast, consultation, handover, roles, trouble};
pub(crate) use self::paper::{entry, entry_lines, on_paper, slip};
pub(crate) use self::people::{data_request, my_data, privacy, resident, settings};
pub(crate) use self::question::{
    attachment, encoding, follow, follow_up, gate, oblige, place, points, search, similar,
};
pub(crate) use self::triage::{guidance, publishing, site};

use crate::{
    chat::outgoing::{File, InlineAnswer, Keyboard, Picture},
    domain::{
        ids::ChatId,
        redaction,
        report::{
            ReportWish,
            changes::Kept,
            issue::{IssuedPaper, ReadyPaper},
        },
        text,
    },
};

pub use catalog::{Catalog, Style, Words};
pub use html::Html;

/// Words and buttons, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The words.
    pub html: Html,
    /// The buttons.
    pub keyboard: Option<Keyboard>,
}

impl Message {
    /// Words without buttons.
    #[must_use]
    pub(crate) fn plain(html: Html) -> Self {
        Self {
            html,
            keyboard: None,
        }
    }

    /// Words with buttons.
    #[must_use]
    pub(crate) fn with(html: Html, keyboard: Keyboard) -> Self {
        Self {
            html,
            keyboard: Some(keyboard),
        }
    }
}

/// How people are named to whoever reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// In private, to those who may know them.
    InFull,
    /// In a group: initials, and words without what tells who it is.
    Initials,
}

impl Naming {
    /// What may be read in this chat by those who may know the people.
    #[must_use]
    pub(crate) fn in_chat(chat: ChatId) -> Self {
        if chat.is_private() {
            Self::InFull
        } else {
            Self::Initials
        }
    }

    /// Somebody's name. Whoever has no letters in it stays nameless.
    #[must_use]
    pub(crate) fn name(self, name: &str) -> String {
        match self {
            Self::InFull => name.to_owned(),
            Self::Initials => Some(text::initials(name))
                .filter(|initials| !initials.is_empty())
                .unwrap_or_else(|| "…".to_owned()),
        }
    }

    /// What somebody wrote about their matter.
    #[must_use]
    pub(crate) fn words(self, written: &str) -> String {
        match self {
            Self::InFull => written.to_owned(),
            Self::Initials => redaction::on_card(written, None),
        }
    }
}

/// What a chat is to read of something that was looked up for it.
#[derive(Debug, Default)]
pub struct Found {
    /// In order; none: there is nothing to say.
    pub(crate) messages: Vec<Message>,
    /// Pictures, each with what it shows in words.
    pub(crate) pictures: Vec<(Picture, Html)>,
    /// What does not fit into messages, each with the words under it.
    pub(crate) files: Vec<(File, Html)>,
    /// The answer to what somebody typed behind the bot's name.
    pub(crate) inline: Option<InlineAnswer>,
    /// What the paper is that was made: where it is told, it is decided what becomes of it.
    pub(crate) paper: Option<Paper>,
}

/// A paper of the office that was made or looked up.
#[derive(Debug)]
pub(crate) enum Paper {
    /// The file is a draft of it.
    Draft(ReportWish),
    /// It is to be issued.
    Ready(Box<ReadyPaper>),
    /// It was issued before, and its questions stand so now.
    Issued(Box<IssuedPaper>, Kept),
}

impl From<Message> for Found {
    fn from(message: Message) -> Self {
        Self {
            messages: vec![message],
            ..Self::default()
        }
    }
}

/// A sentence of the catalogue as HTML: variables are escaped, unless they are [`Html`] already.
macro_rules! say {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::html::Html::trusted(i18n_embed_fl::fl!(
            $words.loader(), $key $(, $name = $crate::messages::html::Fragment::fragment(&$value))*
        ))
    };
}
pub(crate) use say;

/// News for the author of a question: which it is, who has it, by when it is answered, and what else the sentence wants.
macro_rules! news {
    ($words:expr, $question:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::Message::plain($crate::messages::say!(
            $words,
            $key,
            code = $question.code,
            body = $words.body(&$question.body),
            due = $words.day($question.due_on)
            $(, $name = $value)*
        ))
    };
}
pub(crate) use news;

/// A sentence of the catalogue as plain text, for buttons and toasts: nothing is escaped.
macro_rules! label {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($words.loader(), $key $(, $name = $value)*)
    };
}
pub(crate) use label;
