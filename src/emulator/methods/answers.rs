//! Answering button presses and inline queries.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::text;
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::keyboards::{self, Markup};
use crate::emulator::params::Params;
use crate::emulator::utf16;
use crate::emulator::world::{CallbackAnswer, FeedKind, State};

const MAX_NOTICE: usize = 200;

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "answerCallbackQuery" => answer_callback(state, params),
        "answerInlineQuery" => answer_inline(state, params),
        _ => return None,
    })
}

fn too_old() -> ApiError {
    ApiError::bad("query is too old and response timeout expired or query ID is invalid")
}

fn answer_callback(state: &mut State, params: &Params) -> ApiResult<Value> {
    let id = params.text("callback_query_id").unwrap_or_default();
    let text = params.text("text").unwrap_or_default();
    if utf16::len(&text) > MAX_NOTICE {
        return Err(ApiError::bad("MESSAGE_TOO_LONG"));
    }
    let url = params.text("url").filter(|url| !url.is_empty());
    // Without a game only the bot's own deep links may be opened.
    let username = state.bot.username.as_deref().unwrap_or_default();
    let own = [
        format!("https://t.me/{username}?"),
        format!("t.me/{username}?"),
        format!("tg://resolve?domain={username}"),
    ];
    if let Some(url) = &url
        && !own.iter().any(|prefix| url.starts_with(prefix.as_str()))
    {
        return Err(ApiError::bad("URL_INVALID"));
    }
    let (now, ttl) = (state.clock.now(), state.callback_ttl);
    let callback = state
        .callbacks
        .get_mut(&id)
        .filter(|callback| callback.answer.is_none() && now - callback.asked_at <= ttl)
        .ok_or_else(too_old)?;
    callback.answer = Some(CallbackAnswer {
        text,
        show_alert: params.flag("show_alert"),
        url,
    });
    let (chat_id, mut page) = (callback.chat_id, callback.page());
    page["callback_query_id"] = json!(id);
    if let Value::Object(more) = page {
        let more = more
            .into_iter()
            .filter(|(name, _)| name != "chat_id")
            .collect();
        state
            .journal
            .publish(FeedKind::CallbackAnswered, Some(chat_id), more);
    }
    Ok(json!(true))
}

fn answer_inline(state: &mut State, params: &Params) -> ApiResult<Value> {
    let id = params.text("inline_query_id").unwrap_or_default();
    let results = params
        .json("results", "inline query results")?
        .unwrap_or_default();
    let Some(list) = results.as_array() else {
        return Err(ApiError::bad("expected an Array of InlineQueryResult"));
    };
    if list.len() > 50 {
        return Err(ApiError::bad("RESULTS_TOO_MUCH"));
    }
    check_paging(params)?;
    let mut ready = HashMap::new();
    for result in list {
        let result_id = result["id"].as_str().unwrap_or_default();
        if !(1..=64).contains(&result_id.len()) {
            return Err(ApiError::bad("RESULT_ID_INVALID"));
        }
        let content = result_content(state, result)?;
        let markup = result_markup(result)?;
        let before = ready.insert(result_id.to_owned(), (content, markup));
        if before.is_some() {
            return Err(ApiError::bad("RESULT_ID_DUPLICATE"));
        }
    }
    let (now, ttl) = (state.clock.now(), state.callback_ttl);
    let query = state
        .inline_queries
        .get_mut(&id)
        .filter(|query| query.answer.is_none() && now - query.asked_at <= ttl)
        .ok_or_else(too_old)?;
    let mut answer = params.values.clone();
    answer.insert("results".into(), results);
    query.answer = Some(Value::Object(answer));
    query.ready = ready;
    Ok(json!(true))
}

/// What goes with the results: where more begins, and the button above them.
fn check_paging(params: &Params) -> ApiResult<()> {
    let offset = params.text("next_offset").unwrap_or_default();
    if offset.len() > 64 {
        return Err(ApiError::bad("NEXT_OFFSET_INVALID"));
    }
    let Some(button) = params.json("button", "inline query results button")? else {
        return Ok(());
    };
    known_fields(&button, &["text", "web_app", "start_parameter"])?;
    if button["text"].as_str().is_none_or(str::is_empty) {
        return Err(ApiError::bad(
            "can't parse inline query results button: Can't find field \"text\"",
        ));
    }
    let start = button["start_parameter"].as_str();
    if start.is_some() == button["web_app"].is_object() {
        return Err(ApiError::bad("BUTTON_TYPE_INVALID"));
    }
    let is_fit = |start: &str| {
        (1..=64).contains(&start.len())
            && start
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-')
    };
    if start.is_some_and(|start| !is_fit(start)) {
        return Err(ApiError::bad("START_PARAM_INVALID"));
    }
    Ok(())
}

/// Telegram skips fields that it does not know: whoever sends one has mistaken something.
fn known_fields(object: &Value, known: &[&str]) -> ApiResult<()> {
    let fields = object.as_object().into_iter().flat_map(Map::keys);
    match fields
        .into_iter()
        .find(|name| !known.contains(&name.as_str()))
    {
        Some(name) => Err(ApiError::bad(format!("emulator: unknown field {name}"))),
        None => Ok(()),
    }
}

/// Fields of an article, as published.
const ARTICLE: [&str; 10] = [
    "type",
    "id",
    "title",
    "input_message_content",
    "reply_markup",
    "url",
    "description",
    "thumbnail_url",
    "thumbnail_width",
    "thumbnail_height",
];

/// What a result will say in a chat.
fn result_content(state: &State, result: &Value) -> ApiResult<Map<String, Value>> {
    let kind = result["type"].as_str().ok_or_else(|| {
        ApiError::bad("can't parse inline query result: Can't find field \"type\"")
    })?;
    let content = &result["input_message_content"];
    if kind != "article" {
        return Err(ApiError::bad(format!(
            "emulator: inline results of type {kind} are not implemented"
        )));
    }
    known_fields(result, &ARTICLE)?;
    known_fields(
        content,
        &[
            "message_text",
            "parse_mode",
            "entities",
            "link_preview_options",
        ],
    )?;
    if result["title"].as_str().is_none_or(str::is_empty) {
        return Err(ApiError::bad("ARTICLE_TITLE_EMPTY"));
    }
    let Some(text) = content["message_text"].as_str() else {
        return Err(ApiError::bad(
            "emulator: only message_text is implemented as input_message_content",
        ));
    };
    let mut values = Map::from_iter([("text".to_owned(), json!(text))]);
    for name in ["parse_mode", "entities"] {
        if let Some(value) = content.get(name) {
            values.insert(name.to_owned(), value.clone());
        }
    }
    let params = Params {
        values,
        ..Params::default()
    };
    text::text(state, &params)
}

fn result_markup(result: &Value) -> ApiResult<Option<Markup>> {
    let Some(markup) = result.get("reply_markup").filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let mut params = Params::default();
    params.values.insert("reply_markup".into(), markup.clone());
    Ok(keyboards::read_inline(&params)?.map(Markup::Inline))
}
