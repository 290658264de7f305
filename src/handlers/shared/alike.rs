//! The words of questions that are compared with others: read once, looked at again and again.

use std::sync::Arc;

use crate::{
    domain::{ids::QuestionId, question::support as domain},
    handlers::shared::cx::Cx,
    store::questions,
};

/// The words of a question: the same few are looked at again and again.
pub(crate) fn words_of(
    cx: &Cx<'_, '_>,
    id: QuestionId,
) -> Result<Arc<domain::Words>, crate::handlers::HandlerError> {
    let recent = cx.facts.words();
    if let Some(words) = recent.find(&id) {
        return Ok(words);
    }
    let words = questions::folded(cx.tx, id, domain::Words::of_folded)?;
    Ok(recent.keep(id, words))
}
