//! `/taolich`: clerks make meetings, publish them, copy them to other areas. Changing and calling off is in
//! `meeting::change`.

use jiff::{SignedDuration, ToSpan};

use crate::{
    domain::{
        body::BodyKind,
        event::Event,
        ids::{AreaCode, BodyCode, MeetingCode},
        meeting::{
            Meeting,
            announcement::Kind,
            registration::{MeetingState, Planned},
        },
        permission::Clerk,
        planning::form::{self, Problem, one_area},
        prompt::{MeetingPrompt, Prompt},
        text,
    },
    handlers::{
        HandlerError,
        meeting::{
            access::{self, of_clerk},
            change,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::{self, Reply},
        },
    },
    messages::{Html, Message, attend, label, plan as say_plan, say},
    store::{announcements, meetings, opinions},
};

/// `/taolich`, or `/taolich CODE`, in private or in the office's group.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if access::clerk(cx, actor)?.is_none() {
        return Ok(());
    }
    if !typed.is_empty() {
        return show(cx, actor, &MeetingCode::new(typed));
    }
    let planned = meetings::to_plan(cx.tx, cx.now)?;
    let last = earlier(cx)?.into_iter().next();
    let message = say_plan::overview(actor.words(cx), &planned, last.as_ref());
    Ok(cx.reply(actor.chat, message)?)
}

/// One meeting as clerks see it.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, actor, code)? else {
        return Ok(());
    };
    let message = change::page(cx, actor, &planned)?;
    actor.show(cx, message)
}

/// "Tạo hội nghị": like which, or where? The form may be sent at once, too.
pub(crate) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if access::clerk(cx, actor)?.is_none() {
        return Ok(());
    }
    let mut earlier = earlier(cx)?;
    earlier.truncate(say_plan::EARLIER_OFFERED);
    let words = actor.words(cx);
    let (html, rows) = say_plan::begin(words, &earlier);
    let prompt = Prompt::Meeting(MeetingPrompt::Plan);
    prompts::ask_or_press(cx, actor, prompt, None, html, rows)
}

/// "Điền mẫu": the form, empty.
pub(crate) fn show_form(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if access::clerk(cx, actor)?.is_none() {
        return Ok(());
    }
    let form = say_plan::form(actor.words(cx));
    ask(cx, actor, MeetingPrompt::Plan, form)
}

/// So far back and ahead meetings are looked for that a new one may be like.
const EARLIER: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Meetings that a new one may be like, those that begin last first.
pub(crate) fn earlier(cx: &Cx<'_, '_>) -> Result<Vec<Meeting>, HandlerError> {
    let mut found = meetings::around(cx.tx, cx.now, EARLIER)?;
    found.sort_by_key(|planned| std::cmp::Reverse(planned.meeting.starts_at));
    Ok(found.into_iter().map(|planned| planned.meeting).collect())
}

/// A draft like an earlier meeting, on the same day of a coming week.
pub(crate) fn begin_like(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, clerk)) = of_clerk(cx, actor, code)? else {
        return Ok(());
    };
    let base = planned.meeting;
    let mut starts_at = base.starts_at;
    while starts_at < cx.now + LEAD {
        starts_at += SignedDuration::from_hours(7 * 24);
    }
    let meeting = Meeting {
        code: free_code(cx, &base.code)?,
        session: cx
            .council
            .next_session(starts_at)
            .map(|session| session.code.clone()),
        ..base.starting(starts_at)
    };
    show_draft(cx, actor, clerk, meeting)
}

/// A new meeting is at least so far ahead, unless a clerk says otherwise: people have to hear of it.
const LEAD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A draft in an area, with its delegation, in two weeks at eight.
pub(crate) fn begin_in(cx: &mut Cx<'_, '_>, actor: &Actor, area: &AreaCode) -> Outcome {
    let Some(clerk) = access::clerk(cx, actor)? else {
        return Ok(());
    };
    let Some(area) = cx.council.area(area) else {
        cx.old_button(actor.words(cx));
        return Ok(());
    };
    let day = cx.council.local_date(cx.now).saturating_add(14.days());
    let at_eight = day.at(8, 0, 0, 0);
    let Ok(starts_at) = cx.council.timezone.to_timestamp(at_eight) else {
        return Ok(());
    };
    let initials = text::fold(&text::initials(&area.name.vi)).to_uppercase();
    let letters: String = initials
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let meeting = form::in_area(cx.council, &area.code, starts_at);
    let meeting = Meeting {
        code: next_code(cx, &letters)?,
        ..meeting
    };
    show_draft(cx, actor, clerk, meeting)
}

