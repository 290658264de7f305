//! A bot that moves: first its delivery alone, then with the doors open; how it stops.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use tokio::task::{JoinHandle, JoinSet};

use crate::{
    botapi::BotApi,
    clock::Clock,
    config::Updates,
    delivery::{Mail, outcome::Settling},
    desk::{self, Desk},
    handlers::{Facts, Handled, handle_safely},
    health::Health,
    intake::{Intake, members::Membership, parse, poll::Poll},
    reading::Room,
    schedule::Schedule,
    stop::{Stopper, stopper},
    store::{self, Store, StoreError, broadcasts, public_texts},
};

use super::{Nightly, name, settle, updates};

/// After SIGTERM everything has to be done within 10 s (contract.md); messages under way get this much.
const DRAIN: Duration = Duration::from_secs(8);

/// A bot whose delivery runs; updates and time are let in by [`Moving::start_intake`], or step by step. Dropped, it does
/// nothing any more.
pub struct Moving {
    /// The database.
    pub store: Store,
    /// The door in.
    pub intake: Intake,
    /// The door in for time.
    pub schedule: Schedule,
    /// The polling loop.
    pub poll: Poll,
    /// Asks Telegram who belongs to a group.
    pub members: Membership,
    /// Serves readings.
    pub desk: Desk,
    /// Makes the backups of the nights.
    pub nightly: Nightly,
    /// The slot in the door out.
    pub mail: Mail,
    /// What the loops report.
    pub health: Health,
    pub(super) api: BotApi,
    pub(super) facts: Arc<Facts>,
    pub(super) settling: Settling,
    pub(super) clock: Clock,
    pub(super) loops: JoinSet<()>,
}

impl Moving {
    /// Waits until everything handed over has left and is written down; what follows from that, too.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drain(&self) -> store::Result<()> {
        while !self.store.read(public_texts::is_filled).await? {
            self.store.write(|tx| public_texts::fill(tx)).await?;
        }
        loop {
            self.mail.idle().await;
            settle::once(&self.store, &self.facts, &self.settling, &self.clock).await?;
            // The settling loop may have taken some: they are written, and what follows is announced, before
            // this comes back.
            self.store.read(|_| Ok(())).await?;
            self.mail.idle().await;
            if self.settling.is_clear() {
                return Ok(());
            }
        }
    }

    /// Asks Telegram what the bot is called now.
    pub async fn asks_its_name(&self) {
        name::once(&self.api, &self.facts).await;
    }

    /// What a press would be answered with, without doing anything: whoever looks for buttons that are left lying about
    /// and can do nothing presses each of them so. `None`: it is no press, or nothing would be said.
    pub async fn would_say(&self, update: String, now: Timestamp) -> Option<String> {
        let facts = Arc::clone(&self.facts);
        let (told, said) = tokio::sync::oneshot::channel();
        let undone = self.store.write(move |tx| {
            let incoming = parse::parse(&update);
            let answered = incoming.map(|incoming| handle_safely(tx, &facts, &incoming, now));
            let toast = match answered {
                Some(Ok(Handled::Done(Some(seen)))) => seen.toast,
                Some(Ok(Handled::Done(None) | Handled::Asks(_)) | Err(_)) | None => None,
            };
            let _ = told.send(toast);
            // Nothing of it is kept.
            Err::<(), _>(StoreError::Closed)
        });
        let _ = undone.await;
        said.await.ok().flatten()
    }

    /// Lets updates and time in, for ever.
    #[must_use]
    pub fn start_intake(mut self, updates: &Updates) -> Running {
        let (stopper, stop) = stopper();
        let room = self.desk.room();
        let mut doors = vec![
            tokio::spawn(
                self.schedule
                    .run(self.clock.clone(), self.health.clone(), stop.clone()),
            ),
            tokio::spawn(self.desk.run(stop.clone())),
            tokio::spawn(self.members.run(stop.clone())),
            tokio::spawn(self.nightly.run(self.clock.clone(), stop.clone())),
            tokio::spawn(desk::fill_public_texts(self.store.clone(), stop.clone())),
        ];
        match updates {
            Updates::Polling => doors.push(tokio::spawn(self.poll.run(
                self.clock.clone(),
                self.health.clone(),
                stop,
            ))),
            Updates::Webhook(webhook) => {
                let watch = updates::watch(
                    self.api,
                    webhook.clone(),
                    self.clock.clone(),
                    self.health.clone(),
                );
                self.loops.spawn(watch);
            }
        }
        self.health.serves();
        Running {
            stopper,
            doors,
            room,
            loops: self.loops,
            store: self.store,
            mail: self.mail,
            facts: self.facts,
            settling: self.settling,
            clock: self.clock,
        }
    }
}

/// A bot that serves.
pub struct Running {
    stopper: Stopper,
    doors: Vec<JoinHandle<()>>,
    room: Room,
    loops: JoinSet<()>,
    store: Store,
    mail: Mail,
    facts: Arc<Facts>,
    settling: Settling,
    clock: Clock,
}

impl Running {
    /// Closes the doors in, gives messages under way a few seconds, writes down what became of them.
    pub async fn stop(mut self) {
        self.stopper.stop();
        self.store.cleans_no_more();
        for door in self.doors {
            let _ = door.await;
        }
        self.room.close().await;
        if tokio::time::timeout(DRAIN, self.mail.idle()).await.is_err() {
            tracing::info!("messages are left in the outbox for the next start");
        }
        self.loops.abort_all();
        if let Err(error) =
            settle::once(&self.store, &self.facts, &self.settling, &self.clock).await
        {
            tracing::error!(%error, "the last deliveries could not be written down");
            return;
        }
        if let Err(error) = self.store.write(|tx| broadcasts::count_end(tx)).await {
            tracing::error!(%error, "the end could not be written down");
        }
    }
}
