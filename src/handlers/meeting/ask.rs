//! "Gửi câu hỏi cho hội nghị này": the next question, or the draft that lies there, is tied to a meeting.

use crate::{
    domain::{
        conversation::{Conversation, Wish},
        ids::MeetingCode,
        meeting::registration::Planned,
        question::draft::Draft,
    },
    handlers::{
        HandlerError,
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{Html, Message, meeting as say_meeting, question as say_question, say},
    store::{conversations, meetings},
};

/// The button of the meeting's page.
pub(crate) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let words = actor.words(cx);
    let chat = actor.chat;
    let Some(planned) = to_come(cx, code)? else {
        cx.old_button(words);
        let over = say!(words, "meeting-over", code = code.as_str());
        return Ok(cx.reply(chat, Message::plain(over))?);
    };
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::AskForMeeting(planned.meeting.code));
    }
    let waits = Conversation::AskingForMeeting(planned.meeting.code.clone());
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let step = match conversations::draft_of(cx.tx, actor.user)? {
        Some(draft) => say_question::draft_exists(words, &draft),
        None => say_question::prompt(words),
    };
    let head = say_meeting::asked_for(words, &planned.meeting, cx.now);
    let html = Html::paragraphs([head, step.html]);
    asked::put(cx, actor, Message { html, ..step })
}

/// The draft belongs to the meeting from whose page its author came, if they came from one.
pub(crate) fn tie(cx: &mut Cx<'_, '_>, actor: &Actor, draft: Draft) -> Result<Draft, HandlerError> {
    let Some(Conversation::AskingForMeeting(code)) = conversations::find(cx.tx, actor.user)? else {
        return Ok(draft);
    };
    conversations::clear(cx.tx, actor.user)?;
    let meeting = to_come(cx, &code)?.map(|planned| planned.meeting.code);
    let draft = Draft { meeting, ..draft };
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    Ok(draft)
}

fn to_come(cx: &Cx<'_, '_>, code: &MeetingCode) -> Result<Option<Planned>, HandlerError> {
    let found = meetings::find(cx.tx, code)?;
    Ok(found.filter(|planned| planned.is_to_come(cx.now).is_ok()))
}
