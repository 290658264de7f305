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
