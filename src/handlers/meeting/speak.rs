//! The wish to speak at a meeting, with its topic.

use crate::{
    domain::{
        conversation::Conversation,
        ids::MeetingCode,
        meeting::{
            registration::{MAX_TOPIC, Planned, Registration},
            seats::Standing,
        },
        text,
    },
    handlers::{
        meeting::{register::of_button, seats::update_ticket},
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, label, say, ticket as say_ticket},
    store::{conversations, registrations},
};

/// "Muốn phát biểu": noted at once; the topic may follow.
pub(crate) fn wish(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    registrations::wish_to_speak(cx.tx, mine.id, mine.topic.as_deref())?;
    let waits = Conversation::NamingTopic(planned.meeting.code.clone());
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let mine = Registration {
        wishes_to_speak: true,
        ..mine
    };
    update(cx, actor, &planned, &mine)?;
    let message = say_ticket::ask_topic(actor.words(cx), &planned.meeting.code);
    asked::put(cx, actor, message)
}

/// The topic was typed.
pub(crate) fn name_topic(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    conversations::clear(cx.tx, actor.user)?;
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    let topic = text::truncate_utf16(&text::clean(typed), MAX_TOPIC);
    let topic = (!topic.is_empty()).then_some(topic);
    registrations::wish_to_speak(cx.tx, mine.id, topic.as_deref())?;
    let mine = Registration {
        wishes_to_speak: true,
        topic,
        ..mine
    };
    update(cx, actor, &planned, &mine)?;
    noted(cx, actor)
}

/// "Bỏ qua": no topic.
pub(crate) fn skip_topic(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    if conversations::find(cx.tx, actor.user)? == Some(Conversation::NamingTopic(code.clone())) {
        conversations::clear(cx.tx, actor.user)?;
    }
    asked::close(cx, actor)?;
    let words = actor.words(cx);
    let message = Message::plain(say!(words, "topic-noted"));
    actor.show(cx, message)
}

/// "Thôi phát biểu".
pub(crate) fn stay_silent(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, actor, code)? else {
        return Ok(());
    };
    registrations::stay_silent(cx.tx, mine.id)?;
    let mine = Registration {
        wishes_to_speak: false,
        topic: None,
        ..mine
    };
    let words = actor.words(cx);
    cx.toast(label!(words, "toast-done"));
    update(cx, actor, &planned, &mine)
}

fn update(cx: &mut Cx<'_, '_>, actor: &Actor, planned: &Planned, mine: &Registration) -> Outcome {
    if mine.standing == Standing::Seated {
        let ticket = say_ticket::ticket(actor.words(cx), planned, mine);
        update_ticket(cx, mine, ticket)?;
    }
    Ok(())
}

fn noted(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    let message = Message::plain(say!(words, "topic-noted"));
    Ok(cx.reply(actor.chat, message)?)
}
