//! The ladder of reminders: one message a body and morning, however much is due.
//!
//! First whoever has the question, then the head of the body, then the standing body. The domain decides who is next;
//! the table `reminder` knows who was told.

use crate::{
    chat::outgoing::Lane,
    domain::{
        body::BodyKind,
        ids::{BodyCode, ChatId, QuestionId, UserId},
        question::{
            Question, State,
            deadline::Clock,
            ladder::{self, Owed, Reached, Rung, Step},
        },
        role::Role,
    },
    handlers::{
        clock::digest,
        shared::{
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Message, digest::Links, reminder as say_reminder},
    store::{self, chats, clock, questions, residents, roles},
};

use std::collections::BTreeMap;

/// What is due on one rung, by body.
type Due = BTreeMap<BodyCode, Vec<QuestionId>>;

/// What one reminder is about: how many questions, and those that stand in it.
struct About {
    count: usize,
    listed: Vec<Question>,
}

impl About {
    fn of(cx: &Cx<'_, '_>, ids: &[QuestionId]) -> store::Result<Self> {
        let mut listed = Vec::new();
        for id in ids.iter().take(say_reminder::LISTED) {
            listed.extend(questions::find(cx.tx, *id)?);
        }
        Ok(Self {
            count: ids.len(),
            listed,
        })
    }

    fn shown(&self) -> (usize, &[Question]) {
        (self.count, &self.listed)
    }
}

/// Reminds of everything that is due today.
pub(crate) fn run(cx: &mut Cx<'_, '_>, owed: &[Owed]) -> Outcome {
    let (mut owners, mut heads, mut standing) = (Due::new(), Due::new(), Vec::new());
    for question in owed {
        let Some((rung, clock)) = climb(cx, question)? else {
            continue;
        };
        let body = match clock {
            Clock::Triage => cx.council.office_code(),
            Clock::Answer | Clock::Promise | Clock::Redo => question.body.clone(),
        };
        match rung {
            Rung::Owner => owners.entry(body).or_default().push(question.id),
            Rung::Head => heads.entry(body).or_default().push(question.id),
            Rung::StandingBody => standing.push(question.id),
        }
    }
    for (body, questions) in &owners {
        let about = About::of(cx, questions)?;
        remind(cx, Rung::Owner, body, &[], &about)?;
    }
    for (body, questions) in &heads {
        let about = About::of(cx, questions)?;
        remind_head(cx, body, &about)?;
    }
    if !standing.is_empty() {
        let body = standing_body(cx)?;
        let about = About::of(cx, &standing)?;
        remind(cx, Rung::StandingBody, &body, &[], &about)?;
    }
    Ok(())
}

/// The rung this question reaches today, if somebody is to be told.
fn climb(cx: &Cx<'_, '_>, question: &Owed) -> store::Result<Option<(Rung, Clock)>> {
    let today = cx.council.local_date(cx.now);
    let rests = matches!(question.times.state, State::SetAside { until, .. } if today < until);
    let Some(deadline) = question.times.deadline(cx.council).filter(|_| !rests) else {
        return Ok(None);
    };
    let escalation = cx.council.rules.escalation;
    let calendar = &cx.council.calendar;
    if today < calendar.days_before(deadline.on, escalation.owner_days_before)
        || clock::is_put_off(cx.tx, question.id, &question.body, today)?
    {
        return Ok(None);
    }
    let last = clock::last_rung(cx.tx, question, deadline)?.map(|(rung, at)| Reached {
        rung,
        at,
        on: cx.council.local_date(at),
    });
    let acted_at = match last {
        Some(_) => clock::last_deed(cx.tx, question)?,
        None => None,
    };
    let reach = |rung, outcome| clock::reach(cx.tx, question, deadline, rung, outcome, cx.now);
    match ladder::next_step(escalation, calendar, deadline, last, acted_at, today) {
        None => Ok(None),
        Some(Step::Silence(rung)) => {
            reach(rung, clock::Outcome::Silenced)?;
            Ok(None)
        }
        Some(Step::Remind(rung)) => {
            reach(rung, clock::Outcome::Sent)?;
            Ok(Some((rung, deadline.clock)))
        }
    }
}

/// The heads in private, and the group with their names.
fn remind_head(cx: &mut Cx<'_, '_>, body: &BodyCode, about: &About) -> Outcome {
    let holders = roles::of_body(cx.tx, body, cx.now)?;
    let heads = holders.into_iter().filter(|grant| grant.role == Role::Head);
    let heads: Vec<(UserId, String)> = heads.map(|grant| (grant.user, grant.name)).collect();
    for (head, _) in &heads {
        if residents::find(cx.tx, *head)?.is_some_and(|known| !known.blocked) {
            send(cx, head.private_chat(), Rung::Head, body, &[], about)?;
        }
    }
    remind(cx, Rung::Head, body, &heads, about)
}

/// Into the group of the body; without one, to the office.
fn remind(
    cx: &mut Cx<'_, '_>,
    rung: Rung,
    body: &BodyCode,
    heads: &[(UserId, String)],
    about: &About,
) -> Outcome {
    if let Some(chat) = chats::chat_of(cx.tx, body)? {
        return send(cx, chat, rung, body, heads, about);
    }
    let today = cx.council.local_date(cx.now);
    let words = cx.group_words();
    let links = Links::default();
    let message = say_reminder::remind(words, rung, body, &[], about.shown(), &links, today);
    // Whoever reads it in the office's stead does not have the questions: no buttons to put them off.
    let plain = Message::plain(message.html);
    Ok(notices::tell_office(cx, plain)?)
}

fn send(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    rung: Rung,
    body: &BodyCode,
    heads: &[(UserId, String)],
    about: &About,
) -> Outcome {
    let today = cx.council.local_date(cx.now);
    let listed = about.listed.iter();
    let links = digest::links(cx, chat, listed.map(|question| question.id))?;
    let named: Vec<_> = heads
        .iter()
        .map(|(id, name)| (*id, name.as_str()))
        .collect();
    let words = cx.group_words();
    let message = say_reminder::remind(words, rung, body, &named, about.shown(), &links, today);
    Ok(cx.send(chat, Lane::Digest, message, Placing::default())?)
}

/// The standing body that has a group; without one, the office.
fn standing_body(cx: &Cx<'_, '_>) -> store::Result<BodyCode> {
    for body in &cx.council.bodies {
        if body.kind == BodyKind::StandingBody && chats::chat_of(cx.tx, &body.code)?.is_some() {
            return Ok(body.code.clone());
        }
    }
    Ok(cx.council.office_code())
}
