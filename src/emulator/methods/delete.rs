//! Deleting messages.

use serde_json::{Value, json};

use super::access;
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::params::{Params, as_integer};
use crate::emulator::world::{Message, State};

const TWO_DAYS: i64 = 48 * 3_600;

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "deleteMessage" => delete_one(state, params),
        "deleteMessages" => delete_many(state, params),
        _ => return None,
    })
}

fn delete_one(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = access::chat(state, params, "chat_id")?;
    let message = access::message(state, chat_id, params, "message to delete not found")?;
    deletable(state, chat_id, message)?;
    let id = message.id;
    state.delete_message(chat_id, id);
    Ok(json!(true))
}

/// Several at once; those that are gone already are skipped.
fn delete_many(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = access::chat(state, params, "chat_id")?;
    let ids: Vec<i64> = params
        .json("message_ids", "message identifiers")?
        .as_ref()
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(as_integer)
        .collect();
    if ids.is_empty() {
        return Err(ApiError::bad("message identifiers are not specified"));
    }
    if ids.len() > 100 {
        return Err(ApiError::bad("too many message identifiers specified"));
    }
    for id in &ids {
        if let Some(message) = state.message(chat_id, *id) {
            deletable(state, chat_id, message)?;
        }
    }
    for id in ids {
        if state.message(chat_id, id).is_some() {
            state.delete_message(chat_id, id);
        }
    }
    Ok(json!(true))
}

/// Own messages and everything in private for two days; anything for administrators who may.
fn deletable(state: &State, chat_id: i64, message: &Message) -> ApiResult<()> {
    let chat = &state.chats[&chat_id];
    let young = state.clock.now() - message.date < TWO_DAYS;
    if chat.is_private() {
        return if young {
            Ok(())
        } else {
            Err(ApiError::bad("message can't be deleted for everyone"))
        };
    }
    let own = message.from == state.bot.id;
    let birth = ["migrate_from_chat_id", "migrate_to_chat_id"]
        .iter()
        .any(|field| message.content.contains_key(*field));
    if !birth && (access::may(state, chat, "can_delete_messages") || (own && young)) {
        Ok(())
    } else {
        Err(ApiError::bad("message can't be deleted"))
    }
}
