//! Whether the bot can reach a chat, and what it may do there.

use serde_json::{Value, json};

use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::html;
use crate::emulator::params::{Params, as_integer};
use crate::emulator::utf16;
use crate::emulator::world::{Chat, ChatKind, Message, State, Status};

/// The chat a parameter names; the bot can read it.
pub(super) fn chat(state: &State, params: &Params, name: &str) -> ApiResult<i64> {
    let not_found = || ApiError::bad("chat not found");
    let id = match params.values.get(name) {
        Some(value) => as_integer(value).or_else(|| by_username(state, value.as_str()?)),
        None => return Err(ApiError::bad(format!("{name} is empty"))),
    };
    let id = id.ok_or_else(not_found)?;
    let chat = state.chats.get(&id).ok_or_else(not_found)?;
    if let Some(to) = chat.migrated_to {
        return Err(ApiError::migrated(to));
    }
    if chat.is_private() {
        return Ok(id);
    }
    let what = match chat.kind {
        ChatKind::Supergroup => "supergroup",
        _ => "group",
    };
    match chat.members.get(&state.bot.id).map(|member| member.status) {
        None => Err(not_found()),
        Some(Status::Kicked) => Err(ApiError::forbidden(format!(
            "bot was kicked from the {what} chat"
        ))),
        Some(Status::Left) => Err(ApiError::forbidden(format!(
            "bot is not a member of the {what} chat"
        ))),
        Some(_) => Ok(id),
    }
}

// Only people have user names here.
fn by_username(state: &State, name: &str) -> Option<i64> {
    let name = name.strip_prefix('@')?;
    state
        .users
        .values()
        .find(|user| user.username.as_deref() == Some(name) && user.started)
        .map(|user| user.id)
}

/// The chat in `chat_id`; the bot can write there.
pub(super) fn writable(state: &State, params: &Params) -> ApiResult<i64> {
    let id = chat(state, params, "chat_id")?;
    if let Some(user) = state.users.get(&id) {
        if user.deactivated {
            return Err(ApiError::forbidden("user is deactivated"));
        }
        if !user.started {
            return Err(ApiError::forbidden(
                "bot can't initiate conversation with a user",
            ));
        }
        if user.blocked_bot {
            return Err(ApiError::forbidden("bot was blocked by the user"));
        }
    }
    Ok(id)
}

/// The topic to write in, checked.
pub(super) fn thread(state: &State, chat_id: i64, params: &Params) -> ApiResult<Option<i64>> {
    let Some(id) = params.integer("message_thread_id").filter(|id| *id != 0) else {
        return Ok(None);
    };
    let chat = &state.chats[&chat_id];
    // The general topic has the number 1, by which it cannot be written to.
    let Some(topic) = chat.topics.get(&id).filter(|_| chat.is_forum) else {
        return Err(ApiError::bad("message thread not found"));
    };
    if topic.closed && !may(state, chat, "can_manage_topics") {
        return Err(ApiError::bad("TOPIC_CLOSED"));
    }
    Ok(Some(id))
}

/// What a message answers.
#[derive(Debug, Default)]
pub(super) struct Reply {
    pub(super) message_id: Option<i64>,
    /// The `TextQuote` object, if a part of the message is quoted.
    pub(super) quote: Option<Value>,
}

/// The message that `reply_parameters` names, if it is there.
pub(super) fn reply(state: &State, chat_id: i64, params: &Params) -> ApiResult<Reply> {
    let Some(reply) = params.json("reply_parameters", "reply parameters")? else {
        return Ok(Reply::default());
    };
    let Some(id) = as_integer(&reply["message_id"]) else {
        return Err(ApiError::bad(
            "can't parse reply parameters: Can't find field \"message_id\"",
        ));
    };
    let elsewhere = as_integer(&reply["chat_id"]).filter(|other| *other != chat_id);
    if elsewhere.is_some() {
        return Err(ApiError::bad(
            "emulator: replies to another chat are not implemented",
        ));
    }
    if let Some(message) = state.message(chat_id, id) {
        return Ok(Reply {
            message_id: Some(id),
            quote: quote(message, &reply)?,
        });
    }
    if reply["allow_sending_without_reply"] == Value::Bool(true) {
        return Ok(Reply::default());
    }
    Err(ApiError::bad("message to be replied not found"))
}

/// The quoted part, which must be in the message word for word.
fn quote(message: &Message, reply: &Value) -> ApiResult<Option<Value>> {
    let Some(raw) = reply["quote"].as_str().filter(|quote| !quote.is_empty()) else {
        return Ok(None);
    };
    let is_html = reply["quote_parse_mode"]
        .as_str()
        .is_some_and(|mode| mode.eq_ignore_ascii_case("html"));
    let quote = if is_html {
        html::parse(raw)?.text
    } else {
        raw.to_owned()
    };
    let text = message.text().unwrap_or_default();
    match text.find(&quote) {
        Some(at) if utf16::len(&quote) <= 1_024 => Ok(Some(json!({
            "text": quote, "position": utf16::len(&text[..at]), "is_manual": true,
        }))),
        _ => Err(ApiError::bad("QUOTE_TEXT_INVALID")),
    }
}

/// Whether the bot has an administrator's right in the group.
pub(super) fn may(state: &State, chat: &Chat, right: &str) -> bool {
    chat.member(state.bot.id).may(right)
}

/// The message in `message_id`; `missing` is what to say if it is not there.
pub(super) fn message<'a>(
    state: &'a State,
    chat_id: i64,
    params: &Params,
    missing: &str,
) -> ApiResult<&'a Message> {
    let id = params
        .integer("message_id")
        .filter(|id| *id > 0)
        .ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    state
        .message(chat_id, id)
        .ok_or_else(|| ApiError::bad(missing))
}

/// The person in `user_id`.
pub(super) fn user(state: &State, params: &Params) -> ApiResult<i64> {
    let id = params
        .integer("user_id")
        .filter(|id| *id > 0)
        .ok_or_else(|| ApiError::bad("invalid user_id specified"))?;
    if state.person(id).is_none() {
        return Err(ApiError::bad("PARTICIPANT_ID_INVALID"));
    }
    Ok(id)
}
