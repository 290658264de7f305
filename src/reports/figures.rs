//! What papers count, in one place: a figure that stands in two papers is the same figure.

use jiff::civil::Date;

use super::facts::{Case, ReportFacts};
use crate::domain::{
    answer::judgement::Verdict,
    question::{Competence, ResultClass},
};

/// Questions counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    /// Opinions as they came in: parts of a split count as the one they came from.
    pub(super) opinions: usize,
    /// Matters after splitting and merging.
    pub(super) matters: usize,
    /// Merged into others.
    pub(super) merged: usize,
    /// Parts that came out of others.
    pub(super) parts: usize,
    /// Returned with guidance.
    pub(super) returned: usize,
    /// To be solved: matters without what was returned and thanks.
    pub(super) petitions: usize,
    /// Of the petitions, answered.
    pub(super) answered: usize,
    /// Answered at the meeting.
    pub(super) on_the_spot: usize,
    /// Open and late.
    pub(super) overdue: usize,
    /// Promised and missed.
    pub(super) missed: usize,
    /// Their authors are not content.
    pub(super) rejected: usize,
}

impl Counts {
    pub(super) fn of<'c>(cases: impl IntoIterator<Item = &'c Case>, today: Date) -> Self {
        let mut counts = Self::default();
        for case in cases {
            counts.opinions += usize::from(!case.is_part);
            counts.parts += usize::from(case.is_part);
            counts.merged += usize::from(case.state == "merged");
            counts.matters += usize::from(case.counts());
            counts.returned += usize::from(case.state == "returned");
            if !case.is_petition() {
                continue;
            }
            counts.petitions += 1;
            counts.answered += usize::from(case.state == "answered");
            counts.on_the_spot += usize::from(case.on_the_spot);
            counts.overdue += usize::from(case.is_overdue(today));
            counts.missed += usize::from(case.missed_its_promise(today));
            counts.rejected += usize::from(case.is_rejected());
        }
        counts
    }

    /// Petitions that nobody has answered.
    pub(super) fn open(self) -> usize {
        self.petitions - self.answered
    }
}

/// Petitions of this class.
pub(super) fn of_class(cases: &[&Case], class: ResultClass) -> usize {
    cases
        .iter()
        .filter(|case| case.class() == Some(class))
        .count()
}

/// Petitions that this level decides.
pub(super) fn of_level<'c>(cases: &[&'c Case], level: Option<Competence>) -> Vec<&'c Case> {
    let is_own = |case: &&&Case| match level {
        Some(Competence::Commune) => {
            matches!(
                case.competence,
                Some(Competence::Commune | Competence::Village)
            )
        }
        level => case.competence == level,
    };
    cases.iter().filter(is_own).copied().collect()
}

/// Petitions whose authors last said this.
pub(super) fn of_verdict(cases: &[&Case], verdict: Verdict) -> usize {
    cases
        .iter()
        .filter(|case| case.verdict == Some(verdict))
        .count()
}

/// Vietnamese names of the classes, as the papers have them.
pub(super) fn class_title(class: ResultClass) -> &'static str {
    match class {
        ResultClass::Resolved => "Đã giải quyết xong",
        ResultClass::Explained => "Giải trình, cung cấp thông tin",
        ResultClass::InProgress => "Đang giải quyết",
        ResultClass::Planned => "Sẽ giải quyết, có lộ trình",
        ResultClass::NotYet => "Chưa giải quyết do khách quan",
        ResultClass::SetAside => "Tạm gác",
        ResultClass::SentUp => "Chuyển cấp trên",
    }
}

/// Vietnamese names of the levels.
pub(super) fn level_title(level: Option<Competence>) -> &'static str {
    match level {
        Some(Competence::Village) => "Thôn, tổ dân phố",
        Some(Competence::Commune) => "Cấp xã",
        Some(Competence::Province) => "Cấp tỉnh",
        Some(Competence::Central) => "Trung ương",
        None => "Chưa xác định",
    }
}

/// Vietnamese names of what residents say of an answer.
pub(super) fn verdict_title(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Satisfied => "Thỏa đáng",
        Verdict::Partly => "Một phần",
        Verdict::Not => "Chưa thỏa đáng",
        Verdict::Unseen => "Chưa thấy làm",
    }
}

/// Vietnamese names of the states, for the register.
pub(super) fn state_title(case: &Case) -> &'static str {
    match case.state.as_str() {
        "received" => "Chờ xử lý",
        "forwarded" => "Chưa trả lời",
        "asked_back" => "Chờ cử tri bổ sung",
        "sent_up" => "Đã chuyển cấp trên, chờ kết quả",
        "set_aside" => "Tạm gác",
        "answered" => "Đã trả lời",
        "returned" => "Đã hướng dẫn, trả lại",
        "merged" => "Trùng, đã gộp",
        _ => "Đã rút",
    }
}

impl ReportFacts {
    /// Everything of the wish, counted.
    pub(super) fn counts(&self) -> Counts {
        Counts::of(&self.cases, self.today)
    }
}
