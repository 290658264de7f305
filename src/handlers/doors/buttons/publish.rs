//! Buttons of published answers, for everybody; those of the queue before it check the rights themselves.

use crate::{
    chat::button::PublishButton,
    handlers::{
        question::look_up,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
        triage::{followers, publish},
    },
};

/// In a private chat.
pub(crate) fn in_private(cx: &mut Cx<'_, '_>, actor: &Actor, button: &PublishButton) -> Outcome {
    match button {
        PublishButton::Fields => look_up::ask_what_to_search(cx, actor),
        PublishButton::Browse(category, page) => look_up::browse(cx, actor, category, *page),
        PublishButton::Open(question) => look_up::open(cx, actor, *question),
        PublishButton::Follow(question) => followers::follow(cx, actor, *question),
        PublishButton::Unfollow(question) => followers::unfollow(cx, actor, *question),
        PublishButton::Begin
        | PublishButton::Later(_)
        | PublishButton::Show(_)
        | PublishButton::Publish(..)
        | PublishButton::Cover(_)
        | PublishButton::Toggle(..)
        | PublishButton::TypeWords(_)
        | PublishButton::Uncover(..)
        | PublishButton::Reasons(_)
        | PublishButton::KeepBack(..)
        | PublishButton::TakeBack(..) => publish::pressed(cx, actor, button),
    }
}
