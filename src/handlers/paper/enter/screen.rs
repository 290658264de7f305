//! What a clerk sees while entering a question.

use crate::{
    domain::{
        categorise::Kind,
        entry::{Entry, Step},
        gate,
        meeting::registration::Planned,
        question::kind,
        routing,
    },
    handlers::{
        HandlerError,
        shared::{actor::Actor, cx::Cx},
    },
    messages::{Message, entry as say_entry},
    store::{meetings, speakers},
};
use std::cmp::Reverse;

/// Meetings are offered that began so long ago at most, or begin within that time.
pub(super) const MEETINGS_AROUND: jiff::SignedDuration = jiff::SignedDuration::from_hours(30 * 24);

/// The step with what belongs to it; `shape` says which page of a list.
pub(super) fn message(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    entry: &Entry,
    shape: Option<say_entry::Shown>,
) -> Result<Message, HandlerError> {
    let mut shown = shape.unwrap_or_default();
    shown.bot.clone_from(&cx.facts.bot().username);
    match entry.step {
        Step::Meeting => shown.meetings = meetings_to_offer(cx)?,
        Step::Text => {
            shown.topic = match entry.speaker {
                Some(speaker) => speakers::find(cx.tx, speaker)?.and_then(|one| one.topic),
                None => None,
            };
        }
        Step::Category | Step::Preview => {
            let text = entry.text.as_deref().unwrap_or_default();
            shown.proposed = cx.facts.propose_categories(text);
            let verdict = cx.facts.categorise(text);
            let taken_for = gate::taken_for(verdict.kind, verdict.kind_confidence);
            shown.taken_for = (taken_for != Kind::Petition).then_some(taken_for);
            if let Some(ready) = entry.ready() {
                let body = routing::route(cx.council, &ready.category, &ready.area).body;
                let due = routing::due(cx.council, &ready.category, cx.now);
                shown.outlook = Some((body, due, kind::guess(text, taken_for)));
            }
        }
        Step::Name | Step::Phone | Step::Source | Step::Area => {}
    }
    Ok(say_entry::step(actor.words(cx), entry, &shown))
}

/// Meetings held lately or about to be, those that began last first.
pub(super) fn meetings_to_offer(
    cx: &Cx<'_, '_>,
) -> Result<Vec<crate::domain::meeting::Meeting>, HandlerError> {
    let around = meetings::around(cx.tx, cx.now, MEETINGS_AROUND)?;
    let mut begun: Vec<Planned> = around
        .into_iter()
        .filter(|planned| planned.meeting.starts_at <= cx.now)
        .collect();
    begun.sort_by_key(|planned| Reverse(planned.meeting.starts_at));
    let meetings = begun.into_iter().map(|planned| planned.meeting);
    Ok(meetings.take(say_entry::MEETINGS_OFFERED).collect())
}

/// At the field, where the words speak of one: it is chosen, and can be changed in the preview.
pub(super) fn with_category(cx: &Cx<'_, '_>, entry: Entry) -> Entry {
    let text = entry.text.as_deref().unwrap_or_default();
    if entry.step != Step::Category || entry.category.is_some() {
        return entry;
    }
    let proposed = cx.facts.propose_categories(text).into_iter().next();
    match proposed {
        Some(category) => Entry {
            category: Some(category),
            ..entry
        }
        .forward(),
        None => entry,
    }
}
