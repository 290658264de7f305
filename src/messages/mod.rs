//! Every sentence the bot says: pure functions from facts to a [`Message`]; the texts are in `locales/`.
//!
//! Nothing here decides anything. Start with [`catalog::Words`], the speaker of one language.

pub mod answer;
pub mod approval;
pub mod assign;
pub mod attachment;
pub mod audit;
pub mod card;
pub mod card_menu;
pub mod casework;
pub mod catalog;
pub mod check_in;
pub mod correction;
pub mod digest;
pub mod entry;
pub mod figures;
pub mod follow;
pub mod follow_up;
pub mod gate;
pub mod group;
pub mod guidance;
pub mod handover;
pub mod help;
pub mod html;
pub mod judgement;
pub mod keyboard;
pub mod listing;
pub mod meeting;
pub mod on_paper;
pub mod place;
pub mod plain;
pub mod plan;
pub mod points;
pub mod promise;
pub mod question;
pub mod refusal;
pub mod reminder;
pub mod resident;
pub mod roles;
pub mod settings;
pub mod similar;
pub mod slip;
pub mod speakers;
pub mod template;
pub mod ticket;
pub mod triage;

use crate::chat::outgoing::Keyboard;

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
    pub fn plain(html: Html) -> Self {
        Self {
            html,
            keyboard: None,
        }
    }

    /// Words with buttons.
    #[must_use]
    pub fn with(html: Html, keyboard: Keyboard) -> Self {
        Self {
            html,
            keyboard: Some(keyboard),
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

/// A sentence of the catalogue as plain text, for buttons and toasts: nothing is escaped.
macro_rules! label {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($words.loader(), $key $(, $name = $value)*)
    };
}
pub(crate) use label;
