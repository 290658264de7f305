//! `/start`, consent, language: how somebody comes in.

use super::{
    check_in, choose_area,
    context::{Cx, Outcome},
    follow_question,
    in_private::ask_for_consent,
    invite, menus, register_for_meeting,
    rights::Officer,
    see_meetings, show_phone,
};
use crate::{
    domain::{
        conversation::{CONSENT_VERSION, Conversation, Wish},
        event::Event,
        ids::{AreaCode, Language, MeetingCode, MessageId},
        resident::Resident,
    },
    messages::{Html, Message, label, resident as say},
    store::{
        conversations, held_texts,
        residents::{self, ConsentDecision},
    },
};

/// `/start`, with the payload of a poster's or a receipt's link.
pub(super) fn start(cx: &mut Cx<'_, '_>, resident: Resident, payload: &str) -> Outcome {
    if let Some(code) = payload.strip_prefix("m_") {
        return see_meetings::one(cx, &resident, &MeetingCode::new(code));
    }
    if let Some(code) = payload.strip_prefix("c_") {
        return check_in::by_command(cx, &resident, code);
    }
    if let Some(ticket) = payload.strip_prefix("t_") {
        return register_for_meeting::by_ticket(cx, &resident, ticket);
    }
    if let Some(code) = payload.strip_prefix("q_") {
        return follow_question::by_link(cx, &resident, code);
    }
    if let Some(token) = payload.strip_prefix("i_") {
        let officer = Officer::in_private(cx, &resident)?;
        return invite::opened(cx, &officer, token);
    }
    if let Some(code) = payload.strip_prefix("p_") {
        let officer = Officer::in_private(cx, &resident)?;
        return show_phone::by_link(cx, &officer, code);
    }
    if Officer::in_private(cx, &resident)?.rights.is_clerk() {
        menus::refresh(cx, resident.id)?;
    }
    let area = payload.strip_prefix("a_");
    if !resident.has_consented() {
        let wish = area.map_or(Wish::Home, |area| Wish::Area(area.to_owned()));
        return ask_for_consent(cx, &resident, wish);
    }
    match area {
        Some(area) => choose_area::by_link(cx, resident, area),
        None if resident.area.is_none() => choose_area::ask(cx, &resident, Wish::Home),
        None => {
            let message = say::welcome_back(cx.words(resident.language));
            Ok(cx.reply(resident.id.private_chat(), message)?)
        }
    }
}

/// "Đồng ý": written down with the version that stood on the screen.
pub(super) fn agree(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    version: u32,
    message: MessageId,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if version != CONSENT_VERSION {
        cx.toast(label!(words, "old-button"));
        return ask_for_consent(cx, &resident, Wish::Home);
    }
    let then = match conversations::find(cx.tx, resident.id)? {
        Some(Conversation::Consenting { then }) => then,
        _ if resident.has_consented() => {
            cx.toast(label!(words, "refuse-decided"));
            return Ok(());
        }
        _ => Wish::Home,
    };
    residents::decide_consent(
        cx.tx,
        &resident,
        ConsentDecision::Agreed,
        version,
        message,
        cx.now,
    )?;
    cx.record(&Event::ConsentGiven { version }, Some(resident.id), None)?;
    resident.consent = Some((version, cx.now));
    let thanks = say::consent_thanks(words, version, cx.now);
    if let Wish::Area(code) = &then {
        cx.replace(chat, message, Message::plain(thanks))?;
        return choose_area::by_link(cx, resident, &code.clone());
    }
    if resident.area.is_some() {
        cx.replace(chat, message, Message::plain(thanks))?;
        conversations::clear(cx.tx, resident.id)?;
        cx.reply(chat, say::welcome_back(words))?;
        return super::in_private::fulfil(cx, &resident, then);
    }
    conversations::set(
        cx.tx,
        resident.id,
        &Conversation::ChoosingArea { then },
        cx.now,
    )?;
    let mut areas = say::choose_area(words, None, 0);
    areas.html = Html::paragraphs([thanks, areas.html]);
    Ok(cx.replace(chat, message, areas)?)
}

/// "Không đồng ý": what was held is gone; public information still works.
pub(super) fn refuse(cx: &mut Cx<'_, '_>, resident: &Resident, message: MessageId) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if resident.has_consented() {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(());
    }
    residents::decide_consent(
        cx.tx,
        resident,
        ConsentDecision::Refused,
        CONSENT_VERSION,
        message,
        cx.now,
    )?;
    cx.record(
        &Event::ConsentRefused {
            version: CONSENT_VERSION,
        },
        Some(resident.id),
        None,
    )?;
    conversations::clear(cx.tx, resident.id)?;
    held_texts::forget(cx.tx, resident.id)?;
    cx.replace(
        chat,
        message,
        Message::plain(crate::messages::say!(words, "consent-declined")),
    )?;
    Ok(cx.reply(chat, say::consent_refused(words))?)
}

/// Another language, everywhere and at once: the screen it was chosen on, the home keyboard, the menu.
pub(super) fn speak(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    language: Language,
    message: MessageId,
) -> Outcome {
    let chat = resident.id.private_chat();
    if !cx.council.languages.contains(&language) {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(());
    }
    resident.language = language;
    resident.language_chosen = true;
    residents::save(cx.tx, &resident, cx.now)?;
    let words = cx.words(language);
    match conversations::find(cx.tx, resident.id)? {
        Some(Conversation::Consenting {
            then: Wish::Ask { text },
        }) if !text.is_empty() => {
            cx.replace(chat, message, say::consent_first(words))?;
        }
        _ if !resident.has_consented() => cx.replace(chat, message, say::welcome(words))?,
        _ => {
            super::change_settings::in_another_language(cx, &resident, message)?;
        }
    }
    Ok(cx.set_menu(chat, say::menu(words))?)
}

/// The area of a poster's link, if it is one of ours.
pub(super) fn known_area(cx: &Cx<'_, '_>, code: &str) -> Option<AreaCode> {
    cx.council
        .area(&AreaCode::new(code))
        .map(|area| area.code.clone())
}
