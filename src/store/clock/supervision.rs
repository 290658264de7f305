//! The board that is pinned in the group of the standing body: where it is, and of when.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{ChatId, MessageId};
use crate::store::{Result, WriteTx, write_tx::time};

/// The pinned board, as it was looked up last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PinnedBoard {
    /// In which group.
    pub(crate) chat: ChatId,
    /// The newest event of then.
    pub(crate) seen_event: i64,
    /// When.
    pub(crate) looked_at: Timestamp,
    /// The message that was pinned.
    pub(crate) pinned: Option<MessageId>,
    /// Whether the group was told which right is missing.
    pub(crate) is_pin_refused: bool,
}

/// The board; `None`: it was never looked up.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn board(tx: &WriteTx<'_>) -> Result<Option<PinnedBoard>> {
    tx.optional(
        "select chat_id, seen_event, looked_at, pinned_message, pin_refused_at is not null as is_pin_refused
         from supervision_board where id = 1",
        [],
        |row| {
            Ok(PinnedBoard {
                chat: ChatId(row.get("chat_id")?),
                seen_event: row.get("seen_event")?,
                looked_at: time("supervision_board", row.get("looked_at")?)?,
                pinned: row.get::<_, Option<i64>>("pinned_message")?.map(MessageId),
                is_pin_refused: row.get("is_pin_refused")?,
            })
        },
    )
}

/// Keeps it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_board(tx: &WriteTx<'_>, board: PinnedBoard, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into supervision_board (id, chat_id, seen_event, looked_at, pinned_message, pin_refused_at)
         values (1, ?1, ?2, ?3, ?4, ?5)
         on conflict (id) do update set chat_id = ?1, seen_event = ?2, looked_at = ?3, pinned_message = ?4,
             pin_refused_at = ?5",
        params![
            board.chat.0,
            board.seen_event,
            board.looked_at.as_second(),
            board.pinned.map(|message| message.0),
            board.is_pin_refused.then(|| now.as_second()),
        ],
    )?;
    Ok(())
}
