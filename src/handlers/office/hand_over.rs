//! Handover: what a member had open goes to a successor, to the head, or back to the body; with full texts, so that
//! whoever comes need not search. By button, or because somebody is gone.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::Lane,
    domain::{
        event::Event,
        ids::{BodyCode, MessageId, UserId},
        question::{Claim, Question, casework},
        role::Role,
    },
    handlers::{
        HandlerError,
        card::assign,
        office::roles::refuse,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, handover as say_handover, label, say},
    store::{chats, duties, questions, roles},
};

/// `/bangiao` in the group of a body.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    let words = officer.words(cx);
    match chats::body_of(cx.tx, officer.chat)? {
        Some(body) => choose_from(cx, officer, &body),
        None if officer.chat.is_private() => {
            let html = say!(words, "handover-only-group");
            Ok(cx.reply(officer.chat, Message::plain(html))?)
        }
        None => Ok(cx.reply(officer.chat, Message::plain(say!(words, "not-linked")))?),
    }
}

/// Who may hand a body's questions over: its head, administrators; where nobody is head, its members. In a group,
/// only those of its own body.
fn may_hand_over(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    body: &BodyCode,
) -> Result<bool, HandlerError> {
    let words = officer.words(cx);
    let is_here = officer.chat.is_private()
        || officer.rights(cx)?.administrator().is_some()
        || chats::body_of(cx.tx, officer.chat)?.as_ref() == Some(body);
    let is_head =
        officer.rights(cx)?.heads(body).is_some() || officer.rights(cx)?.administrator().is_some();
    let stands_in =
        head_of(cx, body, None)?.is_none() && officer.rights(cx)?.acts_for(body).is_some();
    if is_here && (is_head || stands_in) {
        return Ok(true);
    }
    let sentence = if officer.rights(cx)?.only_observes_here() {
        label!(words, "refuse-observer")
    } else {
        label!(words, "handover-not-head")
    };
    refuse(cx, officer, sentence)?;
    Ok(false)
}

/// Whose questions?
pub(crate) fn choose_from(cx: &mut Cx<'_, '_>, officer: &Actor, body: &BodyCode) -> Outcome {
    if !may_hand_over(cx, officer, body)? {
        return Ok(());
    }
    let members = questions::claimants(cx.tx, body)?;
    let message = say_handover::choose_from(officer.words(cx), body, &members);
    Ok(cx.reply(officer.chat, message)?)
}

/// To whom?
pub(crate) fn choose_heir(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    from: UserId,
    page: u16,
    body: &BodyCode,
    shown: MessageId,
) -> Outcome {
    if !may_hand_over(cx, officer, body)? {
        return Ok(());
    }
    let open = questions::claimed_by(cx.tx, body, from)?;
    let Some(Claim { name, .. }) = claim_on(&open) else {
        return nothing_left(cx, officer, shown);
    };
    let mut known = assign::known_members(cx, body)?;
    known.retain(|(user, _)| *user != from);
    let words = officer.words(cx);
    let message = say_handover::choose_heir(words, body, (from, &name), open.len(), &known, page);
    Ok(cx.replace(officer.chat, shown, message)?)
}

fn nothing_left(cx: &mut Cx<'_, '_>, officer: &Actor, shown: MessageId) -> Outcome {
    let html = say!(officer.words(cx), "handover-nothing-left");
    Ok(cx.replace(officer.chat, shown, Message::plain(html))?)
}

/// Who has these questions.
fn claim_on(open: &[Question]) -> Option<Claim> {
    open.first()?.claimed.clone()
}

/// The heir was chosen.
pub(crate) fn by_button(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    (from, to): (UserId, UserId),
    body: &BodyCode,
    shown: MessageId,
) -> Outcome {
    if !may_hand_over(cx, officer, body)? {
        return Ok(());
    }
    let open = questions::claimed_by(cx.tx, body, from)?;
    let Some(had) = claim_on(&open) else {
        return nothing_left(cx, officer, shown);
    };
    let known = assign::known_members(cx, body)?;
    let words = officer.words(cx);
    let heir = known
        .into_iter()
        .find(|(user, _)| *user == to && to != from);
    let Some((by, name)) = heir else {
        cx.alert(label!(words, "assign-not-known"));
        return Ok(());
    };
    let done = say_handover::notice(words, &had.name, Some(&name), &open);
    cx.replace(officer.chat, shown, Message::plain(done))?;
    let heir = Some(Claim { by, name });
    move_all(cx, body, &had, heir.as_ref(), Some(officer), open)
}

/// Somebody is gone: to the head, if there is one besides; else nobody has the questions until somebody takes them.
pub(crate) fn when_gone(cx: &mut Cx<'_, '_>, body: &BodyCode, gone: &Claim) -> Outcome {
    let open = questions::claimed_by(cx.tx, body, gone.by)?;
    if open.is_empty() {
        return Ok(());
    }
    let head = head_of(cx, body, Some(gone.by))?;
    move_all(cx, body, gone, head.as_ref(), None, open)
}

/// Who heads a body by role and has not left its group; not `but`.
fn head_of(
    cx: &Cx<'_, '_>,
    body: &BodyCode,
    but: Option<UserId>,
) -> Result<Option<Claim>, HandlerError> {
    for grant in roles::of_body(cx.tx, body, cx.now)? {
        let has_left = duties::left_by(cx.tx, grant.user)?.contains(body);
        if grant.role == Role::Head && Some(grant.user) != but && !has_left {
            return Ok(Some(Claim {
                by: grant.user,
                name: grant.name,
            }));
        }
    }
    Ok(None)
}

/// Moves the claims, and gives the bundle to the heir in private, or else to the group.
fn move_all(
    cx: &mut Cx<'_, '_>,
    body: &BodyCode,
    from: &Claim,
    heir: Option<&Claim>,
    by: Option<&Actor>,
    open: Vec<Question>,
) -> Outcome {
    let mut moved = Vec::new();
    for question in open {
        let question = casework::hand_over(question, heir.cloned());
        let event = Event::QuestionHandedOver {
            of: from.by,
            heir: heir.map(|heir| heir.by),
        };
        let by = by.map_or(By::Time, super::super::shared::actor::Actor::by);
        moved.push(cx.does(Deed::new(question, event, by))?);
    }
    let in_private = match heir {
        Some(heir) => give_in_private(cx, heir.by, &from.name, &moved)?,
        None => false,
    };
    let Some(chat) = chats::chat_of(cx.tx, body)? else {
        return Ok(());
    };
    let words = cx.group_words();
    if by.is_none_or(|officer| officer.chat != chat) {
        let to = heir.map(|heir| heir.name.as_str());
        let notice = say_handover::notice(words, &from.name, to, &moved);
        let notice = Message::plain(notice);
        cx.send(chat, Lane::Card, notice, Placing::default())?;
    }
    if !in_private {
        for message in say_handover::bundle(words, &from.name, &moved) {
            cx.send(chat, Lane::Card, message, Placing::default())?;
        }
    }
    Ok(())
}

/// The bundle for the heir alone. `false`: they have not started the bot.
fn give_in_private(
    cx: &mut Cx<'_, '_>,
    heir: UserId,
    from: &str,
    moved: &[Question],
) -> Result<bool, HandlerError> {
    let Some(words) = assign::reached(cx, heir)? else {
        return Ok(false);
    };
    for message in say_handover::bundle(words, from, moved) {
        cx.send(heir.private_chat(), Lane::Card, message, Placing::default())?;
    }
    Ok(true)
}
