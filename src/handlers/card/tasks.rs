//! `/viec` in private: what a delegate has on their hands, to be worked through with one hand. Mine, what is due, what waits
//! for me, appeals; each entry with a button to its card.

use crate::{
    domain::{ids::QuestionId, reading::Reading, scope::Scope},
    handlers::{
        card::{assess, desk},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, label, say},
    store::questions,
};

/// The command. Whoever acts for no body is told what it is for.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    let words = officer.words(cx);
    let rights = officer.rights(cx)?;
    if rights.bodies().is_empty() {
        let html = say!(words, "tasks-not-yours");
        return Ok(cx.reply(officer.chat, Message::plain(html))?);
    }
    let bodies = rights.bodies().iter();
    let heads = bodies.clone().filter(|body| rights.heads(body).is_some());
    let reading = Reading::Tasks {
        heads: heads.cloned().collect(),
        bodies: bodies.cloned().collect(),
    };
    Ok(cx.want(officer.chat, &reading)?)
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
