//! The door in: updates are committed to the inbox before Telegram may forget them, then handled.
//!
//! [`Intake::take`] is the one way in, for polling ([`poll`]) and the webhook alike. Never sends anything
//! but the acknowledgement of a button press.

mod content;
pub mod members;
pub mod parse;
pub mod poll;
mod wire;
mod words;

use std::{collections::HashSet, sync::Arc, time::Instant};

use crate::{
    chat::incoming::{Deed, Incoming},
    clock::Clock,
    delivery::{Mail, outcome::Settling},
    domain::ids::{ChatId, UpdateId},
    handlers::{self, Acknowledgement, Facts, Handled, HandlerError},
    store::{
        self, Store, StoreError, WriteTx, events, held_deeds,
        inbox::{self, RawUpdate, Setback},
    },
};
use jiff::Timestamp;
use tokio::sync::{Mutex, Notify};

/// How long an update that failed, or ended the process, waits for its next try, in seconds, by the number of tries so far.
const RETRY_AFTER_SECONDS: [i64; 3] = [1, 5, 30];

/// Takes updates in: keeps, handles, acknowledges.
#[derive(Clone)]
pub struct Intake {
    store: Store,
    facts: Arc<Facts>,
    clock: Clock,
    settling: Settling,
    mail: Mail,
    /// Held from reading what waits until it is handled: two doors (time, the first poll) may ask at once.
    trying: Arc<Mutex<Counted>>,
    /// Rings when something waits for what Telegram tells.
    asks: Arc<Notify>,
}

/// Updates whose newest try is counted on disk and was ended by the disk, not by the update: a full one, or one that
/// somebody else holds. The next try is that one again, so that nothing is set aside for it.
type Counted = HashSet<UpdateId>;

/// An update with what it means; `incoming` is `None` for updates that concern nobody.
#[derive(Debug, Clone)]
pub struct Parsed {
    raw: RawUpdate,
    incoming: Option<Incoming>,
}

/// How updates are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// Kept and handled in one transaction: the usual way of polling.
    InOneGo,
    /// Kept, and the try counted, in transactions of their own first: an update that ends the process (it
    /// may have done so just before this start) is then tried later and later, and set aside after
    /// [`inbox::MAX_UNENDED`] tries. For the first poll after a start, and for the webhook, which would be given such
    /// an update for ever.
    KeptFirst,
}

impl Intake {
    /// A door in.
    #[must_use]
    pub(crate) fn new(
        store: Store,
        facts: Arc<Facts>,
        clock: Clock,
        settling: Settling,
        mail: Mail,
    ) -> Self {
        Self {
            store,
            facts,
            clock,
            settling,
            mail,
            trying: Arc::default(),
            asks: Arc::default(),
        }
    }

    /// Keeps `updates` and handles them, and whatever waits for another try. When this returns they are on
    /// disk, with everything that follows from them; `next_offset` is where the next poll may start.
    ///
    /// # Errors
    /// When they could not be kept; Telegram must then give them again.
    pub async fn take(
        &self,
        updates: Vec<Parsed>,
        next_offset: Option<i64>,
        care: Care,
    ) -> store::Result<()> {
        let now = self.clock.now();
        let (came_in, is_empty) = (Instant::now(), updates.is_empty());
        if care == Care::KeptFirst {
            self.store
                .write(move |tx| keep_all(tx, &updates, care, next_offset, now).map(drop))
                .await?;
            self.retry().await?;
            if !is_empty {
                metrics::histogram!("cutri_update_seconds").record(came_in.elapsed());
            }
            return Ok(());
        }
        let facts = Arc::clone(&self.facts);
        let settled = self.settling.take();
        let outcomes = Arc::clone(&settled);
        let handled = self
            .store
            .write(move |tx| {
                handlers::settle_deliveries(tx, &facts, &outcomes, now)?;
                tx.came_in(came_in);
                let held = inbox::held_chats(tx)?;
                let new = keep_all(tx, &updates, care, next_offset, now)?;
                let updates = updates
                    .into_iter()
                    .filter(|update| new.contains(&update.raw.id));
                handle_each(tx, &facts, updates.collect(), care, held, now)
            })
            .await;
        match handled {
            Ok(followed) => {
                if !is_empty {
                    metrics::histogram!("cutri_update_seconds").record(came_in.elapsed());
                }
                self.settling.written(&settled);
                self.follow(followed);
                Ok(())
            }
            Err(error) => {
                self.settling.put_back(&settled);
                Err(error)
            }
        }
    }

