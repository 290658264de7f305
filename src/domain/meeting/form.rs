//! A meeting as a clerk writes it down: lines of `name: value`, all of them for a new one, or only those that
//! change. Every problem is named at once.

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

use super::{Meeting, MeetingKind, MeetingPhase};
use crate::domain::area::Area;
use crate::domain::council::Council;
use crate::domain::ids::{BodyCode, LocalText, MeetingCode, SessionCode};
use crate::domain::text::{self, fold, words};

/// The longest code of a meeting: it stands in buttons of 64 bytes.
pub const MAX_CODE: usize = 24;
/// The longest text of a line, in UTF-16 units.
pub const MAX_VALUE: usize = 300;
/// A meeting without an end is planned for so long.
const USUAL_LENGTH: SignedDuration = SignedDuration::from_hours(3);
/// A meeting longer than this is a slip of the pen.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// A line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// mã
    Code,
    /// loại
    Kind,
    /// trước/sau kỳ họp
    Phase,
    /// kỳ họp
    Session,
    /// chuyên đề
    Theme,
    /// khu vực
    Areas,
    /// đơn vị
    Bodies,
    /// bắt đầu
    Start,
    /// kết thúc
    End,
    /// nơi họp
    Venue,
    /// địa chỉ
    Address,
    /// trực tuyến
    Online,
    /// số chỗ
    Capacity,
    /// dành riêng
    Reserved,
    /// hạn đăng ký
    Closes,
}

impl Field {
    /// Every line, in the order of the form.
    pub const ALL: [Self; 15] = [
        Self::Code,
        Self::Kind,
        Self::Phase,
        Self::Session,
        Self::Theme,
        Self::Areas,
        Self::Bodies,
        Self::Start,
        Self::End,
        Self::Venue,
        Self::Address,
        Self::Online,
        Self::Capacity,
        Self::Reserved,
        Self::Closes,
    ];

    /// The name of the line; both languages work everywhere, with and without diacritics.
    #[must_use]
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Code => ("Mã", "Code"),
            Self::Kind => ("Loại", "Kind"),
            Self::Phase => ("Đợt", "Phase"),
            Self::Session => ("Kỳ họp", "Session"),
            Self::Theme => ("Chuyên đề", "Theme"),
            Self::Areas => ("Khu vực", "Areas"),
            Self::Bodies => ("Đơn vị", "Bodies"),
            Self::Start => ("Bắt đầu", "Start"),
            Self::End => ("Kết thúc", "End"),
            Self::Venue => ("Nơi họp", "Venue"),
            Self::Address => ("Địa chỉ", "Address"),
            Self::Online => ("Trực tuyến", "Online"),
            Self::Capacity => ("Số chỗ", "Capacity"),
            Self::Reserved => ("Dành riêng", "Reserved"),
            Self::Closes => ("Hạn đăng ký", "Closes"),
        }
    }

    fn named(name: &str) -> Option<Self> {
        let name = words(name).join(" ");
        Self::ALL.into_iter().find(|field| {
            let (vietnamese, english) = field.names();
            name == words(vietnamese).join(" ") || name == words(english).join(" ")
        })
    }
}

/// What is wrong with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A line that is none of the form's.
    UnknownLine(String),
    /// A line that a meeting cannot do without.
    Missing(Field),
    /// A line that cannot be read; with an example of how it should look.
    Unreadable(Field),
    /// No such area, body or session.
    UnknownName(Field, String),
    /// The meeting would begin in the past.
    InPast,
    /// It would end before it begins, or last longer than a day.
    BadLength,
    /// Registration would end after the beginning.
    ClosesTooLate,
    /// More reserved seats than seats.
    ReservedAboveCapacity,
    /// Neither a room nor an address online.
    NoPlace,
}

/// The lines of a form, in order.
///
/// # Errors
/// Every line that is none of the form's.
pub fn lines(typed: &str) -> Result<Vec<(Field, String)>, Vec<Problem>> {
    let mut read = Vec::new();
    let mut problems = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let field = line
            .split_once(':')
            .and_then(|(name, value)| Some((Field::named(name)?, value)));
        match field {
            Some((field, value)) => {
                let value = text::truncate_utf16(&text::clean(value), MAX_VALUE);
                read.push((field, value));
            }
            None => problems.push(Problem::UnknownLine(text::truncate_utf16(line, 60))),
        }
    }
    if problems.is_empty() {
        Ok(read)
    } else {
        Err(problems)
    }
}

