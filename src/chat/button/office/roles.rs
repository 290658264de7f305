//! Buttons of roles, invitations, assignment, handover, the phone of a resident, the audit log.

use super::{code_of, row};
use crate::domain::{
    audit::AuditSubject,
    ids::{BodyCode, GrantId, InvitationId, QuestionId, UserId},
    invitation::InvitationToken,
    keyword::Keyword,
    role::Role,
    trouble::{Remedy, Trouble},
};

/// Telegram's user ids have at most 52 significant bits.
const MAX_USER: i64 = (1 << 52) - 1;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RoleButton {
    /// Shows a page of who holds which role.
    Overview(u16),
    /// Shows one role that somebody holds.
    Holder(GrantId),
    /// Wants to take it away.
    Revoke(GrantId),
    /// Takes it away.
    RevokeNow(GrantId),
    /// Wants to invite somebody.
    Invite,
    /// Invites to this role; for a role of a body, shows a page of bodies.
    InviteAs(Role, u16),
    /// Invites to this role of this body.
    InviteTo(Role, BodyCode),
    /// Shows the invitations that can still be accepted.
    Invitations,
    /// Takes one back.
    Uninvite(InvitationId),
    /// Takes the role of the link.
    Accept(InvitationToken),
    /// Does not want it.
    Decline(InvitationToken),
    /// Shows a page of those to whom a question can be given.
    Assignees(QuestionId, u16),
    /// Gives it to this member.
    Assign(QuestionId, UserId),
    /// Puts a list away.
    Close,
    /// Wants the phone of a question's author, in private.
    ShowPhone(QuestionId),
    /// Wants the words of a question as they were written, in private.
    ShowWords(QuestionId),
    /// Shows older lines of the audit log.
    Audit(AuditOnly, Option<i64>),
    /// Shows the log of one subject.
    AuditOf(AuditSubject, Option<i64>),
    /// Gives the log of one subject as a file.
    AuditFile(AuditSubject),
    /// Shows who has open questions of this body on their hands.
    Handover(BodyCode),
    /// Shows a page of those who could take over what this member has.
    HandoverFrom(UserId, u16, BodyCode),
    /// Hands over, from the first to the second.
    HandoverTo(UserId, UserId, BodyCode),
    /// Ends somebody's ban.
    Unban(UserId),
    /// Shows what could not be done.
    Troubles,
    /// Decides what becomes of one of them.
    Settle(Trouble, Remedy, i64),
    /// Decides what becomes of everything that was held when a backup was put back.
    SettleHeld(Remedy),
}

/// Which lines of the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AuditOnly {
    /// All.
    Everything,
    /// Of a question.
    Question(QuestionId),
    /// Of a person.
    Person(UserId),
}

