//! A reply to a card becomes a draft; its author says what it is: an answer to the resident or a note.
//!
//! What the answer still lacks is in [`super::complete_answer`], the way past the head in
//! [`super::approve_answer`], the way to the residents in [`super::deliver_answer`].

use super::{
    HandlerError, approve_answer,
    context::{Cx, Outcome, Placing},
    correct_answer, notices, rights,
};
use crate::{
    chat::{
        incoming::{Incoming, RepliedTo},
        outgoing::{About, Lane, Target, answer_of_slot, preview_slot},
    },
    domain::{
        answer::{Answer, AnswerState},
        attachment::{self, MAX_ATTACHMENTS, Media, Sent},
        code::QuestionCode,
        event::Event,
        ids::{AnswerId, ChatId, MessageId, UserId},
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody},
        question::{
            Question, State,
            lifecycle::{self, Refusal},
        },
        text,
    },
    messages::{
        Html, Message, Words, answer as say_answer, attachment as say_file, label, refusal, say,
    },
    store::{answer_media, answers, chats, questions},
};

/// What a delegate wrote or sent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    /// Their message.
    pub(super) message: MessageId,
    /// The words, or those under the file.
    pub(super) words: &'a str,
    /// The file.
    pub(super) file: Option<&'a Sent>,
    /// The album it belongs to.
    pub(super) album: Option<&'a str>,
}

/// A member's name, as the group knows it.
pub(super) fn name_of(incoming: &Incoming) -> String {
    text::truncate_utf16(&text::clean(&incoming.person.name), 64)
}

pub(super) fn about(question: &Question) -> About {
    About {
        question: Some(question.id),
        answer: None,
    }
}

/// Somebody replied to a message. Ours about a question, in the group that has it: it is a draft now.
pub(super) fn replied(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    replied_to: &RepliedTo,
    written: Written<'_>,
) -> Outcome {
    let chat = incoming.chat.id;
    let words = cx.group_words();
    if more_of_album(cx, incoming, written)? {
        return Ok(());
    }
    let Some(question) = question_of(cx, incoming, replied_to)? else {
        return Ok(());
    };
    if chats::body_of(cx.tx, chat)?.is_none() {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    }
    let Some(member) = rights::member(cx, incoming)? else {
        let sentence = Html::text(&rights::refusal(cx, incoming)?);
        return Ok(cx.reply(chat, Message::plain(sentence))?);
    };
    let refuse = |cx: &mut Cx<'_, '_>, html: Html| -> Outcome {
        let placing = Placing {
            reply_to: Some(Target::Message(written.message)),
            ..Placing::default()
        };
        Ok(cx.send(chat, Lane::Reply, Message::plain(html), placing)?)
    };
    let media = match written.file {
        None => None,
        Some(Sent::Media(media)) => {
            if let Err(unfit) = attachment::check(media) {
                return refuse(cx, say_file::unfit(words, &unfit).html);
            }
            Some(media)
        }
        Some(Sent::Contact { .. } | Sent::Other) => {
            return refuse(cx, say!(words, "reply-cannot-go"));
        }
    };
    let text = text::clean(written.words);
    if text.is_empty() && media.is_none() {
        return refuse(cx, say!(words, "reply-too-short"));
    }
    if *member.body() != question.body {
        let refused = Refusal::WithAnotherBody {
            body: question.body,
        };
        return refuse(cx, Html::text(&refusal::sentence(words, &refused)));
    }
    if let Some(media) = media
        && text.is_empty()
        && let Some(draft) = draft_replied_to(cx, incoming, replied_to)?
    {
        return enclose(cx, &question, &draft, written.message, media);
    }
    let name = name_of(incoming);
    let author = (incoming.person.id, name.as_str());
    let draft = begin(cx, &question, (chat, written.message), author, &text)?;
    if let Some(media) = media {
        answer_media::add(cx.tx, draft.id, written.message, media)?;
        if let Some(album) = written.album {
            answers::set_album(cx.tx, draft.id, album)?;
        }
    }
    show_preview(cx, &question, draft.id)
}

/// Keeps a draft.
pub(super) fn begin(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    written_in: (ChatId, MessageId),
    author: (UserId, &str),
    text: &str,
) -> Result<Answer, HandlerError> {
    Ok(answers::write(
        cx.tx,
        question.id,
        written_in,
        author,
        text,
        cx.now,
    )?)
}

/// A file without words in reply to a preview of one's own goes with that answer.
fn draft_replied_to(
    cx: &Cx<'_, '_>,
    incoming: &Incoming,
    replied_to: &RepliedTo,
) -> Result<Option<Answer>, HandlerError> {
    let slot = chats::slot_of_message(cx.tx, incoming.chat.id, replied_to.message)?;
    let Some(id) = slot.as_deref().and_then(answer_of_slot) else {
        return Ok(None);
    };
    let draft = answers::find(cx.tx, id)?;
    Ok(draft
        .filter(|draft| draft.state == AnswerState::Draft && draft.author == incoming.person.id))
}

