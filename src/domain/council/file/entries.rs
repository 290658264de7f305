//! The sections of entries: areas, bodies, categories, routes, sessions, meetings.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use super::findings::Coded;
use super::reader::{Signs, Table, Value};
use super::settings::DAYS;
use crate::domain::area::{Area, AreaKind};
use crate::domain::body::{Body, BodyKind, Delegate};
use crate::domain::category::{self, Category};
use crate::domain::council::{Route, validity::Validity};
use crate::domain::ids::{AreaCode, BodyCode, CategoryCode, LocalText, MeetingCode, SessionCode};
use crate::domain::meeting::{Location, Meeting, MeetingPhase};
use crate::domain::session::Session;

/// Names stand on buttons, of which a phone shows some thirty letters.
const MAX_NAME: usize = 100;
/// A theme, a venue, an address: a line of a message.
const MAX_LINE: usize = 300;
const MAX_URL: usize = 500;
const CAPACITY: RangeInclusive<i64> = 1..=1_000_000;
const RESERVED: RangeInclusive<i64> = 0..=1_000_000;

pub(super) fn areas(root: &mut Table) -> Vec<Area> {
    let mut areas = Vec::new();
    let mut places = Vec::new();
    for table in root.tables("areas") {
        let (read, place) = area(table);
        if let Some(read) = read {
            areas.push(read);
            places.push(place);
        }
    }
    let parents: HashMap<&AreaCode, &AreaCode> = areas
        .iter()
        .filter_map(|area| Some((&area.code, area.parent.as_ref()?)))
        .collect();
    for code in on_cycles(&parents) {
        let place = areas
            .iter()
            .zip(&places)
            .find(|(area, _)| area.code == *code);
        if let Some((_, Some(place))) = place {
            place.reject(format!("{:?} would lie in itself", code.as_str()));
        }
    }
    areas
}

/// An area, and the value of its parent for what can only be checked later.
fn area<'f, 'i>(mut table: Table<'f, 'i>) -> (Option<Area>, Option<Value<'f, 'i>>) {
    let code = table
        .require("code")
        .and_then(|value| value.own_code(Coded::Area, Signs::Entry));
    let name = table
        .require("name")
        .and_then(|value| value.local_name(MAX_NAME));
    let kind: Option<AreaKind> = table.require("kind").and_then(Value::keyword);
    let aliases = table
        .get("aliases")
        .map(|value| value.each(|item| item.name(MAX_NAME)));
    let place = table.get("parent");
    let parent = place
        .as_ref()
        .and_then(|value| value.reference(Coded::Area))
        .map(AreaCode::new);
    let location = table.get("location").and_then(location);
    let valid = validity(&mut table);
    table.finish();
    let read = code.zip(name).zip(kind).map(|((code, name), kind)| Area {
        code: AreaCode::new(code),
        name,
        kind,
        aliases: aliases.unwrap_or_default(),
        parent,
        location,
        valid,
    });
    (read, place)
}

/// The areas that are their own ancestors, in a stable order. Each area is walked through once.
fn on_cycles<'a>(parents: &HashMap<&'a AreaCode, &'a AreaCode>) -> Vec<&'a AreaCode> {
    let mut done: HashSet<&AreaCode> = HashSet::new();
    let mut found = Vec::new();
    for &start in parents.keys() {
        let mut path: Vec<&AreaCode> = Vec::new();
        let mut on_path: HashSet<&AreaCode> = HashSet::new();
        let mut at = Some(start);
        while let Some(code) = at.filter(|code| !done.contains(code)) {
            if !on_path.insert(code) {
                found.extend(path.iter().skip_while(|of| **of != code));
                break;
            }
            path.push(code);
            at = parents.get(code).copied();
        }
        done.extend(path);
    }
    found.sort();
    found
}

pub(super) fn bodies(root: &mut Table) -> Vec<Body> {
    root.tables("bodies").into_iter().filter_map(body).collect()
}

