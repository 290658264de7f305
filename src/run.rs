//! The composition root: opens the store, starts the loops, stops them in order.

use std::{collections::BTreeSet, path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use teloxide::{
    payloads::{DeleteWebhook, SetMyCommands, SetMyCommandsSetters, SetWebhook, SetWebhookSetters},
    types::{BotCommand, BotCommandScope},
};
use tokio::task::JoinHandle;

use crate::{
    botapi::{BotApi, CallError},
    clock::Clock,
    config::{Config, Updates},
    delivery::{Letters, Mail, Rate, Worker, outcome::Settling},
    domain::{
        council::{Council, Problem},
        ids::{Language, UserId},
    },
    handlers::{BotIdentity, Facts, settle_deliveries},
    health::Health,
    http::{self, Pages},
    intake::{
        Intake,
        poll::{Poll, WANTED},
    },
    messages::{Catalog, resident as say_resident},
    schedule::Schedule,
    stop::{Stopper, stopper},
    store::{Store, StoreError, council},
};

/// Outcomes of messages wait at most this long for company before they are written down.
const SETTLE_AFTER: Duration = Duration::from_millis(20);

/// After SIGTERM everything has to be done within 10 s (contract.md); messages under way get this much.
const DRAIN: Duration = Duration::from_secs(8);

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
    /// What time it is.
    pub clock: Clock,
}

/// Why the bot cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The operator has to change something: exit 2.
    #[error("{0}")]
    Configuration(String),
    /// Something failed: exit 1.
    #[error(transparent)]
    Failure(#[from] anyhow::Error),
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
            clock,
        } = parts;
        let loaded = store.write(|tx| council::find(tx)).await.map_err(opening)?;
        let (council, council_version) = loaded.ok_or_else(|| {
            StartError::Configuration("no council file was ever loaded".to_owned())
        })?;
        let health = Health::default();
        let me = who_am_i(&api, &health, &clock).await?;
        let catalog = Catalog::load().context("cannot read the locales")?;
        let facts = Arc::new(Facts::new(council, catalog, admins, me));
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
        let poll = Poll::new(api.clone(), intake.clone(), store.clone());
        let worker = Worker::new(api.clone(), store.clone(), settling.clone(), letters, rate);
        Ok(Self {
            store,
            intake,
            schedule,
            poll,
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
        publish_menus(self.api.clone(), Arc::clone(&self.facts))
    }

    /// Starts delivery; everything the database holds for Telegram begins to leave.
    #[must_use]
    pub fn start_delivery(self) -> Moving {
        let worker = tokio::spawn(self.worker.run());
        let settler = tokio::spawn(settle_for_ever(
            self.store.clone(),
            Arc::clone(&self.facts),
            self.settling.clone(),
            self.clock.clone(),
        ));
        Moving {
            store: self.store,
            intake: self.intake,
            schedule: self.schedule,
            poll: self.poll,
            mail: self.mail,
            health: self.health,
            facts: self.facts,
            settling: self.settling,
            clock: self.clock,
            loops: vec![worker, settler],
        }
    }
}

/// A bot whose delivery runs; updates and time are let in by [`Moving::start_intake`], or step by step.
pub struct Moving {
    /// The database.
    pub store: Store,
    /// The door in.
    pub intake: Intake,
    /// The door in for time.
    pub schedule: Schedule,
    /// The polling loop.
    pub poll: Poll,
    /// The slot in the door out.
    pub mail: Mail,
    /// What the loops report.
    pub health: Health,
    facts: Arc<Facts>,
    settling: Settling,
    clock: Clock,
    loops: Vec<JoinHandle<()>>,
}

