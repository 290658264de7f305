//! What is said when an answer that was sent gets other words (đính chính).

use crate::messages::{Html, Message, Words, answer, keyboard::button, label, say};
use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::{ButtonStyle, Keyboard},
    },
    domain::{answer::Answer, ids::CorrectionId, question::Question, text},
};

/// So much of either version is shown, in UTF-16 units.
const SHOWN_TEXT: usize = 1_500;

fn versions(words: Words<'_>, head: Html, before: &Answer, after: &str) -> Vec<Html> {
    let before = answer::words_of(words, before);
    vec![
        head,
        say!(words, "correction-before"),
        Html::quote(&text::truncate_utf16(&before, SHOWN_TEXT)),
        say!(words, "correction-after"),
        Html::quote(&text::truncate_utf16(after, SHOWN_TEXT)),
    ]
}

/// "Send this instead?"
#[must_use]
pub(crate) fn preview(
    words: Words<'_>,
    question: &Question,
    before: &Answer,
    id: CorrectionId,
    after: &str,
) -> Message {
    let head = say!(words, "correction-preview", code = question.code);
    let row = vec![
        button(
            label!(words, "button-send-correction"),
            &Button::Answering(AnsweringButton::SendCorrection(id)),
        ),
        button(
            label!(words, "button-drop"),
            &Button::Answering(AnsweringButton::DropCorrection(id)),
        ),
    ];
    Message::with(
        Html::lines(versions(words, head, before, after)),
        Keyboard::Inline(vec![row]),
    )
}

/// For the head: approve this?
#[must_use]
pub(crate) fn request(
    words: Words<'_>,
    question: &Question,
    before: &Answer,
    id: CorrectionId,
    after: &str,
    author: &str,
) -> Message {
    let head = say!(
        words,
        "correction-request",
        code = question.code,
        author = author
    );
    let row = vec![
        button(
            label!(words, "button-approve"),
            &Button::Answering(AnsweringButton::ApproveCorrection(id)),
        )
        .styled(ButtonStyle::Success),
        button(
            label!(words, "button-refuse-correction"),
            &Button::Answering(AnsweringButton::RefuseCorrection(id)),
        ),
    ];
    Message::with(
        Html::lines(versions(words, head, before, after)),
        Keyboard::Inline(vec![row]),
    )
}

/// Where the preview was: it was sent.
#[must_use]
pub(crate) fn sent(
    words: Words<'_>,
    question: &Question,
    before: &Answer,
    after: &str,
    by: &str,
) -> Message {
    let head = say!(words, "correction-sent", code = question.code, author = by);
    Message::plain(Html::lines(versions(words, head, before, after)))
}

/// Where the preview was: nothing becomes of it.
#[must_use]
pub(crate) fn dropped(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(words, "correction-dropped", code = question.code))
}

/// Where the request was: the head refused.
#[must_use]
pub(crate) fn refused(words: Words<'_>, question: &Question, by: &str) -> Message {
    Message::plain(say!(
        words,
        "correction-refused",
        code = question.code,
        head = by
    ))
}

/// For residents: look at the answer above again.
#[must_use]
pub(crate) fn notice(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(words, "correction-notice", code = question.code))
}

/// For residents, where a part of the answer was that is not there any more.
#[must_use]
pub(crate) fn part_gone(words: Words<'_>) -> Message {
    Message::plain(say!(words, "correction-part-gone"))
}
