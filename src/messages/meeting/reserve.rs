//! Reserved seats, for clerks: who has them, who waits and could be given one.

use crate::messages::{Html, Message, Naming, Words, check_in::Page, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, OrganiseButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        meeting::{
            Meeting,
            reserve::{MAX_NAME, Party, Reach, Unreadable},
            seats::{MAX_COMPANIONS, NoSeats, Standing},
        },
        text,
    },
};

/// Parties on one page.
const PARTIES_A_PAGE: usize = 10;
/// So much of a name fits on a button, in UTF-16 units.
const MAX_BUTTON_NAME: usize = 30;

/// What there is to see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// Those who have reserved seats, then those who wait.
    pub(crate) parties: &'a [Party],
    /// Reserved seats that can still be given.
    pub(crate) free: u32,
    /// Which page is wanted, from 0.
    pub(crate) page: usize,
    /// How people are named here.
    pub(crate) naming: Naming,
}

/// The button of the meeting's page that leads here.
pub(super) fn way_in(words: Words<'_>, meeting: &Meeting, free: u32) -> InlineButton {
    button(
        label!(words, "button-reserve", free = free),
        &Button::Organise(OrganiseButton::Reserve(meeting.code.clone(), 0)),
    )
}

/// Who has reserved seats, and who waits: one button a party that a clerk can do something for.
#[must_use]
pub(crate) fn screen(words: Words<'_>, meeting: &Meeting, seen: &Seen<'_>) -> Message {
    let pages = seen.parties.len().div_ceil(PARTIES_A_PAGE).max(1);
    let at = Page {
        page: seen.page.min(pages - 1),
        pages,
    };
    let first = at.page * PARTIES_A_PAGE;
    let shown = seen.parties.iter().enumerate();
    let shown: Vec<(usize, &Party)> = shown.skip(first).take(PARTIES_A_PAGE).collect();
    let seated = seen
        .parties
        .iter()
        .take_while(|party| is_seated(party))
        .count();
    let mut lines = vec![say!(
        words,
        "reserve-head",
        code = meeting.code.as_str(),
        seats = meeting.reserved,
        free = seen.free
    )];
    let mut rows = Vec::new();
    let page = u16::try_from(at.page).unwrap_or(u16::MAX);
    for (number, party) in shown {
        let name = seen.naming.name(&party.name);
        let on_button = text::truncate_utf16(&name, MAX_BUTTON_NAME);
        if is_seated(party) {
            lines.push(say!(
                words,
                "reserve-seated",
                name = name,
                size = party.size,
                ticket = party.ticket.to_string()
            ));
            if party.reach == Reach::Office {
                rows.push(vec![button(
                    label!(words, "button-reserve-back", name = on_button),
                    &Button::Organise(OrganiseButton::TakeSeatBack(party.id, page)),
                )]);
            }
        } else {
            let place = number - seated + 1;
            lines.push(say!(
                words,
                "reserve-waiting",
                place = place,
                name = name,
                size = party.size
            ));
            rows.push(vec![button(
                label!(
                    words,
                    "button-reserve-give",
                    place = place,
                    name = on_button,
                    size = party.size
                ),
                &Button::Organise(OrganiseButton::GiveSeat(party.id, page)),
            )]);
        }
    }
    if seen.parties.is_empty() {
        lines.push(say!(words, "reserve-nobody"));
    }
    rows.extend(turns(words, meeting, at));
    rows.push(vec![
        button(
            label!(words, "button-reserve-guests"),
            &Button::Organise(OrganiseButton::InviteGuests(meeting.code.clone())),
        ),
        button(
            label!(words, "button-back-to-meeting"),
            &Button::Organise(OrganiseButton::PlanMeeting(meeting.code.clone())),
        ),
    ]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

fn is_seated(party: &Party) -> bool {
    party.standing == Standing::Seated
}

/// The way to the other pages.
fn turns(words: Words<'_>, meeting: &Meeting, at: Page) -> Option<Vec<InlineButton>> {
    let turned = |page: usize| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        Button::Organise(OrganiseButton::Reserve(meeting.code.clone(), page))
    };
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
    (!turn.is_empty()).then_some(turn)
}

/// What is wrong with the names that were typed.
#[must_use]
pub(crate) fn unreadable(words: Words<'_>, why: &Unreadable) -> Html {
    match why {
        Unreadable::NoName(line) => say!(words, "reserve-no-name", line = line),
        Unreadable::TooLong => say!(words, "reserve-name-too-long", most = MAX_NAME),
        Unreadable::TooMany(name) => {
            say!(
                words,
                "reserve-too-many",
                name = name,
                most = MAX_COMPANIONS
            )
        }
    }
}

/// Why a clerk cannot give so many (plain text).
#[must_use]
pub(crate) fn refusal(words: Words<'_>, no: NoSeats) -> String {
    let free = match no {
        NoSeats::Left { free } => free,
        NoSeats::BelowTaken { .. } | NoSeats::ReserveTooLarge { .. } | NoSeats::OnlyByClerk => 0,
    };
    label!(words, "reserve-left", free = free)
}

/// For the office: seats came back.
#[must_use]
pub(crate) fn given_back(words: Words<'_>, meeting: &Meeting, seats: u32, free: u32) -> Message {
    let html = say!(
        words,
        "reserve-given-back",
        code = meeting.code.as_str(),
        seats = seats,
        free = free
    );
    Message::with(
        html,
        Keyboard::Inline(vec![vec![way_in(words, meeting, free)]]),
    )
}

/// Guests whom the bot cannot tell of a change.
#[must_use]
pub(crate) fn guests_to_tell(words: Words<'_>, guests: &[Party], naming: Naming) -> Message {
    /// More names would not fit into one message.
    const NAMED: usize = 30;
    let names: Vec<String> = guests
        .iter()
        .take(NAMED)
        .map(|party| naming.name(&party.name))
        .collect();
    let more = guests.len() - names.len();
    let mut whom = names.join("; ");
    if more > 0 {
        whom = label!(words, "reserve-and-more", names = whom, more = more);
    }
    Message::plain(say!(
        words,
        "reserve-guests-to-tell",
        count = guests.len(),
        names = whom
    ))
}
