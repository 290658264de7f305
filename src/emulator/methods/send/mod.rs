//! Sending: texts, places, contacts, polls, dice; files are in `media.rs`.

pub(super) mod media;
pub(super) mod pass_on;
pub(super) mod polls;

use serde_json::{Map, Value, json};

use super::{access, text};
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::keyboards;
use crate::emulator::params::Params;
use crate::emulator::world::{NewMessage, State};

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "sendMessage" => send_with(state, params, |state, params| text::text(state, params)),
        "sendLocation" => send_with(state, params, |_, params| location(params)),
        "sendVenue" => send_with(state, params, |_, params| venue(params)),
        "sendContact" => send_with(state, params, |_, params| Ok(contact(params))),
        "sendChatAction" => chat_action(state, params),
        _ => return None,
    })
}

/// Checks where the message goes, makes its content, posts it.
pub(super) fn send_with(
    state: &mut State,
    params: &Params,
    content: impl FnOnce(&mut State, &Params) -> ApiResult<Map<String, Value>>,
) -> ApiResult<Value> {
    let destination = destination(state, params)?;
    let content = content(state, params)?;
    let markup = keyboards::read(params)?;
    let chat_id = destination.chat_id;
    if let (Some(markup), false) = (&markup, state.chats[&chat_id].is_private()) {
        keyboards::check_for_group(markup)?;
    }
    let id = state.post(NewMessage {
        markup,
        ..destination.saying(content)
    });
    Ok(state.wire(chat_id, id).unwrap_or_default())
}

/// Chat, topic and replied-to message of a call that sends, all checked. Its content holds only
/// what does not depend on what is said.
pub(super) fn destination(state: &State, params: &Params) -> ApiResult<NewMessage> {
    let chat_id = access::writable(state, params)?;
    let thread_id = access::thread(state, chat_id, params)?;
    let reply = access::reply(state, chat_id, params)?;
    let mut content = Map::new();
    if let Some(quote) = reply.quote {
        content.insert("quote".into(), quote);
    }
    if params.flag("protect_content") {
        content.insert("has_protected_content".into(), json!(true));
    }
    Ok(NewMessage {
        chat_id,
        from: state.bot.id,
        thread_id,
        reply_to: reply.message_id,
        content,
        ..NewMessage::default()
    })
}

fn location(params: &Params) -> ApiResult<Map<String, Value>> {
    let (Some(latitude), Some(longitude)) = (params.float("latitude"), params.float("longitude"))
    else {
        return Err(ApiError::bad("wrong location coordinates"));
    };
    if latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        return Err(ApiError::bad("wrong location coordinates"));
    }
    Ok(Map::from_iter([(
        "location".to_owned(),
        json!({ "latitude": latitude, "longitude": longitude }),
    )]))
}

fn venue(params: &Params) -> ApiResult<Map<String, Value>> {
    let mut content = location(params)?;
    let venue = json!({
        "location": content["location"],
        "title": params.text("title"),
        "address": params.text("address"),
    });
    content.insert("venue".into(), venue);
    Ok(content)
}

fn contact(params: &Params) -> Map<String, Value> {
    let mut contact = json!({
        "phone_number": params.text("phone_number"),
        "first_name": params.text("first_name"),
    });
    if let Some(last_name) = params.text("last_name") {
        contact["last_name"] = json!(last_name);
    }
    Map::from_iter([("contact".to_owned(), contact)])
}

fn chat_action(state: &State, params: &Params) -> ApiResult<Value> {
    const ACTIONS: [&str; 11] = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    access::writable(state, params)?;
    let action = params.text("action").unwrap_or_default();
    if ACTIONS.contains(&action.as_str()) {
        Ok(json!(true))
    } else {
        Err(ApiError::bad("wrong parameter action in request"))
    }
}
