//! "Gửi cử tri": what is missing is asked for; where the council wants it, the head approves; then it is sent.
//!
//! Rights and states are checked again at every press: somebody may have been faster, or the question is gone.

use super::{
    HandlerError,
    answer_question::{
        about, answered_by, name_of, put_in_place_of_preview, show_preview, update_preview,
    },
    complete_answer,
    context::{Cx, Outcome, Placing},
    deliver_answer, notices,
    prompts::{self, Reply},
    rights,
};
use crate::{
    chat::{
        incoming::Incoming,
        outgoing::{Lane, Target, approval_slot, card_slot},
    },
    domain::{
        answer::{Answer, AnswerState, coverage},
        council::Approval,
        event::Event,
        ids::{AnswerId, BodyCode, ChatId, UserId},
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody, HeadsBody},
        prompt::{AnsweringPrompt, Prompt, Then},
        question::{Question, lifecycle},
        role::{Grant, Role},
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
pub(super) fn needs_nobody(
    cx: &Cx<'_, '_>,
    body: &BodyCode,
    person: UserId,
) -> Result<bool, HandlerError> {
    if cx.council.rules.approval == Approval::None {
        return Ok(true);
    }
    let rights = rights::of(cx, person, person.private_chat())?;
    Ok(rights.heads(body).is_some())
}

/// The right to approve what `author` wrote: by role, where nobody holds it as another member, or as an
/// administrator.
pub(super) fn head(
    cx: &Cx<'_, '_>,
    member: &ActsForBody,
    author: UserId,
    person: UserId,
) -> Result<Option<HeadsBody>, HandlerError> {
    let body = member.body();
    let rights = rights::of(cx, person, person.private_chat())?;
    if let Some(head) = rights.heads(body) {
        return Ok(Some(head));
    }
    if let Some(administrator) = rights.administrator()
        && let Some(head) = HeadsBody::by_administrator(administrator, body, author)
    {
        return Ok(Some(head));
    }
    let holders = roles::of_body(cx.tx, body, cx.now)?;
    Ok(HeadsBody::in_their_absence(
        member, &holders, author, person,
    ))
}

/// Says why somebody may not approve.
pub(super) fn refuse(cx: &mut Cx<'_, '_>, author: UserId, person: UserId) {
    let words = cx.group_words();
    if author == person {
        cx.alert(label!(words, "refuse-own-approval"));
    } else {
        cx.alert(label!(words, "refuse-not-head"));
    }
}

/// Its author wants it sent. Asked for at once: a word about every point, the fact of the class; nothing that
/// was written is lost by it.
pub(super) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    by: (UserId, &str),
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
        return complete_answer::ask(cx, by, question, draft, Then::Send);
    }
    complete_answer::record_left_out(cx, by.0, question, draft)?;
    if needs_nobody(cx, &question.body, by.0)? {
        if cx.council.rules.approval == Approval::Head {
            answers::approve(cx.tx, draft.id, by)?;
        }
        return deliver_answer::deliver(cx, by.0, answered, draft.id);
    }
    submit(cx, by.0, question, draft)
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
    let answered_by = (!by.is_empty()).then_some(by.as_str());
    match lifecycle::answer(question.clone(), member, answered_by, cx.now) {
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
fn submit(cx: &mut Cx<'_, '_>, by: UserId, question: &Question, draft: &Answer) -> Outcome {
    let words = cx.group_words();
    answers::submit(cx.tx, draft.id, cx.now)?;
    let event = Event::AnswerSubmitted { answer: draft.id };
    cx.record(&event, Some(by), Some(question.id))?;
    let waiting = say::waiting(words, question, draft);
    put_in_place_of_preview(cx, question, draft, waiting)?;
    let heads = heads(cx, &question.body)?;
    let request = say::request(words, question, draft, &heads);
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(approval_slot(draft.id)),
        about: about(question),
    };
    Ok(cx.send(draft.chat, Lane::Reply, request, placing)?)
}

/// Something else stands where the head was asked.
pub(super) fn close_request(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
    with: Message,
) -> Outcome {
    let target = Target::Slot(approval_slot(answer.id));
    Ok(cx.edit(answer.chat, Lane::Reply, target, with, about(question))?)
}

