//! Who belongs to a group: Telegram is asked where nobody can know, and what waited for that is done.
//!
//! Never inside a transaction, and beside the outbox, whose messages have a pace of their own. What waits stands in the
//! database (`held_deed`): a restart in between asks again. Start with [`Membership::step`].

use std::{collections::HashSet, sync::Arc, time::Duration};

use serde::Deserialize;
use teloxide::{
    payloads::{GetChat, GetChatMember},
    types::{ChatId as TelegramChatId, Recipient, UserId as TelegramUserId},
};
use tokio::task::{JoinError, JoinSet};

use super::{Care, Followed, Intake, Parsed, handle_each};
use crate::{
    botapi::{BotApi, CallError},
    domain::ids::{ChatId, UserId},
    handlers::{self, Answered},
    stop::Stop,
    store::{
        self,
        held_deeds::{self, Asked},
    },
};

/// Telegram usually answers in 0.1 s. Whoever waits longer than this reads that it is being looked up.
const SILENT: Duration = Duration::from_millis(1_500);
/// After this nothing is expected any more.
const AT_MOST: Duration = Duration::from_secs(8);
/// Questions under way at once.
const AT_ONCE: usize = 8;
/// After the database failed, the next try waits.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// Asks Telegram, and has done what waited for the answer.
pub struct Membership {
    api: BotApi,
    intake: Intake,
    asking: JoinSet<(Asked, Answered)>,
    under_way: HashSet<Asked>,
}

/// The only parts of Telegram's `ChatMember` that matter here.
#[derive(Deserialize)]
struct Member {
    status: String,
    #[serde(default)]
    is_member: bool,
}

impl Member {
    fn is_present(&self) -> bool {
        match self.status.as_str() {
            "creator" | "administrator" | "member" => true,
            "restricted" => self.is_member,
            _ => false,
        }
    }
}

/// The only part of Telegram's `ChatFullInfo` that matters here.
#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    linked_chat_id: Option<i64>,
}

impl Membership {
    /// Asks through `api` for what waits in `intake`.
    #[must_use]
    pub(crate) fn new(api: BotApi, intake: Intake) -> Self {
        Self {
            api,
            intake,
            asking: JoinSet::new(),
            under_way: HashSet::new(),
        }
    }

