use std::num::NonZeroU32;

use jiff::{Timestamp, ToSpan, civil::date};
use proptest::prelude::*;

use super::*;
use crate::domain::{
    code::{CodePrefix, QuestionCode},
    question::{Source, lifecycle},
};

const TODAY: Date = date(2026, 11, 23);

pub(in crate::domain::question) fn question() -> Question {
    let prefix = CodePrefix::try_from("DT".to_owned()).unwrap();
    Question {
        id: QuestionId(1),
        code: QuestionCode::new(prefix, NonZeroU32::MIN),
        author: Some(UserId(7)),
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
        received_at: Timestamp::UNIX_EPOCH,
        due_on: date(2026, 12, 31),
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
        state: State::Forwarded {
            at: Timestamp::UNIX_EPOCH,
        },
    }
}

/// Something that somebody tries, on some later day.
#[derive(Debug, Clone)]
enum Deed {
    Claim(i64),
    Release(i64),
    Transfer(bool),
    AskBack,
    Resume,
    SendUp,
    SetAside(i32),
    BringBack,
    Extend(i32),
    Return,
}

fn deeds() -> impl Strategy<Value = (u8, Deed)> {
    let deed = prop_oneof![
        (1i64..4).prop_map(Deed::Claim),
        (1i64..4).prop_map(Deed::Release),
        any::<bool>().prop_map(Deed::Transfer),
        Just(Deed::AskBack),
        Just(Deed::Resume),
        Just(Deed::SendUp),
        (-5i32..400).prop_map(Deed::SetAside),
        Just(Deed::BringBack),
        (-5i32..400).prop_map(Deed::Extend),
        Just(Deed::Return),
    ];
    (0u8..20, deed)
}

fn attempt(before: &Question, deed: &Deed, today: Date) -> Result<Question, Refusal> {
    let calendar = Calendar::default();
    let at = Timestamp::UNIX_EPOCH;
    let question = before.clone();
    let member = ActsForBody::in_linked_group(Some(&before.body)).unwrap();
    let due = calendar.due_on(today, 10);
    let day = |days: i32| today.saturating_add(days.days());
    match deed {
        Deed::Claim(who) => lifecycle::claim(question, &member, UserId(*who), "Mai"),
        Deed::Release(who) => lifecycle::release(question, &member, UserId(*who)),
        Deed::Transfer(there) => {
            let to = BodyCode::new(if *there { "ubnd" } else { "to-1" });
            transfer(question, &member, to, at, due)
        }
        Deed::AskBack => ask_back(question, &member, at),
        Deed::Resume => {
            let stopped = today.saturating_sub(7.days());
            resume(question, &calendar, stopped, today, at)
        }
        Deed::SendUp => {
            let document = Upward {
                to: "Sở Xây dựng".to_owned(),
                number: "12/VP".to_owned(),
                dated: TODAY,
            };
            send_up(question, &member, document, at)
        }
        Deed::SetAside(days) => set_aside(question, &member, &calendar, day(*days), today),
        Deed::BringBack => bring_back(question, &calendar, |_| today, today, at),
        Deed::Extend(days) => extend(question, &member, day(*days), today),
        Deed::Return => return_with_guidance(question, &member, at),
    }
}

fn name_of(deed: &Deed) -> &'static str {
    match deed {
        Deed::Claim(_) => "claim",
        Deed::Release(_) => "release",
        Deed::Transfer(_) => "transfer",
        Deed::AskBack => "ask_back",
        Deed::Resume => "resume",
        Deed::SendUp => "send_up",
        Deed::SetAside(_) => "set_aside",
        Deed::BringBack => "bring_back",
        Deed::Extend(_) => "extend",
        Deed::Return => "return",
    }
}

