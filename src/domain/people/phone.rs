//! Phone numbers (số điện thoại): read with Google's numbering plans, kept in one form, shown only in part.

use std::fmt;

use phonenumber::{Mode, country};

/// A number that can exist, in E.164. Its `Debug` and its [`masked`](Phone::masked) form hide the middle, so that it
/// reaches no log by accident; only [`e164`](Phone::e164) tells it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Phone(String);

/// The longest thing that is looked at: the longest number has 15 digits, and people put signs between them.
const MAX_TYPED: usize = 40;

impl Phone {
    /// Reads a number as Telegram or a person writes it; without a country it is a Vietnamese one.
    /// `None`: no such number can exist.
    #[must_use]
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.len() > MAX_TYPED {
            return None;
        }
        let read = |text: &str| {
            phonenumber::parse(Some(country::VN), text)
                .ok()
                .filter(phonenumber::is_valid)
        };
        // Telegram's apps leave the plus away.
        let number = read(typed).or_else(|| read(&format!("+{typed}")))?;
        Some(Self(number.format().mode(Mode::E164).to_string()))
    }

    /// The whole number: for the database, and for whoever may call.
    #[must_use]
    pub(crate) fn e164(&self) -> &str {
        &self.0
    }

    /// "09••••123": enough to know one's own number by.
    #[must_use]
    pub(crate) fn masked(&self) -> String {
        let national = self.0.strip_prefix("+84").map(|rest| format!("0{rest}"));
        let (shown, head) = match &national {
            Some(national) => (national.as_str(), 2),
            None => (self.0.as_str(), 3),
        };
        let tail: String = shown.chars().skip(shown.len().saturating_sub(3)).collect();
        let head: String = shown.chars().take(head).collect();
        format!("{head}••••{tail}")
    }
}

/// Why something is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhoneProblem {
    /// It has only so many digits.
    TooFew(usize),
    /// It has so many digits.
    TooMany(usize),
    /// No number begins like this.
    NoSuchNumber,
}

impl PhoneProblem {
    /// Of something that [`Phone::parse`] does not take.
    #[must_use]
    pub(crate) fn of(typed: &str) -> Self {
        match typed.chars().filter(char::is_ascii_digit).count() {
            few @ 0..=8 => Self::TooFew(few),
            many @ 13.. => Self::TooMany(many),
            _ => Self::NoSuchNumber,
        }
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn however_it_is_written_it_is_one_number() {
        for typed in [
            "0912345678",
            "84912345678",
            "+84912345678",
            "+84 91 234 5678",
            "091.234.5678",
            "(+84) 912-345-678",
        ] {
            let phone = Phone::parse(typed);
            assert_eq!(
                phone.as_ref().map(Phone::e164),
                Some("+84912345678"),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_number_from_abroad_keeps_its_country() {
        let phone = Phone::parse("+44 20 7946 0958").map(|phone| phone.masked());
        assert_eq!(phone, Some("+44••••958".to_owned()));
    }

    #[test]
    fn garbage_is_no_number() {
        for typed in [
            "",
            "+",
            "113",
            "abc",
            "0000000000",
            "+84",
            "9".repeat(41).as_str(),
            "٩٩",
        ] {
            assert_eq!(Phone::parse(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn what_is_shown_and_logged_hides_the_middle() {
        let phone = Phone::parse("0912345123");
        assert_eq!(
            phone.as_ref().map(Phone::masked),
            Some("09••••123".to_owned())
        );
        assert_eq!(format!("{phone:?}"), "Some(09••••123)");
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_what_was_read_reads_the_same(typed in "[-+0-9 .()x]{0,24}|\\PC{0,40}") {
            if let Some(phone) = Phone::parse(&typed) {
                prop_assert_eq!(Phone::parse(phone.e164()), Some(phone));
            }
        }
    }
}
