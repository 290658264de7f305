//! The codes of questions, and the letter that notices a slip of the finger.
//!
//! # The check letter
//!
//! The digits of a question's number are read as a polynomial at 19, modulo the prime 23, and the rest
//! (0–22) picks a letter from A–Z without I and O (they look like 1 and 0; Z stays unused).
//! * One wrong digit changes the sum by `(a - b) × 19ⁿ`. Both factors lie strictly between -23 and 23 after
//!   reduction and neither is 0, so neither is the product, 23 being prime.
//! * Two swapped neighbours change it by `(a - b) × (19ⁿ⁺¹ - 19ⁿ) = (a - b) × 18 × 19ⁿ`: not 0 either.
//! * 19 is a primitive root modulo 23, so the first 22 powers differ: a swap of any two digits is noticed too.
//! * Leading zeros add nothing, so `DT-42K` and `DT-0042K` are the same code.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::CodeProblem;
use crate::domain::text::fold;

/// Check letters by rest: A–Z without I and O. The rest is below 23, so the last one is never used.
const CHECK_LETTERS: [u8; 24] = *b"ABCDEFGHJKLMNPQRSTUVWXYZ";
const CHECK_MODULUS: u32 = 23;
const CHECK_BASE: u32 = 19;

/// A number is printed with at least this many digits.
const MIN_DIGITS: usize = 4;
/// Longest run of digits taken for a number: `u32::MAX` has ten.
const MAX_DIGITS: usize = 10;

/// The two letters that begin the question codes of a council, in capitals (`DT`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CodePrefix([u8; 2]);

impl CodePrefix {
    /// Takes two ASCII letters of either case; `None` for anything else.
    #[must_use]
    pub fn new(letters: &str) -> Option<Self> {
        match letters.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }
}

impl fmt::Display for CodePrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.0[0]), char::from(self.0[1]))
    }
}

impl From<CodePrefix> for String {
    fn from(prefix: CodePrefix) -> Self {
        prefix.to_string()
    }
}

impl TryFrom<String> for CodePrefix {
    type Error = CodeProblem;

    fn try_from(letters: String) -> Result<Self, CodeProblem> {
        Self::new(&letters).ok_or(CodeProblem::NotACode)
    }
}

/// The code of a question, `DT-0042K`: given at the receipt, quoted ever after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct QuestionCode {
    prefix: CodePrefix,
    number: NonZeroU32,
}

impl QuestionCode {
    /// The code of the question with this running number, counted from 1.
    #[must_use]
    pub fn new(prefix: CodePrefix, number: NonZeroU32) -> Self {
        Self { prefix, number }
    }

    /// The running number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number.get()
    }

    /// The letters in front.
    #[must_use]
    pub fn prefix(self) -> CodePrefix {
        self.prefix
    }

    /// Reads what a person typed where a code was expected: in any case, with or without the prefix, with
    /// hyphens, dashes, spaces or other signs anywhere, and with O, I and L for 0 and 1.
    ///
    /// # Errors
    /// What is wrong with it, as far as it can be told; see [`CodeProblem`].
    pub fn parse(text: &str, prefix: CodePrefix) -> Result<Self, CodeProblem> {
        let letters: String = fold(text)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let own = prefix.to_string();
        let number_and_check = match letters.strip_prefix(&own) {
            Some(rest) => rest,
            None if letters.starts_with(|c: char| c.is_ascii_digit()) => &letters,
            None if begins_like_a_code(&letters) => return Err(CodeProblem::OtherPrefix),
            None => return Err(CodeProblem::NotACode),
        };
        let number = read_number(number_and_check)?;
        Ok(Self { prefix, number })
    }

    /// Finds the first code of this council inside a longer text, such as a card or a forwarded receipt.
    ///
    /// Here the prefix, four digits and a right check letter must all be there, in one word or with one dash
    /// or space after the prefix, so that ordinary words and amounts are never taken for a code.
    #[must_use]
    pub fn find_in(text: &str, prefix: CodePrefix) -> Option<Self> {
        let folded: Vec<char> = fold(text).chars().collect();
        let own: Vec<char> = prefix.to_string().to_ascii_lowercase().chars().collect();
        (0..folded.len())
            .filter(|&at| at == 0 || !folded[at - 1].is_alphanumeric())
            .filter(|&at| folded[at..].starts_with(&own))
            .find_map(|at| {
                let rest = &folded[at + own.len()..];
                let rest = match rest.first() {
                    Some(sign) if !sign.is_alphanumeric() => &rest[1..],
                    _ => rest,
                };
                let word: String = rest.iter().take_while(|c| c.is_alphanumeric()).collect();
                let word = word.to_ascii_uppercase();
                let number = read_number(&word).ok()?;
                (word.len() > MIN_DIGITS).then_some(Self { prefix, number })
            })
    }
}

