//! What is kept of the facts of a paper that is issued: each question's code and state, never its words.

use super::facts::{Case, ReportFacts};
use crate::domain::report::changes::Kept;

/// The facts as they are kept with the paper.
#[must_use]
pub fn kept(facts: &ReportFacts) -> Kept {
    let cases = facts.cases.iter().chain(&facts.carried_over);
    let state = |case: &Case| {
        let class = case
            .class()
            .map_or(String::new(), |class| format!(" {class:?}"));
        let verdict = case
            .verdict
            .map_or(String::new(), |verdict| format!(" {verdict}"));
        let late = if case.is_overdue(facts.today) {
            " overdue"
        } else {
            ""
        };
        let done = if case.is_resolved() {
            " done"
        } else if case.is_denied() {
            " not done"
        } else {
            ""
        };
        let outcome = case
            .outcome
            .map_or(String::new(), |outcome| format!(" {outcome}"));
        let body = &case.body;
        format!("{}{class}{verdict}{late}{done}{outcome} {body}", case.state)
    };
    Kept {
        questions: cases.map(|case| (case.code.clone(), state(case))).collect(),
    }
}
