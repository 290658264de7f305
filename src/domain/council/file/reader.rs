//! Tables and values of a TOML document that know their line and path and note what is wrong with them.
//!
//! A value that cannot be read notes a problem and gives `None`; the reading goes on, so a caller may put any
//! default in its place: a file with problems never becomes a council.

use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, tz};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

use super::findings::{Coded, Findings, did_you_mean};
use crate::domain::body::BodyKind;
use crate::domain::ids::LocalText;
use crate::domain::keyword::Keyword;
use crate::domain::text::clean;

/// A TOML table. Keys that nobody asked for are unknown.
pub(super) struct Table<'f, 'i> {
    findings: &'f Findings,
    entries: &'f DeTable<'i>,
    path: String,
    at: usize,
    asked: Vec<&'static str>,
}

/// A TOML value and where it stands.
pub(super) struct Value<'f, 'i> {
    findings: &'f Findings,
    value: &'f DeValue<'i>,
    path: String,
    at: usize,
}

/// The signs that a code may be made of.
#[derive(Clone, Copy)]
pub(super) enum Signs {
    /// a-z 0-9 -
    Council,
    /// a-z 0-9 - _
    Entry,
    /// A-Z a-z 0-9 - _
    Meeting,
}

impl Signs {
    fn allow(self, sign: u8) -> bool {
        match self {
            Self::Council => matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-'),
            Self::Entry => Self::Council.allow(sign) || sign == b'_',
            Self::Meeting => Self::Entry.allow(sign) || sign.is_ascii_uppercase(),
        }
    }

    fn describe(self) -> &'static str {
        match self {
            Self::Council => "a-z, 0-9 and -",
            Self::Entry => "a-z, 0-9, - and _",
            Self::Meeting => "A-Z, a-z, 0-9, - and _",
        }
    }
}

/// Codes stand in deep links (64 signs) and in buttons (64 bytes), several of them at once.
const MAX_CODE: usize = 24;

impl<'f, 'i> Table<'f, 'i> {
    /// The whole document.
    pub(super) fn root(findings: &'f Findings, document: &'f Spanned<DeTable<'i>>) -> Self {
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
    pub(super) fn get(&mut self, key: &'static str) -> Option<Value<'f, 'i>> {
        self.asked.push(key);
        let value = self.entries.get(key)?;
        Some(Value {
            findings: self.findings,
            value: value.get_ref(),
            path: self.path_of(key),
            at: value.span().start,
        })
    }

    /// The value of a key that must be there.
    pub(super) fn require(&mut self, key: &'static str) -> Option<Value<'f, 'i>> {
        let value = self.get(key);
        if value.is_none() {
            self.reject(key, "is missing");
        }
        value
    }

    /// The entries of an array of tables; none if the key is left out.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Table<'f, 'i>> {
        let items = self.get(key).and_then(Value::items).unwrap_or_default();
        items.into_iter().filter_map(Value::table).collect()
    }

    /// Notes a problem with this table, at a key that may be missing.
    pub(super) fn reject(&self, key: &str, message: impl Into<String>) {
        let at = self
            .entries
            .get(key)
            .map_or(self.at, |value| value.span().start);
        self.findings.reject(at, &self.path_of(key), message);
    }

    /// Notes what the body of this table is.
    pub(super) fn declare_kind(&self, code: &str, kind: BodyKind) {
        self.findings.declare_kind(code, kind);
    }

