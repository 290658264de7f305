//! `/start`, consent, language: how somebody comes in.

use crate::{
    domain::{
        conversation::{Conversation, Wish},
        event::Event,
        ids::{AreaCode, Language, MessageId},
        resident::CONSENT_VERSION,
    },
    handlers::{
        people::{area, settings},
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            next::{Leads, Next},
        },
    },
    messages::{Html, Message, Words, label, resident as say},
    store::{
        conversations, discarded, erasure, held_texts, meetings, points,
        residents::{self, ConsentDecision, ConsentText},
    },
};

/// "Đồng ý": written down with the version that stood on the screen.
pub(crate) fn agree(cx: &mut Cx<'_, '_>, actor: &Actor, version: u32, message: MessageId) -> Leads {
    let chat = actor.chat;
    let words = actor.words(cx);
    if version != CONSENT_VERSION {
        cx.old_button(words);
        ask_for_consent(cx, actor, Wish::Home)?;
        return Ok(Next::Nothing);
    }
    let then = match conversations::find(cx.tx, actor.user)? {
        Some(Conversation::Consenting { then }) => then,
        _ if actor.resident()?.has_consented() => {
            cx.toast(label!(words, "refuse-decided"));
            return Ok(Next::Nothing);
        }
        _ => Wish::Home,
    };
    let mut resident = actor.resident()?.clone();
    resident.consent = Some((version, cx.now));
    if !resident.name_chosen {
        resident.name.clone_from(&actor.telegram_name);
    }
    residents::save(cx.tx, &resident, cx.now)?;
    let about = consent_text(words, version);
    let agreed = ConsentDecision::Agreed;
    residents::decide_consent(cx.tx, &resident, agreed, &about, message, cx.now)?;
    cx.record(&Event::ConsentGiven { version }, Some(actor.user), None)?;
    if erasure::take_back(cx.tx, actor.user)? {
        cx.record(&Event::ErasureTakenBack, Some(actor.user), None)?;
        let html = crate::messages::say!(words, "erasure-ended-by-consent");
        cx.reply(chat, Message::plain(html))?;
    }
    let actor = &actor.with_profile(resident);
    let thanks = say::consent_thanks(words, version, cx.now);
    if let Wish::Area(code) = &then {
        cx.replace(chat, message, Message::plain(thanks))?;
        return area::by_link(cx, actor, &code.clone());
    }
    if actor.resident()?.area.is_some() {
        cx.replace(chat, message, Message::plain(thanks))?;
        conversations::clear(cx.tx, actor.user)?;
        cx.reply(chat, say::welcome_back(words))?;
        return Ok(Next::fulfil(actor.clone(), then));
    }
    conversations::set(
        cx.tx,
        actor.user,
        &Conversation::ChoosingArea { then },
        cx.now,
    )?;
    let mut areas = say::choose_area(words, None, 0);
    areas.html = Html::paragraphs([thanks, areas.html]);
    cx.replace(chat, message, areas)?;
    Ok(Next::Nothing)
}

/// "Không đồng ý": what was held is gone; public information still works.
pub(crate) fn refuse(cx: &mut Cx<'_, '_>, actor: &Actor, message: MessageId) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    if actor.resident()?.has_consented() {
        cx.toast(label!(words, "refuse-decided"));
        return Ok(());
    }
    let mut resident = actor.resident()?.clone();
    // Agreed to an earlier text, refused this one: what they agreed to has ended.
    if resident.consent.take().is_none() && !resident.name_chosen {
        resident.name.clear();
        residents::save(cx.tx, &resident, cx.now)?;
    }
    let about = consent_text(words, CONSENT_VERSION);
    let refused = ConsentDecision::Refused;
    residents::decide_consent(cx.tx, &resident, refused, &about, message, cx.now)?;
    cx.record(
        &Event::ConsentRefused {
            version: CONSENT_VERSION,
        },
        Some(actor.user),
        None,
    )?;
    conversations::clear(cx.tx, actor.user)?;
    held_texts::forget(cx.tx, actor.user)?;
    cx.replace(
        chat,
        message,
        Message::plain(crate::messages::say!(words, "consent-declined")),
    )?;
    Ok(cx.reply(chat, say::consent_refused(words))?)
}

/// The text that stood on the screen.
fn consent_text(words: Words<'_>, version: u32) -> ConsentText {
    ConsentText {
        version,
        text: say::consent_text(words),
    }
}

/// "Rút lại sự đồng ý": from now on nothing but public information, until they agree anew. What the council has already
/// stays with it until they are forgotten or it is too old.
pub(crate) fn withdraw(cx: &mut Cx<'_, '_>, actor: &Actor, message: MessageId) -> Outcome {
    let words = actor.words(cx);
    if actor.resident()?.consent.is_none() {
        cx.toast(label!(words, "consent-none"));
        return Ok(());
    }
    end_consent(cx, actor, message)?;
    let done = Message::plain(crate::messages::say!(words, "consent-withdrawn"));
    Ok(cx.replace(actor.chat, message, done)?)
}

/// The consent is over: nothing that was begun is kept, nothing more is told that was not asked for.
pub(crate) fn end_consent(cx: &mut Cx<'_, '_>, actor: &Actor, message: MessageId) -> Outcome {
    let resident = actor.resident()?;
    let Some((version, _)) = resident.consent else {
        return Ok(());
    };
    let about = consent_text(actor.words(cx), version);
    let withdrawn = ConsentDecision::Withdrawn;
    residents::decide_consent(cx.tx, resident, withdrawn, &about, message, cx.now)?;
    cx.record(&Event::ConsentWithdrawn { version }, Some(actor.user), None)?;
    conversations::clear(cx.tx, actor.user)?;
    held_texts::forget(cx.tx, actor.user)?;
    points::forget(cx.tx, actor.user)?;
    if let Some(draft) = conversations::draft_of(cx.tx, actor.user)? {
        conversations::remove_draft(cx.tx, draft.id)?;
    }
    discarded::forget(cx.tx, actor.user)?;
    meetings::unfollow_subject(cx.tx, actor.user, None)?;
    Ok(meetings::unfollow(cx.tx, actor.user)?)
}

/// Another language, everywhere and at once: the screen it was chosen on, the home keyboard, the menu.
pub(crate) fn speak(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    language: Language,
    message: MessageId,
) -> Outcome {
    let chat = actor.chat;
    if !cx.council.languages.contains(&language) {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    }
    let mut resident = actor.resident()?.clone();
    resident.language = language;
    resident.language_chosen = true;
    residents::save(cx.tx, &resident, cx.now)?;
    let actor = &actor.with_profile(resident);
    let words = cx.words(language);
    match conversations::find(cx.tx, actor.user)? {
        Some(Conversation::Consenting {
            then: Wish::Ask { text, .. },
        }) if !text.is_empty() => {
            cx.replace(chat, message, say::consent_first(words))?;
        }
        _ if !actor.resident()?.has_consented() => {
            cx.replace(chat, message, say::welcome(words))?;
        }
        _ => {
            settings::in_another_language(cx, actor, message)?;
        }
    }
    Ok(cx.set_menu(chat, say::menu(words))?)
}

/// The area of a poster's link, if it is one of ours.
pub(crate) fn known_area(cx: &Cx<'_, '_>, code: &str) -> Option<AreaCode> {
    let code = AreaCode::new(code);
    cx.council.offers_area(&code).then_some(code)
}
