//! One-time links that give a role. Only the hash of a token is kept: who reads the database gets no role.

use jiff::Timestamp;
use rusqlite::{Row, params};
use sha2::{Digest, Sha256};

use crate::domain::{
    chain,
    ids::{BodyCode, InvitationId, UserId},
    invitation::{Invitation, InvitationToken},
    keyword::Keyword,
    role::Role,
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str = "id, role, body_code, made_by, expires_at,
     accepted_at is not null or declined_at is not null or revoked_at is not null as is_over";

/// Makes an invitation; gives the token, which is nowhere else.
///
/// # Errors
/// When SQLite or the operating system's source of random bytes fails.
pub(crate) fn make(
    tx: &WriteTx<'_>,
    role: Role,
    body: Option<&BodyCode>,
    by: UserId,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<InvitationToken> {
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes)
        .map_err(|error| StoreError::Job(anyhow::anyhow!("cannot get random bytes: {error}")))?;
    let token = InvitationToken::from_random(&bytes);
    tx.execute(
        "insert into invitation (token_hash, role, body_code, made_by, made_at, expires_at)
         values (?, ?, ?, ?, ?, ?)",
        params![
            hash(&token),
            role.as_str(),
            body.map(BodyCode::as_str),
            by.0,
            now.as_second(),
            expires_at.as_second(),
        ],
    )?;
    Ok(token)
}

/// The invitation of this token.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn by_token(tx: &WriteTx<'_>, token: &InvitationToken) -> Result<Option<Invitation>> {
    tx.optional(
        &format!("select {COLUMNS} from invitation where token_hash = ?"),
        [hash(token)],
        read,
    )
}

/// The invitations that can still be accepted, the newest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn open(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Invitation>> {
    tx.all(
        &format!(
            "select {COLUMNS} from invitation
             where accepted_at is null and declined_at is null and revoked_at is null and expires_at > ?
             order by id desc"
        ),
        [now.as_second()],
        read,
    )
}

/// The invitation of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: InvitationId) -> Result<Option<Invitation>> {
    tx.optional(
        &format!("select {COLUMNS} from invitation where id = ?"),
        [id.0],
        read,
    )
}

/// What ends an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spent {
    /// Somebody took the role.
    Accepted(UserId),
    /// Somebody did not want it.
    Declined,
    /// An administrator took it back.
    Revoked,
}

/// Spends it. `false`: somebody was faster.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn spend(
    tx: &WriteTx<'_>,
    id: InvitationId,
    how: Spent,
    now: Timestamp,
) -> Result<bool> {
    let column = match how {
        Spent::Accepted(_) => "accepted_at",
        Spent::Declined => "declined_at",
        Spent::Revoked => "revoked_at",
    };
    let by = match how {
        Spent::Accepted(user) => Some(user.0),
        Spent::Declined | Spent::Revoked => None,
    };
    let changed = tx.execute(
        &format!(
            "update invitation set {column} = ?2, accepted_by = ?3
             where id = ?1 and accepted_at is null and declined_at is null and revoked_at is null
                 and expires_at > ?2"
        ),
        params![id.0, now.as_second(), by],
    )?;
    Ok(changed > 0)
}

/// Takes back every link of theirs that nobody has used.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn revoke_made_by(tx: &WriteTx<'_>, by: UserId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update invitation set revoked_at = ?2
         where made_by = ?1 and accepted_at is null and declined_at is null and revoked_at is null",
        params![by.0, now.as_second()],
    )?;
    Ok(())
}

fn hash(token: &InvitationToken) -> String {
    chain::hex(&Sha256::digest(token.as_str().as_bytes()))
}

fn read(row: &Row<'_>) -> Result<Invitation> {
    let role: String = row.get("role")?;
    Ok(Invitation {
        id: InvitationId(row.get("id")?),
        role: Role::from_word(&role)
            .ok_or_else(|| StoreError::impossible("invitation", format!("unknown role {role}")))?,
        body: row
            .get::<_, Option<String>>("body_code")?
            .map(BodyCode::new),
        made_by: UserId(row.get("made_by")?),
        expires_at: time("invitation", row.get("expires_at")?)?,
        is_spent: row.get("is_over")?,
    })
}
