//! What became of messages: the same shape as a handler, driven by delivery.

use crate::{
    chat::{
        delivery::{Delivered, DeliveryOutcome},
        outgoing::card_slot,
    },
    domain::{
        answer::AnswerState,
        event::Event,
        ids::{AnswerId, UserId},
        question::{Question, State},
    },
    handlers::{
        Facts, clock, office,
        shared::{
            cx::{Cx, Outcome},
            error::attempt,
            notices,
        },
        triage,
    },
    messages::{Message, label, say, trouble as say_trouble},
    store::{
        WriteTx, answers, chats,
        outbox::{self, ParkedBecause},
        questions, residents, topics,
    },
};

use jiff::Timestamp;

/// Writes down what Telegram did with messages, and what follows from it. Where that breaks for one of them, the others are
/// written down all the same.
///
/// # Errors
/// When the disk or the file is at fault; nothing is written then, and the outcomes have to be settled again.
pub(crate) fn settle_deliveries(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    outcomes: &[DeliveryOutcome],
    now: Timestamp,
) -> crate::store::Result<()> {
    if outcomes.is_empty() {
        return Ok(());
    }
    let council = facts.council();
    let mut settles = |outcomes: &[DeliveryOutcome]| -> crate::store::Result<bool> {
        let settled = attempt(tx, |tx| {
            let mut cx = Cx::new(tx, facts, &council, now);
            outcomes.iter().try_for_each(|one| settle(&mut cx, one))
        })?;
        if let Err(error) = &settled {
            tracing::error!(%error, "what became of messages could not be written down");
            if let [one] = outcomes {
                give_up(tx, one)?;
            }
        }
        Ok(settled.is_ok())
    };
    if settles(outcomes)? || outcomes.len() == 1 {
        return Ok(());
    }
    for outcome in outcomes {
        settles(std::slice::from_ref(outcome))?;
    }
    Ok(())
}

/// Nothing follows from it: what has left is forgotten, what has not waits for the office. One of an announcement is forgotten
/// in any case: its report says of how many nobody knows.
fn give_up(tx: &WriteTx<'_>, outcome: &DeliveryOutcome) -> crate::store::Result<()> {
    if outcome.about.broadcast.is_some() {
        return outbox::remove(tx, outcome.id);
    }
    let why = match &outcome.result {
        Delivered::AsMessage(_)
        | Delivered::AsChange
        | Delivered::Pinned(_)
        | Delivered::NotPinned(_)
        | Delivered::NotReacted => return outbox::remove(tx, outcome.id),
        Delivered::Unreachable(why) | Delivered::Refused(why) => why,
        Delivered::Migrated(_) => "the group has another number",
    };
    outbox::park(tx, outcome.id, why, ParkedBecause::Refused).map(drop)
}

fn settle(cx: &mut Cx<'_, '_>, outcome: &DeliveryOutcome) -> Outcome {
    if let Some(broadcast) = outcome.about.broadcast {
        return office::broadcast::send::became(cx, broadcast, outcome);
    }
    match &outcome.result {
        Delivered::AsMessage(message) => {
            outbox::remove(cx.tx, outcome.id)?;
            let arrived = arrived_card(cx, outcome)?;
            let put_again = card_put_again(cx, outcome)?;
            if outcome.slot.is_some() || !outcome.about.is_nothing() {
                chats::remember_message(
                    cx.tx,
                    outcome.chat,
                    *message,
                    outcome.slot.as_deref(),
                    outcome.about.question,
                    outcome.about.answer,
                    cx.now,
                )?;
            }
            clock::supervision::arrived(cx, outcome.chat, outcome.slot.as_deref())?;
            if let Some(question) = arrived {
                notices::update_status(cx, &question)?;
            }
            if let Some(question) = put_again {
                notices::put_below_card(cx, &question, outcome.chat)?;
            }
            match outcome.about.answer {
                Some(answer) => answer_delivered(cx, answer),
                None => Ok(()),
            }
        }
        Delivered::AsChange => Ok(outbox::remove(cx.tx, outcome.id)?),
        Delivered::Pinned(message) => {
            outbox::remove(cx.tx, outcome.id)?;
            if clock::supervision::is_here(cx, outcome.chat)? {
                return clock::supervision::pinned(cx, *message);
            }
            triage::counter::pinned(cx, *message)
        }
        Delivered::NotPinned(why) => {
            outbox::remove(cx.tx, outcome.id)?;
            if clock::supervision::is_here(cx, outcome.chat)? {
                return clock::supervision::not_pinned(cx, outcome.chat, why);
            }
            triage::counter::not_pinned(cx, outcome.chat, why)
        }
        Delivered::NotReacted => {
            outbox::remove(cx.tx, outcome.id)?;
            Ok(topics::refuses_reactions(cx.tx, outcome.chat, cx.now)?)
        }
        Delivered::Unreachable(why) => unreachable_chat(cx, outcome, why),
        Delivered::Refused(why) => refused(cx, outcome, why),
        Delivered::Migrated(to) => office::link::migrated(cx, outcome.chat, *to),
    }
}

