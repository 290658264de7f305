//! Who holds which role.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{Result, StoreError, WriteTx, write_tx::time};
use crate::domain::{
    ids::{BodyCode, UserId},
    keyword::Keyword,
    role::{Grant, Role},
};

const COLUMNS: &str = "id, user_id, role, body_code, name, expires_at";

/// The roles this person holds at `now`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn held_by(tx: &WriteTx<'_>, user: UserId, now: Timestamp) -> Result<Vec<Grant>> {
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
pub fn of_body(tx: &WriteTx<'_>, body: &BodyCode, now: Timestamp) -> Result<Vec<Grant>> {
    tx.all(
        &format!(
            "select {COLUMNS} from role_grant
             where body_code = ? and revoked_at is null and (expires_at is null or expires_at > ?) order by id"
        ),
        params![body.as_str(), now.as_second()],
        read,
    )
}

/// Gives somebody a role.
///
/// # Errors
/// When SQLite fails.
pub fn grant(
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

fn read(row: &Row<'_>) -> Result<Grant> {
    let role: String = row.get(2)?;
    Ok(Grant {
        id: row.get(0)?,
        user: UserId(row.get(1)?),
        role: Role::from_word(&role)
            .ok_or_else(|| StoreError::impossible("role_grant", format!("unknown role {role}")))?,
        body: row.get::<_, Option<String>>(3)?.map(BodyCode::new),
        name: row.get(4)?,
        expires_at: row
            .get::<_, Option<i64>>(5)?
            .map(|at| time("role_grant", at))
            .transpose()?,
    })
}
