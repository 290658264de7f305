//! What an answer still lacks before it can be sent: its class with the fact that goes with it, a word about
//! every point of the question. Everything happens in the one preview.

use jiff::civil::Date;

use crate::{
    domain::{
        answer::{
            Answer, AnswerState,
            facts::{self, Facts, Wanted},
            proposal,
            record::Subclass,
        },
        event::Event,
        ids::{AnswerId, MessageId},
        prompt::{AnsweringPrompt, Prompt, Then},
        question::{Question, ResultClass},
        said_day,
    },
    handlers::{
        HandlerError,
        answer::{
            approve,
            reply::{self, draft_of_button, update_preview},
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::{self, Reply},
        },
    },
    messages::{Message, answer as say_answer, label},
    store::{answers, questions},
};

/// "Kết quả: … (đổi)".
pub(crate) fn open_classes(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    let classes = say_answer::classes(cx.group_words(), &question, &draft);
    Ok(cx.replace(actor.chat, shown, classes)?)
}

/// "Quay lại" from the classes.
pub(crate) fn back(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    show(cx, actor, shown, &question, &draft)
}

fn show(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    shown: MessageId,
    question: &Question,
    draft: &Answer,
) -> Outcome {
    answers::save_draft(cx.tx, draft)?;
    let preview = reply::preview(cx, question, draft)?;
    Ok(cx.replace(actor.chat, shown, preview)?)
}

/// Another result class; its fact is what the words say of it.
pub(crate) fn classify(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    class: ResultClass,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    let facts = if class == draft.class {
        draft.facts.clone()
    } else {
        let today = cx.council.local_date(cx.now);
        proposal::facts_for(class, &draft.text, today)
    };
    let draft = Answer {
        class,
        facts,
        ..draft
    };
    show(cx, actor, shown, &question, &draft)
}

