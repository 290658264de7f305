//! What a resident reads about meetings: the list and one meeting with its free seats and buttons.

pub(crate) mod attend;
pub(crate) mod check_in;
mod list;
pub(crate) mod live;
pub(crate) mod plan;
pub(crate) mod reserve;
pub(crate) mod speakers;
mod steps;
pub(crate) mod ticket;

pub(crate) use self::list::{Follows, ask_to_follow, coming, day_and_place, weekday_and_day};

use jiff::Timestamp;

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, MeetingButton, ProxyButton, SettingsButton},
        outgoing::{ButtonStyle, Keyboard},
    },
    domain::{
        ids::{AreaCode, CategoryCode},
        meeting::{
            Meeting, MeetingKind, MeetingPhase, live as domain_live,
            registration::{MeetingState, Planned},
            seats::Standing,
        },
        resident::Switch,
    },
};

/// A meeting with what a resident wants to know about its seats.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The meeting.
    pub(crate) planned: Planned,
    /// Seats that anybody can have; `None` is as many as come.
    pub(crate) free: Option<u32>,
    /// Parties on the waiting list.
    pub(crate) waiting: usize,
    /// Whether it is for the area of whoever looks.
    pub(crate) is_mine: bool,
    /// What whoever looks has there: a seat, an offer, a place on the list.
    pub(crate) standing: Option<Standing>,
}

fn register_label(words: Words<'_>, shown: &Shown) -> String {
    if shown.free == Some(0) {
        label!(words, "button-wait")
    } else {
        label!(words, "button-register")
    }
}

