//! What a person's message says, in wire form.

use serde_json::{Map, Value, json};

use super::spec::{FileParticulars, FileSource, OnBehalf, Send};
use super::{Verb, fields, no};
use crate::emulator::entities;
use crate::emulator::files::{MediaKind, NewFile};
use crate::emulator::html::Formatted;
use crate::emulator::utf16;
use crate::emulator::world::state::State;

/// `text` and `entities`, or `caption` and `caption_entities`.
pub(super) fn text_fields(text: &str, field: &str) -> Map<String, Value> {
    let mut formatted = entities::trim(Formatted {
        text: text.to_owned(),
        entities: Vec::new(),
    });
    entities::detect(&mut formatted);
    let mut fields = Map::from_iter([(field.to_owned(), json!(formatted.text))]);
    if !formatted.entities.is_empty() {
        let name = if field == "text" {
            "entities"
        } else {
            "caption_entities"
        };
        fields.insert(name.to_owned(), json!(formatted.entities));
    }
    fields
}

impl State {
    /// The content of a person's message.
    pub(super) fn user_content(&mut self, send: &Send) -> Verb<Map<String, Value>> {
        let more = fields::checked(&send.fields, &send.unheard_of)?;
        let mut content = if let Some(text) = &send.text {
            let fields = text_fields(text, "text");
            match fields["text"].as_str().map(utf16::len) {
                Some(1..=4096) => fields,
                _ => return no("a text has 1 to 4096 characters"),
            }
        } else if let Some((kind, source)) = file_of(send) {
            self.user_file(kind, source)?
        } else if let Some(content) = other_content(self, send) {
            content
        } else if more.is_empty() {
            return no("the message says nothing");
        } else {
            Map::new()
        };
        if let Some(caption) = &send.caption {
            content.extend(text_fields(caption, "caption"));
        }
        if let Some(album) = &send.media_group_id {
            content.insert("media_group_id".into(), json!(album));
        }
        if let Some(origin) = &send.forward_from {
            content.insert("forward_origin".into(), self.origin(origin));
        }
        if send.via_bot {
            content.insert("via_bot".into(), self.bot.wire());
        }
        if let Some(whose) = &send.on_behalf {
            content.insert("sender_chat".into(), self.sender_chat(send.chat_id, whose)?);
        }
        content.extend(more);
        Ok(content)
    }

    fn user_file(&mut self, kind: MediaKind, source: &FileSource) -> Verb<Map<String, Value>> {
        let particulars = match source {
            FileSource::Id(id) => FileParticulars {
                file_id: Some(id.clone()),
                ..FileParticulars::default()
            },
            FileSource::Described(particulars) => particulars.clone(),
        };
        let id = match &particulars.file_id {
            Some(id) => match self.files.retyped(&mut self.ids, id, kind) {
                Some(id) => id,
                None => return no("there is no such file"),
            },
            None => self.files.add(
                &mut self.ids,
                kind,
                NewFile {
                    name: particulars.file_name.clone(),
                    mime_type: particulars.mime_type.clone(),
                    bytes: axum::body::Bytes::from_static(b"made up by the emulator"),
                    size: particulars.file_size,
                },
            ),
        };
        let mut extra = Map::new();
        for (name, value) in [
            ("duration", particulars.duration),
            ("width", particulars.width),
            ("height", particulars.height),
        ] {
            if let Some(value) = value {
                extra.insert(name.to_owned(), json!(value));
            }
        }
        let mut content = self.files.content(&id, &extra);
        for name in &particulars.without {
            if name.starts_with("file_id") || name.starts_with("file_unique") {
                return no(format!("every file has a {name}"));
            }
            for file in content.values_mut() {
                leave_out(file, name);
            }
        }
        Ok(content)
    }

    fn sender_chat(&self, chat_id: i64, whose: &OnBehalf) -> Verb<Value> {
        let chat = self.chats.get(&chat_id);
        match (whose, chat.filter(|chat| !chat.is_private())) {
            (_, None) => no("in private everybody writes in their own name"),
            (OnBehalf::Group, Some(chat)) => Ok(self.chat_wire(chat)),
            (OnBehalf::Channel(title), Some(_)) => {
                Ok(json!({ "id": CHANNEL, "type": "channel", "title": title }))
            }
        }
    }

    fn origin(&self, from: &Value) -> Value {
        let date = self.clock.now();
        match from.as_i64() {
            Some(id) => {
                json!({ "type": "user", "date": date, "sender_user": self.user_wire(id) })
            }
            None => json!({
                "type": "hidden_user", "date": date,
                "sender_user_name": from.as_str().unwrap_or("Ẩn danh"),
            }),
        }
    }
}

fn file_of(send: &Send) -> Option<(MediaKind, &FileSource)> {
    let of = |kind| match kind {
        MediaKind::Photo => &send.photo,
        MediaKind::Document => &send.document,
        MediaKind::Video => &send.video,
        MediaKind::Voice => &send.voice,
        MediaKind::Audio => &send.audio,
        MediaKind::Animation => &send.animation,
        MediaKind::Sticker => &send.sticker,
        MediaKind::VideoNote => &send.video_note,
    };
    MediaKind::ALL
        .into_iter()
        .find_map(|kind| Some((kind, of(kind).as_ref()?)))
}

fn leave_out(file: &mut Value, name: &str) {
    match file {
        Value::Array(sizes) => sizes.iter_mut().for_each(|size| leave_out(size, name)),
        Value::Object(fields) => {
            fields.remove(name);
        }
        _ => {}
    }
}

/// The id of the channel in whose name people write.
const CHANNEL: i64 = -1_009_000_000_001;

fn other_content(state: &mut State, send: &Send) -> Option<Map<String, Value>> {
    let content = if let Some(location) = &send.location {
        json!({ "location": location })
    } else if let Some(venue) = &send.venue {
        // Telegram repeats the place of a venue on its own.
        json!({ "venue": venue, "location": venue["location"] })
    } else if let Some(contact) = &send.contact {
        json!({ "contact": contact })
    } else if let Some(poll) = &send.poll {
        json!({ "poll": poll_wire(&state.ids.digits(), poll) })
    } else if let Some(dice) = &send.dice {
        let emoji = dice.as_str().unwrap_or("🎲");
        json!({ "dice": { "emoji": emoji, "value": 1 + state.ids.below(6) } })
    } else {
        return None;
    };
    match content {
        Value::Object(content) => Some(content),
        _ => None,
    }
}

/// The `Poll` object.
pub(crate) fn poll_wire(id: &str, poll: &Value) -> Value {
    let options: Vec<Value> = poll["options"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|option| {
            let text = option.as_str().or_else(|| option["text"].as_str());
            json!({ "text": text.unwrap_or_default(), "voter_count": 0 })
        })
        .collect();
    let flag = |name: &str, usual: bool| poll[name].as_bool().unwrap_or(usual);
    json!({
        "id": id, "question": poll["question"].as_str().unwrap_or_default(), "options": options,
        "total_voter_count": 0, "is_closed": false, "is_anonymous": flag("is_anonymous", true),
        "type": poll["type"].as_str().unwrap_or("regular"),
        "allows_multiple_answers": flag("allows_multiple_answers", false),
    })
}
