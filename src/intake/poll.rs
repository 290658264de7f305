//! Long polling, our own loop: the next poll tells Telegram to forget a batch, so it starts only after the
//! batch is on disk.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::value::RawValue;
use teloxide::{payloads::GetUpdates, types::AllowedUpdate};

use super::{Care, Intake, Parsed, parse};
use crate::{
    botapi::{BotApi, CallError},
    clock::Clock,
    health::Health,
    stop::Stop,
    store::{Store, inbox},
};

/// How long Telegram may hold a poll open when there is nothing.
const POLL_SECONDS: u32 = 25;

/// At most so many updates a poll: Telegram's own limit.
const BATCH: u8 = 100;

/// After so long without updates Telegram may start its numbers afresh ("at least a week"): from here on
/// polls begin without an offset.
const QUIET_SECONDS: i64 = 6 * 24 * 3600;

/// What the bot wants to hear of.
pub(crate) const WANTED: [AllowedUpdate; 7] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
    AllowedUpdate::ChatMember,
    AllowedUpdate::InlineQuery,
    AllowedUpdate::ChosenInlineResult,
];

/// The polling loop.
pub struct Poll {
    api: BotApi,
    intake: Intake,
    store: Store,
    position: Option<Position>,
    care: Care,
}

/// Where the next poll starts, and when Telegram last gave anything (unix seconds).
#[derive(Debug, Clone, Copy)]
struct Position {
    offset: i64,
    last_update_at: i64,
}

/// What a poll brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polled {
    /// So many updates, now on disk.
    Updates(usize),
    /// Nothing new.
    Nothing,
}

/// Why a poll failed.
#[derive(Debug, thiserror::Error)]
pub enum PollError {
    /// Telegram could not be asked.
    #[error("cannot poll Telegram: {0}")]
    Call(#[from] CallError),
    /// What it gave could not be kept.
    #[error("cannot keep updates: {0}")]
    Store(#[from] crate::store::StoreError),
}

impl Poll {
    /// A loop that starts where the last process stopped.
    #[must_use]
    pub fn new(api: BotApi, intake: Intake, store: Store) -> Self {
        Self {
            api,
            intake,
            store,
            position: None,
            care: Care::KeptFirst,
        }
    }

    /// Asks once, waiting at most `seconds` for something to come, and takes in what came.
    ///
    /// # Errors
    /// [`PollError`]; nothing is lost then: Telegram gives it again.
    pub async fn once(&mut self, seconds: u32, now: Timestamp) -> Result<Polled, PollError> {
        let raw = self.ask(seconds, now).await?;
        self.take_in(&raw, now).await
    }

    async fn ask(&mut self, seconds: u32, now: Timestamp) -> Result<Vec<Box<RawValue>>, PollError> {
        let offset = self.starting_offset(now).await?;
        let payload = GetUpdates {
            offset: offset.and_then(|offset| i32::try_from(offset).ok()),
            limit: Some(BATCH),
            timeout: Some(seconds),
            allowed_updates: Some(WANTED.to_vec()),
        };
        let limit = Duration::from_secs(u64::from(seconds) + 10);
        Ok(self.api.call(&payload, limit).await?)
    }

    async fn take_in(
        &mut self,
        raw: &[Box<RawValue>],
        now: Timestamp,
    ) -> Result<Polled, PollError> {
        let mut updates: Vec<Parsed> = raw
            .iter()
            .filter_map(|json| parse::peek(json.get()))
            .map(Parsed::of)
            .collect();
        // In the order in which people did it, whatever the order of the answer.
        updates.sort_by_key(|update| update.raw.id.0);
        let Some(next) = updates.iter().map(|update| update.raw.id.0 + 1).max() else {
            if self.care == Care::KeptFirst {
                self.intake.take(Vec::new(), None, Care::KeptFirst).await?;
                self.care = Care::InOneGo;
            }
            return Ok(Polled::Nothing);
        };
        let count = updates.len();
        self.intake.take(updates, Some(next), self.care).await?;
        self.position = Some(Position {
            offset: next,
            last_update_at: now.as_second(),
        });
        self.care = Care::InOneGo;
        Ok(Polled::Updates(count))
    }

    /// Polls until `stop`; a batch that came is taken in first.
    pub(crate) async fn run(mut self, clock: Clock, health: Health, mut stop: Stop) {
        let mut trouble = 0_u32;
        loop {
            let asked = tokio::select! {
                asked = self.ask(POLL_SECONDS, clock.now()) => asked,
                () = stop.asked() => return,
            };
            let polled = match asked {
                Ok(raw) => self.take_in(&raw, clock.now()).await,
                Err(error) => Err(error),
            };
            let Err(error) = polled else {
                trouble = 0;
                health.telegram_answered(clock.now());
                continue;
            };
            if matches!(error, PollError::Call(_)) {
                health.telegram_failed(clock.now());
            }
            trouble = trouble.saturating_add(1);
            let wait = wait_after(&error, trouble);
            tracing::warn!(%error, wait_ms = wait.as_millis(), "polling failed");
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = stop.asked() => return,
            }
        }
    }

    /// `None`: whatever Telegram still has, because nothing came yet or its numbers may have changed.
    async fn starting_offset(&mut self, now: Timestamp) -> Result<Option<i64>, PollError> {
        let position = if let Some(position) = self.position {
            position
        } else {
            let (offset, at) = self.store.read(inbox::offset).await?;
            *self.position.insert(Position {
                offset,
                last_update_at: at.as_second(),
            })
        };
        let is_fresh = now.as_second() - position.last_update_at <= QUIET_SECONDS;
        Ok((position.offset > 0 && is_fresh).then_some(position.offset))
    }
}

/// Telegram is at times unreachable for long (blocked networks): patience, up to half a minute. Our own disk (full, held by
/// somebody) is soon looked at again: people wait, and nobody is troubled by it.
fn wait_after(error: &PollError, trouble: u32) -> Duration {
    let doublings = match error {
        PollError::Call(CallError::RetryAfter(seconds)) => {
            return Duration::from_secs(u64::from(*seconds));
        }
        PollError::Call(_) => 7,
        PollError::Store(_) => 2,
    };
    Duration::from_millis(250 << trouble.min(doublings))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StoreError;

    #[test]
    fn the_own_disk_is_looked_at_again_within_a_second_and_telegram_within_half_a_minute() {
        let full = PollError::Store(StoreError::Schema("the disk is full".to_owned()));
        let gone = PollError::Call(CallError::Trouble("no route".to_owned()));
        let longest = |error| (1..40).map(|trouble| wait_after(error, trouble)).max();
        assert_eq!(longest(&full), Some(Duration::from_secs(1)));
        assert_eq!(longest(&gone), Some(Duration::from_secs(32)));
        let asked = PollError::Call(CallError::RetryAfter(7));
        assert_eq!(wait_after(&asked, 9), Duration::from_secs(7));
    }
}
