//! "Gửi cử tri": what is missing is asked for; where the council wants it, the head approves; then it is sent.
//!
//! Rights and states are checked again at every press: somebody may have been faster, or the question is gone.

use crate::handlers::shared::deed::By;
use crate::{
    chat::outgoing::{About, Lane, Target, approval_slot, card_slot},
    domain::{
        answer::{Answer, AnswerState, coverage},
        council::Approval,
        event::Event,
        ids::{AnswerId, BodyCode, UserId},
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody, HeadsBody},
        prompt::{AnsweringPrompt, Prompt, Then},
        question::{Question, lifecycle},
        role::{Grant, Role},
    },
    handlers::{
        HandlerError,
        answer::{
            complete, deliver,
            reply::{answered_by, put_in_place_of_preview, show_preview, update_preview},
            together,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Message, answer as say_answer, approval as say, label, refusal, say as sentence},
    store::{answers, questions, roles},
};

/// Who heads the body by role.
fn heads(cx: &Cx<'_, '_>, body: &BodyCode) -> Result<Vec<Grant>, HandlerError> {
    let holders = roles::of_body(cx.tx, body, cx.now)?;
    Ok(holders
        .into_iter()
        .filter(|grant| grant.role == Role::Head)
        .collect())
}

/// Whether this person may send words for the body without somebody else's approval.
pub(crate) fn needs_nobody(
    cx: &Cx<'_, '_>,
    body: &BodyCode,
    actor: &Actor,
) -> Result<bool, HandlerError> {
    if cx.council.rules.approval == Approval::None {
        return Ok(true);
    }
    Ok(actor.rights(cx)?.heads(body).is_some())
}

/// The right to approve what `author` wrote: by role, where nobody holds it as another member, or as an
/// administrator.
pub(crate) fn head(
    cx: &Cx<'_, '_>,
    member: &ActsForBody,
    author: UserId,
    actor: &Actor,
) -> Result<Option<HeadsBody>, HandlerError> {
    let body = member.body();
    let rights = actor.rights(cx)?;
    if let Some(head) = rights.heads(body) {
        return Ok(Some(head));
    }
    if let Some(administrator) = rights.administrator()
        && let Some(head) = HeadsBody::by_administrator(administrator, author)
    {
        return Ok(Some(head));
    }
    let holders = roles::of_body(cx.tx, body, cx.now)?;
    Ok(HeadsBody::in_their_absence(
        member, &holders, author, actor.user,
    ))
}

/// Says why somebody may not approve.
pub(crate) fn refuse(cx: &mut Cx<'_, '_>, author: UserId, actor: &Actor) {
    let words = cx.group_words();
    if author == actor.user {
        cx.alert(label!(words, "refuse-own-approval"));
    } else {
        cx.alert(label!(words, "refuse-not-head"));
    }
}

/// Its author wants it sent. Asked for at once: a word about every point, the fact of the class; nothing that
/// was written is lost by it.
pub(crate) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    by: &Actor,
    question: &Question,
    draft: &Answer,
) -> Outcome {
    let words = cx.group_words();
    let Some(answered) = may_answer(cx, member, question, draft)? else {
        return Ok(());
    };
    let points = coverage::of(&question.text, &draft.text, draft.covered, draft.left_out);
    let open = coverage::open(&points);
    if !open.is_empty() {
        let open: Vec<String> = open.iter().map(u8::to_string).collect();
        cx.alert(label!(
            words,
            "refuse-points-open",
            points = open.join(", ")
        ));
        return Ok(());
    }
    if !draft.facts.suffice(draft.class) {
        return complete::ask(cx, by, question, draft, Then::Send);
    }
    complete::record_left_out(cx, by, question, draft)?;
    if needs_nobody(cx, &question.body, by)? {
        if cx.council.rules.approval == Approval::Head {
            answers::approve(cx.tx, draft.id, by.named())?;
        }
        let others = together::prepare(cx, member, question, draft)?;
        deliver::deliver(cx, &by.by(), answered, draft.id)?;
        return together::deliver_all(cx, &by.by(), question, others);
    }
    submit(cx, by, question, draft)
}

/// The question as it would be answered; else the preview says why it cannot be.
fn may_answer(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: &Question,
    draft: &Answer,
) -> Result<Option<Question>, HandlerError> {
    let words = cx.group_words();
    let by = answered_by(cx, question)?;
    match lifecycle::answer(question.clone(), member, by.as_deref(), cx.now) {
        Ok(answered) => Ok(Some(answered)),
        Err(refused) => {
            let why = refusal::sentence(words, &refused);
            let closed = say_answer::note_only(words, question, draft, &why);
            put_in_place_of_preview(cx, question, draft, closed)?;
            cx.alert(why);
            Ok(None)
        }
    }
}

