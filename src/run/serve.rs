//! `cutri run`: from the configuration to a bot that serves, and back to one file.

use std::sync::Arc;

use anyhow::Context;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::{
    botapi::BotApi,
    clock::Clock,
    config::{Config, Updates},
    delivery::{Letters, Mail},
    desk::Patience,
    domain::council::Council,
    http::{self, Pages},
    store::{Store, council},
};

use super::{
    Bot, Parts,
    signals::Signals,
    start::{StartError, open_store, opening, read_council},
    updates,
};

/// `cutri run`: serves until SIGTERM or SIGINT; however it ends, the one file then holds everything.
///
/// # Errors
/// [`StartError`]: exit 2 for the operator's part, 1 for ours.
pub async fn serve(config: Config) -> Result<(), StartError> {
    let signals = Signals::listen().context("cannot listen for signals")?;
    let newer = read_council(&config.council)?;
    let (mail, letters) = Mail::new();
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
    let metrics = install_metrics()?;
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
        patience: Patience::default(),
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
    let server = tokio::spawn(server);
    tokio::select! {
        () = updates::choose(&api, &config.updates) => {}
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

/// The recorder of metrics, once a process.
fn install_metrics() -> Result<PrometheusHandle, anyhow::Error> {
    PrometheusBuilder::new()
        .install_recorder()
        .context("cannot install the recorder of metrics")
}
