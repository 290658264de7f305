//! `/start`: how somebody comes in, with the payload of a poster's, a receipt's or an invitation's link.

use crate::{
    domain::{conversation::Wish, ids::MeetingCode},
    handlers::{
        consult,
        doors::next,
        meeting::{check_in, register, see},
        office::{invite, menus, phone, uncover},
        paper::follow,
        people::area,
        question::look_up,
        shared::{
            actor::Actor,
            consent::ask_for_consent,
            cx::{Cx, Outcome},
        },
    },
    messages::resident as say,
};

/// A published answer. Officers who kept such a link from when it showed a phone are told where that is now.
fn published(cx: &mut Cx<'_, '_>, actor: &Actor, code: &str) -> Outcome {
    look_up::one(cx, actor, code)?;
    phone::link_has_moved(cx, actor, code)
}

/// `/start`, with the payload of a poster's or a receipt's link.
pub(crate) fn start(cx: &mut Cx<'_, '_>, actor: &Actor, payload: &str) -> Outcome {
    if let Some(code) = payload.strip_prefix("m_") {
        return see::one(cx, actor, &MeetingCode::new(code));
    }
    if let Some(code) = payload.strip_prefix("r_") {
        return register::by_link(cx, actor, &MeetingCode::new(code));
    }
    if let Some(code) = payload.strip_prefix("c_") {
        return check_in::by_command(cx, actor, code);
    }
    if let Some(ticket) = payload.strip_prefix("t_") {
        return register::by_ticket(cx, actor, ticket);
    }
    if let Some(code) = payload.strip_prefix("q_") {
        return follow::by_link(cx, actor, code);
    }
    if let Some(token) = payload.strip_prefix("i_") {
        return invite::opened(cx, actor, token);
    }
    if let Some(code) = payload.strip_prefix("p_") {
        return published(cx, actor, code);
    }
    if let Some(code) = payload.strip_prefix("d_") {
        return phone::by_link(cx, actor, code);
    }
    if let Some(code) = payload.strip_prefix("w_") {
        return uncover::by_link(cx, actor, code);
    }
    if let Some(number) = payload.strip_prefix("y_") {
        return consult::by_link(cx, actor, number);
    }
    let rights = actor.rights(cx)?;
    if rights.is_clerk() {
        menus::refresh(cx, actor.user)?;
    }
    let area = payload.strip_prefix("a_");
    let works_here = rights.is_clerk() || !rights.bodies().is_empty();
    if works_here && area.is_none() && !actor.resident()?.has_consented() {
        // Whoever comes to work is not asked for what residents are.
        let message = say::welcome_staff(actor.words(cx));
        return Ok(cx.reply(actor.chat, message)?);
    }
    if !actor.resident()?.has_consented() {
        let wish = area.map_or(Wish::Home, |area| Wish::Area(area.to_owned()));
        return ask_for_consent(cx, actor, wish);
    }
    match area {
        Some(area) => {
            let next = area::by_link(cx, actor, area)?;
            next::run(cx, next)
        }
        None if actor.resident()?.area.is_none() => area::ask(cx, actor, Wish::Home),
        None => {
            let message = say::welcome_back(actor.words(cx));
            Ok(cx.reply(actor.chat, message)?)
        }
    }
}