    /// Tries again what could not be handled before, when its time has come.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry(&self) -> store::Result<()> {
        let followed = self.handle_waiting(self.clock.now()).await?;
        self.follow(followed);
        Ok(())
    }

    /// Tries again what waits. What was tried before goes first and one by one, each try counted on disk
    /// before it begins: should one of them end the process, only that one is suspected at the next start,
    /// not all that waited with it. And it waits longer from try to try, so that processes ended in a row by something
    /// else do not all end at the same one.
    async fn handle_waiting(&self, now: Timestamp) -> store::Result<Followed> {
        let mut counted = self.trying.lock().await;
        let waiting = self.store.read(move |tx| inbox::pending(tx, now)).await?;
        let mut followed = Followed::default();
        let waiting: Vec<(RawUpdate, u32)> = earlier_tries(waiting, &counted).collect();
        for (raw, tries) in waiting {
            if tries > 0 {
                followed.join(self.try_suspect(raw, tries, &mut counted, now).await?);
            }
        }
        let known = counted.clone();
        let fresh: Vec<RawUpdate> = self
            .store
            .write(move |tx| {
                let waiting = earlier_tries(inbox::pending(tx, now)?, &known);
                let fresh: Vec<RawUpdate> = waiting
                    .filter(|(_, tries)| *tries == 0)
                    .map(|(raw, _)| raw)
                    .collect();
                let uncounted = fresh.iter().filter(|raw| !known.contains(&raw.id));
                inbox::count_attempts(tx, uncounted.map(|raw| raw.id), after_tries(1, now))?;
                Ok(fresh)
            })
            .await?;
        if !fresh.is_empty() {
            followed.join(self.try_counted(fresh, &mut counted, now).await?);
        }
        Ok(followed)
    }

    /// One update whose earlier tries failed, or never came to an end.
    async fn try_suspect(
        &self,
        raw: RawUpdate,
        tries: u32,
        counted: &mut Counted,
        now: Timestamp,
    ) -> store::Result<Followed> {
        let (next, is_counted) = (raw.clone(), counted.contains(&raw.id));
        let waits = self
            .store
            .write(move |tx| {
                let waits = inbox::waits_behind_another(tx, &next)?;
                if !waits && !is_counted {
                    inbox::count_attempts(tx, [next.id], after_tries(tries + 1, now))?;
                }
                Ok(waits)
            })
            .await?;
        if waits {
            return Ok(Followed::default());
        }
        if tries < inbox::MAX_UNENDED {
            return self.try_counted(vec![raw], counted, now).await;
        }
        let facts = Arc::clone(&self.facts);
        let update = Parsed::of(raw);
        let id = update.raw.id;
        let set_aside = self
            .store
            .write(move |tx| {
                let error = HandlerError::Crashed;
                let presses = Vec::from_iter(set_back(tx, &facts, &update, &error, now)?);
                Ok(Followed {
                    presses,
                    asks: false,
                })
            })
            .await;
        remember(counted, [id], set_aside.as_ref().err());
        set_aside
    }

    /// Handles updates whose try is counted.
    async fn try_counted(
        &self,
        raw: Vec<RawUpdate>,
        counted: &mut Counted,
        now: Timestamp,
    ) -> store::Result<Followed> {
        let facts = Arc::clone(&self.facts);
        let ids: Vec<UpdateId> = raw.iter().map(|raw| raw.id).collect();
        let updates = raw.into_iter().map(Parsed::of).collect();
        let came_in = Instant::now();
        let handled = self
            .store
            .write(move |tx| {
                tx.came_in(came_in);
                handle_each(tx, &facts, updates, Care::KeptFirst, HashSet::new(), now)
            })
            .await;
        remember(counted, ids, handled.as_ref().err());
        handled
    }

    /// Tells Telegram that presses were seen: best effort, at once, outside the outbox. Has asked what has to be.
    fn follow(&self, followed: Followed) {
        if !followed.presses.is_empty() {
            self.mail.acknowledge(followed.presses);
        }
        if followed.asks {
            self.asks.notify_one();
        }
    }
}

/// What waits, each with the number of its tries before the one that is to come.
fn earlier_tries(
    waiting: Vec<(RawUpdate, u32)>,
    counted: &Counted,
) -> impl Iterator<Item = (RawUpdate, u32)> {
    waiting.into_iter().map(|(raw, tries)| {
        let is_counted = counted.contains(&raw.id);
        (raw, tries.saturating_sub(u32::from(is_counted)))
    })
}

/// Their try has ended; with an error of the disk it goes on later, and is not counted twice.
fn remember(
    counted: &mut Counted,
    updates: impl IntoIterator<Item = UpdateId>,
    error: Option<&StoreError>,
) {
    let goes_on = error.is_some_and(|error| match error {
        StoreError::Job(error) => error
            .downcast_ref::<HandlerError>()
            .is_some_and(HandlerError::is_of_the_disk),
        error => error.is_of_the_disk(),
    });
    for update in updates {
        if goes_on {
            counted.insert(update);
        } else {
            counted.remove(&update);
        }
    }
}

/// When an update that was tried so often is tried once more; at once when that was the last try.
fn after_tries(tries: u32, now: Timestamp) -> Timestamp {
    let wait = RETRY_AFTER_SECONDS.get(tries.saturating_sub(1) as usize);
    Timestamp::from_second(now.as_second() + wait.copied().unwrap_or(0)).unwrap_or(now)
}

