//! What has changed since a paper was issued: its questions one by one, by code and state, never their words.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// What is kept of the facts of an issued paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Kept {
    /// How each question stood, by code.
    pub questions: BTreeMap<String, String>,
}

impl Kept {
    /// As it stands in the database.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What stands in the database; nothing of a paper that was kept without it.
    #[must_use]
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }
}

/// How a question of the paper is different now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was not in the paper.
    New {
        /// Which.
        code: String,
        /// How it stands.
        now: String,
    },
    /// It stands otherwise.
    Other {
        /// Which.
        code: String,
        /// How it stood.
        then: String,
        /// How it stands.
        now: String,
    },
    /// It would not be in the paper any more.
    Gone {
        /// Which.
        code: String,
    },
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New { code, now } => write!(f, "{code}: new ({now})"),
            Self::Other { code, then, now } => write!(f, "{code}: {then} -> {now}"),
            Self::Gone { code } => write!(f, "{code}: not in it any more"),
        }
    }
}

/// What is different between then and now; none: nothing has changed.
#[must_use]
pub fn between(then: &Kept, now: &Kept) -> Vec<Change> {
    let mut told = Vec::new();
    for (code, state) in &now.questions {
        let code = code.clone();
        match then.questions.get(&code) {
            None => told.push(Change::New {
                code,
                now: state.clone(),
            }),
            Some(before) if before != state => told.push(Change::Other {
                code,
                then: before.clone(),
                now: state.clone(),
            }),
            Some(_) => {}
        }
    }
    let gone = then.questions.keys();
    let gone = gone.filter(|code| !now.questions.contains_key(*code));
    told.extend(gone.map(|code| Change::Gone { code: code.clone() }));
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(questions: &[(&str, &str)]) -> Kept {
        let questions = questions.iter();
        Kept {
            questions: questions
                .map(|(code, state)| ((*code).to_owned(), (*state).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn every_question_that_is_different_is_told() {
        let then = kept(&[("A", "forwarded"), ("B", "forwarded"), ("C", "answered")]);
        let now = kept(&[("A", "answered"), ("C", "answered"), ("D", "received")]);
        let told: Vec<String> = between(&then, &now)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            told,
            [
                "A: forwarded -> answered",
                "D: new (received)",
                "B: not in it any more"
            ]
        );
        assert_eq!(between(&then, &then), []);
        assert_eq!(Kept::read(&then.to_json()), then);
        assert_eq!(Kept::read("{"), Kept::default());
    }
}
