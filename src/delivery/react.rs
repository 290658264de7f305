//! The bot's reaction to a message of a group: seen at a glance, of no use to anybody later. Whatever goes wrong with it holds
//! up nothing.

use teloxide::{
    payloads::{SetMessageReaction, SetMessageReactionSetters},
    types::ReactionType,
};

use super::send::{Delay, Sender, recipient, telegram_id};
use crate::{
    botapi::CallError,
    chat::{
        delivery::Delivered,
        outgoing::{Mark, Target},
    },
    domain::ids::ChatId,
};

impl Sender {
    /// Reacts, or takes the reaction back. Not tried again: what comes next says more.
    pub(super) async fn react(
        &self,
        chat: ChatId,
        target: &Target,
        mark: Option<Mark>,
    ) -> Result<Delivered, Delay> {
        let Some(message) = self.find(chat, target).await? else {
            return Ok(Delivered::AsChange);
        };
        let reaction = mark.map(|mark| ReactionType::Emoji {
            emoji: mark.emoji().to_owned(),
        });
        let payload =
            SetMessageReaction::new(recipient(chat), telegram_id(message)).reaction(reaction);
        match self.api.tell(&payload).await {
            Ok(()) => Ok(Delivered::AsChange),
            Err(CallError::Refused { description, .. }) if is_forbidden(&description) => {
                Ok(Delivered::NotReacted)
            }
            Err(CallError::Migrated(to)) => Ok(Delivered::Migrated(to)),
            // A server that does not know the method says "Not Found", as to a wrong token; that one the messages find out.
            Err(CallError::BadToken) => Ok(Delivered::NotReacted),
            Err(CallError::Refused { .. } | CallError::RetryAfter(_) | CallError::Trouble(_)) => {
                Ok(Delivered::AsChange)
            }
        }
    }
}

/// The group takes no reactions, not this one, or none of the bot's.
fn is_forbidden(description: &str) -> bool {
    ["REACTION", "not enough rights", "have no rights"]
        .iter()
        .any(|words| description.contains(words))
}
