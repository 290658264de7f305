//! What time does to drafts: albums settle, a forgotten draft is mentioned once, held words are forgotten.

use crate::{
    chat::outgoing::Lane,
    domain::{council::Council, ids::UserId},
    handlers::{
        question,
        shared::cx::{Cx, Outcome, Placing},
    },
    messages::question as say_question,
    store::{self, WriteTx, attachments, conversations, discarded, entries, held_texts, residents},
};

use jiff::{SignedDuration, Timestamp};

/// A draft left alone for so long is mentioned once, in seconds: a day, so that nobody is pressed.
const FORGOTTEN_AFTER: i64 = 86_400;

/// Whether anything is due at `now`; looks only. What can wait is not due in the council's quiet hours.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    Ok(!attachments::settled(tx, now)?.is_empty()
        || held_texts::has_old(tx, now)?
        || discarded::has_old(tx, now)?
        || entries::has_old(tx, now)?
        || !forgotten(tx, council, now)?.is_empty())
}

fn forgotten(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<Vec<UserId>> {
    let before = now.checked_sub(SignedDuration::from_secs(FORGOTTEN_AFTER));
    match (council.quiet_until(now), before) {
        (None, Ok(before)) => conversations::forgotten_since(tx, before),
        _ => Ok(Vec::new()),
    }
}

/// One gentle reminder a draft; nobody who blocked the bot gets one.
fn remind(cx: &mut Cx<'_, '_>) -> store::Result<()> {
    for user in forgotten(cx.tx, cx.council, cx.now)? {
        conversations::mark_reminded(cx.tx, user, cx.now)?;
        let (Some(resident), Some(draft)) = (
            residents::find(cx.tx, user)?,
            conversations::draft_of(cx.tx, user)?,
        ) else {
            continue;
        };
        if !resident.blocked {
            let reminder = say_question::draft_reminder(cx.words_for(user)?, &draft);
            cx.send(
                user.private_chat(),
                Lane::Digest,
                reminder,
                Placing::default(),
            )?;
        }
    }
    Ok(())
}

/// Does what is due. Done twice, it changes nothing.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    for user in held_texts::forget_old(cx.tx, cx.now)? {
        question::attach::let_go_with_held_words(cx, user)?;
    }
    question::draft::discard::forget_old(cx)?;
    remind(cx)?;
    question::attach::settle_albums(cx)
}
