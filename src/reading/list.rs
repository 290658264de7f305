//! `/dangmo`: what a body still has to answer, page by page; in private what somebody's bodies have open, and `/viec`: what
//! they have on their hands.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::{Known, Result, links, questions};
use crate::{
    domain::{
        ids::{BodyCode, ChatId, UserId},
        listing::{self, Filter},
        question::{Question, State, deadline},
        scope::Scope,
    },
    messages::{
        Found,
        digest::Links,
        listing::{self as say, A_PAGE},
        tasks::{self as say_tasks, Part},
    },
};

pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    body: &BodyCode,
    (filter, number): (&Filter, u16),
    known: Known<'_>,
) -> Result<Found> {
    let scope = Scope::of(known.council, body);
    let questions = match filter {
        Filter::Nominated => questions::nominated(view, &scope).await?,
        Filter::All
        | Filter::Overdue
        | Filter::DueSoon
        | Filter::Waiting
        | Filter::CarriedOver
        | Filter::Category(_) => questions::owed(view, &scope).await?,
    };
    let today = known.council.local_date(known.now);
    let all = listing::select(known.council, filter, &questions, today);
    let from = usize::from(number).min(all.len() / A_PAGE) * A_PAGE;
    let shown = all.iter().skip(from).take(A_PAGE);
    let cards = links::to_cards(view, chat, shown.map(|question| question.id)).await?;
    let words = known.group_words();
    Ok(say::page(words, filter, &all, number, &cards, today).into())
}

/// The first page, without buttons: what is open at the bodies of whoever asks.
pub(super) async fn of_desk(
    view: &mut SqliteConnection,
    chat: ChatId,
    bodies: &[BodyCode],
    known: Known<'_>,
) -> Result<Found> {
    let mut owed = Vec::new();
    for body in bodies {
        owed.extend(questions::owed(view, &Scope::Own(body.clone())).await?);
    }
    let today = known.council.local_date(known.now);
    let all = listing::select(known.council, &Filter::All, &owed, today);
    let words = known.words_for(view, UserId(chat.0)).await?;
    let mut page = say::page(words, &Filter::All, &all, 0, &Links::default(), today);
    page.keyboard = None;
    Ok(page.into())
}

/// Mine, what waits for me, appeals, what is due; each question once, in the first of them.
pub(super) async fn tasks(
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
    Ok(say_tasks::list(words, &parts).into())
}

fn is_claimed_by(question: &Question, user: UserId) -> bool {
    question
        .claimed
        .as_ref()
        .is_some_and(|claim| claim.by == user)
}
