//! What papers count, in one place: a figure that stands in two papers is the same figure.

use jiff::civil::Date;

use super::{
    facts::{Case, Done, ReportFacts},
    say,
};
use crate::domain::{
    answer::{
        appeal::{Outcome, Pace},
        judgement::Verdict,
        record::Subclass,
    },
    keyword::Keyword as _,
    question::{Competence, ResultClass},
    site::Condition,
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
    /// Answered with something that is to be done: what `resolved` is a share of.
    pub(super) to_be_done: usize,
    /// Shown to be done, with evidence.
    pub(super) resolved: usize,
    /// Said to be done, and a resident says that it is not.
    pub(super) denied: usize,
    /// Judged by their authors: what `satisfied` is a share of.
    pub(super) judged: usize,
    /// Their authors are content.
    pub(super) satisfied: usize,
    /// Answers that say nothing, by the rules that warn before they are sent.
    pub(super) hollow: usize,
    /// Opened again.
    pub(super) reopened: usize,
    /// The council has given its verdict: close or follow.
    pub(super) assessed: usize,
    /// Of these, to be closed.
    pub(super) closed: usize,
    /// The council has said how they come along.
    pub(super) paced: usize,
    /// Of these, late.
    pub(super) slow: usize,
    /// Judgements "not" that the council has not looked at.
    pub(super) appealed: usize,
}

impl Counts {
    pub(super) fn of<'c>(cases: impl IntoIterator<Item = &'c Case>, today: Date) -> Self {
        let mut counts = Self::default();
        for case in cases {
            counts.add(case, today);
        }
        counts
    }

    /// Counts one more.
    pub(super) fn add(&mut self, case: &Case, today: Date) {
        self.opinions += usize::from(!case.is_part);
        self.parts += usize::from(case.is_part);
        self.merged += usize::from(case.state == "merged");
        self.matters += usize::from(case.counts());
        self.returned += usize::from(case.state == "returned");
        if !case.is_petition() {
            return;
        }
        self.petitions += 1;
        self.answered += usize::from(case.state == "answered");
        self.on_the_spot += usize::from(case.on_the_spot);
        self.overdue += usize::from(case.is_overdue(today));
        self.missed += usize::from(case.missed_its_promise(today));
        self.rejected += usize::from(case.is_rejected());
        self.add_track(case);
        self.add_verdicts(case);
    }

    /// Whether the thing was done, and what its author says: each with what it is a share of.
    fn add_track(&mut self, case: &Case) {
        self.to_be_done += usize::from(case.is_to_be_done());
        self.resolved += usize::from(case.is_resolved() && case.is_to_be_done());
        self.denied += usize::from(case.is_denied());
        self.judged += usize::from(case.verdict.is_some());
        self.satisfied += usize::from(case.verdict == Some(Verdict::Satisfied));
        let is_hollow = case.answer.as_ref().is_some_and(|told| told.is_hollow);
        self.hollow += usize::from(case.state == "answered" && is_hollow);
        self.reopened += usize::from(case.reopened > 0);
    }

    /// What the council itself makes of it.
    fn add_verdicts(&mut self, case: &Case) {
        self.assessed += usize::from(case.outcome.is_some());
        self.closed += usize::from(case.outcome == Some(Outcome::Close));
        self.paced += usize::from(case.pace.is_some());
        self.slow += usize::from(case.pace == Some(Pace::Late));
        self.appealed += usize::from(case.appeals > 0);
    }

    /// Petitions that nobody has answered.
    pub(super) fn open(self) -> usize {
        self.petitions - self.answered
    }
}

/// Petitions that stand so.
pub(super) fn of_class(cases: &[&Case], class: ResultClass) -> usize {
    cases
        .iter()
        .filter(|case| case.standing() == Some(class))
        .count()
}

/// "Tổ chức thực hiện 3; Thanh tra, kiểm tra 1": these by sub-class, what has none left out.
pub(super) fn by_subclass(cases: &[&Case]) -> String {
    let of = |case: &&Case| {
        let told = case.answer.as_ref()?;
        told.subclass.filter(|_| Subclass::of(told.class).len() > 1)
    };
    let told = Subclass::ALL.iter().filter_map(|subclass| {
        let many = cases
            .iter()
            .filter(|case| of(case) == Some(*subclass))
            .count();
        (many > 0).then(|| format!("{} {many}", subclass_title(*subclass)))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// Vietnamese names of the sub-classes, as the papers have them.
pub(super) fn subclass_title(subclass: Subclass) -> &'static str {
    match subclass {
        Subclass::Legislated => "Ban hành hoặc sửa đổi, bổ sung văn bản",
        Subclass::Inspected => "Thanh tra, kiểm tra",
        Subclass::CarriedOut => "Tổ chức thực hiện",
        Subclass::Roadmap => "Có lộ trình giải quyết",
        Subclass::Submitted => "Đã trình cấp có thẩm quyền ban hành văn bản",
        Subclass::NoRoadmap => "Không lộ trình giải quyết",
        Subclass::NoMeans => "Chưa có nguồn lực",
        Subclass::NotNow => "Chưa thể giải quyết được ngay",
        Subclass::HigherText => "Liên quan văn bản cấp trên",
        Subclass::NextSession => "Chuyển giải quyết kỳ họp sau",
        Subclass::Other => "Lý do khác",
    }
}

/// Vietnamese names of the council's verdicts.
pub(super) fn outcome_title(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Close => "Đóng kiến nghị",
        Outcome::Follow => "Theo dõi ở kỳ họp sau",
    }
}

/// Vietnamese names of how a matter comes along.
pub(super) fn pace_title(pace: Pace) -> &'static str {
    match pace {
        Pace::OnSchedule => "Đúng tiến độ",
        Pace::Late => "Chậm tiến độ",
    }
}

/// Vietnamese names of what is found on a site round.
pub(super) fn condition_title(condition: Condition) -> &'static str {
    match condition {
        Condition::Done => "Đã làm xong",
        Condition::Underway => "Đang làm",
        Condition::Untouched => "Chưa làm",
        Condition::NotFound => "Không tìm thấy chỗ",
        Condition::Skipped => "Chưa khảo sát",
    }
}

/// How a matter stands, for tables: its class with its sub-class, or its state while nobody has answered.
pub(super) fn standing_title(case: &Case) -> String {
    let Some(class) = case.standing() else {
        return state_title(case).to_owned();
    };
    let mut title = class_title(class).to_owned();
    let answer = case.answer.as_ref().filter(|told| told.class == class);
    let subclass = answer.and_then(|told| told.subclass);
    // Of a class with one sub-class the class says it all.
    if let Some(subclass) = subclass.filter(|_| Subclass::of(class).len() > 1) {
        title = format!("{title} ({})", subclass_title(subclass).to_lowercase());
    }
    title
}

/// What shows that it was done: "ngày 24/11/2026, văn bản số 3/BB-UBND, 2 ảnh".
pub(super) fn shown(case: &Case) -> Option<String> {
    let Done::Resolved { on, shown } = &case.done else {
        return None;
    };
    let mut parts = vec![format!("ngày {}", say::short_day(*on))];
    if let Some((number, dated)) = &shown.document {
        parts.push(format!(
            "văn bản số {number} ngày {}",
            say::short_day(*dated)
        ));
    }
    if shown.photos > 0 {
        parts.push(format!("{} ảnh", shown.photos));
    }
    Some(parts.join(", "))
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
