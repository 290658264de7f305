//! For which association somebody speaks in an area: asked, shown, always as their own word.

use super::settings::back;
use crate::messages::{Html, Message, Words, say};
use crate::{
    chat::{button::SettingsButton, outgoing::Keyboard},
    domain::{
        ids::AreaCode,
        resident::{MAX_ASSOCIATION, OwnArea},
    },
};

/// For which association they speak there, if for one.
pub(super) fn speaks(
    words: Words<'_>,
    spoken: &[(AreaCode, String)],
    own: &OwnArea,
) -> Option<Html> {
    let (_, name) = spoken.iter().find(|(area, _)| *area == own.area)?;
    Some(say!(words, "area-speaks", name = name))
}

/// Asks for the association for which they speak there, and says who will read it.
#[must_use]
pub(crate) fn ask_association(words: Words<'_>, area: &AreaCode) -> Message {
    let html = say!(
        words,
        "association-ask",
        area = words.area_in_full(area),
        limit = MAX_ASSOCIATION
    );
    let rows = vec![back(words, SettingsButton::Area(area.clone()))];
    Message::with(html, Keyboard::Inline(rows))
}

/// What was typed is no association.
#[must_use]
pub(crate) fn bad_association(words: Words<'_>, area: &AreaCode) -> Message {
    let rows = vec![back(words, SettingsButton::Area(area.clone()))];
    let html = say!(words, "association-bad", limit = MAX_ASSOCIATION);
    Message::with(html, Keyboard::Inline(rows))
}
