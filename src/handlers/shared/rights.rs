//! What may this person do here? The one place that answers: it reads the facts, `domain::permission` decides.
//!
//! Asked anew for every command, reply and press: the menu of a chat, an old button and an earlier answer prove
//! nothing. Never sends anything but refusals.

use crate::{
    domain::{
        body::BodyKind,
        ids::{BodyCode, ChatId, UserId},
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody, Circumstances, Clerk, DUTY, Rights},
    },
    handlers::{
        HandlerError,
        shared::{actor::Actor, cx::Cx, notices},
    },
    messages::label,
    store::{chats, duties, roles},
};

use std::collections::BTreeSet;

/// The rights of `user` in `chat`: a linked group, another group, or their private chat.
pub(crate) fn of(cx: &Cx<'_, '_>, user: UserId, chat: ChatId) -> Result<Rights, HandlerError> {
    let office = notices::office(cx);
    let (here, on_duty) = if chat.is_private() {
        (None, duties::of(cx.tx, user, DUTY, cx.now)?)
    } else {
        (chats::body_of(cx.tx, chat)?, BTreeSet::new())
    };
    let held = roles::held_by(cx.tx, user, cx.now)?;
    let left = duties::left_by(cx.tx, user)?;
    let barred = roles::barred_from(cx.tx, user, &office)?;
    Ok(Rights::of(Circumstances {
        who: user,
        is_named_administrator: cx.facts.admins().contains(&user),
        held: &held,
        here: here.as_ref(),
        on_duty: &on_duty,
        left: &left,
        barred: &barred,
        office: &office,
    }))
}

/// The rights of `user` in a group that they do not belong to: what roles give them, and nothing else.
pub(crate) fn of_outsider(cx: &Cx<'_, '_>, user: UserId) -> Result<Rights, HandlerError> {
    let office = notices::office(cx);
    let held = roles::held_by(cx.tx, user, cx.now)?;
    let left = duties::left_by(cx.tx, user)?;
    Ok(Rights::of(Circumstances {
        who: user,
        is_named_administrator: cx.facts.admins().contains(&user),
        held: &held,
        here: None,
        on_duty: &BTreeSet::new(),
        left: &left,
        barred: &BTreeSet::new(),
        office: &office,
    }))
}

/// Whoever wrote or pressed in a group as a member of its body: they are known there by name from now on.
pub(crate) fn member(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
) -> Result<Option<ActsForBody>, HandlerError> {
    let member = actor.rights(cx)?.here();
    if let Some(member) = &member
        && actor.user != ANONYMOUS_ADMINISTRATOR
    {
        duties::acted(cx.tx, actor.user, &actor.name, member.body(), cx.now)?;
    }
    Ok(member)
}

/// The one place that decides who does the office's work: whoever works in the office's group, and in private whoever
/// administers or worked there lately.
pub(crate) fn clerk(cx: &mut Cx<'_, '_>, actor: &Actor) -> Result<Option<Clerk>, HandlerError> {
    let office = notices::office(cx);
    let is_office = chats::body_of(cx.tx, actor.chat)?.as_ref() == Some(&office);
    let clerk = if actor.chat.is_private() || is_office {
        Clerk::of(actor.rights(cx)?)
    } else {
        None
    };
    if is_office && clerk.is_some() && actor.user != ANONYMOUS_ADMINISTRATOR {
        duties::acted(cx.tx, actor.user, &actor.name, &office, cx.now)?;
    }
    Ok(clerk)
}

/// Why somebody may not act in a group, for a toast or a message.
pub(crate) fn refusal(cx: &Cx<'_, '_>, actor: &Actor) -> Result<String, HandlerError> {
    let words = cx.group_words();
    Ok(if actor.rights(cx)?.only_observes_here() {
        label!(words, "refuse-observer")
    } else {
        label!(words, "refuse-not-member")
    })
}

/// Whether a body is the office: the built-in one, or one of that kind.
pub(crate) fn is_office(cx: &Cx<'_, '_>, body: &BodyCode) -> bool {
    *body == BodyCode::office()
        || cx
            .council
            .body(body)
            .is_some_and(|body| body.kind == BodyKind::Office)
}
