//! The table of methods: which there are, and which parameters each takes.
//!
//! `methods.tsv` is drawn from the published specification; a test holds it there when the
//! specification is at hand. Nothing here knows what a method does.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::Value;

use crate::emulator::errors::{ApiError, ApiResult};
use crate::emulator::params::{Params, as_integer};

/// One method: its name as published and its parameters.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    required: Vec<Parameter>,
    optional: Vec<Parameter>,
}

#[derive(Debug)]
struct Parameter {
    name: &'static str,
    types: &'static str,
}

/// Finds a method, ignoring case as Telegram does.
pub(crate) fn find(name: &str) -> Option<&'static Method> {
    methods().get(name.to_ascii_lowercase().as_str())
}

fn methods() -> &'static HashMap<String, Method> {
    static TABLE: OnceLock<HashMap<String, Method>> = OnceLock::new();
    TABLE.get_or_init(|| {
        include_str!("../methods.tsv")
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| {
                let mut cells = line.split('\t');
                let name = cells.next().unwrap_or_default();
                let method = Method {
                    name,
                    required: parameters(cells.next()),
                    optional: parameters(cells.next()),
                };
                (name.to_ascii_lowercase(), method)
            })
            .collect()
    })
}

fn parameters(cell: Option<&'static str>) -> Vec<Parameter> {
    cell.unwrap_or_default()
        .split(' ')
        .filter_map(|word| word.split_once(':'))
        .map(|(name, types)| Parameter { name, types })
        .collect()
}

impl Method {
    /// Refuses parameters that the method does not have, lacks, or cannot read.
    pub(crate) fn check(&self, params: &Params) -> ApiResult<()> {
        self.check_unknown(params)?;
        for parameter in &self.required {
            if !params.has(parameter.name) {
                return Err(missing(self.name, parameter.name));
            }
        }
        self.check_types(params)
    }

    fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.required
            .iter()
            .chain(&self.optional)
            .find(|parameter| parameter.name == name)
    }

    fn check_unknown(&self, params: &Params) -> ApiResult<()> {
        for name in params.values.keys() {
            if self.parameter(name).is_none() {
                return Err(ApiError::bad(format!(
                    "emulator: unknown parameter {name} of method {}",
                    self.name
                )));
            }
        }
        // A file under another name must be called for by an `attach://` address.
        let attached = |name: &str| {
            let address = format!("attach://{name}");
            params
                .values
                .values()
                .any(|value| value.to_string().contains(&address))
        };
        match params
            .files
            .keys()
            .find(|name| self.parameter(name).is_none() && !attached(name))
        {
            Some(name) => Err(ApiError::bad(format!(
                "emulator: unknown parameter {name} of method {}",
                self.name
            ))),
            None => Ok(()),
        }
    }

    fn check_types(&self, params: &Params) -> ApiResult<()> {
        for (name, value) in &params.values {
            let fits = self
                .parameter(name)
                .is_none_or(|parameter| fits(parameter.types, value));
            if !fits {
                return Err(ApiError::bad(format!(
                    "emulator: parameter {name} of method {} has the wrong type",
                    self.name
                )));
            }
        }
        Ok(())
    }
}

fn fits(types: &str, value: &Value) -> bool {
    let blank = matches!(value, Value::Null) || value.as_str() == Some("");
    blank
        || types.chars().any(|kind| match kind {
            'i' => as_integer(value).is_some(),
            'f' => {
                value.is_number()
                    || value
                        .as_str()
                        .is_some_and(|text| text.trim().parse::<f64>().is_ok())
            }
            'b' => {
                value.is_boolean()
                    || value.as_str().is_some_and(|text| {
                        matches!(
                            text.to_lowercase().as_str(),
                            "true" | "false" | "yes" | "no" | "1" | "0"
                        )
                    })
            }
            // Broken JSON text has an error of its own, which the method gives.
            'o' => value.is_object() || value.is_string(),
            'a' => value.is_array() || value.is_string(),
            _ => value.is_string() || value.is_number(),
        })
}

