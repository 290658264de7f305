//! What those who check people in read: figures in groups, names only in private.

use super::day_and_place;
use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, OrganiseButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        meeting::{
            Meeting,
            check_in::{Guest, HeadCount, Refusal},
            seats::{Share, Standing},
        },
        text,
    },
};

/// People on one page of the list.
pub(crate) const GUESTS_A_PAGE: usize = 10;

/// The longest name on a button, in UTF-16 units.
const MAX_NAME: usize = 32;

/// Which page of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    /// From 0.
    pub(crate) page: usize,
    /// How many there are.
    pub(crate) pages: usize,
}

/// The list at the door: one button a party, walk-ins below.
#[must_use]
pub(crate) fn list(
    words: Words<'_>,
    meeting: &Meeting,
    count: HeadCount,
    guests: &[Guest],
    at: Page,
) -> Message {
    let turned = |page: usize| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        Button::Organise(OrganiseButton::GuestPage(meeting.code.clone(), page))
    };
    let page = u16::try_from(at.page).unwrap_or(u16::MAX);
    let mut rows: Vec<Vec<InlineButton>> = guests
        .iter()
        .map(|guest| {
            let name = text::truncate_utf16(&guest.name, MAX_NAME);
            let name = match guest.share {
                Share::Open => name,
                Share::Reserved => format!("🪑 {name}"),
            };
            vec![match guest.arrived {
                Some(arrived) => button(
                    label!(words, "check-in-here", name = name, count = arrived),
                    &Button::Organise(OrganiseButton::NotArrived(guest.id, page)),
                ),
                None => button(
                    label!(words, "check-in-missing", name = name, count = guest.size),
                    &Button::Organise(OrganiseButton::Arrived(guest.id, page)),
                ),
            }]
        })
        .collect();
    let mut turn = Vec::new();
    if at.page > 0 {
        turn.push(button(
            label!(words, "button-previous-page"),
            &turned(at.page - 1),
        ));
    }
    if at.page + 1 < at.pages {
        turn.push(button(
            label!(words, "button-next-page"),
            &turned(at.page + 1),
        ));
    }
    rows.extend((!turn.is_empty()).then_some(turn));
    let walk_in = |size: u32| Button::Organise(OrganiseButton::WalkIns(meeting.code.clone(), size));
    rows.push(vec![
        button(label!(words, "button-walk-in", size = 1), &walk_in(1)),
        button(label!(words, "button-walk-in", size = 5), &walk_in(5)),
        button(label!(words, "button-walk-in-undo"), &walk_in(0)),
    ]);
    rows.push(vec![
        button(label!(words, "button-refresh"), &turned(at.page)),
        button(
            label!(words, "button-speakers"),
            &Button::Organise(OrganiseButton::Speakers(meeting.code.clone())),
        ),
    ]);
    let html = Html::paragraphs([
        head(words, meeting, count),
        say!(words, "check-in-how", code = meeting.code.as_str()),
    ]);
    Message::with(html, Keyboard::Inline(rows))
}

/// Figures for a group, with the way to the list in private; while the door is open, to the speakers.
#[must_use]
pub(crate) fn figures(
    words: Words<'_>,
    meeting: &Meeting,
    count: HeadCount,
    bot: &str,
    door: Result<(), Refusal>,
) -> Message {
    let link = format!("t.me/{bot}?start=c_{}", meeting.code);
    let html = Html::paragraphs([
        head(words, meeting, count),
        say!(words, "check-in-in-private", link = link),
    ]);
    let speakers = door.is_ok().then(|| {
        let speakers = Button::Organise(OrganiseButton::Speakers(meeting.code.clone()));
        Keyboard::Inline(vec![vec![button(
            label!(words, "button-speakers"),
            &speakers,
        )]])
    });
    Message {
        html,
        keyboard: speakers,
    }
}

/// A party was checked in by its ticket; fewer may have come than registered.
#[must_use]
pub(crate) fn arrived(
    words: Words<'_>,
    meeting: &Meeting,
    guest: &Guest,
    count: HeadCount,
) -> Message {
    let mut lines = vec![say!(
        words,
        "check-in-done",
        name = guest.name,
        arrived = guest.arrived.unwrap_or(0),
        size = guest.size
    )];
    if guest.share == Share::Reserved {
        lines.push(say!(words, "ticket-reserved"));
    }
    lines.push(say!(words, "check-in-total", count = count.in_all()));
    let html = Html::lines(lines);
    let mut rows = Vec::new();
    if guest.size > 1 {
        rows.push(
            (1..=guest.size)
                .map(|size| {
                    let label = label!(words, "button-recount", size = size);
                    button(
                        label,
                        &Button::Organise(OrganiseButton::Recount(guest.id, size)),
                    )
                })
                .collect(),
        );
    }
    rows.push(vec![
        button(
            label!(words, "button-not-arrived"),
            &Button::Organise(OrganiseButton::NotArrived(guest.id, 0)),
        ),
        button(
            label!(words, "button-guest-list"),
            &Button::Organise(OrganiseButton::GuestPage(meeting.code.clone(), 0)),
        ),
    ]);
    Message::with(html, Keyboard::Inline(rows))
}

/// At which of these meetings?
#[must_use]
pub(crate) fn choose(words: Words<'_>, open: &[Meeting]) -> Message {
    if open.is_empty() {
        return Message::plain(say!(words, "check-in-none-open"));
    }
    let rows = open
        .iter()
        .map(|meeting| {
            let label = label!(
                words,
                "button-open-meeting",
                code = meeting.code.as_str(),
                meeting = day_and_place(words, meeting)
            );
            vec![button(
                label,
                &Button::Organise(OrganiseButton::GuestPage(meeting.code.clone(), 0)),
            )]
        })
        .collect();
    Message::with(say!(words, "check-in-choose"), Keyboard::Inline(rows))
}

/// Why not (plain text).
#[must_use]
pub(crate) fn refusal(words: Words<'_>, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotHeld => label!(words, "check-in-not-held"),
        Refusal::TooEarly(at) => label!(words, "check-in-too-early", time = words.moment(at)),
        Refusal::TooLate => label!(words, "check-in-too-late"),
        Refusal::NoSeat(Standing::Waiting | Standing::Offered) => {
            label!(words, "check-in-waiting")
        }
        Refusal::NoSeat(Standing::Cancelled | Standing::Lapsed | Standing::Seated) => {
            label!(words, "check-in-cancelled")
        }
        Refusal::Already(at) => label!(words, "check-in-already", time = words.moment(at)),
    }
}

fn head(words: Words<'_>, meeting: &Meeting, count: HeadCount) -> Html {
    say!(
        words,
        "check-in-head",
        code = meeting.code.as_str(),
        time = words.appointment(meeting.starts_at),
        arrived = count.arrived,
        registered = count.registered,
        present = count.present,
        walk_ins = count.walk_ins,
        in_all = count.in_all(),
    )
}
