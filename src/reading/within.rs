//! A body's scope as parameters of a statement: `(?1 is null or (state <> 'received' and (body_code = ?1 or category_code
//! in (select value from json_each(?2)))))`.

use crate::domain::{ids::CategoryCode, scope::Scope};

/// What is bound to `?1` and `?2`.
pub(super) struct Within {
    /// The body; none: everything.
    pub(super) body: Option<String>,
    /// A JSON array of the categories it watches.
    pub(super) watched: String,
}

impl Within {
    pub(super) fn of(scope: &Scope) -> Self {
        let codes = |watched: &[CategoryCode]| {
            let codes: Vec<&str> = watched.iter().map(CategoryCode::as_str).collect();
            serde_json::Value::from(codes).to_string()
        };
        match scope {
            Scope::Everything => Self {
                body: None,
                watched: codes(&[]),
            },
            Scope::Watched(body, watched) => Self {
                body: Some(body.to_string()),
                watched: codes(watched),
            },
            Scope::Own(body) => Self {
                body: Some(body.to_string()),
                watched: codes(&[]),
            },
        }
    }
}
