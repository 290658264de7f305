//! The cards that wait for a group: when it is linked, the most urgent come at once, the others by and by, as fast as Telegram
//! takes messages of a group. Thousands at once would keep everybody waiting. Driven by time.

use crate::{
    domain::ids::{BodyCode, ChatId},
    handlers::shared::{
        cx::{Cx, Outcome},
        notices,
    },
    store::{self, WriteTx, chats, clock, questions},
};

use jiff::{SignedDuration, Timestamp};

/// So many come at once,
const AT_ONCE: u32 = 20;
/// and so often: a group takes twenty messages a minute.
const EVERY: SignedDuration = SignedDuration::from_mins(1);

/// How the rounds are named, in front of the body: as long as cards of a body wait there is one.
const ROUND: &str = "cards";

/// Whether more cards are due at `now`; looks only.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, now: Timestamp) -> store::Result<bool> {
    Ok(!clock::rounds_of(tx, ROUND, now - EVERY)?.is_empty())
}

/// Puts the next ones into their groups. A body that has no group any more gets its cards when it has one.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    for body in clock::rounds_of(cx.tx, ROUND, cx.now - EVERY)? {
        let body = BodyCode::new(body);
        match chats::chat_of(cx.tx, &body)? {
            Some(chat) => place(cx, &body, chat)?,
            None => clock::forget_round(cx.tx, &round_of(&body))?,
        }
    }
    Ok(())
}

/// Puts the most urgent of a body's questions that have no card in its group there; the others wait for their turn.
pub(crate) fn place(cx: &mut Cx<'_, '_>, body: &BodyCode, chat: ChatId) -> Outcome {
    for id in questions::without_card_in(cx.tx, body, chat, AT_ONCE)? {
        if let Some(question) = questions::find(cx.tx, id)? {
            notices::put_card(cx, &question, chat)?;
        }
    }
    let round = round_of(body);
    if questions::count_without_card_in(cx.tx, body, chat)? > 0 {
        clock::finish_round(cx.tx, &round, cx.now)?;
    } else {
        clock::forget_round(cx.tx, &round)?;
    }
    Ok(())
}

fn round_of(body: &BodyCode) -> String {
    format!("{ROUND}:{body}")
}
