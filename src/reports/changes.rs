//! What has changed since a paper was issued: its questions one by one, by code and state, never their words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::{Case, ReportFacts};

/// What is kept of the facts of an issued paper.
#[derive(Serialize, Deserialize)]
struct Kept {
    questions: BTreeMap<String, String>,
}

impl Kept {
    fn of(facts: &ReportFacts) -> Self {
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
        Self {
            questions: cases.map(|case| (case.code.clone(), state(case))).collect(),
        }
    }
}

/// The facts as they are kept with the paper.
#[must_use]
pub fn kept(facts: &ReportFacts) -> String {
    serde_json::to_string(&Kept::of(facts)).unwrap_or_default()
}

/// One line a question that is different now; none: nothing has changed.
#[must_use]
pub fn since(kept: &str, facts: &ReportFacts) -> Vec<String> {
    let before: Kept = serde_json::from_str(kept).unwrap_or(Kept {
        questions: BTreeMap::new(),
    });
    let now = Kept::of(facts);
    let mut told = Vec::new();
    for (code, state) in &now.questions {
        match before.questions.get(code) {
            None => told.push(format!("{code}: new ({state})")),
            Some(then) if then != state => told.push(format!("{code}: {then} -> {state}")),
            Some(_) => {}
        }
    }
    for code in before
        .questions
        .keys()
        .filter(|code| !now.questions.contains_key(*code))
    {
        told.push(format!("{code}: not in it any more"));
    }
    told
}
