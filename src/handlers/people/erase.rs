//! `/xoadulieu`: what becomes of one's data, taking the consent back, being forgotten. A wish to be forgotten is carried
//! out after some days, in which one tap takes it back; then the person is gone from every table
//! (`store::people::erasure`), and from what is held in memory.

use jiff::ToSpan;

use crate::{
    domain::{
        event::Event,
        ids::{MessageId, UserId},
    },
    handlers::{
        people::consent,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Message, label, privacy as say_privacy, say},
    store::{
        WriteTx, data_requests,
        erasure::{self, Pending, Words},
        questions, residents, roles,
    },
};

use jiff::Timestamp;

/// `/xoadulieu`.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let screen = screen(cx, actor)?;
    actor.show(cx, screen)
}

fn screen(cx: &Cx<'_, '_>, actor: &Actor) -> crate::store::Result<Message> {
    let words = actor.words(cx);
    if let Some(pending) = erasure::pending(cx.tx, actor.user)? {
        return Ok(say_privacy::pending(words, pending.due_at));
    }
    let has_consent = residents::find(cx.tx, actor.user)?.is_some_and(|one| one.consent.is_some());
    let has_role = roles::name_of(cx.tx, actor.user)?.is_some();
    Ok(say_privacy::choices(words, has_consent, has_role))
}

/// "Rút lại sự đồng ý": are they sure?
pub(crate) fn ask_withdrawal(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let message = say_privacy::ask_withdrawal(actor.words(cx));
    actor.show(cx, message)
}

/// "Xóa dữ liệu": what goes, what stays, and two ways.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let days = cx.council.rules.erasure_days;
    let message = say_privacy::ask_erasure(actor.words(cx), days);
    actor.show(cx, message)
}

/// Confirmed: the consent is over now, the data goes in some days.
pub(crate) fn begin(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    left: Words,
    message: MessageId,
) -> Outcome {
    if erasure::pending(cx.tx, actor.user)?.is_some() {
        return show(cx, actor);
    }
    consent::end_consent(cx, actor, message)?;
    let days = i64::from(cx.council.rules.erasure_days);
    let due_at = cx.now.checked_add((days * 24).hours()).unwrap_or(cx.now);
    let pending = Pending {
        user: actor.user,
        due_at,
        words: left,
    };
    erasure::ask(cx.tx, pending, cx.now)?;
    cx.record(&Event::ErasureAsked, Some(actor.user), None)?;
    show(cx, actor)
}

/// "Hoàn tác": nothing is removed. What was agreed to is asked anew with the next thing that needs it.
pub(crate) fn take_back(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    if !erasure::take_back(cx.tx, actor.user)? {
        cx.toast(label!(words, "erasure-none"));
        return show(cx, actor);
    }
    cx.record(&Event::ErasureTakenBack, Some(actor.user), None)?;
    let done = Message::plain(say!(words, "erasure-taken-back"));
    actor.show(cx, done)
}

/// Whether somebody's days are over.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, now: Timestamp) -> crate::store::Result<bool> {
    Ok(erasure::due(tx, now)?.is_some())
}

/// The next one whose days are over; one a step, so that nobody else waits long.
pub(crate) fn next_due(cx: &Cx<'_, '_>) -> crate::store::Result<Option<UserId>> {
    Ok(erasure::due(cx.tx, cx.now)?.map(|pending| pending.user))
}

/// Forgets the person, as they wished it; the last they hear is that it was done.
pub(crate) fn carry_out(cx: &mut Cx<'_, '_>, user: UserId) -> Outcome {
    let Some(pending) = erasure::pending(cx.tx, user)? else {
        return Ok(());
    };
    let words = cx.words_for(user)?;
    let can_be_told = residents::find(cx.tx, user)?.is_some_and(|known| !known.blocked);
    for request in data_requests::open_of(cx.tx, user)? {
        let done = crate::domain::data_request::DataRequestOutcome::Done;
        data_requests::close(cx.tx, request.id, (done, None), None, cx.now)?;
        let closed = Event::DataRequestClosed {
            request: request.id,
            outcome: done,
        };
        cx.record(&closed, None, None)?;
    }
    let forgotten = erasure::forget(cx.tx, user, pending.words, cx.now)?;
    cx.facts.forget_words();
    let count = forgotten.len();
    for question in forgotten {
        if let Some(question) = questions::find(cx.tx, question)? {
            notices::update_card(cx, &question)?;
            notices::hide_words_beside_card(cx, &question)?;
        }
    }
    cx.record(&Event::PersonForgotten { questions: count }, None, None)?;
    if can_be_told {
        let farewell = Message::plain(say!(words, "erasure-done"));
        cx.reply(user.private_chat(), farewell)?;
    }
    tracing::info!(questions = count, "a person was forgotten");
    Ok(())
}
