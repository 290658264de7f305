//! A meeting as a calendar file (RFC 5545): one event with an alarm, in Vietnamese time.
//!
//! Written here and read back by other people's parsers in the tests. The zone is spelt out, because old
//! phones do not know its name; Vietnam has had no other offset since 1975.

use std::fmt::Write as _;

use jiff::{
    Timestamp,
    tz::{TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Serialize};

/// A line has at most so many bytes; longer ones go on after a line break and a space (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// What the calendar says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarEntry {
    /// The same for every version of this entry.
    pub uid: String,
    /// Rises with every change.
    pub sequence: u32,
    /// When this version was made.
    pub made_at: Timestamp,
    /// Beginning.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// IANA name of the zone it is held in.
    pub timezone: String,
    /// The title.
    pub title: String,
    /// Everything else worth knowing.
    pub text: String,
    /// Where.
    pub place: String,
    /// The alarm rings so many hours before.
    pub alarm_hours: u16,
    /// Whether the entry is to be there.
    #[serde(default)]
    pub method: Method,
    /// The meeting's page in the chat.
    #[serde(default)]
    pub link: Option<String>,
    /// The place on the map: latitude and longitude in degrees, with a semicolon between them (RFC 5545, 3.8.1.6).
    #[serde(default)]
    pub geo: Option<String>,
}

/// What a calendar does with an entry (RFC 5546).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Writes it down, or changes the one that is there.
    #[default]
    Publish,
    /// Takes it away.
    Cancel,
}

impl CalendarEntry {
    /// The file.
    #[must_use]
    pub fn to_ics(&self) -> String {
        let zone = TimeZoneDatabase::bundled()
            .get(&self.timezone)
            .unwrap_or(TimeZone::UTC);
        let name = zone.iana_name().unwrap_or("UTC").to_owned();
        let local = |at: Timestamp| {
            at.to_zoned_datetime(zone.clone())
                .strftime("%Y%m%dT%H%M%S")
                .to_string()
        };
        let utc = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let offset = self
            .starts_at
            .to_zoned_datetime(zone.clone())
            .strftime("%z")
            .to_string();
        let mut file = String::new();
        let (method, status) = match self.method {
            Method::Publish => ("PUBLISH", "CONFIRMED"),
            Method::Cancel => ("CANCEL", "CANCELLED"),
        };
        let start = format!("DTSTART;TZID={name}");
        let end = format!("DTEND;TZID={name}");
        let mut lines = vec![
            ("BEGIN", "VCALENDAR".to_owned()),
            ("VERSION", "2.0".to_owned()),
            ("PRODID", "-//cutri//cutri//VI".to_owned()),
            ("METHOD", method.to_owned()),
            ("BEGIN", "VTIMEZONE".to_owned()),
            ("TZID", name.clone()),
            ("BEGIN", "STANDARD".to_owned()),
            ("DTSTART", "19700101T000000".to_owned()),
            ("TZOFFSETFROM", offset.clone()),
            ("TZOFFSETTO", offset),
            ("END", "STANDARD".to_owned()),
            ("END", "VTIMEZONE".to_owned()),
            ("BEGIN", "VEVENT".to_owned()),
            ("UID", escaped(&self.uid)),
            ("SEQUENCE", self.sequence.to_string()),
            ("DTSTAMP", utc(self.made_at)),
            ("STATUS", status.to_owned()),
            (start.as_str(), local(self.starts_at)),
            (end.as_str(), local(self.ends_at)),
            ("SUMMARY", escaped(&self.title)),
            ("LOCATION", escaped(&self.place)),
            ("DESCRIPTION", escaped(&self.text)),
        ];
        lines.extend(self.link.iter().map(|link| ("URL", link.clone())));
        lines.extend(self.geo.iter().map(|geo| ("GEO", geo.clone())));
        if self.method == Method::Publish {
            lines.extend([
                ("BEGIN", "VALARM".to_owned()),
                ("ACTION", "DISPLAY".to_owned()),
                ("DESCRIPTION", escaped(&self.title)),
                ("TRIGGER", format!("-PT{}H", self.alarm_hours)),
                ("END", "VALARM".to_owned()),
            ]);
        }
        lines.extend([
            ("END", "VEVENT".to_owned()),
            ("END", "VCALENDAR".to_owned()),
        ]);
        for (key, value) in lines {
            folded(&mut file, &format!("{key}:{value}"));
        }
        file
    }
}

