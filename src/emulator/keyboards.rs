//! `reply_markup`: what Telegram accepts under a message, and how it refuses the rest.

use serde_json::{Map, Value, json};

use super::errors::{ApiError, ApiResult};
use super::params::Params;
use super::text::address::checked_url;

const MAX_BUTTONS: usize = 100;
const MAX_ROW: usize = 8;
const MAX_DATA_BYTES: usize = 64;
/// Telegram's limit on the whole mark-up is not published; about this many bytes are refused.
const MAX_MARKUP_BYTES: usize = 10_240;

const ACTIONS: [&str; 11] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "suggested_post",
];

/// A checked `reply_markup`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Markup {
    /// Buttons under the message; part of the message itself.
    Inline(Value),
    /// A reply keyboard, its removal, or a forced reply; not part of the message as bots see it.
    Reply(Value),
}

/// Reads and checks the `reply_markup` of a call.
pub(crate) fn read(params: &Params) -> ApiResult<Option<Markup>> {
    let Some(value) = params.json("reply_markup", "reply keyboard markup")? else {
        return Ok(None);
    };
    let Value::Object(object) = &value else {
        return Err(ApiError::bad("object expected as reply markup"));
    };
    if value.to_string().len() > MAX_MARKUP_BYTES {
        return Err(too_long());
    }
    if let Some(rows) = object.get("inline_keyboard") {
        let rows = inline_rows(rows)?;
        let is_empty = rows.is_empty();
        let rows = rows.into_iter().map(Value::Array).collect();
        let markup = Map::from_iter([("inline_keyboard".to_owned(), Value::Array(rows))]);
        return Ok((!is_empty).then_some(Markup::Inline(Value::Object(markup))));
    }
    if let Some(rows) = object.get("keyboard") {
        reply_rows(rows)?;
    } else if !["remove_keyboard", "force_reply"]
        .iter()
        .any(|name| object.get(*name) == Some(&json!(true)))
    {
        // Telegram takes an object without a known field for no mark-up at all.
        return Ok(None);
    }
    if let Some(placeholder) = object.get("input_field_placeholder") {
        let length = placeholder.as_str().map_or(0, |text| text.chars().count());
        if !(1..=64).contains(&length) {
            return Err(ApiError::bad("REPLY_KEYBOARD_PLACEHOLDER_INVALID"));
        }
    }
    Ok(Some(Markup::Reply(value)))
}

/// Refuses buttons that Telegram offers in private chats only.
pub(crate) fn check_for_group(markup: &Markup) -> ApiResult<()> {
    let (value, rows) = match markup {
        Markup::Inline(value) => (value, "inline_keyboard"),
        Markup::Reply(value) => (value, "keyboard"),
    };
    let buttons = value[rows]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten();
    for button in buttons {
        let why = if button["request_contact"] == true {
            "phone number can be requested in private chats only"
        } else if button["request_location"] == true {
            "location can be requested in private chats only"
        } else if !button["web_app"].is_null() {
            "BUTTON_TYPE_INVALID"
        } else {
            continue;
        };
        return Err(ApiError::bad(why));
    }
    Ok(())
}

/// Reads a `reply_markup` where only an inline keyboard may stand.
pub(crate) fn read_inline(params: &Params) -> ApiResult<Option<Value>> {
    match read(params)? {
        None => Ok(None),
        Some(Markup::Inline(value)) => Ok(Some(value)),
        Some(Markup::Reply(_)) => Err(ApiError::bad("inline keyboard expected")),
    }
}

fn too_long() -> ApiError {
    ApiError::bad("reply markup is too long")
}

fn rows_of<'a>(rows: &'a Value, field: &str) -> ApiResult<Vec<&'a Vec<Value>>> {
    let Value::Array(rows) = rows else {
        return Err(ApiError::bad(format!(
            "field \"{field}\" must be of type Array"
        )));
    };
    rows.iter()
        .map(|row| {
            row.as_array().ok_or_else(|| {
                ApiError::bad(format!("field \"{field}\" must be an Array of Arrays"))
            })
        })
        .collect()
}

fn inline_rows(rows: &Value) -> ApiResult<Vec<Vec<Value>>> {
    let mut checked = Vec::new();
    let mut count = 0;
    for row in rows_of(rows, "inline_keyboard")? {
        count += row.len();
        if row.len() > MAX_ROW || count > MAX_BUTTONS {
            return Err(too_long());
        }
        let row = row
            .iter()
            .map(inline_button)
            .collect::<ApiResult<Vec<_>>>()?;
        if !row.is_empty() {
            checked.push(row);
        }
    }
    Ok(checked)
}

fn inline_button(button: &Value) -> ApiResult<Value> {
    let cannot = |why: &str| ApiError::bad(format!("can't parse inline keyboard button: {why}"));
    let Value::Object(button) = button else {
        return Err(ApiError::bad("inline keyboard button must be an Object"));
    };
    let text = match button.get("text") {
        None => return Err(cannot("Can't find field \"text\"")),
        Some(Value::String(text)) if !text.trim().is_empty() => text,
        Some(Value::String(_)) => {
            return Err(ApiError::bad("inline keyboard button text is empty"));
        }
        Some(_) => return Err(cannot("Field \"text\" must be of type String")),
    };
    if let Some(field) = button.keys().find(|name| {
        !ACTIONS.contains(&name.as_str())
            && !["text", "style", "icon_custom_emoji_id"].contains(&name.as_str())
    }) {
        return Err(cannot(&format!("emulator: unknown field {field}")));
    }
    let actions: Vec<_> = button
        .iter()
        .filter(|(name, value)| ACTIONS.contains(&name.as_str()) && !is_blank(name, value))
        .collect();
    let [(name, action)] = actions.as_slice() else {
        return Err(cannot(if actions.is_empty() {
            "Text buttons are unallowed in the inline keyboard"
        } else {
            "emulator: a button must have exactly one action"
        }));
    };
    check_action(name, action)?;
    let mut made = Map::new();
    made.insert("text".into(), json!(text));
    made.insert((*name).clone(), (*action).clone());
    if let Some(style) = button.get("style") {
        if !["danger", "success", "primary"]
            .iter()
            .any(|known| style == known)
        {
            return Err(ApiError::bad("BUTTON_STYLE_INVALID"));
        }
        made.insert("style".into(), style.clone());
    }
    Ok(Value::Object(made))
}

