//! Sending files, and asking for them.

use serde_json::{Map, Value, json};

use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::files::{MAX_DOWNLOAD, MediaKind, NewFile, dimensions};
use crate::emulator::methods::{send, text};
use crate::emulator::params::{Params, Upload};
use crate::emulator::world::State;

const MAX_UPLOAD: usize = 50 * 1024 * 1024;
const MAX_PHOTO: usize = 10 * 1024 * 1024;
const ALBUM: std::ops::RangeInclusive<usize> = 2..=10;

pub(in crate::emulator::methods) fn run(
    state: &mut State,
    method: &str,
    params: &Params,
) -> Option<ApiResult<Value>> {
    let kind = match method {
        "sendPhoto" => MediaKind::Photo,
        "sendDocument" => MediaKind::Document,
        "sendVideo" => MediaKind::Video,
        "sendVoice" => MediaKind::Voice,
        "sendAudio" => MediaKind::Audio,
        "sendAnimation" => MediaKind::Animation,
        "sendSticker" => MediaKind::Sticker,
        "sendVideoNote" => MediaKind::VideoNote,
        "sendMediaGroup" => return Some(send_album(state, params)),
        "getFile" => return Some(get_file(state, params)),
        _ => return None,
    };
    Some(send::send_with(state, params, |state, params| {
        let mut content = file_content(state, params, kind, &params.values)?;
        if !matches!(kind, MediaKind::Sticker | MediaKind::VideoNote) {
            content.extend(text::caption(state, params)?);
        }
        Ok(content)
    }))
}

/// The content of a message with the file that `values[field]` names; `values` also holds
/// particulars such as the duration.
fn file_content(
    state: &mut State,
    params: &Params,
    kind: MediaKind,
    values: &Map<String, Value>,
) -> ApiResult<Map<String, Value>> {
    let field = kind.field();
    let named = values
        .get(field)
        .and_then(Value::as_str)
        .unwrap_or_default();
    let file_id = match params.files.get(field) {
        Some(upload) => keep(state, kind, upload)?,
        None => find(state, params, kind, named)?,
    };
    Ok(state.files.content(&file_id, values))
}

/// A file by its id, or by the name of the part it came in.
fn find(state: &mut State, params: &Params, kind: MediaKind, named: &str) -> ApiResult<String> {
    if let Some(part) = named.strip_prefix("attach://") {
        return match params.files.get(part) {
            Some(upload) => keep(state, kind, upload),
            None => Err(ApiError::bad(format!(
                "there is no {} in the request",
                kind.field().replace('_', " ")
            ))),
        };
    }
    if named.contains("://") {
        return Err(ApiError::bad(
            "emulator: sending a file by its address is not implemented",
        ));
    }
    let file = state
        .files
        .get(named)
        .ok_or_else(|| ApiError::bad("wrong file identifier/HTTP URL specified"))?;
    if file.kind != kind {
        return Err(ApiError::bad(format!(
            "can't use file of type {:?} as {kind:?}",
            file.kind
        )));
    }
    Ok(named.strip_suffix(['s', 'm', 'x']).map_or_else(
        || named.to_owned(),
        |full| match state.files.get(full) {
            Some(_) => full.to_owned(),
            None => named.to_owned(),
        },
    ))
}

fn keep(state: &mut State, kind: MediaKind, upload: &Upload) -> ApiResult<String> {
    let size = upload.bytes.len();
    if size == 0 {
        return Err(ApiError::bad("file must be non-empty"));
    }
    if size > MAX_UPLOAD {
        return Err(ApiError::new(413, "Request Entity Too Large"));
    }
    if kind == MediaKind::Photo {
        check_photo(upload)?;
    }
    let new = NewFile {
        name: upload.file_name.clone(),
        mime_type: upload.mime_type.clone(),
        bytes: upload.bytes.clone(),
        size: None,
    };
    Ok(state.files.add(&mut state.ids, kind, new))
}

