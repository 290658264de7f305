//! Whether a word can be a Vietnamese syllable with these marks, and where its tone stands.

use std::{borrow::Cow, collections::HashSet, sync::LazyLock};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::domain::text::is_alphanumeric;

/// The tones as combining signs: grave, acute, tilde, hook above, dot below.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ch", "ph", "th", "tr", "qu", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo \
    ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan \
    oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt \
    ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych \
    uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yt ynh";

static KNOWN_RHYMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| RHYMES.split_whitespace().collect());

/// The composed letters of Vietnamese lie in these two ranges, among others.
const COMPOSED: [(char, char); 2] = [('\u{c0}', '\u{1b0}'), ('\u{1ea0}', '\u{1ef9}')];

/// Letters of [`COMPOSED`] in small letters, without their tone, and the tone.
static PARTED: LazyLock<Vec<(char, Option<char>)>> = LazyLock::new(|| {
    let all = COMPOSED.iter().flat_map(|(from, to)| *from..=*to);
    all.map(|c| {
        let (letters, tone) = split_tone_of_any(c.encode_utf8(&mut [0; 4]));
        (letters.chars().next().unwrap_or(c), tone)
    })
    .collect()
});

/// A small letter without its tone, and the tone; `None` for signs that must be seen with their neighbours.
fn parted(c: char) -> Option<(char, Option<char>)> {
    if c.is_ascii() {
        return Some((c.to_ascii_lowercase(), None));
    }
    let mut begin = 0;
    for (from, to) in COMPOSED {
        if (from..=to).contains(&c) {
            return PARTED.get(begin + c as usize - from as usize).copied();
        }
        begin += to as usize - from as usize + 1;
    }
    None
}

/// A word split, where every letter is composed and at most one carries a tone, as nearly every word is.
struct Plain {
    /// Without the tone, in small letters.
    letters: String,
    /// The tone, and which letter carries it.
    tone: Option<(char, usize)>,
}

impl Plain {
    fn of(word: &str) -> Option<Self> {
        let mut plain = Self {
            letters: String::with_capacity(word.len()),
            tone: None,
        };
        for (at, c) in word.chars().enumerate() {
            let (letter, tone) = parted(c)?;
            plain.letters.push(letter);
            if let Some(tone) = tone {
                if plain.tone.is_some() {
                    return None;
                }
                plain.tone = Some((tone, at));
            }
        }
        Some(plain)
    }
}

/// A word split: its letters without the tone, lower case, composed; and its tone.
pub(super) fn split_tone(word: &str) -> (String, Option<char>) {
    match Plain::of(word) {
        Some(plain) => (plain.letters, plain.tone.map(|(tone, _)| tone)),
        None => split_tone_of_any(word),
    }
}

fn split_tone_of_any(word: &str) -> (String, Option<char>) {
    let mut tone = None;
    let letters = word
        .nfd()
        .filter(|c| {
            let is_tone = TONES.contains(c);
            if is_tone {
                tone = Some(*c);
            }
            !is_tone
        })
        .nfc()
        .flat_map(char::to_lowercase)
        .collect();
    (letters, tone)
}

/// Onset and rhyme of lower-case letters without a tone.
pub(super) fn split(letters: &str) -> Option<(&str, &str)> {
    ONSETS.iter().find_map(|onset| {
        let rhyme = letters.strip_prefix(onset)?;
        (KNOWN_RHYMES.contains(rhyme) && agrees(onset, rhyme)).then_some((*onset, rhyme))
    })
}

fn agrees(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "ngh" | "gh" => front,
        "ng" | "c" => !front,
        "g" => !front || rhyme == "i",
        "p" => matches!(rhyme, "in" | "ô" | "a" | "ê"),
        _ => true,
    }
}

/// Whether a word can be Vietnamese.
pub(super) fn is_syllable(word: &str) -> bool {
    let (letters, tone) = split_tone(word);
    let Some((_, rhyme)) = split(&letters) else {
        return false;
    };
    // Before a stop there are two tones only; none at all is how people type without marks.
    let stops = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
    !stops || matches!(tone, Some('\u{301}' | '\u{323}')) || tone.is_none() && word.is_ascii()
}

