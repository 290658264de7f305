//! What sort of words a draft is made of, where that is not plainly a petition: shown before sending, its author decides.

use crate::{
    domain::{
        gate,
        ids::{DraftId, MessageId},
        question::{QuestionKind, kind},
    },
    handlers::{
        question::{
            ask::{decide, draft_of_button},
            draft::screen,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::question as say,
};

/// The kind its author chose, else what the words sound like.
pub(crate) fn of(cx: &Cx<'_, '_>, chosen: Option<QuestionKind>, words: &str) -> QuestionKind {
    chosen.unwrap_or_else(|| {
        let verdict = cx.facts.categorise(words);
        kind::guess(
            words,
            gate::taken_for(verdict.kind, verdict.kind_confidence),
        )
    })
}

/// The kinds to choose from, in the preview's place.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, draft: DraftId, shown: MessageId) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let now = of(cx, draft.kind, &draft.text);
    let message = say::choose_kind(actor.words(cx), draft.id, now);
    screen::show(cx, actor, draft.id, Some(shown), message)
}

/// One was chosen.
pub(crate) fn choose(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    kind: QuestionKind,
    shown: MessageId,
) -> Outcome {
    decide(cx, actor, draft, shown, |draft| draft.kind = Some(kind))
}
