//! `/caidat`: the profile, one message edited in place. What one may change about oneself, and nothing else:
//! the person is the one who pressed, whatever a button carries.

use super::{
    context::{Cx, Outcome},
    in_private::ask_for_consent,
    keep_areas::{
        add_pressed, ask_area, drop_area, put_first, set_role, turn_to_area, turn_to_areas,
    },
    share_phone,
};
use crate::{
    chat::button::SettingsButton,
    domain::{
        conversation::{Conversation, Wish},
        event::{Event, ProfilePart},
        ids::{MeetingCode, MessageId},
        keyword::Keyword,
        resident::{Resident, Switch, Topic, name_of},
        text,
    },
    messages::{
        Message, Style, keyboard, resident as say_resident, say,
        settings::{self as say_settings, Profile},
    },
    store::{self, conversations, meetings, registrations, residents},
};

/// `/caidat`.
pub(super) fn show(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let screen = screen(cx, resident)?;
    Ok(cx.reply(resident.id.private_chat(), screen)?)
}

/// The first screen as it is now.
pub(super) fn screen(cx: &Cx<'_, '_>, resident: &Resident) -> store::Result<Message> {
    let areas = residents::areas(cx.tx, resident.id)?;
    let phone = residents::phone(cx.tx, resident.id)?;
    let mut hears = Vec::new();
    for topic in Topic::ALL {
        let wants = residents::wants(cx.tx, resident.id, *topic)?;
        hears.push((*topic, if wants { Switch::On } else { Switch::Off }));
    }
    let profile = Profile {
        resident,
        areas: &areas,
        phone: phone.as_ref(),
        hears: &hears,
        registered: &registered(cx, resident)?,
    };
    Ok(say_settings::profile(cx.words(resident.language), &profile))
}

/// The meetings to come for which they registered.
fn registered(cx: &Cx<'_, '_>, resident: &Resident) -> store::Result<Vec<MeetingCode>> {
    let live = registrations::live_of(cx.tx, resident.id, cx.now)?;
    Ok(live.into_iter().map(|one| one.meeting).collect())
}

/// A button of the profile.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    resident: Resident,
    button: &SettingsButton,
    shown: MessageId,
) -> Outcome {
    let needs_no_consent = matches!(
        button,
        SettingsButton::Open | SettingsButton::PlainWords(_) | SettingsButton::DropPhone
    );
    if !needs_no_consent && !resident.has_consented() {
        return ask_for_consent(cx, &resident, Wish::Settings);
    }
    leave_step(cx, &resident)?;
    match button {
        SettingsButton::Open => turn_to_profile(cx, &resident, shown),
        SettingsButton::Hear(topic, switch) => hear(cx, &resident, *topic, *switch, shown),
        SettingsButton::PlainWords(switch) => speak_plainly(cx, resident, *switch, shown),
        SettingsButton::Areas => turn_to_areas(cx, &resident, shown),
        SettingsButton::Area(area) => turn_to_area(cx, &resident, area, shown),
        SettingsButton::Role(area, role) => set_role(cx, resident, area, *role, shown),
        SettingsButton::First(area) => put_first(cx, resident, area, shown),
        SettingsButton::Drop(area) => drop_area(cx, resident, area, shown),
        SettingsButton::AddPage(parent, page) => {
            ask_area(cx, &resident, parent.as_ref(), *page, shown)
        }
        SettingsButton::Add(area) => add_pressed(cx, &resident, area, shown),
        SettingsButton::SharePhone => share_phone::ask(cx, &resident),
        SettingsButton::DropPhone => share_phone::drop(cx, &resident, shown),
        SettingsButton::Rename => ask_name(cx, &resident, shown),
        SettingsButton::TelegramName => take_telegram_name(cx, resident, shown),
    }
}

/// Whatever the profile was waiting for, another of its buttons ends the wait.
fn leave_step(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    match conversations::find(cx.tx, resident.id)? {
        Some(Conversation::AddingArea | Conversation::NamingSelf) => {
            Ok(conversations::clear(cx.tx, resident.id)?)
        }
        _ => Ok(()),
    }
}

