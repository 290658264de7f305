//! Who must be in the room at a meeting: which body, for which questions.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::Keyboard,
    },
    domain::{ids::BodyCode, meeting::Meeting, report::ReportKind},
};

/// So many codes of a body are named.
const NAMED: usize = 8;

/// The bodies that were asked something, with the codes; those that always belong to a meeting behind them.
#[must_use]
pub(crate) fn list(
    words: Words<'_>,
    meeting: &Meeting,
    asked: &[(BodyCode, Vec<String>)],
    always: &[BodyCode],
) -> Message {
    let mut lines = vec![say!(
        words,
        "attend-head",
        code = meeting.code.as_str(),
        time = words.appointment(meeting.starts_at)
    )];
    if asked.is_empty() {
        lines.push(say!(words, "attend-nothing-asked"));
    }
    lines.extend(asked.iter().map(|(body, codes)| {
        let mut named = codes
            .iter()
            .take(NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        if codes.len() > NAMED {
            named.push_str(", …");
        }
        say!(
            words,
            "attend-body",
            body = words.body(body),
            count = codes.len(),
            codes = named
        )
    }));
    lines.extend(
        always
            .iter()
            .map(|body| say!(words, "attend-always", body = words.body(body))),
    );
    let letters = ClockButton::ReportMeeting(ReportKind::Invitation, meeting.code.clone());
    let letters = button(label!(words, "report-invitation"), &Button::Clock(letters));
    Message::with(Html::lines(lines), Keyboard::Inline(vec![vec![letters]]))
}
