//! What clerks read who plan meetings: the overview, one meeting as a form, what is wrong with a form.

use jiff::Timestamp;

pub(crate) use super::steps::{EARLIER_OFFERED, PLACES_OFFERED, begin, days, hours, places};
use super::{day_and_place, reserve, steps};
use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, OrganiseButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        ids::{CategoryCode, Language},
        meeting::{
            Meeting,
            check_in::HeadCount,
            outcome::Outcome,
            registration::{MeetingState, Planned},
        },
        planning::form::{Field, Problem},
        redaction::redact,
    },
};

/// Meetings in the overview: more would not fit on a phone.
const LISTED: usize = 30;

/// Topics in a digest: ten of 300 characters still fit into one message.
const DIGEST_TOPICS: usize = 10;

/// What is known about a meeting beside its plan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    /// Who came so far.
    pub(crate) count: HeadCount,
    /// Parties on the waiting list.
    pub(crate) waiting: usize,
    /// People whom a draft is told to when it is published.
    pub(crate) to_tell: u32,
    /// Reserved seats that were not given out yet.
    pub(crate) free_reserved: u32,
    /// What came of it, once a clerk wrote it down.
    pub(crate) outcome: Option<Outcome>,
    /// Opinions that were recorded as questions.
    pub(crate) recorded: usize,
    /// The time at which it is looked at.
    pub(crate) now: Timestamp,
}

/// What awaits the bodies at a meeting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ahead<'a> {
    /// People registered.
    pub(crate) taken: u32,
    /// Those who wish to speak, with their topics.
    pub(crate) wishes: &'a [Option<String>],
    /// Questions asked for this meeting, by category.
    pub(crate) asked: &'a [(CategoryCode, u32)],
    /// Questions that wait for the body's answer, by category.
    pub(crate) open: &'a [(CategoryCode, u32)],
}

/// Drafts and meetings to come.
#[must_use]
pub(crate) fn overview(words: Words<'_>, meetings: &[Planned], last: Option<&Meeting>) -> Message {
    let mut rows = vec![vec![button(
        label!(words, "button-new-meeting"),
        &Button::Organise(OrganiseButton::NewMeeting),
    )]];
    rows.extend(last.map(|last| vec![steps::like(words, last)]));
    rows.extend(meetings.iter().take(LISTED).map(|planned| {
        let meeting = &planned.meeting;
        let mark = match planned.state {
            MeetingState::Draft => "📝",
            MeetingState::Published => "📣",
            MeetingState::Cancelled => "❌",
        };
        let open = label!(
            words,
            "button-open-meeting",
            code = meeting.code.as_str(),
            meeting = day_and_place(words, meeting)
        );
        vec![button(
            format!("{mark} {open}"),
            &Button::Organise(OrganiseButton::PlanMeeting(meeting.code.clone())),
        )]
    }));
    Message::with(
        say!(words, "plan-overview", count = meetings.len()),
        Keyboard::Inline(rows),
    )
}

