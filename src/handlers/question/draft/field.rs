//! The field of a draft: taken from its words where they leave no doubt, else chosen among three; all of them on demand.

use crate::{
    domain::{
        ids::{CategoryCode, DraftId, MessageId},
        question::draft::{Draft, Progress},
    },
    handlers::{
        HandlerError,
        question::{
            ask::{advance, decide, draft_of_button},
            attach,
            draft::screen,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{label, question as say},
    store::conversations,
};

/// The draft with the field that its words leave no doubt about. `None`: it has one, or is to be asked about.
pub(crate) fn fill(cx: &Cx<'_, '_>, draft: &Draft) -> Result<Option<Draft>, HandlerError> {
    if draft.progress() != Progress::NeedsCategory {
        return Ok(None);
    }
    let Some(category) = cx.facts.sure_category(&draft.text) else {
        return Ok(None);
    };
    let filled = Draft {
        category: Some(category),
        ..draft.clone()
    };
    conversations::save_draft(cx.tx, &filled, cx.now)?;
    Ok(Some(filled))
}

/// The words are about to change: a field that was read from them is read anew, one that was chosen stays.
pub(crate) fn read_anew(cx: &Cx<'_, '_>, draft: &mut Draft) {
    let was_read = draft.text != attach::says_it(cx)
        && draft.category.is_some()
        && draft.category == cx.facts.sure_category(&draft.text);
    if was_read {
        draft.category = None;
    }
}

/// A field was chosen.
pub(crate) fn choose(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    category: &CategoryCode,
    shown: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    if cx.council.category(category).is_none() {
        cx.old_button(words);
        return Ok(());
    }
    decide(cx, actor, draft, shown, |draft| {
        if draft.category.as_ref() != Some(category) {
            draft.category = Some(category.clone());
            draft.similar_seen = false;
        }
    })
}

/// The field in the preview was pressed: it stays.
pub(crate) fn keep(cx: &mut Cx<'_, '_>, actor: &Actor, draft: DraftId) -> Outcome {
    let found = draft_of_button(cx, actor, draft)?;
    if let Some(category) = found.and_then(|draft| draft.category) {
        let words = actor.words(cx);
        let category = words.category(&category);
        cx.toast(label!(words, "toast-field", category = category));
    }
    Ok(())
}

/// "Đổi lĩnh vực", "Lĩnh vực khác…": all fields; the draft keeps the one it has until another one is chosen.
pub(crate) fn show_all(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let proposed = cx.facts.propose_categories(&draft.text);
    let message = say::every_category(actor.words(cx), &draft, &proposed);
    screen::show(cx, actor, draft.id, Some(shown), message)
}

/// "Ai thấy gì?": in the preview's place, with the way back.
pub(crate) fn who_sees(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let initials = crate::domain::text::initials(&actor.resident()?.name);
    let message = say::who_sees(actor.words(cx), draft.id, &initials);
    screen::show(cx, actor, draft.id, Some(shown), message)
}

/// Back to the draft as it is.
pub(crate) fn back(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    conversations::clear(cx.tx, actor.user)?;
    advance(cx, actor, &draft, Some(shown))
}
