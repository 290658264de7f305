//! Failures on order: errors, lost answers, dropped connections, slowness, repeated updates.
//!
//! A rule is used up after `times` matching calls. Chance comes from the world's seed, so a run
//! with the same calls fails in the same places.

use serde::{Deserialize, Serialize};

use super::errors::ApiError;
use super::ids::Ids;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The call is refused and does nothing.
    Error,
    /// The call does its work, and then an error is answered.
    ErrorAfterEffect,
    /// The connection is closed without an answer and nothing is done.
    Drop,
    /// The call does its work, and then the connection is closed without an answer.
    DropAfterEffect,
    /// The call waits `delay_ms` (wall clock) before it does its work.
    Slow,
    /// The next `getUpdates` hands out the lately confirmed updates again.
    DuplicateUpdates,
    /// The next `getUpdates` that has something to say confirms by offset, but its answer is lost.
    LostUpdatesAnswer,
    /// The next `getUpdates` that has something to say says it in the wrong order.
    ReorderedUpdates,
}

impl FailureKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::ErrorAfterEffect => "error_after_effect",
            Self::Drop => "drop",
            Self::DropAfterEffect => "drop_after_effect",
            Self::Slow => "slow",
            Self::DuplicateUpdates => "duplicate_updates",
            Self::LostUpdatesAnswer => "lost_updates_answer",
            Self::ReorderedUpdates => "reordered_updates",
        }
    }

    pub(crate) fn is_about_updates(self) -> bool {
        matches!(
            self,
            Self::DuplicateUpdates | Self::LostUpdatesAnswer | Self::ReorderedUpdates
        )
    }
}

/// An order for a failure.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FailureRule {
    /// Only this method; any but `getUpdates` if absent.
    #[serde(default)]
    pub method: Option<String>,
    /// Only calls about this chat.
    #[serde(default)]
    pub chat_id: Option<i64>,
    /// How many calls fail before the rule is used up.
    #[serde(default = "once")]
    pub times: u32,
    /// With which probability a matching call fails.
    #[serde(default = "always")]
    pub probability: f64,
    /// What goes wrong.
    pub kind: FailureKind,
    /// For errors; 500 by default, or 429 if `retry_after` is given.
    #[serde(default)]
    pub error_code: Option<u16>,
    /// For errors; Telegram's usual text for the code by default.
    #[serde(default)]
    pub description: Option<String>,
    /// For errors: seconds.
    #[serde(default)]
    pub retry_after: Option<i64>,
    /// For slowness: wall-clock milliseconds.
    #[serde(default)]
    pub delay_ms: u64,
}

fn once() -> u32 {
    1
}

fn always() -> f64 {
    1.0
}

impl FailureRule {
    /// A rule that hits the next call of any method.
    #[must_use]
    pub fn new(kind: FailureKind) -> Self {
        Self {
            method: None,
            chat_id: None,
            times: 1,
            probability: 1.0,
            kind,
            error_code: None,
            description: None,
            retry_after: None,
            delay_ms: 0,
        }
    }

    /// Only calls of this method.
    #[must_use]
    pub fn method(mut self, name: impl Into<String>) -> Self {
        self.method = Some(name.into());
        self
    }

    /// Only calls about this chat.
    #[must_use]
    pub fn chat(mut self, chat_id: i64) -> Self {
        self.chat_id = Some(chat_id);
        self
    }

    /// This many calls.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// With this probability, between 0 and 1.
    #[must_use]
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = probability;
        self
    }

    /// 429 with this many seconds to wait.
    #[must_use]
    pub fn retry_after(mut self, seconds: i64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// This code and text.
    #[must_use]
    pub fn error(mut self, code: u16, description: impl Into<String>) -> Self {
        self.error_code = Some(code);
        self.description = Some(description.into());
        self
    }

    /// How long a slow call waits, in wall-clock milliseconds.
    #[must_use]
    pub fn delay_ms(mut self, delay: u64) -> Self {
        self.delay_ms = delay;
        self
    }

    pub(crate) fn api_error(&self) -> ApiError {
        if let Some(seconds) = self.retry_after {
            let mut error = ApiError::too_many(seconds);
            if let Some(code) = self.error_code {
                error.code = code;
            }
            if let Some(text) = &self.description {
                error.description.clone_from(text);
            }
            return error;
        }
        let code = self.error_code.unwrap_or(500);
        let usual = match code {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            409 => "Conflict",
            502 => "Bad Gateway",
            503 => "Service Unavailable",
            504 => "Gateway Timeout",
            _ => "Internal Server Error",
        };
        ApiError::new(code, self.description.as_deref().unwrap_or(usual))
    }

    fn matches(&self, method: &str, chat_id: Option<i64>) -> bool {
        let same_method = match &self.method {
            Some(name) => name.eq_ignore_ascii_case(method),
            None => self.kind.is_about_updates() == (method == "getUpdates"),
        };
        same_method && (self.chat_id.is_none() || self.chat_id == chat_id)
    }
}

/// The orders that are not used up.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    rules: Vec<FailureRule>,
}

impl Failures {
    pub(crate) fn add(&mut self, rule: FailureRule) {
        self.rules.push(rule);
    }

    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    pub(crate) fn all(&self) -> &[FailureRule] {
        &self.rules
    }

    /// The failure this call meets, which is then used up once. `wanted` narrows to kinds.
    pub(crate) fn take(
        &mut self,
        ids: &mut Ids,
        method: &str,
        chat_id: Option<i64>,
        wanted: impl Fn(FailureKind) -> bool,
    ) -> Option<FailureRule> {
        let at = self.rules.iter().position(|rule| {
            wanted(rule.kind)
                && rule.matches(method, chat_id)
                && (rule.probability >= 1.0 || ids.happens(rule.probability))
        })?;
        let rule = self.rules[at].clone();
        self.rules[at].times = self.rules[at].times.saturating_sub(1);
        if self.rules[at].times == 0 {
            self.rules.remove(at);
        }
        Some(rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_used_up_after_its_times() {
        let mut failures = Failures::default();
        let mut ids = Ids::new(1);
        failures.add(
            FailureRule::new(FailureKind::Error)
                .method("sendMessage")
                .times(2),
        );
        let mut take = |method| failures.take(&mut ids, method, None, |_| true).is_some();
        assert!(!take("editMessageText"));
        assert!(take("sendMessage"));
        assert!(take("sendmessage"));
        assert!(!take("sendMessage"));
    }

    #[test]
    fn a_rule_for_a_chat_leaves_other_chats_alone() {
        let mut failures = Failures::default();
        let mut ids = Ids::new(1);
        failures.add(FailureRule::new(FailureKind::Drop).chat(5));
        assert!(
            failures
                .take(&mut ids, "sendMessage", Some(6), |_| true)
                .is_none()
        );
        assert!(
            failures
                .take(&mut ids, "sendMessage", Some(5), |_| true)
                .is_some()
        );
    }

    #[test]
    fn errors_have_telegrams_usual_texts() {
        let rule = FailureRule::new(FailureKind::Error).retry_after(7);
        assert_eq!(
            rule.api_error().description,
            "Too Many Requests: retry after 7"
        );
        let rule = FailureRule::new(FailureKind::Error);
        assert_eq!(rule.api_error().code, 500);
    }
}
