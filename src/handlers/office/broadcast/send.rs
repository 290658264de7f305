//! Sending an announcement: so many people at each tick, in one transaction with how far it came, so that a process that is
//! killed goes on where it stood. It has a lane of its own, behind everything else.

use jiff::Timestamp;

use super::{again, compose};
use crate::{
    chat::{
        delivery::{Delivered, DeliveryOutcome},
        outgoing::{About, Act, Lane, Target},
    },
    domain::{
        broadcast::{Broadcast, BroadcastState, OUTBOX_FULL, SHOWN_EVERY, STEP, Subject},
        council::Council,
        event::Event,
        ids::{BroadcastId, UserId},
        keyword::Keyword,
        resident::Topic,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, Words, broadcast as say_broadcast, label, say},
    store::{
        self, WriteTx,
        broadcasts::{self, Became},
        outbox, residents,
    },
};

/// The name of the message that shows how far it is.
fn slot(id: BroadcastId) -> String {
    format!("broadcast:{id}")
}

/// It is sent from now on; its author sees how far it is.
pub(super) fn begin(cx: &mut Cx<'_, '_>, id: BroadcastId) -> Outcome {
    let Some(broadcast) = broadcasts::find(cx.tx, id)? else {
        return Ok(());
    };
    let words = words_at(cx, &broadcast)?;
    let message = progress(cx, words, &broadcast);
    let placing = Placing {
        slot: Some(slot(id)),
        ..Placing::default()
    };
    Ok(cx.send(broadcast.chat, Lane::Card, message, placing)?)
}

fn words_at<'a>(cx: &Cx<'a, '_>, broadcast: &Broadcast) -> store::Result<Words<'a>> {
    if broadcast.chat.is_private() {
        cx.words_for(UserId(broadcast.chat.0))
    } else {
        Ok(cx.group_words())
    }
}

/// How far it is, and whether the quiet hours hold it.
pub(super) fn progress(cx: &Cx<'_, '_>, words: Words<'_>, broadcast: &Broadcast) -> Message {
    let rests = rests_until(cx.council, broadcast, cx.now);
    say_broadcast::progress(words, broadcast, rests.filter(|_| !broadcast.is_told))
}

/// The end of the quiet hours, for what can wait.
fn rests_until(council: &Council, broadcast: &Broadcast, now: Timestamp) -> Option<Timestamp> {
    if broadcast.urgent_because.is_some() {
        return None;
    }
    council.quiet_until(now)
}

/// Whether there is something to do about an announcement.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    for broadcast in broadcasts::under_way(tx)? {
        if is_over(tx, &broadcast)? || is_to_be_shown(tx, &broadcast, now)? {
            return Ok(true);
        }
        let is_sending = broadcast.may_go_on();
        if is_sending && rests_until(council, &broadcast, now).is_none() {
            let (queued, ..) = outbox::counts(tx, now)?;
            return Ok(queued < OUTBOX_FULL);
        }
    }
    Ok(false)
}

/// The next step of the oldest one, unless enough is on its way; and how far each is.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    let mut is_one_sent = false;
    for broadcast in broadcasts::under_way(cx.tx)? {
        let may_send = broadcast.may_go_on()
            && !is_one_sent
            && rests_until(cx.council, &broadcast, cx.now).is_none();
        if may_send {
            is_one_sent = true;
            step(cx, &broadcast)?;
        }
        if let Some(now) = again(cx, &broadcast)? {
            follow(cx, &now)?;
        }
    }
    Ok(())
}

fn step(cx: &mut Cx<'_, '_>, broadcast: &Broadcast) -> Outcome {
    let (queued, ..) = outbox::counts(cx.tx, cx.now)?;
    if queued >= OUTBOX_FULL {
        return Ok(());
    }
    let areas = broadcast.audience.areas(cx.council);
    let people = broadcasts::next_people(cx.tx, broadcast, &areas, STEP)?;
    let Some(last) = people.last().copied() else {
        return Ok(broadcasts::all_told(cx.tx, broadcast.id)?);
    };
    for person in &people {
        let act = act_for(cx, *person, broadcast)?;
        let about = About::broadcast(broadcast.id);
        cx.put_about(person.private_chat(), Lane::Broadcast, act, about)?;
    }
    broadcasts::advance(cx.tx, broadcast.id, last, people.len())?;
    if u32::try_from(people.len()).unwrap_or(STEP) < STEP {
        broadcasts::all_told(cx.tx, broadcast.id)?;
    }
    Ok(())
}

