//! What a newer council file changes, and the council after it.
//!
//! Loading never removes anything that has a code: questions point to areas and bodies long after the map
//! was redrawn. Settings without a code (rules, contact, holidays, routes) are those of the newer file.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::Council;
use crate::domain::body::BodyKind;
use crate::domain::ids::AreaCode;
use crate::domain::keyword::keywords;

keywords! {
    /// A part of the council file.
    pub enum Section {
        /// `[council]`.
        Council = "council",
        /// `[contact]`.
        Contact = "contact",
        /// `[rules]`.
        Rules = "rules",
        /// `[retention]`.
        Retention = "retention",
        /// `[papers]`, and the templates beside the file.
        Papers = "papers",
        /// `[holidays]`.
        Holidays = "holidays",
        /// `[[areas]]`.
        Areas = "areas",
        /// `[[bodies]]`.
        Bodies = "bodies",
        /// `[[categories]]`.
        Categories = "categories",
        /// `[[routes]]`, as a whole.
        Routes = "routes",
        /// `[[sessions]]`.
        Sessions = "sessions",
        /// `[[meetings]]`.
        Meetings = "meetings",
    }
}

/// What happens to one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// These fields of it change.
    Changed {
        /// Keys of the council file.
        fields: Vec<String>,
    },
    /// The newer file does not have it; it stays as it is.
    Kept,
}

/// One difference between a council and a newer file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub section: Section,
    /// Of which entry; empty for a section without codes.
    pub code: String,
    /// What.
    pub what: What,
}

impl fmt::Display for Change {
    /// `areas "dong-van": changed name, aliases`, for operators.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.section)?;
        if !self.code.is_empty() {
            write!(f, " {:?}", self.code)?;
        }
        match &self.what {
            What::Added => f.write_str(": added"),
            What::Changed { fields } => write!(f, ": changed {}", fields.join(", ")),
            What::Kept => f.write_str(": kept, though the file does not have it"),
        }
    }
}

/// An entry with a code.
trait Entry: Clone + Serialize {
    fn code(&self) -> &str;
}

macro_rules! entries {
    ($($entry:path),+) => {
        $(impl Entry for $entry {
            fn code(&self) -> &str {
                self.code.as_str()
            }
        })+
    };
}
entries!(
    crate::domain::area::Area,
    crate::domain::body::Body,
    crate::domain::category::Category,
    crate::domain::session::Session,
    crate::domain::meeting::Meeting
);

impl Council {
    /// What loading `newer` over this council does, in the order of the file's sections.
    #[must_use]
    pub fn changes_to(&self, newer: &Self) -> Vec<Change> {
        let after = self.merged_with(newer);
        let mut changes = Vec::new();
        let settings = [
            (Section::Council, self.identity(), after.identity()),
            (Section::Contact, json(&self.contact), json(&after.contact)),
            (Section::Rules, json(&self.rules), json(&after.rules)),
            (
                Section::Retention,
                json(&self.retention),
                json(&after.retention),
            ),
            (Section::Papers, json(&self.papers), json(&after.papers)),
            (
                Section::Holidays,
                json(&self.calendar),
                json(&after.calendar),
            ),
        ];
        for (section, before, after) in settings {
            changes.extend(changed(section, "", &before, &after));
        }
        changes.extend(changed_entries(
            Section::Areas,
            &self.areas,
            &after.areas,
            &newer.areas,
        ));
        changes.extend(changed_entries(
            Section::Bodies,
            &self.bodies,
            &after.bodies,
            &newer.bodies,
        ));
        changes.extend(changed_entries(
            Section::Categories,
            &self.categories,
            &after.categories,
            &newer.categories,
        ));
        if self.routes != after.routes {
            let what = What::Changed {
                fields: vec!["routes".to_owned()],
            };
            changes.push(Change {
                section: Section::Routes,
                code: String::new(),
                what,
            });
        }
        changes.extend(changed_entries(
            Section::Sessions,
            &self.sessions,
            &after.sessions,
            &newer.sessions,
        ));
        changes.extend(changed_entries(
            Section::Meetings,
            &self.meetings,
            &after.meetings,
            &newer.meetings,
        ));
        changes
    }

    /// This council after loading `newer`: everything of the newer file in its order, then what only this one
    /// has. Merging the same file again changes nothing.
    #[must_use]
    pub fn merged_with(&self, newer: &Self) -> Self {
        let mut merged = Self {
            areas: merged(&self.areas, &newer.areas),
            bodies: merged(&self.bodies, &newer.bodies),
            categories: merged(&self.categories, &newer.categories),
            sessions: merged(&self.sessions, &newer.sessions),
            meetings: merged(&self.meetings, &newer.meetings),
            ..newer.clone()
        };
        merged.free_areas_given_away(newer.bodies.len());
        merged
    }

    /// An area has one delegation: those kept from before (from index `kept` on) lose what a newer one took.
    fn free_areas_given_away(&mut self, kept: usize) {
        let (newer, kept) = self.bodies.split_at_mut(kept);
        let taken: BTreeSet<&AreaCode> = newer
            .iter()
            .filter(|body| body.kind == BodyKind::Delegation)
            .flat_map(|body| &body.areas)
            .collect();
        for body in kept
            .iter_mut()
            .filter(|body| body.kind == BodyKind::Delegation)
        {
            body.areas.retain(|area| !taken.contains(area));
        }
    }

    /// The `[council]` section.
    fn identity(&self) -> Value {
        serde_json::json!({
            "code": self.code,
            "code_prefix": self.code_prefix,
            "name": self.name,
            "short_name": self.short_name,
            "level": self.level,
            "timezone": self.timezone.iana_name(),
            "languages": self.languages,
            "term": self.term,
        })
    }
}

fn merged<T: Entry>(older: &[T], newer: &[T]) -> Vec<T> {
    let codes: BTreeSet<&str> = newer.iter().map(Entry::code).collect();
    let kept = older.iter().filter(|entry| !codes.contains(entry.code()));
    newer.iter().chain(kept).cloned().collect()
}

fn changed_entries<T: Entry>(
    section: Section,
    before: &[T],
    after: &[T],
    newer: &[T],
) -> Vec<Change> {
    let old: std::collections::BTreeMap<&str, &T> =
        before.iter().map(|entry| (entry.code(), entry)).collect();
    let mentioned: BTreeSet<&str> = newer.iter().map(Entry::code).collect();
    after
        .iter()
        .filter_map(|entry| {
            let code = entry.code();
            let change = |what| Change {
                section,
                code: code.to_owned(),
                what,
            };
            match old.get(code) {
                None => Some(change(What::Added)),
                Some(old) => changed(section, code, &json(old), &json(entry))
                    .or_else(|| (!mentioned.contains(code)).then(|| change(What::Kept))),
            }
        })
        .collect()
}

fn changed(section: Section, code: &str, before: &Value, after: &Value) -> Option<Change> {
    let (Value::Object(before), Value::Object(after)) = (before, after) else {
        return None;
    };
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let fields: Vec<String> = keys
        .into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .cloned()
        .collect();
    (!fields.is_empty()).then(|| Change {
        section,
        code: code.to_owned(),
        what: What::Changed { fields },
    })
}

/// The entry as the store keeps it. All our types can be written as JSON, so nothing is ever lost in `Null`.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
