//! The desk of the reading room: takes what is wanted in turn, has it looked up, and has it told.
//!
//! One reading at a time of each chat, a few at once; the chat that was served least lately is next, so a crowd of wishes
//! in one chat delays nobody else. What is wanted stands in the database until it is told: a restart in between begins
//! it anew. Each try is counted before it begins; one that failed or ended the process too often is given up with a word,
//! and holds up no other. Start with [`Desk::run`].

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::watch,
    task::{Id, JoinError, JoinSet},
};

use crate::{
    clock::Clock,
    domain::ids::ChatId,
    handlers::{self, Ending, Facts, Heard},
    messages::Found,
    reading::{self, AT_ONCE, Known, ReadingError, Room},
    stop::Stop,
    store::{
        self, Store, StoreError, public_texts,
        readings::{self, Unreadable, Wanted},
    },
};

/// Telegram shows for about five seconds that somebody is writing.
const SHOWN_FOR: Duration = Duration::from_millis(4_500);

/// After the database failed, the next try waits.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// So many chats' turns are remembered.
const TURNS_KEPT: usize = 10_000;

/// How long people wait without a word, and how long at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// After this a chat is told that its reading is at work.
    pub silent: Duration,
    /// After this a reading is stopped.
    pub at_most: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            silent: Duration::from_secs(2),
            at_most: Duration::from_secs(30),
        }
    }
}

/// The desk.
pub struct Desk {
    parts: Arc<Parts>,
    room: Room,
    under_way: JoinSet<store::Result<()>>,
    /// Which chat's reading each is.
    whose: HashMap<Id, (ChatId, i64)>,
    /// Readings whose try is counted and not over: one that the disk put off is not counted twice.
    counted: HashSet<i64>,
    turns: Turns,
    /// Gone with the desk: what is being looked up is of no use then.
    _open: watch::Sender<()>,
}

/// What every reading under way needs.
struct Parts {
    store: Store,
    room: Room,
    facts: Arc<Facts>,
    clock: Clock,
    silent: Duration,
    open: watch::Receiver<()>,
}

impl Desk {
    /// A desk at the database of `store`.
    #[must_use]
    pub(crate) fn new(store: Store, facts: Arc<Facts>, clock: Clock, patience: Patience) -> Self {
        let room = Room::new(store.path(), patience.at_most);
        let (open, is_open) = watch::channel(());
        let parts = Parts {
            open: is_open,
            store,
            room: room.clone(),
            facts,
            clock,
            silent: patience.silent,
        };
        Self {
            parts: Arc::new(parts),
            room,
            under_way: JoinSet::new(),
            whose: HashMap::new(),
            counted: HashSet::new(),
            turns: Turns::default(),
            _open: open,
        }
    }

    /// The room it has things looked up in; to be closed before the database is.
    #[must_use]
    pub fn room(&self) -> Room {
        self.room.clone()
    }