/// Two letters and then a digit: the form of a code, whoever's it is.
fn begins_like_a_code(letters: &str) -> bool {
    matches!(letters.as_bytes(), [a, b, c, ..]
        if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_digit())
}

/// Reads digits and check letter, in capitals and with nothing between them.
fn read_number(text: &str) -> Result<NonZeroU32, CodeProblem> {
    let (digits, check) = match text.as_bytes() {
        [.., last] if last.is_ascii_digit() => (text, None),
        [digits @ .., last] if last.is_ascii_alphabetic() => (&text[..digits.len()], Some(*last)),
        _ => return Err(CodeProblem::NotACode),
    };
    if digits.is_empty() || digits.len() > MAX_DIGITS {
        return Err(CodeProblem::NotACode);
    }
    let digits: String = digits
        .chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(CodeProblem::NotACode);
    }
    let number: NonZeroU32 = digits.parse().map_err(|_| CodeProblem::NotACode)?;
    match check {
        None => Err(CodeProblem::NoCheckLetter),
        Some(letter) if letter == check_letter(&digits) => Ok(number),
        Some(_) => Err(CodeProblem::WrongCheckLetter),
    }
}

/// The check letter of a run of ASCII digits; see the module's documentation.
pub(super) fn check_letter(digits: &str) -> u8 {
    let rest = digits.bytes().fold(0, |sum, digit| {
        (sum * CHECK_BASE + u32::from(digit - b'0')) % CHECK_MODULUS
    });
    CHECK_LETTERS[rest as usize]
}

impl fmt::Display for QuestionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0width$}", self.number, width = MIN_DIGITS);
        let check = char::from(check_letter(&digits));
        write!(f, "{}-{digits}{check}", self.prefix)
    }
}

impl From<QuestionCode> for String {
    fn from(code: QuestionCode) -> Self {
        code.to_string()
    }
}

/// Reads our own printed form, whatever the prefix: for rows and buttons, not for people.
impl FromStr for QuestionCode {
    type Err = CodeProblem;

    fn from_str(text: &str) -> Result<Self, CodeProblem> {
        let (letters, rest) = text.split_once('-').ok_or(CodeProblem::NotACode)?;
        let prefix = CodePrefix::new(letters).ok_or(CodeProblem::NotACode)?;
        let number = read_number(rest)?;
        Ok(Self { prefix, number })
    }
}

impl TryFrom<String> for QuestionCode {
    type Error = CodeProblem;

    fn try_from(text: String) -> Result<Self, CodeProblem> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dt() -> CodePrefix {
        CodePrefix::new("dt").unwrap()
    }

    fn question(number: u32) -> QuestionCode {
        QuestionCode::new(dt(), NonZeroU32::new(number).unwrap())
    }

    /// Every text that differs from `digits` in one digit or one swap of neighbours.
    fn slips(digits: &str) -> Vec<String> {
        let digits: Vec<u8> = digits.bytes().collect();
        let mut slips = Vec::new();
        for at in 0..digits.len() {
            for wrong in b'0'..=b'9' {
                let mut slip = digits.clone();
                slip[at] = wrong;
                slips.push(slip);
            }
            if at + 1 < digits.len() {
                let mut slip = digits.clone();
                slip.swap(at, at + 1);
                slips.push(slip);
            }
        }
        slips.retain(|slip| *slip != digits);
        slips
            .into_iter()
            .map(|slip| String::from_utf8(slip).unwrap())
            .collect()
    }

    #[test]
    fn the_code_of_the_contract_is_ours() {
        assert_eq!(question(42).to_string(), "DT-0042K");
        assert_eq!(question(123_456).to_string().len(), "DT-123456K".len());
    }

