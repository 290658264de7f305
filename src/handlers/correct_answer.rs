//! "Đính chính": an answer that was sent gets other words. What residents have is changed in place, with a visible
//! note; the words before are kept. Where the council wants approval, the head approves this too.

use super::{
    HandlerError,
    answer_question::{about, name_of},
    approve_answer,
    context::{Cx, Outcome, Placing},
    deliver_answer::{self, Reader},
    notices,
    prompts::{self, Reply},
    rights,
};
use crate::{
    chat::{
        incoming::Incoming,
        outgoing::{About, Lane, Target, answer_slot, card_slot, correction_slot},
    },
    domain::{
        answer::Answer,
        event::Event,
        ids::{AnswerId, ChatId, CorrectionId, UserId},
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::Question,
    },
    messages::{Message, correction as say, label, say as sentence},
    store::{
        answer_corrections::{self, Correction},
        answer_media, answers, questions,
    },
};

/// "Đính chính" under a sent answer: its author, or whoever heads the body, writes it anew.
pub(super) fn ask(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    let Some((answer, question)) = current(cx, member, answer)? else {
        cx.alert(label!(words, "refuse-not-sent"));
        return Ok(());
    };
    let person = incoming.person.id;
    if answer.author != person && approve_answer::head(cx, member, answer.author, person)?.is_none()
    {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(());
    }
    let html = sentence!(words, "correction-prompt", code = question.code);
    let prompt = Prompt::Answering(AnsweringPrompt::Correct(answer.id));
    let name = name_of(incoming);
    let person = (person, name.as_str());
    prompts::ask(
        cx,
        incoming.chat.id,
        person,
        prompt,
        Some(question.id),
        html,
    )
}

/// The answer, if residents have it now and the member's body has the question.
fn current(
    cx: &Cx<'_, '_>,
    member: &ActsForBody,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, HandlerError> {
    let Some(answer) =
        answers::find(cx.tx, answer)?.filter(|answer| answer.state.is_with_resident())
    else {
        return Ok(None);
    };
    let question = questions::find(cx.tx, answer.question)?;
    Ok(question
        .filter(|question| question.body == *member.body())
        .map(|question| (answer, question)))
}

/// The new words, asked for by the button.
pub(super) fn written(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, answer: AnswerId) -> Outcome {
    let words = cx.group_words();
    let member = rights::of(cx, reply.person, reply.chat)?.here();
    let found = match member {
        Some(member) => current(cx, &member, answer)?,
        None => None,
    };
    let Some((answer, question)) = found else {
        let late = Message::plain(sentence!(words, "refuse-not-sent"));
        return Ok(cx.reply(reply.chat, late)?);
    };
    let author = (reply.person, reply.name.as_str());
    begin(cx, &question, &answer, reply.chat, author, reply.text)
}

/// New words: whoever wrote them sees both versions and decides.
pub(super) fn begin(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
    chat: ChatId,
    author: (UserId, &str),
    text: &str,
) -> Outcome {
    let words = cx.group_words();
    if answer.text == text {
        let same = Message::plain(sentence!(words, "refuse-same-words"));
        return Ok(cx.reply(chat, same)?);
    }
    for old in answer_corrections::undecided(cx.tx, answer.id, author.0)? {
        answer_corrections::put_away(cx.tx, old.id, cx.now)?;
        replace(cx, question, &old, say::dropped(words, question))?;
    }
    let correction = answer_corrections::write(cx.tx, answer.id, chat, author, text, cx.now)?;
    let preview = say::preview(words, question, answer, correction.id, text);
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(correction_slot(correction.id)),
        about: about(question),
    };
    Ok(cx.send(chat, Lane::Reply, preview, placing)?)
}

fn replace(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    correction: &Correction,
    with: Message,
) -> Outcome {
    let target = Target::Slot(correction_slot(correction.id));
    Ok(cx.edit(correction.chat, Lane::Reply, target, with, about(question))?)
}

/// The correction of a button, if it is in that state and its answer can still be corrected.
fn of_button(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    chat: ChatId,
    id: CorrectionId,
    state: &str,
) -> Result<Option<(Correction, Answer, Question)>, HandlerError> {
    let words = cx.group_words();
    let found = answer_corrections::find(cx.tx, id)?.filter(|found| found.chat == chat);
    let Some(correction) = found else {
        cx.toast(label!(words, "old-button"));
        return Ok(None);
    };
    if correction.state != state {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(None);
    }
    let Some((answer, question)) = current(cx, member, correction.answer)? else {
        cx.alert(label!(words, "refuse-not-sent"));
        return Ok(None);
    };
    Ok(Some((correction, answer, question)))
}

