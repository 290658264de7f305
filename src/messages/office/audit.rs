//! The audit log in plain words: who, what, about what, when. Residents are residents: no names of theirs.

use std::fmt::Write as _;

use crate::messages::{
    Found, Html, Message, Words, keyboard::button, label, roles::role_name, say,
};
use crate::{
    chat::{
        button::{AuditOnly, Button, RoleButton},
        outgoing::{File, InlineButton, Keyboard},
    },
    domain::{
        audit::AuditSubject, code::QuestionCode, ids::BodyCode, ids::UserId, keyword::Keyword as _,
        role::Role, text,
    },
};

/// Lines on one page.
pub(crate) const LINES_A_PAGE: u32 = 15;

/// One line, with what its numbers mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// When.
    pub(crate) at: jiff::Timestamp,
    /// What happened: the name of an event.
    pub(crate) kind: String,
    /// Who did it.
    pub(crate) who: Who,
    /// About whom, if it was an officer.
    pub(crate) of: Option<String>,
    /// About which question.
    pub(crate) code: Option<QuestionCode>,
    /// For which body.
    pub(crate) body: Option<BodyCode>,
    /// About which role.
    pub(crate) role: Option<Role>,
    /// About which meeting.
    pub(crate) meeting: Option<String>,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// The bot itself.
    Bot,
    /// A resident: not which one.
    Resident,
    /// An officer, by the name the bodies know.
    Officer(String),
    /// An administrator of the configuration, whose name we do not know: by number, so that two are told apart.
    Administrator(UserId),
}

/// One page of the log. `older`: the line at which the next page begins.
#[must_use]
pub(crate) fn page(
    words: Words<'_>,
    about: Option<&str>,
    only: AuditOnly,
    lines: &[Line],
    older: Option<i64>,
) -> Message {
    let title = match about {
        Some(about) => say!(words, "audit-title-about", about = about),
        None => say!(words, "audit-title"),
    };
    let mut blocks = vec![title];
    if lines.is_empty() {
        blocks.push(say!(words, "audit-nothing"));
    }
    blocks.extend(lines.iter().map(|line| shown(words, line)));
    let html = Html::lines(blocks);
    let mut rows = Vec::new();
    if let Some(before) = older {
        let next = Button::Role(RoleButton::Audit(only, Some(before)));
        rows.push(vec![button(label!(words, "button-older"), &next)]);
    }
    if only == AuditOnly::Everything {
        rows.extend(subjects(words, AuditSubject::Everything));
    }
    if rows.is_empty() {
        return Message::plain(html);
    }
    Message::with(html, Keyboard::Inline(rows))
}

fn who_name(words: Words<'_>, who: &Who) -> String {
    match who {
        Who::Bot => label!(words, "audit-bot"),
        Who::Resident => label!(words, "audit-resident"),
        Who::Officer(name) => text::truncate_utf16(name, 40),
        Who::Administrator(user) => {
            label!(words, "audit-administrator", number = user.to_string())
        }
    }
}

/// What was done, about whom and what.
fn what_was_done(words: Words<'_>, line: &Line) -> String {
    let mut what = label!(words, "audit-deed", kind = line.kind.as_str());
    if let Some(role) = line.role {
        what.push(' ');
        what.push_str(&role_name(words, role));
    }
    let of = line
        .of
        .as_deref()
        .map(|name| text::truncate_utf16(name, 40));
    let details = [
        of,
        line.body.as_ref().map(|body| words.body(body)),
        line.meeting.clone(),
        line.code.map(|code| code.to_string()),
    ];
    for detail in details.into_iter().flatten() {
        what.push_str(" · ");
        what.push_str(&detail);
    }
    what
}

fn shown(words: Words<'_>, line: &Line) -> Html {
    say!(
        words,
        "audit-line",
        time = words.moment(line.at),
        who = who_name(words, &line.who),
        what = what_was_done(words, line)
    )
}

/// Several officers have such a name.
#[must_use]
pub(crate) fn choose_person(words: Words<'_>, found: &[(UserId, String)]) -> Message {
    /// More would be no choice.
    const SHOWN: usize = 20;
    let rows = found
        .iter()
        .take(SHOWN)
        .map(|(user, name)| {
            let only = Button::Role(RoleButton::Audit(AuditOnly::Person(*user), None));
            vec![button(text::truncate_utf16(name, 40), &only)]
        })
        .collect();
    Message::with(say!(words, "audit-which"), Keyboard::Inline(rows))
}

/// What else the log can be read by, and the way to a file.
fn subjects(words: Words<'_>, but: AuditSubject) -> Vec<Vec<InlineButton>> {
    let others = AuditSubject::ALL.iter().filter(|subject| **subject != but);
    let mut buttons: Vec<InlineButton> = others
        .map(|subject| {
            let means = Button::Role(RoleButton::AuditOf(*subject, None));
            button(subject_name(words, *subject), &means)
        })
        .collect();
    buttons.push(button(
        label!(words, "button-audit-file"),
        &Button::Role(RoleButton::AuditFile(but)),
    ));
    let mut rows = Vec::new();
    while !buttons.is_empty() {
        let rest = buttons.split_off(buttons.len().min(2));
        rows.push(std::mem::replace(&mut buttons, rest));
    }
    rows
}

fn subject_name(words: Words<'_>, subject: AuditSubject) -> String {
    label!(words, "audit-subject", subject = subject.as_str())
}

/// One page of a subject.
#[must_use]
pub(crate) fn page_of_subject(
    words: Words<'_>,
    subject: AuditSubject,
    lines: &[Line],
    older: Option<i64>,
) -> Message {
    let name = subject_name(words, subject);
    let mut blocks = vec![say!(words, "audit-title-about", about = name)];
    if lines.is_empty() {
        blocks.push(say!(words, "audit-nothing"));
    }
    blocks.extend(lines.iter().map(|line| shown(words, line)));
    let mut rows = Vec::new();
    if let Some(before) = older {
        let next = Button::Role(RoleButton::AuditOf(subject, Some(before)));
        rows.push(vec![button(label!(words, "button-older"), &next)]);
    }
    rows.extend(subjects(words, subject));
    Message::with(Html::lines(blocks), Keyboard::Inline(rows))
}

/// A file of lines: number, time, event, who, details, hash; separated by tabs.
#[must_use]
pub(crate) fn file(
    words: Words<'_>,
    subject: AuditSubject,
    lines: &[(i64, Line, String, String)],
    now: jiff::Timestamp,
) -> Found {
    let mut text = String::from("id\tat\tkind\twho\twhat\tdata\thash\n");
    for (id, line, data, hash) in lines {
        let who = who_name(words, &line.who);
        let what = what_was_done(words, line);
        let at = line.at;
        let kind = &line.kind;
        let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let (who, what, data) = (plain(&who), plain(&what), plain(data));
        let _ = writeln!(text, "{id}\t{at}\t{kind}\t{who}\t{what}\t{data}\t{hash}");
    }
    let local = now
        .to_zoned_datetime(words.council().timezone.clone())
        .date();
    let html = say!(
        words,
        "audit-file",
        count = lines.len(),
        about = subject_name(words, subject)
    );
    let file = File::Text {
        name: format!("nhat-ky-{local}.tsv"),
        text,
    };
    Found {
        files: vec![(file, html)],
        ..Found::default()
    }
}
