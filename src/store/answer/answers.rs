//! What delegates wrote in reply to a card: drafts, answers, internal notes.

use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, params};

use crate::domain::{
    answer::{
        Answer, AnswerState,
        coverage::Points,
        facts::{Document, Facts},
        judgement::{Judged, Verdict},
        record::Subclass,
    },
    ids::{AnswerId, ChatId, MessageId, QuestionId, UserId},
    import::register::ImportedAnswer,
    keyword::Keyword,
    question::{Question, ResultClass},
};
use crate::store::{Result, StoreError, WriteTx, public_texts, write_tx::time};

pub(super) const COLUMNS: &str =
    "id, question_id, chat_id, author_id, author_name, text, result_class, state, decided_at, delivered_at,
    fact_on, document_number, document_on, obstacle, subclass, signer, points_covered, points_left_out, approved_name, corrected_at,
    (select count(*) from answer_media where answer_id = answer.id) as files,
    (select verdict from survey where answer_id = answer.id and is_author = 1 and verdict is not null
     order by promise_id desc limit 1) as verdict,
    (select count(distinct user_id) from survey where answer_id = answer.id and is_author = 0
         and verdict is not null) as judged,
    (select count(distinct user_id) from survey where answer_id = answer.id and is_author = 0
         and verdict = 'satisfied') as satisfied";

/// Keeps a new draft of an answer.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn write(
    tx: &WriteTx<'_>,
    question: QuestionId,
    written_in: (ChatId, MessageId),
    author: (UserId, &str),
    text: &str,
    now: Timestamp,
) -> Result<Answer> {
    let id = tx.insert(
        "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class,
             state, written_at) values (?, ?, ?, ?, ?, ?, ?, 'draft', ?)",
        params![
            question.0,
            written_in.0.0,
            written_in.1.0,
            author.0.0,
            author.1,
            text,
            ResultClass::Explained.code(),
            now.as_second()
        ],
    )?;
    find(tx, AnswerId(id))?.ok_or_else(|| StoreError::impossible("answer", "it was just written"))
}

/// Keeps an answer that the resident had before this bot knew of it: a file brought it.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn keep_delivered(
    tx: &WriteTx<'_>,
    question: &Question,
    answer: &ImportedAnswer,
    at: Timestamp,
) -> Result<AnswerId> {
    let id = tx.insert(
        "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
             document_number, document_on, written_at, decided_at, delivered_at)
         values (?1, 0, 0, 0, ?2, ?3, ?4, 'delivered', ?5, ?6, ?7, ?7, ?7)",
        params![
            question.id.0,
            question.body.as_str(),
            answer.text,
            answer.class.code(),
            answer.document_number,
            answer.document_on.map(|day| day.to_string()),
            at.as_second()
        ],
    )?;
    public_texts::follow(tx, question.id)?;
    Ok(AnswerId(id))
}

/// The answers of a question that was taken back go with it, and their words.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn take_back(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    tx.execute(
        "update answer set state = 'dropped', text = '' where question_id = ?",
        [question.0],
    )?;
    public_texts::forget(tx, question)
}

/// The answer of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: AnswerId) -> Result<Option<Answer>> {
    tx.optional(
        &format!("select {COLUMNS} from answer where id = ?"),
        [id.0],
        read,
    )
}

/// The answer the resident got, or is getting.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn sent_for(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Answer>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from answer
             where question_id = ? and state in ('sent', 'delivered', 'undelivered')"
        ),
        [question.0],
        read,
    )
}

/// The last answer the resident got before the question was opened again.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn last_superseded(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Answer>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from answer where question_id = ? and state = 'superseded' order by id desc limit 1"
        ),
        [question.0],
        read,
    )
}

/// What this message of a delegate became, whatever happened to it since.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn written_in(
    tx: &WriteTx<'_>,
    chat: ChatId,
    message: MessageId,
) -> Result<Option<Answer>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from answer where chat_id = ? and message_id = ? order by id desc limit 1"
        ),
        [chat.0, message.0],
        read,
    )
}

/// The delegate's message that this answer was written in.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn message_of(tx: &WriteTx<'_>, id: AnswerId) -> Result<Option<MessageId>> {
    tx.optional(
        "select message_id from answer where id = ?",
        [id.0],
        |row| Ok(MessageId(row.get(0)?)),
    )
}

/// The draft that the messages of this album became.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn of_album(
    tx: &WriteTx<'_>,
    chat: ChatId,
    author: UserId,
    album: &str,
) -> Result<Option<Answer>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from answer where chat_id = ? and album = ? and author_id = ?
             order by id desc limit 1"
        ),
        params![chat.0, album, author.0],
        read,
    )
}

/// The files of this answer come in an album.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_album(tx: &WriteTx<'_>, id: AnswerId, album: &str) -> Result<()> {
    tx.execute(
        "update answer set album = ? where id = ?",
        params![album, id.0],
    )?;
    Ok(())
}

/// What delegates have written about the question and nobody has decided on for good yet.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn undecided(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Answer>> {
    tx.all(
        &format!(
            "select {COLUMNS} from answer where question_id = ? and state in ('draft', 'submitted')
             order by id"
        ),
        [question.0],
        read,
    )
}

/// The notes that the bodies have made about the question, oldest first, with the time of each.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn notes(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Answer>> {
    tx.all(
        &format!(
            "select {COLUMNS} from answer where question_id = ? and state = 'note' order by id"
        ),
        [question.0],
        read,
    )
}

