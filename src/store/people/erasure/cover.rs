//! A question without its words, or without what tells whose it is.

use jiff::Timestamp;
use rusqlite::params;

use super::{Words, make_nobody};
use crate::domain::{
    ids::{QuestionId, UserId},
    redaction::{self, HIDDEN},
    text,
};
use crate::store::{Result, WriteTx, cleanup, public_texts, publications, steps};

/// What tells who somebody is.
pub(super) struct Person {
    name: Option<String>,
    phone: Option<String>,
}

impl Person {
    /// What somebody wrote about a matter, without the person.
    fn covered(&self, written: &str, initials: &str) -> String {
        let covered = redaction::public(written, Some(initials));
        let known = [self.name.as_deref(), self.phone.as_deref()];
        known
            .into_iter()
            .flatten()
            .filter(|known| known.chars().count() > 3)
            .fold(covered, |text, known| text.replace(known, HIDDEN))
    }
}

/// The words of one question go, wherever they stand; the matter is still counted.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_words(tx: &WriteTx<'_>, question: QuestionId, now: Timestamp) -> Result<()> {
    let nobody_in_particular = Person {
        name: None,
        phone: None,
    };
    cleanup::overwrite(tx)?;
    let forgotten = cover_words(tx, question, Words::Go, &nobody_in_particular);
    cleanup::overwrite_no_more(tx)?;
    cleanup::want(tx, now)?;
    forgotten
}

/// Somebody without Telegram is forgotten as the one for whom a question was entered.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_on_paper(
    tx: &WriteTx<'_>,
    question: QuestionId,
    words: Words,
    now: Timestamp,
) -> Result<()> {
    cleanup::overwrite(tx)?;
    let forgotten = cover_on_paper(tx, question, words);
    cleanup::overwrite_no_more(tx)?;
    cleanup::want(tx, now)?;
    forgotten
}

/// A question that was closed long ago is nobody's from now on: its author goes, and what of its words tells who it was.
pub(in crate::store) fn leave_to_nobody(tx: &WriteTx<'_>, question: QuestionId) -> Result<()> {
    let author: Option<i64> = tx.one(
        "select author_id from question where id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )?;
    let author = author.map(UserId).filter(|author| !author.is_nobody());
    let Some(author) = author else {
        return cover_on_paper(tx, question, Words::StayCovered);
    };
    let person = person(tx, author)?;
    cover_question(tx, question, Words::StayCovered, &person)?;
    let nobody = make_nobody(tx, author)?;
    tx.execute(
        "update question set author_id = ? where id = ?",
        [nobody.0, question.0],
    )?;
    Ok(())
}

/// What tells who this resident is.
pub(super) fn person(tx: &WriteTx<'_>, user: UserId) -> Result<Person> {
    let known = tx.optional(
        "select display_name, phone from resident where user_id = ?",
        [user.0],
        |row| {
            Ok(Person {
                name: row.get("display_name")?,
                phone: row.get("phone")?,
            })
        },
    )?;
    Ok(known.unwrap_or(Person {
        name: None,
        phone: None,
    }))
}

fn cover_on_paper(tx: &WriteTx<'_>, question: QuestionId, words: Words) -> Result<()> {
    let person = tx.optional(
        "select name, phone from entered_for where question_id = ?",
        [question.0],
        |row| {
            Ok(Person {
                name: row.get("name")?,
                phone: row.get("phone")?,
            })
        },
    )?;
    let person = person.unwrap_or(Person {
        name: None,
        phone: None,
    });
    cover_question(tx, question, words, &person)?;
    tx.execute(
        "update speaker set name = '…', topic = null where id in (
             select speaker_id from opinion where question_id = ?)",
        [question.0],
    )?;
    Ok(())
}

pub(super) fn cover_question(
    tx: &WriteTx<'_>,
    question: QuestionId,
    words: Words,
    person: &Person,
) -> Result<()> {
    cover_words(tx, question, words, person)?;
    tx.execute(
        "update question set author_initials = '…' where id = ?",
        [question.0],
    )?;
    tx.execute(
        "delete from entered_for where question_id = ?",
        [question.0],
    )?;
    tx.execute("delete from addition where question_id = ?", [question.0])?;
    Ok(())
}

/// What somebody proposed to ask everybody stays asked, without what tells who they are.
pub(super) fn cover_statements(tx: &WriteTx<'_>, user: UserId, person: &Person) -> Result<()> {
    let theirs = tx.all(
        "select id, text from statement where author_id = ?",
        [user.0],
        |row| Ok((row.get::<_, i64>("id")?, row.get::<_, String>("text")?)),
    )?;
    for (id, text) in theirs {
        tx.execute(
            "update statement set text = ?2 where id = ?1",
            params![id, person.covered(&text, "")],
        )?;
    }
    Ok(())
}