/// What is left to do outside the transaction.
#[derive(Debug, Default)]
struct Followed {
    /// These were seen.
    presses: Vec<Acknowledgement>,
    /// Something waits for what Telegram tells.
    asks: bool,
}

impl Followed {
    fn join(&mut self, other: Self) {
        self.presses.extend(other.presses);
        self.asks |= other.asks;
    }
}

/// Keeps every update; gives the ones that were not here before.
fn keep_all(
    tx: &mut WriteTx<'_>,
    updates: &[Parsed],
    care: Care,
    next_offset: Option<i64>,
    now: Timestamp,
) -> store::Result<HashSet<UpdateId>> {
    let mut new = HashSet::with_capacity(updates.len());
    for update in updates {
        let is_new = match care {
            Care::InOneGo => inbox::keep_handled(tx, &update.raw, now)?,
            Care::KeptFirst => inbox::keep(tx, &update.raw, now)?,
        };
        if is_new {
            new.insert(update.raw.id);
        }
    }
    if let (Some(next), false) = (next_offset, updates.is_empty()) {
        inbox::set_offset(tx, next, now)?;
    }
    Ok(new)
}

/// Handles updates in order, each on its own: one that fails undoes only itself, and holds back only later
/// ones of its own chat.
fn handle_each(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    updates: Vec<Parsed>,
    care: Care,
    mut held: HashSet<ChatId>,
    now: Timestamp,
) -> store::Result<Followed> {
    let mut followed = Followed::default();
    for update in updates {
        let Parsed { raw, incoming } = &update;
        if raw.chat.is_some_and(|chat| held.contains(&chat)) {
            inbox::hold_back(tx, raw)?;
            continue;
        }
        let Some(incoming) = incoming else {
            finish(tx, raw, care)?;
            continue;
        };
        metrics::counter!("cutri_updates_total", "kind" => kind(incoming)).increment(1);
        let savepoint = tx.savepoint()?;
        match handlers::handle_safely(tx, facts, incoming, now) {
            Ok(Handled::Done(acknowledgement)) => {
                finish(tx, raw, care)?;
                tx.keep(savepoint)?;
                followed.presses.extend(acknowledgement);
            }
            Ok(Handled::Asks(asked)) => {
                if held_deeds::keep(tx, raw, asked, now)? {
                    followed.asks = true;
                } else {
                    followed.presses.extend(handlers::seen(incoming));
                }
                finish(tx, raw, care)?;
                tx.keep(savepoint)?;
            }
            Err(error) => {
                if error.is_of_the_disk() {
                    return Err(StoreError::Job(error.into()));
                }
                tx.undo(savepoint)?;
                let apology = set_back(tx, facts, &update, &error, now)?;
                followed.presses.extend(apology);
                held.extend(raw.chat);
            }
        }
    }
    Ok(followed)
}

/// What kind of update it is, for whoever counts.
fn kind(incoming: &Incoming) -> &'static str {
    match &incoming.deed {
        Deed::Wrote { .. } | Deed::WroteAsChannel { .. } | Deed::PostedFromChannel => "message",
        Deed::SentMedia { .. } => "media",
        Deed::Edited { .. } => "edit",
        Deed::Pressed { .. } | Deed::PressedElsewhere { .. } => "press",
        Deed::AskedInline { .. } | Deed::ChoseInline { .. } => "inline",
        Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => "membership",
    }
}

/// The update is handled; one that is handled in one go was kept as such.
fn finish(tx: &WriteTx<'_>, raw: &RawUpdate, care: Care) -> store::Result<()> {
    match care {
        Care::InOneGo => Ok(()),
        Care::KeptFirst => inbox::finish(tx, raw.id),
    }
}

/// An update failed: later again, or set aside with an apology that carries a number.
fn set_back(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    update: &Parsed,
    error: &HandlerError,
    now: Timestamp,
) -> store::Result<Option<Acknowledgement>> {
    let raw = &update.raw;
    tracing::error!(update = raw.id.0, error = %error, "an update could not be handled");
    metrics::counter!("cutri_updates_failed_total").increment(1);
    let retry_at = after_tries(inbox::attempts(tx, raw.id)?, now);
    if inbox::set_back(tx, raw, &error.to_string(), retry_at)? == Setback::SetAside {
        events::record(
            tx,
            &crate::domain::event::Event::UpdateSetAside { update: raw.id.0 },
            None,
            None,
            now,
        )?;
        if let Some(incoming) = &update.incoming {
            return handlers::apologise(tx, facts, incoming, raw.id, now);
        }
    }
    Ok(None)
}

impl Parsed {
    /// Reads a raw update.
    #[must_use]
    pub(crate) fn of(raw: RawUpdate) -> Self {
        let incoming = parse::parse(&raw.json);
        Self { raw, incoming }
    }
}
