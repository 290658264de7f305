//! What is done once on a working morning, at the council's hour: digests, reminders, what awaits the bodies at a
//! session. Driven by the schedule.
//!
//! Nothing is planned ahead: the council as it is now and the time of the last round decide, so that another hour,
//! another holiday, a restart or a downtime take effect at once, and nothing is ever said twice. A round that was
//! missed is made up later the same day; once the day is over, the next one says everything that came since.

use crate::{
    domain::{
        council::Council,
        question::ladder::Horizon,
        session::{Before, Session},
    },
    handlers::{
        clock::{call_back, digest, remind},
        shared::cx::{Cx, Outcome},
    },
    store::{self, WriteTx, clock, overview},
};

use jiff::{Timestamp, ToSpan, civil::Date};

/// The round of a day.
const MORNING: &str = "morning";
/// The last digests.
const DIGEST: &str = "digest";
/// The last drawing of questions to be called back.
const CALLS: &str = "calls";
/// So many days back the last day of digests is looked for: a week, and a long holiday.
const LONGEST_PAUSE: usize = 31;
/// Working days before questions for a session close.
const BEFORE_CLOSING: u16 = 3;
/// Working days before a session opens.
const BEFORE_OPENING: u16 = 2;

/// Whether the round of today is still to be done; one look into the database.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_morning_due(
    tx: &WriteTx<'_>,
    council: &Council,
    now: Timestamp,
) -> store::Result<bool> {
    if !has_hour_come(council, now) {
        return Ok(false);
    }
    let done = clock::round_done(tx, MORNING)?;
    Ok(done.is_none_or(|done| council.local_date(done) < council.local_date(now)))
}

/// By day, not in quiet hours, on a working day or one on which the council wants digests, after its hour.
fn has_hour_come(council: &Council, now: Timestamp) -> bool {
    let local = council.timezone.to_datetime(now);
    let rules = &council.rules;
    let is_day = council.calendar.is_working_day(local.date())
        || rules.digest.is_due_on(local.date(), &council.calendar);
    is_day
        && council.quiet_until(now).is_none()
        && local.time() >= rules.digest.leaves_at(rules.quiet_hours)
}

/// Does the round, if it is due.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    if !is_morning_due(cx.tx, cx.council, cx.now)? {
        return Ok(());
    }
    clock::finish_round(cx.tx, MORNING, cx.now)?;
    let today = cx.council.local_date(cx.now);
    let last = clock::round_done(cx.tx, DIGEST)?;
    let wanted = last_day_of_digests(cx.council, today);
    if wanted.is_some_and(|day| last.is_none_or(|last| cx.council.local_date(last) < day)) {
        clock::finish_round(cx.tx, DIGEST, cx.now)?;
        digest::to_everybody(cx, last)?;
    }
    for session in &cx.council.sessions {
        announce_session(cx, session, today)?;
    }
    if cx.council.calendar.is_working_day(today) {
        let owed = overview::owed(cx.tx, Horizon::of(cx.council, today))?;
        remind::run(cx, &owed)?;
        announce_calls(cx, today)?;
    }
    Ok(())
}

/// Once a month, on its first working morning.
fn announce_calls(cx: &mut Cx<'_, '_>, today: Date) -> Outcome {
    let last = clock::round_done(cx.tx, CALLS)?;
    let is_done =
        last.is_some_and(|at| cx.council.local_date(at).first_of_month() == today.first_of_month());
    if is_done {
        return Ok(());
    }
    clock::finish_round(cx.tx, CALLS, cx.now)?;
    call_back::announce(cx)
}

/// When the last digests were written; `None`: none ever was.
pub(crate) fn last_digest(cx: &Cx<'_, '_>) -> store::Result<Option<Timestamp>> {
    clock::round_done(cx.tx, DIGEST)
}

/// Today, or the last day before, on which the council wanted digests.
fn last_day_of_digests(council: &Council, today: Date) -> Option<Date> {
    let days = std::iter::successors(Some(today), |day| day.yesterday().ok());
    days.take(LONGEST_PAUSE)
        .find(|day| council.rules.digest.is_due_on(*day, &council.calendar))
}

/// Before questions close and before the session opens, each once.
fn announce_session(cx: &mut Cx<'_, '_>, session: &Session, today: Date) -> Outcome {
    let closes = cx.council.local_date(session.questions_close_at);
    let eve = |day: Date| day.checked_sub(1.day()).unwrap_or(day);
    for (before, name, days, last) in [
        (Before::Closing, "closing", BEFORE_CLOSING, closes),
        (
            Before::Opening,
            "opening",
            BEFORE_OPENING,
            eve(session.opens_on),
        ),
    ] {
        let end = match before {
            Before::Closing => closes,
            Before::Opening => session.opens_on,
        };
        let first = cx.council.calendar.days_before(end, days);
        let is_over = before == Before::Closing && cx.now >= session.questions_close_at;
        if today < first || today > last || is_over {
            continue;
        }
        let round = format!("session:{}:{name}", session.code);
        if clock::round_done(cx.tx, &round)?.is_none() {
            clock::finish_round(cx.tx, &round, cx.now)?;
            digest::before_session(cx, session, before)?;
        }
    }
    Ok(())
}
