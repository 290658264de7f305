//! The composition root: puts the parts together, starts the loops, stops them in order. Start at [`Bot::assemble`], or
//! at [`serve()`] for the whole process.

mod first;
mod measures;
mod menus;
mod moving;
mod name;
mod nightly;
pub mod print;
mod serve;
mod settle;
mod signals;
mod start;
mod supervisor;
mod updates;

pub use moving::{Moving, Running};
pub use nightly::Nightly;
pub use serve::serve;
pub use start::{StartError, open_store, read_council, read_own_council};

use std::{collections::BTreeSet, sync::Arc};

use anyhow::Context;
use tokio::task::JoinSet;

use crate::{
    botapi::BotApi,
    clock::Clock,
    delivery::{Letters, Mail, Rate, Worker, outcome::Settling},
    desk::{Desk, Patience},
    domain::ids::UserId,
    handlers::{BotIdentity, Facts},
    health::Health,
    intake::{Intake, members::Membership, poll::Poll},
    messages::Catalog,
    schedule::Schedule,
    store::{Store, bans, broadcasts, council},
};

use start::{opening, who_am_i};

/// The parts of a running bot, put together but not moving.
pub struct Bot {
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
    facts: Arc<Facts>,
    settling: Settling,
    api: BotApi,
    clock: Clock,
    worker: Worker,
}

/// What a bot is made of.
pub struct Parts {
    /// The way to Telegram.
    pub api: BotApi,
    /// The database, open, with `letters` as its announcer's other side.
    pub store: Store,
    /// See `store`.
    pub mail: (Mail, Letters),
    /// The first administrators.
    pub admins: BTreeSet<UserId>,
    /// How fast to send.
    pub rate: Rate,
    /// How long people wait for what takes time to look up.
    pub patience: Patience,
    /// What time it is.
    pub clock: Clock,
    /// What the loops report.
    pub health: Health,
}

impl Bot {
    /// Asks Telegram who the bot is and puts the parts together.
    ///
    /// # Errors
    /// [`StartError`], with what to do.
    pub async fn assemble(parts: Parts) -> Result<Self, StartError> {
        let Parts {
            api,
            store,
            mail: (mail, letters),
            admins,
            rate,
            patience,
            clock,
            health,
        } = parts;
        let loaded = store.write(|tx| council::find(tx)).await.map_err(opening)?;
        let (council, council_version) = loaded.ok_or_else(|| {
            StartError::Configuration("no council file was ever loaded".to_owned())
        })?;
        let catalog = Catalog::load().context("cannot read the locales")?;
        // What it is called is known once Telegram has said so.
        let nameless = BotIdentity {
            id: UserId(0),
            username: String::new(),
        };
        let today = council.local_date(clock.now());
        let council = council.on(today);
        let facts = Arc::new(Facts::new(council, catalog, admins, nameless));
        let (beside, held) = (store.clone(), Arc::clone(&facts));
        let me = tokio::select! {
            me = who_am_i(&api, &health, &clock) => me?,
            never = start::waiting::meanwhile(beside, held, health.clone(), clock.clone()) => match never {},
        };
        facts.is_called(me);
        let now = clock.now();
        let banned = store.read(move |tx| bans::running(tx, now)).await;
        facts.set_banned(&banned.map_err(opening)?);
        let counted = store
            .write(move |tx| broadcasts::count_start(tx, now))
            .await;
        counted.map_err(opening)?;
        let settling = Settling::default();
        let intake = Intake::new(
            store.clone(),
            Arc::clone(&facts),
            clock.clone(),
            settling.clone(),
            mail.clone(),
        );
        let schedule = Schedule::new(
            store.clone(),
            intake.clone(),
            Arc::clone(&facts),
            council_version,
        );
        let desk = Desk::new(store.clone(), Arc::clone(&facts), clock.clone(), patience);
        let nightly = Nightly::new(store.clone(), Arc::clone(&facts));
        let members = Membership::new(api.clone(), intake.clone());
        let poll = Poll::new(api.clone(), intake.clone(), store.clone());
        let worker = Worker::new(api.clone(), store.clone(), settling.clone(), letters, rate);
        Ok(Self {
            store,
            intake,
            schedule,
            poll,
            members,
            desk,
            nightly,
            mail,
            health,
            facts,
            settling,
            api,
            clock,
            worker,
        })
    }

    /// Shows the commands in Telegram's menus, by language. Not worth stopping for when it fails.
    pub fn publish_menus(&self) -> impl Future<Output = ()> + Send + use<> {
        menus::publish(self.api.clone(), Arc::clone(&self.facts))
    }

    /// Starts delivery; everything the database holds for Telegram begins to leave.
    #[must_use]
    pub fn start_delivery(self) -> Moving {
        let mut loops = JoinSet::new();
        loops.spawn(self.worker.run());
        loops.spawn(settle::for_ever(
            self.store.clone(),
            Arc::clone(&self.facts),
            self.settling.clone(),
            self.clock.clone(),
        ));
        loops.spawn(name::for_ever(self.api.clone(), Arc::clone(&self.facts)));
        Moving {
            api: self.api,
            store: self.store,
            intake: self.intake,
            schedule: self.schedule,
            poll: self.poll,
            members: self.members,
            desk: self.desk,
            nightly: self.nightly,
            mail: self.mail,
            health: self.health,
            facts: self.facts,
            settling: self.settling,
            clock: self.clock,
            loops,
        }
    }
}
