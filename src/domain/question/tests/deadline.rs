use jiff::{ToSpan, civil::date, tz::TimeZone};
use proptest::prelude::*;

use super::*;
use crate::domain::{
    code::{CodePrefix, QuestionCode},
    ids::{AreaCode, BodyCode, QuestionId},
    question::{QuestionKind, Source, casework},
    working_days::Calendar,
};

const TOWN: &str = include_str!("../../../../examples/duy-tien/council.toml");

fn town() -> Council {
    Council::parse(TOWN).unwrap()
}

fn at(day: Date) -> Timestamp {
    let hanoi = TimeZone::fixed(jiff::tz::offset(7));
    day.at(9, 0, 0, 0)
        .to_zoned_datetime(hanoi)
        .unwrap()
        .timestamp()
}

fn question(state: State, due_on: Date) -> Question {
    let prefix = CodePrefix::new("DT").unwrap();
    Question {
        id: QuestionId(1),
        code: QuestionCode::new(prefix, std::num::NonZeroU32::MIN),
        author: None,
        author_initials: "L.".to_owned(),
        area: AreaCode::new("dong-van"),
        category: CategoryCode::new("transport"),
        session: None,
        meeting: None,
        kind: QuestionKind::Petition,
        source: Source::Telegram,
        competence: None,
        is_urgent: false,
        text: "Đường ngập".to_owned(),
        body: BodyCode::new("to-1"),
        received_at: at(date(2026, 11, 23)),
        due_on,
        claimed: None,
        notes: 0,
        revised_at: None,
        supporters: 0,
        times_raised: 1,
        upward: None,
        promised_on: None,
        reopened: 0,
        resolution: Resolution::Open,
        denials: 0,
        nominated_at: None,
        version: 1,
        state,
    }
}

fn forwarded(due_on: Date) -> Question {
    let at = at(date(2026, 11, 23));
    question(State::Forwarded { at }, due_on)
}

#[test]
fn every_state_has_its_clock_or_none() {
    let town = town();
    let due = date(2026, 12, 31);
    let at = at(date(2026, 11, 23));
    let clock = |state| deadline(&town, &question(state, due)).map(|found| (found.clock, found.on));
    // Two working days after a Monday.
    let triage = Some((Clock::Triage, date(2026, 11, 25)));
    assert_eq!(clock(State::Received), triage);
    let answer = Some((Clock::Answer, due));
    for state in [
        State::Forwarded { at },
        State::SentUp { at },
        State::SetAside {
            until: due,
            paused: None,
        },
    ] {
        assert_eq!(clock(state), answer, "{state:?}");
    }
    for state in [
        State::AskedBack { at },
        State::Answered { at },
        State::Returned { at },
        State::Merged {
            into: QuestionId(2),
        },
        State::Withdrawn { at },
    ] {
        assert_eq!(clock(state), None, "{state:?}");
    }
    let promised = Question {
        promised_on: Some(due),
        ..question(State::Answered { at }, date(2026, 11, 30))
    };
    let found = deadline(&town, &promised).unwrap();
    assert_eq!((found.clock, found.on), (Clock::Promise, due));
}

#[test]
fn a_question_is_in_time_then_due_soon_then_overdue() {
    let town = town();
    let question = forwarded(date(2026, 12, 4));
    let on = |day| standing(&town, &question, day);
    assert_eq!(on(date(2026, 11, 30)), Standing::InTime(4));
    assert_eq!(on(date(2026, 12, 1)), Standing::DueSoon(3));
    assert_eq!(on(date(2026, 12, 4)), Standing::DueSoon(0));
    assert_eq!(on(date(2026, 12, 5)), Standing::Overdue(0), "a Saturday");
    assert_eq!(on(date(2026, 12, 7)), Standing::Overdue(1));
}

#[test]
fn while_the_resident_is_asked_back_nothing_is_overdue() {
    let state = State::AskedBack {
        at: at(date(2026, 11, 24)),
    };
    let question = question(state, date(2026, 11, 30));
    let much_later = date(2027, 3, 1);
    assert_eq!(standing(&town(), &question, much_later), Standing::Stopped);
}

#[test]
fn a_category_and_danger_shorten_the_clock() {
    let town = town();
    let other = CategoryCode::new("other");
    assert_eq!(answer_days(&town, &other, false), town.rules.answer_days);
    assert_eq!(answer_days(&town, &other, true), 3);
    let mut quick = town.clone();
    quick.rules.answer_days = 2;
    assert_eq!(answer_days(&quick, &other, true), 2, "never longer");
}

#[test]
fn clocks_and_standings_are_called_by_their_names() {
    let names = Clock::ALL.map(Clock::name);
    assert_eq!(names, ["triage", "answer", "promise", "redo"]);
    for (standing, is_overdue, is_due_soon) in [
        (Standing::Overdue(0), true, false),
        (Standing::DueSoon(0), false, true),
        (Standing::InTime(9), false, false),
        (Standing::Stopped, false, false),
        (Standing::Done, false, false),
    ] {
        assert_eq!(standing.is_overdue(), is_overdue);
        assert_eq!(standing.is_due_soon(), is_due_soon);
    }
}

proptest! {
    /// However long it stood still, as many working days are left afterwards as before.
    #[test]
    fn asking_back_costs_the_body_no_day(
        left in 0u16..40,
        stood in 0i64..60,
        off in prop::collection::btree_set((0i64..150).prop_map(|days| date(2026, 11, 23) + days.days()), 0..20),
    ) {
        let calendar = Calendar { off, on: std::collections::BTreeSet::default() };
        let stopped_on = date(2026, 11, 24);
        let today = stopped_on + stood.days();
        let due_on = calendar.due_on(stopped_on, left);
        let stopped = question(State::AskedBack { at: at(stopped_on) }, due_on);
        let resumed = casework::resume(stopped, &calendar, stopped_on, today, at(today)).unwrap();
        prop_assert_eq!(calendar.working_days_between(today, resumed.due_on), i32::from(left));
    }

    /// Time only ever moves a question from in time to due soon to overdue.
    #[test]
    fn a_question_never_becomes_younger(due in 0i64..100, day in 0i64..120) {
        let town = town();
        let question = forwarded(date(2026, 11, 23) + due.days());
        let rank = |day: i64| match standing(&town, &question, date(2026, 11, 23) + day.days()) {
            Standing::InTime(left) => (0, -left),
            Standing::DueSoon(left) => (1, -left),
            Standing::Overdue(by) => (2, by),
            Standing::Stopped | Standing::Done => (3, 0),
        };
        prop_assert!(rank(day) <= rank(day + 1));
    }
}
