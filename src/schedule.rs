//! The door in for time: what is due is looked up and done, tick by tick.
//!
//! Wall-clock time is read at every tick, so a clock that jumps is noticed; nothing due is kept in memory.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;

use crate::{
    clock::Clock,
    domain::{ban::Ban, council::Council, ids::CategoryCode},
    handlers::{self, Facts},
    health::Health,
    intake::Intake,
    stop::Stop,
    store::{
        self, Store, StoreError, WriteTx, bans, cleanup, corrections, council, inbox, outbox,
        reminders,
    },
};

/// At most 5 s apart (contract.md, "Environment").
const TICK: Duration = Duration::from_secs(1);

/// Old updates are forgotten this often, in seconds.
const FORGET_EVERY: i64 = 3_600;

/// The hours of the night in which everybody can wait while the database is written anew.
const NIGHT: std::ops::Range<i8> = 2..5;

/// What was removed is gone from the file after so many seconds at the latest, if the bot never runs at night.
const CLEANED_AFTER: i64 = 3 * 86_400;

/// After so many seconds without Telegram that is written down, so that it is known after a restart.
const CUT_OFF_AFTER: i64 = 60;

/// How many updates wait and were given up; how many messages wait, were refused, and for how long the oldest has waited.
pub(crate) fn show_queues((pending, dead): (u32, u32), (queued, parked, oldest): (u32, u32, i64)) {
    metrics::gauge!("cutri_inbox_pending").set(f64::from(pending));
    metrics::gauge!("cutri_inbox_set_aside").set(f64::from(dead));
    metrics::gauge!("cutri_outbox_queued").set(f64::from(queued));
    metrics::gauge!("cutri_outbox_parked").set(f64::from(parked));
    metrics::gauge!("cutri_outbox_oldest_seconds")
        .set(f64::from(u32::try_from(oldest).unwrap_or(0)));
}

/// Whether Telegram is away, and whether that is written down.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Outage {
    is_written: bool,
    /// At the start nobody knows.
    may_be_written: bool,
}

impl Outage {
    /// Shows for how long Telegram has not answered, and writes down since when, once that is worth it.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn lasts(
        &mut self,
        store: &Store,
        health: &Health,
        now: Timestamp,
    ) -> store::Result<()> {
        let since = health.unreachable_since();
        let away = since.map_or(0, |since| now.as_second().saturating_sub(since));
        metrics::gauge!("cutri_telegram_unreachable_seconds")
            .set(f64::from(i32::try_from(away).unwrap_or(i32::MAX)));
        let Some(since) = since else {
            self.is_written = false;
            return Ok(());
        };
        if !self.is_written && away >= CUT_OFF_AFTER {
            let since = Timestamp::from_second(since).unwrap_or(now);
            store
                .write(move |tx| handlers::upkeep::cannot_reach(tx, since))
                .await?;
            (self.is_written, self.may_be_written) = (true, true);
        }
        Ok(())
    }
}

/// The scheduler.
pub struct Schedule {
    store: Store,
    intake: Intake,
    facts: Arc<Facts>,
    council_version: i64,
    forgot_at: i64,
    /// Since when something was to be removed from the file that was written anew, while its log is not empty yet.
    written_anew: Option<i64>,
    outage: Outage,
}

/// What a tick knew before it looked.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// The version of the council.
    council: i64,
    /// The newest correction that was learned.
    correction: i64,
}

/// What a tick saw.
struct Seen {
    /// A council that was loaded since, and its version.
    newer: Option<(Council, i64)>,
    /// Updates that wait for another try.
    pending: u32,
    /// Updates set aside.
    dead: u32,
    /// Messages that wait to leave.
    queued: u32,
    /// Messages that cannot.
    parked: u32,
    /// For how many seconds the oldest has waited.
    oldest: i64,
    /// Whether there is anything to do.
    is_due: bool,
    /// What clerks taught since, up to which correction.
    lessons: Option<(i64, Vec<(String, CategoryCode)>)>,
    /// Since when something is to be removed from the file.
    removed: Option<i64>,
    /// Who may not write.
    banned: Vec<Ban>,
}

/// Looks whether anything is due, every second and for everybody's time: each statement finds what it looks for by an
/// index that holds nothing else (`schedule_tests.rs` looks at every plan).
fn look(tx: &WriteTx<'_>, council: &Council, known: Known, now: Timestamp) -> store::Result<Seen> {
    let newer = if council::version(tx)? > known.council {
        council::find(tx)?
    } else {
        None
    };
    let (pending, dead) = inbox::counts(tx)?;
    let (queued, parked, oldest) = outbox::counts(tx, now)?;
    let is_due = reminders::is_anything_due(tx, now)?
        || handlers::are_drafts_due(tx, council, now)?
        || handlers::are_rights_due(tx, now)?
        || handlers::is_broadcast_due(tx, council, now)?
        || handlers::are_consultations_due(tx, council, now)?
        || handlers::is_triage_due(tx, council, now)?
        || handlers::is_board_due(tx, council, now)?
        || handlers::is_exchange_due(tx)?
        || handlers::are_cards_due(tx, now)?
        || handlers::is_morning_due(tx, council, now)?
        || handlers::are_cases_due(tx, council, now)?
        || handlers::are_promises_due(tx, council, now)?
        || handlers::are_checks_due(tx, council, now)?
        || handlers::are_erasures_due(tx, now)?
        || handlers::are_requests_due(tx, council, now)?
        || handlers::is_retention_due(tx, council, now)?;
    let correction = corrections::newest(tx)?;
    let lessons = if correction == known.correction {
        None
    } else {
        Some((correction, corrections::lessons(tx)?))
    };
    Ok(Seen {
        newer,
        pending,
        dead,
        queued,
        parked,
        oldest,
        is_due,
        lessons,
        removed: cleanup::wanted_since(tx)?,
        banned: bans::running(tx, now)?,
    })
}

