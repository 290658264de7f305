//! `/cuatoi`: what I asked, and what became of it.

use super::{
    chase_answer,
    context::{Cx, Outcome},
};
use crate::{
    domain::{
        code::{CodeProblem, QuestionCode},
        ids::QuestionId,
        question::Question,
        resident::Resident,
    },
    messages::{Message, label, question as say},
    store::{answers, events, questions},
};

/// Questions in a list: a screen or two.
const LISTED: u32 = 15;

/// The list, or one question by the code that was typed.
pub(super) fn show(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if typed.trim().is_empty() {
        let mine = questions::of_author(cx.tx, resident.id, LISTED)?;
        return Ok(cx.reply(chat, say::mine(words, &mine))?);
    }
    let message = match QuestionCode::parse(typed, cx.council.code_prefix) {
        Ok(code) => match own(cx, resident, code)? {
            Some(question) => timeline(cx, resident, &question)?,
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
pub(super) fn show_one(cx: &mut Cx<'_, '_>, resident: &Resident, id: QuestionId) -> Outcome {
    let found = questions::find(cx.tx, id)?.filter(|question| question.is_of(resident.id));
    let Some(question) = found else {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let message = timeline(cx, resident, &question)?;
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// Somebody else's question looks like none at all.
fn own(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    code: QuestionCode,
) -> Result<Option<Question>, super::HandlerError> {
    let found = questions::find_by_code(cx.tx, code)?;
    Ok(found.filter(|question| question.is_of(resident.id)))
}

fn timeline(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    question: &Question,
) -> Result<Message, super::HandlerError> {
    let events = events::timeline(cx.tx, question.id)?;
    let answer = answers::sent_for(cx.tx, question.id)?;
    let words = cx.words(resident.language);
    let timeline = say::timeline(words, question, answer.as_ref(), &events);
    Ok(chase_answer::with_button(cx, resident, question, timeline)?)
}
