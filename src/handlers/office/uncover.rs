//! "Xem nguyên văn": the words of a question as they were written, with the names, numbers and addresses that its card
//! covers; for one officer, in private only, and every look is written down.

use crate::{
    domain::{event::Event, ids::QuestionId, question::Question},
    handlers::{
        office::{invite, phone},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{assign as say_assign, label},
};

/// The button on a card.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, officer: &Actor, id: QuestionId) -> Outcome {
    let words = officer.words(cx);
    let Some(question) = phone::may_see(cx, officer, id)? else {
        return Ok(());
    };
    if !invite::can_be_written_to(cx, officer)? {
        let bot = cx.facts.bot().username.clone();
        let code = question.code.to_string();
        cx.alert(label!(words, "words-start-bot", bot = bot, code = code));
        return Ok(());
    }
    show(cx, officer, &question)?;
    if !officer.chat.is_private() {
        cx.toast(label!(words, "sent-in-private"));
    }
    Ok(())
}

/// The deep link `w_<code>` that an alert named: the same, once the officer has started the bot.
pub(crate) fn by_link(cx: &mut Cx<'_, '_>, officer: &Actor, code: &str) -> Outcome {
    match phone::by_code(cx, officer, code)? {
        Some(question) => show(cx, officer, &question),
        None => Ok(()),
    }
}

fn show(cx: &mut Cx<'_, '_>, officer: &Actor, question: &Question) -> Outcome {
    cx.record_by(&Event::WordsViewed, &officer.by(), question.id)?;
    for message in say_assign::as_written(officer.words(cx), question) {
        cx.reply(officer.user.private_chat(), message)?;
    }
    Ok(())
}