/// The meeting that `lines` describe, over `base` where it exists already. The code of an existing meeting
/// does not change: it stands on posters.
///
/// # Errors
/// Every problem.
pub fn fill(
    council: &Council,
    base: Option<&Meeting>,
    lines: &[(Field, String)],
    now: Timestamp,
) -> Result<Meeting, Vec<Problem>> {
    let mut problems = Vec::new();
    let given = |field: Field| {
        lines
            .iter()
            .rev()
            .find(|(of, _)| *of == field)
            .map(|(_, value)| value.as_str())
    };
    if base.is_none() {
        for field in [Field::Code, Field::Areas, Field::Start] {
            if given(field).is_none_or(str::is_empty) {
                problems.push(Problem::Missing(field));
            }
        }
    }
    let mut meeting = base.cloned().unwrap_or_else(|| blank(council, now));
    for (field, value) in lines {
        if !(base.is_some() && *field == Field::Code) {
            set(council, &mut meeting, *field, value, &mut problems);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let start_moved = base.is_none_or(|base| base.starts_at != meeting.starts_at);
    follow_start(base, &mut meeting, start_moved, given);
    if meeting.bodies.is_empty() {
        let delegations = meeting
            .areas
            .iter()
            .filter_map(|area| council.delegation_of(area));
        let mut bodies: Vec<BodyCode> = delegations.map(|body| body.code.clone()).collect();
        bodies.dedup();
        meeting.bodies = bodies;
    }
    problems.extend(contradictions(&meeting, start_moved, now));
    if problems.is_empty() {
        Ok(meeting)
    } else {
        Err(problems)
    }
}

/// End and closing time go along when the beginning moves, unless the form says otherwise.
fn follow_start<'l>(
    base: Option<&Meeting>,
    meeting: &mut Meeting,
    start_moved: bool,
    given: impl Fn(Field) -> Option<&'l str>,
) {
    if !start_moved {
        return;
    }
    let length = base.map_or(USUAL_LENGTH, |base| {
        base.ends_at.duration_since(base.starts_at)
    });
    let ahead = base.map_or(SignedDuration::ZERO, |base| {
        base.starts_at.duration_since(base.registration_closes_at)
    });
    if given(Field::End).is_none_or(str::is_empty) {
        meeting.ends_at = meeting.starts_at + length;
    }
    if given(Field::Closes).is_none_or(str::is_empty) {
        meeting.registration_closes_at = meeting.starts_at - ahead;
    }
}

fn contradictions(meeting: &Meeting, start_moved: bool, now: Timestamp) -> Vec<Problem> {
    let length = meeting.ends_at.duration_since(meeting.starts_at);
    let rules = [
        (start_moved && meeting.starts_at <= now, Problem::InPast),
        (
            length <= SignedDuration::ZERO || length > LONGEST,
            Problem::BadLength,
        ),
        (
            meeting.registration_closes_at > meeting.starts_at,
            Problem::ClosesTooLate,
        ),
        (
            meeting
                .capacity
                .is_some_and(|capacity| meeting.reserved > capacity),
            Problem::ReservedAboveCapacity,
        ),
        (
            meeting.venue.is_none() && meeting.online_url.is_none(),
            Problem::NoPlace,
        ),
    ];
    rules
        .into_iter()
        .filter_map(|(is_broken, problem)| is_broken.then_some(problem))
        .collect()
}

fn blank(council: &Council, now: Timestamp) -> Meeting {
    Meeting {
        code: MeetingCode::new(""),
        session: council
            .next_session(now)
            .map(|session| session.code.clone()),
        phase: MeetingPhase::Before,
        kind: MeetingKind::Residence,
        theme: None,
        areas: Vec::new(),
        bodies: Vec::new(),
        starts_at: now,
        ends_at: now,
        venue: None,
        address: None,
        location: None,
        online_url: None,
        capacity: None,
        reserved: 0,
        registration_closes_at: now,
    }
}

fn set(
    council: &Council,
    meeting: &mut Meeting,
    field: Field,
    value: &str,
    problems: &mut Vec<Problem>,
) {
    let words = || {
        (!value.is_empty()).then(|| LocalText {
            vi: value.to_owned(),
            en: None,
        })
    };
    let done = match field {
        Field::Code => code(value).map(|code| meeting.code = code),
        Field::Kind => kind(value).map(|kind| meeting.kind = kind),
        Field::Phase => phase(value).map(|phase| meeting.phase = phase),
        Field::Session => return session(council, meeting, value, problems),
        Field::Areas => return areas(council, meeting, value, problems),
        Field::Bodies => return bodies(council, meeting, value, problems),
        Field::Theme => {
            meeting.theme = words();
            Some(())
        }
        Field::Venue => {
            // The pin belongs to the old room.
            meeting.venue = words();
            meeting.location = None;
            Some(())
        }
        Field::Address => {
            meeting.address = words();
            Some(())
        }
        Field::Online => {
            meeting.online_url = (!value.is_empty()).then(|| value.to_owned());
            Some(())
        }
        Field::Start if value.is_empty() => None,
        Field::End | Field::Closes if value.is_empty() => Some(()),
        Field::Start => moment(council, value).map(|at| meeting.starts_at = at),
        Field::End => moment(council, value).map(|at| meeting.ends_at = at),
        Field::Closes => moment(council, value).map(|at| meeting.registration_closes_at = at),
        Field::Capacity if value.is_empty() => {
            meeting.capacity = None;
            Some(())
        }
        Field::Reserved if value.is_empty() => {
            meeting.reserved = 0;
            Some(())
        }
        Field::Capacity => number(value).map(|seats| meeting.capacity = Some(seats)),
        Field::Reserved => number(value).map(|seats| meeting.reserved = seats),
    };
    if done.is_none() {
        problems.push(Problem::Unreadable(field));
    }
}

fn code(value: &str) -> Option<MeetingCode> {
    let is_code = (2..=MAX_CODE).contains(&value.len())
        && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_code.then(|| MeetingCode::new(value.to_ascii_uppercase()))
}

fn kind(value: &str) -> Option<MeetingKind> {
    let known = [
        ("don vi bau cu", MeetingKind::Constituency),
        ("constituency", MeetingKind::Constituency),
        ("noi cu tru", MeetingKind::Residence),
        ("residence", MeetingKind::Residence),
        ("noi lam viec", MeetingKind::Workplace),
        ("workplace", MeetingKind::Workplace),
        ("chuyen de", MeetingKind::Theme),
        ("theme", MeetingKind::Theme),
        ("doi tuong", MeetingKind::Audience),
        ("audience", MeetingKind::Audience),
        ("truc tuyen", MeetingKind::Online),
        ("online", MeetingKind::Online),
        ("ngoai don vi bau cu", MeetingKind::Outside),
        ("outside", MeetingKind::Outside),
    ];
    let folded = fold(value);
    let exact = known.iter().find(|(name, _)| folded.trim() == *name);
    exact.map(|(_, kind)| *kind)
}

fn phase(value: &str) -> Option<MeetingPhase> {
    match fold(value).trim() {
        "truoc" | "before" => Some(MeetingPhase::Before),
        "sau" | "after" => Some(MeetingPhase::After),
        _ => None,
    }
}

fn session(council: &Council, meeting: &mut Meeting, value: &str, problems: &mut Vec<Problem>) {
    let wanted = fold(value);
    let found = council
        .sessions
        .iter()
        .find(|session| fold(session.code.as_str()) == wanted || fold(&session.name.vi) == wanted);
    match found {
        _ if value.is_empty() => meeting.session = None::<SessionCode>,
        Some(session) => meeting.session = Some(session.code.clone()),
        None => problems.push(Problem::UnknownName(Field::Session, value.to_owned())),
    }
}

fn areas(council: &Council, meeting: &mut Meeting, value: &str, problems: &mut Vec<Problem>) {
    meeting.areas.clear();
    for name in value
        .split([',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        match one_area(council, name) {
            Some(area) => meeting.areas.push(area.code.clone()),
            None => problems.push(Problem::UnknownName(Field::Areas, name.to_owned())),
        }
    }
    if value.is_empty() {
        problems.push(Problem::Missing(Field::Areas));
    }
}

/// The one area that a name means, with or without its kind ("Mộc Bắc" for "Xã Mộc Bắc"), wards and communes
/// before neighbourhoods; several that fit as well are none.
#[must_use]
pub fn one_area<'c>(council: &'c Council, name: &str) -> Option<&'c Area> {
    let found = council.find_areas(name);
    let typed = words(name);
    let is_named = |area: &&Area| {
        let names = std::iter::once(&area.name.vi).chain(&area.aliases);
        fold(area.code.as_str()) == fold(name)
            || names.into_iter().any(|of| words(of).ends_with(&typed))
    };
    let named: Vec<&Area> = found.iter().copied().filter(is_named).collect();
    let outer: Vec<&Area> = named
        .iter()
        .copied()
        .filter(|area| area.parent.is_none())
        .collect();
    match (outer.as_slice(), named.as_slice(), found.as_slice()) {
        ([only], ..) | ([], [only], _) | ([], [], [only]) => Some(only),
        _ => None,
    }
}

