//! Words that were asked for are here: which step they go on with.

use crate::{
    chat::{button::WaitingButton, outgoing::prompt_of_slot},
    domain::{
        attachment::Sent,
        ids::MessageId,
        prompt::{BroadcastPrompt, ClockPrompt, Prompt, ProxyPrompt},
        said_day, text,
    },
    handlers::{
        HandlerError,
        card::deeds,
        clock::{issue, put_off},
        consult,
        doors::buttons,
        office,
        paper::{enter, tell},
        people::request_desk,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::{self, Reply},
            rights,
        },
        triage::desk,
    },
    messages::{Html, Message, label, prompt as say_prompt, say},
    store::{chats, entries, prompts as rows, questions},
};

/// Whether what it asks for can no longer be done: whoever replies all the same, because somebody else was quicker, is told
/// so.
fn is_overtaken(cx: &Cx<'_, '_>, actor: &Actor, asked: &rows::Asked) -> Result<bool, HandlerError> {
    let Some(question) = asked.question else {
        return Ok(false);
    };
    let here = chats::body_of(cx.tx, actor.chat)?;
    Ok(questions::find(cx.tx, question)?.is_some_and(|question| {
        let has_moved = here.as_ref() != Some(&question.body);
        asked.prompt.is_over(&question, has_moved)
    }))
}

/// A reply in a group: `true` if it was to a prompt, and is done with.
pub(crate) fn replied_in_group(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    message: MessageId,
    replied_to: MessageId,
    (written, file): (&str, Option<&Sent>),
) -> Result<bool, HandlerError> {
    let slot = chats::slot_of_message(cx.tx, actor.chat, replied_to)?;
    let Some(id) = slot.as_deref().and_then(prompt_of_slot) else {
        return Ok(false);
    };
    let Some(asked) = rows::find(cx.tx, id)? else {
        return Ok(false);
    };
    if asked.of != actor.user || (asked.is_answered && !is_overtaken(cx, actor, &asked)?) {
        return Ok(true);
    }
    if rights::member(cx, actor)?.is_none() {
        prompts::take_away(cx, &asked)?;
        let sentence = Html::text(&rights::refusal(cx, actor)?);
        cx.reply(actor.chat, Message::plain(sentence))?;
        return Ok(true);
    }
    let text = text::clean(written);
    let takes_file = asked.prompt.takes_file()
        || matches!(asked.prompt, Prompt::Broadcast(BroadcastPrompt::Text(_)));
    if text.is_empty() && !(takes_file && matches!(file, Some(Sent::Media(_)))) {
        let words = cx.group_words();
        cx.reply(actor.chat, Message::plain(say!(words, "prompt-words-only")))?;
        return Ok(true);
    }
    prompts::take_away(cx, &asked)?;
    let reply = Reply {
        actor,
        message,
        question: asked.question,
        text: &text,
        file,
    };
    answered(cx, asked.prompt, &reply)?;
    Ok(true)
}

/// The words that were asked for are here.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, prompt: Prompt, reply: &Reply<'_>) -> Outcome {
    match prompt {
        Prompt::Triage(prompt) => desk::answered(cx, &prompt, reply),
        Prompt::Case(prompt) => deeds::answered(cx, prompt, reply),
        Prompt::Clock(ClockPrompt::PutOff) => put_off::answered(cx, reply),
        Prompt::Clock(ClockPrompt::Issue(paper)) => issue::answered(cx, reply, paper),
        Prompt::Answering(prompt) => buttons::answer::answered(cx, prompt, reply),
        Prompt::Proxy(ProxyPrompt::Words { entry, step }) => enter::wrote(cx, reply, entry, step),
        Prompt::Proxy(ProxyPrompt::Reply) => tell::wrote_reply(cx, reply),
        Prompt::Data(prompt) => request_desk::answered(cx, prompt, reply),
        Prompt::Broadcast(prompt) => office::broadcast::answered(cx, prompt, reply),
        Prompt::Consult(prompt) => consult::answered(cx, prompt, reply),
        Prompt::Meeting(prompt) => buttons::organise::answered(cx, prompt, reply),
    }
}

/// A button under what somebody was asked for.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: WaitingButton) -> Outcome {
    let words = cx.group_words();
    let (Some(asked), Some(message)) = (rows::find(cx.tx, button.prompt())?, actor.shown()) else {
        cx.old_button(words);
        return Ok(());
    };
    if asked.is_answered {
        cx.old_button(words);
        return prompts::take_away(cx, &asked);
    }
    if asked.of != actor.user {
        cx.alert(label!(words, "prompt-not-yours"));
        return Ok(());
    }
    let (number, day) = match button {
        WaitingButton::Leave(_) => {
            cx.toast(label!(words, "prompt-left"));
            return prompts::take_away(cx, &asked);
        }
        WaitingButton::Say(_, number) if say_prompt::wants_day_too(&asked.prompt) => {
            return choose(cx, actor, &asked, number);
        }
        WaitingButton::Say(_, number) => (number, None),
        WaitingButton::Day(_, day, number) => (number, said_day::day_of(day)),
    };
    let Some(text) = say_prompt::said(words, &asked.prompt, number, day) else {
        cx.old_button(words);
        return Ok(());
    };
    prompts::take_away(cx, &asked)?;
    let actor = &actor.anew();
    let reply = Reply {
        actor,
        message,
        question: asked.question,
        text: &text,
        file: None,
    };
    answered(cx, asked.prompt, &reply)
}

/// Other ready-made words go with the day.
fn choose(cx: &mut Cx<'_, '_>, actor: &Actor, asked: &rows::Asked, number: u8) -> Outcome {
    let (Prompt::Case(prompt), Some(question)) = (&asked.prompt, asked.question) else {
        return Ok(());
    };
    let Some(question) = questions::find(cx.tx, question)? else {
        return Ok(());
    };
    let Some((html, after)) = deeds::asks_for(cx, prompt, &question) else {
        return Ok(());
    };
    let asks = (asked.id, &asked.prompt);
    let message = prompts::shown(cx, actor, asks, html, after, number);
    actor.show(cx, message)
}

/// `/huy` in a group: whoever writes it is asked for nothing any more.
pub(crate) fn leave_all(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let asked = rows::open_of(cx.tx, actor.user, actor.chat)?;
    for one in &asked {
        prompts::take_away(cx, one)?;
    }
    let entry = entries::of(cx.tx, actor.user, actor.chat)?;
    let was_asked = !asked.is_empty() || entry.is_some();
    if let Some(entry) = entry {
        entries::remove(cx.tx, entry.id)?;
    }
    let words = cx.group_words();
    let html = if was_asked {
        say!(words, "prompt-left")
    } else {
        say!(words, "nothing-to-cancel")
    };
    Ok(cx.reply(actor.chat, Message::plain(html))?)
}
