//! Who may plan a meeting and lead it, and at which one: the right and the meeting, or a clear sentence.
//!
//! Planning is for clerks: in the office's group, and in private. The door and the speakers are also for the bodies
//! that hold the meeting. Names are shown in private only; a group reads figures and initials.

use crate::{
    domain::{
        ids::MeetingCode,
        meeting::{
            check_in,
            registration::{MeetingState, Planned},
        },
        permission::{ChecksIn, Clerk},
    },
    handlers::{
        HandlerError,
        shared::{actor::Actor, cx::Cx, notices, rights},
    },
    messages::{check_in as say_check_in, label},
    store::meetings,
};

/// The proof that somebody plans meetings here.
pub(crate) fn clerk(cx: &mut Cx<'_, '_>, actor: &Actor) -> Result<Option<Clerk>, HandlerError> {
    let found = rights::clerk(cx, actor)?;
    if found.is_none() {
        let words = actor.words(cx);
        let sentence = if actor.chat.is_private() {
            label!(words, "plan-not-clerk")
        } else {
            label!(words, "plan-only-office")
        };
        actor.refuse(cx, sentence)?;
    }
    Ok(found)
}

/// The meeting of a button or prompt, if its reader is a clerk.
pub(crate) fn of_clerk(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
) -> Result<Option<(Planned, Clerk)>, HandlerError> {
    let Some(clerk) = clerk(cx, actor)? else {
        return Ok(None);
    };
    let found = meetings::find(cx.tx, code)?;
    if found.is_none() {
        actor.refuse(cx, label!(actor.words(cx), "check-in-unknown"))?;
    }
    Ok(found.map(|planned| (planned, clerk)))
}

/// The same, if it can still be changed.
pub(crate) fn to_come(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
) -> Result<Option<(Planned, Clerk)>, HandlerError> {
    let Some((planned, clerk)) = of_clerk(cx, actor, code)? else {
        return Ok(None);
    };
    if planned.state != MeetingState::Cancelled && planned.meeting.ends_at > cx.now {
        return Ok(Some((planned, clerk)));
    }
    actor.refuse(cx, label!(actor.words(cx), "plan-too-late"))?;
    Ok(None)
}

/// The meeting and the proof that this person may check in there while its door is open.
pub(crate) fn door(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
) -> Result<Option<(Planned, ChecksIn)>, HandlerError> {
    let words = actor.words(cx);
    let found = match meetings::find(cx.tx, code)? {
        None => Err(label!(words, "check-in-unknown")),
        Some(planned) => match may_check_in(cx, actor, &planned)? {
            None => Err(label!(words, "check-in-not-yours")),
            Some(who) => match check_in::is_open(&planned, cx.now) {
                Ok(()) => Ok((planned, who)),
                Err(refusal) => Err(say_check_in::refusal(words, refusal)),
            },
        },
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(sentence) => {
            actor.refuse(cx, sentence)?;
            Ok(None)
        }
    }
}

/// The proof, without a word: in a group only for its own meetings and for the office.
pub(crate) fn may_check_in(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    planned: &Planned,
) -> Result<Option<ChecksIn>, HandlerError> {
    let rights = actor.rights(cx)?;
    let is_here = actor.chat.is_private()
        || rights.here().is_some_and(|member| {
            *member.body() == notices::office(cx) || planned.meeting.bodies.contains(member.body())
        });
    Ok(ChecksIn::at(planned, rights).filter(|_| is_here))
}
