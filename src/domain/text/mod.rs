//! What people type: cleaning it, comparing it, cutting it to the lengths that a chat app takes.
//!
//! Comparison folds (diacritics, đ, case, white space); stored text is only ever cleaned, never folded.
//! Lengths are in `length`, the parts of a letter in `letter`. Nothing here escapes for HTML: that happens in one
//! place, where messages are written.

pub mod encoding;
mod length;
pub mod letter;
mod phrases;

use std::collections::BTreeSet;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

pub use self::length::{split_utf16, truncate_utf16, utf16_len};
pub(crate) use self::phrases::Phrases;

/// At most this many initials, so that a joke of a name does not fill a card.
const MAX_INITIALS: usize = 5;
/// Blank lines in a row that a text may keep.
const MAX_BLANK_LINES: usize = 2;
/// Marks in a row that a base letter may carry; Vietnamese needs two, no living script more than a few.
const MAX_MARKS: usize = 8;

/// The text as it is compared and searched: compatibility forms, diacritics and invisible signs gone, đ as d,
/// lower case, runs of white space as one space. `"  TT.  ĐỒNG Văn"` becomes `"tt. dong van"`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut push = |c: char| {
        if is_combining_mark(c) || is_invisible(c) {
            return;
        }
        if !c.is_whitespace() {
            folded.push(if c == 'đ' { 'd' } else { c });
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    for c in text.chars() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase());
        } else {
            decompose_compatible(c, |part| {
                part.to_lowercase()
                    .for_each(|lower| decompose_compatible(lower, &mut push));
            });
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// A number for a word, for counting how many words two texts share: FNV-1a. Two words with the same number make
/// texts look a little more alike than they are.
#[must_use]
pub fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Whether `c` is a letter or a digit of any script; at once for those of Vietnamese, which the standard library looks up
/// the long way.
#[must_use]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Whether two names are the same for a person who types without diacritics.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

/// The folded words of a text in their order, without punctuation.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !is_alphanumeric(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The folded words of a text, each once.
#[must_use]
pub fn word_set(text: &str) -> BTreeSet<String> {
    words(text).into_iter().collect()
}

/// A name as groups see it: `"Nguyễn Thị Lan"` becomes `"N.T.L."`. Words without a letter are left out, so a
/// name of nothing but emojis gives an empty text; the caller then says "a resident".
#[must_use]
pub fn initials(name: &str) -> String {
    let name: String = name.nfc().filter(|&c| !is_invisible(c)).collect();
    name.split_whitespace()
        .filter_map(|word| {
            word.graphemes(true)
                .find(|grapheme| grapheme.starts_with(char::is_alphabetic))
        })
        .take(MAX_INITIALS)
        .map(|letter| letter.to_uppercase() + ".")
        .collect()
}

/// Makes a text from outside fit to be kept and shown: no control characters except line breaks, nothing that
/// turns the writing direction around, NFC, no white space at the ends of lines or of the text, at most two
/// blank lines in a row. A text without a single visible sign becomes empty.
#[must_use]
pub fn clean(text: &str) -> String {
    if is_clean_line(text) {
        return text.to_owned();
    }
    let text = text.replace("\r\n", "\n");
    let mut marks = 0;
    let kept: String = text
        .chars()
        .map(|c| match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            other => other,
        })
        .filter(|&c| c == '\n' || !(c.is_control() || is_hazardous(c)))
        .nfc()
        .filter(|&c| {
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            marks <= MAX_MARKS
        })
        .collect();
    if !kept.chars().any(is_visible) {
        return String::new();
    }
    let mut cleaned = String::with_capacity(kept.len());
    let mut blank_lines = 0;
    for line in kept.trim().lines().map(str::trim_end) {
        if line.is_empty() {
            blank_lines += 1;
            continue;
        }
        if !cleaned.is_empty() {
            let breaks = 1 + blank_lines.min(MAX_BLANK_LINES);
            cleaned.extend(std::iter::repeat_n('\n', breaks));
        }
        blank_lines = 0;
        cleaned.push_str(line);
    }
    cleaned
}

/// Whether a text is what cleaning would make of it, as most are: one line without anything to look at twice.
fn is_clean_line(text: &str) -> bool {
    let ends = [text.chars().next(), text.chars().next_back()];
    ends.into_iter().all(|c| c.is_some_and(is_visible))
        && is_nfc_quick(text.chars()) == IsNormalized::Yes
        && !text.chars().any(|c| {
            c.is_control()
                || is_hazardous(c)
                || is_combining_mark(c)
                || matches!(c, '\u{2028}' | '\u{2029}')
        })
}

