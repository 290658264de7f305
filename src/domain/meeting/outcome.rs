//! What came of a meeting, as a clerk writes it down for the minutes.

/// Opinions spoken, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Opinions in all.
    pub opinions: u32,
    /// Of these, answered on the spot.
    pub answered: u32,
    /// Of these, passed on.
    pub passed_on: u32,
}

impl Outcome {
    /// Reads "12 8 4": opinions, answered on the spot, passed on. `None`: not three numbers, or the parts are
    /// more than the whole.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let numbers: Vec<u32> = typed
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().ok().filter(|number| *number <= 10_000))
            .collect::<Option<_>>()?;
        let [opinions, answered, passed_on] = numbers.as_slice() else {
            return None;
        };
        (answered + passed_on <= *opinions).then_some(Self {
            opinions: *opinions,
            answered: *answered,
            passed_on: *passed_on,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_that_add_up_are_an_outcome() {
        let outcome = Outcome {
            opinions: 12,
            answered: 8,
            passed_on: 4,
        };
        assert_eq!(Outcome::parse("12 8 4"), Some(outcome));
        assert_eq!(
            Outcome::parse("12 ý kiến, 8 trả lời, 4 chuyển"),
            Some(outcome)
        );
        for typed in ["", "12 8", "3 2 2", "nhiều", "99999999999 1 1"] {
            assert_eq!(Outcome::parse(typed), None, "{typed}");
        }
    }
}
