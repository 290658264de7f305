//! One message to Telegram: our [`Outgoing`] as a Bot API call, and what its answer means.

use std::sync::Arc;

use serde::{Deserialize, de::IgnoredAny};
use teloxide::{
    payloads::{
        DeleteMessage, EditMessageReplyMarkup, EditMessageText, EditMessageTextSetters, LeaveChat,
        PinChatMessage, PinChatMessageSetters, SendChatAction, SendMessage, SendMessageSetters,
        SetMyCommands, SetMyCommandsSetters,
    },
    requests::Payload,
    types::{
        BotCommand, BotCommandScope, ButtonRequest, ChatAction, CopyTextButton, ForceReply,
        InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup,
        LinkPreviewOptions, MessageId as TelegramMessageId, ParseMode, Recipient, ReplyMarkup,
        ReplyParameters, ThreadId,
    },
};

use super::{outcome::Settling, style};
use crate::{
    botapi::{BotApi, CallError},
    chat::{
        delivery::Delivered,
        outgoing::{Act, Activity, Keyboard, Outgoing, Target},
    },
    domain::ids::{ChatId, MessageId},
    store::{Store, chats},
};

/// What sending needs.
pub(super) struct Sender {
    pub(super) api: BotApi,
    pub(super) store: Store,
    pub(super) settling: Settling,
}

/// A new message.
#[derive(Clone, Copy)]
pub(super) struct New<'a> {
    pub(super) html: &'a str,
    pub(super) keyboard: Option<&'a Keyboard>,
    pub(super) reply_to: Option<MessageId>,
}

impl<'a> New<'a> {
    /// One that replies to nothing.
    pub(super) fn alone(html: &'a str, keyboard: Option<&'a Keyboard>) -> Self {
        Self {
            html,
            keyboard,
            reply_to: None,
        }
    }
}

/// The only part of Telegram's `Message` we need back.
#[derive(Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i64,
}

/// Not now: the message stays at the head of its chat.
#[derive(Debug)]
pub(super) enum Delay {
    /// Telegram named the seconds.
    Asked(u32),
    /// The network or Telegram failed.
    Trouble(String),
    /// Our own disk failed.
    Disk(String),
    /// The token is refused: nothing can leave.
    BadToken,
}

/// Sends one message. `Ok` is final, whatever it says; `Err` means later again.
pub(super) async fn send(sender: Arc<Sender>, outgoing: &Outgoing) -> Result<Delivered, Delay> {
    match &outgoing.act {
        Act::Send {
            html,
            keyboard,
            reply_to,
            ..
        } => {
            let reply_to = match reply_to {
                Some(target) => sender.find(outgoing.chat, target).await?,
                None => None,
            };
            let new = New {
                html,
                keyboard: keyboard.as_ref(),
                reply_to,
            };
            sender.send_in_topic(outgoing, new).await
        }
        Act::Edit {
            target,
            html,
            keyboard,
        } => {
            let Some(message) = sender.find(outgoing.chat, target).await? else {
                let new = New::alone(html, keyboard.as_ref());
                return sender.send_in_topic(outgoing, new).await;
            };
            let keyboard = keyboard.as_ref();
            let edited = sender.edit(outgoing.chat, message, html, keyboard);
            if let Some(delivered) = edited.await? {
                return Ok(delivered);
            }
            let new = New::alone(html, keyboard);
            sender.send_in_topic(outgoing, new).await
        }
        Act::Media { media, reply_to } => {
            let reply_to = match reply_to {
                Some(target) => sender.find(outgoing.chat, target).await?,
                None => None,
            };
            sender.media_in_topic(outgoing, media, reply_to).await
        }
        Act::Captioned {
            media,
            html,
            keyboard,
        } => {
            let keyboard = keyboard.as_ref().and_then(inline_markup);
            sender.captioned(outgoing.chat, media, html, keyboard).await
        }
        Act::Picture {
            picture,
            html,
            keyboard,
            ..
        } => {
            sender
                .picture(outgoing.chat, picture, html, keyboard.as_ref())
                .await
        }
        Act::Recaption {
            target,
            html,
            keyboard,
        } => {
            sender
                .recaption(outgoing.chat, target, html, keyboard.as_ref())
                .await
        }
        Act::File { .. } => sender.file(outgoing.chat, &outgoing.act).await,
        Act::Venue {
            location,
            title,
            address,
        } => sender.venue(outgoing.chat, *location, title, address).await,
        Act::Pin { target } => match sender.find(outgoing.chat, target).await? {
            Some(message) => sender.pin(outgoing.chat, message).await,
            None => Ok(Delivered::AsChange),
        },
        Act::Remove { target } => match sender.find(outgoing.chat, target).await? {
            Some(message) => sender.remove(outgoing.chat, message).await,
            None => Ok(Delivered::AsChange),
        },
        Act::Show { activity } => sender.show(outgoing.chat, *activity).await,
        Act::Strip { target } => match sender.find(outgoing.chat, target).await? {
            Some(message) => sender.strip(outgoing.chat, message).await,
            None => Ok(Delivered::AsChange),
        },
        Act::React { target, mark } => sender.react(outgoing.chat, target, *mark).await,
        Act::AnswerInline { answer } => sender.answer_inline(answer).await,
        Act::Menu { commands } => sender.set_menu(outgoing.chat, commands).await,
        Act::Leave => sender.leave(outgoing.chat).await,
    }
}

