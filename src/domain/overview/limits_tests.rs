use jiff::civil::date;

use super::*;

/// A commune with one meeting of its first delegation, and a session long after it.
fn commune(papers: &str) -> (Council, PapersKept) {
    let town = include_str!("../../../examples/xa-mau/council.toml");
    let council = Council::parse(&format!("{town}\n{papers}")).unwrap();
    let meeting = council.meetings[0].clone();
    let kept = PapersKept {
        meetings: vec![MeetingKept {
            meeting,
            announced_on: None,
            written_on: None,
            is_asked_for: false,
        }],
        ..PapersKept::default()
    };
    (council, kept)
}

/// How the limit of this key stands on each of these days.
fn stands(
    council: &Council,
    kept: &PapersKept,
    key: ClockKey,
    days: &[Date],
) -> Vec<Option<LimitStands>> {
    let on = |day: &Date| {
        let found = look(council, kept, *day);
        let mut of_key = found.iter().filter(|one| one.limit.key == key);
        of_key.next().map(|one| one.stands)
    };
    days.iter().map(on).collect()
}

fn day_of(council: &Council, kept: &PapersKept) -> Date {
    council.local_date(kept.meetings[0].meeting.starts_at)
}

#[test]
fn a_plan_is_near_then_missed_then_of_the_past() {
    let (council, kept) = commune("");
    let day = day_of(&council, &kept);
    let before = |days: i64| day - days.days();
    let seen = stands(
        &council,
        &kept,
        ClockKey::PlanPublished,
        &[
            before(11),
            before(10),
            before(7),
            before(6),
            day,
            before(-1),
        ],
    );
    let wanted = [
        None,
        Some(LimitStands::Near(3)),
        Some(LimitStands::Near(0)),
        Some(LimitStands::Missed(1)),
        Some(LimitStands::Missed(7)),
        None,
    ];
    assert_eq!(seen, wanted);
}

#[test]
fn an_announcement_or_a_plan_that_was_issued_keeps_the_limit() {
    let (council, mut kept) = commune("");
    let day = day_of(&council, &kept);
    let (in_time, late, today) = (day - 7.days(), day - 6.days(), day - 2.days());
    let look_at = |kept: &PapersKept| stands(&council, kept, ClockKey::PlanPublished, &[today]);
    kept.meetings[0].announced_on = Some(late);
    assert_eq!(look_at(&kept), [Some(LimitStands::Late(late))]);
    kept.issued.push(PaperIssued {
        kind: ReportKind::Plan,
        session: kept.meetings[0].meeting.session.clone(),
        meeting: None,
        on: in_time,
    });
    assert_eq!(look_at(&kept), [None]);
}

#[test]
fn what_was_late_is_told_once() {
    let (council, mut kept) = commune("");
    let day = day_of(&council, &kept);
    kept.meetings[0].announced_on = Some(day - 5.days());
    let found = look(&council, &kept, day - 4.days());
    assert!(found[0].is_told(day - 5.days()), "the morning after");
    assert!(!found[0].is_told(day - 4.days()), "not again");
}

#[test]
fn a_limit_that_is_off_or_of_other_days_finds_nothing() {
    let off = "[[papers.clock]]\nkey = \"plan_published\"\nvalue = \"off\"\n";
    let (council, kept) = commune(off);
    let day = day_of(&council, &kept);
    assert_eq!(
        stands(&council, &kept, ClockKey::PlanPublished, &[day - 6.days()]),
        [None]
    );
    let later = "[[papers.clock]]\nkey = \"plan_published\"\nvalue = 2\nunit = \"calendar\"\nfrom = 2026-01-01\n\
                 source = \"Quy chế\"\n";
    let (council, kept) = commune(later);
    assert_eq!(
        stands(
            &council,
            &kept,
            ClockKey::PlanPublished,
            &[day - 6.days(), day - 1.days()]
        ),
        [None, Some(LimitStands::Missed(1))]
    );
}

#[test]
fn letters_of_invitation_are_owed_only_where_something_was_asked() {
    let (council, mut kept) = commune("");
    let day = day_of(&council, &kept);
    let at = [day - 1.days()];
    let key = ClockKey::InvitationNotified;
    assert_eq!(stands(&council, &kept, key, &at), [None]);
    kept.meetings[0].is_asked_for = true;
    assert!(matches!(
        stands(&council, &kept, key, &at)[0],
        Some(LimitStands::Missed(_))
    ));
    kept.issued.push(PaperIssued {
        kind: ReportKind::Invitation,
        session: None,
        meeting: Some(kept.meetings[0].meeting.code.clone()),
        on: day - 9.days(),
    });
    assert_eq!(stands(&council, &kept, key, &at), [None]);
}

#[test]
fn a_summary_is_owed_after_the_last_meeting_of_a_round() {
    let (council, mut kept) = commune("");
    let day = day_of(&council, &kept);
    let key = ClockKey::SummarySent;
    let days = [day, day + 2.days(), day + 5.days(), day + 6.days()];
    let wanted = [
        None,
        Some(LimitStands::Near(3)),
        Some(LimitStands::Near(0)),
        Some(LimitStands::Missed(1)),
    ];
    assert_eq!(stands(&council, &kept, key, &days), wanted);
    kept.meetings[0].written_on = Some(day + 6.days());
    assert_eq!(
        stands(&council, &kept, key, &[day + 6.days()]),
        [Some(LimitStands::Late(day + 6.days()))]
    );
    kept.issued.push(PaperIssued {
        kind: ReportKind::Summary,
        session: kept.meetings[0].meeting.session.clone(),
        meeting: None,
        on: day + 3.days(),
    });
    assert_eq!(stands(&council, &kept, key, &days), [None; 4]);
}

#[test]
fn a_session_wants_its_delegations_to_meet_residents_before() {
    let (council, mut kept) = commune("");
    let session = council.sessions.iter().max_by_key(|one| one.opens_on);
    let session = session.unwrap().clone();
    let last = session.opens_on - 5.days();
    kept.meetings.clear();
    let key = ClockKey::ContactBefore;
    let days = [last - 4.days(), last, last + 1.days(), session.opens_on];
    let wanted = [
        None,
        Some(LimitStands::Near(0)),
        Some(LimitStands::Missed(1)),
        None,
    ];
    assert_eq!(stands(&council, &kept, key, &days), wanted);
}

#[test]
fn answers_are_one_line_by_the_oldest() {
    let (council, mut kept) = commune("");
    kept.meetings.clear();
    let given = date(2026, 3, 2);
    kept.oldest = Some(("XM-0001A".to_owned(), given));
    kept.waiting = [(given, 1), (given + 2.days(), 1), (given + 20.days(), 1)].into();
    let found = look(&council, &kept, given + 31.days());
    let of_key = found.iter().find(|one| one.limit.key == ClockKey::Answer);
    let found = of_key.unwrap();
    assert_eq!(found.subject, Subject::Questions(2, "XM-0001A".to_owned()));
    assert_eq!(found.stands, LimitStands::Missed(1));
    assert_eq!(
        stands(&council, &kept, ClockKey::Answer, &[given + 10.days()]),
        [None]
    );
}
