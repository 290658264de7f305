//! The phone: given by a button that sends one's own contact, or not at all; taken away again with one tap.
//!
//! It is personal data: kept in one column, shown masked, never in a group, a log or an event.

use crate::{
    domain::{
        conversation::{Conversation, Wish},
        event::{Event, ProfilePart},
        ids::{MessageId, UserId},
        phone::Phone,
    },
    handlers::{
        people::settings,
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, keyboard, label, say, settings as say_settings},
    store::{conversations, residents},
};

/// "Cho số điện thoại": the keyboard at the bottom offers it.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    conversations::set(cx.tx, actor.user, &Conversation::SharingPhone, cx.now)?;
    let message = say_settings::share_phone(actor.words(cx));
    Ok(cx.reply(actor.chat, message)?)
}

/// A contact came. Only the person's own is kept, and only after consent; whose it is, Telegram says.
pub(crate) fn contact(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    phone: &str,
    owner: Option<UserId>,
) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    if owner != Some(actor.user) {
        let html = say!(words, "phone-not-own");
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Phone);
    }
    if conversations::find(cx.tx, actor.user)? == Some(Conversation::SharingPhone) {
        conversations::clear(cx.tx, actor.user)?;
    }
    let Some(phone) = Phone::parse(phone) else {
        let message = Message::with(say!(words, "phone-bad"), keyboard::home(words));
        return Ok(cx.reply(chat, message)?);
    };
    if residents::phone(cx.tx, actor.user)?.as_ref() != Some(&phone) {
        residents::set_phone(cx.tx, actor.user, Some(&phone), cx.now)?;
        let part = ProfilePart::Phone;
        cx.record(&Event::ProfileChanged { part }, Some(actor.user), None)?;
    }
    cx.reply(chat, say_settings::phone_kept(words, &phone))?;
    settings::show(cx, actor)
}

/// "Xóa số điện thoại".
pub(crate) fn drop(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    if residents::phone(cx.tx, actor.user)?.is_some() {
        residents::set_phone(cx.tx, actor.user, None, cx.now)?;
        let part = ProfilePart::Phone;
        cx.record(&Event::ProfileChanged { part }, Some(actor.user), None)?;
    }
    let words = actor.words(cx);
    cx.toast(label!(words, "phone-dropped"));
    settings::turn_to_profile(cx, actor, shown)
}

/// Whether a text ended with the step.
pub(crate) enum Step {
    /// It did: nothing else is to be done with the text.
    Over,
    /// The text is about something else, or no phone was asked for.
    Open,
}

/// Something else than the contact was written while the keyboard offered it: the home keyboard comes back. A number
/// typed by hand is not taken, because anybody can type anybody's.
pub(crate) fn leave(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    typed: &str,
) -> Result<Step, crate::handlers::HandlerError> {
    if conversations::find(cx.tx, actor.user)? != Some(Conversation::SharingPhone) {
        return Ok(Step::Open);
    }
    let chat = actor.chat;
    let words = actor.words(cx);
    if Phone::parse(typed).is_some() {
        let again = say_settings::share_phone(words);
        let html = say!(words, "phone-typed");
        cx.reply(chat, Message { html, ..again })?;
        return Ok(Step::Over);
    }
    if typed.starts_with("/huy") || typed.starts_with("/cancel") {
        return Ok(Step::Open);
    }
    conversations::clear(cx.tx, actor.user)?;
    let left = Message::with(say!(words, "phone-left"), keyboard::home(words));
    cx.reply(chat, left)?;
    Ok(if say_settings::leads_back(words, typed) {
        Step::Over
    } else {
        Step::Open
    })
}
