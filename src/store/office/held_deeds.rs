//! What people did in groups and what waits until Telegram has told about them: kept with the update, gone when it is
//! done. Beside the inbox, because nobody else's deeds have to wait behind it.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::ids::{ChatId, UpdateId, UserId};
use crate::store::{Result, WriteTx, inbox::RawUpdate};

/// Of whom, or of what, Telegram has to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Asked {
    /// The group.
    pub(crate) chat: ChatId,
    /// Whether this person is a member; `None`: what the group is.
    pub(crate) about: Option<UserId>,
}

/// So many deeds of one person may wait in a group: more would only be presses in a fury.
const MAX_WAITING: u32 = 20;

/// This update waits until `asked` is answered. `false`: too many of the same do.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    update: &RawUpdate,
    asked: Asked,
    now: Timestamp,
) -> Result<bool> {
    let about = asked.about.map(|user| user.0);
    let waiting: u32 = tx.one(
        "select count(*) from held_deed where chat_id = ? and user_id is ?",
        params![asked.chat.0, about],
        |row| Ok(row.get(0)?),
    )?;
    if waiting >= MAX_WAITING {
        return Ok(false);
    }
    tx.execute(
        "insert or replace into held_deed (update_id, chat_id, user_id, raw, held_at) values (?, ?, ?, ?, ?)",
        params![update.id.0, asked.chat.0, about, update.json, now.as_second()],
    )?;
    Ok(true)
}

/// What has to be asked, the oldest first, with the updates that wait for it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn waiting(tx: &WriteTx<'_>) -> Result<Vec<(Asked, RawUpdate)>> {
    tx.all(
        "select update_id, chat_id, user_id, raw from held_deed order by update_id",
        [],
        |row| {
            let chat = ChatId(row.get("chat_id")?);
            let about = row.get::<_, Option<i64>>("user_id")?.map(UserId);
            let update = RawUpdate {
                id: UpdateId(row.get("update_id")?),
                chat: Some(chat),
                mark: String::new(),
                json: row.get("raw")?,
            };
            Ok((Asked { chat, about }, update))
        },
    )
}

/// Takes the updates that waited for this, the oldest first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take(tx: &WriteTx<'_>, asked: Asked) -> Result<Vec<RawUpdate>> {
    let mut taken = tx.all(
        "delete from held_deed where chat_id = ? and user_id is ? returning update_id, raw",
        params![asked.chat.0, asked.about.map(|user| user.0)],
        |row| {
            Ok(RawUpdate {
                id: UpdateId(row.get("update_id")?),
                chat: Some(asked.chat),
                mark: String::new(),
                json: row.get("raw")?,
            })
        },
    )?;
    taken.sort_by_key(|update| update.id.0);
    Ok(taken)
}