/// Text as a value: RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

fn folded(file: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > MAX_LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        used += c.len_utf8();
        file.push(c);
    }
    let _ = write!(file, "\r\n");
}

#[cfg(test)]
mod tests {
    use ical::parser::ical::component::IcalEvent;
    use proptest::prelude::*;

    use super::*;

    fn entry(title: &str, text: &str) -> CalendarEntry {
        CalendarEntry {
            uid: "DV01@duy-tien".to_owned(),
            sequence: 3,
            made_at: Timestamp::from_second(1_795_395_600).unwrap(),
            starts_at: "2026-12-01T08:00:00+07:00".parse().unwrap(),
            ends_at: "2026-12-01T11:00:00+07:00".parse().unwrap(),
            timezone: "Asia/Ho_Chi_Minh".to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            place: "Nhà văn hóa, phường Đồng Văn".to_owned(),
            alarm_hours: 2,
            method: Method::Publish,
            link: Some("https://t.me/cutri_bot?start=m_DV01".to_owned()),
            geo: Some("20.64;105.93".to_owned()),
        }
    }

    fn value(event: &IcalEvent, name: &str) -> Option<String> {
        let found = event.properties.iter().find(|p| p.name == name)?;
        found.value.clone()
    }

    fn unescaped(text: &str) -> String {
        let mut plain = String::new();
        let mut signs = text.chars();
        while let Some(c) = signs.next() {
            match c {
                '\\' => match signs.next() {
                    Some('n') => plain.push('\n'),
                    Some(c) => plain.push(c),
                    None => {}
                },
                c => plain.push(c),
            }
        }
        plain
    }

    #[test]
    fn an_independent_parser_reads_the_event_its_zone_and_its_alarm() {
        let file = entry("Tiếp xúc cử tri", "Mã vé: ABC234").to_ics();
        let mut parser = ical::IcalParser::new(file.as_bytes());
        let calendar = parser.next().unwrap().unwrap();
        assert!(parser.next().is_none());
        let event = &calendar.events[0];
        assert_eq!(value(event, "SUMMARY").unwrap(), "Tiếp xúc cử tri");
        assert_eq!(value(event, "DTSTART").unwrap(), "20261201T080000");
        assert_eq!(value(event, "DTEND").unwrap(), "20261201T110000");
        assert_eq!(value(event, "SEQUENCE").unwrap(), "3");
        let zone = &calendar.timezones[0];
        assert_eq!(
            zone.properties[0].value.as_deref(),
            Some("Asia/Ho_Chi_Minh")
        );
        let offset = zone.transitions[0]
            .properties
            .iter()
            .find(|p| p.name == "TZOFFSETTO");
        assert_eq!(offset.unwrap().value.as_deref(), Some("+0700"));
        let alarm = &event.alarms[0];
        assert!(
            alarm
                .properties
                .iter()
                .any(|p| p.value.as_deref() == Some("-PT2H"))
        );
    }

    #[test]
    fn a_line_is_folded_only_where_it_would_be_too_long() {
        let in_file = |line: &str| {
            let mut file = String::new();
            folded(&mut file, line);
            file
        };
        let fits = "a".repeat(MAX_LINE);
        assert_eq!(in_file(&fits), format!("{fits}\r\n"));
        assert_eq!(in_file(&format!("{fits}bc")), format!("{fits}\r\n bc\r\n"));
        let next = "b".repeat(MAX_LINE - 1);
        assert_eq!(
            in_file(&format!("{fits}{next}c")),
            format!("{fits}\r\n {next}\r\n c\r\n")
        );
        assert_eq!(escaped("a\u{7}b;\n"), "ab\\;\\n");
    }

    proptest! {
        #[test]
        fn any_words_come_back_as_they_were(title in "[^\\p{C}]{0,90}", text in "[^\\p{C}]{0,200}") {
            let written = format!("Mã {text}\nhết");
            let file = entry(&title, &written).to_ics();
            prop_assert!(file.lines().all(|line| line.len() <= MAX_LINE));
            let calendar = ical::IcalParser::new(file.as_bytes()).next().unwrap().unwrap();
            let event = &calendar.events[0];
            let read = unescaped(&value(event, "DESCRIPTION").unwrap());
            // This parser also swallows spaces at the place where a long line was folded.
            let tight = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(tight(&read), tight(&written));
        }
    }
}
