//! Windows-1258 read as Windows-1252: letters with shapes have codes, tones are signs behind them: `ðýõÌng`.

use unicode_normalization::UnicodeNormalization;

/// Codes where the two tables differ, and what 1258 means by them.
const CODES: [(char, char); 15] = [
    ('ã', 'ă'),
    ('Ã', 'Ă'),
    ('ð', 'đ'),
    ('Ð', 'Đ'),
    ('õ', 'ơ'),
    ('Õ', 'Ơ'),
    ('ý', 'ư'),
    ('Ý', 'Ư'),
    ('Ì', '\u{300}'),
    ('ì', '\u{301}'),
    ('Ò', '\u{309}'),
    ('Þ', '\u{303}'),
    ('ò', '\u{323}'),
    ('þ', '₫'),
    ('Å', 'Å'),
];

/// Reads a text as Windows-1258.
pub(super) fn decode(text: &str) -> Option<String> {
    if text
        .chars()
        .filter(|c| CODES.iter().any(|(code, _)| code == c))
        .count()
        < 2
        || text.chars().any(|c| c as u32 > 0xff && c.is_alphabetic())
    {
        return None;
    }
    let letters = text.chars().map(|c| {
        CODES
            .iter()
            .find(|(code, _)| *code == c)
            .map_or(c, |(_, letter)| *letter)
    });
    Some(letters.nfc().collect())
}

/// Writes a text in Windows-1258 and shows it as Windows-1252, for tests.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfc() {
        // These have codes of their own in both tables.
        if "àáâèéêíóôùúÀÁÂÈÉÊÍÓÔÙÚ".contains(c) {
            out.push(c);
            continue;
        }
        let mut parts: Vec<char> = std::iter::once(c).nfd().collect();
        if parts.len() > 1 {
            parts[1..].sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}' | '\u{31b}'));
        }
        let composed: String = match parts.as_slice() {
            [base, shape @ ('\u{302}' | '\u{306}' | '\u{31b}'), rest @ ..] => {
                let letter: String = [*base, *shape].into_iter().nfc().collect();
                letter + &rest.iter().collect::<String>()
            }
            other => other.iter().collect(),
        };
        for part in composed.chars() {
            let code = CODES.iter().find(|(_, letter)| *letter == part);
            out.push(code.map_or(part, |(code, _)| *code));
        }
    }
    out
}
