//! How full a meeting is, for the office: told once at each mark.

use super::seats::{Room, Taken};

/// The marks at which the office hears of it, in per cent of the seats that everybody can have.
pub const MARKS: [u32; 3] = [50, 80, 100];

/// At a reminder, fewer than so many per cent mean that the office should invite more people.
pub const TOO_FEW: u32 = 30;

/// Seats taken, in per cent of those that everybody can have; `None` where there is no limit.
#[must_use]
pub fn per_cent(room: Room, taken: Taken) -> Option<u32> {
    let open = room.capacity?.saturating_sub(room.reserved);
    (taken.open * 100).checked_div(open)
}

/// The highest mark that has been reached.
#[must_use]
pub fn mark(per_cent: u32) -> Option<u32> {
    MARKS.into_iter().rev().find(|mark| per_cent >= *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_mark_counts() {
        assert_eq!(mark(49), None);
        assert_eq!(mark(50), Some(50));
        assert_eq!(mark(99), Some(80));
        assert_eq!(mark(120), Some(100));
    }

    #[test]
    fn reserved_seats_do_not_count_and_an_open_meeting_is_never_full() {
        let taken = Taken {
            open: 20,
            reserved: 0,
        };
        let room = |capacity| Room {
            capacity,
            reserved: 10,
        };
        assert_eq!(per_cent(room(Some(50)), taken), Some(50));
        assert_eq!(per_cent(room(None), taken), None);
        assert_eq!(per_cent(room(Some(10)), taken), None);
    }
}