impl Moving {
    /// Waits until everything handed over has left and is written down; what follows from that, too.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drain(&self) -> crate::store::Result<()> {
        loop {
            self.mail.idle().await;
            settle(&self.store, &self.facts, &self.settling, &self.clock).await?;
            // The settling loop may have taken some: they are written, and what follows is announced, before
            // this comes back.
            self.store.read(|_| Ok(())).await?;
            self.mail.idle().await;
            if self.settling.is_clear() {
                return Ok(());
            }
        }
    }

    /// Lets updates and time in, for ever.
    #[must_use]
    pub fn start_intake(self, updates: &Updates) -> Running {
        let (stopper, stop) = stopper();
        let mut doors = vec![tokio::spawn(self.schedule.run(
            self.clock.clone(),
            self.health.clone(),
            stop.clone(),
        ))];
        if matches!(updates, Updates::Polling) {
            doors.push(tokio::spawn(self.poll.run(
                self.clock.clone(),
                self.health.clone(),
                stop,
            )));
        }
        Running {
            stopper,
            doors,
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
    loops: Vec<JoinHandle<()>>,
    store: Store,
    mail: Mail,
    facts: Arc<Facts>,
    settling: Settling,
    clock: Clock,
}

impl Running {
    /// Closes the doors in, gives messages under way a few seconds, writes down what became of them.
    pub async fn stop(self) {
        self.stopper.stop();
        for door in self.doors {
            let _ = door.await;
        }
        if tokio::time::timeout(DRAIN, self.mail.idle()).await.is_err() {
            tracing::info!("messages are left in the outbox for the next start");
        }
        for task in &self.loops {
            task.abort();
        }
        if let Err(error) = settle(&self.store, &self.facts, &self.settling, &self.clock).await {
            tracing::error!(%error, "the last deliveries could not be written down");
        }
    }
}

/// Writes down what became of messages; gives how many.
async fn settle(
    store: &Store,
    facts: &Arc<Facts>,
    settling: &Settling,
    clock: &Clock,
) -> crate::store::Result<usize> {
    let outcomes = settling.take();
    if outcomes.is_empty() {
        return Ok(0);
    }
    let count = outcomes.len();
    let (now, facts, settled) = (clock.now(), Arc::clone(facts), Arc::clone(&outcomes));
    let written = store
        .write(move |tx| settle_deliveries(tx, &facts, &settled, now))
        .await;
    if let Err(error) = written {
        settling.put_back(&outcomes);
        return Err(error);
    }
    settling.written(&outcomes);
    Ok(count)
}

/// Writes down outcomes that no batch of updates has taken along in time.
async fn settle_for_ever(store: Store, facts: Arc<Facts>, settling: Settling, clock: Clock) {
    loop {
        settling.arrival().await;
        while let Some(since) = settling.waiting_since() {
            let due = since + SETTLE_AFTER;
            if tokio::time::Instant::now() < due {
                tokio::time::sleep_until(due).await;
                continue;
            }
            if let Err(error) = settle(&store, &facts, &settling, &clock).await {
                tracing::error!(%error, "deliveries could not be written down");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// Telegram may be unreachable when the server boots: patience. A wrong token is told at once.
async fn who_am_i(api: &BotApi, health: &Health, clock: &Clock) -> Result<BotIdentity, StartError> {
    let mut wait = Duration::from_millis(250);
    loop {
        match api.get_me().await {
            Ok(me) => {
                health.telegram_answered(clock.now());
                return Ok(BotIdentity {
                    id: UserId(i64::try_from(me.id.0).unwrap_or(0)),
                    username: me.username.unwrap_or_default(),
                });
            }
            Err(CallError::BadToken) => {
                return Err(StartError::Configuration(
                    "TELOXIDE_TOKEN: Telegram does not know this token".to_owned(),
                ));
            }
            Err(error) => {
                health.telegram_failed(clock.now());
                tracing::warn!(%error, "Telegram cannot be reached yet");
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(Duration::from_secs(30));
            }
        }
    }
}

/// Opens the database; a file that cannot be used is the operator's business.
///
/// # Errors
/// [`StartError`], with what to do.
pub fn open_store(path: &Path, mail: &Mail) -> Result<Store, StartError> {
    Store::open(path, mail.announcer()).map_err(|error| {
        if matches!(error, StoreError::Thread(_)) {
            return StartError::Failure(error.into());
        }
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {error}", path.display()))
    })
}

#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
fn opening(error: StoreError) -> StartError {
    StartError::Configuration(format!("CUTRI_DATABASE: {error}"))
}

/// Reads a council file.
///
/// # Errors
/// Every problem of the file, each with its line.
pub fn read_council(path: &Path) -> Result<Council, StartError> {
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| StartError::Configuration(format!("CUTRI_COUNCIL: {shown}: {error}")))?;
    Council::parse(&text).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem: &Problem| format!("{shown}: {problem}"))
            .collect();
        StartError::Configuration(lines.join("\n"))
    })
}

/// `cutri run`: serves until SIGTERM or SIGINT.
///
/// # Errors
/// [`StartError`]: exit 2 for the operator's part, 1 for ours.
pub async fn serve(config: Config) -> Result<(), StartError> {
    let mut signals = Signals::listen().context("cannot listen for signals")?;
    let clock = Clock::system();
    let metrics = install_metrics()?;
    let newer = read_council(&config.council)?;
    let (mail, letters) = Mail::new();
    let store = open_store(&config.database, &mail)?;
    let now = clock.now();
    let changes = store
        .write(move |tx| council::load(tx, &newer, now))
        .await
        .map_err(opening)?;
    for change in &changes {
        tracing::info!(%change, "council file");
    }
    let api = BotApi::new(
        config.api_url.clone(),
        config.token.clone(),
        config.proxy.as_ref(),
    )
    .map_err(|error| StartError::Configuration(format!("TELOXIDE_PROXY: {error}")))?;
    let parts = Parts {
        api: api.clone(),
        store,
        mail: (mail, letters),
        admins: config.admins.clone(),
        rate: config.rate,
        clock: clock.clone(),
    };
    let bot = tokio::select! {
        bot = Bot::assemble(parts) => bot?,
        () = signals.asked() => return Ok(()),
    };
    let webhook = match &config.updates {
        Updates::Polling => None,
        Updates::Webhook { secret, .. } => Some((bot.intake.clone(), Arc::new(secret.clone()))),
    };
    let pages = Pages {
        store: bot.store.clone(),
        health: bot.health.clone(),
        clock: clock.clone(),
        metrics,
        webhook,
    };
    let (listening, server) = http::serve(config.http_listen, pages)
        .await
        .map_err(|error| {
            StartError::Configuration(format!(
                "CUTRI_HTTP_LISTEN: {}: {error}",
                config.http_listen
            ))
        })?;
    let server = tokio::spawn(server);
    tokio::select! {
        () = choose_updates(&api, &config.updates) => {}
        () = signals.asked() => return Ok(()),
    }
    let menus = tokio::spawn(bot.publish_menus());
    tracing::info!(http = %listening, "cutri serves");
    let running = bot.start_delivery().start_intake(&config.updates);
    signals.asked().await;
    tracing::info!("stopping");
    menus.abort();
    server.abort();
    running.stop().await;
    Ok(())
}

/// Tells Telegram how updates should come.
async fn choose_updates(api: &BotApi, updates: &Updates) {
    let told: Result<bool, CallError> = match updates {
        Updates::Polling => api.send(&DeleteWebhook::new()).await,
        Updates::Webhook { url, secret } => {
            let address = url.as_str().trim_end_matches('/');
            match format!("{address}/telegram").parse::<reqwest::Url>() {
                Ok(address) => {
                    let payload = SetWebhook::new(address)
                        .secret_token(secrecy::ExposeSecret::expose_secret(secret))
                        .allowed_updates(WANTED)
                        .max_connections(40);
                    api.send(&payload).await
                }
                Err(_) => Err(CallError::Trouble(
                    "the webhook's address cannot be used".to_owned(),
                )),
            }
        }
    };
    if let Err(error) = told {
        tracing::warn!(%error, "Telegram could not be told how updates should come");
    }
}

/// The recorder of metrics, once a process.
fn install_metrics() -> Result<PrometheusHandle, anyhow::Error> {
    PrometheusBuilder::new()
        .install_recorder()
        .context("cannot install the recorder of metrics")
}

/// The signals that end the process.
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

async fn publish_menus(api: BotApi, facts: Arc<Facts>) {
    let council = facts.council();
    for language in Language::ALL {
        let words = facts.catalog().words(language, &council);
        let menus = [
            (BotCommandScope::AllPrivateChats, say_resident::menu(words)),
            (
                BotCommandScope::AllGroupChats,
                say_resident::group_menu(words),
            ),
        ];
        for (scope, commands) in menus {
            let commands = commands
                .into_iter()
                .map(|(name, about)| BotCommand::new(name, about));
            let mut payload = SetMyCommands::new(commands).scope(scope);
            if language != council.default_language() {
                payload = payload.language_code(language.tag());
            }
            if let Err(error) = api.tell(&payload).await {
                tracing::warn!(%error, "the menu of commands could not be set");
            }
        }
    }
}
