//! What a bot does to a chat: pins, titles, links, bans, leaving, reactions.

use serde_json::{Value, json};

use super::access;
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::params::Params;
use crate::emulator::world::{ChatKind, Member, State, Status};

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "leaveChat" => leave(state, params),
        "banChatMember" => ban(state, params),
        "unbanChatMember" => unban(state, params),
        "pinChatMessage" => pin(state, params),
        "unpinChatMessage" => unpin(state, params),
        "unpinAllChatMessages" => unpin_all(state, params),
        "setChatTitle" => set_title(state, params),
        "setChatDescription" => set_description(state, params),
        "exportChatInviteLink" => invite_link(state, params).map(|link| json!(link)),
        "createChatInviteLink" => create_link(state, params),
        "setMessageReaction" => react(state, params),
        _ => return None,
    })
}

/// A group in which the bot has the right; `rights` is what to say if it has not.
fn group(state: &State, params: &Params, right: &str, rights: &str) -> ApiResult<i64> {
    let id = access::chat(state, params, "chat_id")?;
    let chat = &state.chats[&id];
    if chat.is_private() {
        return Err(ApiError::bad("method is not available for private chats"));
    }
    if !access::may(state, chat, right) {
        return Err(ApiError::bad(rights));
    }
    Ok(id)
}

fn leave(state: &mut State, params: &Params) -> ApiResult<Value> {
    let id = access::chat(state, params, "chat_id")?;
    if state.chats[&id].is_private() {
        return Err(ApiError::bad(
            "chat member status can't be changed in private chats",
        ));
    }
    let bot = state.bot.id;
    state.set_member(id, bot, bot, Member::new(Status::Left));
    Ok(json!(true))
}

const NO_RESTRICTING: &str = "not enough rights to restrict/unrestrict chat member";

fn ban(state: &mut State, params: &Params) -> ApiResult<Value> {
    let id = group(state, params, "can_restrict_members", NO_RESTRICTING)?;
    let user = access::user(state, params)?;
    if user == state.bot.id {
        return Err(ApiError::bad("can't restrict self"));
    }
    match state.chats[&id].member(user).status {
        Status::Creator => return Err(ApiError::bad("can't remove chat owner")),
        Status::Administrator => {
            return Err(ApiError::bad("user is an administrator of the chat"));
        }
        _ => {}
    }
    let bot = state.bot.id;
    state.set_member(id, bot, user, Member::new(Status::Kicked));
    Ok(json!(true))
}

/// Lifts a ban; who is in the group is thrown out unless only the banned are meant.
fn unban(state: &mut State, params: &Params) -> ApiResult<Value> {
    let id = group(state, params, "can_restrict_members", NO_RESTRICTING)?;
    let user = access::user(state, params)?;
    let banned = state.chats[&id].member(user).status == Status::Kicked;
    if banned || !params.flag("only_if_banned") {
        let bot = state.bot.id;
        state.set_member(id, bot, user, Member::new(Status::Left));
    }
    Ok(json!(true))
}

/// The chat, if the bot may pin there; in private it always may.
fn pinnable(state: &State, params: &Params) -> ApiResult<i64> {
    let id = access::chat(state, params, "chat_id")?;
    let chat = &state.chats[&id];
    if chat.is_private() || access::may(state, chat, "can_pin_messages") {
        Ok(id)
    } else {
        Err(ApiError::bad(
            "not enough rights to manage pinned messages in the chat",
        ))
    }
}

fn pin(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = pinnable(state, params)?;
    let message = access::message(state, chat_id, params, "message to pin not found")?;
    if message.service {
        return Err(ApiError::bad("message can't be pinned"));
    }
    let id = message.id;
    let Some(chat) = state.chats.get_mut(&chat_id) else {
        return Err(ApiError::bad("chat not found"));
    };
    chat.pinned.retain(|pinned| *pinned != id);
    chat.pinned.push(id);
    let bot = state.bot.id;
    state.post_service(chat_id, bot, "pinned_message", json!(id));
    Ok(json!(true))
}

fn unpin(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = pinnable(state, params)?;
    let wanted = params.integer("message_id");
    let Some(chat) = state.chats.get_mut(&chat_id) else {
        return Err(ApiError::bad("chat not found"));
    };
    let id = wanted.or_else(|| chat.pinned.last().copied());
    match id {
        Some(id) if chat.pinned.contains(&id) => {
            chat.pinned.retain(|pinned| *pinned != id);
            state.announce_state(Some(chat_id));
            Ok(json!(true))
        }
        _ => Err(ApiError::bad("message to unpin not found")),
    }
}

