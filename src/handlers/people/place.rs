//! Which area a place that was sent with a draft lies in.

use crate::{
    domain::{
        attachment::Media,
        ids::AreaCode,
        meeting::Location,
        nearest::{Found, nearest_area},
        question::draft::Draft,
    },
    handlers::{
        HandlerError,
        shared::{actor::Actor, cx::Cx},
    },
    messages::{Message, place as say_place},
    store::attachments,
};

/// What the last place sent with the draft says about its area. `None`: no place was sent.
pub(crate) fn place_of(cx: &Cx<'_, '_>, draft: &Draft) -> Result<Option<Found>, HandlerError> {
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
pub(crate) fn propose(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    draft: &Draft,
    message: Message,
) -> Result<Message, HandlerError> {
    let words = actor.words(cx);
    Ok(match place_of(cx, draft)? {
        None | Some(Found::Unknown) => propose_named(cx, actor, draft, message),
        Some(Found::FarAway) => say_place::far_away(words, message),
        Some(Found::Near(near)) if is_about(cx, draft, &near) => message,
        Some(Found::Near(near)) => {
            say_place::with_nearest(words, draft.id, &near, draft.area.as_ref(), message)
        }
    })
}

/// The message with the place that the words name proposed, where that is not what the draft is about.
pub(crate) fn propose_named(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    draft: &Draft,
    message: Message,
) -> Message {
    let words = actor.words(cx);
    match named_in(cx, draft) {
        Some(named) if !is_about(cx, draft, &named) => {
            say_place::with_named(words, draft.id, &named, draft.area.as_ref(), message)
        }
        _ => message,
    }
}

/// The one place that the words name; of several, the one around the draft's own area.
fn named_in(cx: &Cx<'_, '_>, draft: &Draft) -> Option<AreaCode> {
    let named = cx.facts.areas_named_in(cx.council, &draft.text);
    if let [only] = named[..] {
        return Some(only.code.clone());
    }
    let mut around = named.into_iter().filter(|area| {
        draft.area.as_ref().is_some_and(|of| {
            let ancestors = cx.council.ancestors(&area.code);
            ancestors.iter().any(|ancestor| ancestor.code == *of)
        })
    });
    match (around.next(), around.next()) {
        (Some(only), None) => Some(only.code.clone()),
        _ => None,
    }
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
