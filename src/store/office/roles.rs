//! Who holds which role, and what became of earlier ones.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    ids::{BodyCode, GrantId, UserId},
    keyword::Keyword,
    role::{Grant, Role},
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str = "id, user_id, role, body_code, name, expires_at";

/// The roles this person holds at `now`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn held_by(tx: &WriteTx<'_>, user: UserId, now: Timestamp) -> Result<Vec<Grant>> {
    tx.all(
        &format!(
            "select {COLUMNS} from role_grant
             where user_id = ? and revoked_at is null and (expires_at is null or expires_at > ?) order by id"
        ),
        params![user.0, now.as_second()],
        read,
    )
}

/// Everybody who holds a role for this body at `now`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of_body(tx: &WriteTx<'_>, body: &BodyCode, now: Timestamp) -> Result<Vec<Grant>> {
    tx.all(
        &format!(
            "select {COLUMNS} from role_grant
             where body_code = ? and revoked_at is null and (expires_at is null or expires_at > ?) order by id"
        ),
        params![body.as_str(), now.as_second()],
        read,
    )
}

/// Every role that is held at `now`: administrators and clerks first, then body by body.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn all(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Grant>> {
    tx.all(
        &format!(
            "select {COLUMNS} from role_grant
             where revoked_at is null and (expires_at is null or expires_at > ?)
             order by case role when 'administrator' then 0 when 'clerk' then 1 else 2 end,
                 body_code, case role when 'head' then 0 when 'delegate' then 1 else 2 end, id"
        ),
        [now.as_second()],
        read,
    )
}

/// Whether anybody holds this role at `now`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_anybody(tx: &WriteTx<'_>, role: Role, now: Timestamp) -> Result<bool> {
    tx.one(
        "select exists (select 1 from role_grant
             where role = ? and revoked_at is null and (expires_at is null or expires_at > ?))",
        params![role.as_str(), now.as_second()],
        |row| Ok(row.get(0)?),
    )
}

/// The role of this row, if it is held at `now`.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: GrantId, now: Timestamp) -> Result<Option<Grant>> {
    tx.optional(
        &format!(
            "select {COLUMNS} from role_grant
             where id = ? and revoked_at is null and (expires_at is null or expires_at > ?)"
        ),
        params![id.0, now.as_second()],
        read,
    )
}

/// Gives somebody a role.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn grant(
    tx: &WriteTx<'_>,
    role: Role,
    body: Option<&BodyCode>,
    holder: (UserId, &str),
    by: UserId,
    expires_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into role_grant (user_id, role, body_code, name, granted_by, granted_at, expires_at)
         values (?, ?, ?, ?, ?, ?, ?)",
        params![
            holder.0.0,
            role.as_str(),
            body.map(BodyCode::as_str),
            holder.1,
            by.0,
            now.as_second(),
            expires_at.map(Timestamp::as_second),
        ],
    )?;
    Ok(())
}

/// Takes a role away. `false`: it was not held any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn revoke(tx: &WriteTx<'_>, id: GrantId, by: UserId, now: Timestamp) -> Result<bool> {
    let changed = tx.execute(
        "update role_grant set revoked_at = ?2, revoked_by = ?3, ended_at = ?2
         where id = ?1 and revoked_at is null and (expires_at is null or expires_at > ?2)",
        params![id.0, now.as_second(), by.0],
    )?;
    Ok(changed > 0)
}

/// Bodies for which this person's latest role was taken away, or was an observer's, also an expired one: being in
/// the group alone does not let them act. Clerks belong to `office`.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn barred_from(
    tx: &WriteTx<'_>,
    user: UserId,
    office: &BodyCode,
) -> Result<BTreeSet<BodyCode>> {
    let bodies = tx.all(
        "select body, role, is_revoked from (
             select coalesce(body_code, ?2) as body, role, revoked_at is not null as is_revoked, max(id)
             from role_grant where user_id = ?1 and role <> 'administrator'
             group by coalesce(body_code, ?2))
         where is_revoked or role = 'observer'",
        params![user.0, office.as_str()],
        |row| Ok(BodyCode::new(row.get::<_, String>("body")?)),
    )?;
    Ok(bodies.into_iter().collect())
}

/// Roles that have expired by `now` and whose end was not dealt with.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn expired(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Grant>> {
    tx.all(
        &format!(
            "select {COLUMNS} from role_grant indexed by role_grant_ends
             where revoked_at is null and ended_at is null and expires_at is not null and expires_at <= ?
             order by id"
        ),
        [now.as_second()],
        read,
    )
}

/// The end of this role was dealt with.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn end(tx: &WriteTx<'_>, id: GrantId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update role_grant set ended_at = ? where id = ?",
        params![now.as_second(), id.0],
    )?;
    Ok(())
}

/// The name by which the bodies know (or knew) this officer; `None` for a resident.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn name_of(tx: &WriteTx<'_>, user: UserId) -> Result<Option<String>> {
    tx.optional(
        "select name from (
             select name, granted_at as at from role_grant where user_id = ?1
             union all select name, acted_at from duty where user_id = ?1 and name is not null)
         order by at desc limit 1",
        [user.0],
        |row| Ok(row.get(0)?),
    )
}

/// Everybody who is or was an officer, by name.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn everybody(tx: &WriteTx<'_>) -> Result<Vec<(UserId, String)>> {
    tx.all(
        "select user_id, name from role_grant
         union select user_id, name from duty where name is not null and acted_at > 0 order by 2, 1",
        [],
        |row| Ok((UserId(row.get("user_id")?), row.get("name")?)),
    )
}

fn read(row: &Row<'_>) -> Result<Grant> {
    let role: String = row.get("role")?;
    Ok(Grant {
        id: GrantId(row.get("id")?),
        user: UserId(row.get("user_id")?),
        role: Role::from_word(&role)
            .ok_or_else(|| StoreError::impossible("role_grant", format!("unknown role {role}")))?,
        body: row
            .get::<_, Option<String>>("body_code")?
            .map(BodyCode::new),
        name: row.get("name")?,
        expires_at: row
            .get::<_, Option<i64>>("expires_at")?
            .map(|at| time("role_grant", at))
            .transpose()?,
    })
}
