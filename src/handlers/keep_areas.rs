//! The areas of a person: the first one, further ones, what they have to do with each. Each press is checked again: an
//! area that is not (any more) theirs gets a polite word.

use super::{
    HandlerError,
    choose_area::the_one_named,
    consent::known_area,
    context::{Cx, Outcome},
};
use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::{AreaCode, MessageId},
        resident::{AreaRole, MAX_AREAS, OwnArea, Resident},
        text,
    },
    messages::{Message, label, say, settings as say_settings},
    store::{conversations, residents},
};

/// One's areas.
pub(super) fn turn_to_areas(cx: &mut Cx<'_, '_>, resident: &Resident, shown: MessageId) -> Outcome {
    let own = residents::areas(cx.tx, resident.id)?;
    let message = say_settings::areas(cx.words(resident.language), &own, own.len() < MAX_AREAS);
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// One of the person's areas; anything else is an old button.
fn own_area(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    area: &AreaCode,
) -> Result<Option<(Vec<OwnArea>, OwnArea)>, HandlerError> {
    let all = residents::areas(cx.tx, resident.id)?;
    let found = all.iter().find(|own| own.area == *area).cloned();
    if found.is_none() {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
    }
    Ok(found.map(|own| (all, own)))
}

/// One of them.
pub(super) fn turn_to_area(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some((all, own)) = own_area(cx, resident, area)? else {
        return turn_to_areas(cx, resident, shown);
    };
    let message = say_settings::one_area(cx.words(resident.language), &all, &own);
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// What one has to do with it.
pub(super) fn set_role(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    area: &AreaCode,
    role: AreaRole,
    shown: MessageId,
) -> Outcome {
    let Some((_, own)) = own_area(cx, &resident, area)? else {
        return turn_to_areas(cx, &resident, shown);
    };
    keep(cx, &mut resident, &OwnArea { role, ..own })?;
    turn_to_area(cx, &resident, area, shown)
}

/// Keeps the role of one of the person's areas, wherever that area stands.
fn keep(cx: &mut Cx<'_, '_>, resident: &mut Resident, own: &OwnArea) -> Outcome {
    if resident.area.as_ref() == Some(&own.area) {
        resident.area_role = own.role;
        Ok(residents::save(cx.tx, resident, cx.now)?)
    } else {
        Ok(residents::keep_area(cx.tx, resident.id, own, cx.now)?)
    }
}

/// It comes first; what was first stays as a further one.
pub(super) fn put_first(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some((_, own)) = own_area(cx, &resident, area)? else {
        return turn_to_areas(cx, &resident, shown);
    };
    if let Some(before) = resident.area.clone().filter(|before| before != area) {
        let role = resident.area_role;
        let before = OwnArea { area: before, role };
        residents::keep_area(cx.tx, resident.id, &before, cx.now)?;
    }
    make_first(cx, &mut resident, own)?;
    turn_to_areas(cx, &resident, shown)
}

fn make_first(cx: &mut Cx<'_, '_>, resident: &mut Resident, own: OwnArea) -> Outcome {
    residents::drop_area(cx.tx, resident.id, &own.area)?;
    let event = Event::AreaChosen {
        area: own.area.clone(),
    };
    resident.area = Some(own.area);
    resident.area_role = own.role;
    residents::save(cx.tx, resident, cx.now)?;
    Ok(cx.record(&event, Some(resident.id), None)?)
}

/// Takes an area away; where it was the first, the next one comes first. The last one stays.
pub(super) fn drop_area(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some((all, own)) = own_area(cx, &resident, area)? else {
        return turn_to_areas(cx, &resident, shown);
    };
    let next = all.into_iter().find(|other| other.area != own.area);
    match next {
        None => {
            let words = cx.words(resident.language);
            cx.alert(label!(words, "area-last"));
        }
        Some(next) if resident.area.as_ref() == Some(area) => make_first(cx, &mut resident, next)?,
        Some(_) => residents::drop_area(cx.tx, resident.id, area)?,
    }
    turn_to_areas(cx, &resident, shown)
}

/// Another area: by button, or by typing its name.
pub(super) fn ask_area(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    parent: Option<&AreaCode>,
    page: u16,
    shown: MessageId,
) -> Outcome {
    conversations::set(cx.tx, resident.id, &Conversation::AddingArea, cx.now)?;
    let words = cx.words(resident.language);
    let message = say_settings::add_area(words, parent, usize::from(page));
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// A button of that list.
pub(super) fn add_pressed(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some(area) = known_area(cx, area.as_str()) else {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return turn_to_areas(cx, resident, shown);
    };
    if add(cx, resident, &area)? {
        turn_to_area(cx, resident, &area, shown)
    } else {
        turn_to_areas(cx, resident, shown)
    }
}

/// Keeps a further area, unless there are enough. A neighbourhood takes the place of its ward, with its role.
fn add(cx: &mut Cx<'_, '_>, resident: &Resident, area: &AreaCode) -> Result<bool, HandlerError> {
    let words = cx.words(resident.language);
    let own = residents::areas(cx.tx, resident.id)?;
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
    match wider {
        Some(wider) if resident.area.as_ref() == Some(&wider.area) => {
            make_first(cx, &mut resident.clone(), narrower)?;
        }
        _ => {
            if let Some(wider) = wider {
                residents::drop_area(cx.tx, resident.id, &wider.area)?;
            }
            residents::keep_area(cx.tx, resident.id, &narrower, cx.now)?;
        }
    }
    Ok(true)
}

/// The name of a further area was typed.
pub(super) fn typed_area(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let found = cx.council.find_areas(&text::truncate_utf16(typed, 100));
    let Some(only) = the_one_named(&found, resident.language, typed) else {
        return Ok(cx.reply(chat, say_settings::add_candidates(words, typed, &found))?);
    };
    let code = only.code.clone();
    conversations::clear(cx.tx, resident.id)?;
    if !add(cx, resident, &code)? {
        let full = say!(words, "area-enough", limit = MAX_AREAS);
        return Ok(cx.reply(chat, Message::plain(full))?);
    }
    let all = residents::areas(cx.tx, resident.id)?;
    match all.iter().find(|own| own.area == code) {
        Some(own) => Ok(cx.reply(chat, say_settings::one_area(words, &all, own))?),
        None => Ok(()),
    }
}
