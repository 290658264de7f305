//! What is not a petition is shown its door; the words are held, in case they are one after all.
//!
//! Counted as an event without the words and without the person; nothing of it ever reaches a group, except
//! thanks whose author wants them passed on.

use crate::{
    chat::outgoing::Lane,
    domain::{
        categorise::Kind,
        conversation::Wish,
        event::Event,
        gate::{self, Held, Instead},
        ids::MessageId,
        question::draft::Draft,
        text,
    },
    handlers::{
        question::{ask, attach},
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, gate as say, label, say},
    store::{chats, conversations, held_texts},
};

/// Whether the gate let words through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gate {
    /// They go on as a petition.
    Open,
    /// They were answered here.
    Closed,
}

/// What the bot was waiting for when words came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surroundings {
    /// Nothing that the words would belong to.
    Nothing,
    /// They belong to a draft or a question: a few words out of their context are easily mistaken.
    Question,
}

type GateResult = Result<Gate, crate::handlers::HandlerError>;

/// A life may be in danger: this comes before anything else, whatever the bot was waiting for. Words that
/// belong to a question go on to it all the same.
pub(crate) fn emergency(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    typed: &str,
    surroundings: Surroundings,
) -> GateResult {
    let danger = cx.facts.categorise(typed).danger;
    if gate::is_danger(danger) || gate::may_be_danger(danger, typed) {
        cx.speak_up();
    }
    if gate::is_danger(danger) {
        return match surroundings {
            Surroundings::Nothing => close(cx, actor, Kind::Emergency, typed, Instead::OfNothing),
            Surroundings::Question => {
                announce(cx, actor, Kind::Emergency)?;
                Ok(Gate::Open)
            }
        };
    }
    if !gate::may_be_danger(danger, typed) {
        return Ok(Gate::Open);
    }
    match surroundings {
        Surroundings::Nothing => ask_about_danger(cx, actor, typed),
        Surroundings::Question if conversations::draft_of(cx.tx, actor.user)?.is_some() => {
            cx.record(
                &Event::Redirected {
                    what: Kind::Emergency,
                },
                None,
                None,
            )?;
            let question = say::danger_in_draft(actor.words(cx));
            cx.reply(actor.chat, question)?;
            Ok(Gate::Open)
        }
        Surroundings::Question => {
            announce(cx, actor, Kind::Emergency)?;
            Ok(Gate::Open)
        }
    }
}

/// Words that may tell of danger wait while their author is asked, with the numbers beside the question.
fn ask_about_danger(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> GateResult {
    hold(cx, actor, Kind::Emergency, typed, Instead::OfNothing)?;
    let question = say::danger_question(actor.words(cx));
    cx.reply(actor.chat, question)?;
    Ok(Gate::Closed)
}

/// "Có người đang nguy hiểm ngay lúc này": the numbers, and the way on for what else was meant. What is made of the
/// words, held ones or the draft, is urgent.
pub(crate) fn danger_now(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let chat = actor.chat;
    let guidance = say::guidance(actor.words(cx), Kind::Emergency);
    if held_texts::mark_in_danger(cx.tx, actor.user)? {
        return Ok(cx.replace(chat, shown, guidance)?);
    }
    cx.replace(chat, shown, Message::plain(guidance.html))?;
    match conversations::draft_of(cx.tx, actor.user)? {
        Some(draft) => ask::in_danger(cx, actor, draft),
        None => Ok(()),
    }
}

/// "Không, đây là kiến nghị": the draft that the words went into goes on.
pub(crate) fn no_danger(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let html = say!(actor.words(cx), "gate-goes-on");
    Ok(cx.replace(actor.chat, shown, Message::plain(html))?)
}

/// Says the numbers (or the door) and lets the words go on.
fn announce(cx: &mut Cx<'_, '_>, actor: &Actor, kind: Kind) -> Outcome {
    cx.record(&Event::Redirected { what: kind }, None, None)?;
    let guidance = Message::plain(say::guidance(actor.words(cx), kind).html);
    Ok(cx.reply(actor.chat, guidance)?)
}

/// What the gate takes a text for.
fn kind_of(cx: &Cx<'_, '_>, text: &str) -> Kind {
    let verdict = cx.facts.categorise(text);
    gate::taken_for(verdict.kind, verdict.kind_confidence)
}

/// New words, out of the blue or beside a draft.
pub(crate) fn look_at(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    typed: &str,
    draft: Option<&Draft>,
) -> GateResult {
    if let Some(draft) = draft {
        return look_at_addition(cx, actor, typed, &draft.text);
    }
    let kind = kind_of(cx, typed);
    if gate::stops(kind) && kind != Kind::Emergency {
        close(cx, actor, kind, typed, Instead::OfNothing)
    } else {
        Ok(Gate::Open)
    }
}

/// Words added to a draft or to a question that was sent. One that its author insisted on stays insisted on.
pub(crate) fn look_at_addition(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
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
        close(cx, actor, kind, more, Instead::OfNothing)
    } else {
        Ok(Gate::Open)
    }
}

