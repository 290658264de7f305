//! `/baocao`: the papers of the office, as a file in the chat. Without a kind there are buttons; what else has to be named is
//! asked for with buttons, too. Made in the reading room.

use jiff::SignedDuration;

use crate::{
    domain::{
        code::MOST_SLIPS,
        ids::{BodyCode, MeetingCode, RoundId, SessionCode},
        reading::Reading,
        report::{Needs, ReportForm, ReportKind, ReportWish},
        scope::Scope,
        text,
    },
    handlers::{
        clock::issue,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Message, Words, report as messages, say},
    store::{chats, meetings},
};

/// Papers of meetings longer ago are printed on the command line.
const MEETINGS_BACK: SignedDuration = SignedDuration::from_hours(200 * 24);

/// The command in the group of a body; behind it stand a kind and what narrows it, in any order.
pub(crate) fn in_group(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let words = cx.group_words();
    let Some(body) = chats::body_of(cx.tx, actor.chat)? else {
        return Ok(cx.reply(actor.chat, Message::plain(say!(words, "not-linked")))?);
    };
    by_command(cx, actor, (&body, words), typed)
}

/// The command of a clerk in private.
pub(crate) fn in_private(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let words = actor.words(cx);
    let body = notices::office(cx);
    by_command(cx, actor, (&body, words), typed)
}

fn by_command(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    typed: &str,
) -> Outcome {
    let Some((kind, rest)) = ReportKind::from_typed(typed) else {
        let issues = issue::is_done_in(cx, actor.chat)?;
        let message = messages::kinds(words, (!typed.trim().is_empty(), issues));
        return Ok(cx.reply(actor.chat, message)?);
    };
    let mut wish = ReportWish::of(kind);
    for word in rest {
        let folded = text::fold(&word);
        let form = kind.forms().iter().find(|form| form.to_string() == folded);
        let count = folded.parse().ok();
        let count = count.filter(|count| (1..=MOST_SLIPS).contains(count));
        let session = cx
            .council
            .sessions
            .iter()
            .find(|session| text::fold(session.code.as_str()) == folded);
        if kind == ReportKind::Slips && count.is_some() {
            wish.slips = count;
        } else if let Some(form) = form {
            wish.form = *form;
        } else if let Some(session) = session {
            wish.session = Some(session.code.clone());
        } else if let Some(planned) = meetings::find(cx.tx, &MeetingCode::new(word.clone()))? {
            wish.meeting = Some(planned.meeting.code);
        } else {
            let html = say!(words, "report-unknown-word", word = word);
            return Ok(cx.reply(actor.chat, Message::plain(html))?);
        }
    }
    give(cx, actor, (body, words), wish)
}

/// A kind was chosen.
pub(crate) fn of_kind(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    kind: ReportKind,
) -> Outcome {
    if kind.needs() == Needs::Session && cx.council.sessions.len() > 1 {
        return Ok(cx.reply(actor.chat, messages::sessions(words, kind))?);
    }
    give(cx, actor, (body, words), ReportWish::of(kind))
}

/// A form of it was chosen.
pub(crate) fn in_form(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    (kind, form): (ReportKind, ReportForm),
) -> Outcome {
    let wish = ReportWish {
        form,
        ..ReportWish::of(kind)
    };
    give(cx, actor, (body, words), wish)
}

/// A session was chosen.
pub(crate) fn of_session(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    (kind, session): (ReportKind, SessionCode),
) -> Outcome {
    let wish = ReportWish {
        session: Some(session),
        ..ReportWish::of(kind)
    };
    give(cx, actor, (body, words), wish)
}

/// A meeting was chosen.
pub(crate) fn of_meeting(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    (kind, meeting): (ReportKind, MeetingCode),
) -> Outcome {
    let wish = ReportWish {
        meeting: Some(meeting),
        ..ReportWish::of(kind)
    };
    give(cx, actor, (body, words), wish)
}

/// The record of a site round.
pub(crate) fn of_round(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    round: RoundId,
) -> Outcome {
    let wish = ReportWish {
        round: Some(round),
        ..ReportWish::of(ReportKind::Survey)
    };
    give(cx, actor, (body, words), wish)
}

/// Wants the paper, or asks what is still missing. The office, the standing body and the committees have papers of
/// everything, everybody else of what is their own.
fn give(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (body, words): (&BodyCode, Words<'_>),
    mut wish: ReportWish,
) -> Outcome {
    let scope = Scope::of(cx.council, body);
    if let Scope::Own(own) = &scope {
        wish.body = Some(own.clone());
    }
    if wish.kind.needs() == Needs::Meeting {
        // What was said there is everybody's who held it.
        wish.body = None;
        if wish.meeting.is_none() {
            let around = meetings::around(cx.tx, cx.now, MEETINGS_BACK)?;
            let own = around
                .into_iter()
                .map(|planned| planned.meeting)
                .filter(|meeting| match &scope {
                    Scope::Own(own) => meeting.bodies.contains(own),
                    Scope::Everything | Scope::Watched(..) => true,
                });
            let mut own: Vec<_> = own.collect();
            match own.as_slice() {
                [] => {
                    return Ok(
                        cx.reply(actor.chat, Message::plain(say!(words, "report-no-meeting")))?
                    );
                }
                [one] => wish.meeting = Some(one.code.clone()),
                _ => {
                    own.sort_by_key(|meeting| (cx.now.duration_since(meeting.starts_at)).abs());
                    return Ok(cx.reply(actor.chat, messages::meetings(words, wish.kind, &own))?);
                }
            }
        }
    }
    Ok(cx.want(actor.chat, &Reading::Report { wish })?)
}
