//! Questions while a meeting runs, for whoever is in the room: send one, read what is shown, support it. [`desk`] is for those
//! who lead the meeting.

pub(crate) mod desk;

use crate::{
    domain::{
        conversation::Wish,
        ids::{LiveId, MeetingCode},
        meeting::{
            live::{self, LiveQuestion, LiveState, MAX_LIVE, MOST_WAITING},
            registration::Planned,
        },
        prompt::{MeetingPrompt, Prompt},
        text,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            consent::ask_for_consent,
            cx::{Cx, Outcome},
            notices::tell_office,
            prompts::{self, Reply},
        },
    },
    messages::{Message, label, live as say_live, say},
    store::{live as rows, meetings},
};

/// The shortest that can be a question, in letters and digits.
const FEWEST: usize = 8;

/// The meeting, while it takes questions; else its reader is told that it does not.
fn running(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &MeetingCode,
) -> Result<Option<Planned>, HandlerError> {
    let found = meetings::find(cx.tx, code)?.filter(|planned| live::is_running(planned, cx.now));
    if found.is_none() {
        actor.refuse(cx, label!(actor.words(cx), "live-not-running"))?;
    }
    Ok(found)
}

/// "Hỏi ngay tại hội nghị": what?
pub(crate) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some(planned) = running(cx, actor, code)? else {
        return Ok(());
    };
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Home);
    }
    let html = say!(actor.words(cx), "live-ask", limit = MAX_LIVE);
    let prompt = Prompt::Meeting(MeetingPrompt::Live(planned.meeting.code));
    prompts::ask(cx, actor, prompt, None, html)
}

/// The words are here: somebody looks at them before the hall reads them.
pub(crate) fn said(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: &MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some(planned) = running(cx, actor, code)? else {
        return Ok(());
    };
    let code = planned.meeting.code;
    let words = actor.words(cx);
    let letters = reply.text.chars().filter(|letter| letter.is_alphanumeric());
    if letters.count() < FEWEST {
        let html = say!(words, "live-too-short", limit = MAX_LIVE);
        return prompts::ask(
            cx,
            actor,
            Prompt::Meeting(MeetingPrompt::Live(code)),
            None,
            html,
        );
    }
    if rows::waiting_of(cx.tx, &code, actor.user)? >= MOST_WAITING {
        let html = say!(words, "live-too-many", limit = MOST_WAITING);
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    let text = text::truncate_utf16(reply.text, MAX_LIVE);
    let is_first = !rows::all(cx.tx, &code)?
        .iter()
        .any(|one| one.state == LiveState::Waiting);
    rows::ask(cx.tx, &code, actor.user, &text, cx.now)?;
    if is_first {
        let waits = say_live::waits(cx.group_words(), &code);
        tell_office(cx, waits)?;
    }
    let kept = say_live::kept(actor.words(cx), &code);
    Ok(cx.reply(actor.chat, kept)?)
}

/// What is shown, with a button to support each; afterwards the archive.
pub(crate) fn list(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let words = actor.words(cx);
    let Some(planned) = meetings::find(cx.tx, code)?.filter(Planned::is_visible) else {
        cx.old_button(words);
        return Ok(());
    };
    let all = rows::all(cx.tx, code)?;
    let is_running = live::is_running(&planned, cx.now);
    let message = say_live::list(words, code, &all, is_running);
    actor.show(cx, message)
}

/// "👍": wants to know the same; pressed again, not any more.
pub(crate) fn support(cx: &mut Cx<'_, '_>, actor: &Actor, id: LiveId) -> Outcome {
    let words = actor.words(cx);
    let Some(one) = rows::find(cx.tx, id)?.filter(LiveQuestion::is_public) else {
        cx.old_button(words);
        return Ok(());
    };
    if running(cx, actor, &one.meeting)?.is_none() {
        return Ok(());
    }
    if one.author == actor.user {
        cx.alert(label!(words, "live-your-own"));
        return Ok(());
    }
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Home);
    }
    if one.state != LiveState::Answered {
        let supports = rows::support(cx.tx, id, actor.user)?;
        cx.toast(if supports {
            label!(words, "live-supported")
        } else {
            label!(words, "live-not-supported")
        });
    }
    list(cx, actor, &one.meeting)
}
