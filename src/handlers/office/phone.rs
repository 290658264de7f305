//! "Xem số điện thoại": the phone of a question's author, for one officer, in private only; every look is written
//! down. A group never sees it.

use crate::{
    domain::{code::QuestionCode, event::Event, ids::QuestionId, question::Question},
    handlers::{
        HandlerError,
        card::assign,
        office::invite,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, assign as say_assign, label, say},
    store::{phones, questions},
};

/// The button on a card.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, officer: &Actor, id: QuestionId) -> Outcome {
    let words = officer.words(cx);
    let Some(question) = may_see(cx, officer, id)? else {
        return Ok(());
    };
    if !sees_it(cx, officer, &question)? {
        cx.alert(label!(words, "phone-office-only"));
        return Ok(());
    }
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

/// An officer opened a link that showed a phone once: they are told the one that does now. Nobody else hears of it.
pub(crate) fn link_has_moved(cx: &mut Cx<'_, '_>, officer: &Actor, code: &str) -> Outcome {
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        return Ok(());
    };
    let Some(question) = questions::find_by_code(cx.tx, code)? else {
        return Ok(());
    };
    if !is_allowed(cx, officer, &question)? || !sees_it(cx, officer, &question)? {
        return Ok(());
    }
    let bot = cx.facts.bot().username.clone();
    let code = question.code.to_string();
    let html = say!(
        officer.words(cx),
        "phone-link-moved",
        bot = bot,
        code = code
    );
    Ok(cx.reply(officer.chat, Message::plain(html))?)
}

/// The deep link `d_<code>` that an alert named: the same, once the officer has started the bot.
pub(crate) fn by_link(cx: &mut Cx<'_, '_>, officer: &Actor, code: &str) -> Outcome {
    let words = officer.words(cx);
    let Some(question) = by_code(cx, officer, code)? else {
        return Ok(());
    };
    if !sees_it(cx, officer, &question)? {
        let html = say!(words, "phone-office-only");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    }
    match phones::of_author(cx.tx, &question)? {
        Some(phone) => show(cx, officer, &question, &phone),
        None => Ok(cx.reply(officer.chat, Message::plain(say!(words, "phone-none")))?),
    }
}

/// Whether the council's rule (`phone_for`) lets this officer see the phone.
fn sees_it(cx: &Cx<'_, '_>, officer: &Actor, question: &Question) -> Result<bool, HandlerError> {
    let rule = cx.council.rules.phone_for;
    Ok(officer.rights(cx)?.sees_phones_of(&question.body, rule))
}

fn show(cx: &mut Cx<'_, '_>, officer: &Actor, question: &Question, phone: &str) -> Outcome {
    cx.record_by(&Event::PhoneViewed, &officer.by(), question.id)?;
    let message = say_assign::phone(officer.words(cx), question, phone);
    Ok(cx.reply(officer.user.private_chat(), message)?)
}

/// The question of this code, if the officer may see what cards cover; otherwise they are told that they may not.
pub(super) fn by_code(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    code: &str,
) -> Result<Option<Question>, HandlerError> {
    let found = match QuestionCode::parse(code, cx.council.code_prefix) {
        Ok(code) => questions::find_by_code(cx.tx, code)?,
        Err(_) => None,
    };
    if let Some(question) = &found
        && is_allowed(cx, officer, question)?
    {
        return Ok(found);
    }
    let html = say!(officer.words(cx), "refuse-not-member");
    cx.reply(officer.chat, Message::plain(html))?;
    Ok(None)
}

/// Clerks see what cards cover of any open question, members that of their body's.
fn is_allowed(cx: &Cx<'_, '_>, officer: &Actor, question: &Question) -> Result<bool, HandlerError> {
    let rights = officer.rights(cx)?;
    Ok(rights.is_clerk() || rights.acts_for(&question.body).is_some())
}

/// The question with this row, on the same terms.
pub(super) fn may_see(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: QuestionId,
) -> Result<Option<Question>, HandlerError> {
    let found = questions::find(cx.tx, id)?;
    if let Some(question) = &found
        && is_allowed(cx, officer, question)?
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
