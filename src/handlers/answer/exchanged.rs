//! A result that came back from another council becomes a draft of whoever presses: looked at, completed and sent like any other.

use crate::{
    domain::{
        answer::{
            Answer,
            facts::{Document, Facts},
        },
        ids::{MessageId, ResultId},
        permission::ActsForBody,
    },
    handlers::{
        answer::reply,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::exchanged as say,
    store::{answers, exchanges, questions},
};

/// "Lập trả lời cho cử tri" under the note.
pub(crate) fn take(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: ResultId,
    shown: MessageId,
) -> Outcome {
    let words = cx.group_words();
    let result = exchanges::find(cx.tx, id)?;
    let question = match &result {
        Some(result) => questions::find(cx.tx, result.question)?,
        None => None,
    };
    let question = question
        .filter(|question| question.body == *member.body() && question.state.is_with_body());
    let (Some(result), Some(question)) = (result, question) else {
        cx.old_button(words);
        return Ok(());
    };
    let text = say::as_answer(words, &result);
    let draft = reply::begin(cx, actor, &question, shown, &text)?;
    let document = result.answer.document.clone();
    let facts = Facts {
        on: result.answer.fact_on,
        document: document.map(|(number, dated)| Document { number, dated }),
        signer: result.answer.signer.clone(),
        ..draft.facts.clone()
    };
    let draft = Answer {
        class: result.answer.class,
        facts,
        ..draft
    };
    answers::save_draft(cx.tx, &draft)?;
    reply::show_preview(cx, &question, draft.id)
}
