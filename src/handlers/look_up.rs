//! Public information, which needs no consent: answers, delegates, help.

use super::{
    choose_area,
    context::{Cx, Outcome},
};
use crate::{
    domain::{
        conversation::{Conversation, Wish},
        resident::Resident,
        text,
    },
    messages::{Message, help, keyboard, question as say_question, say},
    store::{answers, conversations, questions},
};

/// Answers shown for one search.
const FOUND: u32 = 5;

/// `/tracuu` without words.
pub(super) fn ask_what_to_search(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    conversations::set(cx.tx, resident.id, &Conversation::Searching, cx.now)?;
    let words = cx.words(resident.language);
    Ok(cx.reply(
        resident.id.private_chat(),
        keyboard::with_cancel(words, say!(words, "search-prompt")),
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