/// What Telegram says when a required parameter is not there.
fn missing(method: &str, parameter: &str) -> ApiError {
    ApiError::bad(match (method, parameter) {
        (_, "chat_id" | "from_chat_id") => format!("{parameter} is empty"),
        (_, "text") => "message text is empty".to_owned(),
        (_, "message_id") => "message identifier is not specified".to_owned(),
        (_, "message_ids") => "message identifiers are not specified".to_owned(),
        (_, "user_id") => "invalid user_id specified".to_owned(),
        ("getFile", "file_id") => "file_id not specified".to_owned(),
        ("answerCallbackQuery" | "answerInlineQuery", _) => {
            "query is too old and response timeout expired or query ID is invalid".to_owned()
        }
        (
            _,
            "photo" | "document" | "video" | "voice" | "audio" | "animation" | "sticker"
            | "video_note",
        ) => format!("there is no {} in the request", parameter.replace('_', " ")),
        _ => format!("emulator: required parameter {parameter} of method {method} is missing"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: &str, values: Value) -> ApiResult<()> {
        let Value::Object(values) = values else {
            panic!("an object is needed")
        };
        find(method).unwrap().check(&Params {
            values,
            ..Params::default()
        })
    }

    #[test]
    fn the_table_equals_the_published_specification() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/botapi/api.json");
        let up = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/botapi/api.json");
        let Ok(text) = std::fs::read_to_string(path).or_else(|_| std::fs::read_to_string(up))
        else {
            eprintln!("skipped: {path} is not here, so the table cannot be compared with it");
            return;
        };
        let spec: Value = serde_json::from_str(&text).unwrap();
        let published = spec["methods"].as_object().unwrap();
        assert_eq!(published.len(), methods().len());
        for (name, method) in published {
            let ours = find(name).unwrap_or_else(|| panic!("{name} is missing"));
            assert_eq!(ours.name, name);
            let fields = method["fields"].as_array().cloned().unwrap_or_default();
            let names = |required: bool| -> Vec<String> {
                fields
                    .iter()
                    .filter(|field| field["required"] == required)
                    .map(|field| field["name"].as_str().unwrap().to_owned())
                    .collect()
            };
            let of = |list: &[Parameter]| -> Vec<String> {
                list.iter().map(|item| item.name.to_owned()).collect()
            };
            assert_eq!(of(&ours.required), names(true), "{name}");
            assert_eq!(of(&ours.optional), names(false), "{name}");
        }
    }

    #[test]
    fn a_parameter_that_the_method_lacks_is_refused() {
        let error = check(
            "sendMessage",
            serde_json::json!({ "chat_id": 1, "text": "a", "reply_to": 3 }),
        )
        .unwrap_err();
        assert_eq!(
            error.description,
            "Bad Request: emulator: unknown parameter reply_to of method sendMessage"
        );
    }

    #[test]
    fn missing_parameters_get_telegrams_own_words() {
        let text = |method, values| check(method, values).unwrap_err().description;
        assert_eq!(
            text("sendMessage", serde_json::json!({ "text": "a" })),
            "Bad Request: chat_id is empty"
        );
        assert_eq!(
            text(
                "sendMessage",
                serde_json::json!({ "chat_id": 1, "text": "" })
            ),
            "Bad Request: message text is empty"
        );
        assert_eq!(
            text("sendPhoto", serde_json::json!({ "chat_id": 1 })),
            "Bad Request: there is no photo in the request"
        );
    }

    #[test]
    fn types_are_checked_and_text_forms_are_accepted() {
        assert!(
            check(
                "deleteMessage",
                serde_json::json!({ "chat_id": "5", "message_id": "7" })
            )
            .is_ok()
        );
        assert!(
            check(
                "deleteMessage",
                serde_json::json!({ "chat_id": 5, "message_id": "x" })
            )
            .is_err()
        );
        assert!(
            check(
                "getUpdates",
                serde_json::json!({ "allowed_updates": "[\"message\"]" })
            )
            .is_ok()
        );
    }

    #[test]
    fn method_names_ignore_case() {
        assert_eq!(find("SENDMESSAGE").unwrap().name, "sendMessage");
        assert!(find("sendMesage").is_none());
    }
}
