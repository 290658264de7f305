//! The book as a council file: written line by line, so that what is wrong in a line is wrong in the cell it came from.

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf};

use jiff::civil::{Date, DateTime};

use super::{
    cells::{self, Cell, Place, Sheet},
    words::{self, Kind, squeezed},
};
use crate::domain::{
    area::AreaKind,
    council::{Council, Level},
    ids::Language,
    keyword::Keyword as _,
};

/// Vietnam has one time, all year.
const OFFSET: &str = "+07:00";
/// Questions close with the office.
const CLOSES: &str = "17:00:00";

/// What stands in the `[council]` section, as far as it is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub(crate) code: Option<String>,
    pub(crate) code_prefix: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) short_name: Option<String>,
    pub(crate) level: Option<Level>,
    pub(crate) languages: Vec<Language>,
    pub(crate) term: Option<String>,
    pub(crate) term_from: Option<Date>,
    pub(crate) term_to: Option<Date>,
    pub(crate) office: Option<String>,
    pub(crate) citizen_reception: Option<String>,
    pub(crate) police: Option<String>,
}

impl Head {
    /// What is known of a council.
    pub(crate) fn of(council: &Council) -> Self {
        Self {
            code: Some(council.code.clone()),
            code_prefix: Some(council.code_prefix.to_string()),
            name: Some(council.name.vi.clone()),
            short_name: Some(council.short_name.vi.clone()),
            level: Some(council.level),
            languages: council.languages.clone(),
            term: Some(council.term.name.clone()),
            term_from: Some(council.term.from),
            term_to: Some(council.term.to),
            office: None,
            citizen_reception: None,
            police: None,
        }
    }
}

/// One row of a sheet, by the keys of its columns.
#[derive(Debug, Clone)]
struct Row {
    at: Place,
    cells: BTreeMap<&'static str, Cell>,
}

impl Row {
    fn cell(&self, key: &str) -> Option<&Cell> {
        self.cells.get(key).filter(|cell| !cell.text.is_empty())
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.cell(key).map(|cell| cell.text.as_str())
    }

    /// Its code, or one made of its name.
    fn code(&self) -> String {
        self.text("code").map_or_else(
            || words::code_from(self.text("name").unwrap_or_default()),
            str::to_owned,
        )
    }
}

/// Everything that was in the files.
#[derive(Debug, Default)]
pub(crate) struct Book {
    head: Head,
    areas: Vec<Row>,
    bodies: Vec<Row>,
    delegates: Vec<Row>,
    sessions: Vec<Row>,
    has: Vec<Kind>,
}

