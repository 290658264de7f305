//! `/taolich`: clerks make meetings, publish them, copy them to other areas. Changing and calling off is in
//! `change_meeting`.

use super::{
    HandlerError, change_meeting,
    check_in::clerk,
    context::{Cx, Outcome},
    notices, rights,
};
use crate::{
    chat::incoming::Incoming,
    domain::{
        conversation::Conversation,
        event::Event,
        ids::{MeetingCode, MessageId},
        meeting::{
            Meeting,
            announcement::Kind,
            check_in::Clerk,
            form::{self, Problem, one_area},
            registration::{MeetingState, Planned},
        },
        resident::Resident,
    },
    messages::{Message, keyboard, label, plan as say_plan, say},
    store::{announcements, conversations, meetings},
};

/// `/taolich`, or `/taolich CODE`.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    if clerk_or_refusal(cx, resident)?.is_none() {
        return Ok(());
    }
    if !typed.is_empty() {
        return show(cx, resident, &MeetingCode::new(typed));
    }
    let planned = meetings::to_plan(cx.tx, cx.now)?;
    let message = say_plan::overview(cx.words(resident.language), &planned);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// `/taolich` in the office's group: the person is on duty now; planning itself happens in private.
pub(super) fn in_group(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    let words = cx.group_words();
    let office = notices::office(cx);
    let member = rights::of(cx, incoming.person.id, incoming.chat.id)?.here();
    let html = match member.filter(|member| *member.body() == office) {
        Some(_) => {
            rights::member(cx, incoming)?;
            let bot = cx.facts.bot().username.clone();
            say!(words, "plan-in-private", bot = bot)
        }
        None => say!(words, "plan-only-office"),
    };
    Ok(cx.reply(incoming.chat.id, Message::plain(html))?)
}

/// One meeting as clerks see it.
pub(super) fn show(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, resident, code)? else {
        return Ok(());
    };
    let message = change_meeting::page(cx, resident, &planned)?;
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// "Tạo hội nghị": the form, empty.
pub(super) fn begin(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    if clerk_or_refusal(cx, resident)?.is_none() {
        return Ok(());
    }
    conversations::set(cx.tx, resident.id, &Conversation::PlanningMeeting, cx.now)?;
    let message = say_plan::form(cx.words(resident.language));
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// The form came back, filled in.
pub(super) fn filled(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let Some(clerk) = clerk_or_refusal(cx, resident)? else {
        conversations::clear(cx.tx, resident.id)?;
        return Ok(());
    };
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let read = form::lines(typed).and_then(|lines| form::fill(cx.council, None, &lines, cx.now));
    let meeting = match read {
        Ok(meeting) => meeting,
        Err(problems) => return Ok(cx.reply(chat, say_plan::problems(words, &problems))?),
    };
    if meetings::find(cx.tx, &meeting.code)?.is_some() {
        let html = say!(words, "plan-code-taken", code = meeting.code.as_str());
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    if let Some(other) = overlapping(cx, &meeting)? {
        return Ok(cx.reply(chat, say_plan::overlaps(words, &other))?);
    }
    conversations::clear(cx.tx, resident.id)?;
    let planned = make(cx, clerk, meeting)?;
    let message = change_meeting::page(cx, resident, &planned)?;
    Ok(cx.reply(chat, message)?)
}

/// "Công bố": residents see it, those who want to hear of it are told.
pub(super) fn publish(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    shown: MessageId,
) -> Outcome {
    let Some((planned, clerk)) = of_clerk(cx, resident, code)? else {
        return Ok(());
    };
    let words = cx.words(resident.language);
    if planned.state != MeetingState::Draft {
        cx.alert(label!(words, "plan-published-already"));
        return Ok(());
    }
    if planned.meeting.starts_at <= cx.now {
        let problems = say_plan::problems(words, &[Problem::InPast]);
        return Ok(cx.reply(resident.id.private_chat(), problems)?);
    }
    if let Some(other) = overlapping(cx, &planned.meeting)? {
        let message = say_plan::overlaps(words, &other);
        return Ok(cx.reply(resident.id.private_chat(), message)?);
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
    let message = change_meeting::page(cx, resident, &planned)?;
    Ok(cx.replace(resident.id.private_chat(), shown, message)?)
}

/// "Nhân bản": for which areas?
pub(super) fn ask_areas(cx: &mut Cx<'_, '_>, resident: &Resident, code: &MeetingCode) -> Outcome {
    let Some((planned, _)) = of_clerk(cx, resident, code)? else {
        return Ok(());
    };
    let waits = Conversation::CopyingMeeting(planned.meeting.code.clone());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let words = cx.words(resident.language);
    let html = say!(words, "plan-copy-ask", code = planned.meeting.code.as_str());
    Ok(cx.reply(
        resident.id.private_chat(),
        keyboard::with_cancel(words, html),
    )?)
}

/// The areas were typed: one draft for each, with the delegation of the area and no room yet.
pub(super) fn copy(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
    typed: &str,
) -> Outcome {
    let Some((planned, clerk)) = of_clerk(cx, resident, code)? else {
        conversations::clear(cx.tx, resident.id)?;
        return Ok(());
    };
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let mut areas = Vec::new();
    let mut problems = Vec::new();
    for name in typed
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
        return Ok(cx.reply(chat, say_plan::problems(words, &problems))?);
    }
    conversations::clear(cx.tx, resident.id)?;
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
    Ok(cx.reply(chat, say_plan::overview(words, &made))?)
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
pub(super) fn overlapping(
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

/// The meeting of a button, if its reader is a clerk.
pub(super) fn of_clerk(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &MeetingCode,
) -> Result<Option<(Planned, Clerk)>, HandlerError> {
    let Some(clerk) = clerk_or_refusal(cx, resident)? else {
        return Ok(None);
    };
    let found = meetings::find(cx.tx, code)?;
    if found.is_none() {
        let words = cx.words(resident.language);
        let html = say!(words, "check-in-unknown");
        cx.reply(resident.id.private_chat(), Message::plain(html))?;
    }
    Ok(found.map(|planned| (planned, clerk)))
}

fn clerk_or_refusal(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
) -> Result<Option<Clerk>, HandlerError> {
    let found = clerk(cx, resident.id)?;
    if found.is_none() {
        let words = cx.words(resident.language);
        cx.alert(label!(words, "plan-not-clerk"));
        let html = say!(words, "plan-not-clerk");
        cx.reply(resident.id.private_chat(), Message::plain(html))?;
    }
    Ok(found)
}
