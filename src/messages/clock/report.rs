//! Papers in a chat: which there are, of which session or meeting, and the file.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, ClockButton, PaperButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        keyword::Keyword as _,
        meeting::Meeting,
        report::{ReportForm, ReportKind},
    },
};

/// So many sessions or meetings are offered.
const MOST: usize = 12;

/// Which paper? `unknown`: what was typed is none; `issues`: here papers are issued, too.
#[must_use]
pub(crate) fn kinds(words: Words<'_>, (unknown, issues): (bool, bool)) -> Message {
    let asks = say!(words, "report-which");
    let html = if unknown {
        Html::lines([say!(words, "report-unknown"), asks])
    } else {
        asks
    };
    let buttons: Vec<InlineButton> = ReportKind::ALL
        .iter()
        .map(|kind| {
            button(
                title(words, *kind),
                &Button::Clock(ClockButton::Report(*kind)),
            )
        })
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = buttons.chunks(2).map(<[_]>::to_vec).collect();
    let register = |form: ReportForm| {
        let name = format!("{} .{form}", title(words, ReportKind::Register));
        button(
            name,
            &Button::Clock(ClockButton::ReportForm(ReportKind::Register, form)),
        )
    };
    rows.push(vec![register(ReportForm::Csv), register(ReportForm::Json)]);
    if issues {
        let list = Button::Clock(ClockButton::Paper(PaperButton::List(0)));
        rows.push(vec![button(label!(words, "button-issued"), &list)]);
    }
    Message::with(html, Keyboard::Inline(rows))
}

/// Of which session? The newest first.
#[must_use]
pub(crate) fn sessions(words: Words<'_>, kind: ReportKind) -> Message {
    let mut sessions: Vec<_> = words.council().sessions.iter().collect();
    sessions.sort_by_key(|session| std::cmp::Reverse(session.opens_on));
    let rows = sessions.into_iter().take(MOST).map(|session| {
        let name = format!(
            "{} ({})",
            session.name.in_language(words.language()),
            words.day(session.opens_on)
        );
        let means = ClockButton::ReportSession(kind, session.code.clone());
        vec![button(name, &Button::Clock(means))]
    });
    let html = say!(words, "report-which-session", report = title(words, kind));
    Message::with(html, Keyboard::Inline(rows.collect()))
}

/// Of which meeting? The nearest in time first.
#[must_use]
pub(crate) fn meetings(words: Words<'_>, kind: ReportKind, meetings: &[Meeting]) -> Message {
    let rows = meetings.iter().take(MOST).map(|meeting| {
        let areas: Vec<String> = meeting.areas.iter().map(|area| words.area(area)).collect();
        let day = words.day(words.council().local_date(meeting.starts_at));
        let name = format!("{} · {day} · {}", meeting.code, areas.join(", "));
        let means = ClockButton::ReportMeeting(kind, meeting.code.clone());
        vec![button(name, &Button::Clock(means))]
    });
    let html = say!(words, "report-which-meeting", report = title(words, kind));
    Message::with(html, Keyboard::Inline(rows.collect()))
}

/// The words under the file.
#[must_use]
pub(crate) fn caption(
    words: Words<'_>,
    kind: ReportKind,
    (about, questions): (&str, usize),
) -> Html {
    let report = title(words, kind);
    if about.is_empty() {
        say!(words, "report-file", report = report, questions = questions)
    } else {
        say!(
            words,
            "report-file-about",
            report = report,
            about = about,
            questions = questions
        )
    }
}

/// It cannot be made.
#[must_use]
pub(crate) fn not_made(words: Words<'_>, kind: ReportKind) -> Message {
    Message::plain(say!(words, "report-not-made", report = title(words, kind)))
}

/// What a kind of paper is called.
pub(crate) fn title(words: Words<'_>, kind: ReportKind) -> String {
    match kind {
        ReportKind::Register => label!(words, "report-register"),
        ReportKind::Summary => label!(words, "report-summary"),
        ReportKind::Minutes => label!(words, "report-minutes"),
        ReportKind::Plan => label!(words, "report-plan"),
        ReportKind::Notice => label!(words, "report-notice"),
        ReportKind::Invitation => label!(words, "report-invitation"),
        ReportKind::Transfer => label!(words, "report-transfer"),
        ReportKind::Chase => label!(words, "report-chase"),
        ReportKind::Answers => label!(words, "report-answers"),
        ReportKind::Results => label!(words, "report-results"),
        ReportKind::Supervision => label!(words, "report-supervision"),
        ReportKind::Late => label!(words, "report-late"),
        ReportKind::Slips => label!(words, "report-slips"),
        ReportKind::Chart => label!(words, "report-chart"),
        ReportKind::Survey => label!(words, "report-survey"),
    }
}
