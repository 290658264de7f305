//! Plain words: what somebody reads who asked for short sentences without signs.
//!
//! Two halves. Shorter sentences are a locale of their own (`locales/vi-plain`, `locales/en-plain`) over the full one:
//! what it lacks is said in full. Signs (emoji, arrows, boxes) are taken away here, from every message and button on
//! its way to that person. Words quoted from people stay as they were written, and no letter is ever taken.

use crate::chat::outgoing::{InlineButton, Keyboard};
use crate::messages::{Html, Message};

/// Elements whose inside are somebody's own words, or something to copy.
const VERBATIM: [&str; 3] = ["blockquote", "pre", "code"];

/// The message without signs.
#[must_use]
pub fn simplify(message: Message) -> Message {
    Message {
        html: without_signs(message.html),
        keyboard: message.keyboard.map(simplify_keyboard),
    }
}

/// Words without signs; as they were, if nothing else would be left.
#[must_use]
pub(crate) fn without_signs(html: Html) -> Html {
    let plain = Html::trusted(strip_html(html.as_str()));
    if plain.visible_text().trim().is_empty() {
        html
    } else {
        plain
    }
}

/// A button or toast without signs; as it was, if nothing else would be left.
#[must_use]
pub(crate) fn label(text: &str) -> String {
    let plain = strip_lines(text).trim().to_owned();
    if plain.is_empty() {
        text.to_owned()
    } else {
        plain
    }
}

fn simplify_keyboard(keyboard: Keyboard) -> Keyboard {
    let row = |row: Vec<InlineButton>| {
        row.into_iter()
            .map(|button| InlineButton {
                label: label(&button.label),
                ..button
            })
            .collect()
    };
    match keyboard {
        Keyboard::Inline(rows) => Keyboard::Inline(rows.into_iter().map(row).collect()),
        Keyboard::Home(rows) => Keyboard::Home(
            rows.iter()
                .map(|row| row.iter().map(|text| label(text)).collect())
                .collect(),
        ),
        Keyboard::Reply => Keyboard::Reply,
        Keyboard::Contact { share, back } => Keyboard::Contact {
            share: label(&share),
            back: label(&back),
        },
    }
}

/// Between verbatim elements the signs go; these stay to the letter.
fn strip_html(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((at, name)) = next_verbatim(rest) {
        plain.push_str(&strip_lines(&rest[..at]));
        let close = format!("</{name}>");
        let end = rest[at..]
            .find(&close)
            .map_or(rest.len(), |end| at + end + close.len());
        plain.push_str(&rest[at..end]);
        rest = &rest[end..];
    }
    plain.push_str(&strip_lines(rest));
    plain
}

fn next_verbatim(html: &str) -> Option<(usize, &'static str)> {
    VERBATIM
        .iter()
        .filter_map(|name| {
            let at = html.find(&format!("<{name}"))?;
            Some((at, *name))
        })
        .min()
}

/// Signs with the space after them go; a bullet becomes a dash, a dot between two facts a comma.
fn strip_lines(text: &str) -> String {
    let text = text.replace(" · ", ", ");
    let lines = text.split('\n').map(|line| {
        let line = match line.strip_prefix("• ") {
            Some(item) => format!("- {item}"),
            None => line.to_owned(),
        };
        let mut plain = String::with_capacity(line.len());
        let mut after_sign = false;
        for c in line.chars() {
            if is_sign(c) {
                after_sign = true;
                continue;
            }
            let is_gap = c == ' ' && after_sign && plain.ends_with([' ', '>']) | plain.is_empty();
            after_sign = after_sign && c == ' ';
            if !is_gap {
                plain.push(c);
            }
        }
        plain
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Pictures among the letters: nothing a language is written with.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
        && matches!(
            u32::from(c),
            0x1_F000..=0x1_FAFF          // emoji
                | 0x2190..=0x21FF        // arrows
                | 0x2300..=0x23FF        // clocks
                | 0x25A0..=0x27BF        // shapes, pictures, ticks, crosses
                | 0x2B00..=0x2BFF        // stars, boxes
                | 0xFE00..=0xFE0F        // how to draw the sign before
                | 0x20E3 | 0xE_0020..=0xE_007F
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(html: &str) -> String {
        without_signs(Html::trusted(html.to_owned())).into_string()
    }

    #[test]
    fn signs_go_words_stay() {
        assert_eq!(plain("✅ Ông/bà đã đồng ý."), "Ông/bà đã đồng ý.");
        assert_eq!(plain("<b>⚠️ Chú ý</b> 📎 tệp"), "<b>Chú ý</b> tệp");
        assert_eq!(plain("• một\n• hai · ba"), "- một\n- hai, ba");
        assert_eq!(label("◀ Quay lại"), "Quay lại");
        assert_eq!(label("Trang sau ▶"), "Trang sau");
        assert_eq!(label("09••••123"), "09••••123");
        assert_eq!(label("🄀a ❶"), "🄀a ❶");
    }

    #[test]
    fn what_somebody_wrote_is_quoted_to_the_letter() {
        let html =
            "✅ Đã gửi.\n<blockquote expandable>Đường hỏng 😡 · gấp</blockquote>\n📬 Đã chuyển";
        assert_eq!(
            plain(html),
            "Đã gửi.\n<blockquote expandable>Đường hỏng 😡 · gấp</blockquote>\nĐã chuyển"
        );
    }

    #[test]
    fn nothing_becomes_empty() {
        assert_eq!(plain("👍"), "👍");
        assert_eq!(label("🔄"), "🔄");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(words in "\\PC{0,80}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let html = Html::text(&words);
            let plain = without_signs(html.clone());
            prop_assert_eq!(letters(plain.as_str()), letters(html.as_str()));
        }
    }
}
