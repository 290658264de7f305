//! What happened, append-only: audit, statistics and timelines are read from here.
//!
//! An event never holds a person's words, name or phone. Who did it stands beside its hash, sealed: a person can be
//! forgotten while the chain stays whole (`domain::chain`).

use jiff::Timestamp;
use rusqlite::params;

use crate::domain::{
    chain::{self, BEGINNING, Hash, Link},
    event::{Event, Recorded},
    ids::{QuestionId, UserId},
};
use crate::store::{
    Result, StoreError, WriteTx,
    write_tx::{LastEvent, time},
};

/// Writes an event down.
///
/// # Errors
/// When SQLite fails.
pub fn record(
    tx: &WriteTx<'_>,
    event: &Event,
    actor: Option<UserId>,
    question: Option<QuestionId>,
    now: Timestamp,
) -> Result<()> {
    append(tx, event, (actor, question), None, now)?;
    Ok(())
}

/// Puts an event at the end of the chain, with the seal of what stands beside it; gives its row.
pub(in crate::store) fn append(
    tx: &WriteTx<'_>,
    event: &Event,
    (actor, question): (Option<UserId>, Option<QuestionId>),
    step: Option<Hash>,
    now: Timestamp,
) -> Result<i64> {
    let mut data =
        serde_json::to_value(event).map_err(|error| StoreError::impossible("event", error))?;
    let kind = data
        .as_object_mut()
        .and_then(|fields| fields.remove("kind"))
        .and_then(|kind| kind.as_str().map(str::to_owned))
        .ok_or_else(|| StoreError::impossible("event", "an event without a kind"))?;
    let data = data.to_string();
    let actor = actor.map(|user| user.0);
    let salt = actor.map(|_| salt()).transpose()?;
    let last = last(tx)?;
    let link = Link {
        id: last.id + 1,
        at: now.as_second(),
        kind: &kind,
        question: question.map(|question| question.0),
        data: &data,
        actor: actor
            .zip(salt.as_ref())
            .map(|(actor, salt)| chain::seal_actor(salt, actor)),
        step,
    };
    let hash = link.hash_after(&last.hash);
    tx.execute(
        "insert into event (id, at, kind, actor_id, question_id, data, proof, hash)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            link.id,
            link.at,
            kind,
            actor,
            link.question,
            data,
            salt,
            hash
        ],
    )?;
    tx.last_event().set(Some(LastEvent { id: link.id, hash }));
    Ok(link.id)
}

/// The number of the newest event; 0: there is none.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn newest(tx: &WriteTx<'_>) -> Result<i64> {
    if let Some(known) = tx.last_event().get() {
        return Ok(known.id);
    }
    tx.one("select coalesce(max(id), 0) from event", [], |row| {
        Ok(row.get(0)?)
    })
}

/// Random bytes beside what is sealed: without them a seal could be guessed.
pub(in crate::store) fn salt() -> Result<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|_| StoreError::Job(anyhow::anyhow!("the system gives no random numbers")))?;
    Ok(bytes)
}

/// The end of the chain.
fn last(tx: &WriteTx<'_>) -> Result<LastEvent> {
    if let Some(known) = tx.last_event().get() {
        return Ok(known);
    }
    let found = tx.optional(
        "select id, hash from event order by id desc limit 1",
        [],
        |row| {
            Ok(LastEvent {
                id: row.get("id")?,
                hash: row.get::<_, Option<Hash>>("hash")?.unwrap_or(BEGINNING),
            })
        },
    )?;
    Ok(found.unwrap_or(LastEvent {
        id: 0,
        hash: BEGINNING,
    }))
}

