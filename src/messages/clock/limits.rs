//! Time limits of papers, as the office reads them in the morning.

use crate::{
    domain::{
        ids::BodyCode,
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
    let found = together(found);
    let mut lines = vec![say!(words, "limits-title", count = found.len())];
    lines.extend(found.iter().take(TOLD).map(|one| line(words, one)));
    if let Some(more) = found.len().checked_sub(TOLD).filter(|more| *more > 0) {
        lines.push(say!(words, "limits-more", count = more));
    }
    Some(Html::lines(lines))
}

/// What is told in one line, and of which bodies: those of a meeting that they hold together stand in one.
type Told<'a> = (&'a LimitFound, Vec<&'a BodyCode>);

fn together(found: &[LimitFound]) -> Vec<Told<'_>> {
    let mut told: Vec<Told<'_>> = Vec::new();
    for one in found {
        let Subject::Summary(body, code, _) = &one.subject else {
            told.push((one, Vec::new()));
            continue;
        };
        let same = told.iter_mut().find(|(other, _)| {
            let is_meeting = matches!(&other.subject, Subject::Summary(_, of, _) if of == code);
            is_meeting
                && (other.limit.key, other.last) == (one.limit.key, one.last)
                && other.stands == one.stands
        });
        match same {
            Some((_, bodies)) => bodies.push(body),
            None => told.push((one, vec![body])),
        }
    }
    told
}

/// Their names, the first few of many.
fn named<'a>(words: Words<'_>, bodies: impl ExactSizeIterator<Item = &'a BodyCode>) -> String {
    let is_more = bodies.len() > BODIES;
    let mut names: Vec<String> = bodies.take(BODIES).map(|body| words.body(body)).collect();
    if is_more {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// What, its last day and how it stands, and which rule says so.
fn line(words: Words<'_>, (one, bodies): &Told<'_>) -> Html {
    say!(
        words,
        "limit-line",
        what = what(words, one, bodies),
        rule = rule(words, one),
        source = one.limit.source
    )
}

fn what(words: Words<'_>, one: &LimitFound, together: &[&BodyCode]) -> Html {
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
        (Subject::Summary(_, code, day), _) => say!(
            words,
            "limit-summary",
            done = done,
            body = named(words, together.iter().copied()),
            meeting = code.as_str(),
            day = short_day(*day),
            stands = stands
        ),
        (Subject::Session(code, bodies), _) => {
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
                bodies = named(words, bodies.iter()),
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