/// One meeting: the form as it is filled in now, figures, and what can be done.
#[must_use]
pub(crate) fn one(words: Words<'_>, planned: &Planned, seen: &Seen) -> Message {
    let (count, waiting) = (seen.count, seen.waiting);
    let is_over = planned.meeting.ends_at <= seen.now;
    let code = &planned.meeting.code;
    let state = match planned.state {
        MeetingState::Draft => say!(words, "plan-state-draft"),
        MeetingState::Published => say!(words, "plan-state-published"),
        MeetingState::Cancelled => say!(words, "plan-state-cancelled"),
    };
    let figures = match planned.state {
        MeetingState::Draft if seen.to_tell == 0 => say!(words, "plan-to-tell-nobody"),
        MeetingState::Draft => say!(words, "plan-to-tell", count = seen.to_tell),
        MeetingState::Published | MeetingState::Cancelled => say!(
            words,
            "plan-figures",
            registered = count.registered,
            expected = count.expected,
            waiting = waiting,
            arrived = count.arrived,
            present = count.present,
            walk_ins = count.walk_ins,
            in_all = count.in_all(),
        ),
    };
    let mut blocks = vec![state, filled_in(words, &planned.meeting), figures];
    let reserved = planned.meeting.reserved;
    if reserved > 0 {
        let given = reserved.saturating_sub(seen.free_reserved);
        blocks.push(say!(words, "plan-reserved", given = given, of = reserved));
    }
    if let Some(outcome) = seen.outcome {
        blocks.push(say!(
            words,
            "outcome-figures",
            present = count.in_all(),
            opinions = outcome.opinions,
            answered = outcome.answered,
            passed_on = outcome.passed_on
        ));
    }
    if seen.recorded > 0 {
        blocks.push(say!(words, "outcome-recorded", count = seen.recorded));
    }
    let html = Html::paragraphs(blocks);
    let mut rows: Vec<Vec<InlineButton>> = Vec::new();
    if planned.state == MeetingState::Draft && !is_over {
        rows.extend(steps::of_draft(words, &planned.meeting));
    }
    if planned.state == MeetingState::Draft {
        let publish = label!(words, "button-publish-meeting");
        let publish = button(
            publish,
            &Button::Organise(OrganiseButton::PublishMeeting(code.clone())),
        );
        rows.push(vec![publish.styled(ButtonStyle::Success)]);
    }
    if planned.state != MeetingState::Cancelled && !is_over {
        rows.push(vec![
            button(
                label!(words, "button-change-meeting"),
                &Button::Organise(OrganiseButton::ChangeMeeting(code.clone())),
            ),
            button(
                label!(words, "button-call-off-meeting"),
                &Button::Organise(OrganiseButton::CallOffMeeting(code.clone())),
            )
            .styled(ButtonStyle::Danger),
        ]);
        if reserved > 0 {
            let free = seen.free_reserved;
            rows.push(vec![reserve::way_in(words, &planned.meeting, free)]);
        }
    }
    if planned.state == MeetingState::Published && !is_over {
        rows.push(vec![button(
            label!(words, "button-attend"),
            &Button::Organise(OrganiseButton::Attend(code.clone())),
        )]);
    }
    rows.push(vec![button(
        label!(words, "button-copy-meeting"),
        &Button::Organise(OrganiseButton::CopyMeeting(code.clone())),
    )]);
    if planned.state == MeetingState::Published {
        let list = label!(words, "button-guest-list");
        rows.push(vec![button(
            list,
            &Button::Organise(OrganiseButton::GuestPage(code.clone(), 0)),
        )]);
        if planned.meeting.starts_at <= seen.now {
            let close = label!(words, "button-close-meeting");
            rows.push(vec![button(
                close,
                &Button::Organise(OrganiseButton::CloseMeeting(code.clone())),
            )]);
        }
    }
    Message::with(html, Keyboard::Inline(rows))
}

/// For the office: how full a meeting has become.
#[must_use]
pub(crate) fn fill(words: Words<'_>, meeting: &Meeting, per_cent: u32, taken: u32) -> Message {
    Message::plain(say!(
        words,
        "fill-notice",
        code = meeting.code.as_str(),
        time = words.appointment(meeting.starts_at),
        per_cent = per_cent,
        taken = taken
    ))
}

/// For the bodies that hold a meeting, a day before: what awaits them. No names.
#[must_use]
pub(crate) fn digest(words: Words<'_>, meeting: &Meeting, ahead: &Ahead<'_>) -> Message {
    let (taken, wishes, open) = (ahead.taken, ahead.wishes, ahead.open);
    let mut lines = vec![say!(
        words,
        "meeting-digest",
        code = meeting.code.as_str(),
        time = words.appointment(meeting.starts_at),
        taken = taken,
        wishes = wishes.len()
    )];
    let topics = wishes.iter().flatten().take(DIGEST_TOPICS);
    lines.extend(topics.map(|topic| say!(words, "meeting-digest-topic", topic = redact(topic))));
    let sum = |counted: &[(CategoryCode, u32)]| counted.iter().map(|(_, count)| count).sum();
    let by_category = |(category, count): &(CategoryCode, u32)| {
        let category = words.category(category);
        say!(
            words,
            "meeting-digest-category",
            category = category,
            count = *count
        )
    };
    let asked: u32 = sum(ahead.asked);
    lines.push(say!(words, "meeting-digest-asked", count = asked));
    lines.extend(ahead.asked.iter().map(by_category));
    let questions: u32 = sum(open);
    lines.push(say!(words, "meeting-digest-open", count = questions));
    lines.extend(open.iter().map(by_category));
    if questions > 0 {
        lines.push(say!(words, "meeting-digest-how"));
    }
    Message::plain(Html::lines(lines))
}

/// For the office, when the reminders leave: too few people have registered.
#[must_use]
pub(crate) fn too_few(words: Words<'_>, meeting: &Meeting, taken: u32) -> Message {
    Message::plain(say!(
        words,
        "too-few-notice",
        code = meeting.code.as_str(),
        time = words.appointment(meeting.starts_at),
        taken = taken
    ))
}

/// The form, empty, with an example.
#[must_use]
pub(crate) fn form(words: Words<'_>) -> Html {
    let lines: Vec<String> = Field::ALL
        .into_iter()
        .map(|field| format!("{}: {}", name(words, field), example(words, field)))
        .collect();
    let empty = Html::text(&lines.join("\n"));
    say!(words, "plan-form", form = empty)
}

