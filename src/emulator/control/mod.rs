//! The people's side over HTTP: JSON in, JSON out, under `/control`.
//!
//! The same verbs as [`World`](super::World) has for tests, for the page, crash tests and load
//! drivers. A verb that a person could not do answers 400 `{"description": text}`; unknown fields
//! are errors. Bodies must come as `application/json`, so that no foreign web page can post here
//! without asking the browser first. `Message`, `User`, `Chat` are the Bot API's objects.
//!
//! | Call | Does, and answers |
//! |---|---|
//! | `POST users {first_name, last_name?, username?, language_code?, id?, note?, is_extra?}` | adds a person → User with `note`, `extra` (not offered by the page), `blocked` |
//! | `POST groups {title, type?: "group" \| "supergroup", is_forum?, members: [ids], bot?: "member" \| "administrator" \| "absent"}` | adds a group, the first member made it → Chat as in `state` |
//! | `GET state` | `{bot, clock, seq, users: [User, note, blocked], chats: [{id, type, title, is_forum, members, topics: [{message_thread_id, name, closed}], migrated_to}]}`; private chats have the person's id |
//! | `POST send {chat_id, user_id, text?, caption?, reply_to_message_id?, message_thread_id?, media_group_id?, photo \| document \| voice \| video \| audio \| animation \| sticker \| video_note?: file_id or {file_id?, file_name?, mime_type?, file_size?, duration?, width?, height?}, location?, venue?, contact?: {phone_number, first_name, last_name?, user_id?}, poll?: {question, options}, dice?, forward_from?: user id or name, via_bot?}` | a person writes → Message |
//! | `POST upload` (multipart, any one file part) | → `{file_id, file_name, mime_type, file_size}` |
//! | `GET files/{file_id}` | the bytes; what is no picture, sound or video comes as an attachment |
//! | `POST press {chat_id, user_id, message_id, data? \| text?, forged?}` | presses the button with that data, or whose text contains `text` → `{callback_query_id}` |
//! | `GET callbacks/{id}` | `{answered, text, show_alert, url, user_id, chat_id, message_id, data}` |
//! | `GET callbacks` | `{unanswered: [ids]}` |
//! | `POST edit {chat_id, user_id, message_id, text}` | changes one's own text or caption → Message |
//! | `POST delete {chat_id, user_id, message_id}` | → `{}` |
//! | `POST member {chat_id, user_id, status: "creator" \| "administrator" \| "member" \| "left" \| "kicked", rights?, actor_id?}` | somebody (or the bot) comes, goes, is promoted → `{}` |
//! | `POST block {user_id, blocked}` | → `{}` |
//! | `POST deactivate {user_id}` | the account is deleted → `{}` |
//! | `POST migrate {chat_id}` | group to supergroup → `{chat_id}` (the new one) |
//! | `POST react {chat_id, user_id, message_id, emoji}` | empty emoji takes it back → `{}` |
//! | `POST inline {user_id, chat_id?, query, offset?}` | types `@bot query` → `{inline_query_id}` |
//! | `GET inline/{id}` | `{answered, results, answer, user_id, query}` |
//! | `POST choose {inline_query_id, result_id, chat_id?}` | picks an inline result, which appears in the chat as the person's message → `{message_id}` |
//! | `POST topic {chat_id, user_id, name}` | opens a topic in a forum → `{message_thread_id}` |
//! | `GET messages?chat_id=&after_seq=&user_id=` | `{seq, messages: [Message + deleted, reactions?]}`: all, or those changed after `after_seq`; `reply_markup` also shows reply keyboards; deleted ones only with `after_seq` |
//! | `GET stream?after=SEQ` | server-sent events `{seq, kind, chat_id?, message?…}`; kinds `message`, `edited`, `deleted`, `callback_answered` (with `callback_query_id`, `text`, `show_alert`, `url`, `user_id`), `state`, `commands`, `clock`; the event id is the seq, so `Last-Event-ID` resumes; without `after` it begins now |
//! | `GET commands?chat_id=&user_id=` | `{commands, menu_button}` as that person sees them there |
//! | `GET clock`, `POST clock {advance}` | → `{clock}` |
//! | `POST fail {kind: "error" \| "error_after_effect" \| "drop" \| "drop_after_effect" \| "slow" \| "duplicate_updates" \| "lost_updates_answer", method?, chat_id?, times? (1), probability? (1), error_code? (500), description?, retry_after?, delay_ms?}`, `GET fail`, `POST fail/clear` | orders failures ([`FailureRule`](super::FailureRule)) → `{}`, `{rules}` |
//! | `GET calls?after=&method=` | `{calls: [Call]}` |
//! | `GET happened` | what the last act led to: `{stored: [text], due: [text], left: [{method, chat_id}]}`; the first two as the program behind the page told ([`World::explain`](super::World::explain)) |
//! | `POST switch {name, on}` | turns a switch that the program behind the page offers ([`World::offer_switch`](super::World::offer_switch)); `state` lists them → `{}` |
//! | `GET violations` | `{violations: [text]}` |
//! | `GET stats`, `POST reset_counts` | `{updates_created, updates_confirmed, updates_expired, pending, calls_by_method}` |
//! | `POST batch [{verb, …}]` | several verbs in order → `[answer or {description}]` |

