//! The truth: people, chats, messages, and the updates that wait for the bot.
//!
//! Everything is synchronous behind one lock that is never held over an await. Both doors lead
//! here: the Bot API (`methods`) and the people's side ([`verbs`](self), `control`). Start reading
//! at [`World`], then `state.rs`, then `messages.rs`.

mod answers;
mod chats;
mod journal;
mod members;
mod messages;
mod people;
mod queue;
mod reactions;
mod report;
mod state;
mod verbs;
mod view;

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::Config;

pub use self::answers::CallbackAnswer;
pub use self::chats::{ChatKind, Status};
pub use self::journal::{Call, FeedEvent, FeedKind, Stats};
pub use self::people::NewUser;
pub use self::verbs::{
    Choice, ContactCard, Edit, FileParticulars, FileSource, InlineAsk, Location, MemberChange,
    NewGroup, OnBehalf, Presence, Press, Send, VerbError,
};
pub use self::view::{Button, Seen};

pub(crate) use self::answers::{Callback, InlineQuery};
pub(crate) use self::chats::{Chat, Member, Topic};
pub(crate) use self::messages::{Message, NewMessage};
pub(crate) use self::people::Person;
pub(crate) use self::queue::{Update, Webhook};
pub(crate) use self::state::State;
pub(crate) use self::verbs::poll_wire;

/// Everything that exists in the small Telegram, and the verbs people have there.
#[derive(Debug)]
pub struct World {
    state: Mutex<State>,
    changes: watch::Sender<()>,
    /// Whether people are let in over HTTP.
    is_open: watch::Sender<bool>,
}

impl World {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            state: Mutex::new(State::new(config)),
            changes: watch::Sender::new(()),
            is_open: watch::Sender::new(true),
        }
    }

    /// Nobody is let in over HTTP, page or control, until it is opened: they wait. The bot and the verbs here go on.
    pub fn close(&self) {
        self.is_open.send_replace(false);
    }

    /// Lets everybody in.
    pub fn open(&self) {
        self.is_open.send_replace(true);
    }

    /// Returns once people are let in.
    pub(crate) async fn opened(&self) {
        let mut is_open = self.is_open.subscribe();
        let _ = is_open.wait_for(|open| *open).await;
    }

    /// Looks at the world without changing it.
    pub(crate) fn look<T>(&self, see: impl FnOnce(&State) -> T) -> T {
        see(&self.lock())
    }

    /// Changes the world, and wakes everyone who waits for a change.
    pub(crate) fn act<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let done = change(&mut self.lock());
        self.changes.send_replace(());
        done
    }

    /// Changes what nobody waits for.
    pub(crate) fn tend<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.lock())
    }

    /// A receiver that is told of every later change.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    // A panic in a test's closure must not take the world with it.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
