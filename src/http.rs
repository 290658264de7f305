//! `/healthz`, `/readyz`, `/metrics`, and in webhook mode `POST /telegram`: for machines, no personal data. `/hall/TOKEN` is for
//! people: the page of a meeting for the hall's screen.

use std::{
    io,
    net::SocketAddr,
    pin::pin,
    sync::{Arc, LazyLock, OnceLock},
    time::Duration,
};

use axum::{
    Router,
    extract::{Path, Request, State},
    http::StatusCode,
    routing::{get, post},
};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use metrics_exporter_prometheus::PrometheusHandle;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinSet,
};

use crate::{
    clock::Clock,
    domain::meeting::speakers::Floor,
    health::Health,
    intake::{Care, Intake, Parsed, parse},
    messages::{Catalog, live as hall_page},
    store::{Store, cleanup, council, live, meetings, speakers},
};

/// Telegram's updates are far smaller.
const MAX_UPDATE_BYTES: usize = 1 << 20;

/// How long whoever calls may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// For the head of a request, also after the one before.
    pub(crate) head: Duration,
    /// For its body.
    pub(crate) body: Duration,
    /// For everything on one connection; then it is closed after the request under way.
    pub(crate) connection: Duration,
    /// Connections at once; more wait to be accepted.
    pub(crate) connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(10),
            connection: Duration::from_mins(10),
            connections: 256,
        }
    }
}

/// After so long a request under way on a connection that is over is given up.
const LAST_REQUEST: Duration = Duration::from_secs(20);

/// A tick older than this, in seconds, means that the scheduler hangs.
const STALE_TICK: i64 = 30;

/// The door in, empty until the bot is put together.
pub(crate) type Door = Arc<OnceLock<Intake>>;

/// What the pages need.
#[derive(Clone)]
pub(crate) struct Pages {
    /// For "can it be written?".
    pub(crate) store: Store,
    /// What the loops report.
    pub(crate) health: Health,
    /// What time it is.
    pub(crate) clock: Clock,
    /// The metrics.
    pub(crate) metrics: PrometheusHandle,
    /// What proves that Telegram knocks, and the door in once it is open; only in webhook mode.
    pub(crate) webhook: Option<(Arc<SecretString>, Door)>,
    /// How long whoever calls may take.
    pub(crate) limits: Limits,
}

/// Starts listening; the server itself is the future that comes back.
///
/// # Errors
/// When the address cannot be used.
pub(crate) async fn serve(
    listen: SocketAddr,
    pages: Pages,
) -> io::Result<(SocketAddr, impl Future<Output = ()>)> {
    let listener = TcpListener::bind(listen).await?;
    let bound = listener.local_addr()?;
    let limits = pages.limits;
    let mut routes = Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(render_metrics))
        .route("/hall/{token}", get(hall));
    if pages.webhook.is_some() {
        routes = routes.route("/telegram", post(telegram));
    }
    let app = routes.with_state(pages);
    Ok((bound, accept(listener, app, limits)))
}