mod perform;
mod stream;
mod watch;

use axum::Router;
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, response::Result};
use serde_json::{Value, json};

use super::files::{MediaKind, NewFile};
use super::shared::Shared;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/state", get(watch::state))
        .route("/messages", get(watch::messages))
        .route("/commands", get(watch::commands))
        .route("/callbacks", get(watch::unanswered))
        .route("/callbacks/{id}", get(watch::callback))
        .route("/inline/{id}", get(watch::inline))
        .route("/calls", get(watch::calls))
        .route("/happened", get(watch::happened))
        .route("/violations", get(watch::violations))
        .route("/stats", get(watch::stats))
        .route("/clock", get(watch::clock).post(verb_clock))
        .route("/fail", get(watch::failures).post(verb_fail))
        .route("/fail/clear", post(verb_heal))
        .route("/stream", get(stream::stream))
        .route("/upload", post(upload))
        .route("/files/{id}", get(file))
        .route("/batch", post(batch))
        .route("/{verb}", post(verb))
}

type Body = Option<Json<Value>>;

async fn verb(State(shared): State<Shared>, Path(verb): Path<String>, body: Body) -> Response {
    one(&shared, &verb, body)
}

async fn verb_clock(State(shared): State<Shared>, body: Body) -> Response {
    one(&shared, "clock", body)
}

async fn verb_fail(State(shared): State<Shared>, body: Body) -> Response {
    one(&shared, "fail", body)
}

async fn verb_heal(State(shared): State<Shared>) -> Response {
    one(&shared, "heal", None)
}

fn one(shared: &Shared, verb: &str, body: Body) -> Response {
    let body = body.map_or_else(|| json!({}), |Json(body)| body);
    match perform::perform(&shared.world, verb, body) {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => refused(&error),
    }
}

fn refused(error: &str) -> Response {
    (
        StatusCode::BAD_REQUEST,
        Json(json!({ "description": error })),
    )
        .into_response()
}

async fn batch(State(shared): State<Shared>, Json(verbs): Json<Vec<Value>>) -> Json<Vec<Value>> {
    let answers = verbs.into_iter().map(|mut body| {
        let verb = body
            .as_object_mut()
            .and_then(|body| body.remove("verb"))
            .and_then(|verb| verb.as_str().map(str::to_owned))
            .unwrap_or_default();
        perform::perform(&shared.world, &verb, body)
            .unwrap_or_else(|error| json!({ "description": error }))
    });
    Json(answers.collect())
}

async fn upload(State(shared): State<Shared>, mut parts: Multipart) -> Result<Response> {
    while let Some(part) = parts.next_field().await? {
        let Some(name) = part.file_name().map(str::to_owned) else {
            continue;
        };
        let mime_type = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await?;
        let (size, kind) = (bytes.len(), mime_type.clone());
        let file_id = shared.world.act(|state| {
            let new = NewFile {
                name: Some(name.clone()),
                mime_type,
                bytes,
                size: None,
            };
            state.files.add(&mut state.ids, MediaKind::Document, new)
        });
        let answer = json!({
            "file_id": file_id, "file_name": name, "mime_type": kind, "file_size": size,
        });
        return Ok(Json(answer).into_response());
    }
    Ok(refused("no file in the request"))
}

async fn file(State(shared): State<Shared>, Path(id): Path<String>) -> Response {
    let found = shared.world.look(|state| {
        let file = state.files.get(&id)?;
        Some((file.bytes.clone(), file.mime_type.clone()))
    });
    match found {
        Some((bytes, kind)) => {
            // What a "resident" uploads must not run as a page of this origin.
            let shown = ["image/", "audio/", "video/"]
                .iter()
                .any(|family| kind.starts_with(family))
                && kind != "image/svg+xml";
            let disposition = if shown { "inline" } else { "attachment" };
            let headers = [
                (header::CONTENT_TYPE, kind.as_str()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (headers, bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
