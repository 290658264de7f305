//! What may this person do here? The one place that answers: it reads the facts, `domain::permission` decides.
//!
//! Asked anew for every command, reply and press: the menu of a chat, an old button and an earlier answer prove
//! nothing. Never sends anything but refusals.

use std::collections::BTreeSet;

use super::{HandlerError, context::Cx, notices};
use crate::{
    chat::incoming::Incoming,
    domain::{
        body::BodyKind,
        ids::{BodyCode, ChatId, Language, UserId},
        meeting::check_in::DUTY,
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody, Circumstances, Rights},
        resident::Resident,
        text,
    },
    messages::{Words, label},
    store::{chats, duties, roles},
};

/// The longest name of an officer that is kept, in UTF-16 units.
const MAX_NAME: usize = 64;

/// Somebody who uses what officers have: who, where they see the answer, in which language, with which rights.
pub(super) struct Officer {
    pub(super) user: UserId,
    pub(super) name: String,
    pub(super) chat: ChatId,
    pub(super) language: Language,
    pub(super) rights: Rights,
}

impl Officer {
    /// Somebody in a group.
    pub(super) fn in_group(cx: &Cx<'_, '_>, incoming: &Incoming) -> Result<Self, HandlerError> {
        let (user, chat) = (incoming.person.id, incoming.chat.id);
        Ok(Self {
            user,
            name: name_of(&incoming.person.name),
            chat,
            language: cx.council.default_language(),
            rights: of(cx, user, chat)?,
        })
    }

    /// Somebody in their private chat.
    pub(super) fn in_private(cx: &Cx<'_, '_>, resident: &Resident) -> Result<Self, HandlerError> {
        let chat = resident.id.private_chat();
        Ok(Self {
            user: resident.id,
            name: name_of(&resident.name),
            chat,
            language: resident.language,
            rights: of(cx, resident.id, chat)?,
        })
    }

    /// The speaker of their language.
    pub(super) fn words<'a>(&self, cx: &Cx<'a, '_>) -> Words<'a> {
        cx.words(self.language)
    }
}

/// A name as the bodies keep it.
pub(super) fn name_of(name: &str) -> String {
    text::truncate_utf16(&text::clean(name), MAX_NAME)
}

/// The rights of `user` in `chat`: a linked group, another group, or their private chat.
pub(super) fn of(cx: &Cx<'_, '_>, user: UserId, chat: ChatId) -> Result<Rights, HandlerError> {
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

/// Whoever wrote or pressed in a group as a member of its body: they are known there by name from now on.
pub(super) fn member(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
) -> Result<Option<ActsForBody>, HandlerError> {
    let user = incoming.person.id;
    let member = of(cx, user, incoming.chat.id)?.here();
    if let Some(member) = &member
        && user != ANONYMOUS_ADMINISTRATOR
    {
        let name = name_of(&incoming.person.name);
        duties::acted(cx.tx, user, &name, member.body(), cx.now)?;
    }
    Ok(member)
}

/// Why somebody may not act in a group, for a toast or a message.
pub(super) fn refusal(cx: &Cx<'_, '_>, incoming: &Incoming) -> Result<String, HandlerError> {
    let words = cx.group_words();
    let rights = of(cx, incoming.person.id, incoming.chat.id)?;
    Ok(if rights.only_observes_here() {
        label!(words, "refuse-observer")
    } else {
        label!(words, "refuse-not-member")
    })
}

/// Whether a body is the office: the built-in one, or one of that kind.
pub(super) fn is_office(cx: &Cx<'_, '_>, body: &BodyCode) -> bool {
    *body == BodyCode::office()
        || cx
            .council
            .body(body)
            .is_some_and(|body| body.kind == BodyKind::Office)
}
