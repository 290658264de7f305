//! Who holds which role, one-time links, and what those who are invited read.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, RoleButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::BodyCode,
        invitation::{Invitation, InvitationToken, LINK_HOLDS},
        keyword::Keyword,
        role::{Grant, Role},
    },
};

/// Rows of a list that fit on the screen of a small phone.
pub(crate) const ROWS_A_PAGE: usize = 8;

/// The name of a role.
#[must_use]
pub(crate) fn role_name(words: Words<'_>, role: Role) -> String {
    label!(words, "role-name", role = role.as_str())
}

/// A role with its body: "đại biểu – Tổ đại biểu số 1".
#[must_use]
pub(crate) fn role_of(words: Words<'_>, role: Role, body: Option<&BodyCode>) -> String {
    let name = role_name(words, role);
    match body {
        Some(body) => format!("{name} – {}", words.body(body)),
        None => name,
    }
}

fn until(words: Words<'_>, grant: &Grant) -> String {
    match grant.expires_at {
        Some(at) => label!(words, "role-until", time = words.moment(at)),
        None => label!(words, "role-until-revoked"),
    }
}

/// Rows of one page, and the way to its neighbours.
pub(crate) fn paged<T>(
    words: Words<'_>,
    all: &[T],
    page: u16,
    row: impl Fn(&T) -> InlineButton,
    turn: impl Fn(u16) -> Button,
) -> Vec<Vec<InlineButton>> {
    let pages = all.len().div_ceil(ROWS_A_PAGE).max(1);
    let page = usize::from(page).min(pages - 1);
    let shown = all.iter().skip(page * ROWS_A_PAGE).take(ROWS_A_PAGE);
    let mut rows: Vec<Vec<InlineButton>> = shown.map(|one| vec![row(one)]).collect();
    let to = |page: usize| turn(u16::try_from(page).unwrap_or(u16::MAX));
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(button(label!(words, "button-previous-page"), &to(page - 1)));
    }
    if page + 1 < pages {
        turns.push(button(label!(words, "button-next-page"), &to(page + 1)));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    rows
}

/// Who holds which role. What is done with it follows by its buttons.
#[must_use]
pub(crate) fn overview(words: Words<'_>, held: &[Grant], page: u16, invitations: usize) -> Message {
    let mut rows = paged(
        words,
        held,
        page,
        |grant| {
            let role = role_of(words, grant.role, grant.body.as_ref());
            let name = crate::domain::text::truncate_utf16(&grant.name, 24);
            button(
                format!("{name}: {role}"),
                &Button::Role(RoleButton::Holder(grant.id)),
            )
        },
        |page| Button::Role(RoleButton::Overview(page)),
    );
    rows.push(vec![button(
        label!(words, "button-invite"),
        &Button::Role(RoleButton::Invite),
    )]);
    if invitations > 0 {
        rows.push(vec![button(
            label!(words, "button-invitations", count = invitations),
            &Button::Role(RoleButton::Invitations),
        )]);
    }
    let html = if held.is_empty() {
        say!(words, "roles-none")
    } else {
        say!(words, "roles-title", count = held.len())
    };
    Message::with(html, Keyboard::Inline(rows))
}

