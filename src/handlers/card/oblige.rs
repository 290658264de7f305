//! So many supporters oblige: the body owes an answer, point by point, by a nearer day; unanswered then, the matter is on the
//! session's list. The rule is public beforehand.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::Lane,
    domain::{
        body::BodyKind,
        event::Event,
        question::{Question, casework, support as near},
    },
    handlers::{
        card::nominate,
        shared::{
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::oblige as say,
    store::{chats, support},
};

/// One voice more was counted: if it is the one that obliges, body, standing body, author and supporters are told what
/// follows now.
pub(crate) fn heed(cx: &mut Cx<'_, '_>, question: Question) -> Outcome {
    let Some(rule) = cx.council.rules.support_obligation else {
        return Ok(());
    };
    if !question.state.is_open()
        || question.supporters < rule.supporters
        || support::is_obliged(cx.tx, question.id)?
    {
        return Ok(());
    }
    let homes = support::homes(cx.tx, question.id)?;
    if rule.count(cx.council, &question.area, &homes, near::same_place) < rule.supporters {
        return Ok(());
    }
    support::oblige(cx.tx, question.id, cx.now)?;
    let due_on = rule.due_on(cx.council, cx.now).min(question.due_on);
    let event = Event::QuestionObliged {
        supporters: rule.supporters,
        due_on,
    };
    let obliged = casework::oblige(question, due_on);
    let count = rule.supporters;
    let deed = Deed::new(obliged, event, By::Time)
        .tells_all(move |words, question| say::news(words, question, count));
    let question = cx.does(deed)?;
    let group = cx.group_words();
    notices::note_under_card(cx, &question, say::for_body(group, &question, count))?;
    for body in &cx.council.bodies {
        if body.kind == BodyKind::StandingBody
            && body.code != question.body
            && let Some(chat) = chats::chat_of(cx.tx, &body.code)?
        {
            let news = say::for_standing_body(group, &question, count);
            cx.send(chat, Lane::Notice, news, Placing::default())?;
        }
    }
    Ok(())
}

/// Those whose day passed without an answer go onto the session's list. Done twice, it changes nothing.
pub(crate) fn onto_the_list(cx: &mut Cx<'_, '_>) -> Outcome {
    let today = cx.council.local_date(cx.now);
    for question in support::obliged_and_late(cx.tx, today)? {
        let Ok(listed) = casework::nominate(question, cx.now) else {
            continue;
        };
        let question = nominate::write_down(cx, listed, Event::QuestionNominated, By::Time)?;
        let news = say::listed(cx.group_words(), &question);
        notices::note_under_card(cx, &question, news)?;
    }
    Ok(())
}
