//! Questions and answers as everybody may see them: redacted when somebody has looked and published them, written anew when
//! they change, gone when they are public no more. Nothing else is searched.
//!
//! The store does it by itself, whoever saves a question or an answer, a file as well as a person; what is new waits for
//! a look (`super::publications`). What was answered before this table was there, or under other rules of redaction, is
//! written by [`fill`], step by step.

use jiff::Timestamp;
use rusqlite::params;

use crate::{
    domain::{
        answer::publication::cover,
        ids::{AnswerId, QuestionId, UserId},
        redaction::{RULES, public, redact},
        search,
    },
    store::{Result, WriteTx, publications, write_tx::time},
};

/// Questions looked at in one step of [`fill`]: some milliseconds.
const A_STEP: u32 = 40;

/// A question and its answer as everybody may read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicText {
    /// What was asked.
    pub(crate) question: String,
    /// What was answered.
    pub(crate) answer: String,
    /// When.
    pub(crate) answered_at: Option<Timestamp>,
}

/// The public text of a question, if it is public.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<PublicText>> {
    tx.optional(
        "select public_text.question, public_text.answer, decided_at from public_text
         join answer on answer.id = public_text.answer_id where public_text.question_id = ?",
        [question.0],
        |row| {
            let at: Option<i64> = row.get("decided_at")?;
            Ok(PublicText {
                question: row.get("question")?,
                answer: row.get("answer")?,
                answered_at: at.map(|at| time("answer", at)).transpose()?,
            })
        },
    )
}

/// A question or its answer was saved.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn follow(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    let Some(answer) = tx.optional(
        "select a.id, coalesce(a.decided_at, a.written_at) as since, p.answer_id is a.id as is_known,
             p.answer_id is a.id and p.state = 'published' as is_public
         from question q join answer a on a.question_id = q.id left join publication p on p.question_id = q.id
         where q.id = ? and q.state = 'answered' and a.state in ('sent', 'delivered', 'undelivered')",
        [question.0],
        |row| {
            Ok(Answered {
                id: AnswerId(row.get("id")?),
                since: row.get("since")?,
                is_known: row.get("is_known")?,
                is_public: row.get("is_public")?,
            })
        },
    )?
    else {
        publications::end(tx, question)?;
        return withdraw(tx, question);
    };
    if !answer.is_known {
        publications::wait(tx, question, answer.id, answer.since)?;
    }
    match proposed(tx, question)? {
        Some(text) if answer.is_public => {
            publish(tx, question, answer.id, &text.question, &text.answer)
        }
        _ => withdraw(tx, question),
    }
}

/// An answer that was sent, and how far it is on its way to everybody.
struct Answered {
    id: AnswerId,
    since: i64,
    is_known: bool,
    is_public: bool,
}

/// Question and answer as everybody would read them: without what the rules cover, and what somebody covered by hand.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn proposed(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<PublicText>> {
    covered(tx, question, |text, covers| cover(&text, covers))
}

/// The same, with what was covered by hand.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn by_the_rules(tx: &WriteTx<'_>, question: QuestionId) -> Result<Option<PublicText>> {
    covered(tx, question, |text, _| text)
}

fn covered(
    tx: &WriteTx<'_>,
    question: QuestionId,
    by_hand: impl Fn(String, &[String]) -> String,
) -> Result<Option<PublicText>> {
    tx.optional(
        "select q.text as asked, a.text as answered, q.author_initials, a.decided_at, p.covers
         from publication p join question q on q.id = p.question_id join answer a on a.id = p.answer_id
         where p.question_id = ?",
        [question.0],
        |row| {
            let (asked, initials): (String, String) =
                (row.get("asked")?, row.get("author_initials")?);
            let covers = publications::covers(&row.get::<_, String>("covers")?)?;
            let at: Option<i64> = row.get("decided_at")?;
            Ok(PublicText {
                question: by_hand(public(&asked, Some(&initials)), &covers),
                answer: by_hand(redact(&row.get::<_, String>("answered")?), &covers),
                answered_at: at.map(|at| time("answer", at)).transpose()?,
            })
        },
    )
}

