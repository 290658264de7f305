//! Appeals one level up, and the council's verdicts on matters.

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    answer::appeal::{Assessment, Mark, Outcome, Pace},
    ids::{AnswerId, BodyCode, QuestionId, UserId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

/// A resident was not content with an answer: this body looks at it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn appeal(
    tx: &WriteTx<'_>,
    (question, answer): (QuestionId, AnswerId),
    body: &BodyCode,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into appeal (question_id, answer_id, body_code, made_at) values (?, ?, ?, ?) on conflict do nothing",
        params![question.0, answer.0, body.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// The verdict on a matter.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn of(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Assessment>> {
    tx.optional(
        "select outcome, pace, body_code, said_name, said_at from assessment where question_id = ?",
        [question.0],
        |row| {
            let word = |column: &str| -> Result<Option<String>> { Ok(row.get(column)?) };
            let unknown = || StoreError::impossible("assessment", "unknown word");
            let outcome = word("outcome")?
                .map(|word| Outcome::from_word(&word).ok_or_else(unknown))
                .transpose()?;
            let pace = word("pace")?
                .map(|word| Pace::from_word(&word).ok_or_else(unknown))
                .transpose()?;
            Ok(Assessment {
                outcome,
                pace,
                body: BodyCode::new(row.get::<_, String>("body_code")?),
                name: row.get("said_name")?,
                at: time("assessment", row.get("said_at")?)?,
            })
        },
    )
}

/// A body that watches the matter says one more thing of it; what it was appealed to about is looked at.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mark(
    tx: &WriteTx<'_>,
    question: QuestionId,
    mark: Mark,
    (body, by): (&BodyCode, (UserId, &str)),
    now: Timestamp,
) -> Result<()> {
    let (outcome, pace) = match mark {
        Mark::Close => (Some(Outcome::Close.as_str()), None),
        Mark::Follow => (Some(Outcome::Follow.as_str()), None),
        Mark::OnSchedule => (None, Some(Pace::OnSchedule.as_str())),
        Mark::Late => (None, Some(Pace::Late.as_str())),
    };
    tx.execute(
        "insert into assessment (question_id, outcome, pace, body_code, said_by, said_name, said_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (question_id) do update set outcome = coalesce(?2, outcome), pace = coalesce(?3, pace),
             body_code = ?4, said_by = ?5, said_name = ?6, said_at = ?7",
        params![
            question.0,
            outcome,
            pace,
            body.as_str(),
            by.0.0,
            by.1,
            now.as_second()
        ],
    )?;
    tx.execute(
        "update appeal set looked_at = ?3 where question_id = ?1 and body_code = ?2 and looked_at is null",
        params![question.0, body.as_str(), now.as_second()],
    )?;
    Ok(())
}
