//! A person is forgotten: of each table either the rows go, or they stay as those of nobody (a tombstone), so that
//! figures do not change.
//!
//! [`TABLES`] says for every table of the schema what becomes of it; a test compares the two. The tombstone is a resident
//! below every number that Telegram gives: nothing is ever sent to it (`outbox::queue`).

use jiff::Timestamp;
use rusqlite::params;

mod cover;
mod tables;

pub(in crate::store) use self::cover::leave_to_nobody;
pub(crate) use self::cover::{forget_on_paper, forget_words};
pub use self::tables::{Fate, TABLES};

use crate::domain::{
    event::OF_RESIDENTS,
    ids::{QuestionId, UserId},
};
use crate::store::{Result, WriteTx, cleanup, events};
use cover::{cover_question, cover_statements, person};

/// What may stay of the words of open questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// Nothing: category and place say what it is about.
    Go,
    /// The matter, covered as for everybody.
    StayCovered,
}

/// A wish to be forgotten that is not carried out yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pending {
    /// Who.
    pub(crate) user: UserId,
    /// When it is carried out.
    pub(crate) due_at: Timestamp,
    /// What they want to leave.
    pub(crate) words: Words,
}

/// Somebody wants to be forgotten at `due_at`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn ask(tx: &WriteTx<'_>, pending: Pending, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into erasure (user_id, asked_at, due_at, keeps_matter) values (?1, ?2, ?3, ?4)
         on conflict (user_id) do update set keeps_matter = ?4",
        params![
            pending.user.0,
            now.as_second(),
            pending.due_at.as_second(),
            pending.words == Words::StayCovered
        ],
    )?;
    Ok(())
}

/// They do not want it any more; `false`: nothing was to be done.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_back(tx: &WriteTx<'_>, user: UserId) -> Result<bool> {
    Ok(tx.execute("delete from erasure where user_id = ?", [user.0])? > 0)
}

/// What is to be done about this person.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn pending(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Pending>> {
    tx.optional(
        "select user_id, due_at, keeps_matter from erasure where user_id = ?",
        [user.0],
        read,
    )
}

/// The first of those that are due.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn due(tx: &WriteTx<'_>, now: Timestamp) -> Result<Option<Pending>> {
    tx.optional(
        "select user_id, due_at, keeps_matter from erasure where due_at <= ? order by due_at limit 1",
        [now.as_second()],
        read,
    )
}

fn read(row: &rusqlite::Row<'_>) -> Result<Pending> {
    let keeps_matter: bool = row.get("keeps_matter")?;
    Ok(Pending {
        user: UserId(row.get("user_id")?),
        due_at: crate::store::write_tx::time("erasure", row.get("due_at")?)?,
        words: if keeps_matter {
            Words::StayCovered
        } else {
            Words::Go
        },
    })
}

/// Forgets the person in every table; gives the questions whose cards have to be brought up to date.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget(
    tx: &WriteTx<'_>,
    user: UserId,
    words: Words,
    now: Timestamp,
) -> Result<Vec<QuestionId>> {
    cleanup::overwrite(tx)?;
    let forgotten = forget_everywhere(tx, user, words, now);
    cleanup::overwrite_no_more(tx)?;
    cleanup::want(tx, now)?;
    forgotten
}

fn forget_everywhere(
    tx: &WriteTx<'_>,
    user: UserId,
    words: Words,
    now: Timestamp,
) -> Result<Vec<QuestionId>> {
    let person = person(tx, user)?;
    let questions = tx.all(
        "select id from question where author_id = ? order by id",
        [user.0],
        |row| Ok(QuestionId(row.get(0)?)),
    )?;
    let nobody = make_nobody(tx, user)?;
    for question in &questions {
        cover_question(tx, *question, words, &person)?;
    }
    remove_own_rows(tx, user)?;
    cover_statements(tx, user, &person)?;
    hand_to_nobody(tx, user, nobody, now)?;
    let is_staff = tx.one(
        "select exists (select 1 from role_grant where user_id = ?1)
             or exists (select 1 from duty where user_id = ?1)",
        [user.0],
        |row| Ok(row.get::<_, bool>(0)?),
    )?;
    events::forget_actor(tx, user, is_staff.then_some(&OF_RESIDENTS[..]))?;
    tx.execute("delete from resident where user_id = ?", [user.0])?;
    Ok(questions)
}

