//! Which answers wait for a look before they are public, which are public, which are kept back; and who follows them.
//!
//! What everybody reads stands in `public_text` (`super::public_texts`), which follows what is decided here.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    answer::publication::{KeptBack, PublicState, Publication, stands_in},
    ids::{AnswerId, BodyCode, QuestionId, UserId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx, public_texts, write_tx::time};

/// So many people may follow one question and be told of it at once.
const MOST_FOLLOWERS: u32 = 2_000;

const COLUMNS: &str =
    "question_id, answer_id, state, reason, covers, version, told, decided_at, shared";

/// Where a question's answer stands; `None`: it has none.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Publication>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from publication where question_id = ? and answer_id is not null"
        ),
        [question.0],
        read,
    )
}

/// The one that waits longest, of these bodies; `None` for bodies: of all.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn next(tx: &WriteTx<'_>, bodies: Option<&[BodyCode]>) -> Result<Option<Publication>> {
    let columns = COLUMNS.replace("question_id,", "p.question_id,");
    tx.optional(
        &format!(
            "select {} from publication p join question q on q.id = p.question_id
             where p.state = 'waiting' and p.answer_id is not null
                 and (?1 is null or q.body_code in (select value from json_each(?1)))
             order by p.waiting_since, p.question_id limit 1",
            columns
                .replace(" state", " p.state")
                .replace(" version", " p.version")
        ),
        [listed(bodies)?],
        read,
    )
}

/// How many wait.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_waiting(tx: &WriteTx<'_>, bodies: Option<&[BodyCode]>) -> Result<u32> {
    tx.one(
        "select count(*) from publication p join question q on q.id = p.question_id
         where p.state = 'waiting' and p.answer_id is not null
             and (?1 is null or q.body_code in (select value from json_each(?1)))",
        [listed(bodies)?],
        |row| Ok(row.get(0)?),
    )
}

fn listed(bodies: Option<&[BodyCode]>) -> Result<Option<String>> {
    let codes = bodies.map(|bodies| bodies.iter().map(BodyCode::as_str).collect::<Vec<_>>());
    codes
        .map(|codes| serde_json::to_string(&codes))
        .transpose()
        .map_err(|error| StoreError::impossible("publication", error))
}

/// Its place is at the end of those that wait.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn put_last(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update publication set waiting_since = max(?2,
             (select max(waiting_since) + 1 from publication where state = 'waiting'))
         where question_id = ?1",
        params![question.0, now.as_second()],
    )?;
    Ok(())
}

/// Other words are covered beside the rules; whoever has the old ones before their eyes has to look again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_covers(tx: &WriteTx<'_>, question: QuestionId, covers: &[String]) -> Result<()> {
    tx.execute(
        "update publication set covers = ?2, version = version + 1 where question_id = ?1",
        params![question.0, json(covers)?],
    )?;
    public_texts::follow(tx, question)
}

/// Everybody may read it from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn publish(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    decide(tx, question, (PublicState::Published, None), now)?;
    tx.execute(
        "update publication set told = answer_id where question_id = ?",
        [question.0],
    )?;
    public_texts::follow(tx, question)
}

/// Nobody but its author and the council reads it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep_back(
    tx: &WriteTx<'_>,
    question: QuestionId,
    reason: KeptBack,
    now: Timestamp,
) -> Result<()> {
    decide(tx, question, (PublicState::KeptBack, Some(reason)), now)?;
    public_texts::follow(tx, question)
}

/// It waits for another look; until then it is not public.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn look_again(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update publication set state = 'waiting', reason = null, waiting_since = ?2, version = version + 1
         where question_id = ?1",
        params![question.0, now.as_second()],
    )?;
    public_texts::follow(tx, question)
}

fn decide(
    tx: &WriteTx<'_>,
    question: QuestionId,
    (state, reason): (PublicState, Option<KeptBack>),
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update publication set state = ?2, reason = ?3, decided_at = ?4, version = version + 1 where question_id = ?1",
        params![
            question.0,
            state.as_str(),
            reason.map(KeptBack::as_str),
            now.as_second()
        ],
    )?;
    Ok(())
}

/// A new answer waits for a look.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn wait(
    tx: &WriteTx<'_>,
    question: QuestionId,
    answer: AnswerId,
    since: i64,
) -> Result<()> {
    tx.execute(
        "insert into publication (question_id, answer_id, state, waiting_since) values (?1, ?2, 'waiting', ?3)
         on conflict (question_id) do update set answer_id = ?2, state = 'waiting', reason = null, waiting_since = ?3,
             version = version + 1",
        params![question.0, answer.0, since],
    )?;
    Ok(())
}