/// Answers that its resident had and was not content with, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn superseded(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Answer>> {
    tx.all(
        &format!(
            "select {COLUMNS} from answer where question_id = ? and state = 'superseded' order by id"
        ),
        [question.0],
        read,
    )
}

/// What the author has put together of a draft: class, facts, points.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save_draft(tx: &WriteTx<'_>, answer: &Answer) -> Result<()> {
    let document = answer.facts.document.as_ref();
    tx.execute(
        "update answer set result_class = ?2, fact_on = ?3, document_number = ?4, document_on = ?5,
             obstacle = ?6, points_covered = ?7, points_left_out = ?8, subclass = ?9, signer = ?10 where id = ?1 and state = 'draft'",
        params![
            answer.id.0,
            answer.class.code(),
            answer.facts.on.map(|day| day.to_string()),
            document.map(|document| document.number.as_str()),
            document.map(|document| document.dated.to_string()),
            answer.facts.obstacle,
            answer.covered.0,
            answer.left_out.0,
            answer.facts.subclass.map(Keyword::as_str),
            answer.facts.signer,
        ],
    )?;
    Ok(())
}

/// It waits for the head from `now` on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn submit(tx: &WriteTx<'_>, id: AnswerId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update answer set state = 'submitted', submitted_at = ? where id = ?",
        params![now.as_second(), id.0],
    )?;
    Ok(())
}

/// Its author works on it again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn back_to_draft(tx: &WriteTx<'_>, id: AnswerId) -> Result<()> {
    tx.execute(
        "update answer set state = 'draft', submitted_at = null where id = ? and state = 'submitted'",
        [id.0],
    )?;
    Ok(())
}

/// Who approved it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn approve(tx: &WriteTx<'_>, id: AnswerId, by: (UserId, &str)) -> Result<()> {
    tx.execute(
        "update answer set approved_by = ?, approved_name = ? where id = ?",
        params![by.0.0, by.1, id.0],
    )?;
    Ok(())
}

/// The words of an answer that was sent are other ones now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn correct(tx: &WriteTx<'_>, id: AnswerId, text: &str, now: Timestamp) -> Result<()> {
    tx.execute(
        "update answer set text = ?, corrected_at = ? where id = ?",
        params![text, now.as_second(), id.0],
    )?;
    public_texts::look_again(tx, id, now)
}

/// The draft's words have changed.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn rewrite(tx: &WriteTx<'_>, id: AnswerId, text: &str) -> Result<()> {
    tx.execute(
        "update answer set text = ? where id = ? and state = 'draft'",
        params![text, id.0],
    )?;
    Ok(())
}

/// What became of it, at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn move_to(
    tx: &WriteTx<'_>,
    id: AnswerId,
    state: AnswerState,
    now: Timestamp,
) -> Result<()> {
    let delivered = matches!(state, AnswerState::Delivered);
    tx.execute(
        "update answer set state = ?2, decided_at = coalesce(decided_at, ?3),
             delivered_at = iif(?4, ?3, delivered_at) where id = ?1",
        params![id.0, state.code(), now.as_second(), delivered],
    )?;
    public_texts::follow_answer(tx, id)
}

pub(super) fn read(row: &Row<'_>) -> Result<Answer> {
    let (class, state): (String, String) = (row.get("result_class")?, row.get("state")?);
    let impossible = |why: &str| StoreError::impossible("answer", why.to_owned());
    let document = match (
        row.get::<_, Option<String>>("document_number")?,
        day(row, "document_on")?,
    ) {
        (Some(number), Some(dated)) => Some(Document { number, dated }),
        _ => None,
    };
    let verdict: Option<String> = row.get("verdict")?;
    Ok(Answer {
        id: AnswerId(row.get("id")?),
        question: QuestionId(row.get("question_id")?),
        chat: ChatId(row.get("chat_id")?),
        author: UserId(row.get("author_id")?),
        author_name: row.get("author_name")?,
        text: row.get("text")?,
        class: ResultClass::from_code(&class).ok_or_else(|| impossible("unknown result class"))?,
        facts: Facts {
            on: day(row, "fact_on")?,
            document,
            obstacle: row.get("obstacle")?,
            subclass: row
                .get::<_, Option<String>>("subclass")?
                .map(|word| {
                    Subclass::from_word(&word).ok_or_else(|| impossible("unknown subclass"))
                })
                .transpose()?,
            signer: row.get("signer")?,
        },
        covered: Points(row.get("points_covered")?),
        left_out: Points(row.get("points_left_out")?),
        files: row.get("files")?,
        state: AnswerState::from_code(&state).ok_or_else(|| impossible("unknown state"))?,
        approved_by: row.get("approved_name")?,
        decided_at: optional_time(row, "decided_at")?,
        delivered_at: optional_time(row, "delivered_at")?,
        corrected_at: optional_time(row, "corrected_at")?,
        judged: Judged {
            by_author: verdict
                .map(|verdict| {
                    Verdict::from_word(&verdict).ok_or_else(|| impossible("unknown verdict"))
                })
                .transpose()?,
            supporters: row.get("judged")?,
            supporters_satisfied: row.get("satisfied")?,
        },
    })
}

fn day(row: &Row<'_>, column: &str) -> Result<Option<Date>> {
    row.get::<_, Option<String>>(column)?
        .map(|day| {
            day.parse()
                .map_err(|_| StoreError::impossible("answer", "no day".to_owned()))
        })
        .transpose()
}

fn optional_time(row: &Row<'_>, column: &str) -> Result<Option<Timestamp>> {
    row.get::<_, Option<i64>>(column)?
        .map(|at| time("answer", at))
        .transpose()
}
