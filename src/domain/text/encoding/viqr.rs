//! VIQR: ASCII signs behind the letters, as in old mails: `Ddu+o+`ng va`o tho^n`.

use unicode_normalization::UnicodeNormalization;

/// Signs of shape.
const SHAPES: [(char, char); 4] = [
    ('^', '\u{302}'),
    ('(', '\u{306}'),
    ('+', '\u{31b}'),
    ('*', '\u{31b}'),
];
/// Signs of tone.
const TONES: [(char, char); 5] = [
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('?', '\u{309}'),
    ('~', '\u{303}'),
    ('.', '\u{323}'),
];

/// Reads a text as VIQR.
pub(super) fn decode(text: &str) -> Option<String> {
    let chars: Vec<char> = text
        .chars()
        .map(|c| {
            if matches!(c, '’' | '‘' | '´') {
                '\''
            } else {
                c
            }
        })
        .collect();
    let signed = chars
        .windows(2)
        .filter(|pair| is_shaped(pair[0], pair[1]) || is_toned(pair[0], pair[1]));
    let inside = chars.windows(3).filter(|three| {
        is_vowel(three[0]) && matches!(three[1], '.' | '?') && three[2].is_alphabetic()
    });
    if signed.count() + inside.count() < 3 {
        return None;
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        at += 1;
        if matches!(c, 'd' | 'D')
            && chars
                .get(at)
                .is_some_and(|next| next.eq_ignore_ascii_case(&'d'))
        {
            out.push(if c == 'D' { 'Đ' } else { 'đ' });
            at += 1;
            continue;
        }
        if c == '\\' && chars.get(at).is_some_and(char::is_ascii_punctuation) {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        out.push(c);
        if !is_vowel(c) {
            continue;
        }
        if let Some((_, mark)) = chars.get(at).and_then(|next| {
            SHAPES
                .iter()
                .find(|(sign, _)| sign == next && is_shaped(c, *sign))
        }) {
            out.push(*mark);
            at += 1;
        }
        if let Some((sign, mark)) = chars
            .get(at)
            .and_then(|next| TONES.iter().find(|(sign, _)| sign == next))
            && !ends_sentence(*sign, &chars, at)
        {
            out.push(*mark);
            at += 1;
        }
    }
    Some(out.nfc().collect())
}

fn is_vowel(c: char) -> bool {
    "aeiouyAEIOUY".contains(c)
}

fn is_shaped(letter: char, sign: char) -> bool {
    match sign {
        '^' => "aeoAEO".contains(letter),
        '(' => "aA".contains(letter),
        '+' | '*' => "ouOU".contains(letter),
        _ => false,
    }
}

fn is_toned(letter: char, sign: char) -> bool {
    is_vowel(letter) && matches!(sign, '`' | '~' | '\'')
}

/// A full stop or a question mark behind a vowel ends a sentence if nothing or a capital follows.
fn ends_sentence(sign: char, chars: &[char], at: usize) -> bool {
    if !matches!(sign, '?' | '.') {
        return false;
    }
    let mut rest = chars.iter().skip(at + 1);
    match rest.next() {
        None | Some('\n') => true,
        Some(' ') => rest
            .find(|c| !c.is_whitespace())
            .is_none_or(|c| c.is_uppercase()),
        Some(_) => false,
    }
}

/// Writes a text in VIQR, for tests.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfc() {
        if matches!(c, 'đ' | 'Đ') {
            out.push_str(if c == 'đ' { "dd" } else { "DD" });
            continue;
        }
        let mut parts: Vec<char> = std::iter::once(c).nfd().collect();
        parts[1..].sort_by_key(|mark| !SHAPES.iter().any(|(_, shape)| shape == mark));
        for part in parts {
            let known = SHAPES.iter().chain(&TONES).find(|(_, mark)| *mark == part);
            out.push(known.map_or(part, |(sign, _)| *sign));
        }
    }
    out
}