/// `DV01`, `DV02`, …: the first that is free.
fn next_code(cx: &Cx<'_, '_>, letters: &str) -> Result<MeetingCode, HandlerError> {
    let letters = if letters.is_empty() { "HN" } else { letters };
    let mut number = 1_u32;
    loop {
        let code = MeetingCode::new(format!("{letters}{number:02}"));
        if meetings::find(cx.tx, &code)?.is_none() {
            return Ok(code);
        }
        number += 1;
    }
}

fn show_draft(cx: &mut Cx<'_, '_>, actor: &Actor, clerk: Clerk, meeting: Meeting) -> Outcome {
    prompts::forget_meeting(cx, actor)?;
    let planned = make(cx, clerk, meeting)?;
    let today = cx.council.local_date(cx.now);
    let days = say_plan::days(actor.words(cx), &planned.meeting, today);
    actor.show(cx, days)
}

/// Asks a clerk for words about a meeting, where they are.
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: MeetingPrompt,
    words: Html,
) -> Outcome {
    prompts::ask(cx, actor, Prompt::Meeting(prompt), None, words)
}

/// The form came back, filled in. What is wrong with it is named, and it is asked for again.
pub(crate) fn filled(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let actor = reply.actor;
    let Some(clerk) = access::clerk(cx, actor)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let again = MeetingPrompt::Plan;
    let meeting = match form::read(cx.council, None, reply.text, cx.now) {
        Ok(meeting) => meeting,
        Err(problems) => return ask(cx, actor, again, say_plan::problems(words, &problems)),
    };
    if meetings::find(cx.tx, &meeting.code)?.is_some() {
        let html = say!(words, "plan-code-taken", code = meeting.code.as_str());
        return ask(cx, actor, again, html);
    }
    if let Some(other) = overlapping(cx, &meeting)? {
        return ask(cx, actor, again, say_plan::overlaps(words, &other));
    }
    let planned = make(cx, clerk, meeting)?;
    let message = change::page(cx, actor, &planned)?;
    Ok(cx.reply(actor.chat, message)?)
}

/// "Công bố": residents see it, those who want to hear of it are told.
pub(crate) fn publish(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, clerk)) = of_clerk(cx, actor, code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    if planned.state != MeetingState::Draft {
        cx.alert(label!(words, "plan-published-already"));
        return Ok(());
    }
    if planned.meeting.starts_at <= cx.now {
        let problems = say_plan::problems(words, &[Problem::InPast]);
        return Ok(cx.reply(actor.chat, Message::plain(problems))?);
    }
    if planned.meeting.venue.is_none() && planned.meeting.online_url.is_none() {
        let problems = say_plan::problems(words, &[Problem::NoPlace]);
        return Ok(cx.reply(actor.chat, Message::plain(problems))?);
    }
    if let Some(other) = overlapping(cx, &planned.meeting)? {
        let overlaps = say_plan::overlaps(words, &other);
        return Ok(cx.reply(actor.chat, Message::plain(overlaps))?);
    }
    let planned = Planned {
        state: MeetingState::Published,
        ..planned
    };
    meetings::save(cx.tx, cx.council, &planned, cx.now)?;
    announcements::begin(cx.tx, &planned.meeting.code, Kind::Published, cx.now)?;
    let published = Event::MeetingPublished {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&published, Some(clerk.user()), None)?;
    cx.toast(label!(words, "toast-done"));
    let message = change::page(cx, actor, &planned)?;
    actor.show(cx, message)
}

