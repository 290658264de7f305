//! The book as a council file: written line by line, so that what is wrong in a line is wrong in the cell it came from.

use std::fmt::Write as _;

use jiff::civil::DateTime;

use super::{
    book::{Book, Head, Problems, Row, date, unknown},
    cells::Place,
    words::{self, Kind, squeezed},
};
use crate::domain::{area::AreaKind, council::Council, ids::Language, keyword::Keyword as _};

/// Vietnam has one time, all year.
const OFFSET: &str = "+07:00";
/// Questions close with the office.
const CLOSES: &str = "17:00:00";

/// The text of a council file, and for each of its lines the cell it came from.
struct Text {
    toml: String,
    origins: Vec<Option<Place>>,
}

impl Text {
    fn line(&mut self, line: &str, from: Option<&Place>) {
        // A line of ours is a line of the file.
        let _ = writeln!(self.toml, "{line}");
        self.origins.push(from.cloned());
    }

    fn key(&mut self, key: &str, value: &str, from: Option<&Place>) {
        self.line(&format!("{key} = {}", quoted(value)), from);
    }
}

/// A text as TOML writes it, on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            sign if sign.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

impl Book {
    /// The council of this book, and its file's text: with what `head` says beyond it, or beside what `known` holds
    /// already.
    ///
    /// # Errors
    /// Everything that is wrong, each with its file and cell.
    pub(crate) fn council(
        &self,
        head: &Head,
        known: Option<&Council>,
    ) -> Result<(Council, String), Problems> {
        let mut problems = Vec::new();
        let text = self.written(head, known, &mut |place: &Place, why: String| {
            problems.push(format!("{place}: {why}"));
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        match Council::parse(&text.toml) {
            Ok(council) => {
                let council = match known {
                    Some(known) => self.beside(known, council),
                    None => council,
                };
                Ok((council, text.toml))
            }
            Err(found) => Err(found
                .into_iter()
                .map(|problem| {
                    let origin = text.origins.get(problem.line - 1).cloned().flatten();
                    match origin {
                        Some(place) => format!("{place}: {}", problem.message),
                        None => {
                            format!("{}{}: {}", self.shown(), problem.path, problem.message)
                        }
                    }
                })
                .collect()),
        }
    }

    /// What the book says, put beside what is known: columns and sheets that are not there change nothing.
    fn beside(&self, known: &Council, read: Council) -> Council {
        let mut council = known.clone();
        let is_new = |code: &str, rows: &[Row]| rows.iter().any(|row| row.code() == code);
        let has_column = |rows: &[Row], key| rows.iter().any(|row| row.cells.contains_key(key));
        council.areas = read
            .areas
            .into_iter()
            .filter(|area| is_new(area.code.as_str(), &self.areas))
            .map(|mut area| {
                if let Some(before) = known.areas.iter().find(|one| one.code == area.code) {
                    if before.name.vi == area.name.vi {
                        area.name = before.name.clone();
                    }
                    if !has_column(&self.areas, "aliases") {
                        area.aliases.clone_from(&before.aliases);
                    }
                    if !has_column(&self.areas, "parent") {
                        area.parent.clone_from(&before.parent);
                    }
                    area.location = before.location;
                    area.valid = before.valid;
                }
                area
            })
            .collect();
        let has_delegates = self.has.contains(&Kind::Delegates);
        council.bodies = read
            .bodies
            .into_iter()
            .filter(|body| is_new(body.code.as_str(), &self.bodies) || has_delegates)
            .map(|mut body| {
                if let Some(before) = known.bodies.iter().find(|one| one.code == body.code) {
                    if before.name.vi == body.name.vi {
                        body.name = before.name.clone();
                    }
                    if !has_column(&self.bodies, "areas") {
                        body.areas.clone_from(&before.areas);
                    }
                    if body.delegates.is_empty() {
                        body.delegates.clone_from(&before.delegates);
                    }
                    body.valid = before.valid;
                }
                body
            })
            .collect();
        council.sessions = read.sessions;
        council.meetings = Vec::new();
        council
    }

    fn written(
        &self,
        head: &Head,
        known: Option<&Council>,
        reject: &mut dyn FnMut(&Place, String),
    ) -> Text {
        let mut text = Text {
            toml: String::new(),
            origins: Vec::new(),
        };
        write_head(&mut text, head);
        // Known areas and bodies stand in for what the book refers to.
        let is_here = |code: &str, rows: &[Row]| rows.iter().any(|row| row.code() == code);
        for area in known.map_or(&[][..], |known| &known.areas) {
            if !is_here(area.code.as_str(), &self.areas) {
                text.line("[[areas]]", None);
                text.key("code", area.code.as_str(), None);
                text.key("name", &area.name.vi, None);
                text.key("kind", area.kind.as_str(), None);
            }
        }
        for row in &self.areas {
            self.write_area(&mut text, row, known, reject);
        }
        for body in known.map_or(&[][..], |known| &known.bodies) {
            if !is_here(body.code.as_str(), &self.bodies) {
                text.line("[[bodies]]", None);
                text.key("code", body.code.as_str(), None);
                text.key("name", &body.name.vi, None);
                text.key("kind", body.kind.as_str(), None);
                let own = (body.code.as_str().to_owned(), body.name.vi.clone());
                self.write_delegates(&mut text, &own);
            }
        }
        for row in &self.bodies {
            self.write_body(&mut text, row, known, reject);
        }
        for row in &self.delegates {
            let body = row.text("body").unwrap_or_default();
            let is_known = self
                .bodies
                .iter()
                .any(|of| is_called(body, &of.code(), of.text("name")))
                || known.is_some_and(|known| {
                    let mut bodies = known.bodies.iter();
                    bodies.any(|of| is_called(body, of.code.as_str(), Some(&of.name.vi)))
                });
            if let (false, Some(cell)) = (is_known, row.cell("body")) {
                reject(&cell.at, format!("{body:?}: there is no such body"));
            }
        }
        for row in &self.sessions {
            write_session(&mut text, row, reject);
        }
        text
    }

    fn write_area(
        &self,
        text: &mut Text,
        row: &Row,
        known: Option<&Council>,
        reject: &mut dyn FnMut(&Place, String),
    ) {
        let name = row.text("name").unwrap_or_default();
        text.line("[[areas]]", Some(&row.at));
        let code_at = row.cell("code").or_else(|| row.cell("name"));
        text.key("code", &row.code(), code_at.map(|cell| &cell.at));
        text.key("name", name, row.cell("name").map(|cell| &cell.at));
        let kind = match row.cell("kind") {
            Some(cell) => words::word("kind", Kind::Areas, &cell.text),
            None => kind_in_name(name),
        };
        match kind {
            Some(kind) => text.key("kind", kind, row.cell("kind").map(|cell| &cell.at)),
            None => reject(
                &row.cell("kind").map_or(&row.at, |cell| &cell.at).clone(),
                unknown("kind", Kind::Areas, row.text("kind").unwrap_or(name)),
            ),
        }
        if let Some(cell) = row.cell("aliases") {
            let names: Vec<String> = listed(&cell.text).map(quoted).collect();
            text.line(&format!("aliases = [{}]", names.join(", ")), Some(&cell.at));
        }
        if let Some(cell) = row.cell("parent") {
            match self.area_called(&cell.text, known) {
                Some(code) => text.key("parent", &code, Some(&cell.at)),
                None => reject(&cell.at, format!("{:?}: there is no such area", cell.text)),
            }
        }
    }

    fn write_body(
        &self,
        text: &mut Text,
        row: &Row,
        known: Option<&Council>,
        reject: &mut dyn FnMut(&Place, String),
    ) {
        let name = row.text("name").unwrap_or_default();
        text.line("[[bodies]]", Some(&row.at));
        let code_at = row.cell("code").or_else(|| row.cell("name"));
        text.key("code", &row.code(), code_at.map(|cell| &cell.at));
        text.key("name", name, row.cell("name").map(|cell| &cell.at));
        if let Some(cell) = row.cell("kind") {
            match words::word("kind", Kind::Bodies, &cell.text) {
                Some(kind) => text.key("kind", kind, Some(&cell.at)),
                None => reject(&cell.at, unknown("kind", Kind::Bodies, &cell.text)),
            }
        }
        if let Some(cell) = row.cell("areas") {
            let mut codes = Vec::new();
            for called in listed(&cell.text) {
                match self.area_called(called, known) {
                    Some(code) => codes.push(quoted(&code)),
                    None => reject(&cell.at, format!("{called:?}: there is no such area")),
                }
            }
            text.line(&format!("areas = [{}]", codes.join(", ")), Some(&cell.at));
        }
        self.write_delegates(text, &(row.code(), name.to_owned()));
    }

    fn write_delegates(&self, text: &mut Text, (code, name): &(String, String)) {
        for row in &self.delegates {
            if !is_called(row.text("body").unwrap_or_default(), code, Some(name)) {
                continue;
            }
            let role = words::word(
                "role",
                Kind::Delegates,
                row.text("role").unwrap_or_default(),
            );
            text.line("[[bodies.delegates]]", Some(&row.at));
            let at = row.cell("name").map(|cell| &cell.at);
            text.key("name", row.text("name").unwrap_or_default(), at);
            text.key(
                "role",
                role.unwrap_or("member"),
                row.cell("role").map(|cell| &cell.at),
            );
        }
    }

    /// Whether one of its areas has this code, name or older name.
    pub(crate) fn has_area(&self, called: &str) -> bool {
        self.area_called(called, None).is_some()
    }

    /// The code of the area with this code, name or older name.
    fn area_called(&self, called: &str, known: Option<&Council>) -> Option<String> {
        let own = self.areas.iter().find(|row| {
            is_called(called, &row.code(), row.text("name"))
                || row.text("aliases").is_some_and(|names| {
                    listed(names).any(|name| squeezed(name) == squeezed(called))
                })
        });
        own.map(Row::code).or_else(|| {
            let area = known?
                .areas
                .iter()
                .find(|area| is_called(called, area.code.as_str(), Some(&area.name.vi)))?;
            Some(area.code.as_str().to_owned())
        })
    }
}

fn is_called(called: &str, code: &str, name: Option<&str>) -> bool {
    let squeezed_called = squeezed(called);
    !squeezed_called.is_empty()
        && (called == code || name.is_some_and(|name| squeezed(name) == squeezed_called))
}

/// The things of a cell: one a line, or with commas or semicolons between them.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

/// "Phường Đồng Văn" says what it is.
pub(crate) fn kind_in_name(name: &str) -> Option<&'static str> {
    let words: Vec<&str> = name.split_whitespace().take(3).collect();
    (1..=words.len())
        .rev()
        .find_map(|count| words::word("kind", Kind::Areas, &words[..count].join(" ")))
        .filter(|word| AreaKind::from_word(word).is_some())
}

fn write_head(text: &mut Text, head: &Head) {
    text.line("[council]", None);
    let mut key = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            text.key(key, value, head.places.get(key));
        }
    };
    key("code", head.code.as_deref());
    key("code_prefix", head.code_prefix.as_deref());
    key("name", head.name.as_deref());
    key("short_name", head.short_name.as_deref());
    key(
        "level",
        head.level.map(crate::domain::council::Level::as_str),
    );
    key("timezone", Some("Asia/Ho_Chi_Minh"));
    let tags: Vec<String> = if head.languages.is_empty() {
        Language::ALL.iter().map(|one| quoted(one.tag())).collect()
    } else {
        head.languages.iter().map(|one| quoted(one.tag())).collect()
    };
    text.line(&format!("languages = [{}]", tags.join(", ")), None);
    if let (Some(name), Some(from), Some(to)) = (&head.term, head.term_from, head.term_to) {
        let line = format!(
            "term = {{ name = {}, from = {from}, to = {to} }}",
            quoted(name)
        );
        let keys = ["term", "term_to", "term_from"];
        text.line(&line, keys.iter().find_map(|key| head.places.get(key)));
    }
    text.line("", None);
    let contact = [
        ("office", &head.office),
        ("citizen_reception", &head.citizen_reception),
        ("police", &head.police),
    ];
    if contact.iter().any(|(_, value)| value.is_some()) {
        text.line("[contact]", None);
        for (key, value) in contact {
            if let Some(value) = value {
                text.key(key, value, head.places.get(key));
            }
        }
        text.line("", None);
    }
}