/// Words that are to take the place of the draft's.
pub(crate) fn look_at_rewritten(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    typed: &str,
    before: &str,
) -> GateResult {
    let kind = kind_of(cx, typed);
    if gate::stops_inside(kind) && kind_of(cx, before) != kind {
        close(cx, actor, kind, typed, Instead::OfTheDraft)
    } else {
        Ok(Gate::Open)
    }
}

/// Words of an edited message: those that are there stay.
pub(crate) fn look_at_revised(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    now: &str,
    before: &str,
) -> GateResult {
    let kind = kind_of(cx, now);
    if kind_of(cx, before) == kind {
        return Ok(Gate::Open);
    }
    if kind == Kind::Emergency {
        announce(cx, actor, kind)?;
        return Ok(Gate::Open);
    }
    if gate::stops_inside(kind) {
        close(cx, actor, kind, now, Instead::OfNothing)
    } else {
        Ok(Gate::Open)
    }
}

fn close(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    kind: Kind,
    typed: &str,
    instead: Instead,
) -> GateResult {
    hold(cx, actor, kind, typed, instead)?;
    let message = say::guidance(actor.words(cx), kind);
    cx.reply(actor.chat, message)?;
    Ok(Gate::Closed)
}

/// Keeps words at the gate.
fn hold(cx: &mut Cx<'_, '_>, actor: &Actor, kind: Kind, typed: &str, instead: Instead) -> Outcome {
    let held = Held {
        kind,
        text: text::clean(typed),
        instead,
        in_danger: false,
    };
    held_texts::hold(cx.tx, actor.user, &held, cx.now)?;
    Ok(cx.record(&Event::Redirected { what: kind }, None, None)?)
}

/// "Đây là kiến nghị chung": the held words go on, past the gate.
pub(crate) fn go_on(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let words = actor.words(cx);
    let Some(held) = held_texts::take(cx.tx, actor.user)? else {
        cx.alert(label!(words, "gate-gone"));
        return Ok(());
    };
    cx.record(&Event::RedirectionOverruled { what: held.kind }, None, None)?;
    let without_buttons = Message::plain(say::guidance(words, held.kind).html);
    cx.replace(actor.chat, shown, without_buttons)?;
    if held.instead == Instead::OfTheDraft
        && let Some(draft) = conversations::draft_of(cx.tx, actor.user)?
    {
        return ask::write_over(cx, actor, draft, &held.text);
    }
    if held.in_danger {
        return ask::past_the_gate_in_danger(cx, actor, &held.text);
    }
    ask::past_the_gate(cx, actor, &held.text)
}

/// "Chuyển lời cảm ơn": the delegation reads it, with area and initials.
pub(crate) fn pass_thanks(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let resident = actor.resident()?;
    let Some(area) = resident.area.clone().filter(|_| resident.has_consented()) else {
        return ask_for_consent(cx, actor, Wish::Home);
    };
    let held = held_texts::take(cx.tx, actor.user)?.filter(|held| held.kind == Kind::Praise);
    attach::let_go_with_held_words(cx, actor.user)?;
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
    let initials = text::initials(&actor.resident()?.name);
    let thanks = say::thanks_for_group(cx.group_words(), &area, &initials, &held.text);
    cx.send(group, Lane::Card, thanks, Placing::default())?;
    cx.record(&Event::ThanksPassedOn { body: body.clone() }, None, None)?;
    let html = say!(words, "thanks-passed", body = words.body(&body));
    Ok(cx.replace(chat, shown, Message::plain(html))?)
}