/// One role that somebody holds. `open`: questions on their hands; `has_left`: they left the body's group.
#[must_use]
pub(crate) fn holder(words: Words<'_>, grant: &Grant, open: usize, has_left: bool) -> Message {
    let mut lines = vec![say!(
        words,
        "roles-holder",
        name = grant.name,
        role = role_of(words, grant.role, grant.body.as_ref()),
        until = until(words, grant),
    )];
    if has_left {
        lines.push(say!(words, "roles-holder-left"));
    }
    let mut rows = vec![vec![button(
        label!(words, "button-revoke"),
        &Button::Role(RoleButton::Revoke(grant.id)),
    )]];
    if open > 0 {
        lines.push(say!(words, "roles-holder-open", count = open));
        if let Some(body) = &grant.body {
            let from = RoleButton::HandoverFrom(grant.user, 0, body.clone());
            rows.push(vec![button(
                label!(words, "button-handover"),
                &Button::Role(from),
            )]);
        }
    }
    rows.push(vec![back(words)]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

fn back(words: Words<'_>) -> InlineButton {
    button(
        label!(words, "button-back"),
        &Button::Role(RoleButton::Overview(0)),
    )
}

/// "Really?"
#[must_use]
pub(crate) fn confirm_revoking(words: Words<'_>, grant: &Grant) -> Message {
    let html = say!(
        words,
        "roles-revoke-ask",
        name = grant.name,
        role = role_of(words, grant.role, grant.body.as_ref()),
    );
    let rows = vec![
        vec![button(
            label!(words, "button-revoke-now"),
            &Button::Role(RoleButton::RevokeNow(grant.id)),
        )],
        vec![button(
            label!(words, "button-back"),
            &Button::Role(RoleButton::Holder(grant.id)),
        )],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// Done: the role is gone.
#[must_use]
pub(crate) fn revoked(words: Words<'_>, grant: &Grant) -> Message {
    let html = say!(
        words,
        "roles-revoked",
        name = grant.name,
        role = role_of(words, grant.role, grant.body.as_ref()),
    );
    Message::with(html, Keyboard::Inline(vec![vec![back(words)]]))
}

/// For the person whose role is gone.
#[must_use]
pub(crate) fn told_revoked(words: Words<'_>, grant: &Grant) -> Message {
    Message::plain(say!(
        words,
        "roles-told-revoked",
        role = role_of(words, grant.role, grant.body.as_ref()),
    ))
}

/// For the person whose role ended by itself.
#[must_use]
pub(crate) fn told_expired(words: Words<'_>, grant: &Grant) -> Message {
    Message::plain(say!(
        words,
        "roles-told-expired",
        role = role_of(words, grant.role, grant.body.as_ref()),
    ))
}

/// "To which role?"
#[must_use]
pub(crate) fn choose_role(words: Words<'_>) -> Message {
    let mut rows: Vec<Vec<InlineButton>> = Role::ALL
        .iter()
        .map(|role| {
            vec![button(
                role_name(words, *role),
                &Button::Role(RoleButton::InviteAs(*role, 0)),
            )]
        })
        .collect();
    rows.push(vec![back(words)]);
    Message::with(say!(words, "invite-choose-role"), Keyboard::Inline(rows))
}

/// "For which body?"
#[must_use]
pub(crate) fn choose_body(words: Words<'_>, role: Role, page: u16) -> Message {
    let bodies = &words.council().bodies;
    let mut rows = paged(
        words,
        bodies,
        page,
        |body| {
            let to = RoleButton::InviteTo(role, body.code.clone());
            button(body.name.in_language(words.language()), &Button::Role(to))
        },
        |page| Button::Role(RoleButton::InviteAs(role, page)),
    );
    rows.push(vec![button(
        label!(words, "button-back"),
        &Button::Role(RoleButton::Invite),
    )]);
    let html = say!(words, "invite-choose-body", role = role_name(words, role));
    Message::with(html, Keyboard::Inline(rows))
}

/// The link, for the administrator alone.
#[must_use]
pub(crate) fn link(
    words: Words<'_>,
    bot: &str,
    token: &InvitationToken,
    role: Role,
    body: Option<&BodyCode>,
    ends_at: jiff::Timestamp,
) -> Message {
    let address = format!("https://t.me/{bot}?start=i_{}", token.as_str());
    Message::plain(say!(
        words,
        "invite-link",
        role = role_of(words, role, body),
        link = address,
        hours = LINK_HOLDS.as_hours(),
        until = words.moment(ends_at),
    ))
}

/// The links that can still be used. They are not shown again: only their hashes are kept.
#[must_use]
pub(crate) fn open_invitations(words: Words<'_>, open: &[Invitation]) -> Message {
    /// More are not shown at once; taking some back shows the others.
    const SHOWN: usize = 20;
    let mut rows = Vec::new();
    let mut lines = vec![if open.is_empty() {
        say!(words, "invitations-none")
    } else {
        say!(words, "invitations-title", count = open.len())
    }];
    for invitation in open.iter().take(SHOWN) {
        let number = invitation.id.0;
        lines.push(say!(
            words,
            "invitations-line",
            number = number,
            role = role_of(words, invitation.role, invitation.body.as_ref()),
            until = words.moment(invitation.expires_at),
        ));
        rows.push(vec![button(
            label!(words, "button-uninvite", number = number),
            &Button::Role(RoleButton::Uninvite(invitation.id)),
        )]);
    }
    rows.push(vec![back(words)]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// "You are invited."
#[must_use]
pub(crate) fn offer(
    words: Words<'_>,
    invitation: &Invitation,
    token: &InvitationToken,
    ends_at: jiff::Timestamp,
) -> Message {
    let council = words.council().short_name.in_language(words.language());
    let html = say!(
        words,
        "invite-offer",
        council = council,
        role = role_of(words, invitation.role, invitation.body.as_ref()),
        until = words.moment(ends_at),
    );
    let rows = vec![vec![
        button(
            label!(words, "button-accept-role"),
            &Button::Role(RoleButton::Accept(token.clone())),
        ),
        button(
            label!(words, "button-decline-role"),
            &Button::Role(RoleButton::Decline(token.clone())),
        ),
    ]];
    Message::with(html, Keyboard::Inline(rows))
}

/// The role is theirs.
#[must_use]
pub(crate) fn accepted(
    words: Words<'_>,
    invitation: &Invitation,
    ends_at: jiff::Timestamp,
) -> Message {
    let role = role_of(words, invitation.role, invitation.body.as_ref());
    let done = say!(
        words,
        "invite-accepted",
        role = role,
        until = words.moment(ends_at)
    );
    let next = match invitation.role {
        Role::Administrator => say!(words, "invite-next-administrator"),
        Role::Clerk => say!(words, "invite-next-clerk"),
        Role::Head => say!(words, "invite-next-head"),
        Role::Delegate => say!(words, "invite-next-delegate"),
        Role::Observer => say!(words, "invite-next-observer"),
    };
    Message::plain(Html::paragraphs([done, next]))
}

/// For the administrator who invited.
#[must_use]
pub(crate) fn told_accepted(words: Words<'_>, invitation: &Invitation, name: &str) -> Message {
    let role = role_of(words, invitation.role, invitation.body.as_ref());
    Message::plain(say!(
        words,
        "invite-told-accepted",
        name = name,
        role = role
    ))
}
