//! Tables and values of a TOML document that know their line and path and note what is wrong with them.
//!
//! A value that cannot be read notes a problem and gives `None`; the reading goes on, so a caller may put any
//! default in its place: a file with problems never becomes a council.

mod codes;
mod moments;

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(crate) use self::codes::Signs;
use super::findings::{Coded, Findings, did_you_mean};
use crate::domain::body::BodyKind;
use crate::domain::ids::LocalText;
use crate::domain::keyword::Keyword;
use crate::domain::text::clean;

/// A TOML table. Keys that nobody asked for are unknown.
pub(crate) struct Table<'f, 'i> {
    findings: &'f Findings,
    entries: &'f DeTable<'i>,
    path: String,
    at: usize,
    asked: Vec<&'static str>,
}

/// A TOML value and where it stands.
pub(crate) struct Value<'f, 'i> {
    findings: &'f Findings,
    toml: &'f DeValue<'i>,
    path: String,
    at: usize,
}

impl<'f, 'i> Table<'f, 'i> {
    /// The whole document.
    pub(crate) fn root(findings: &'f Findings, document: &'f Spanned<DeTable<'i>>) -> Self {
        Self::new(
            findings,
            document.get_ref(),
            String::new(),
            document.span().start,
        )
    }

    fn new(findings: &'f Findings, entries: &'f DeTable<'i>, path: String, at: usize) -> Self {
        Self {
            findings,
            entries,
            path,
            at,
            asked: Vec::new(),
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// The value of a key that may be left out.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Value<'f, 'i>> {
        self.asked.push(key);
        let value = self.entries.get(key)?;
        Some(Value {
            findings: self.findings,
            toml: value.get_ref(),
            path: self.path_of(key),
            at: value.span().start,
        })
    }

    /// The value of a key that must be there.
    pub(crate) fn require(&mut self, key: &'static str) -> Option<Value<'f, 'i>> {
        let value = self.get(key);
        if value.is_none() {
            self.reject(key, "is missing");
        }
        value
    }

    /// The entries of an array of tables; none if the key is left out.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<Table<'f, 'i>> {
        let items = self.get(key).and_then(Value::items).unwrap_or_default();
        items.into_iter().filter_map(Value::table).collect()
    }

    /// Notes a problem with this table, at a key that may be missing.
    pub(crate) fn reject(&self, key: &str, message: impl Into<String>) {
        let at = self
            .entries
            .get(key)
            .map_or(self.at, |value| value.span().start);
        self.findings.reject(at, &self.path_of(key), message);
    }

    /// Notes what the body of this table is.
    pub(crate) fn declare_kind(&self, code: &str, kind: BodyKind) {
        self.findings.declare_kind(code, kind);
    }

    /// Notes codes that are known without standing in the file.
    pub(crate) fn declare_built_in<'c>(
        &self,
        table: Coded,
        codes: impl IntoIterator<Item = &'c str>,
    ) {
        for code in codes {
            self.findings.declare_built_in(table, code);
        }
    }

    /// Notes a problem for every key that nobody asked for.
    pub(crate) fn finish(self) {
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let hint = did_you_mean(name, self.asked.iter().copied());
                let message = format!("unknown key{hint}");
                self.findings
                    .reject(key.span().start, &self.path_of(name), message);
            }
        }
    }
}

impl<'f, 'i> Value<'f, 'i> {
    /// Notes a problem with this value.
    pub(crate) fn reject(&self, message: impl Into<String>) {
        self.findings.reject(self.at, &self.path, message);
    }

    fn expected<T>(&self, what: &str) -> Option<T> {
        self.reject(format!("expected {what}, found {}", self.describe()));
        None
    }

    fn describe(&self) -> String {
        match self.toml {
            DeValue::String(text) => format!("the text {:?}", shortened(text)),
            DeValue::Integer(number) => format!("the number {number}"),
            DeValue::Float(number) => format!("the number {number}"),
            DeValue::Boolean(value) => value.to_string(),
            DeValue::Datetime(datetime) => datetime.to_string(),
            DeValue::Array(_) => "a list".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        }
    }

    /// A name on one line, of at most `max` characters.
    pub(crate) fn name(self, max: usize) -> Option<String> {
        let name = self.text(max)?;
        if name.contains('\n') {
            self.reject("must be on one line");
            return None;
        }
        Some(name)
    }

    /// A text of at most `max` characters that is not empty and hides nothing.
    pub(crate) fn text(&self, max: usize) -> Option<String> {
        let DeValue::String(raw) = self.toml else {
            return self.expected("a text");
        };
        let text = clean(raw);
        let hides = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if text.is_empty() {
            self.reject("may not be empty");
        } else if raw.chars().any(hides) {
            self.reject("contains control characters");
        } else if text.chars().count() > max {
            self.reject(format!("is longer than {max} characters"));
        } else {
            return Some(text);
        }
        None
    }

