//! What the council keeps no longer is removed at night, in small steps, each written down.

use jiff::Timestamp;

use crate::{
    domain::{council::Council, event::Event, keyword::Keyword as _, retention::Kept},
    handlers::shared::cx::{Cx, Outcome},
    store::{self, WriteTx, clock, retention},
};

/// Rows of a step: everybody else waits so long.
const A_STEP: u32 = 50;

/// The hours of the night in which it is done.
const NIGHT: std::ops::Range<i8> = 1..5;

/// When it was done last.
const ROUND: &str = "retention";

/// Whether something may have ended: at night, once, if the council lets anything end.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    let ends = Kept::ALL
        .iter()
        .any(|kept| council.retention.months(*kept).is_some());
    if !ends || !NIGHT.contains(&council.timezone.to_datetime(now).hour()) {
        return Ok(false);
    }
    let done = clock::round_done(tx, ROUND)?;
    Ok(done.is_none_or(|done| council.local_date(done) < council.local_date(now)))
}

/// A step of it; when nothing is left, the round of this night is done.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    if !is_due(cx.tx, cx.council, cx.now)? {
        return Ok(());
    }
    for kept in Kept::ALL {
        let ends = cx
            .council
            .retention
            .ends_before(*kept, cx.now, &cx.council.timezone);
        let Some(before) = ends else { continue };
        let removed = retention::remove_some(cx.tx, *kept, before, A_STEP, cx.now)?;
        if removed > 0 {
            cx.facts.forget_words();
            return Ok(cx.record(&Event::RetentionDone { removed }, None, None)?);
        }
    }
    Ok(clock::finish_round(cx.tx, ROUND, cx.now)?)
}
