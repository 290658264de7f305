//! What is due by now: the same shape as a handler, driven by the schedule. Doing it twice changes nothing:
//! what was done is gone from the tables in the same transaction.

pub(crate) mod drafts;

use crate::{
    chat::outgoing::Lane,
    domain::{
        ids::MeetingCode,
        meeting::{
            fill::{self, TOO_FEW},
            seats::{Room, Standing},
        },
        resident::Topic,
    },
    handlers::{
        Facts, HandlerError, answer, card, clock, consult,
        meeting::{
            self,
            seats::{end_expired_offers, words_of},
        },
        office, people,
        shared::{
            cx::{Cx, Outcome, Placing},
            error::attempt,
            notices,
        },
        triage,
    },
    messages::{plan as say_plan, ticket as say},
    store::{
        WriteTx, chats, entries, meetings, opinions, questions, registrations, reminders,
        residents, searches,
    },
};

use jiff::Timestamp;

/// Something that time does.
type Timer = fn(&mut Cx<'_, '_>) -> Outcome;

/// All of it, in its order, by name for the log.
const TIMERS: [(&str, Timer); 21] = [
    ("offers of seats", end_expired_offers),
    ("reminders of meetings", remind_of_meetings),
    ("dialogues and searches", forget_old),
    ("news of meetings", meeting::announce::go_on),
    ("announcements", office::broadcast::send::run),
    ("the office", office::timers::run),
    ("consultations", consult::timers::run),
    ("a restore", office::upkeep::restored),
    ("erasures", forget_people),
    ("requests about data", people::request_desk::remind),
    ("retention", people::retention::run),
    ("drafts", drafts::run),
    ("the queue", triage::counter::run),
    ("cases", card::timers::run),
    ("promises", answer::promise::run),
    ("what is done", answer::confirm::run),
    ("imports", clock::imported::run),
    ("packages", clock::exchanged::run),
    ("cards that wait", clock::waiting_cards::run),
    ("the board", clock::supervision::run),
    ("the morning", clock::morning::run),
];

/// Does all that is due. What breaks is undone, said in the log and tried again at the next tick; it holds up nothing else.
///
/// # Errors
/// When the disk or the file is at fault; nothing is done then.
pub(crate) fn do_what_is_due(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    now: Timestamp,
) -> Result<(), HandlerError> {
    let council = facts.council();
    for (name, timer) in TIMERS {
        let done = attempt(tx, |tx| timer(&mut Cx::new(tx, facts, &council, now)));
        if let Err(error) = done? {
            tracing::error!(timer = name, %error, "what is due could not be done");
        }
    }
    Ok(())
}

fn remind_of_meetings(cx: &mut Cx<'_, '_>) -> Outcome {
    let hours = &cx.council.rules.reminders_before_meeting_hours;
    let first = hours.first().copied();
    for (meeting, hours) in reminders::take_due(cx.tx, cx.now)? {
        if first == Some(hours) {
            prepare(cx, &meeting)?;
        }
        remind(cx, &meeting)?;
    }
    Ok(())
}

fn forget_old(cx: &mut Cx<'_, '_>) -> Outcome {
    entries::forget_old(cx.tx, cx.now)?;
    Ok(searches::forget_old(cx.tx, cx.now)?)
}

/// Forgets who wanted to be forgotten, one a step. Whoever waits for their seats gets them first.
fn forget_people(cx: &mut Cx<'_, '_>) -> Outcome {
    let Some(person) = people::erase::next_due(cx)? else {
        return Ok(());
    };
    meeting::register::leave_all(cx, person)?;
    people::erase::carry_out(cx, person)
}

/// With the first reminder, the bodies that hold the meeting read what awaits them: how many come, what they
/// want to speak about, which questions of their areas are open, by field. No names. The office hears when too
/// few have registered.
fn prepare(cx: &mut Cx<'_, '_>, code: &MeetingCode) -> Outcome {
    let Some(planned) = meetings::find(cx.tx, code)? else {
        return Ok(());
    };
    if planned.is_to_come(cx.now).is_err() {
        return Ok(());
    }
    let taken = registrations::taken(cx.tx, code)?;
    let per_cent = fill::per_cent(Room::of(&planned.meeting), taken);
    if per_cent.is_some_and(|per_cent| per_cent < TOO_FEW) {
        let few = say_plan::too_few(cx.group_words(), &planned.meeting, taken.open);
        notices::tell_office(cx, few)?;
    }
    let seated = registrations::standing(cx.tx, code, Standing::Seated)?;
    let wishes: Vec<Option<String>> = seated
        .iter()
        .filter(|one| one.wishes_to_speak)
        .map(|one| one.topic.clone())
        .collect();
    let asked = opinions::asked_for(cx.tx, code)?;
    for body in &planned.meeting.bodies {
        let Some(chat) = chats::chat_of(cx.tx, body)? else {
            continue;
        };
        let ahead = say_plan::Ahead {
            taken: taken.open + taken.reserved,
            wishes: &wishes,
            asked: &asked,
            open: &questions::open_by_category(cx.tx, body)?,
        };
        let digest = say_plan::digest(cx.group_words(), &planned.meeting, &ahead);
        cx.send(chat, Lane::Digest, digest, Placing::default())?;
    }
    Ok(())
}

/// Reminds everybody who has a seat. A meeting that has begun or was called off reminds nobody.
fn remind(cx: &mut Cx<'_, '_>, code: &MeetingCode) -> Outcome {
    let Some(planned) = meetings::find(cx.tx, code)? else {
        return Ok(());
    };
    if planned.is_to_come(cx.now).is_err() || planned.meeting.starts_at <= cx.now {
        return Ok(());
    }
    for registration in registrations::standing(cx.tx, code, Standing::Seated)? {
        let Some(person) = registration.person() else {
            continue;
        };
        if !residents::wants(cx.tx, person, Topic::Reminders)? {
            continue;
        }
        let words = words_of(cx, person)?;
        let message = say::reminder(words, &planned.meeting, &registration);
        let chat = person.private_chat();
        cx.send(chat, Lane::Digest, message, Placing::default())?;
    }
    Ok(())
}