/// A photo must be a picture Telegram can read: no larger than 10 MB, its sides together at most
/// 10000 pixels and their ratio at most 20.
fn check_photo(upload: &Upload) -> ApiResult<()> {
    let size = upload.bytes.len();
    if size > MAX_PHOTO {
        return Err(ApiError::bad(format!(
            "file of size {size} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
        )));
    }
    let webp = upload.bytes.get(8..12) == Some(b"WEBP");
    match dimensions(&upload.bytes) {
        None if webp => Ok(()),
        None => Err(ApiError::bad("IMAGE_PROCESS_FAILED")),
        Some((width, height)) => {
            let (short, long) = (width.min(height), width.max(height));
            if short == 0 || width + height > 10_000 || long > short * 20 {
                return Err(ApiError::bad("PHOTO_INVALID_DIMENSIONS"));
            }
            Ok(())
        }
    }
}

fn kind_of(item: &Value) -> ApiResult<MediaKind> {
    match item["type"].as_str() {
        Some("photo") => Ok(MediaKind::Photo),
        Some("video") => Ok(MediaKind::Video),
        Some("document") => Ok(MediaKind::Document),
        Some("audio") => Ok(MediaKind::Audio),
        Some("animation") => Ok(MediaKind::Animation),
        Some(_) => Err(ApiError::bad(
            "can't parse InputMedia: type must be one of photo, video, document, audio",
        )),
        None => Err(ApiError::bad(
            "can't parse InputMedia: Can't find field \"type\"",
        )),
    }
}

/// The content that an `InputMedia` describes.
pub(in crate::emulator::methods) fn input_media(
    state: &mut State,
    params: &Params,
    item: &Value,
) -> ApiResult<Map<String, Value>> {
    let kind = kind_of(item)?;
    let Some(media) = item["media"].as_str() else {
        return Err(ApiError::bad(
            "can't parse InputMedia: Can't find field \"media\"",
        ));
    };
    let mut values = item.as_object().cloned().unwrap_or_default();
    values.insert(kind.field().to_owned(), json!(media));
    let attached = Params {
        values: values.clone(),
        files: params.files.clone(),
    };
    let mut content = file_content(state, &attached, kind, &values)?;
    content.extend(text::caption(state, &attached)?);
    Ok(content)
}

fn send_album(state: &mut State, params: &Params) -> ApiResult<Value> {
    let destination = send::destination(state, params)?;
    let media = params.json("media", "media")?.unwrap_or_default();
    let Some(items) = media.as_array() else {
        return Err(ApiError::bad("can't parse media JSON object"));
    };
    if items.len() > *ALBUM.end() {
        return Err(ApiError::bad("too much messages to send as an album"));
    }
    if items.len() < *ALBUM.start() {
        return Err(ApiError::bad(
            "group of media must have between 2 and 10 items",
        ));
    }
    let kinds = items.iter().map(kind_of).collect::<ApiResult<Vec<_>>>()?;
    let all = |kind| kinds.iter().all(|other| *other == kind);
    let pictures = kinds
        .iter()
        .all(|kind| matches!(kind, MediaKind::Photo | MediaKind::Video));
    if !(pictures || all(MediaKind::Document) || all(MediaKind::Audio)) {
        return Err(ApiError::bad(
            "can't mix media of different types in the album",
        ));
    }
    let mut contents = Vec::with_capacity(items.len());
    for item in items {
        contents.push(input_media(state, params, item)?);
    }
    let album = state.ids.digits();
    let chat_id = destination.chat_id;
    let sent: Vec<Value> = contents
        .into_iter()
        .map(|mut content| {
            content.insert("media_group_id".into(), json!(album));
            let id = state.post(destination.clone().saying(content));
            state.wire(chat_id, id).unwrap_or_default()
        })
        .collect();
    Ok(json!(sent))
}

fn get_file(state: &State, params: &Params) -> ApiResult<Value> {
    let id = params.text("file_id").unwrap_or_default();
    let file = state
        .files
        .get(&id)
        .ok_or_else(|| ApiError::bad("invalid file_id"))?;
    if file.size > MAX_DOWNLOAD {
        return Err(ApiError::bad("file is too big"));
    }
    Ok(json!({
        "file_id": id, "file_unique_id": file.unique_id, "file_size": file.size,
        "file_path": file.path,
    }))
}
