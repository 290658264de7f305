//! `/viec`: what somebody who acts for bodies has on their hands.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::{Known, Result, questions};
use crate::{
    domain::{
        ids::{BodyCode, ChatId, UserId},
        question::{Question, State, deadline},
        scope::Scope,
    },
    messages::{
        Found,
        tasks::{self as say, Part},
    },
};

/// Mine, what waits for me, appeals, what is due; each question once, in the first of them.
pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    (bodies, heads): (&[BodyCode], &[BodyCode]),
    known: Known<'_>,
) -> Result<Found> {
    let today = known.council.local_date(known.now);
    let (mut mine, mut due, mut waiting, mut appeals) = (vec![], vec![], vec![], vec![]);
    for body in bodies {
        for question in questions::owed(view, &Scope::Own(body.clone())).await? {
            let standing = deadline::standing(known.council, &question, today);
            let is_pressing = standing.is_overdue() || standing.is_due_soon();
            let is_answered = matches!(question.state, State::Answered { .. });
            if !is_answered && is_claimed_by(&question, UserId(chat.0)) {
                mine.push(question.clone());
            }
            match is_answered {
                true if is_pressing => waiting.push(question),
                false if is_pressing => due.push(question),
                _ => {}
            }
        }
        if heads.contains(body) {
            waiting.extend(questions::submitted_in(view, body).await?);
        }
        appeals.extend(questions::appealed_to(view, body).await?);
    }
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    for (part, mut questions) in [
        (Part::Mine, mine),
        (Part::Waiting, waiting),
        (Part::Appeals, appeals),
        (Part::Due, due),
    ] {
        questions.retain(|question| seen.insert(question.id));
        if !questions.is_empty() {
            parts.push((part, questions));
        }
    }
    let words = known.words_for(view, UserId(chat.0)).await?;
    Ok(say::list(words, &parts).into())
}

fn is_claimed_by(question: &Question, user: UserId) -> bool {
    question
        .claimed
        .as_ref()
        .is_some_and(|claim| claim.by == user)
}
