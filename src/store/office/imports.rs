//! Questions that came out of a file, batch by batch: taken in once, and taken back as one thing.
//!
//! The one place beside the deed that saves questions: the file comes through the command line, where nobody acts in a
//! chat and no bot need run. The domain makes them here, too, and the running bot brings their cards up to date
//! ([`take_for_card`]).

use jiff::{Timestamp, civil::Date};
use rusqlite::params;

use crate::domain::{
    code::CodePrefix,
    event::Event,
    ids::{DraftId, QuestionId, UserId},
    import::register::{ImportedAnswer, ImportedQuestion},
    keyword::Keyword,
    question::{Question, QuestionKind, State, draft::ReadyDraft, lifecycle},
};
use crate::store::{
    Result, WriteTx, answers, events, exchanges,
    questions::{self, NewQuestion},
};

/// Drafts have numbers of their own, entries those below zero; imported questions are far below both.
const DRAFTS_BELOW: i64 = -1_000_000_000_000;

/// Begins a batch.
///
/// # Errors
/// When SQLite fails.
pub fn begin(tx: &WriteTx<'_>, rows: usize, now: Timestamp) -> Result<i64> {
    tx.insert(
        "insert into import_batch (rows, imported_at) values (?, ?)",
        params![i64::try_from(rows).unwrap_or(i64::MAX), now.as_second()],
    )
}

/// Whether the row was taken in before, or is a question of this council by its code.
///
/// # Errors
/// When SQLite fails.
pub fn is_here(tx: &WriteTx<'_>, key: &str) -> Result<bool> {
    tx.one(
        "select exists (select 1 from imported where row_key = ?1) or exists (select 1 from question where code = ?1)",
        [key],
        |row| Ok(row.get(0)?),
    )
}

/// When things of an imported question happened.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// It came in.
    pub received_at: Timestamp,
    /// It was answered.
    pub answered_at: Option<Timestamp>,
    /// The day by which an answer is due.
    pub due_on: Date,
}

/// Takes a question in; with an answer it is answered, without one its body has it and gets its card.
///
/// # Errors
/// When SQLite fails.
pub fn keep(
    tx: &WriteTx<'_>,
    (batch, question): (i64, &ImportedQuestion),
    (prefix, kind, initials): (CodePrefix, QuestionKind, &str),
    times: Times,
    now: Timestamp,
) -> Result<String> {
    let draft = ReadyDraft {
        id: next_draft(tx)?,
        author: UserId(0),
        text: question.text.clone(),
        area: question.area.clone(),
        category: question.category.clone(),
        meeting: question.meeting.clone(),
        in_danger: false,
        kind: Some(kind),
    };
    let new = NewQuestion {
        draft: &draft,
        prefix,
        initials: initials.to_owned(),
        author: None,
        session: question.session.clone(),
        meeting: question.meeting.clone(),
        kind,
        source: question.source,
        entered_by: None,
        is_urgent: false,
        body: question.body.clone(),
        due_on: times.due_on,
        state: State::Forwarded {
            at: times.received_at,
        },
    };
    let kept = questions::keep(tx, &new, times.received_at)?;
    tx.execute(
        "update question set competence = ? where id = ?",
        params![question.competence.map(Keyword::as_str), kept.id.0],
    )?;
    let kept = Question {
        competence: question.competence,
        ..kept
    };
    let (id, code) = (kept.id, kept.code.to_string());
    let (body, of) = (question.body.clone(), Some(id));
    let entered = Event::QuestionEntered {
        source: question.source,
    };
    events::record(
        tx,
        &Event::QuestionReceived { body: body.clone() },
        None,
        of,
        now,
    )?;
    events::record(tx, &entered, None, of, now)?;
    events::record(tx, &Event::QuestionForwarded { body }, None, of, now)?;
    if let (Some(answer), Some(at)) = (&question.answer, times.answered_at) {
        keep_answer(tx, kept, answer, at, now)?;
    }
    tx.execute(
        "insert into imported (question_id, batch_id, row_key, version, card_wanted)
         select id, ?2, ?3, version, ?4 from question where id = ?1",
        params![id.0, batch, question.key, question.answer.is_none()],
    )?;
    Ok(code)
}

/// The number that stands for the draft of the next imported question.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn next_draft(tx: &WriteTx<'_>) -> Result<DraftId> {
    let number: i64 = tx.one(
        "select coalesce(max(number), 0) + 1 from question",
        [],
        |row| Ok(row.get(0)?),
    )?;
    Ok(DraftId(DRAFTS_BELOW - number))
}

/// The question came out of this batch, and gets its card from the running bot.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_of_batch(
    tx: &WriteTx<'_>,
    question: QuestionId,
    (batch, key): (i64, &str),
) -> Result<()> {
    tx.execute(
        "insert into imported (question_id, batch_id, row_key, version, card_wanted)
         select id, ?2, ?3, version, 1 from question where id = ?1",
        params![question.0, batch, key],
    )?;
    Ok(())
}

