//! Live questions for those who lead a meeting: look at what came, let it be shown or not, highlight one, mark what was answered.
//! The address of the page for the hall's screen stands here, too.

use crate::{
    chat::outgoing::Lane,
    domain::{
        event::Event,
        ids::{LiveId, MeetingCode},
        meeting::live::{self, LiveQuestion, LiveState},
    },
    handlers::{
        HandlerError,
        meeting::access::door,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, live as say_live},
    store::live as rows,
};

/// The desk as it is now, in place of what was shown.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = door(cx, actor, code)? else {
        return Ok(());
    };
    let code = planned.meeting.code;
    let message = page(cx, actor, &code)?;
    actor.show(cx, message)
}

/// Somebody decides about one.
pub(crate) fn decide(cx: &mut Cx<'_, '_>, actor: &Actor, id: LiveId, to: LiveState) -> Outcome {
    let Some(one) = rows::find(cx.tx, id)? else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let Some((planned, who)) = door(cx, actor, &one.meeting)? else {
        return Ok(());
    };
    // Another one was faster: the desk just shows it.
    if live::may_become(one.state, to) {
        rows::decide(cx.tx, &one, to, who.user(), cx.now)?;
        let event = Event::LiveQuestionDecided {
            meeting: planned.meeting.code.clone(),
            state: to,
        };
        cx.record(&event, Some(who.user()), None)?;
        tell(cx, &one, to)?;
    }
    let message = page(cx, actor, &one.meeting)?;
    actor.show(cx, message)
}

/// Its author hears when it is shown first, when it is answered and when it is not shown.
fn tell(cx: &mut Cx<'_, '_>, one: &LiveQuestion, to: LiveState) -> Outcome {
    let is_news = matches!(
        (one.state, to),
        (LiveState::Waiting, LiveState::Shown | LiveState::KeptBack) | (_, LiveState::Answered)
    );
    if !is_news || one.author.is_nobody() {
        return Ok(());
    }
    let words = cx.words_for(one.author)?;
    let told = say_live::told(words, one, to);
    Ok(cx.send(
        one.author.private_chat(),
        Lane::Notice,
        told,
        Placing::default(),
    )?)
}

fn page(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Result<Message, HandlerError> {
    let all = rows::all(cx.tx, code)?;
    let token = rows::screen(cx.tx, code, cx.now)?;
    let words = actor.words(cx);
    let pages = cx.facts.pages();
    let pages = pages.map(|pages| (pages.address.as_str(), pages.is_public));
    let screen = say_live::screen(words, &token, pages);
    Ok(say_live::desk(words, code, &all, &screen))
}
