//! When a meeting can be changed, registered for, entered and spoken at: to the second.

use jiff::{SignedDuration, ToSpan};

use super::check_in::{self, CLOSES_AFTER, HeadCount, OPENS_BEFORE};
use super::live::{LiveQuestion, LiveState, is_running, may_become};
use super::registration::{Holder, MeetingState, Planned, Refusal, Registration};
use super::seats::{Share, Standing};
use super::*;
use crate::domain::code::TicketCode;
use crate::domain::council::Council;
use crate::domain::ids::{LiveId, RegistrationId, UserId};

/// From eight to eleven; registration ends at five the day before.
fn meeting() -> Meeting {
    let council =
        Council::parse(include_str!("../../../../examples/duy-tien/council.toml")).unwrap();
    council.meeting(&MeetingCode::new("DV01")).unwrap().clone()
}

fn planned(state: MeetingState) -> Planned {
    Planned {
        meeting: meeting(),
        state,
        sequence: 0,
        reason: None,
    }
}

fn registration(standing: Standing, arrived_at: Option<Timestamp>) -> Registration {
    Registration {
        id: RegistrationId(1),
        meeting: meeting().code,
        holder: Holder::Resident(UserId(7)),
        ticket: TicketCode::from_random(0),
        size: 3,
        standing,
        share: Share::Open,
        offered_until: None,
        wishes_to_speak: false,
        topic: None,
        arrived_at,
    }
}

const SECOND: SignedDuration = SignedDuration::from_secs(1);

#[test]
fn a_meeting_at_another_time_lasts_as_long_and_closes_as_early() {
    let before = meeting();
    let moved = before.clone().starting(before.starts_at + 26.hours());
    let expected = Meeting {
        starts_at: before.starts_at + 26.hours(),
        ends_at: before.ends_at + 26.hours(),
        registration_closes_at: before.registration_closes_at + 26.hours(),
        ..before.clone()
    };
    assert_eq!(moved, expected);
}

#[test]
fn who_wants_to_come_is_told_of_another_time_or_place_and_of_nothing_else() {
    let before = meeting();
    let other = |change: fn(&mut Meeting)| {
        let mut newer = before.clone();
        change(&mut newer);
        newer
    };
    for (what, newer) in [
        ("end", other(|m| m.ends_at += SECOND)),
        ("room", other(|m| m.venue = None)),
        ("address", other(|m| m.address = None)),
        (
            "link",
            other(|m| m.online_url = Some("https://x.vn".to_owned())),
        ),
    ] {
        assert!(before.is_moved_by(&newer), "{what}");
    }
    let seats = other(|m| m.capacity = Some(80));
    assert!(!before.is_moved_by(&seats) && !before.is_moved_by(&before));
}

#[test]
fn meetings_of_one_body_overlap_while_both_last() {
    let first = meeting();
    let at = |starts_at: Timestamp| Meeting {
        code: MeetingCode::new("DV02"),
        ..first.clone().starting(starts_at)
    };
    let overlaps = |other: &Meeting| {
        assert_eq!(first.overlaps(other), other.overlaps(&first));
        first.overlaps(other)
    };
    assert!(overlaps(&at(first.starts_at)));
    assert!(overlaps(&at(first.ends_at - SECOND)));
    assert!(!overlaps(&at(first.ends_at)), "one after the other");
    assert!(!overlaps(&at(first.ends_at + SECOND)));
    assert!(!overlaps(&first), "not itself");
    let of_others = Meeting {
        bodies: vec![BodyCode::new("to-2")],
        ..at(first.starts_at)
    };
    assert!(!overlaps(&of_others));
}

#[test]
fn the_door_is_open_from_the_morning_until_the_minutes_are_written() {
    let planned_as = planned;
    let planned = planned(MeetingState::Published);
    let opens_at = planned.meeting.starts_at - OPENS_BEFORE;
    let closes_at = planned.meeting.ends_at + CLOSES_AFTER;
    let too_early = Err(check_in::Refusal::TooEarly(opens_at));
    assert_eq!(check_in::is_open(&planned, opens_at - SECOND), too_early);
    for now in [opens_at, planned.meeting.starts_at, closes_at] {
        assert_eq!(check_in::is_open(&planned, now), Ok(()));
    }
    assert_eq!(
        check_in::is_open(&planned, closes_at + SECOND),
        Err(check_in::Refusal::TooLate)
    );
    for state in [MeetingState::Draft, MeetingState::Cancelled] {
        assert_eq!(
            check_in::is_open(&planned_as(state), opens_at),
            Err(check_in::Refusal::NotHeld)
        );
    }
}

