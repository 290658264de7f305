//! "Xem số điện thoại": the phone of a question's author, for one officer, in private only; every look is written
//! down. A group never sees it.

use super::{
    HandlerError, assign,
    context::{Cx, Outcome},
    invite,
    rights::Officer,
};
use crate::{
    domain::{code::QuestionCode, event::Event, ids::QuestionId, question::Question},
    messages::{Message, assign as say_assign, label, say},
    store::{phones, questions},
};

/// The button on a card.
pub(super) fn pressed(cx: &mut Cx<'_, '_>, officer: &Officer, id: QuestionId) -> Outcome {
    let words = officer.words(cx);
    let Some(question) = may_see(cx, officer, id)? else {
        return Ok(());
    };
    let Some(phone) = phones::of_author(cx.tx, &question)? else {
        cx.alert(label!(words, "phone-none"));
        return Ok(());
    };
    if !invite::can_be_written_to(cx, officer)? {
        let bot = cx.facts.bot().username.clone();
        let code = question.code.to_string();
        cx.alert(label!(words, "phone-start-bot", bot = bot, code = code));
        return Ok(());
    }
    show(cx, officer, &question, &phone)?;
    if !officer.chat.is_private() {
        cx.toast(label!(words, "sent-in-private"));
    }
    Ok(())
}

/// The deep link `p_<code>` that an alert named: the same, once the officer has started the bot.
pub(super) fn by_link(cx: &mut Cx<'_, '_>, officer: &Officer, code: &str) -> Outcome {
    let words = officer.words(cx);
    let found = match QuestionCode::parse(code, cx.council.code_prefix) {
        Ok(code) => questions::find_by_code(cx.tx, code)?,
        Err(_) => None,
    };
    let question = found.filter(|found| is_allowed(officer, found));
    let Some(question) = question else {
        let html = say!(words, "refuse-not-member");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    };
    match phones::of_author(cx.tx, &question)? {
        Some(phone) => show(cx, officer, &question, &phone),
        None => Ok(cx.reply(officer.chat, Message::plain(say!(words, "phone-none")))?),
    }
}

fn show(cx: &mut Cx<'_, '_>, officer: &Officer, question: &Question, phone: &str) -> Outcome {
    cx.record(&Event::PhoneViewed, Some(officer.user), Some(question.id))?;
    let message = say_assign::phone(officer.words(cx), question, phone);
    Ok(cx.reply(officer.user.private_chat(), message)?)
}

/// Clerks see the phone of any open question, members that of their body's.
fn is_allowed(officer: &Officer, question: &Question) -> bool {
    officer.rights.is_clerk() || officer.rights.acts_for(&question.body).is_some()
}

fn may_see(
    cx: &mut Cx<'_, '_>,
    officer: &Officer,
    id: QuestionId,
) -> Result<Option<Question>, HandlerError> {
    let found = questions::find(cx.tx, id)?;
    if let Some(question) = &found
        && is_allowed(officer, question)
    {
        return Ok(found);
    }
    assign::of_member(cx, officer, id)?;
    let words = officer.words(cx);
    if !cx.has_toast() {
        cx.alert(label!(words, "refuse-not-member"));
    }
    Ok(None)
}
