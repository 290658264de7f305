//! Keys of an input method that was switched off: Telex (`dduwowngf`) and VNI (`d9u7o72ng`).

use unicode_normalization::UnicodeNormalization;

use super::syllable::{is_syllable, split, with_tone};

/// Keys of tones: Telex letters, VNI digits.
const TONES: [(char, char); 10] = [
    ('s', '\u{301}'),
    ('f', '\u{300}'),
    ('r', '\u{309}'),
    ('x', '\u{303}'),
    ('j', '\u{323}'),
    ('1', '\u{301}'),
    ('2', '\u{300}'),
    ('3', '\u{309}'),
    ('4', '\u{303}'),
    ('5', '\u{323}'),
];

/// Reads a text as what was typed.
pub(super) fn decode(text: &str) -> Option<String> {
    if !text.is_ascii()
        && text
            .chars()
            .filter(|c| !c.is_ascii() && c.is_alphabetic())
            .count()
            > text.len() / 20
    {
        return None;
    }
    let mut out = String::with_capacity(text.len() * 2);
    let (mut typed, mut plain) = (0_usize, 0_usize);
    for chunk in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let end = chunk
            .trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
            .len();
        let (word, rest) = chunk.split_at(end);
        if let Some(meant) = read(word) {
            typed += 1;
            out.push_str(&meant);
        } else {
            plain += usize::from(word.chars().any(|c| c.is_ascii_alphabetic()));
            out.push_str(word);
        }
        out.push_str(rest);
    }
    (typed >= 3 && typed * 2 >= plain).then_some(out)
}

/// The word that these keys stand for, if they are keys.
fn read(word: &str) -> Option<String> {
    if word.len() < 2 || word.len() > 10 || !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    // A word that is fine is not touched: "cas" is no word, "xa" is one.
    // ("oong" could be a rhyme, but it is "ông" typed.)
    if !lower.bytes().any(|b| b.is_ascii_digit()) && !lower.contains("oo") && is_syllable(&lower) {
        return None;
    }
    // The tone is one key behind the vowel, mostly the last.
    let tones = word
        .char_indices()
        .rev()
        .filter(|(at, c)| *at > 0 && TONES.iter().any(|(key, _)| *key == c.to_ascii_lowercase()));
    let mut ways: Vec<(String, Option<char>)> = tones
        .map(|(at, c)| {
            let tone = TONES
                .iter()
                .find(|(key, _)| *key == c.to_ascii_lowercase())
                .map(|(_, tone)| *tone);
            (format!("{}{}", &word[..at], &word[at + 1..]), tone)
        })
        .collect();
    ways.push((word.to_owned(), None));
    ways.into_iter().find_map(|(letters, tone)| {
        let shaped = shape(&letters);
        split(&shaped.to_lowercase())?;
        let meant = match tone {
            Some(tone) => with_tone(&shaped, tone)?,
            None => shaped,
        };
        (!meant.is_ascii() && is_syllable(&meant)).then_some(meant)
    })
}

/// The letters with their shapes: `aa` is â, `uow` is ươ, `d9` is đ. A key may stand at the end of its word.
fn shape(letters: &str) -> String {
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    for key in letters.chars() {
        let wanted = match key.to_ascii_lowercase() {
            doubled @ ('a' | 'e' | 'o' | 'd') => last(&out, &[doubled]),
            'w' | '7' => horns(&mut out),
            '8' => last(&out, &['a']),
            '6' => last(&out, &['a', 'e', 'o']),
            '9' => last(&out, &['d']),
            _ => None,
        };
        match wanted {
            Some(usize::MAX) => {}
            Some(at) => out[at] = shaped(out[at], key),
            // Telex writes ư as w alone.
            None if matches!(key, 'w' | 'W') => out.push(if key == 'w' { 'ư' } else { 'Ư' }),
            None => out.push(key),
        }
    }
    out.into_iter().nfc().collect()
}

/// Where the last of these letters is, if only letters of the same syllable follow.
fn last(out: &[char], letters: &[char]) -> Option<usize> {
    let at = out
        .iter()
        .rposition(|c| letters.contains(&c.to_ascii_lowercase()))?;
    let vowels_between = out[at + 1..]
        .iter()
        .any(|c| "aeoăâêôơ".contains(c.to_ascii_lowercase()));
    (!vowels_between).then_some(at)
}

/// Puts horns (or, on a, a breve) where `w` wants them.
fn horns(out: &mut [char]) -> Option<usize> {
    let at = out
        .iter()
        .rposition(|c| "uoa".contains(c.to_ascii_lowercase()))?;
    match out[at].to_ascii_lowercase() {
        'a' if at > 0
            && out[at - 1].eq_ignore_ascii_case(&'u')
            && (at < 2 || !out[at - 2].eq_ignore_ascii_case(&'q')) =>
        {
            out[at - 1] = shaped(out[at - 1], '7');
        }
        'o' if at > 0 && out[at - 1].eq_ignore_ascii_case(&'u') => {
            out[at - 1] = shaped(out[at - 1], '7');
            out[at] = shaped(out[at], '7');
        }
        'o' if at > 0 && matches!(out[at - 1], 'ư' | 'Ư') => out[at] = shaped(out[at], '7'),
        'u' if at > 0 && out[at - 1].eq_ignore_ascii_case(&'u') => {
            out[at - 1] = shaped(out[at - 1], '7');
        }
        'a' => out[at] = shaped(out[at], '8'),
        _ => out[at] = shaped(out[at], '7'),
    }
    Some(usize::MAX)
}

fn shaped(letter: char, key: char) -> char {
    let small = match (letter.to_ascii_lowercase(), key.to_ascii_lowercase()) {
        ('d', _) => 'đ',
        ('a', 'a' | '6') => 'â',
        ('a', _) => 'ă',
        ('e', _) => 'ê',
        ('o', 'o' | '6') => 'ô',
        ('o', _) => 'ơ',
        ('u', _) => 'ư',
        (other, _) => other,
    };
    if letter.is_uppercase() {
        small.to_uppercase().next().unwrap_or(small)
    } else {
        small
    }
}

/// Types a text as Telex, or as VNI, for tests.
#[cfg(test)]
pub(super) fn encode(text: &str, telex: bool) -> String {
    let mut out = String::new();
    for word in text
        .nfc()
        .collect::<String>()
        .split_inclusive(|c: char| !c.is_alphabetic())
    {
        let end = word.trim_end_matches(|c: char| !c.is_alphabetic()).len();
        let (letters, rest) = word.split_at(end);
        let mut tone = None;
        for c in letters.nfd() {
            let key = match (c, telex) {
                ('\u{302}', true) => out.chars().last(),
                ('\u{306}' | '\u{31b}', true) => Some('w'),
                ('\u{302}', false) => Some('6'),
                ('\u{306}', false) => Some('8'),
                ('\u{31b}', false) => Some('7'),
                ('đ', true) => Some('d'),
                ('Đ', true) => Some('D'),
                ('đ' | 'Đ', false) => Some('9'),
                _ => None,
            };
            if matches!(c, 'đ' | 'Đ') {
                out.push(if c == 'đ' { 'd' } else { 'D' });
            }
            if let Some(key) = key {
                out.push(if c.is_alphabetic() {
                    key
                } else {
                    key.to_ascii_lowercase()
                });
            } else if let Some((key, _)) = TONES
                .iter()
                .filter(|(key, _)| key.is_ascii_digit() != telex)
                .find(|(_, mark)| *mark == c)
            {
                tone = Some(*key);
            } else {
                out.push(c);
            }
        }
        out.extend(tone);
        out.push_str(rest);
    }
    out
}