impl Schedule {
    /// A scheduler; `council_version` is the one that `facts` holds.
    #[must_use]
    pub(crate) fn new(
        store: Store,
        intake: Intake,
        facts: Arc<Facts>,
        council_version: i64,
    ) -> Self {
        Self {
            store,
            intake,
            facts,
            council_version,
            forgot_at: 0,
            written_anew: None,
            outage: Outage {
                may_be_written: true,
                ..Outage::default()
            },
        }
    }

    /// Does what is due at `now`.
    ///
    /// # Errors
    /// When the database fails; the next tick tries again.
    pub async fn step(&mut self, now: Timestamp) -> store::Result<()> {
        let known = Known {
            council: self.council_version,
            correction: self.facts.learned(),
        };
        let forgets = now.as_second() - self.forgot_at >= FORGET_EVERY;
        let council_now = self.facts.council();
        let seen = self
            .store
            .read(move |tx| look(tx, &council_now, known, now))
            .await?;
        self.facts.set_banned(&seen.banned);
        if let Some((correction, lessons)) = seen.lessons {
            tracing::info!(corrections = lessons.len(), "the categoriser learned");
            self.facts.learn(correction, lessons);
        }
        if let Some((council, version)) = seen.newer {
            tracing::info!(version, "the council was loaded anew");
            let today = council.local_date(now);
            self.facts.set_council(council.on(today));
            self.council_version = version;
        }
        self.facts.begins(now);
        let (inbox, outbox) = (
            (seen.pending, seen.dead),
            (seen.queued, seen.parked, seen.oldest),
        );
        show_queues(inbox, outbox);
        if seen.pending > 0 {
            self.intake.retry().await?;
        }
        if seen.is_due {
            let facts = Arc::clone(&self.facts);
            self.store
                .write(move |tx| {
                    handlers::do_what_is_due(tx, &facts, now).map_err(StoreError::from)
                })
                .await?;
        }
        if forgets {
            self.store
                .write(move |tx| inbox::forget_old(tx, now))
                .await?;
            self.forgot_at = now.as_second();
        }
        if let Some(since) = seen.removed
            && seen.pending == 0
            && self.is_time_to_clean(since, now)
        {
            self.write_anew(since).await?;
        }
        Ok(())
    }

    /// Writes down since when Telegram does not answer, and says so once it does.
    ///
    /// # Errors
    /// When the database fails; the next tick tries again.
    pub async fn watch(&mut self, health: &Health, now: Timestamp) -> store::Result<()> {
        self.outage.lasts(&self.store, health, now).await?;
        if health.unreachable_since().is_some() || !health.has_reached_telegram() {
            return Ok(());
        }
        let over = health.outage_over();
        if over.is_none() && !self.outage.may_be_written {
            return Ok(());
        }
        let since = over.and_then(|since| Timestamp::from_second(since).ok());
        let facts = Arc::clone(&self.facts);
        self.store
            .write(move |tx| handlers::upkeep::reached_again(tx, &facts, since, now))
            .await?;
        self.outage.may_be_written = false;
        Ok(())
    }

    /// In a quiet hour of the night; at any time when there was none for days.
    fn is_time_to_clean(&self, since: i64, now: Timestamp) -> bool {
        let hour = self.facts.council().timezone.to_datetime(now).hour();
        NIGHT.contains(&hour) || now.as_second() - since >= CLEANED_AFTER
    }

    /// Writes the database anew, so that nothing of what was removed is left in it. Somebody who reads in its log puts it
    /// off to the next tick.
    async fn write_anew(&mut self, since: i64) -> store::Result<()> {
        let is_written = self.written_anew == Some(since);
        let is_clean = if is_written {
            self.store.empty_log().await?
        } else {
            self.store.write_anew().await?
        };
        self.written_anew = Some(since);
        if !is_clean {
            return Ok(());
        }
        self.written_anew = None;
        self.store.write(move |tx| cleanup::done(tx, since)).await?;
        tracing::info!("the database was written anew: what was removed is gone from it");
        Ok(())
    }

    /// Ticks until `stop`, between two steps.
    pub(crate) async fn run(mut self, clock: Clock, health: Health, mut stop: Stop) {
        let mut ticks = tokio::time::interval(TICK);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = ticks.tick() => {}
                () = stop.asked() => return,
            }
            let now = clock.now();
            match self.step(now).await {
                Ok(()) => health.ticked(now),
                Err(error) => tracing::error!(%error, "a tick failed"),
            }
            if let Err(error) = self.watch(&health, now).await {
                tracing::error!(%error, "how long Telegram was away could not be written down");
            }
        }
    }
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
mod tests;