/// The answer that waits for the head here, if this person may decide.
fn submitted(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    chat: ChatId,
    person: UserId,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, HandlerError> {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?.filter(|found| found.chat == chat);
    let Some(answer) = found else {
        cx.toast(label!(words, "old-button"));
        return Ok(None);
    };
    if answer.state != AnswerState::Submitted {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(None);
    }
    if head(cx, member, answer.author, person)?.is_none() {
        refuse(cx, answer.author, person);
        return Ok(None);
    }
    let question = questions::find(cx.tx, answer.question)?;
    Ok(question.map(|question| (answer, question)))
}

/// "Duyệt".
pub(super) fn approve(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    let person = incoming.person.id;
    let Some((answer, question)) = submitted(cx, member, incoming.chat.id, person, answer)? else {
        return Ok(());
    };
    let Some(answered) = may_answer(cx, member, &question, &answer)? else {
        answers::back_to_draft(cx.tx, answer.id)?;
        let by = answered_by(cx, &question)?;
        let refused = lifecycle::answer(
            question.clone(),
            member,
            (!by.is_empty()).then_some(by.as_str()),
            cx.now,
        );
        let why = refused
            .err()
            .map(|refused| refusal::sentence(words, &refused));
        let closed = say::too_late(words, &question, &why.unwrap_or_default());
        return close_request(cx, &question, &answer, closed);
    };
    let name = name_of(incoming);
    answers::approve(cx.tx, answer.id, (person, &name))?;
    let event = Event::AnswerApproved { answer: answer.id };
    cx.record(&event, Some(person), Some(question.id))?;
    let approved = say::approved(words, &question, &answer, &name);
    close_request(cx, &question, &answer, approved)?;
    deliver_answer::deliver(cx, answer.author, answered, answer.id)
}

/// "Trả về sửa": why?
pub(super) fn ask_why(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
) -> Outcome {
    let person = incoming.person.id;
    let Some((answer, question)) = submitted(cx, member, incoming.chat.id, person, answer)? else {
        return Ok(());
    };
    let words = cx.group_words();
    let html = sentence!(words, "approval-reason", code = question.code);
    let prompt = Prompt::Answering(AnsweringPrompt::SendBack(answer.id));
    let name = name_of(incoming);
    let person = (person, name.as_str());
    prompts::ask(cx, answer.chat, person, prompt, Some(question.id), html)
}

/// The reason is there: its author reads it and gets a preview to work on.
pub(super) fn send_back(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    answer: AnswerId,
) -> Result<(), HandlerError> {
    let member = rights::of(cx, reply.person, reply.chat)?.here();
    let Some(member) = member else {
        return Ok(());
    };
    let Some((answer, question)) = submitted(cx, &member, reply.chat, reply.person, answer)? else {
        let words = cx.group_words();
        let late = Message::plain(sentence!(words, "refuse-decided"));
        return Ok(cx.reply(reply.chat, late)?);
    };
    let words = cx.group_words();
    answers::back_to_draft(cx.tx, answer.id)?;
    let event = Event::AnswerSentBack { answer: answer.id };
    cx.record(&event, Some(reply.person), Some(question.id))?;
    let mark = say::sent_back(words, &question, &answer, &reply.name);
    close_request(cx, &question, &answer, mark)?;
    let change = say::change_this(words, &question, &answer, &reply.name, reply.text);
    notices::note_under_card(cx, &question, change)?;
    show_preview(cx, &question, answer.id)
}

/// "Rút lại để sửa": its author, before the head has decided.
pub(super) fn take_back(cx: &mut Cx<'_, '_>, incoming: &Incoming, answer: AnswerId) -> Outcome {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?.filter(|found| found.chat == incoming.chat.id);
    let Some(answer) = found else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if ![incoming.person.id, ANONYMOUS_ADMINISTRATOR].contains(&answer.author) {
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
pub(super) fn work_on_again(cx: &mut Cx<'_, '_>, question: &Question, answer: &Answer) -> Outcome {
    answers::back_to_draft(cx.tx, answer.id)?;
    let taken_back = say::taken_back(cx.group_words(), question, answer);
    close_request(cx, question, answer, taken_back)
}
