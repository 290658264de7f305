//! What `cutri check` sees of the database: it opens the file for reading and changes nothing, not even its schema.

use std::path::{Path, PathBuf};

use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{Result, limits, room};
use crate::{
    domain::{
        chain::{self, BEGINNING, Hash, Link},
        council::Council,
        ids::{BodyCode, ChatId},
        limits::PapersKept,
        redaction::HIDDEN,
    },
    store::newest_version,
};

/// The books are chained from this version of the schema on.
const CHAINED: i64 = 21;

/// A database as it stands. Of one that a newer cutri made nothing is known but that: its tables may be others.
#[derive(Debug)]
pub struct Seen {
    /// How its schema compares with ours.
    pub schema: Schema,
    /// What SQLite's own check found; empty: the file is whole.
    pub damage: Vec<String>,
    /// The groups of the bodies.
    pub groups: Vec<(BodyCode, ChatId)>,
    /// How many open questions each body has.
    pub open: Vec<(BodyCode, i64)>,
    /// How many people administer by role.
    pub administrators: i64,
    /// The chain of the books; `None`: the schema is of before it.
    pub chain: Option<Chain>,
}

/// What the chain of the books says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every event is what it was when it was written down.
    Whole {
        /// How many.
        events: u64,
        /// The hash of the last one, hexadecimal: written down elsewhere it proves that none was cut off the end.
        head: String,
    },
    /// The first event that is not, or before which one is missing.
    Broken {
        /// Its row.
        event: i64,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// How the schema of a file compares with the one this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// The same.
    Newest,
    /// The next start brings it up to date.
    Older(i64),
    /// A newer cutri made it.
    Newer(i64),
}

/// Looks at the database at `path`; `None`: there is none.
///
/// # Errors
/// When it cannot be read, or is no database of cutri.
pub async fn look(path: &Path) -> Result<Option<Seen>> {
    if !path.exists() {
        return Ok(None);
    }
    let mut connection = SqliteConnection::connect_with(&options(path)).await?;
    let seen = look_at(&mut connection).await;
    connection.close().await?;
    seen.map(Some)
}

/// How the schema of the file at `path` compares; `None`: there is none. Reads nothing else of it.
///
/// # Errors
/// When it cannot be read.
pub async fn schema_of(path: &Path) -> Result<Option<Schema>> {
    if !path.exists() {
        return Ok(None);
    }
    let mut connection = SqliteConnection::connect_with(&options(path)).await?;
    let schema = compare(&mut connection).await;
    connection.close().await?;
    schema.map(Some)
}

/// What is kept of the papers of the council, in the file at `path`, which has to be of our schema.
///
/// # Errors
/// When it cannot be read.
pub async fn papers(path: &Path, council: &Council, now: Timestamp) -> Result<PapersKept> {
    let mut connection = SqliteConnection::connect_with(&options(path)).await?;
    let kept = limits::kept(&mut connection, council, now).await;
    connection.close().await?;
    kept
}

async fn compare(connection: &mut SqliteConnection) -> Result<Schema> {
    let version: i64 = sqlx::query_scalar("pragma user_version")
        .fetch_one(connection)
        .await?;
    Ok(match version.cmp(&newest_version()) {
        std::cmp::Ordering::Less => Schema::Older(version),
        std::cmp::Ordering::Equal => Schema::Newest,
        std::cmp::Ordering::Greater => Schema::Newer(version),
    })
}