/// The head reads it under the card.
fn submit(cx: &mut Cx<'_, '_>, by: &Actor, question: &Question, draft: &Answer) -> Outcome {
    let words = cx.group_words();
    answers::submit(cx.tx, draft.id, cx.now)?;
    let event = Event::AnswerSubmitted { answer: draft.id };
    cx.record_by(&event, &by.by(), question.id)?;
    let waiting = say::waiting(words, question, draft);
    put_in_place_of_preview(cx, question, draft, waiting)?;
    let heads = heads(cx, &question.body)?;
    let request = say::request(words, question, draft, &heads);
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(approval_slot(draft.id)),
        about: About::question(question.id),
    };
    Ok(cx.send(draft.chat, Lane::Reply, request, placing)?)
}

/// Something else stands where the head was asked.
pub(crate) fn close_request(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
    with: Message,
) -> Outcome {
    let target = Target::Slot(approval_slot(answer.id));
    Ok(cx.edit(
        answer.chat,
        Lane::Reply,
        target,
        with,
        About::question(question.id),
    )?)
}

/// The answer that waits for the head here, if this person may decide.
fn submitted(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, HandlerError> {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?.filter(|found| found.chat == actor.chat);
    let Some(answer) = found else {
        cx.old_button(words);
        return Ok(None);
    };
    if answer.state != AnswerState::Submitted {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(None);
    }
    if head(cx, member, answer.author, actor)?.is_none() {
        refuse(cx, answer.author, actor);
        return Ok(None);
    }
    let question = questions::find(cx.tx, answer.question)?;
    Ok(question.map(|question| (answer, question)))
}

/// "Duyệt".
pub(crate) fn approve(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    let Some((answer, question)) = submitted(cx, member, actor, answer)? else {
        return Ok(());
    };
    let Some(answered) = may_answer(cx, member, &question, &answer)? else {
        answers::back_to_draft(cx.tx, answer.id)?;
        let by = answered_by(cx, &question)?;
        let refused = lifecycle::answer(question.clone(), member, by.as_deref(), cx.now);
        let why = refused
            .err()
            .map(|refused| refusal::sentence(words, &refused));
        let closed = say::too_late(words, &question, &why.unwrap_or_default());
        return close_request(cx, &question, &answer, closed);
    };
    answers::approve(cx.tx, answer.id, actor.named())?;
    let event = Event::AnswerApproved { answer: answer.id };
    cx.record_by(&event, &actor.by(), question.id)?;
    let approved = say::approved(words, &question, &answer, &actor.name);
    close_request(cx, &question, &answer, approved)?;
    let others = together::prepare(cx, member, &question, &answer)?;
    let by = By::Officer(answer.author, answer.author_name.clone());
    deliver::deliver(cx, &by, answered, answer.id)?;
    together::deliver_all(cx, &by, &question, others)
}

/// "Trả về sửa": why?
pub(crate) fn ask_why(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
) -> Outcome {
    let Some((answer, question)) = submitted(cx, member, actor, answer)? else {
        return Ok(());
    };
    let words = cx.group_words();
    let html = sentence!(words, "approval-reason", code = question.code);
    let prompt = Prompt::Answering(AnsweringPrompt::SendBack(answer.id));
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// The reason is there: its author reads it and gets a preview to work on.
pub(crate) fn send_back(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    answer: AnswerId,
) -> Result<(), HandlerError> {
    let member = reply.actor.rights(cx)?.here();
    let Some(member) = member else {
        return Ok(());
    };
    let Some((answer, question)) = submitted(cx, &member, reply.actor, answer)? else {
        let words = cx.group_words();
        let late = Message::plain(sentence!(words, "refuse-decided"));
        return Ok(cx.reply(reply.actor.chat, late)?);
    };
    let words = cx.group_words();
    answers::back_to_draft(cx.tx, answer.id)?;
    let event = Event::AnswerSentBack { answer: answer.id };
    cx.record_by(&event, &reply.actor.by(), question.id)?;
    let mark = say::sent_back(words, &question, &answer, &reply.actor.name);
    close_request(cx, &question, &answer, mark)?;
    let change = say::change_this(words, &question, &answer, &reply.actor.name, reply.text);
    notices::note_under_card(cx, &question, change)?;
    show_preview(cx, &question, answer.id)
}

/// "Rút lại để sửa": its author, before the head has decided.
pub(crate) fn take_back(cx: &mut Cx<'_, '_>, actor: &Actor, answer: AnswerId) -> Outcome {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?.filter(|found| found.chat == actor.chat);
    let Some(answer) = found else {
        cx.old_button(words);
        return Ok(());
    };
    if ![actor.user, ANONYMOUS_ADMINISTRATOR].contains(&answer.author) {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(());
    }
    let question = questions::find(cx.tx, answer.question)?;
    match question {
        Some(question) if answer.state == AnswerState::Submitted => {
            work_on_again(cx, &question, &answer)?;
            update_preview(cx, &question, answer.id)
        }
        _ => {
            cx.toast(label!(words, "refuse-decided"));
            Ok(())
        }
    }
}

/// It is a draft again; the head need not look.
pub(crate) fn work_on_again(cx: &mut Cx<'_, '_>, question: &Question, answer: &Answer) -> Outcome {
    answers::back_to_draft(cx.tx, answer.id)?;
    let taken_back = say::taken_back(cx.group_words(), question, answer);
    close_request(cx, question, answer, taken_back)
}
