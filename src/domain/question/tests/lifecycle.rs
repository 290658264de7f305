use super::*;
use crate::domain::question::casework::tests::question;

const AT: Timestamp = Timestamp::UNIX_EPOCH;
const MAI: UserId = UserId(3);

fn now() -> Timestamp {
    "2026-11-23T09:00:00+07:00".parse().unwrap()
}

fn member() -> ActsForBody {
    ActsForBody::in_linked_group(Some(&question().body)).unwrap()
}

fn of_another() -> ActsForBody {
    ActsForBody::in_linked_group(Some(&BodyCode::new("ubnd"))).unwrap()
}

fn in_state(state: State) -> Question {
    Question {
        state,
        ..question()
    }
}

fn with_another() -> Refusal {
    Refusal::WithAnotherBody {
        body: question().body,
    }
}

fn answered() -> Question {
    in_state(State::Answered { at: AT })
}

const TOO_LATE: Refusal = Refusal::AlreadyAnswered { by: None, at: AT };

#[test]
fn as_many_questions_as_the_council_allows_may_be_open() {
    assert_eq!(may_submit(2, 3), Ok(()));
    for open_now in [3, 4] {
        assert_eq!(
            may_submit(open_now, 3),
            Err(Refusal::TooManyOpen { limit: 3 })
        );
    }
    assert_eq!(most_a_day(3), 20, "no fewer");
    assert_eq!(most_a_day(15), 30);
}

#[test]
fn a_question_is_forwarded_once_with_the_day_it_is_due() {
    let due_on = jiff::civil::date(2027, 1, 4);
    let expected = Question {
        due_on,
        ..in_state(State::Forwarded { at: now() })
    };
    assert_eq!(
        forward(in_state(State::Received), now(), due_on),
        Ok(expected)
    );
    assert_eq!(
        forward(question(), now(), due_on),
        Err(Refusal::AlreadyForwarded {
            to: question().body
        })
    );
}

#[test]
fn only_whoever_took_it_on_lets_it_go_and_nobody_takes_it_from_them() {
    let taken = claim(question(), &member(), MAI, "Mai").unwrap();
    let name = "Mai".to_owned();
    assert_eq!(
        taken,
        Question {
            claimed: Some(Claim {
                by: MAI,
                name: name.clone()
            }),
            ..question()
        }
    );
    assert_eq!(
        claim(taken.clone(), &member(), MAI, "Mai"),
        Ok(taken.clone())
    );
    assert_eq!(
        claim(taken.clone(), &member(), UserId(4), "Tú"),
        Err(Refusal::ClaimedBy { name })
    );
    assert_eq!(
        release(taken.clone(), &member(), UserId(4)),
        Err(Refusal::NotYours)
    );
    assert_eq!(release(question(), &member(), MAI), Err(Refusal::NotYours));
    assert_eq!(release(taken.clone(), &member(), MAI), Ok(question()));
    assert_eq!(
        claim(question(), &of_another(), MAI, "Mai"),
        Err(with_another())
    );
    assert_eq!(release(taken, &of_another(), MAI), Err(with_another()));
}

#[test]
fn the_body_that_has_it_answers_and_only_once() {
    assert_eq!(
        answer(question(), &member(), None, now()),
        Ok(in_state(State::Answered { at: now() }))
    );
    assert_eq!(
        answer(question(), &of_another(), None, now()),
        Err(with_another())
    );
    assert_eq!(
        answer(in_state(State::Received), &member(), None, now()),
        Err(Refusal::NotForwarded)
    );
    assert_eq!(
        answer(answered(), &member(), Some("Mai"), now()),
        Err(Refusal::AlreadyAnswered {
            by: Some("Mai".to_owned()),
            at: AT
        })
    );
}

#[test]
fn notes_are_kept_from_when_a_body_has_it_until_it_is_closed() {
    for open in [question(), answered(), in_state(State::SentUp { at: AT })] {
        let noted = Question {
            notes: 4,
            ..open.clone()
        };
        let before = Question { notes: 3, ..open };
        assert_eq!(note(before, &member()), Ok(noted));
    }
    for (state, why) in [
        (State::Received, Refusal::NotForwarded),
        (State::Withdrawn { at: AT }, Refusal::Withdrawn),
        (State::Returned { at: AT }, Refusal::Returned),
    ] {
        assert_eq!(note(in_state(state), &member()), Err(why));
    }
}

#[test]
fn its_author_changes_adds_to_and_takes_back_what_is_open() {
    let words = "Đường ngập sâu".to_owned();
    let revised = Question {
        text: words.clone(),
        revised_at: Some(now()),
        ..question()
    };
    assert_eq!(revise(question(), words.clone(), now()), Ok(revised));
    assert_eq!(revise(answered(), words, now()), Err(TOO_LATE));

    assert_eq!(may_add(&question(), MAX_ADDITIONS - 1), Ok(()));
    assert_eq!(may_add(&answered(), 0), Ok(()));
    assert_eq!(
        may_add(&question(), MAX_ADDITIONS),
        Err(Refusal::TooManyAdditions {
            limit: MAX_ADDITIONS
        })
    );
    assert_eq!(
        may_add(&in_state(State::Returned { at: AT }), 0),
        Err(Refusal::Returned)
    );

    let taken = claim(question(), &member(), MAI, "Mai").unwrap();
    let gone = Question {
        text: HIDDEN.to_owned(),
        ..in_state(State::Withdrawn { at: now() })
    };
    assert_eq!(withdraw(taken, now()), Ok(gone), "nothing is kept");
    assert_eq!(withdraw(answered(), now()), Err(TOO_LATE));
}

#[test]
fn somebody_who_asked_on_paper_follows_it() {
    let on_paper = Question {
        author: None,
        ..question()
    };
    assert_eq!(follow(on_paper, UserId(7)), question());
    assert!(question().is_of(UserId(7)) && !question().is_of(UserId(8)));
}

#[test]
fn a_question_says_who_has_it_and_shows_its_words_covered() {
    assert!(question().state.is_with_body());
    assert!(!State::Received.is_with_body());
    assert!(!answered().state.is_with_body());
    let words = "Trước số nhà 20 có ổ gà, ông Trần Văn Bình báo";
    let other = question().with_text(words.to_owned());
    assert_eq!(other.text_on_card(), "Trước số nhà 20 có ổ gà, ông […] báo");
    assert_eq!(other.public_text(), "Trước số nhà […] có ổ gà, ông […] báo");
    assert_eq!(other.with_text(question().text), question());
    let body = BodyCode::new("ubnd");
    let theirs = question().answered_by(&body);
    assert_eq!(theirs, Question { body, ..question() });
    assert_eq!(
        question().raised(5),
        Question {
            times_raised: 5,
            ..question()
        }
    );
}
