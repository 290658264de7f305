//! What clerks read while an announcement is being sent, and what its recipients read.

use super::{audience_name, press};
use crate::messages::{Html, Message, Words, label, say};
use crate::{
    chat::{
        button::BroadcastButton,
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::broadcast::{Broadcast, BroadcastState},
};
use jiff::Timestamp;

/// How far it is; at the end what became of it. `rests_until`: the quiet hours hold it.
#[must_use]
pub(crate) fn progress(
    words: Words<'_>,
    broadcast: &Broadcast,
    rests_until: Option<Timestamp>,
) -> Message {
    let id = broadcast.id;
    let tally = broadcast.tally;
    let title = match (broadcast.state, rests_until) {
        (BroadcastState::Paused, _) => say!(words, "broadcast-paused"),
        (BroadcastState::Stopped, _) => say!(words, "broadcast-stopped"),
        (BroadcastState::Done, _) => say!(words, "broadcast-done"),
        _ if broadcast.is_held => say!(words, "broadcast-held"),
        (_, Some(until)) => say!(words, "broadcast-rests", time = words.moment(until)),
        _ => say!(words, "broadcast-sending"),
    };
    let mut lines = vec![
        title,
        say!(
            words,
            "broadcast-by",
            author = broadcast.author_name,
            approver = broadcast.approved_name.clone().unwrap_or_default()
        ),
        say!(
            words,
            "broadcast-to-whom",
            audience = audience_name(words, &broadcast.audience)
        ),
        say!(
            words,
            "broadcast-tally",
            queued = tally.queued,
            delivered = tally.delivered,
            blocked = tally.blocked,
            failed = tally.failed
        ),
    ];
    if let Some(why) = &broadcast.urgent_because {
        lines.push(say!(words, "broadcast-urgent", why = why));
    }
    if tally.perhaps_twice > 0 {
        lines.push(say!(
            words,
            "broadcast-perhaps-twice",
            count = tally.perhaps_twice
        ));
    }
    if broadcast.state == BroadcastState::Done {
        lines.extend(not_known(words, broadcast));
    }
    let stop = || {
        press(
            label!(words, "button-broadcast-stop"),
            BroadcastButton::Stop(id),
        )
    };
    let rows = match broadcast.state {
        BroadcastState::Sending => vec![vec![
            press(
                label!(words, "button-broadcast-pause"),
                BroadcastButton::Pause(id),
            ),
            stop(),
        ]],
        BroadcastState::Paused => vec![vec![
            press(
                label!(words, "button-broadcast-resume"),
                BroadcastButton::Resume(id),
            ),
            stop(),
        ]],
        BroadcastState::Draft
        | BroadcastState::Submitted
        | BroadcastState::Stopped
        | BroadcastState::Done
        | BroadcastState::Dropped => Vec::new(),
    };
    let html = Html::lines(lines);
    if rows.is_empty() {
        return Message::plain(html);
    }
    Message::with(html, Keyboard::Inline(rows))
}

/// What became of it, when nothing of it is on its way any more.
#[must_use]
pub(crate) fn report(words: Words<'_>, broadcast: &Broadcast) -> Message {
    let tally = broadcast.tally;
    let report = say!(
        words,
        "broadcast-report",
        author = broadcast.author_name,
        delivered = tally.delivered,
        blocked = tally.blocked,
        failed = tally.failed
    );
    let lines = [report].into_iter().chain(not_known(words, broadcast));
    Message::plain(Html::lines(lines))
}

/// Of how many messages nobody knows what became of them.
fn not_known(words: Words<'_>, broadcast: &Broadcast) -> Option<Html> {
    let count = broadcast.tally.uncounted();
    (count > 0).then(|| say!(words, "broadcast-not-known", count = count))
}

/// Whether to stop it for good.
#[must_use]
pub(crate) fn ask_stop(words: Words<'_>, broadcast: &Broadcast) -> Message {
    let id = broadcast.id;
    let rows = vec![vec![
        press(
            label!(words, "button-broadcast-stop-now"),
            BroadcastButton::StopNow(id),
        )
        .styled(ButtonStyle::Danger),
        press(label!(words, "button-back"), BroadcastButton::Show(id)),
    ]];
    Message::with(
        say!(
            words,
            "broadcast-ask-stop",
            left = broadcast.tally.uncounted()
        ),
        Keyboard::Inline(rows),
    )
}

/// What a recipient reads: the words and the buttons under them.
#[must_use]
pub(crate) fn for_recipient(words: Words<'_>, broadcast: &Broadcast) -> Message {
    let name = words.council().short_name.in_language(words.language());
    let head = if broadcast.urgent_because.is_some() {
        say!(words, "broadcast-head-urgent", council = name)
    } else {
        say!(words, "broadcast-head", council = name)
    };
    let mut blocks = vec![head];
    if !broadcast.text.is_empty() {
        blocks.push(Html::text(&broadcast.text));
    }
    let mut rows = Vec::new();
    if let Some(link) = &broadcast.link {
        rows.push(vec![InlineButton::opening(
            link.label.clone(),
            link.address.clone(),
        )]);
    }
    rows.push(vec![press(
        label!(words, "button-broadcast-mute"),
        BroadcastButton::Mute(broadcast.subject),
    )]);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}