/// One meeting, with what its reader can do about it.
#[must_use]
pub(crate) fn one(words: Words<'_>, shown: &Shown, now: Timestamp) -> Message {
    let planned = &shown.planned;
    let meeting = &planned.meeting;
    let mut blocks = vec![describe(words, meeting, shown.is_mine)];
    if planned.state == MeetingState::Cancelled {
        let reason = planned.reason.as_deref().unwrap_or_default();
        blocks.insert(0, say!(words, "meeting-called-off", reason = reason));
        return Message::plain(Html::paragraphs(blocks));
    }
    let bodies: Vec<String> = meeting.bodies.iter().map(|body| words.body(body)).collect();
    let mut facts = vec![say!(words, "meeting-bodies", bodies = bodies.join(", "))];
    let ends_at = words.moment(meeting.ends_at);
    facts.push(say!(words, "meeting-ends", time = ends_at));
    facts.push(seats(words, shown));
    let closes_at = words.appointment(meeting.registration_closes_at);
    facts.push(say!(words, "meeting-closes", time = closes_at));
    facts.extend(cut_off(words, meeting, now));
    blocks.push(Html::lines(facts));
    let mut rows = vec![];
    match shown.standing {
        Some(standing) => {
            blocks.push(match standing {
                Standing::Seated => say!(words, "meeting-you-registered"),
                _ => say!(words, "meeting-you-wait"),
            });
            let again = label!(words, "button-show-ticket");
            rows.push(vec![button(
                again,
                &Button::Meeting(MeetingButton::ShowTicket(meeting.code.clone())),
            )]);
            let leave = label!(words, "button-unregister");
            rows.push(vec![button(
                leave,
                &Button::Meeting(MeetingButton::Unregister(meeting.code.clone())),
            )]);
        }
        None if planned.may_register(now).is_ok() => {
            let register = button(
                register_label(words, shown),
                &Button::Meeting(MeetingButton::Register(meeting.code.clone())),
            );
            rows.push(vec![register.styled(ButtonStyle::Primary)]);
        }
        None => {}
    }
    if domain_live::is_running(planned, now) {
        rows.insert(0, live::ways_in(words, &meeting.code));
    }
    if meeting.location.is_some() {
        let place = label!(words, "button-meeting-place");
        rows.push(vec![button(
            place,
            &Button::Meeting(MeetingButton::MeetingPlace(meeting.code.clone())),
        )]);
    }
    rows.push(vec![button(
        label!(words, "button-ask-for-meeting"),
        &Button::Proxy(ProxyButton::AskForMeeting(meeting.code.clone())),
    )]);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// A new meeting in somebody's area.
#[must_use]
pub(crate) fn announced(words: Words<'_>, meeting: &Meeting) -> Message {
    let html = Html::paragraphs([
        say!(words, "meeting-announced"),
        describe(words, meeting, true),
    ]);
    let open = button(
        label!(words, "button-see-meeting"),
        &Button::Meeting(MeetingButton::OpenMeeting(meeting.code.clone())),
    );
    let stop = button(
        label!(words, "button-unfollow-meetings"),
        &Button::Meeting(MeetingButton::UnfollowMeetings),
    );
    Message::with(html, Keyboard::Inline(vec![vec![open], vec![stop]]))
}

/// The same for somebody who hears of meetings about its subject, and not of all.
#[must_use]
pub(crate) fn announced_for_subject(
    words: Words<'_>,
    meeting: &Meeting,
    field: &CategoryCode,
) -> Message {
    let stop = button(
        label!(words, "button-unfollow-subject"),
        &Button::Settings(SettingsButton::Subject(field.clone(), Switch::Off)),
    );
    let message = announced(words, meeting);
    match message.keyboard {
        Some(Keyboard::Inline(mut rows)) => {
            rows.truncate(1);
            rows.push(vec![stop]);
            Message::with(message.html, Keyboard::Inline(rows))
        }
        _ => message,
    }
}

/// Above the prompt for a question: for which meeting, and until when it reaches the session.
#[must_use]
pub(crate) fn asked_for(words: Words<'_>, meeting: &Meeting, now: Timestamp) -> Html {
    let time = words.appointment(meeting.starts_at);
    let head = say!(
        words,
        "ask-for-meeting",
        code = meeting.code.as_str(),
        time = time
    );
    Html::lines(std::iter::once(head).chain(cut_off(words, meeting, now)))
}

/// Until when questions reach the session, with the days left; later ones go to the next.
fn cut_off(words: Words<'_>, meeting: &Meeting, now: Timestamp) -> Option<Html> {
    if meeting.phase == MeetingPhase::After {
        return None;
    }
    let council = words.council();
    let session = council.session(meeting.session.as_ref()?)?;
    let name = session.name.in_language(words.language());
    if session.questions_close_at <= now {
        return Some(say!(words, "meeting-cut-off-over", session = name));
    }
    let days = days_left(words, session.questions_close_at, now);
    Some(say!(
        words,
        "meeting-cut-off",
        session = name,
        time = words.moment(session.questions_close_at),
        days = i64::from(days),
    ))
}

/// Days from the council's today to the day of `until`.
#[must_use]
pub(crate) fn days_left(words: Words<'_>, until: Timestamp, now: Timestamp) -> i32 {
    let council = words.council();
    (council.local_date(until) - council.local_date(now)).get_days()
}

fn seats(words: Words<'_>, shown: &Shown) -> Html {
    match shown.free {
        None => say!(words, "meeting-seats-any"),
        Some(0) if shown.waiting == 0 => say!(words, "meeting-seats-full"),
        Some(0) => say!(words, "meeting-seats-none", waiting = shown.waiting),
        Some(free) => say!(words, "meeting-seats-free", free = free),
    }
}

/// Whether the meeting is held for this area.
#[must_use]
pub(crate) fn is_for(words: Words<'_>, meeting: &Meeting, area: &AreaCode) -> bool {
    let council = words.council();
    let lies_in = |inner: &AreaCode, outer: &AreaCode| {
        inner == outer
            || council
                .ancestors(inner)
                .iter()
                .any(|ancestor| ancestor.code == *outer)
    };
    meeting
        .areas
        .iter()
        .any(|of| lies_in(area, of) || lies_in(of, area))
}

/// Venue and address in one line; empty for a meeting that is online alone.
#[must_use]
pub(crate) fn venue(words: Words<'_>, meeting: &Meeting) -> String {
    let places = [meeting.venue.as_ref(), meeting.address.as_ref()];
    let places: Vec<&str> = places
        .into_iter()
        .flatten()
        .map(|place| place.in_language(words.language()))
        .collect();
    places.join(", ")
}

/// What, before or after which session: "tại nơi cư trú, trước Kỳ họp thứ 4".
#[must_use]
pub(crate) fn title(words: Words<'_>, meeting: &Meeting) -> Html {
    let kind = match meeting.kind {
        MeetingKind::Constituency => "constituency",
        MeetingKind::Residence => "residence",
        MeetingKind::Workplace => "workplace",
        MeetingKind::Theme => "theme",
        MeetingKind::Audience => "audience",
        MeetingKind::Online => "online",
        MeetingKind::Outside => "outside",
    };
    let phase = match meeting.phase {
        MeetingPhase::Before => "before",
        MeetingPhase::After => "after",
    };
    let session = meeting
        .session
        .as_ref()
        .and_then(|code| words.council().session(code))
        .map_or_else(
            || label!(words, "meeting-no-session"),
            |session| session.name.in_language(words.language()).to_owned(),
        );
    say!(
        words,
        "meeting-title",
        kind = say!(words, "meeting-kind", kind = kind),
        phase = say!(words, "meeting-phase", phase = phase),
        session = session,
    )
}

/// Whose residents are invited.
fn areas_of(words: Words<'_>, meeting: &Meeting) -> String {
    let is_everywhere = words
        .council()
        .top_areas()
        .all(|area| meeting.areas.contains(&area.code));
    if is_everywhere {
        return label!(words, "meeting-everywhere");
    }
    let names: Vec<String> = meeting.areas.iter().map(|area| words.area(area)).collect();
    names.join(", ")
}

fn describe(words: Words<'_>, meeting: &Meeting, is_mine: bool) -> Html {
    let venue = venue(words, meeting);
    let areas = areas_of(words, meeting);
    let mut place = vec![Html::text(&areas)];
    if !venue.is_empty() {
        place.push(Html::text(&venue));
    }
    let mut lines = vec![say!(
        words,
        "meeting-line",
        time = words.appointment(meeting.starts_at),
        title = title(words, meeting),
        place = Html::lines(place),
        code = meeting.code.as_str(),
    )];
    if let Some(theme) = &meeting.theme {
        lines.push(say!(
            words,
            "meeting-theme",
            theme = theme.in_language(words.language())
        ));
    }
    if let Some(field) = &meeting.subject {
        let field = words.category(field);
        lines.push(say!(words, "meeting-subject", field = field));
    }
    if let Some(url) = &meeting.online_url {
        lines.push(say!(words, "meeting-online", url = url));
    }
    if is_mine {
        lines.insert(0, say!(words, "meeting-mine-mark"));
    }
    Html::lines(lines)
}
