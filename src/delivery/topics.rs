//! Which topic of a forum a message goes to; topics are made when they are first needed, and made again when somebody
//! deleted them. Where the bot may not make any, messages go to the general topic.

use serde::Deserialize;
use teloxide::payloads::CreateForumTopic;

use super::send::{Delay, New, Sender, recipient, refused};
use crate::{
    botapi::CallError,
    chat::{delivery::Delivered, outgoing::Outgoing},
    domain::{
        attachment::Media,
        ids::{ChatId, MessageId},
        text,
    },
    store::topics::{self, Topic},
};

/// Telegram's limit for the name of a topic, in characters.
const MAX_NAME: usize = 128;

/// The only part of Telegram's `ForumTopic` we need back.
#[derive(Deserialize)]
struct Made {
    message_thread_id: i64,
}

impl Sender {
    /// Sends a new message, in the topic of its question if the group has topics.
    pub(super) async fn send_in_topic(
        &self,
        outgoing: &Outgoing,
        new: New<'_>,
    ) -> Result<Delivered, Delay> {
        let chat = outgoing.chat;
        let Some(topic) = self.topic_of(outgoing).await? else {
            return self.send_new(chat, new, None).await;
        };
        let thread = self.thread_of(chat, &topic).await?;
        let sent = self.send_new(chat, new, thread).await?;
        if thread.is_none() || !is_without_topic(&sent) {
            return Ok(sent);
        }
        let thread = self.make(chat, &topic).await?;
        self.send_new(chat, new, thread).await
    }

    /// Files and places, likewise.
    pub(super) async fn media_in_topic(
        &self,
        outgoing: &Outgoing,
        media: &[Media],
        reply_to: Option<MessageId>,
    ) -> Result<Delivered, Delay> {
        let chat = outgoing.chat;
        let Some(topic) = self.topic_of(outgoing).await? else {
            return self.send_media(chat, media, reply_to, None).await;
        };
        let thread = self.thread_of(chat, &topic).await?;
        let sent = self.send_media(chat, media, reply_to, thread).await?;
        if thread.is_none() || !is_without_topic(&sent) {
            return Ok(sent);
        }
        let thread = self.make(chat, &topic).await?;
        self.send_media(chat, media, reply_to, thread).await
    }

    /// The topic of the question that a message in a group is about. A reply to somebody's own message goes where
    /// that message is, and an acknowledgement likewise.
    async fn topic_of(&self, outgoing: &Outgoing) -> Result<Option<Topic>, Delay> {
        use crate::chat::outgoing::{Act, Target};
        let replies_to_somebody = matches!(
            outgoing.act,
            Act::Send {
                reply_to: Some(Target::Message(_)),
                ..
            }
        );
        let chat = outgoing.chat;
        let Some(question) = outgoing.about.question else {
            return Ok(None);
        };
        if chat.is_private() || replies_to_somebody {
            return Ok(None);
        }
        self.store
            .read(move |tx| topics::of_question(tx, question, chat))
            .await
            .map_err(|error| Delay::Disk(error.to_string()))
    }

    async fn thread_of(&self, chat: ChatId, topic: &Topic) -> Result<Option<i64>, Delay> {
        match topic.thread {
            Some(thread) => Ok(Some(thread)),
            None => self.make(chat, topic).await,
        }
    }

    /// Makes the topic and remembers it. `None`: the bot may not, or the group has no topics any more.
    async fn make(&self, chat: ChatId, topic: &Topic) -> Result<Option<i64>, Delay> {
        let name: String = text::truncate_utf16(&topic.name, MAX_NAME);
        let payload = CreateForumTopic::new(recipient(chat), name);
        let thread = match self.api.send::<_, Made>(&payload).await {
            Ok(made) => Some(made.message_thread_id),
            Err(CallError::Refused {
                code: 400,
                description,
            }) => {
                tracing::warn!(chat = chat.0, why = description, "a topic cannot be made");
                None
            }
            Err(error) => {
                // Only delays come out of it as errors; anything final is left to the message itself.
                refused(error)?;
                None
            }
        };
        let category = topic.category.clone();
        self.store
            .write(move |tx| topics::set_thread(tx, chat, &category, thread))
            .await
            .map_err(|error| Delay::Disk(error.to_string()))?;
        Ok(thread)
    }
}

/// The topic was deleted, or is closed to the bot.
fn is_without_topic(sent: &Delivered) -> bool {
    match sent {
        Delivered::Refused(why) | Delivered::Unreachable(why) => {
            why.contains("message thread not found") || why.contains("TOPIC_")
        }
        Delivered::AsMessage(_)
        | Delivered::AsChange
        | Delivered::Pinned(_)
        | Delivered::NotPinned(_)
        | Delivered::NotReacted
        | Delivered::Migrated(_) => false,
    }
}