proptest! {
    #[test]
    fn whatever_is_done_the_due_day_never_comes_nearer(steps in prop::collection::vec(deeds(), 1..40)) {
        let mut question = question();
        let mut today = TODAY;
        for (days, deed) in steps {
            today = today.saturating_add(i32::from(days).days());
            let Ok(changed) = attempt(&question, &deed, today) else { continue };
            // Only a pause that ends before its day gives something back, and never more than it added.
            let known = match question.state {
                State::SetAside { until, paused: Some(paused) } if today < until => paused.due_on,
                _ => question.due_on,
            };
            prop_assert!(changed.due_on >= known, "{deed:?}");
            let step = (name_of(&deed), question.state.name(), changed.state.name());
            prop_assert!(lifecycle::TRANSITIONS.contains(&step), "{step:?}");
            prop_assert!(changed.body == question.body || changed.claimed.is_none(), "a new body has not claimed it");
            if let State::SetAside { until, .. } = changed.state {
                prop_assert!(until > today && changed.due_on >= until);
            }
            let was_aside = matches!(question.state, State::SetAside { until, .. } if today >= until);
            if was_aside && matches!(changed.state, State::Forwarded { .. }) {
                prop_assert!(Calendar::default().working_days_between(today, changed.due_on) >= i32::from(DAYS_AFTER_COMING_BACK));
            }
            question = changed;
        }
    }
}

