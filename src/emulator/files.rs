//! Files: what was uploaded, under the ids and paths by which it is found again.

use std::collections::HashMap;

use axum::body::Bytes;
use serde_json::{Map, Value, json};

use super::ids::Ids;

/// What the bot may download.
pub(crate) const MAX_DOWNLOAD: u64 = 20 * 1024 * 1024;

/// How a file is sent. Each has its own message field and its own file ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MediaKind {
    Photo,
    Document,
    Video,
    Voice,
    Audio,
    Animation,
    Sticker,
    VideoNote,
}

impl MediaKind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Photo,
        Self::Document,
        Self::Video,
        Self::Voice,
        Self::Audio,
        Self::Animation,
        Self::Sticker,
        Self::VideoNote,
    ];

    /// The field of the message and the parameter of the method.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Video => "video",
            Self::Voice => "voice",
            Self::Audio => "audio",
            Self::Animation => "animation",
            Self::Sticker => "sticker",
            Self::VideoNote => "video_note",
        }
    }

    /// The beginning of a file id, the folder of a path, the usual extension and MIME type.
    fn looks(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Photo => ("AgACAgUAAxkBAA", "photos", "jpg", "image/jpeg"),
            Self::Document => (
                "BQACAgUAAxkBAA",
                "documents",
                "bin",
                "application/octet-stream",
            ),
            Self::Video => ("BAACAgUAAxkBAA", "videos", "mp4", "video/mp4"),
            Self::Voice => ("AwACAgUAAxkBAA", "voice", "oga", "audio/ogg"),
            Self::Audio => ("CQACAgUAAxkBAA", "music", "mp3", "audio/mpeg"),
            Self::Animation => ("CgACAgUAAxkBAA", "animations", "mp4", "video/mp4"),
            Self::Sticker => ("CAACAgUAAxkBAA", "stickers", "webp", "image/webp"),
            Self::VideoNote => ("DQACAgUAAxkBAA", "video_notes", "mp4", "video/mp4"),
        }
    }
}

/// A file that is kept.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) kind: MediaKind,
    pub(crate) unique_id: String,
    pub(crate) name: Option<String>,
    pub(crate) mime_type: String,
    pub(crate) bytes: Bytes,
    /// As declared; larger than the bytes for files that are only pretended.
    pub(crate) size: u64,
    pub(crate) path: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// A file to be kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewFile {
    pub(crate) name: Option<String>,
    pub(crate) mime_type: Option<String>,
    pub(crate) bytes: Bytes,
    /// Pretend this size.
    pub(crate) size: Option<u64>,
}

/// All files.
#[derive(Debug, Default)]
pub(crate) struct FileStore {
    files: Vec<File>,
    by_id: HashMap<String, usize>,
    by_path: HashMap<String, usize>,
}

impl FileStore {
    /// Keeps a file and returns its id.
    pub(crate) fn add(&mut self, ids: &mut Ids, kind: MediaKind, new: NewFile) -> String {
        let (prefix, folder, extension, mime) = kind.looks();
        let number = self.files.len();
        let extension = new
            .name
            .as_deref()
            .and_then(|name| name.rsplit_once('.'))
            .map_or(extension, |(_, extension)| extension)
            .to_owned();
        let (width, height) = dimensions(&new.bytes).unwrap_or((1280, 960));
        let file = File {
            kind,
            unique_id: format!("AQAD{}", ids.token(10)),
            mime_type: new.mime_type.unwrap_or_else(|| mime.to_owned()),
            size: new.size.unwrap_or(new.bytes.len() as u64),
            bytes: new.bytes,
            path: format!("{folder}/file_{number}.{extension}"),
            name: new.name,
            width,
            height,
        };
        let id = format!("{prefix}{}", ids.token(50));
        self.by_id.insert(id.clone(), number);
        self.by_path.insert(file.path.clone(), number);
        self.files.push(file);
        id
    }

    /// The file; the smaller sizes of a photo lead to the same bytes.
    pub(crate) fn get(&self, file_id: &str) -> Option<&File> {
        let number = self.by_id.get(file_id).or_else(|| {
            let full = file_id.strip_suffix(['s', 'm', 'x'])?;
            self.by_id.get(full)
        })?;
        self.files.get(*number)
    }

    pub(crate) fn at_path(&self, path: &str) -> Option<&File> {
        self.files.get(*self.by_path.get(path)?)
    }

    /// The id of the same bytes as a file of `kind`; the same id if it is of that kind already.
    pub(crate) fn retyped(
        &mut self,
        ids: &mut Ids,
        file_id: &str,
        kind: MediaKind,
    ) -> Option<String> {
        let file = self.get(file_id)?.clone();
        if file.kind == kind {
            return Some(file_id.to_owned());
        }
        let new = NewFile {
            name: file.name,
            mime_type: (kind == MediaKind::Document).then_some(file.mime_type),
            bytes: file.bytes,
            size: Some(file.size),
        };
        Some(self.add(ids, kind, new))
    }

