//! A meeting as a clerk writes it down: lines of `name: value`, all of them for a new one, or only those that
//! change. Every problem is named at once.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use crate::domain::area::Area;
use crate::domain::category::Category;
use crate::domain::council::Council;
use crate::domain::ids::{AreaCode, BodyCode, LocalText, MeetingCode, SessionCode};
use crate::domain::meeting::{Meeting, MeetingKind, MeetingPhase};
use crate::domain::said_day;
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
    /// lĩnh vực
    Subject,
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
    pub const ALL: [Self; 16] = [
        Self::Code,
        Self::Kind,
        Self::Phase,
        Self::Session,
        Self::Theme,
        Self::Subject,
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
            Self::Subject => ("Lĩnh vực", "Field"),
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

/// The meeting that a clerk typed, over `base` where it exists already: lines of a form, or of an existing one the
/// beginning alone ("8h ngày 5/12/2026").
///
/// # Errors
/// Every problem: also those of lines that can be read, where another cannot.
pub fn read(
    council: &Council,
    base: Option<&Meeting>,
    typed: &str,
    now: Timestamp,
) -> Result<Meeting, Vec<Problem>> {
    if base.is_some() && !typed.trim().contains('\n') && moment(council, typed, now).is_some() {
        let start = vec![(Field::Start, typed.trim().to_owned())];
        return fill(council, base, &start, now);
    }
    let (lines, mut problems) = lines(typed);
    match fill(council, base, &lines, now) {
        Ok(meeting) if problems.is_empty() => Ok(meeting),
        Ok(_) => Err(problems),
        Err(_) if lines.is_empty() => Err(problems),
        Err(more) => {
            problems.extend(more);
            Err(problems)
        }
    }
}

/// The lines of a form, in order, and every line that is none of the form's.
fn lines(typed: &str) -> (Vec<(Field, String)>, Vec<Problem>) {
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
    (read, problems)
}

/// The meeting that `lines` describe, over `base` where it exists already. The code of an existing meeting
/// does not change: it stands on posters.
///
/// # Errors
/// Every problem.
fn fill(
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
            set((council, now), &mut meeting, *field, value, &mut problems);
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

/// A meeting in an area that begins then, without a place yet; its delegation holds it.
#[must_use]
pub fn in_area(council: &Council, area: &AreaCode, starts_at: Timestamp) -> Meeting {
    let delegation = council.delegation_of(area).map(|body| body.code.clone());
    Meeting {
        areas: vec![area.clone()],
        bodies: delegation.into_iter().collect(),
        ends_at: starts_at + USUAL_LENGTH,
        ..blank(council, starts_at)
    }
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
        subject: None,
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
    (council, now): (&Council, Timestamp),
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
        Field::Subject => return subject(council, meeting, value, problems),
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
        Field::End | Field::Closes if value.is_empty() => Some(()),
        Field::Start => moment(council, value, now).map(|at| meeting.starts_at = at),
        Field::End => moment(council, value, now).map(|at| meeting.ends_at = at),
        Field::Closes => moment(council, value, now).map(|at| meeting.registration_closes_at = at),
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

/// A field by its code, its name, or words that only one name holds.
fn subject(council: &Council, meeting: &mut Meeting, value: &str, problems: &mut Vec<Problem>) {
    let wanted = fold(value);
    let wanted = wanted.trim();
    let is_named = |name: &str| fold(name) == wanted;
    let exact = council.categories.iter().find(|field| {
        let name = &field.name;
        is_named(field.code.as_str())
            || is_named(&name.vi)
            || name.en.as_deref().is_some_and(is_named)
    });
    let holding: Vec<&Category> = council
        .categories
        .iter()
        .filter(|field| fold(&field.name.vi).contains(wanted))
        .collect();
    meeting.subject = match (exact, holding.as_slice()) {
        _ if wanted.is_empty() => None,
        (Some(field), _) => Some(field.code.clone()),
        (None, [field]) => Some(field.code.clone()),
        _ => {
            problems.push(Problem::UnknownName(Field::Subject, value.to_owned()));
            return;
        }
    };
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

/// "08:00 05/12/2026", also "8h ngày 5/12/2026", "5/12/2026 08:00", "2 giờ chiều thứ Sáu tuần này", in the council's time
/// zone.
fn moment(council: &Council, value: &str, now: Timestamp) -> Option<Timestamp> {
    let tokens = said_day::tokens::cut(value);
    let sign = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let hour_at = (0..tokens.len()).find(|at| {
        let is_short = tokens
            .get(*at)
            .is_some_and(|token| matches!(token.digits, 1 | 2));
        let is_hour = matches!(sign(at + 1), "h" | "g" | "gio" | ":");
        is_short && is_hour
    })?;
    let hour: i8 = tokens.get(hour_at)?.number?.try_into().ok()?;
    let minutes = tokens
        .get(hour_at + 2)
        .filter(|token| token.is_glued && token.digits == 2);
    let minute: i8 = match minutes {
        Some(token) => token.number?.try_into().ok()?,
        None => 0,
    };
    let end = hour_at + 2 + usize::from(minutes.is_some());
    let is_later = hour < 12 && matches!(sign(end), "chieu" | "toi");
    let time = Time::new(if is_later { hour + 12 } else { hour }, minute, 0, 0).ok()?;
    let before = tokens.get(hour_at).map_or(0, |token| token.at.start);
    let after = tokens.get(end - 1).map_or(0, |token| token.at.end);
    let rest = format!("{} {}", value.get(..before)?, value.get(after..)?);
    let found = said_day::find(&rest, council.local_date(now));
    let [said] = found.as_slice() else {
        return None;
    };
    (said.first == said.last)
        .then(|| {
            council
                .timezone
                .to_timestamp(said.first.to_datetime(time))
                .ok()
        })
        .flatten()
}

fn number(value: &str) -> Option<u32> {
    value.parse().ok().filter(|number| *number <= 100_000)
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
