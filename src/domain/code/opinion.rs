//! The codes on printed opinion slips (phiếu ghi ý kiến): which meeting, which slip. They prove nothing; each is entered once.

use std::fmt;

use super::question::check_letter;
use crate::domain::ids::MeetingCode;

/// So many slips a meeting can have.
pub const MOST_SLIPS: u16 = 999;

/// A printed opinion slip: `DV01-007H`, with the check letter of its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpinionSlip {
    /// The meeting it was printed for.
    pub meeting: MeetingCode,
    /// Its number there, from 1.
    pub number: u16,
}

impl OpinionSlip {
    /// Reads what somebody typed off the paper, in any case. `None`: it is none, or a digit or the letter is wrong.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_uppercase();
        let (meeting, number) = typed.rsplit_once('-')?;
        let letter = number.chars().next_back()?;
        let digits = number.strip_suffix(letter)?;
        if meeting.is_empty() || digits.is_empty() || digits.len() > 4 {
            return None;
        }
        let number: u16 = digits.parse().ok()?;
        let slip = Self {
            meeting: MeetingCode::new(meeting),
            number,
        };
        let is_whole = (1..=MOST_SLIPS).contains(&number) && slip.letter() == letter;
        is_whole.then_some(slip)
    }

    /// Whether it looks like one, right or wrong: letters, a hyphen, digits and a letter.
    #[must_use]
    pub fn is_meant(typed: &str) -> bool {
        let Some((meeting, number)) = typed.trim().rsplit_once('-') else {
            return false;
        };
        let is_sign = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
        !meeting.is_empty()
            && meeting.chars().all(is_sign)
            && number.chars().all(|sign| sign.is_ascii_alphanumeric())
            && number.starts_with(|sign: char| sign.is_ascii_digit())
    }

    fn digits(&self) -> String {
        format!("{:03}", self.number)
    }

    fn letter(&self) -> char {
        char::from(check_letter(&self.digits()))
    }
}

impl fmt::Display for OpinionSlip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}{}", self.meeting, self.digits(), self.letter())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slip(number: u16) -> OpinionSlip {
        OpinionSlip {
            meeting: MeetingCode::new("T1-01"),
            number,
        }
    }

    #[test]
    fn what_is_no_slip_is_none() {
        for typed in [
            "",
            "DV01",
            "DV01-",
            "-007K",
            "DV01-K",
            "DV01-000A",
            "DV01-1000A",
            "DV01-007É",
        ] {
            assert_eq!(OpinionSlip::parse(typed), None, "{typed}");
        }
        assert!(OpinionSlip::is_meant("dv01-007x"));
        for words in ["giao-thông", "Đồng Văn", "xe-đạp", "2-3 năm"] {
            assert!(!OpinionSlip::is_meant(words), "{words}");
        }
    }

    proptest! {
        #[test]
        fn every_slip_is_read_back_and_a_wrong_letter_is_noticed(number in 1..=MOST_SLIPS, letter in 0u8..26) {
            let letter = char::from(b'A' + letter);
            let slip = slip(number);
            let printed = slip.to_string();
            prop_assert_eq!(OpinionSlip::parse(&printed.to_lowercase()), Some(slip.clone()));
            prop_assert!(OpinionSlip::is_meant(&printed));
            let other = format!("T1-01-{number:03}{letter}");
            prop_assert_eq!(OpinionSlip::parse(&other).is_some(), other == printed);
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC*") {
            let _ = OpinionSlip::parse(&text);
            let _ = OpinionSlip::is_meant(&text);
        }
    }
}
