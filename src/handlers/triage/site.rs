//! `/khaosat`: a clerk goes over the open questions of an area, the nearest next. Each is one tap; photos, words and the place
//! come as they come, in reply to it or after it. At the end every card gets a note. What was sent is kept whatever the
//! network does, and the order does not matter.

use crate::{
    chat::{
        button::TriageButton,
        outgoing::{About, Act, Lane, Target, round_slot, visit_of_slot, visit_slot},
    },
    domain::{
        area::Area,
        attachment::{Media, Sent},
        conversation::Conversation,
        event::Event,
        ids::{AreaCode, MessageId, RoundId, VisitId},
        keyword::Keyword,
        prompt::{Prompt, TriagePrompt},
        question::Question,
        site::{self as order, Condition, Point},
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::Reply,
            rights,
        },
    },
    messages::{Message, label, say as sentence, site as say},
    store::{
        attachments, chats, conversations, questions,
        site::{self, Round, Visit},
    },
};

/// The area and everything in it.
fn within(cx: &Cx<'_, '_>, code: &AreaCode) -> Vec<AreaCode> {
    let mut found = vec![code.clone()];
    let mut at = 0;
    while let Some(area) = found.get(at).cloned() {
        found.extend(cx.council.children(&area).map(|area| area.code.clone()));
        at += 1;
    }
    found
}

fn to_visit(cx: &Cx<'_, '_>, code: &AreaCode) -> Result<Vec<Question>, HandlerError> {
    let mut found = Vec::new();
    for area in within(cx, code) {
        found.extend(site::to_visit(cx.tx, &area)?);
    }
    Ok(found)
}

/// The command, with the name of an area or without.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let words = actor.words(cx);
    if rights::clerk(cx, actor)?.is_none() {
        let html = sentence!(words, "site-not-clerk");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    if !typed.is_empty()
        && let Some(area) = cx.council.find_areas(typed).first()
    {
        let code = area.code.clone();
        return begin(cx, actor, &code);
    }
    let mut found: Vec<(Area, usize)> = Vec::new();
    for area in cx.council.top_areas() {
        let count = to_visit(cx, &area.code)?.len();
        if count > 0 {
            found.push((area.clone(), count));
        }
    }
    Ok(cx.reply(actor.chat, say::areas(words, &found))?)
}

/// One of the buttons.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: &TriageButton) -> Outcome {
    match button {
        TriageButton::SurveyBegin(area) => begin(cx, actor, area),
        TriageButton::SurveyMark(visit, found) => mark(cx, actor, *visit, *found),
        TriageButton::SurveyFinish(round) => match site::open_of(cx.tx, actor.user)? {
            Some(open) if open.id == *round => finish(cx, actor, &open),
            _ => {
                let words = actor.words(cx);
                cx.old_button(words);
                Ok(())
            }
        },
        _ => Ok(()),
    }
}

