//! `/goilai`: ten answered questions of the month before, drawn by lot, for the office to call back. A clerk works through them
//! in private: the question, its answer, the telephone, and one tap for what was heard.

use jiff::Timestamp;

use crate::{
    chat::outgoing::Lane,
    domain::{
        answer::call_back::{self, Heard},
        event::Event,
        ids::CallBackId,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Message, call_back as say_call, label, say},
    store::{
        answers,
        call_backs::{self, CallBack},
        phones, questions,
    },
};

/// Those of the month before, drawn if they were not; with the month.
fn drawn(cx: &mut Cx<'_, '_>) -> Result<(String, Vec<CallBack>), HandlerError> {
    let (begin, end) = call_back::month_before(cx.council.local_date(cx.now));
    let month = call_back::name_of(begin);
    let midnight = |day: jiff::civil::Date| {
        let at = cx
            .council
            .timezone
            .to_timestamp(day.to_datetime(jiff::civil::Time::midnight()));
        at.unwrap_or(Timestamp::MIN)
    };
    call_backs::draw(cx.tx, &month, (midnight(begin), midnight(end)), cx.now)?;
    let all = call_backs::of_month(cx.tx, &month)?;
    Ok((month, all))
}

/// The command, in private.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    if !actor.rights(cx)?.is_clerk() {
        let html = say!(words, "call-back-not-clerk");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    let (month, all) = drawn(cx)?;
    let message = next(cx, actor, &month, &all)?;
    Ok(cx.reply(actor.chat, message)?)
}

/// What was heard.
pub(crate) fn noted(cx: &mut Cx<'_, '_>, actor: &Actor, id: CallBackId, heard: Heard) -> Outcome {
    let words = actor.words(cx);
    if !actor.rights(cx)?.is_clerk() {
        cx.alert(label!(words, "call-back-not-clerk"));
        return Ok(());
    }
    let Some(call) = call_backs::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if call.heard != Some(heard) {
        call_backs::note(cx.tx, id, heard, actor.user, cx.now)?;
        let event = Event::QuestionCalledBack { heard };
        cx.record_by(&event, &actor.by(), call.question)?;
    }
    cx.toast(label!(words, "call-back-noted"));
    let all = call_backs::of_month(cx.tx, &call.month)?;
    let message = next(cx, actor, &call.month, &all)?;
    actor.show(cx, message)
}

/// The next one that nobody has called yet; after the last, what was heard.
fn next(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    month: &str,
    all: &[CallBack],
) -> Result<Message, HandlerError> {
    let words = actor.words(cx);
    let left = all.iter().filter(|call| call.heard.is_none()).count();
    for call in all.iter().filter(|call| call.heard.is_none()) {
        let Some(question) = questions::find(cx.tx, call.question)? else {
            continue;
        };
        let answer = answers::sent_for(cx.tx, question.id)?;
        let has_phone = phones::of_author(cx.tx, &question)?.is_some();
        let text = answer.as_ref().map_or("", |answer| answer.text.as_str());
        let about = (call.id, left, all.len());
        return Ok(say_call::one(words, about, (&question, text), has_phone));
    }
    let heard: Vec<Heard> = all.iter().filter_map(|call| call.heard).collect();
    Ok(say_call::all(words, month, all.len(), &heard))
}

/// On the first working morning of a month the office reads that there is somebody to call.
pub(crate) fn announce(cx: &mut Cx<'_, '_>) -> Outcome {
    let (month, all) = drawn(cx)?;
    if all.is_empty() {
        return Ok(());
    }
    for chat in notices::office_chats(cx)? {
        let words = cx.group_words();
        let told = say_call::announced(words, &month, all.len());
        cx.send(chat, Lane::Digest, told, Placing::default())?;
    }
    Ok(())
}
