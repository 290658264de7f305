//! `cutri run`: from the configuration to a bot that serves, and back to one file.

use std::{io, net::SocketAddr, sync::Arc};

use anyhow::Context;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::task::JoinSet;

use crate::{
    botapi::BotApi,
    clock::Clock,
    config::{Config, Updates},
    delivery::{Letters, Mail},
    desk::Patience,
    domain::council::Council,
    handlers::{self, PagesAt},
    health::Health,
    http::{self, Pages},
    store::{self, Store, council},
};

use super::{
    Bot, Parts, first, measures,
    signals::Signals,
    start::{StartError, open_store, opening, read_own_council},
    supervisor, updates,
};

/// `cutri run`: serves until SIGTERM or SIGINT; however it ends, the one file then holds everything.
///
/// # Errors
/// [`StartError`]: exit 2 for the operator's part, 1 for ours.
pub async fn serve(config: Config) -> Result<(), StartError> {
    let signals = Signals::listen().context("cannot listen for signals")?;
    let newer = read_own_council(&config.council)?;
    let (mail, letters) = Mail::new();
    store::keep_temporary_files_beside(&config.database);
    let store = open_store(&config.database, &mail)?;
    let served = serve_from(store.clone(), config, newer, (mail, letters), signals).await;
    store.close().await;
    served
}

async fn serve_from(
    store: Store,
    config: Config,
    newer: Council,
    (mail, letters): (Mail, Letters),
    mut signals: Signals,
) -> Result<(), StartError> {
    let clock = Clock::system();
    let metrics = measures::install()?;
    let now = clock.now();
    let (changes, loaded) = store
        .write(move |tx| Ok((council::load_at_start(tx, &newer, now)?, council::find(tx)?)))
        .await
        .map_err(opening)?;
    for change in &changes {
        tracing::info!(%change, "council file");
    }
    for doubt in loaded.iter().flat_map(|(council, _)| council.doubts()) {
        tracing::warn!(%doubt, "council");
    }
    let api = BotApi::new(
        config.api_url.clone(),
        config.token.clone(),
        config.proxy.as_ref(),
    )
    .map_err(|error| StartError::Configuration(format!("TELOXIDE_PROXY: {error}")))?;
    let health = Health::default();
    let door = http::Door::default();
    let (listening, mut beside) =
        open_pages(&config, (&store, &clock, &health), &door, metrics).await?;
    supervisor::ready();
    beside.spawn(supervisor::watchdog(health.clone(), clock.clone()));
    let parts = Parts {
        api: api.clone(),
        store: store.clone(),
        mail: (mail, letters),
        admins: config.admins.clone(),
        rate: config.rate,
        patience: Patience::default(),
        clock: clock.clone(),
        health,
    };
    supervisor::says("waiting for Telegram");
    let bot = tokio::select! {
        bot = Bot::assemble(parts) => bot?,
        () = signals.asked() => return Ok(()),
    };
    bot.facts.pages_are_at(address_of(&config, listening));
    first::print_link(&store, &bot.facts, &clock)
        .await
        .map_err(opening)?;
    let _ = door.set(bot.intake.clone());
    tokio::select! {
        () = updates::choose(&api, &config.updates, &bot.health) => {}
        () = signals.asked() => return Ok(()),
    }
    beside.spawn(bot.publish_menus());
    say_what_serves(&bot, &config).await.map_err(opening)?;
    let running = bot.start_delivery().start_intake(&config.updates);
    supervisor::says("serving");
    signals.asked().await;
    supervisor::stopping();
    tracing::info!("stopping");
    beside.abort_all();
    running.stop().await;
    Ok(())
}

/// Answers whoever asks how the process is, before anything is known of Telegram.
async fn open_pages(
    config: &Config,
    (store, clock, health): (&Store, &Clock, &Health),
    door: &http::Door,
    metrics: PrometheusHandle,
) -> Result<(SocketAddr, JoinSet<()>), StartError> {
    let webhook = match &config.updates {
        Updates::Polling => None,
        Updates::Webhook(webhook) => Some((Arc::new(webhook.secret.clone()), Arc::clone(door))),
    };
    let pages = Pages {
        store: store.clone(),
        health: health.clone(),
        clock: clock.clone(),
        metrics: metrics.clone(),
        webhook,
        limits: http::Limits::default(),
    };
    let (listening, server) = http::serve(config.http_listen, pages)
        .await
        .map_err(|error| {
            StartError::Configuration(format!(
                "CUTRI_HTTP_LISTEN: {}: {error}",
                config.http_listen
            ))
        })?;
    tracing::info!(http = %listening, "pages are open");
    let mut beside = JoinSet::new();
    beside.spawn(server);
    beside.spawn(measures::look_after(metrics));
    Ok((listening, beside))
}

impl Bot {
    /// Opens the pages of a bot that is not run by [`serve`]; the server itself is the future that comes back.
    ///
    /// # Errors
    /// When the address cannot be used.
    pub(crate) async fn open_pages(
        &self,
        listen: SocketAddr,
    ) -> io::Result<impl Future<Output = ()> + use<>> {
        let pages = Pages {
            store: self.store.clone(),
            health: Health::default(),
            clock: self.clock.clone(),
            metrics: measures::nothing(),
            webhook: None,
            limits: http::Limits::default(),
        };
        let (listening, server) = http::serve(listen, pages).await?;
        self.facts.pages_are_at(PagesAt {
            address: format!("http://{listening}"),
            is_public: true,
        });
        Ok(server)
    }
}

/// What people type to open a page of ours: by the address that Telegram knows, or on this machine.
fn address_of(config: &Config, listening: SocketAddr) -> PagesAt {
    match &config.updates {
        Updates::Polling => PagesAt {
            address: format!("http://{listening}"),
            is_public: false,
        },
        Updates::Webhook(webhook) => PagesAt {
            address: webhook.url.as_str().trim_end_matches('/').to_owned(),
            is_public: true,
        },
    }
}

/// One line that says who serves whom, and one for each thing that is missing.
async fn say_what_serves(bot: &Bot, config: &Config) -> store::Result<()> {
    let council = bot.facts.council();
    let now = bot.clock.now();
    let (administrators, unlinked) = {
        let (facts, council) = (Arc::clone(&bot.facts), Arc::clone(&council));
        bot.store
            .read(move |tx| handlers::what_is_missing(tx, &facts, &council, now))
            .await?
    };
    if administrators == 0 {
        tracing::warn!("nobody administers: open the link that was printed, or set CUTRI_ADMINS");
    }
    if !unlinked.is_empty() {
        let bodies = unlinked.join(" ");
        tracing::warn!(%bodies, "these bodies have no group yet: /lienket CODE in each");
    }
    if council.rules.backup.is_none() {
        tracing::warn!(
            "no nightly backup: [rules] backup in the council file, or cutri backup by a timer"
        );
    }
    let mode = match config.updates {
        Updates::Polling => "polling",
        Updates::Webhook(_) => "webhook",
    };
    tracing::info!(
        bot = %bot.facts.bot().username,
        council = %council.code,
        mode,
        administrators,
        version = env!("CARGO_PKG_VERSION"),
        "cutri serves"
    );
    Ok(())
}
