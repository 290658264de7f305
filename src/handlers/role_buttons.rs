//! The buttons of roles, assignment, handover and audit: which handler each one means.

use super::{
    assign,
    context::{Cx, Outcome},
    hand_over, invite, manage_roles, read_audit,
    rights::Officer,
    show_phone,
};
use crate::{
    chat::button::RoleButton,
    domain::ids::MessageId,
    messages::{Message, say},
};

/// One was pressed under the message `shown`. Every handler checks the officer's rights itself.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    officer: &Officer,
    button: RoleButton,
    shown: MessageId,
) -> Outcome {
    match button {
        RoleButton::Overview(page) => manage_roles::turn_page(cx, officer, page, shown),
        RoleButton::Holder(grant) => manage_roles::holder(cx, officer, grant, shown),
        RoleButton::Revoke(grant) => manage_roles::ask_revoking(cx, officer, grant, shown),
        RoleButton::RevokeNow(grant) => manage_roles::revoke(cx, officer, grant, shown),
        RoleButton::Invite => invite::choose_role(cx, officer, shown),
        RoleButton::InviteAs(role, page) => invite::to_role(cx, officer, role, page, shown),
        RoleButton::InviteTo(role, body) => invite::to_body(cx, officer, role, &body, shown),
        RoleButton::Invitations => invite::list(cx, officer, shown),
        RoleButton::Uninvite(invitation) => invite::take_back(cx, officer, invitation, shown),
        RoleButton::Accept(token) => invite::accept(cx, officer, &token, shown),
        RoleButton::Decline(token) => invite::decline(cx, officer, &token, shown),
        RoleButton::Assignees(question, page) => assign::choose(cx, officer, question, page, shown),
        RoleButton::Assign(question, to) => assign::assign(cx, officer, question, to, shown),
        RoleButton::Close => {
            let closed = Message::plain(say!(officer.words(cx), "list-closed"));
            Ok(cx.replace(officer.chat, shown, closed)?)
        }
        RoleButton::ShowPhone(question) => show_phone::pressed(cx, officer, question),
        RoleButton::Audit(only, before) => read_audit::turn_page(cx, officer, only, before),
        RoleButton::Handover(body) => hand_over::choose_from(cx, officer, &body),
        RoleButton::HandoverFrom(from, page, body) => {
            hand_over::choose_heir(cx, officer, from, page, &body, shown)
        }
        RoleButton::HandoverTo(from, to, body) => {
            hand_over::by_button(cx, officer, (from, to), &body, shown)
        }
    }
}