/// The question has no answer any more.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn end(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    tx.execute(
        "update publication set answer_id = null, state = 'waiting', reason = null, version = version + 1
         where question_id = ? and answer_id is not null",
        [question.0],
    )?;
    Ok(())
}

/// The question was never to be here: nobody looks at its answer, and nobody follows it.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    for sql in [
        "delete from publication where question_id = ?",
        "delete from public_follower where question_id = ?",
    ] {
        tx.execute(sql, [question.0])?;
    }
    Ok(())
}

/// The words of its author are covered: what was covered by hand stays known only where the answer says it.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn forget_words(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    let Some(publication) = find_any(tx, question)? else {
        return Ok(());
    };
    let answers: Vec<String> = tx.all(
        "select text from answer where question_id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )?;
    let mut covers = publication;
    covers.retain(|words| answers.iter().any(|answer| stands_in(answer, words)));
    tx.execute(
        "update publication set covers = ?2 where question_id = ?1",
        params![question.0, json(&covers)?],
    )?;
    Ok(())
}

/// The words covered by hand, whether there is an answer now or not.
fn find_any(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<Vec<String>>> {
    tx.optional(
        "select covers from publication where question_id = ?",
        [question.0],
        |row| covers(&row.get::<_, String>("covers")?),
    )
}

/// Somebody put it into a chat through the bot.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_shared(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    tx.execute(
        "update publication set shared = shared + 1 where question_id = ? and state = 'published'",
        [question.0],
    )?;
    Ok(())
}

/// Somebody wants to hear of news; `false`: they do already.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn follow(
    tx: &WriteTx<'_>,
    question: QuestionId,
    user: UserId,
    now: Timestamp,
) -> Result<bool> {
    let new = tx.execute(
        "insert or ignore into public_follower (question_id, user_id, followed_at) values (?, ?, ?)",
        params![question.0, user.0, now.as_second()],
    )?;
    Ok(new == 1)
}

/// They do not want to any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn unfollow(tx: &WriteTx<'_>, question: QuestionId, user: UserId) -> Result<()> {
    tx.execute(
        "delete from public_follower where question_id = ? and user_id = ?",
        [question.0, user.0],
    )?;
    Ok(())
}

/// Whether they follow it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_followed(tx: &WriteTx<'_>, question: QuestionId, user: UserId) -> Result<bool> {
    tx.one(
        "select exists (select 1 from public_follower where question_id = ? and user_id = ?)",
        [question.0, user.0],
        |row| Ok(row.get(0)?),
    )
}

/// How many questions somebody follows.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn count_followed(tx: &WriteTx<'_>, user: UserId) -> Result<u32> {
    tx.one(
        "select count(*) from public_follower where user_id = ?",
        [user.0],
        |row| Ok(row.get(0)?),
    )
}

/// Who follows it and can be reached.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn followers(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<UserId>> {
    tx.all(
        "select f.user_id from public_follower f join resident r on r.user_id = f.user_id
         where f.question_id = ? and r.blocked_at is null order by f.user_id limit ?",
        params![question.0, MOST_FOLLOWERS],
        |row| Ok(UserId(row.get(0)?)),
    )
}

fn read(row: &Row<'_>) -> Result<Publication> {
    let impossible = |why: &str| StoreError::impossible("publication", why.to_owned());
    let (state, reason): (String, Option<String>) = (row.get("state")?, row.get("reason")?);
    let decided: Option<i64> = row.get("decided_at")?;
    Ok(Publication {
        question: QuestionId(row.get("question_id")?),
        answer: AnswerId(row.get("answer_id")?),
        state: PublicState::from_word(&state).ok_or_else(|| impossible("unknown state"))?,
        reason: reason
            .map(|reason| KeptBack::from_word(&reason).ok_or_else(|| impossible("unknown reason")))
            .transpose()?,
        covers: covers(&row.get::<_, String>("covers")?)?,
        version: row.get("version")?,
        told: row.get::<_, Option<i64>>("told")?.map(AnswerId),
        decided_at: decided.map(|at| time("publication", at)).transpose()?,
        shared: row.get("shared")?,
    })
}

pub(in crate::store) fn covers(json: &str) -> Result<Vec<String>> {
    serde_json::from_str(json).map_err(|error| StoreError::impossible("publication", error))
}

fn json(covers: &[String]) -> Result<String> {
    serde_json::to_string(covers).map_err(|error| StoreError::impossible("publication", error))
}
