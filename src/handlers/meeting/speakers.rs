//! The list of speakers at a meeting, for those at the door and the clerk beside the chair: who is next, who has
//! spoken, who is passed over, somebody from the floor. Names in private; a group reads initials.

use crate::{
    domain::{
        event::Event,
        ids::{MeetingCode, SpeakerId},
        meeting::{registration::Planned, speakers::Turn},
        prompt::MeetingPrompt,
    },
    handlers::{
        HandlerError,
        meeting::{access::door, check_in::record_view, plan},
        shared::{
            actor::{Actor, name_of_speaker},
            cx::{Cx, Outcome},
            prompts::Reply,
        },
    },
    messages::{Message, Naming, say, speakers as say_speakers},
    store::{opinions, speakers},
};

/// The list as it is now, in place of what was shown.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, who)) = door(cx, actor, code)? else {
        return Ok(());
    };
    if actor.chat.is_private() {
        record_view(cx, &planned, who)?;
    }
    let list = list(cx, actor, &planned)?;
    actor.show(cx, list)
}

/// The next one has spoken, or is passed over. When another clerk was faster, the list just shows it.
pub(crate) fn call(cx: &mut Cx<'_, '_>, actor: &Actor, id: SpeakerId, turn: Turn) -> Outcome {
    let Some(speaker) = speakers::find(cx.tx, id)? else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let Some((planned, who)) = door(cx, actor, &speaker.meeting)? else {
        return Ok(());
    };
    if speakers::call(cx.tx, id, turn, who.user(), cx.now)? {
        let called = Event::SpeakerCalled {
            meeting: planned.meeting.code.clone(),
            turn,
        };
        cx.record(&called, Some(who.user()), None)?;
    }
    let list = list(cx, actor, &planned)?;
    actor.show(cx, list)
}

/// The next one has the floor: the clock runs.
pub(crate) fn begins(cx: &mut Cx<'_, '_>, actor: &Actor, id: SpeakerId) -> Outcome {
    let Some(speaker) = speakers::find(cx.tx, id)? else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let Some((planned, _)) = door(cx, actor, &speaker.meeting)? else {
        return Ok(());
    };
    speakers::begins(cx.tx, id, cx.now)?;
    let list = list(cx, actor, &planned)?;
    actor.show(cx, list)
}

/// Somebody from the floor: who?
pub(crate) fn ask_name(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = door(cx, actor, code)? else {
        return Ok(());
    };
    let html = say!(actor.words(cx), "speaker-name-ask");
    let prompt = MeetingPrompt::NameSpeaker(planned.meeting.code);
    plan::ask(cx, actor, prompt, html)
}

/// The name was typed.
pub(crate) fn name(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: &MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some((planned, _)) = door(cx, actor, code)? else {
        return Ok(());
    };
    let name = name_of_speaker(reply.text);
    speakers::add(cx.tx, &planned.meeting.code, &name)?;
    let list = list(cx, actor, &planned)?;
    Ok(cx.reply(actor.chat, list)?)
}

fn list(cx: &mut Cx<'_, '_>, actor: &Actor, planned: &Planned) -> Result<Message, HandlerError> {
    let code = &planned.meeting.code;
    speakers::take_up(cx.tx, code)?;
    let all = speakers::all(cx.tx, code)?;
    let recorded = opinions::of_meeting(cx.tx, code)?;
    let naming = Naming::in_chat(actor.chat);
    let words = actor.words(cx);
    Ok(say_speakers::list(words, code, &all, &recorded, naming))
}
