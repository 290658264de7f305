//! Lines about an entry and about a question that was entered: why something typed fits nowhere, how a question came.

use crate::{
    domain::{
        entry::typed::Unfit,
        phone::PhoneProblem,
        question::{Question, QuestionKind, Source, draft::MAX_UNITS},
    },
    messages::{
        Html, Words,
        entry::{kind_name, source_of},
        say,
    },
};

/// Why what was typed fills nothing.
#[must_use]
pub(crate) fn unfit(words: Words<'_>, unfit: Unfit) -> Html {
    match unfit {
        Unfit::Phone(PhoneProblem::TooFew(count)) => {
            say!(words, "enter-phone-too-few", count = count)
        }
        Unfit::Phone(PhoneProblem::TooMany(count)) => {
            say!(words, "enter-phone-too-many", count = count)
        }
        Unfit::Phone(PhoneProblem::NoSuchNumber) => say!(words, "enter-bad-phone"),
        Unfit::ManyAreas => say!(words, "enter-areas-many"),
        Unfit::NoArea => say!(words, "enter-area-unknown"),
        Unfit::TooShort => say!(words, "enter-text-too-short"),
        Unfit::TooLong => say!(words, "enter-text-too-long", limit = MAX_UNITS),
        Unfit::Unclear => say!(words, "enter-unclear"),
    }
}

/// On cards and receipts: what sort of words they are, how they came, for which meeting and session. Nothing is
/// said of a plain petition that its author sent.
#[must_use]
pub(crate) fn about_lines(words: Words<'_>, question: &Question) -> Vec<Html> {
    let mut lines = Vec::new();
    if question.kind != QuestionKind::Petition {
        lines.push(say!(
            words,
            "kind-line",
            kind = kind_name(words, question.kind)
        ));
    }
    let meeting = question
        .meeting
        .as_ref()
        .map(crate::domain::ids::MeetingCode::as_str);
    if question.source == Source::Telegram {
        lines.extend(meeting.map(|code| say!(words, "for-meeting-line", code = code)));
    } else {
        lines.push(say!(
            words,
            "source-line",
            source = source_of(words, question.source, meeting)
        ));
    }
    lines.extend(missed_line(words, question));
    lines
}

/// The session whose cut-off was over when the question came, and the one it goes to.
fn missed_line(words: Words<'_>, question: &Question) -> Option<Html> {
    let council = words.council();
    let missed = council.missed_session(question.received_at)?;
    let missed = missed.name.in_language(words.language());
    let next = question
        .session
        .as_ref()
        .and_then(|code| council.session(code));
    Some(match next {
        Some(next) => say!(
            words,
            "session-missed",
            missed = missed,
            session = next.name.in_language(words.language())
        ),
        None => say!(words, "session-missed-none", missed = missed),
    })
}