    /// Notes codes that are known without standing in the file.
    pub(super) fn declare_built_in<'c>(
        &self,
        table: Coded,
        codes: impl IntoIterator<Item = &'c str>,
    ) {
        for code in codes {
            self.findings.declare_built_in(table, code);
        }
    }

    /// Notes a problem for every key that nobody asked for.
    pub(super) fn finish(self) {
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
    pub(super) fn reject(&self, message: impl Into<String>) {
        self.findings.reject(self.at, &self.path, message);
    }

    fn expected<T>(&self, what: &str) -> Option<T> {
        self.reject(format!("expected {what}, found {}", self.describe()));
        None
    }

    fn describe(&self) -> String {
        match self.value {
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
    pub(super) fn name(self, max: usize) -> Option<String> {
        let name = self.text(max)?;
        if name.contains('\n') {
            self.reject("must be on one line");
            return None;
        }
        Some(name)
    }

    /// A text of at most `max` characters that is not empty and hides nothing.
    pub(super) fn text(&self, max: usize) -> Option<String> {
        let DeValue::String(raw) = self.value else {
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
    pub(super) fn local_name(self, max: usize) -> Option<LocalText> {
        self.local(|value| value.name(max))
    }

    /// A text, or `{ vi, en }`.
    pub(super) fn local_text(self, max: usize) -> Option<LocalText> {
        self.local(|value| value.text(max))
    }

    fn local(self, read: impl Fn(Self) -> Option<String>) -> Option<LocalText> {
        match self.value {
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

    /// A code made of these signs.
    pub(super) fn code(&self, signs: Signs) -> Option<String> {
        let DeValue::String(code) = self.value else {
            return self.expected("a code in quotes");
        };
        if code.is_empty() {
            self.reject("may not be empty");
        } else if let Some(bad) = code
            .chars()
            .find(|&c| !u8::try_from(c).is_ok_and(|sign| signs.allow(sign)))
        {
            let allowed = signs.describe();
            self.reject(format!(
                "{:?} contains {bad:?}; a code is made of {allowed}",
                shortened(code)
            ));
        } else if code.len() > MAX_CODE {
            self.reject(format!("{code:?} is longer than {MAX_CODE} signs"));
        } else {
            return Some(code.to_string());
        }
        None
    }

    /// The code of a new entry of a table.
    pub(super) fn own_code(self, table: Coded, signs: Signs) -> Option<String> {
        let code = self.code(signs)?;
        self.findings.declare(table, &code, self.at, &self.path);
        Some(code)
    }

    /// The code of an entry that stands elsewhere in the file.
    pub(super) fn reference(&self, table: Coded) -> Option<String> {
        let DeValue::String(code) = self.value else {
            return self.expected("a code in quotes");
        };
        self.findings.refer(table, code, self.at, &self.path);
        Some(code.to_string())
    }

    /// The code of a body of this kind.
    pub(super) fn reference_to_body(self, kind: BodyKind) -> Option<String> {
        let DeValue::String(code) = self.value else {
            return self.expected("a code in quotes");
        };
        self.findings.refer_to_body(kind, code, self.at, &self.path);
        Some(code.to_string())
    }

    /// Gives the area that this value names to a delegation.
    pub(super) fn delegate(&self, area: &str, delegation: &str) {
        self.findings
            .delegate(area, delegation, self.at, &self.path);
    }

    /// A code as in [`Self::reference`], or `"*"` for all: `Some(None)`.
    pub(super) fn reference_or_all(self, table: Coded) -> Option<Option<String>> {
        match self.value {
            DeValue::String(star) if star == "*" => Some(None),
            _ => self.reference(table).map(Some),
        }
    }

    /// One of the words of an enum.
    pub(super) fn keyword<K: Keyword>(self) -> Option<K> {
        let DeValue::String(word) = self.value else {
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
    pub(super) fn number<N: TryFrom<i64>>(self, range: RangeInclusive<i64>) -> Option<N> {
        let DeValue::Integer(integer) = self.value else {
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

    /// An angle in degrees, up to `max` on both sides of 0.
    pub(super) fn degrees(self, max: f64) -> Option<f64> {
        let degrees: Option<f64> = match self.value {
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

    /// A date without a time.
    pub(super) fn date(self) -> Option<Date> {
        match self.value {
            DeValue::Datetime(Datetime {
                date: Some(date),
                time: None,
                offset: None,
            }) => self.valid(civil_date(*date)),
            DeValue::String(text) if text.parse::<Date>().is_ok() => {
                self.reject(format!("a date is written without quotes: {text}"));
                None
            }
            _ => self.expected("a date such as 2026-12-10"),
        }
    }

    /// A date with time and offset.
    pub(super) fn timestamp(self) -> Option<Timestamp> {
        const EXAMPLE: &str = "2026-12-05T17:00:00+07:00";
        match self.value {
            DeValue::Datetime(Datetime {
                date: Some(date),
                time: Some(time),
                offset: Some(offset),
            }) => {
                let date = civil_date(*date);
                let time = civil_time(*time);
                let local = date
                    .zip(time)
                    .map(|(date, time)| DateTime::from_parts(date, time));
                self.valid(local.and_then(|local| instant(local, *offset)))
            }
            DeValue::Datetime(Datetime {
                date: Some(_),
                time: Some(_),
                offset: None,
            }) => {
                self.reject(format!("the offset is missing, as in {EXAMPLE}"));
                None
            }
            _ => self.expected(&format!("a date with time and offset such as {EXAMPLE}")),
        }
    }

    /// A time of day, `"07:30"` or a TOML time.
    pub(super) fn time(self) -> Option<Time> {
        match self.value {
            DeValue::Datetime(Datetime {
                date: None,
                time: Some(time),
                offset: None,
            }) => self.valid(civil_time(*time)),
            DeValue::String(text) => {
                let time = hours_and_minutes(text);
                if time.is_none() {
                    self.reject(format!(
                        "{:?} is not a time of day such as \"07:30\"",
                        shortened(text)
                    ));
                }
                time
            }
            _ => self.expected("a time of day such as \"07:30\""),
        }
    }

    fn valid<T>(&self, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.reject(format!("{} does not exist", self.describe()));
        }
        value
    }

    /// The values of a list.
    pub(super) fn items(self) -> Option<Vec<Value<'f, 'i>>> {
        let DeValue::Array(items) = self.value else {
            return self.expected("a list");
        };
        let item = |(index, item): (usize, &'f Spanned<DeValue<'i>>)| Value {
            findings: self.findings,
            value: item.get_ref(),
            path: format!("{}[{index}]", self.path),
            at: item.span().start,
        };
        Some(items.iter().enumerate().map(item).collect())
    }

    /// The values of a list that are read one by one; those with problems are left out.
    pub(super) fn each<T>(self, read: impl FnMut(Value<'f, 'i>) -> Option<T>) -> Vec<T> {
        self.items()
            .unwrap_or_default()
            .into_iter()
            .filter_map(read)
            .collect()
    }

    /// As [`Self::each`] for a list in which every value stands once; a list may not be empty.
    pub(super) fn each_once<T: PartialEq>(
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
                    findings.reject(at, &path, "stands twice in the list")
                }
                Some(value) => values.push(value),
                None => {}
            }
        }
        values
    }

    /// The table that this value is.
    pub(super) fn table(self) -> Option<Table<'f, 'i>> {
        let DeValue::Table(entries) = self.value else {
            return self.expected("a table");
        };
        Some(Table::new(self.findings, entries, self.path, self.at))
    }

    /// Where problems are noted; for checks between values.
    pub(super) fn findings(&self) -> (&'f Findings, usize, &str) {
        (self.findings, self.at, &self.path)
    }
}

/// Enough of a text to find it again.
fn shortened(text: &str) -> String {
    crate::domain::text::truncate_utf16(text, 40)
}

fn civil_date(date: toml::value::Date) -> Option<Date> {
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    Date::new(i16::try_from(date.year).ok()?, month, day).ok()
}

fn civil_time(time: toml::value::Time) -> Option<Time> {
    let nanosecond = i32::try_from(time.nanosecond.unwrap_or(0)).ok()?;
    let [hour, minute, second] =
        [time.hour, time.minute, time.second.unwrap_or(0)].map(|part| i8::try_from(part).ok());
    Time::new(hour?, minute?, second?, nanosecond).ok()
}

fn instant(local: DateTime, offset: Offset) -> Option<Timestamp> {
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => minutes,
    };
    let offset = tz::Offset::from_seconds(i32::from(minutes) * 60).ok()?;
    offset.to_timestamp(local).ok()
}

/// Exactly `HH:MM`.
fn hours_and_minutes(text: &str) -> Option<Time> {
    let (hours, minutes) = text.split_once(':')?;
    let part = |digits: &str| {
        let two = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        two.then(|| digits.parse().ok()).flatten()
    };
    Time::new(part(hours)?, part(minutes)?, 0, 0).ok()
}
