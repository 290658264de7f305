//! What somebody who registered for a meeting reads: the ticket, the waiting list, an offered seat, reminders.
//!
//! Every message says by itself when, where and under which code: people look at the last one only.

use jiff::Timestamp;

use crate::messages::{Html, Message, Words, keyboard::button, label, meeting as say_meeting, say};
use crate::{
    chat::{
        button::{Button, MeetingButton, PersonButton, QuestionButton},
        outgoing::{ButtonStyle, File, InlineButton, Keyboard},
    },
    domain::{
        code::QuestionCode,
        ids::MeetingCode,
        meeting::{
            Meeting,
            calendar::{CalendarEntry, Method},
            check_in::HeadCount,
            outcome::Outcome,
            registration::{MeetingState, Planned, Refusal, Registration},
            seats::{MAX_COMPANIONS, NoSeats, Share, Standing},
        },
    },
};

/// Hours before the meeting at which the phone's calendar rings.
const ALARM_HOURS: u16 = 2;

/// Meetings in one list of one's own: more would fill the screen.
const MY_MEETINGS: usize = 10;

/// The ticket, everything on it.
#[must_use]
pub(crate) fn ticket(words: Words<'_>, planned: &Planned, mine: &Registration) -> Message {
    let mut lines = vec![
        say!(words, "ticket-head", ticket = mine.ticket.to_string()),
        facts(words, &planned.meeting),
        say!(words, "ticket-size", size = mine.size),
    ];
    if mine.share == Share::Reserved {
        lines.push(say!(words, "ticket-reserved"));
    }
    if mine.wishes_to_speak {
        lines.push(match &mine.topic {
            Some(topic) => say!(words, "ticket-speaks-about", topic = topic),
            None => say!(words, "ticket-speaks"),
        });
    }
    lines.push(say!(words, "ticket-how"));
    let code = &planned.meeting.code;
    let speak = if mine.wishes_to_speak {
        button(
            label!(words, "button-stay-silent"),
            &Button::Meeting(MeetingButton::StaySilent(code.clone())),
        )
    } else {
        button(
            label!(words, "button-wish-to-speak"),
            &Button::Meeting(MeetingButton::WishToSpeak(code.clone())),
        )
    };
    let rows = vec![
        vec![
            button(
                label!(words, "button-companions"),
                &Button::Meeting(MeetingButton::ChooseCompanions(code.clone())),
            ),
            speak,
        ],
        vec![
            InlineButton::copying(label!(words, "button-copy-ticket"), mine.ticket.to_string()),
            unregister(words, code),
        ],
    ];
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// The calendar file that goes with a ticket.
#[must_use]
pub(crate) fn calendar(
    words: Words<'_>,
    planned: &Planned,
    mine: &Registration,
    at: &Written<'_>,
) -> File {
    File::Calendar {
        name: format!("{}.ics", planned.meeting.code),
        entry: entry(words, planned, mine, at),
    }
}

/// The file that takes the entry away again: whoever gave the seat up has it under the next number, a meeting that was
/// called off has a new number already.
#[must_use]
pub(crate) fn calendar_cancelled(
    words: Words<'_>,
    planned: &Planned,
    mine: &Registration,
    at: &Written<'_>,
) -> File {
    let is_off = planned.state == MeetingState::Cancelled;
    File::Calendar {
        name: format!("{}-huy.ics", planned.meeting.code),
        entry: CalendarEntry {
            sequence: planned.sequence + u32::from(!is_off),
            method: Method::Cancel,
            ..entry(words, planned, mine, at)
        },
    }
}

/// When a calendar file is written, and by which bot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written<'a> {
    /// When.
    pub(crate) now: Timestamp,
    /// The bot's username, for the link to the meeting's page.
    pub(crate) bot: &'a str,
}

fn entry(
    words: Words<'_>,
    planned: &Planned,
    mine: &Registration,
    at: &Written<'_>,
) -> CalendarEntry {
    let meeting = &planned.meeting;
    let council = words.council();
    let language = words.language();
    let link = format!("https://t.me/{}?start=m_{}", at.bot, meeting.code);
    let mut text = vec![say_meeting::title(words, meeting).visible_text()];
    text.extend(meeting.theme.as_ref().map(|theme| {
        let theme = theme.in_language(language);
        say!(words, "meeting-theme", theme = theme).visible_text()
    }));
    text.push(label!(
        words,
        "ticket-calendar-code",
        ticket = mine.ticket.to_string()
    ));
    text.push(link.clone());
    CalendarEntry {
        uid: format!("{}-{}@{}", meeting.code, mine.ticket, council.code),
        sequence: planned.sequence,
        made_at: at.now,
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        timezone: council.timezone.iana_name().unwrap_or("UTC").to_owned(),
        title: label!(
            words,
            "ticket-calendar-title",
            council = council.short_name.in_language(words.language())
        ),
        text: text.join("\n"),
        place: place(words, meeting),
        alarm_hours: ALARM_HOURS,
        method: Method::Publish,
        link: Some(link),
        geo: meeting
            .location
            .map(|at| format!("{:.6};{:.6}", at.lat, at.lon)),
    }
}