/// Which of these small letters carries the tone where Vietnamese writes it: "hòa", "đường", "của".
fn place_of_tone(lower: &str) -> Option<usize> {
    let (onset, rhyme) = split(lower)?;
    let vowels: Vec<char> = rhyme
        .chars()
        .take_while(|c| "aăâeêioôơuưy".contains(*c))
        .collect();
    let closed = rhyme.chars().count() > vowels.len();
    let marked = vowels.iter().rposition(|c| "ăâêôơư".contains(*c));
    let at = match (marked, vowels.len()) {
        // "ưa", "ưu": the horn carries it; "ươ": the second horn.
        (Some(at), _) => at,
        (None, 2) if closed => 1,
        (None, 1 | 2) => 0,
        (None, _) => 1,
    };
    Some(onset.chars().count() + at)
}

/// Puts a tone on the vowel where Vietnamese writes it.
pub(super) fn with_tone(letters: &str, tone: char) -> Option<String> {
    let at = place_of_tone(&letters.to_lowercase())?;
    let mut out = String::with_capacity(letters.len() + 2);
    for (i, c) in letters.chars().enumerate() {
        out.push(c);
        if i == at {
            out.push(tone);
        }
    }
    Some(out.nfc().collect())
}

/// What the words of a text look like.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Tally {
    /// Words: runs of letters, without those that are all capitals and short.
    pub(super) words: usize,
    /// Words that can be Vietnamese.
    pub(super) valid: usize,
    /// Of these, those with marks.
    pub(super) marked: usize,
    /// Words with foreign letters.
    pub(super) odd: usize,
    /// Letters in all.
    pub(super) letters: usize,
}

impl Tally {
    pub(super) fn of(text: &str) -> Self {
        let composed: Cow<'_, str> = match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => Cow::Borrowed(text),
            IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
        };
        let mut tally = Self::default();
        for word in composed
            .split(|c: char| !is_letter_like(c))
            .filter(|word| !word.is_empty())
        {
            if word.chars().all(|c| c.is_ascii_digit())
                || word.len() <= 5 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            {
                continue;
            }
            tally.words += 1;
            tally.letters += word.chars().count();
            if is_syllable(word) && is_written_so(word) {
                tally.valid += 1;
                tally.marked += usize::from(!word.is_ascii());
            } else if !word.is_ascii() {
                tally.odd += 1;
            }
        }
        tally
    }
}

/// Whether anybody writes a syllable so: "hoÒng" and "meò" have its letters, but a capital stands behind a small
/// letter, or the tone not where it is written (of "hòa" and "hoà" both are).
fn is_written_so(word: &str) -> bool {
    let mut small = false;
    let rises = word.chars().any(|c| {
        let rises = small && !c.is_ascii() && c.is_uppercase();
        small = c.is_lowercase();
        rises
    });
    if let Some(plain) = Plain::of(word) {
        let letters = &plain.letters;
        return !rises
            && plain.tone.is_none_or(|(_, at)| {
                let is_last = at + 1 == letters.chars().count();
                place_of_tone(letters) == Some(at) || is_last && letters.ends_with(['a', 'e', 'y'])
            });
    }
    let (letters, tone) = split_tone_of_any(word);
    let Some(tone) = tone else {
        return !rises;
    };
    let lower: String = word.chars().flat_map(char::to_lowercase).nfc().collect();
    let is_open = letters.ends_with(['a', 'e', 'y']);
    let second = || -> String { letters.chars().chain([tone]).nfc().collect() };
    !rises
        && (with_tone(&letters, tone).is_some_and(|written| written == lower)
            || is_open && second() == lower)
}

/// Letters, and signs that stand inside words of broken texts.
fn is_letter_like(c: char) -> bool {
    is_alphanumeric(c)
        || ('\u{80}'..='\u{bf}').contains(&c) && !matches!(c, '\u{a0}' | '«' | '»' | '·')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_word_of_composed_letters_is_split_as_any_word(word in "[a-zA-ZđĐăâêôơưàáảãạếệọởứỹỲỨÀñéçøÿ0-9]{0,9}") {
            prop_assert_eq!(split_tone(&word), split_tone_of_any(&word));
        }
    }
}