/// A resident who is nobody, in the place of this one.
fn make_nobody(tx: &WriteTx<'_>, user: UserId) -> Result<UserId> {
    let lowest: i64 = tx.one("select min(user_id) from resident", [], |row| {
        Ok(row.get::<_, Option<i64>>(0)?.unwrap_or(0))
    })?;
    let nobody = UserId::nobody_after(lowest);
    tx.execute(
        "insert into resident (user_id, display_name, language, created_at)
         select ?1, '', language, created_at from resident where user_id = ?2",
        [nobody.0, user.0],
    )?;
    Ok(nobody)
}

/// Rows that hold nothing but what the person wrote or wanted.
fn remove_own_rows(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    const OF_DRAFTS: [&str; 3] = [
        "delete from attachment where draft_id in (select id from draft where user_id = ?)",
        "delete from attachment where draft_id in (select draft_id from discarded_draft where user_id = ?)",
        "delete from source_message where user_id = ?",
    ];
    const OF_THE_PERSON: [&str; 25] = [
        "delete from draft where user_id = ?",
        "delete from conversation where user_id = ?",
        "delete from held_text where user_id = ?",
        "delete from waiting_point where user_id = ?",
        "delete from meeting_follower where user_id = ?",
        "delete from public_follower where user_id = ?",
        "delete from muted_topic where user_id = ?",
        "delete from resident_area where user_id = ?",
        "delete from subject_follower where user_id = ?",
        "delete from association where user_id = ?",
        "delete from slip_try where user_id = ?",
        "delete from search where user_id = ?",
        "delete from reading where chat_id = ?",
        "delete from outbox where chat_id = ?",
        "delete from sent_message where chat_id = ?",
        "delete from erasure where user_id = ?",
        "delete from member where user_id = ?",
        "delete from discarded_draft where user_id = ?",
        "delete from shown where chat_id = ?",
        "delete from held_deed where user_id = ?",
        "delete from live_support where user_id = ?",
        "delete from live_support where live_id in (select id from live_question where author_id = ?)",
        "delete from live_question where author_id = ?",
        "delete from stance where statement_id in (select id from statement where author_id = ? and state <> 'shown')",
        "delete from statement where author_id = ? and state <> 'shown'",
    ];
    for sql in OF_DRAFTS.into_iter().chain(OF_THE_PERSON) {
        tx.execute(sql, [user.0])?;
    }
    Ok(())
}

/// Rows that are counted.
fn hand_to_nobody(tx: &WriteTx<'_>, user: UserId, nobody: UserId, now: Timestamp) -> Result<()> {
    const COUNTED: [&str; 12] = [
        "update consent set user_id = ?2, message_id = 0 where user_id = ?1",
        "update question set author_id = ?2 where author_id = ?1",
        "update support set user_id = ?2 where user_id = ?1",
        "update survey set user_id = ?2, comment = null where user_id = ?1",
        "update resolution_check set user_id = ?2, words = null, media = null where user_id = ?1",
        "update speaker set name = '…', topic = null where registration_id in (
             select id from registration where user_id = ?1) and ?2 < 0",
        "update registration set user_id = ?2, topic = null where user_id = ?1",
        "update consultation_voice set user_id = ?2 where user_id = ?1",
        "update stance set user_id = ?2 where user_id = ?1",
        "update statement set author_id = ?2 where author_id = ?1",
        "update data_request set user_id = ?2, words = null where user_id = ?1",
        "update inbox set chat_id = null, mark = '', raw = '', state = 'done' where chat_id = ?1 and ?2 < 0",
    ];
    for sql in COUNTED {
        tx.execute(sql, [user.0, nobody.0])?;
    }
    // A ban that runs goes on: the number is needed for it, and for nothing else.
    tx.execute(
        "update ban set appeal = null, user_id = iif(ended_at is null and ends_at > ?3, user_id, ?2)
         where user_id = ?1",
        [user.0, nobody.0, now.as_second()],
    )?;
    Ok(())
}