#[test]
fn the_clock_runs_on_with_the_working_days_it_stood_still() {
    let member = ActsForBody::in_linked_group(Some(&BodyCode::new("to-1"))).unwrap();
    let asked = ask_back(question(), &member, Timestamp::UNIX_EPOCH).unwrap();
    let calendar = Calendar::default();
    let monday = TODAY;
    let next_monday = date(2026, 11, 30);
    let resumed = resume(asked, &calendar, monday, next_monday, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(resumed.due_on, date(2027, 1, 7), "five working days later");
}

#[test]
fn a_pause_that_did_not_happen_gives_back_what_was_added_for_it() {
    let member = ActsForBody::in_linked_group(Some(&BodyCode::new("to-1"))).unwrap();
    let calendar = Calendar::default();
    let back = |question: Question, today| {
        let gone_on = |_| TODAY;
        bring_back(question, &calendar, gone_on, today, Timestamp::UNIX_EPOCH)
            .unwrap()
            .due_on
    };
    let asked = question();
    let until = date(2027, 1, 15);
    let aside = set_aside(asked.clone(), &member, &calendar, until, TODAY).unwrap();
    assert!(aside.due_on > asked.due_on);
    assert_eq!(back(aside.clone(), TODAY), asked.due_on, "at once");
    let late = Question {
        due_on: TODAY.yesterday().unwrap(),
        ..asked.clone()
    };
    let late_aside = set_aside(late.clone(), &member, &calendar, until, TODAY).unwrap();
    assert_eq!(
        back(late_aside, TODAY),
        late.due_on,
        "no grace for what was late already"
    );
    let in_a_week = calendar.due_on(TODAY, 5);
    assert_eq!(
        back(aside.clone(), in_a_week),
        calendar.due_on(asked.due_on, 5)
    );
    assert_eq!(back(aside.clone(), until), aside.due_on, "on its day");
}

const AT: Timestamp = Timestamp::UNIX_EPOCH;

fn later() -> Timestamp {
    "2026-11-23T09:00:00+07:00".parse().unwrap()
}

/// With somebody who has taken it on.
fn taken_on() -> Question {
    let claim = Claim {
        by: UserId(3),
        name: "Mai".to_owned(),
    };
    Question {
        claimed: Some(claim),
        ..question()
    }
}

fn member() -> ActsForBody {
    ActsForBody::in_linked_group(Some(&question().body)).unwrap()
}

#[test]
fn a_correction_changes_what_it_names_and_the_body_only_before_it_is_forwarded() {
    let correction = Correction {
        kind: Some(QuestionKind::Report),
        category: Some(CategoryCode::new("land")),
        area: Some(AreaCode::new("duy-minh")),
        competence: Some(Competence::Province),
        body: Some(BodyCode::new("ubnd")),
        is_urgent: Some(true),
    };
    let corrected = |question| Question {
        kind: QuestionKind::Report,
        category: CategoryCode::new("land"),
        area: AreaCode::new("duy-minh"),
        competence: Some(Competence::Province),
        is_urgent: true,
        ..question
    };
    let received = Question {
        state: State::Received,
        ..question()
    };
    let with_body = Question {
        body: BodyCode::new("ubnd"),
        ..corrected(received.clone())
    };
    assert_eq!(correct(received.clone(), correction.clone()), Ok(with_body));
    assert_eq!(
        correct(received.clone(), Correction::default()),
        Ok(received)
    );
    assert_eq!(
        correct(question(), correction.clone()),
        Ok(corrected(question()))
    );
    let answered = Question {
        state: State::Answered { at: AT },
        ..question()
    };
    assert_eq!(
        correct(answered, correction),
        Err(Refusal::AlreadyAnswered { by: None, at: AT })
    );
}

#[test]
fn a_transfer_gives_another_body_its_own_clock_but_no_earlier_day_than_is_known() {
    let ubnd = || BodyCode::new("ubnd");
    let moved = |due_on| transfer(taken_on(), &member(), ubnd(), later(), due_on);
    let expected = |due_on| {
        Ok(Question {
            body: ubnd(),
            due_on,
            state: State::Forwarded { at: later() },
            ..question()
        })
    };
    let after_it = date(2027, 2, 1);
    assert_eq!(moved(after_it), expected(after_it));
    assert_eq!(moved(TODAY), expected(question().due_on));
    let to = question().body;
    assert_eq!(
        transfer(taken_on(), &member(), to.clone(), later(), after_it),
        Err(Refusal::AlreadyForwarded { to })
    );
}

#[test]
fn a_task_is_given_asked_about_sent_up_and_handed_over_and_all_else_stays() {
    assert_eq!(
        assign(question(), &member(), UserId(3), "Mai"),
        Ok(taken_on())
    );
    assert_eq!(
        hand_over(question(), taken_on().claimed),
        taken_on(),
        "the heir has it"
    );
    assert_eq!(hand_over(taken_on(), None), question(), "nobody has it");
    let asked = ask_back(taken_on(), &member(), later()).unwrap();
    assert_eq!(asked.state, State::AskedBack { at: later() });
    assert_eq!(asked.claimed, taken_on().claimed);
    let document = Upward {
        to: "Sở Xây dựng".to_owned(),
        number: "12/VP".to_owned(),
        dated: TODAY,
    };
    let gone = send_up(taken_on(), &member(), document.clone(), later()).unwrap();
    assert_eq!(gone.upward, Some(document));
    assert_eq!(gone.state, State::SentUp { at: later() });
}

#[test]
fn what_comes_back_from_above_on_the_same_day_gets_no_grace_and_later_five_days() {
    let calendar = Calendar::default();
    let late = Question {
        due_on: TODAY.yesterday().unwrap(),
        state: State::SentUp { at: AT },
        ..question()
    };
    let back = |today| bring_back(late.clone(), &calendar, |_| TODAY, today, AT).map(|q| q.due_on);
    assert_eq!(back(TODAY), Ok(late.due_on));
    let tomorrow = TODAY.tomorrow().unwrap();
    assert_eq!(
        back(tomorrow),
        Ok(calendar.due_on(tomorrow, DAYS_AFTER_COMING_BACK))
    );
}

#[test]
fn what_is_taken_up_early_or_at_its_day_has_five_days_at_least() {
    let calendar = Calendar::default();
    let late = Question {
        due_on: TODAY.yesterday().unwrap(),
        ..question()
    };
    let back = |question, today| bring_back(question, &calendar, |_| TODAY, today, AT).unwrap();
    let until = date(2027, 1, 15);
    let aside = set_aside(late.clone(), &member(), &calendar, until, TODAY).unwrap();
    let in_a_week = calendar.due_on(TODAY, 5);
    assert_eq!(
        back(aside.clone(), in_a_week).due_on,
        calendar.due_on(in_a_week, DAYS_AFTER_COMING_BACK)
    );
    // From a Friday to a Sunday no working day passes; it was set aside all the same.
    let (friday, sunday) = (date(2026, 11, 27), date(2026, 11, 29));
    let over_sunday = set_aside(late, &member(), &calendar, sunday, friday).unwrap();
    assert_eq!(
        back(over_sunday, sunday).due_on,
        calendar.due_on(sunday, DAYS_AFTER_COMING_BACK)
    );
    // Found after its day, it has gained the pause and no more.
    let asked = set_aside(question(), &member(), &calendar, until, TODAY).unwrap();
    let due_on = asked.due_on;
    assert_eq!(back(asked, date(2027, 1, 29)).due_on, due_on);
}

#[test]
fn a_day_that_somebody_sets_lies_ahead_and_within_a_year() {
    let year = TODAY.saturating_add(365.days());
    assert_eq!(check_day(TODAY.tomorrow().unwrap(), TODAY), Ok(()));
    assert_eq!(check_day(year, TODAY), Ok(()));
    for day in [
        TODAY,
        TODAY.yesterday().unwrap(),
        year.tomorrow().unwrap(),
        year.saturating_add(9.days()),
    ] {
        assert_eq!(
            check_day(day, TODAY),
            Err(Refusal::BadDay { latest: year }),
            "{day}"
        );
    }
    let due_on = date(2027, 1, 8);
    let extended = extend(taken_on(), &member(), due_on, TODAY);
    assert_eq!(
        extended,
        Ok(Question {
            due_on,
            ..taken_on()
        })
    );
}

#[test]
fn the_office_returns_what_came_in_and_a_body_only_what_it_has() {
    let of_another = ActsForBody::in_linked_group(Some(&BodyCode::new("ubnd"))).unwrap();
    let returned = |question: Question| Question {
        claimed: None,
        state: State::Returned { at: later() },
        ..question
    };
    let received = Question {
        state: State::Received,
        ..taken_on()
    };
    assert_eq!(
        return_with_guidance(received.clone(), &of_another, later()),
        Ok(returned(received))
    );
    assert_eq!(
        return_with_guidance(taken_on(), &member(), later()),
        Ok(returned(taken_on()))
    );
    assert_eq!(
        return_with_guidance(taken_on(), &of_another, later()),
        Err(Refusal::WithAnotherBody {
            body: question().body
        })
    );
}

#[test]
fn a_question_is_merged_into_another_open_one_only() {
    let other = Question {
        id: QuestionId(2),
        ..question()
    };
    let merged = Question {
        state: State::Merged {
            into: QuestionId(2),
        },
        ..question()
    };
    assert_eq!(merge(taken_on(), &other), Ok(merged));
    let itself = question();
    assert_eq!(merge(question(), &itself), Err(Refusal::NotMergeable));
    let closed = Question {
        state: State::Answered { at: AT },
        ..other.clone()
    };
    assert_eq!(merge(question(), &closed), Err(Refusal::NotMergeable));
    let answered = Question {
        id: QuestionId(1),
        ..closed
    };
    assert_eq!(
        merge(answered, &other),
        Err(Refusal::AlreadyAnswered { by: None, at: AT })
    );
}

#[test]
fn an_answer_that_does_not_content_begins_anew() {
    let answered = Question {
        reopened: 2,
        promised_on: Some(TODAY),
        resolution: Resolution::Denied {
            at: AT,
            due_on: TODAY,
        },
        state: State::Answered { at: AT },
        ..taken_on()
    };
    let due_on = date(2027, 3, 1);
    let ubnd = BodyCode::new("ubnd");
    let expected = Question {
        body: ubnd.clone(),
        due_on,
        reopened: 3,
        state: State::Forwarded { at: later() },
        ..question()
    };
    assert_eq!(
        reopen(answered, ubnd.clone(), later(), due_on),
        Ok(expected)
    );
    assert_eq!(
        reopen(question(), ubnd, later(), due_on),
        Err(Refusal::NotWaiting)
    );
}

#[test]
fn a_nomination_keeps_its_first_day_and_what_is_owed_moves_alone() {
    let once = nominate(question(), AT).unwrap();
    assert_eq!(once.nominated_at, Some(AT));
    assert_eq!(nominate(once.clone(), later()), Ok(once.clone()));
    assert_eq!(withdraw_nomination(once), question());
    let due_on = date(2026, 12, 7);
    let obliged = oblige(question(), due_on);
    assert_eq!(
        obliged,
        Question {
            due_on,
            ..question()
        }
    );
    let promised = promises(question(), Some(due_on));
    assert_eq!(promised.promised_on, Some(due_on));
    assert_eq!(promises(promised, None), question());
}
