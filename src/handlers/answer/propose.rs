//! A draft begins as what its words say it is: its class, and the fact that goes with it.

use crate::{
    domain::answer::{Answer, proposal},
    handlers::shared::cx::{Cx, Outcome},
    store::answers,
};

/// The draft with the class and the fact that its words speak of.
pub(crate) fn propose(cx: &Cx<'_, '_>, draft: Answer) -> Answer {
    let proposed = proposal::of(&draft.text, cx.council.local_date(cx.now));
    Answer {
        class: proposed.class,
        facts: proposed.facts,
        ..draft
    }
}

/// The draft with other words; what nobody has chosen follows them.
pub(crate) fn rewrite(cx: &mut Cx<'_, '_>, draft: &Answer, text: &str) -> Outcome {
    answers::rewrite(cx.tx, draft.id, text)?;
    let before = propose(cx, draft.clone());
    if (before.class, &before.facts) == (draft.class, &draft.facts) {
        let words = Answer {
            text: text.to_owned(),
            ..draft.clone()
        };
        let after = propose(cx, words);
        answers::save_draft(cx.tx, &after)?;
    }
    Ok(())
}