/// The question whose card this is, where none was in that group before: its receipt said that it waits.
fn arrived_card(
    cx: &Cx<'_, '_>,
    outcome: &DeliveryOutcome,
) -> crate::store::Result<Option<Question>> {
    let (Some(id), Some(slot)) = (outcome.about.question, &outcome.slot) else {
        return Ok(None);
    };
    if *slot != card_slot(id) || chats::message_in_slot(cx.tx, outcome.chat, slot)?.is_some() {
        return Ok(None);
    }
    let question = questions::find(cx.tx, id)?;
    Ok(question.filter(|question| matches!(question.state, State::Forwarded { .. })))
}

/// The question whose card had been deleted, or its whole topic: what belongs to it is put again, too.
fn card_put_again(
    cx: &Cx<'_, '_>,
    outcome: &DeliveryOutcome,
) -> crate::store::Result<Option<Question>> {
    let (true, Some(id), Some(slot)) = (outcome.is_anew, outcome.about.question, &outcome.slot)
    else {
        return Ok(None);
    };
    let was_there = chats::message_in_slot(cx.tx, outcome.chat, slot)?.is_some();
    if *slot != card_slot(id) || !was_there {
        return Ok(None);
    }
    let question = questions::find(cx.tx, id)?;
    Ok(question.filter(|question| question.state.is_open()))
}

/// The resident has the answer: the card says since when.
fn answer_delivered(cx: &mut Cx<'_, '_>, id: AnswerId) -> Outcome {
    let Some(answer) = answers::find(cx.tx, id)? else {
        return Ok(());
    };
    let was_undelivered = answer.state == AnswerState::Undelivered;
    if answer.state != AnswerState::Sent && !was_undelivered {
        return Ok(());
    }
    answers::move_to(cx.tx, id, AnswerState::Delivered, cx.now)?;
    cx.record(
        &Event::AnswerDelivered { answer: id },
        None,
        Some(answer.question),
    )?;
    let Some(question) = questions::find(cx.tx, answer.question)? else {
        return Ok(());
    };
    notices::update_card(cx, &question)?;
    if was_undelivered {
        let words = cx.group_words();
        let note = Message::plain(say!(words, "delivered-note", code = question.code));
        notices::note_under_card(cx, &question, note)?;
    }
    Ok(())
}

/// Blocked, left, kicked: the message waits for the chat to come back, and whoever must know is told.
fn unreachable_chat(cx: &mut Cx<'_, '_>, outcome: &DeliveryOutcome, why: &str) -> Outcome {
    outbox::park(cx.tx, outcome.id, why, ParkedBecause::Unreachable)?;
    if !outcome.chat.is_private() {
        return office::link::broken(cx, outcome.chat, why);
    }
    residents::mark_blocked(cx.tx, UserId(outcome.chat.0), cx.now)?;
    let Some(id) = outcome.about.answer else {
        return Ok(());
    };
    let Some(answer) = answers::find(cx.tx, id)? else {
        return Ok(());
    };
    if answer.state != AnswerState::Sent {
        return Ok(());
    }
    answers::move_to(cx.tx, id, AnswerState::Undelivered, cx.now)?;
    cx.record(
        &Event::AnswerUndelivered { answer: id },
        None,
        Some(answer.question),
    )?;
    let Some(question) = questions::find(cx.tx, answer.question)? else {
        return Ok(());
    };
    notices::update_card(cx, &question)?;
    let words = cx.group_words();
    let note = Message::plain(say!(words, "undelivered-note", code = question.code));
    notices::note_under_card(cx, &question, note)
}

/// Telegram does not accept the message itself: a bug of ours, or of theirs. Staff can see it.
fn refused(cx: &mut Cx<'_, '_>, outcome: &DeliveryOutcome, why: &str) -> Outcome {
    tracing::error!(
        outbox = outcome.id,
        error = why,
        "Telegram refused a message"
    );
    metrics::counter!("cutri_messages_refused_total").increment(1);
    if !outbox::park(cx.tx, outcome.id, why, ParkedBecause::Refused)? {
        return Ok(());
    }
    let words = cx.group_words();
    let place = match chats::body_of(cx.tx, outcome.chat)? {
        Some(body) if body == notices::office(cx) => return Ok(()),
        Some(body) => words.body(&body),
        None => label!(words, "place-private"),
    };
    let message = say_trouble::message_refused(words, &place, why, outcome.id);
    Ok(notices::tell_office(cx, message)?)
}