/// The ticket is not valid any more.
#[must_use]
pub(crate) fn given_up(words: Words<'_>, meeting: &Meeting) -> Message {
    let html = Html::lines([say!(words, "ticket-given-up"), facts(words, meeting)]);
    let again = vec![vec![button(
        label!(words, "button-open-again"),
        &Button::Meeting(MeetingButton::OpenMeeting(meeting.code.clone())),
    )]];
    Message::with(html, Keyboard::Inline(again))
}

/// The place on the waiting list.
#[must_use]
pub(crate) fn waits(
    words: Words<'_>,
    meeting: &Meeting,
    mine: &Registration,
    position: u32,
) -> Message {
    let html = Html::lines([
        say!(words, "waiting-head", position = position),
        facts(words, meeting),
        say!(words, "ticket-size", size = mine.size),
        say!(words, "waiting-how"),
    ]);
    let rows = vec![
        vec![button(
            label!(words, "button-companions"),
            &Button::Meeting(MeetingButton::ChooseCompanions(meeting.code.clone())),
        )],
        vec![unregister(words, &meeting.code)],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// A seat is kept until `until`.
#[must_use]
pub(crate) fn offer(
    words: Words<'_>,
    meeting: &Meeting,
    mine: &Registration,
    until: Timestamp,
) -> Message {
    let html = Html::lines([
        say!(words, "offer-head", time = words.appointment(until)),
        facts(words, meeting),
        say!(words, "ticket-size", size = mine.size),
    ]);
    let accept = button(
        label!(words, "button-accept-seat"),
        &Button::Meeting(MeetingButton::AcceptSeat(meeting.code.clone())),
    )
    .styled(ButtonStyle::Primary);
    let rows = vec![vec![accept], vec![unregister(words, &meeting.code)]];
    Message::with(html, Keyboard::Inline(rows))
}

/// The offer has expired.
#[must_use]
pub(crate) fn lapsed(words: Words<'_>, meeting: &Meeting) -> Message {
    let html = Html::lines([say!(words, "offer-lapsed"), facts(words, meeting)]);
    let again = button(
        label!(words, "button-wait"),
        &Button::Meeting(MeetingButton::Register(meeting.code.clone())),
    );
    Message::with(html, Keyboard::Inline(vec![vec![again]]))
}

/// The meeting is near.
#[must_use]
pub(crate) fn reminder(words: Words<'_>, meeting: &Meeting, mine: &Registration) -> Message {
    let html = Html::lines([
        say!(words, "reminder-head", ticket = mine.ticket.to_string()),
        facts(words, meeting),
        say!(words, "ticket-size", size = mine.size),
        say!(words, "reminder-how"),
    ]);
    let show = button(
        label!(words, "button-show-ticket"),
        &Button::Meeting(MeetingButton::ShowTicket(meeting.code.clone())),
    );
    let rows = vec![vec![show], vec![unregister(words, &meeting.code)]];
    Message::with(html, Keyboard::Inline(rows))
}

/// The meeting moved: what is new, and that a new ticket follows.
#[must_use]
pub(crate) fn changed(words: Words<'_>, meeting: &Meeting) -> Message {
    Message::plain(Html::lines([
        say!(words, "meeting-changed"),
        facts(words, meeting),
        say!(words, "meeting-changed-how"),
    ]))
}

/// The words under an old ticket once the meeting has moved.
#[must_use]
pub(crate) fn outdated(words: Words<'_>, meeting: &Meeting) -> Message {
    Message::plain(Html::lines([
        say!(words, "ticket-outdated"),
        facts(words, meeting),
    ]))
}

/// The meeting was called off.
#[must_use]
pub(crate) fn called_off(words: Words<'_>, meeting: &Meeting, reason: &str) -> Message {
    Message::plain(Html::lines([
        say!(words, "meeting-called-off", reason = reason),
        facts(words, meeting),
    ]))
}

/// Thanks to somebody who was there, and what came of it.
#[must_use]
pub(crate) fn thanks(
    words: Words<'_>,
    meeting: &Meeting,
    count: HeadCount,
    outcome: Outcome,
    opinions: &[QuestionCode],
) -> Message {
    let ask = button(
        label!(words, "button-ask-for-meeting-after"),
        &Button::Question(QuestionButton::Ask),
    );
    let mut lines = vec![
        say!(words, "outcome-thanks"),
        facts(words, meeting),
        say!(
            words,
            "outcome-figures",
            present = count.in_all(),
            opinions = outcome.opinions,
            answered = outcome.answered,
            passed_on = outcome.passed_on
        ),
    ];
    if !opinions.is_empty() {
        let codes: Vec<String> = opinions.iter().map(ToString::to_string).collect();
        lines.push(say!(words, "opinions-of-yours", codes = codes.join(", ")));
    }
    lines.push(say!(words, "outcome-more"));
    let html = Html::lines(lines);
    Message::with(html, Keyboard::Inline(vec![vec![ask]]))
}

/// The meetings somebody registered for, each with the way to its ticket.
#[must_use]
pub(crate) fn mine(words: Words<'_>, mine: &[(Meeting, Registration)]) -> Message {
    let mut lines = vec![say!(words, "my-meetings")];
    let mut rows = Vec::new();
    for (meeting, registration) in mine.iter().take(MY_MEETINGS) {
        let time = words.appointment(meeting.starts_at);
        let code = meeting.code.as_str();
        lines.push(if registration.standing == Standing::Seated {
            let ticket = registration.ticket.to_string();
            say!(
                words,
                "my-meeting-seated",
                code = code,
                time = time,
                ticket = ticket
            )
        } else {
            say!(words, "my-meeting-waits", code = code, time = time)
        });
        let label = label!(words, "button-show-ticket-of", code = code);
        rows.push(vec![button(
            label,
            &Button::Meeting(MeetingButton::ShowTicket(meeting.code.clone())),
        )]);
    }
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// How many come along?
#[must_use]
pub(crate) fn choose_companions(words: Words<'_>, meeting: &Meeting) -> Message {
    let counts: Vec<InlineButton> = (0..=MAX_COMPANIONS)
        .map(|count| {
            button(
                label!(words, "button-companion-count", count = count),
                &Button::Meeting(MeetingButton::Companions(meeting.code.clone(), count)),
            )
        })
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = counts.chunks(2).map(<[InlineButton]>::to_vec).collect();
    rows.push(vec![button(
        label!(words, "button-cancel"),
        &Button::Person(PersonButton::Cancel),
    )]);
    let html = say!(words, "companions-ask", code = meeting.code.as_str());
    Message::with(html, Keyboard::Inline(rows))
}

/// So many come: in place of the question.
#[must_use]
pub(crate) fn companions_settled(words: Words<'_>, meeting: &Meeting, size: u32) -> Message {
    let code = meeting.code.as_str();
    Message::plain(say!(words, "companions-settled", code = code, size = size))
}

/// What do you want to speak about?
#[must_use]
pub(crate) fn ask_topic(words: Words<'_>, code: &MeetingCode) -> Message {
    let skip = button(
        label!(words, "button-skip"),
        &Button::Meeting(MeetingButton::SkipTopic(code.clone())),
    );
    Message::with(
        say!(words, "topic-ask", code = code.as_str()),
        Keyboard::Inline(vec![vec![skip]]),
    )
}

/// Why not (plain text, for a toast or a message).
#[must_use]
pub(crate) fn refusal(words: Words<'_>, refusal: Refusal) -> String {
    match refusal {
        Refusal::Unknown => label!(words, "meeting-unknown"),
        Refusal::Cancelled => label!(words, "refuse-meeting-cancelled"),
        Refusal::Over => label!(words, "refuse-meeting-over"),
        Refusal::Closed(at) => {
            label!(words, "refuse-registration-closed", time = words.moment(at))
        }
        Refusal::NotRegistered => label!(words, "refuse-not-registered"),
        Refusal::Arrived => label!(words, "refuse-arrived"),
        Refusal::TooMany => label!(words, "refuse-too-many", most = MAX_COMPANIONS),
        Refusal::Seats(NoSeats::Left { free }) => label!(words, "refuse-seats-left", free = free),
        Refusal::Seats(NoSeats::OnlyByClerk) => label!(words, "refuse-only-by-clerk"),
        Refusal::Seats(NoSeats::BelowTaken { taken }) => {
            label!(words, "refuse-below-taken", taken = taken)
        }
        Refusal::Seats(NoSeats::ReserveTooLarge { most }) => {
            label!(words, "refuse-reserve-too-large", most = most)
        }
    }
}

/// What, when, where: in every message about a registration.
fn facts(words: Words<'_>, meeting: &Meeting) -> Html {
    let mut lines = vec![say!(
        words,
        "ticket-facts",
        title = say_meeting::title(words, meeting),
        code = meeting.code.as_str(),
        time = words.appointment(meeting.starts_at),
        place = place(words, meeting),
    )];
    if let Some(url) = meeting
        .online_url
        .as_ref()
        .filter(|_| meeting.venue.is_some())
    {
        lines.push(say!(words, "meeting-online", url = url));
    }
    Html::lines(lines)
}

fn place(words: Words<'_>, meeting: &Meeting) -> String {
    let venue = say_meeting::venue(words, meeting);
    if venue.is_empty() {
        meeting.online_url.clone().unwrap_or_default()
    } else {
        venue
    }
}

fn unregister(words: Words<'_>, meeting: &MeetingCode) -> InlineButton {
    button(
        label!(words, "button-unregister"),
        &Button::Meeting(MeetingButton::Unregister(meeting.clone())),
    )
    .styled(ButtonStyle::Danger)
}
