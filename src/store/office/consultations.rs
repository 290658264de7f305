//! Rounds on a draft: what is asked, who takes part, what each makes of it, whom it was told.

use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, params};

use crate::domain::{
    consultation::{
        Consultation, ConsultationState, Stance, Statement, StatementState, Telling, form::Form,
    },
    ids::{AreaCode, ChatId, ConsultationId, StatementId, UserId},
    keyword::Keyword,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str =
    "id, author_id, chat_id, title, areas, ends_on, state, published_at, telling, told_up_to, told";

const STATEMENT: &str = "id, consultation_id, author_id, text, state";

/// Keeps a new one with its statements, or the new words of one that is being written.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn write(
    tx: &WriteTx<'_>,
    draft: &Consultation,
    form: &Form,
    now: Timestamp,
) -> Result<ConsultationId> {
    let id = if draft.id.0 == 0 {
        tx.insert(
            "insert into consultation (author_id, chat_id, title, areas, ends_on, state, made_at)
             values (?, ?, ?, ?, ?, 'draft', ?)",
            params![
                draft.author.0,
                draft.chat.0,
                draft.title,
                json(&draft.areas)?,
                draft.ends_on.to_string(),
                now.as_second()
            ],
        )
        .map(ConsultationId)?
    } else {
        save(tx, draft)?;
        tx.execute(
            "delete from statement where consultation_id = ?",
            [draft.id.0],
        )?;
        draft.id
    };
    for (place, text) in form.statements.iter().enumerate() {
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        tx.execute(
            "insert into statement (consultation_id, place, text, state, proposed_at) values (?, ?, ?, 'shown', ?)",
            params![id.0, place, text, now.as_second()],
        )?;
    }
    Ok(id)
}

/// Keeps what was changed while it is written.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(tx: &WriteTx<'_>, draft: &Consultation) -> Result<()> {
    tx.execute(
        "update consultation set title = ?2, areas = ?3, ends_on = ?4, state = ?5 where id = ?1 and state = 'draft'",
        params![
            draft.id.0,
            draft.title,
            json(&draft.areas)?,
            draft.ends_on.to_string(),
            draft.state.as_str()
        ],
    )?;
    Ok(())
}

/// The round of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: ConsultationId) -> Result<Option<Consultation>> {
    tx.optional(
        &format!("select {COLUMNS} from consultation where id = ?"),
        [id.0],
        read,
    )
}

/// The one that somebody writes in this chat.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn draft_of(
    tx: &WriteTx<'_>,
    author: UserId,
    chat: ChatId,
) -> Result<Option<Consultation>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from consultation where author_id = ? and chat_id = ? and state = 'draft'
             order by id desc limit 1"
        ),
        [author.0, chat.0],
        read,
    )
}

/// Those that run, the one that ends first in front.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn open(tx: &WriteTx<'_>) -> Result<Vec<Consultation>> {
    tx.all(
        &format!("select {COLUMNS} from consultation where state = 'open' order by closes_at, id limit 20"),
        [],
        read,
    )
}

/// The last ones that are over.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn closed(tx: &WriteTx<'_>, most: u32) -> Result<Vec<Consultation>> {
    tx.all(
        &format!("select {COLUMNS} from consultation where state = 'closed' order by closes_at desc, id desc limit ?"),
        [most],
        read,
    )
}

/// It begins: people are told from now on. `false`: it is not being written any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn publish(
    tx: &WriteTx<'_>,
    id: ConsultationId,
    closes_at: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "update consultation set state = 'open', published_at = ?2, closes_at = ?3, telling = 'begun'
         where id = ?1 and state = 'draft'",
        params![id.0, now.as_second(), closes_at.as_second()],
    )?;
    Ok(changed == 1)
}

/// It is over, with its last day on `ended_on`: whoever took part is told from now on. `false`: it was not running.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn close(
    tx: &WriteTx<'_>,
    id: ConsultationId,
    ended_on: Date,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "update consultation set state = 'closed', ends_on = ?3, closes_at = min(closes_at, ?2), telling = 'ended',
             told_up_to = 0
         where id = ?1 and state = 'open'",
        params![id.0, now.as_second(), ended_on.to_string()],
    )?;
    Ok(changed == 1)
}