/// "Gửi đính chính": whoever wrote it.
pub(super) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    id: CorrectionId,
) -> Outcome {
    let words = cx.group_words();
    let found = of_button(cx, member, incoming.chat.id, id, "draft")?;
    let Some((correction, answer, question)) = found else {
        return Ok(());
    };
    if correction.author != incoming.person.id {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(());
    }
    if approve_answer::needs_nobody(cx, &question.body, incoming.person.id)? {
        return apply(cx, &correction, &answer, &question, None);
    }
    answer_corrections::submit(cx.tx, id)?;
    let request = say::request(
        words,
        &question,
        &answer,
        id,
        &correction.text,
        &correction.author_name,
    );
    let waiting = sentence!(words, "correction-waiting", code = question.code);
    replace(cx, &question, &correction, Message::plain(waiting))?;
    // The request takes the slot over: it is what changes from now on.
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(correction_slot(id)),
        about: about(&question),
    };
    Ok(cx.send(correction.chat, Lane::Reply, request, placing)?)
}

/// "Hủy".
pub(super) fn put_away(cx: &mut Cx<'_, '_>, incoming: &Incoming, id: CorrectionId) -> Outcome {
    let words = cx.group_words();
    let found = answer_corrections::find(cx.tx, id)?
        .filter(|found| found.chat == incoming.chat.id && found.state == "draft");
    let Some(correction) = found else {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(());
    };
    if correction.author != incoming.person.id {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(());
    }
    answer_corrections::put_away(cx.tx, id, cx.now)?;
    match answers::find(cx.tx, correction.answer)? {
        Some(answer) => match questions::find(cx.tx, answer.question)? {
            Some(question) => replace(cx, &question, &correction, say::dropped(words, &question)),
            None => Ok(()),
        },
        None => Ok(()),
    }
}

/// "Duyệt" a correction.
pub(super) fn approve(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    id: CorrectionId,
) -> Outcome {
    let person = incoming.person.id;
    let found = of_button(cx, member, incoming.chat.id, id, "submitted")?;
    let Some((correction, answer, question)) = found else {
        return Ok(());
    };
    if approve_answer::head(cx, member, correction.author, person)?.is_none() {
        approve_answer::refuse(cx, correction.author, person);
        return Ok(());
    }
    let name = name_of(incoming);
    apply(cx, &correction, &answer, &question, Some(&name))
}

/// "Không duyệt".
pub(super) fn refuse(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    id: CorrectionId,
) -> Outcome {
    let words = cx.group_words();
    let person = incoming.person.id;
    let found = of_button(cx, member, incoming.chat.id, id, "submitted")?;
    let Some((correction, _, question)) = found else {
        return Ok(());
    };
    if approve_answer::head(cx, member, correction.author, person)?.is_none() {
        approve_answer::refuse(cx, correction.author, person);
        return Ok(());
    }
    answer_corrections::put_away(cx.tx, id, cx.now)?;
    let refused = say::refused(words, &question, &name_of(incoming));
    replace(cx, &question, &correction, refused)
}

/// The words change: in the database, in every chat that has them, on the card.
fn apply(
    cx: &mut Cx<'_, '_>,
    correction: &Correction,
    before: &Answer,
    question: &Question,
    approved_by: Option<&str>,
) -> Outcome {
    let words = cx.group_words();
    answer_corrections::sent(cx.tx, correction.id, &before.text, approved_by, cx.now)?;
    answers::correct(cx.tx, before.id, &correction.text, cx.now)?;
    cx.record(
        &Event::AnswerCorrected { answer: before.id },
        Some(correction.author),
        Some(question.id),
    )?;
    let Some(after) = answers::find(cx.tx, before.id)? else {
        return Ok(());
    };
    let files = answer_media::of(cx.tx, before.id)?;
    for reader in deliver_answer::readers(cx, question)? {
        let old = deliver_answer::parts_for(cx, &reader, before, &files)?;
        let new = deliver_answer::parts_for(cx, &reader, &after, &files)?;
        change_in_place(cx, &reader, before.id, old.len(), new)?;
    }
    let by = &correction.author_name;
    let mark = say::sent(words, question, before, &correction.text, by);
    replace(cx, question, correction, mark)?;
    notices::update_card(cx, question)
}

/// What one reader has; a silent edit is not noticed, so a short message points at it.
fn change_in_place(
    cx: &mut Cx<'_, '_>,
    reader: &Reader,
    answer: AnswerId,
    parts_before: usize,
    parts: Vec<Message>,
) -> Outcome {
    let chat = reader.user.private_chat();
    let words = cx.words_for(reader.user)?;
    let about = About {
        question: (reader.part != deliver_answer::Part::Supporter).then_some(reader.question.id),
        answer: None,
    };
    let count = parts.len();
    for (at, part) in parts.into_iter().enumerate() {
        let target = Target::Slot(answer_slot(answer, at));
        cx.edit(chat, Lane::Card, target, part, about.clone())?;
    }
    for at in count..parts_before {
        let target = Target::Slot(answer_slot(answer, at));
        cx.edit(
            chat,
            Lane::Card,
            target,
            say::part_gone(words),
            about.clone(),
        )?;
    }
    let placing = Placing {
        reply_to: Some(Target::Slot(answer_slot(answer, 0))),
        about,
        ..Placing::default()
    };
    let notice = say::notice(words, &reader.question);
    Ok(cx.send(chat, Lane::Card, notice, placing)?)
}
