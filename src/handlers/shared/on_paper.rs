//! News for somebody without Telegram: the office passes it on.

use crate::{
    domain::{answer::Answer, question::Question},
    handlers::shared::{
        cx::{Cx, Outcome},
        notices,
    },
    messages::{Message, exchanged, on_paper as say_paper},
    store::exchanges,
};

/// The question of somebody without Telegram, or of another council, is answered.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, question: &Question, answer: &Answer) -> Outcome {
    let other = exchanges::of(cx.tx, question.id)?.filter(|other| other.is_received);
    let message = match other {
        Some(other) => exchanged::answered(cx.group_words(), question, &other),
        None => say_paper::answered(cx.group_words(), question, answer),
    };
    Ok(notices::tell_office(cx, message)?)
}

/// Any other news for the author: the office passes it on.
pub(crate) fn instead_of_author(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: &Message,
) -> Outcome {
    let message = say_paper::news(cx.group_words(), question, &message.html);
    Ok(notices::tell_office(cx, message)?)
}
