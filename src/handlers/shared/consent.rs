//! Asking for consent: the one question that every room may have to put first.

use crate::{
    domain::conversation::{Conversation, Wish},
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
    },
    messages::resident as say_resident,
    store::conversations,
};

/// Somebody who has not agreed (any more) is asked, with what they wanted kept for after the yes.
pub(crate) fn ask_for_consent(cx: &mut Cx<'_, '_>, actor: &Actor, then: Wish) -> Outcome {
    let words = actor.words(cx);
    let message = match &then {
        Wish::Ask { text, .. } if !text.is_empty() => say_resident::consent_first(words),
        Wish::Phone => say_resident::phone_after_consent(words),
        Wish::Ask { .. }
        | Wish::Home
        | Wish::Area(_)
        | Wish::Draft
        | Wish::Meeting(_)
        | Wish::Settings
        | Wish::AskForMeeting(_)
        | Wish::Follow(_)
        | Wish::FollowPublic(_)
        | Wish::Consult(_) => say_resident::welcome(words),
    };
    conversations::set(
        cx.tx,
        actor.user,
        &Conversation::Consenting { then },
        cx.now,
    )?;
    Ok(cx.reply(actor.chat, message)?)
}
