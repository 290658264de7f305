//! What a body reads of a question that others had before it: their answers and what the resident said of them, what was
//! asked back, their notes, each with whose it is.

use super::NOTE_TEXT;
use crate::{
    domain::{
        answer::Answer,
        ids::BodyCode,
        question::{Question, casework::AskBack},
        redaction::without_contacts,
        text,
    },
    messages::{Html, Message, Words, say},
};

/// So many of each are shown; the newest.
const SHOWN: usize = 4;

/// Something a body wrote, and which one.
pub(crate) struct Of<T> {
    /// The body whose group it was written in, where it still has that group.
    pub(crate) body: Option<BodyCode>,
    /// What it wrote.
    pub(crate) what: T,
}

/// Everything of it.
pub(crate) struct Before {
    /// Answers that the resident was not content with, and why.
    pub(crate) answers: Vec<(Of<Answer>, Option<String>)>,
    /// What the resident was asked back.
    pub(crate) asked: Vec<AskBack>,
    /// Internal notes.
    pub(crate) notes: Vec<Of<Answer>>,
}

/// The messages under the card; none where nothing was before.
#[must_use]
pub(crate) fn before(words: Words<'_>, question: &Question, before: &Before) -> Vec<Message> {
    let mut messages = Vec::new();
    let mut add = |blocks: Vec<Html>| {
        if !blocks.is_empty() {
            let head = say!(words, "before-head", code = question.code);
            messages.push(Message::plain(Html::paragraphs(
                std::iter::once(head).chain(blocks),
            )));
        }
    };
    let answers = newest(&before.answers).map(|(answer, objection)| {
        let said = say!(
            words,
            "before-answer",
            who = whose(words, answer),
            time = time(words, &answer.what),
            text = shortened(&answer.what.text)
        );
        let objected = objection.as_ref().map(|objection| {
            let text = shortened(&without_contacts(objection));
            say!(words, "before-objection", text = text)
        });
        Html::lines(std::iter::once(said).chain(objected))
    });
    add(answers.collect());
    let asked = newest(&before.asked).map(|asked| {
        say!(
            words,
            "before-asked",
            who = asked.name,
            time = words.moment(asked.at),
            text = shortened(&asked.text)
        )
    });
    add(asked.collect());
    let notes = newest(&before.notes).map(|note| {
        say!(
            words,
            "before-note",
            who = whose(words, note),
            time = time(words, &note.what),
            text = shortened(&note.what.text)
        )
    });
    add(notes.collect());
    messages
}

fn newest<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().skip(all.len().saturating_sub(SHOWN))
}

/// "Tổ đại biểu số 1 (Chị Mai)".
pub(crate) fn whose(words: Words<'_>, of: &Of<Answer>) -> String {
    let name = &of.what.author_name;
    match &of.body {
        Some(body) => format!("{} ({name})", words.body(body)),
        None => name.clone(),
    }
}

fn time(words: Words<'_>, answer: &Answer) -> String {
    answer
        .decided_at
        .map(|at| words.moment(at))
        .unwrap_or_default()
}

fn shortened(said: &str) -> String {
    text::truncate_utf16(said, NOTE_TEXT)
}
