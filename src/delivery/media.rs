//! Photos, voice, files and places on their way out: by Telegram's own ids, never by bytes.

use serde::Deserialize;
use serde_json::{Value, json};
use teloxide::types::InlineKeyboardMarkup;

use super::send::{Delay, Sender, Sent, refused};
use crate::{
    chat::delivery::Delivered,
    domain::{
        attachment::Media,
        ids::{ChatId, MessageId},
    },
};

/// One message, or the several of an album.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(Sent),
    Many(Vec<Sent>),
}

impl Sender {
    /// Sends one, or several as an album.
    pub(super) async fn send_media(
        &self,
        chat: ChatId,
        media: &[Media],
        reply_to: Option<MessageId>,
        thread: Option<i64>,
    ) -> Result<Delivered, Delay> {
        let (method, mut body) = match media {
            [one] => single(one),
            several => ("sendMediaGroup", album(several)),
        };
        body["chat_id"] = json!(chat.0);
        if let Some(thread) = thread {
            body["message_thread_id"] = json!(thread);
        }
        if let Some(message) = reply_to {
            body["reply_parameters"] =
                json!({ "message_id": message.0, "allow_sending_without_reply": true });
        }
        match self.api.send_as::<OneOrMany>(method, &body).await {
            Ok(OneOrMany::One(sent)) => Ok(Delivered::AsMessage(MessageId(sent.message_id))),
            Ok(OneOrMany::Many(sent)) => Ok(sent.first().map_or(Delivered::AsChange, |sent| {
                Delivered::AsMessage(MessageId(sent.message_id))
            })),
            Err(error) => refused(error),
        }
    }
}

impl Sender {
    /// One with words and buttons under it.
    pub(super) async fn captioned(
        &self,
        chat: ChatId,
        media: &Media,
        html: &str,
        keyboard: Option<InlineKeyboardMarkup>,
    ) -> Result<Delivered, Delay> {
        let (method, mut body) = single(media);
        body["chat_id"] = json!(chat.0);
        body["caption"] = json!(html);
        body["parse_mode"] = json!("HTML");
        if let Some(keyboard) = keyboard {
            body["reply_markup"] = json!(keyboard);
        }
        match self.api.send_as::<Sent>(method, &body).await {
            Ok(sent) => Ok(Delivered::AsMessage(MessageId(sent.message_id))),
            Err(error) => refused(error),
        }
    }
}

fn single(media: &Media) -> (&'static str, Value) {
    match media {
        Media::Photo { file } => ("sendPhoto", json!({ "photo": file.id })),
        Media::Video { file } => ("sendVideo", json!({ "video": file.id })),
        Media::VideoNote { file } => ("sendVideoNote", json!({ "video_note": file.id })),
        Media::Animation { file } => ("sendAnimation", json!({ "animation": file.id })),
        Media::Voice { file, .. } => ("sendVoice", json!({ "voice": file.id })),
        Media::Audio { file } => ("sendAudio", json!({ "audio": file.id })),
        Media::Document { file, .. } => ("sendDocument", json!({ "document": file.id })),
        Media::Place {
            latitude,
            longitude,
            venue,
        } => {
            let (latitude, longitude) = (latitude.degrees(), longitude.degrees());
            match venue {
                Some((title, address)) => (
                    "sendVenue",
                    json!({ "latitude": latitude, "longitude": longitude, "title": title, "address": address }),
                ),
                None => (
                    "sendLocation",
                    json!({ "latitude": latitude, "longitude": longitude }),
                ),
            }
        }
    }
}

fn album(media: &[Media]) -> Value {
    let items: Vec<Value> = media
        .iter()
        .filter_map(|media| {
            let kind = match media {
                Media::Photo { .. } => "photo",
                Media::Video { .. } => "video",
                Media::Audio { .. } => "audio",
                Media::Document { .. } => "document",
                Media::VideoNote { .. }
                | Media::Animation { .. }
                | Media::Voice { .. }
                | Media::Place { .. } => return None,
            };
            Some(json!({ "type": kind, "media": media.file()?.id }))
        })
        .collect();
    json!({ "media": items })
}
