//! Which questions there are: of an author, of a body, around a place.

use super::{COLUMNS, read};
use crate::domain::{
    ids::{AreaCode, BodyCode, CategoryCode, ChatId, QuestionId, SessionCode, UserId},
    question::Question,
};
use crate::store::{Result, WriteTx};
use jiff::{Timestamp, civil::Date};
use rusqlite::params;

/// How many questions this body has open, by category, the most frequent first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn open_by_category(
    tx: &WriteTx<'_>,
    body: &BodyCode,
) -> Result<Vec<(CategoryCode, u32)>> {
    tx.all(
        "select category_code, count(*) as open from question where body_code = ? and state = 'forwarded'
         group by category_code order by count(*) desc, category_code",
        [body.as_str()],
        |row| Ok((CategoryCode::new(row.get::<_, String>("category_code")?), row.get("open")?)),
    )
}

/// How many questions of this resident still wait for an answer.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_open_of(tx: &WriteTx<'_>, author: UserId) -> Result<u32> {
    tx.one(
        "select count(*) from question where author_id = ?
             and state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')",
        [author.0],
        |row| Ok(row.get(0)?),
    )
}

/// How many questions this resident has sent since `since`, whatever became of them.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_since(tx: &WriteTx<'_>, author: UserId, since: Timestamp) -> Result<u32> {
    tx.one(
        "select count(*) from question where author_id = ? and received_at > ?",
        params![author.0, since.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// The resident's questions, newest first, at most `limit`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of_author(tx: &WriteTx<'_>, author: UserId, limit: u32) -> Result<Vec<Question>> {
    tx.all(
        &format!("select {COLUMNS} from question where author_id = ? order by id desc limit ?"),
        params![author.0, limit],
        read,
    )
}

/// How many questions a body still has to answer.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_open_of_body(tx: &WriteTx<'_>, body: &BodyCode) -> Result<u32> {
    tx.one(
        "select count(*) from question where body_code = ?
             and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')",
        [body.as_str()],
        |row| Ok(row.get(0)?),
    )
}

/// Of what a body still has to answer: how many have no live card in this chat.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_without_card_in(
    tx: &WriteTx<'_>,
    body: &BodyCode,
    chat: ChatId,
) -> Result<u32> {
    tx.one(
        "select count(*) from question where body_code = ? and card_chat_id is not ?
             and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')",
        params![body.as_str(), chat.0],
        |row| Ok(row.get(0)?),
    )
}

/// These questions, the most urgent first, so many of them.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn without_card_in(
    tx: &WriteTx<'_>,
    body: &BodyCode,
    chat: ChatId,
    most: u32,
) -> Result<Vec<QuestionId>> {
    tx.all(
        "select id from question where body_code = ? and card_chat_id is not ?
             and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') order by due_on, id limit ?",
        params![body.as_str(), chat.0, most],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// What a body still has to answer and whose live card is in this chat, the most urgent first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn with_card_in(
    tx: &WriteTx<'_>,
    body: &BodyCode,
    chat: ChatId,
) -> Result<Vec<QuestionId>> {
    tx.all(
        "select id from question where body_code = ? and card_chat_id = ?
             and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') order by due_on, id",
        params![body.as_str(), chat.0],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// The open questions of this body that one of its members took on or was given, the most urgent first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn claimed_by(
    tx: &WriteTx<'_>,
    body: &BodyCode,
    member: UserId,
) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where body_code = ? and claimed_by = ?
                 and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') order by due_on, id"
        ),
        params![body.as_str(), member.0],
        read,
    )
}

/// Who has open questions of this body on their hands: the member, the name on the card, how many.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn claimants(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Vec<(UserId, String, u32)>> {
    tx.all(
        "select claimed_by, max(claimed_name) as name, count(*) as open from question
         where body_code = ? and claimed_by is not null
             and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')
         group by claimed_by order by 2, 1",
        [body.as_str()],
        |row| {
            Ok((
                UserId(row.get("claimed_by")?),
                row.get("name")?,
                row.get("open")?,
            ))
        },
    )
}

/// The newest questions of this category in this area, newest first: what a new one may be alike to.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn newest_in(
    tx: &WriteTx<'_>,
    category: &CategoryCode,
    area: &AreaCode,
    limit: u32,
) -> Result<Vec<QuestionId>> {
    tx.all(
        "select id from question
         where category_code = ?1 and area_code = ?2
             and state <> 'withdrawn' and state <> 'merged' and state <> 'returned'
         order by id desc limit ?3",
        params![category.as_str(), area.as_str(), limit],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// The newest of an earlier session, of this category in this area, newest first, among the `looked_at` newest there.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn newest_of_other_sessions_in(
    tx: &WriteTx<'_>,
    category: &CategoryCode,
    area: &AreaCode,
    now: Option<&SessionCode>,
    (looked_at, limit): (u32, u32),
) -> Result<Vec<QuestionId>> {
    tx.all(
        "select id from (
             select id, session_code from question
             where category_code = ?1 and area_code = ?2
                 and state <> 'withdrawn' and state <> 'merged' and state <> 'returned'
             order by id desc limit ?4)
         where session_code is not null and session_code is not ?3
         order by id desc limit ?5",
        params![
            category.as_str(),
            area.as_str(),
            now.map(SessionCode::as_str),
            looked_at,
            limit
        ],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// The questions that go on as this one: their authors wait for its answer.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn merged_into(tx: &WriteTx<'_>, id: QuestionId) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where merged_into_id = ? and state = 'merged' order by id"
        ),
        [id.0],
        read,
    )
}

/// What was set aside until a day that has come.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn set_aside_until(tx: &WriteTx<'_>, today: Date) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question indexed by question_returns
             where state = 'set_aside' and set_aside_until <= ? order by id"
        ),
        [today.to_string()],
        read,
    )
}
