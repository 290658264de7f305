//! "Gửi câu hỏi cho hội nghị này": the next question, or the draft that lies there, is tied to a meeting.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    in_private::ask_for_consent,
};
use crate::{
    domain::{
        conversation::{Conversation, Wish},
        ids::MeetingCode,
        meeting::registration::Planned,
        question::draft::Draft,
        resident::Resident,
    },
    messages::{Html, Message, label, meeting as say_meeting, question as say_question, say},
    store::{conversations, meetings},
};

/// The button of the meeting's page.
pub(super) fn begin(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let words = cx.words(resident.language);
    let chat = resident.id.private_chat();
    let Some(planned) = to_come(cx, code)? else {
        cx.alert(label!(words, "old-button"));
        let over = say!(words, "meeting-over", code = code.as_str());
        return Ok(cx.reply(chat, Message::plain(over))?);
    };
    if !resident.has_consented() {
        return ask_for_consent(cx, resident, Wish::AskForMeeting(planned.meeting.code));
    }
    let waits = Conversation::AskingForMeeting(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let step = match conversations::draft_of(cx.tx, resident.id)? {
        Some(draft) => say_question::draft_exists(words, &draft),
        None => say_question::prompt(words),
    };
    let head = say_meeting::asked_for(words, &planned.meeting, cx.now);
    let html = Html::paragraphs([head, step.html]);
    Ok(cx.reply(chat, Message { html, ..step })?)
}

/// The draft belongs to the meeting from whose page its author came, if they came from one.
pub(super) fn tie(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: Draft,
) -> Result<Draft, HandlerError> {
    let Some(Conversation::AskingForMeeting(code)) = conversations::find(cx.tx, resident.id)?
    else {
        return Ok(draft);
    };
    conversations::clear(cx.tx, resident.id)?;
    let meeting = to_come(cx, &code)?.map(|planned| planned.meeting.code);
    let draft = Draft { meeting, ..draft };
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    Ok(draft)
}

fn to_come(cx: &Cx<'_, '_>, code: &MeetingCode) -> Result<Option<Planned>, HandlerError> {
    let found = meetings::find(cx.tx, code)?;
    Ok(found.filter(|planned| planned.is_to_come(cx.now).is_ok()))
}
