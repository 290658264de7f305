//! `/caidat`: the profile, one message edited in place. What one may change about oneself, and nothing else:
//! the person is the one who pressed, whatever a button carries.

use crate::{
    chat::button::SettingsButton,
    domain::{
        conversation::{Conversation, Wish},
        event::{Event, ProfilePart},
        ids::{CategoryCode, MeetingCode, MessageId},
        keyword::Keyword,
        resident::{Resident, Switch, Topic, name_of},
        text,
    },
    handlers::{
        HandlerError,
        people::{
            areas::{
                add_pressed, ask_area, ask_association, drop_area, drop_association, put_first,
                set_role, turn_to_area, turn_to_areas,
            },
            phone,
        },
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{
        Message, Style, keyboard, resident as say_resident, say,
        settings::{self as say_settings, Profile},
    },
    store::{self, conversations, meetings, registrations, residents},
};

/// `/caidat`.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let screen = screen(cx, actor)?;
    Ok(cx.reply(actor.chat, screen)?)
}

/// The first screen as it is now.
pub(crate) fn screen(cx: &Cx<'_, '_>, actor: &Actor) -> Result<Message, HandlerError> {
    let areas = residents::areas(cx.tx, actor.user)?;
    let phone = residents::phone(cx.tx, actor.user)?;
    let mut hears = Vec::new();
    for topic in Topic::ALL {
        let wants = residents::wants(cx.tx, actor.user, *topic)?;
        hears.push((*topic, if wants { Switch::On } else { Switch::Off }));
    }
    let profile = Profile {
        resident: actor.resident()?,
        areas: &areas,
        phone: phone.as_ref(),
        hears: &hears,
        registered: &registered(cx, actor)?,
        subjects: meetings::subjects_of(cx.tx, actor.user)?.len(),
    };
    Ok(say_settings::profile(actor.words(cx), &profile))
}

/// The meetings to come for which they registered.
fn registered(cx: &Cx<'_, '_>, actor: &Actor) -> store::Result<Vec<MeetingCode>> {
    let live = registrations::live_of(cx.tx, actor.user, cx.now)?;
    Ok(live.into_iter().map(|one| one.meeting).collect())
}

/// A button of the profile.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &SettingsButton,
    shown: MessageId,
) -> Outcome {
    let needs_no_consent = matches!(
        button,
        SettingsButton::Open | SettingsButton::PlainWords(_) | SettingsButton::DropPhone
    );
    if !needs_no_consent && !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Settings);
    }
    leave_step(cx, actor)?;
    match button {
        SettingsButton::Open => turn_to_profile(cx, actor, shown),
        SettingsButton::Hear(topic, switch) => hear(cx, actor, *topic, *switch, shown),
        SettingsButton::Subjects => turn_to_subjects(cx, actor, shown),
        SettingsButton::Subject(field, switch) => hear_of_subject(cx, actor, field, *switch, shown),
        SettingsButton::PlainWords(switch) => speak_plainly(cx, actor, *switch, shown),
        SettingsButton::Areas => turn_to_areas(cx, actor, shown),
        SettingsButton::Area(area) => turn_to_area(cx, actor, area, shown),
        SettingsButton::Role(area, role) => set_role(cx, actor, area, *role, shown),
        SettingsButton::First(area) => put_first(cx, actor, area, shown),
        SettingsButton::Drop(area) => drop_area(cx, actor, area, shown),
        SettingsButton::Speak(area) => ask_association(cx, actor, area, shown),
        SettingsButton::SpeakNot(area) => drop_association(cx, actor, area, shown),
        SettingsButton::AddPage(parent, page) => ask_area(cx, actor, parent.as_ref(), *page, shown),
        SettingsButton::Add(area) => add_pressed(cx, actor, area, shown),
        SettingsButton::SharePhone => phone::ask(cx, actor),
        SettingsButton::DropPhone => phone::drop(cx, actor, shown),
        SettingsButton::Rename => ask_name(cx, actor, shown),
        SettingsButton::TelegramName => take_telegram_name(cx, actor, shown),
    }
}

/// Whatever the profile was waiting for, another of its buttons ends the wait.
fn leave_step(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    match conversations::find(cx.tx, actor.user)? {
        Some(
            Conversation::AddingArea
            | Conversation::NamingSelf
            | Conversation::NamingAssociation(_),
        ) => Ok(conversations::clear(cx.tx, actor.user)?),
        _ => Ok(()),
    }
}