/// What one person gets, in their language.
pub(super) fn act_for(
    cx: &Cx<'_, '_>,
    person: UserId,
    broadcast: &Broadcast,
) -> Result<Act, HandlerError> {
    let words = cx.words_for(person)?;
    let message = say_broadcast::for_recipient(words, broadcast);
    Ok(compose::act(message, broadcast.media.as_ref()))
}

/// What it looks like now, as far as its progress is concerned.
fn looks(broadcast: &Broadcast) -> String {
    let tally = broadcast.tally;
    let held = if broadcast.is_held { " held" } else { "" };
    format!(
        "{} {} {} {}{held}",
        broadcast.state.as_str(),
        tally.delivered,
        tally.blocked,
        tally.failed
    )
}

/// Whether nothing of it is on its way any more. What is neither counted nor in the outbox will never be: it could not be
/// written down, or went with a person who was forgotten.
fn is_over(tx: &WriteTx<'_>, broadcast: &Broadcast) -> store::Result<bool> {
    let is_told = broadcast.state == BroadcastState::Sending && broadcast.is_told;
    Ok(is_told && (broadcast.tally.uncounted() == 0 || !outbox::holds_any_of(tx, broadcast.id)?))
}

fn is_to_be_shown(tx: &WriteTx<'_>, broadcast: &Broadcast, now: Timestamp) -> store::Result<bool> {
    let (shown, at) = broadcasts::shown(tx, broadcast.id)?;
    Ok(shown != looks(broadcast) && now.as_second() - at >= SHOWN_EVERY)
}

/// Shows how far it is, now and then; at the end says what became of it.
fn follow(cx: &mut Cx<'_, '_>, broadcast: &Broadcast) -> Outcome {
    if is_over(cx.tx, broadcast)? {
        return finish(cx, broadcast);
    }
    if is_to_be_shown(cx.tx, broadcast, cx.now)? {
        show(cx, broadcast)?;
    }
    Ok(())
}

fn show(cx: &mut Cx<'_, '_>, broadcast: &Broadcast) -> Outcome {
    let words = words_at(cx, broadcast)?;
    let message = progress(cx, words, broadcast);
    let target = Target::Slot(slot(broadcast.id));
    cx.edit(
        broadcast.chat,
        Lane::Notice,
        target,
        message,
        About::default(),
    )?;
    Ok(broadcasts::set_shown(
        cx.tx,
        broadcast.id,
        &looks(broadcast),
        cx.now,
    )?)
}

/// Everybody has it who can have it: the report.
fn finish(cx: &mut Cx<'_, '_>, broadcast: &Broadcast) -> Outcome {
    let from = [BroadcastState::Sending];
    if !broadcasts::move_to(cx.tx, broadcast.id, &from, BroadcastState::Done, cx.now)? {
        return Ok(());
    }
    let ended = Event::BroadcastEnded {
        broadcast: broadcast.id,
        delivered: broadcast.tally.delivered,
    };
    cx.record(&ended, None, None)?;
    let Some(done) = again(cx, broadcast)? else {
        return Ok(());
    };
    show(cx, &done)?;
    let report = say_broadcast::report(words_at(cx, &done)?, &done);
    Ok(cx.send(done.chat, Lane::Notice, report, Placing::default())?)
}

/// Sending rests.
pub(super) fn pause(cx: &mut Cx<'_, '_>, actor: &Actor, broadcast: &Broadcast) -> Outcome {
    let paused = Event::BroadcastPaused {
        broadcast: broadcast.id,
    };
    let from = [BroadcastState::Sending];
    change(
        cx,
        actor,
        broadcast,
        (&from, BroadcastState::Paused),
        &paused,
    )
}