/// An empty address or empty data is the same as none; an empty inline query means "just the bot".
fn is_blank(name: &str, value: &Value) -> bool {
    value.is_null() || (!name.starts_with("switch_inline") && value.as_str() == Some(""))
}

fn check_action(name: &str, action: &Value) -> ApiResult<()> {
    match name {
        "callback_data" => match action.as_str() {
            Some(data) if data.len() <= MAX_DATA_BYTES => Ok(()),
            _ => Err(ApiError::bad("BUTTON_DATA_INVALID")),
        },
        "url" => {
            let address = action.as_str().unwrap_or_default();
            if address.starts_with("tg://") {
                return Ok(());
            }
            checked_url(address).map(drop).map_err(|why| {
                ApiError::bad(format!(
                    "inline keyboard button URL '{address}' is invalid: {why}"
                ))
            })
        }
        "copy_text" => match action["text"].as_str().map(super::utf16::len) {
            Some(1..=256) => Ok(()),
            _ => Err(ApiError::bad("BUTTON_COPY_TEXT_INVALID")),
        },
        "callback_game" | "pay" | "login_url" | "suggested_post" => Err(ApiError::bad(format!(
            "emulator: buttons with {name} are not implemented"
        ))),
        _ => Ok(()),
    }
}

fn reply_rows(rows: &Value) -> ApiResult<()> {
    let rows = rows_of(rows, "keyboard")?;
    if rows.iter().map(|row| row.len()).sum::<usize>() > 300 {
        return Err(too_long());
    }
    for button in rows.into_iter().flatten() {
        let text = button.as_str().or_else(|| button["text"].as_str());
        match text {
            Some(text) if !text.trim().is_empty() => {}
            _ => {
                return Err(ApiError::bad(
                    "can't parse keyboard button: Can't find field \"text\"",
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn markup(value: Value) -> ApiResult<Option<Markup>> {
        let mut params = Params::default();
        params.values.insert("reply_markup".into(), value);
        read(&params)
    }

    fn button(value: &Value) -> String {
        match markup(json!({ "inline_keyboard": [[value]] })) {
            Ok(_) => "ok".to_owned(),
            Err(error) => error.description,
        }
    }

    #[rstest]
    #[case(json!({ "text": "a", "callback_data": "x" }), "ok")]
    #[case(json!({ "text": "a", "url": "https://t.me/x" }), "ok")]
    #[case(json!({ "text": "a", "url": "tg://user?id=1" }), "ok")]
    #[case(json!({ "text": "a", "callback_data": "x".repeat(64) }), "ok")]
    #[case(json!({ "text": "a", "callback_data": "x".repeat(65) }), "Bad Request: BUTTON_DATA_INVALID")]
    #[case(json!({ "text": "a", "callback_data": "đ".repeat(33) }), "Bad Request: BUTTON_DATA_INVALID")]
    #[case(
        json!({ "text": "a" }),
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )]
    #[case(
        json!({ "text": "a", "callback_data": "" }),
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )]
    #[case(
        json!({ "text": "a", "callback_data": "x", "url": "https://t.me" }),
        "Bad Request: can't parse inline keyboard button: emulator: a button must have exactly one action"
    )]
    #[case(
        json!({ "text": "a", "url": "ftp://example.com" }),
        "Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol"
    )]
    #[case(
        json!({ "text": "a", "url": "http://localhost:8080" }),
        "Bad Request: inline keyboard button URL 'http://localhost:8080' is invalid: Wrong HTTP URL"
    )]
    #[case(
        json!({ "text": "a", "url": "abc" }),
        "Bad Request: inline keyboard button URL 'abc' is invalid: Wrong HTTP URL"
    )]
    #[case(json!({ "callback_data": "x" }), "Bad Request: can't parse inline keyboard button: Can't find field \"text\"")]
    fn a_button_is_checked(#[case] value: Value, #[case] answer: &str) {
        assert_eq!(button(&value), answer);
    }

    #[test]
    fn more_than_a_hundred_buttons_are_too_many() {
        let rows = |count: usize| {
            let row = vec![json!({ "text": "a", "callback_data": "x" }); 1];
            markup(json!({ "inline_keyboard": vec![row; count] }))
        };
        assert!(rows(100).is_ok());
        assert_eq!(
            rows(101).unwrap_err().description,
            "Bad Request: reply markup is too long"
        );
    }

    #[test]
    fn nine_buttons_in_a_row_are_too_many() {
        let row = vec![json!({ "text": "a", "callback_data": "x" }); 9];
        assert!(markup(json!({ "inline_keyboard": [row] })).is_err());
    }

    #[test]
    fn a_phone_number_is_asked_for_in_private_only() {
        let button = json!({ "text": "Gửi số điện thoại", "request_contact": true });
        let markup = markup(json!({ "keyboard": [[button]] })).unwrap().unwrap();
        assert_eq!(
            check_for_group(&markup).unwrap_err().description,
            "Bad Request: phone number can be requested in private chats only"
        );
    }

    #[test]
    fn an_empty_inline_keyboard_is_none() {
        assert_eq!(markup(json!({ "inline_keyboard": [] })).unwrap(), None);
    }
}
