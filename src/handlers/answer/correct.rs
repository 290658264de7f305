//! "Đính chính": an answer that was sent gets other words. What residents have is changed in place, with a visible
//! note; the words before are kept. Where the council wants approval, the head approves this too.

use crate::{
    chat::outgoing::{About, Lane, Target, answer_slot, card_slot, correction_slot},
    domain::{
        answer::Answer,
        event::Event,
        ids::{AnswerId, ChatId, CorrectionId},
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::Question,
    },
    handlers::{
        HandlerError,
        answer::{
            approve,
            deliver::{self, Reader},
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            deed::By,
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Message, correction as say, label, say as sentence},
    store::{
        answer_corrections::{self, Correction},
        answer_media, answers, questions, together,
    },
};

/// "Đính chính" under a sent answer: its author, or whoever heads the body, writes it anew.
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    let Some((answer, question)) = current(cx, member, answer)? else {
        cx.alert(label!(words, "refuse-not-sent"));
        return Ok(());
    };
    if answer.author != actor.user && approve::head(cx, member, answer.author, actor)?.is_none() {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(());
    }
    let html = sentence!(words, "correction-prompt", code = question.code);
    let prompt = Prompt::Answering(AnsweringPrompt::Correct(answer.id));
    prompts::ask(cx, actor, prompt, Some(question.id), html)
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
pub(crate) fn written(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, answer: AnswerId) -> Outcome {
    let words = cx.group_words();
    let member = reply.actor.rights(cx)?.here();
    let found = match member {
        Some(member) => current(cx, &member, answer)?,
        None => None,
    };
    let Some((answer, question)) = found else {
        let late = Message::plain(sentence!(words, "refuse-not-sent"));
        return Ok(cx.reply(reply.actor.chat, late)?);
    };
    begin(cx, &question, &answer, reply.actor, reply.text)
}

/// New words: whoever wrote them sees both versions and decides.
pub(crate) fn begin(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
    actor: &Actor,
    text: &str,
) -> Outcome {
    let words = cx.group_words();
    if answer.text == text {
        let same = Message::plain(sentence!(words, "refuse-same-words"));
        return Ok(cx.reply(actor.chat, same)?);
    }
    for old in answer_corrections::undecided(cx.tx, answer.id, actor.user)? {
        answer_corrections::put_away(cx.tx, old.id, cx.now)?;
        replace(cx, question, &old, say::dropped(words, question))?;
    }
    let correction =
        answer_corrections::write(cx.tx, answer.id, actor.chat, actor.named(), text, cx.now)?;
    let preview = say::preview(words, question, answer, correction.id, text);
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(correction_slot(correction.id)),
        about: About::question(question.id),
    };
    Ok(cx.send(actor.chat, Lane::Reply, preview, placing)?)
}

fn replace(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    correction: &Correction,
    with: Message,
) -> Outcome {
    let target = Target::Slot(correction_slot(correction.id));
    Ok(cx.edit(
        correction.chat,
        Lane::Reply,
        target,
        with,
        About::question(question.id),
    )?)
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
        cx.old_button(words);
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

/// The correction of a button that waits for the head, if whoever pressed is the head.
fn submitted(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: CorrectionId,
) -> Result<Option<(Correction, Answer, Question)>, HandlerError> {
    let Some(found) = of_button(cx, member, actor.chat, id, "submitted")? else {
        return Ok(None);
    };
    let author = found.0.author;
    if approve::head(cx, member, author, actor)?.is_none() {
        approve::refuse(cx, author, actor);
        return Ok(None);
    }
    Ok(Some(found))
}

/// "Gửi đính chính": whoever wrote it.
pub(crate) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: CorrectionId,
) -> Outcome {
    let words = cx.group_words();
    let found = of_button(cx, member, actor.chat, id, "draft")?;
    let Some((correction, answer, question)) = found else {
        return Ok(());
    };
    if correction.author != actor.user {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(());
    }
    if approve::needs_nobody(cx, &question.body, actor)? {
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
        about: About::question(question.id),
    };
    Ok(cx.send(correction.chat, Lane::Reply, request, placing)?)
}

/// "Hủy".
pub(crate) fn put_away(cx: &mut Cx<'_, '_>, actor: &Actor, id: CorrectionId) -> Outcome {
    let words = cx.group_words();
    let found = answer_corrections::find(cx.tx, id)?
        .filter(|found| found.chat == actor.chat && found.state == "draft");
    let Some(correction) = found else {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(());
    };
    if correction.author != actor.user {
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
pub(crate) fn approve(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: CorrectionId,
) -> Outcome {
    let Some((correction, answer, question)) = submitted(cx, member, actor, id)? else {
        return Ok(());
    };
    apply(cx, &correction, &answer, &question, Some(&actor.name))
}

/// "Không duyệt".
pub(crate) fn refuse(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: CorrectionId,
) -> Outcome {
    let words = cx.group_words();
    let Some((correction, _, question)) = submitted(cx, member, actor, id)? else {
        return Ok(());
    };
    answer_corrections::put_away(cx.tx, id, cx.now)?;
    let refused = say::refused(words, &question, &actor.name);
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
    tell_corrected(cx, correction, before, question)?;
    let name = &correction.author_name;
    let mark = say::sent(words, question, before, &correction.text, name);
    replace(cx, question, correction, mark)?;
    notices::update_card(cx, question)?;
    for copy in together::copies_of(cx.tx, before.id)? {
        correct_copy(cx, correction, &copy, approved_by)?;
    }
    Ok(())
}

/// The words change: in the database, and for everybody who reads the answer.
fn tell_corrected(
    cx: &mut Cx<'_, '_>,
    correction: &Correction,
    before: &Answer,
    question: &Question,
) -> Outcome {
    answers::correct(cx.tx, before.id, &correction.text, cx.now)?;
    let by = By::Officer(correction.author, correction.author_name.clone());
    let event = Event::AnswerCorrected { answer: before.id };
    cx.record_by(&event, &by, question.id)?;
    let Some(after) = answers::find(cx.tx, before.id)? else {
        return Ok(());
    };
    let files = answer_media::of(cx.tx, before.id)?;
    for reader in deliver::readers(cx, question)? {
        let old = deliver::parts_for(cx, &reader, before, &files)?;
        let new = deliver::parts_for(cx, &reader, &after, &files)?;
        change_in_place(cx, &reader, before.id, old.len(), new)?;
    }
    Ok(())
}

/// The same words went to others: they change there, too.
fn correct_copy(
    cx: &mut Cx<'_, '_>,
    first: &Correction,
    before: &Answer,
    approved_by: Option<&str>,
) -> Outcome {
    let Some(question) = questions::find(cx.tx, before.question)? else {
        return Ok(());
    };
    let by = (first.author, first.author_name.as_str());
    let text = &first.text;
    let kept = answer_corrections::write(cx.tx, before.id, first.chat, by, text, cx.now)?;
    answer_corrections::sent(cx.tx, kept.id, &before.text, approved_by, cx.now)?;
    tell_corrected(cx, &kept, before, &question)?;
    notices::update_card(cx, &question)
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
    let about = reader.about();
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
