//! `/nhatky [code | name]`: the audit log for clerks and administrators, in private or in the office's group.
//! Append-only below; here it is only read.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    manage_roles::refuse,
    rights::{self, Officer},
};
use crate::{
    chat::button::AuditOnly,
    domain::{
        code::QuestionCode,
        ids::{QuestionId, UserId},
        text,
    },
    messages::{
        Message,
        audit::{self as say_audit, LINES_A_PAGE, Line, Who},
        label, say,
    },
    store::{
        audit::{self, Entry, Only},
        chats, questions, roles,
    },
};

/// What only residents do. Whoever did it is a resident in the log, even if they hold a role besides.
const OF_RESIDENTS: [&str; 21] = [
    "consent_given",
    "consent_refused",
    "consent_withdrawn",
    "area_chosen",
    "profile_changed",
    "question_received",
    "question_supported",
    "question_repeated",
    "question_revised",
    "question_added_to",
    "question_withdrawn",
    "question_judged",
    "answer_found_before_asking",
    "registration_made",
    "registration_cancelled",
    "seat_offered",
    "seat_accepted",
    "offer_lapsed",
    "redirected",
    "redirection_overruled",
    "thanks_passed_on",
];

/// The command, with what it is to be about.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, officer: &Officer, typed: &str) -> Outcome {
    if !may_read(cx, officer)? {
        return Ok(());
    }
    if typed.is_empty() {
        return show(cx, officer, AuditOnly::Everything, None);
    }
    if let Ok(code) = QuestionCode::parse(typed, cx.council.code_prefix) {
        return match questions::find_by_code(cx.tx, code)? {
            Some(question) => show(cx, officer, AuditOnly::Question(question.id), None),
            None => nothing(cx, officer),
        };
    }
    let wanted = text::fold(typed);
    let mut found: Vec<(UserId, String)> = Vec::new();
    for (user, name) in roles::everybody(cx.tx)? {
        let fits = text::fold(&name).contains(&wanted) || user.to_string() == typed;
        if fits && found.iter().all(|(other, _)| *other != user) {
            found.push((user, name));
        }
    }
    match found.as_slice() {
        [] => nothing(cx, officer),
        [(user, _)] => show(cx, officer, AuditOnly::Person(*user), None),
        several => {
            let message = say_audit::choose_person(officer.words(cx), several);
            Ok(cx.reply(officer.chat, message)?)
        }
    }
}

fn nothing(cx: &mut Cx<'_, '_>, officer: &Officer) -> Outcome {
    let html = say!(officer.words(cx), "audit-unknown");
    Ok(cx.reply(officer.chat, Message::plain(html))?)
}

/// Older lines, in a message of their own: the newer ones stay to be read.
pub(super) fn turn_page(
    cx: &mut Cx<'_, '_>,
    officer: &Officer,
    only: AuditOnly,
    before: Option<i64>,
) -> Outcome {
    if !may_read(cx, officer)? {
        return Ok(());
    }
    show(cx, officer, only, before)
}

fn may_read(cx: &mut Cx<'_, '_>, officer: &Officer) -> Result<bool, HandlerError> {
    let words = officer.words(cx);
    let is_place = officer.chat.is_private()
        || chats::body_of(cx.tx, officer.chat)?.is_some_and(|body| rights::is_office(cx, &body));
    if officer.rights.is_clerk() && is_place {
        return Ok(true);
    }
    let sentence = if officer.rights.is_clerk() {
        label!(words, "roles-only-office")
    } else {
        label!(words, "audit-not-clerk")
    };
    refuse(cx, officer, sentence)?;
    Ok(false)
}

fn show(cx: &mut Cx<'_, '_>, officer: &Officer, only: AuditOnly, before: Option<i64>) -> Outcome {
    let (kept, about) = match only {
        AuditOnly::Everything => (Only::Everything, None),
        AuditOnly::Question(id) => (Only::Question(id), code_of(cx, id)?),
        AuditOnly::Person(user) => (Only::Person(user), roles::name_of(cx.tx, user)?),
    };
    let mut entries = audit::page(cx.tx, kept, before, LINES_A_PAGE + 1)?;
    let has_more = entries.len() > LINES_A_PAGE as usize;
    entries.truncate(LINES_A_PAGE as usize);
    let older = entries.last().filter(|_| has_more).map(|entry| entry.id);
    let mut lines = Vec::new();
    for entry in entries {
        lines.push(line(cx, entry)?);
    }
    let message = say_audit::page(officer.words(cx), about.as_deref(), only, &lines, older);
    Ok(cx.reply(officer.chat, message)?)
}

fn code_of(cx: &Cx<'_, '_>, id: QuestionId) -> Result<Option<String>, HandlerError> {
    Ok(questions::find(cx.tx, id)?.map(|question| question.code.to_string()))
}

fn line(cx: &Cx<'_, '_>, entry: Entry) -> Result<Line, HandlerError> {
    let who = match entry.actor {
        None => Who::Bot,
        Some(_) if OF_RESIDENTS.contains(&entry.kind.as_str()) => Who::Resident,
        Some(user) => match roles::name_of(cx.tx, user)? {
            Some(name) => Who::Officer(name),
            None if cx.facts.admins().contains(&user) => Who::Administrator,
            None => Who::Resident,
        },
    };
    let of = match entry.of {
        Some(user) => roles::name_of(cx.tx, user)?,
        None => None,
    };
    Ok(Line {
        at: entry.at,
        kind: entry.kind,
        who,
        of,
        code: entry.code,
        body: entry.body,
        role: entry.role,
        meeting: entry.meeting,
    })
}
