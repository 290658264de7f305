//! `/cuatoi`: what I asked, and what became of it.

use crate::{
    domain::{
        code::{CodeProblem, QuestionCode},
        ids::QuestionId,
        question::Question,
    },
    handlers::{
        question::chase,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{
        Message,
        question::{self as say, Given},
        similar,
    },
    store::{answers, events, questions, support},
};

/// Questions in a list: a screen or two.
const LISTED: u32 = 15;

/// The list, or one question by the code that was typed.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    if typed.trim().is_empty() {
        let mine = questions::of_author(cx.tx, actor.user, LISTED)?;
        let supported = support::supported_by(cx.tx, actor.user, LISTED)?;
        return Ok(cx.reply(chat, say::mine(words, &mine, &supported))?);
    }
    let message = match QuestionCode::parse(typed, cx.council.code_prefix) {
        Ok(code) => match theirs(cx, actor, questions::find_by_code(cx.tx, code)?)? {
            Some(question) => timeline(cx, actor, &question)?,
            None => Message::plain(crate::messages::say!(words, "mine-unknown-code")),
        },
        Err(CodeProblem::WrongCheckLetter) => {
            Message::plain(crate::messages::say!(words, "mine-bad-code"))
        }
        Err(CodeProblem::NotACode | CodeProblem::OtherPrefix | CodeProblem::NoCheckLetter) => {
            Message::plain(crate::messages::say!(words, "mine-unknown-code"))
        }
    };
    Ok(cx.reply(chat, message)?)
}

/// One question, by its button.
pub(crate) fn show_one(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let found = questions::find(cx.tx, id)?;
    let Some(question) = theirs(cx, actor, found)? else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let message = timeline(cx, actor, &question)?;
    Ok(cx.reply(actor.chat, message)?)
}

/// One's own question, or one that one supports. Anybody else's looks like none at all.
fn theirs(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    found: Option<Question>,
) -> Result<Option<Question>, crate::handlers::HandlerError> {
    Ok(match found {
        Some(question) if question.is_of(actor.user) => Some(question),
        Some(question) if support::is_supporter(cx.tx, question.id, actor.user)? => Some(question),
        _ => None,
    })
}

fn timeline(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
) -> Result<Message, crate::handlers::HandlerError> {
    let events = events::timeline(cx.tx, question.id)?;
    let answer = answers::sent_for(cx.tx, question.id)?;
    let words = actor.words(cx);
    let given = match answer {
        Some(answer) => Some(Given::Now(answer)),
        None => answers::last_superseded(cx.tx, question.id)?.map(Given::Before),
    };
    if !question.is_of(actor.user) {
        let shown = similar::redacted(question);
        let timeline = say::supported_timeline(words, &shown, given.as_ref(), &events);
        return Ok(timeline);
    }
    let timeline = say::timeline(words, question, given.as_ref(), &events);
    Ok(chase::with_button(cx, actor, question, timeline)?)
}
