//! The phone: given by a button that sends one's own contact, or not at all; taken away again with one tap.
//!
//! It is personal data: kept in one column, shown masked, never in a group, a log or an event.

use super::{
    change_settings,
    context::{Cx, Outcome},
    in_private::ask_for_consent,
};
use crate::{
    domain::{
        conversation::{Conversation, Wish},
        event::{Event, ProfilePart},
        ids::{MessageId, UserId},
        phone::Phone,
        resident::Resident,
    },
    messages::{Message, keyboard, label, say, settings as say_settings},
    store::{conversations, residents},
};

/// "Cho số điện thoại": the keyboard at the bottom offers it.
pub(super) fn ask(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    conversations::set(cx.tx, resident.id, &Conversation::SharingPhone, cx.now)?;
    let message = say_settings::share_phone(cx.words(resident.language));
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// A contact came. Only the person's own is kept, and only after consent; whose it is, Telegram says.
pub(super) fn contact(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    phone: &str,
    owner: Option<UserId>,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if owner != Some(resident.id) {
        let html = say!(words, "phone-not-own");
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    if !resident.has_consented() {
        return ask_for_consent(cx, resident, Wish::Phone);
    }
    if conversations::find(cx.tx, resident.id)? == Some(Conversation::SharingPhone) {
        conversations::clear(cx.tx, resident.id)?;
    }
    let Some(phone) = Phone::parse(phone) else {
        let message = Message::with(say!(words, "phone-bad"), keyboard::home(words));
        return Ok(cx.reply(chat, message)?);
    };
    if residents::phone(cx.tx, resident.id)?.as_ref() != Some(&phone) {
        residents::set_phone(cx.tx, resident.id, Some(&phone), cx.now)?;
        let part = ProfilePart::Phone;
        cx.record(&Event::ProfileChanged { part }, Some(resident.id), None)?;
    }
    cx.reply(chat, say_settings::phone_kept(words, &phone))?;
    change_settings::show(cx, resident)
}

/// "Xóa số điện thoại".
pub(super) fn drop(cx: &mut Cx<'_, '_>, resident: &Resident, shown: MessageId) -> Outcome {
    if residents::phone(cx.tx, resident.id)?.is_some() {
        residents::set_phone(cx.tx, resident.id, None, cx.now)?;
        let part = ProfilePart::Phone;
        cx.record(&Event::ProfileChanged { part }, Some(resident.id), None)?;
    }
    let words = cx.words(resident.language);
    cx.toast(label!(words, "phone-dropped"));
    change_settings::turn_to_profile(cx, resident, shown)
}

/// Whether a text ended with the step.
pub(super) enum Step {
    /// It did: nothing else is to be done with the text.
    Over,
    /// The text is about something else, or no phone was asked for.
    Open,
}

/// Something else than the contact was written while the keyboard offered it: the home keyboard comes back. A number
/// typed by hand is not taken, because anybody can type anybody's.
pub(super) fn leave(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    typed: &str,
) -> Result<Step, super::HandlerError> {
    if conversations::find(cx.tx, resident.id)? != Some(Conversation::SharingPhone) {
        return Ok(Step::Open);
    }
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if Phone::parse(typed).is_some() {
        let again = say_settings::share_phone(words);
        let html = say!(words, "phone-typed");
        cx.reply(chat, Message { html, ..again })?;
        return Ok(Step::Over);
    }
    if typed.starts_with("/huy") || typed.starts_with("/cancel") {
        return Ok(Step::Open);
    }
    conversations::clear(cx.tx, resident.id)?;
    let left = Message::with(say!(words, "phone-left"), keyboard::home(words));
    cx.reply(chat, left)?;
    Ok(if say_settings::leads_back(words, typed) {
        Step::Over
    } else {
        Step::Open
    })
}
