//! The methods of the Bot API, by family. Each takes the world and the parameters, and answers as
//! Telegram would.
//!
//! Parameters were checked against the table before; what is checked here is their meaning.
//! `getUpdates` is the only one that waits, so it lives apart in `updates.rs`.

mod access;
mod answers;
mod chats;
mod delete;
mod edit;
mod manage;
mod send;
mod settings;
pub(crate) mod table;
mod text;
mod topics;
pub(crate) mod updates;

use serde_json::Value;

use super::errors::{ApiError, ApiResult};
use super::params::Params;
use super::world::State;

/// Does what the method says. `None` means that the emulator does not know the method.
pub(crate) fn run(state: &mut State, method: &str, params: &Params) -> ApiResult<Value> {
    send::run(state, method, params)
        .or_else(|| send::media::run(state, method, params))
        .or_else(|| send::polls::run(state, method, params))
        .or_else(|| send::pass_on::run(state, method, params))
        .or_else(|| edit::run(state, method, params))
        .or_else(|| delete::run(state, method, params))
        .or_else(|| answers::run(state, method, params))
        .or_else(|| chats::run(state, method, params))
        .or_else(|| manage::run(state, method, params))
        .or_else(|| topics::run(state, method, params))
        .or_else(|| settings::run(state, method, params))
        .or_else(|| updates::run(state, method, params))
        .unwrap_or_else(|| {
            Err(ApiError::bad(format!(
                "emulator: method {method} is not implemented"
            )))
        })
}

/// Whether a call counts for the flood limits.
pub(crate) fn is_paced(method: &str) -> bool {
    let sends = ["send", "edit", "copy", "forward"]
        .iter()
        .any(|verb| method.starts_with(verb));
    sends && method != "sendChatAction" && !method.ends_with("ForumTopic")
}