#[test]
fn a_party_goes_in_once_and_with_a_seat() {
    let planned = planned(MeetingState::Published);
    let now = planned.meeting.starts_at;
    let may = |party: &Registration, now| check_in::may_arrive(&planned, party, now);
    assert_eq!(may(&registration(Standing::Seated, None), now), Ok(()));
    assert_eq!(
        may(&registration(Standing::Seated, Some(now)), now),
        Err(check_in::Refusal::Already(now))
    );
    assert_eq!(
        may(&registration(Standing::Waiting, None), now),
        Err(check_in::Refusal::NoSeat(Standing::Waiting))
    );
    let early = now - 24.hours();
    assert!(may(&registration(Standing::Seated, None), early).is_err());
    let count = HeadCount {
        registered: 9,
        expected: 20,
        arrived: 3,
        present: 7,
        walk_ins: 5,
    };
    assert_eq!(count.in_all(), 12);
}

#[test]
fn whoever_comes_registers_until_it_closes_and_gives_up_until_it_ends() {
    let published = planned(MeetingState::Published);
    let Meeting {
        registration_closes_at,
        ends_at,
        ..
    } = published.meeting;
    let closed = Err(Refusal::Closed(registration_closes_at));
    assert_eq!(
        published.may_register(registration_closes_at - SECOND),
        Ok(())
    );
    assert_eq!(published.may_register(registration_closes_at), closed);
    assert_eq!(published.is_to_come(ends_at - SECOND), Ok(()));
    assert_eq!(published.is_to_come(ends_at), Err(Refusal::Over));
    assert!(published.is_visible());
    for (state, why, is_visible) in [
        (MeetingState::Draft, Refusal::Unknown, false),
        (MeetingState::Cancelled, Refusal::Cancelled, true),
    ] {
        let planned = planned(state);
        assert_eq!(planned.may_register(Timestamp::UNIX_EPOCH), Err(why));
        assert_eq!(planned.is_visible(), is_visible);
    }
}

#[test]
fn who_is_there_or_has_nothing_gives_nothing_up() {
    let seated = registration(Standing::Seated, None);
    assert_eq!(seated.may_cancel(), Ok(()));
    assert_eq!(registration(Standing::Waiting, None).may_cancel(), Ok(()));
    let there = registration(Standing::Seated, Some(Timestamp::UNIX_EPOCH));
    assert_eq!(there.may_cancel(), Err(Refusal::Arrived));
    for standing in [Standing::Cancelled, Standing::Lapsed] {
        let gone = registration(standing, None);
        assert_eq!(gone.may_cancel(), Err(Refusal::NotRegistered));
    }
    assert_eq!((seated.companions(), seated.person()), (2, Some(UserId(7))));
    let guest = Registration {
        holder: Holder::Guest("Cụ Lý".to_owned()),
        ..seated
    };
    assert_eq!(guest.person(), None);
}

#[test]
fn the_hall_asks_from_the_beginning_to_an_hour_after_the_end() {
    let published = planned(MeetingState::Published);
    let Meeting {
        starts_at, ends_at, ..
    } = published.meeting;
    let grace = SignedDuration::from_hours(1);
    for (now, runs) in [
        (starts_at - SECOND, false),
        (starts_at, true),
        (ends_at + grace - SECOND, true),
        (ends_at + grace, false),
        (ends_at + grace + SECOND, false),
    ] {
        assert_eq!(is_running(&published, now), runs, "{now}");
    }
    assert!(!is_running(&planned(MeetingState::Cancelled), starts_at));
}

#[test]
fn the_hall_reads_what_was_looked_at_and_nobody_s_name() {
    let asked = |state| LiveQuestion {
        id: LiveId(1),
        meeting: meeting().code,
        author: UserId(7),
        text: "Tôi tên là Nguyễn Văn Bình, bao giờ có đèn?".to_owned(),
        state,
        support: 0,
    };
    for state in [
        LiveState::Shown,
        LiveState::Highlighted,
        LiveState::Answered,
    ] {
        assert!(asked(state).is_public());
        assert_eq!(asked(state).covered(), "Tôi tên là […], bao giờ có đèn?");
    }
    for state in [LiveState::Waiting, LiveState::KeptBack] {
        assert!(!asked(state).is_public());
        assert!(may_become(state, LiveState::Shown));
    }
    assert!(may_become(LiveState::Shown, LiveState::Highlighted));
    assert!(may_become(LiveState::Highlighted, LiveState::Answered));
}
