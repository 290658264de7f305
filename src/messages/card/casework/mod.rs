//! What bodies, residents and the office read while a question is passed on, asked about, sent up, set aside.

mod asking_back;
mod before;
mod moves;
mod past;

pub(crate) use self::asking_back::{
    ask_reply, ask_what_to_ask, asked_back, no_reply, phone_author, replied, reply_arrived,
    was_asked,
};
pub(crate) use self::before::{Before, Of, before, whose};
pub(crate) use self::moves::{
    ask_document, ask_extension, ask_result, ask_set_aside, ask_transfer_reason, brought_back,
    came_back, document_problem, due_moved, extended, extended_done, is_elsewhere, passed_on,
    reason_problem, sent_up, sent_up_done, set_aside, set_aside_done, transferred,
};
pub(crate) use self::past::{Past, meanwhile};
pub(crate) use self::past::{past_lines, timeline_line};

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, CaseButton},
        outgoing::Keyboard,
    },
    domain::{answer::Answer, question::Question, text},
};
/// So much of what the author is asked stands on the card.
const CARD_ASKED: usize = 200;
/// So much of a question is quoted above what is told of it.
const QUOTED_TEXT: usize = 300;
/// So much of a note is shown.
const NOTE_TEXT: usize = 600;
/// Notes on one page.
const NOTES_A_PAGE: usize = 5;

/// A page of internal notes, oldest first, with the way to the others.
#[must_use]
pub(crate) fn notes(
    words: Words<'_>,
    question: &Question,
    notes: &[Of<Answer>],
    page: u16,
) -> Message {
    if notes.is_empty() {
        return Message::plain(say!(words, "notes-none", code = question.code));
    }
    let last = (notes.len() - 1) / NOTES_A_PAGE;
    let page = usize::from(page).min(last);
    let mut blocks = vec![say!(
        words,
        "notes-title",
        code = question.code,
        count = notes.len()
    )];
    for note in notes.iter().skip(page * NOTES_A_PAGE).take(NOTES_A_PAGE) {
        let time = note.what.decided_at.map(|at| words.moment(at));
        blocks.push(say!(
            words,
            "notes-item",
            name = whose(words, note),
            time = time.unwrap_or_default(),
            text = text::truncate_utf16(&note.what.text, NOTE_TEXT),
        ));
    }
    let html = Html::paragraphs(blocks);
    let turn = |text: String, to: usize| {
        let to = CaseButton::Notes(question.id, u16::try_from(to).unwrap_or(0));
        button(text, &Button::Case(to))
    };
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(turn(label!(words, "button-previous-page"), page - 1));
    }
    if page < last {
        turns.push(turn(label!(words, "button-next-page"), page + 1));
    }
    if turns.is_empty() {
        Message::plain(html)
    } else {
        Message::with(html, Keyboard::Inline(vec![turns]))
    }
}