    /// Looks up and tells everything that is wanted; `true`: there was something.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn step(&mut self) -> store::Result<bool> {
        let mut did = false;
        loop {
            self.begin().await?;
            let Some(ended) = self.under_way.join_next_with_id().await else {
                return Ok(did);
            };
            did = true;
            self.end(ended)?;
        }
    }

    /// Serves until `stop`; what is under way then is looked up again after the next start.
    pub(crate) async fn run(mut self, mut stop: Stop) {
        loop {
            let served = tokio::select! {
                served = self.serve() => served,
                () = stop.asked() => return self.leave().await,
            };
            if let Err(error) = served {
                tracing::error!(%error, "a reading could not be served");
                tokio::select! {
                    () = tokio::time::sleep(AFTER_FAILURE) => {}
                    () = stop.asked() => return self.leave().await,
                }
            }
        }
    }

    /// Lets go of what is under way: that was no try of it.
    async fn leave(mut self) {
        self.under_way.shutdown().await;
        let begun: Vec<i64> = self.counted.into_iter().collect();
        if begun.is_empty() {
            return;
        }
        let put_back = self
            .parts
            .store
            .write(move |tx| readings::put_back(tx, &begun));
        if let Err(error) = put_back.await {
            tracing::error!(%error, "what was being looked up counts as a try that failed");
        }
    }

    /// Begins what fits and waits until something ends or is wanted.
    async fn serve(&mut self) -> store::Result<()> {
        self.begin().await?;
        tokio::select! {
            Some(ended) = self.under_way.join_next_with_id() => self.end(ended),
            () = self.parts.store.reading_wanted() => Ok(()),
        }
    }

    async fn begin(&mut self) -> store::Result<()> {
        while self.under_way.len() < AT_ONCE as usize {
            let first = self.parts.store.read(readings::first_of_each_chat);
            let (mut waiting, unreadable) = first.await?;
            if !unreadable.is_empty() {
                for one in unreadable {
                    self.parts.refuse(one).await?;
                }
                continue;
            }
            waiting.retain(|wanted| !self.is_busy(wanted.chat));
            let Some(next) = self.turns.next(waiting) else {
                return Ok(());
            };
            let (whose, parts) = ((next.chat, next.id), Arc::clone(&self.parts));
            let is_given_up =
                next.starts >= readings::MAX_STARTS && !self.counted.contains(&next.id);
            let begun = if is_given_up {
                self.under_way
                    .spawn(async move { parts.give_up(next).await })
            } else {
                self.count(next.id).await?;
                self.under_way
                    .spawn(async move { parts.carry_out(next).await })
            };
            self.whose.insert(begun.id(), whose);
        }
        Ok(())
    }

    fn is_busy(&self, chat: ChatId) -> bool {
        self.whose.values().any(|(busy, _)| *busy == chat)
    }

    /// Counts a try, unless this one goes on with a try that was put off.
    async fn count(&mut self, id: i64) -> store::Result<()> {
        if !self.counted.insert(id) {
            return Ok(());
        }
        let begun = self
            .parts
            .store
            .write(move |tx| readings::begin(tx, id))
            .await;
        if begun.is_err() {
            self.counted.remove(&id);
        }
        begun
    }

    fn end(&mut self, ended: Result<(Id, store::Result<()>), JoinError>) -> store::Result<()> {
        let (task, served) = match ended {
            Ok(ended) => ended,
            Err(panicked) => {
                tracing::error!(error = %panicked, "a reading panicked");
                (panicked.id(), Ok(()))
            }
        };
        if let Some((_, id)) = self.whose.remove(&task)
            && served.is_ok()
        {
            self.counted.remove(&id);
        }
        served
    }
}

/// Why a reading came to no end.
enum Unserved {
    /// For a reason of its own: a try of it is over.
    Failed(StoreError),
    /// The disk failed, or the bot stops: no try of its own. It is tried again, for as long as that lasts.
    PutOff(StoreError),
}

impl From<StoreError> for Unserved {
    fn from(error: StoreError) -> Self {
        if error.is_of_the_disk() || matches!(error, StoreError::Closed) {
            Self::PutOff(error)
        } else {
            Self::Failed(error)
        }
    }
}

impl Parts {
    /// Looks one up and has it told. An error puts it off; one that failed is over, and tried again if it may be.
    async fn carry_out(&self, wanted: Wanted) -> store::Result<()> {
        let id = wanted.id;
        match self.look_up_and_tell(wanted).await {
            Ok(()) => Ok(()),
            Err(Unserved::PutOff(error)) => Err(error),
            Err(Unserved::Failed(error)) => {
                tracing::error!(reading = id, %error, "a reading failed");
                Ok(())
            }
        }
    }

    /// Says that nothing comes of it; where even that cannot be said, nobody waits for it any more.
    async fn give_up(&self, wanted: Wanted) -> store::Result<()> {
        let id = wanted.id;
        let told = self.tell(wanted, Ending::Broke, Heard::Nothing).await;
        self.or_drop(id, told).await
    }

    /// Nobody knows what it is.
    async fn refuse(&self, unreadable: Unreadable) -> store::Result<()> {
        let id = unreadable.id;
        tracing::error!(reading = id, "what is wanted cannot be read");
        let (facts, now) = (Arc::clone(&self.facts), self.clock.now());
        let told = self.store.write(move |tx| {
            handlers::refuse_reading(tx, &facts, unreadable, now).map_err(StoreError::from)
        });
        let told = told.await;
        self.or_drop(id, told).await
    }

    async fn or_drop(&self, id: i64, told: store::Result<()>) -> store::Result<()> {
        match told.map_err(Unserved::from) {
            Ok(()) => Ok(()),
            Err(Unserved::PutOff(error)) => Err(error),
            Err(Unserved::Failed(error)) => {
                tracing::error!(reading = id, %error, "a reading is dropped without a word");
                self.store
                    .write(move |tx| readings::finish(tx, id).map(drop))
                    .await
            }
        }
    }

