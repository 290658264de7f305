//! Asking the author back.

use super::{CARD_ASKED, QUOTED_TEXT};
use crate::messages::{
    Html, Message, Words, card_menu::deed_button, keyboard::button, label, lines::gist, say,
};
use crate::{
    chat::{
        button::{Button, CardDeed, QuestionButton},
        outgoing::Keyboard,
    },
    domain::{
        question::{
            Question,
            casework::{AskBack, PATIENCE_AFTER_ASKING},
        },
        redaction::without_contacts,
        text,
    },
};

/// So much of what an author replied stands in one message.
pub(super) const REPLY_TEXT: usize = 3_500;

/// "What do you want to know from the resident?"
#[must_use]
pub(crate) fn ask_what_to_ask(words: Words<'_>, question: &Question) -> Html {
    say!(words, "ask-back-prompt", code = question.code)
}

/// For its author: what the body wants to know, against their own words.
#[must_use]
pub(crate) fn asked_back(words: Words<'_>, question: &Question, asked: &str) -> Message {
    let html = Html::lines([
        say!(
            words,
            "asked-back-head",
            code = question.code,
            body = words.body(&question.body)
        ),
        Html::quote(&gist(&question.text, QUOTED_TEXT)),
        say!(words, "asked-back-asked", text = asked),
        say!(words, "asked-back-how"),
    ]);
    let add = button(
        label!(words, "button-reply-asked"),
        &Button::Question(QuestionButton::AddMore(question.id)),
    );
    Message::with(html, Keyboard::Inline(vec![vec![add]]))
}

/// For the group: the question is on its way to its author.
#[must_use]
pub(crate) fn was_asked(words: Words<'_>, question: &Question, asked: &str) -> Message {
    Message::plain(say!(
        words,
        "ask-back-done",
        code = question.code,
        text = asked
    ))
}

/// For the office: somebody without Telegram has to be phoned.
#[must_use]
pub(crate) fn phone_author(words: Words<'_>, question: &Question, asked: &str) -> Message {
    let html = say!(
        words,
        "ask-back-phone",
        code = question.code,
        body = words.body(&question.body),
        text = asked
    );
    let enter = deed_button(
        label!(words, "button-enter-reply"),
        question,
        CardDeed::EnterReply,
    );
    Message::with(html, Keyboard::Inline(vec![vec![enter]]))
}

/// "What did they say?"
#[must_use]
pub(crate) fn ask_reply(words: Words<'_>, question: &Question) -> Html {
    say!(words, "enter-reply-prompt", code = question.code)
}

/// For the group: the author has replied; whoever asked is named. `None`: not in words.
#[must_use]
pub(crate) fn replied(
    words: Words<'_>,
    question: &Question,
    asked: &AskBack,
    reply: Option<&str>,
) -> Vec<Message> {
    let head = say!(
        words,
        "ask-back-replied",
        code = question.code,
        who = Html::mention(asked.by, &asked.name),
        asked = text::truncate_utf16(&asked.text, CARD_ASKED),
        due = words.day(question.due_on),
    );
    let Some(reply) = reply else {
        return vec![Message::plain(Html::lines([
            head,
            say!(words, "ask-back-replied-files"),
        ]))];
    };
    let mut parts = text::split_utf16(&without_contacts(reply), REPLY_TEXT).into_iter();
    let first = Html::quote(&parts.next().unwrap_or_default());
    std::iter::once(Html::lines([head, first]))
        .chain(parts.map(|part| Html::quote(&part)))
        .map(Message::plain)
        .collect()
}

/// For its author: the reply has arrived.
#[must_use]
pub(crate) fn reply_arrived(words: Words<'_>, question: &Question) -> Html {
    say!(
        words,
        "asked-back-thanks",
        code = question.code,
        body = words.body(&question.body),
        due = words.day(question.due_on),
    )
}

/// For the group: no reply came; it may go on without one.
#[must_use]
pub(crate) fn no_reply(words: Words<'_>, question: &Question) -> Message {
    let html = say!(
        words,
        "ask-back-silent",
        code = question.code,
        days = PATIENCE_AFTER_ASKING.unsigned_abs()
    );
    let go_on = deed_button(label!(words, "button-go-on"), question, CardDeed::Resume);
    Message::with(html, Keyboard::Inline(vec![vec![go_on]]))
}
