//! One file per thing a person can do: load facts, let the domain decide, record what follows.
//!
//! A handler never sends: it puts messages into the outbox, in the transaction of everything else. Doing an
//! update twice changes nothing, because the inbox lets each through once. Start with [`handle_safely`].

mod answer;
mod card;
mod clock;
mod consult;
mod doors;
mod meeting;
mod office;
mod paper;
mod people;
mod question;
mod shared;
mod triage;

use jiff::Timestamp;

pub(crate) use answer::{confirm::are_due as are_checks_due, promise::are_due as are_promises_due};
pub(crate) use card::timers::are_due as are_cases_due;
pub(crate) use clock::morning::is_morning_due;
pub(crate) use clock::{
    exchanged::is_due as is_exchange_due, supervision::is_due as is_board_due,
    waiting_cards::are_due as are_cards_due,
};
pub(crate) use consult::timers::are_due as are_consultations_due;
pub(crate) use doors::{
    deliveries::settle_deliveries,
    readings::{Ending, Heard, refuse_reading, say_reading_is_at_work, tell_reading},
    timers::{do_what_is_due, drafts::are_due as are_drafts_due},
};
pub(crate) use office::{
    broadcast::send::is_due as is_broadcast_due,
    invite::first_administrator,
    membership::{Answered, excuse, heed, is_being_looked_up},
    timers::are_due as are_rights_due,
    upkeep::{self, what_is_missing},
};
pub(crate) use paper::bulk;
pub(crate) use people::{
    erase::are_due as are_erasures_due, request_desk::are_due as are_requests_due,
    retention::is_due as is_retention_due,
};
pub(crate) use shared::{
    error::HandlerError,
    facts::{BotIdentity, Facts, PagesAt},
};
pub(crate) use triage::counter::is_due as is_triage_due;

use crate::{
    chat::incoming::{ChatKind, Deed, Incoming},
    domain::ids::UpdateId,
    handlers::shared::cx::Cx,
    store::{WriteTx, held_deeds::Asked},
};

/// Tells Telegram that a press was seen, with a short text for the person who pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Acknowledgement {
    /// Telegram's id of the press.
    pub(crate) press: String,
    /// At most 200 characters, shown for a moment.
    pub(crate) toast: Option<String>,
    /// Shown until dismissed: a refusal somebody should read.
    pub(crate) is_alert: bool,
}

/// What came of an update.
#[derive(Debug)]
pub(crate) enum Handled {
    /// It was done; a press has to be acknowledged.
    Done(Option<Acknowledgement>),
    /// Nothing was done: it waits for what Telegram tells about somebody, or about the group.
    Asks(Asked),
}

/// Telegram's limit for the text of an acknowledgement, in UTF-16 units.
const MAX_TOAST: usize = 200;

/// Handles one update; a panic is an error like any other.
///
/// # Errors
/// When we broke. "The rules say no" is not an error.
pub(crate) fn handle_safely(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<Handled, HandlerError> {
    shared::error::caught(|| handle(tx, facts, incoming, now))
}

fn handle(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<Handled, HandlerError> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let valve = doors::flood::valve(&mut cx, incoming)?;
    match (&incoming.deed, incoming.chat.kind) {
        _ if valve == doors::flood::Valve::Shut => {}
        (Deed::PressedElsewhere { .. }, _) | (Deed::Pressed { .. }, ChatKind::Channel) => {
            doors::elsewhere::pressed(&mut cx, incoming)?;
        }
        (Deed::AskedInline { query, words, page }, _) => {
            doors::elsewhere::asked(&mut cx, incoming, query, (words, *page))?;
        }
        (Deed::ChoseInline { result }, _) => doors::elsewhere::chose(&mut cx, result)?,
        (_, ChatKind::Private) => doors::private::handle(&mut cx, incoming)?,
        (_, ChatKind::Group) => doors::group::handle(&mut cx, incoming)?,
        (_, ChatKind::Channel) => {}
    }
    if let Some(asked) = cx.asks() {
        return Ok(Handled::Asks(asked));
    }
    let Some(press) = incoming.press() else {
        return Ok(Handled::Done(None));
    };
    let (toast, is_alert) = cx.into_toast();
    let toast = toast.map(|text| crate::domain::text::truncate_utf16(&text, MAX_TOAST));
    Ok(Handled::Done(Some(Acknowledgement {
        press: press.to_owned(),
        toast,
        is_alert,
    })))
}

/// Says sorry for an update that was set aside, with its number, and tells the office.
///
/// # Errors
/// When the database fails.
pub(crate) fn apologise(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    incoming: &Incoming,
    update: UpdateId,
    now: Timestamp,
) -> crate::store::Result<Option<Acknowledgement>> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    shared::notices::apologise(&mut cx, incoming, update)?;
    Ok(seen(incoming))
}

/// A press that nothing more is said about.
pub(crate) fn seen(incoming: &Incoming) -> Option<Acknowledgement> {
    incoming.press().map(|press| Acknowledgement {
        press: press.to_owned(),
        toast: None,
        is_alert: false,
    })
}
