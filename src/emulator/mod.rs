//! A small Telegram of our own: a Bot API server with people in it, for tests, `cutri demo`,
//! crash tests and benchmarks.
//!
//! It is as strict as Telegram, or tests would lie: limits, entity parsing, ages of button presses,
//! membership, blocked bots, migrated groups, offsets of `getUpdates`. What it does not do it
//! refuses with a text that begins with `emulator:` and notes as a violation. It imports nothing
//! else of this crate and knows nothing of councils.
//!
//! Reading order: [`World`] (the truth and the verbs of people), `dispatch` (one call of the bot),
//! `methods` (what each does), `control` (the verbs over HTTP), `server`.
//!
//! As another process: `cargo run --example emulator -- --listen 127.0.0.1:0 --token 1:TEST`.
//!
//! Things that surprise people at Telegram and therefore here: an update waits for a day and is
//! then lost; bots hear neither of deletions nor, under privacy mode, of mentions; messages in a
//! topic answer its first message; replies in supergroups carry a `message_thread_id` that cannot
//! be written to; private chats and basic groups share one sequence of message ids; editing without
//! `reply_markup` takes the buttons away, and what was sent with a reply keyboard cannot be edited.
//!
//! Chosen where Telegram publishes no number: a button press can be acknowledged for 60 seconds
//! ([`Config::callback_ttl_seconds`]); reply mark-up may have 10 kB; a private chat takes 5 messages
//! at once before one a second applies (only with [`Config::flood_limits`]).

mod clock;
mod commands;
mod control;
mod dispatch;
mod errors;
mod failures;
mod files;
mod ids;
mod keyboards;
mod limits;
mod methods;
mod page;
mod params;
mod server;
mod shared;
#[cfg(test)]
mod tests;
mod text;
mod webhook;
mod world;

use self::methods::table;
use self::text::{entities, html, utf16};

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use self::clock::EmulatorClock;
pub use self::failures::{FailureKind, FailureRule};
pub use self::world::{
    Button, Call, CallbackAnswer, ChatKind, Choice, ContactCard, Edit, FeedEvent, FeedKind,
    FileParticulars, FileSource, InlineAsk, Location, MemberChange, NewGroup, NewUser, OnBehalf,
    Presence, Press, Seen, Send, Stats, Status, VerbError, World,
};

/// How the emulator is set up.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of Telegram's"
)]
pub struct Config {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// The only token that is let in; the number before the colon is the bot's id.
    pub token: String,
    /// Without `@`.
    pub bot_username: String,
    /// The bot's first name.
    pub bot_name: String,
    /// What time it is.
    pub clock: EmulatorClock,
    /// Whether the bot, as a plain member of a group, gets only what is meant for it.
    pub privacy_mode: bool,
    /// How long a button press or inline query can be answered, in emulator seconds.
    pub callback_ttl_seconds: i64,
    /// Whether Telegram's sending limits apply.
    pub flood_limits: bool,
    /// Whether people can type behind the bot's name in any chat; `@BotFather` decides that (`/setinline`).
    pub inline_mode: bool,
    /// Whether the bot is told which inline result was chosen; `@BotFather` decides that.
    pub inline_feedback: bool,
    /// How many calls and feed events are kept.
    pub kept_calls: usize,
    /// The first `update_id`.
    pub first_update_id: i64,
    /// Decides everything that is left to chance.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            token: "1:TEST".to_owned(),
            bot_username: "cutri_bot".to_owned(),
            bot_name: "Cử tri".to_owned(),
            clock: EmulatorClock::system(),
            privacy_mode: true,
            callback_ttl_seconds: 60,
            flood_limits: false,
            inline_mode: true,
            inline_feedback: true,
            kept_calls: 20_000,
            first_update_id: 100_000_001,
            seed: 1,
        }
    }
}

/// A running emulator. Stops when told to, or when dropped.
#[derive(Debug)]
pub struct Emulator {
    /// Where it listens.
    pub addr: SocketAddr,
    /// Everything in it, with the verbs of people.
    pub world: Arc<World>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

impl Emulator {
    /// Listens and serves in the background.
    ///
    /// # Errors
    /// If the address cannot be listened on.
    pub async fn start(config: Config) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(config.listen)
            .await
            .with_context(|| format!("cannot listen on {}", config.listen))?;
        let addr = listener
            .local_addr()
            .context("cannot read the address listened on")?;
        let world = Arc::new(World::new(&config));
        let (stop, stopped) = watch::channel(false);
        let shared = shared::Shared {
            world: Arc::clone(&world),
            token: config.token.into(),
            stopped: stopped.clone(),
        };
        let service = server::router(shared).into_make_service_with_connect_info::<server::Wire>();
        let delivery = webhook::deliver(Arc::clone(&world));
        let server = tokio::spawn(async move {
            let mut stopped = stopped;
            tokio::select! {
                _ = axum::serve(server::Door(listener), service) => {}
                () = delivery => {}
                _ = stopped.wait_for(|stop| *stop) => {}
            }
        });
        Ok(Self {
            addr,
            world,
            stop,
            server,
        })
    }

    /// `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Stops listening; calls that wait are cut off without an answer.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.server.await {
            tracing::warn!(%error, "the emulator did not stop cleanly");
        }
    }
}
