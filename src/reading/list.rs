//! `/dangmo`: what a body still has to answer, page by page; in private what somebody's bodies have open.

use sqlx::SqliteConnection;

use super::{Known, Result, links, questions};
use crate::{
    domain::{
        ids::{BodyCode, ChatId, UserId},
        listing::{self, Filter},
        scope::Scope,
    },
    messages::{
        Found,
        digest::Links,
        listing::{self as say, A_PAGE},
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