pub(super) fn turn_to_profile(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    shown: MessageId,
) -> Outcome {
    let screen = screen(cx, resident)?;
    Ok(cx.replace(resident.id.private_chat(), shown, screen)?)
}

fn hear(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    topic: Topic,
    switch: Switch,
    shown: MessageId,
) -> Outcome {
    match (topic, switch) {
        (Topic::NewMeetings, Switch::On) => meetings::follow(cx.tx, resident.id, cx.now)?,
        (Topic::NewMeetings, Switch::Off) => meetings::unfollow(cx.tx, resident.id)?,
        (_, Switch::On) => residents::unmute(cx.tx, resident.id, topic)?,
        (_, Switch::Off) => residents::mute(cx.tx, resident.id, topic, cx.now)?,
    }
    let words = cx.words(resident.language);
    let registered = registered(cx, resident)?;
    let done = say_settings::switched(words, topic, switch, &registered);
    if (topic, switch) == (Topic::Reminders, Switch::Off) {
        cx.alert(done);
    } else {
        cx.toast(done);
    }
    turn_to_profile(cx, resident, shown)
}

/// Short sentences without signs from now on, or whole ones again: the keyboard at the bottom changes with it.
fn speak_plainly(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    switch: Switch,
    shown: MessageId,
) -> Outcome {
    let (wants, style) = match switch {
        Switch::On => (true, Style::Plain),
        Switch::Off => (false, Style::Full),
    };
    let is_news = resident.wants_plain_words != wants;
    resident.wants_plain_words = wants;
    residents::save(cx.tx, &resident, cx.now)?;
    cx.style = style;
    turn_to_profile(cx, &resident, shown)?;
    if !is_news {
        return Ok(());
    }
    let words = cx.words(resident.language);
    let html = match style {
        Style::Plain => say!(words, "plain-words-on"),
        Style::Full => say!(words, "plain-words-off"),
    };
    let message = Message::with(html, keyboard::home(words));
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

fn ask_name(cx: &mut Cx<'_, '_>, resident: &Resident, shown: MessageId) -> Outcome {
    conversations::set(cx.tx, resident.id, &Conversation::NamingSelf, cx.now)?;
    let message = say_settings::ask_name(cx.words(resident.language), resident);
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// The name to go by was typed.
pub(super) fn name(cx: &mut Cx<'_, '_>, mut resident: Resident, typed: &str) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Some(name) = name_of(typed) else {
        return Ok(cx.reply(chat, say_settings::bad_name(words))?);
    };
    conversations::clear(cx.tx, resident.id)?;
    resident.name = name;
    resident.name_chosen = true;
    correct_name(cx, &resident)?;
    show(cx, &resident)
}

fn take_telegram_name(cx: &mut Cx<'_, '_>, mut resident: Resident, shown: MessageId) -> Outcome {
    if let Some(name) = cx.telegram_name.clone() {
        resident.name = name;
    }
    resident.name_chosen = false;
    correct_name(cx, &resident)?;
    turn_to_profile(cx, &resident, shown)
}

/// The corrected name counts everywhere: for the office, and as initials in the groups.
fn correct_name(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    residents::save(cx.tx, resident, cx.now)?;
    residents::correct_initials(cx.tx, resident.id, &text::initials(&resident.name))?;
    let event = Event::ProfileChanged {
        part: ProfilePart::Name,
    };
    Ok(cx.record(&event, Some(resident.id), None)?)
}

/// After the language changed: the same screen in the new one, and the keyboard at the bottom.
pub(super) fn in_another_language(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    shown: MessageId,
) -> Outcome {
    turn_to_profile(cx, resident, shown)?;
    let words = cx.words(resident.language);
    let changed = say_resident::language_changed(words);
    Ok(cx.reply(resident.id.private_chat(), changed)?)
}
