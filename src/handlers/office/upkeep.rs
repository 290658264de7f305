//! What the office is told of the operator's side: Telegram is back, a backup failed, one was put back.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::{
    domain::{council::Council, ids::UserId, role::Role},
    handlers::{
        Facts,
        shared::{
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::trouble as say_trouble,
    store::{self, WriteTx, chats, clock, roles, trouble, upkeep},
};

use std::collections::BTreeSet;

/// Less than this is nobody's business: networks stumble.
const WORTH_TELLING: SignedDuration = SignedDuration::from_mins(10);

/// How many administrators there are, and which bodies have no group.
///
/// # Errors
/// When the database fails.
pub(crate) fn what_is_missing(
    tx: &WriteTx<'_>,
    facts: &Facts,
    council: &Council,
    now: Timestamp,
) -> store::Result<(usize, Vec<String>)> {
    let by_role = roles::all(tx, now)?
        .into_iter()
        .filter(|grant| grant.role == Role::Administrator)
        .map(|grant| grant.user);
    let administrators: BTreeSet<UserId> = facts.admins().iter().copied().chain(by_role).collect();
    let mut unlinked = Vec::new();
    for body in &council.bodies {
        if chats::chat_of(tx, &body.code)?.is_none() {
            unlinked.push(body.code.to_string());
        }
    }
    Ok((administrators.len(), unlinked))
}

/// The round of nightly backups.
const BACKUP: &str = "backup";

/// A backup was put in the place of the database: told once, with what waits for a decision.
pub(crate) fn restored(cx: &mut Cx<'_, '_>) -> Outcome {
    let Some(at) = upkeep::restored_at(cx.tx)? else {
        return Ok(());
    };
    let until = upkeep::restored_from(cx.tx)?;
    upkeep::restore_told(cx.tx)?;
    let held = (trouble::held(cx.tx)?.len(), trouble::held_rounds(cx.tx)?);
    let told = say_trouble::restored(cx.group_words(), (at, until), held);
    Ok(notices::tell_office(cx, told)?)
}

/// Telegram does not answer since then: written down, so that it is known after a restart.
///
/// # Errors
/// When the database fails.
pub(crate) fn cannot_reach(tx: &WriteTx<'_>, since: Timestamp) -> store::Result<()> {
    if upkeep::unreachable_since(tx)?.is_none() {
        upkeep::set_unreachable_since(tx, Some(since))?;
    }
    Ok(())
}

/// Telegram answers again; it did not since `since`, or since what was written down before. After a while the office is
/// told.
///
/// # Errors
/// When the database fails.
pub(crate) fn reached_again(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    since: Option<Timestamp>,
    now: Timestamp,
) -> store::Result<()> {
    let known = upkeep::unreachable_since(tx)?;
    let since = known.into_iter().chain(since).min();
    upkeep::set_unreachable_since(tx, None)?;
    let Some(since) = since.filter(|since| now.duration_since(*since) >= WORTH_TELLING) else {
        return Ok(());
    };
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let told = say_trouble::reached_again(cx.group_words(), since, now);
    notices::tell_office(&mut cx, told)
}

/// The night whose backup is due, if the council wants any: at its hour or later that day.
///
/// # Errors
/// When the database fails.
pub(crate) fn backup_is_due(
    tx: &WriteTx<'_>,
    facts: &Facts,
    now: Timestamp,
) -> store::Result<Option<Date>> {
    let council = facts.council();
    let Some(rule) = &council.rules.backup else {
        return Ok(None);
    };
    let local = council.timezone.to_datetime(now);
    if local.time() < rule.at {
        return Ok(None);
    }
    let done = clock::round_done(tx, BACKUP)?;
    let is_due = done.is_none_or(|done| council.local_date(done) < local.date());
    Ok(is_due.then_some(local.date()))
}

/// When the last one was made, by whichever process.
///
/// # Errors
/// When the database fails.
pub(crate) fn backup_was_made(tx: &WriteTx<'_>) -> store::Result<Option<Timestamp>> {
    clock::round_done(tx, BACKUP)
}

/// There is one.
///
/// # Errors
/// When the database fails.
pub(crate) fn backup_made(tx: &WriteTx<'_>, now: Timestamp) -> store::Result<()> {
    clock::finish_round(tx, BACKUP, now)
}

/// There is none: the office is told, once a night.
///
/// # Errors
/// When the database fails.
pub(crate) fn backup_failed(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    night: Date,
    is_disk_full: bool,
    now: Timestamp,
) -> store::Result<()> {
    if !upkeep::failed(tx, night)? {
        return Ok(());
    }
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let told = say_trouble::backup_failed(cx.group_words(), is_disk_full);
    notices::tell_office(&mut cx, told)
}
