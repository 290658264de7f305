//! The buttons of roles, assignment, handover, audit and the groups of bodies: which handler each one means.

use crate::{
    chat::{
        button::{LinkButton, RoleButton},
        incoming::Chat,
    },
    domain::ids::MessageId,
    handlers::{
        HandlerError, card, office,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, say},
    store::chats,
};

/// One was pressed under the message `shown`. Every handler checks the officer's rights itself.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    button: RoleButton,
    shown: MessageId,
) -> Outcome {
    match button {
        RoleButton::Overview(page) => office::roles::turn_page(cx, officer, page, shown),
        RoleButton::Holder(grant) => office::roles::holder(cx, officer, grant, shown),
        RoleButton::Revoke(grant) => office::roles::ask_revoking(cx, officer, grant, shown),
        RoleButton::RevokeNow(grant) => office::roles::revoke(cx, officer, grant, shown),
        RoleButton::Invite => office::invite::choose_role(cx, officer, shown),
        RoleButton::InviteAs(role, page) => office::invite::to_role(cx, officer, role, page, shown),
        RoleButton::InviteTo(role, body) => {
            office::invite::to_body(cx, officer, role, &body, shown)
        }
        RoleButton::Invitations => office::invite::list(cx, officer, shown),
        RoleButton::Uninvite(invitation) => {
            office::invite::take_back(cx, officer, invitation, shown)
        }
        RoleButton::Accept(token) => office::invite::accept(cx, officer, &token, shown),
        RoleButton::Decline(token) => office::invite::decline(cx, officer, &token, shown),
        RoleButton::Assignees(question, page) => {
            card::assign::choose(cx, officer, question, page, shown)
        }
        RoleButton::Assign(question, to) => card::assign::assign(cx, officer, question, to, shown),
        RoleButton::Close => {
            if !may_close(cx, officer, shown)? {
                let words = officer.words(cx);
                cx.old_button(words);
                return Ok(());
            }
            let closed = Message::plain(say!(officer.words(cx), "list-closed"));
            Ok(cx.replace(officer.chat, shown, closed)?)
        }
        RoleButton::ShowPhone(question) => office::phone::pressed(cx, officer, question),
        RoleButton::ShowWords(question) => office::uncover::pressed(cx, officer, question),
        RoleButton::Audit(only, before) => office::audit::turn_page(cx, officer, only, before),
        RoleButton::AuditOf(subject, before) => {
            office::audit::of_subject(cx, officer, subject, before)
        }
        RoleButton::AuditFile(subject) => office::audit::as_file(cx, officer, subject),
        RoleButton::Handover(body) => office::hand_over::choose_from(cx, officer, &body),
        RoleButton::HandoverFrom(from, page, body) => {
            office::hand_over::choose_heir(cx, officer, from, page, &body, shown)
        }
        RoleButton::Unban(of) => office::bans::end(cx, officer, of, shown),
        RoleButton::Troubles => office::trouble::show(cx, officer),
        RoleButton::Settle(what, how, number) => {
            office::trouble::settle(cx, officer, (what, number), how)
        }
        RoleButton::SettleHeld(how) => office::trouble::settle_held(cx, officer, how),
        RoleButton::HandoverTo(from, to, body) => {
            office::hand_over::by_button(cx, officer, (from, to), &body, shown)
        }
    }
}

/// One of those that say which body a group belongs to. Whoever is to link a group is no member of its body yet: every
/// handler asks for an administrator itself.
pub(crate) fn of_link(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    group: &Chat,
    button: &LinkButton,
    shown: MessageId,
) -> Outcome {
    match button {
        LinkButton::To(body) => office::link::by_button(cx, actor, group, body, shown),
        LinkButton::Anew(body) => office::link::anew(cx, actor, group, body, shown),
        LinkButton::Leave => office::link::leave_it(cx, actor, shown),
        LinkButton::InSpiteOfAll(body) => {
            office::link::in_spite_of_all(cx, actor, group, body, shown)
        }
    }
}

/// Lists are closed by whoever may have them, and nothing else is: cards, previews and receipts are remembered, lists are
/// not.
fn may_close(cx: &Cx<'_, '_>, officer: &Actor, shown: MessageId) -> Result<bool, HandlerError> {
    if cx.is_protected(shown) || chats::is_remembered(cx.tx, officer.chat, shown)? {
        return Ok(false);
    }
    if officer.chat.is_private() {
        return Ok(true);
    }
    let rights = officer.rights(cx)?;
    Ok(rights.here().is_some() || rights.administrator().is_some())
}
