//! Looking at the world without changing it.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::shared::Shared;
use super::super::world::{Call, Callback, InlineQuery, Person};

pub(super) async fn state(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.world.look(|state| {
        let users: Vec<Value> = state.users.values().map(Person::page).collect();
        let chats: Vec<Value> = state
            .chats
            .values()
            .map(|chat| {
                let mut page = chat.page();
                if let Some(user) = state.users.get(&chat.id) {
                    page["title"] = json!(user.first_name);
                }
                page
            })
            .collect();
        json!({
            "bot": state.bot.wire(), "clock": state.clock.now(), "seq": state.journal.feed_seq(),
            "users": users, "chats": chats, "switches": state.switches,
        })
    }))
}

#[derive(Deserialize)]
pub(super) struct WhichMessages {
    chat_id: i64,
    after_seq: Option<u64>,
    #[serde(rename = "user_id")]
    _user_id: Option<i64>,
}

pub(super) async fn messages(
    State(shared): State<Shared>,
    Query(which): Query<WhichMessages>,
) -> Json<Value> {
    Json(shared.world.look(|state| {
        let Some(chat) = state.chats.get(&which.chat_id) else {
            return json!({ "seq": state.journal.feed_seq(), "messages": [] });
        };
        let mut ids: Vec<i64> = match which.after_seq {
            Some(after) => chat
                .changed
                .range(after.saturating_add(1)..)
                .map(|(_, id)| *id)
                .collect(),
            None => chat
                .messages
                .values()
                .filter(|message| !message.deleted)
                .map(|message| message.id)
                .collect(),
        };
        ids.sort_unstable();
        let messages: Vec<Value> = ids
            .into_iter()
            .filter_map(|id| state.view(chat.id, id))
            .collect();
        json!({ "seq": state.journal.feed_seq(), "messages": messages })
    }))
}

#[derive(Deserialize)]
pub(super) struct WhoseCommands {
    chat_id: i64,
    user_id: i64,
}

pub(super) async fn commands(
    State(shared): State<Shared>,
    Query(whose): Query<WhoseCommands>,
) -> Json<Value> {
    Json(shared.world.look(|state| {
        let commands = state.menu(whose.chat_id, whose.user_id);
        let button = [whose.chat_id, 0]
            .iter()
            .find_map(|chat| state.profile.get(&format!("menu:{chat}")).cloned());
        json!({ "commands": commands, "menu_button": button })
    }))
}

pub(super) async fn unanswered(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({ "unanswered": shared.world.unanswered_callbacks() }))
}

pub(super) async fn callback(State(shared): State<Shared>, Path(id): Path<String>) -> Response {
    found(
        shared
            .world
            .look(|state| state.callbacks.get(&id).map(Callback::page)),
    )
}

pub(super) async fn inline(State(shared): State<Shared>, Path(id): Path<String>) -> Response {
    found(
        shared
            .world
            .look(|state| state.inline_queries.get(&id).map(InlineQuery::page)),
    )
}

fn found(page: Option<Value>) -> Response {
    match page {
        Some(page) => Json(page).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[derive(Deserialize)]
pub(super) struct WhichCalls {
    #[serde(default)]
    after: u64,
    method: Option<String>,
}

/// Calls so many seconds before the last one belong to the same act.
const ONE_ACT: i64 = 2;

pub(super) async fn happened(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.world.look(|state| {
        let said = |call: &&Call| {
            call.ok && !["getUpdates", "answerCallbackQuery", "getMe"].contains(&call.method)
        };
        let calls: Vec<&Call> = state.journal.calls_after(0).filter(said).collect();
        let last = calls.last().map_or(0, |call| call.at);
        let left: Vec<Value> = calls
            .into_iter()
            .filter(|call| call.at + ONE_ACT >= last)
            .map(|call| json!({ "method": call.method, "chat_id": call.params["chat_id"] }))
            .collect();
        let mut told = state.explained.clone();
        told["left"] = left.into();
        told
    }))
}

pub(super) async fn calls(
    State(shared): State<Shared>,
    Query(which): Query<WhichCalls>,
) -> Json<Value> {
    Json(shared.world.look(|state| {
        let calls: Vec<_> = state
            .journal
            .calls_after(which.after)
            .filter(|call| {
                which
                    .method
                    .as_deref()
                    .is_none_or(|name| name == call.method)
            })
            .collect();
        json!({ "calls": calls })
    }))
}

pub(super) async fn violations(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({ "violations": shared.world.violations() }))
}

pub(super) async fn stats(State(shared): State<Shared>) -> Json<Value> {
    Json(json!(shared.world.stats()))
}

pub(super) async fn clock(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({ "clock": shared.world.now() }))
}

pub(super) async fn failures(State(shared): State<Shared>) -> Json<Value> {
    Json(
        shared
            .world
            .look(|state| json!({ "rules": state.failures.all() })),
    )
}
