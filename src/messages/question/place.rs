//! Which area a question is about: proposed from a place that was sent, chosen among one's own and all others.

use crate::messages::{
    Html, Message, Words,
    keyboard::{self, button},
    label, say,
};
use crate::{
    chat::{
        button::{Button, PlaceButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        ids::{AreaCode, DraftId},
    },
};

/// The message with the nearest area as its first button.
#[must_use]
pub(crate) fn with_nearest(
    words: Words<'_>,
    draft: DraftId,
    nearest: &AreaCode,
    instead_of: Option<&AreaCode>,
    message: Message,
) -> Message {
    let name = words.area(nearest);
    let sentence = match instead_of {
        Some(before) => {
            let before = words.area(before);
            say!(words, "place-near-instead", area = name, before = before)
        }
        None => say!(words, "place-near", area = name),
    };
    with_proposal(
        words,
        draft,
        nearest,
        instead_of.is_some(),
        sentence,
        message,
    )
}

/// The message with the place that the words name as its first button.
#[must_use]
pub(crate) fn with_named(
    words: Words<'_>,
    draft: DraftId,
    named: &AreaCode,
    instead_of: Option<&AreaCode>,
    message: Message,
) -> Message {
    let name = words.area_in_full(named);
    let sentence = match instead_of {
        Some(before) => {
            let before = words.area(before);
            say!(words, "place-named-instead", area = name, before = before)
        }
        None => say!(words, "place-named", area = name),
    };
    with_proposal(words, draft, named, instead_of.is_some(), sentence, message)
}

fn with_proposal(
    words: Words<'_>,
    draft: DraftId,
    area: &AreaCode,
    is_instead: bool,
    sentence: Html,
    message: Message,
) -> Message {
    let name = words.area(area);
    let label = if is_instead {
        label!(words, "button-place-instead", area = name)
    } else {
        label!(words, "button-place", area = name)
    };
    let choice = Button::Place(PlaceButton::About(draft, area.clone()));
    let mut rows = vec![vec![button(label, &choice)]];
    if let Some(Keyboard::Inline(others)) = message.keyboard {
        rows.extend(others);
    }
    // Below the rest, beside its button: the top of a long message is out of sight on a phone.
    let html = Html::paragraphs([message.html, sentence]);
    Message::with(html, Keyboard::Inline(rows))
}

/// The place is far from everything this council is responsible for.
#[must_use]
pub(crate) fn far_away(words: Words<'_>, message: Message) -> Message {
    let html = Html::paragraphs([message.html, say!(words, "place-far")]);
    Message { html, ..message }
}

fn about(words: Words<'_>, draft: DraftId, area: &AreaCode) -> InlineButton {
    button(
        label!(words, "button-place", area = words.area(area)),
        &Button::Place(PlaceButton::About(draft, area.clone())),
    )
}

/// Which part of the area is it about? It may stay open.
#[must_use]
pub(crate) fn choose_part(
    words: Words<'_>,
    draft: DraftId,
    area: &AreaCode,
    page: usize,
) -> Message {
    let parts: Vec<&Area> = words.council().children(area).collect();
    let mut rows = keyboard::area_rows(
        words,
        &parts,
        page,
        &|part| Button::Place(PlaceButton::About(draft, part.clone())),
        &|page| Button::Place(PlaceButton::Part(draft, area.clone(), page)),
    );
    rows.push(vec![button(
        label!(words, "button-skip"),
        &Button::Place(PlaceButton::Back(draft)),
    )]);
    let html = say!(words, "place-choose-part", area = words.area(area));
    Message::with(html, Keyboard::Inline(rows))
}

/// What was typed names several areas, or none.
#[must_use]
pub(crate) fn candidates(
    words: Words<'_>,
    draft: DraftId,
    typed: &str,
    found: &[&Area],
) -> Message {
    let typed = crate::domain::text::truncate_utf16(typed, 60);
    if found.is_empty() {
        let list = choose(words, draft, &[], 0);
        let html = Html::paragraphs([say!(words, "area-not-found", typed = typed), list.html]);
        return Message { html, ..list };
    }
    let first: Vec<AreaCode> = found
        .iter()
        .take(keyboard::AREAS_A_PAGE)
        .map(|area| area.code.clone())
        .collect();
    let mut rows: Vec<_> = first
        .iter()
        .map(|area| vec![about(words, draft, area)])
        .collect();
    rows.push(vec![button(
        label!(words, "button-settings-back"),
        &Button::Place(PlaceButton::Back(draft)),
    )]);
    Message::with(
        say!(words, "area-several", typed = typed),
        Keyboard::Inline(rows),
    )
}

/// Which area is the question about? Nearby and one's own first.
#[must_use]
pub(crate) fn choose(words: Words<'_>, draft: DraftId, first: &[AreaCode], page: usize) -> Message {
    let all: Vec<&Area> = words.council().top_areas().collect();
    let mut rows: Vec<Vec<InlineButton>> = if page == 0 {
        first
            .iter()
            .map(|area| vec![about(words, draft, area)])
            .collect()
    } else {
        Vec::new()
    };
    let others: Vec<&Area> = all
        .into_iter()
        .filter(|area| !first.contains(&area.code))
        .collect();
    rows.extend(keyboard::area_rows(
        words,
        &others,
        page,
        &|area| Button::Place(PlaceButton::About(draft, area.clone())),
        &|page| Button::Place(PlaceButton::Page(draft, page)),
    ));
    rows.push(vec![button(
        label!(words, "button-settings-back"),
        &Button::Place(PlaceButton::Back(draft)),
    )]);
    Message::with(say!(words, "place-choose"), Keyboard::Inline(rows))
}