    /// Asks for what waits, and heeds the first answer. `false`: nothing waits.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn step(&mut self) -> store::Result<bool> {
        self.begin().await?;
        match self.asking.join_next().await {
            Some(told) => self.heed(told).await.map(|()| true),
            None => Ok(false),
        }
    }

    /// Asks whenever something waits, until `stop`.
    pub(crate) async fn run(mut self, mut stop: Stop) {
        loop {
            let stepped = tokio::select! {
                stepped = self.step_or_wait() => stepped,
                () = stop.asked() => return,
            };
            if let Err(error) = stepped {
                tracing::error!(%error, "what Telegram told of members could not be written down");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
    }

    /// Heeds an answer, or waits until something is to be asked.
    async fn step_or_wait(&mut self) -> store::Result<()> {
        self.begin().await?;
        if self.asking.is_empty() {
            self.intake.asks.notified().await;
            return Ok(());
        }
        let asks = Arc::clone(&self.intake.asks);
        let told = tokio::select! {
            biased;
            Some(told) = self.asking.join_next() => told,
            () = asks.notified() => return Ok(()),
        };
        self.heed(told).await
    }

    /// Begins to ask for whatever waits and is not being asked already.
    async fn begin(&mut self) -> store::Result<()> {
        let waiting = self.intake.store.read(held_deeds::waiting).await?;
        for (asked, update) in waiting {
            if self.under_way.len() >= AT_ONCE || !self.under_way.insert(asked) {
                continue;
            }
            let (api, intake) = (self.api.clone(), self.intake.clone());
            let press = Parsed::of(update)
                .incoming
                .and_then(|incoming| incoming.press().map(str::to_owned));
            self.asking.spawn(async move {
                let asking = tokio::time::timeout(AT_MOST, ask(&api, asked));
                tokio::pin!(asking);
                let told = tokio::select! {
                    biased;
                    told = &mut asking => told,
                    () = tokio::time::sleep(SILENT) => {
                        if let Some(press) = press {
                            let looking = handlers::is_being_looked_up(&intake.facts, &press);
                            intake.mail.acknowledge(vec![looking]);
                        }
                        asking.await
                    }
                };
                (asked, told.unwrap_or(Answered::Nothing))
            });
        }
        Ok(())
    }

    async fn heed(&mut self, told: Result<(Asked, Answered), JoinError>) -> store::Result<()> {
        match told {
            Ok((asked, answered)) => {
                self.under_way.remove(&asked);
                self.do_what_waited(asked, answered).await
            }
            Err(error) => {
                tracing::error!(%error, "asking about a member ended badly");
                // Which one it was is lost with it: nothing is under way that nobody asks.
                if self.asking.is_empty() {
                    self.under_way.clear();
                }
                Ok(())
            }
        }
    }

    /// Writes the answer down and does what waited for it, in one transaction.
    async fn do_what_waited(&self, asked: Asked, answered: Answered) -> store::Result<()> {
        let (facts, now) = (self.intake.facts.clone(), self.intake.clock.now());
        let followed = self
            .intake
            .store
            .write(move |tx| {
                let waited: Vec<Parsed> = held_deeds::take(tx, asked)?
                    .into_iter()
                    .map(Parsed::of)
                    .collect();
                let Some(first) = waited.iter().find_map(|update| update.incoming.as_ref()) else {
                    return Ok(Followed::default());
                };
                if handlers::heed(tx, asked, answered, first, now)? {
                    return handle_each(tx, &facts, waited, Care::InOneGo, HashSet::new(), now);
                }
                let mut followed = Followed::default();
                for incoming in waited.iter().filter_map(|update| update.incoming.as_ref()) {
                    let excuse = handlers::excuse(tx, &facts, incoming, now)?;
                    followed.presses.extend(excuse);
                }
                Ok(followed)
            })
            .await?;
        self.intake.follow(followed);
        Ok(())
    }
}

async fn ask(api: &BotApi, asked: Asked) -> Answered {
    let told = match asked.about {
        Some(user) => ask_about(api, asked.chat, user).await,
        None => api
            .send::<_, Group>(&GetChat {
                chat_id: recipient(asked.chat),
            })
            .await
            .map(|group| Answered::Discussion(group.linked_chat_id.is_some())),
    };
    match told {
        Ok(answered) => answered,
        Err(CallError::Refused { description, .. }) if is_unknown(&description) => {
            Answered::Outsider
        }
        Err(error) => {
            tracing::warn!(chat = asked.chat.0, %error, "Telegram did not tell about a member");
            Answered::Nothing
        }
    }
}

async fn ask_about(api: &BotApi, chat: ChatId, user: UserId) -> Result<Answered, CallError> {
    let Ok(user) = u64::try_from(user.0) else {
        return Ok(Answered::Outsider);
    };
    let member: Member = api
        .send(&GetChatMember {
            chat_id: recipient(chat),
            user_id: TelegramUserId(user),
        })
        .await?;
    Ok(if member.is_present() {
        Answered::Member
    } else {
        Answered::Outsider
    })
}

fn recipient(chat: ChatId) -> Recipient {
    Recipient::Id(TelegramChatId(chat.0))
}

/// Telegram's words for somebody who never was in the group.
fn is_unknown(description: &str) -> bool {
    [
        "PARTICIPANT_ID_INVALID",
        "USER_NOT_PARTICIPANT",
        "member not found",
        "user not found",
    ]
    .iter()
    .any(|words| description.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_present(json: &str) -> bool {
        serde_json::from_str::<Member>(json).unwrap().is_present()
    }

    #[test]
    fn every_status_of_the_bot_api_is_understood() {
        for status in ["creator", "administrator", "member"] {
            assert!(is_present(&format!(
                r#"{{"status":"{status}","user":{{}}}}"#
            )));
        }
        assert!(is_present(r#"{"status":"restricted","is_member":true}"#));
        assert!(!is_present(r#"{"status":"restricted","is_member":false}"#));
        for status in ["left", "kicked", "something new"] {
            assert!(!is_present(&format!(
                r#"{{"status":"{status}","until_date":0}}"#
            )));
        }
    }
}
