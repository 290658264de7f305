//! Sorting what came in (phân loại): who works on which question, the clock of it, the queue in figures, splitting.
//!
//! Pure. What a clerk may correct is in [`super::question::casework`].

pub(crate) mod manners;

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    council::Council,
    ids::{CategoryCode, UserId},
    question::{
        Question, State, deadline,
        draft::QuestionText,
        lifecycle::{Refusal, closed},
        points,
    },
    routing,
};

/// For so long a question on a clerk's screen is kept from others: enough to read and decide, short enough that a
/// clerk who is called away holds nobody up.
pub(crate) const HOLD: SignedDuration = SignedDuration::from_mins(5);

/// The office hears of new questions at most so often.
pub(crate) const NOTICE_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// The counter is edited at most so often: Telegram allows a group 20 messages a minute.
pub(crate) const COUNT_EVERY: SignedDuration = SignedDuration::from_secs(15);

/// Who has a question on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hold {
    /// The clerk.
    pub(crate) by: UserId,
    /// As the office knows them.
    pub(crate) name: String,
    /// Until then.
    pub(crate) until: Timestamp,
}

/// Whether `who` may work on a question that somebody may hold; else who does.
///
/// # Errors
/// The hold of the other clerk.
pub(crate) fn may_work(hold: Option<Hold>, who: UserId, now: Timestamp) -> Result<(), Hold> {
    match hold {
        Some(hold) if hold.by != who && hold.until > now => Err(hold),
        _ => Ok(()),
    }
}

/// The last day for sorting a question that came in at `received_at` (`triage_days`).
#[must_use]
pub(crate) fn sorted_by(council: &Council, received_at: Timestamp) -> Date {
    let start = council.local_date(received_at);
    council.calendar.due_on(start, council.rules.triage_days)
}

/// The last day for the answer to a question handed over at `at`; where somebody may be in danger, no later than
/// `urgent_days` allow.
#[must_use]
pub(crate) fn answer_due(
    council: &Council,
    category: &CategoryCode,
    urgency: Urgency,
    at: Timestamp,
) -> Date {
    deadline::answer_due(council, category, urgency == Urgency::Urgent, at)
}

/// Whether somebody may be in danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// The council's ordinary clock.
    Ordinary,
    /// The short one.
    Urgent,
}

impl Urgency {
    /// Of a question.
    #[must_use]
    pub(crate) fn of(question: &Question) -> Self {
        if question.is_urgent {
            Self::Urgent
        } else {
            Self::Ordinary
        }
    }
}

/// The question with its due day moved to what its urgency says now: a shorter clock never makes it later, and the
/// ordinary one runs from when it was handed over.
#[must_use]
pub(crate) fn with_due(council: &Council, question: Question, now: Timestamp) -> Question {
    let due_on = match (Urgency::of(&question), question.state) {
        (Urgency::Urgent, _) => {
            let urgent = answer_due(council, &question.category, Urgency::Urgent, now);
            question.due_on.min(urgent)
        }
        (Urgency::Ordinary, State::Forwarded { at }) => {
            routing::due(council, &question.category, at)
        }
        (Urgency::Ordinary, _) => routing::due(council, &question.category, question.received_at),
    };
    Question { due_on, ..question }
}

/// The queue in figures, as the pinned counter shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Queue {
    /// How many wait.
    pub(crate) count: u32,
    /// For how many days the oldest has waited.
    pub(crate) oldest_days: i32,
    /// How many wait longer than `triage_days`.
    pub(crate) overdue: u32,
}

/// Whatever came in before this moment should be sorted by now: its last day ([`sorted_by`]) has passed.
#[must_use]
pub(crate) fn overdue_before(council: &Council, now: Timestamp) -> Timestamp {
    let today = council.local_date(now);
    let days = council.rules.triage_days;
    let is_in_time = |day: &Date| council.calendar.due_on(*day, days) >= today;
    // Going back, the last of the days on which what came in still has time.
    let back = std::iter::successors(Some(today), |day| day.yesterday().ok());
    let first = back.take_while(is_in_time).last();
    council.begins(first.unwrap_or(today))
}

/// For how many days what came in then has waited.
#[must_use]
pub(crate) fn days_waited(
    council: &Council,
    received_at: Option<Timestamp>,
    now: Timestamp,
) -> i32 {
    received_at.map_or(0, |at| {
        (council.local_date(now) - council.local_date(at)).get_days()
    })
}