fn write_session(text: &mut Text, row: &Row, reject: &mut dyn FnMut(&Place, String)) {
    text.line("[[sessions]]", Some(&row.at));
    let code_at = row.cell("code").or_else(|| row.cell("name"));
    text.key("code", &row.code(), code_at.map(|cell| &cell.at));
    let name = row.text("name").unwrap_or_default();
    text.key("name", name, row.cell("name").map(|cell| &cell.at));
    if let Some(cell) = row.cell("opens_on") {
        match date(&cell.text) {
            Some(day) => text.line(&format!("opens_on = {day}"), Some(&cell.at)),
            None => reject(&cell.at, format!("{:?} is no date (10/12/2026)", cell.text)),
        }
    }
    if let Some(cell) = row.cell("questions_close_at") {
        match moment(&cell.text) {
            Some(at) => text.line(&format!("questions_close_at = {at}"), Some(&cell.at)),
            None => reject(
                &cell.at,
                format!(
                    "{:?} is neither a date nor a time (05/12/2026 17:00)",
                    cell.text
                ),
            ),
        }
    }
}

/// A day (then until the office closes) or a time of a day, as TOML writes it.
pub(crate) fn moment(text: &str) -> Option<String> {
    if let Some(day) = date(text) {
        return Some(format!("{day}T{CLOSES}{OFFSET}"));
    }
    let forms = [
        "%d/%m/%Y %H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d %H:%M",
    ];
    let at = forms
        .iter()
        .find_map(|form| DateTime::strptime(form, text.trim()).ok())?;
    Some(format!("{}{OFFSET}", at.strftime("%Y-%m-%dT%H:%M:%S")))
}
