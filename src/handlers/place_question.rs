//! Which area a question is about: proposed from a place that was sent with it, or chosen.

use super::{
    HandlerError, ask_question,
    consent::known_area,
    context::{Cx, Outcome},
};
use crate::{
    chat::button::PlaceButton,
    domain::{
        attachment::Media,
        ids::{AreaCode, DraftId, MessageId},
        meeting::Location,
        nearest::{Found, nearest_area},
        question::draft::Draft,
        resident::Resident,
    },
    messages::{Message, label, place as say_place},
    store::{attachments, conversations, residents},
};

/// A button about the area of a draft.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    button: &PlaceButton,
    shown: MessageId,
) -> Outcome {
    match button {
        PlaceButton::Choose(draft) => choose(cx, resident, *draft, 0, shown),
        PlaceButton::Page(draft, page) => choose(cx, resident, *draft, *page, shown),
        PlaceButton::About(draft, area) => about(cx, resident, *draft, area, shown),
        PlaceButton::Back(draft) => match ask_question::draft_of_button(cx, resident, *draft)? {
            Some(draft) => ask_question::advance(cx, resident, &draft, Some(shown)),
            None => Ok(()),
        },
    }
}

/// The areas to choose from: near the place that was sent, one's own, all others.
fn choose(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = ask_question::draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    let mut first: Vec<AreaCode> = Vec::new();
    if let Some(Found::Near(near)) = place_of(cx, &draft)? {
        first.push(near);
    }
    for own in residents::areas(cx.tx, resident.id)? {
        if !first.contains(&own.area) {
            first.push(own.area);
        }
    }
    let words = cx.words(resident.language);
    let message = say_place::choose(words, draft.id, &first, usize::from(page));
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// The draft is about this area from now on; where its author lives stays as it is.
fn about(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = ask_question::draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    let Some(area) = known_area(cx, area.as_str()) else {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if draft.area.as_ref() != Some(&area) {
        draft.area = Some(area);
        draft.similar_seen = false;
        conversations::save_draft(cx.tx, &draft, cx.now)?;
    }
    // The list of areas may have been waiting for a name.
    conversations::clear(cx.tx, resident.id)?;
    ask_question::advance(cx, resident, &draft, Some(shown))
}

/// What the last place sent with the draft says about its area. `None`: no place was sent.
fn place_of(cx: &Cx<'_, '_>, draft: &Draft) -> Result<Option<Found>, HandlerError> {
    let all = attachments::of(cx.tx, draft.id)?;
    let place = all.iter().rev().find_map(|media| match media {
        Media::Place {
            latitude,
            longitude,
            ..
        } => Some(Location {
            lat: latitude.degrees(),
            lon: longitude.degrees(),
        }),
        _ => None,
    });
    Ok(place.map(|at| nearest_area(cx.council, at)))
}

/// The message with the nearest area proposed, where a place was sent and the draft is not about that area already.
pub(super) fn propose(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    draft: &Draft,
    message: Message,
) -> Result<Message, HandlerError> {
    let words = cx.words(resident.language);
    Ok(match place_of(cx, draft)? {
        None | Some(Found::Unknown) => message,
        Some(Found::FarAway) => say_place::far_away(words, message),
        Some(Found::Near(near)) if is_about(cx, draft, &near) => message,
        Some(Found::Near(near)) => {
            say_place::with_nearest(words, draft.id, &near, draft.area.as_ref(), message)
        }
    })
}

/// Whether the draft is about that area, or a part of it.
fn is_about(cx: &Cx<'_, '_>, draft: &Draft, area: &AreaCode) -> bool {
    draft.area.as_ref().is_some_and(|of| {
        of == area
            || cx
                .council
                .ancestors(of)
                .iter()
                .any(|ancestor| ancestor.code == *area)
    })
}
