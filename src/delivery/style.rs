//! Styles of buttons: a field that the typed calls do not know yet, added to what they say.

use serde::Serialize;
use serde_json::Value;

use crate::chat::outgoing::{ButtonStyle, Keyboard};

/// The call with the styles of its buttons; `None`: no button has one, the typed call says it all.
pub(super) fn styled(payload: &impl Serialize, keyboard: Option<&Keyboard>) -> Option<Value> {
    let Some(Keyboard::Inline(rows)) = keyboard else {
        return None;
    };
    if rows.iter().flatten().all(|button| button.style.is_none()) {
        return None;
    }
    let mut body = serde_json::to_value(payload).ok()?;
    let shown = body
        .get_mut("reply_markup")?
        .get_mut("inline_keyboard")?
        .as_array_mut()?;
    let shown = shown.iter_mut().filter_map(Value::as_array_mut).flatten();
    for (shown, button) in shown.zip(rows.iter().flatten()) {
        if let (Some(style), Some(shown)) = (button.style, shown.as_object_mut()) {
            shown.insert("style".to_owned(), Value::from(name(style)));
        }
    }
    Some(body)
}

fn name(style: ButtonStyle) -> &'static str {
    match style {
        ButtonStyle::Danger => "danger",
        ButtonStyle::Success => "success",
        ButtonStyle::Primary => "primary",
    }
}