/// Another file of an album whose first one became a draft: it goes with it. Telegram does not say of every
/// one that it is a reply.
pub(super) fn more_of_album(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    written: Written<'_>,
) -> Result<bool, HandlerError> {
    let (Some(album), Some(Sent::Media(media))) = (written.album, written.file) else {
        return Ok(false);
    };
    let (chat, author) = (incoming.chat.id, incoming.person.id);
    let Some(draft) = answers::of_album(cx.tx, chat, author, album)? else {
        return Ok(false);
    };
    let Some(question) = questions::find(cx.tx, draft.question)? else {
        return Ok(false);
    };
    if draft.state == AnswerState::Draft && attachment::check(media).is_ok() {
        enclose(cx, &question, &draft, written.message, media)?;
    }
    Ok(true)
}

fn enclose(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    draft: &Answer,
    message: MessageId,
    media: &Media,
) -> Outcome {
    if usize::try_from(draft.files).is_ok_and(|files| files >= MAX_ATTACHMENTS) {
        let words = cx.group_words();
        let full = say!(words, "reply-album-full", limit = MAX_ATTACHMENTS);
        return Ok(cx.reply(draft.chat, Message::plain(full))?);
    }
    answer_media::add(cx.tx, draft.id, message, media)?;
    update_preview(cx, question, draft.id)
}

/// The question a replied-to message is about: by its id, remembered for ever; else by the code on the
/// card, if the message is ours.
pub(super) fn question_of(
    cx: &Cx<'_, '_>,
    incoming: &Incoming,
    replied_to: &RepliedTo,
) -> Result<Option<Question>, HandlerError> {
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
pub(super) fn preview(
    cx: &Cx<'_, '_>,
    question: &Question,
    draft: &Answer,
) -> Result<Message, HandlerError> {
    let words = cx.group_words();
    let refused = match question.state {
        state if state.is_with_body() => {
            let today = cx.council.local_date(cx.now);
            return Ok(say_answer::preview(words, question, draft, today));
        }
        State::Answered { at } => Refusal::AlreadyAnswered {
            by: answered_by(cx, question)?,
            at,
        },
        state => lifecycle::closed(state),
    };
    let why = refusal::sentence(words, &refused);
    Ok(say_answer::note_only(words, question, draft, &why))
}

/// A new preview, in reply to what the delegate wrote; it is the live one from now on.
pub(super) fn show_preview(cx: &mut Cx<'_, '_>, question: &Question, draft: AnswerId) -> Outcome {
    let Some(draft) = answers::find(cx.tx, draft)? else {
        return Ok(());
    };
    let message = preview(cx, question, &draft)?;
    let reply_to = answers::message_of(cx.tx, draft.id)?.map(Target::Message);
    let placing = Placing {
        reply_to,
        slot: Some(preview_slot(draft.id)),
        about: about(question),
    };
    Ok(cx.send(draft.chat, Lane::Reply, message, placing)?)
}

/// The live preview shows how the draft is now.
pub(super) fn update_preview(cx: &mut Cx<'_, '_>, question: &Question, draft: AnswerId) -> Outcome {
    let Some(draft) = answers::find(cx.tx, draft)? else {
        return Ok(());
    };
    let message = preview(cx, question, &draft)?;
    put_in_place_of_preview(cx, question, &draft, message)
}

/// Something else stands where the preview was.
pub(super) fn put_in_place_of_preview(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    draft: &Answer,
    message: Message,
) -> Outcome {
    let target = Target::Slot(preview_slot(draft.id));
    Ok(cx.edit(draft.chat, Lane::Reply, target, message, about(question))?)
}

/// Who answered the question, where somebody did.
pub(super) fn answered_by(cx: &Cx<'_, '_>, question: &Question) -> Result<String, HandlerError> {
    let sent = answers::sent_for(cx.tx, question.id)?;
    Ok(sent.map(|answer| answer.author_name).unwrap_or_default())
}

/// The delegate changed the words of a reply: before the decision the preview follows, while the head looks
/// at it it is a draft again, and once it is sent the change is offered as a correction.
pub(super) fn edited(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    message: MessageId,
    written: &str,
) -> Outcome {
    let Some(answer) = answers::written_in(cx.tx, incoming.chat.id, message)? else {
        return Ok(());
    };
    let text = text::clean(written);
    if answer.author != incoming.person.id || text.is_empty() || text == answer.text {
        return Ok(());
    }
    let Some(question) = questions::find(cx.tx, answer.question)? else {
        return Ok(());
    };
    match answer.state {
        AnswerState::Draft => {}
        AnswerState::Submitted => approve_answer::work_on_again(cx, &question, &answer)?,
        AnswerState::Sent | AnswerState::Delivered | AnswerState::Undelivered => {
            let name = name_of(incoming);
            let author = (incoming.person.id, name.as_str());
            return correct_answer::begin(cx, &question, &answer, incoming.chat.id, author, &text);
        }
        AnswerState::Dropped | AnswerState::Note | AnswerState::Superseded => return Ok(()),
    }
    answers::rewrite(cx.tx, answer.id, &text)?;
    update_preview(cx, &question, answer.id)
}

/// The draft of a button, if the person who pressed wrote it and has not decided yet.
pub(super) fn draft_of_button(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, HandlerError> {
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

/// "Gửi cử tri".
pub(super) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    answer: AnswerId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, incoming, answer)? else {
        return Ok(());
    };
    let name = name_of(incoming);
    let by = (incoming.person.id, name.as_str());
    approve_answer::send(cx, member, by, &question, &draft)
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
