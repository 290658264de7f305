//! For whom questions were entered, and how these people prove it: personal data, for the office only.

use jiff::{Timestamp, civil::Date};
use rusqlite::params;

use crate::domain::{
    code::{QuestionCode, SlipCode},
    ids::{QuestionId, UserId},
    phone::Phone,
};
use crate::store::{Result, StoreError, WriteTx};

/// The person for whom a question was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EnteredFor {
    /// Their name, if they gave it.
    pub(crate) name: Option<String>,
    /// How to reach them, if they said.
    pub(crate) phone: Option<Phone>,
    /// The hash of the slip code that is valid now.
    pub(crate) slip_hash: Option<String>,
}

/// Keeps for whom a question was entered.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    question: QuestionId,
    name: Option<&str>,
    phone: Option<&Phone>,
) -> Result<()> {
    tx.execute(
        "insert into entered_for (question_id, name, phone) values (?, ?, ?)",
        params![question.0, name, phone.map(Phone::e164)],
    )?;
    Ok(())
}

/// For whom it was entered; `None`: for nobody.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<EnteredFor>> {
    tx.optional(
        "select name, phone, slip_hash from entered_for where question_id = ?",
        [question.0],
        |row| {
            let phone: Option<String> = row.get("phone")?;
            Ok(EnteredFor {
                name: row.get("name")?,
                phone: phone
                    .map(|phone| {
                        Phone::parse(&phone)
                            .ok_or_else(|| StoreError::impossible("entered_for", "unknown phone"))
                    })
                    .transpose()?,
                slip_hash: row.get("slip_hash")?,
            })
        },
    )
}

/// A new slip code for this question; the one before is void. SQLite's random numbers are seeded by the operating
/// system.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn new_slip(tx: &WriteTx<'_>, id: QuestionId, code: QuestionCode) -> Result<SlipCode> {
    let random: i64 = tx.one("select random()", [], |row| Ok(row.get(0)?))?;
    let slip = SlipCode::from_random(random.cast_unsigned());
    tx.execute(
        "update entered_for set slip_hash = ?2 where question_id = ?1",
        params![id.0, slip.hash_for(code)],
    )?;
    Ok(slip)
}

/// Somebody proved to be the person: the slip is used up.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn follow(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update entered_for set slip_hash = null, followed_at = ?2 where question_id = ?1",
        [question.0, now.as_second()],
    )?;
    Ok(())
}

/// How many wrong slip codes this person typed on this day.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn wrong_tries(tx: &WriteTx<'_>, user: UserId, day: Date) -> Result<u32> {
    let tries = tx.optional(
        "select wrong from slip_try where user_id = ? and tried_on = ?",
        params![user.0, day.to_string()],
        |row| Ok(row.get(0)?),
    )?;
    Ok(tries.unwrap_or(0))
}

/// One more; those of earlier days do not matter any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_wrong_try(tx: &WriteTx<'_>, user: UserId, day: Date) -> Result<()> {
    tx.execute("delete from slip_try where tried_on < ?", [day.to_string()])?;
    tx.execute(
        "insert into slip_try (user_id, tried_on, wrong) values (?1, ?2, 1)
         on conflict (user_id, tried_on) do update set wrong = wrong + 1",
        params![user.0, day.to_string()],
    )?;
    Ok(())
}
