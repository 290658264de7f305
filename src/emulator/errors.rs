//! What Telegram says when it refuses: codes and texts, word for word where they are known.
//!
//! A text that begins with `emulator:` is ours: Telegram would have said something else or would
//! have ignored the mistake silently.

/// A refusal as Telegram sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiError {
    /// `error_code`, which is also the HTTP status.
    pub(crate) code: u16,
    /// `description`.
    pub(crate) description: String,
    /// `parameters.retry_after`, seconds.
    pub(crate) retry_after: Option<i64>,
    /// `parameters.migrate_to_chat_id`.
    pub(crate) migrate_to_chat_id: Option<i64>,
}

/// What a method of the Bot API comes to.
pub(crate) type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    pub(crate) fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            retry_after: None,
            migrate_to_chat_id: None,
        }
    }

    /// 400, `Bad Request: …`.
    pub(crate) fn bad(text: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", text.as_ref()))
    }

    /// 403, `Forbidden: …`.
    pub(crate) fn forbidden(text: impl AsRef<str>) -> Self {
        Self::new(403, format!("Forbidden: {}", text.as_ref()))
    }

    /// 409, `Conflict: …`.
    pub(crate) fn conflict(text: impl AsRef<str>) -> Self {
        Self::new(409, format!("Conflict: {}", text.as_ref()))
    }

    /// 401 for a wrong token.
    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// 404 for an unknown method.
    pub(crate) fn not_found() -> Self {
        Self::new(404, "Not Found")
    }

    /// 429 with the number of seconds to wait.
    pub(crate) fn too_many(retry_after: i64) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::new(429, format!("Too Many Requests: retry after {retry_after}"))
        }
    }

    /// 400 with the id of the supergroup that the group became.
    pub(crate) fn migrated(to: i64) -> Self {
        Self {
            migrate_to_chat_id: Some(to),
            ..Self::bad("group chat was upgraded to a supergroup chat")
        }
    }

    /// Whether the refusal is one that the emulator made up, so a breach worth a violation.
    pub(crate) fn is_ours(&self) -> bool {
        self.description.contains("emulator: ")
    }

    /// The JSON body of the answer.
    pub(crate) fn body(&self) -> serde_json::Value {
        let mut body = serde_json::json!({
            "ok": false, "error_code": self.code, "description": self.description,
        });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = serde_json::json!({ "retry_after": seconds });
        }
        if let Some(chat) = self.migrate_to_chat_id {
            body["parameters"] = serde_json::json!({ "migrate_to_chat_id": chat });
        }
        body
    }
}
