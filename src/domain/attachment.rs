//! What a resident sends beside words: Telegram keeps the files, we keep how to find them again.
//!
//! Nothing here is ever opened or downloaded. What may be sent is decided by [`check`].

use serde::{Deserialize, Serialize};

/// So many attachments a question may have: two albums' worth would bury a card.
pub const MAX_ATTACHMENTS: usize = 10;

/// The largest document, in bytes: what a bot (and so the office's export) can fetch from Telegram.
pub const MAX_DOCUMENT: u64 = 20 * 1024 * 1024;

/// The largest video, in bytes: some minutes, and bearable on a prepaid phone.
pub const MAX_VIDEO: u64 = 50 * 1024 * 1024;

/// The longest voice message, in seconds: nobody listens to more.
pub const MAX_VOICE_SECONDS: u32 = 600;

/// Endings of documents that are taken. Everything else could carry a program, or hide what it is.
const DOCUMENTS: [&str; 26] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv",
    "jpg", "jpeg", "png", "heic", "webp", "gif", "mp4", "mov", "3gp", "mp3", "m4a", "ogg", "wav",
];

/// A file that Telegram keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// With which we can send it again.
    pub id: String,
    /// The same file always has the same one.
    pub unique_id: String,
    /// Bytes; 0 where Telegram did not say.
    #[serde(default)]
    pub size: u64,
}

/// Millionths of a degree: exact, and comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Microdegrees(pub i64);

impl Microdegrees {
    /// From degrees as Telegram writes them.
    #[must_use]
    pub fn of(degrees: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "degrees are at most 180, and a cast saturates"
        )]
        Self((degrees * 1e6).round() as i64)
    }

    /// As Telegram writes them.
    #[must_use]
    pub fn degrees(self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "at most nine digits, which an f64 holds exactly"
        )]
        let micro = self.0 as f64;
        micro / 1e6
    }
}

/// One thing sent beside words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "media", rename_all = "snake_case")]
pub enum Media {
    /// A picture.
    Photo {
        /// The file.
        file: File,
    },
    /// A film.
    Video {
        /// The file.
        file: File,
    },
    /// A round film.
    VideoNote {
        /// The file.
        file: File,
    },
    /// A soundless film.
    Animation {
        /// The file.
        file: File,
    },
    /// Spoken words.
    Voice {
        /// The file.
        file: File,
        /// How long it is.
        seconds: u32,
    },
    /// Another sound.
    Audio {
        /// The file.
        file: File,
    },
    /// Any other file.
    Document {
        /// The file.
        file: File,
        /// Its name, where it has one.
        name: Option<String>,
        /// Its type, as the sender's app says.
        mime: Option<String>,
    },
    /// A place on the map.
    Place {
        /// North.
        latitude: Microdegrees,
        /// East.
        longitude: Microdegrees,
        /// What it is called, and where that is.
        venue: Option<(String, String)>,
    },
}

/// What a resident sent that is not words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// Something that can go with a question.
    Media(Media),
    /// A contact: their own phone, or somebody else's.
    Contact {
        /// The number as the app writes it.
        phone: String,
        /// Whose it is, where they have an account.
        user: Option<super::ids::UserId>,
    },
    /// A sticker, a poll, a die, or something newer than this bot.
    Other,
}

/// Why something cannot go with a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It is larger than allowed, in bytes.
    TooLarge {
        /// How large it is.
        size: u64,
        /// How large it may be.
        limit: u64,
    },
    /// It is longer than allowed, in seconds.
    TooLong {
        /// How long it may be.
        limit: u32,
    },
    /// Files of this kind are not taken.
    Risky {
        /// Its ending, or what stands for it.
        ending: String,
    },
}

impl Media {
    /// Whether somebody speaks in it, most likely.
    #[must_use]
    pub fn is_recording(&self) -> bool {
        matches!(
            self,
            Self::Voice { .. } | Self::Audio { .. } | Self::VideoNote { .. }
        )
    }

    /// The file, if it is one.
    #[must_use]
    pub fn file(&self) -> Option<&File> {
        match self {
            Self::Photo { file }
            | Self::Video { file }
            | Self::VideoNote { file }
            | Self::Animation { file }
            | Self::Voice { file, .. }
            | Self::Audio { file }
            | Self::Document { file, .. } => Some(file),
            Self::Place { .. } => None,
        }
    }

