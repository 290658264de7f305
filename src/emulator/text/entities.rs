//! What Telegram finds in plain text by itself: commands, mentions, hashtags, links, addresses and
//! phone numbers.

use std::sync::OnceLock;

use regex::Regex;
use serde_json::{Value, json};

use super::html::Formatted;
use super::utf16;

/// What is found, whether a text can have it at all (cheap to see, and most have nothing), and its pattern.
type Pattern = (&'static str, fn(&str) -> bool, &'static str);

const PATTERNS: [Pattern; 6] = [
    (
        "url",
        |text| {
            text.contains("://") || text.to_ascii_lowercase().contains("www.") || has_domain(text)
        },
        r#"(?i)(?:https?://|www\.)[^\s<>"]+[^\s<>".,;:!?')\]]|(?-i)\b(?:[a-z0-9-]+\.)+(?:com|net|org|vn|info|me|io)\b(?:/[^\s<>"]*[^\s<>".,;:!?')\]])?"#,
    ),
    (
        "email",
        |text| text.contains('@'),
        r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
    ),
    (
        "bot_command",
        |text| text.contains('/'),
        r"/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?",
    ),
    ("mention", |text| text.contains('@'), r"@[A-Za-z0-9_]{3,32}"),
    ("hashtag", |text| text.contains('#'), r"#[\p{L}\p{N}_]+"),
    (
        "phone_number",
        |text| text.chars().filter(|c| c.is_numeric()).nth(8).is_some(),
        r"(?:\+|\b0)\d(?:[ .-]?\d){8,12}\b",
    ),
];

/// Whether a small letter follows a point.
fn has_domain(text: &str) -> bool {
    text.as_bytes()
        .windows(2)
        .any(|pair| pair[0] == b'.' && pair[1].is_ascii_lowercase())
}

/// The patterns that `text` may have.
fn patterns_for(text: &str) -> impl Iterator<Item = (&'static str, &'static Regex)> {
    static COMPILED: [OnceLock<Option<Regex>>; PATTERNS.len()] =
        [const { OnceLock::new() }; PATTERNS.len()];
    PATTERNS
        .iter()
        .zip(&COMPILED)
        .filter(|((_, possible, _), _)| possible(text))
        .filter_map(|((kind, _, pattern), compiled)| {
            let regex = compiled.get_or_init(|| Regex::new(pattern).ok());
            Some((*kind, regex.as_ref()?))
        })
}

/// Adds what Telegram finds by itself, outside links, code and whatever is marked already.
pub(crate) fn detect(formatted: &mut Formatted) {
    let text = formatted.text.as_str();
    let mut taken: Vec<(usize, usize)> = formatted
        .entities
        .iter()
        .filter(|entity| {
            matches!(
                entity["type"].as_str(),
                Some("pre" | "code" | "text_link" | "text_mention" | "custom_emoji")
            )
        })
        .map(span)
        .collect();
    let mut found = Vec::new();
    for (kind, pattern) in patterns_for(text) {
        for hit in pattern.find_iter(text) {
            let before = text[..hit.start()].chars().next_back();
            let after = text[hit.end()..].chars().next();
            if !stands_alone(kind, before, after) {
                continue;
            }
            let offset = utf16::len(&text[..hit.start()]);
            let length = utf16::len(hit.as_str());
            if taken
                .iter()
                .all(|(begin, end)| offset >= *end || offset + length <= *begin)
            {
                taken.push((offset, offset + length));
                found.push(json!({ "type": kind, "offset": offset, "length": length }));
            }
        }
    }
    formatted.entities.extend(found);
    formatted.entities.sort_by_key(|entity| {
        let (begin, end) = span(entity);
        (begin, usize::MAX - end)
    });
}

fn stands_alone(kind: &str, before: Option<char>, after: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    match kind {
        "bot_command" => {
            !is_word(before)
                && !matches!(before, Some('/' | '<' | '>' | '@'))
                && !is_word(after)
                && !matches!(after, Some('/' | '@'))
        }
        "mention" => !is_word(before) && !is_word(after),
        "url" => !is_word(before) && before != Some('@'),
        "hashtag" | "phone_number" => !is_word(before),
        _ => true,
    }
}

fn span(entity: &Value) -> (usize, usize) {
    let number = |name: &str| {
        entity[name]
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or_default()
    };
    (number("offset"), number("offset") + number("length"))
}

/// Cuts white space off both ends and moves the entities along, as Telegram does with every text.
pub(crate) fn trim(formatted: Formatted) -> Formatted {
    let Formatted { text, entities } = formatted;
    let text = text.replace('\r', "");
    let kept = text.trim_start();
    let cut = utf16::len(&text[..text.len() - kept.len()]);
    let kept = kept.trim_end();
    let length = utf16::len(kept);
    let entities = entities
        .into_iter()
        .filter_map(|mut entity| {
            let (begin, end) = span(&entity);
            let begin = begin.saturating_sub(cut).min(length);
            let end = end.saturating_sub(cut).min(length);
            entity["offset"] = json!(begin);
            entity["length"] = json!(end - begin);
            (end > begin).then_some(entity)
        })
        .collect();
    Formatted {
        text: kept.to_owned(),
        entities,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn found(text: &str) -> Vec<(String, usize, usize)> {
        let mut formatted = Formatted {
            text: text.to_owned(),
            entities: vec![],
        };
        detect(&mut formatted);
        formatted
            .entities
            .iter()
            .map(|entity| {
                let (begin, end) = span(entity);
                (
                    entity["type"].as_str().unwrap().to_owned(),
                    begin,
                    end - begin,
                )
            })
            .collect()
    }

    #[rstest]
    #[case("/hoi đường", "bot_command", 0, 4)]
    #[case("/hoi@cutri_bot x", "bot_command", 0, 14)]
    #[case("chào @lan_anh", "mention", 5, 8)]
    #[case("xem https://duytien.gov.vn/a.", "url", 4, 24)]
    #[case("gọi +84 912 345 678 nhé", "phone_number", 4, 15)]
    #[case("gọi 0912345678", "phone_number", 4, 10)]
    #[case("viết a@b.vn", "email", 5, 6)]
    #[case("#đường", "hashtag", 0, 6)]
    fn telegram_finds(
        #[case] text: &str,
        #[case] kind: &str,
        #[case] at: usize,
        #[case] length: usize,
    ) {
        assert_eq!(found(text), [(kind.to_owned(), at, length)]);
    }

    #[rstest]
    #[case("1/2 đường")]
    #[case("và/hoặc")]
    #[case("năm 2026")]
    fn nothing_is_found_in(#[case] text: &str) {
        assert_eq!(found(text), []);
    }

    #[test]
    fn commands_inside_code_are_not_found() {
        let mut formatted = super::super::html::parse("<code>/hoi</code>").unwrap();
        detect(&mut formatted);
        assert_eq!(formatted.entities.len(), 1);
    }

    #[test]
    fn trimming_moves_entities() {
        let formatted = super::super::html::parse("  <b>a </b> ").unwrap();
        let trimmed = trim(formatted);
        assert_eq!(trimmed.text, "a");
        assert_eq!(span(&trimmed.entities[0]), (0, 1));
    }
}
