//! A meeting planned step by step: like which one, where, on which day, at which hour, in which room.

use jiff::{ToSpan, civil::Date};

use super::weekday_and_day;
use crate::messages::{Html, Message, Words, catalog::short_day, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, OrganiseButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{meeting::Meeting, said_day, text},
};

/// So many earlier meetings are offered to be copied.
pub(crate) const EARLIER_OFFERED: usize = 4;
/// So many rooms are offered.
pub(crate) const PLACES_OFFERED: usize = 6;
/// So many areas are offered; others are typed in the form.
const AREAS_OFFERED: usize = 20;
/// The first day that is offered lies so many days ahead: people have to hear of it.
const FIRST_DAY: i32 = 5;
/// So many days are offered.
const DAYS_OFFERED: i32 = 15;
/// Hours at which meetings begin, in minutes after midnight.
const HOURS: [u16; 6] = [450, 480, 540, 810, 840, 1_140];
/// A label longer than this is cut on phones, in UTF-16 units.
const LABEL: usize = 40;

type Rows = Vec<Vec<InlineButton>>;

fn organise(words: String, means: OrganiseButton) -> InlineButton {
    button(words, &Button::Organise(means))
}

fn place_of(words: Words<'_>, meeting: &Meeting) -> String {
    let venue = meeting.venue.as_ref().or(meeting.address.as_ref());
    venue.map_or_else(
        || meeting.online_url.clone().unwrap_or_default(),
        |venue| venue.in_language(words.language()).to_owned(),
    )
}

/// The same for a button: what stands in brackets at its end goes before it is cut.
fn place_label(words: Words<'_>, meeting: &Meeting) -> String {
    let place = place_of(words, meeting);
    let bare = match place.rsplit_once(" (") {
        Some((bare, rest)) if rest.ends_with(')') && text::utf16_len(&place) > LABEL => bare,
        _ => &place,
    };
    text::truncate_utf16(bare, LABEL)
}

/// "Chép DV01: Nhà văn hóa".
#[must_use]
pub(super) fn like(words: Words<'_>, meeting: &Meeting) -> InlineButton {
    let like = label!(
        words,
        "button-meeting-like",
        code = meeting.code.as_str(),
        place = place_label(words, meeting)
    );
    organise(like, OrganiseButton::NewLike(meeting.code.clone()))
}

/// "Like which one, or where?"
#[must_use]
pub(crate) fn begin(words: Words<'_>, earlier: &[Meeting]) -> (Html, Rows) {
    let mut rows: Rows = earlier
        .iter()
        .map(|meeting| vec![like(words, meeting)])
        .collect();
    let council = words.council();
    let areas: Vec<InlineButton> = council
        .top_areas()
        .take(AREAS_OFFERED)
        .map(|area| {
            let name = area.name.in_language(words.language()).to_owned();
            organise(name, OrganiseButton::NewIn(area.code.clone()))
        })
        .collect();
    rows.extend(areas.chunks(2).map(<[_]>::to_vec));
    rows.push(vec![organise(
        label!(words, "button-meeting-form"),
        OrganiseButton::ShowForm,
    )]);
    (say!(words, "plan-begin"), rows)
}

/// What of a draft can be chosen on its page.
#[must_use]
pub(crate) fn of_draft(words: Words<'_>, meeting: &Meeting) -> Rows {
    let code = || meeting.code.clone();
    let local = words.council().timezone.to_datetime(meeting.starts_at);
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    let place = place_of(words, meeting);
    let place = if place.is_empty() {
        label!(words, "button-no-place-yet")
    } else {
        label!(
            words,
            "button-draft-place",
            place = text::truncate_utf16(&place, LABEL)
        )
    };
    vec![
        vec![
            organise(
                label!(words, "button-meeting-day", day = words.day(local.date())),
                OrganiseButton::Days(code()),
            ),
            organise(
                label!(words, "button-meeting-hour", time = time),
                OrganiseButton::Hours(code()),
            ),
        ],
        vec![organise(place, OrganiseButton::Places(code()))],
    ]
}

fn page(
    words: Words<'_>,
    meeting: &Meeting,
    title: Html,
    choices: &[InlineButton],
    a_row: usize,
) -> Message {
    let mut rows: Rows = choices.chunks(a_row).map(<[_]>::to_vec).collect();
    rows.push(vec![
        organise(
            label!(words, "button-type-instead"),
            OrganiseButton::ChangeMeeting(meeting.code.clone()),
        ),
        organise(
            label!(words, "button-back"),
            OrganiseButton::PlanMeeting(meeting.code.clone()),
        ),
    ]);
    Message::with(title, Keyboard::Inline(rows))
}

/// Days to choose from.
#[must_use]
pub(crate) fn days(words: Words<'_>, meeting: &Meeting, today: Date) -> Message {
    let days = (FIRST_DAY..FIRST_DAY + DAYS_OFFERED).map(|days| {
        let day = today.saturating_add(days.days());
        let means = OrganiseButton::OnDay(meeting.code.clone(), said_day::number_of(day));
        organise(weekday_and_day(words, day), means)
    });
    let title = say!(words, "plan-choose-day", code = meeting.code.as_str());
    page(words, meeting, title, &days.collect::<Vec<_>>(), 3)
}

/// Hours to choose from.
#[must_use]
pub(crate) fn hours(words: Words<'_>, meeting: &Meeting) -> Message {
    let local = words.council().timezone.to_datetime(meeting.starts_at);
    let hours = HOURS.map(|minutes| {
        let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        organise(time, OrganiseButton::AtHour(meeting.code.clone(), minutes))
    });
    let title = say!(
        words,
        "plan-choose-hour",
        code = meeting.code.as_str(),
        day = short_day(local.date())
    );
    page(words, meeting, title, &hours, 3)
}

/// Rooms to choose from.
#[must_use]
pub(crate) fn places(words: Words<'_>, meeting: &Meeting, rooms: &[Meeting]) -> Message {
    let rooms = (0_u16..).zip(rooms).map(|(number, room)| {
        let name = place_label(words, room);
        organise(name, OrganiseButton::AtPlace(meeting.code.clone(), number))
    });
    let title = say!(words, "plan-choose-place", code = meeting.code.as_str());
    page(words, meeting, title, &rooms.collect::<Vec<_>>(), 1)
}