/// Sending goes on.
pub(super) fn resume(cx: &mut Cx<'_, '_>, actor: &Actor, broadcast: &Broadcast) -> Outcome {
    let resumed = Event::BroadcastResumed {
        broadcast: broadcast.id,
    };
    let from = [BroadcastState::Paused];
    change(
        cx,
        actor,
        broadcast,
        (&from, BroadcastState::Sending),
        &resumed,
    )
}

/// It is stopped for good; what is on its way arrives.
pub(super) fn stop(cx: &mut Cx<'_, '_>, actor: &Actor, broadcast: &Broadcast) -> Outcome {
    let stopped = Event::BroadcastStopped {
        broadcast: broadcast.id,
    };
    let from = [BroadcastState::Sending, BroadcastState::Paused];
    change(
        cx,
        actor,
        broadcast,
        (&from, BroadcastState::Stopped),
        &stopped,
    )
}

fn change(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    broadcast: &Broadcast,
    (from, to): (&[BroadcastState], BroadcastState),
    event: &Event,
) -> Outcome {
    let words = actor.words(cx);
    if broadcasts::move_to(cx.tx, broadcast.id, from, to, cx.now)? {
        cx.record(event, Some(actor.user), None)?;
    } else {
        cx.alert(label!(words, "broadcast-decided-already"));
    }
    match again(cx, broadcast)? {
        Some(now) => {
            broadcasts::set_shown(cx.tx, now.id, &looks(&now), cx.now)?;
            let message = progress(cx, words, &now);
            actor.show(cx, message)
        }
        None => Ok(()),
    }
}

/// Those that rest since a backup was put back are stopped: whoever was not told before is not told.
pub(crate) fn stop_held(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    for broadcast in broadcasts::under_way(cx.tx)? {
        let from = [BroadcastState::Sending, BroadcastState::Paused];
        let (id, to) = (broadcast.id, BroadcastState::Stopped);
        if broadcast.is_held && broadcasts::move_to(cx.tx, id, &from, to, cx.now)? {
            let stopped = Event::BroadcastStopped { broadcast: id };
            cx.record(&stopped, Some(officer.user), None)?;
        }
    }
    Ok(())
}

/// What became of one message of an announcement.
pub(crate) fn became(cx: &mut Cx<'_, '_>, id: BroadcastId, outcome: &DeliveryOutcome) -> Outcome {
    outbox::remove(cx.tx, outcome.id)?;
    let became = match &outcome.result {
        Delivered::AsMessage(_)
        | Delivered::AsChange
        | Delivered::Pinned(_)
        | Delivered::NotPinned(_)
        | Delivered::NotReacted => Became::Delivered,
        Delivered::Unreachable(_) => {
            residents::mark_blocked(cx.tx, UserId(outcome.chat.0), cx.now)?;
            Became::Blocked
        }
        Delivered::Refused(why) => {
            tracing::warn!(
                broadcast = id.0,
                error = why,
                "Telegram refused an announcement"
            );
            Became::Failed
        }
        Delivered::Migrated(_) => Became::Failed,
    };
    Ok(broadcasts::count(cx.tx, id, became)?)
}

/// A recipient does not want to hear of such things any more.
pub(super) fn mute(cx: &mut Cx<'_, '_>, actor: &Actor, subject: Subject) -> Outcome {
    if !actor.chat.is_private() {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    }
    let topic = match subject {
        Subject::Announcements => Topic::Announcements,
        Subject::Services => Topic::Services,
    };
    residents::mute(cx.tx, actor.user, topic, cx.now)?;
    let words = actor.words(cx);
    cx.toast(label!(words, "broadcast-muted"));
    let name = say_broadcast::subject_name(words, subject);
    let html = say!(words, "broadcast-muted-more", subject = name);
    Ok(cx.reply(actor.chat, Message::plain(html))?)
}
