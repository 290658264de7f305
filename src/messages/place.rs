//! Which area a question is about: proposed from a place that was sent, chosen among one's own and all others.

use super::{
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
pub fn with_nearest(
    words: Words<'_>,
    draft: DraftId,
    nearest: &AreaCode,
    instead_of: Option<&AreaCode>,
    message: Message,
) -> Message {
    let name = words.area(nearest);
    let (sentence, label) = match instead_of {
        Some(before) => {
            let before = words.area(before);
            (
                say!(words, "place-near-instead", area = name, before = before),
                label!(words, "button-place-instead", area = name),
            )
        }
        None => (
            say!(words, "place-near", area = name),
            label!(words, "button-place", area = name),
        ),
    };
    let choice = Button::Place(PlaceButton::About(draft, nearest.clone()));
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
pub fn far_away(words: Words<'_>, message: Message) -> Message {
    let html = Html::paragraphs([message.html, say!(words, "place-far")]);
    Message { html, ..message }
}

fn about(words: Words<'_>, draft: DraftId, area: &AreaCode) -> InlineButton {
    button(
        label!(words, "button-place", area = words.area(area)),
        &Button::Place(PlaceButton::About(draft, area.clone())),
    )
}

/// Which area is the question about? Nearby and one's own first.
#[must_use]
pub fn choose(words: Words<'_>, draft: DraftId, first: &[AreaCode], page: usize) -> Message {
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
