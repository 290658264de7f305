//! Polls and dice.

use serde_json::{Map, Value, json};

use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::methods::{access, send};
use crate::emulator::params::Params;
use crate::emulator::utf16;
use crate::emulator::world::{State, poll_wire};

pub(in crate::emulator::methods) fn run(
    state: &mut State,
    method: &str,
    params: &Params,
) -> Option<ApiResult<Value>> {
    Some(match method {
        "sendPoll" => send::send_with(state, params, poll),
        "stopPoll" => stop(state, params),
        "sendDice" => send::send_with(state, params, dice),
        _ => return None,
    })
}

fn poll(state: &mut State, params: &Params) -> ApiResult<Map<String, Value>> {
    let question = params.text("question").unwrap_or_default();
    let options = params.json("options", "options")?.unwrap_or_default();
    let texts: Vec<&str> = options
        .as_array()
        .into_iter()
        .flatten()
        .map(|option| {
            let text = option.as_str().or_else(|| option["text"].as_str());
            text.unwrap_or_default()
        })
        .collect();
    let why = match (utf16::len(question.trim()), texts.len()) {
        (0, _) => "poll question must be non-empty",
        (301.., _) => "poll question length must not exceed 300",
        (_, 0 | 1) => "poll must have at least 2 option",
        (_, 13..) => "poll can't have more than 12 options",
        _ if texts.iter().any(|text| text.trim().is_empty()) => "poll options must be non-empty",
        _ if texts.iter().any(|text| utf16::len(text) > 100) => {
            "poll options length must not exceed 100"
        }
        _ => "",
    };
    if !why.is_empty() {
        return Err(ApiError::bad(why));
    }
    let anonymous = !params.values.contains_key("is_anonymous") || params.flag("is_anonymous");
    let described = json!({
        "question": question, "options": options, "is_anonymous": anonymous,
        "type": params.text("type").unwrap_or_else(|| "regular".to_owned()),
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
    });
    let id = state.ids.digits();
    Ok(Map::from_iter([(
        "poll".to_owned(),
        poll_wire(&id, &described),
    )]))
}

fn stop(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = access::writable(state, params)?;
    let missing = "message with poll to stop not found";
    let message = access::message(state, chat_id, params, missing)?;
    let id = message.id;
    let Some(mut poll) = message.content.get("poll").cloned() else {
        return Err(ApiError::bad("message is not a poll"));
    };
    if message.from != state.bot.id {
        return Err(ApiError::bad("poll can't be stopped"));
    }
    if poll["is_closed"] == true {
        return Err(ApiError::bad("poll has already been closed"));
    }
    poll["is_closed"] = json!(true);
    let kept = poll.clone();
    state.change(chat_id, id, |message| {
        message.content.insert("poll".into(), kept);
    });
    state.tell("poll", &poll);
    Ok(poll)
}

fn dice(state: &mut State, params: &Params) -> ApiResult<Map<String, Value>> {
    let emoji = params.text("emoji").unwrap_or_else(|| "🎲".to_owned());
    let sides = match emoji.as_str() {
        "🎲" | "🎯" | "🎳" => 6,
        "🏀" | "⚽" => 5,
        "🎰" => 64,
        _ => return Err(ApiError::bad("DICE_EMOJI_INVALID")),
    };
    let value = 1 + state.ids.below(sides);
    Ok(Map::from_iter([(
        "dice".to_owned(),
        json!({ "emoji": emoji, "value": value }),
    )]))
}