    /// The message content for a file: its field, and for animations the twin `document`.
    pub(crate) fn content(&self, file_id: &str, extra: &Map<String, Value>) -> Map<String, Value> {
        let mut content = Map::new();
        let Some(file) = self.get(file_id) else {
            return content;
        };
        if file.kind == MediaKind::Photo {
            content.insert("photo".into(), photo_sizes(file_id, file));
            return content;
        }
        let mut object = json!({
            "file_id": file_id, "file_unique_id": file.unique_id, "file_size": file.size,
        });
        if !matches!(file.kind, MediaKind::Sticker | MediaKind::VideoNote) {
            object["mime_type"] = json!(file.mime_type);
        }
        let named = !matches!(
            file.kind,
            MediaKind::Sticker | MediaKind::VideoNote | MediaKind::Voice
        );
        if let (true, Some(name)) = (named, &file.name) {
            object["file_name"] = json!(name);
        }
        if file.kind == MediaKind::Animation {
            content.insert("document".into(), object.clone());
        }
        for (name, usual) in usual_fields(file.kind) {
            object[name] = extra.get(name).cloned().unwrap_or(usual);
        }
        for name in ["performer", "title"] {
            if let (MediaKind::Audio, Some(value)) = (file.kind, extra.get(name)) {
                object[name] = value.clone();
            }
        }
        content.insert(file.kind.field().into(), object);
        content
    }
}

fn usual_fields(kind: MediaKind) -> Vec<(&'static str, Value)> {
    match kind {
        MediaKind::Photo | MediaKind::Document => vec![],
        MediaKind::Video | MediaKind::Animation => vec![
            ("duration", json!(5)),
            ("width", json!(640)),
            ("height", json!(480)),
        ],
        MediaKind::Voice | MediaKind::Audio => vec![("duration", json!(5))],
        MediaKind::VideoNote => vec![("duration", json!(5)), ("length", json!(240))],
        MediaKind::Sticker => vec![
            ("type", json!("regular")),
            ("width", json!(512)),
            ("height", json!(512)),
            ("is_animated", json!(false)),
            ("is_video", json!(false)),
            ("emoji", json!("👍")),
        ],
    }
}

/// Small, middle and full size; the last has the id under which the file is kept.
fn photo_sizes(file_id: &str, file: &File) -> Value {
    let longest = file.width.max(file.height).max(1);
    let mut sizes: Vec<Value> = [('s', 90), ('m', 320), ('x', 800)]
        .into_iter()
        .filter(|(_, edge)| *edge < longest)
        .map(|(letter, edge)| {
            json!({
                "file_id": format!("{file_id}{letter}"),
                "file_unique_id": format!("{}{letter}", file.unique_id),
                "width": (file.width * edge / longest).max(1),
                "height": (file.height * edge / longest).max(1),
                "file_size": (file.size * u64::from(edge) / u64::from(longest)).max(1),
            })
        })
        .collect();
    sizes.push(json!({
        "file_id": file_id, "file_unique_id": file.unique_id,
        "width": file.width, "height": file.height, "file_size": file.size,
    }));
    Value::Array(sizes)
}

/// Width and height of a PNG, GIF or JPEG picture.
pub(crate) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let number = |at: usize| {
            let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
            Some(u32::from_be_bytes(four))
        };
        return Some((number(16)?, number(20)?));
    }
    if bytes.starts_with(b"GIF8") {
        let number = |at: usize| {
            let two: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
            Some(u32::from(u16::from_le_bytes(two)))
        };
        return Some((number(6)?, number(8)?));
    }
    bytes
        .starts_with(b"\xff\xd8")
        .then(|| jpeg_dimensions(bytes))
        .flatten()
}

fn jpeg_dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let short = |at: usize| {
        let two: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(u16::from_be_bytes(two))
    };
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        // Start-of-frame markers carry the size; C4, C8 and CC are something else.
        if (0xC0..=0xCF).contains(&marker) && ![0xC4, 0xC8, 0xCC].contains(&marker) {
            return Some((u32::from(short(at + 7)?), u32::from(short(at + 5)?)));
        }
        at += 2 + usize::from(short(at + 2)?);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_id_and_by_path() {
        let mut store = FileStore::default();
        let mut ids = Ids::new(1);
        let id = store.add(
            &mut ids,
            MediaKind::Document,
            NewFile {
                name: Some("bao-cao.docx".into()),
                bytes: Bytes::from_static(b"abc"),
                ..NewFile::default()
            },
        );
        let file = store.get(&id).unwrap();
        assert_eq!(file.size, 3);
        assert_eq!(file.path, "documents/file_0.docx");
        assert!(store.at_path("documents/file_0.docx").is_some());
    }

    #[test]
    fn a_photo_has_several_sizes_and_the_last_is_the_largest() {
        let mut store = FileStore::default();
        let id = store.add(&mut Ids::new(1), MediaKind::Photo, NewFile::default());
        let content = store.content(&id, &Map::new());
        let sizes = content["photo"].as_array().unwrap();
        assert_eq!(sizes.len(), 4);
        assert_eq!(sizes[3]["file_id"], json!(id));
        assert_eq!(sizes[3]["width"], 1280);
    }

    #[test]
    fn an_animation_is_also_a_document() {
        let mut store = FileStore::default();
        let id = store.add(&mut Ids::new(1), MediaKind::Animation, NewFile::default());
        let content = store.content(&id, &Map::new());
        assert!(content.contains_key("animation") && content.contains_key("document"));
    }

    #[test]
    fn the_size_of_a_png_is_read() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 1, 0, 0, 0, 0, 200]);
        assert_eq!(dimensions(&png), Some((256, 200)));
    }
}