    /// A name, or `{ vi, en }`.
    pub(crate) fn local_name(self, max: usize) -> Option<LocalText> {
        self.local(|value| value.name(max))
    }

    /// A text, or `{ vi, en }`.
    pub(crate) fn local_text(self, max: usize) -> Option<LocalText> {
        self.local(|value| value.text(max))
    }

    fn local(self, read: impl Fn(Self) -> Option<String>) -> Option<LocalText> {
        match self.toml {
            DeValue::String(_) => read(self).map(|vi| LocalText { vi, en: None }),
            DeValue::Table(_) => {
                let mut table = self.table()?;
                let vi = table.require("vi").and_then(&read);
                let en = table.get("en").and_then(&read);
                table.finish();
                Some(LocalText { vi: vi?, en })
            }
            _ => self.expected("a text or { vi = \"…\", en = \"…\" }"),
        }
    }

    /// One of the words of an enum.
    pub(crate) fn keyword<K: Keyword>(self) -> Option<K> {
        let DeValue::String(word) = self.toml else {
            return self.expected("a word in quotes");
        };
        let value = K::from_word(word);
        if value.is_none() {
            let words: Vec<&str> = K::ALL.iter().map(|value| value.as_str()).collect();
            self.reject(format!(
                "{:?} is not one of {}",
                shortened(word),
                words.join(", ")
            ));
        }
        value
    }

    /// A whole number in this range.
    pub(crate) fn number<N: TryFrom<i64>>(self, range: RangeInclusive<i64>) -> Option<N> {
        let DeValue::Integer(integer) = self.toml else {
            return self.expected("a whole number");
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        let number = number.and_then(|number| N::try_from(number).ok());
        if number.is_none() {
            self.reject(format!(
                "{integer} is not between {} and {}",
                range.start(),
                range.end()
            ));
        }
        number
    }

    /// Whether it is this word.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(self.toml, DeValue::String(text) if text == word)
    }

    /// A whole number in this range, where a word may stand in its place.
    pub(crate) fn number_or<N: TryFrom<i64>>(
        self,
        range: RangeInclusive<i64>,
        word: &str,
    ) -> Option<N> {
        if matches!(self.toml, DeValue::Integer(_)) {
            return self.number(range);
        }
        self.expected(&format!("a whole number, or {word:?}"))
    }

    /// An angle in degrees, up to `max` on both sides of 0.
    pub(crate) fn degrees(self, max: f64) -> Option<f64> {
        let degrees: Option<f64> = match self.toml {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => return self.expected("a number of degrees"),
        };
        let degrees = degrees.filter(|degrees| degrees.abs() <= max);
        if degrees.is_none() {
            self.reject(format!(
                "{} is not between -{max} and {max}",
                self.describe()
            ));
        }
        degrees
    }

    /// The values of a list.
    pub(crate) fn items(self) -> Option<Vec<Value<'f, 'i>>> {
        let DeValue::Array(items) = self.toml else {
            return self.expected("a list");
        };
        let item = |(index, item): (usize, &'f Spanned<DeValue<'i>>)| Value {
            findings: self.findings,
            toml: item.get_ref(),
            path: format!("{}[{index}]", self.path),
            at: item.span().start,
        };
        Some(items.iter().enumerate().map(item).collect())
    }

    /// The values of a list that are read one by one; those with problems are left out.
    pub(crate) fn each<T>(self, read: impl FnMut(Value<'f, 'i>) -> Option<T>) -> Vec<T> {
        self.items()
            .unwrap_or_default()
            .into_iter()
            .filter_map(read)
            .collect()
    }

    /// As [`Self::each`] for a list in which every value stands once; a list may not be empty.
    pub(crate) fn each_once<T: PartialEq>(
        self,
        mut read: impl FnMut(Value<'f, 'i>) -> Option<T>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        let (findings, path, at) = (self.findings, self.path.clone(), self.at);
        let Some(items) = self.items() else {
            return values;
        };
        if items.is_empty() {
            findings.reject(at, &path, "may not be empty");
        }
        for item in items {
            let (path, at) = (item.path.clone(), item.at);
            match read(item) {
                Some(value) if values.contains(&value) => {
                    findings.reject(at, &path, "stands twice in the list");
                }
                Some(value) => values.push(value),
                None => {}
            }
        }
        values
    }

    /// The table that this value is.
    pub(crate) fn table(self) -> Option<Table<'f, 'i>> {
        let DeValue::Table(entries) = self.toml else {
            return self.expected("a table");
        };
        Some(Table::new(self.findings, entries, self.path, self.at))
    }

    /// Where problems are noted; for checks between values.
    pub(crate) fn findings(&self) -> (&'f Findings, usize, &str) {
        (self.findings, self.at, &self.path)
    }
}

/// Enough of a text to find it again.
fn shortened(text: &str) -> String {
    crate::domain::text::truncate_utf16(text, 40)
}
