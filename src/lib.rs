//! cutri: residents, their questions and their People's Council, over Telegram.
//!
//! # The life of an update
//!
//! 1. [`intake`] asks Telegram for updates ([`intake::poll`]) or is given them ([`http`], webhook), reads each
//!    ([`intake::parse`], pure) into a [`chat::incoming::Incoming`], and keeps it in the inbox
//!    ([`store::inbox`]) before Telegram may forget it.
//! 2. [`handlers`] carry it out, inside one transaction of [`store::WriteTx`]: load facts, let the [`domain`]
//!    decide (pure), record what follows: rows, an event, and messages, rendered by [`messages`] from the
//!    sentences in `locales/`, into the outbox ([`store::outbox`]).
//! 3. Once that is on disk, [`delivery`] sends what is in the outbox, in order within a chat and paced, and
//!    hands back what Telegram did with it, which is written down like an update.
//!
//! What takes time to read is read in the [`reading`] room, beside the writing thread.
//!
//! Time comes in through [`schedule`], the operator through [`admin`]; [`run`] puts the parts together. The
//! `emulator` is a small Telegram of our own, for tests, `cutri demo` and benchmarks.
//!
//! `docs/ARCHITECTURE.md` has the picture, the invariants and who may import whom; `tests/architecture.rs`
//! holds the code to it.

#![cfg(not(schema_only))] // see build.rs

// In reading order.
pub mod domain;

pub mod chat;

pub mod messages;
pub mod reports;
pub mod store;

pub(crate) mod handlers;
pub mod reading;

pub(crate) mod backup;
pub mod delivery;
pub mod desk;
pub mod intake;
pub mod schedule;

pub mod botapi;
pub mod clock;
pub mod config;
pub mod health;
pub(crate) mod http;
pub(crate) mod stop;

pub mod admin;
pub mod run;

#[cfg(fuzzing)]
pub mod fuzzing;

#[cfg(feature = "emulator")]
pub mod emulator;
