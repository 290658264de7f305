//! TCVN3 (ABC): one byte a letter. Toned capitals have no code; they are told by their neighbours.

#[cfg(test)]
use unicode_normalization::UnicodeNormalization;

use super::syllable::is_syllable;

/// The codes as Windows-1252 shows them, and their letters.
const CODES: [(&str, &str); 14] = [
    ("µ¸¶·¹", "àáảãạ"),
    ("¨»¾¼½Æ", "ăằắẳẵặ"),
    ("©ÇÊÈÉË", "âầấẩẫậ"),
    ("®", "đ"),
    ("ÌÐÎÏÑ", "èéẻẽẹ"),
    ("ªÒÕÓÔÖ", "êềếểễệ"),
    ("×ÝØÜÞ", "ìíỉĩị"),
    ("ßãáâä", "òóỏõọ"),
    ("«åèæçé", "ôồốổỗộ"),
    ("¬êíëìî", "ơờớởỡợ"),
    ("ïóñòô", "ùúủũụ"),
    ("\u{ad}õøö÷ù", "ưừứửữự"),
    ("úýûüþ", "ỳýỷỹỵ"),
    ("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ"),
];

/// The letter of a code.
fn letter(code: char) -> Option<char> {
    CODES.iter().find_map(|(codes, letters)| {
        let at = codes.chars().position(|known| known == code)?;
        letters.chars().nth(at)
    })
}

/// Reads a text as TCVN3.
pub(super) fn decode(text: &str) -> Option<String> {
    // The codes of TCVN3 that no other text has beside letters.
    let codes = text
        .chars()
        .filter(|c| ('\u{a1}'..='\u{ff}').contains(c))
        .count();
    if codes < 2 || text.chars().any(|c| c as u32 > 0xff && c.is_alphabetic()) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
        decode_word(word, &mut out);
    }
    Some(if text.contains('\u{ad}') {
        out
    } else {
        with_horns(&out)
    })
}

/// The code of ư is a hyphen that many programs drop: "đờng" can only be "đường".
fn with_horns(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for chunk in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let end = chunk.trim_end_matches(|c: char| !c.is_alphabetic()).len();
        let (word, rest) = chunk.split_at(end);
        let at = word.find(['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ']);
        let meant = at.map(|at| format!("{}ư{}", &word[..at], &word[at..]));
        out.push_str(
            match &meant
                .filter(|meant| (!is_syllable(word) || word == "ngời") && is_syllable(meant))
            {
                Some(meant) => meant,
                None => word,
            },
        );
        out.push_str(rest);
    }
    out
}

fn decode_word(word: &str, out: &mut String) {
    let plain = || word.chars().filter(char::is_ascii_alphabetic);
    let shouted = plain().count() > 0 && plain().all(|c| c.is_ascii_uppercase());
    let begins = out.trim_end().is_empty()
        || out.trim_end().ends_with(['.', '!', '?'])
        || out.ends_with('\n');
    for (at, c) in word.chars().enumerate() {
        let Some(letter) = letter(c) else {
            out.push(c);
            continue;
        };
        // A capital alone before it ("Ng" is not) says nothing.
        let upper = shouted && plain().count() > 1 || begins && at == 0;
        if upper {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
    }
}

/// Writes a text in TCVN3, for tests.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let code = |c: char| {
        CODES.iter().find_map(|(codes, letters)| {
            let at = letters.chars().position(|letter| letter == c)?;
            codes.chars().nth(at)
        })
    };
    text.nfc()
        .map(|c| {
            code(c)
                .or_else(|| code(c.to_lowercase().next()?).filter(|_| !c.is_ascii()))
                .unwrap_or(c)
        })
        .collect()
}
