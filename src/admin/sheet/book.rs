//! The book: what stands in the sheets of a spreadsheet, row by row, each cell with its place.

use std::{collections::BTreeMap, path::PathBuf};

use jiff::civil::Date;

use super::{
    cells::{self, Cell, Place, Sheet},
    words::{self, Kind, squeezed},
};
use crate::domain::{
    council::{Council, Level},
    ids::Language,
    keyword::Keyword as _,
};

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
    /// Where it stands, by its keys.
    pub(crate) places: BTreeMap<&'static str, Place>,
}

impl Head {
    /// These keys are said by somebody else than the sheet of the council.
    pub(crate) fn overruled(&mut self, keys: &[&str]) {
        self.places.retain(|key, _| !keys.contains(key));
    }

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
            places: BTreeMap::new(),
        }
    }
}

/// One row of a sheet, by the keys of its columns.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) at: Place,
    pub(super) cells: BTreeMap<&'static str, Cell>,
}

impl Row {
    pub(super) fn cell(&self, key: &str) -> Option<&Cell> {
        self.cells.get(key).filter(|cell| !cell.text.is_empty())
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.cell(key).map(|cell| cell.text.as_str())
    }

    /// Its code, or one made of its name.
    pub(super) fn code(&self) -> String {
        self.text("code").map_or_else(
            || words::code_from(self.text("name").unwrap_or_default()),
            str::to_owned,
        )
    }
}

/// Everything that was in the files.
#[derive(Debug, Clone, Default)]
pub(crate) struct Book {
    head: Head,
    pub(super) areas: Vec<Row>,
    pub(super) bodies: Vec<Row>,
    pub(super) delegates: Vec<Row>,
    pub(super) sessions: Vec<Row>,
    pub(super) has: Vec<Kind>,
    files: Vec<PathBuf>,
}

/// What is wrong, a line each, with the cell.
pub(super) type Problems = Vec<String>;

impl Book {
    /// Reads spreadsheets; several .csv files are the sheets of one book.
    ///
    /// # Errors
    /// Everything that cannot be understood, each with its file and cell.
    pub(crate) fn read(files: &[PathBuf]) -> Result<Self, Problems> {
        let mut book = Self {
            files: files.to_owned(),
            ..Self::default()
        };
        let mut problems = Vec::new();
        for file in files {
            let shown = file.display();
            match cells::read(file) {
                Ok(sheets) => {
                    let before = book.has.len();
                    for sheet in sheets {
                        book.take(sheet, &mut |place: &Place, why: String| {
                            problems.push(format!("{place}: {why}"));
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

    /// What a file of this ending would be read as, were these its bytes: for `fuzz/`.
    #[cfg(fuzzing)]
    pub(crate) fn of_bytes(ending: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let mut book = Self::default();
        let mut problems = Vec::new();
        let named = std::path::Path::new("Địa bàn.csv");
        let sheets = cells::of_bytes(named, ending, bytes.to_vec()).map_err(|why| vec![why])?;
        for sheet in sheets {
            book.take(sheet, &mut |place: &Place, why: String| {
                problems.push(format!("{place}: {why}"));
            });
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

    /// The same, where what is wrong with none of its cells is wrong with what was said beside it.
    pub(crate) fn beside_flags(mut self) -> Self {
        self.files.clear();
        self
    }

    /// Its files, for what is wrong with none of its cells: `a.csv, b.csv: `; nothing where it has none.
    pub(super) fn shown(&self) -> String {
        let files: Vec<String> = self
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        if files.is_empty() {
            String::new()
        } else {
            format!("{}: ", files.join(", "))
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

    /// Whether any session is in it.
    pub(crate) fn has_sessions(&self) -> bool {
        !self.sessions.is_empty()
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
            head.places.insert(key, value.at.clone());
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

pub(super) fn unknown(key: &str, kind: Kind, text: &str) -> String {
    format!("{text:?} is none of {}", words::choices(key, kind))
}

/// 10/12/2026 or 2026-12-10.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::strptime("%d/%m/%Y", text)
        .or_else(|_| Date::strptime("%Y-%m-%d", text))
        .ok()
}

/// `2026-2031`, or `15/03/2026-14/03/2031`: its name, first and last day.
pub(crate) fn days_of(text: &str) -> Option<(String, Date, Date)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (from.trim(), to.trim());
    let (first, last) = if let (Some(first), Some(last)) = (date(from), date(to)) {
        (first, last)
    } else {
        let year = |text: &str| text.parse::<i16>().ok();
        let first = Date::new(year(from)?, 7, 1).ok()?;
        let last = Date::new(year(to)?, 6, 30).ok()?;
        (first, last)
    };
    (first < last).then(|| (format!("{}–{}", first.year(), last.year()), first, last))
}
