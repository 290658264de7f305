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
        outgoing::{Act, File, Keyboard, Picture, QR_MARK, Target},
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
        let fields = with_buttons(captioned(chat, html), keyboard);
        let upload = Upload {
            field: "photo",
            name: "picture.png".to_owned(),
            mime_type: "image/png",
            bytes,
        };
        new_message(self.api.upload("sendPhoto", fields, upload).await)
    }

    /// A file; what is none is nothing to do.
    pub(super) async fn file(&self, chat: ChatId, act: &Act) -> Result<Delivered, Delay> {
        let Act::File {
            file,
            html,
            keyboard,
        } = act
        else {
            return Ok(Delivered::AsChange);
        };
        let (name, mime_type, content) = match file {
            File::Calendar { name, entry } => (name, "text/calendar", entry.to_ics().into_bytes()),
            File::Page { name, html, link } => {
                let page = page_with_code(html, link);
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
        let fields = with_buttons(captioned(chat, html), keyboard.as_ref());
        new_message(self.api.upload("sendDocument", fields, upload).await)
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

    /// New words under a picture; one that is gone is said anew. One that turns out to be a text message gets them as its text.
    pub(super) async fn recaption(
        &self,
        chat: ChatId,
        target: &Target,
        html: &str,
        keyboard: Option<&Keyboard>,
    ) -> Result<Delivered, Delay> {
        let Some(message) = self.find(chat, target).await? else {
            return self.send_new(chat, New::alone(html, keyboard), None).await;
        };
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

/// A page to print, with its QR code in it.
pub(crate) fn page_with_code(html: &str, link: &str) -> String {
    let picture = qr::svg_of(link).unwrap_or_default();
    html.replacen(QR_MARK, &picture, 1)
}

fn captioned(chat: ChatId, html: &str) -> Vec<(&'static str, String)> {
    vec![
        ("chat_id", chat.to_string()),
        ("caption", html.to_owned()),
        ("parse_mode", "HTML".to_owned()),
    ]
}

fn with_buttons(
    mut fields: Vec<(&'static str, String)>,
    keyboard: Option<&Keyboard>,
) -> Vec<(&'static str, String)> {
    let markup = keyboard.and_then(|keyboard| serde_json::to_string(&markup(keyboard)).ok());
    fields.extend(markup.map(|markup| ("reply_markup", markup)));
    fields
}

fn new_message(sent: Result<Sent, CallError>) -> Result<Delivered, Delay> {
    match sent {
        Ok(sent) => Ok(Delivered::AsMessage(MessageId(sent.message_id))),
        Err(error) => refused(error),
    }
}
