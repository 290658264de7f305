//! `/suco`: what could not be done, and what becomes of it; `/id`: one's own number, which an administrator or the operator
//! may ask for. Rights are checked on every press.

use crate::{
    domain::{
        event::Event,
        permission::Clerk,
        trouble::{Remedy, Trouble},
    },
    handlers::{
        HandlerError,
        meeting::announce,
        office::broadcast,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            rights,
        },
    },
    messages::{Message, label, say, trouble as say_trouble},
    store::{consultations, trouble},
};

/// "Số Telegram của ông/bà".
pub(crate) fn tell_number(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    let html = say!(words, "your-number", number = actor.user.0);
    Ok(cx.reply(actor.chat, Message::plain(html))?)
}

/// The list.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    if clerk(cx, officer)?.is_none() {
        return Ok(());
    }
    let message = list(cx, officer)?;
    Ok(cx.reply(officer.chat, message)?)
}

/// The button under a notice: the list as a message of its own; the notice stays.
pub(crate) fn show(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    by_command(cx, officer)
}

/// One of them is tried again, or given up; the list as it is then.
pub(crate) fn settle(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    (what, number): (Trouble, i64),
    how: Remedy,
) -> Outcome {
    if clerk(cx, officer)?.is_none() {
        return Ok(());
    }
    if !carry_out(cx, what, number, how)? {
        let words = officer.words(cx);
        cx.toast(label!(words, "trouble-gone"));
        return show_anew(cx, officer);
    }
    let event = Event::TroubleSettled { what, number, how };
    cx.record(&event, Some(officer.user), None)?;
    let words = officer.words(cx);
    cx.toast(label!(words, "toast-done"));
    show_anew(cx, officer)
}

/// Everything that was held when a backup was put back.
pub(crate) fn settle_held(cx: &mut Cx<'_, '_>, officer: &Actor, how: Remedy) -> Outcome {
    if clerk(cx, officer)?.is_none() {
        return Ok(());
    }
    for number in trouble::held(cx.tx)? {
        let what = Trouble::Message;
        if carry_out(cx, what, number, how)? {
            let event = Event::TroubleSettled { what, number, how };
            cx.record(&event, Some(officer.user), None)?;
        }
    }
    settle_rounds(cx, officer, how)?;
    let words = officer.words(cx);
    cx.toast(label!(words, "toast-done"));
    show_anew(cx, officer)
}

/// What many people were being told goes on, or ends.
fn settle_rounds(cx: &mut Cx<'_, '_>, officer: &Actor, how: Remedy) -> Outcome {
    let count = trouble::held_rounds(cx.tx)?;
    if count == 0 {
        return Ok(());
    }
    if how == Remedy::GivenUp {
        broadcast::send::stop_held(cx, officer)?;
        announce::end_held(cx)?;
        consultations::end_held(cx.tx)?;
    }
    trouble::release_rounds(cx.tx)?;
    let event = Event::TroubleSettled {
        what: Trouble::Round,
        number: i64::try_from(count).unwrap_or(i64::MAX),
        how,
    };
    Ok(cx.record(&event, Some(officer.user), None)?)
}

fn carry_out(
    cx: &mut Cx<'_, '_>,
    what: Trouble,
    number: i64,
    how: Remedy,
) -> Result<bool, HandlerError> {
    Ok(match (what, how) {
        (Trouble::Update, Remedy::Again) => trouble::try_update_again(cx.tx, number)?,
        (Trouble::Update, Remedy::GivenUp) => trouble::forget_update(cx.tx, number)?,
        (Trouble::Message, Remedy::Again) => trouble::send_again(cx.tx, number, cx.now)?,
        (Trouble::Message, Remedy::GivenUp) => trouble::forget_message(cx.tx, number)?,
        // They are decided of together.
        (Trouble::Round, _) => false,
    })
}

fn show_anew(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    let message = list(cx, officer)?;
    officer.show(cx, message)
}

fn list(cx: &Cx<'_, '_>, officer: &Actor) -> Result<Message, HandlerError> {
    let (stuck, count) = trouble::all(cx.tx, say_trouble::SHOWN)?;
    let rounds = trouble::held_rounds(cx.tx)?;
    Ok(say_trouble::list(
        officer.words(cx),
        (&stuck, rounds),
        count + rounds,
    ))
}

/// Whoever does the office's work, where it is done.
fn clerk(cx: &mut Cx<'_, '_>, officer: &Actor) -> Result<Option<Clerk>, HandlerError> {
    let clerk = rights::clerk(cx, officer)?;
    if clerk.is_none() {
        let words = officer.words(cx);
        officer.refuse(cx, label!(words, "trouble-not-clerk"))?;
    }
    Ok(clerk)
}