/// The parts a clerk typed: numbered ones, paragraphs, or lines. Fewer than two: none.
#[must_use]
pub(crate) fn typed_parts(typed: &str) -> Vec<String> {
    let numbered = points::listed(typed);
    if !numbered.is_empty() {
        return numbered;
    }
    let paragraphs = points::paragraphs(typed);
    if !paragraphs.is_empty() {
        return paragraphs;
    }
    let lines: Vec<&str> = typed
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let is_list = (2..=points::MOST).contains(&lines.len());
    let lines = points::distinct(lines);
    let is_list = is_list && lines.len() > 1;
    if is_list
        && lines
            .iter()
            .all(|(_, line)| QuestionText::parse(line).is_ok())
    {
        lines.into_iter().map(|(_, line)| line.to_owned()).collect()
    } else {
        Vec::new()
    }
}

/// The question keeps its code and the first part of its words; the others become questions of their own.
///
/// # Errors
/// Why it cannot be split: it is closed, or somebody waits for something else.
pub(crate) fn split(question: Question, first: String) -> Result<Question, Refusal> {
    match question.state {
        State::Received | State::Forwarded { .. } => Ok(Question {
            text: first,
            ..question
        }),
        state => Err(closed(state)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use proptest::prelude::*;

    use super::*;

    const TOWN: &str = include_str!("../../../examples/duy-tien/council.toml");

    fn town() -> Council {
        Council::parse(TOWN).unwrap()
    }

    /// Monday, 23 November 2026, 08:00 in Vietnam.
    fn monday() -> Timestamp {
        Timestamp::from_second(1_795_395_600).unwrap()
    }

    fn days(from: Timestamp, days: i64) -> Timestamp {
        from + (days * 24).hours()
    }

    #[test]
    fn a_held_question_is_kept_from_others_until_the_hold_ends() {
        let hold = Hold {
            by: UserId(1),
            name: "Thu".to_owned(),
            until: monday() + HOLD,
        };
        assert_eq!(may_work(None, UserId(2), monday()), Ok(()));
        assert_eq!(may_work(Some(hold.clone()), UserId(1), monday()), Ok(()));
        assert_eq!(
            may_work(Some(hold.clone()), UserId(2), monday()),
            Err(hold.clone())
        );
        let later = monday() + HOLD;
        assert_eq!(may_work(Some(hold), UserId(2), later), Ok(()));
    }

    #[test]
    fn what_came_in_on_a_day_whose_limit_has_passed_is_overdue() {
        let council = town();
        let now = days(monday(), 3);
        let overdue = overdue_before(&council, now);
        assert!(
            monday() < overdue && days(monday(), 1) >= overdue,
            "{overdue}"
        );
        assert_eq!(days_waited(&council, Some(monday()), now), 3);
        assert_eq!(days_waited(&council, None, now), 0);
    }

    #[test]
    fn an_urgent_question_is_due_sooner_never_later() {
        let mut council = town();
        let land = CategoryCode::new("land");
        let ordinary = answer_due(&council, &land, Urgency::Ordinary, monday());
        let urgent = answer_due(&council, &land, Urgency::Urgent, monday());
        assert_eq!(urgent.to_string(), "2026-11-26");
        assert!(urgent < ordinary);
        council.rules.urgent_days = 365;
        assert_eq!(
            answer_due(&council, &land, Urgency::Urgent, monday()),
            ordinary
        );
    }

    #[test]
    fn parts_are_typed_in_any_of_three_ways() {
        for typed in [
            "1. Đường vào thôn ngập\n2. Đèn ngõ 3 hỏng cả tháng",
            "Đường vào thôn ngập\n\nĐèn ngõ 3 hỏng cả tháng",
            "Đường vào thôn ngập\nĐèn ngõ 3 hỏng cả tháng",
        ] {
            assert_eq!(typed_parts(typed).len(), 2, "{typed}");
        }
        for typed in ["Đường vào thôn ngập", "a\nb", ""] {
            assert_eq!(typed_parts(typed), Vec::<String>::new(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn typed_parts_are_two_to_eight_and_each_is_a_question(typed in "[12. \\na-eâ]{0,200}") {
            let parts = typed_parts(&typed);
            prop_assert!(parts.is_empty() || (2..=points::MOST).contains(&parts.len()));
            prop_assert!(parts.iter().all(|part| QuestionText::parse(part).is_ok()));
        }

        #[test]
        fn a_question_is_overdue_when_its_last_day_for_sorting_has_passed(
            hours in 0_i64..9_600,
            at in 0_i64..9_600,
            limit in 1_u16..30,
        ) {
            let mut council = town();
            council.rules.triage_days = limit;
            let (now, received) = (monday() + hours.hours(), monday() + at.min(hours).hours());
            let is_overdue = sorted_by(&council, received) < council.local_date(now);
            prop_assert_eq!(received < overdue_before(&council, now), is_overdue);
        }
    }
}
