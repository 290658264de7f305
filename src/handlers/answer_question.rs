//! A reply to a card becomes a draft; its author says what it is: an answer to the resident or a note.

use super::{
    context::{Cx, Outcome, Placing},
    notices, rights, support_question, tell_on_paper,
};
use crate::{
    chat::{
        incoming::{Incoming, RepliedTo},
        outgoing::{About, Lane, Target, preview_slot},
    },
    domain::{
        answer::{Answer, AnswerState},
        code::QuestionCode,
        event::Event,
        ids::{AnswerId, MessageId},
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody},
        question::{
            Question, ResultClass, State,
            lifecycle::{self, Refusal},
        },
        text,
    },
    messages::{
        Message, Words, answer as say_answer, label, question as say_question, refusal, say,
    },
    store::{answers, chats, questions},
};

/// Somebody replied to a message. Ours about a question, in the group that has it: it is a draft now.
pub(super) fn replied(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    message: MessageId,
    replied_to: &RepliedTo,
    written: Option<&str>,
) -> Outcome {
    let chat = incoming.chat.id;
    let words = cx.group_words();
    let Some(question) = question_of(cx, incoming, replied_to)? else {
        return Ok(());
    };
    if chats::body_of(cx.tx, chat)?.is_none() {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    }
    let Some(member) = rights::member(cx, incoming)? else {
        let sentence = crate::messages::Html::text(&rights::refusal(cx, incoming)?);
        return Ok(cx.reply(chat, Message::plain(sentence))?);
    };
    let as_reply = Placing {
        reply_to: Some(Target::Message(message)),
        ..Placing::default()
    };
    let text = match written.map(text::clean) {
        Some(text) if !text.is_empty() => text,
        Some(_) => {
            let empty = Message::plain(say!(words, "reply-too-short"));
            return Ok(cx.send(chat, Lane::Reply, empty, as_reply)?);
        }
        None => {
            let text_only = Message::plain(say!(words, "reply-text-only"));
            return Ok(cx.send(chat, Lane::Reply, text_only, as_reply)?);
        }
    };
    if *member.body() != question.body {
        let refused = Refusal::WithAnotherBody {
            body: question.body,
        };
        let sentence = crate::messages::Html::text(&refusal::sentence(words, &refused));
        return Ok(cx.send(chat, Lane::Reply, Message::plain(sentence), as_reply)?);
    }
    let name = text::truncate_utf16(&text::clean(&incoming.person.name), 64);
    let author = (incoming.person.id, name.as_str());
    let draft = answers::write(cx.tx, question.id, (chat, message), author, &text, cx.now)?;
    let preview = preview(cx, words, &question, &draft)?;
    let placing = Placing {
        slot: Some(preview_slot(draft.id)),
        about: About {
            question: Some(question.id),
            answer: None,
        },
        ..as_reply
    };
    Ok(cx.send(chat, Lane::Reply, preview, placing)?)
}

/// The question a replied-to message is about: by its id, remembered for ever; else by the code on the
/// card, if the message is ours.
fn question_of(
    cx: &Cx<'_, '_>,
    incoming: &Incoming,
    replied_to: &RepliedTo,
) -> Result<Option<Question>, super::HandlerError> {
    if let Some(id) = chats::question_of_message(cx.tx, incoming.chat.id, replied_to.message)? {
        return Ok(questions::find(cx.tx, id)?);
    }
    if replied_to.sender != Some(cx.facts.bot().id) {
        return Ok(None);
    }
    let prefix = cx.council.code_prefix;
    let Some(code) = QuestionCode::find_in(&replied_to.text, prefix) else {
        return Ok(None);
    };
    let others = replied_to.text.replace(&code.to_string(), " ");
    if QuestionCode::find_in(&others, prefix).is_some() {
        // A digest or a list: which of its questions is meant, nobody can say.
        return Ok(None);
    }
    Ok(questions::find_by_code(cx.tx, code)?)
}

/// What the author decides on; without "send" where the question can no longer be answered.
fn preview(
    cx: &Cx<'_, '_>,
    words: Words<'_>,
    question: &Question,
    draft: &Answer,
) -> Result<Message, super::HandlerError> {
    let refused = match question.state {
        state if state.is_with_body() => return Ok(say_answer::preview(words, question, draft)),
        State::Answered { at } => Refusal::AlreadyAnswered {
            by: answered_by(cx, question)?,
            at,
        },
        state => lifecycle::closed(state),
    };
    Ok(say_answer::note_only(
        words,
        question,
        draft,
        &refusal::sentence(words, &refused),
    ))
}

fn answered_by(cx: &Cx<'_, '_>, question: &Question) -> Result<String, super::HandlerError> {
    let sent = answers::sent_for(cx.tx, question.id)?;
    Ok(sent.map(|answer| answer.author_name).unwrap_or_default())
}

/// The delegate changed the words of a reply before deciding: the preview follows.
pub(super) fn edited(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    message: MessageId,
    written: &str,
) -> Outcome {
    let Some(draft) = answers::draft_written_in(cx.tx, incoming.chat.id, message)? else {
        return Ok(());
    };
    let text = text::clean(written);
    if draft.author != incoming.person.id || text.is_empty() {
        return Ok(());
    }
    answers::rewrite(cx.tx, draft.id, &text)?;
    let Some(question) = questions::find(cx.tx, draft.question)? else {
        return Ok(());
    };
    let preview = preview(
        cx,
        cx.group_words(),
        &question,
        &Answer {
            text,
            ..draft.clone()
        },
    )?;
    let target = Target::Slot(preview_slot(draft.id));
    let about = About {
        question: Some(question.id),
        answer: None,
    };
    Ok(cx.edit(incoming.chat.id, Lane::Reply, target, preview, about)?)
}

