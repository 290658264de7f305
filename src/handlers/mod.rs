//! One file per thing a person can do: load facts, let the domain decide, record what follows.
//!
//! A handler never sends: it puts messages into the outbox, in the transaction of everything else. Doing an
//! update twice changes nothing, because the inbox lets each through once. Start with [`handle_safely`].

mod add_to_question;
mod announce;
mod answer_question;
mod answering;
mod approve_answer;
mod ask_back;
mod ask_for_meeting;
mod ask_question;
mod assign;
mod attach;
mod bring_companions;
mod card_deeds;
mod case_timers;
mod change_meeting;
mod change_settings;
mod chase_answer;
mod check_in;
mod choose_area;
mod clock_buttons;
mod close_meeting;
mod complete_answer;
mod consent;
mod context;
mod correct_answer;
mod correct_question;
mod count_triage;
mod deliver_answer;
mod delivery_outcomes;
mod desk;
mod draft_timers;
mod enter_question;
mod error;
mod facts;
mod follow_question;
mod gate;
mod give_seats;
mod hand_over;
mod handle_card;
mod in_group;
mod in_private;
mod invite;
mod judge_answer;
mod keep_areas;
mod keep_entered;
mod keep_promise;
mod lead_speakers;
mod link_group;
mod list_open;
mod look_up;
mod manage_roles;
mod membership;
mod menus;
mod merge_questions;
mod morning;
mod my_questions;
mod nominate_question;
mod notices;
mod place_question;
mod plan_meetings;
mod press_proxy;
mod preview_routes;
mod prompts;
mod put_off_reminder;
mod read_audit;
mod register_for_meeting;
mod relate_questions;
mod remind_bodies;
mod return_question;
mod revise_question;
mod rights;
mod rights_timers;
mod role_buttons;
mod see_figures;
mod see_meetings;
mod send_digest;
mod send_up;
mod set_aside;
mod share_phone;
mod show_notes;
mod show_phone;
mod speak_at_meeting;
mod split_for_author;
mod split_question;
mod submit_question;
mod support_question;
mod tell_on_paper;
mod timers;
mod transfer_question;
mod triage;
mod use_template;
mod withdraw_question;

use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::Timestamp;

pub use case_timers::are_due as are_cases_due;
pub use count_triage::is_due as is_triage_due;
pub use delivery_outcomes::settle_deliveries;
pub use draft_timers::are_due as are_drafts_due;
pub use error::HandlerError;
pub use facts::{BotIdentity, Facts};
pub use keep_promise::are_due as are_promises_due;
pub use morning::is_morning_due;
pub use rights_timers::are_due as are_rights_due;
pub use timers::do_what_is_due;

use crate::{
    chat::incoming::{ChatKind, Deed, Incoming},
    domain::ids::UpdateId,
    store::WriteTx,
};
use context::Cx;

/// Tells Telegram that a press was seen, with a short text for the person who pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Telegram's id of the press.
    pub press: String,
    /// At most 200 characters, shown for a moment.
    pub toast: Option<String>,
    /// Shown until dismissed: a refusal somebody should read.
    pub is_alert: bool,
}

/// Telegram's limit for the text of an acknowledgement, in UTF-16 units.
const MAX_TOAST: usize = 200;

/// Handles one update; a panic is an error like any other.
///
/// # Errors
/// When we broke. "The rules say no" is not an error.
pub fn handle_safely(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<Option<Acknowledgement>, HandlerError> {
    catch_unwind(AssertUnwindSafe(|| handle(tx, facts, incoming, now)))
        .unwrap_or_else(|_| Err(HandlerError::Panicked))
}

fn handle(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<Option<Acknowledgement>, HandlerError> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    cx.is_press = matches!(incoming.deed, Deed::Pressed { .. });
    match incoming.chat.kind {
        ChatKind::Private => in_private::handle(&mut cx, incoming)?,
        ChatKind::Group => in_group::handle(&mut cx, incoming)?,
        ChatKind::Channel => {}
    }
    let Deed::Pressed { press, .. } = &incoming.deed else {
        return Ok(None);
    };
    let (toast, is_alert) = cx.into_toast();
    let toast = toast.map(|text| crate::domain::text::truncate_utf16(&text, MAX_TOAST));
    Ok(Some(Acknowledgement {
        press: press.clone(),
        toast,
        is_alert,
    }))
}

/// Says sorry for an update that was set aside, with its number, and tells the office.
///
/// # Errors
/// When the database fails.
pub fn apologise(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    incoming: &Incoming,
    update: UpdateId,
    now: Timestamp,
) -> crate::store::Result<Option<Acknowledgement>> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    notices::apologise(&mut cx, incoming, update)?;
    Ok(match &incoming.deed {
        Deed::Pressed { press, .. } => Some(Acknowledgement {
            press: press.clone(),
            toast: None,
            is_alert: false,
        }),
        _ => None,
    })
}
