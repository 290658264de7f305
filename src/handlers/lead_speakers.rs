//! The list of speakers at a meeting, for those at the door and the clerk beside the chair: who is next, who has
//! spoken, who is passed over, somebody from the floor. In private only.

use super::{
    HandlerError,
    check_in::{door, record_view},
    context::{Cx, Outcome},
};
use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::{MeetingCode, MessageId, SpeakerId},
        meeting::{
            registration::Planned,
            speakers::{MAX_NAME, Turn},
        },
        resident::Resident,
        text,
    },
    messages::{Message, keyboard, label, say, speakers as say_speakers},
    store::{conversations, opinions, speakers},
};

/// The list as it is now, in place of what was shown.
pub(super) fn show(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    shown: MessageId,
) -> Outcome {
    let Some((planned, who)) = door(cx, resident, code)? else {
        return Ok(());
    };
    record_view(cx, &planned, who)?;
    let list = list(cx, resident, &planned)?;
    Ok(cx.replace(resident.id.private_chat(), shown, list)?)
}

/// The next one has spoken, or is passed over. When another clerk was faster, the list just shows it.
pub(super) fn call(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    id: SpeakerId,
    turn: Turn,
    shown: MessageId,
) -> Outcome {
    let Some(speaker) = speakers::find(cx.tx, id)? else {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let Some((planned, who)) = door(cx, resident, &speaker.meeting)? else {
        return Ok(());
    };
    if speakers::call(cx.tx, id, turn, who.user(), cx.now)? {
        let called = Event::SpeakerCalled {
            meeting: planned.meeting.code.clone(),
            turn,
        };
        cx.record(&called, Some(who.user()), None)?;
    }
    let list = list(cx, resident, &planned)?;
    Ok(cx.replace(resident.id.private_chat(), shown, list)?)
}

/// Somebody from the floor: who?
pub(super) fn ask_name(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = door(cx, resident, code)? else {
        return Ok(());
    };
    let waits = Conversation::NamingSpeaker(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let words = cx.words(resident.language);
    let html = say!(words, "speaker-name-ask");
    Ok(cx.reply(
        resident.id.private_chat(),
        keyboard::with_cancel(words, html),
    )?)
}

/// The name was typed.
pub(super) fn name(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    conversations::clear(cx.tx, resident.id)?;
    let Some((planned, _)) = door(cx, resident, code)? else {
        return Ok(());
    };
    let name = text::truncate_utf16(&text::clean(typed), MAX_NAME);
    if !name.is_empty() {
        speakers::add(cx.tx, &planned.meeting.code, &name)?;
    }
    let list = list(cx, resident, &planned)?;
    Ok(cx.reply(resident.id.private_chat(), list)?)
}

fn list(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    planned: &Planned,
) -> Result<Message, HandlerError> {
    let code = &planned.meeting.code;
    speakers::take_up(cx.tx, code)?;
    let all = speakers::all(cx.tx, code)?;
    let recorded = opinions::of_meeting(cx.tx, code)?;
    let words = cx.words(resident.language);
    Ok(say_speakers::list(words, code, &all, &recorded))
}
