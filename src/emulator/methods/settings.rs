//! The bot about itself: who it is, its commands, its name and descriptions.

use serde_json::{Map, Value, json};

use crate::emulator::commands::{self, Scope};
use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::params::{Params, as_integer};
use crate::emulator::world::{FeedKind, State};

pub(super) fn run(state: &mut State, method: &str, params: &Params) -> Option<ApiResult<Value>> {
    Some(match method {
        "getMe" => Ok(me(state)),
        "logOut" | "close" => Ok(json!(true)),
        "setMyCommands" => set_commands(state, params),
        "getMyCommands" => get_commands(state, params),
        "deleteMyCommands" => delete_commands(state, params),
        "setMyName" => set_text(state, params, "name", 64),
        "getMyName" => get_text(state, params, "name"),
        "setMyDescription" => set_text(state, params, "description", 512),
        "getMyDescription" => get_text(state, params, "description"),
        "setMyShortDescription" => set_text(state, params, "short_description", 120),
        "getMyShortDescription" => get_text(state, params, "short_description"),
        "setChatMenuButton" => set_menu_button(state, params),
        "getChatMenuButton" => Ok(menu_button(state, params)),
        _ => return None,
    })
}

fn me(state: &State) -> Value {
    let mut me = state.bot.wire();
    me["can_join_groups"] = json!(true);
    me["can_read_all_group_messages"] = json!(!state.privacy_mode);
    me["supports_inline_queries"] = json!(state.inline_mode);
    me["can_connect_to_business"] = json!(false);
    me["has_main_web_app"] = json!(false);
    me["has_topics_enabled"] = json!(false);
    me
}

fn scope_and_language(state: &State, params: &Params) -> ApiResult<(Scope, String)> {
    let scope = Scope::read(params.json("scope", "BotCommandScope")?.as_ref())?;
    let language = params.text("language_code").unwrap_or_default();
    commands::check_language(&language)?;
    if scope
        .chat_id()
        .is_some_and(|chat| !state.chats.contains_key(&chat))
    {
        return Err(ApiError::bad("chat not found"));
    }
    Ok((scope, language))
}

fn set_commands(state: &mut State, params: &Params) -> ApiResult<Value> {
    let (scope, language) = scope_and_language(state, params)?;
    let list = params.json("commands", "commands")?.unwrap_or_default();
    let list = commands::check(&list)?;
    state.commands.set(scope, &language, list);
    commands_changed(state);
    Ok(json!(true))
}

fn get_commands(state: &State, params: &Params) -> ApiResult<Value> {
    let (scope, language) = scope_and_language(state, params)?;
    Ok(json!(state.commands.get(scope, &language)))
}

fn delete_commands(state: &mut State, params: &Params) -> ApiResult<Value> {
    let (scope, language) = scope_and_language(state, params)?;
    state.commands.delete(scope, &language);
    commands_changed(state);
    Ok(json!(true))
}

fn commands_changed(state: &mut State) {
    state.journal.publish(FeedKind::Commands, None, Map::new());
}

fn set_text(state: &mut State, params: &Params, what: &str, longest: usize) -> ApiResult<Value> {
    let language = params.text("language_code").unwrap_or_default();
    commands::check_language(&language)?;
    let text = params.text(what).unwrap_or_default();
    if text.chars().count() > longest {
        return Err(ApiError::bad(format!(
            "BOT_{}_TOO_LONG",
            what.to_ascii_uppercase()
        )));
    }
    if what == "name" && language.is_empty() && !text.is_empty() {
        state.bot.first_name.clone_from(&text);
    }
    state
        .profile
        .insert(format!("{what}:{language}"), json!(text));
    commands_changed(state);
    Ok(json!(true))
}

fn get_text(state: &State, params: &Params, what: &str) -> ApiResult<Value> {
    let language = params.text("language_code").unwrap_or_default();
    commands::check_language(&language)?;
    let kept = |language: &str| state.profile.get(&format!("{what}:{language}")).cloned();
    let usual = || match what {
        "name" => json!(state.bot.first_name),
        _ => json!(""),
    };
    let text = kept(&language).or_else(|| kept("")).unwrap_or_else(usual);
    Ok(json!({ what: text }))
}

fn menu_key(params: &Params) -> String {
    let chat = params.values.get("chat_id").and_then(as_integer);
    format!("menu:{}", chat.unwrap_or_default())
}

fn set_menu_button(state: &mut State, params: &Params) -> ApiResult<Value> {
    let button = params
        .json("menu_button", "menu button")?
        .unwrap_or_else(|| json!({ "type": "default" }));
    match button["type"].as_str() {
        Some("default" | "commands") => {}
        Some("web_app") if button["web_app"]["url"].is_string() => {}
        _ => return Err(ApiError::bad("MenuButton has unsupported type")),
    }
    state.profile.insert(menu_key(params), button);
    commands_changed(state);
    Ok(json!(true))
}

fn menu_button(state: &State, params: &Params) -> Value {
    state
        .profile
        .get(&menu_key(params))
        .cloned()
        .unwrap_or_else(|| json!({ "type": "commands" }))
}
