//! The bot's command lists: by scope and language, and which of them a person sees.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::errors::{ApiError, ApiResult};
use super::params::as_integer;

/// For whom a list is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(i64),
    ChatAdministrators(i64),
    ChatMember(i64, i64),
}

/// All lists.
#[derive(Debug, Default)]
pub(crate) struct CommandBook {
    lists: HashMap<(Scope, String), Vec<Value>>,
}

/// Who looks, and where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Viewer<'a> {
    pub(crate) chat_id: i64,
    pub(crate) user_id: i64,
    pub(crate) language: &'a str,
    pub(crate) is_private: bool,
    pub(crate) is_admin: bool,
}

impl Scope {
    /// Reads a `BotCommandScope`; absent means the default.
    pub(crate) fn read(value: Option<&Value>) -> ApiResult<Self> {
        let Some(value) = value else {
            return Ok(Self::Default);
        };
        let cannot = |why: &str| ApiError::bad(format!("can't parse BotCommandScope: {why}"));
        let id = |name: &str| {
            as_integer(&value[name]).ok_or_else(|| cannot(&format!("Can't find field \"{name}\"")))
        };
        Ok(match value["type"].as_str() {
            Some("default") => Self::Default,
            Some("all_private_chats") => Self::AllPrivateChats,
            Some("all_group_chats") => Self::AllGroupChats,
            Some("all_chat_administrators") => Self::AllChatAdministrators,
            Some("chat") => Self::Chat(id("chat_id")?),
            Some("chat_administrators") => Self::ChatAdministrators(id("chat_id")?),
            Some("chat_member") => Self::ChatMember(id("chat_id")?, id("user_id")?),
            Some(_) => return Err(cannot("Unsupported type specified")),
            None => return Err(cannot("Can't find field \"type\"")),
        })
    }

    /// The chat the scope is about, which must exist.
    pub(crate) fn chat_id(&self) -> Option<i64> {
        match self {
            Self::Chat(id) | Self::ChatAdministrators(id) | Self::ChatMember(id, _) => Some(*id),
            _ => None,
        }
    }
}

/// Checks a `language_code`: empty or two letters.
pub(crate) fn check_language(code: &str) -> ApiResult<()> {
    let ok = code.is_empty() || (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()));
    if ok {
        Ok(())
    } else {
        Err(ApiError::bad("invalid language_code specified"))
    }
}

impl CommandBook {
    pub(crate) fn set(&mut self, scope: Scope, language: &str, commands: Vec<Value>) {
        if commands.is_empty() {
            self.delete(scope, language);
        } else {
            self.lists.insert((scope, language.to_owned()), commands);
        }
    }

    pub(crate) fn get(&self, scope: Scope, language: &str) -> Vec<Value> {
        self.lists
            .get(&(scope, language.to_owned()))
            .cloned()
            .unwrap_or_default()
    }

    pub(crate) fn delete(&mut self, scope: Scope, language: &str) {
        self.lists.remove(&(scope, language.to_owned()));
    }

    /// The list a person sees: the narrowest scope that has one, their language before none.
    pub(crate) fn visible(&self, viewer: Viewer<'_>) -> Vec<Value> {
        let Viewer {
            chat_id, user_id, ..
        } = viewer;
        let scopes = if viewer.is_private {
            vec![Some(Scope::Chat(chat_id)), Some(Scope::AllPrivateChats)]
        } else {
            let admins = |scope| viewer.is_admin.then_some(scope);
            vec![
                Some(Scope::ChatMember(chat_id, user_id)),
                admins(Scope::ChatAdministrators(chat_id)),
                Some(Scope::Chat(chat_id)),
                admins(Scope::AllChatAdministrators),
                Some(Scope::AllGroupChats),
            ]
        };
        scopes
            .into_iter()
            .flatten()
            .chain([Scope::Default])
            .flat_map(|scope| {
                [
                    (scope.clone(), viewer.language.to_owned()),
                    (scope, String::new()),
                ]
            })
            .find_map(|key| self.lists.get(&key).cloned())
            .unwrap_or_default()
    }
}

/// Checks a list of `BotCommand`s.
pub(crate) fn check(value: &Value) -> ApiResult<Vec<Value>> {
    let Value::Array(commands) = value else {
        return Err(ApiError::bad("expected an Array of BotCommand"));
    };
    if commands.len() > 100 {
        return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    commands.iter().map(check_one).collect()
}

fn check_one(command: &Value) -> ApiResult<Value> {
    let field = |name: &str| {
        command[name].as_str().ok_or_else(|| {
            ApiError::bad(format!(
                "can't parse BotCommand: Can't find field \"{name}\""
            ))
        })
    };
    // A leading slash is allowed and cut off.
    let name = field("command")?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let description = field("description")?.trim();
    if name.is_empty() {
        return Err(ApiError::bad("command must be non-empty"));
    }
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if name.len() > 32 || !name.bytes().all(allowed) {
        return Err(ApiError::bad("BOT_COMMAND_INVALID"));
    }
    if description.is_empty() {
        return Err(ApiError::bad("command description must be non-empty"));
    }
    if super::utf16::len(description) > 256 {
        return Err(ApiError::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(json!({ "command": name, "description": description }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn list(name: &str) -> Vec<Value> {
        vec![json!({ "command": name, "description": "x" })]
    }

    fn viewer(language: &str) -> Viewer<'_> {
        Viewer {
            chat_id: 5,
            user_id: 5,
            language,
            is_private: true,
            is_admin: false,
        }
    }

    #[test]
    fn the_narrowest_scope_wins_and_language_comes_second() {
        let mut book = CommandBook::default();
        book.set(Scope::Default, "", list("d"));
        book.set(Scope::Default, "vi", list("dvi"));
        assert_eq!(book.visible(viewer("vi")), list("dvi"));
        assert_eq!(book.visible(viewer("en")), list("d"));
        book.set(Scope::AllPrivateChats, "", list("p"));
        assert_eq!(book.visible(viewer("vi")), list("p"));
        book.set(Scope::Chat(5), "en", list("c"));
        assert_eq!(book.visible(viewer("vi")), list("p"));
        assert_eq!(book.visible(viewer("en")), list("c"));
    }

    #[test]
    fn administrators_see_their_own_list() {
        let mut book = CommandBook::default();
        book.set(Scope::AllGroupChats, "", list("g"));
        book.set(Scope::ChatAdministrators(-1), "", list("a"));
        let mut viewer = Viewer {
            chat_id: -1,
            is_private: false,
            ..viewer("vi")
        };
        assert_eq!(book.visible(viewer), list("g"));
        viewer.is_admin = true;
        assert_eq!(book.visible(viewer), list("a"));
    }

    #[rstest]
    #[case("hoi", "Đặt câu hỏi", "ok")]
    #[case("Hoi", "x", "Bad Request: BOT_COMMAND_INVALID")]
    #[case("hỏi", "x", "Bad Request: BOT_COMMAND_INVALID")]
    #[case(
        "a23456789012345678901234567890123",
        "x",
        "Bad Request: BOT_COMMAND_INVALID"
    )]
    #[case("hoi", "", "Bad Request: command description must be non-empty")]
    fn a_command_is_checked(#[case] name: &str, #[case] description: &str, #[case] answer: &str) {
        let result = check(&json!([{ "command": name, "description": description }]));
        let text = result.map_or_else(|error| error.description, |_| "ok".to_owned());
        assert_eq!(text, answer);
    }
}
