//! Announcements to many: what is told to whom, how far it is, what became of it.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    broadcast::{Audience, Broadcast, BroadcastState, Link, Subject, Tally},
    ids::{AreaCode, BroadcastId, ChatId, UserId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx};

/// So many messages may be under way when a program is killed: calls in the air, and ends of calls not written yet.
const UNDER_WAY: u32 = 32;

const COLUMNS: &str = "id, author_id, author_name, chat_id, topic, audience, text, media, link_label, link_address,
     urgent_because, state, approved_name, told_up_to, is_told, is_held, queued, delivered, blocked, failed, perhaps_twice";

/// Begins one: to everybody, about what the council does.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn begin(
    tx: &WriteTx<'_>,
    (author, name): (UserId, &str),
    chat: ChatId,
    now: Timestamp,
) -> Result<BroadcastId> {
    let id = tx.insert(
        "insert into broadcast (author_id, author_name, chat_id, topic, audience, state, made_at)
         values (?, ?, ?, ?, ?, 'draft', ?)",
        params![
            author.0,
            name,
            chat.0,
            Subject::Announcements.as_str(),
            json(&Audience::Areas(Vec::new()))?,
            now.as_second()
        ],
    )?;
    Ok(BroadcastId(id))
}

/// The announcement of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: BroadcastId) -> Result<Option<Broadcast>> {
    tx.optional(
        &format!("select {COLUMNS} from broadcast where id = ?"),
        [id.0],
        read,
    )
}

/// The one that somebody writes in this chat.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn draft_of(
    tx: &WriteTx<'_>,
    author: UserId,
    chat: ChatId,
) -> Result<Option<Broadcast>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from broadcast where author_id = ? and chat_id = ? and state = 'draft'
             order by id desc limit 1"
        ),
        [author.0, chat.0],
        read,
    )
}

/// Those that are being sent or rest, and stopped ones of which more has arrived than is shown.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn under_way(tx: &WriteTx<'_>) -> Result<Vec<Broadcast>> {
    tx.all(
        &format!(
            "select {COLUMNS} from broadcast indexed by broadcast_open where state in ('sending', 'paused', 'stopped')
                 and (state <> 'stopped' or shown <> state || ' ' || delivered || ' ' || blocked || ' ' || failed)
             order by id"
        ),
        [],
        read,
    )
}

/// The last ones that came to an end.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn ended(tx: &WriteTx<'_>, most: u32) -> Result<Vec<Broadcast>> {
    tx.all(
        &format!(
            "select {COLUMNS} from broadcast where state in ('done', 'stopped') order by id desc limit ?"
        ),
        [most],
        read,
    )
}

/// Keeps what was changed while it is written.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(tx: &WriteTx<'_>, broadcast: &Broadcast) -> Result<()> {
    let media = broadcast.media.as_ref().map(json).transpose()?;
    tx.execute(
        "update broadcast set topic = ?2, audience = ?3, text = ?4, media = ?5, link_label = ?6, link_address = ?7,
             urgent_because = ?8, state = ?9 where id = ?1",
        params![
            broadcast.id.0,
            broadcast.subject.as_str(),
            json(&broadcast.audience)?,
            broadcast.text,
            media,
            broadcast.link.as_ref().map(|link| &link.label),
            broadcast.link.as_ref().map(|link| &link.address),
            broadcast.urgent_because,
            broadcast.state.as_str(),
        ],
    )?;
    Ok(())
}

/// Somebody else than its author approved it: it is sent from now on. `false`: it was not waiting for that.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn approve(
    tx: &WriteTx<'_>,
    id: BroadcastId,
    (who, name): (UserId, &str),
    now: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "update broadcast set state = 'sending', approved_by = ?2, approved_name = ?3, begun_at = ?4
         where id = ?1 and state = 'submitted' and author_id <> ?2",
        params![id.0, who.0, name, now.as_second()],
    )?;
    Ok(changed == 1)
}

/// It goes on, rests, or ends. `false`: it is not in one of the states `from`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn move_to(
    tx: &WriteTx<'_>,
    id: BroadcastId,
    from: &[BroadcastState],
    to: BroadcastState,
    now: Timestamp,
) -> Result<bool> {
    let from: Vec<&str> = from.iter().map(|state| state.as_str()).collect();
    let ends = matches!(to, BroadcastState::Stopped | BroadcastState::Done);
    let changed = tx.execute(
        "update broadcast set state = ?3, ended_at = iif(?4, ?5, ended_at), is_held = iif(?3 = 'paused', is_held, 0)
         where id = ?1 and state in (select value from json_each(?2))",
        params![id.0, json(&from)?, to.as_str(), ends, now.as_second()],
    )?;
    Ok(changed == 1)
}