    #[test]
    fn every_slip_in_every_number_of_four_digits_is_noticed() {
        for number in 0..=9999 {
            let digits = format!("{number:04}");
            let check = check_letter(&digits);
            for slip in slips(&digits) {
                assert_ne!(check, check_letter(&slip), "{digits} and {slip}");
            }
        }
    }

    #[test]
    fn people_may_type_a_code_as_they_like() {
        for typed in [
            "DT-0042K",
            "dt0042k",
            " dt - 0042 k ",
            "DT–0042K",
            "DT—0042K",
            "0042k",
            "42K",
            "DT-OO42K",
            "ＤＴ－００４２Ｋ",
            "#DT_0042K.",
            "đt 0042k",
            "D T 0 0 4 2 K",
            "dt\u{200b}-0042k",
        ] {
            assert_eq!(
                QuestionCode::parse(typed, dt()),
                Ok(question(42)),
                "{typed}"
            );
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        for (typed, problem) in [
            ("", CodeProblem::NotACode),
            ("cái cầu", CodeProblem::NotACode),
            ("DT", CodeProblem::NotACode),
            ("DT-K", CodeProblem::NotACode),
            ("DT-0000A", CodeProblem::NotACode),
            ("DT-99999999999K", CodeProblem::NotACode),
            ("DT-4294967296A", CodeProblem::NotACode),
            ("HN-0042K", CodeProblem::OtherPrefix),
            ("DT-0042", CodeProblem::NoCheckLetter),
            ("DT-0024K", CodeProblem::WrongCheckLetter),
            ("DT-0042Z", CodeProblem::WrongCheckLetter),
        ] {
            assert_eq!(QuestionCode::parse(typed, dt()), Err(problem), "{typed}");
        }
    }

    #[test]
    fn a_code_is_found_inside_a_card() {
        let card = "📌 DT-0042K · Giao thông\nĐT 0912345678, đường DT 0042, giá 0042K";
        assert_eq!(QuestionCode::find_in(card, dt()), Some(question(42)));
        assert_eq!(
            QuestionCode::find_in("mã dt0042k nhé", dt()),
            Some(question(42))
        );
        assert_eq!(
            QuestionCode::find_in("XDT-0042K, DT-0043K, DT-42K, 0042K", dt()),
            None
        );
        assert_eq!(
            QuestionCode::find_in("DT-0043K rồi DT-0042K.", dt()),
            Some(question(42))
        );
    }

    #[test]
    fn a_code_is_a_text_in_json() {
        let json = serde_json::to_string(&question(42)).unwrap();
        assert_eq!(json, r#""DT-0042K""#);
        assert_eq!(
            serde_json::from_str::<QuestionCode>(&json).unwrap(),
            question(42)
        );
        assert!(serde_json::from_str::<QuestionCode>(r#""DT-0043K""#).is_err());
    }

    proptest! {
        #[test]
        fn every_printed_code_is_read_back(number in 1u32.., prefix in "[A-Za-z]{2}") {
            let prefix = CodePrefix::new(&prefix).unwrap();
            let code = QuestionCode::new(prefix, NonZeroU32::new(number).unwrap());
            let printed = code.to_string();
            prop_assert_eq!(QuestionCode::parse(&printed, prefix), Ok(code));
            prop_assert_eq!(printed.parse(), Ok(code));
            prop_assert_eq!(QuestionCode::find_in(&format!("Mã: {printed}, cảm ơn"), prefix), Some(code));
        }

        #[test]
        fn a_slip_in_a_longer_number_is_noticed(number in 1u32..) {
            let digits = number.to_string();
            for slip in slips(&digits) {
                prop_assert_ne!(check_letter(&digits), check_letter(&slip));
            }
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC*", prefix in "[A-Z]{2}") {
            let prefix = CodePrefix::new(&prefix).unwrap();
            let _ = QuestionCode::parse(&text, prefix);
            let _ = QuestionCode::find_in(&text, prefix);
            let _ = text.parse::<QuestionCode>();
        }

        #[test]
        fn no_almost_code_makes_reading_panic(text in "[DT0-9A-Kđ \u{300}-]{0,14}") {
            let _ = QuestionCode::parse(&text, dt());
            let _ = QuestionCode::find_in(&text, dt());
        }
    }
}
