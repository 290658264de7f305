//! Asking about chats and their members.

use serde_json::{Value, json};

use super::access;
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::params::Params;
use crate::emulator::world::{Member, State, Status};

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "getChat" => get_chat(state, params),
        "getChatMember" => get_member(state, params),
        "getChatAdministrators" => administrators(state, params),
        "getChatMemberCount" => member_count(state, params),
        _ => return None,
    })
}

fn get_chat(state: &State, params: &Params) -> ApiResult<Value> {
    let id = access::chat(state, params, "chat_id")?;
    let chat = &state.chats[&id];
    let mut wire = state.chat_wire(chat);
    wire["accent_color_id"] = json!(0);
    wire["max_reaction_count"] = json!(11);
    wire["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false,
    });
    if chat.is_private() {
        return Ok(wire);
    }
    wire["permissions"] = json!({
        "can_send_messages": true, "can_send_audios": true, "can_send_documents": true,
        "can_send_photos": true, "can_send_videos": true, "can_send_video_notes": true,
        "can_send_voice_notes": true, "can_send_polls": true, "can_send_other_messages": true,
        "can_add_web_page_previews": true, "can_change_info": false, "can_invite_users": true,
        "can_pin_messages": false, "can_manage_topics": false,
    });
    if let Some(only) = &chat.reactions {
        let only = only.iter();
        wire["available_reactions"] = only
            .map(|emoji| json!({ "type": "emoji", "emoji": emoji }))
            .collect();
    }
    if let Some(description) = &chat.description {
        wire["description"] = json!(description);
    }
    if let Some(channel) = chat.channel {
        wire["linked_chat_id"] = json!(channel);
    }
    if let Some(link) = &chat.invite_link {
        wire["invite_link"] = json!(link);
    }
    let pinned = chat
        .pinned
        .last()
        .and_then(|pinned| state.wire(id, *pinned));
    if let Some(pinned) = pinned {
        wire["pinned_message"] = pinned;
    }
    Ok(wire)
}

fn get_member(state: &State, params: &Params) -> ApiResult<Value> {
    let id = access::chat(state, params, "chat_id")?;
    let user = access::user(state, params)?;
    let chat = &state.chats[&id];
    if chat.is_private() && (user == id || user == state.bot.id) {
        let member = Member::new(Status::Member);
        return Ok(member.wire(&state.user_wire(user), chat.kind));
    }
    Ok(chat.member(user).wire(&state.user_wire(user), chat.kind))
}

fn administrators(state: &State, params: &Params) -> ApiResult<Value> {
    let id = access::chat(state, params, "chat_id")?;
    let chat = &state.chats[&id];
    if chat.is_private() {
        return Err(ApiError::bad(
            "there are no administrators in the private chat",
        ));
    }
    // Other bots would be left out; there are none.
    let list: Vec<Value> = chat
        .present()
        .filter(|(_, member)| member.status != Status::Member)
        .map(|(user, member)| member.wire(&state.user_wire(user), chat.kind))
        .collect();
    Ok(json!(list))
}

fn member_count(state: &State, params: &Params) -> ApiResult<Value> {
    let id = access::chat(state, params, "chat_id")?;
    let chat = &state.chats[&id];
    let count = if chat.is_private() {
        2
    } else {
        chat.present().count()
    };
    Ok(json!(count))
}
