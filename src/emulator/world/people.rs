//! People with a Telegram account.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A person to be created. Only the first name is needed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// Given name, as Telegram shows it.
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Without `@`.
    #[serde(default)]
    pub username: Option<String>,
    /// Language of the person's app, such as `vi`.
    #[serde(default)]
    pub language_code: Option<String>,
    /// A fixed id instead of the next free one.
    #[serde(default)]
    pub id: Option<i64>,
    /// A label for the page that Telegram does not know of, such as "Cử tri".
    #[serde(default)]
    pub note: Option<String>,
    /// Nobody plays this person: the page does not offer them.
    #[serde(default)]
    pub is_extra: bool,
    /// They pressed START long ago: the bot may write to them.
    #[serde(default)]
    pub started: bool,
}

impl NewUser {
    /// A person with this first name and a Vietnamese app.
    #[must_use]
    pub fn named(first_name: impl Into<String>) -> Self {
        Self {
            first_name: first_name.into(),
            language_code: Some("vi".to_owned()),
            ..Self::default()
        }
    }
}

/// A person, or the bot itself.
#[expect(
    clippy::struct_excessive_bools,
    reason = "the flags are independent of each other"
)]
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) is_bot: bool,
    pub(crate) first_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) language_code: Option<String>,
    #[serde(skip)]
    pub(crate) note: Option<String>,
    #[serde(skip)]
    pub(crate) is_extra: bool,
    /// Has written to the bot, so the bot may write to them.
    #[serde(skip)]
    pub(crate) started: bool,
    #[serde(skip)]
    pub(crate) blocked_bot: bool,
    #[serde(skip)]
    pub(crate) deactivated: bool,
}

impl Person {
    pub(crate) fn new(id: i64, user: NewUser) -> Self {
        Self {
            id,
            is_bot: false,
            first_name: user.first_name,
            last_name: user.last_name,
            username: user.username,
            language_code: user.language_code,
            note: user.note,
            is_extra: user.is_extra,
            started: user.started,
            blocked_bot: false,
            deactivated: false,
        }
    }

    pub(crate) fn bot(id: i64, name: &str, username: &str) -> Self {
        Self {
            is_bot: true,
            ..Self::new(
                id,
                NewUser {
                    first_name: name.to_owned(),
                    username: Some(username.to_owned()),
                    ..NewUser::default()
                },
            )
        }
    }

    /// The `User` object.
    pub(crate) fn wire(&self) -> Value {
        json!(self)
    }

    /// The person as the page sees them.
    pub(crate) fn page(&self) -> Value {
        let mut value = self.wire();
        value["note"] = json!(self.note);
        value["extra"] = json!(self.is_extra);
        value["blocked"] = json!(self.blocked_bot);
        value
    }

    /// The `Chat` object of the private chat with them.
    pub(crate) fn private_chat(&self) -> Value {
        let mut chat = json!({ "id": self.id, "type": "private", "first_name": self.first_name });
        if let Some(last_name) = &self.last_name {
            chat["last_name"] = json!(last_name);
        }
        if let Some(username) = &self.username {
            chat["username"] = json!(username);
        }
        chat
    }
}