    /// Which ones an album may hold together: pictures with films, documents among themselves, sounds among
    /// themselves; `None`: it stands alone.
    #[must_use]
    pub fn album(&self) -> Option<Album> {
        match self {
            Self::Photo { .. } | Self::Video { .. } => Some(Album::Pictures),
            Self::Document { .. } => Some(Album::Documents),
            Self::Audio { .. } => Some(Album::Sounds),
            Self::VideoNote { .. }
            | Self::Animation { .. }
            | Self::Voice { .. }
            | Self::Place { .. } => None,
        }
    }
}

/// What an album is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Album {
    /// Pictures and films.
    Pictures,
    /// Documents.
    Documents,
    /// Sounds.
    Sounds,
}

/// In the order in which they came, neighbours that may stand in one album together.
#[must_use]
pub fn in_albums(media: Vec<Media>) -> Vec<Vec<Media>> {
    let mut groups: Vec<Vec<Media>> = Vec::new();
    for one in media {
        let kind = one.album();
        match groups.last_mut() {
            Some(group)
                if kind.is_some()
                    && group.len() < MAX_ATTACHMENTS
                    && group.first().and_then(Media::album) == kind =>
            {
                group.push(one);
            }
            _ => groups.push(vec![one]),
        }
    }
    groups
}

/// Whether it may go with a question.
///
/// # Errors
/// [`Unfit`], with the limit it breaks.
pub fn check(media: &Media) -> Result<(), Unfit> {
    let at_most = |file: &File, limit: u64| {
        if file.size > limit {
            Err(Unfit::TooLarge {
                size: file.size,
                limit,
            })
        } else {
            Ok(())
        }
    };
    match media {
        Media::Video { file } | Media::VideoNote { file } | Media::Animation { file } => {
            at_most(file, MAX_VIDEO)
        }
        Media::Voice { seconds, .. } if *seconds > MAX_VOICE_SECONDS => Err(Unfit::TooLong {
            limit: MAX_VOICE_SECONDS,
        }),
        Media::Photo { file } | Media::Voice { file, .. } | Media::Audio { file } => {
            at_most(file, MAX_DOCUMENT)
        }
        Media::Document { file, name, mime } => {
            is_known_document(name.as_deref(), mime.as_deref())?;
            at_most(file, MAX_DOCUMENT)
        }
        Media::Place { .. } => Ok(()),
    }
}

fn is_known_document(name: Option<&str>, mime: Option<&str>) -> Result<(), Unfit> {
    let ending = name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, ending)| {
            ending
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        });
    let is_known = match &ending {
        Some(ending) => DOCUMENTS.contains(&ending.as_str()),
        None => mime.is_some_and(|mime| {
            mime == "application/pdf" || mime == "text/plain" || mime.starts_with("image/")
        }),
    };
    if is_known {
        Ok(())
    } else {
        Err(Unfit::Risky {
            ending: ending.unwrap_or_else(|| "?".to_owned()),
        })
    }
}

/// Whether words speak of identity papers, which nobody should send here.
#[must_use]
pub fn speaks_of_papers(words: &str) -> bool {
    let folded = super::text::fold(words);
    [
        "cccd",
        "cmnd",
        "can cuoc",
        "chung minh",
        "ho chieu",
        "passport",
    ]
    .iter()
    .any(|paper| folded.contains(paper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str) -> Media {
        Media::Document {
            file: File {
                id: "1".to_owned(),
                unique_id: "1".to_owned(),
                size: 1,
            },
            name: Some(name.to_owned()),
            mime: Some("application/pdf".to_owned()),
        }
    }

    #[test]
    fn programs_and_what_could_hide_one_are_refused_whatever_they_claim_to_be() {
        for name in [
            "a.exe",
            "don.pdf.exe",
            "don.pdf.EXE ",
            "a.apk",
            "a.js",
            "a.zip",
            "a.docm",
            "a.lnk",
            "a.html",
        ] {
            assert!(
                matches!(check(&document(name)), Err(Unfit::Risky { .. })),
                "{name}"
            );
        }
        for name in ["don.pdf", "Đơn kiến nghị.DOCX", "anh.heic"] {
            assert_eq!(check(&document(name)), Ok(()), "{name}");
        }
    }

    #[test]
    fn albums_keep_the_order() {
        let place = Media::Place {
            latitude: Microdegrees::of(20.64),
            longitude: Microdegrees::of(105.93),
            venue: None,
        };
        let groups = in_albums(vec![
            document("a.pdf"),
            document("b.pdf"),
            place.clone(),
            place,
            document("c.pdf"),
        ]);
        let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 1, 1, 1]);
    }

    #[test]
    fn degrees_survive() {
        assert!((Microdegrees::of(105.931_234).degrees() - 105.931_234).abs() < 1e-9);
    }
}
