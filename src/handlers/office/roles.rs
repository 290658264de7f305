//! `/vaitro`: who holds which role, and taking one away. Administrators only, in private or in the office's group.

use crate::{
    chat::outgoing::Lane,
    domain::{
        event::Event,
        ids::{GrantId, MessageId},
        permission::Administrator,
        question::Claim,
        role::{Grant, Role},
    },
    handlers::{
        HandlerError,
        office::{hand_over, menus},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            rights,
        },
    },
    messages::{Message, label, roles as say_roles},
    store::{chats, duties, invitations, questions, residents, roles},
};

/// `/vaitro`.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    if administrator(cx, officer)?.is_none() {
        return Ok(());
    }
    let message = overview(cx, officer, 0)?;
    Ok(cx.reply(officer.chat, message)?)
}

/// The proof, or a clear sentence: roles are nobody else's business, and not for a body's group.
pub(crate) fn administrator(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
) -> Result<Option<Administrator>, HandlerError> {
    let words = officer.words(cx);
    let is_place = officer.chat.is_private()
        || chats::body_of(cx.tx, officer.chat)?.is_some_and(|body| rights::is_office(cx, &body));
    let sentence = match officer.rights(cx)?.administrator() {
        Some(admin) if is_place => return Ok(Some(admin)),
        Some(_) => label!(words, "roles-only-office"),
        None => label!(words, "roles-not-admin"),
    };
    refuse(cx, officer, sentence)?;
    Ok(None)
}

/// A refusal for whoever pressed, or wrote.
pub(crate) fn refuse(cx: &mut Cx<'_, '_>, officer: &Actor, sentence: String) -> Outcome {
    officer.refuse(cx, sentence)
}

pub(crate) fn overview(
    cx: &Cx<'_, '_>,
    officer: &Actor,
    page: u16,
) -> Result<Message, HandlerError> {
    let held = roles::all(cx.tx, cx.now)?;
    let open = invitations::open(cx.tx, cx.now)?.len();
    Ok(say_roles::overview(officer.words(cx), &held, page, open))
}

/// Another page of the list.
pub(crate) fn turn_page(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    page: u16,
    shown: MessageId,
) -> Outcome {
    if administrator(cx, officer)?.is_none() {
        return Ok(());
    }
    let message = overview(cx, officer, page)?;
    Ok(cx.replace(officer.chat, shown, message)?)
}

/// The role of a button, for an administrator; when it is gone meanwhile, the list shows how things are.
fn held(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: GrantId,
    shown: MessageId,
) -> Result<Option<(Administrator, Grant)>, HandlerError> {
    let Some(admin) = administrator(cx, officer)? else {
        return Ok(None);
    };
    if let Some(grant) = roles::find(cx.tx, id, cx.now)? {
        return Ok(Some((admin, grant)));
    }
    let words = officer.words(cx);
    cx.alert(label!(words, "roles-gone"));
    let message = overview(cx, officer, 0)?;
    cx.replace(officer.chat, shown, message)?;
    Ok(None)
}

/// One role that somebody holds.
pub(crate) fn holder(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: GrantId,
    shown: MessageId,
) -> Outcome {
    let Some((_, grant)) = held(cx, officer, id, shown)? else {
        return Ok(());
    };
    let (open, has_left) = match &grant.body {
        Some(body) => (
            questions::claimed_by(cx.tx, body, grant.user)?.len(),
            duties::left_by(cx.tx, grant.user)?.contains(body),
        ),
        None => (0, false),
    };
    let message = say_roles::holder(officer.words(cx), &grant, open, has_left);
    Ok(cx.replace(officer.chat, shown, message)?)
}

/// "Thu hồi": really?
pub(crate) fn ask_revoking(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: GrantId,
    shown: MessageId,
) -> Outcome {
    let Some((_, grant)) = held(cx, officer, id, shown)? else {
        return Ok(());
    };
    let message = say_roles::confirm_revoking(officer.words(cx), &grant);
    Ok(cx.replace(officer.chat, shown, message)?)
}

/// "Thu hồi thật": the role is gone at once, and what they had open goes to others.
pub(crate) fn revoke(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: GrantId,
    shown: MessageId,
) -> Outcome {
    let Some((admin, grant)) = held(cx, officer, id, shown)? else {
        return Ok(());
    };
    if !roles::revoke(cx.tx, id, admin.user(), cx.now)? {
        return Ok(());
    }
    let event = Event::RoleRevoked {
        role: grant.role,
        body: grant.body.clone(),
        of: grant.user,
    };
    cx.record(&event, Some(admin.user()), None)?;
    let message = say_roles::revoked(officer.words(cx), &grant);
    cx.replace(officer.chat, shown, message)?;
    tell(cx, &grant, say_roles::told_revoked)?;
    menus::refresh(cx, grant.user)?;
    when_gone(cx, &grant)
}

/// Roles that ended with their term: said to their holders, and what they had open goes to others.
pub(crate) fn end_expired(cx: &mut Cx<'_, '_>) -> Outcome {
    for grant in roles::expired(cx.tx, cx.now)? {
        roles::end(cx.tx, grant.id, cx.now)?;
        let event = Event::RoleExpired {
            role: grant.role,
            body: grant.body.clone(),
            of: grant.user,
        };
        cx.record(&event, None, None)?;
        tell(cx, &grant, say_roles::told_expired)?;
        menus::refresh(cx, grant.user)?;
        when_gone(cx, &grant)?;
    }
    Ok(())
}

/// Whoever no longer acts for a body by any role hands over what they had.
fn when_gone(cx: &mut Cx<'_, '_>, grant: &Grant) -> Outcome {
    let Some(body) = &grant.body else {
        return Ok(());
    };
    if !matches!(grant.role, Role::Head | Role::Delegate) {
        return Ok(());
    }
    let others = roles::held_by(cx.tx, grant.user, cx.now)?;
    let still_acts = others.iter().any(|other| {
        other.body.as_ref() == Some(body) && matches!(other.role, Role::Head | Role::Delegate)
    });
    if still_acts {
        return Ok(());
    }
    let gone = Claim {
        by: grant.user,
        name: grant.name.clone(),
    };
    hand_over::when_gone(cx, body, &gone)
}

/// Says something about a role to its holder, in private, if they have started the bot.
fn tell(
    cx: &mut Cx<'_, '_>,
    grant: &Grant,
    message: fn(crate::messages::Words<'_>, &Grant) -> Message,
) -> Outcome {
    if residents::find(cx.tx, grant.user)?.is_none() {
        return Ok(());
    }
    let theirs = cx.words_for(grant.user)?;
    let message = message(theirs, grant);
    let chat = grant.user.private_chat();
    Ok(cx.send(chat, Lane::Card, message, Placing::default())?)
}
