//! The codes of tickets: random, without signs that look alike.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::CodeProblem;
use crate::domain::text::fold;

/// Signs of a ticket: no 0, O, 1, I, which look alike on paper.
const TICKET_SIGNS: [u8; 32] = *b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const TICKET_LENGTH: usize = 6;

/// The code of a ticket to a meeting: random, so that nobody checks in with a neighbour's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TicketCode([u8; TICKET_LENGTH]);

impl TicketCode {
    /// Makes a code of the lowest 30 bits of a random number: about a thousand million tickets.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        Self(signs_of(random))
    }

    /// Reads what a person typed or a scanner read: in any case, with spaces, dashes or other signs.
    ///
    /// # Errors
    /// [`CodeProblem::NotACode`] unless exactly six signs of the ticket alphabet are left.
    pub fn parse(text: &str) -> Result<Self, CodeProblem> {
        read_signs(text).map(Self)
    }
}

/// As many signs as are wanted, of the lowest bits of a random number: five bits a sign.
pub(super) fn signs_of<const N: usize>(random: u64) -> [u8; N] {
    let mut bits = random;
    std::array::from_fn(|_| {
        let sign = TICKET_SIGNS[(bits % 32) as usize];
        bits /= 32;
        sign
    })
}

/// Reads exactly so many signs, in any case, with spaces, dashes or other signs between them.
pub(super) fn read_signs<const N: usize>(text: &str) -> Result<[u8; N], CodeProblem> {
    let folded = fold(text);
    let mut signs = folded.chars().filter(|c| c.is_alphanumeric());
    let mut code = [0; N];
    for place in &mut code {
        let sign = signs.next().ok_or(CodeProblem::NotACode)?;
        let sign = u8::try_from(sign).map_err(|_| CodeProblem::NotACode)?;
        *place = sign.to_ascii_uppercase();
        if !TICKET_SIGNS.contains(place) {
            return Err(CodeProblem::NotACode);
        }
    }
    match signs.next() {
        None => Ok(code),
        Some(_) => Err(CodeProblem::NotACode),
    }
}

impl fmt::Display for TicketCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|&sign| write!(f, "{}", char::from(sign)))
    }
}

impl From<TicketCode> for String {
    fn from(code: TicketCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for TicketCode {
    type Error = CodeProblem;

    fn try_from(text: String) -> Result<Self, CodeProblem> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_ticket_never_holds_signs_that_look_alike() {
        let ticket = TicketCode::from_random(u64::MAX);
        assert_eq!(ticket.to_string(), "ZZZZZZ");
        assert_eq!(TicketCode::parse(" zzz-zzz "), Ok(ticket));
        for typed in [
            "",
            "ZZZZZ",
            "ZZZZZZZ",
            "ZZZZZ0",
            "ZZZZZ1",
            "ZZZZZI",
            "ZZZZZO",
            "ZZZZZ😀",
        ] {
            assert_eq!(
                TicketCode::parse(typed),
                Err(CodeProblem::NotACode),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_ticket_is_a_text_in_json() {
        let json = serde_json::to_string(&TicketCode::from_random(0)).unwrap();
        assert_eq!(json, r#""222222""#);
        assert_eq!(
            serde_json::from_str::<TicketCode>(&json).unwrap(),
            TicketCode::from_random(0)
        );
    }

    proptest! {
        #[test]
        fn every_ticket_is_read_back(random: u64) {
            let ticket = TicketCode::from_random(random);
            prop_assert_eq!(TicketCode::parse(&ticket.to_string().to_lowercase()), Ok(ticket));
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC*") {
            let _ = TicketCode::parse(&text);
        }
    }
}
