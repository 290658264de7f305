//! The areas of a person: the first one, further ones, what they have to do with each. Each press is checked again: an
//! area that is not (any more) theirs gets a polite word.

use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::{AreaCode, MessageId},
        resident::{AreaRole, MAX_AREAS, OwnArea, Resident, association_of},
        text,
    },
    handlers::{
        HandlerError,
        people::{area::the_one_named, consent::known_area},
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, label, say, settings as say_settings},
    store::{associations, conversations, residents},
};

/// One's areas.
pub(crate) fn turn_to_areas(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    let own = residents::areas(cx.tx, actor.user)?;
    let spoken = associations::of(cx.tx, actor.user)?;
    let message = say_settings::areas(actor.words(cx), &own, &spoken, own.len() < MAX_AREAS);
    Ok(cx.replace(actor.chat, shown, message)?)
}

/// One of the person's areas; anything else is an old button.
fn own_area(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
) -> Result<Option<(Vec<OwnArea>, OwnArea)>, HandlerError> {
    let all = residents::areas(cx.tx, actor.user)?;
    let found = all.iter().find(|own| own.area == *area).cloned();
    if found.is_none() {
        let words = actor.words(cx);
        cx.old_button(words);
    }
    Ok(found.map(|own| (all, own)))
}

/// One of them.
pub(crate) fn turn_to_area(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some((all, own)) = own_area(cx, actor, area)? else {
        return turn_to_areas(cx, actor, shown);
    };
    let message = page(cx, actor, &all, &own)?;
    Ok(cx.replace(actor.chat, shown, message)?)
}

fn page(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    all: &[OwnArea],
    own: &OwnArea,
) -> Result<Message, HandlerError> {
    let spoken = associations::of(cx.tx, actor.user)?;
    Ok(say_settings::one_area(actor.words(cx), all, own, &spoken))
}

/// "Đại diện hội, đoàn thể": which one? The delegates will read that nobody has proved it.
pub(crate) fn ask_association(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    if own_area(cx, actor, area)?.is_none() {
        return turn_to_areas(cx, actor, shown);
    }
    let waits = Conversation::NamingAssociation(area.clone());
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let message = say_settings::ask_association(actor.words(cx), area);
    asked::put_in(cx, actor, shown, message)
}

/// Its name was typed.
pub(crate) fn name_association(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    typed: &str,
) -> Outcome {
    let words = actor.words(cx);
    let Some(name) = association_of(typed) else {
        return Ok(cx.reply(actor.chat, say_settings::bad_association(words, area))?);
    };
    conversations::clear(cx.tx, actor.user)?;
    let all = residents::areas(cx.tx, actor.user)?;
    let Some(own) = all.iter().find(|own| own.area == *area) else {
        let gone = say!(words, "association-area-gone", area = words.area(area));
        return Ok(cx.reply(actor.chat, Message::plain(gone))?);
    };
    associations::keep(cx.tx, actor.user, area, &name, cx.now)?;
    let page = page(cx, actor, &all, own)?;
    Ok(cx.reply(actor.chat, page)?)
}

/// They speak for themselves there again.
pub(crate) fn drop_association(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    associations::drop(cx.tx, actor.user, area)?;
    turn_to_area(cx, actor, area, shown)
}

/// What one has to do with it.
pub(crate) fn set_role(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    role: AreaRole,
    shown: MessageId,
) -> Outcome {
    let Some((_, own)) = own_area(cx, actor, area)? else {
        return turn_to_areas(cx, actor, shown);
    };
    keep(cx, actor, &OwnArea { role, ..own })?;
    turn_to_area(cx, actor, area, shown)
}

/// Keeps the role of one of the person's areas, wherever that area stands.
fn keep(cx: &mut Cx<'_, '_>, actor: &Actor, own: &OwnArea) -> Outcome {
    let resident = actor.resident()?;
    if resident.area.as_ref() == Some(&own.area) {
        let resident = Resident {
            area_role: own.role,
            ..resident.clone()
        };
        Ok(residents::save(cx.tx, &resident, cx.now)?)
    } else {
        Ok(residents::keep_area(cx.tx, actor.user, own, cx.now)?)
    }
}

/// It comes first; what was first stays as a further one.
pub(crate) fn put_first(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some((_, own)) = own_area(cx, actor, area)? else {
        return turn_to_areas(cx, actor, shown);
    };
    let resident = actor.resident()?;
    if let Some(before) = resident.area.clone().filter(|before| before != area) {
        let role = resident.area_role;
        let before = OwnArea { area: before, role };
        residents::keep_area(cx.tx, actor.user, &before, cx.now)?;
    }
    make_first(cx, actor, own)?;
    turn_to_areas(cx, actor, shown)
}

