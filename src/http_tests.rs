//! Whoever calls slowly, often, or without the secret.

use std::collections::BTreeSet;

use metrics_exporter_prometheus::PrometheusBuilder;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    time::Instant,
};

use super::*;
use crate::{
    delivery::{Mail, outcome::Settling},
    domain::{
        council::Council,
        ids::{MeetingCode, UserId},
    },
    handlers::{BotIdentity, Facts},
    messages::Catalog,
    store::StoreError,
};

const SECRET: &str = "a-secret-of-the-test";

struct Server {
    address: SocketAddr,
    store: Store,
    _folder: tempfile::TempDir,
    serving: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn server(limits: Limits) -> Server {
    let folder = tempfile::tempdir().unwrap();
    let (mail, _letters) = Mail::new();
    let store = Store::open(&folder.path().join("a.db"), mail.announcer()).unwrap();
    let council = Council::parse(include_str!("../examples/duy-tien/council.toml")).unwrap();
    let bot = BotIdentity {
        id: UserId(1),
        username: "bot".to_owned(),
    };
    let facts = Facts::new(council, Catalog::load().unwrap(), BTreeSet::new(), bot);
    let clock = Clock::system();
    let intake = Intake::new(
        store.clone(),
        Arc::new(facts),
        clock.clone(),
        Settling::default(),
        mail,
    );
    let pages = Pages {
        store: store.clone(),
        health: Health::default(),
        clock,
        metrics: PrometheusBuilder::new().build_recorder().handle(),
        webhook: Some((
            Arc::new(SecretString::from(SECRET)),
            Arc::new(OnceLock::from(intake)),
        )),
        limits,
    };
    let (address, serving) = serve("127.0.0.1:0".parse().unwrap(), pages).await.unwrap();
    Server {
        address,
        store,
        _folder: folder,
        serving: tokio::spawn(serving),
    }
}

fn hasty() -> Limits {
    Limits {
        head: Duration::from_millis(100),
        body: Duration::from_millis(100),
        connection: Duration::from_millis(400),
        connections: 4,
    }
}

/// Sends `words` and gives everything that comes back until the server hangs up.
async fn hears(address: SocketAddr, words: &str) -> (String, Duration) {
    let began = Instant::now();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    let _ = stream.read_to_end(&mut heard).await;
    (
        String::from_utf8_lossy(&heard).into_owned(),
        began.elapsed(),
    )
}

fn post(secret: Option<&str>, length: usize, body: &str) -> String {
    let secret = secret
        .map(|secret| format!("X-Telegram-Bot-Api-Secret-Token: {secret}\r\n"))
        .unwrap_or_default();
    format!(
        "POST /telegram HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{secret}Content-Length: {length}\r\n\r\n{body}"
    )
}

#[tokio::test]
async fn without_the_secret_no_body_is_waited_for() {
    let server = server(Limits::default()).await;
    for secret in [None, Some(""), Some("wrong"), Some("a-secret-of-the-tesT")] {
        // The body never comes; the answer does.
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let head = post(secret, 1 << 19, "");
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 401", "{secret:?}");
    }
}

#[tokio::test]
async fn with_the_secret_an_update_is_taken_and_garbage_is_not() {
    let server = server(Limits::default()).await;
    let update = r#"{"update_id":1}"#;
    let (heard, _) = hears(server.address, &post(Some(SECRET), update.len(), update)).await;
    assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
    let (heard, _) = hears(server.address, &post(Some(SECRET), 3, "abc")).await;
    assert!(heard.starts_with("HTTP/1.1 400"), "{heard}");
    let (heard, _) = hears(server.address, &post(Some(SECRET), 2 << 20, "{")).await;
    assert!(heard.starts_with("HTTP/1.1 413"), "{heard}");
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let server = server(hasty()).await;
    let (heard, _) = hears(
        server.address,
        &post(Some(SECRET), 1_000, "{\"update_id\":"),
    )
    .await;
    assert!(heard.starts_with("HTTP/1.1 408"), "{heard}");
}

#[tokio::test]
async fn half_a_head_is_hung_up_on() {
    let server = server(hasty()).await;
    for half in [
        "",
        "GET /healthz HT",
        "GET /healthz HTTP/1.1\r\nHost: a\r\nX: ",
    ] {
        let (_, waited) = hears(server.address, half).await;
        assert!(waited < Duration::from_secs(5), "{half:?}: {waited:?}");
    }
}

#[tokio::test]
async fn whoever_holds_every_connection_holds_them_for_a_moment_only() {
    let server = server(hasty()).await;
    let mut slow = Vec::new();
    for _ in 0..12 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream
            .write_all(b"GET /metrics HTTP/1.1\r\n")
            .await
            .unwrap();
        slow.push(stream);
    }
    let (heard, waited) = hears(
        server.address,
        "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    )
    .await;
    assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
    assert!(waited < Duration::from_secs(5), "{waited:?}");
}

#[tokio::test]
async fn the_page_of_a_hall_shows_who_has_the_floor_to_whoever_has_its_address() {
    let server = server(Limits::default()).await;
    let get =
        |token: &str| format!("GET /hall/{token} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    let (heard, _) = hears(server.address, &get("0123456789")).await;
    assert!(heard.starts_with("HTTP/1.1 404"), "{heard}");
    let now = Clock::system().now();
    let token = server
        .store
        .write(move |tx| {
            let town = Council::parse(include_str!("../examples/duy-tien/council.toml"));
            let town = town.map_err(|_| StoreError::impossible("council", "a wrong file"))?;
            council::load(tx, &town, now)?;
            let code = MeetingCode::new("DV01");
            speakers::add(tx, &code, "Bà <Tư>")?;
            let waiting = speakers::all(tx, &code)?;
            speakers::begins(tx, waiting[0].id, now)?;
            live::screen(tx, &code, now)
        })
        .await
        .unwrap();
    let (heard, _) = hears(server.address, &get(&token)).await;
    assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
    assert!(heard.contains("Câu hỏi của cử tri · DV01"), "{heard}");
    assert!(
        heard.contains("Bà &lt;Tư&gt; <b>2:5") || heard.contains("Bà &lt;Tư&gt; <b>3:00"),
        "{heard}"
    );
    assert!(heard.contains("default-src 'none'"), "{heard}");
}
