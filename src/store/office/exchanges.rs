//! Petitions that another council has, too: the number they have there, and the results that came back.

use jiff::Timestamp;
use rusqlite::params;
use sha2::{Digest as _, Sha256};

use crate::domain::{
    chain,
    code::QuestionCode,
    ids::{QuestionId, ResultId},
    import::exchange::{CameBack, Counterpart, Partner, Received, Returned, ReturnedAnswer},
    question::ResultClass,
};
use crate::store::{Result, StoreError, WriteTx};

/// A petition from below was taken in as this question.
///
/// # Errors
/// When SQLite fails.
pub fn keep_received(tx: &WriteTx<'_>, batch: i64, code: &str, received: &Received) -> Result<()> {
    let from = &received.from;
    tx.execute(
        "insert into exchanged (question_id, way, organ_id, organ_name, code_number, notation, issued_on, batch_id, is_shown)
         select id, 'received', ?2, ?3, ?4, ?5, ?6, ?7, 1 from question where code = ?1",
        params![
            code,
            from.organ_id,
            from.organ_name,
            from.code_number,
            received.notation,
            received.issued_on.map(|day| day.to_string()),
            batch
        ],
    )?;
    Ok(())
}

/// The question of this code, if it was sent up some time; results come back for nothing else.
///
/// # Errors
/// When SQLite fails.
pub fn sent_up(tx: &WriteTx<'_>, code: QuestionCode) -> Result<Option<QuestionId>> {
    tx.optional(
        "select id from question where code = ? and sent_up_number is not null and state <> 'withdrawn'",
        [code.to_string()],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// Whether this result, or this number alone, says what nobody knows yet.
///
/// # Errors
/// When SQLite fails.
pub fn is_news(tx: &WriteTx<'_>, question: QuestionId, returned: &Returned) -> Result<bool> {
    let by = &returned.by;
    let is_known: bool = tx.one(
        "select exists (select 1 from exchanged where question_id = ?1 and organ_id = ?2 and code_number = ?3)",
        params![question.0, by.organ_id, by.code_number],
        |row| Ok(row.get(0)?),
    )?;
    let Some(answer) = &returned.answer else {
        return Ok(!is_known);
    };
    let is_here: bool = tx.one(
        "select exists (select 1 from exchange_result where question_id = ?1 and sum = ?2)",
        params![question.0, sum(by, answer)],
        |row| Ok(row.get(0)?),
    )?;
    Ok(!is_known || !is_here)
}

/// Keeps what became of a question at the council that it was sent up to.
///
/// # Errors
/// When SQLite fails.
pub fn keep_returned(
    tx: &WriteTx<'_>,
    batch: i64,
    question: QuestionId,
    returned: &Returned,
) -> Result<()> {
    let by = &returned.by;
    tx.execute(
        "insert into exchanged (question_id, way, organ_id, organ_name, code_number, batch_id)
         values (?1, 'sent_up', ?2, ?3, ?4, ?5)
         on conflict (question_id) do update set organ_id = ?2, organ_name = ?3, code_number = ?4, is_shown = 0
             where organ_id <> ?2 or code_number <> ?4",
        params![
            question.0,
            by.organ_id,
            by.organ_name,
            by.code_number,
            batch
        ],
    )?;
    let Some(answer) = &returned.answer else {
        return Ok(());
    };
    let document = answer.document.as_ref();
    tx.execute(
        "insert into exchange_result (question_id, batch_id, organ_name, code_number, text, result_class, fact_on,
             document_number, document_on, signer, answered_on, sum)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) on conflict (question_id, sum) do nothing",
        params![
            question.0,
            batch,
            by.organ_name,
            by.code_number,
            answer.text,
            answer.class.code(),
            answer.fact_on.map(|day| day.to_string()),
            document.map(|(number, _)| number),
            document.map(|(_, day)| day.to_string()),
            answer.signer,
            answer.on.to_string(),
            sum(by, answer)
        ],
    )?;
    Ok(())
}

/// Tells one result from another.
fn sum(by: &Partner, answer: &ReturnedAnswer) -> String {
    let mut sum = Sha256::new();
    let document = answer.document.as_ref();
    for part in [
        by.organ_id.clone(),
        by.code_number.clone(),
        answer.text.clone(),
        answer.class.code().to_owned(),
        format!("{:?}", answer.fact_on),
        format!("{document:?}"),
        format!("{:?}", answer.signer),
        answer.on.to_string(),
    ] {
        sum.update(part.as_bytes());
        sum.update([0]);
    }
    chain::hex(&sum.finalize())
}