/// The next people who are told, by number: whoever agreed, can be reached, and did not switch the subject off.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn next_people(
    tx: &WriteTx<'_>,
    broadcast: &Broadcast,
    areas: &[AreaCode],
    most: u32,
) -> Result<Vec<UserId>> {
    let areas: Vec<&str> = areas.iter().map(AreaCode::as_str).collect();
    tx.all(
        "select r.user_id from resident r
         where r.user_id > ?1 and r.blocked_at is null and r.consent_version is not null
             and not exists (select 1 from muted_topic m where m.user_id = r.user_id and m.topic = ?2)
             and case ?3
                 when 'everybody' then true
                 when 'areas' then r.area_code in (select value from json_each(?4))
                     or exists (select 1 from resident_area a
                         where a.user_id = r.user_id and a.area_code in (select value from json_each(?4)))
                 when 'meeting' then exists (select 1 from registration g
                     where g.meeting_code = ?5 and g.user_id = r.user_id
                         and g.standing in ('seated', 'offered', 'waiting'))
                 when 'field' then exists (select 1 from question q
                         where q.author_id = r.user_id and q.category_code = ?5)
                     or exists (select 1 from support s join question q on q.id = s.question_id
                         where s.user_id = r.user_id and q.category_code = ?5)
                 else exists (select 1 from question q where q.author_id = r.user_id
                     and q.state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside'))
             end
         order by r.user_id limit ?6",
        params![
            broadcast.told_up_to.0,
            broadcast.subject.as_str(),
            broadcast.audience.kind(),
            json(&areas)?,
            broadcast.audience.named(),
            most
        ],
        |row| Ok(UserId(row.get(0)?)),
    )
}

/// Everybody up to `last` is in the outbox: so many more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn advance(tx: &WriteTx<'_>, id: BroadcastId, last: UserId, more: usize) -> Result<()> {
    let more = i64::try_from(more).unwrap_or(i64::MAX);
    tx.execute(
        "update broadcast set told_up_to = ?2, queued = queued + ?3 where id = ?1",
        params![id.0, last.0, more],
    )?;
    Ok(())
}

/// Nobody is left to be put there.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn all_told(tx: &WriteTx<'_>, id: BroadcastId) -> Result<()> {
    tx.execute("update broadcast set is_told = 1 where id = ?", [id.0])?;
    Ok(())
}

/// What became of one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Became {
    /// It arrived.
    Delivered,
    /// The person cannot be reached.
    Blocked,
    /// Telegram refused it.
    Failed,
}

/// Counts what became of one message.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count(tx: &WriteTx<'_>, id: BroadcastId, became: Became) -> Result<()> {
    let sql = match became {
        Became::Delivered => "update broadcast set delivered = delivered + 1 where id = ?",
        Became::Blocked => "update broadcast set blocked = blocked + 1 where id = ?",
        Became::Failed => "update broadcast set failed = failed + 1 where id = ?",
    };
    tx.execute(sql, [id.0])?;
    Ok(())
}

/// What was shown of the progress last, and when.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn shown(tx: &WriteTx<'_>, id: BroadcastId) -> Result<(String, i64)> {
    tx.one(
        "select shown, shown_at from broadcast where id = ?",
        [id.0],
        |row| Ok((row.get("shown")?, row.get("shown_at")?)),
    )
}

/// This is shown of it now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_shown(
    tx: &WriteTx<'_>,
    id: BroadcastId,
    shown: &str,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update broadcast set shown = ?2, shown_at = ?3 where id = ?1",
        params![id.0, shown, now.as_second()],
    )?;
    Ok(())
}

/// A process begins to serve. Where the one before was killed, some of what it had under way may come twice: it is sent
/// again, and counted.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_start(tx: &WriteTx<'_>, now: Timestamp) -> Result<()> {
    let was_killed: bool = tx.one(
        "select since is not null from serving where id = 1",
        [],
        |row| Ok(row.get(0)?),
    )?;
    if was_killed {
        tx.execute(
            "update broadcast set perhaps_twice = perhaps_twice + min(?1, queued - delivered - blocked - failed)
             where state in ('sending', 'paused', 'stopped') and queued > delivered + blocked + failed",
            [UNDER_WAY],
        )?;
    }
    tx.execute("update serving set since = ?", [now.as_second()])?;
    Ok(())
}

/// The process ends as it should: what it had under way is written down.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_end(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute("update serving set since = null", [])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Broadcast> {
    let impossible = |why: &str| StoreError::impossible("broadcast", why.to_owned());
    let (topic, state): (String, String) = (row.get("topic")?, row.get("state")?);
    let audience: String = row.get("audience")?;
    let media: Option<String> = row.get("media")?;
    let link = match (row.get("link_label")?, row.get("link_address")?) {
        (Some(label), Some(address)) => Some(Link { label, address }),
        _ => None,
    };
    Ok(Broadcast {
        id: BroadcastId(row.get("id")?),
        author: UserId(row.get("author_id")?),
        author_name: row.get("author_name")?,
        chat: ChatId(row.get("chat_id")?),
        subject: Subject::from_word(&topic).ok_or_else(|| impossible("unknown topic"))?,
        audience: parsed(&audience)?,
        text: row.get("text")?,
        media: media.as_deref().map(parsed).transpose()?,
        link,
        urgent_because: row.get("urgent_because")?,
        state: BroadcastState::from_word(&state).ok_or_else(|| impossible("unknown state"))?,
        approved_name: row.get("approved_name")?,
        told_up_to: UserId(row.get("told_up_to")?),
        is_told: row.get("is_told")?,
        is_held: row.get("is_held")?,
        tally: Tally {
            queued: row.get("queued")?,
            delivered: row.get("delivered")?,
            blocked: row.get("blocked")?,
            failed: row.get("failed")?,
            perhaps_twice: row.get("perhaps_twice")?,
        },
    })
}

fn parsed<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| StoreError::impossible("broadcast", error))
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::impossible("broadcast", error))
}
