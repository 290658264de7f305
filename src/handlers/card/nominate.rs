//! Candidates for questioning at the session (chất vấn): a member proposes one, or takes the proposal back.

use crate::domain::question::casework;
use crate::handlers::shared::deed::{By, Deed};
use crate::{
    domain::{
        event::Event, ids::QuestionId, permission::ActsForBody, question::Question, scope::Scope,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{label, refusal},
    store::questions,
};

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// It becomes a candidate.
    Nominate,
    /// It is none any more.
    Withdraw,
}

/// It is a candidate from now on, or none any more: by whom, or because a day came.
pub(super) fn write_down(
    cx: &mut Cx<'_, '_>,
    changed: Question,
    event: Event,
    by: By,
) -> Result<Question, HandlerError> {
    cx.does(Deed::new(changed, event, by))
}

/// Any body whose overviews show the question may propose it.
pub(crate) fn change(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: QuestionId,
    wish: Wish,
) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if !Scope::of(cx.council, member.body()).includes(&question) {
        let refused = crate::domain::question::lifecycle::Refusal::WithAnotherBody {
            body: question.body,
        };
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    let code = question.code.to_string();
    let (decided, event, said) = match wish {
        Wish::Nominate => (
            casework::nominate(question.clone(), cx.now),
            Event::QuestionNominated,
            label!(words, "nominated", code = code),
        ),
        Wish::Withdraw => (
            Ok(casework::withdraw_nomination(question.clone())),
            Event::NominationWithdrawn,
            label!(words, "nomination-withdrawn", code = code),
        ),
    };
    let Ok(changed) = decided else {
        cx.alert(label!(words, "nominate-closed"));
        return Ok(());
    };
    if changed != question {
        write_down(cx, changed, event, actor.by())?;
    }
    cx.toast(said);
    Ok(())
}
