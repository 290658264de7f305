//! What a group reads while a delegate decides what a reply is: answer or note.

use super::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{button::Button, outgoing::Keyboard},
    domain::{
        answer::Answer,
        question::{Question, ResultClass},
        text,
    },
};

/// So much of a long answer the preview shows; all of it is sent.
const PREVIEW_TEXT: usize = 3_000;

/// The name of a result class.
#[must_use]
pub fn class_name(words: Words<'_>, class: ResultClass) -> String {
    match class {
        ResultClass::Resolved => label!(words, "class-resolved"),
        ResultClass::Explained => label!(words, "class-explained"),
        ResultClass::InProgress => label!(words, "class-in-progress"),
        ResultClass::Planned => label!(words, "class-planned"),
        ResultClass::NotYet => label!(words, "class-not-yet"),
        ResultClass::SetAside => label!(words, "class-set-aside"),
        ResultClass::SentUp => label!(words, "class-sent-up"),
    }
}

/// "Send this to the resident, or keep it as a note?" The chosen class is marked.
#[must_use]
pub fn preview(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    let html = say!(
        words,
        "reply-preview",
        code = question.code,
        text = text::truncate_utf16(&answer.text, PREVIEW_TEXT),
        class = class_name(words, answer.class),
        author = answer.author_name,
    );
    let mut rows = vec![vec![
        button(
            label!(words, "button-send-answer"),
            &Button::SendAnswer(answer.id),
        ),
        button(
            label!(words, "button-keep-note"),
            &Button::KeepNote(answer.id),
        ),
    ]];
    rows.extend(ResultClass::ALL.map(|class| {
        let mark = if class == answer.class {
            "● "
        } else {
            "○ "
        };
        let label = format!("{mark}{}", class_name(words, class));
        vec![button(label, &Button::Classify(answer.id, class))]
    }));
    rows.push(vec![button(
        label!(words, "button-drop"),
        &Button::DropAnswer(answer.id),
    )]);
    Message::with(html, Keyboard::Inline(rows))
}

/// It cannot go to the resident any more, and why; it can still be kept as a note.
#[must_use]
pub fn note_only(words: Words<'_>, question: &Question, answer: &Answer, why: &str) -> Message {
    let html = Html::paragraphs([
        Html::text(why),
        Html::lines([
            say!(
                words,
                "reply-note-only",
                code = question.code,
                author = answer.author_name
            ),
            Html::quote(&text::truncate_utf16(&answer.text, PREVIEW_TEXT)),
        ]),
    ]);
    let rows = vec![
        vec![button(
            label!(words, "button-keep-note"),
            &Button::KeepNote(answer.id),
        )],
        vec![button(
            label!(words, "button-drop"),
            &Button::DropAnswer(answer.id),
        )],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// What stands where the preview was: it went to the resident.
#[must_use]
pub fn sent(words: Words<'_>, question: &Question, answer: &Answer) -> Html {
    let line = say!(
        words,
        "reply-sent",
        code = question.code,
        author = answer.author_name
    );
    decided(line, answer)
}

/// What stands where the preview was: it is a note.
#[must_use]
pub fn noted(words: Words<'_>, question: &Question, answer: &Answer) -> Html {
    let line = say!(
        words,
        "reply-noted",
        code = question.code,
        author = answer.author_name
    );
    decided(line, answer)
}

fn decided(line: Html, answer: &Answer) -> Html {
    Html::lines([
        line,
        Html::quote(&text::truncate_utf16(&answer.text, PREVIEW_TEXT)),
    ])
}

/// What stands where the preview was: nothing became of it.
#[must_use]
pub fn dropped(words: Words<'_>, question: &Question) -> Html {
    say!(words, "reply-dropped", code = question.code)
}
