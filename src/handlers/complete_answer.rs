//! What an answer still lacks before it can be sent: its class with the fact that goes with it, a word about
//! every point of the question. Everything happens in the one preview.

use super::{
    HandlerError,
    answer_question::{self, draft_of_button, name_of, update_preview},
    approve_answer,
    context::{Cx, Outcome},
    prompts::{self, Reply},
    rights,
};
use crate::{
    chat::incoming::Incoming,
    domain::{
        answer::{Answer, AnswerState, facts::Facts},
        event::Event,
        ids::{AnswerId, MessageId, UserId},
        prompt::{AnsweringPrompt, Prompt, Then},
        question::{Question, ResultClass, casework},
    },
    messages::{Message, answer as say_answer, label},
    store::{answers, questions},
};

/// "Kết quả: … (đổi)".
pub(super) fn open_classes(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let classes = say_answer::classes(cx.group_words(), &question, &draft);
    Ok(cx.replace(incoming.chat.id, shown, classes)?)
}

/// "Quay lại" from the classes.
pub(super) fn back(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    show(cx, incoming, shown, &question, &draft)
}

fn show(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    shown: MessageId,
    question: &Question,
    draft: &Answer,
) -> Outcome {
    answers::save_draft(cx.tx, draft)?;
    let preview = answer_question::preview(cx, question, draft)?;
    Ok(cx.replace(incoming.chat.id, shown, preview)?)
}

/// Another result class; the fact of the class before says nothing about this one.
pub(super) fn classify(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
    class: ResultClass,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let facts = if class == draft.class {
        draft.facts.clone()
    } else {
        Facts::default()
    };
    let draft = Answer {
        class,
        facts,
        ..draft
    };
    show(cx, incoming, shown, &question, &draft)
}

/// The day that stands in the text is the one.
pub(super) fn take_day(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
    day: i64,
    shown: MessageId,
) -> Outcome {
    let Some((mut draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let today = cx.council.local_date(cx.now);
    let day = say_answer::day_of(day).filter(|day| casework::check_day(*day, today).is_ok());
    if day.is_none() {
        let words = cx.group_words();
        cx.alert(label!(words, "refuse-day-gone"));
        return Ok(());
    }
    draft.facts.on = day;
    show(cx, incoming, shown, &question, &draft)
}

/// What somebody says of a point of the question.
#[derive(Debug, Clone, Copy)]
pub(super) enum Point {
    /// It is answered, in other words.
    Covered(u8),
    /// It is left out on purpose.
    LeftOut(u8),
    /// Neither, after all.
    Open(u8),
}

/// A button of a point.
pub(super) fn mark_point(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
    point: Point,
    shown: MessageId,
) -> Outcome {
    let Some((mut draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let (covered, left_out) = (draft.covered, draft.left_out);
    (draft.covered, draft.left_out) = match point {
        Point::Covered(number) => (covered.with(number), left_out.without(number)),
        Point::LeftOut(number) => (covered.without(number), left_out.with(number)),
        Point::Open(number) => (covered.without(number), left_out.without(number)),
    };
    show(cx, incoming, shown, &question, &draft)
}

/// "Nhập ngày", "Nhập số văn bản", "Nhập vướng mắc".
pub(super) fn ask_fact(cx: &mut Cx<'_, '_>, incoming: &Incoming, answer: AnswerId) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let name = name_of(incoming);
    let person = (incoming.person.id, name.as_str());
    ask(cx, person, &question, &draft, Then::Show)
}

/// Asks for the fact of the draft's class.
pub(super) fn ask(
    cx: &mut Cx<'_, '_>,
    person: (UserId, &str),
    question: &Question,
    draft: &Answer,
    then: Then,
) -> Outcome {
    let html = say_answer::ask_fact(cx.group_words(), question, draft);
    let prompt = Prompt::Answering(AnsweringPrompt::Fact {
        answer: draft.id,
        then,
    });
    prompts::ask(cx, draft.chat, person, prompt, Some(question.id), html)
}

/// The fact, or something that is none: then it is asked for again, and nothing is lost.
pub(super) fn fact_typed(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    answer: AnswerId,
    then: Then,
) -> Result<(), HandlerError> {
    let words = cx.group_words();
    let Some(mut draft) = answers::find(cx.tx, answer)?
        .filter(|draft| draft.state == AnswerState::Draft && draft.chat == reply.chat)
    else {
        let late = label!(words, "refuse-decided");
        let late = Message::plain(crate::messages::Html::text(&late));
        return Ok(cx.reply(reply.chat, late)?);
    };
    let Some(question) = questions::find(cx.tx, draft.question)? else {
        return Ok(());
    };
    let today = cx.council.local_date(cx.now);
    let facts = draft.facts.clone();
    match facts.with_typed(draft.class, reply.text, today) {
        Ok(facts) => draft.facts = facts,
        Err(why) => {
            let sentence = Message::plain(say_answer::unreadable(words, &why));
            cx.reply(reply.chat, sentence)?;
            return ask(cx, (reply.person, &reply.name), &question, &draft, then);
        }
    }
    answers::save_draft(cx.tx, &draft)?;
    update_preview(cx, &question, draft.id)?;
    if then == Then::Show {
        return Ok(());
    }
    let member = rights::of(cx, reply.person, reply.chat)?.here();
    match member {
        Some(member) => {
            approve_answer::send(cx, &member, (reply.person, &reply.name), &question, &draft)
        }
        None => Ok(()),
    }
}

/// It is written down that points were left out on purpose.
pub(super) fn record_left_out(
    cx: &mut Cx<'_, '_>,
    by: UserId,
    question: &Question,
    draft: &Answer,
) -> Outcome {
    let count = draft.left_out.0.count_ones();
    if count == 0 {
        return Ok(());
    }
    let event = Event::PointsLeftOut {
        answer: draft.id,
        count,
    };
    Ok(cx.record(&event, Some(by), Some(question.id))?)
}
