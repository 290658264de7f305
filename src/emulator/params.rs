//! The parameters of one call, however they came: query, form, multipart or JSON.
//!
//! Telegram takes numbers as strings and nested objects as JSON text, so every reader here accepts
//! both. Nothing is validated beyond its shape; that is the methods' business.

use std::collections::HashMap;

use axum::body::Bytes;
use serde_json::{Map, Value};

use super::errors::{ApiError, ApiResult};

/// A file that came inside the call.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub(crate) file_name: Option<String>,
    pub(crate) mime_type: Option<String>,
    pub(crate) bytes: Bytes,
}

/// Parameters by name, and the files of a multipart call by part name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params {
    pub(crate) values: Map<String, Value>,
    pub(crate) files: HashMap<String, Upload>,
}

impl Params {
    /// Whether the parameter is there and is not null or the empty string.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
            || match self.values.get(name) {
                None | Some(Value::Null) => false,
                Some(Value::String(text)) => !text.is_empty(),
                Some(_) => true,
            }
    }

    /// Text; numbers are taken as their digits.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.values.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    /// A whole number, also when written as a string.
    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        as_integer(self.values.get(name)?)
    }

    /// A number with a fraction, also when written as a string.
    pub(crate) fn float(&self, name: &str) -> Option<f64> {
        match self.values.get(name)? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// A flag; false when absent. `True`, `yes` and `1` count, as at Telegram.
    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            Some(Value::String(text)) => {
                matches!(text.trim().to_lowercase().as_str(), "true" | "yes" | "1")
            }
            _ => false,
        }
    }

    /// An object or array, also when written as JSON text. `what` names it in the error.
    pub(crate) fn json(&self, name: &str, what: &str) -> ApiResult<Option<Value>> {
        match self.values.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text)
                .map(Some)
                .map_err(|_| ApiError::bad(format!("can't parse {what} JSON object"))),
            Some(other) => Ok(Some(other.clone())),
        }
    }

    /// The parameters as they are kept in the record of calls: files by name and size.
    pub(crate) fn into_record(self) -> Value {
        let mut map = self.values;
        for (name, file) in self.files {
            let size = file.bytes.len();
            map.insert(
                name,
                serde_json::json!({ "file_name": file.file_name, "file_size": size }),
            );
        }
        Value::Object(map)
    }
}

/// A JSON number or a string of digits.
pub(crate) fn as_integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Decodes `a=b&c=d` with percent escapes, as in a query or a form body.
pub(crate) fn urlencoded(text: &str) -> Map<String, Value> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescape(name), Value::String(unescape(value)))
        })
        .collect()
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match escaped {
            Some(plain) => {
                out.push(plain);
                at += 2;
            }
            None if byte == b'+' => out.push(b' '),
            None => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(json: Value) -> Params {
        match json {
            Value::Object(values) => Params {
                values,
                ..Params::default()
            },
            _ => Params::default(),
        }
    }

    #[test]
    fn numbers_and_objects_may_come_as_text() {
        let call = params(serde_json::json!({ "chat_id": "-100", "reply_markup": "{\"a\":1}" }));
        assert_eq!(call.integer("chat_id"), Some(-100));
        assert_eq!(
            call.json("reply_markup", "x").unwrap(),
            Some(serde_json::json!({ "a": 1 }))
        );
    }

    #[test]
    fn broken_json_is_refused() {
        let call = params(serde_json::json!({ "reply_markup": "{" }));
        assert!(call.json("reply_markup", "reply keyboard markup").is_err());
    }

    #[test]
    fn a_form_body_is_decoded() {
        let map = urlencoded("text=Xin%20ch%C3%A0o+b%C3%A0&chat_id=5&empty");
        assert_eq!(map["text"], "Xin chào bà");
        assert_eq!(map["chat_id"], "5");
        assert_eq!(map["empty"], "");
    }
}
