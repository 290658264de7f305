//! The wish to speak at a meeting, with its topic.

use super::{
    context::{Cx, Outcome},
    give_seats::update_ticket,
    register_for_meeting::of_button,
};
use crate::{
    domain::{
        conversation::Conversation,
        ids::{MeetingCode, MessageId},
        meeting::{
            registration::{MAX_TOPIC, Planned, Registration},
            seats::Standing,
        },
        resident::Resident,
        text,
    },
    messages::{Message, label, say, ticket as say_ticket},
    store::{conversations, registrations},
};

/// "Muốn phát biểu": noted at once; the topic may follow.
pub(super) fn wish(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    registrations::wish_to_speak(cx.tx, mine.id, Some(mine.topic.as_deref()))?;
    let waits = Conversation::NamingTopic(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let mine = Registration {
        wishes_to_speak: true,
        ..mine
    };
    update(cx, resident, &planned, &mine)?;
    let message = say_ticket::ask_topic(cx.words(resident.language), &planned.meeting.code);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// The topic was typed.
pub(super) fn name_topic(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    conversations::clear(cx.tx, resident.id)?;
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    let topic = text::truncate_utf16(&text::clean(typed), MAX_TOPIC);
    let topic = (!topic.is_empty()).then_some(topic);
    registrations::wish_to_speak(cx.tx, mine.id, Some(topic.as_deref()))?;
    let mine = Registration {
        wishes_to_speak: true,
        topic,
        ..mine
    };
    update(cx, resident, &planned, &mine)?;
    noted(cx, resident)
}

/// "Bỏ qua": no topic.
pub(super) fn skip_topic(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    shown: MessageId,
) -> Outcome {
    if conversations::find(cx.tx, resident.id)? == Some(Conversation::NamingTopic(code.clone())) {
        conversations::clear(cx.tx, resident.id)?;
    }
    let words = cx.words(resident.language);
    let message = Message::plain(say!(words, "topic-noted"));
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// "Thôi phát biểu".
pub(super) fn stay_silent(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, mine)) = of_button(cx, resident, code)? else {
        return Ok(());
    };
    registrations::wish_to_speak(cx.tx, mine.id, None)?;
    let mine = Registration {
        wishes_to_speak: false,
        topic: None,
        ..mine
    };
    let words = cx.words(resident.language);
    cx.toast(label!(words, "toast-done"));
    update(cx, resident, &planned, &mine)
}

fn update(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    planned: &Planned,
    mine: &Registration,
) -> Outcome {
    if mine.standing == Standing::Seated {
        let ticket = say_ticket::ticket(cx.words(resident.language), planned, mine);
        update_ticket(cx, mine, ticket)?;
    }
    Ok(())
}

fn noted(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let words = cx.words(resident.language);
    let message = Message::plain(say!(words, "topic-noted"));
    Ok(cx.reply(resident.id.private_chat(), message)?)
}
