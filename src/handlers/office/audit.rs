//! `/nhatky [code | name]`: the audit log for clerks and administrators, in private or in the office's group.
//! Append-only below; here it is only read.

use crate::{
    chat::button::AuditOnly,
    domain::{
        audit::AuditSubject,
        code::QuestionCode,
        event::{Event, OF_RESIDENTS},
        ids::{QuestionId, UserId},
        reading::Reading,
        text,
    },
    handlers::{
        HandlerError,
        office::roles::refuse,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            rights,
        },
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

/// The command, with what it is to be about.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor, typed: &str) -> Outcome {
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

fn nothing(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    let html = say!(officer.words(cx), "audit-unknown");
    Ok(cx.reply(officer.chat, Message::plain(html))?)
}

/// Older lines, in a message of their own: the newer ones stay to be read.
pub(crate) fn turn_page(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    only: AuditOnly,
    before: Option<i64>,
) -> Outcome {
    if !may_read(cx, officer)? {
        return Ok(());
    }
    show(cx, officer, only, before)
}

/// The lines of one subject: looked up beside the writing thread, for they may lie far apart.
pub(crate) fn of_subject(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    subject: AuditSubject,
    before: Option<i64>,
) -> Outcome {
    if !may_read(cx, officer)? {
        return Ok(());
    }
    Ok(cx.want(officer.chat, &Reading::Audit { subject, before })?)
}

/// The log as a file; that it was given out is written down.
pub(crate) fn as_file(cx: &mut Cx<'_, '_>, officer: &Actor, subject: AuditSubject) -> Outcome {
    if !may_read(cx, officer)? {
        return Ok(());
    }
    let exported = Event::AuditExported { subject };
    cx.record(&exported, Some(officer.user), None)?;
    Ok(cx.want(officer.chat, &Reading::AuditFile { subject })?)
}

fn may_read(cx: &mut Cx<'_, '_>, officer: &Actor) -> Result<bool, HandlerError> {
    let words = officer.words(cx);
    let is_place = officer.chat.is_private()
        || chats::body_of(cx.tx, officer.chat)?.is_some_and(|body| rights::is_office(cx, &body));
    if officer.rights(cx)?.is_clerk() && is_place {
        return Ok(true);
    }
    let sentence = if officer.rights(cx)?.is_clerk() {
        label!(words, "roles-only-office")
    } else {
        label!(words, "audit-not-clerk")
    };
    refuse(cx, officer, sentence)?;
    Ok(false)
}

fn show(cx: &mut Cx<'_, '_>, officer: &Actor, only: AuditOnly, before: Option<i64>) -> Outcome {
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
        Some(user) => match entry
            .name
            .map_or_else(|| roles::name_of(cx.tx, user), |name| Ok(Some(name)))?
        {
            Some(name) => Who::Officer(name),
            None if cx.facts.admins().contains(&user) => Who::Administrator(user),
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
