//! Texts and captions: mark-up, length, entities.

use serde_json::{Map, Value, json};

use crate::emulator::entities;
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::html::{self, Formatted};
use crate::emulator::params::Params;
use crate::emulator::utf16;
use crate::emulator::world::State;

const MAX_TEXT: usize = 4096;
const MAX_CAPTION: usize = 1024;

/// The fields `text` and `entities` of a message.
pub(super) fn text(state: &State, params: &Params) -> ApiResult<Map<String, Value>> {
    let raw = params.text("text").unwrap_or_default();
    if raw.is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    let formatted = formatted(state, params, &raw, "entities")?;
    if formatted.text.is_empty() {
        return Err(ApiError::bad("text must be non-empty"));
    }
    if utf16::len(&formatted.text) > MAX_TEXT {
        return Err(ApiError::bad("message is too long"));
    }
    Ok(fields(&formatted, "text", "entities"))
}

/// The fields `caption` and `caption_entities` of a message; none for an empty caption.
pub(super) fn caption(state: &State, params: &Params) -> ApiResult<Map<String, Value>> {
    let raw = params.text("caption").unwrap_or_default();
    let formatted = formatted(state, params, &raw, "caption_entities")?;
    if utf16::len(&formatted.text) > MAX_CAPTION {
        return Err(ApiError::bad("message caption is too long"));
    }
    if formatted.text.is_empty() {
        return Ok(Map::new());
    }
    Ok(fields(&formatted, "caption", "caption_entities"))
}

fn fields(formatted: &Formatted, text: &str, entities: &str) -> Map<String, Value> {
    let mut fields = Map::from_iter([(text.to_owned(), json!(formatted.text))]);
    if !formatted.entities.is_empty() {
        fields.insert(entities.to_owned(), json!(formatted.entities));
    }
    fields
}

/// Parses `raw` as `parse_mode` or the given entities say.
pub(super) fn formatted(
    state: &State,
    params: &Params,
    raw: &str,
    entities_field: &str,
) -> ApiResult<Formatted> {
    let mode = params.text("parse_mode").unwrap_or_default();
    let parsed = match mode.to_ascii_lowercase().as_str() {
        "html" => html::parse(raw)?,
        "" => Formatted {
            text: raw.to_owned(),
            entities: given_entities(params, entities_field, raw)?,
        },
        "markdown" | "markdownv2" => {
            return Err(ApiError::bad(format!(
                "emulator: parse_mode {mode} is not implemented"
            )));
        }
        _ => return Err(ApiError::bad("unsupported parse_mode")),
    };
    let mut formatted = entities::trim(parsed);
    entities::detect(&mut formatted);
    for entity in &mut formatted.entities {
        if let Some(id) = entity["user"]["id"].as_i64() {
            entity["user"] = state.user_wire(id);
        }
    }
    Ok(formatted)
}

fn given_entities(params: &Params, field: &str, text: &str) -> ApiResult<Vec<Value>> {
    let Some(value) = params.json(field, "entities")? else {
        return Ok(Vec::new());
    };
    let Value::Array(entities) = value else {
        return Err(ApiError::bad("expected an Array of MessageEntity"));
    };
    let length = utf16::len(text) as u64;
    for entity in &entities {
        let number = |name: &str| entity[name].as_u64();
        let inside = matches!((number("offset"), number("length")), (Some(o), Some(l)) if o.saturating_add(l) <= length);
        if !inside || !entity["type"].is_string() {
            return Err(ApiError::bad(format!(
                "emulator: can't use the message entity {entity}"
            )));
        }
    }
    Ok(entities)
}
