//! Where somebody lives: by button, by typing a name, by a poster's link.

use jiff::Timestamp;

use super::{
    consent::known_area,
    context::{Cx, Outcome},
    in_private::{ask_for_consent, fulfil},
};
use crate::{
    domain::{
        area::Area,
        conversation::{Conversation, Wish},
        event::Event,
        ids::{AreaCode, MessageId},
        resident::Resident,
        text,
    },
    messages::{Html, Message, label, resident as say},
    store::{conversations, residents},
};

/// So long after the yes, in seconds, the list of areas is still the message that asked for it.
const JUST_AGREED_SECONDS: i64 = 3_600;

/// Asks where they live; `then` is what they wanted.
pub(super) fn ask(cx: &mut Cx<'_, '_>, resident: &Resident, then: Wish) -> Outcome {
    if !resident.has_consented() {
        return ask_for_consent(cx, resident, then);
    }
    conversations::set(
        cx.tx,
        resident.id,
        &Conversation::ChoosingArea { then },
        cx.now,
    )?;
    let message = say::choose_area(cx.words(resident.language), None, 0);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// Another page of the list.
pub(super) fn turn_page(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    parent: Option<&AreaCode>,
    page: u16,
    message: MessageId,
) -> Outcome {
    let list = say::choose_area(cx.words(resident.language), parent, usize::from(page));
    Ok(cx.replace(resident.id.private_chat(), message, list)?)
}

/// A name was typed: one that fits is taken, several are offered.
pub(super) fn typed(cx: &mut Cx<'_, '_>, resident: Resident, typed: &str, then: Wish) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let found = cx.council.find_areas(&text::truncate_utf16(typed, 100));
    let exact: Vec<&Area> = found
        .iter()
        .copied()
        .filter(|area| {
            let names = std::iter::once(area.name.in_language(resident.language));
            names
                .chain(area.aliases.iter().map(String::as_str))
                .any(|name| text::same_name(name, typed))
        })
        .collect();
    match (found.as_slice(), exact.as_slice()) {
        ([only], _) | (_, [only]) => {
            let code = only.code.clone();
            settle(cx, resident, &code, then, None)
        }
        _ => Ok(cx.reply(chat, say::area_candidates(words, typed, &found))?),
    }
}

/// A button of the list was pressed.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    resident: Resident,
    area: &AreaCode,
    message: MessageId,
) -> Outcome {
    let words = cx.words(resident.language);
    if !resident.has_consented() {
        return ask_for_consent(cx, &resident, Wish::Area(area.to_string()));
    }
    let Some(area) = known_area(cx, area.as_str()) else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let then = match conversations::find(cx.tx, resident.id)? {
        Some(Conversation::ChoosingArea { then }) => then,
        _ => Wish::Home,
    };
    settle(cx, resident, &area, then, Some(message))
}

/// The area of a poster's link.
pub(super) fn by_link(cx: &mut Cx<'_, '_>, resident: Resident, code: &str) -> Outcome {
    if let Some(area) = known_area(cx, code) {
        settle(cx, resident, &area, Wish::Home, None)
    } else {
        let unknown = say::area_unknown(cx.words(resident.language));
        let waits = Conversation::ChoosingArea { then: Wish::Home };
        conversations::set(cx.tx, resident.id, &waits, cx.now)?;
        Ok(cx.reply(resident.id.private_chat(), unknown)?)
    }
}

/// The neighbourhood stays open: the ward is known already.
pub(super) fn skip_neighbourhood(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    message: MessageId,
) -> Outcome {
    let words = cx.words(resident.language);
    let html = match &resident.area {
        Some(area) => say::area_chosen(words, area),
        None => crate::messages::say!(words, "cancelled"),
    };
    Ok(cx.replace(resident.id.private_chat(), message, Message::plain(html))?)
}

/// Keeps the area and goes on with what they wanted. Where it has neighbourhoods, they are offered beside
/// that: the choice may stay open.
fn settle(
    cx: &mut Cx<'_, '_>,
    mut resident: Resident,
    area: &AreaCode,
    then: Wish,
    list: Option<MessageId>,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let is_refined = resident.area.as_ref().is_some_and(|before| {
        cx.council
            .ancestors(area)
            .iter()
            .any(|ancestor| ancestor.code == *before)
    });
    let had_area = resident.area.is_some();
    resident.area = Some(area.clone());
    residents::save(cx.tx, &resident, cx.now)?;
    cx.record(
        &Event::AreaChosen { area: area.clone() },
        Some(resident.id),
        None,
    )?;
    conversations::clear(cx.tx, resident.id)?;
    if let Some(mut draft) = conversations::draft_of(cx.tx, resident.id)? {
        draft.area = Some(area.clone());
        conversations::save_draft(cx.tx, &draft, cx.now)?;
    }
    let has_neighbourhoods = cx.council.children(area).next().is_some();
    if let Some(list) = list {
        let just_agreed = |at: Timestamp| cx.now.as_second() - at.as_second() < JUST_AGREED_SECONDS;
        let consent = resident
            .consent
            .filter(|(_, at)| !had_area && just_agreed(*at));
        let mark = say::area_mark(words, area, consent);
        let shown = if has_neighbourhoods && then == Wish::Home {
            let mut offer = say::choose_area(words, Some(area), 0);
            offer.html = Html::paragraphs([mark, offer.html]);
            offer
        } else {
            Message::plain(mark)
        };
        cx.replace(chat, list, shown)?;
    } else if has_neighbourhoods && then == Wish::Home {
        cx.reply(chat, say::choose_area(words, Some(area), 0))?;
    }
    if then == Wish::Home && is_refined {
        return Ok(());
    }
    if then == Wish::Home {
        let message = if had_area {
            say::area_changed(words, area)
        } else {
            say::home_ready(words, area)
        };
        return Ok(cx.reply(chat, message)?);
    }
    cx.reply(chat, say::home_for(words, area))?;
    fulfil(cx, &resident, then)
}