async fn look_at(connection: &mut SqliteConnection) -> Result<Seen> {
    let schema = compare(connection).await?;
    if let Schema::Newer(_) = schema {
        return Ok(Seen {
            schema,
            damage: Vec::new(),
            groups: Vec::new(),
            open: Vec::new(),
            administrators: 0,
            chain: None,
        });
    }
    let mut damage: Vec<String> = sqlx::query_scalar("pragma integrity_check")
        .fetch_all(&mut *connection)
        .await?;
    damage.retain(|line| line != "ok");
    let dangling: Vec<(String, i64)> =
        sqlx::query_as("select \"table\", count(*) from pragma_foreign_key_check group by 1")
            .fetch_all(&mut *connection)
            .await?;
    damage.extend(
        dangling
            .into_iter()
            .map(|(table, count)| format!("{count} rows of {table} point at nothing")),
    );
    let groups = sqlx::query!("select body_code, chat_id from chat_link order by body_code")
        .fetch_all(&mut *connection)
        .await?;
    let open: Vec<(String, i64)> = sqlx::query_as(
        "select body_code, count(*) from question
         where state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') group by body_code",
    )
    .fetch_all(&mut *connection)
    .await?;
    let administrators: i64 = sqlx::query_scalar(
        "select count(distinct user_id) from role_grant
         where role = 'administrator' and revoked_at is null
             and (expires_at is null or expires_at > unixepoch())",
    )
    .fetch_one(&mut *connection)
    .await?;
    let chain = match schema {
        Schema::Newest => Some(follow_chain(connection).await?),
        Schema::Older(found) if found >= CHAINED => Some(follow_chain(connection).await?),
        Schema::Older(_) | Schema::Newer(_) => None,
    };
    Ok(Seen {
        administrators,
        chain,
        schema,
        damage,
        groups: groups
            .into_iter()
            .map(|group| (BodyCode::new(group.body_code), ChatId(group.chat_id)))
            .collect(),
        open: open
            .into_iter()
            .map(|(body, count)| (BodyCode::new(body), count))
            .collect(),
    })
}

/// An event with what stands beside it.
#[derive(sqlx::FromRow)]
struct Kept {
    id: i64,
    at: i64,
    kind: String,
    actor_id: Option<i64>,
    question_id: Option<i64>,
    data: String,
    proof: Option<Vec<u8>>,
    hash: Option<Vec<u8>>,
    version: Option<i64>,
    actor_name: Option<String>,
    words: Option<String>,
    step_proof: Option<Vec<u8>>,
}

/// Goes along the chain from the first event; stops at the first one that is not what it was.
///
/// # Errors
/// When the database cannot be read.
pub async fn follow_chain(connection: &mut SqliteConnection) -> Result<Chain> {
    let mut events = sqlx::query_as::<_, Kept>(
        "select event.id, at, kind, actor_id, event.question_id, data, event.proof, hash, version, actor_name, words,
             case_step.proof as step_proof
         from event left join case_step on event_id = event.id order by event.id",
    )
    .fetch(connection);
    let (mut before, mut count, mut last) = (BEGINNING, 0, 0);
    while let Some(kept) = events.try_next().await? {
        if kept.id != last + 1 {
            return Ok(Chain::Broken {
                event: kept.id,
                why: "the one before it is missing",
            });
        }
        if kept.is_reworded() {
            return Ok(Chain::Broken {
                event: kept.id,
                why: "its reason was put in the place of one that was hidden",
            });
        }
        let hash = kept.hash_after(&before);
        if kept.hash.as_deref() != Some(&hash[..]) {
            return Ok(Chain::Broken {
                event: kept.id,
                why: "it, its actor or its reason is not what was written down",
            });
        }
        (before, last) = (hash, kept.id);
        count += 1;
    }
    Ok(Chain::Whole {
        events: count,
        head: chain::hex(&before),
    })
}

impl Kept {
    /// Beside a seal stands nothing but what says that something was hidden.
    fn is_reworded(&self) -> bool {
        let is_sealed = self
            .step_proof
            .as_ref()
            .is_some_and(|proof| proof.len() == BEGINNING.len());
        is_sealed && self.words.as_deref().is_some_and(|words| words != HIDDEN)
    }

    fn hash_after(&self, before: &Hash) -> Hash {
        let link = Link {
            id: self.id,
            at: self.at,
            kind: &self.kind,
            question: self.question_id,
            data: &self.data,
            actor: match (self.actor_id, self.proof.as_deref()) {
                (Some(actor), Some(salt)) => Some(chain::seal_actor(salt, actor)),
                (None, proof) => chain::seal_of(proof, |_| BEGINNING),
                (Some(_), None) => None,
            },
            step: self.version.and_then(|version| {
                chain::seal_of(self.step_proof.as_deref(), |salt| {
                    chain::seal_step(
                        salt,
                        version,
                        self.actor_name.as_deref(),
                        self.words.as_deref(),
                    )
                })
            }),
        };
        link.hash_after(before)
    }
}

/// Without a log nobody has the file open for writing, and SQLite need not make the files beside it that let a reader
/// and a writer know of each other.
fn options(path: &Path) -> SqliteConnectOptions {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    room::options(path).immutable(!PathBuf::from(log).exists())
}
