//! Topics of forums.

use serde_json::{Value, json};

use super::access;
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::params::Params;
use crate::emulator::world::{State, Topic};

const COLOURS: [i64; 6] = [
    7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047,
];

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "createForumTopic" => create(state, params),
        "editForumTopic" => edit(state, params),
        "closeForumTopic" => set_closed(state, params, true),
        "reopenForumTopic" => set_closed(state, params, false),
        "deleteForumTopic" => delete(state, params),
        _ => return None,
    })
}

/// A forum in which the bot may manage topics; `rights` is what to say if it may not.
fn forum(state: &State, params: &Params, rights: &str) -> ApiResult<i64> {
    let id = access::chat(state, params, "chat_id")?;
    let chat = &state.chats[&id];
    if !chat.is_forum {
        return Err(ApiError::bad("the chat is not a forum"));
    }
    if !access::may(state, chat, "can_manage_topics") {
        return Err(ApiError::bad(rights));
    }
    Ok(id)
}

fn topic(state: &State, params: &Params, rights: &str) -> ApiResult<(i64, i64)> {
    let chat_id = forum(state, params, rights)?;
    let thread = params.integer("message_thread_id").unwrap_or_default();
    if !state.chats[&chat_id].topics.contains_key(&thread) {
        return Err(ApiError::bad("message thread not found"));
    }
    Ok((chat_id, thread))
}

fn name(params: &Params) -> ApiResult<String> {
    let name = params.text("name").unwrap_or_default().trim().to_owned();
    match name.chars().count() {
        1..=128 => Ok(name),
        _ => Err(ApiError::bad("TOPIC_TITLE_EMPTY")),
    }
}

fn create(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = forum(state, params, "not enough rights to create a topic")?;
    let name = name(params)?;
    let colour = params.integer("icon_color").unwrap_or(COLOURS[0]);
    if !COLOURS.contains(&colour) {
        return Err(ApiError::bad("TOPIC_ICON_COLOR_INVALID"));
    }
    let author = state.bot.id;
    let thread = state.create_topic(chat_id, author, &name, colour);
    Ok(json!({ "message_thread_id": thread, "name": name, "icon_color": colour }))
}

impl State {
    /// Adds a topic; its id is that of its first message.
    pub(crate) fn create_topic(&mut self, chat_id: i64, by: i64, name: &str, colour: i64) -> i64 {
        let created = json!({ "name": name, "icon_color": colour });
        let thread = self.post_service(chat_id, by, "forum_topic_created", created);
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            let topic = Topic {
                name: name.to_owned(),
                closed: false,
            };
            chat.topics.insert(thread, topic);
        }
        self.announce_state(Some(chat_id));
        thread
    }
}

fn edit(state: &mut State, params: &Params) -> ApiResult<Value> {
    let (chat_id, thread) = topic(state, params, "not enough rights to edit the topic")?;
    if !params.has("name") {
        return Ok(json!(true));
    }
    let name = name(params)?;
    let topic = state.topic_mut(chat_id, thread)?;
    if topic.name == name {
        return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.name.clone_from(&name);
    let author = state.bot.id;
    let edited = json!({ "name": name });
    state.post_topic_service(chat_id, author, thread, "forum_topic_edited", edited);
    state.announce_state(Some(chat_id));
    Ok(json!(true))
}

fn set_closed(state: &mut State, params: &Params, closed: bool) -> ApiResult<Value> {
    let rights = "not enough rights to close or open the topic";
    let (chat_id, thread) = topic(state, params, rights)?;
    let topic = state.topic_mut(chat_id, thread)?;
    if topic.closed == closed {
        return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.closed = closed;
    let field = if closed {
        "forum_topic_closed"
    } else {
        "forum_topic_reopened"
    };
    let author = state.bot.id;
    state.post_topic_service(chat_id, author, thread, field, json!({}));
    state.announce_state(Some(chat_id));
    Ok(json!(true))
}

/// Deletes a topic with everything in it.
fn delete(state: &mut State, params: &Params) -> ApiResult<Value> {
    let (chat_id, thread) = topic(state, params, "not enough rights to delete the topic")?;
    state.drop_topic(chat_id, thread);
    Ok(json!(true))
}

impl State {
    /// The topic is gone, with everything in it; `false`: there is none.
    pub(crate) fn drop_topic(&mut self, chat_id: i64, thread: i64) -> bool {
        let Some(chat) = self.chats.get_mut(&chat_id) else {
            return false;
        };
        if chat.topics.remove(&thread).is_none() {
            return false;
        }
        let inside: Vec<i64> = chat
            .messages
            .values()
            .filter(|message| !message.deleted)
            .filter(|message| message.id == thread || message.thread_id == Some(thread))
            .map(|message| message.id)
            .collect();
        for id in inside {
            self.delete_message(chat_id, id);
        }
        self.announce_state(Some(chat_id));
        true
    }
}

impl State {
    fn topic_mut(&mut self, chat_id: i64, thread: i64) -> ApiResult<&mut Topic> {
        self.chats
            .get_mut(&chat_id)
            .and_then(|chat| chat.topics.get_mut(&thread))
            .ok_or_else(|| ApiError::bad("message thread not found"))
    }
}
