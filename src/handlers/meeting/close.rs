//! After a meeting: what came of it is written down for the minutes, those who were there get a summary.

use crate::{
    domain::{
        event::Event,
        ids::MeetingCode,
        meeting::{announcement::Kind, outcome::Outcome as Came, registration::MeetingState},
        prompt::MeetingPrompt,
    },
    handlers::{
        meeting::{access::of_clerk, change::page, plan},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::Reply,
        },
    },
    messages::{label, say},
    store::{announcements, outcomes},
};

/// "Kết thúc": how many opinions?
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, actor, code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let has_begun = planned.meeting.starts_at <= cx.now;
    if planned.state != MeetingState::Published || !has_begun {
        return actor.refuse(cx, label!(words, "outcome-too-early"));
    }
    let html = say!(words, "outcome-ask", code = planned.meeting.code.as_str());
    plan::ask(cx, actor, MeetingPrompt::Close(planned.meeting.code), html)
}

/// The three numbers came. Written again, they are corrected; those who were there are told once.
pub(crate) fn close(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some((planned, clerk)) = of_clerk(cx, actor, &code)? else {
        return Ok(());
    };
    let Some(outcome) = Came::parse(reply.text) else {
        let html = say!(actor.words(cx), "outcome-unreadable");
        return plan::ask(cx, actor, MeetingPrompt::Close(code), html);
    };
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
    let message = page(cx, actor, &planned)?;
    Ok(cx.reply(actor.chat, message)?)
}
