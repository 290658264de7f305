//! Where people are in their dialogues, and what they have drafted.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    conversation::Conversation,
    ids::{AreaCode, CategoryCode, DraftId, MeetingCode, UserId},
    keyword::Keyword,
    question::{QuestionKind, draft::Draft},
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const DRAFT: &str = "id, user_id, text, area_code, category_code, updated_at, similar_seen,
    points_seen, meeting_code, in_danger, kind";

/// What the bot waits for from this person.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Conversation>> {
    tx.optional(
        "select state from conversation where user_id = ?",
        [user.0],
        |row| {
            let state: String = row.get(0)?;
            serde_json::from_str(&state)
                .map_err(|error| StoreError::impossible("conversation", error))
        },
    )
}

/// The bot waits for this from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set(
    tx: &WriteTx<'_>,
    user: UserId,
    state: &Conversation,
    now: Timestamp,
) -> Result<()> {
    let state = serde_json::to_string(state)
        .map_err(|error| StoreError::impossible("conversation", error))?;
    tx.execute(
        "insert into conversation (user_id, state, updated_at) values (?1, ?2, ?3)
         on conflict (user_id) do update set state = ?2, updated_at = ?3",
        params![user.0, state, now.as_second()],
    )?;
    Ok(())
}

/// The bot waits for nothing.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn clear(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute("delete from conversation where user_id = ?", [user.0])?;
    Ok(())
}

/// The person's draft.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn draft_of(tx: &WriteTx<'_>, user: UserId) -> Result<Option<Draft>> {
    tx.optional(
        &format!("select {DRAFT} from draft where user_id = ?"),
        [user.0],
        read_draft,
    )
}

/// Starts a draft; one that was there is replaced.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn start_draft(
    tx: &WriteTx<'_>,
    user: UserId,
    text: &str,
    area: Option<&AreaCode>,
    now: Timestamp,
) -> Result<Draft> {
    if let Some(draft) = draft_of(tx, user)? {
        remove_draft(tx, draft.id)?;
    }
    tx.one(
        &format!(
            "insert into draft (user_id, text, area_code, created_at, updated_at) values (?1, ?2, ?3, ?4, ?4)
             returning {DRAFT}"
        ),
        params![user.0, text, area.map(AreaCode::as_str), now.as_second()],
        read_draft,
    )
}

/// Keeps the draft as it is now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save_draft(tx: &WriteTx<'_>, draft: &Draft, now: Timestamp) -> Result<()> {
    tx.execute(
        "update draft set text = ?2, area_code = ?3, category_code = ?4, updated_at = ?5,
             similar_seen = ?6, settles_at = null, points_seen = ?7, meeting_code = ?8, in_danger = ?9, kind = ?10
         where id = ?1",
        params![
            draft.id.0,
            draft.text,
            draft.area.as_ref().map(AreaCode::as_str),
            draft.category.as_ref().map(CategoryCode::as_str),
            now.as_second(),
            draft.similar_seen,
            draft.points_seen,
            draft.meeting.as_ref().map(MeetingCode::as_str),
            draft.in_danger,
            draft.kind.map(|kind| kind.to_string()),
        ],
    )?;
    Ok(())
}

/// The draft is sent or thrown away; what belongs to it stays only with a question made of it.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn remove_draft(tx: &WriteTx<'_>, draft: DraftId) -> Result<()> {
    tx.execute("delete from draft where id = ?", [draft.0])?;
    for of_the_draft in [
        "delete from attachment where draft_id = ?1
             and not exists (select 1 from question where draft_id = ?1)",
        "delete from source_message where draft_id = ?1
             and not exists (select 1 from question where draft_id = ?1)",
    ] {
        tx.execute(of_the_draft, [draft.0])?;
    }
    Ok(())
}

/// Whose drafts have been left alone since `before`, without a reminder so far.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forgotten_since(tx: &WriteTx<'_>, before: Timestamp) -> Result<Vec<UserId>> {
    tx.all(
        // A draft is no younger than its last change.
        "select user_id from draft indexed by draft_not_reminded
         where reminded_at is null and created_at <= ?1 and updated_at <= ?1 order by id limit 100",
        [before.as_second()],
        |row| Ok(UserId(row.get(0)?)),
    )
}

/// The author of a draft is reminded of it now.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn mark_reminded(tx: &WriteTx<'_>, user: UserId, now: Timestamp) -> Result<()> {
    tx.execute(
        "update draft set reminded_at = ? where user_id = ?",
        [now.as_second(), user.0],
    )?;
    Ok(())
}

fn read_draft(row: &Row<'_>) -> Result<Draft> {
    Ok(Draft {
        id: DraftId(row.get("id")?),
        author: UserId(row.get("user_id")?),
        text: row.get("text")?,
        area: row
            .get::<_, Option<String>>("area_code")?
            .map(AreaCode::new),
        category: row
            .get::<_, Option<String>>("category_code")?
            .map(CategoryCode::new),
        updated_at: time("draft", row.get("updated_at")?)?,
        similar_seen: row.get("similar_seen")?,
        points_seen: row.get("points_seen")?,
        meeting: row
            .get::<_, Option<String>>("meeting_code")?
            .map(MeetingCode::new),
        in_danger: row.get("in_danger")?,
        kind: row
            .get::<_, Option<String>>("kind")?
            .map(|kind| {
                QuestionKind::from_word(&kind)
                    .ok_or_else(|| StoreError::impossible("draft", "unknown kind"))
            })
            .transpose()?,
    })
}
