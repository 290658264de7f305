//! `parse_mode=HTML`: Telegram's tags and nothing else, with Telegram's complaints.
//!
//! Turns marked-up text into plain text and entities whose offsets count UTF-16 code units.
//! Follows the published rules and the error texts of Telegram's server; never guesses what the
//! author meant.

mod reference;
mod tag;

use serde_json::{Value, json};

use self::reference::decode_reference;
use self::tag::{describe, meaning};
use crate::emulator::errors::{ApiError, ApiResult};

/// Text without mark-up, and the entities that were in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Formatted {
    pub(crate) text: String,
    pub(crate) entities: Vec<Value>,
}

const TAGS: [&str; 16] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "span",
    "pre",
    "code",
    "blockquote",
];

struct OpenTag {
    name: String,
    argument: String,
    /// Where its text begins, in UTF-16 units and in bytes of the output.
    offset: usize,
    begin: usize,
}

struct Parser<'a> {
    input: &'a [u8],
    at: usize,
    out: Vec<u8>,
    units: usize,
    open: Vec<OpenTag>,
    entities: Vec<Value>,
}

/// Parses HTML as Telegram does.
pub(crate) fn parse(input: &str) -> ApiResult<Formatted> {
    let mut parser = Parser {
        input: input.as_bytes(),
        at: 0,
        out: Vec::with_capacity(input.len()),
        units: 0,
        open: Vec::new(),
        entities: Vec::new(),
    };
    parser
        .run()
        .map_err(|why| ApiError::bad(format!("can't parse entities: {why}")))?;
    let mut entities = parser.entities;
    entities.sort_by_key(|entity| {
        let number = |name: &str| entity[name].as_u64().unwrap_or_default();
        (number("offset"), u64::MAX - number("length"))
    });
    Ok(Formatted {
        text: String::from_utf8_lossy(&parser.out).into_owned(),
        entities,
    })
}

