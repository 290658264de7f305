//! The desk of the reading room: takes what is wanted in turn, has it looked up, and has it told.
//!
//! One reading at a time of each chat, a few at once; the chat that was served least lately is next, so a crowd of wishes
//! in one chat delays nobody else. What is wanted stands in the database until it is told: a restart in between begins
//! it anew. Start with [`Desk::run`].

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use tokio::{runtime::Handle, sync::watch, task::JoinSet};

use crate::{
    clock::Clock,
    domain::ids::ChatId,
    handlers::{self, Ending, Facts, Heard},
    messages::Found,
    reading::{self, AT_ONCE, Known, ReadingError, Room},
    stop::Stop,
    store::{
        self, Store, StoreError, public_texts,
        readings::{self, Wanted},
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
    under_way: JoinSet<(ChatId, store::Result<()>)>,
    busy: HashSet<ChatId>,
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
            busy: HashSet::new(),
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
            let Some(ended) = self.under_way.join_next().await else {
                return Ok(did);
            };
            did = true;
            self.end(ended)?;
        }
    }

    /// Serves until `stop`; what is under way then is looked up again after the next start.
    pub(crate) async fn run(mut self, mut stop: Stop) {
        let counted = self.parts.store.write(readings::count_start).await;
        if let Err(error) = counted {
            tracing::error!(%error, "what was wanted before the start could not be counted");
        }
        loop {
            let served = tokio::select! {
                served = self.serve() => served,
                () = stop.asked() => return,
            };
            if let Err(error) = served {
                tracing::error!(%error, "a reading could not be served");
                tokio::select! {
                    () = tokio::time::sleep(AFTER_FAILURE) => {}
                    () = stop.asked() => return,
                }
            }
        }
    }

    /// Begins what fits and waits until something ends or is wanted.
    async fn serve(&mut self) -> store::Result<()> {
        self.begin().await?;
        tokio::select! {
            Some(ended) = self.under_way.join_next() => self.end(ended),
            () = self.parts.store.reading_wanted() => Ok(()),
        }
    }

    async fn begin(&mut self) -> store::Result<()> {
        while self.under_way.len() < AT_ONCE as usize {
            let mut waiting = self.parts.store.read(readings::first_of_each_chat).await?;
            waiting.retain(|wanted| !self.busy.contains(&wanted.chat));
            let Some(next) = self.turns.next(waiting) else {
                return Ok(());
            };
            let chat = next.chat;
            self.busy.insert(chat);
            let parts = Arc::clone(&self.parts);
            self.under_way
                .spawn(async move { (chat, parts.carry_out(next).await) });
        }
        Ok(())
    }

    fn end(
        &mut self,
        ended: Result<(ChatId, store::Result<()>), tokio::task::JoinError>,
    ) -> store::Result<()> {
        match ended {
            Ok((chat, told)) => {
                self.busy.remove(&chat);
                told
            }
            Err(panicked) => {
                // Which chat it was is lost with it: nobody is busy who is not under way.
                if self.under_way.is_empty() {
                    self.busy.clear();
                }
                Err(StoreError::Job(panicked.into()))
            }
        }
    }
}

impl Parts {
    /// Looks one up and has it told.
    async fn carry_out(&self, wanted: Wanted) -> store::Result<()> {
        if wanted.starts >= readings::MAX_STARTS {
            return self.tell(wanted, Ending::Broke, Heard::Nothing).await;
        }
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
        match found {
            Ok(found) => {
                self.tell(wanted, Ending::Found(Box::new(found)), heard)
                    .await
            }
            Err(ReadingError::TooLong(limit)) => {
                tracing::warn!(reading = wanted.id, ?limit, "a reading took too long");
                self.tell(wanted, Ending::TooLong, heard).await
            }
            Err(ReadingError::Stopped) => Ok(()),
            // No try of its own: in a moment it is tried again, for as long as the disk fails.
            Err(error) if error.is_of_the_disk() => Err(StoreError::Job(error.into())),
            Err(error) => {
                tracing::error!(reading = wanted.id, %error, "a reading failed");
                let id = wanted.id;
                self.store.write(move |tx| readings::failed(tx, id)).await
            }
        }
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
                        .map_err(|error| StoreError::Job(error.into()))
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
                    .map_err(|error| StoreError::Job(error.into()))
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
mod tests {
    use super::*;
    use crate::domain::reading::Reading;

    fn wanted(id: i64, chat: i64) -> Wanted {
        Wanted {
            id,
            chat: ChatId(chat),
            reading: Reading::Board,
            starts: 0,
        }
    }

    #[test]
    fn a_crowd_of_wishes_in_one_chat_waits_for_everybody_else() {
        let mut turns = Turns::default();
        // Chat 1 came first and has more than anybody.
        let mut queues = HashMap::from([(1, vec![1, 2, 3, 4]), (2, vec![5]), (3, vec![6, 7])]);
        let mut order = Vec::new();
        loop {
            let waiting = queues
                .iter()
                .filter_map(|(chat, ids)| ids.first().map(|id| wanted(*id, *chat)))
                .collect();
            let Some(next) = turns.next(waiting) else {
                break;
            };
            queues.get_mut(&next.chat.0).unwrap().remove(0);
            order.push(next.id);
        }
        assert_eq!(order, [1, 5, 6, 2, 7, 3, 4]);
    }
}
