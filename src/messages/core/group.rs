//! What a group reads about itself: which body it belongs to, and what went wrong.

use crate::messages::{Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, LinkButton},
        outgoing::{ButtonStyle, Keyboard},
    },
    domain::{ids::BodyCode, membership::Openness, question::Question},
};

/// "Which body's group is this?"
#[must_use]
pub(crate) fn choose_body(words: Words<'_>) -> Message {
    Message::with(say!(words, "link-choose"), bodies(words))
}

/// There is no such body.
#[must_use]
pub(crate) fn unknown_body(words: Words<'_>, typed: &str) -> Message {
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
            vec![button(
                name,
                &Button::Link(LinkButton::To(body.code.clone())),
            )]
        })
        .collect();
    Keyboard::Inline(rows)
}

/// The group belongs to a body now.
#[must_use]
pub(crate) fn linked(words: Words<'_>, body: &BodyCode, waiting: u32) -> Message {
    let done = say!(words, "link-done", body = words.body(body));
    if waiting == 0 {
        return Message::plain(done);
    }
    let count = say!(words, "link-waiting", count = waiting);
    Message::plain(crate::messages::Html::lines([done, count]))
}

/// "This group is another body's: change it?" With what becomes of the questions of whoever had it.
#[must_use]
pub(crate) fn ask_relink(
    words: Words<'_>,
    body: &BodyCode,
    was: Option<&BodyCode>,
    waiting: u32,
) -> Message {
    let html = match was {
        Some(was) => say!(
            words,
            "relink-ask",
            body = words.body(body),
            was = words.body(was),
            count = waiting
        ),
        None => say!(words, "relink-ask-other-group", body = words.body(body)),
    };
    let change = label!(words, "button-relink", body = words.body(body));
    let rows = vec![
        vec![
            button(change, &Button::Link(LinkButton::Anew(body.clone())))
                .styled(ButtonStyle::Danger),
        ],
        vec![button(
            label!(words, "button-cancel"),
            &Button::Link(LinkButton::Leave),
        )],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// For the group: it was another body's until now.
#[must_use]
pub(crate) fn was_of(words: Words<'_>, was: &BodyCode, waiting: usize) -> Message {
    Message::plain(say!(
        words,
        "relink-was-of",
        was = words.body(was),
        was_code = was.as_str(),
        count = waiting
    ))
}

/// For the group that the body had until now.
#[must_use]
pub(crate) fn has_another_group(words: Words<'_>, body: &BodyCode) -> Message {
    Message::plain(say!(words, "relink-has-another", body = words.body(body)))
}

/// For the office: who has another group, and who has none any more.
#[must_use]
pub(crate) fn relinked(
    words: Words<'_>,
    body: &BodyCode,
    was: Option<&BodyCode>,
    waiting: usize,
) -> Message {
    Message::plain(match was {
        Some(was) => say!(
            words,
            "relink-office",
            body = words.body(body),
            was = words.body(was),
            was_code = was.as_str(),
            count = waiting
        ),
        None => say!(words, "relink-office-other-group", body = words.body(body)),
    })
}

/// Others than its members read along in this group: what that means, and whether it shall be linked all the same.
#[must_use]
pub(crate) fn open_to_others(words: Words<'_>, body: &BodyCode, openness: Openness) -> Message {
    let what = say!(
        words,
        "link-open",
        how = how(openness),
        body = words.body(body),
        body_code = body.as_str()
    );
    let anyway = button(
        label!(words, "button-link-open"),
        &Button::Link(LinkButton::InSpiteOfAll(body.clone())),
    );
    Message::with(what, Keyboard::Inline(vec![vec![anyway]]))
}

/// The group of a body can be read by others from now on.
#[must_use]
pub(crate) fn has_become_open(words: Words<'_>, body: &BodyCode, openness: Openness) -> Message {
    Message::plain(say!(
        words,
        "group-became-open",
        how = how(openness),
        body = words.body(body)
    ))
}

fn how(openness: Openness) -> &'static str {
    match openness {
        Openness::Closed => "closed",
        Openness::Public => "public",
        Openness::Discussion => "discussion",
    }
}

/// The bot saw itself leave the group: written down beside Telegram's own reasons.
pub(crate) const REMOVED: &str = "bot was removed";

/// Why nothing can be sent to a group, from Telegram's words: each needs something else done.
fn trouble(why: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| why.contains(word));
    if says(&["TOPIC_CLOSED"]) {
        "topic"
    } else if says(&[
        "not enough rights",
        "have no rights",
        "CHAT_WRITE_FORBIDDEN",
        "need administrator rights",
    ]) {
        "rights"
    } else if says(&[
        REMOVED,
        "kicked",
        "not a member",
        "chat not found",
        "PEER_ID_INVALID",
    ]) {
        "removed"
    } else {
        "other"
    }
}

/// For the office: nothing can be sent to the group of a body, why, and what helps.
#[must_use]
pub(crate) fn broken(words: Words<'_>, body: &BodyCode, why: &str) -> Message {
    Message::plain(say!(
        words,
        "group-broken-office",
        body = words.body(body),
        trouble = trouble(why),
        why = why,
    ))
}

/// What becomes of a card when the same question gets a newer one in the same group.
#[must_use]
pub(crate) fn card_is_below(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(words, "card-is-below", code = question.code))
}

/// For the office: a card waits because its body has no group.
#[must_use]
pub(crate) fn card_waits(words: Words<'_>, question: &Question) -> Message {
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

/// For the office, when its group is linked: whose cards wait for a group.
#[must_use]
pub(crate) fn cards_wait(words: Words<'_>, waiting: &[(BodyCode, u32)]) -> Message {
    let mut lines = vec![say!(words, "cards-waiting-title")];
    lines.extend(waiting.iter().map(|(body, count)| {
        say!(
            words,
            "cards-waiting-line",
            body = words.body(body),
            count = *count,
            body_code = body.as_str()
        )
    }));
    Message::plain(crate::messages::Html::lines(lines))
}

/// Rights that the bot needs in a group and does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lacking {
    /// To make topics, in a forum.
    pub(crate) topics: bool,
    /// To pin, in the office's group and that of the standing body: what waits for triage, the supervision board.
    pub(crate) pin: bool,
}

impl Lacking {
    /// What is missing, from what is there.
    #[must_use]
    #[expect(
        clippy::fn_params_excessive_bools,
        reason = "four facts as Telegram tells them"
    )]
    pub(crate) fn of(
        is_forum: bool,
        has_a_pin: bool,
        may_manage_topics: bool,
        may_pin: bool,
    ) -> Self {
        Self {
            topics: is_forum && !may_manage_topics,
            pin: has_a_pin && !may_pin,
        }
    }

    /// A name for it, to be compared with later; `None`: nothing.
    #[must_use]
    pub(crate) fn code(self) -> Option<String> {
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
pub(crate) fn rights(words: Words<'_>, lacking: Lacking) -> Message {
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
    Message::plain(crate::messages::Html::lines(lines))
}
