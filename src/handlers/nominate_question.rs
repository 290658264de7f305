//! Candidates for questioning at the session (chất vấn): a member proposes one, or takes the proposal back.

use super::{
    Incoming,
    context::{Cx, Outcome},
    notices,
};
use crate::{
    domain::{
        event::Event,
        ids::QuestionId,
        permission::ActsForBody,
        question::{Question, State},
        scope::Scope,
    },
    messages::{label, refusal},
    store::questions,
};

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// It becomes a candidate.
    Nominate,
    /// It is none any more.
    Withdraw,
}

/// Any body whose overviews show the question may propose it.
pub(super) fn change(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    id: QuestionId,
    wish: Wish,
) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
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
    let (at, event, said) = match wish {
        Wish::Nominate => (
            Some(cx.now),
            Event::QuestionNominated,
            label!(words, "nominated", code = code),
        ),
        Wish::Withdraw => (
            None,
            Event::NominationWithdrawn,
            label!(words, "nomination-withdrawn", code = code),
        ),
    };
    let is_gone = matches!(
        question.state,
        State::Returned { .. } | State::Merged { .. } | State::Withdrawn { .. }
    );
    if is_gone && wish == Wish::Nominate {
        cx.alert(label!(words, "nominate-closed"));
        return Ok(());
    }
    if question.nominated_at.is_some() != at.is_some() {
        let changed = Question {
            nominated_at: at,
            ..question
        };
        questions::save(cx.tx, &changed)?;
        cx.record(&event, Some(incoming.person.id), Some(id))?;
        notices::update_card(cx, &changed)?;
    }
    cx.toast(said);
    Ok(())
}
