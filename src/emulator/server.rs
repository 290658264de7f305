//! The HTTP server: routes, reading of parameters, and connections that can be cut.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::serve::{IncomingStream, Listener};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

use super::dispatch::{self, Answer};
use super::errors::ApiError;
use super::files::MAX_DOWNLOAD;
use super::params::{Params, Upload, urlencoded};
use super::shared::Shared;
use super::{control, page};

/// What a request may weigh: an upload of 50 MB and its wrapping.
const MAX_BODY: usize = 51 * 1024 * 1024;

/// All routes.
pub(crate) fn router(shared: Shared) -> Router {
    Router::new()
        .route("/{bot}/{method}", any(bot_call))
        .route("/file/{bot}/{*path}", get(download))
        .nest(
            "/control",
            control::routes().layer(from_fn_with_state(shared.clone(), when_open)),
        )
        .merge(page::routes())
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(shared)
}

/// What people do waits until the world is open to them.
async fn when_open(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    shared.world.opened().await;
    next.run(request).await
}

async fn bot_call(
    State(shared): State<Shared>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(token) = bot.strip_prefix("bot") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let answer = async {
        if token != &*shared.token {
            return error(&ApiError::unauthorized());
        }
        match read_params(request).await {
            Ok(params) => dispatch::call(&shared.world, &method, params).await,
            Err(refusal) => error(&refusal),
        }
    };
    // Connections outlive the listener, but nobody answers on them.
    let answer = tokio::select! {
        biased;
        () = shared.stop() => Answer::Cut,
        answer = answer => answer,
    };
    match answer {
        Answer::Body(status, body) => json_response(status, body),
        Answer::Cut => {
            wire.cut.store(true, Ordering::SeqCst);
            StatusCode::OK.into_response()
        }
    }
}

fn error(refusal: &ApiError) -> Answer {
    Answer::Body(refusal.code, refusal.body().to_string())
}

fn json_response(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// Query, then body: whatever its type.
async fn read_params(request: Request) -> Result<Params, ApiError> {
    let mut params = Params {
        values: urlencoded(request.uri().query().unwrap_or_default()),
        ..Params::default()
    };
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase();
    if kind.starts_with("multipart/form-data") {
        read_multipart(request, &mut params).await?;
        return Ok(params);
    }
    let body = Bytes::from_request(request, &())
        .await
        .map_err(|_| ApiError::new(413, "Request Entity Too Large"))?;
    if body.is_empty() {
        return Ok(params);
    }
    if kind.starts_with("application/json") {
        match serde_json::from_slice(&body) {
            Ok(Value::Object(values)) => params.values.extend(values),
            Ok(_) => return Err(ApiError::bad("object expected as the request body")),
            Err(_) => return Err(ApiError::bad("can't parse request: JSON is invalid")),
        }
    } else {
        params
            .values
            .extend(urlencoded(&String::from_utf8_lossy(&body)));
    }
    Ok(params)
}

async fn read_multipart(request: Request, params: &mut Params) -> Result<(), ApiError> {
    let broken = || ApiError::bad("can't parse the multipart body");
    let too_large = || ApiError::new(413, "Request Entity Too Large");
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| broken())?;
    while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let mime_type = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|_| too_large())?;
        if file_name.is_some() {
            let upload = Upload {
                file_name,
                mime_type,
                bytes,
            };
            params.files.insert(name, upload);
        } else {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            params.values.insert(name, Value::String(text));
        }
    }
    Ok(())
}

async fn download(
    State(shared): State<Shared>,
    Path((bot, path)): Path<(String, String)>,
) -> Response {
    if bot.strip_prefix("bot") != Some(&*shared.token) {
        return json_response(401, ApiError::unauthorized().body().to_string());
    }
    let file = shared.world.look(|state| {
        let file = state.files.at_path(&path)?;
        Some((file.bytes.clone(), file.size))
    });
    match file {
        Some((bytes, size)) if size <= MAX_DOWNLOAD => (
            [(header::CONTENT_TYPE, "application/octet-stream")],
            Body::from(bytes),
        )
            .into_response(),
        _ => json_response(404, ApiError::not_found().body().to_string()),
    }
}

/// A connection as a handler knows it: enough to cut it.
#[derive(Clone, Debug)]
pub(crate) struct Wire {
    cut: Arc<AtomicBool>,
}

/// Accepts connections whose answers can be withheld.
#[derive(Debug)]
pub(crate) struct Door(pub(crate) TcpListener);

/// A connection that breaks at the next write once it is cut.
#[derive(Debug)]
pub(crate) struct Line {
    stream: TcpStream,
    cut: Arc<AtomicBool>,
}

impl Listener for Door {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Small answers must not wait for more to come.
        let _ = stream.set_nodelay(true);
        let cut = Arc::default();
        (Line { stream, cut }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Door>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Self {
            cut: Arc::clone(&stream.io().cut),
        }
    }
}

impl Line {
    fn alive(&self) -> io::Result<()> {
        if self.cut.load(Ordering::SeqCst) {
            Err(io::ErrorKind::ConnectionAborted.into())
        } else {
            Ok(())
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.alive()?;
        Pin::new(&mut self.stream).poll_write(cx, buffer)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.alive()?;
        Pin::new(&mut self.stream).poll_write_vectored(cx, buffers)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
