//! One-time links: made by an administrator, taken or declined by whoever opens one in private.

use crate::{
    chat::outgoing::Lane,
    domain::{
        event::Event,
        ids::{BodyCode, InvitationId, MessageId, UserId},
        invitation::{self, Invitation, InvitationToken, LINK_HOLDS},
        permission::Administrator,
        role::Role,
    },
    handlers::{
        Facts, HandlerError,
        office::{
            menus,
            roles::{administrator, overview},
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Message, label, roles as say_roles, say},
    store::{
        self, WriteTx, duties, events,
        invitations::{self, Spent},
        residents, roles,
    },
};

use jiff::Timestamp;

/// "Mời người": to which role?
pub(crate) fn choose_role(cx: &mut Cx<'_, '_>, officer: &Actor, shown: MessageId) -> Outcome {
    if administrator(cx, officer)?.is_none() {
        return Ok(());
    }
    let message = say_roles::choose_role(officer.words(cx));
    Ok(cx.replace(officer.chat, shown, message)?)
}

/// The role was chosen: of which body, or the link at once.
pub(crate) fn to_role(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    role: Role,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some(admin) = administrator(cx, officer)? else {
        return Ok(());
    };
    if role.is_of_body() {
        let message = say_roles::choose_body(officer.words(cx), role, page);
        return Ok(cx.replace(officer.chat, shown, message)?);
    }
    make(cx, officer, admin, role, None)?;
    done(cx, officer, shown)
}

/// The body was chosen.
pub(crate) fn to_body(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    role: Role,
    body: &BodyCode,
    shown: MessageId,
) -> Outcome {
    let Some(admin) = administrator(cx, officer)? else {
        return Ok(());
    };
    if !role.is_of_body() || cx.council.body(body).is_none() {
        let words = officer.words(cx);
        cx.old_button(words);
        return Ok(());
    }
    make(cx, officer, admin, role, Some(body))?;
    done(cx, officer, shown)
}

/// The choice is over: left standing, every further press would make one more link.
fn done(cx: &mut Cx<'_, '_>, officer: &Actor, shown: MessageId) -> Outcome {
    if !can_be_written_to(cx, officer)? {
        return Ok(());
    }
    let message = overview(cx, officer, 0)?;
    Ok(cx.replace(officer.chat, shown, message)?)
}

/// Makes the link. It goes to the administrator alone, also when they pressed in the office's group: whoever sees it
/// could take the role.
fn make(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    admin: Administrator,
    role: Role,
    body: Option<&BodyCode>,
) -> Outcome {
    let bot = cx.facts.bot().username.clone();
    if !can_be_written_to(cx, officer)? {
        let words = officer.words(cx);
        cx.alert(label!(words, "start-bot-first", bot = bot));
        return Ok(());
    }
    let holds_until = cx.now + LINK_HOLDS;
    let token = invitations::make(cx.tx, role, body, admin.user(), holds_until, cx.now)?;
    let made = Event::InvitationMade {
        role,
        body: body.cloned(),
    };
    cx.record(&made, Some(admin.user()), None)?;
    let theirs = cx.words_for(officer.user)?;
    let ends_at = role_ends_at(cx);
    let words = theirs;
    let message = say_roles::link(words, &bot, &token, role, body, ends_at);
    cx.reply(officer.user.private_chat(), message)?;
    if !officer.chat.is_private() {
        let words = officer.words(cx);
        cx.toast(label!(words, "sent-in-private"));
    }
    Ok(())
}

/// Where nobody administers, the operator is given a link that makes whoever opens it the first administrator; links that
/// were printed before hold no more. `None`: somebody administers.
///
/// # Errors
/// When the database fails.
pub(crate) fn first_administrator(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    now: Timestamp,
) -> store::Result<Option<String>> {
    if !facts.admins().is_empty() || roles::is_anybody(tx, Role::Administrator, now)? {
        return Ok(None);
    }
    invitations::revoke_made_by(tx, UserId::OPERATOR, now)?;
    let holds_until = now + LINK_HOLDS;
    let token = invitations::make(
        tx,
        Role::Administrator,
        None,
        UserId::OPERATOR,
        holds_until,
        now,
    )?;
    let made = Event::InvitationMade {
        role: Role::Administrator,
        body: None,
    };
    events::record(tx, &made, None, None, now)?;
    let bot = &facts.bot().username;
    Ok(Some(format!(
        "https://t.me/{bot}?start=i_{}",
        token.as_str()
    )))
}

/// Whether this person has started the bot and not blocked it.
pub(crate) fn can_be_written_to(cx: &Cx<'_, '_>, officer: &Actor) -> Result<bool, HandlerError> {
    Ok(residents::find(cx.tx, officer.user)?.is_some_and(|known| !known.blocked))
}

fn role_ends_at(cx: &Cx<'_, '_>) -> jiff::Timestamp {
    invitation::role_ends_at(cx.council.term.to, &cx.council.timezone, cx.now)
}

/// The links that can still be used.
pub(crate) fn list(cx: &mut Cx<'_, '_>, officer: &Actor, shown: MessageId) -> Outcome {
    if administrator(cx, officer)?.is_none() {
        return Ok(());
    }
    let open = invitations::open(cx.tx, cx.now)?;
    let message = say_roles::open_invitations(officer.words(cx), &open);
    Ok(cx.replace(officer.chat, shown, message)?)
}

/// "Hủy lời mời".
pub(crate) fn take_back(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: InvitationId,
    shown: MessageId,
) -> Outcome {
    let Some(admin) = administrator(cx, officer)? else {
        return Ok(());
    };
    let words = officer.words(cx);
    let Some(found) = invitations::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if invitations::spend(cx.tx, id, Spent::Revoked, cx.now)? {
        let event = Event::InvitationRevoked {
            role: found.role,
            body: found.body,
        };
        cx.record(&event, Some(admin.user()), None)?;
        cx.toast(label!(words, "toast-done"));
    } else {
        cx.alert(label!(words, "invitation-was-spent"));
    }
    list(cx, officer, shown)
}

/// A link was opened in private: what it gives, or that it gives nothing (any more). Why not is not said.
pub(crate) fn opened(cx: &mut Cx<'_, '_>, officer: &Actor, typed: &str) -> Outcome {
    let words = officer.words(cx);
    let token = InvitationToken::parse(typed);
    let found = match &token {
        Some(token) => invitations::by_token(cx.tx, token)?,
        None => None,
    };
    let holds = found.filter(|found| found.holds(cx.now));
    let message = match (token, holds) {
        (Some(token), Some(found)) => say_roles::offer(words, &found, &token, role_ends_at(cx)),
        _ => Message::plain(say!(words, "invite-useless")),
    };
    Ok(cx.reply(officer.chat, message)?)
}

/// The invitation of a button, if it still holds and somebody pressed in private.
fn of_button(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    token: &InvitationToken,
    shown: MessageId,
) -> Result<Option<Invitation>, HandlerError> {
    let words = officer.words(cx);
    if !officer.chat.is_private() {
        cx.old_button(words);
        return Ok(None);
    }
    let found = invitations::by_token(cx.tx, token)?.filter(|found| found.holds(cx.now));
    if found.is_none() {
        let useless = Message::plain(say!(words, "invite-useless"));
        cx.replace(officer.chat, shown, useless)?;
    }
    Ok(found)
}

/// "Nhận": the role is theirs, once. A second person with the same link comes too late.
pub(crate) fn accept(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    token: &InvitationToken,
    shown: MessageId,
) -> Outcome {
    let Some(found) = of_button(cx, officer, token, shown)? else {
        return Ok(());
    };
    let user = officer.user;
    if !invitations::spend(cx.tx, found.id, Spent::Accepted(user), cx.now)? {
        return Ok(());
    }
    let ends_at = role_ends_at(cx);
    let holder = (user, officer.name.as_str());
    let body = found.body.as_ref();
    roles::grant(
        cx.tx,
        found.role,
        body,
        holder,
        found.made_by,
        Some(ends_at),
        cx.now,
    )?;
    if let Some(body) = body {
        duties::came(cx.tx, user, body)?;
    } else if found.role == Role::Clerk {
        duties::came(cx.tx, user, &notices::office(cx))?;
    }
    let event = Event::RoleGranted {
        role: found.role,
        body: found.body.clone(),
    };
    cx.record(&event, Some(user), None)?;
    let message = say_roles::accepted(officer.words(cx), &found, ends_at);
    cx.replace(officer.chat, shown, message)?;
    menus::refresh(cx, user)?;
    if found.made_by == UserId::OPERATOR {
        return Ok(());
    }
    let theirs = cx.words_for(found.made_by)?;
    let news = say_roles::told_accepted(theirs, &found, &officer.name);
    let inviter = found.made_by.private_chat();
    Ok(cx.send(inviter, Lane::Card, news, Placing::default())?)
}

/// "Không": the link is used up all the same.
pub(crate) fn decline(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    token: &InvitationToken,
    shown: MessageId,
) -> Outcome {
    let Some(found) = of_button(cx, officer, token, shown)? else {
        return Ok(());
    };
    if invitations::spend(cx.tx, found.id, Spent::Declined, cx.now)? {
        let event = Event::InvitationDeclined {
            role: found.role,
            body: found.body,
        };
        cx.record(&event, Some(officer.user), None)?;
    }
    let declined = Message::plain(say!(officer.words(cx), "invite-declined"));
    Ok(cx.replace(officer.chat, shown, declined)?)
}