/// The day that stands in the text is the one.
pub(crate) fn take_day(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    day: i64,
    shown: MessageId,
) -> Outcome {
    let Some((mut draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    let today = cx.council.local_date(cx.now);
    let day = said_day::day_of(day).filter(|day| facts::check_day(*day, today).is_ok());
    if day.is_none() {
        let words = cx.group_words();
        cx.alert(label!(words, "refuse-day-gone"));
        return Ok(());
    }
    draft.facts.on = day;
    show(cx, actor, shown, &question, &draft)
}

/// What somebody says of a point of the question.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Point {
    /// It is answered, in other words.
    Covered(u8),
    /// It is left out on purpose.
    LeftOut(u8),
    /// Neither, after all.
    Open(u8),
}

/// A button of a point.
pub(crate) fn mark_point(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    point: Point,
    shown: MessageId,
) -> Outcome {
    let Some((mut draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    let (covered, left_out) = (draft.covered, draft.left_out);
    (draft.covered, draft.left_out) = match point {
        Point::Covered(number) => (covered.with(number), left_out.without(number)),
        Point::LeftOut(number) => (covered.without(number), left_out.with(number)),
        Point::Open(number) => (covered.without(number), left_out.without(number)),
    };
    show(cx, actor, shown, &question, &draft)
}

/// "Nhập ngày", "Nhập số văn bản", "Nhập vướng mắc".
pub(crate) fn ask_fact(cx: &mut Cx<'_, '_>, actor: &Actor, answer: AnswerId) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    ask(cx, actor, &question, &draft, Then::Show)
}

/// "Nhập văn bản": number, date, signer, in one reply.
pub(crate) fn ask_record(cx: &mut Cx<'_, '_>, actor: &Actor, answer: AnswerId) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    let html = say_answer::ask_record(cx.group_words(), &question);
    let prompt = Prompt::Answering(AnsweringPrompt::Record(draft.id));
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// The record of the paper, or something that is none: then it is asked for again.
pub(crate) fn record_typed(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, answer: AnswerId) -> Outcome {
    let Some((mut draft, question)) = draft_here(cx, reply, answer)? else {
        return Ok(());
    };
    let words = cx.group_words();
    let today = cx.council.local_date(cx.now);
    let Some(facts) = draft.facts.clone().with_record(reply.text, today) else {
        let sentence = say_answer::unreadable(words, &facts::Unreadable::NoDocument);
        cx.reply(reply.actor.chat, Message::plain(sentence))?;
        let html = say_answer::ask_record(words, &question);
        let prompt = Prompt::Answering(AnsweringPrompt::Record(draft.id));
        return prompts::ask(cx, reply.actor, prompt, Some(question.id), html);
    };
    draft.facts = facts;
    answers::save_draft(cx.tx, &draft)?;
    update_preview(cx, &question, draft.id)
}

/// How exactly it was done, or stands.
pub(crate) fn subclassify(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    subclass: Subclass,
    shown: MessageId,
) -> Outcome {
    let Some((mut draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    if !Subclass::of(draft.class).contains(&subclass) {
        let words = cx.group_words();
        cx.old_button(words);
        return Ok(());
    }
    draft.facts.subclass = Some(subclass);
    show(cx, actor, shown, &question, &draft)
}

/// Asks for the fact of the draft's class.
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    draft: &Answer,
    then: Then,
) -> Outcome {
    let html = say_answer::ask_fact(cx.group_words(), question, draft);
    let prompt = Prompt::Answering(AnsweringPrompt::Fact {
        answer: draft.id,
        then,
    });
    match facts::wanted(draft.class) {
        Wanted::Roadmap | Wanted::Expected | Wanted::Until => {
            let today = cx.council.local_date(cx.now);
            prompts::ask_day(cx, actor, prompt, Some(question.id), html, today)
        }
        Wanted::Document | Wanted::Obstacle => {
            prompts::ask(cx, actor, prompt, Some(question.id), html)
        }
    }
}

/// The fact, or something that is none: then it is asked for again, and nothing is lost.
pub(crate) fn fact_typed(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    answer: AnswerId,
    then: Then,
) -> Result<(), HandlerError> {
    let words = cx.group_words();
    let Some((mut draft, question)) = draft_here(cx, reply, answer)? else {
        return Ok(());
    };
    let today = cx.council.local_date(cx.now);
    let facts = draft.facts.clone();
    match facts.with_typed(draft.class, reply.text, today) {
        Ok(facts) => draft.facts = facts,
        Err(why) => {
            let sentence = Message::plain(say_answer::unreadable(words, &why));
            cx.reply(reply.actor.chat, sentence)?;
            return ask(cx, reply.actor, &question, &draft, then);
        }
    }
    answers::save_draft(cx.tx, &draft)?;
    update_preview(cx, &question, draft.id)?;
    if then == Then::Show {
        return Ok(());
    }
    let member = reply.actor.rights(cx)?.here();
    match member {
        Some(member) => approve::send(cx, &member, reply.actor, &question, &draft),
        None => Ok(()),
    }
}

/// The draft that words were asked for, while nobody has decided on it; else whoever wrote them reads that it is late.
fn draft_here(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, HandlerError> {
    let found = answers::find(cx.tx, answer)?
        .filter(|draft| draft.state == AnswerState::Draft && draft.chat == reply.actor.chat);
    let Some(draft) = found else {
        let late = label!(cx.group_words(), "refuse-decided");
        let late = Message::plain(crate::messages::Html::text(&late));
        cx.reply(reply.actor.chat, late)?;
        return Ok(None);
    };
    let question = questions::find(cx.tx, draft.question)?;
    Ok(question.map(|question| (draft, question)))
}

/// A reply to the preview that is only what its class needs: a day, a document, an obstacle. `false`: it is words of
/// its own.
pub(crate) fn from_reply(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    draft: &Answer,
    typed: &str,
) -> Result<bool, HandlerError> {
    let today = cx.council.local_date(cx.now);
    let Some((class, facts)) = said_in_reply(draft, typed, today) else {
        return Ok(false);
    };
    let draft = Answer {
        class,
        facts,
        ..draft.clone()
    };
    answers::save_draft(cx.tx, &draft)?;
    update_preview(cx, question, draft.id)?;
    Ok(true)
}

fn said_in_reply(draft: &Answer, typed: &str, today: Date) -> Option<(ResultClass, Facts)> {
    let facts = draft.facts.clone();
    if let Some(day) =
        proposal::lone_day(typed, today).filter(|day| facts::check_day(*day, today).is_ok())
    {
        let class = match facts::wanted(draft.class) {
            Wanted::Roadmap | Wanted::Expected | Wanted::Until => draft.class,
            Wanted::Document | Wanted::Obstacle => ResultClass::Planned,
        };
        return Some((
            class,
            Facts {
                on: Some(day),
                ..facts
            },
        ));
    }
    if facts.suffice(draft.class) {
        return None;
    }
    let read = facts.with_typed(draft.class, typed, today).ok()?;
    Some((draft.class, read))
}

/// It is written down that points were left out on purpose.
pub(crate) fn record_left_out(
    cx: &mut Cx<'_, '_>,
    by: &Actor,
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
    cx.record_by(&event, &by.by(), question.id)
}
