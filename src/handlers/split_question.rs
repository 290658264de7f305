//! Several matters in one message become several questions, each with its own code, if their author wants.

use super::{
    ask_question::{advance, draft_of_button, next_step},
    context::{Cx, Outcome},
};
use crate::{
    domain::{
        ids::{DraftId, MessageId},
        question::{draft::Draft, points as domain},
        resident::Resident,
    },
    messages::{Html, Message, points as say_points, say},
    store::{conversations, follow_ups, points},
};

/// From this confidence on, paragraphs of different categories are different matters.
const SURE: f32 = 0.7;

/// The points of a draft: numbered ones, or paragraphs about different fields.
fn points_of(cx: &Cx<'_, '_>, text: &str) -> Vec<String> {
    let numbered = domain::numbered(text);
    if !numbered.is_empty() {
        return numbered;
    }
    let paragraphs = domain::paragraphs(text);
    let mut fields = Vec::new();
    for paragraph in &paragraphs {
        let verdict = cx.facts.categorise(paragraph);
        let best = verdict.categories.first();
        match best.filter(|best| best.confidence >= SURE) {
            Some(best) if !fields.contains(&best.code) => fields.push(best.code.clone()),
            _ => return Vec::new(),
        }
    }
    paragraphs
}

/// What to ask before anything else; `None`: the draft is one matter, or its author has decided.
pub(super) fn offer(cx: &Cx<'_, '_>, resident: &Resident, draft: &Draft) -> Option<Message> {
    if draft.points_seen {
        return None;
    }
    let points = points_of(cx, &draft.text);
    if points.is_empty() {
        return None;
    }
    let words = cx.words(resident.language);
    Some(say_points::offer(words, draft.id, &points))
}

/// "Tách": the first point stays the draft, the others wait for their turn.
pub(super) fn split(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    let mut rest = points_of(cx, &draft.text).into_iter();
    let first = rest.next().filter(|_| !draft.points_seen);
    if let Some(first) = first {
        draft.text = first;
        draft.category = None;
        points::forget(cx.tx, resident.id)?;
        for point in rest {
            points::wait(cx.tx, resident.id, &point)?;
        }
        follow_ups::forget_sources(cx.tx, draft.id)?;
    }
    draft.points_seen = true;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, resident, &draft, Some(shown))
}

/// "Để chung một câu".
pub(super) fn keep_whole(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    draft.points_seen = true;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, resident, &draft, Some(shown))
}

/// The point before is sent or dropped: the next one becomes the draft.
pub(super) fn next(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let Some(text) = points::next(cx.tx, resident.id)? else {
        return Ok(());
    };
    let area = resident.area.as_ref();
    let mut draft = conversations::start_draft(cx.tx, resident.id, &text, area, cx.now)?;
    draft.points_seen = true;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    let words = cx.words(resident.language);
    let left = points::count(cx.tx, resident.id)?;
    let head = say!(words, "points-next", left = left);
    if draft.area.is_none() {
        return advance(cx, resident, &draft, None);
    }
    let step = next_step(cx, resident, &draft)?;
    let html = Html::paragraphs([head, say_points::quoted(&text), step.html]);
    Ok(cx.reply(resident.id.private_chat(), Message { html, ..step })?)
}