/// The draft of a button, if the person who pressed wrote it and has not decided yet.
fn draft_of_button(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, super::HandlerError> {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?.filter(|found| found.chat == incoming.chat.id);
    let Some(draft) = found else {
        cx.toast(label!(words, "old-button"));
        return Ok(None);
    };
    if ![incoming.person.id, ANONYMOUS_ADMINISTRATOR].contains(&draft.author) {
        cx.alert(label!(words, "refuse-not-author"));
        return Ok(None);
    }
    if draft.state != AnswerState::Draft {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(None);
    }
    let question = questions::find(cx.tx, draft.question)?;
    Ok(question.map(|question| (draft, question)))
}

/// Another result class.
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
    answers::classify(cx.tx, draft.id, class)?;
    let preview = preview(cx, cx.group_words(), &question, &Answer { class, ..draft })?;
    Ok(cx.replace(incoming.chat.id, shown, preview)?)
}

/// "Gửi cử tri": checked once more, because somebody may have been faster.
pub(super) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let words = cx.group_words();
    let chat = incoming.chat.id;
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let by = answered_by(cx, &question)?;
    let answered_by = (!by.is_empty()).then_some(by.as_str());
    let question = match lifecycle::answer(question.clone(), member, answered_by, cx.now) {
        Ok(answered) => answered,
        Err(refused) => {
            let sentence = refusal::sentence(words, &refused);
            cx.replace(
                chat,
                shown,
                say_answer::note_only(words, &question, &draft, &sentence),
            )?;
            cx.alert(sentence);
            return Ok(());
        }
    };
    answers::move_to(cx.tx, draft.id, AnswerState::Sent, cx.now)?;
    questions::save(cx.tx, &question)?;
    let body = question.body.clone();
    let event = Event::AnswerSent {
        answer: draft.id,
        class: draft.class,
        body,
    };
    cx.record(&event, Some(incoming.person.id), Some(question.id))?;
    cx.replace(
        chat,
        shown,
        Message::plain(say_answer::sent(words, &question, &draft)),
    )?;
    send_to_resident(cx, &question, &draft)?;
    close_other_previews(cx, &question, &draft)?;
    notices::update_status(cx, &question)?;
    notices::update_card(cx, &question)
}

/// Whatever else was written about the question cannot go to the resident any more: its preview says so.
fn close_other_previews(cx: &mut Cx<'_, '_>, question: &Question, sent: &Answer) -> Outcome {
    let words = cx.group_words();
    let refused = Refusal::AlreadyAnswered {
        by: sent.author_name.clone(),
        at: cx.now,
    };
    let sentence = refusal::sentence(words, &refused);
    for other in answers::undecided(cx.tx, question.id)? {
        let closed = say_answer::note_only(words, question, &other, &sentence);
        let target = Target::Slot(preview_slot(other.id));
        let about = About {
            question: Some(question.id),
            answer: None,
        };
        cx.edit(other.chat, Lane::Card, target, closed, about)?;
    }
    Ok(())
}

/// The answer's messages; the last one proves the delivery.
fn send_to_resident(cx: &mut Cx<'_, '_>, question: &Question, answer: &Answer) -> Outcome {
    let words = cx.words_for_author(question)?;
    let messages = say_question::answer(words, question, answer);
    let last = messages.len().saturating_sub(1);
    for (at, message) in messages.into_iter().enumerate() {
        let answer = (at == last).then_some(answer.id);
        let about = About {
            question: Some(question.id),
            answer,
        };
        let placing = Placing {
            about,
            ..Placing::default()
        };
        if let Some(author) = question.author {
            cx.send(author.private_chat(), Lane::Reply, message, placing)?;
        }
    }
    if question.author.is_none() {
        tell_on_paper::answered(cx, question, answer)?;
    }
    support_question::tell_supporters(cx, question, answer)
}

/// "Ghi nội bộ": nobody outside the group sees it.
pub(super) fn keep_note(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let words = cx.group_words();
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let question = match lifecycle::note(question, member) {
        Ok(question) => question,
        Err(refused) => {
            cx.alert(refusal::sentence(words, &refused));
            return Ok(());
        }
    };
    answers::move_to(cx.tx, draft.id, AnswerState::Note, cx.now)?;
    questions::save(cx.tx, &question)?;
    cx.record(
        &Event::NoteKept { answer: draft.id },
        Some(incoming.person.id),
        Some(question.id),
    )?;
    let noted = Message::plain(say_answer::noted(words, &question, &draft));
    cx.replace(incoming.chat.id, shown, noted)?;
    notices::update_card(cx, &question)
}

/// "Hủy" under a preview.
pub(super) fn drop(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    answers::move_to(cx.tx, draft.id, AnswerState::Dropped, cx.now)?;
    let dropped = Message::plain(say_answer::dropped(cx.group_words(), &question));
    Ok(cx.replace(incoming.chat.id, shown, dropped)?)
}

/// Somebody pressed a button of a body without acting for it.
pub(super) fn refuse_outsider(cx: &mut Cx<'_, '_>, words: Words<'_>) {
    cx.alert(label!(words, "refuse-not-member"));
}
