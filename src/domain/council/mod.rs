//! The council as its file describes it: areas, bodies, categories, routes, sessions, meetings and rules.
//!
//! Start with [`Council::parse`] (in `file`), which reads the TOML text and names every problem at once;
//! `lookup` and `find` answer questions about a council, `changes` merges a newer file into it.
//! The council never holds residents, questions or chats, and never reads a file or a clock.

pub mod area;
pub mod body;
pub mod category;
mod changes;
mod clocks;
mod file;
mod find;
mod lookup;
pub mod obligation;
mod papers;
pub mod retention;
pub mod routing;
mod rules;
pub mod session;
pub mod validity;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use self::area::Area;
use self::body::Body;
use self::category::Category;
pub use self::changes::{Change, Section, What};
pub use self::file::Problem;
pub use self::find::AreaNames;
use self::retention::Retention;
pub use self::rules::{
    Approval, Day, Digest, Escalation, NightlyBackup, PhoneFor, Publish, QuietHours, Rules, Triage,
};
use self::session::Session;
use super::code::CodePrefix;
use super::ids::{AreaCode, BodyCode, CategoryCode, Language, LocalText};
use super::keyword::keywords;
use super::meeting::Meeting;
use super::report::papers::Papers;
use super::working_days::Calendar;

keywords! {
    /// The level of government of a council.
    pub enum Level {
        /// Tỉnh, thành phố trực thuộc trung ương.
        Province = "province",
        /// Huyện, thị xã: gone since 1 July 2025.
        Town = "town",
        /// Xã, phường, đặc khu.
        Commune = "commune",
    }
}

/// A term of the council (nhiệm kỳ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// "2021–2026".
    pub name: String,
    /// First day.
    pub from: Date,
    /// Last day, after the first.
    pub to: Date,
}

/// An exception from the rule that the delegation of the area is given a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// For this category; `None` (`"*"` in the file) for every one.
    pub category: Option<CategoryCode>,
    /// For this area and those in it; `None` (`"*"` in the file) for every one.
    pub area: Option<AreaCode>,
    /// Who is given the question.
    pub to: BodyCode,
}

/// Where people are pointed when the council is not the right door.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// The office of the council: address, phone, hours.
    #[serde(default)]
    pub office: Option<LocalText>,
    /// Citizen reception (tiếp công dân), where complaints and denunciations are received.
    #[serde(default)]
    pub citizen_reception: Option<LocalText>,
    /// The commune's police.
    #[serde(default)]
    pub police: Option<LocalText>,
}

/// A People's Council (Hội đồng nhân dân), everything its file says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Council {
    /// Ascii, lower case: `duy-tien`.
    pub code: String,
    /// Begins the codes of its questions.
    pub code_prefix: CodePrefix,
    /// "Hội đồng nhân dân thị xã Duy Tiên".
    pub name: LocalText,
    /// "HĐND thị xã Duy Tiên".
    pub short_name: LocalText,
    /// Its level of government.
    pub level: Level,
    /// In which its days begin and end.
    #[serde(with = "timezone")]
    pub timezone: TimeZone,
    /// The languages it speaks, the default first; never empty.
    pub languages: Vec<Language>,
    /// The term it sits for.
    pub term: Term,
    /// Other doors.
    #[serde(default)]
    pub contact: Contact,
    /// Its rules.
    #[serde(default)]
    pub rules: Rules,
    /// How long it keeps what it keeps of people.
    #[serde(default)]
    pub retention: Retention,
    /// How its papers look.
    #[serde(default)]
    pub papers: Papers,
    /// Its working days.
    #[serde(default)]
    pub calendar: Calendar,
    /// In the order of the file, like all lists here.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// Everyone who can be given a question.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// The fields; the built-in ones where the file names none.
    #[serde(default)]
    pub categories: Vec<Category>,
    /// Exceptions from "the delegation of the area", the first match wins.
    #[serde(default)]
    pub routes: Vec<Route>,
    /// Sessions, past and to come.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// Meetings that the file announces.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// The day on which it is looked at; `None`: whichever.
    #[serde(skip)]
    pub(crate) today: Option<Date>,
}

/// A time zone as its IANA name, looked up in the database that is compiled in, so that it means the same on
/// every machine.
mod timezone {
    use jiff::tz::{TimeZone, TimeZoneDatabase};
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn get(name: &str) -> Option<TimeZone> {
        TimeZoneDatabase::bundled().get(name).ok()
    }

    pub(super) fn serialize<S: Serializer>(timezone: &TimeZone, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(timezone.iana_name().unwrap_or("UTC"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<TimeZone, D::Error> {
        let name = String::deserialize(from)?;
        get(&name).ok_or_else(|| D::Error::custom(format_args!("unknown time zone {name:?}")))
    }
}