/// Whether its last day is over: nothing is taken any more, whenever the clock gets to it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_past(tx: &WriteTx<'_>, id: ConsultationId, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from consultation where id = ? and closes_at <= ?)",
        params![id.0, now.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// One that runs and whose time has come.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn due(tx: &WriteTx<'_>, now: Timestamp) -> Result<Option<Consultation>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from consultation where state = 'open' and closes_at <= ? order by closes_at limit 1"
        ),
        [now.as_second()],
        read,
    )
}

/// The oldest of which people are being told.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn telling(tx: &WriteTx<'_>) -> Result<Option<Consultation>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from consultation where telling is not null and is_held = 0 order by id limit 1"
        ),
        [],
        read,
    )
}

/// Nobody more is told of those that rest since a backup was put back.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end_held(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute(
        "update consultation set telling = null, is_held = 0 where is_held = 1",
        [],
    )?;
    Ok(())
}

/// The next people who are told, by number: that it begins, whoever lives there; that it is over, whoever took part. Nobody
/// who switched such news off, took the consent back, or cannot be reached.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn next_people(
    tx: &WriteTx<'_>,
    of: &Consultation,
    telling: Telling,
    areas: &[AreaCode],
    most: u32,
) -> Result<Vec<UserId>> {
    tx.all(
        "select r.user_id from resident r
         where r.user_id > ?1 and r.blocked_at is null and r.consent_version is not null
             and not exists (select 1 from muted_topic m where m.user_id = r.user_id and m.topic = 'announcements')
             and case ?2
                 when 'begun' then r.area_role = 'lives' and r.area_code in (select value from json_each(?3))
                     or exists (select 1 from resident_area a where a.user_id = r.user_id and a.role = 'lives'
                         and a.area_code in (select value from json_each(?3)))
                 else exists (select 1 from consultation_voice v where v.user_id = r.user_id and v.consultation_id = ?4)
             end
         order by r.user_id limit ?5",
        params![
            of.told_up_to.0,
            telling.as_str(),
            json(&areas)?,
            of.id.0,
            most
        ],
        |row| Ok(UserId(row.get(0)?)),
    )
}

/// Everybody up to `last` was told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn advance(
    tx: &WriteTx<'_>,
    id: ConsultationId,
    last: UserId,
    more: usize,
) -> Result<()> {
    let more = i64::try_from(more).unwrap_or(i64::MAX);
    tx.execute(
        "update consultation set told_up_to = ?2, told = told + iif(telling = 'begun', ?3, 0) where id = ?1",
        params![id.0, last.0, more],
    )?;
    Ok(())
}

/// Nobody is left to be told.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn all_told(tx: &WriteTx<'_>, id: ConsultationId) -> Result<()> {
    tx.execute(
        "update consultation set telling = null, is_held = 0 where id = ?",
        [id.0],
    )?;
    Ok(())
}

/// Every statement of a round, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn statements(tx: &WriteTx<'_>, of: ConsultationId) -> Result<Vec<Statement>> {
    tx.all(
        &format!("select {STATEMENT} from statement where consultation_id = ? order by place, id"),
        [of.0],
        statement_of,
    )
}

/// One of them.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn statement(tx: &WriteTx<'_>, id: StatementId) -> Result<Option<Statement>> {
    tx.optional(
        &format!("select {STATEMENT} from statement where id = ?"),
        [id.0],
        statement_of,
    )
}

/// A resident proposes one.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn propose(
    tx: &WriteTx<'_>,
    of: ConsultationId,
    (author, text): (UserId, &str),
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into statement (consultation_id, place, author_id, text, state, proposed_at)
         values (?1, (select count(*) from statement where consultation_id = ?1), ?2, ?3, 'waiting', ?4)",
        params![of.0, author.0, text, now.as_second()],
    )?;
    Ok(())
}

