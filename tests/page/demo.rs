//! `cutri demo` as its users start it, and its page as they use it: verbs for what a person does on a phone.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use serde_json::json;
use tempfile::TempDir;

use crate::driver::Browser;

/// The running program; killed on drop.
pub(crate) struct Demo {
    process: Child,
    /// Killed, the program leaves its database in here.
    _folder: TempDir,
    /// The page, opened on the resident's phone.
    pub(crate) address: String,
    /// From the start of the program to its first line.
    pub(crate) started_in: Duration,
    complaints: mpsc::Receiver<String>,
}

impl Demo {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the demo");
        Self::launch(folder, &[])
    }

    /// The demo with another council.
    pub(crate) fn with_council(council: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the demo");
        let file = folder.path().join("council.toml");
        std::fs::write(&file, council).expect("a council file");
        Self::launch(folder, &["--council".as_ref(), file.as_os_str()])
    }

    fn launch(folder: TempDir, more: &[&OsStr]) -> Self {
        let started = Instant::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_cutri"))
            .args(["demo", "--listen", "127.0.0.1:0", "--fast"])
            .args(more)
            .env("TMPDIR", folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the demo starts");
        let said = process.stdout.take().expect("its output");
        let (tell, told) = mpsc::channel();
        // Reads on to the end, so that the program can always write.
        thread::spawn(move || {
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
        let complained = process.stderr.take().expect("its complaints");
        let (complain, complaints) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(complained).lines().map_while(Result::ok) {
                let _ = complain.send(line);
            }
        });
        let first = told.recv_timeout(Duration::from_secs(20));
        let mut demo = Self {
            process,
            _folder: folder,
            address: String::new(),
            started_in: started.elapsed(),
            complaints,
        };
        demo.address = first.expect("the demo says its address");
        demo
    }

    /// What the program complained about so far.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.complaints.try_iter().collect()
    }

    /// What the page is told at this path, once people are let in.
    pub(crate) async fn asks(&self, path: &str) -> serde_json::Value {
        let (page, _) = self.address.split_once('?').expect("a page");
        let answer = reqwest::get(format!("{page}control/{path}"));
        answer.await.expect("an answer").json().await.expect("json")
    }

    /// Somebody on the page does this.
    pub(crate) async fn tells(&self, verb: &str, body: serde_json::Value) {
        let (page, _) = self.address.split_once('?').expect("a page");
        let asked = reqwest::Client::new().post(format!("{page}control/{verb}"));
        let answer = asked.json(&body).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{verb}: {}", answer.status());
    }

    /// Whether the last message of somebody's chat says this, sooner or later.
    pub(crate) async fn hears(&self, who: i64, words: &str, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        loop {
            let said = self
                .asks(&format!("messages?chat_id={who}&user_id={who}"))
                .await;
            let last = said["messages"].as_array().and_then(|all| all.last());
            if last.is_some_and(|last| last["text"].to_string().contains(words)) {
                return true;
            }
            if Instant::now() > until {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// The id of Bà Lan, who holds the phone of the address.
    pub(crate) fn resident(&self) -> i64 {
        let (_, id) = self.address.split_once("?user=").expect("a resident");
        id.parse().expect("an id")
    }

    /// The chat between the bot and Anh Hùng, who has not begun yet: he came in right after Bà Lan.
    pub(crate) fn newcomers_chat(&self) -> String {
        let (page, _) = self.address.split_once('?').expect("a page");
        let id = self.resident() + 1;
        format!("{page}?user={id}&chat={id}")
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One of the phones on the page, and whoever holds it.
pub(crate) struct Phone<'page> {
    pub(crate) browser: &'page Browser,
    pub(crate) number: u8,
}

impl Phone<'_> {
    /// Taps what carries a hook.
    pub(crate) async fn tap(&self, hook: &str) {
        self.browser.click(&self.hook(hook)).await;
    }

    /// Taps the last button with these words, whatever kind of button it is.
    pub(crate) async fn tap_button(&self, kind: &str, words: &str) {
        let mark = format!("tapped-{}", words.len());
        let script = "const [css, words, mark] = arguments;
            const found = [...document.querySelectorAll(css)].findLast((each) => each.textContent.includes(words));
            document.querySelectorAll(`[data-mark='${mark}']`).forEach((each) => delete each.dataset.mark);
            if (found) found.dataset.mark = mark;
            return Boolean(found)";
        let args = json!([self.hook(kind), words, mark]);
        self.browser.wait(words, script, args).await;
        self.browser.click(&format!("[data-mark='{mark}']")).await;
    }

    /// Types into the text field.
    pub(crate) async fn write(&self, text: &str) {
        self.browser.type_into(&self.hook("composer"), text).await;
    }

    /// Pastes into the text field: some signs cannot be typed by the driver.
    pub(crate) async fn paste(&self, text: &str) {
        let script = "const [css, text] = arguments;
            const field = document.querySelector(css);
            field.value = text;
            field.dispatchEvent(new Event('input'))";
        let args = json!([self.hook("composer"), text]);
        self.browser.run(script, args).await;
    }

    pub(crate) async fn say(&self, text: &str) {
        self.write(text).await;
        self.tap("send").await;
    }

    /// The text of the last message of others that contains these words, as soon as it is there.
    pub(crate) async fn read(&self, words: &str) -> String {
        let script = "const [css, words] = arguments;
            const found = [...document.querySelectorAll(css)].findLast((each) => each.innerText.includes(words));
            return found?.innerText ?? null";
        let css = self.hook("message") + "[data-own='false']";
        let text = self.browser.wait(words, script, json!([css, words])).await;
        text.as_str().expect("a text").to_owned()
    }

    /// The text of the person's own last message, once there are `count` of them.
    pub(crate) async fn own_text(&self, count: usize) -> String {
        let script = "const [css, count] = arguments;
            const own = document.querySelectorAll(css);
            return own.length >= count && own[own.length - 1].textContent";
        let css = self.hook("message") + "[data-own='true'] [data-testid='message-text']";
        let text = self
            .browser
            .wait("own message", script, json!([css, count]))
            .await;
        text.as_str().expect("a text").to_owned()
    }

    /// Opens the actions of the last message that contains these words.
    pub(crate) async fn open_actions(&self, words: &str) {
        let script = "const [css, words] = arguments;
            const found = [...document.querySelectorAll(css)].findLast((each) => each.innerText.includes(words));
            found?.querySelector('[data-testid=message-menu]').click();
            return Boolean(found)";
        self.browser
            .wait(words, script, json!([self.hook("message"), words]))
            .await;
    }

    fn hook(&self, name: &str) -> String {
        format!("[data-phone='{}'] [data-testid='{name}']", self.number)
    }
}
