//! The one-time codes on printed receipts: whoever types one proves to hold the paper.

use std::fmt;

use sha2::{Digest, Sha256};

use super::{
    CodeProblem, QuestionCode,
    ticket::{read_signs, signs_of},
};

const LENGTH: usize = 8;

/// The code on a slip (mã phiếu): random, without signs that look alike. It is kept as a hash only, so its
/// `Debug` form hides it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SlipCode([u8; LENGTH]);

impl SlipCode {
    /// Makes a code of the lowest 40 bits of a random number: about a million million slips.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        Self(signs_of(random))
    }

    /// Reads what a person typed off the paper: in any case, with spaces and dashes.
    ///
    /// # Errors
    /// [`CodeProblem::NotACode`] unless exactly eight signs of the alphabet are left.
    pub fn parse(typed: &str) -> Result<Self, CodeProblem> {
        read_signs(typed).map(Self)
    }

    /// What is kept of it: the same slip code on another question has another hash.
    #[must_use]
    pub fn hash_for(self, question: QuestionCode) -> String {
        use std::fmt::Write as _;
        let mut hash = Sha256::new();
        hash.update(question.to_string());
        hash.update(b":");
        hash.update(self.0);
        let mut hex = String::with_capacity(64);
        for byte in hash.finalize() {
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

/// "ABCD-2345": two halves are easier to copy.
impl fmt::Display for SlipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, &sign) in self.0.iter().enumerate() {
            if at == LENGTH / 2 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(sign))?;
        }
        Ok(())
    }
}

impl fmt::Debug for SlipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SlipCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::code::CodePrefix;

    fn question(number: u32) -> QuestionCode {
        let prefix = CodePrefix::new("DT").unwrap();
        QuestionCode::new(prefix, NonZeroU32::new(number).unwrap())
    }

    #[test]
    fn a_slip_never_holds_signs_that_look_alike() {
        let slip = SlipCode::from_random(u64::MAX);
        assert_eq!(slip.to_string(), "ZZZZ-ZZZZ");
        assert_eq!(format!("{slip:?}"), "SlipCode(…)");
        for typed in [
            "",
            "ZZZZZZZ",
            "ZZZZZZZZZ",
            "ZZZZZZZ0",
            "ZZZZZZZ1",
            "ZZZZZZZI",
            "ZZZZZZZO",
            "ZZZZZZZ😀",
        ] {
            assert_eq!(
                SlipCode::parse(typed),
                Err(CodeProblem::NotACode),
                "{typed}"
            );
        }
    }

    proptest! {
        #[test]
        fn every_slip_is_read_back_however_it_is_typed(random: u64) {
            let slip = SlipCode::from_random(random);
            let printed = slip.to_string();
            prop_assert!(!printed.contains(['0', 'O', '1', 'I']));
            prop_assert_eq!(SlipCode::parse(&printed), Ok(slip));
            prop_assert_eq!(SlipCode::parse(&format!(" {} ", printed.to_lowercase().replace('-', " "))), Ok(slip));
        }

        #[test]
        fn another_slip_or_another_question_has_another_hash(a: u64, b: u64, n in 1u32..9_999, m in 1u32..9_999) {
            let (one, other) = (SlipCode::from_random(a), SlipCode::from_random(b));
            let (here, there) = (question(n), question(m));
            prop_assert_eq!(one.hash_for(here) == other.hash_for(here), one == other);
            prop_assert_eq!(one.hash_for(here) == one.hash_for(there), here == there);
            prop_assert!(!one.hash_for(here).contains(&one.to_string().replace('-', "")));
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC*") {
            let _ = SlipCode::parse(&text);
        }
    }
}