/// It came with its answer: answered, as if by the deed, before anybody here could do it.
fn keep_answer(
    tx: &WriteTx<'_>,
    question: Question,
    answer: &ImportedAnswer,
    at: Timestamp,
    now: Timestamp,
) -> Result<()> {
    let question = questions::save(tx, &lifecycle::answered_before(question, at))?;
    let sent = Event::AnswerSent {
        answer: answers::keep_delivered(tx, &question, answer, at)?,
        class: answer.class,
        body: question.body.clone(),
    };
    events::record(tx, &sent, None, Some(question.id), now)
}

/// What came of taking a batch back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Undone {
    /// Questions that are gone from lists and figures.
    pub withdrawn: usize,
    /// Questions that somebody has worked on since: they stay.
    pub kept: usize,
}

/// Takes a batch back; `None`: there is none of this number, or it was taken back before. What nobody has touched since is
/// withdrawn, its words are gone, published or not; what somebody has worked on stays. A question of a register that lies in a group has been read
/// there, and stays; one of a slip goes, unless somebody supports it, and its slip can be entered again.
///
/// # Errors
/// When SQLite fails.
pub fn undo(tx: &WriteTx<'_>, batch: i64, now: Timestamp) -> Result<Option<Undone>> {
    let is_there: bool = tx.one(
        "select exists (select 1 from import_batch where id = ? and undone_at is null)",
        [batch],
        |row| Ok(row.get(0)?),
    )?;
    if !is_there {
        return Ok(None);
    }
    let rows: Vec<(i64, bool, bool)> = tx.all(
        "select i.question_id,
             q.version = i.version and (q.card_chat_id is null or s.number is not null)
                 and not exists (select 1 from support p where p.question_id = q.id) as is_untouched,
             q.card_chat_id is not null as has_card
         from imported i join question q on q.id = i.question_id left join opinion_slip s on s.question_id = q.id
         where i.batch_id = ? order by 1",
        [batch],
        |row| {
            Ok((
                row.get("question_id")?,
                row.get("is_untouched")?,
                row.get("has_card")?,
            ))
        },
    )?;
    let mut undone = Undone::default();
    for (question, is_untouched, has_card) in rows {
        if !is_untouched {
            undone.kept += 1;
            continue;
        }
        let id = QuestionId(question);
        let Some(found) = questions::find(tx, id)? else {
            continue;
        };
        questions::save(tx, &lifecycle::taken_back(found, now))?;
        answers::take_back(tx, id)?;
        if has_card {
            // The running bot changes the card; the row of the file is free for another question.
            tx.execute(
                "update imported set row_key = 'undone ' || question_id, card_wanted = 1 where question_id = ?",
                [question],
            )?;
        } else {
            tx.execute("delete from imported where question_id = ?", [question])?;
        }
        tx.execute("delete from opinion_slip where question_id = ?", [question])?;
        tx.execute("delete from entered_for where question_id = ?", [question])?;
        events::record(tx, &Event::QuestionWithdrawn, None, Some(id), now)?;
        undone.withdrawn += 1;
    }
    let (gone, kept) = exchanges::undo(tx, batch)?;
    undone.withdrawn += gone;
    undone.kept += kept;
    tx.execute(
        "update import_batch set undone_at = ? where id = ?",
        params![now.as_second(), batch],
    )?;
    Ok(Some(undone))
}

/// Whether an imported question waits for a card, and its body has a group.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_card_due(tx: &WriteTx<'_>) -> Result<bool> {
    tx.one(
        "select exists (select 1 from imported i indexed by imported_without_card
             cross join question q on q.id = i.question_id
         where i.card_wanted = 1 and (q.state <> 'forwarded' or q.card_chat_id is not null
             or exists (select 1 from chat_link l where l.body_code = q.body_code and l.broken is null)))",
        [],
        |row| Ok(row.get(0)?),
    )
}

/// Imported questions whose bodies have a group and no card yet, and those that were taken back and have one, a few at a time;
/// each is given once.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take_for_card(tx: &WriteTx<'_>, most: u32) -> Result<Vec<QuestionId>> {
    let ids: Vec<i64> = tx.all(
        "select i.question_id from imported i indexed by imported_without_card
             cross join question q on q.id = i.question_id
         where i.card_wanted = 1 and (q.state <> 'forwarded' or q.card_chat_id is not null
             or exists (select 1 from chat_link l where l.body_code = q.body_code and l.broken is null))
         order by i.question_id limit ?",
        [most],
        |row| Ok(row.get(0)?),
    )?;
    let mut wanted = Vec::new();
    for id in ids {
        tx.execute(
            "update imported set card_wanted = 0 where question_id = ?",
            [id],
        )?;
        let is_waiting: bool = tx.one(
            "select state = 'forwarded' and card_chat_id is null or state = 'withdrawn' and card_chat_id is not null
             from question where id = ?",
            [id],
            |row| Ok(row.get(0)?),
        )?;
        if is_waiting {
            wanted.push(QuestionId(id));
        }
    }
    Ok(wanted)
}
