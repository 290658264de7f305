//! Which area a question is about: proposed from a place that was sent with it, or chosen.

use crate::{
    chat::button::PlaceButton,
    domain::{
        conversation::Conversation,
        ids::{AreaCode, DraftId, MessageId},
        nearest::Found,
        routing, text,
    },
    handlers::{
        people,
        people::consent::known_area,
        question::{ask, draft::screen},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::place as say_place,
    store::{conversations, residents},
};

/// A button about the area of a draft.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &PlaceButton,
    shown: MessageId,
) -> Outcome {
    match button {
        PlaceButton::Choose(draft) => choose(cx, actor, *draft, 0, shown),
        PlaceButton::Page(draft, page) => choose(cx, actor, *draft, *page, shown),
        PlaceButton::About(draft, area) => about(cx, actor, *draft, area, Some(shown)),
        PlaceButton::Part(draft, area, page) => {
            if ask::draft_of_button(cx, actor, *draft)?.is_none() {
                return Ok(());
            }
            let words = actor.words(cx);
            let list = say_place::choose_part(words, *draft, area, usize::from(*page));
            Ok(cx.replace(actor.chat, shown, list)?)
        }
        PlaceButton::Back(draft) => match ask::draft_of_button(cx, actor, *draft)? {
            Some(draft) => {
                conversations::clear(cx.tx, actor.user)?;
                ask::advance(cx, actor, &draft, Some(shown))
            }
            None => Ok(()),
        },
    }
}

/// The areas to choose from: near the place that was sent, one's own, all others.
fn choose(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = ask::draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let mut first: Vec<AreaCode> = Vec::new();
    if let Some(Found::Near(near)) = people::place::place_of(cx, &draft)? {
        first.push(near);
    }
    for own in residents::areas(cx.tx, actor.user)? {
        if !first.contains(&own.area) {
            first.push(own.area);
        }
    }
    let waits = Conversation::PlacingDraft(draft.id);
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let words = actor.words(cx);
    let message = say_place::choose(words, draft.id, &first, usize::from(page));
    screen::show(cx, actor, draft.id, Some(shown), message)
}

/// A name was typed in the place of a button.
pub(crate) fn typed(cx: &mut Cx<'_, '_>, actor: &Actor, draft: DraftId, typed: &str) -> Outcome {
    let found = cx.council.find_areas(&text::truncate_utf16(typed, 100));
    let is_here = conversations::draft_of(cx.tx, actor.user)?.is_some_and(|of| of.id == draft);
    if !is_here || (found.is_empty() && people::area::is_sentence(typed)) {
        conversations::clear(cx.tx, actor.user)?;
        return ask::with_text(cx, actor, typed);
    }
    if let Some(only) = people::area::the_one_named(&found, actor.language, typed) {
        let only = only.code.clone();
        about(cx, actor, draft, &only, None)
    } else {
        let words = actor.words(cx);
        let message = say_place::candidates(words, draft, typed, &found);
        screen::show(cx, actor, draft, None, message)
    }
}

/// The draft is about this area from now on; where its author lives stays as it is. Its parts are offered where it has
/// some.
fn about(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    area: &AreaCode,
    shown: Option<MessageId>,
) -> Outcome {
    let Some(mut draft) = ask::draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let Some(area) = known_area(cx, area.as_str()) else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    if draft.area.as_ref() != Some(&area) {
        draft.area = Some(area.clone());
        draft.similar_seen = false;
        conversations::save_draft(cx.tx, &draft, cx.now)?;
    }
    let is_choosing = matches!(
        conversations::find(cx.tx, actor.user)?,
        Some(Conversation::PlacingDraft(_))
    );
    let has_parts = cx.council.children(&area).next().is_some();
    if has_parts && (is_choosing || routing::depends_on_part(cx.council, &area)) {
        // A part may be typed, too.
        let waits = Conversation::PlacingDraft(draft.id);
        conversations::set(cx.tx, actor.user, &waits, cx.now)?;
        let list = say_place::choose_part(actor.words(cx), draft.id, &area, 0);
        return screen::show(cx, actor, draft.id, shown, list);
    }
    // The list of areas may have been waiting for a name.
    conversations::clear(cx.tx, actor.user)?;
    ask::advance(cx, actor, &draft, shown)
}