fn body(mut table: Table) -> Option<Body> {
    let office = BodyCode::office();
    let code = table
        .require("code")
        .and_then(|value| value.own_code(Coded::Body, Signs::Entry));
    let name = table
        .require("name")
        .and_then(|value| value.local_name(MAX_NAME));
    let kind: Option<BodyKind> = table.require("kind").and_then(Value::keyword);
    if let (Some(code), Some(kind)) = (&code, kind) {
        if code == office.as_str() && kind != BodyKind::Office {
            table.reject(
                "code",
                format!("{code:?} is kept for a body of kind \"office\""),
            );
        }
        table.declare_kind(code, kind);
    }
    let is_delegation = kind == Some(BodyKind::Delegation);
    let areas = table.get("areas").map_or_else(Vec::new, |value| {
        value.each(|item| {
            let area = item.reference(Coded::Area)?;
            if let Some(code) = code.as_ref().filter(|_| is_delegation) {
                item.delegate(&area, code);
            }
            Some(AreaCode::new(area))
        })
    });
    let delegates = table
        .tables("delegates")
        .into_iter()
        .filter_map(delegate)
        .collect();
    let valid = validity(&mut table);
    table.finish();
    Some(Body {
        code: BodyCode::new(code?),
        name: name?,
        kind: kind?,
        areas,
        delegates,
        valid,
    })
}

fn delegate(mut table: Table) -> Option<Delegate> {
    let name = table.require("name").and_then(|value| value.name(MAX_NAME));
    let role = table.require("role").and_then(Value::keyword);
    table.finish();
    Some(Delegate {
        name: name?,
        role: role?,
    })
}

/// The categories of the file, or the built-in ones if it names none.
pub(super) fn categories(root: &mut Table) -> Vec<Category> {
    let tables = root.tables("categories");
    let is_left_out = tables.is_empty();
    let mut categories: Vec<Category> = tables.into_iter().filter_map(category).collect();
    if is_left_out {
        categories = category::built_in();
    }
    let built_in = categories
        .iter()
        .map(|category| category.code.as_str())
        .chain([category::OTHER]);
    root.declare_built_in(Coded::Category, built_in);
    root.declare_built_in(Coded::Body, [BodyCode::office().as_str()]);
    categories
}

fn category(mut table: Table) -> Option<Category> {
    let code = table
        .require("code")
        .and_then(|value| value.own_code(Coded::Category, Signs::Entry));
    let name = table
        .require("name")
        .and_then(|value| value.local_name(MAX_NAME));
    let committee = table
        .get("committee")
        .and_then(|value| value.reference_to_body(BodyKind::Committee));
    let answer_days = table
        .get("answer_days")
        .and_then(|value| value.number(DAYS));
    let words = table
        .get("words")
        .map(|value| value.each(|item| item.name(MAX_NAME)));
    let valid = validity(&mut table);
    table.finish();
    Some(Category {
        code: CategoryCode::new(code?),
        name: name?,
        committee: committee.map(BodyCode::new),
        answer_days,
        words: words.unwrap_or_default(),
        valid,
    })
}

/// `from` and `until`, the first and the last day.
fn validity(table: &mut Table) -> Validity {
    let from = table.get("from").and_then(Value::date);
    let until = table.get("until").and_then(Value::date);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        table.reject("until", format!("{until} is before {from}"));
    }
    Validity { from, until }
}

pub(super) fn routes(root: &mut Table) -> Vec<Route> {
    root.tables("routes")
        .into_iter()
        .filter_map(route)
        .collect()
}

fn route(mut table: Table) -> Option<Route> {
    let category = table
        .require("category")
        .and_then(|value| value.reference_or_all(Coded::Category));
    let area = table
        .require("area")
        .and_then(|value| value.reference_or_all(Coded::Area));
    let to = table
        .require("to")
        .and_then(|value| value.reference(Coded::Body));
    table.finish();
    Some(Route {
        category: category.map(CategoryCode::new),
        area: area.map(AreaCode::new),
        to: BodyCode::new(to?),
    })
}

pub(super) fn sessions(root: &mut Table) -> Vec<Session> {
    root.tables("sessions")
        .into_iter()
        .filter_map(session)
        .collect()
}

fn session(mut table: Table) -> Option<Session> {
    let code = table
        .require("code")
        .and_then(|value| value.own_code(Coded::Session, Signs::Entry));
    let name = table
        .require("name")
        .and_then(|value| value.local_name(MAX_NAME));
    let opens_on = table.require("opens_on").and_then(Value::date);
    let questions_close_at = table
        .require("questions_close_at")
        .and_then(Value::timestamp);
    table.finish();
    Some(Session {
        code: SessionCode::new(code?),
        name: name?,
        opens_on: opens_on?,
        questions_close_at: questions_close_at?,
    })
}

/// A meeting for which the file names no bodies has none yet.
pub(super) fn meetings(root: &mut Table) -> Vec<Meeting> {
    root.tables("meetings")
        .into_iter()
        .filter_map(meeting)
        .collect()
}

