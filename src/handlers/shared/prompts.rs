//! Asking somebody for words, in a group or in private, and what becomes of the words.
//!
//! In a group only replies to our own messages reach us, so the question is a message to reply to, with buttons for what
//! is said most and for leaving it. Only the person it names counts. Whoever handles the words checks rights and states
//! again: time has passed. Once the words are here, or nothing can be done with them any more, the message goes.

use jiff::civil::Date;

use crate::{
    chat::outgoing::{About, Act, InlineButton, Keyboard, Lane, Target, prompt_slot},
    domain::{
        attachment::Sent,
        conversation::Conversation,
        ids::{AnswerId, MessageId, PromptId, QuestionId},
        prompt::Prompt,
        question::Question,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Html, Message, keyboard, prompt as say_prompt},
    store::{
        conversations,
        prompts::{self, Asked},
    },
};

/// The words that a prompt asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reply<'a> {
    /// Who wrote them, and where.
    pub(crate) actor: &'a Actor,
    /// Their message.
    pub(crate) message: MessageId,
    /// About which question.
    pub(crate) question: Option<QuestionId>,
    /// The words, cleaned; never empty, unless a file was sent and the prompt takes files.
    pub(crate) text: &'a str,
    /// The file they came with.
    pub(crate) file: Option<&'a Sent>,
}

/// Asks whoever acts for words, where they act. `words` says what for; in a group their name goes in front, and below
/// stand ready-made words and the way out.
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: Prompt,
    question: Option<QuestionId>,
    words: Html,
) -> Outcome {
    offer(cx, actor, prompt, question, words, None)
}

/// The same, with other buttons to press instead of writing.
pub(crate) fn ask_or_press(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: Prompt,
    question: Option<QuestionId>,
    words: Html,
    rows: Vec<Vec<InlineButton>>,
) -> Outcome {
    if actor.chat.is_private() {
        let waits = Conversation::Asked { prompt, question };
        conversations::set(cx.tx, actor.user, &waits, cx.now)?;
        let with_cancel = keyboard::with_cancel(actor.words(cx), words);
        return asked::put(cx, actor, with_more(with_cancel, rows));
    }
    let (slot, message) = in_group(cx, actor, &prompt, question, words, None)?;
    let placing = Placing {
        slot: Some(slot),
        about: About {
            question,
            ..About::default()
        },
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, with_more(message, rows), placing)?)
}

/// The buttons above those that are there.
fn with_more(message: Message, mut rows: Vec<Vec<InlineButton>>) -> Message {
    if let Some(Keyboard::Inline(last)) = message.keyboard {
        rows.extend(last);
    }
    Message::with(message.html, Keyboard::Inline(rows))
}

/// A clerk pressed instead of writing the form of a new meeting: it is not waited for any more.
pub(crate) fn forget_meeting(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if actor.chat.is_private() {
        return Ok(conversations::clear(cx.tx, actor.user)?);
    }
    for asked in prompts::open_of(cx.tx, actor.user, actor.chat)? {
        if matches!(asked.prompt, Prompt::Meeting(_)) {
            prompts::close(cx.tx, asked.id, cx.now)?;
        }
    }
    Ok(())
}

/// The same where a day is wanted, later than `after`: some stand below.
pub(crate) fn ask_day(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: Prompt,
    question: Option<QuestionId>,
    words: Html,
    after: Date,
) -> Outcome {
    offer(cx, actor, prompt, question, words, Some(after))
}

fn offer(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: Prompt,
    question: Option<QuestionId>,
    words: Html,
    after: Option<Date>,
) -> Outcome {
    if actor.chat.is_private() {
        let waits = Conversation::Asked { prompt, question };
        conversations::set(cx.tx, actor.user, &waits, cx.now)?;
        let message = match &waits {
            Conversation::Asked {
                prompt: Prompt::Meeting(_),
                ..
            } => keyboard::with_cancel(actor.words(cx), words),
            _ => Message::plain(words),
        };
        return asked::put(cx, actor, message);
    }
    let (slot, message) = in_group(cx, actor, &prompt, question, words, after)?;
    let placing = Placing {
        slot: Some(slot),
        about: About {
            question,
            ..About::default()
        },
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}

/// What is asked in a group: the name of the message and what it says.
fn in_group(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: &Prompt,
    question: Option<QuestionId>,
    words: Html,
    after: Option<Date>,
) -> Result<(String, Message), HandlerError> {
    // Asked for something else about the same matter, nobody answers what was asked before.
    for before in prompts::open_of(cx.tx, actor.user, actor.chat)? {
        if before.question == question {
            take_away(cx, &before)?;
        }
    }
    let id = prompts::keep(cx.tx, (actor.user, actor.chat), question, prompt, cx.now)?;
    let message = shown(cx, actor, (id, prompt), words, after, 0);
    Ok((prompt_slot(id), message))
}

/// The message that asks; `chosen` of the ready-made words go with a day.
pub(crate) fn shown(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    (id, prompt): (PromptId, &Prompt),
    words: Html,
    after: Option<Date>,
    chosen: u8,
) -> Message {
    let group = cx.group_words();
    let named = say_prompt::in_group(group, (actor.user, &actor.name), words);
    let rows = say_prompt::rows(group, id, prompt, after, chosen);
    Message::with(named, Keyboard::Inline(rows))
}

/// Nobody is asked for it any more: the message that asks goes.
pub(crate) fn take_away(cx: &mut Cx<'_, '_>, asked: &Asked) -> Outcome {
    prompts::close(cx.tx, asked.id, cx.now)?;
    if let Some(chat) = asked.chat {
        let target = Target::Slot(prompt_slot(asked.id));
        cx.put(chat, Lane::Reply, Act::Remove { target })?;
    }
    Ok(())
}

/// The question is another one now: what can no longer be done with it is not asked for.
pub(crate) fn take_away_over(cx: &mut Cx<'_, '_>, question: &Question, has_moved: bool) -> Outcome {
    for asked in prompts::open_about(cx.tx, question.id)? {
        if asked.prompt.is_over(question, has_moved) {
            take_away(cx, &asked)?;
        }
    }
    Ok(())
}

/// A draft is decided on: nobody is asked for its fact any more.
pub(crate) fn take_away_of_draft(
    cx: &mut Cx<'_, '_>,
    question: QuestionId,
    draft: AnswerId,
) -> Outcome {
    for asked in prompts::open_about(cx.tx, question)? {
        if asked.prompt.is_of_draft(draft) {
            take_away(cx, &asked)?;
        }
    }
    Ok(())
}