/// Answers whoever calls, so many at once. Dropped, it hangs up on everybody.
async fn accept(listener: TcpListener, app: Router, limits: Limits) {
    let room = Arc::new(Semaphore::new(limits.connections));
    let mut open = JoinSet::new();
    loop {
        while open.try_join_next().is_some() {}
        let Ok(place) = Arc::clone(&room).acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                let app = app.clone();
                open.spawn(async move {
                    converse(stream, app, limits).await;
                    drop(place);
                });
            }
            Err(error) => {
                // Out of file handles, mostly: it passes.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// One connection, until its end or for as long as it may last.
async fn converse(stream: TcpStream, app: Router, limits: Limits) {
    let service = TowerToHyperService::new(app);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = &mut connection => ended,
        () = tokio::time::sleep(limits.connection) => {
            connection.as_mut().graceful_shutdown();
            match tokio::time::timeout(LAST_REQUEST, connection).await {
                Ok(ended) => ended,
                Err(_) => return,
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
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
    match pages.store.write(|tx| cleanup::prove_writable(tx)).await {
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
    if let Some(why) = pages.health.webhook_trouble() {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            format!("Telegram cannot bring updates: {why}\n"),
        );
    }
    if !pages.health.is_serving() {
        return (StatusCode::SERVICE_UNAVAILABLE, "starting\n".to_owned());
    }
    (StatusCode::OK, "ok\n".to_owned())
}

/// The page for the screen of a hall, for whoever has its address: what everybody in the hall may read, and no name but the
/// one that the chair called.
async fn hall(
    State(pages): State<Pages>,
    Path(token): Path<String>,
) -> (StatusCode, [(&'static str, &'static str); 3], String) {
    let form = [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        (
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'",
        ),
    ];
    let now = pages.clock.now();
    let found = pages.store.read(move |tx| {
        let Some(code) = live::of_screen(tx, &token)? else {
            return Ok(None);
        };
        let (council, meeting) = (council::find(tx)?, meetings::find(tx, &code)?);
        let (Some((council, _)), Some(planned)) = (council, meeting) else {
            return Ok(None);
        };
        let all = live::all(tx, &code)?;
        let floor = Floor::of(&speakers::all(tx, &code)?, council.rules.speaking_minutes);
        Ok(Some((council, planned, all, floor)))
    });
    let catalog = CATALOG.as_ref();
    match (found.await, catalog) {
        (Ok(Some((council, planned, all, floor))), Some(catalog)) => {
            let words = catalog.words(council.default_language(), &council);
            let page = hall_page::hall(words, &planned.meeting, &all, floor.as_ref(), now);
            (StatusCode::OK, form, page)
        }
        (Ok(None), _) => (StatusCode::NOT_FOUND, form, String::new()),
        (Ok(Some(_)), None) => (StatusCode::INTERNAL_SERVER_ERROR, form, String::new()),
        (Err(error), _) => {
            tracing::error!(%error, "the page of a hall cannot be read");
            (StatusCode::SERVICE_UNAVAILABLE, form, String::new())
        }
    }
}

/// The sentences of the hall's page.
static CATALOG: LazyLock<Option<Catalog>> = LazyLock::new(|| Catalog::load().ok());

async fn render_metrics(State(pages): State<Pages>) -> ([(&'static str, &'static str); 1], String) {
    let form = [("content-type", "text/plain; version=0.0.4; charset=utf-8")];
    (form, pages.metrics.render())
}

/// Telegram brings an update; of anybody else nothing is read but the head. Answered 200 only once it is on disk. It is kept before it is tried, because
/// one that ends the process would otherwise be brought for ever.
async fn telegram(State(pages): State<Pages>, request: Request) -> StatusCode {
    let Some((secret, door)) = &pages.webhook else {
        return StatusCode::NOT_FOUND;
    };
    let given = request
        .headers()
        .get("x-telegram-bot-api-secret-token")
        .map(axum::http::HeaderValue::as_bytes);
    let is_telegram =
        given.is_some_and(|given| given.ct_eq(secret.expose_secret().as_bytes()).into());
    if !is_telegram {
        return StatusCode::UNAUTHORIZED;
    }
    let Some(intake) = door.get() else {
        return StatusCode::SERVICE_UNAVAILABLE;
    };
    if announced(&request).is_some_and(|bytes| bytes > MAX_UPDATE_BYTES) {
        return StatusCode::PAYLOAD_TOO_LARGE;
    }
    let body = axum::body::to_bytes(request.into_body(), MAX_UPDATE_BYTES);
    let body = match tokio::time::timeout(pages.limits.body, body).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let Some(raw) = std::str::from_utf8(&body).ok().and_then(parse::peek) else {
        return StatusCode::BAD_REQUEST;
    };
    match intake
        .take(vec![Parsed::of(raw)], None, Care::KeptFirst)
        .await
    {
        Ok(()) => {
            let now = pages.clock.now();
            pages.health.telegram_answered(now);
            pages.health.webhook_works(now);
            StatusCode::OK
        }
        Err(error) => {
            tracing::error!(%error, "an update could not be kept");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// How long the body is said to be.
fn announced(request: &Request) -> Option<usize> {
    let length = request.headers().get(axum::http::header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
