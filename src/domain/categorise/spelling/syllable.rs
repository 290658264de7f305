//! Which folded letter strings can be a Vietnamese syllable, and how slips of the thumb become one.
//!
//! Works on lower-case ASCII without diacritics. Knows spelling, not words: it never looks at meaning.

use super::slips;

/// Onsets that begin with a letter, longest first, so that the first match is the right one; a vowel begins without.
fn onsets(first: u8) -> &'static [&'static str] {
    match first {
        b'b' => &["b"],
        b'c' => &["ch", "c"],
        b'd' => &["d"],
        b'g' => &["gh", "gi", "g"],
        b'h' => &["h"],
        b'k' => &["kh", "k"],
        b'l' => &["l"],
        b'm' => &["m"],
        b'n' => &["ngh", "ng", "nh", "n"],
        b'p' => &["ph", "p"],
        b'q' => &["qu"],
        b'r' => &["r"],
        b's' => &["s"],
        b't' => &["th", "tr", "t"],
        b'v' => &["v"],
        b'x' => &["x"],
        _ => &[""],
    }
}

/// Folded rhymes, sorted for binary search.
const RHYMES: [&str; 108] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "ech", "em", "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec", "iem", "ien",
    "ieng", "iep", "iet", "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach",
    "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oen", "oeo",
    "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "u", "ua", "uan", "uang", "uat",
    "uay", "uc", "ue", "uech", "uenh", "ui", "um", "un", "ung", "uo", "uoc", "uoi", "uom", "uon",
    "uong", "uop", "uot", "uou", "up", "ut", "uu", "uy", "uya", "uych", "uyen", "uyet", "uynh",
    "uyt", "uyu", "y", "yem", "yen", "yet", "yeu", "ynh", "yp", "yt",
];

/// Whether `word` can be read as one syllable of Vietnamese without its marks.
pub(crate) fn is_syllable(word: &str) -> bool {
    split(word).is_some()
}

/// Onset and rhyme of a syllable.
pub(super) fn split(word: &str) -> Option<(&str, &str)> {
    let first = *word.as_bytes().first()?;
    onsets(first).iter().find_map(|onset| {
        let rhyme = word.strip_prefix(onset)?;
        (RHYMES.binary_search(&rhyme).is_ok() && agrees(onset, rhyme)).then_some((*onset, rhyme))
    })
}

/// Spelling rules that tie the onset to the vowel after it.
fn agrees(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['e', 'i', 'y']);
    match onset {
        "ngh" | "gh" => front,
        "ng" | "c" => !front,
        "g" => !front || rhyme == "i",
        "p" => rhyme == "in" || rhyme == "o",
        _ => true,
    }
}

/// One way of writing a syllable: `i` and `y` after a single consonant, `qui` and `quy`.
pub(crate) fn settle(word: &str) -> Option<&'static str> {
    Some(match word {
        "hi" => "hy",
        "ki" => "ky",
        "li" => "ly",
        "mi" => "my",
        "si" => "sy",
        "ti" => "ty",
        "qui" => "quy",
        _ => return None,
    })
}

/// A folded word as texts are normalised to it: [`settle`].
pub(crate) fn settled(word: &str) -> String {
    settle(word).unwrap_or(word).to_owned()
}

/// Makes a syllable of a word that is none: telex keys left in, letters doubled or dropped.
///
/// `None` if nothing plausible is near; the word is then kept as it is.
pub(crate) fn repair(word: &str) -> Option<String> {
    let mut candidate = slips::undouble(word);
    if is_syllable(&candidate) {
        return Some(candidate);
    }
    if let Some(fixed) = slips::letters(&candidate).filter(|w| is_syllable(w)) {
        return Some(fixed);
    }
    candidate = slips::telex(&candidate)?;
    if is_syllable(&candidate) {
        return Some(candidate);
    }
    slips::letters(&candidate).filter(|w| is_syllable(w))
}

/// The syllable as the ear keeps it where writers differ: s/x, tr/ch, gi/d/r/v, n/ng, c/t, i/y. Given in
/// pieces, byte by byte.
pub(crate) fn skeleton(word: &str) -> impl Iterator<Item = u8> {
    let (onset, vowels, end, one_i) = match split(word) {
        None => ("", word, "", false),
        Some((onset, rhyme)) => {
            let onset = match onset {
                "s" | "x" => "x",
                "tr" | "ch" => "ch",
                "gi" | "d" | "r" | "v" => "d",
                "ngh" => "ng",
                "gh" => "g",
                "k" | "c" => "c",
                other => other,
            };
            let ends = [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t")];
            let shortened = ends
                .iter()
                .find_map(|(end, heard)| Some((rhyme.strip_suffix(end)?, *heard)));
            match shortened {
                Some((vowels, end)) => (onset, vowels, end, false),
                None => (onset, rhyme, "", true),
            }
        }
    };
    let vowels = vowels.bytes().map(move |byte| match byte {
        b'y' if one_i => b'i',
        other => other,
    });
    onset.bytes().chain(vowels).chain(end.bytes())
}
