//! Several matters in one message become several questions, each with its own code, if their author wants.

use crate::{
    domain::{
        ids::{DraftId, MessageId},
        question::{draft::Draft, points as domain},
    },
    handlers::{
        question::{
            ask::{advance, decide, draft_of_button, next_step},
            draft::screen,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Html, Message, points as say_points, say},
    store::{conversations, follow_ups, points},
};

/// From this confidence on, paragraphs of different categories are different matters.
const SURE: f32 = 0.7;

/// The points of a draft: those of a list, or paragraphs about different fields.
fn points_of(cx: &Cx<'_, '_>, text: &str) -> Vec<domain::Point> {
    let listed = cx.facts.points(text);
    if !listed.is_empty() {
        return listed.to_vec();
    }
    let paragraphs = domain::split_paragraphs(text);
    let mut fields = Vec::new();
    for paragraph in &paragraphs {
        let verdict = cx.facts.categorise(&paragraph.own);
        let best = verdict.categories.first();
        match best.filter(|best| best.confidence >= SURE) {
            Some(best) if !fields.contains(&best.code) => fields.push(best.code.clone()),
            _ => return Vec::new(),
        }
    }
    paragraphs
}

/// What to ask before anything else; `None`: the draft is one matter, or its author has decided.
pub(crate) fn offer(cx: &Cx<'_, '_>, actor: &Actor, draft: &Draft) -> Option<Message> {
    if draft.points_seen {
        return None;
    }
    let points = points_of(cx, &draft.text);
    if points.is_empty() {
        return None;
    }
    let words = actor.words(cx);
    Some(say_points::offer(words, draft.id, &points))
}

/// "Tách": the first point stays the draft, the others wait for their turn.
pub(crate) fn split(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let points = points_of(cx, &draft.text).into_iter();
    let mut rest = points.map(|point| point.whole);
    let first = rest.next().filter(|_| !draft.points_seen);
    if let Some(first) = first {
        draft.text = first;
        draft.category = None;
        points::forget(cx.tx, actor.user)?;
        for point in rest {
            points::wait(cx.tx, actor.user, &point)?;
        }
        follow_ups::forget_sources(cx.tx, draft.id)?;
    }
    draft.points_seen = true;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, actor, &draft, Some(shown))
}

/// "Để chung một câu".
pub(crate) fn keep_whole(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    decide(cx, actor, draft, shown, |draft| draft.points_seen = true)
}

/// The point before is sent or dropped: the next one becomes the draft.
pub(crate) fn next(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let Some(text) = points::next(cx.tx, actor.user)? else {
        return Ok(());
    };
    let area = actor.resident()?.area.as_ref();
    let mut draft = conversations::start_draft(cx.tx, actor.user, &text, area, cx.now)?;
    draft.points_seen = true;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    let words = actor.words(cx);
    let left = points::count(cx.tx, actor.user)?;
    let head = say!(words, "points-next", left = left);
    if draft.area.is_none() {
        return advance(cx, actor, &draft, None);
    }
    let step = next_step(cx, actor, &draft)?;
    let html = Html::paragraphs([head, step.html]);
    screen::show(cx, actor, draft.id, None, Message { html, ..step })
}