/// Whether there are events of before the chain: they are hashed all at once, so the first one says it.
pub(in crate::store) fn is_unchained(connection: &rusqlite::Connection) -> Result<bool> {
    let sql = "select exists (select 1 from (select hash from event order by id limit 1) where hash is null)";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Hashes what was written before there was a chain.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn chain_older(tx: &WriteTx<'_>) -> Result<()> {
    let mut before = BEGINNING;
    let mut after = 0;
    loop {
        let some = tx.all(
            "select event.id, at, kind, actor_id, event.question_id, data, version, actor_name, words
             from event left join case_step on event_id = event.id
             where event.id > ? order by event.id limit 1000",
            [after],
            older,
        )?;
        let Some(last) = some.last() else {
            return Ok(());
        };
        after = last.id;
        for older in &some {
            before = older.hash(tx, &before)?;
        }
    }
}

/// An event of before the chain.
struct Older {
    id: i64,
    at: i64,
    kind: String,
    actor: Option<i64>,
    question: Option<i64>,
    data: String,
    step: Option<(i64, Option<String>, Option<String>)>,
}

fn older(row: &rusqlite::Row<'_>) -> Result<Older> {
    let version: Option<i64> = row.get("version")?;
    let step = match version {
        Some(version) => Some((version, row.get("actor_name")?, row.get("words")?)),
        None => None,
    };
    Ok(Older {
        id: row.get("id")?,
        at: row.get("at")?,
        kind: row.get("kind")?,
        actor: row.get("actor_id")?,
        question: row.get("question_id")?,
        data: row.get("data")?,
        step,
    })
}

impl Older {
    fn hash(&self, tx: &WriteTx<'_>, before: &Hash) -> Result<Hash> {
        let salt = salt()?;
        if self.step.is_some() {
            tx.execute(
                "update case_step set proof = ? where event_id = ?",
                params![salt, self.id],
            )?;
        }
        let step = self.step.as_ref().map(|(version, name, words)| {
            chain::seal_step(&salt, *version, name.as_deref(), words.as_deref())
        });
        let link = Link {
            id: self.id,
            at: self.at,
            kind: &self.kind,
            question: self.question,
            data: &self.data,
            actor: self.actor.map(|actor| chain::seal_actor(&salt, actor)),
            step,
        };
        let hash = link.hash_after(before);
        let proof = self.actor.map(|_| salt);
        tx.execute(
            "update event set proof = ?, hash = ? where id = ?",
            params![proof, hash, self.id],
        )?;
        Ok(hash)
    }
}

/// The events of these kinds, or all of them, do not say any more that `actor` did them. Their seals stay, so the chain
/// is whole.
///
/// # Errors
/// When SQLite fails.
pub(in crate::store) fn forget_actor(
    tx: &WriteTx<'_>,
    actor: UserId,
    only: Option<&[&str]>,
) -> Result<()> {
    let rows = tx.all(
        "select id, kind, proof from event where actor_id = ?",
        [actor.0],
        |row| {
            let proof: Option<Vec<u8>> = row.get("proof")?;
            Ok((
                row.get::<_, i64>("id")?,
                row.get::<_, String>("kind")?,
                proof,
            ))
        },
    )?;
    for (id, kind, proof) in rows {
        if only.is_some_and(|only| !only.contains(&kind.as_str())) {
            continue;
        }
        forget_one(tx, id, actor.0, proof.as_deref())?;
    }
    Ok(())
}

/// One event does not say any more that `actor` did it; `proof` is the salt that it was sealed with.
pub(in crate::store) fn forget_one(
    tx: &WriteTx<'_>,
    id: i64,
    actor: i64,
    proof: Option<&[u8]>,
) -> Result<()> {
    let seal = chain::seal_actor(proof.unwrap_or_default(), actor);
    tx.execute(
        "update event set actor_id = null, proof = ? where id = ?",
        params![seal, id],
    )?;
    Ok(())
}

/// The newest row, and what was written down after the row `after`: what, about which question (its code). For the demo,
/// which shows what an act led to.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn after(tx: &WriteTx<'_>, after: i64) -> Result<Vec<(i64, String, Option<String>)>> {
    tx.all(
        "select event.id, event.kind, question.code
         from event left join question on question.id = event.question_id
         where event.id > ? order by event.id limit 100",
        [after],
        |row| Ok((row.get("id")?, row.get("kind")?, row.get("code")?)),
    )
}

/// The life of a question so far, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn timeline(tx: &WriteTx<'_>, question: QuestionId) -> Result<Vec<Recorded>> {
    tx.all(
        "select at, kind, data from event where question_id = ? order by id",
        [question.0],
        |row| {
            let (kind, data): (String, String) = (row.get("kind")?, row.get("data")?);
            let mut value: serde_json::Value = serde_json::from_str(&data)
                .map_err(|error| StoreError::impossible("event", error))?;
            if let Some(fields) = value.as_object_mut() {
                fields.insert("kind".to_owned(), kind.into());
            }
            let event = serde_json::from_value(value)
                .map_err(|error| StoreError::impossible("event", error))?;
            Ok(Recorded {
                at: time("event", row.get("at")?)?,
                event,
            })
        },
    )
}
