//! `/dangmo`: what a body still has to answer, page by page; in private what somebody's bodies have open, and `/viec`: what
//! they have on their hands.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::{Known, Result, links, questions};
use crate::{
    domain::{
        ids::{BodyCode, ChatId, UserId},
        listing::{Filter, Selection},
        question::{Brief, State},
        scope::Scope,
    },
    messages::{
        Found,
        digest::Links,
        listing::{self as say, Page},
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
    let today = known.council.local_date(known.now);
    let mut selection = Selection::new(known.council, filter, today);
    let take = |brief: Brief| selection.add(&brief);
    match filter {
        Filter::Nominated => questions::each_nominated(view, &scope, take).await?,
        Filter::All
        | Filter::Overdue
        | Filter::DueSoon
        | Filter::Waiting
        | Filter::CarriedOver
        | Filter::Category(_) => questions::each_owed(view, &scope, take).await?,
    }
    let all = selection.in_order();
    let page = Page::of(all.len(), number);
    let on_it = page.on_it(&all);
    let whole = questions::whole(view, on_it.iter().copied()).await?;
    let cards = links::to_cards(view, chat, on_it.iter().copied()).await?;
    let words = known.group_words();
    let shown = on_it.iter().filter_map(|id| whole.get(id));
    Ok(say::page(words, filter, page, shown, &cards, today).into())
}

/// The first page, without buttons: what is open at the bodies of whoever asks.
pub(super) async fn of_desk(
    view: &mut SqliteConnection,
    chat: ChatId,
    bodies: &[BodyCode],
    known: Known<'_>,
) -> Result<Found> {
    let today = known.council.local_date(known.now);
    let mut selection = Selection::new(known.council, &Filter::All, today);
    for body in bodies {
        let scope = Scope::Own(body.clone());
        questions::each_owed(view, &scope, |brief| selection.add(&brief)).await?;
    }
    let all = selection.in_order();
    let page = Page::of(all.len(), 0);
    let on_it = page.on_it(&all);
    let whole = questions::whole(view, on_it.iter().copied()).await?;
    let words = known.words_for(view, UserId(chat.0)).await?;
    let shown = on_it.iter().filter_map(|id| whole.get(id));
    let mut page = say::page(words, &Filter::All, page, shown, &Links::default(), today);
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
        let scope = Scope::Own(body.clone());
        let take = |brief: Brief| {
            let standing = brief.times.standing(known.council, today);
            let is_pressing = standing.is_overdue() || standing.is_due_soon();
            let is_answered = matches!(brief.times.state, State::Answered { .. });
            if !is_answered && brief.claimed_by == Some(UserId(chat.0)) {
                mine.push(brief.id);
            }
            match is_answered {
                true if is_pressing => waiting.push(brief.id),
                false if is_pressing => due.push(brief.id),
                _ => {}
            }
        };
        questions::each_owed(view, &scope, take).await?;
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
        questions.retain(|question| seen.insert(*question));
        let count = questions.len();
        questions.truncate(say_tasks::NAMED);
        if count > 0 {
            parts.push((part, count, questions));
        }
    }
    let named = parts.iter().flat_map(|(_, _, named)| named.iter().copied());
    let whole = questions::whole(view, named).await?;
    let parts: Vec<_> = parts
        .into_iter()
        .map(|(part, count, named)| {
            let named = named.iter().filter_map(|id| whole.get(id)).collect();
            (part, count, named)
        })
        .collect();
    let words = known.words_for(view, UserId(chat.0)).await?;
    Ok(say_tasks::list(words, &parts).into())
}
