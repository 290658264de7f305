//! Dates, times of day and instants in a council file.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, tz};
use toml::de::DeValue;
use toml::value::{Datetime, Offset};

use super::{Value, shortened};

impl Value<'_, '_> {
    /// A date without a time.
    pub(crate) fn date(self) -> Option<Date> {
        match self.toml {
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
    pub(crate) fn timestamp(self) -> Option<Timestamp> {
        const EXAMPLE: &str = "2026-12-05T17:00:00+07:00";
        match self.toml {
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
    pub(crate) fn time(self) -> Option<Time> {
        match self.toml {
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
