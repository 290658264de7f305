//! What is said while an answer waits for the head of the body (duyệt).

use crate::messages::{
    Html, Message, Words,
    answer::{class_in_full, fact_line, record_line, shortened},
    keyboard::button,
    label, say,
};
use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::{ButtonStyle, Keyboard},
    },
    domain::{answer::Answer, question::Question, role::Grant},
};

/// For the author, where the preview was.
#[must_use]
pub(crate) fn waiting(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    let html = Html::lines([
        say!(
            words,
            "approval-waiting",
            code = question.code,
            author = answer.author_name
        ),
        Html::quote(&shortened(words, answer)),
    ]);
    let back = button(
        label!(words, "button-take-back"),
        &Button::Answering(AnsweringButton::TakeBack(answer.id)),
    );
    Message::with(html, Keyboard::Inline(vec![vec![back]]))
}

/// For the head, under the card.
#[must_use]
pub(crate) fn request(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    heads: &[Grant],
) -> Message {
    let mut lines = vec![say!(
        words,
        "approval-request",
        code = question.code,
        author = answer.author_name
    )];
    lines.push(Html::quote(&shortened(words, answer)));
    lines.push(say!(
        words,
        "answer-class",
        class = class_in_full(words, answer)
    ));
    lines.extend(fact_line(words, answer));
    lines.extend(record_line(words, answer));
    if answer.files > 0 {
        lines.push(say!(words, "reply-preview-files", count = answer.files));
    }
    if heads.is_empty() {
        lines.push(say!(words, "approval-by-another"));
    } else {
        let names: Vec<String> = heads
            .iter()
            .map(|head| Html::mention(head.user, &head.name).into_string())
            .collect();
        let names = Html::trusted(names.join(", "));
        lines.push(say!(words, "approval-by-head", names = names));
    }
    let row = vec![
        button(
            label!(words, "button-approve"),
            &Button::Answering(AnsweringButton::Approve(answer.id)),
        )
        .styled(ButtonStyle::Success),
        button(
            label!(words, "button-send-back"),
            &Button::Answering(AnsweringButton::SendBack(answer.id)),
        ),
    ];
    Message::with(Html::lines(lines), Keyboard::Inline(vec![row]))
}

/// Where the request was: approved, by whom.
#[must_use]
pub(crate) fn approved(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    by: &str,
) -> Message {
    Message::plain(say!(
        words,
        "approval-approved",
        code = question.code,
        author = answer.author_name,
        head = by
    ))
}

/// Where the request was: sent back, by whom.
#[must_use]
pub(crate) fn sent_back(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    by: &str,
) -> Message {
    Message::plain(say!(
        words,
        "approval-sent-back",
        code = question.code,
        author = answer.author_name,
        head = by
    ))
}

/// Where the request was: its author works on it again.
#[must_use]
pub(crate) fn taken_back(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    Message::plain(say!(
        words,
        "approval-taken-back",
        code = question.code,
        author = answer.author_name
    ))
}

/// Where the request was: it is too late.
#[must_use]
pub(crate) fn too_late(words: Words<'_>, question: &Question, why: &str) -> Message {
    Message::plain(Html::lines([
        say!(words, "approval-too-late", code = question.code),
        Html::text(why),
    ]))
}

/// For the author, under the card: what to change.
#[must_use]
pub(crate) fn change_this(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    by: &str,
    reason: &str,
) -> Message {
    Message::plain(Html::lines([
        Html::mention(answer.author, &answer.author_name),
        say!(
            words,
            "approval-change-this",
            code = question.code,
            head = by
        ),
        Html::quote(reason),
        say!(words, "approval-change-hint"),
    ]))
}