    async fn look_up_and_tell(&self, wanted: Wanted) -> Result<(), Unserved> {
        let began = std::time::Instant::now();
        let (found, heard) = self.look_up(&wanted).await?;
        metrics::histogram!("cutri_reading_seconds").record(began.elapsed());
        let end = match &found {
            Ok(_) => "found",
            Err(ReadingError::TooLong(_)) => "too_long",
            Err(ReadingError::Stopped) => "stopped",
            Err(_) => "failed",
        };
        metrics::counter!("cutri_readings_total", "end" => end).increment(1);
        let ending = match found {
            Ok(found) => Ending::Found(Box::new(found)),
            Err(ReadingError::TooLong(limit)) => {
                tracing::warn!(reading = wanted.id, ?limit, "a reading took too long");
                Ending::TooLong
            }
            Err(ReadingError::Stopped) => return Err(Unserved::PutOff(StoreError::Closed)),
            Err(error) if error.is_of_the_disk() => {
                return Err(Unserved::PutOff(StoreError::Job(error.into())));
            }
            Err(error) => return Err(Unserved::Failed(StoreError::Job(error.into()))),
        };
        Ok(self.tell(wanted, ending, heard).await?)
    }

    /// Looks it up, and says that it is at work as long as that takes.
    async fn look_up(&self, wanted: &Wanted) -> store::Result<(reading::Result<Found>, Heard)> {
        let mut looking = self.begin_to_look_up(wanted.clone());
        let (mut heard, mut silent) = (Heard::Nothing, self.silent);
        loop {
            tokio::select! {
                biased;
                () = silence(silent) => {}
                found = &mut looking => {
                    let found = found.unwrap_or_else(|_| Err(ReadingError::Panicked));
                    return Ok((found, heard));
                }
            }
            let (facts, again, now) = (Arc::clone(&self.facts), wanted.clone(), self.clock.now());
            self.store
                .write(move |tx| {
                    handlers::say_reading_is_at_work(tx, &facts, &again, heard, now)
                        .map_err(StoreError::from)
                })
                .await?;
            if wanted.reading.is_awaited() && wanted.reading.turns().is_none() {
                heard = Heard::AtWork;
            }
            silent = SHOWN_FOR;
        }
    }

    /// Looks it up on a thread of its own: what is made of many rows takes as long as reading them, and whoever sends and
    /// receives must not wait for it.
    fn begin_to_look_up(&self, wanted: Wanted) -> tokio::task::JoinHandle<reading::Result<Found>> {
        let (room, facts, now) = (self.room.clone(), Arc::clone(&self.facts), self.clock.now());
        let mut open = self.open.clone();
        let handle = Handle::current();
        tokio::task::spawn_blocking(move || {
            let council = facts.council();
            let bot = facts.bot();
            let known = Known {
                bot: &bot.username,
                admins: facts.admins(),
                council: &council,
                catalog: facts.catalog(),
                now,
            };
            let looking = room.in_time(async {
                let mut view = room.view().await?;
                reading::find(&mut view, wanted.chat, &wanted.reading, known).await
            });
            handle.block_on(async {
                tokio::select! {
                    biased;
                    found = looking => found,
                    _ = open.changed() => Err(ReadingError::Stopped),
                }
            })
        })
    }

    async fn tell(&self, wanted: Wanted, ending: Ending, heard: Heard) -> store::Result<()> {
        let (facts, now) = (Arc::clone(&self.facts), self.clock.now());
        self.store
            .write(move |tx| {
                handlers::tell_reading(tx, &facts, &wanted, (ending, heard), now)
                    .map_err(StoreError::from)
            })
            .await
    }
}

/// No patience at all is over at once.
async fn silence(how_long: Duration) {
    if !how_long.is_zero() {
        tokio::time::sleep(how_long).await;
    }
}

/// Who was served when, so that turns are taken.
#[derive(Default)]
struct Turns {
    served: HashMap<ChatId, u64>,
    count: u64,
}

impl Turns {
    /// The reading of the chat that was served least lately; among those never served, the oldest.
    fn next(&mut self, waiting: Vec<Wanted>) -> Option<Wanted> {
        let last = |chat: &ChatId| self.served.get(chat).copied().unwrap_or(0);
        let next = waiting
            .into_iter()
            .min_by_key(|wanted| (last(&wanted.chat), wanted.id))?;
        if self.served.len() >= TURNS_KEPT {
            self.served.clear();
        }
        self.count += 1;
        self.served.insert(next.chat, self.count);
        Some(next)
    }
}

/// After the first start of a new version: writes the public texts of old questions by the rules of today, in small steps
/// with as much time for everybody else in between.
pub(crate) async fn fill_public_texts(store: Store, mut stop: Stop) {
    loop {
        let begun = tokio::time::Instant::now();
        let wait = match store.write(|tx| public_texts::fill(tx)).await {
            Ok(true) => return,
            Ok(false) => begun.elapsed(),
            Err(error) => {
                tracing::error!(%error, "public texts could not be written");
                AFTER_FAILURE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = stop.asked() => return,
        }
    }
}

#[cfg(test)]
#[path = "desk_tests.rs"]
mod tests;
