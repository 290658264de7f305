//! A reply to a card becomes a draft; its author says what it is: an answer to the resident or a note.
//!
//! What the answer still lacks is in [`crate::handlers::answer::complete`], the way past the head in
//! [`crate::handlers::answer::approve`], the way to the residents in [`crate::handlers::answer::deliver`].

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::{
        command::{self, Slash},
        incoming::RepliedTo,
        outgoing::{About, Act, Lane, Mark, Target, answer_of_slot, preview_slot},
    },
    domain::{
        answer::{Answer, AnswerState},
        attachment::{self, MAX_ATTACHMENTS, Media, Sent},
        code::QuestionCode,
        event::Event,
        ids::{AnswerId, MessageId},
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody},
        question::{
            Question, State,
            lifecycle::{self, Refusal},
        },
        text,
    },
    handlers::{
        HandlerError,
        answer::{approve, complete, correct, propose, together},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            marks, prompts, rights,
        },
    },
    messages::{
        Html, Message, Words, answer as say_answer, attachment as say_file, label, refusal, say,
        together as say_together,
    },
    store::{answer_media, answers, chats, questions},
};

/// What a delegate wrote or sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written<'a> {
    /// Their message.
    pub(crate) message: MessageId,
    /// The words, or those under the file.
    pub(crate) words: &'a str,
    /// The file.
    pub(crate) file: Option<&'a Sent>,
    /// The album it belongs to.
    pub(crate) album: Option<&'a str>,
}

/// Somebody replied to a message. Ours about a question, in the group that has it: it is a draft now.
pub(crate) fn replied(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    replied_to: &RepliedTo,
    written: Written<'_>,
) -> Outcome {
    let chat = actor.chat;
    let words = cx.group_words();
    if more_of_album(cx, actor, written)? {
        return Ok(());
    }
    let Some(question) = question_of(cx, actor, replied_to)? else {
        return Ok(());
    };
    if chats::body_of(cx.tx, chat)?.is_none() {
        return Ok(cx.reply(chat, Message::plain(say!(words, "not-linked")))?);
    }
    let Some(member) = rights::member(cx, actor)? else {
        let sentence = Html::text(&rights::refusal(cx, actor)?);
        return Ok(cx.reply(chat, Message::plain(sentence))?);
    };
    let refuse = |cx: &mut Cx<'_, '_>, html: Html| -> Outcome {
        let placing = Placing {
            reply_to: Some(Target::Message(written.message)),
            ..Placing::default()
        };
        Ok(cx.send(chat, Lane::Reply, Message::plain(html), placing)?)
    };
    let text = text::clean(written.words);
    let (media, unfit) = match written.file {
        None => (None, None),
        Some(Sent::Media(media)) => match attachment::check(media) {
            Ok(()) => (Some(media), None),
            Err(unfit) => (None, Some(say_file::unfit(words, &unfit).html)),
        },
        Some(Sent::Contact { .. } | Sent::Other) => (None, Some(say!(words, "reply-cannot-go"))),
    };
    if let Some(unfit) = unfit {
        refuse(cx, unfit)?;
        if text.is_empty() {
            return Ok(());
        }
    }
    if text.is_empty() && media.is_none() {
        return refuse(cx, say!(words, "reply-too-short"));
    }
    if *member.body() != question.body {
        let refused = Refusal::WithAnotherBody {
            body: question.body,
        };
        return refuse(cx, Html::text(&refusal::sentence(words, &refused)));
    }
    if let Some(draft) = draft_replied_to(cx, actor, replied_to)? {
        match media {
            Some(media) if text.is_empty() => {
                return enclose(cx, &question, &draft, written.message, media);
            }
            None if complete::from_reply(cx, &question, &draft, &text)? => return Ok(()),
            _ => {}
        }
    }
    let draft = begin(cx, actor, &question, written.message, &text)?;
    if let Some(media) = media {
        answer_media::add(cx.tx, draft.id, written.message, media)?;
        if let Some(album) = written.album {
            answers::set_album(cx.tx, draft.id, album)?;
        }
    }
    show_preview(cx, &question, draft.id)
}

