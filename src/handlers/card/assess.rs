//! One level up: what a resident finds unsatisfactory reaches whoever watches the field, with what was promised beside what
//! the resident says; and the verdict of those who watch on any matter of theirs.

use crate::{
    chat::outgoing::{About, Lane},
    domain::{
        answer::{Answer, appeal::Mark},
        body::BodyKind,
        event::Event,
        ids::{BodyCode, QuestionId},
        permission::ActsForBody,
        question::{Question, lifecycle::Refusal},
        routing,
        scope::Scope,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{assess as say, label, refusal},
    store::{answers, assessments, chats, questions},
};

/// Who watches the matter beside the body that has it: the committee of its field, else the standing body; only one that
/// has a group.
pub(crate) fn watcher(
    cx: &Cx<'_, '_>,
    question: &Question,
) -> Result<Option<BodyCode>, HandlerError> {
    let council = cx.council;
    let committee = routing::watching_committee(council, &question.category);
    let standing = council.bodies.iter();
    let standing = standing.filter(|body| body.kind == BodyKind::StandingBody);
    for body in committee.into_iter().chain(standing) {
        if body.code != question.body && chats::chat_of(cx.tx, &body.code)?.is_some() {
            return Ok(Some(body.code.clone()));
        }
    }
    Ok(None)
}

/// A resident is not content: whoever watches the matter reads it. Gives who that is.
pub(crate) fn appeal(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
    said: &str,
) -> Result<Option<BodyCode>, HandlerError> {
    let Some(body) = watcher(cx, question)? else {
        return Ok(None);
    };
    let Some(chat) = chats::chat_of(cx.tx, &body)? else {
        return Ok(None);
    };
    assessments::appeal(cx.tx, (question.id, answer.id), &body, cx.now)?;
    let news = say::appeal(cx.group_words(), question, answer, said);
    let placing = Placing {
        about: About::default(),
        ..Placing::default()
    };
    cx.send(chat, Lane::Notice, news, placing)?;
    Ok(Some(body))
}

/// `/cauhoi` in the group of a body that only watches the matter: how it stands, and the four buttons.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let answer = answers::sent_for(cx.tx, question.id)?;
    let assessment = assessments::of(cx.tx, question.id)?;
    let words = cx.group_words();
    let view = say::view(words, question, answer.as_ref(), assessment.as_ref());
    Ok(cx.reply(actor.chat, view)?)
}

/// The same, pressed in private by somebody who acts for a body that watches the matter.
pub(crate) fn mark_in_private(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: QuestionId,
    said: Mark,
) -> Outcome {
    let words = officer.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let rights = officer.rights(cx)?;
    let watching = rights
        .bodies()
        .iter()
        .find(|body| **body != question.body && Scope::of(cx.council, body).includes(&question));
    let Some(member) = watching.and_then(|body| rights.acts_for(body)) else {
        cx.alert(label!(words, "refuse-not-member"));
        return Ok(());
    };
    mark(cx, &member, officer, id, said)
}

/// One of the four buttons.
pub(crate) fn mark(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: QuestionId,
    mark: Mark,
) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let watches = Scope::of(cx.council, member.body()).includes(&question);
    if !watches || *member.body() == question.body {
        let refused = Refusal::WithAnotherBody {
            body: question.body,
        };
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    let before = assessments::of(cx.tx, id)?;
    if !before.is_some_and(|before| before.has(mark)) {
        let by = (member.body(), actor.named());
        assessments::mark(cx.tx, id, mark, by, cx.now)?;
        cx.record_by(&Event::QuestionAssessed { mark }, &actor.by(), id)?;
        notices::update_card(cx, &question)?;
    }
    cx.toast(label!(words, "assessed-toast"));
    let answer = answers::sent_for(cx.tx, question.id)?;
    let assessment = assessments::of(cx.tx, id)?;
    let view = say::view(words, &question, answer.as_ref(), assessment.as_ref());
    actor.show(cx, view)
}