impl RoleButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(in crate::chat::button) fn encode(&self) -> String {
        match self {
            Self::Overview(page) => format!("ov:{page}"),
            Self::Holder(grant) => format!("ho:{grant}"),
            Self::Revoke(grant) => format!("rv:{grant}"),
            Self::RevokeNow(grant) => format!("rn:{grant}"),
            Self::Invite => "in".to_owned(),
            Self::InviteAs(role, page) => format!("ia:{role}:{page}"),
            Self::InviteTo(role, body) => format!("it:{role}:{body}"),
            Self::Invitations => "il".to_owned(),
            Self::Uninvite(invitation) => format!("iu:{invitation}"),
            Self::Accept(token) => format!("ac:{}", token.as_str()),
            Self::Decline(token) => format!("de:{}", token.as_str()),
            Self::Assignees(question, page) => format!("al:{page}:{question}"),
            Self::Assign(question, user) => format!("as:{question}:{user}"),
            Self::Close => "xx".to_owned(),
            Self::ShowPhone(question) => format!("ph:{question}"),
            Self::ShowWords(question) => format!("wd:{question}"),
            Self::Audit(only, before) => {
                let before = before.map_or_else(String::new, |before| before.to_string());
                match only {
                    AuditOnly::Everything => format!("au:{before}"),
                    AuditOnly::Question(question) => format!("aq:{question}:{before}"),
                    AuditOnly::Person(user) => format!("ap:{user}:{before}"),
                }
            }
            Self::AuditOf(subject, before) => {
                let before = before.map_or_else(String::new, |before| before.to_string());
                format!("ak:{subject}:{before}")
            }
            Self::AuditFile(subject) => format!("ax:{subject}"),
            Self::Handover(body) => format!("hl:{body}"),
            Self::HandoverFrom(from, page, body) => format!("hf:{from}:{page}:{body}"),
            Self::HandoverTo(from, to, body) => format!("ht:{from}:{to}:{body}"),
            Self::Unban(of) => format!("ub:{of}"),
            Self::Troubles => "tl".to_owned(),
            Self::Settle(what, how, number) => format!("ts:{what}:{how}:{number}"),
            Self::SettleHeld(how) => format!("th:{how}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(in crate::chat::button) fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "ov" => Self::Overview(rest.parse().ok()?),
            "ho" => Self::Holder(GrantId(row(rest)?)),
            "rv" => Self::Revoke(GrantId(row(rest)?)),
            "rn" => Self::RevokeNow(GrantId(row(rest)?)),
            "in" => Self::Invite,
            "ia" => {
                let (role, page) = rest.split_once(':')?;
                Self::InviteAs(Role::from_word(role)?, page.parse().ok()?)
            }
            "it" => {
                let (role, body) = rest.split_once(':')?;
                Self::InviteTo(Role::from_word(role)?, BodyCode::new(code_of(body)?))
            }
            "il" => Self::Invitations,
            "iu" => Self::Uninvite(InvitationId(row(rest)?)),
            "ac" => Self::Accept(InvitationToken::parse(rest)?),
            "de" => Self::Decline(InvitationToken::parse(rest)?),
            "al" => {
                let (page, question) = rest.split_once(':')?;
                Self::Assignees(QuestionId(row(question)?), page.parse().ok()?)
            }
            "as" => {
                let (question, to) = rest.split_once(':')?;
                Self::Assign(QuestionId(row(question)?), user(to)?)
            }
            "xx" => Self::Close,
            "ub" => Self::Unban(user(rest)?),
            "tl" => Self::Troubles,
            "ts" => {
                let (what, rest) = rest.split_once(':')?;
                let (how, number) = rest.split_once(':')?;
                let (what, how) = (Trouble::from_word(what)?, Remedy::from_word(how)?);
                Self::Settle(what, how, row(number)?)
            }
            "th" => Self::SettleHeld(Remedy::from_word(rest)?),
            "ph" => Self::ShowPhone(QuestionId(row(rest)?)),
            "wd" => Self::ShowWords(QuestionId(row(rest)?)),
            "au" => audit(AuditOnly::Everything, rest)?,
            "aq" => {
                let (question, page) = rest.split_once(':')?;
                let only = AuditOnly::Question(QuestionId(row(question)?));
                audit(only, page)?
            }
            "ap" => {
                let (of, page) = rest.split_once(':')?;
                audit(AuditOnly::Person(user(of)?), page)?
            }
            "ak" => {
                let (subject, before) = rest.split_once(':')?;
                let before = match before {
                    "" => None,
                    before => Some(row(before)?),
                };
                Self::AuditOf(AuditSubject::from_word(subject)?, before)
            }
            "ax" => Self::AuditFile(AuditSubject::from_word(rest)?),
            "hl" => Self::Handover(BodyCode::new(code_of(rest)?)),
            "hf" => {
                let (from, rest) = rest.split_once(':')?;
                let (page, body) = rest.split_once(':')?;
                let body = BodyCode::new(code_of(body)?);
                Self::HandoverFrom(user(from)?, page.parse().ok()?, body)
            }
            "ht" => {
                let (from, rest) = rest.split_once(':')?;
                let (to, body) = rest.split_once(':')?;
                Self::HandoverTo(user(from)?, user(to)?, BodyCode::new(code_of(body)?))
            }
            _ => return None,
        })
    }
}

fn user(text: &str) -> Option<UserId> {
    row(text).filter(|user| *user <= MAX_USER).map(UserId)
}

/// A page of the log; nothing: the newest lines.
fn audit(only: AuditOnly, before: &str) -> Option<RoleButton> {
    let before = match before {
        "" => None,
        before => Some(row(before)?),
    };
    Some(RoleButton::Audit(only, before))
}

/// Every button of this list, with the longest arguments there can be.
#[cfg(test)]
pub(in crate::chat::button) fn every_button() -> Vec<RoleButton> {
    let body = || BodyCode::new("a".repeat(24));
    let (question, user) = (QuestionId(i64::MAX), UserId(MAX_USER));
    let grant = GrantId(i64::MAX);
    let token = || InvitationToken::from_random(&[255; 24]);
    let mut all = vec![
        RoleButton::Overview(u16::MAX),
        RoleButton::Holder(grant),
        RoleButton::Revoke(grant),
        RoleButton::RevokeNow(grant),
        RoleButton::Invite,
        RoleButton::Invitations,
        RoleButton::Uninvite(InvitationId(i64::MAX)),
        RoleButton::Accept(token()),
        RoleButton::Decline(token()),
        RoleButton::Assignees(question, u16::MAX),
        RoleButton::Assign(question, user),
        RoleButton::Close,
        RoleButton::ShowPhone(question),
        RoleButton::ShowWords(question),
        RoleButton::AuditOf(AuditSubject::Questions, Some(i64::MAX)),
        RoleButton::AuditOf(AuditSubject::Everything, None),
        RoleButton::AuditFile(AuditSubject::Questions),
        RoleButton::Audit(AuditOnly::Everything, None),
        RoleButton::Audit(AuditOnly::Everything, Some(i64::MAX)),
        RoleButton::Audit(AuditOnly::Question(question), Some(i64::MAX)),
        RoleButton::Audit(AuditOnly::Person(user), Some(i64::MAX)),
        RoleButton::Handover(body()),
        RoleButton::HandoverFrom(user, 999, body()),
        RoleButton::HandoverTo(user, user, body()),
        RoleButton::Unban(user),
        RoleButton::Troubles,
        RoleButton::Settle(Trouble::Message, Remedy::GivenUp, i64::MAX),
        RoleButton::Settle(Trouble::Update, Remedy::Again, i64::MAX),
        RoleButton::SettleHeld(Remedy::Again),
        RoleButton::SettleHeld(Remedy::GivenUp),
    ];
    for role in Role::ALL {
        all.push(RoleButton::InviteAs(*role, u16::MAX));
        all.push(RoleButton::InviteTo(*role, body()));
    }
    all
}
