//! VNI for Windows: a letter and, behind it, a sign for its marks; some letters have codes of their own.

use unicode_normalization::UnicodeNormalization;

/// Signs behind a letter, as Windows-1252 shows them, and the combining marks they stand for.
const SIGNS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];
/// Letters with a code of their own.
const LETTERS: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
    ('í', 'í'),
    ('ì', 'ì'),
];

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn in_case_of(c: char, letter: char) -> char {
    if c.is_uppercase() {
        letter.to_uppercase().next().unwrap_or(letter)
    } else {
        letter
    }
}

/// Reads a text as VNI.
pub(super) fn decode(text: &str) -> Option<String> {
    let codes = text
        .chars()
        .filter(|c| ('\u{c0}'..='\u{ff}').contains(c))
        .count();
    if codes < 2 || text.chars().any(|c| c as u32 > 0xff && c.is_alphabetic()) {
        return None;
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut base = None;
    for c in text.chars() {
        let small = lower(c);
        let sign = SIGNS
            .iter()
            .find(|(sign, _)| *sign == small)
            .map(|(_, marks)| *marks);
        match (base, sign) {
            (Some(vowel), Some(marks)) if carries(vowel, marks) => {
                out.push_str(marks);
                base = None;
            }
            _ => {
                let own = LETTERS.iter().find(|(code, _)| *code == small);
                let letter = own.map_or(c, |(_, letter)| in_case_of(c, *letter));
                out.push(letter);
                base = Some(lower(letter)).filter(|c| "aeouyơư".contains(*c));
            }
        }
    }
    Some(out.nfc().collect())
}

/// Whether a vowel can have these marks.
fn carries(vowel: char, marks: &str) -> bool {
    match (vowel, marks.chars().next()) {
        (vowel, Some('\u{302}')) => "aeo".contains(vowel),
        (vowel, Some('\u{306}')) => vowel == 'a',
        _ => true,
    }
}

/// Writes a text in VNI, for tests.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfc() {
        let small = lower(c);
        if let Some((code, _)) = LETTERS.iter().find(|(_, letter)| *letter == small) {
            out.push(in_case_of(c, *code));
            continue;
        }
        let mut parts = std::iter::once(c).nfd();
        let mut base = parts.next().unwrap_or(c);
        let mut marks: Vec<char> = parts.collect();
        if base.is_ascii() && marks.contains(&'\u{31b}') {
            base = in_case_of(base, if lower(base) == 'o' { 'ô' } else { 'ö' });
            marks.retain(|mark| *mark != '\u{31b}');
        }
        out.push(base);
        // The dot below comes before the circumflex in canonical order.
        marks.sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}'));
        let marks: String = marks.into_iter().collect();
        if let Some((sign, _)) = SIGNS.iter().find(|(_, known)| *known == marks) {
            out.push(in_case_of(c, *sign));
        }
    }
    out
}
