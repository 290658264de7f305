//! The door out: the only place that sends, paces, retries and learns message ids.
//!
//! Who is next is decided in `turns`, how fast in `pace`. Start with [`worker::Worker`].

mod inline;
mod line;
mod media;
pub mod outcome;
mod pace;
mod qr;
mod react;
mod send;
mod send_file;
mod style;
mod topics;
mod turns;
mod worker;

use tokio::sync::{mpsc, oneshot};

pub use pace::Rate;
pub(crate) use send_file::page_with_code;
pub use worker::Worker;

use crate::{handlers::Acknowledgement, store::Queued};

/// What the worker is told.
enum Letter {
    /// These are in the outbox now.
    Queued(Vec<Queued>),
    /// These presses were seen.
    Seen(Vec<Acknowledgement>),
    /// Say when there is nothing left to do.
    WhenIdle(oneshot::Sender<()>),
}

/// The slot in the door: everything that is to leave is handed over here.
#[derive(Clone)]
pub struct Mail {
    letters: mpsc::UnboundedSender<Letter>,
}

/// The other side of a [`Mail`].
pub struct Letters(mpsc::UnboundedReceiver<Letter>);

impl Mail {
    /// A slot and its other side.
    #[must_use]
    pub fn new() -> (Self, Letters) {
        let (letters, received) = mpsc::unbounded_channel();
        (Self { letters }, Letters(received))
    }

    /// For [`crate::store::Store::open`]: committed messages go to the worker.
    #[must_use]
    pub fn announcer(&self) -> crate::store::Announce {
        let letters = self.letters.clone();
        Box::new(move |queued| {
            let _ = letters.send(Letter::Queued(queued));
        })
    }

    /// Acknowledges presses at once, best effort.
    pub(crate) fn acknowledge(&self, presses: Vec<Acknowledgement>) {
        let _ = self.letters.send(Letter::Seen(presses));
    }

    /// Waits until everything handed over so far has left or been given up.
    pub async fn idle(&self) {
        let (done, idle) = oneshot::channel();
        if self.letters.send(Letter::WhenIdle(done)).is_ok() {
            let _ = idle.await;
        }
    }
}
