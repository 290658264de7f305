//! Questions that came out of a file get their cards, a few a tick: a big file floods no group.

use crate::{
    domain::question::State,
    handlers::shared::{
        cx::{Cx, Outcome},
        notices,
    },
    messages::{Message, say},
    store::{imports, questions},
};

/// So many cards a tick.
const AT_ONCE: u32 = 3;

/// What waits for a card and has a group now; what was taken back says so on its card.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    for id in imports::take_for_card(cx.tx, AT_ONCE)? {
        let Some(question) = questions::find(cx.tx, id)? else {
            continue;
        };
        if matches!(question.state, State::Withdrawn { .. }) {
            notices::update_card(cx, &question)?;
            notices::hide_words_beside_card(cx, &question)?;
            let words = cx.group_words();
            let told = say!(words, "import-taken-back", code = question.code);
            notices::note_under_card(cx, &question, Message::plain(told))?;
        } else {
            notices::place_card(cx, &question)?;
        }
    }
    Ok(())
}
