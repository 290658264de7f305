//! Where somebody lives: by button, by typing a name, by a poster's link.

use crate::{
    domain::{
        area::Area,
        conversation::{Conversation, Wish},
        event::Event,
        ids::{AreaCode, Language, MessageId},
        question::draft::QuestionText,
        resident::{AreaRole, OwnArea},
        routing, text,
    },
    handlers::{
        people::consent::known_area,
        people::place,
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
            next::{Leads, Next},
        },
    },
    messages::{Html, Message, resident as say},
    store::{associations, conversations, residents},
};

use jiff::Timestamp;

/// So long after the yes, in seconds, the list of areas is still the message that asked for it.
const JUST_AGREED_SECONDS: i64 = 3_600;

/// Asks where they live; `then` is what they wanted.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, then: Wish) -> Outcome {
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, then);
    }
    let is_for_draft = then == Wish::Draft;
    conversations::set(
        cx.tx,
        actor.user,
        &Conversation::ChoosingArea { then },
        cx.now,
    )?;
    let mut message = say::choose_area(actor.words(cx), None, 0);
    if is_for_draft && let Some(draft) = conversations::draft_of(cx.tx, actor.user)? {
        message = place::propose(cx, actor, &draft, message)?;
    }
    asked::put(cx, actor, message)
}

/// Another page of the list.
pub(crate) fn turn_page(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    parent: Option<&AreaCode>,
    page: u16,
    message: MessageId,
) -> Outcome {
    let list = say::choose_area(actor.words(cx), parent, usize::from(page));
    asked::put_in(cx, actor, message, list)
}

/// A name was typed: one that fits is taken, several are offered.
pub(crate) fn typed(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str, then: Wish) -> Leads {
    let chat = actor.chat;
    let words = actor.words(cx);
    let mut found = cx.council.find_areas(&text::truncate_utf16(typed, 100));
    if the_one_named(&found, actor.language, typed).is_none()
        && let Some(home) = &actor.resident()?.area
    {
        // Every ward has a neighbourhood number 3: theirs is meant.
        let within: Vec<&Area> = found
            .iter()
            .copied()
            .filter(|area| lies_in(cx, &area.code, home))
            .collect();
        if !within.is_empty() {
            found = within;
        }
    }
    match the_one_named(&found, actor.language, typed) {
        Some(only) => {
            let code = only.code.clone();
            settle(cx, actor, &code, then, None)
        }
        None if found.is_empty() && !matches!(then, Wish::Meeting(_)) && is_sentence(typed) => {
            Ok(Next::Words)
        }
        None => {
            cx.reply(chat, say::area_candidates(words, typed, &found))?;
            Ok(Next::Nothing)
        }
    }
}

fn lies_in(cx: &Cx<'_, '_>, area: &AreaCode, wider: &AreaCode) -> bool {
    let ancestors = cx.council.ancestors(area);
    ancestors.iter().any(|ancestor| ancestor.code == *wider)
}

/// More words than any place has in its name: somebody writes their question before choosing where.
pub(crate) fn is_sentence(typed: &str) -> bool {
    /// "Tổ dân phố số 1, Hòa Mạc" has seven words.
    const LONGEST_NAME: usize = 8;
    text::words(typed).len() > LONGEST_NAME && QuestionText::parse(typed).is_ok()
}

/// Of the areas that a person may mean: the only one, or the only one with exactly that name.
pub(crate) fn the_one_named<'a>(
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
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    message: MessageId,
) -> Leads {
    let words = actor.words(cx);
    if !actor.resident()?.has_consented() {
        ask_for_consent(cx, actor, Wish::Area(area.to_string()))?;
        return Ok(Next::Nothing);
    }
    let Some(area) = known_area(cx, area.as_str()) else {
        cx.old_button(words);
        return Ok(Next::Nothing);
    };
    let then = match conversations::find(cx.tx, actor.user)? {
        Some(Conversation::ChoosingArea { then }) => then,
        _ => Wish::Home,
    };
    settle(cx, actor, &area, then, Some(message))
}

/// The area of a poster's link.
pub(crate) fn by_link(cx: &mut Cx<'_, '_>, actor: &Actor, code: &str) -> Leads {
    if let Some(area) = known_area(cx, code) {
        settle(cx, actor, &area, Wish::Home, None)
    } else {
        let unknown = say::area_unknown(actor.words(cx));
        let waits = Conversation::ChoosingArea { then: Wish::Home };
        conversations::set(cx.tx, actor.user, &waits, cx.now)?;
        asked::put(cx, actor, unknown)?;
        Ok(Next::Nothing)
    }
}

/// The neighbourhood stays open: the ward is known already, and what they wanted goes on.
pub(crate) fn skip_neighbourhood(cx: &mut Cx<'_, '_>, actor: &Actor, message: MessageId) -> Leads {
    let words = actor.words(cx);
    let chat = actor.chat;
    if let (Some(Conversation::ChoosingArea { then }), Some(area)) = (
        conversations::find(cx.tx, actor.user)?,
        &actor.resident()?.area,
    ) {
        conversations::clear(cx.tx, actor.user)?;
        cx.leaves_part_open = true;
        let mark = say::area_mark(words, area, None);
        cx.replace(chat, message, Message::plain(mark))?;
        if then == Wish::Home {
            cx.reply(chat, say::home_ready(words, area))?;
            return Ok(Next::Nothing);
        }
        cx.reply(chat, say::home_for(words, area))?;
        return Ok(Next::fulfil(actor.clone(), then));
    }
    let html = match &actor.resident()?.area {
        Some(area) => say::area_settled(words, say::area_mark(words, area, None)),
        None => crate::messages::say!(words, "cancelled"),
    };
    cx.replace(chat, message, Message::plain(html))?;
    Ok(Next::Nothing)
}

