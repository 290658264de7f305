use super::*;
use crate::domain::question::casework::{self, tests::question};

const DUE: Date = jiff::civil::date(2026, 12, 31);

fn answered() -> Question {
    Question {
        promised_on: Some(DUE),
        state: State::Answered {
            at: Timestamp::UNIX_EPOCH,
        },
        ..question()
    }
}

#[test]
fn a_no_opens_only_this_track_again() {
    let at = Timestamp::UNIX_EPOCH;
    let resolved = resolve(answered(), at);
    assert_eq!(resolved.promised_on, None, "what was promised is kept");
    let denied = deny(resolved, at, DUE).unwrap();
    let names = [
        Resolution::Open,
        Resolution::Resolved { at },
        denied.resolution,
    ];
    assert_eq!(names.map(Resolution::name), ["open", "resolved", "denied"]);
    assert_eq!(denied.resolution, Resolution::Denied { at, due_on: DUE });
    assert!(
        matches!(denied.state, State::Answered { .. }),
        "the answer stays"
    );
    assert_eq!((denied.denials, denied.reopened), (1, 0));
    assert_eq!(deny(denied, at, DUE), Err(Refusal::NotWaiting));
}

#[test]
fn what_is_opened_again_for_its_answer_is_not_done_either() {
    let resolved = resolve(answered(), Timestamp::UNIX_EPOCH);
    let body = resolved.body.clone();
    let open = casework::reopen(resolved, body, Timestamp::UNIX_EPOCH, DUE).unwrap();
    assert_eq!(open.resolution, Resolution::Open);
}

#[test]
fn the_body_that_answered_says_once_that_it_is_done() {
    let at = Timestamp::UNIX_EPOCH;
    let member = |of: &str| ActsForBody::in_linked_group(Some(&BodyCode::new(of))).unwrap();
    let may = |question: &Question| may_resolve(question, &member("to-1"));
    assert_eq!(may(&answered()), Ok(()));
    let denied = deny(resolve(answered(), at), at, DUE).unwrap();
    assert_eq!(may(&denied), Ok(()));
    assert_eq!(
        may(&resolve(answered(), at)),
        Err(Refusal::AlreadyResolved { at })
    );
    assert_eq!(may(&question()), Err(Refusal::NotWaiting), "no answer yet");
    let body = answered().body;
    assert_eq!(
        may_resolve(&answered(), &member("ubnd")),
        Err(Refusal::WithAnotherBody { body })
    );
}

#[test]
fn an_explanation_leaves_nothing_to_be_done() {
    for class in ResultClass::ALL {
        assert_eq!(is_to_be_done(class), class != ResultClass::Explained);
    }
}

#[test]
fn residents_are_asked_some_days_later_at_the_hour_of_digests() {
    let council =
        Council::parse(include_str!("../../../../examples/duy-tien/council.toml")).unwrap();
    let said_at = "2026-11-23T15:00:00+07:00".parse().unwrap();
    let asked = council.timezone.to_datetime(asks_at(&council, said_at));
    let days = i64::from(council.rules.resolved_check_days);
    let day = jiff::civil::date(2026, 11, 23).saturating_add(days.days());
    assert_eq!(asked, day.to_datetime(council.rules.digest.at));
}
