//! Returning a question with guidance (trả lại kèm hướng dẫn): who is competent, and what its author does next.
//!
//! "Not our job" without a pointer does not exist: a [`Guidance`] cannot be made without one.

use super::{keyword::keywords, text};

keywords! {
    /// Where the author of a returned question goes next.
    pub enum Pointer {
        /// A complaint or denunciation after all: the citizen reception (tiếp công dân).
        CitizenReception = "citizen_reception",
        /// A higher level is competent; the words say which.
        HigherLevel = "higher_level",
        /// Another agency or company is; the words say which.
        OtherAgency = "other_agency",
        /// A matter between private persons: agreement, mediation (hòa giải), court.
        PrivateLaw = "private_law",
    }
}

impl Pointer {
    /// Whether the clerk has to say who it is: the sentence alone would point nowhere.
    #[must_use]
    pub(crate) fn needs_words(self) -> bool {
        match self {
            Self::HigherLevel | Self::OtherAgency => true,
            Self::CitizenReception | Self::PrivateLaw => false,
        }
    }
}

/// The longest words of a clerk, in UTF-16 units: with the sentence and the question they fit into one message.
pub(crate) const MAX_WORDS: usize = 1_500;

/// Fewer letters and digits name nobody.
pub(crate) const MIN_LETTERS: usize = 4;

/// What the author of a returned question is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guidance {
    /// Where to go next.
    pub(crate) pointer: Pointer,
    /// What whoever returned it adds: which agency, where, what to bring.
    pub(crate) words: Option<String>,
}

/// Why words are no guidance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BadGuidance {
    /// Nobody is named.
    NamesNobody,
    /// Longer than [`MAX_WORDS`].
    TooLong,
}

impl Guidance {
    /// Guidance with what somebody typed, if anything.
    ///
    /// # Errors
    /// [`BadGuidance`] when the pointer needs words and there are none, or they are too long.
    pub(crate) fn new(pointer: Pointer, typed: Option<&str>) -> Result<Self, BadGuidance> {
        let words = typed.map(text::clean).filter(|words| !words.is_empty());
        if let Some(words) = &words {
            if text::utf16_len(words) > MAX_WORDS {
                return Err(BadGuidance::TooLong);
            }
            if words.chars().filter(|c| c.is_alphanumeric()).count() < MIN_LETTERS {
                return Err(BadGuidance::NamesNobody);
            }
        } else if pointer.needs_words() {
            return Err(BadGuidance::NamesNobody);
        }
        Ok(Self { pointer, words })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::keyword::Keyword;

    #[test]
    fn nobody_is_sent_to_an_agency_without_a_name() {
        for pointer in Pointer::ALL {
            let bare = Guidance::new(*pointer, None);
            assert_eq!(bare.is_err(), pointer.needs_words(), "{pointer}");
            assert_eq!(
                Guidance::new(*pointer, Some(" … ")),
                Err(BadGuidance::NamesNobody)
            );
            assert!(Guidance::new(*pointer, Some("Điện lực Duy Tiên, 19001234")).is_ok());
        }
    }

    proptest! {
        #[test]
        fn guidance_is_never_longer_than_a_message_holds(typed in ".{0,2000}") {
            if let Ok(guidance) = Guidance::new(Pointer::OtherAgency, Some(&typed)) {
                let words = guidance.words.unwrap_or_default();
                prop_assert!(text::utf16_len(&words) <= MAX_WORDS);
                prop_assert!(!words.is_empty());
            }
        }
    }
}
