//! Forwarding and copying.

use serde_json::{Map, Value, json};

use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::keyboards;
use crate::emulator::methods::{access, send, text};
use crate::emulator::params::{Params, as_integer};
use crate::emulator::world::{NewMessage, State};

pub(in crate::emulator::methods) fn run(
    state: &mut State,
    method: &str,
    params: &Params,
) -> Option<ApiResult<Value>> {
    Some(match method {
        "forwardMessage" => forward_one(state, params),
        "forwardMessages" => several(state, params, forwarded),
        "copyMessage" => copy_one(state, params),
        "copyMessages" => several(state, params, |state, chat, id| {
            let mut content = copied(state, chat, id)?;
            if params.flag("remove_caption") {
                content.retain(|name, _| !name.starts_with("caption"));
            }
            Ok(content)
        }),
        _ => return None,
    })
}

fn forward_one(state: &mut State, params: &Params) -> ApiResult<Value> {
    let destination = send::destination(state, params)?;
    let from = access::chat(state, params, "from_chat_id")?;
    let id = access::message(state, from, params, "message to forward not found")?.id;
    let content = forwarded(state, from, id)?;
    let chat_id = destination.chat_id;
    let new = state.post(destination.saying(content));
    Ok(state.wire(chat_id, new).unwrap_or_default())
}

fn copy_one(state: &mut State, params: &Params) -> ApiResult<Value> {
    let destination = send::destination(state, params)?;
    let from = access::chat(state, params, "from_chat_id")?;
    let id = access::message(state, from, params, "message to copy not found")?.id;
    let mut content = copied(state, from, id)?;
    if params.values.contains_key("caption") && !content.contains_key("text") {
        content.retain(|name, _| !name.starts_with("caption"));
        content.extend(text::caption(state, params)?);
    }
    let markup = keyboards::read(params)?;
    let new = state.post(NewMessage {
        markup,
        ..destination.saying(content)
    });
    Ok(json!({ "message_id": new }))
}

/// Passes on those of the messages that are there, in one go.
fn several(
    state: &mut State,
    params: &Params,
    content: impl Fn(&State, i64, i64) -> ApiResult<Map<String, Value>>,
) -> ApiResult<Value> {
    let destination = send::destination(state, params)?;
    let from = access::chat(state, params, "from_chat_id")?;
    let ids: Vec<i64> = params
        .json("message_ids", "message identifiers")?
        .as_ref()
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(as_integer)
        .collect();
    if ids.len() > 100 {
        return Err(ApiError::bad("too many message identifiers specified"));
    }
    if !ids.is_sorted_by(|a, b| a < b) {
        return Err(ApiError::bad(
            "message identifiers must be in a strictly increasing order",
        ));
    }
    let contents: Vec<_> = ids
        .into_iter()
        .filter_map(|id| content(state, from, id).ok())
        .collect();
    if contents.is_empty() {
        return Err(ApiError::bad("there are no messages to forward"));
    }
    let sent: Vec<Value> = contents
        .into_iter()
        .map(|content| {
            let id = state.post(destination.clone().saying(content));
            json!({ "message_id": id })
        })
        .collect();
    Ok(json!(sent))
}

fn forwarded(state: &State, chat_id: i64, id: i64) -> ApiResult<Map<String, Value>> {
    let message = state
        .message(chat_id, id)
        .ok_or_else(|| ApiError::bad("message to forward not found"))?;
    if message.service || message.content.contains_key("has_protected_content") {
        return Err(ApiError::bad("message can't be forwarded"));
    }
    let mut content = message.content.clone();
    content.remove("media_group_id");
    content.remove("quote");
    // Passing on what was passed on keeps the first author.
    content.entry("forward_origin").or_insert_with(|| {
        json!({ "type": "user", "date": message.date, "sender_user": state.user_wire(message.from) })
    });
    Ok(content)
}

fn copied(state: &State, chat_id: i64, id: i64) -> ApiResult<Map<String, Value>> {
    let message = state
        .message(chat_id, id)
        .ok_or_else(|| ApiError::bad("message to copy not found"))?;
    if message.service || message.content.contains_key("has_protected_content") {
        return Err(ApiError::bad("message can't be copied"));
    }
    let mut content = message.content.clone();
    content.retain(|name, _| {
        !["forward_origin", "media_group_id", "quote", "via_bot"].contains(&name.as_str())
    });
    Ok(content)
}