fn make_first(cx: &mut Cx<'_, '_>, actor: &Actor, own: OwnArea) -> Outcome {
    residents::drop_area(cx.tx, actor.user, &own.area)?;
    let event = Event::AreaChosen {
        area: own.area.clone(),
    };
    let resident = Resident {
        area: Some(own.area),
        area_role: own.role,
        ..actor.resident()?.clone()
    };
    residents::save(cx.tx, &resident, cx.now)?;
    Ok(cx.record(&event, Some(actor.user), None)?)
}

/// Takes an area away; where it was the first, the next one comes first. The last one stays.
pub(crate) fn drop_area(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some((all, own)) = own_area(cx, actor, area)? else {
        return turn_to_areas(cx, actor, shown);
    };
    let next = all.into_iter().find(|other| other.area != own.area);
    match next {
        None => {
            let words = actor.words(cx);
            cx.alert(label!(words, "area-last"));
        }
        Some(next) if actor.resident()?.area.as_ref() == Some(area) => {
            make_first(cx, actor, next)?;
        }
        Some(_) => residents::drop_area(cx.tx, actor.user, area)?,
    }
    associations::prune(cx.tx, actor.user)?;
    turn_to_areas(cx, actor, shown)
}

/// Another area: by button, or by typing its name.
pub(crate) fn ask_area(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    parent: Option<&AreaCode>,
    page: u16,
    shown: MessageId,
) -> Outcome {
    conversations::set(cx.tx, actor.user, &Conversation::AddingArea, cx.now)?;
    let words = actor.words(cx);
    let message = say_settings::add_area(words, parent, usize::from(page));
    asked::put_in(cx, actor, shown, message)
}

/// A button of that list.
pub(crate) fn add_pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some(area) = known_area(cx, area.as_str()) else {
        let words = actor.words(cx);
        cx.old_button(words);
        return turn_to_areas(cx, actor, shown);
    };
    if add(cx, actor, &area)? {
        turn_to_area(cx, actor, &area, shown)
    } else {
        turn_to_areas(cx, actor, shown)
    }
}

/// Keeps a further area, unless there are enough. A neighbourhood takes the place of its ward, with its role.
fn add(cx: &mut Cx<'_, '_>, actor: &Actor, area: &AreaCode) -> Result<bool, HandlerError> {
    let words = actor.words(cx);
    let own = residents::areas(cx.tx, actor.user)?;
    if own.iter().any(|own| own.area == *area) {
        return Ok(true);
    }
    let parents = cx.council.ancestors(area);
    let wider = own
        .iter()
        .find(|own| parents.iter().any(|parent| parent.code == own.area));
    if wider.is_none() && own.len() >= MAX_AREAS {
        cx.alert(label!(words, "area-enough", limit = MAX_AREAS));
        return Ok(false);
    }
    let role = wider.map_or(AreaRole::Other, |wider| wider.role);
    let narrower = OwnArea {
        area: area.clone(),
        role,
    };
    if let Some(wider) = wider {
        associations::narrow(cx.tx, actor.user, &wider.area, area)?;
    }
    match wider {
        Some(wider) if actor.resident()?.area.as_ref() == Some(&wider.area) => {
            make_first(cx, actor, narrower)?;
        }
        _ => {
            if let Some(wider) = wider {
                residents::drop_area(cx.tx, actor.user, &wider.area)?;
            }
            residents::keep_area(cx.tx, actor.user, &narrower, cx.now)?;
        }
    }
    Ok(true)
}

/// The name of a further area was typed.
pub(crate) fn typed_area(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let found = cx.council.find_areas(&text::truncate_utf16(typed, 100));
    let Some(only) = the_one_named(&found, actor.language, typed) else {
        return Ok(cx.reply(chat, say_settings::add_candidates(words, typed, &found))?);
    };
    let code = only.code.clone();
    conversations::clear(cx.tx, actor.user)?;
    if !add(cx, actor, &code)? {
        let full = say!(words, "area-enough", limit = MAX_AREAS);
        return Ok(cx.reply(chat, Message::plain(full))?);
    }
    let all = residents::areas(cx.tx, actor.user)?;
    match all.iter().find(|own| own.area == code) {
        Some(own) => {
            let page = page(cx, actor, &all, own)?;
            Ok(cx.reply(chat, page)?)
        }
        None => Ok(()),
    }
}
