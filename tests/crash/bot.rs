//! The real binary as a child process, in a folder of its own: started, killed, asked to stop, read.

use std::{
    fs::{self, File, OpenOptions},
    io::Write as _,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::{Duration, Instant},
};

use cutri::emulator::Emulator;
use tempfile::TempDir;

/// The token of every test; the emulator's default knows the bot's number from it.
pub(crate) const TOKEN: &str = "7770001:AAcrashTESTsecret_do-not-print";

/// The council of the tests.
pub(crate) const COUNCIL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/duy-tien/council.toml"
);

/// How a process is started: its folder and its environment, and nothing else of ours.
pub(crate) struct Setup {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

impl Setup {
    /// A folder, and an environment with everything but a Telegram.
    pub(crate) fn alone() -> Self {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("cutri.db");
        let setup = Self {
            folder,
            environment: Vec::new(),
        };
        setup
            .with("TELOXIDE_TOKEN", TOKEN)
            .with("TELOXIDE_API_URL", "http://127.0.0.1:9")
            .with("CUTRI_DATABASE", database.to_str().unwrap())
            .with("CUTRI_COUNCIL", COUNCIL)
            .with("CUTRI_HTTP_LISTEN", "127.0.0.1:0")
            .with("CUTRI_RATE", "off")
    }

    /// The same with this emulator as its Telegram.
    pub(crate) fn at(emulator: &Emulator) -> Self {
        Self::alone().with("TELOXIDE_API_URL", &emulator.url())
    }

    /// Without digests: at half past seven in Vietnam a count of all messages would be another than before.
    pub(crate) fn without_digests(self) -> Self {
        let daily = r#"days = ["mon", "tue", "wed", "thu", "fri"]"#;
        let council = fs::read_to_string(COUNCIL).unwrap();
        assert!(council.contains(daily), "digests are written otherwise");
        let path = self.path("council.toml");
        fs::write(&path, council.replace(daily, "days = []")).unwrap();
        self.with("CUTRI_COUNCIL", path.to_str().unwrap())
    }

    /// Updates are brought instead of fetched.
    pub(crate) fn by_webhook(self) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap().to_string();
        self.with("CUTRI_UPDATES", "webhook")
            .with("CUTRI_HTTP_LISTEN", &address)
            .with("CUTRI_WEBHOOK_URL", &format!("http://{address}"))
            .with("CUTRI_WEBHOOK_SECRET", "webhook-secret-of-the-tests")
    }

    /// With this variable.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// From the next start on with this variable.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    /// Without this variable.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The database.
    pub(crate) fn database(&self) -> PathBuf {
        self.path("cutri.db")
    }

    /// Everything that was printed so far, by all processes of this setup.
    pub(crate) fn printed(&self) -> String {
        ["stdout", "stderr"]
            .map(|name| fs::read(self.path(name)).unwrap_or_default())
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .concat()
    }

