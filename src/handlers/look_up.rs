//! Public information, which needs no consent: meetings, answers, delegates, help.

use super::{
    choose_area,
    context::{Cx, Outcome},
};
use crate::{
    domain::{
        conversation::{Conversation, Wish},
        ids::MeetingCode,
        meeting::Meeting,
        resident::Resident,
        text,
    },
    messages::{Message, help, meeting as say_meeting, question as say_question, say},
    store::{answers, conversations, questions},
};

/// Answers shown for one search.
const FOUND: u32 = 5;

/// `/lich`: coming meetings, those of the resident's area first.
pub(super) fn meetings(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let words = cx.words(resident.language);
    let area = resident.area.as_ref();
    let mut coming: Vec<&Meeting> = cx
        .council
        .meetings
        .iter()
        .filter(|meeting| meeting.ends_at > cx.now)
        .collect();
    coming.sort_by_key(|meeting| {
        let is_mine = area.is_some_and(|area| say_meeting::is_for(words, meeting, area));
        (!is_mine, meeting.starts_at)
    });
    Ok(cx.reply(
        resident.id.private_chat(),
        say_meeting::coming(words, &coming, area),
    )?)
}

/// The meeting of a poster's link.
pub(super) fn meeting(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let words = cx.words(resident.language);
    let message = match cx.council.meeting(code) {
        None => Message::plain(say!(words, "meeting-unknown")),
        Some(meeting) if meeting.ends_at <= cx.now => {
            Message::plain(say!(words, "meeting-over", code = meeting.code.as_str()))
        }
        Some(meeting) => say_meeting::one(words, meeting),
    };
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// `/tracuu` without words.
pub(super) fn ask_what_to_search(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    conversations::set(cx.tx, resident.id, &Conversation::Searching, cx.now)?;
    let words = cx.words(resident.language);
    Ok(cx.reply(
        resident.id.private_chat(),
        Message::plain(say!(words, "search-prompt")),
    )?)
}

/// Answered questions with all of these words, written with marks or without.
pub(super) fn search(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let wanted = text::words(&text::truncate_utf16(typed, 200));
    let questions = if wanted.is_empty() {
        Vec::new()
    } else {
        questions::answered_with_words(cx.tx, &wanted, FOUND)?
    };
    let mut found = Vec::new();
    for question in questions {
        if let Some(answer) = answers::sent_for(cx.tx, question.id)? {
            found.push((question, answer));
        }
    }
    let message = say_question::found(cx.words(resident.language), typed, &found);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// `/daibieu`: who represents the resident's area.
pub(super) fn delegates(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if let Some(area) = &resident.area {
        Ok(cx.reply(chat, help::delegates(words, area))?)
    } else {
        cx.reply(chat, Message::plain(say!(words, "delegates-no-area")))?;
        choose_area::ask(cx, resident, Wish::Home)
    }
}

/// `/trogiup`.
pub(super) fn help(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let message = help::resident(cx.words(resident.language));
    Ok(cx.reply(resident.id.private_chat(), message)?)
}