fn meeting(mut table: Table) -> Option<Meeting> {
    let code = table
        .require("code")
        .and_then(|value| value.own_code(Coded::Meeting, Signs::Meeting));
    let session = table
        .get("session")
        .and_then(|value| value.reference(Coded::Session));
    let phase = table.get("phase").and_then(Value::keyword);
    if session.is_some() && phase.is_none() {
        table.require("phase");
    }
    let kind = table.require("kind").and_then(Value::keyword);
    let theme = table
        .get("theme")
        .and_then(|value| value.local_name(MAX_LINE));
    let subject = table
        .get("subject")
        .and_then(|value| value.reference(Coded::Category));
    let areas = meeting_areas(&mut table);
    let hosts = table
        .get("bodies")
        .map(|value| value.each_once(|item| item.reference(Coded::Body).map(BodyCode::new)));
    let starts_at = table.require("starts_at").and_then(Value::timestamp);
    let ends_at = table.require("ends_at").and_then(Value::timestamp);
    let closes_at = table
        .get("registration_closes_at")
        .and_then(Value::timestamp);
    if let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at)
        && ends_at <= starts_at
    {
        table.reject("ends_at", "is not after starts_at");
    }
    if let (Some(ends_at), Some(closes_at)) = (ends_at, closes_at)
        && closes_at > ends_at
    {
        table.reject("registration_closes_at", "is after the meeting's end");
    }
    let place = place(&mut table);
    let (capacity, reserved) = seats(&mut table);
    table.finish();
    Some(Meeting {
        code: MeetingCode::new(code?),
        session: session.map(SessionCode::new),
        phase: phase.unwrap_or(MeetingPhase::Before),
        kind: kind?,
        theme,
        subject: subject.map(CategoryCode::new),
        bodies: hosts.unwrap_or_default(),
        areas,
        starts_at: starts_at?,
        ends_at: ends_at?,
        venue: place.venue,
        address: place.address,
        location: place.location,
        online_url: place.online_url,
        capacity,
        reserved,
        registration_closes_at: closes_at.or(starts_at)?,
    })
}

/// `area = "…"` or `areas = […]`, one of them.
fn meeting_areas(table: &mut Table) -> Vec<AreaCode> {
    let read = |value: Value| value.reference(Coded::Area).map(AreaCode::new);
    match (table.get("area"), table.get("areas")) {
        (Some(area), None) => read(area).into_iter().collect(),
        (None, Some(areas)) => areas.each_once(read),
        (Some(_), Some(_)) => {
            table.reject("area", "give either area or areas");
            Vec::new()
        }
        (None, None) => {
            table.reject("area", "is missing; give area or areas");
            Vec::new()
        }
    }
}

struct Place {
    venue: Option<LocalText>,
    address: Option<LocalText>,
    location: Option<Location>,
    online_url: Option<String>,
}

fn place(table: &mut Table) -> Place {
    let (venue, online_url) = (table.get("venue"), table.get("online_url"));
    if venue.is_none() && online_url.is_none() {
        table.reject(
            "venue",
            "is missing; only a meeting with online_url needs none",
        );
    }
    Place {
        venue: venue.and_then(|value| value.local_name(MAX_LINE)),
        address: table
            .get("address")
            .and_then(|value| value.local_name(MAX_LINE)),
        location: table.get("location").and_then(location),
        online_url: online_url.and_then(|value| url(&value)),
    }
}

fn location(value: Value) -> Option<Location> {
    let mut table = value.table()?;
    let lat = table.require("lat").and_then(|value| value.degrees(90.0));
    let lon = table.require("lon").and_then(|value| value.degrees(180.0));
    table.finish();
    Some(Location {
        lat: lat?,
        lon: lon?,
    })
}

fn url(value: &Value) -> Option<String> {
    let url = value.text(MAX_URL)?;
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(char::is_whitespace)) {
        value.reject(format!(
            "{url:?} is not an address that begins with https://"
        ));
        return None;
    }
    Some(url)
}

fn seats(table: &mut Table) -> (Option<u32>, u32) {
    let capacity: Option<u32> = table
        .get("capacity")
        .and_then(|value| value.number(CAPACITY));
    let reserved = table
        .get("reserved")
        .and_then(|value| value.number(RESERVED))
        .unwrap_or(0);
    if let Some(capacity) = capacity
        && reserved > capacity
    {
        table.reject(
            "reserved",
            format!("{reserved} is more than the capacity of {capacity}"),
        );
    }
    (capacity, reserved)
}
