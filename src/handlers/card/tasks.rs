//! `/viec` in private: what a delegate has on their hands, to be worked through with one hand. Mine, what is due, what waits
//! for me, appeals; each entry with a button to its card.

use crate::{
    domain::{
        ids::QuestionId,
        question::{Question, deadline},
        scope::Scope,
    },
    handlers::{
        HandlerError,
        card::{assess, desk},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{
        Message, label, say,
        tasks::{self as say_tasks, Part},
    },
    store::{answers, assessments, questions},
};

/// Everything of one person, without what stands in an earlier part.
fn parts(cx: &Cx<'_, '_>, officer: &Actor) -> Result<Vec<(Part, Vec<Question>)>, HandlerError> {
    let rights = officer.rights(cx)?;
    let today = cx.council.local_date(cx.now);
    let (mut mine, mut due, mut waiting, mut appeals) = (vec![], vec![], vec![], vec![]);
    for body in rights.bodies() {
        mine.extend(questions::claimed_by(cx.tx, body, officer.user)?);
        for question in questions::open_of_body(cx.tx, body)? {
            let standing = deadline::standing(cx.council, &question, today);
            if standing.is_overdue() || standing.is_due_soon() {
                due.push(question);
            }
        }
        for question in questions::to_be_done_by(cx.tx, body)? {
            let standing = deadline::standing(cx.council, &question, today);
            if standing.is_overdue() || standing.is_due_soon() {
                waiting.push(question);
            }
        }
        if rights.heads(body).is_some() {
            waiting.extend(answers::submitted_in(cx.tx, body)?);
        }
        appeals.extend(assessments::appeals_to(cx.tx, body)?);
    }
    let mut seen: Vec<QuestionId> = Vec::new();
    let mut found = Vec::new();
    for (part, questions) in [
        (Part::Mine, mine),
        (Part::Waiting, waiting),
        (Part::Appeals, appeals),
        (Part::Due, due),
    ] {
        let mut new = Vec::new();
        for question in questions {
            if !seen.contains(&question.id) {
                seen.push(question.id);
                new.push(question);
            }
        }
        if !new.is_empty() {
            found.push((part, new));
        }
    }
    Ok(found)
}

/// The command. Whoever acts for no body is told what it is for.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    let words = officer.words(cx);
    if officer.rights(cx)?.bodies().is_empty() {
        let html = say!(words, "tasks-not-yours");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    }
    let parts = parts(cx, officer)?;
    let message = say_tasks::list(words, &parts);
    Ok(cx.reply(officer.chat, message)?)
}

/// The button of an entry: the card in private, or, where the body only watches, how the matter stands.
pub(crate) fn open(cx: &mut Cx<'_, '_>, officer: &Actor, id: QuestionId) -> Outcome {
    let words = officer.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let rights = officer.rights(cx)?;
    let is_own = question.author == Some(officer.user);
    if rights.reads(&question.body) && !is_own {
        return desk::show_question(cx, officer, &question);
    }
    let mut watching = rights.bodies().iter();
    if watching.any(|body| Scope::of(cx.council, body).includes(&question)) && !is_own {
        return assess::show(cx, officer, &question);
    }
    cx.alert(label!(words, "refuse-not-member"));
    Ok(())
}