/// A round begins; one that was not ended is.
fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, area: &AreaCode) -> Outcome {
    if let Some(open) = site::open_of(cx.tx, actor.user)? {
        finish(cx, actor, &open)?;
    }
    let words = actor.words(cx);
    let to_visit = to_visit(cx, area)?;
    if to_visit.is_empty() {
        let html = sentence!(words, "site-nothing");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    let round = site::begin(cx.tx, area, actor.named(), cx.now)?;
    for question in &to_visit {
        site::plan(cx.tx, round, question.id)?;
    }
    cx.reply(actor.chat, say::begun(words, area, to_visit.len()))?;
    next(cx, actor)
}

/// Where the resident pinned it.
fn pinned(cx: &Cx<'_, '_>, question: &Visit) -> Result<Option<Point>, HandlerError> {
    let media = attachments::of_question(cx.tx, question.question)?;
    Ok(media.iter().find_map(|media| match media {
        Media::Place {
            latitude,
            longitude,
            ..
        } => Some((*latitude, *longitude)),
        _ => None,
    }))
}

/// Shows the next place; after the last one there is only the end, and what is still sent for it.
fn next(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let Some(round) = site::open_of(cx.tx, actor.user)? else {
        return Ok(());
    };
    let mut left = Vec::new();
    for visit in site::visits(cx.tx, round.id)? {
        if visit.condition.is_none() {
            let at = pinned(cx, &visit)?;
            left.push((visit.id, at));
        }
    }
    let Some(next) = order::nearest(round.at, &left) else {
        waits(cx, actor, round.id)?;
        let placing = Placing {
            slot: Some(round_slot(round.id)),
            ..Placing::default()
        };
        let seen = say::all_seen(actor.words(cx), round.id);
        return Ok(cx.send(actor.chat, Lane::Reply, seen, placing)?);
    };
    let Some(visit) = site::find(cx.tx, next)? else {
        return Ok(());
    };
    let Some(question) = questions::find(cx.tx, visit.question)? else {
        return Ok(());
    };
    site::look_at(cx.tx, round.id, next)?;
    waits(cx, actor, round.id)?;
    let place = say::place(actor.words(cx), &question, (next, round.id), left.len());
    let placing = Placing {
        slot: Some(visit_slot(next)),
        ..Placing::default()
    };
    cx.send(actor.chat, Lane::Reply, place, placing)?;
    let pin = left
        .iter()
        .find(|(id, _)| *id == next)
        .and_then(|(_, at)| *at);
    if let Some((latitude, longitude)) = pin {
        let place = Media::Place {
            latitude,
            longitude,
            venue: None,
        };
        cx.send_media(actor.chat, vec![place], None, About::default())?;
    }
    Ok(())
}

/// Words and photos that reply to nothing belong to the place on the screen.
fn waits(cx: &mut Cx<'_, '_>, actor: &Actor, round: RoundId) -> Outcome {
    let waits = Conversation::Asked {
        prompt: Prompt::Triage(TriagePrompt::Visit(round)),
        question: None,
    };
    Ok(conversations::set(cx.tx, actor.user, &waits, cx.now)?)
}

/// The place of a button or reply, on the open round of this person.
fn on_round(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    visit: VisitId,
) -> Result<Option<(Round, Visit, Question)>, HandlerError> {
    let (Some(round), Some(visit)) = (site::open_of(cx.tx, actor.user)?, site::find(cx.tx, visit)?)
    else {
        return Ok(None);
    };
    let question = questions::find(cx.tx, visit.question)?;
    Ok(question
        .filter(|_| visit.round == round.id)
        .map(|question| (round, visit, question)))
}

fn mark(cx: &mut Cx<'_, '_>, actor: &Actor, visit: VisitId, found: Condition) -> Outcome {
    let words = actor.words(cx);
    let Some((round, visit, question)) = on_round(cx, actor, visit)? else {
        cx.old_button(words);
        return Ok(());
    };
    let is_new = visit.condition.is_none();
    site::found(cx.tx, visit.id, found, cx.now)?;
    let marked = say::marked(words, &question, found);
    actor.show(cx, marked)?;
    if !is_new {
        return Ok(());
    }
    next(cx, &actor.anew())?;
    // What comes now, before anything else is pressed, is still of the place that was just marked.
    if site::open_of(cx.tx, actor.user)?.is_some_and(|open| open.id == round.id) {
        site::look_at(cx.tx, round.id, visit.id)?;
    }
    Ok(())
}

/// Words, photos or a place that reply to nothing.
pub(crate) fn sent(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, round: RoundId) -> Outcome {
    let actor = reply.actor;
    let open = site::open_of(cx.tx, actor.user)?.filter(|open| open.id == round);
    let Some(visit) = open.and_then(|open| open.current) else {
        return Ok(());
    };
    waits(cx, actor, round)?;
    keep(cx, actor, visit, (reply.text, reply.file))
}

/// The same in reply to a place. `false`: it replies to something else.
pub(crate) fn replied(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    to: MessageId,
    said: (&str, Option<&Sent>),
) -> Result<bool, HandlerError> {
    let slot = chats::slot_of_message(cx.tx, actor.chat, to)?;
    let Some(visit) = slot.as_deref().and_then(visit_of_slot) else {
        return Ok(false);
    };
    keep(cx, actor, visit, said)?;
    Ok(true)
}

fn keep(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    visit: VisitId,
    (text, file): (&str, Option<&Sent>),
) -> Outcome {
    let words = actor.words(cx);
    let Some((round, visit, question)) = on_round(cx, actor, visit)? else {
        let html = sentence!(words, "site-over");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    };
    match file {
        Some(Sent::Media(Media::Place {
            latitude,
            longitude,
            ..
        })) => site::locate(cx.tx, round.id, Some(visit.id), (*latitude, *longitude))?,
        Some(Sent::Media(media)) => site::show(cx.tx, visit.id, media)?,
        Some(Sent::Contact { .. } | Sent::Other) | None => {}
    }
    if !text.is_empty() {
        site::say(cx.tx, visit.id, text)?;
    }
    Ok(cx.reply(actor.chat, say::added(words, &question))?)
}

/// The round is over: every card that was looked at gets a note, with words and photos.
fn finish(cx: &mut Cx<'_, '_>, actor: &Actor, round: &Round) -> Outcome {
    site::end(cx.tx, round.id, cx.now)?;
    conversations::clear(cx.tx, actor.user)?;
    let mut counts: Vec<(Condition, usize)> = Condition::ALL
        .iter()
        .map(|condition| (*condition, 0))
        .collect();
    for visit in site::visits(cx.tx, round.id)? {
        let found = visit.condition.unwrap_or(Condition::Skipped);
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == found) {
            *count += 1;
        }
        if visit.condition.is_none() {
            take_away(cx, actor, visit_slot(visit.id))?;
        }
        if found == Condition::Skipped {
            continue;
        }
        let Some(question) = questions::find(cx.tx, visit.question)? else {
            continue;
        };
        let event = Event::SiteVisited { condition: found };
        cx.record_by(&event, &actor.by(), question.id)?;
        let group = cx.group_words();
        let note = say::note(group, &question, found, &actor.name, visit.words.as_deref());
        notices::note_under_card(cx, &question, note)?;
        let media = site::media_of(cx.tx, visit.id)?;
        notices::media_under_card(cx, &question, media)?;
    }
    take_away(cx, actor, round_slot(round.id))?;
    counts.retain(|(_, count)| *count > 0);
    let words = actor.words(cx);
    cx.toast(label!(words, "site-toast"));
    let finished = say::finished(words, (&round.area, round.id), &counts);
    Ok(cx.reply(actor.chat, finished)?)
}

/// What was asked on the round is not asked any more.
fn take_away(cx: &mut Cx<'_, '_>, actor: &Actor, slot: String) -> Outcome {
    if chats::message_in_slot(cx.tx, actor.chat, &slot)?.is_some() {
        let target = Target::Slot(slot);
        cx.put(actor.chat, Lane::Reply, Act::Remove { target })?;
    }
    Ok(())
}
