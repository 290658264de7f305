//! The list of coming meetings: the next one of one's area whole, the others as buttons with day and place.

use jiff::{Timestamp, civil::Date};

use super::{Shown, areas_of, register_label, seats, title, venue};
use crate::messages::{Html, Message, Style, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, MeetingButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::meeting::Meeting,
};

/// Meetings on one page of the list: the first one's words and its button stay on the screen of a phone, above the
/// others and the keyboard at the bottom.
pub(crate) const MEETINGS_A_PAGE: usize = 4;

/// Whether somebody hears of new meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follows {
    /// They do.
    Yes,
    /// They do not.
    No,
}

/// One page of the coming meetings, those of the resident's area first: the next one whole with what can be done about
/// it, the others as buttons with day and place.
#[must_use]
pub(crate) fn coming(
    words: Words<'_>,
    meetings: &[Shown],
    page: usize,
    follows: Follows,
    now: Timestamp,
) -> Message {
    let follow = match follows {
        Follows::No => button(
            label!(words, "button-follow-meetings"),
            &Button::Meeting(MeetingButton::FollowMeetings),
        ),
        Follows::Yes => button(
            label!(words, "button-unfollow-meetings"),
            &Button::Meeting(MeetingButton::UnfollowMeetings),
        ),
    };
    if meetings.is_empty() {
        return Message::with(
            say!(words, "meetings-none"),
            Keyboard::Inline(vec![vec![follow]]),
        );
    }
    let pages = meetings.len().div_ceil(MEETINGS_A_PAGE);
    let page = page.min(pages - 1);
    let mut shown = meetings
        .iter()
        .skip(page * MEETINGS_A_PAGE)
        .take(MEETINGS_A_PAGE);
    let number = page + 1;
    let mut blocks = vec![if pages > 1 {
        say!(words, "meetings-title-page", page = number, pages = pages)
    } else {
        say!(words, "meetings-title")
    }];
    let mut rows = Vec::new();
    if page == 0
        && let Some(next) = shown.next()
    {
        blocks.push(next_one(words, next));
        rows.push(next_row(words, next, now));
    }
    if shown.len() > 0 {
        blocks.push(say!(words, "meetings-others"));
    }
    rows.extend(shown.map(|other| vec![other_button(words, other)]));
    let to = |page: usize| {
        Button::Meeting(MeetingButton::MeetingPage(
            u16::try_from(page).unwrap_or(u16::MAX),
        ))
    };
    let mut turn: Vec<InlineButton> = Vec::new();
    if page > 0 {
        turn.push(button(label!(words, "button-previous-page"), &to(page - 1)));
    }
    if page + 1 < pages {
        turn.push(button(label!(words, "button-next-page"), &to(page + 1)));
    }
    turn.push(follow);
    rows.push(turn);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// The next meeting on the list: when, what, where, how many seats; in plain words without what it is called.
fn next_one(words: Words<'_>, shown: &Shown) -> Html {
    let meeting = &shown.planned.meeting;
    let venue = venue(words, meeting);
    let place = if venue.is_empty() {
        areas_of(words, meeting)
    } else {
        venue
    };
    let mut lines = Vec::new();
    if shown.is_mine {
        lines.push(say!(words, "meeting-mine-mark"));
    }
    let time = words.appointment(meeting.starts_at);
    lines.push(match words.style() {
        Style::Full => say!(
            words,
            "meeting-next",
            time = time,
            title = title(words, meeting)
        ),
        Style::Plain => say!(words, "meeting-next-plain", time = time),
    });
    lines.push(Html::text(&place));
    if let Some(theme) = &meeting.theme {
        let theme = theme.in_language(words.language());
        lines.push(say!(words, "meeting-theme", theme = theme));
    }
    if let Some(url) = &meeting.online_url {
        lines.push(say!(words, "meeting-online", url = url));
    }
    lines.push(seats(words, shown));
    Html::lines(lines)
}

/// What can be done about the next meeting on the list itself, and the way to its page.
fn next_row(words: Words<'_>, shown: &Shown, now: Timestamp) -> Vec<InlineButton> {
    let code = &shown.planned.meeting.code;
    let of_meeting = |label: String, means: MeetingButton| button(label, &Button::Meeting(means));
    let mut row = Vec::new();
    if shown.standing.is_some() {
        row.push(of_meeting(
            label!(words, "button-show-ticket"),
            MeetingButton::ShowTicket(code.clone()),
        ));
    } else if shown.planned.may_register(now).is_ok() {
        row.push(
            of_meeting(
                register_label(words, shown),
                MeetingButton::Register(code.clone()),
            )
            .styled(ButtonStyle::Primary),
        );
    }
    row.push(of_meeting(
        label!(words, "button-meeting-details"),
        MeetingButton::OpenMeeting(code.clone()),
    ));
    row
}

/// "T5 03/12 08:00 · Phường Hòa Mạc".
fn other_button(words: Words<'_>, shown: &Shown) -> InlineButton {
    let meeting = &shown.planned.meeting;
    button(
        day_and_place(words, meeting),
        &Button::Meeting(MeetingButton::OpenMeeting(meeting.code.clone())),
    )
}

/// "T5 03/12, 08:00 · Phường Hòa Mạc": enough to know it by.
#[must_use]
pub(crate) fn day_and_place(words: Words<'_>, meeting: &Meeting) -> String {
    let local = words.council().timezone.to_datetime(meeting.starts_at);
    label!(
        words,
        "button-other-meeting",
        day = weekday_and_day(words, local.date()),
        time = local.strftime("%H:%M").to_string(),
        place = first_area(words, meeting)
    )
}

/// "T5 03/12": short enough for two beside each other.
#[must_use]
pub(crate) fn weekday_and_day(words: Words<'_>, date: Date) -> String {
    let day = i64::from(date.weekday().to_monday_one_offset());
    let weekday = label!(words, "weekday-short", day = day);
    format!("{weekday} {:02}/{:02}", date.day(), date.month())
}

/// Whether one wants to hear of new meetings: asked once.
#[must_use]
pub(crate) fn ask_to_follow(words: Words<'_>) -> Message {
    let yes = button(
        label!(words, "button-follow-yes"),
        &Button::Meeting(MeetingButton::FollowMeetings),
    );
    let no = button(
        label!(words, "button-follow-no"),
        &Button::Meeting(MeetingButton::UnfollowMeetings),
    );
    Message::with(
        say!(words, "follow-ask"),
        Keyboard::Inline(vec![vec![yes, no]]),
    )
}

/// The same, short enough for a button: "Phường Duy Minh +4".
fn first_area(words: Words<'_>, meeting: &Meeting) -> String {
    let all = areas_of(words, meeting);
    match (all.split_once(", "), meeting.areas.len()) {
        (Some((first, _)), count) if count > 1 => format!("{first} +{}", count - 1),
        _ => all,
    }
}
