//! What a tag becomes: an entity without its place.

use serde_json::{Value, json};

use super::OpenTag;
use crate::emulator::text::address::checked_url;

/// What an attribute means for its tag, if anything.
pub(super) fn meaning(tag: &str, name: &str, value: &str) -> Option<String> {
    match (tag, name) {
        ("a", "href") | ("tg-emoji", "emoji-id") => Some(value.to_owned()),
        ("code", "class") => value.strip_prefix("language-").map(str::to_owned),
        ("span", "class") => value.strip_prefix("tg-").map(str::to_owned),
        ("blockquote", "expandable") => Some("1".to_owned()),
        _ => None,
    }
}

/// The entity that a closed tag makes; `inside` is its text.
pub(super) fn describe(tag: &OpenTag, inside: &str) -> Option<Value> {
    let kind = match tag.name.as_str() {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "s" | "strike" | "del" => "strikethrough",
        "u" | "ins" => "underline",
        "tg-spoiler" | "span" => "spoiler",
        "pre" => "pre",
        "code" if tag.argument.is_empty() => "code",
        // A language counts only inside <pre>; alone it is plain code.
        "code" => return Some(json!({ "type": "code", "language": tag.argument })),
        "blockquote" if tag.argument.is_empty() => "blockquote",
        "blockquote" => "expandable_blockquote",
        "tg-emoji" => {
            return Some(json!({ "type": "custom_emoji", "custom_emoji_id": tag.argument }));
        }
        _ => {
            return link(if tag.argument.is_empty() {
                inside
            } else {
                &tag.argument
            });
        }
    };
    Some(json!({ "type": kind }))
}

/// A link; an address that Telegram cannot use makes no entity, and no error either.
fn link(address: &str) -> Option<Value> {
    if let Some(user) = address.strip_prefix("tg://user?id=") {
        let id: i64 = user.parse().ok()?;
        return Some(json!({ "type": "text_mention", "user": { "id": id } }));
    }
    let url = checked_url(address).ok()?;
    Some(json!({ "type": "text_link", "url": url }))
}