impl Parser<'_> {
    fn run(&mut self) -> Result<(), String> {
        while let Some(byte) = self.peek() {
            match byte {
                b'&' => self.reference(),
                b'<' if self.input.get(self.at + 1) == Some(&b'/') => self.end_tag()?,
                b'<' => self.start_tag()?,
                _ => self.copy(byte),
            }
        }
        match self.open.last() {
            Some(tag) => Err(format!(
                "Can't find end tag corresponding to start tag \"{}\"",
                tag.name
            )),
            None => Ok(()),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.input.get(self.at).copied()
    }

    fn copy(&mut self, byte: u8) {
        // Count a character at its first byte; four bytes are two units.
        if byte & 0xC0 != 0x80 {
            self.units += 1 + usize::from(byte >= 0xF0);
        }
        self.out.push(byte);
        self.at += 1;
    }

    fn reference(&mut self) {
        if let Some((character, length)) = decode_reference(&self.input[self.at..]) {
            self.units += character.len_utf16();
            let mut buffer = [0; 4];
            self.out
                .extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
            self.at += length;
        } else {
            self.copy(b'&');
        }
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name = self.take_until(|byte| byte.is_ascii_whitespace() || byte == b'>');
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let name = name.to_ascii_lowercase();
        if !TAGS.contains(&name.as_str()) {
            return Err(format!(
                "Unsupported start tag \"{name}\" at byte offset {begin}"
            ));
        }
        let argument = self.attributes(&name, begin)?;
        if name == "span" && argument != "spoiler" {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        self.open.push(OpenTag {
            name,
            argument,
            offset: self.units,
            begin: self.out.len(),
        });
        Ok(())
    }

    /// Reads attributes up to and including `>`; returns the one that matters for the tag.
    fn attributes(&mut self, tag: &str, begin: usize) -> Result<String, String> {
        let unclosed = || format!("Unclosed start tag \"{tag}\" at byte offset {begin}");
        let mut argument = String::new();
        loop {
            self.skip_spaces();
            match self.peek() {
                None => return Err(unclosed()),
                Some(b'>') => {
                    self.at += 1;
                    return Ok(argument);
                }
                Some(_) => {}
            }
            let name = self
                .take_until(|byte| byte.is_ascii_whitespace() || byte == b'=' || byte == b'>')
                .to_ascii_lowercase();
            if name.is_empty() {
                return Err(format!(
                    "Empty attribute name in the tag \"{tag}\" at byte offset {begin}"
                ));
            }
            self.skip_spaces();
            let value = if self.peek() == Some(b'=') {
                self.at += 1;
                self.skip_spaces();
                self.attribute_value()?
            } else if name == "expandable" {
                String::new()
            } else {
                return Err(format!(
                    "Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {begin}"
                ));
            };
            if self.peek().is_none() {
                return Err(unclosed());
            }
            if let Some(meaning) = meaning(tag, &name, &value) {
                argument = meaning;
            }
        }
    }

    fn attribute_value(&mut self) -> Result<String, String> {
        let Some(quote @ (b'"' | b'\'')) = self.peek() else {
            let begin = self.at;
            let token =
                self.take_until(|byte| !(byte.is_ascii_alphanumeric() || b".-".contains(&byte)));
            return match self.peek() {
                Some(byte) if !byte.is_ascii_whitespace() && byte != b'>' => Err(format!(
                    "Unexpected end of name token at byte offset {begin}"
                )),
                _ => Ok(token.to_ascii_lowercase()),
            };
        };
        self.at += 1;
        let mut value = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| *byte != quote) {
            if let Some((character, length)) = decode_reference(&self.input[self.at..]) {
                let mut buffer = [0; 4];
                value.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
                self.at += length;
            } else {
                value.push(byte);
                self.at += 1;
            }
        }
        self.at += usize::from(self.peek().is_some());
        Ok(String::from_utf8_lossy(&value).into_owned())
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let name = self.take_until(|byte| byte.is_ascii_whitespace() || byte == b'>');
        self.skip_spaces();
        if self.peek() != Some(b'>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != open.name {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                open.name
            ));
        }
        if self.units > open.offset {
            self.close(&open);
        }
        Ok(())
    }

    fn close(&mut self, tag: &OpenTag) {
        let inside = String::from_utf8_lossy(&self.out[tag.begin..]).into_owned();
        let length = self.units - tag.offset;
        // `<pre><code class="language-x">` is one entity with a language.
        if tag.name == "pre"
            && let Some(Value::Object(code)) = self.entities.last_mut()
            && code.get("offset") == Some(&json!(tag.offset))
            && code.get("length") == Some(&json!(length))
            && code.get("type") == Some(&json!("code"))
        {
            code.insert("type".into(), json!("pre"));
            return;
        }
        if let Some(mut entity) = describe(tag, &inside) {
            entity["offset"] = json!(tag.offset);
            entity["length"] = json!(length);
            self.entities.push(entity);
        }
    }

    fn take_until(&mut self, stop: impl Fn(u8) -> bool) -> String {
        let begin = self.at;
        while self.peek().is_some_and(|byte| !stop(byte)) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.input[begin..self.at]).into_owned()
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a <x>", "Unsupported start tag \"x\" at byte offset 2")]
    #[case("<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    #[case("đ</b>", "Unexpected end tag at byte offset 2")]
    #[case(
        "<b>a</i>",
        "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""
    )]
    #[case(
        "<span>a</span>",
        "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"
    )]
    #[case("2 <b", "Unclosed start tag at byte offset 2")]
    #[case("1 < 2", "Unsupported start tag \"\" at byte offset 2")]
    fn broken_markup_is_refused_in_telegrams_words(#[case] html: &str, #[case] why: &str) {
        let expected = format!("Bad Request: can't parse entities: {why}");
        assert_eq!(parse(html).unwrap_err().description, expected);
    }

    #[test]
    fn offsets_count_utf16_units() {
        let parsed = parse("😀<b>Đường</b> &lt;x&gt; &#128512;<i>y</i>").unwrap();
        assert_eq!(parsed.text, "😀Đường <x> 😀y");
        assert_eq!(
            parsed.entities,
            [
                json!({ "type": "bold", "offset": 2, "length": 5 }),
                json!({ "type": "italic", "offset": 14, "length": 1 }),
            ]
        );
    }

    #[test]
    fn nested_tags_come_outermost_first() {
        let parsed = parse("<b><i>a</i>b</b>").unwrap();
        assert_eq!(parsed.entities[0]["type"], "bold");
        assert_eq!(parsed.entities[1]["type"], "italic");
    }

    #[rstest]
    #[case("<u>a</u>", "underline")]
    #[case("<ins>a</ins>", "underline")]
    #[case("<del>a</del>", "strikethrough")]
    #[case("<strike>a</strike>", "strikethrough")]
    #[case("<em>a</em>", "italic")]
    #[case("<strong>a</strong>", "bold")]
    #[case("<tg-spoiler>a</tg-spoiler>", "spoiler")]
    #[case("<span class=\"tg-spoiler\">a</span>", "spoiler")]
    #[case("<code>a</code>", "code")]
    #[case("<pre>a</pre>", "pre")]
    #[case("<blockquote>a</blockquote>", "blockquote")]
    #[case("<blockquote expandable>a</blockquote>", "expandable_blockquote")]
    #[case("<a href='https://duytien.gov.vn/x?a=1&amp;b=2'>a</a>", "text_link")]
    #[case("<tg-emoji emoji-id=\"5\">👍</tg-emoji>", "custom_emoji")]
    fn every_tag_of_telegram_is_understood(#[case] html: &str, #[case] kind: &str) {
        assert_eq!(parse(html).unwrap().entities[0]["type"], kind);
    }

    #[test]
    fn code_inside_pre_is_one_entity_with_a_language() {
        let parsed = parse("<pre><code class=\"language-rust\">fn</code></pre>").unwrap();
        assert_eq!(
            parsed.entities,
            [json!({ "type": "pre", "language": "rust", "offset": 0, "length": 2 })]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_parser_and_entities_stay_inside(
            text in "([<>/&;b i=\"'đ😀a#x1\n]|<b>|</b>|<pre>|</pre>|<a href=\"x.vn\">|</a>|&lt;|@lan_anh|/hoi){0,30}"
        ) {
            if let Ok(parsed) = parse(&text) {
                let mut found = crate::emulator::entities::trim(parsed);
                crate::emulator::entities::detect(&mut found);
                let length = crate::emulator::utf16::len(&found.text) as u64;
                for entity in &found.entities {
                    let end = entity["offset"].as_u64().unwrap() + entity["length"].as_u64().unwrap();
                    assert!(end <= length, "{entity} in {:?}", found.text);
                }
            }
        }
    }

    #[test]
    fn an_ampersand_alone_stays() {
        assert_eq!(parse("a & b &nbsp; c").unwrap().text, "a & b &nbsp; c");
    }

    #[test]
    fn an_unusable_link_makes_no_entity() {
        assert!(parse("<a href=\"x\">a</a>").unwrap().entities.is_empty());
    }
}