fn bodies(council: &Council, meeting: &mut Meeting, value: &str, problems: &mut Vec<Problem>) {
    meeting.bodies.clear();
    for name in value
        .split([',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        let wanted = fold(name);
        let found = council
            .bodies
            .iter()
            .find(|body| fold(body.code.as_str()) == wanted || fold(&body.name.vi) == wanted);
        match found {
            Some(body) => meeting.bodies.push(body.code.clone()),
            None => problems.push(Problem::UnknownName(Field::Bodies, name.to_owned())),
        }
    }
}

/// "08:00 05/12/2026", also "8h 5/12/2026" and "05/12/2026 08:00", in the council's time zone.
fn moment(council: &Council, value: &str) -> Option<Timestamp> {
    let parts: Vec<&str> = value.split_whitespace().collect();
    let [first, second] = parts.as_slice() else {
        return None;
    };
    let (time, date) = if first.contains('/') {
        (second, first)
    } else {
        (first, second)
    };
    let (hour, minute) = time.split_once([':', 'h', 'H', 'g'])?;
    let minute = if minute.is_empty() { "0" } else { minute };
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
    let mut numbers = date.split('/');
    let day = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    let year = numbers.next()?.parse().ok()?;
    if numbers.next().is_some() {
        return None;
    }
    let date = Date::new(year, month, day).ok()?;
    council.timezone.to_timestamp(date.to_datetime(time)).ok()
}

fn number(value: &str) -> Option<u32> {
    value.parse().ok().filter(|number| *number <= 100_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    fn now() -> Timestamp {
        "2026-11-23T08:00:00+07:00".parse().unwrap()
    }

    fn form(typed: &str) -> Result<Meeting, Vec<Problem>> {
        fill(&council(), None, &lines(typed)?, now())
    }

    const FULL: &str = "Mã: dv-9\nkhu vuc: Đồng Văn; duy minh\nBắt đầu: 8h 05/12/2026\nNơi họp: Nhà văn hóa\nSố chỗ: 40";

    #[test]
    fn a_short_form_makes_a_whole_meeting() {
        let meeting = form(FULL).unwrap();
        assert_eq!(meeting.code.as_str(), "DV-9");
        assert_eq!(meeting.areas.len(), 2);
        assert_eq!(meeting.bodies, [BodyCode::new("to-1")]);
        let starts_at: Timestamp = "2026-12-05T08:00:00+07:00".parse().unwrap();
        assert_eq!(meeting.starts_at, starts_at);
        assert_eq!(meeting.ends_at, starts_at + USUAL_LENGTH);
        assert_eq!(meeting.capacity, Some(40));
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let problems = form("Mã: ?\nKhu vực: Hà Nội\nBắt đầu: mai\nSố chỗ: nhiều").unwrap_err();
        assert_eq!(
            problems,
            [
                Problem::Unreadable(Field::Code),
                Problem::UnknownName(Field::Areas, "Hà Nội".to_owned()),
                Problem::Unreadable(Field::Start),
                Problem::Unreadable(Field::Capacity),
            ]
        );
        assert_eq!(
            form("xin chào").unwrap_err(),
            [Problem::UnknownLine("xin chào".to_owned())]
        );
    }

    #[test]
    fn a_meeting_in_the_past_or_nowhere_is_refused() {
        let past = FULL.replace("2026", "2025");
        assert_eq!(form(&past).unwrap_err(), [Problem::InPast]);
        let nowhere = FULL.replace("Nơi họp: Nhà văn hóa\n", "");
        assert_eq!(form(&nowhere).unwrap_err(), [Problem::NoPlace]);
    }

    #[test]
    fn a_change_says_only_what_changes_and_the_rest_moves_along() {
        let council = council();
        let base = council.meeting(&MeetingCode::new("DV01")).unwrap();
        let lines = lines("bat dau: 09:30 01/12/2026").unwrap();
        let meeting = fill(&council, Some(base), &lines, now()).unwrap();
        assert_eq!(
            meeting.ends_at.duration_since(meeting.starts_at),
            base.ends_at.duration_since(base.starts_at)
        );
        assert_eq!(meeting.venue, base.venue);
        assert!(base.is_moved_by(&meeting));
    }
}
