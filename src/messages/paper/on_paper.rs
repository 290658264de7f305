//! What the office reads about somebody without Telegram: news that has to go by paper or phone.

use jiff::Timestamp;

use crate::messages::{Html, Message, Words, answer::class_in_full, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, ProxyButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        answer::{Answer, AnswerState},
        phone::Phone,
        question::Question,
        redaction::without_contacts,
        text,
    },
};

/// So much of an answer, or of news, stands in the note; the page to print has all of it.
const QUOTED_TEXT: usize = 2_500;

/// The question is answered: somebody has to print, call or write.
#[must_use]
pub(crate) fn answered(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    let html = Html::lines([
        say!(
            words,
            "paper-answered",
            code = question.code,
            source = label!(
                words,
                "question-source",
                source = question.source.to_string()
            ),
            body = words.body(&question.body),
            class = class_in_full(words, answer),
        ),
        Html::quote(&text::truncate_utf16(&answer.text, QUOTED_TEXT)),
        say!(words, "paper-answered-how"),
    ]);
    let proxy = |label: String, means: ProxyButton| button(label, &Button::Proxy(means));
    let rows = vec![
        vec![
            proxy(
                label!(words, "button-print-answer"),
                ProxyButton::PrintAnswer(question.id),
            ),
            contact_button(words, question),
        ],
        vec![proxy(
            label!(words, "button-handed-over"),
            ProxyButton::HandedOver(question.id),
        )],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// Any other news that its author would read on Telegram.
#[must_use]
pub(crate) fn news(words: Words<'_>, question: &Question, news: &Html) -> Message {
    let html = Html::lines([
        say!(words, "paper-news", code = question.code),
        Html::quote(&text::truncate_utf16(
            &without_contacts(&news.visible_text()),
            QUOTED_TEXT,
        )),
    ]);
    let mut row = vec![contact_button(words, question)];
    if question.state.is_open() {
        let write = Button::Proxy(ProxyButton::WriteReply(question.id));
        row.push(button(label!(words, "button-write-reply"), &write));
    }
    Message::with(html, Keyboard::Inline(vec![row]))
}

fn contact_button(words: Words<'_>, question: &Question) -> InlineButton {
    let contact = Button::Proxy(ProxyButton::Contact(question.id));
    button(label!(words, "button-see-contact"), &contact)
}

/// Name and phone, for a clerk in private.
#[must_use]
pub(crate) fn contact(
    words: Words<'_>,
    question: &Question,
    name: Option<&str>,
    phone: Option<&Phone>,
) -> Message {
    let none = || label!(words, "contact-not-given");
    Message::plain(say!(
        words,
        "contact-of",
        code = question.code,
        name = name.map_or_else(none, str::to_owned),
        phone = phone.map_or_else(none, |phone| phone.e164().to_owned()),
    ))
}

/// On the card: how the answer reaches somebody without Telegram. `None`: its author reads Telegram.
#[must_use]
pub(crate) fn state_line(
    words: Words<'_>,
    question: &Question,
    at: Timestamp,
    answer: &Answer,
) -> Option<Html> {
    if question.author.is_some() {
        return None;
    }
    let name = &answer.author_name;
    let class = class_in_full(words, answer);
    Some(if answer.state == AnswerState::Delivered {
        let time = words.moment(answer.delivered_at.unwrap_or(at));
        say!(
            words,
            "card-state-handed-over",
            name = name,
            class = class,
            time = time
        )
    } else {
        say!(words, "card-state-on-paper", name = name, class = class)
    })
}
