//! Where somebody lives: by button, by typing a name, by a poster's link.

use jiff::Timestamp;

use super::{
    ask_question,
    consent::known_area,
    context::{Cx, Outcome},
    in_private::{ask_for_consent, fulfil},
    place_question,
};
use crate::{
    domain::{
        area::Area,
        conversation::{Conversation, Wish},
        event::Event,
        ids::{AreaCode, Language, MessageId},
        question::draft::QuestionText,
        resident::{AreaRole, Resident},
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
    let is_for_draft = then == Wish::Draft;
    conversations::set(
        cx.tx,
        resident.id,
        &Conversation::ChoosingArea { then },
        cx.now,
    )?;
    let mut message = say::choose_area(cx.words(resident.language), None, 0);
    if is_for_draft && let Some(draft) = conversations::draft_of(cx.tx, resident.id)? {
        message = place_question::propose(cx, resident, &draft, message)?;
    }
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
    match the_one_named(&found, resident.language, typed) {
        Some(only) => {
            let code = only.code.clone();
            settle(cx, resident, &code, then, None)
        }
        None if found.is_empty() && !matches!(then, Wish::Meeting(_)) && is_sentence(typed) => {
            ask_question::with_text(cx, &resident, typed)
        }
        None => Ok(cx.reply(chat, say::area_candidates(words, typed, &found))?),
    }
}

/// More words than any place has in its name: somebody writes their question before choosing where.
fn is_sentence(typed: &str) -> bool {
    /// "Tổ dân phố số 1, Hòa Mạc" has seven words.
    const LONGEST_NAME: usize = 8;
    text::words(typed).len() > LONGEST_NAME && QuestionText::parse(typed).is_ok()
}

/// Of the areas that a person may mean: the only one, or the only one with exactly that name.
pub(super) fn the_one_named<'a>(
    found: &[&'a Area],
    language: Language,
    typed: &str,
) -> Option<&'a Area> {
    let mut exact = found.iter().copied().filter(|area| {
        let names = std::iter::once(area.name.in_language(language));
        names
            .chain(area.aliases.iter().map(String::as_str))
            .any(|name| text::same_name(name, typed))
    });
    match (found, exact.next(), exact.next()) {
        ([only], ..) => Some(only),
        (_, only, None) => only,
        _ => None,
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
    let before = resident.area.replace(area.clone());
    let had_area = before.is_some();
    resident.area_role = AreaRole::Lives;
    residents::save(cx.tx, &resident, cx.now)?;
    residents::drop_area(cx.tx, resident.id, area)?;
    cx.record(
        &Event::AreaChosen { area: area.clone() },
        Some(resident.id),
        None,
    )?;
    conversations::clear(cx.tx, resident.id)?;
    if let Some(mut draft) = conversations::draft_of(cx.tx, resident.id)?
        && (draft.area.is_none() || draft.area == before)
    {
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
