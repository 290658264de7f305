//! Time limits of papers, as the office reads them in the morning.

use crate::{
    domain::{
        limits::{LimitFound, LimitStands, Subject},
        report::clock::{ClockKey, DayUnit},
    },
    messages::{Html, Words, catalog::short_day, label, say},
};

/// So many are told; the others are counted.
const TOLD: usize = 8;
/// So many bodies of a session are named.
const BODIES: usize = 3;

/// Everything that is near or missed, as one block; nothing of nothing.
#[must_use]
pub(super) fn told(words: Words<'_>, found: &[LimitFound]) -> Option<Html> {
    if found.is_empty() {
        return None;
    }
    let mut lines = vec![say!(words, "limits-title", count = found.len())];
    lines.extend(found.iter().take(TOLD).map(|one| line(words, one)));
    if let Some(more) = found.len().checked_sub(TOLD).filter(|more| *more > 0) {
        lines.push(say!(words, "limits-more", count = more));
    }
    Some(Html::lines(lines))
}

/// What, its last day and how it stands, and which rule says so.
fn line(words: Words<'_>, one: &LimitFound) -> Html {
    say!(
        words,
        "limit-line",
        what = what(words, one),
        rule = rule(words, one),
        source = one.limit.source
    )
}

fn what(words: Words<'_>, one: &LimitFound) -> Html {
    let stands = stands(words, one);
    let done = match one.stands {
        LimitStands::Late(_) => "yes",
        LimitStands::Near(_) | LimitStands::Missed(_) => "no",
    };
    match (&one.subject, one.limit.key) {
        (Subject::Meeting(code, day), ClockKey::InvitationNotified) => say!(
            words,
            "limit-invitation",
            done = done,
            meeting = code.as_str(),
            day = short_day(*day),
            stands = stands
        ),
        (Subject::Meeting(code, day), ClockKey::ContactAfter) => say!(
            words,
            "limit-too-early",
            meeting = code.as_str(),
            day = short_day(*day),
            first = short_day(one.last)
        ),
        (Subject::Meeting(code, day), _) => say!(
            words,
            "limit-plan",
            done = done,
            meeting = code.as_str(),
            day = short_day(*day),
            stands = stands
        ),
        (Subject::Summary(body, code, day), _) => say!(
            words,
            "limit-summary",
            done = done,
            body = words.body(body),
            meeting = code.as_str(),
            day = short_day(*day),
            stands = stands
        ),
        (Subject::Session(code, bodies), _) => {
            let mut named: Vec<String> = bodies
                .iter()
                .take(BODIES)
                .map(|body| words.body(body))
                .collect();
            if BODIES < bodies.len() {
                named.push("…".to_owned());
            }
            let session = words.council().session(code);
            let session = session.map_or_else(
                || code.to_string(),
                |session| session.name.in_language(words.language()).to_owned(),
            );
            say!(
                words,
                "limit-contact",
                session = session,
                count = bodies.len(),
                bodies = named.join(", "),
                stands = stands
            )
        }
        (Subject::Questions(count, code), _) => say!(
            words,
            "limit-answer",
            count = *count,
            code = code,
            stands = stands
        ),
    }
}

/// "hạn 24/11/2026, còn 1 ngày".
fn stands(words: Words<'_>, one: &LimitFound) -> String {
    let last = short_day(one.last);
    match one.stands {
        LimitStands::Near(0) => label!(words, "limit-today", last = last),
        LimitStands::Near(days) => label!(words, "limit-near", last = last, days = days),
        LimitStands::Missed(days) => label!(words, "limit-missed", last = last, days = days),
        LimitStands::Late(on) => label!(words, "limit-late", last = last, on = short_day(on)),
    }
}

/// "ít nhất 7 ngày trước hội nghị".
fn rule(words: Words<'_>, one: &LimitFound) -> String {
    let unit = match one.limit.unit {
        DayUnit::Calendar => label!(words, "limit-calendar-days", days = one.limit.days),
        DayUnit::Working => label!(words, "limit-working-days", days = one.limit.days),
    };
    label!(
        words,
        "limit-rule",
        key = one.limit.key.to_string(),
        days = unit
    )
}
