//! Figures about questions, with every denominator stated. Pure.

use jiff::civil::Date;

use crate::domain::{
    answer::{call_back::Heard, judgement::Verdict},
    categorise::Kind,
    council::Council,
    ids::CategoryCode,
    question::{
        Competence, ResultClass,
        deadline::{Standing, Times},
    },
};

/// The figures of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Everything that came, without what was withdrawn or merged.
    pub(crate) received: usize,
    /// Open now.
    pub(crate) open: usize,
    /// Of the open ones: their day has passed.
    pub(crate) overdue: usize,
    /// Of the open ones: they wait for their author.
    pub(crate) waiting: usize,
    /// Answered, and not opened again since.
    pub(crate) answered: usize,
    /// Returned with guidance.
    pub(crate) returned: usize,
    /// Answered ones by what came of them, in the order of the official papers.
    pub(crate) classes: Vec<(ResultClass, usize)>,
    /// By category: received, answered; the most frequent first.
    pub(crate) categories: Vec<(CategoryCode, usize, usize)>,
    /// Opened again at least once.
    pub(crate) reopened: usize,
    /// What authors last said of their answers, in the order of the buttons.
    pub(crate) verdicts: Vec<(Verdict, usize)>,
    /// What was shown another door, by what it was taken for. Of everything only.
    pub(crate) redirected: Vec<(Kind, usize)>,
    /// Of those: what went on as a petition all the same.
    pub(crate) overruled: usize,
    /// By which level decides; nobody has said. Of everything only.
    pub(crate) levels: Vec<(Option<Competence>, usize)>,
    /// Answered ones that leave something to be done: all of them, done and shown, said by a resident not to be done.
    pub(crate) done: Done,
    /// Answers that the rules find hollow, of so many that were looked at: the newest.
    pub(crate) hollow: usize,
    pub(crate) looked_at: usize,
    /// What was heard of those who were called back: the month of their answers, how many were drawn. Of everything only.
    pub(crate) called: Option<(String, usize, Vec<Heard>)>,
    /// Median of the days from receipt to answer, of the answered ones.
    pub(crate) median_days: Option<i64>,
}

/// What stands side by side for one body, each part beside what it is a part of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct OfBody {
    /// Everything that it was given, without what was withdrawn or merged.
    pub(crate) received: usize,
    /// Answered, and not opened again since.
    pub(crate) answered: usize,
    /// Answered, and something is to be done.
    pub(crate) to_do: usize,
    /// Of those: done, and shown.
    pub(crate) resolved: usize,
    /// Judged by their authors.
    pub(crate) judged: usize,
    /// Of those: satisfied.
    pub(crate) satisfied: usize,
    /// The newest answers that were looked at.
    pub(crate) looked_at: usize,
    /// Of those: the rules find them hollow.
    pub(crate) hollow: usize,
    /// Of those received: opened again at least once.
    pub(crate) reopened: usize,
}

/// What became of what was to be done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// Answered, and something is to be done.
    pub(crate) all: usize,
    /// Of those: done, and shown.
    pub(crate) resolved: usize,
    /// Of those: said to be done, and a resident says that it is not.
    pub(crate) denied: usize,
}

impl Figures {
    /// How many authors have judged, and how many of them are satisfied.
    #[must_use]
    pub(crate) fn judged(&self) -> (usize, usize) {
        let all = self.verdicts.iter().map(|(_, count)| count).sum();
        let satisfied = self.verdicts.iter();
        let satisfied = satisfied.filter(|(verdict, _)| *verdict == Verdict::Satisfied);
        (all, satisfied.map(|(_, count)| count).sum())
    }

    /// Answered ones of which something has come: resolved or explained (the numerator of the resolution rate).
    #[must_use]
    pub(crate) fn settled(&self) -> usize {
        let settled = self
            .classes
            .iter()
            .filter(|(class, _)| matches!(class, ResultClass::Resolved | ResultClass::Explained));
        settled.map(|(_, count)| count).sum()
    }

    /// Counts a question that is open, and how it stands on `today`.
    pub(crate) fn add_open(&mut self, council: &Council, times: &Times, today: Date) {
        if !times.state.is_open() {
            return;
        }
        self.open += 1;
        match times.standing(council, today) {
            Standing::Overdue(_) => self.overdue += 1,
            Standing::Stopped => self.waiting += 1,
            Standing::InTime(_) | Standing::DueSoon(_) | Standing::Done => {}
        }
    }

    /// Takes the median of the days from receipt to answer: how many questions took how many days, in order.
    pub(crate) fn set_days(&mut self, days: &[(i64, usize)]) {
        let answered: usize = days.iter().map(|(_, many)| many).sum();
        let mut before = 0;
        self.median_days = days.iter().find_map(|(days, many)| {
            before += many;
            (before > answered / 2).then_some(*days)
        });
    }

    /// Puts everything into the order in which it is read.
    pub(crate) fn sort(&mut self) {
        let order = |class: &ResultClass| ResultClass::ALL.iter().position(|known| known == class);
        self.verdicts.sort_by_key(|(verdict, _)| *verdict);
        self.classes.sort_by_key(|(class, _)| order(class));
        self.categories
            .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
}

/// Whole per cent, rounded down; `None` of nothing.
#[must_use]
pub(crate) fn per_cent(part: usize, whole: usize) -> Option<usize> {
    (part * 100).checked_div(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_day_of_the_question_in_the_middle() {
        let median = |days: &[(i64, usize)]| {
            let mut figures = Figures::default();
            figures.set_days(days);
            figures.median_days
        };
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(3, 1)]), Some(3));
        assert_eq!(median(&[(1, 1), (2, 1)]), Some(2));
        assert_eq!(median(&[(0, 2), (7, 1), (9, 2)]), Some(7));
    }
}
