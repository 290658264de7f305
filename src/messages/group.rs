//! What a group reads about itself: which body it belongs to, and what went wrong.

use super::{Message, Words, keyboard::button, say};
use crate::{
    chat::{button::Button, outgoing::Keyboard},
    domain::{ids::BodyCode, question::Question},
};

/// "Which body's group is this?"
#[must_use]
pub fn choose_body(words: Words<'_>) -> Message {
    Message::with(say!(words, "link-choose"), bodies(words))
}

/// There is no such body.
#[must_use]
pub fn unknown_body(words: Words<'_>, typed: &str) -> Message {
    let typed = crate::domain::text::truncate_utf16(typed, 40);
    Message::with(say!(words, "link-unknown", code = typed), bodies(words))
}

fn bodies(words: Words<'_>) -> Keyboard {
    /// Telegram allows 100 buttons.
    const SHOWN: usize = 90;
    let rows = words
        .council()
        .bodies
        .iter()
        .take(SHOWN)
        .map(|body| {
            let name = body.name.in_language(words.language());
            vec![button(name, &Button::Link(body.code.clone()))]
        })
        .collect();
    Keyboard::Inline(rows)
}

/// The group belongs to a body now.
#[must_use]
pub fn linked(words: Words<'_>, body: &BodyCode, waiting: usize) -> Message {
    let done = say!(words, "link-done", body = words.body(body));
    if waiting == 0 {
        return Message::plain(done);
    }
    let count = say!(words, "link-waiting", count = waiting);
    Message::plain(super::Html::lines([done, count]))
}

/// For the office: a card waits because its body has no group.
#[must_use]
pub fn card_waits(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(
        words,
        "card-waiting-office",
        code = question.code,
        category = words.category(&question.category),
        area = words.area_in_full(&question.area),
        body = words.body(&question.body),
        body_code = question.body.as_str(),
    ))
}

/// Rights that the bot needs in a group and does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// To make topics, in a forum.
    pub topics: bool,
    /// To pin, in the office's group: the counter of what waits for triage.
    pub pin: bool,
}

impl Lacking {
    /// What is missing, from what is there.
    #[must_use]
    #[expect(
        clippy::fn_params_excessive_bools,
        reason = "four facts as Telegram tells them"
    )]
    pub fn of(is_forum: bool, is_office: bool, may_manage_topics: bool, may_pin: bool) -> Self {
        Self {
            topics: is_forum && !may_manage_topics,
            pin: is_office && !may_pin,
        }
    }

    /// A name for it, to be compared with later; `None`: nothing.
    #[must_use]
    pub fn code(self) -> Option<String> {
        match (self.topics, self.pin) {
            (false, false) => None,
            (true, false) => Some("topics".to_owned()),
            (false, true) => Some("pin".to_owned()),
            (true, true) => Some("topics pin".to_owned()),
        }
    }
}

/// Which rights to grant, or that there is nothing left to grant.
#[must_use]
pub fn rights(words: Words<'_>, lacking: Lacking) -> Message {
    let mut lines = Vec::new();
    if lacking.topics {
        lines.push(say!(words, "rights-topics"));
    }
    if lacking.pin {
        lines.push(say!(words, "rights-pin"));
    }
    if lines.is_empty() {
        return Message::plain(say!(words, "rights-complete"));
    }
    lines.insert(0, say!(words, "rights-lacking"));
    Message::plain(super::Html::lines(lines))
}
