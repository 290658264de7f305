//! Figures about questions, with every denominator stated. Pure: rows in, figures out.

use jiff::Timestamp;

use super::{
    answer::judgement::Verdict,
    council::Council,
    ids::{BodyCode, CategoryCode, QuestionId},
    question::{Question, ResultClass, deadline},
    scope::Scope,
};

/// A question as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Its row.
    pub id: QuestionId,
    /// Who has it.
    pub body: BodyCode,
    /// Its category.
    pub category: CategoryCode,
    /// A clerk has not said yet who handles it.
    pub is_unconfirmed: bool,
    /// It was returned with guidance.
    pub is_returned: bool,
    /// When it came.
    pub received_at: Timestamp,
    /// When it was answered, if it is now.
    pub answered_at: Option<Timestamp>,
    /// How often its author was not content.
    pub reopened: u32,
    /// What came of it.
    pub class: Option<ResultClass>,
    /// What its author last said of an answer.
    pub verdict: Option<Verdict>,
}

/// The figures of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Everything that came, without what was withdrawn or merged.
    pub received: usize,
    /// Open now.
    pub open: usize,
    /// Of the open ones: their day has passed.
    pub overdue: usize,
    /// Of the open ones: they wait for their author.
    pub waiting: usize,
    /// Answered, and not opened again since.
    pub answered: usize,
    /// Returned with guidance.
    pub returned: usize,
    /// Answered ones by what came of them, in the order of the official papers.
    pub classes: Vec<(ResultClass, usize)>,
    /// By category: received, answered; the most frequent first.
    pub categories: Vec<(CategoryCode, usize, usize)>,
    /// Opened again at least once.
    pub reopened: usize,
    /// What authors last said of their answers, in the order of the buttons.
    pub verdicts: Vec<(Verdict, usize)>,
    /// Median of the days from receipt to answer, of the answered ones.
    pub median_days: Option<i64>,
}

impl Figures {
    /// Answered ones of which something has come: resolved or explained (the numerator of the resolution rate).
    #[must_use]
    pub fn settled(&self) -> usize {
        let settled = self
            .classes
            .iter()
            .filter(|(class, _)| matches!(class, ResultClass::Resolved | ResultClass::Explained));
        settled.map(|(_, count)| count).sum()
    }
}

/// Whole per cent, rounded down; `None` of nothing.
#[must_use]
pub fn per_cent(part: usize, whole: usize) -> Option<usize> {
    (part * 100).checked_div(whole)
}

/// Counts what the scope covers. `owed` are the open questions of everybody.
#[must_use]
pub fn count(
    council: &Council,
    scope: &Scope,
    rows: &[Counted],
    owed: &[Question],
    now: Timestamp,
) -> Figures {
    let today = council.local_date(now);
    let mut figures = Figures::default();
    let mut days: Vec<i64> = Vec::new();
    for row in rows {
        let is_mine = scope.covers(&row.body, &row.category)
            && (!row.is_unconfirmed || *scope == Scope::Everything);
        if !is_mine {
            continue;
        }
        figures.received += 1;
        figures.returned += usize::from(row.is_returned);
        figures.reopened += usize::from(row.reopened > 0);
        if let Some(verdict) = row.verdict {
            match figures
                .verdicts
                .iter_mut()
                .find(|(known, _)| *known == verdict)
            {
                Some((_, count)) => *count += 1,
                None => figures.verdicts.push((verdict, 1)),
            }
        }
        let is_answered = row.answered_at.is_some();
        let known = figures
            .categories
            .iter_mut()
            .find(|(code, ..)| *code == row.category);
        if let Some((_, received, answered)) = known {
            *received += 1;
            *answered += usize::from(is_answered);
        } else {
            let first = (row.category.clone(), 1, usize::from(is_answered));
            figures.categories.push(first);
        }
        let Some(answered_at) = row.answered_at else {
            continue;
        };
        figures.answered += 1;
        days.push((answered_at.as_second() - row.received_at.as_second()) / 86_400);
        if let Some(class) = row.class {
            match figures
                .classes
                .iter_mut()
                .find(|(known, _)| *known == class)
            {
                Some((_, count)) => *count += 1,
                None => figures.classes.push((class, 1)),
            }
        }
    }
    for question in owed
        .iter()
        .filter(|one| one.state.is_open() && scope.includes(one))
    {
        figures.open += 1;
        match deadline::standing(council, question, today) {
            deadline::Standing::Overdue(_) => figures.overdue += 1,
            deadline::Standing::Stopped => figures.waiting += 1,
            _ => {}
        }
    }
    figures.verdicts.sort_by_key(|(verdict, _)| *verdict);
    days.sort_unstable();
    figures.median_days = days.get(days.len() / 2).copied();
    let order = |class: &ResultClass| ResultClass::ALL.iter().position(|known| known == class);
    figures.classes.sort_by_key(|(class, _)| order(class));
    figures
        .categories
        .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    figures
}
