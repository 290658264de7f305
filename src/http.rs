//! `/healthz`, `/readyz`, `/metrics`, and in webhook mode `POST /telegram`: for machines, no personal data.

use std::net::SocketAddr;

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use metrics_exporter_prometheus::PrometheusHandle;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

use crate::{
    clock::Clock,
    health::Health,
    intake::{Care, Intake, Parsed, parse},
    store::{Store, maintenance},
};

/// Telegram's updates are far smaller.
const MAX_UPDATE_BYTES: usize = 1 << 20;

/// A tick older than this, in seconds, means that the scheduler hangs.
const STALE_TICK: i64 = 30;

/// What the pages need.
#[derive(Clone)]
pub struct Pages {
    /// For "can it be written?".
    pub store: Store,
    /// What the loops report.
    pub health: Health,
    /// What time it is.
    pub clock: Clock,
    /// The metrics.
    pub metrics: PrometheusHandle,
    /// The door in and what proves that Telegram knocks; only in webhook mode.
    pub webhook: Option<(Intake, std::sync::Arc<SecretString>)>,
}

/// Starts listening; the server itself is the future that comes back.
///
/// # Errors
/// When the address cannot be used.
pub async fn serve(
    listen: SocketAddr,
    pages: Pages,
) -> std::io::Result<(SocketAddr, impl Future<Output = std::io::Result<()>>)> {
    let listener = tokio::net::TcpListener::bind(listen).await?;
    let bound = listener.local_addr()?;
    let mut routes = Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(render_metrics));
    if pages.webhook.is_some() {
        routes = routes.route("/telegram", post(telegram));
    }
    let app = routes
        .layer(DefaultBodyLimit::max(MAX_UPDATE_BYTES))
        .with_state(pages);
    Ok((bound, async move { axum::serve(listener, app).await }))
}

/// The process works: its scheduler ticks and its database can be written.
async fn healthz(State(pages): State<Pages>) -> (StatusCode, String) {
    let ticked_at = pages.health.ticked_at();
    if ticked_at > 0 && pages.clock.now().as_second() - ticked_at > STALE_TICK {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            "the scheduler hangs\n".to_owned(),
        );
    }
    match pages
        .store
        .write(|tx| maintenance::prove_writable(tx))
        .await
    {
        Ok(()) => (StatusCode::OK, "ok\n".to_owned()),
        Err(error) => {
            tracing::error!(%error, "the database cannot be written");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database cannot be written\n".to_owned(),
            )
        }
    }
}

/// Telegram can be reached too.
async fn readyz(State(pages): State<Pages>) -> (StatusCode, String) {
    if let Some(since) = pages.health.unreachable_since() {
        let since = jiff::Timestamp::from_second(since).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            format!("Telegram unreachable since {since}\n"),
        );
    }
    if !pages.health.has_reached_telegram() {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            "Telegram has not answered yet\n".to_owned(),
        );
    }
    (StatusCode::OK, "ok\n".to_owned())
}

async fn render_metrics(State(pages): State<Pages>) -> String {
    pages.metrics.render()
}

/// Telegram brings an update: answered 200 only once it is on disk. It is kept before it is tried, because
/// one that ends the process would otherwise be brought for ever.
async fn telegram(State(pages): State<Pages>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let Some((intake, secret)) = &pages.webhook else {
        return StatusCode::NOT_FOUND;
    };
    let given = headers
        .get("x-telegram-bot-api-secret-token")
        .map(axum::http::HeaderValue::as_bytes);
    let is_telegram =
        given.is_some_and(|given| given.ct_eq(secret.expose_secret().as_bytes()).into());
    if !is_telegram {
        return StatusCode::UNAUTHORIZED;
    }
    let Some(raw) = std::str::from_utf8(&body).ok().and_then(parse::peek) else {
        return StatusCode::BAD_REQUEST;
    };
    match intake
        .take(vec![Parsed::of(raw)], None, Care::KeptFirst)
        .await
    {
        Ok(()) => {
            pages.health.telegram_answered(pages.clock.now());
            StatusCode::OK
        }
        Err(error) => {
            tracing::error!(%error, "an update could not be kept");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
