//! Asking somebody for words, in a group or in private, and what becomes of the words.
//!
//! In a group only replies to our own messages reach us, so the question is a message that opens the reply on the
//! phone of the person it names. Only that person's reply counts. Whoever handles the words checks rights and states
//! again: time has passed.

use super::{
    Incoming, answering, card_deeds,
    context::{Cx, Outcome, Placing},
    enter_question, put_off_reminder, rights, tell_on_paper, triage,
};
use crate::{
    chat::outgoing::{About, Keyboard, Lane, prompt_of_slot, prompt_slot},
    domain::{
        attachment::Sent,
        conversation::Conversation,
        ids::{ChatId, MessageId, QuestionId, UserId},
        prompt::{AnsweringPrompt, ClockPrompt, Prompt, ProxyPrompt},
        text,
    },
    messages::{Html, Message, say},
    store::{chats, conversations, prompts},
};

/// Who wrote the words that a prompt asked for, and where.
#[derive(Debug, Clone)]
pub(super) struct Reply<'a> {
    /// Who.
    pub(super) person: UserId,
    /// Their name, as the group knows it.
    pub(super) name: String,
    /// Where: a group or their private chat.
    pub(super) chat: ChatId,
    /// Their message.
    pub(super) message: MessageId,
    /// About which question.
    pub(super) question: Option<QuestionId>,
    /// The words, cleaned; never empty, unless a file was sent and the prompt takes files.
    pub(super) text: &'a str,
    /// The file they came with.
    pub(super) file: Option<&'a Sent>,
}

/// Asks `person` for words, in `chat`. `words` says what for; in a group their name goes in front.
pub(super) fn ask(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    person: (UserId, &str),
    prompt: Prompt,
    question: Option<QuestionId>,
    words: Html,
) -> Outcome {
    if chat.is_private() {
        let waits = Conversation::Asked { prompt, question };
        conversations::set(cx.tx, person.0, &waits, cx.now)?;
        return Ok(cx.reply(chat, Message::plain(words))?);
    }
    let id = prompts::keep(cx.tx, person.0, question, &prompt, cx.now)?;
    let named = Html::lines([Html::mention(person.0, person.1), words]);
    let placing = Placing {
        slot: Some(prompt_slot(id)),
        about: About {
            question,
            answer: None,
        },
        ..Placing::default()
    };
    let message = Message::with(named, Keyboard::Reply);
    Ok(cx.send(chat, Lane::Reply, message, placing)?)
}

/// A reply in a group: `true` if it was to a prompt, and is done with.
pub(super) fn replied_in_group(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    message: MessageId,
    replied_to: MessageId,
    (written, file): (&str, Option<&Sent>),
) -> Result<bool, super::HandlerError> {
    let slot = chats::slot_of_message(cx.tx, incoming.chat.id, replied_to)?;
    let Some(id) = slot.as_deref().and_then(prompt_of_slot) else {
        return Ok(false);
    };
    let Some(asked) = prompts::find(cx.tx, id)? else {
        return Ok(false);
    };
    if asked.of != incoming.person.id || asked.is_answered {
        return Ok(true);
    }
    if rights::member(cx, incoming)?.is_none() {
        prompts::close(cx.tx, id, cx.now)?;
        let sentence = Html::text(&rights::refusal(cx, incoming)?);
        cx.reply(incoming.chat.id, Message::plain(sentence))?;
        return Ok(true);
    }
    let text = text::clean(written);
    let takes_file = matches!(asked.prompt, Prompt::Answering(AnsweringPrompt::Report(_)));
    if text.is_empty() && !(takes_file && matches!(file, Some(Sent::Media(_)))) {
        let words = cx.group_words();
        cx.reply(
            incoming.chat.id,
            Message::plain(say!(words, "prompt-words-only")),
        )?;
        return Ok(true);
    }
    prompts::close(cx.tx, id, cx.now)?;
    let reply = Reply {
        person: incoming.person.id,
        name: text::truncate_utf16(&text::clean(&incoming.person.name), 64),
        chat: incoming.chat.id,
        message,
        question: asked.question,
        text: &text,
        file,
    };
    answered(cx, asked.prompt, &reply)?;
    Ok(true)
}

/// The words that were asked for are here.
pub(super) fn answered(cx: &mut Cx<'_, '_>, prompt: Prompt, reply: &Reply<'_>) -> Outcome {
    match prompt {
        Prompt::Triage(prompt) => triage::answered(cx, &prompt, reply),
        Prompt::Case(prompt) => card_deeds::answered(cx, prompt, reply),
        Prompt::Clock(ClockPrompt::PutOff) => put_off_reminder::answered(cx, reply),
        Prompt::Answering(prompt) => answering::answered(cx, prompt, reply),
        Prompt::Proxy(ProxyPrompt::Words { entry, step }) => {
            enter_question::wrote(cx, reply, entry, step)
        }
        Prompt::Proxy(ProxyPrompt::Reply) => tell_on_paper::wrote_reply(cx, reply),
    }
}