pub(crate) fn turn_to_profile(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let screen = screen(cx, actor)?;
    Ok(cx.replace(actor.chat, shown, screen)?)
}

fn hear(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    topic: Topic,
    switch: Switch,
    shown: MessageId,
) -> Outcome {
    match (topic, switch) {
        (Topic::NewMeetings, Switch::On) => meetings::follow(cx.tx, actor.user, cx.now)?,
        (Topic::NewMeetings, Switch::Off) => meetings::unfollow(cx.tx, actor.user)?,
        (_, Switch::On) => residents::unmute(cx.tx, actor.user, topic)?,
        (_, Switch::Off) => residents::mute(cx.tx, actor.user, topic, cx.now)?,
    }
    let words = actor.words(cx);
    let registered = registered(cx, actor)?;
    let done = say_settings::switched(words, topic, switch, &registered);
    if (topic, switch) == (Topic::Reminders, Switch::Off) {
        cx.alert(done);
    } else {
        cx.toast(done);
    }
    turn_to_profile(cx, actor, shown)
}

/// The fields of whose meetings one hears.
fn turn_to_subjects(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let followed = meetings::subjects_of(cx.tx, actor.user)?;
    let message = say_settings::subjects(actor.words(cx), &followed);
    Ok(cx.replace(actor.chat, shown, message)?)
}

fn hear_of_subject(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    field: &CategoryCode,
    switch: Switch,
    shown: MessageId,
) -> Outcome {
    match switch {
        Switch::On if cx.council.category(field).is_some() => {
            meetings::follow_subject(cx.tx, actor.user, field, cx.now)?;
        }
        Switch::On => {}
        Switch::Off => meetings::unfollow_subject(cx.tx, actor.user, Some(field))?,
    }
    turn_to_subjects(cx, actor, shown)
}

/// Short sentences without signs from now on, or whole ones again: the keyboard at the bottom changes with it.
fn speak_plainly(cx: &mut Cx<'_, '_>, actor: &Actor, switch: Switch, shown: MessageId) -> Outcome {
    let (wants, style) = match switch {
        Switch::On => (true, Style::Plain),
        Switch::Off => (false, Style::Full),
    };
    let mut resident = actor.resident()?.clone();
    let is_news = resident.wants_plain_words != wants;
    resident.wants_plain_words = wants;
    residents::save(cx.tx, &resident, cx.now)?;
    let actor = &actor.with_profile(resident);
    cx.style = style;
    turn_to_profile(cx, actor, shown)?;
    if !is_news {
        return Ok(());
    }
    let words = actor.words(cx);
    let html = match style {
        Style::Plain => say!(words, "plain-words-on"),
        Style::Full => say!(words, "plain-words-off"),
    };
    let message = Message::with(html, keyboard::home(words));
    Ok(cx.reply(actor.chat, message)?)
}

fn ask_name(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    conversations::set(cx.tx, actor.user, &Conversation::NamingSelf, cx.now)?;
    let message = say_settings::ask_name(actor.words(cx), actor.resident()?);
    asked::put_in(cx, actor, shown, message)
}

/// The name to go by was typed.
pub(crate) fn name(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let Some(name) = name_of(typed) else {
        return Ok(cx.reply(chat, say_settings::bad_name(words))?);
    };
    conversations::clear(cx.tx, actor.user)?;
    let resident = Resident {
        name,
        name_chosen: true,
        ..actor.resident()?.clone()
    };
    let actor = correct_name(cx, actor, resident)?;
    show(cx, &actor)
}

fn take_telegram_name(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let resident = Resident {
        name: actor.telegram_name.clone(),
        name_chosen: false,
        ..actor.resident()?.clone()
    };
    let actor = correct_name(cx, actor, resident)?;
    turn_to_profile(cx, &actor, shown)
}

/// The corrected name counts everywhere: for the office, and as initials in the groups.
fn correct_name(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    resident: Resident,
) -> Result<Actor, HandlerError> {
    residents::save(cx.tx, &resident, cx.now)?;
    residents::correct_initials(cx.tx, resident.id, &text::initials(&resident.name))?;
    let event = Event::ProfileChanged {
        part: ProfilePart::Name,
    };
    cx.record(&event, Some(resident.id), None)?;
    Ok(actor.with_profile(resident))
}

/// After the language changed: the same screen in the new one, and the keyboard at the bottom.
pub(crate) fn in_another_language(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    turn_to_profile(cx, actor, shown)?;
    let words = actor.words(cx);
    let changed = say_resident::language_changed(words);
    Ok(cx.reply(actor.chat, changed)?)
}