    /// What was printed to standard error so far.
    pub(crate) fn stderr(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.path("stderr")).unwrap_or_default()).into_owned()
    }

    /// `cutri run`, not started yet.
    pub(crate) fn command(&self, program: &Path) -> Command {
        self.command_of(program, &["run"])
    }

    /// Another program in the same folder and environment.
    pub(crate) fn command_of(&self, program: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(self.append_to("stdout"))
            .stderr(self.append_to("stderr"));
        command
    }

    /// Another command of the program, in the same folder and environment, to its end; no failing disk fails it.
    pub(crate) fn tool(&self, arguments: &[&str]) -> Told {
        self.tool_answered(arguments, "")
    }

    /// The same, with these answers in a pipe.
    pub(crate) fn tool_answered(&self, arguments: &[&str], answers: &str) -> Told {
        Told::of(&self.tool_to(arguments, Some(answers), Stdio::piped()))
    }

    /// The same, with a pipe in which nothing ever comes, not even its end.
    pub(crate) fn tool_in_silence(&self, arguments: &[&str]) -> Told {
        Told::of(&self.tool_to(arguments, None, Stdio::piped()))
    }

    fn tool_to(&self, arguments: &[&str], answers: Option<&str>, stdout: Stdio) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cutri"))
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .env_remove("LD_PRELOAD")
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(stdout)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take();
        if let Some(answers) = answers {
            // Whoever asks nothing may have gone before it is answered.
            let _ = stdin.take().unwrap().write_all(answers.as_bytes());
        }
        let output = child.wait_with_output().unwrap();
        drop(stdin);
        output
    }

    /// The same, where no file takes more than so many pieces of 512 bytes: what comes after them is refused as by a full disk.
    pub(crate) fn tool_on_a_full_disk(&self, pieces: u32, arguments: &[&str]) -> Told {
        let limited = format!("trap '' XFSZ; ulimit -f {pieces}; exec \"$0\" \"$@\"");
        let output = Command::new("dash")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_cutri")])
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .env_remove("LD_PRELOAD")
            .current_dir(self.folder.path())
            .output();
        Told::of(&output.unwrap())
    }

    /// The same, and whoever read its standard output has gone; what it says on standard error is told.
    pub(crate) fn tool_that_nobody_hears(&self, arguments: &[&str]) -> Told {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = self.tool_to(arguments, Some(""), writer.into());
        Told {
            code: output.status.code(),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn append_to(&self, name: &str) -> File {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        options.open(self.path(name)).unwrap()
    }

    /// Starts `cutri run`.
    pub(crate) fn start(&self) -> Bot {
        Bot::new(self.command(Path::new(env!("CARGO_BIN_EXE_cutri"))))
    }

    /// Starts `cutri run`, which must end by itself.
    pub(crate) async fn run_to_the_end(&self) -> Ended {
        self.start().ends_within(Duration::from_secs(20)).await
    }
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub(crate) struct Told {
    /// The exit code; none after a signal.
    pub(crate) code: Option<i32>,
    /// Everything it printed.
    pub(crate) said: String,
}

impl Told {
    fn of(output: &Output) -> Self {
        let said = [&*output.stdout, &*output.stderr].concat();
        Self {
            code: output.status.code(),
            said: String::from_utf8_lossy(&said).into_owned(),
        }
    }

    /// It ended with this code and said all of this.
    #[track_caller]
    pub(crate) fn is(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{}", self.said);
        for word in words {
            assert!(
                self.said.contains(word),
                "{word} is missing in:\n{}",
                self.said
            );
        }
    }
}

/// A running process; killed when dropped.
pub(crate) struct Bot {
    child: Child,
}

/// A process that ended.
pub(crate) struct Ended {
    /// The exit code; none after a signal.
    pub(crate) code: Option<i32>,
    /// How long it took to end, from when that was asked.
    pub(crate) took: Duration,
}

impl Bot {
    /// Starts `command`. A binary that was just copied may still be open in a process another test is about
    /// to start: "text file busy", gone a moment later.
    pub(crate) fn new(mut command: Command) -> Self {
        for _ in 0..200 {
            match command.spawn() {
                Ok(child) => return Self { child },
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                    std::thread::sleep(Duration::from_millis(10));
                }
                Err(error) => panic!("cannot start the bot: {error}"),
            }
        }
        panic!("the binary stayed busy")
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// kill -9, and gone.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Whether it ended by itself.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// SIGTERM; must end within `limit`.
    pub(crate) async fn stops_within(&mut self, limit: Duration) -> Ended {
        let pid = self.child.id().to_string();
        let told = Command::new("sh")
            .args(["-c", "kill -TERM \"$0\"", &pid])
            .status()
            .unwrap();
        assert!(told.success(), "the process could not be told to stop");
        self.ends_within(limit).await
    }

    /// Must end by itself within `limit`.
    pub(crate) async fn ends_within(&mut self, limit: Duration) -> Ended {
        let since = Instant::now();
        loop {
            if let Some(status) = self.ended() {
                return Ended {
                    code: status.code(),
                    took: since.elapsed(),
                };
            }
            assert!(since.elapsed() < limit, "still running after {limit:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