/// The same, by its answer.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn follow_answer(tx: &WriteTx<'_>, answer: AnswerId) -> Result<()> {
    let question = tx.one(
        "select question_id from answer where id = ?",
        [answer.0],
        |row| Ok(QuestionId(row.get(0)?)),
    )?;
    follow(tx, question)
}

/// The words of an answer are others now: whoever decides looks at them again.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn look_again(
    tx: &WriteTx<'_>,
    answer: AnswerId,
    now: Timestamp,
) -> Result<()> {
    let question = tx.one(
        "select question_id from answer where id = ?",
        [answer.0],
        |row| Ok(QuestionId(row.get(0)?)),
    )?;
    publications::look_again(tx, question, now)
}

fn publish(
    tx: &WriteTx<'_>,
    question: QuestionId,
    answer: AnswerId,
    asked: &str,
    answered: &str,
) -> Result<()> {
    let changed = tx.execute(
        "insert into public_text (question_id, answer_id, question, answer) values (?1, ?2, ?3, ?4)
         on conflict (question_id) do update set answer_id = ?2, question = ?3, answer = ?4
         where answer_id <> ?2 or question <> ?3 or answer <> ?4",
        params![question.0, answer.0, asked, answered],
    )?;
    if changed == 0 {
        return Ok(());
    }
    let mut words = search::words(asked);
    words.extend(search::words(answered));
    tx.execute(
        "insert or replace into public_word (rowid, folded) values (?, ?)",
        params![question.0, words.join(" ")],
    )?;
    Ok(())
}

/// It is public no more, if it was.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn withdraw(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    let was_public = tx.execute(
        "delete from public_text where question_id = ?",
        [question.0],
    )?;
    if was_public > 0 {
        tx.execute("delete from public_word where rowid = ?", [question.0])?;
    }
    Ok(())
}

/// It was never to be here: nothing is left of it, of what was decided about it, and of who wanted to hear of it.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    withdraw(tx, question)?;
    publications::forget(tx, question)
}

/// What is public of the questions of this person: it covers them by other initials now.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn follow_author(tx: &WriteTx<'_>, author: UserId) -> Result<()> {
    let public = tx.all(
        "select question.id from question join public_text on public_text.question_id = question.id
         where question.author_id = ?",
        [author.0],
        |row| Ok(QuestionId(row.get(0)?)),
    )?;
    for question in public {
        follow(tx, question)?;
    }
    Ok(())
}

/// Whether everybody may see it.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn is_public(tx: &WriteTx<'_>, question: QuestionId) -> Result<bool> {
    tx.one(
        "select exists (select 1 from public_text where question_id = ?)",
        [question.0],
        |row| Ok(row.get(0)?),
    )
}

/// Whether every text is written by the rules of today.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_filled(tx: &WriteTx<'_>) -> Result<bool> {
    let (rules, below) = progress(tx)?;
    Ok(rules == RULES && below == 0)
}

/// Writes the texts of some more old questions, the newest first; `true`: that was the last step.
///
/// # Errors
/// When SQLite fails.
pub fn fill(tx: &WriteTx<'_>) -> Result<bool> {
    let (rules, mut below) = progress(tx)?;
    if rules != RULES {
        below = tx.one("select coalesce(max(id), 0) + 1 from question", [], |row| {
            Ok(row.get(0)?)
        })?;
    }
    let step = tx.all(
        "select id, state = 'answered' as is_answered from question where id < ? order by id desc limit ?",
        params![below, A_STEP],
        |row| Ok((QuestionId(row.get("id")?), row.get("is_answered")?)),
    )?;
    for (question, is_answered) in &step {
        if *is_answered {
            follow(tx, *question)?;
        }
    }
    let below = step.last().map_or(0, |(question, _)| question.0);
    tx.execute(
        "update public_fill set rules = ?, below = ? where id = 1",
        [RULES, below],
    )?;
    Ok(below == 0)
}

fn progress(tx: &WriteTx<'_>) -> Result<(i64, i64)> {
    tx.one(
        "select rules, below from public_fill where id = 1",
        [],
        |row| Ok((row.get("rules")?, row.get("below")?)),
    )
}
