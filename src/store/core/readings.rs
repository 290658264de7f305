//! Readings that somebody waits for: written with the deed that wants them, gone when they were told.

use jiff::Timestamp;
use rusqlite::params;

use crate::{
    domain::{ids::ChatId, reading::Reading},
    store::{Result, StoreError, WriteTx},
};

/// So many readings of one chat may wait.
pub(crate) const MAX_WAITING: u32 = 3;

/// After so many starts without an end a reading is given up.
pub(crate) const MAX_STARTS: u32 = 3;

/// A reading that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Its row.
    pub(crate) id: i64,
    /// Who waits for it.
    pub(crate) chat: ChatId,
    /// What.
    pub(crate) reading: Reading,
    /// How often it was begun and came to no end.
    pub(crate) starts: u32,
}

/// A reading that waits, of which nobody knows what it is: another version wrote it, or it is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// Its row.
    pub(crate) id: i64,
    /// Who waits for it; none: words typed behind the bot's name, and nobody waits in a chat.
    pub(crate) chat: Option<ChatId>,
}

/// How the wish for words typed behind the bot's name begins.
const INLINE: &str = "{\"inline\":";

/// What became of a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// It waits for its turn.
    Kept,
    /// The chat waits for just this already.
    KnownAlready,
    /// The chat waits for too much already.
    TooMany,
}

/// Somebody in `chat` wants to know something, and not too much at once.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn want(
    tx: &mut WriteTx<'_>,
    chat: ChatId,
    reading: &Reading,
    now: Timestamp,
) -> Result<Wish> {
    let wish = json(reading)?;
    let (waiting, same): (u32, u32) = tx.one(
        "select count(*) as waiting, count(*) filter (where wish = ?2) as same from reading where chat_id = ?1",
        params![chat.0, wish],
        |row| Ok((row.get("waiting")?, row.get("same")?)),
    )?;
    if same > 0 {
        return Ok(Wish::KnownAlready);
    }
    if waiting >= MAX_WAITING {
        return Ok(Wish::TooMany);
    }
    keep(tx, chat, reading, now)?;
    Ok(Wish::Kept)
}

/// Somebody typed words behind the bot's name: what they typed before is of no use any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn want_inline(
    tx: &mut WriteTx<'_>,
    chat: ChatId,
    reading: &Reading,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "delete from reading where chat_id = ? and json_extract(wish, '$.inline') is not null",
        [chat.0],
    )?;
    keep(tx, chat, reading, now)
}

/// It is time that `chat` reads something, however much it waits for.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &mut WriteTx<'_>,
    chat: ChatId,
    reading: &Reading,
    now: Timestamp,
) -> Result<()> {
    tx.insert(
        "insert into reading (chat_id, wish, wanted_at) values (?, ?, ?)",
        params![chat.0, json(reading)?, now.as_second()],
    )?;
    tx.ring();
    Ok(())
}

/// The oldest reading of every chat, oldest first; and those among them that cannot be read, which hold up nobody else.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn first_of_each_chat(tx: &WriteTx<'_>) -> Result<(Vec<Wanted>, Vec<Unreadable>)> {
    let mut unreadable = Vec::new();
    let first = tx.all(
        "select id, chat_id, wish, starts from reading
         where id in (select min(id) from reading group by chat_id) order by id",
        [],
        |row| {
            let (id, chat) = (row.get("id")?, ChatId(row.get("chat_id")?));
            let wish: String = row.get("wish")?;
            let Ok(reading) = serde_json::from_str(&wish) else {
                let chat = (!wish.starts_with(INLINE)).then_some(chat);
                unreadable.push(Unreadable { id, chat });
                return Ok(None);
            };
            Ok(Some(Wanted {
                id,
                chat,
                reading,
                starts: row.get("starts")?,
            }))
        },
    )?;
    Ok((first.into_iter().flatten().collect(), unreadable))
}

/// Nobody waits for it any more. `false`: nobody did.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn finish(tx: &WriteTx<'_>, id: i64) -> Result<bool> {
    Ok(tx.execute("delete from reading where id = ?", [id])? == 1)
}

/// It is begun: counted before it is looked up, since it may end the process.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(tx: &WriteTx<'_>, id: i64) -> Result<()> {
    tx.execute("update reading set starts = starts + 1 where id = ?", [id])?;
    Ok(())
}

/// The process ends as it should while these are under way: that was no try of them.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn put_back(tx: &WriteTx<'_>, begun: &[i64]) -> Result<()> {
    for id in begun {
        tx.execute(
            "update reading set starts = max(starts - 1, 0) where id = ?",
            [id],
        )?;
    }
    Ok(())
}

/// A group has a new id: what it waits for goes there.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn redirect(tx: &WriteTx<'_>, from: ChatId, to: ChatId) -> Result<()> {
    tx.execute(
        "update reading set chat_id = ? where chat_id = ?",
        [to.0, from.0],
    )?;
    Ok(())
}

fn json(reading: &Reading) -> Result<String> {
    serde_json::to_string(reading).map_err(|error| StoreError::impossible("reading", error))
}