/// Keeps the area and goes on with what they wanted. Where it has neighbourhoods, they are offered beside
/// that: the choice may stay open.
fn settle(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    then: Wish,
    list: Option<MessageId>,
) -> Leads {
    let chat = actor.chat;
    let words = actor.words(cx);
    let mut resident = actor.resident()?.clone();
    let is_refined = resident.area.as_ref().is_some_and(|before| {
        cx.council
            .ancestors(area)
            .iter()
            .any(|ancestor| ancestor.code == *before)
    });
    let before = resident.area.replace(area.clone());
    // Its ward was asked for just now: nothing was said about it yet.
    let is_second_step = is_refined
        && before
            .as_ref()
            .is_some_and(|before| routing::depends_on_part(cx.council, before));
    let had_area = before.is_some() && !is_second_step;
    resident.area_role = AreaRole::Lives;
    let actor = &actor.with_profile(resident.clone());
    keep_the_others(cx, actor, before.as_ref(), is_refined)?;
    residents::save(cx.tx, &resident, cx.now)?;
    if let Some(wider) = before.as_ref().filter(|_| is_refined) {
        associations::narrow(cx.tx, actor.user, wider, area)?;
    }
    associations::prune(cx.tx, actor.user)?;
    cx.record(
        &Event::AreaChosen { area: area.clone() },
        Some(actor.user),
        None,
    )?;
    conversations::clear(cx.tx, actor.user)?;
    if let Some(mut draft) = conversations::draft_of(cx.tx, actor.user)?
        && (draft.area.is_none() || draft.area == before)
    {
        draft.area = Some(area.clone());
        conversations::save_draft(cx.tx, &draft, cx.now)?;
    }
    if routing::depends_on_part(cx.council, area) {
        return ask_part(cx, actor, area, then, list);
    }
    let has_neighbourhoods = cx.council.children(area).next().is_some();
    if let Some(list) = list {
        let just_agreed = |at: Timestamp| cx.now.as_second() - at.as_second() < JUST_AGREED_SECONDS;
        let consent = resident
            .consent
            .filter(|(_, at)| !had_area && just_agreed(*at));
        let mark = say::area_mark(words, area, consent);
        let is_last = then == Wish::Home && is_refined && !is_second_step;
        let mark = if is_last {
            say::area_settled(words, mark)
        } else {
            mark
        };
        cx.replace(chat, list, Message::plain(mark))?;
    }
    if then == Wish::Home && is_refined && !is_second_step {
        return Ok(Next::Nothing);
    }
    if then == Wish::Home && has_neighbourhoods {
        let message = if had_area {
            say::area_changed(words, area)
        } else {
            say::home_for(words, area)
        };
        cx.reply(chat, message)?;
        cx.reply(chat, say::choose_area(words, Some(area), 0))?;
        return Ok(Next::Nothing);
    }
    if then == Wish::Home {
        let message = if had_area {
            say::area_changed(words, area)
        } else {
            say::home_ready(words, area)
        };
        cx.reply(chat, message)?;
        return Ok(Next::Nothing);
    }
    cx.reply(chat, say::home_for(words, area))?;
    Ok(Next::fulfil(actor.clone(), then))
}

/// Who lives elsewhere now keeps every other area: one that was a further one before makes room for the former home.
fn keep_the_others(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    before: Option<&AreaCode>,
    is_refined: bool,
) -> Outcome {
    let Some(home) = &actor.resident()?.area else {
        return Ok(());
    };
    let others = residents::areas(cx.tx, actor.user)?;
    let was_further = others
        .iter()
        .any(|own| own.area == *home && Some(home) != before);
    residents::drop_area(cx.tx, actor.user, home)?;
    match before {
        Some(before) if was_further && !is_refined => {
            let former = OwnArea {
                area: before.clone(),
                role: AreaRole::Other,
            };
            Ok(residents::keep_area(cx.tx, actor.user, &former, cx.now)?)
        }
        _ => Ok(()),
    }
}

/// Who answers for this area depends on its part: that is asked before anything is said about it.
fn ask_part(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    then: Wish,
    list: Option<MessageId>,
) -> Leads {
    let words = actor.words(cx);
    let is_for_draft = then == Wish::Draft;
    let waits = Conversation::ChoosingArea { then };
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let mut message = say::choose_area(words, Some(area), 0);
    message.html = Html::paragraphs([say::area_mark(words, area, None), message.html]);
    if is_for_draft && let Some(draft) = conversations::draft_of(cx.tx, actor.user)? {
        message = place::propose(cx, actor, &draft, message)?;
    }
    match list {
        Some(list) => asked::put_in(cx, actor, list, message)?,
        None => asked::put(cx, actor, message)?,
    }
    Ok(Next::Nothing)
}

/// A question begins, and its author has only ever named the ward: which part, where that decides who has it?
pub(crate) fn ask_part_of_draft(cx: &mut Cx<'_, '_>, actor: &Actor, area: &AreaCode) -> Leads {
    ask_part(cx, actor, area, Wish::Draft, None)
}