fn unpin_all(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = pinnable(state, params)?;
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.pinned.clear();
    }
    state.announce_state(Some(chat_id));
    Ok(json!(true))
}

fn set_title(state: &mut State, params: &Params) -> ApiResult<Value> {
    let rights = "not enough rights to change chat title";
    let chat_id = group(state, params, "can_change_info", rights)?;
    let title = params.text("title").unwrap_or_default().trim().to_owned();
    if !(1..=128).contains(&title.chars().count()) {
        return Err(ApiError::bad("title must be non-empty"));
    }
    let Some(chat) = state.chats.get_mut(&chat_id) else {
        return Err(ApiError::bad("chat not found"));
    };
    if chat.title == title {
        return Err(ApiError::bad("CHAT_NOT_MODIFIED"));
    }
    chat.title.clone_from(&title);
    let bot = state.bot.id;
    state.post_service(chat_id, bot, "new_chat_title", json!(title));
    state.announce_state(Some(chat_id));
    Ok(json!(true))
}

fn set_description(state: &mut State, params: &Params) -> ApiResult<Value> {
    let rights = "not enough rights to set chat description";
    let chat_id = group(state, params, "can_change_info", rights)?;
    let description = params.text("description").unwrap_or_default();
    if description.chars().count() > 255 {
        return Err(ApiError::bad("chat description is too long"));
    }
    let Some(chat) = state.chats.get_mut(&chat_id) else {
        return Err(ApiError::bad("chat not found"));
    };
    if chat.description.as_deref().unwrap_or_default() == description {
        return Err(ApiError::bad("chat description is not modified"));
    }
    chat.description = Some(description);
    Ok(json!(true))
}

fn invite_link(state: &mut State, params: &Params) -> ApiResult<String> {
    let rights = "not enough rights to manage chat invite link";
    let chat_id = group(state, params, "can_invite_users", rights)?;
    let link = format!("https://t.me/+{}", state.ids.token(16));
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.invite_link = Some(link.clone());
    }
    Ok(link)
}

/// An additional link; the chat's main one stays.
fn create_link(state: &mut State, params: &Params) -> ApiResult<Value> {
    let rights = "not enough rights to manage chat invite link";
    group(state, params, "can_invite_users", rights)?;
    let request = params.flag("creates_join_request");
    if request && params.has("member_limit") {
        return Err(ApiError::bad(
            "member limit can't be specified for links requiring administrator approval",
        ));
    }
    let mut link = json!({
        "invite_link": format!("https://t.me/+{}", state.ids.token(16)),
        "creator": state.bot.wire(), "creates_join_request": request,
        "is_primary": false, "is_revoked": false,
    });
    for name in ["expire_date", "member_limit"] {
        if let Some(number) = params.integer(name) {
            link[name] = json!(number);
        }
    }
    if let Some(name) = params.text("name").filter(|name| !name.is_empty()) {
        if name.chars().count() > 32 {
            return Err(ApiError::bad("INVITE_TITLE_TOO_LONG"));
        }
        link["name"] = json!(name);
    }
    Ok(link)
}

/// The emoji with which anyone may react.
const REACTIONS: &str = "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// A bot has at most one reaction on a message; the bot is not told of its own.
fn react(state: &mut State, params: &Params) -> ApiResult<Value> {
    let chat_id = access::chat(state, params, "chat_id")?;
    let message = access::message(state, chat_id, params, "message to react not found")?;
    if message.service && state.chats[&chat_id].kind == ChatKind::Private {
        return Err(ApiError::bad("MESSAGE_ID_INVALID"));
    }
    let id = message.id;
    let reactions = params
        .json("reaction", "reaction types")?
        .unwrap_or_default();
    let reactions = reactions.as_array().cloned().unwrap_or_default();
    if reactions.len() > 1 {
        return Err(ApiError::bad("REACTIONS_TOO_MANY"));
    }
    let emoji = match reactions.first() {
        None => None,
        Some(reaction) => {
            let emoji = reaction["emoji"].as_str().unwrap_or_default();
            let plain = emoji.trim_end_matches('\u{fe0f}');
            if reaction["type"] != "emoji" || !REACTIONS.split(' ').any(|known| known == plain) {
                return Err(ApiError::bad("REACTION_INVALID"));
            }
            let allowed = &state.chats[&chat_id].reactions;
            if allowed
                .as_ref()
                .is_some_and(|only| !only.iter().any(|known| known == plain))
            {
                return Err(ApiError::bad("REACTION_INVALID"));
            }
            Some(plain.to_owned())
        }
    };
    let bot = state.bot.id;
    state.set_reaction(chat_id, bot, id, emoji);
    Ok(json!(true))
}