/// "Nhân bản": for which areas?
pub(crate) fn ask_areas(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, actor, code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let html = say!(words, "plan-copy-ask", code = planned.meeting.code.as_str());
    ask(cx, actor, MeetingPrompt::Copy(planned.meeting.code), html)
}

/// The areas were typed: one draft for each, with the delegation of the area and no room yet.
pub(crate) fn copy(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, code: MeetingCode) -> Outcome {
    let actor = reply.actor;
    let Some((planned, clerk)) = of_clerk(cx, actor, &code)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let mut areas = Vec::new();
    let mut problems = Vec::new();
    for name in reply
        .text
        .split([',', ';', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        match one_area(cx.council, name) {
            Some(area) => areas.push(area.code.clone()),
            None => problems.push(Problem::UnknownName(form::Field::Areas, name.to_owned())),
        }
    }
    if areas.is_empty() && problems.is_empty() {
        problems.push(Problem::Missing(form::Field::Areas));
    }
    if !problems.is_empty() {
        let problems = say_plan::problems(words, &problems);
        return ask(cx, actor, MeetingPrompt::Copy(code), problems);
    }
    areas.dedup();
    let mut made = Vec::new();
    for area in areas {
        let code = free_code(cx, &planned.meeting.code)?;
        let delegation = cx
            .council
            .delegation_of(&area)
            .map(|body| body.code.clone());
        let meeting = Meeting {
            code,
            areas: vec![area],
            bodies: delegation.into_iter().collect(),
            location: None,
            ..planned.meeting.clone()
        };
        made.push(make(cx, clerk, meeting)?);
    }
    Ok(cx.reply(actor.chat, say_plan::overview(words, &made, None))?)
}

/// `DV01` → `DV01-2`, `DV01-3`, …
fn free_code(cx: &Cx<'_, '_>, of: &MeetingCode) -> Result<MeetingCode, HandlerError> {
    let stem: String = of.as_str().chars().take(form::MAX_CODE - 5).collect();
    let mut number = 2_u32;
    loop {
        let code = MeetingCode::new(format!("{stem}-{number}"));
        if meetings::find(cx.tx, &code)?.is_none() {
            return Ok(code);
        }
        number += 1;
    }
}

fn make(cx: &mut Cx<'_, '_>, clerk: Clerk, meeting: Meeting) -> Result<Planned, HandlerError> {
    let planned = Planned {
        meeting,
        state: MeetingState::Draft,
        sequence: 0,
        reason: None,
    };
    meetings::save(cx.tx, cx.council, &planned, cx.now)?;
    let made = Event::MeetingPlanned {
        meeting: planned.meeting.code.clone(),
    };
    cx.record(&made, Some(clerk.user()), None)?;
    Ok(planned)
}

/// Another meeting of one of these bodies at the same time.
pub(crate) fn overlapping(
    cx: &Cx<'_, '_>,
    meeting: &Meeting,
) -> Result<Option<Meeting>, HandlerError> {
    let others = meetings::to_plan(cx.tx, cx.now)?;
    Ok(others
        .into_iter()
        .filter(|other| other.state != MeetingState::Cancelled)
        .map(|other| other.meeting)
        .find(|other| other.overlaps(meeting)))
}

/// Who must be in the room: the bodies that were asked something for the meeting, and whoever always belongs to one; with the
/// letters of invitation one tap away.
pub(crate) fn who_attends(cx: &mut Cx<'_, '_>, actor: &Actor, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, actor, code)? else {
        return Ok(());
    };
    let asked = opinions::asked_of(cx.tx, code)?;
    let bodies = cx.council.bodies.iter().filter(|body| {
        matches!(
            body.kind,
            BodyKind::PeoplesCommittee | BodyKind::FatherlandFront
        )
    });
    let always: Vec<BodyCode> = bodies
        .map(|body| body.code.clone())
        .filter(|body| asked.iter().all(|(known, _)| known != body))
        .collect();
    let message = attend::list(actor.words(cx), &planned.meeting, &asked, &always);
    Ok(cx.reply(actor.chat, message)?)
}
