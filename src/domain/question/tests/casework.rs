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