/// What is wrong, a line each, with the cell.
type Problems = Vec<String>;

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
pub(crate) fn quoted(text: &str) -> String {
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
    /// Reads spreadsheets; several .csv files are the sheets of one book.
    ///
    /// # Errors
    /// Everything that cannot be understood, each with its file and cell.
    pub(crate) fn read(files: &[PathBuf]) -> Result<Self, Problems> {
        let mut book = Self::default();
        let mut problems = Vec::new();
        for file in files {
            let shown = file.display();
            match cells::read(file) {
                Ok(sheets) => {
                    let before = book.has.len();
                    for sheet in sheets {
                        book.take(sheet, &mut |place: &Place, why: String| {
                            problems.push(format!("{shown}: {place}: {why}"));
                        });
                    }
                    if book.has.len() == before {
                        problems.push(format!(
                            "{shown}: none of its sheets is one of Hội đồng, Địa bàn, Đơn vị, Đại biểu, Kỳ họp"
                        ));
                    }
                }
                Err(why) => problems.push(format!("{shown}: {why}")),
            }
        }
        if problems.is_empty() {
            Ok(book)
        } else {
            Err(problems)
        }
    }

    /// Takes in what was said elsewhere: `sheet` is the name of the sheet where it would stand, the first row its headings,
    /// `flag` how it was said.
    ///
    /// # Errors
    /// What cannot be understood.
    pub(crate) fn add(
        &mut self,
        sheet: &str,
        flag: &str,
        rows: Vec<Vec<String>>,
    ) -> Result<(), Problems> {
        let mut problems = Vec::new();
        self.take(
            Sheet::said(sheet, flag, rows),
            &mut |place: &Place, why: String| {
                problems.push(format!("{place}: {why}"));
            },
        );
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// The names of its areas.
    pub(crate) fn area_names(&self) -> Vec<String> {
        let names = self.areas.iter().filter_map(|row| row.text("name"));
        names.map(str::to_owned).collect()
    }

    /// Whether any body is in it.
    pub(crate) fn has_bodies(&self) -> bool {
        !self.bodies.is_empty()
    }

    /// What its sheet of the council says.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    fn take(&mut self, sheet: Sheet, reject: &mut dyn FnMut(&Place, String)) {
        let Some(kind) = words::kind_of(&sheet.name) else {
            return;
        };
        self.has.push(kind);
        if kind == Kind::Council {
            return self.take_head(sheet, reject);
        }
        let mut rows = sheet.rows.into_iter();
        let Some(headings) = rows.find(|row| row.iter().any(|cell| !cell.text.is_empty())) else {
            return;
        };
        let mut columns = Vec::new();
        for heading in headings.iter().filter(|cell| !cell.text.is_empty()) {
            match words::key(kind, &heading.text) {
                Some(key) => columns.push((heading.at.column, key)),
                None => reject(
                    &heading.at,
                    format!("{:?}: nobody knows this column", heading.text),
                ),
            }
        }
        for row in rows {
            let Some(first) = row.iter().find(|cell| !cell.text.is_empty()) else {
                continue;
            };
            let at = first.at.clone();
            let cells = row
                .iter()
                .filter_map(|cell| {
                    let (_, key) = columns
                        .iter()
                        .find(|(column, _)| *column == cell.at.column)?;
                    Some((*key, cell.clone()))
                })
                .collect();
            let row = Row { at, cells };
            check(kind, &row, reject);
            match kind {
                Kind::Areas => self.areas.push(row),
                Kind::Bodies => self.bodies.push(row),
                Kind::Delegates => self.delegates.push(row),
                Kind::Sessions => self.sessions.push(row),
                Kind::Council => {}
            }
        }
    }

    fn take_head(&mut self, sheet: Sheet, reject: &mut dyn FnMut(&Place, String)) {
        for row in sheet.rows {
            let mut filled = row.into_iter().filter(|cell| !cell.text.is_empty());
            let (Some(name), Some(value)) = (filled.next(), filled.next()) else {
                continue;
            };
            // The headings of the two columns.
            if matches!(squeezed(&name.text).as_str(), "muc" | "key") {
                continue;
            }
            let Some(key) = words::key(Kind::Council, &name.text) else {
                reject(&name.at, format!("{:?}: nobody knows this row", name.text));
                continue;
            };
            let text = value.text.clone();
            let head = &mut self.head;
            match key {
                "code" => head.code = Some(text),
                "code_prefix" => head.code_prefix = Some(text),
                "name" => head.name = Some(text),
                "short_name" => head.short_name = Some(text),
                "term" => match days_of(&text) {
                    Some((name, from, to)) => {
                        head.term = Some(name);
                        head.term_from = Some(from);
                        head.term_to = Some(to);
                    }
                    None => reject(&value.at, format!("{text:?} is no term (2026-2031)")),
                },
                "office" => head.office = Some(text),
                "citizen_reception" => head.citizen_reception = Some(text),
                "police" => head.police = Some(text),
                "level" => match words::word("level", Kind::Council, &text) {
                    Some(word) => head.level = Level::from_word(word),
                    None => reject(&value.at, unknown("level", Kind::Council, &text)),
                },
                "languages" => {
                    for tag in text.split([',', ';', ' ']).filter(|tag| !tag.is_empty()) {
                        match Language::ALL.into_iter().find(|known| known.tag() == tag) {
                            Some(known) => head.languages.push(known),
                            None => reject(&value.at, format!("{tag:?} is neither vi nor en")),
                        }
                    }
                }
                "term_from" | "term_to" => match date(&text) {
                    Some(day) if key == "term_from" => head.term_from = Some(day),
                    Some(day) => head.term_to = Some(day),
                    None => reject(&value.at, format!("{text:?} is no date (31/12/2026)")),
                },
                _ => {}
            }
        }
    }

    /// The council of this book, and its file's text: with what `head` says beyond it, or beside what `known` holds
    /// already.
    ///
    /// # Errors
    /// Everything that is wrong, each with its cell.
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
                        None => format!("{}: {}", problem.path, problem.message),
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

/// What can be said of a row alone.
fn check(kind: Kind, row: &Row, reject: &mut dyn FnMut(&Place, String)) {
    let needed: &[(&str, &str)] = match kind {
        Kind::Areas => &[("name", "tên")],
        Kind::Bodies => &[("name", "tên"), ("kind", "loại")],
        Kind::Delegates => &[("body", "đơn vị"), ("name", "họ tên")],
        Kind::Sessions => &[
            ("name", "tên"),
            ("opens_on", "khai mạc"),
            ("questions_close_at", "hạn nhận câu hỏi"),
        ],
        Kind::Council => &[],
    };
    for (key, called) in needed {
        if row.cell(key).is_none() {
            reject(&row.at, format!("{called}: is missing in this row"));
        }
    }
    if let (Kind::Delegates, Some(cell)) = (kind, row.cell("role"))
        && words::word("role", kind, &cell.text).is_none()
    {
        reject(&cell.at, unknown("role", kind, &cell.text));
    }
}

fn unknown(key: &str, kind: Kind, text: &str) -> String {
    format!("{text:?} is none of {}", words::choices(key, kind))
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
fn kind_in_name(name: &str) -> Option<&'static str> {
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
            text.key(key, value, None);
        }
    };
    key("code", head.code.as_deref());
    key("code_prefix", head.code_prefix.as_deref());
    key("name", head.name.as_deref());
    key("short_name", head.short_name.as_deref());
    key("level", head.level.map(|level| level.as_str()));
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
        text.line(&line, None);
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
                text.key(key, value, None);
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

/// 10/12/2026 or 2026-12-10.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::strptime("%d/%m/%Y", text)
        .or_else(|_| Date::strptime("%Y-%m-%d", text))
        .ok()
}

/// `2026-2031`, or `15/03/2026-14/03/2031`: its name, first and last day.
pub(crate) fn days_of(text: &str) -> Option<(String, Date, Date)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (from.trim(), to.trim());
    let (first, last) = match (date(from), date(to)) {
        (Some(first), Some(last)) => (first, last),
        _ => {
            let year = |text: &str| text.parse::<i16>().ok();
            let first = Date::new(year(from)?, 7, 1).ok()?;
            let last = Date::new(year(to)?, 6, 30).ok()?;
            (first, last)
        }
    };
    (first < last).then(|| (format!("{}–{}", first.year(), last.year()), first, last))
}

/// A day (then until the office closes) or a time of a day, as TOML writes it.
fn moment(text: &str) -> Option<String> {
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