/// Signs that hide or turn text: embeddings, overrides and isolates, and widthless signs that no script needs.
/// The joiners U+200C and U+200D stay: emojis and some scripts are made of them.
fn is_hazardous(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Signs without a shape of their own, which comparison leaves out.
pub(super) fn is_invisible(c: char) -> bool {
    is_hazardous(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_visible(c: char) -> bool {
    /// Letters that fonts draw as nothing; spammers' favourite empty name.
    const FILLERS: [char; 5] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}'];
    !(c.is_whitespace() || is_invisible(c) || is_combining_mark(c) || FILLERS.contains(&c))
}

/// Texts that try every rule, for the tests of this module and of `length`.
#[cfg(test)]
mod awkward {
    use proptest::prelude::*;

    /// One grapheme of eleven UTF-16 units.
    pub(super) const FAMILY: &str = "👨‍👩‍👧‍👦";

    /// Texts with everything that makes cutting hard.
    pub(super) fn awkward() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just(FAMILY.to_owned()),
            Just("🇻🇳".to_owned()),
            Just("👍🏽".to_owned()),
            Just("\u{200d}".to_owned()),
            Just("o\u{302}\u{300}".to_owned()),
            Just("\u{301}".to_owned()),
            Just("\n\n".to_owned()),
            Just("\r\n".to_owned()),
            Just(" ".to_owned()),
            Just("chữ ".to_owned()),
            Just("한".to_owned()),
            Just("\u{600}".to_owned()),
            "\\PC{0,6}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    use proptest::prelude::*;

    use super::awkward::{FAMILY, awkward};
    use super::*;

    #[test]
    fn names_are_the_same_however_they_are_typed() {
        let decomposed: String = "Phường Đồng Văn".nfd().collect();
        for typed in [
            "phuong dong van",
            "PHƯỜNG  ĐỒNG VĂN ",
            &decomposed,
            "Ｐhường\u{a0}Đồng\tVăn",
        ] {
            assert!(same_name(typed, "Phường Đồng Văn"), "{typed}");
        }
        assert!(!same_name("Đồng Văn", "Đông Vân 2"));
        assert_eq!(fold("İ ẞ ﬁ ①"), "i ß fi 1");
    }

    #[test]
    fn words_have_no_punctuation_and_no_diacritics() {
        assert_eq!(
            words("Đường vào thôn, ngập!"),
            ["duong", "vao", "thon", "ngap"]
        );
        assert_eq!(word_set("a b A").len(), 2);
        assert!(words("😀 … !").is_empty());
    }

    #[test]
    fn initials_keep_nobody_waiting_and_nobody_named() {
        for (name, expected) in [
            ("Nguyễn Thị Lan", "N.T.L."),
            ("  đặng   ánh ", "Đ.Á."),
            ("🌸 Lan 🌸", "L."),
            ("(Bà) 7 Hoa", "B.H."),
            ("🌸🌸", ""),
            ("", ""),
            ("\u{202e}nal", "N."),
            ("محمد علي", "م.ع."),
            ("a b c d e f g h", "A.B.C.D.E."),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn cleaning_keeps_what_was_said() {
        assert_eq!(
            clean("  Dòng 1 \r\n\r\n\r\n\r\n\r\nDòng\t2\u{0}\u{202e}!  "),
            "Dòng 1\n\n\nDòng 2!"
        );
        assert_eq!(clean("Đo\u{302}\u{300}ng"), "Đồng");
        assert_eq!(clean(FAMILY), FAMILY);
        assert_eq!(clean("\u{200d}\u{3164} \n"), "");
        assert_eq!(
            clean(&format!("a{}", "\u{301}\u{300}".repeat(500)))
                .chars()
                .count(),
            1 + MAX_MARKS
        );
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in awkward()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn what_is_called_clean_is_cleaned_already(line in "[ -~à-ỹ\\PC]{0,30}") {
            if is_clean_line(&line) {
                // A line break inside keeps the same line from the short way.
                prop_assert_eq!(clean(&format!("{line}\nx")), format!("{line}\nx"));
            }
        }

        #[test]
        fn folding_does_not_see_the_normal_form(text in "[a-zA-Zà-ỹÀ-Ỹđ ]{0,20}") {
            let nfd: String = text.nfd().collect();
            let nfc: String = text.nfc().collect();
            prop_assert_eq!(fold(&nfd), fold(&nfc));
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in awkward()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(|c| c != '\n' && c.is_control()));
        }

        #[test]
        fn initials_never_panic(text in awkward()) {
            let _ = initials(&text);
        }



    }
}
