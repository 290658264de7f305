//! A small client of the W3C `WebDriver` protocol: one headless Chromium, steered through `chromedriver`.
//!
//! It knows nothing of the page. It never sleeps for a fixed time: every wait asks again until a deadline.
//! Start with [`Browser::open`].

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tempfile::TempDir;

const CHROMEDRIVER: &str = "/usr/bin/chromedriver";
const CHROMIUM: &str = "/usr/bin/chromium";
/// The key of an element's id, fixed by the protocol.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// How long anything on the page may take.
const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// Whether the programs of a browser test are there; says on standard error what to install if not.
///
/// # Panics
/// When they are missing in a CI run that must not go without them.
#[expect(
    clippy::disallowed_methods,
    reason = "a test has no configuration of its own"
)]
pub(crate) fn is_installed() -> bool {
    let there = Path::new(CHROMEDRIVER).exists() && Path::new(CHROMIUM).exists();
    if !there {
        let says = |name, value| std::env::var(name).is_ok_and(|found| found == value);
        let needed = says("CI", "true") && says("CUTRI_NEEDS_BROWSER", "1");
        assert!(!needed, "no chromedriver/chromium in CI");
        // Not `eprintln!`, which is kept quiet for a test that passes.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: no chromedriver/chromium (apt-get install chromium chromium-driver)"
        );
    }
    there
}

/// What the page is shown on.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Screen {
    /// 390×844, touch.
    Phone,
    /// 1366×860, mouse.
    Desktop,
}

/// An element of the page as the driver knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(String);

/// A browser with one window; closed, and its processes ended, on drop.
pub(crate) struct Browser {
    http: reqwest::Client,
    session: String,
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    pub(crate) async fn open(screen: Screen) -> Self {
        let driver = Driver::start();
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let http = reqwest::Client::builder()
            .no_proxy()
            .timeout(Duration::from_secs(30))
            .build()
            .expect("a client");
        let wanted = capabilities(screen, profile.path());
        let mut browser = Self {
            session: format!("http://{}/session", driver.addr),
            http,
            _driver: driver,
            _profile: profile,
        };
        let session = browser.post("", wanted).await;
        let id = session["sessionId"].as_str().expect("a session id");
        write!(browser.session, "/{id}").expect("writing to a string");
        browser
    }

    pub(crate) async fn go(&self, address: &str) {
        self.post("/url", json!({ "url": address })).await;
    }

    /// Everything that a CSS selector finds now.
    pub(crate) async fn find_all(&self, css: &str) -> Vec<Element> {
        let body = json!({ "using": "css selector", "value": css });
        let found = self.post("/elements", body).await;
        let list = found.as_array().expect("a list of elements");
        list.iter().map(element).collect()
    }

    /// The last of what a CSS selector finds, as soon as there is something.
    pub(crate) async fn find(&self, css: &str) -> Element {
        let started = Instant::now();
        loop {
            if let Some(last) = self.find_all(css).await.pop() {
                return last;
            }
            self.look_again(started, css).await;
        }
    }

    /// Waits until a script returns something that is neither null, false nor empty, and returns it.
    pub(crate) async fn wait(&self, what: &str, script: &str, args: Value) -> Value {
        let started = Instant::now();
        loop {
            let value = self.run(script, args.clone()).await;
            let nothing = match &value {
                Value::Null | Value::Bool(false) => true,
                Value::String(text) => text.is_empty(),
                Value::Array(list) => list.is_empty(),
                _ => false,
            };
            if !nothing {
                return value;
            }
            self.look_again(started, what).await;
        }
    }

    /// Runs a script's body in the page; `args` is a list.
    pub(crate) async fn run(&self, script: &str, args: Value) -> Value {
        self.post("/execute/sync", json!({ "script": script, "args": args }))
            .await
    }

    /// Clicks what a CSS selector finds, again when it moved away meanwhile.
    pub(crate) async fn click(&self, css: &str) {
        let started = Instant::now();
        loop {
            let Element(id) = self.find(css).await;
            let clicked = self.ask(&format!("/element/{id}/click"), json!({})).await;
            if clicked.is_ok() {
                return;
            }
            self.look_again(started, css).await;
        }
    }

    /// Types into an element, key by key.
    pub(crate) async fn type_into(&self, css: &str, text: &str) {
        let Element(id) = self.find(css).await;
        self.post(&format!("/element/{id}/value"), json!({ "text": text }))
            .await;
    }

    /// What was logged to the console as an error since the last call.
    pub(crate) async fn errors(&self) -> Vec<String> {
        let log = self.post("/se/log", json!({ "type": "browser" })).await;
        let entries = log.as_array().expect("a log");
        entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE")
            .map(|entry| entry["message"].to_string())
            .collect()
    }

    /// Saves what is seen as `target/page-shots/NAME.png`.
    pub(crate) async fn shoot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("page-shots");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let picture = self.get("/screenshot").await;
        let picture = decode_base64(picture.as_str().expect("a picture"));
        fs::write(folder.join(format!("{name}.png")), picture).expect("a picture on disk");
    }

    async fn look_again(&self, started: Instant, what: &str) {
        if started.elapsed() > PATIENCE {
            self.shoot("failure").await;
            let seen = self.run("return document.body.innerText", json!([])).await;
            panic!("not seen in time: {what}\nthe page says: {seen}");
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }

    async fn get(&self, path: &str) -> Value {
        let request = self.http.get(format!("{}{path}", self.session));
        answer(request).await.expect("an answer of the driver")
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        self.ask(path, body)
            .await
            .unwrap_or_else(|error| panic!("the driver refused {path}: {error}"))
    }

    async fn ask(&self, path: &str, body: Value) -> Result<Value, Value> {
        let request = self.http.post(format!("{}{path}", self.session));
        answer(request.json(&body)).await
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Result<Value, Value> {
    let response = request.send().await.expect("the driver is there");
    let good = response.status().is_success();
    let mut body: Value = response.json().await.expect("JSON of the driver");
    let value = body["value"].take();
    if good { Ok(value) } else { Err(value) }
}

fn element(value: &Value) -> Element {
    Element(value[ELEMENT].as_str().expect("an element").to_owned())
}

fn capabilities(screen: Screen, profile: &Path) -> Value {
    let (width, height) = match screen {
        Screen::Phone => (390, 844),
        Screen::Desktop => (1366, 860),
    };
    let touch = matches!(screen, Screen::Phone);
    let metrics = json!({ "width": width, "height": height, "pixelRatio": 1, "mobile": touch, "touch": touch });
    let options = json!({
        "binary": CHROMIUM,
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            format!("--user-data-dir={}", profile.display()),
            format!("--window-size={width},{height}"),
        ],
        // The window alone would leave the page less than its size.
        "mobileEmulation": { "deviceMetrics": metrics },
    });
    json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    }}})
}

/// The `chromedriver` process; ending it ends its browser.
struct Driver {
    process: Child,
    addr: SocketAddr,
}

impl Driver {
    fn start() -> Self {
        let mut process = Command::new(CHROMEDRIVER)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let said = process.stdout.take().expect("its output");
        let port = BufReader::new(said)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                port.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver says its port");
        Self {
            process,
            addr: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        }
    }

    /// Killed outright it would leave its browser behind.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut line = TcpStream::connect(self.addr)?;
        line.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            line,
            "GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )?;
        line.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.shut_down();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn decode_base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for sign in text.bytes() {
        let Some(six) = ALPHABET.iter().position(|&each| each == sign) else {
            continue;
        };
        held = (held << 6) | u32::try_from(six).expect("six bits");
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).expect("eight bits"));
        }
    }
    bytes
}
