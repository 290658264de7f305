//! What was sent beside words: files, places, contacts. What cannot go with a question is [`Sent::Other`].

use serde::Deserialize;

use super::wire::{Each, FileOf, Location, Message, Names};
use crate::domain::{
    attachment::{File, Media, Microdegrees, Sent},
    ids::UserId,
};

/// What the message carries, of the things the bot has a use for.
pub(super) fn sent(message: &Message<'_>) -> Option<Sent> {
    if let Some(media) = media(message) {
        return Some(Sent::Media(media));
    }
    let contact = message.contact.0.as_ref()?;
    Some(Sent::Contact {
        phone: contact.phone_number.owned()?,
        user: contact.user_id.0.map(UserId),
    })
}

fn media(message: &Message<'_>) -> Option<Media> {
    if let Some(file) = message.photo.0.as_ref().and_then(largest) {
        return Some(Media::Photo { file });
    }
    // Telegram repeats an animation as a document.
    if let Some(file) = message.animation.0.as_ref().and_then(file) {
        return Some(Media::Animation { file });
    }
    let films = [&message.video, &message.live_photo];
    if let Some(file) = films
        .into_iter()
        .find_map(|film| film.0.as_ref().and_then(file))
    {
        return Some(Media::Video { file });
    }
    if let Some(file) = message.video_note.0.as_ref().and_then(file) {
        return Some(Media::VideoNote { file });
    }
    if let Some(voice) = message.voice.0.as_ref().and_then(voice) {
        return Some(voice);
    }
    if let Some(file) = message.audio.0.as_ref().and_then(file) {
        return Some(Media::Audio { file });
    }
    if let Some(document) = &message.document.0
        && let Some(file) = file(document)
    {
        return Some(Media::Document {
            file,
            name: document.file_name.owned(),
            mime: document.mime_type.owned(),
        });
    }
    place(message)
}

/// A file found in a formatted page, by the name of its field.
pub(super) fn of_page(field: &str, json: &str) -> Option<Media> {
    let one = || serde_json::from_str::<FileOf>(json).ok();
    match field {
        "photo" => {
            let file = largest(&serde_json::from_str(json).ok()?)?;
            Some(Media::Photo { file })
        }
        "video" => Some(Media::Video {
            file: file(&one()?)?,
        }),
        "animation" => Some(Media::Animation {
            file: file(&one()?)?,
        }),
        "audio" => Some(Media::Audio {
            file: file(&one()?)?,
        }),
        "voice_note" => voice(&one()?),
        "document" => {
            let document = one()?;
            Some(Media::Document {
                file: file(&document)?,
                name: document.file_name.owned(),
                mime: document.mime_type.owned(),
            })
        }
        _ => None,
    }
}

fn voice(of: &FileOf) -> Option<Media> {
    Some(Media::Voice {
        file: file(of)?,
        seconds: of.duration.0.unwrap_or(0),
    })
}

fn largest(sizes: &Each<FileOf>) -> Option<File> {
    sizes.0.iter().rev().find_map(file)
}

/// A file without an id cannot be found again; without a size it is one of unknown size.
fn file(of: &FileOf) -> Option<File> {
    let id = of.file_id.owned()?;
    Some(File {
        unique_id: of.file_unique_id.owned().unwrap_or_else(|| id.clone()),
        size: of.file_size.0.unwrap_or(0),
        id,
    })
}

fn place(message: &Message<'_>) -> Option<Media> {
    // Telegram repeats the place of a venue on its own.
    let venue = message.venue.0.as_ref();
    let of_venue = venue.and_then(|venue| venue.location.0.as_ref());
    let Location {
        latitude,
        longitude,
    } = of_venue.or(message.location.0.as_ref())?;
    Some(Media::Place {
        latitude: Microdegrees::of(latitude.0?),
        longitude: Microdegrees::of(longitude.0?),
        venue: venue.map(|venue| {
            let words = |of: Option<String>| of.unwrap_or_default();
            (words(venue.title.owned()), words(venue.address.owned()))
        }),
    })
}

/// What Telegram tells about the chat itself: nobody said anything, so nobody waits for an answer.
const NOTICES: [&str; 45] = [
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_owner_changed",
    "chat_owner_left",
    "checklist_tasks_done",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "gift_upgrade_sent",
    "giveaway_completed",
    "giveaway_created",
    "group_chat_created",
    "left_chat_member",
    "managed_bot_created",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "pinned_message",
    "poll_option_added",
    "poll_option_deleted",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "suggested_post_approval_failed",
    "suggested_post_approved",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "supergroup_chat_created",
    "video_chat_ended",
    "video_chat_participants_invited",
    "video_chat_scheduled",
    "video_chat_started",
    "write_access_allowed",
];

/// Whether the message is a notice of Telegram's. Whatever else it is, also what is newer than this bot, somebody
/// sent.
pub(super) fn is_notice(message: &str) -> bool {
    let mut json = serde_json::Deserializer::from_str(message);
    let Ok(Names(names)) = Names::deserialize(&mut json) else {
        return true;
    };
    names.iter().any(|name| NOTICES.contains(&name.as_ref()))
}