/// Keeps a draft.
pub(crate) fn begin(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    message: MessageId,
    text: &str,
) -> Result<Answer, HandlerError> {
    let written_in = (actor.chat, message);
    let draft = answers::write(cx.tx, question.id, written_in, actor.named(), text, cx.now)?;
    let draft = propose::propose(cx, draft);
    answers::save_draft(cx.tx, &draft)?;
    Ok(draft)
}

/// A file without words in reply to a preview of one's own goes with that answer.
fn draft_replied_to(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    replied_to: &RepliedTo,
) -> Result<Option<Answer>, HandlerError> {
    let slot = chats::slot_of_message(cx.tx, actor.chat, replied_to.message)?;
    let Some(id) = slot.as_deref().and_then(answer_of_slot) else {
        return Ok(None);
    };
    let draft = answers::find(cx.tx, id)?;
    Ok(draft.filter(|draft| draft.state == AnswerState::Draft && draft.author == actor.user))
}

/// Another file of an album whose first one became a draft: it goes with it. Telegram does not say of every
/// one that it is a reply.
pub(crate) fn more_of_album(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    written: Written<'_>,
) -> Result<bool, HandlerError> {
    let (Some(album), Some(Sent::Media(media))) = (written.album, written.file) else {
        return Ok(false);
    };
    let (chat, author) = (actor.chat, actor.user);
    let Some(draft) = answers::of_album(cx.tx, chat, author, album)? else {
        return Ok(false);
    };
    let Some(question) = questions::find(cx.tx, draft.question)? else {
        return Ok(false);
    };
    if draft.state != AnswerState::Draft {
        return Ok(true);
    }
    let more = text::clean(written.words);
    if !more.is_empty() {
        let longer = format!("{}\n{more}", draft.text);
        propose::rewrite(cx, &draft, longer.trim())?;
        update_preview(cx, &question, draft.id)?;
    }
    if let Err(unfit) = attachment::check(media) {
        let html = say_file::unfit(cx.group_words(), &unfit).html;
        cx.reply(chat, Message::plain(html))?;
        return Ok(true);
    }
    enclose(cx, &question, &draft, written.message, media)?;
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
pub(crate) fn question_of(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    replied_to: &RepliedTo,
) -> Result<Option<Question>, HandlerError> {
    if let Some(id) = chats::question_of_message(cx.tx, actor.chat, replied_to.message)? {
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
pub(crate) fn preview(
    cx: &Cx<'_, '_>,
    question: &Question,
    draft: &Answer,
) -> Result<Message, HandlerError> {
    let words = cx.group_words();
    let refused = match question.state {
        state if state.is_with_body() => {
            let today = cx.council.local_date(cx.now);
            let mut preview = say_answer::preview(words, question, draft, today);
            let others = together::chosen(cx, question)?;
            if let Some(also) = say_together::also_for(words, &others) {
                preview.html = Html::paragraphs([preview.html, also]);
            }
            return Ok(preview);
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
pub(crate) fn show_preview(cx: &mut Cx<'_, '_>, question: &Question, draft: AnswerId) -> Outcome {
    let Some(draft) = answers::find(cx.tx, draft)? else {
        return Ok(());
    };
    let message = preview(cx, question, &draft)?;
    // One that waited for the head, or for its author, is over.
    if chats::message_in_slot(cx.tx, draft.chat, &preview_slot(draft.id))?.is_some() {
        let target = Target::Slot(preview_slot(draft.id));
        cx.put(draft.chat, Lane::Reply, Act::Remove { target })?;
    }
    let reply_to = answers::message_of(cx.tx, draft.id)?.map(Target::Message);
    let placing = Placing {
        reply_to,
        slot: Some(preview_slot(draft.id)),
        about: About::question(question.id),
    };
    cx.send(draft.chat, Lane::Reply, message, placing)?;
    let may_become_one = question.state.is_with_body();
    marks::on_words(cx, &draft, may_become_one.then_some(Mark::Drafting))
}

/// The live preview shows how the draft is now.
pub(crate) fn update_preview(cx: &mut Cx<'_, '_>, question: &Question, draft: AnswerId) -> Outcome {
    let Some(draft) = answers::find(cx.tx, draft)? else {
        return Ok(());
    };
    let message = preview(cx, question, &draft)?;
    put_in_place_of_preview(cx, question, &draft, message)
}

/// Something else stands where the preview was.
pub(crate) fn put_in_place_of_preview(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    draft: &Answer,
    message: Message,
) -> Outcome {
    let target = Target::Slot(preview_slot(draft.id));
    Ok(cx.edit(
        draft.chat,
        Lane::Reply,
        target,
        message,
        About::question(question.id),
    )?)
}

/// Who answered the question, where somebody did.
pub(crate) fn answered_by(
    cx: &Cx<'_, '_>,
    question: &Question,
) -> Result<Option<String>, HandlerError> {
    let sent = answers::sent_for(cx.tx, question.id)?;
    Ok(sent.map(|answer| answer.author_name))
}

/// The delegate changed the words of a reply: before the decision the preview follows, while the head looks
/// at it it is a draft again, and once it is sent the change is offered as a correction.
pub(crate) fn edited(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    message: MessageId,
    written: &str,
) -> Outcome {
    let Some(answer) = answers::written_in(cx.tx, actor.chat, message)? else {
        return Ok(());
    };
    let text = text::clean(written);
    if answer.author != actor.user || text.is_empty() || text == answer.text {
        return Ok(());
    }
    if let Some(Slash::Known(..)) = command::parse(written, &cx.facts.bot().username) {
        let sentence = Message::plain(say!(cx.group_words(), "edited-into-command"));
        return Ok(cx.reply(actor.chat, sentence)?);
    }
    let Some(question) = questions::find(cx.tx, answer.question)? else {
        return Ok(());
    };
    match answer.state {
        AnswerState::Draft => {}
        AnswerState::Submitted => approve::work_on_again(cx, &question, &answer)?,
        AnswerState::Sent | AnswerState::Delivered | AnswerState::Undelivered => {
            return correct::begin(cx, &question, &answer, actor, &text);
        }
        AnswerState::Dropped | AnswerState::Note | AnswerState::Superseded => return Ok(()),
    }
    propose::rewrite(cx, &answer, &text)?;
    update_preview(cx, &question, answer.id)
}

/// The draft of a button, if the person who pressed wrote it and has not decided yet.
pub(crate) fn draft_of_button(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
) -> Result<Option<(Answer, Question)>, HandlerError> {
    let words = cx.group_words();
    let found = answers::find(cx.tx, answer)?.filter(|found| found.chat == actor.chat);
    let Some(draft) = found else {
        cx.old_button(words);
        return Ok(None);
    };
    if ![actor.user, ANONYMOUS_ADMINISTRATOR].contains(&draft.author) {
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
pub(crate) fn send(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    approve::send(cx, member, actor, &question, &draft)
}

/// "Ghi nội bộ": nobody outside the group sees it.
pub(crate) fn keep_note(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let words = cx.group_words();
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
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
    marks::on_words(cx, &draft, None)?;
    prompts::take_away_of_draft(cx, question.id, draft.id)?;
    let by = actor.by();
    let event = Event::NoteKept { answer: draft.id };
    let question = cx.does(Deed::new(question, event, by))?;
    let noted = Message::plain(say_answer::noted(words, &question, &draft));
    Ok(cx.replace(actor.chat, shown, noted)?)
}

/// "Hủy" under a preview.
pub(crate) fn drop(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: AnswerId,
    shown: MessageId,
) -> Outcome {
    let Some((draft, question)) = draft_of_button(cx, actor, answer)? else {
        return Ok(());
    };
    answers::move_to(cx.tx, draft.id, AnswerState::Dropped, cx.now)?;
    marks::on_words(cx, &draft, None)?;
    prompts::take_away_of_draft(cx, question.id, draft.id)?;
    let dropped = Message::plain(say_answer::dropped(cx.group_words(), &question));
    Ok(cx.replace(actor.chat, shown, dropped)?)
}

/// Somebody pressed a button of a body without acting for it.
pub(crate) fn refuse_outsider(cx: &mut Cx<'_, '_>, words: Words<'_>) {
    cx.alert(label!(words, "refuse-not-member"));
}
