//! What is not a petition is shown its door; the words are held, in case they are one after all.
//!
//! Counted as an event without the words and without the person; nothing of it ever reaches a group, except
//! thanks whose author wants them passed on.

use super::{
    ask_question,
    context::{Cx, Outcome, Placing},
    in_private::ask_for_consent,
};
use crate::{
    chat::outgoing::Lane,
    domain::{
        categorise::Kind,
        conversation::Wish,
        event::Event,
        gate::{self, Held, Instead},
        ids::MessageId,
        question::draft::Draft,
        resident::Resident,
        text,
    },
    messages::{Message, gate as say, label, say},
    store::{chats, conversations, held_texts},
};

/// Whether the gate let words through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// They go on as a petition.
    Open,
    /// They were answered here.
    Closed,
}

/// What the bot was waiting for when words came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// Nothing that the words would belong to.
    Nothing,
    /// They belong to a draft or a question: a few words out of their context are easily mistaken.
    Question,
}

type GateResult = Result<Gate, super::HandlerError>;

/// A life may be in danger: this comes before anything else, whatever the bot was waiting for. Words that
/// belong to a question go on to it all the same.
pub(super) fn emergency(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    typed: &str,
    surroundings: Surroundings,
) -> GateResult {
    let verdict = cx.facts.categorise(typed);
    if !gate::is_danger(verdict.kind, verdict.kind_confidence, typed) {
        return Ok(Gate::Open);
    }
    match surroundings {
        Surroundings::Nothing if gate::is_sure(verdict.kind_confidence) => {
            close(cx, resident, Kind::Emergency, typed, Instead::OfNothing)
        }
        Surroundings::Nothing | Surroundings::Question => {
            announce(cx, resident, Kind::Emergency)?;
            Ok(Gate::Open)
        }
    }
}

/// Says the numbers (or the door) and lets the words go on.
fn announce(cx: &mut Cx<'_, '_>, resident: &Resident, kind: Kind) -> Outcome {
    cx.record(&Event::Redirected { what: kind }, None, None)?;
    let guidance = Message::plain(say::guidance(cx.words(resident.language), kind).html);
    Ok(cx.reply(resident.id.private_chat(), guidance)?)
}

/// What the gate takes a text for.
fn kind_of(cx: &Cx<'_, '_>, text: &str) -> Kind {
    let verdict = cx.facts.categorise(text);
    gate::taken_for(verdict.kind, verdict.kind_confidence)
}

/// New words, out of the blue or beside a draft.
pub(super) fn look_at(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    typed: &str,
    draft: Option<&Draft>,
) -> GateResult {
    if let Some(draft) = draft {
        return look_at_addition(cx, resident, typed, &draft.text);
    }
    let kind = kind_of(cx, typed);
    if gate::stops(kind) && kind != Kind::Emergency {
        close(cx, resident, kind, typed, Instead::OfNothing)
    } else {
        Ok(Gate::Open)
    }
}

/// Words added to a draft or to a question that was sent. One that its author insisted on stays insisted on.
pub(super) fn look_at_addition(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    more: &str,
    before: &str,
) -> GateResult {
    let alone = kind_of(cx, more);
    let kind = if gate::stops_alone_inside(alone, more) {
        alone
    } else {
        kind_of(cx, &format!("{before}\n{more}"))
    };
    if gate::stops_inside(kind) && kind_of(cx, before) != kind {
        close(cx, resident, kind, more, Instead::OfNothing)
    } else {
        Ok(Gate::Open)
    }
}

/// Words that are to take the place of the draft's.
pub(super) fn look_at_rewritten(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    typed: &str,
    before: &str,
) -> GateResult {
    let kind = kind_of(cx, typed);
    if gate::stops_inside(kind) && kind_of(cx, before) != kind {
        close(cx, resident, kind, typed, Instead::OfTheDraft)
    } else {
        Ok(Gate::Open)
    }
}

/// Words of an edited message: those that are there stay.
pub(super) fn look_at_revised(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    now: &str,
    before: &str,
) -> GateResult {
    let kind = kind_of(cx, now);
    if kind_of(cx, before) == kind {
        return Ok(Gate::Open);
    }
    if kind == Kind::Emergency {
        announce(cx, resident, kind)?;
        return Ok(Gate::Open);
    }
    if gate::stops_inside(kind) {
        close(cx, resident, kind, now, Instead::OfNothing)
    } else {
        Ok(Gate::Open)
    }
}

fn close(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    kind: Kind,
    typed: &str,
    instead: Instead,
) -> GateResult {
    let held = Held {
        kind,
        text: text::clean(typed),
        instead,
    };
    held_texts::hold(cx.tx, resident.id, &held, cx.now)?;
    cx.record(&Event::Redirected { what: kind }, None, None)?;
    let message = say::guidance(cx.words(resident.language), kind);
    cx.reply(resident.id.private_chat(), message)?;
    Ok(Gate::Closed)
}

/// "Đây là kiến nghị chung": the held words go on, past the gate.
pub(super) fn go_on(cx: &mut Cx<'_, '_>, resident: &Resident, shown: MessageId) -> Outcome {
    let words = cx.words(resident.language);
    let Some(held) = held_texts::take(cx.tx, resident.id)? else {
        cx.alert(label!(words, "gate-gone"));
        return Ok(());
    };
    cx.record(&Event::RedirectionOverruled { what: held.kind }, None, None)?;
    let without_buttons = Message::plain(say::guidance(words, held.kind).html);
    cx.replace(resident.id.private_chat(), shown, without_buttons)?;
    if held.instead == Instead::OfTheDraft
        && let Some(draft) = conversations::draft_of(cx.tx, resident.id)?
    {
        return ask_question::write_over(cx, resident, draft, &held.text);
    }
    ask_question::past_the_gate(cx, resident, &held.text)
}

/// "Chuyển lời cảm ơn": the delegation reads it, with area and initials.
pub(super) fn pass_thanks(cx: &mut Cx<'_, '_>, resident: &Resident, shown: MessageId) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Some(area) = resident.area.clone().filter(|_| resident.has_consented()) else {
        return ask_for_consent(cx, resident, Wish::Home);
    };
    let held = held_texts::take(cx.tx, resident.id)?.filter(|held| held.kind == Kind::Praise);
    let Some(held) = held else {
        cx.alert(label!(words, "gate-gone"));
        return Ok(());
    };
    let body = cx
        .council
        .delegation_of(&area)
        .map(|body| body.code.clone());
    let group = match &body {
        Some(body) => chats::chat_of(cx.tx, body)?,
        None => None,
    };
    let (Some(body), Some(group)) = (body, group) else {
        let html = say!(words, "thanks-nowhere");
        return Ok(cx.replace(chat, shown, Message::plain(html))?);
    };
    let initials = text::initials(&resident.name);
    let thanks = say::thanks_for_group(cx.group_words(), &area, &initials, &held.text);
    cx.send(group, Lane::Card, thanks, Placing::default())?;
    cx.record(&Event::ThanksPassedOn { body: body.clone() }, None, None)?;
    let html = say!(words, "thanks-passed", body = words.body(&body));
    Ok(cx.replace(chat, shown, Message::plain(html))?)
}
