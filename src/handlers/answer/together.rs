//! "Trả lời chung": one draft for several like questions. What is alike is proposed with boxes, others are added by code;
//! when the answer of the first leaves, each of the others gets it as its own: own code, quote, receipt, judgement.

use crate::handlers::shared::deed::By;
use crate::{
    chat::outgoing::{About, Lane, together_slot},
    domain::{
        answer::Answer,
        code::QuestionCode,
        ids::{AnswerId, QuestionId},
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::{Question, State, lifecycle, support as alike},
    },
    handlers::{
        HandlerError,
        answer::{deliver, template},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Message, label, together as say},
    store::{questions, together},
};

/// So many of the newest questions of the field are looked at in each area around.
const LOOKED_AT: u32 = 40;
/// So many are offered.
const OFFERED: usize = 8;

/// Whether it can be answered with another one of this body.
fn fits(question: &Question, other: &Question) -> bool {
    other.id != question.id
        && other.body == question.body
        && matches!(other.state, State::Forwarded { .. })
}

/// Those chosen that can still be answered together.
pub(crate) fn chosen(cx: &Cx<'_, '_>, question: &Question) -> Result<Vec<Question>, HandlerError> {
    let mut found = Vec::new();
    for id in together::chosen(cx.tx, question.id)? {
        found.extend(questions::find(cx.tx, id)?.filter(|other| fits(question, other)));
    }
    Ok(found)
}

/// The chosen ones, then those that speak of the same matter around here.
fn offered(cx: &Cx<'_, '_>, question: &Question) -> Result<Vec<(Question, bool)>, HandlerError> {
    let chosen = chosen(cx, question)?;
    let mut like: Vec<Question> = Vec::new();
    for area in alike::nearby(cx.council, &question.area) {
        for id in questions::newest_in(cx.tx, &question.category, &area, LOOKED_AT)? {
            like.extend(questions::find(cx.tx, id)?.filter(|other| fits(question, other)));
        }
    }
    like.retain(|other| chosen.iter().all(|one| one.id != other.id));
    let readings = cx.facts.readings();
    let found = alike::alike(cx.council, readings, &question.text, &question.area, like);
    let chosen = chosen.into_iter().map(|other| (other, true));
    let found = found.into_iter().map(|other| (other, false));
    Ok(chosen.chain(found).take(OFFERED).collect())
}

fn show(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let others = offered(cx, question)?;
    let list = say::list(cx.group_words(), question, &others);
    if actor.shown().is_some() {
        return actor.show(cx, list);
    }
    template::take_away(cx, actor.chat, together_slot(question.id))?;
    let placing = Placing {
        about: About::question(question.id),
        slot: Some(together_slot(question.id)),
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, list, placing)?)
}

/// The member's open question; else they read that the button is old.
fn own(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    id: QuestionId,
) -> Result<Option<Question>, HandlerError> {
    let found = questions::find(cx.tx, id)?.filter(|question| {
        question.body == *member.body() && matches!(question.state, State::Forwarded { .. })
    });
    if found.is_none() {
        let words = cx.group_words();
        cx.old_button(words);
    }
    Ok(found)
}

/// "Trả lời chung": a new message, so that the card stays what it is.
pub(crate) fn open(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: QuestionId,
) -> Outcome {
    match own(cx, member, id)? {
        Some(question) => show(cx, &actor.anew(), &question),
        None => Ok(()),
    }
}

/// A box.
pub(crate) fn join_or_not(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    (id, other): (QuestionId, QuestionId),
) -> Outcome {
    let Some(question) = own(cx, member, id)? else {
        return Ok(());
    };
    if together::chosen(cx.tx, id)?.contains(&other) {
        together::take_out(cx.tx, id, other)?;
    } else if questions::find(cx.tx, other)?.is_some_and(|other| fits(&question, &other)) {
        together::choose(cx.tx, id, other, actor.user, cx.now)?;
    } else {
        let words = cx.group_words();
        cx.alert(label!(words, "together-cannot"));
    }
    show(cx, actor, &question)
}

/// "Thêm mã".
pub(crate) fn ask_codes(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: QuestionId,
) -> Outcome {
    let Some(question) = own(cx, member, id)? else {
        return Ok(());
    };
    let html = say::ask_codes(cx.group_words(), &question);
    let prompt = Prompt::Answering(AnsweringPrompt::Codes(id));
    prompts::ask(cx, actor, prompt, Some(id), html)
}

/// Codes that somebody typed; those of other bodies and closed ones stay out.
pub(crate) fn codes_typed(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, id: QuestionId) -> Outcome {
    let Some(question) = questions::find(cx.tx, id)? else {
        return Ok(());
    };
    for word in reply.text.split([' ', ',', ';', '\n']) {
        let Ok(code) = QuestionCode::parse(word, cx.council.code_prefix) else {
            continue;
        };
        let other = questions::find_by_code(cx.tx, code)?;
        if let Some(other) = other.filter(|other| fits(&question, other)) {
            together::choose(cx.tx, id, other.id, reply.actor.user, cx.now)?;
        }
    }
    show(cx, &reply.actor.anew(), &question)
}

/// Another question with its copy of the answer, ready to be sent.
pub(super) type Ready = (Question, AnswerId);

/// The chosen ones as they would be answered, each with its copy; the codes of those that cannot be any more.
pub(super) fn prepare(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: &Question,
    answer: &Answer,
) -> Result<(Vec<Ready>, Vec<String>), HandlerError> {
    let (mut ready, mut left) = (Vec::new(), Vec::new());
    for id in together::chosen(cx.tx, question.id)? {
        let Some(other) = questions::find(cx.tx, id)? else {
            continue;
        };
        let code = other.code.to_string();
        let answered = lifecycle::answer(other.clone(), member, None, cx.now);
        match answered {
            Ok(answered) if fits(question, &other) => {
                let copy = together::copy(cx.tx, answer.id, id, cx.now)?;
                ready.push((answered, copy.id));
            }
            _ => left.push(code),
        }
    }
    together::end(cx.tx, question.id)?;
    Ok((ready, left))
}

/// They leave, each as an answer of its own.
pub(super) fn deliver_all(
    cx: &mut Cx<'_, '_>,
    by: &By,
    first: &Question,
    (ready, left): (Vec<Ready>, Vec<String>),
) -> Outcome {
    if ready.is_empty() && left.is_empty() {
        return Ok(());
    }
    let mut answered = Vec::new();
    for (question, answer) in ready {
        answered.push(question.code.to_string());
        deliver::deliver(cx, by, question, answer)?;
    }
    let done: Message = say::done(cx.group_words(), &answered, &left);
    notices::note_under_card(cx, first, done)
}
