//! Pictures, files and places to Telegram. The outbox holds what they say; their bytes are made here.

use teloxide::{
    payloads::{EditMessageCaption, EditMessageCaptionSetters, SendVenue},
    types::ParseMode,
};

use super::{
    qr,
    send::{
        Delay, New, Sender, Sent, inline_markup, is_unchanged, is_uneditable, markup, recipient,
        refused, telegram_id,
    },
};
use crate::{
    botapi::{CallError, Upload},
    chat::{
        delivery::Delivered,
        outgoing::{File, Keyboard, Picture, QR_MARK},
    },
    domain::{
        ids::{ChatId, MessageId},
        meeting::Location,
    },
};

impl Sender {
    /// A picture; should it not be possible to draw it, its words.
    pub(super) async fn picture(
        &self,
        chat: ChatId,
        picture: &Picture,
        html: &str,
        keyboard: Option<&Keyboard>,
    ) -> Result<Delivered, Delay> {
        let drawn = match picture {
            Picture::Qr { link } => qr::png_of(link),
            Picture::Drawn { bytes } => Some(bytes.clone()),
        };
        let Some(bytes) = drawn else {
            return self.send_new(chat, New::alone(html, keyboard), None).await;
        };
        let mut fields = captioned(chat, html);
        if let Some(keyboard) =
            keyboard.and_then(|keyboard| serde_json::to_string(&markup(keyboard)).ok())
        {
            fields.push(("reply_markup", keyboard));
        }
        let upload = Upload {
            field: "photo",
            name: "picture.png".to_owned(),
            mime_type: "image/png",
            bytes,
        };
        new_message(self.api.upload("sendPhoto", fields, upload).await)
    }

    /// A file.
    pub(super) async fn file(
        &self,
        chat: ChatId,
        file: &File,
        html: &str,
    ) -> Result<Delivered, Delay> {
        let (name, mime_type, content) = match file {
            File::Calendar { name, entry } => (name, "text/calendar", entry.to_ics().into_bytes()),
            File::Page { name, html, link } => {
                let picture = qr::svg_of(link).unwrap_or_default();
                let page = html.replacen(QR_MARK, &picture, 1);
                (name, "text/html", page.into_bytes())
            }
            File::Text { name, text } => (name, "text/plain", text.clone().into_bytes()),
            File::Report { name, form, bytes } => (name, form.mime_type(), bytes.clone()),
        };
        let upload = Upload {
            field: "document",
            name: name.clone(),
            mime_type,
            bytes: content,
        };
        new_message(
            self.api
                .upload("sendDocument", captioned(chat, html), upload)
                .await,
        )
    }

    /// A place on the map.
    pub(super) async fn venue(
        &self,
        chat: ChatId,
        location: Location,
        title: &str,
        address: &str,
    ) -> Result<Delivered, Delay> {
        let payload = SendVenue::new(recipient(chat), location.lat, location.lon, title, address);
        new_message(self.api.send(&payload).await)
    }

    /// New words under a picture. One that turns out to be a text message gets them as its text.
    pub(super) async fn recaption(
        &self,
        chat: ChatId,
        message: MessageId,
        html: &str,
        keyboard: Option<&Keyboard>,
    ) -> Result<Delivered, Delay> {
        let mut payload = EditMessageCaption::new(recipient(chat), telegram_id(message))
            .caption(html)
            .parse_mode(ParseMode::Html);
        payload.reply_markup = keyboard.and_then(inline_markup);
        match self.api.tell(&payload).await {
            Ok(()) => Ok(Delivered::AsChange),
            Err(CallError::Refused { description, .. }) if is_unchanged(&description) => {
                Ok(Delivered::AsChange)
            }
            Err(CallError::Refused { description, .. }) if is_uneditable(&description) => {
                self.send_new(chat, New::alone(html, keyboard), None).await
            }
            Err(CallError::Refused { description, .. })
                if description.contains("no caption in the message to edit") =>
            {
                let edited = self.edit(chat, message, html, keyboard);
                if let Some(delivered) = edited.await? {
                    return Ok(delivered);
                }
                self.send_new(chat, New::alone(html, keyboard), None).await
            }
            Err(error) => refused(error),
        }
    }
}

fn captioned(chat: ChatId, html: &str) -> Vec<(&'static str, String)> {
    vec![
        ("chat_id", chat.to_string()),
        ("caption", html.to_owned()),
        ("parse_mode", "HTML".to_owned()),
    ]
}

fn new_message(sent: Result<Sent, CallError>) -> Result<Delivered, Delay> {
    match sent {
        Ok(sent) => Ok(Delivered::AsMessage(MessageId(sent.message_id))),
        Err(error) => refused(error),
    }
}