/// A clerk has read it; `by`: nobody, when the round ended before.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn decide(
    tx: &WriteTx<'_>,
    id: StatementId,
    to: StatementState,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update statement set state = ?2, decided_by = ?3, decided_at = ?4 where id = ?1",
        params![id.0, to.as_str(), by.map(|user| user.0), now.as_second()],
    )?;
    Ok(())
}

/// What somebody makes of the statements of a round so far.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn stances(
    tx: &WriteTx<'_>,
    of: ConsultationId,
    user: UserId,
) -> Result<Vec<(StatementId, Stance)>> {
    tx.all(
        "select x.statement_id, x.stance from stance x join statement s on s.id = x.statement_id
         where s.consultation_id = ? and x.user_id = ?",
        [of.0, user.0],
        |row| {
            let word: String = row.get("stance")?;
            let stance = Stance::from_word(&word)
                .ok_or_else(|| StoreError::impossible("stance", "unknown stance"))?;
            Ok((StatementId(row.get("statement_id")?), stance))
        },
    )
}

/// Somebody makes this of a statement, speaking for `area` from their first word on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn take(
    tx: &WriteTx<'_>,
    statement: &Statement,
    (user, area): (UserId, &AreaCode),
    stance: Stance,
    now: Timestamp,
) -> Result<()> {
    let of = statement.consultation.0;
    tx.execute(
        "insert into consultation_voice (consultation_id, user_id, area_code, began_at) values (?, ?, ?, ?)
         on conflict do nothing",
        params![of, user.0, area.as_str(), now.as_second()],
    )?;
    tx.execute(
        "insert into stance (statement_id, user_id, stance, taken_at) values (?1, ?2, ?3, ?4)
         on conflict (statement_id, user_id) do update set stance = ?3, taken_at = ?4",
        params![statement.id.0, user.0, stance.as_str(), now.as_second()],
    )?;
    Ok(())
}

/// How many take part.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn voices(tx: &WriteTx<'_>, of: ConsultationId) -> Result<u32> {
    tx.one(
        "select count(*) from consultation_voice where consultation_id = ?",
        [of.0],
        |row| Ok(row.get(0)?),
    )
}

fn statement_of(row: &Row<'_>) -> Result<Statement> {
    let state: String = row.get("state")?;
    Ok(Statement {
        id: StatementId(row.get("id")?),
        consultation: ConsultationId(row.get("consultation_id")?),
        author: row.get::<_, Option<i64>>("author_id")?.map(UserId),
        text: row.get("text")?,
        state: StatementState::from_word(&state)
            .ok_or_else(|| StoreError::impossible("statement", "unknown state"))?,
    })
}

fn read(row: &Row<'_>) -> Result<Consultation> {
    let impossible = |why: &str| StoreError::impossible("consultation", why.to_owned());
    let (state, areas): (String, String) = (row.get("state")?, row.get("areas")?);
    let ends_on: String = row.get("ends_on")?;
    let telling: Option<String> = row.get("telling")?;
    let telling = telling
        .map(|word| Telling::from_word(&word).ok_or_else(|| impossible("unknown telling")))
        .transpose()?;
    let published_at: Option<i64> = row.get("published_at")?;
    Ok(Consultation {
        id: ConsultationId(row.get("id")?),
        author: UserId(row.get("author_id")?),
        chat: ChatId(row.get("chat_id")?),
        title: row.get("title")?,
        areas: serde_json::from_str(&areas)
            .map_err(|error| StoreError::impossible("consultation", error))?,
        ends_on: ends_on.parse().map_err(|_| impossible("bad day"))?,
        state: ConsultationState::from_word(&state).ok_or_else(|| impossible("unknown state"))?,
        published_at: published_at
            .map(|at| time("consultation", at))
            .transpose()?,
        telling,
        told_up_to: UserId(row.get("told_up_to")?),
        told: row.get("told")?,
    })
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::impossible("consultation", error))
}
