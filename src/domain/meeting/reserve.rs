//! Reserved seats: who has them, who waits and could be given one, and the names of guests a clerk writes down.

use super::seats::{MAX_COMPANIONS, Share, Standing};
use crate::domain::{
    code::TicketCode,
    ids::RegistrationId,
    text::{clean, utf16_len},
};

/// The longest name of a guest, in UTF-16 units.
pub(crate) const MAX_NAME: usize = 100;

/// A party that sits on reserved seats, or waits and could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Party {
    /// Whose registration.
    pub(crate) id: RegistrationId,
    /// Their name: for clerks, and in private only.
    pub(crate) name: String,
    /// How many they are.
    pub(crate) size: u32,
    /// What they show at the door.
    pub(crate) ticket: TicketCode,
    /// Seated or waiting.
    pub(crate) standing: Standing,
    /// Which seats they have, once they have some.
    pub(crate) share: Share,
    /// Whether they write to the bot: then they give the seat back themselves.
    pub(crate) reach: Reach,
}

/// How somebody hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// By the bot.
    Telegram,
    /// By the office.
    Office,
}

/// Somebody without Telegram who is invited, with companions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invited {
    /// As it is called at the door.
    pub(crate) name: String,
    /// With companions: 1 to 6.
    pub(crate) size: u32,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// There is no name in this line.
    NoName(String),
    /// The name is too long.
    TooLong,
    /// More companions than one may bring.
    TooMany(String),
}

/// Reads one guest a line: a name, and "+2" behind it for companions.
///
/// # Errors
/// [`Unreadable`]: the first line that is not one.
pub(crate) fn guests(typed: &str) -> Result<Vec<Invited>, Unreadable> {
    let typed = clean(typed);
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let guests: Vec<Invited> = lines.map(guest).collect::<Result<_, _>>()?;
    if guests.is_empty() {
        return Err(Unreadable::NoName(String::new()));
    }
    Ok(guests)
}

fn guest(line: &str) -> Result<Invited, Unreadable> {
    let with_companions = line.rsplit_once('+').and_then(|(name, number)| {
        let number = number.trim();
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| (name.trim_end(), number.parse::<u32>().unwrap_or(u32::MAX)))
    });
    let (name, companions) = with_companions.unwrap_or((line, 0));
    let name = name.trim_end_matches([',', ';', '(']).trim_end();
    if !name.chars().any(char::is_alphabetic) {
        return Err(Unreadable::NoName(line.to_owned()));
    }
    if utf16_len(name) > MAX_NAME {
        return Err(Unreadable::TooLong);
    }
    if companions > MAX_COMPANIONS {
        return Err(Unreadable::TooMany(name.to_owned()));
    }
    Ok(Invited {
        name: name.to_owned(),
        size: companions + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Vec<(String, u32)> {
        let guests = guests(typed).unwrap();
        guests.into_iter().map(|one| (one.name, one.size)).collect()
    }

    #[test]
    fn a_line_is_a_guest_and_a_number_behind_it_companions() {
        assert_eq!(
            read("Cụ Trần Thị Lý, cựu chiến binh +2\n\n  Ông Tư xóm 3  \nBà Sáu, + 1"),
            [
                ("Cụ Trần Thị Lý, cựu chiến binh".to_owned(), 3),
                ("Ông Tư xóm 3".to_owned(), 1),
                ("Bà Sáu".to_owned(), 2),
            ]
        );
    }

    #[test]
    fn a_line_without_a_name_or_with_a_crowd_is_named() {
        assert_eq!(
            guests("Ông Tư\n+2"),
            Err(Unreadable::NoName("+2".to_owned()))
        );
        assert_eq!(guests(" "), Err(Unreadable::NoName(String::new())));
        assert_eq!(
            guests("Ông Tư +6"),
            Err(Unreadable::TooMany("Ông Tư".to_owned()))
        );
        assert_eq!(
            guests("Ông Tư +99999999999"),
            Err(Unreadable::TooMany("Ông Tư".to_owned()))
        );
        assert_eq!(guests(&"a".repeat(101)), Err(Unreadable::TooLong));
    }

    #[test]
    fn a_party_of_six_and_a_name_of_a_hundred_letters_are_taken() {
        assert_eq!(read("Ông Tư +5"), [("Ông Tư".to_owned(), 6)]);
        let longest = "a".repeat(MAX_NAME);
        assert_eq!(read(&longest), [(longest.clone(), 1)]);
        assert_eq!(read("Tổ 1+ bà Hai"), [("Tổ 1+ bà Hai".to_owned(), 1)]);
        assert_eq!(read("Bà Hai +"), [("Bà Hai +".to_owned(), 1)]);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_gives_parties_that_may_sit_or_a_reason(typed in "(\\PC|\n|\\+[0-9]{1,3}){0,60}") {
            if let Ok(guests) = guests(&typed) {
                prop_assert!(!guests.is_empty());
                for guest in guests {
                    prop_assert!((1..=1 + MAX_COMPANIONS).contains(&guest.size));
                    prop_assert!(guest.name.chars().any(char::is_alphabetic));
                    prop_assert!(utf16_len(&guest.name) <= MAX_NAME);
                }
            }
        }
    }
}