impl Sender {
    pub(super) async fn find(
        &self,
        chat: ChatId,
        target: &Target,
    ) -> Result<Option<MessageId>, Delay> {
        match target {
            Target::Message(message) => Ok(Some(*message)),
            Target::Slot(slot) => {
                if let Some(message) = self.settling.message_in_slot(chat, slot) {
                    return Ok(Some(message));
                }
                let slot = slot.clone();
                let found = self
                    .store
                    .read(move |tx| chats::message_in_slot(tx, chat, &slot))
                    .await;
                found.map_err(|error| Delay::Disk(error.to_string()))
            }
        }
    }

    pub(super) async fn send_new(
        &self,
        chat: ChatId,
        new: New<'_>,
        thread: Option<i64>,
    ) -> Result<Delivered, Delay> {
        let mut payload = SendMessage::new(recipient(chat), new.html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        payload.message_thread_id = thread.map(|thread| ThreadId(telegram_id(MessageId(thread))));
        if let Some(keyboard) = new.keyboard {
            payload = payload.reply_markup(markup(keyboard));
        }
        if let Some(message) = new.reply_to {
            payload = payload.reply_parameters(
                ReplyParameters::new(telegram_id(message)).allow_sending_without_reply(),
            );
        }
        let sent = match style::styled(&payload, new.keyboard) {
            Some(body) => self.api.send_as::<Sent>(SendMessage::NAME, &body).await,
            None => self.api.send::<_, Sent>(&payload).await,
        };
        match sent {
            Ok(sent) => Ok(Delivered::AsMessage(MessageId(sent.message_id))),
            Err(error) => refused(error),
        }
    }

    /// `None`: the message is gone or too old; what it should say has to be sent anew.
    pub(super) async fn edit(
        &self,
        chat: ChatId,
        message: MessageId,
        html: &str,
        keyboard: Option<&Keyboard>,
    ) -> Result<Option<Delivered>, Delay> {
        let mut payload = EditMessageText::new(recipient(chat), telegram_id(message), html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        if let Some(Keyboard::Inline(_)) = keyboard {
            payload.reply_markup = keyboard.and_then(inline_markup);
        }
        let told = match style::styled(&payload, keyboard) {
            Some(body) => {
                let told = self.api.send_as::<IgnoredAny>(EditMessageText::NAME, &body);
                told.await.map(drop)
            }
            None => self.api.tell(&payload).await,
        };
        match told {
            Ok(()) => Ok(Some(Delivered::AsChange)),
            Err(CallError::Refused { description, .. }) if is_unchanged(&description) => {
                Ok(Some(Delivered::AsChange))
            }
            Err(CallError::Refused { description, .. }) if is_uneditable(&description) => Ok(None),
            Err(error) => refused(error).map(Some),
        }
    }

    /// Takes a message away; one that Telegram keeps loses its buttons.
    async fn remove(&self, chat: ChatId, message: MessageId) -> Result<Delivered, Delay> {
        let payload = DeleteMessage::new(recipient(chat), telegram_id(message));
        match self.api.tell(&payload).await {
            Ok(()) => return Ok(Delivered::AsChange),
            Err(CallError::Refused { code, .. }) if code != 403 => {}
            Err(error) => return refused(error),
        }
        let bare = EditMessageReplyMarkup::new(recipient(chat), telegram_id(message));
        match self.api.tell(&bare).await {
            Ok(()) | Err(CallError::Refused { .. }) => Ok(Delivered::AsChange),
            Err(error) => refused(error),
        }
    }

    /// Pins without a notification. Without the right to, everything else still works.
    async fn pin(&self, chat: ChatId, message: MessageId) -> Result<Delivered, Delay> {
        let payload =
            PinChatMessage::new(recipient(chat), telegram_id(message)).disable_notification(true);
        match self.api.tell(&payload).await {
            Ok(()) => Ok(Delivered::Pinned(message)),
            Err(CallError::Refused { code, description }) if code != 403 => {
                Ok(Delivered::NotPinned(description))
            }
            Err(error) => refused(error),
        }
    }

    async fn set_menu(
        &self,
        chat: ChatId,
        commands: &[(String, String)],
    ) -> Result<Delivered, Delay> {
        let commands = commands
            .iter()
            .map(|(name, about)| BotCommand::new(name, about));
        let payload = SetMyCommands::new(commands).scope(BotCommandScope::Chat {
            chat_id: recipient(chat),
        });
        match self.api.tell(&payload).await {
            Ok(()) => Ok(Delivered::AsChange),
            Err(error) => refused(error),
        }
    }
}

impl Sender {
    /// Shows that somebody is at work; of no use to anybody later.
    async fn show(&self, chat: ChatId, activity: Activity) -> Result<Delivered, Delay> {
        let action = match activity {
            Activity::Writing => ChatAction::Typing,
            Activity::SendingFile => ChatAction::UploadDocument,
        };
        let _ = self
            .api
            .tell(&SendChatAction::new(recipient(chat), action))
            .await;
        Ok(Delivered::AsChange)
    }

    /// The buttons of a message go; one that has none, or is gone, is as good.
    async fn strip(&self, chat: ChatId, message: MessageId) -> Result<Delivered, Delay> {
        let payload = EditMessageReplyMarkup::new(recipient(chat), telegram_id(message));
        match self.api.tell(&payload).await {
            Ok(()) | Err(CallError::Refused { .. }) => Ok(Delivered::AsChange),
            Err(error) => refused(error),
        }
    }

    /// Goes out of a group; out of it already is just as well.
    async fn leave(&self, chat: ChatId) -> Result<Delivered, Delay> {
        let payload = LeaveChat::new(recipient(chat));
        match self.api.tell(&payload).await {
            Ok(()) | Err(CallError::Refused { .. }) => Ok(Delivered::AsChange),
            Err(error) => refused(error),
        }
    }
}

/// What a failed call means for the message.
pub(super) fn refused(error: CallError) -> Result<Delivered, Delay> {
    match error {
        CallError::RetryAfter(seconds) => Err(Delay::Asked(seconds)),
        CallError::Trouble(why) => Err(Delay::Trouble(why)),
        CallError::BadToken => Err(Delay::BadToken),
        CallError::Migrated(to) => Ok(Delivered::Migrated(to)),
        CallError::Refused { code, description } => {
            if code == 403 || is_unreachable(&description) {
                Ok(Delivered::Unreachable(description))
            } else {
                Ok(Delivered::Refused(description))
            }
        }
    }
}

pub(super) fn is_unchanged(description: &str) -> bool {
    description.contains("message is not modified")
}

/// The message to change is gone, too old, or not ours: what it should say is sent anew.
pub(super) fn is_uneditable(description: &str) -> bool {
    [
        "message to edit not found",
        "message can't be edited",
        "MESSAGE_ID_INVALID",
        "message not found",
    ]
    .iter()
    .any(|words| description.contains(words))
}

/// 400s that speak of the chat rather than the message.
fn is_unreachable(description: &str) -> bool {
    [
        "chat not found",
        "not enough rights",
        "have no rights",
        "CHAT_WRITE_FORBIDDEN",
        "PEER_ID_INVALID",
        "need administrator rights",
        "user is deactivated",
        "TOPIC_CLOSED",
    ]
    .iter()
    .any(|words| description.contains(words))
}

pub(super) fn recipient(chat: ChatId) -> Recipient {
    Recipient::Id(teloxide::types::ChatId(chat.0))
}

/// Telegram's message ids fit into 32 bits; an id that does not was never Telegram's and will not be found.
pub(super) fn telegram_id(message: MessageId) -> TelegramMessageId {
    TelegramMessageId(i32::try_from(message.0).unwrap_or(i32::MAX))
}

pub(super) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

pub(super) fn markup(keyboard: &Keyboard) -> ReplyMarkup {
    match keyboard {
        Keyboard::Inline(rows) => ReplyMarkup::InlineKeyboard(inline(rows)),
        Keyboard::Reply => ReplyMarkup::ForceReply(ForceReply::new().selective()),
        Keyboard::Home(rows) => ReplyMarkup::Keyboard(
            KeyboardMarkup::new(rows.iter().map(|row| row.iter().map(KeyboardButton::new)))
                .resize_keyboard()
                .persistent(),
        ),
        Keyboard::Contact { share, back } => ReplyMarkup::Keyboard(
            KeyboardMarkup::new([
                [KeyboardButton::new(share).request(ButtonRequest::Contact)],
                [KeyboardButton::new(back)],
            ])
            .resize_keyboard(),
        ),
    }
}

pub(super) fn inline_markup(keyboard: &Keyboard) -> Option<InlineKeyboardMarkup> {
    match keyboard {
        Keyboard::Inline(rows) => Some(inline(rows)),
        Keyboard::Home(_) | Keyboard::Contact { .. } | Keyboard::Reply => None,
    }
}

fn inline(rows: &[Vec<crate::chat::outgoing::InlineButton>]) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(rows.iter().map(|row| row.iter().map(inline_button)))
}

/// An address that is none was never let through; should it be one day, the button copies it.
pub(super) fn inline_button(button: &crate::chat::outgoing::InlineButton) -> InlineKeyboardButton {
    let label = button.label.clone();
    if let Some(words) = &button.shares {
        return InlineKeyboardButton::switch_inline_query(label, words.clone());
    }
    if let Some(Ok(address)) = button.opens.as_deref().map(str::parse) {
        return InlineKeyboardButton::url(label, address);
    }
    match button.copies.as_ref().or(button.opens.as_ref()) {
        Some(text) => {
            let copies = CopyTextButton { text: text.clone() };
            InlineKeyboardButton::copy_text_button(label, copies)
        }
        None => InlineKeyboardButton::callback(label, button.data.clone()),
    }
}
