//! The supervision board that is pinned in the group of the standing body: looked up beside the writing thread when something
//! has happened, put there once, edited where it changed. Driven by time.

use crate::{
    chat::outgoing::{About, Act, Lane, Target, supervision_slot},
    domain::{
        body::BodyKind,
        council::Council,
        ids::{ChatId, MessageId},
        reading::Reading,
    },
    handlers::shared::cx::{Cx, Outcome, Placing},
    messages::{Found, board as say},
    store::{
        self, WriteTx, chats, events,
        readings::{self, Wish},
        shown,
        supervision::{self as rows, PinnedBoard},
        topics,
    },
};

use jiff::{SignedDuration, Timestamp};

/// It is looked up at most so often.
const EVERY: SignedDuration = SignedDuration::from_mins(10);

/// The group of the standing body.
fn group(tx: &WriteTx<'_>, council: &Council) -> store::Result<Option<ChatId>> {
    for body in &council.bodies {
        if body.kind == BodyKind::StandingBody
            && let Some(chat) = chats::chat_of(tx, &body.code)?
        {
            return Ok(Some(chat));
        }
    }
    Ok(None)
}

/// The group for which it has to be looked up: something has happened since, or another day has come. The first one
/// disturbs nobody at night.
fn due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<Option<ChatId>> {
    let Some(chat) = group(tx, council)? else {
        return Ok(None);
    };
    let known = rows::board(tx)?.filter(|board| board.chat == chat);
    let is_due = match known {
        None => council.quiet_until(now).is_none(),
        Some(board) => {
            let is_other_day = council.local_date(board.looked_at) < council.local_date(now);
            let has_passed = EVERY <= now.duration_since(board.looked_at);
            let is_quiet = board.pinned.is_none() && council.quiet_until(now).is_some();
            !is_quiet && has_passed && (is_other_day || board.seen_event != events::newest(tx)?)
        }
    };
    Ok(is_due.then_some(chat))
}

/// Whether it has to be looked up at `now`; looks only.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    Ok(due(tx, council, now)?.is_some())
}

/// Has it looked up, if that is due.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    match due(cx.tx, cx.council, cx.now)? {
        Some(chat) => look_up(cx, chat),
        None => Ok(()),
    }
}

/// Somebody asks for the board in that group: the pinned one is brought up to date, and put again where it was deleted.
pub(crate) fn refresh(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    if group(cx.tx, cx.council)? != Some(chat) {
        return Ok(());
    }
    // What nobody knows the looks of is edited in any case, and an edit finds out what is gone.
    shown::forget(cx.tx, chat, &supervision_slot())?;
    look_up(cx, chat)
}

fn look_up(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    if readings::want(cx.tx, chat, &Reading::PinnedBoard, cx.now)? == Wish::TooMany {
        return Ok(());
    }
    let known = rows::board(cx.tx)?.filter(|board| board.chat == chat);
    let board = PinnedBoard {
        chat,
        seen_event: events::newest(cx.tx)?,
        looked_at: cx.now,
        pinned: known.and_then(|board| board.pinned),
        is_pin_refused: known.is_some_and(|board| board.is_pin_refused),
    };
    Ok(rows::keep_board(cx.tx, board, cx.now)?)
}

/// It was looked up: shown in its place, and pinned if that message is not yet.
pub(crate) fn show(cx: &mut Cx<'_, '_>, chat: ChatId, found: Found) -> Outcome {
    let Some(board) = rows::board(cx.tx)?.filter(|board| board.chat == chat) else {
        return Ok(());
    };
    if group(cx.tx, cx.council)? != Some(chat) {
        return Ok(());
    }
    let Some(message) = found.messages.into_iter().next() else {
        return Ok(());
    };
    let target = Target::Slot(supervision_slot());
    cx.edit(chat, Lane::Card, target.clone(), message, About::default())?;
    if !board.is_pin_refused {
        pin_if_new(cx, board, target)?;
    }
    Ok(())
}

fn pin_if_new(cx: &mut Cx<'_, '_>, board: PinnedBoard, target: Target) -> Outcome {
    let in_slot = chats::message_in_slot(cx.tx, board.chat, &supervision_slot())?;
    if in_slot.is_some() && in_slot == board.pinned {
        return Ok(());
    }
    Ok(cx.put(board.chat, Lane::Card, Act::Pin { target })?)
}

/// A message came into the place of the board: a deleted one was put again, and is pinned.
pub(crate) fn arrived(cx: &mut Cx<'_, '_>, chat: ChatId, slot: Option<&str>) -> Outcome {
    if slot != Some(supervision_slot().as_str()) {
        return Ok(());
    }
    match rows::board(cx.tx)?.filter(|board| board.chat == chat) {
        Some(board) if board.pinned.is_some() && !board.is_pin_refused => {
            pin_if_new(cx, board, Target::Slot(supervision_slot()))
        }
        _ => Ok(()),
    }
}

/// Whether this chat is where the board is.
pub(crate) fn is_here(cx: &Cx<'_, '_>, chat: ChatId) -> store::Result<bool> {
    Ok(rows::board(cx.tx)?.is_some_and(|board| board.chat == chat))
}

/// It is pinned.
pub(crate) fn pinned(cx: &mut Cx<'_, '_>, message: MessageId) -> Outcome {
    let Some(board) = rows::board(cx.tx)? else {
        return Ok(());
    };
    let board = PinnedBoard {
        pinned: Some(message),
        is_pin_refused: false,
        ..board
    };
    Ok(rows::keep_board(cx.tx, board, cx.now)?)
}

/// Telegram did not pin it: the group hears once which right is missing.
pub(crate) fn not_pinned(cx: &mut Cx<'_, '_>, chat: ChatId, why: &str) -> Outcome {
    tracing::warn!(error = why, "the supervision board could not be pinned");
    let Some(board) = rows::board(cx.tx)?.filter(|board| !board.is_pin_refused) else {
        return Ok(());
    };
    let board = PinnedBoard {
        is_pin_refused: true,
        ..board
    };
    rows::keep_board(cx.tx, board, cx.now)?;
    let told = topics::group(cx.tx, chat)?.told_lacking;
    if told.is_some_and(|lacking| lacking.contains("pin")) {
        return Ok(());
    }
    let message = say::cannot_pin(cx.group_words());
    Ok(cx.send(chat, Lane::Card, message, Placing::default())?)
}

/// Rights changed: it is pinned now, and a refusal is news again.
pub(crate) fn pin_again(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    let refused = rows::board(cx.tx)?.filter(|board| board.chat == chat && board.is_pin_refused);
    let Some(board) = refused else {
        return Ok(());
    };
    let board = PinnedBoard {
        is_pin_refused: false,
        ..board
    };
    rows::keep_board(cx.tx, board, cx.now)?;
    let target = Target::Slot(supervision_slot());
    Ok(cx.put(chat, Lane::Card, Act::Pin { target })?)
}
