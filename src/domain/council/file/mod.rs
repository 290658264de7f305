//! Reading the council file: TOML text in, a checked council or every problem at once out.
//!
//! Operators fix a file in an editor, so a problem names its line, its place and what would be right, and
//! no problem hides another. Only bad TOML syntax ends the reading early.
//!
//! `findings` collects problems and references, `reader` walks tables and values, `settings`, `papers` and
//! `entries` know what the sections contain.

mod entries;
mod findings;
mod papers;
mod reader;
mod settings;

use std::fmt;

use toml::de::DeTable;

use self::findings::Findings;
use self::reader::Table;
use super::Council;

/// Something wrong in a council file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Key in TOML notation, entries counted from 0: `areas[3].kind`; empty for bad syntax.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl Council {
    /// Reads and checks a council file.
    ///
    /// # Errors
    /// Every problem of the file in the order of its lines; for bad TOML syntax only the first.
    pub fn parse(toml: &str) -> Result<Self, Vec<Problem>> {
        let findings = Findings::new(toml);
        let document = match DeTable::parse(toml) {
            Ok(document) => document,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                findings.reject(at, "", explained(toml, at, error.message()));
                return Err(findings.into_problems());
            }
        };
        let mut root = Table::root(&findings, &document);
        let council = read(&mut root);
        root.finish();
        findings.check_references();
        let problems = findings.into_problems();
        match council {
            Some(council) if problems.is_empty() => Ok(council),
            _ => Err(problems),
        }
    }
}

/// What a TOML reader says, and what a word processor may have done to the line.
fn explained(toml: &str, at: usize, message: &str) -> String {
    let at = at.min(toml.len());
    let begins = toml.as_bytes()[..at]
        .iter()
        .rposition(|byte| *byte == b'\n');
    let line = toml.as_bytes()[begins.map_or(0, |before| before + 1)..]
        .split(|byte| *byte == b'\n')
        .next()
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    if line.contains(['“', '”', '‘', '’', '„', '«', '»']) {
        return format!(
            "{message}; this line has the quotation marks of a word processor (“ ”): TOML takes only \" and '"
        );
    }
    message.to_owned()
}

/// Reads all sections before giving up on any.
fn read(root: &mut Table) -> Option<Council> {
    let identity = settings::identity(root);
    let contact = settings::contact(root);
    let rules = settings::rules(root);
    let retention = settings::retention(root);
    let papers = papers::papers(root);
    let calendar = settings::holidays(root);
    let areas = entries::areas(root);
    let bodies = entries::bodies(root);
    let categories = entries::categories(root);
    let routes = entries::routes(root);
    let sessions = entries::sessions(root);
    let meetings = entries::meetings(root);
    let identity = identity?;
    let mut council = Council {
        code: identity.code,
        code_prefix: identity.code_prefix,
        name: identity.name,
        short_name: identity.short_name,
        level: identity.level,
        timezone: identity.timezone,
        languages: identity.languages,
        term: identity.term,
        contact,
        rules,
        retention,
        papers,
        calendar,
        areas,
        bodies,
        categories,
        routes,
        sessions,
        meetings,
        today: None,
    };
    name_hosts(&mut council);
    Some(council)
}

/// Meetings for which the file names nobody are held by the delegations of their areas.
fn name_hosts(council: &mut Council) {
    let mut meetings = std::mem::take(&mut council.meetings);
    for meeting in meetings
        .iter_mut()
        .filter(|meeting| meeting.bodies.is_empty())
    {
        for delegation in meeting
            .areas
            .iter()
            .filter_map(|area| council.delegation_of(area))
        {
            if !meeting.bodies.contains(&delegation.code) {
                meeting.bodies.push(delegation.code.clone());
            }
        }
    }
    council.meetings = meetings;
}
