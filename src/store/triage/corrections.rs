//! What clerks do to questions beside their state: corrections that teach, relations, splits, guidance.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    code::QuestionCode,
    guidance::{Guidance, Pointer},
    ids::{AreaCode, CategoryCode, DraftId, QuestionId, UserId},
    keyword::Keyword,
    question::Question,
};
use crate::store::{Result, StoreError, WriteTx};

/// So many of the latest corrections teach: what was corrected years ago is in the model by then, or wrong.
pub(crate) const TAUGHT: u32 = 1_000;

/// A clerk's last word on the category of a question.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn correct_category(
    tx: &WriteTx<'_>,
    question: QuestionId,
    category: &CategoryCode,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "delete from category_correction where question_id = ?",
        [question.0],
    )?;
    tx.execute(
        "insert into category_correction (question_id, category_code, corrected_by, corrected_at)
         values (?, ?, ?, ?)",
        params![question.0, category.as_str(), by.0, now.as_second()],
    )?;
    Ok(())
}

/// The number of the latest correction; 0: there is none.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn newest(tx: &WriteTx<'_>) -> Result<i64> {
    tx.one(
        "select coalesce(max(id), 0) from category_correction",
        [],
        |row| Ok(row.get(0)?),
    )
}

/// The latest corrections with the words they are about, oldest first: what the categoriser learns.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn lessons(tx: &WriteTx<'_>) -> Result<Vec<(String, CategoryCode)>> {
    let mut lessons = tx.all(
        "select question.text, category_correction.category_code
         from category_correction join question on question.id = category_correction.question_id
         order by category_correction.id desc limit ?",
        [TAUGHT],
        |row| {
            Ok((
                row.get("text")?,
                CategoryCode::new(row.get::<_, String>("category_code")?),
            ))
        },
    )?;
    lessons.reverse();
    Ok(lessons)
}

/// Open questions of these areas, newest first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn open_nearby(
    tx: &WriteTx<'_>,
    areas: &[AreaCode],
    limit: u32,
) -> Result<Vec<QuestionId>> {
    let areas =
        serde_json::to_string(areas).map_err(|error| StoreError::impossible("question", error))?;
    tx.all(
        "select id from question
         where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')
             and area_code in (select value from json_each(?1))
         order by id desc limit ?2",
        params![areas, limit],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// The two questions belong together. `false`: that was known.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn relate(
    tx: &WriteTx<'_>,
    one: QuestionId,
    other: QuestionId,
    by: UserId,
    now: Timestamp,
) -> Result<bool> {
    let (first, second) = (one.0.min(other.0), one.0.max(other.0));
    let added = tx.execute(
        "insert into question_relation (question_id, other_id, related_by, related_at)
         values (?, ?, ?, ?) on conflict do nothing",
        params![first, second, by.0, now.as_second()],
    )?;
    Ok(added > 0)
}

/// The codes of the questions that belong to this one.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn related(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<QuestionCode>> {
    tx.all(
        "select code from question where id in (
             select other_id from question_relation where question_id = ?1
             union select question_id from question_relation where other_id = ?1)
         order by id",
        [question.0],
        |row| {
            QuestionCode::try_from(row.get::<_, String>(0)?)
                .map_err(|error| StoreError::impossible("question", error))
        },
    )
}

/// The parts a clerk wants to split a question into.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn plan_split(
    tx: &WriteTx<'_>,
    question: &Question,
    parts: &[String],
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    let parts = serde_json::to_string(parts)
        .map_err(|error| StoreError::impossible("split_plan", error))?;
    tx.execute(
        "insert into split_plan (question_id, question_version, parts, planned_by, planned_at)
             values (?1, ?2, ?3, ?4, ?5)
         on conflict (question_id) do update set question_version = ?2, parts = ?3, planned_by = ?4,
             planned_at = ?5",
        params![
            question.id.0,
            question.version,
            parts,
            by.0,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// The parts that were planned for the question as it is now; empty: none.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn planned_split(tx: &WriteTx<'_>, question: &Question) -> Result<Vec<String>> {
    let parts = tx.optional(
        "select parts from split_plan where question_id = ? and question_version = ?",
        params![question.id.0, question.version],
        |row| Ok(row.get::<_, String>(0)?),
    )?;
    let Some(parts) = parts else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&parts).map_err(|error| StoreError::impossible("split_plan", error))
}

/// The plan is carried out, or void: its words are not kept twice.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_split(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    tx.execute("delete from split_plan where question_id = ?", [question.0])?;
    Ok(())
}

/// A number for a question that no draft became: from the same row of numbers, never used again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn reserve_draft(tx: &WriteTx<'_>) -> Result<DraftId> {
    let taken = tx.optional(
        "update sqlite_sequence set seq = max(seq, (select coalesce(max(draft_id), 0) from question)) + 1
         where name = 'draft' returning seq",
        [],
        |row| Ok(DraftId(row.get(0)?)),
    )?;
    if let Some(taken) = taken {
        return Ok(taken);
    }
    tx.one(
        "insert into sqlite_sequence (name, seq)
         values ('draft', (select coalesce(max(draft_id), 0) + 1 from question)) returning seq",
        [],
        |row| Ok(DraftId(row.get(0)?)),
    )
}

/// `part` was split off `whole`: it has the same files.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn split_off(tx: &WriteTx<'_>, whole: QuestionId, part: QuestionId) -> Result<()> {
    tx.execute(
        "update question set split_from_id = ?1 where id = ?2",
        [whole.0, part.0],
    )?;
    tx.execute(
        "insert into attachment (draft_id, media, file_unique_id, added_at)
         select (select draft_id from question where id = ?2), media, file_unique_id, added_at
         from attachment where draft_id = (select draft_id from question where id = ?1) order by id",
        [whole.0, part.0],
    )?;
    Ok(())
}

/// What the author of a question about to be returned will be told; written anew, the old words are gone.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn write_guidance(
    tx: &WriteTx<'_>,
    question: QuestionId,
    guidance: &Guidance,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into guidance (question_id, pointer, words, written_by, written_at) values (?1, ?2, ?3, ?4, ?5)
         on conflict (question_id) do update set pointer = ?2, words = ?3, written_by = ?4, written_at = ?5,
             sent_at = null",
        params![
            question.0,
            guidance.pointer.as_str(),
            guidance.words,
            by.0,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// What was written, by whom.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn guidance(
    tx: &WriteTx<'_>,
    question: QuestionId,
) -> Result<Option<(Guidance, UserId)>> {
    tx.optional(
        "select pointer, words, written_by from guidance where question_id = ?",
        [question.0],
        |row| {
            let pointer: String = row.get("pointer")?;
            let pointer = Pointer::from_word(&pointer).ok_or_else(|| {
                StoreError::impossible("guidance", format!("unknown pointer {pointer}"))
            })?;
            let words = row.get("words")?;
            Ok((Guidance { pointer, words }, UserId(row.get("written_by")?)))
        },
    )
}

/// The author has it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn guidance_sent(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update guidance set sent_at = ? where question_id = ?",
        params![now.as_second(), question.0],
    )?;
    Ok(())
}