/// Takes back what a batch brought and nobody has read; gives how many results went and how many stay.
///
/// # Errors
/// When SQLite fails.
pub(super) fn undo(tx: &WriteTx<'_>, batch: i64) -> Result<(usize, usize)> {
    let kept: i64 = tx.one(
        "select count(*) from exchange_result where batch_id = ? and told_at is not null",
        [batch],
        |row| Ok(row.get(0)?),
    )?;
    let gone = tx.execute(
        "delete from exchange_result where batch_id = ? and told_at is null",
        [batch],
    )?;
    // The other council's number stays as long as something of it stands here.
    tx.execute(
        "delete from exchanged where batch_id = ?1 and (
             (way = 'sent_up' and not exists (select 1 from exchange_result r where r.question_id = exchanged.question_id))
             or exists (select 1 from question q where q.id = exchanged.question_id and q.state = 'withdrawn'))",
        [batch],
    )?;
    Ok((gone, usize::try_from(kept).unwrap_or(0)))
}

/// The other council of a question.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn of(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Counterpart>> {
    tx.optional(
        "select way = 'received' as is_received, organ_id, organ_name, code_number, notation, issued_on
         from exchanged where question_id = ?",
        [question.0],
        |row| {
            let notation: Option<String> = row.get("notation")?;
            let issued_on: Option<String> = row.get("issued_on")?;
            let issued_on = issued_on
                .map(|day| day.parse())
                .transpose()
                .map_err(|error: jiff::Error| StoreError::impossible("exchanged", error))?;
            Ok(Counterpart {
                is_received: row.get("is_received")?,
                organ_id: row.get("organ_id")?,
                organ: row.get("organ_name")?,
                code: row.get("code_number")?,
                document: notation.map(|number| (number, issued_on)),
            })
        },
    )
}

/// Whether a card has to be brought up to date, or a result told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_anything_due(tx: &WriteTx<'_>) -> Result<bool> {
    tx.one(
        "select exists (select 1 from exchanged x indexed by exchanged_not_shown
                            cross join question q on q.id = x.question_id
                        where x.is_shown = 0 and q.card_chat_id is not null)
             or exists (select 1 from exchange_result r indexed by exchange_result_untold
                            cross join question q on q.id = r.question_id
                        where r.told_at is null and q.card_chat_id is not null)",
        [],
        |row| Ok(row.get(0)?),
    )
}

/// Questions whose cards do not show the other council's number yet; each is given once.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_not_shown(tx: &WriteTx<'_>, most: u32) -> Result<Vec<QuestionId>> {
    let found = tx.all(
        "select x.question_id from exchanged x indexed by exchanged_not_shown
             cross join question q on q.id = x.question_id
         where x.is_shown = 0 and q.card_chat_id is not null order by x.question_id limit ?",
        [most],
        |row| Ok(QuestionId(row.get(0)?)),
    )?;
    for question in &found {
        tx.execute(
            "update exchanged set is_shown = 1 where question_id = ?",
            [question.0],
        )?;
    }
    Ok(found)
}

/// Results that nobody was told of and whose questions have a card; each is given once.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn take_untold(tx: &WriteTx<'_>, most: u32, now: Timestamp) -> Result<Vec<CameBack>> {
    let ids: Vec<i64> = tx.all(
        "select r.id from exchange_result r join question q on q.id = r.question_id
         where r.told_at is null and q.card_chat_id is not null order by r.id limit ?",
        [most],
        |row| Ok(row.get(0)?),
    )?;
    let mut found = Vec::new();
    for id in ids {
        tx.execute(
            "update exchange_result set told_at = ?2 where id = ?1",
            params![id, now.as_second()],
        )?;
        found.extend(find(tx, ResultId(id))?);
    }
    Ok(found)
}

/// A result that came back.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: ResultId) -> Result<Option<CameBack>> {
    let damaged = |error: jiff::Error| StoreError::impossible("exchange_result", error);
    tx.optional(
        "select id, question_id, organ_name, code_number, text, result_class, fact_on, document_number, document_on, signer,
             answered_on from exchange_result where id = ? and told_at is not null",
        [id.0],
        |row| {
            let day = |name: &str| -> Result<_> {
                let day: Option<String> = row.get(name)?;
                day.map(|day| day.parse().map_err(damaged)).transpose()
            };
            let class: String = row.get("result_class")?;
            let number: Option<String> = row.get("document_number")?;
            Ok(CameBack {
                id: ResultId(row.get("id")?),
                question: QuestionId(row.get("question_id")?),
                organ: row.get("organ_name")?,
                code: row.get("code_number")?,
                answer: ReturnedAnswer {
                    text: row.get("text")?,
                    class: ResultClass::from_code(&class)
                        .ok_or_else(|| StoreError::impossible("exchange_result", "unknown class"))?,
                    fact_on: day("fact_on")?,
                    document: number.zip(day("document_on")?),
                    signer: row.get("signer")?,
                    on: day("answered_on")?
                        .ok_or_else(|| StoreError::impossible("exchange_result", "no day"))?,
                },
            })
        },
    )
}
