//! Questions the app asks on a person's behalf and the bot's answers: button presses and inline
//! queries.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::emulator::keyboards::Markup;

/// A button press waiting for its acknowledgement.
#[derive(Clone, Debug)]
pub(crate) struct Callback {
    pub(crate) from: i64,
    pub(crate) chat_id: i64,
    pub(crate) message_id: i64,
    pub(crate) data: String,
    /// Emulator time, Unix seconds.
    pub(crate) asked_at: i64,
    pub(crate) answer: Option<CallbackAnswer>,
}

/// What the bot said to a button press.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CallbackAnswer {
    /// The notice, empty for none.
    pub text: String,
    /// A window to close instead of a passing notice.
    pub show_alert: bool,
    /// An address to open.
    pub url: Option<String>,
}

/// An inline query waiting for results.
#[derive(Clone, Debug)]
pub(crate) struct InlineQuery {
    pub(crate) from: i64,
    pub(crate) query: String,
    pub(crate) asked_at: i64,
    pub(crate) answer: Option<Value>,
    /// What each result, by id, will say in a chat.
    pub(crate) ready: HashMap<String, (Map<String, Value>, Option<Markup>)>,
}

impl Callback {
    /// The press as the page sees it.
    pub(crate) fn page(&self) -> Value {
        let answer = self.answer.clone().unwrap_or_default();
        json!({
            "answered": self.answer.is_some(), "text": answer.text,
            "show_alert": answer.show_alert, "url": answer.url,
            "user_id": self.from, "chat_id": self.chat_id,
            "message_id": self.message_id, "data": self.data,
        })
    }
}

impl InlineQuery {
    pub(crate) fn new(from: i64, query: &str, asked_at: i64) -> Self {
        Self {
            from,
            query: query.to_owned(),
            asked_at,
            answer: None,
            ready: HashMap::new(),
        }
    }

    /// The query as the page sees it.
    pub(crate) fn page(&self) -> Value {
        json!({
            "answered": self.answer.is_some(), "user_id": self.from, "query": self.query,
            "results": self.answer.as_ref().map_or(Value::Null, |answer| answer["results"].clone()),
            "answer": self.answer,
        })
    }
}
