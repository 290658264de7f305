//! Questions that came out of a file get their cards, a few a tick: a big file floods no group.

use crate::{
    handlers::shared::{
        cx::{Cx, Outcome},
        notices,
    },
    store::{imports, questions},
};

/// So many cards a tick.
const AT_ONCE: u32 = 3;

/// What waits for a card and has a group now.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    for id in imports::take_without_card(cx.tx, AT_ONCE)? {
        if let Some(question) = questions::find(cx.tx, id)? {
            notices::place_card(cx, &question)?;
        }
    }
    Ok(())
}
