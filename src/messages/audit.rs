//! The audit log in plain words: who, what, about what, when. Residents are residents: no names of theirs.

use super::{Html, Message, Words, keyboard::button, label, roles::role_name, say};
use crate::{
    chat::{
        button::{AuditOnly, Button, RoleButton},
        outgoing::Keyboard,
    },
    domain::{code::QuestionCode, ids::BodyCode, ids::UserId, role::Role, text},
};

/// Lines on one page.
pub const LINES_A_PAGE: u32 = 15;

/// One line, with what its numbers mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: jiff::Timestamp,
    /// What happened: the name of an event.
    pub kind: String,
    /// Who did it.
    pub who: Who,
    /// About whom, if it was an officer.
    pub of: Option<String>,
    /// About which question.
    pub code: Option<QuestionCode>,
    /// For which body.
    pub body: Option<BodyCode>,
    /// About which role.
    pub role: Option<Role>,
    /// About which meeting.
    pub meeting: Option<String>,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The bot itself.
    Bot,
    /// A resident: not which one.
    Resident,
    /// An officer, by the name the bodies know.
    Officer(String),
    /// Somebody at work whose name we do not know: an administrator of the configuration.
    Administrator,
}

/// One page of the log. `older`: the line at which the next page begins.
#[must_use]
pub fn page(
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
    match older {
        Some(before) => {
            let next = Button::Role(RoleButton::Audit(only, Some(before)));
            let row = vec![button(label!(words, "button-older"), &next)];
            Message::with(html, Keyboard::Inline(vec![row]))
        }
        None => Message::plain(html),
    }
}

fn shown(words: Words<'_>, line: &Line) -> Html {
    let who = match &line.who {
        Who::Bot => label!(words, "audit-bot"),
        Who::Resident => label!(words, "audit-resident"),
        Who::Officer(name) => text::truncate_utf16(name, 40),
        Who::Administrator => label!(words, "audit-administrator"),
    };
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
    say!(
        words,
        "audit-line",
        time = words.moment(line.at),
        who = who,
        what = what
    )
}

/// Several officers have such a name.
#[must_use]
pub fn choose_person(words: Words<'_>, found: &[(UserId, String)]) -> Message {
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
