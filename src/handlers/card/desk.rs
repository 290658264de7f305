//! The desk of somebody who acts for a body outside its group: what is open, one question, "Nhận" and "Thôi nhận".
//! Answers are written in the group, where everybody sees them.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::outgoing::{About, Lane},
    domain::{
        code::QuestionCode,
        event::Event,
        ids::{MessageId, QuestionId},
        question::{Question, lifecycle},
        reading::Reading,
    },
    handlers::{
        card::assign::of_member,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, assign as say_assign, refusal, say},
    store::{chats, questions},
};

/// `/dangmo` in private: what the bodies have open for which this person acts, or which they observe. `false`: none.
pub(crate) fn list_open(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
) -> Result<bool, crate::handlers::HandlerError> {
    let bodies = officer.rights(cx)?.reads_for();
    if bodies.is_empty() {
        return Ok(false);
    }
    let reading = Reading::Desk {
        bodies: bodies.into_iter().collect(),
    };
    cx.want(officer.chat, &reading)?;
    Ok(true)
}

/// `/cauhoi CODE` in private. `false`: nothing that this person reads for a body.
pub(crate) fn show(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    typed: &str,
) -> Result<bool, crate::handlers::HandlerError> {
    let Ok(code) = QuestionCode::parse(typed, cx.council.code_prefix) else {
        return Ok(false);
    };
    let found = questions::find_by_code(cx.tx, code)?;
    let is_own = |question: &Question| question.author == Some(officer.user);
    let rights = officer.rights(cx)?;
    let Some(question) = found.filter(|found| !is_own(found) && rights.reads(&found.body)) else {
        return Ok(false);
    };
    show_question(cx, officer, &question)?;
    Ok(true)
}

/// A question that this person reads for a body.
pub(crate) fn show_question(cx: &mut Cx<'_, '_>, officer: &Actor, question: &Question) -> Outcome {
    let rights = officer.rights(cx)?;
    let mut message = say_assign::in_private(officer.words(cx), question);
    if rights.acts_for(&question.body).is_none() {
        message.keyboard = None;
    }
    let placing = Placing {
        about: About::question(question.id),
        ..Placing::default()
    };
    Ok(cx.send(officer.chat, Lane::Reply, message, placing)?)
}

/// Words in reply to a question shown at the desk are no question of their own: answers are written in the group.
pub(crate) fn replied(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    to: MessageId,
) -> Result<bool, crate::handlers::HandlerError> {
    let about = chats::question_of_message(cx.tx, officer.chat, to)?;
    let question = match about {
        Some(id) => questions::find(cx.tx, id)?,
        None => None,
    };
    let Some(question) = question.filter(|question| !question.is_of(officer.user)) else {
        return Ok(false);
    };
    if !officer.rights(cx)?.reads(&question.body) {
        return Ok(false);
    }
    let html = say!(officer.words(cx), "desk-hint");
    cx.reply(officer.chat, Message::plain(html))?;
    Ok(true)
}

/// "Nhận" or "Thôi nhận" in private; the card in the group shows it, too.
pub(crate) fn claim(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: QuestionId,
    shown: MessageId,
    takes: Takes,
) -> Outcome {
    let Some((question, member)) = of_member(cx, officer, id)? else {
        return Ok(());
    };
    let words = officer.words(cx);
    let before = question.clone();
    let (decided, event) = match takes {
        Takes::On => (
            lifecycle::claim(question, &member, officer.user, &officer.name),
            Event::QuestionClaimed,
        ),
        Takes::Off => (
            lifecycle::release(question, &member, officer.user),
            Event::QuestionReleased,
        ),
    };
    match decided {
        Ok(changed) => {
            if changed != before {
                let by = officer.by();
                cx.does(Deed::new(changed.clone(), event, by))?;
            }
            let desk = say_assign::in_private(words, &changed);
            Ok(cx.replace(officer.chat, shown, desk)?)
        }
        Err(refused) => {
            cx.alert(refusal::sentence(words, &refused));
            Ok(())
        }
    }
}

/// Whether somebody takes a question on, or lets it go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// "Nhận".
    On,
    /// "Thôi nhận".
    Off,
}
