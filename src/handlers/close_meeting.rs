//! After a meeting: what came of it is written down for the minutes, those who were there get a summary.

use super::{
    change_meeting::page,
    context::{Cx, Outcome},
    plan_meetings::of_clerk,
};
use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::MeetingCode,
        meeting::{announcement::Kind, outcome::Outcome as Came, registration::MeetingState},
        resident::Resident,
    },
    messages::{Message, keyboard, say},
    store::{announcements, conversations, outcomes},
};

/// "Kết thúc": how many opinions?
pub(super) fn ask(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, resident, code)? else {
        return Ok(());
    };
    let words = cx.words(resident.language);
    let chat = resident.id.private_chat();
    let has_begun = planned.meeting.starts_at <= cx.now;
    if planned.state != MeetingState::Published || !has_begun {
        let html = say!(words, "outcome-too-early");
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    let waits = Conversation::ClosingMeeting(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let html = say!(words, "outcome-ask", code = planned.meeting.code.as_str());
    Ok(cx.reply(chat, keyboard::with_cancel(words, html))?)
}

/// The three numbers came. Written again, they are corrected; those who were there are told once.
pub(super) fn close(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    let Some((planned, clerk)) = of_clerk(cx, resident, code)? else {
        conversations::clear(cx.tx, resident.id)?;
        return Ok(());
    };
    let words = cx.words(resident.language);
    let chat = resident.id.private_chat();
    let Some(outcome) = Came::parse(typed) else {
        let html = say!(words, "outcome-unreadable");
        return Ok(cx.reply(chat, keyboard::with_cancel(words, html))?);
    };
    conversations::clear(cx.tx, resident.id)?;
    let is_first = outcomes::find(cx.tx, &planned.meeting.code)?.is_none();
    outcomes::save(cx.tx, &planned.meeting.code, outcome, clerk.user(), cx.now)?;
    let held = Event::MeetingHeld {
        meeting: planned.meeting.code.clone(),
        opinions: outcome.opinions,
    };
    cx.record(&held, Some(clerk.user()), None)?;
    if is_first {
        announcements::begin(cx.tx, &planned.meeting.code, Kind::Held, cx.now)?;
    }
    let message = page(cx, resident, &planned)?;
    Ok(cx.reply(chat, message)?)
}
