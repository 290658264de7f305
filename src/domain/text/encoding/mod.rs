//! Texts that were typed in an old Vietnamese encoding, or were read in a wrong one: recognised and made readable.
//!
//! Pure. It proposes and never replaces: [`recognise`] gives what was probably meant, and the author is asked. It
//! must see the text as it came, before cleaning: two of the encodings use signs that cleaning takes away. It errs
//! on the side of `None`: a clean text, an English one, a phone number are left alone. `syllable` is the judge;
//! every other file knows one encoding.

mod cp1258;
mod keys;
mod mojibake;
mod syllable;
mod tcvn3;
#[cfg(test)]
mod tests;
mod viqr;
mod vni;

use self::syllable::Tally;

/// How a text was written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// TCVN 5712:1993, fonts named `.Vn…` (ABC).
    Tcvn3,
    /// Fonts named `VNI-…`.
    Vni,
    /// Marks as ASCII signs behind the letter: `Vie^.t`.
    Viqr,
    /// Keys of an input method that was switched off: `Vieetj`, `Vie65t`.
    Keys,
    /// UTF-8 read as Windows-1252 or Latin-1, once or twice.
    Mojibake,
    /// Windows-1258 read as Windows-1252.
    Cp1258,
}

/// What a text was probably meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// By which encoding.
    pub encoding: Encoding,
    /// In Unicode, composed.
    pub text: String,
}

/// Fewer words that change say nothing.
const FEWEST_CHANGED: usize = 2;
/// Of a hundred words at least so many must change.
const CHANGED: usize = 20;
/// Of a hundred words at least so many must be Vietnamese afterwards.
const VALID: usize = 80;
/// A text without foreign words, of which so many of a hundred are Vietnamese with their marks, is what it is.
const CLEAN: usize = 75;

type Decode = fn(&str) -> Option<String>;

/// The encodings in the order in which they are tried; of equals the first wins.
const DECODERS: [(Encoding, Decode); 6] = [
    (Encoding::Mojibake, mojibake::decode),
    (Encoding::Vni, vni::decode),
    (Encoding::Tcvn3, tcvn3::decode),
    (Encoding::Cp1258, cp1258::decode),
    (Encoding::Viqr, viqr::decode),
    (Encoding::Keys, keys::decode),
];

/// What `text`, as it came, was probably meant to be; nothing if it is fine as it is.
#[must_use]
pub fn recognise(text: &str) -> Option<Recovered> {
    let written = Tally::of(text);
    if written.words == 0 || is_clean(written) {
        return None;
    }
    let mut best: Option<(usize, Recovered)> = None;
    for (encoding, decode) in DECODERS {
        let Some(decoded) = decode(text) else {
            continue;
        };
        let read = Tally::of(&decoded);
        let changed = read
            .marked
            .saturating_sub(written.marked)
            .max(changed(text, &decoded));
        let convinces = read.marked > written.marked
            && changed >= FEWEST_CHANGED
            && changed * 100 >= CHANGED * read.words
            && read.valid * 100 >= VALID * read.words
            && read.letters >= written.letters.min(8)
            && read.odd * 8 <= read.words;
        let score = (read.valid + read.marked) * 1000 / (2 * read.words.max(1));
        if convinces && best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((
                score,
                Recovered {
                    encoding,
                    text: decoded,
                },
            ));
        }
    }
    best.map(|(_, recovered)| recovered)
}

fn is_clean(written: Tally) -> bool {
    written.odd == 0 && written.marked * 100 >= CLEAN * written.words
}

/// How many words are other than before.
fn changed(before: &str, after: &str) -> usize {
    let words = after.split_whitespace();
    let mut known = before.split_whitespace();
    words.filter(|word| known.next() != Some(word)).count()
}