fn cover_words(
    tx: &WriteTx<'_>,
    question: QuestionId,
    words: Words,
    person: &Person,
) -> Result<()> {
    let (written, initials, code, draft) = tx.one(
        "select text, author_initials, code, draft_id from question where id = ?",
        [question.0],
        |row| {
            Ok((
                row.get::<_, String>("text")?,
                row.get::<_, String>("author_initials")?,
                row.get::<_, String>("code")?,
                row.get::<_, i64>("draft_id")?,
            ))
        },
    )?;
    let public: Option<String> = tx.optional(
        "select question from public_text where question_id = ?",
        [question.0],
        |row| Ok(row.get(0)?),
    )?;
    // What the council has answered in public stays as everybody has read it.
    let left = match (public, words) {
        (Some(public), _) => person.covered(&public, &initials),
        (None, Words::StayCovered) => person.covered(&written, &initials),
        (None, Words::Go) => HIDDEN.to_owned(),
    };
    let cover = |said: &str| {
        let said = person.covered(said, &initials);
        if left == HIDDEN {
            said.replace(&written, HIDDEN)
        } else {
            said
        }
    };
    tx.execute(
        "update question set text = ?2, folded = ?3 where id = ?1",
        params![question.0, left, text::fold(&left)],
    )?;
    for sql in [
        "delete from revision where question_id = ?",
        "delete from addition where question_id = ? and kind = 'more'",
        "delete from split_plan where question_id = ?",
        "delete from category_correction where question_id = ?",
    ] {
        tx.execute(sql, [question.0])?;
    }
    for sql in [
        "delete from attachment where draft_id = ?",
        "delete from source_message where draft_id = ?",
    ] {
        tx.execute(sql, [draft])?;
    }
    for (select, update) in SAID_ABOUT_IT {
        let said = tx.all(select, [question.0], |row| {
            Ok((
                row.get::<_, i64>("number")?,
                row.get::<_, Option<String>>("said")?,
            ))
        })?;
        for (row, said) in said {
            if let Some(said) = said {
                tx.execute(update, params![row, cover(&said)])?;
            }
        }
    }
    steps::forget_words(tx, question, |reason| cover(reason) != reason)?;
    tx.execute(
        "delete from outbox where (json_extract(message, '$.about.question') = ?1 or instr(message, ?2))
             and (state = 'parked' or json_extract(message, '$.act.edit') is null)",
        params![question.0, code],
    )?;
    publications::forget_words(tx, question)?;
    if public_texts::is_public(tx, question)? {
        public_texts::follow(tx, question)?;
    }
    Ok(())
}

/// What others said about a question, row and words, and how other words take their place.
const SAID_ABOUT_IT: [(&str, &str); 13] = [
    (
        "select id as number, text as said from exchange_result where question_id = ?",
        "update exchange_result set text = ?2 where id = ?1",
    ),
    (
        "select id as number, text as said from answer where question_id = ?",
        "update answer set text = ?2 where id = ?1",
    ),
    (
        "select id as number, obstacle as said from answer where question_id = ?",
        "update answer set obstacle = ?2 where id = ?1",
    ),
    (
        "select id as number, text as said from correction where answer_id in (select id from answer where question_id = ?)",
        "update correction set text = ?2 where id = ?1",
    ),
    (
        "select id as number, before as said from correction where answer_id in (select id from answer where question_id = ?)",
        "update correction set before = ?2 where id = ?1",
    ),
    (
        "select id as number, text as said from ask_back where question_id = ?",
        "update ask_back set text = ?2 where id = ?1",
    ),
    (
        "select question_id as number, words as said from guidance where question_id = ?",
        "update guidance set words = ?2 where question_id = ?1",
    ),
    (
        "select id as number, reason as said from promise where question_id = ?",
        "update promise set reason = ?2 where id = ?1",
    ),
    (
        "select id as number, said as said from resolution where question_id = ?",
        "update resolution set said = ?2 where id = ?1",
    ),
    (
        "select id as number, words as said from site_visit where question_id = ?",
        "update site_visit set words = ?2 where id = ?1",
    ),
    (
        "select id as number, report as said from promise where question_id = ?",
        "update promise set report = ?2 where id = ?1",
    ),
    (
        "select question_id as number, reason as said from snooze where question_id = ?",
        "update snooze set reason = ?2 where question_id = ?1",
    ),
    (
        "select id as number, reason as said from data_request where question_id = ?",
        "update data_request set reason = ?2 where id = ?1",
    ),
];