/// Everything that is wrong with a form.
#[must_use]
pub(crate) fn problems(words: Words<'_>, problems: &[Problem]) -> Html {
    let mut lines = vec![say!(words, "plan-problems")];
    lines.extend(problems.iter().map(|problem| match problem {
        Problem::UnknownLine(line) => say!(words, "plan-unknown-line", line = line),
        Problem::Missing(field) => say!(words, "plan-missing", field = name(words, *field)),
        Problem::Unreadable(field) => say!(
            words,
            "plan-unreadable",
            field = name(words, *field),
            example = example(words, *field)
        ),
        Problem::UnknownName(field, value) => say!(
            words,
            "plan-unknown-name",
            field = name(words, *field),
            value = value
        ),
        Problem::InPast => say!(words, "plan-in-past"),
        Problem::BadLength => say!(words, "plan-bad-length"),
        Problem::ClosesTooLate => say!(words, "plan-closes-too-late"),
        Problem::ReservedAboveCapacity => say!(words, "plan-reserved-above-capacity"),
        Problem::NoPlace => say!(words, "plan-no-place"),
    }));
    lines.push(say!(words, "plan-try-again"));
    Html::lines(lines)
}

/// One of the bodies has another meeting at that time.
#[must_use]
pub(crate) fn overlaps(words: Words<'_>, other: &Meeting) -> Html {
    let bodies: Vec<String> = other.bodies.iter().map(|body| words.body(body)).collect();
    say!(
        words,
        "plan-overlaps",
        code = other.code.as_str(),
        time = words.appointment(other.starts_at),
        bodies = bodies.join(", ")
    )
}

fn filled_in(words: Words<'_>, meeting: &Meeting) -> Html {
    let lines: Vec<String> = Field::ALL
        .into_iter()
        .filter_map(|field| {
            let value = value(words, meeting, field);
            (!value.is_empty()).then(|| format!("{}: {value}", name(words, field)))
        })
        .collect();
    Html::text(&lines.join("\n"))
}

fn name(words: Words<'_>, field: Field) -> &'static str {
    let (vietnamese, english) = field.names();
    match words.language() {
        Language::Vi => vietnamese,
        Language::En => english,
    }
}

fn value(words: Words<'_>, meeting: &Meeting, field: Field) -> String {
    let text = |text: &Option<crate::domain::ids::LocalText>| {
        text.as_ref().map_or_else(String::new, |text| {
            text.in_language(words.language()).to_owned()
        })
    };
    match field {
        Field::Code => meeting.code.to_string(),
        Field::Kind => label!(words, "plan-kind", kind = meeting.kind.to_string()),
        Field::Phase => label!(words, "plan-phase", phase = meeting.phase.to_string()),
        Field::Session => meeting.session.as_ref().map_or_else(String::new, |code| {
            let session = words.council().session(code);
            session.map_or_else(
                || code.to_string(),
                |session| session.name.in_language(words.language()).to_owned(),
            )
        }),
        Field::Theme => text(&meeting.theme),
        Field::Subject => meeting
            .subject
            .as_ref()
            .map_or_else(String::new, |field| words.category(field)),
        Field::Areas => {
            let names: Vec<String> = meeting.areas.iter().map(|area| words.area(area)).collect();
            names.join("; ")
        }
        Field::Bodies => {
            let names: Vec<String> = meeting.bodies.iter().map(|body| words.body(body)).collect();
            names.join("; ")
        }
        Field::Start => words.moment(meeting.starts_at),
        Field::End => words.moment(meeting.ends_at),
        Field::Venue => text(&meeting.venue),
        Field::Address => text(&meeting.address),
        Field::Online => meeting.online_url.clone().unwrap_or_default(),
        Field::Capacity => meeting
            .capacity
            .map_or_else(String::new, |seats| seats.to_string()),
        Field::Reserved => meeting.reserved.to_string(),
        Field::Closes => words.moment(meeting.registration_closes_at),
    }
}

fn example(words: Words<'_>, field: Field) -> String {
    match field {
        Field::Code => format!("{}03", words.council().code_prefix),
        Field::Kind => label!(words, "plan-kind", kind = "residence"),
        Field::Phase => label!(words, "plan-phase", phase = "before"),
        Field::Start => "08:00 05/12/2026".to_owned(),
        Field::End => "11:00 05/12/2026".to_owned(),
        Field::Closes => "17:00 04/12/2026".to_owned(),
        Field::Capacity => "50".to_owned(),
        Field::Reserved => "5".to_owned(),
        Field::Areas => {
            let council = words.council();
            let first = council.top_areas().next();
            first.map_or_else(String::new, |area| {
                area.name.in_language(words.language()).to_owned()
            })
        }
        Field::Session
        | Field::Theme
        | Field::Subject
        | Field::Bodies
        | Field::Venue
        | Field::Address
        | Field::Online => String::new(),
    }
}
