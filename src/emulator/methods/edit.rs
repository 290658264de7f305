//! Changing what the bot has sent.

use serde_json::{Map, Value, json};

use super::{access, send::media, text};
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::keyboards::{self, Markup};
use crate::emulator::params::Params;
use crate::emulator::world::State;

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "editMessageText" => edit(state, params, |state, old| {
            if !old.contains_key("text") {
                return Err(ApiError::bad("there is no text in the message to edit"));
            }
            let new = text::text(state, params)?;
            Ok(replaced(old, ["text", "entities"], new))
        }),
        "editMessageCaption" => edit(state, params, |state, old| {
            if !CAPTIONED.iter().any(|field| old.contains_key(*field)) {
                return Err(ApiError::bad("there is no caption in the message to edit"));
            }
            let new = text::caption(state, params)?;
            Ok(replaced(old, ["caption", "caption_entities"], new))
        }),
        "editMessageReplyMarkup" => edit(state, params, |_, old| Ok(old.clone())),
        "editMessageMedia" => edit(state, params, |state, old| {
            let item = params.json("media", "media")?.unwrap_or_default();
            if old.contains_key("text") && !old.contains_key("link_preview_options") {
                return Err(ApiError::bad(
                    "emulator: turning a text into a file is not implemented",
                ));
            }
            let new = media::input_media(state, params, &item)?;
            let mut content = old.clone();
            content.retain(|name, _| KEPT.contains(&name.as_str()));
            content.extend(new);
            Ok(content)
        }),
        _ => return None,
    })
}

const CAPTIONED: [&str; 6] = ["photo", "document", "video", "audio", "voice", "animation"];

/// What stays of a message whose file is replaced.
const KEPT: [&str; 2] = ["media_group_id", "via_bot"];

fn replaced(
    old: &Map<String, Value>,
    fields: [&str; 2],
    new: Map<String, Value>,
) -> Map<String, Value> {
    let kept = old
        .iter()
        .filter(|(name, _)| !fields.contains(&name.as_str()));
    let mut content: Map<String, Value> = kept.map(|(n, v)| (n.clone(), v.clone())).collect();
    content.extend(new);
    content
}

/// Finds the bot's own message, makes its new content, and puts it in place unless nothing changed.
pub(super) fn edit(
    state: &mut State,
    params: &Params,
    content: impl FnOnce(&mut State, &Map<String, Value>) -> ApiResult<Map<String, Value>>,
) -> ApiResult<Value> {
    if params.has("inline_message_id") {
        return Err(ApiError::bad(
            "emulator: editing inline messages is not implemented",
        ));
    }
    if !params.has("chat_id") {
        return Err(ApiError::bad("message identifier is not specified"));
    }
    let chat_id = access::writable(state, params)?;
    let message = access::message(state, chat_id, params, "message to edit not found")?;
    let foreign = message.from != state.bot.id;
    let forwarded = message.content.contains_key("forward_origin");
    let keyboard = matches!(message.markup, Some(Markup::Reply(_)));
    if foreign || forwarded || keyboard || message.service {
        return Err(ApiError::bad("message can't be edited"));
    }
    let id = message.id;
    let old = message.content.clone();
    let new = content(state, &old)?;
    // Whoever edits without naming buttons takes them away.
    let markup = keyboards::read_inline(params)?;
    if new == old && markup.as_ref() == state.inline_markup(chat_id, id) {
        return Err(ApiError::bad(
            "message is not modified: specified new message content and reply markup are exactly \
             the same as a current content and reply markup of the message",
        ));
    }
    state.change(chat_id, id, |message| {
        message.content = new;
        message.markup = markup.map(Markup::Inline);
    });
    Ok(state.wire(chat_id, id).unwrap_or(json!(true)))
}
