//! What a resident reads when others have asked the same.

use super::oblige;
use crate::messages::{Html, Message, Words, keyboard::button, label, question, say};
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::Keyboard,
    },
    domain::{
        answer::Answer,
        ids::{DraftId, UserId},
        question::{Question, State},
        redaction::redact,
        text,
    },
};

/// So much of an alike question is shown, in UTF-16 units.
const SHOWN_TEXT: usize = 250;

/// The question as anybody may read it: without what could name or reach a person.
#[must_use]
pub(crate) fn redacted(question: &Question) -> Question {
    question.with_text(question.public_text())
}

/// Alike questions above the preview, each with what can be done: support an open one, read an answer, look
/// at one's own. Sending one's own all the same is one tap, as without them.
#[must_use]
pub(crate) fn offer(
    words: Words<'_>,
    draft: DraftId,
    reader: UserId,
    alike: &[Question],
    preview: Message,
) -> Message {
    let mut blocks = vec![say!(words, "similar-title")];
    let mut rows = Vec::new();
    for (at, question) in alike.iter().enumerate() {
        let number = at + 1;
        let state = match question.state {
            _ if question.is_of(reader) => say!(words, "similar-own"),
            State::Answered { .. } => say!(words, "similar-answered"),
            State::Received
            | State::Forwarded { .. }
            | State::AskedBack { .. }
            | State::SentUp { .. }
            | State::SetAside { .. }
            | State::Returned { .. }
            | State::Merged { .. }
            | State::Withdrawn { .. } => say!(
                words,
                "similar-open",
                count = question.supporters.saturating_add(1)
            ),
        };
        blocks.push(say!(
            words,
            "similar-item",
            number = number,
            state = state,
            area = words.area(&question.area),
            text = text::truncate_utf16(&question.public_text(), SHOWN_TEXT),
        ));
        rows.push(vec![match question.state {
            _ if question.is_of(reader) => button(
                label!(words, "button-see-own", number = number),
                &Button::Question(QuestionButton::ShowMine(question.id)),
            ),
            State::Answered { .. } => button(
                label!(words, "button-read-answer", number = number),
                &Button::Question(QuestionButton::ReadAnswer(draft, question.id)),
            ),
            State::Received
            | State::Forwarded { .. }
            | State::AskedBack { .. }
            | State::SentUp { .. }
            | State::SetAside { .. }
            | State::Returned { .. }
            | State::Merged { .. }
            | State::Withdrawn { .. } => button(
                label!(words, "button-support", number = number),
                &Button::Question(QuestionButton::Support(draft, question.id)),
            ),
        }]);
    }
    blocks.push(preview.html);
    if let Some(Keyboard::Inline(sending)) = preview.keyboard {
        rows.extend(sending);
    }
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// The voice is counted.
#[must_use]
pub(crate) fn joined(words: Words<'_>, question: &Question) -> Message {
    let counted = say!(
        words,
        "support-counted",
        code = question.code,
        count = question.supporters,
        due = words.day(question.due_on)
    );
    let obliges = oblige::beforehand(words, question);
    Message::plain(Html::lines(std::iter::once(counted).chain(obliges)))
}

/// The answer an alike question got, and whether it is enough.
#[must_use]
pub(crate) fn answer(
    words: Words<'_>,
    draft: DraftId,
    question: &Question,
    answer: &Answer,
) -> Message {
    let mut messages = question::answer(
        words,
        &redacted(question),
        &Answer {
            text: text::truncate_utf16(&redact(&answer.text), 2_800),
            ..answer.clone()
        },
        question::Enclosed::Nothing,
    );
    let html = messages.swap_remove(0).html;
    let rows = vec![
        vec![button(
            label!(words, "button-answer-enough"),
            &Button::Question(QuestionButton::AnswerIsEnough(draft)),
        )],
        vec![button(
            label!(words, "button-send-anyway"),
            &Button::Question(QuestionButton::SendAnyway(draft)),
        )],
    ];
    Message::with(html, Keyboard::Inline(rows))
}
