//! Questions that were sent.

mod lists;
mod row;

pub(crate) use self::lists::{
    claimants, claimed_by, count_open_of, count_open_of_body, count_since, count_without_card_in,
    merged_into, newest_in, newest_of_other_sessions_in, of_author, open_by_category,
    set_aside_until, with_card_in, without_card_in,
};
pub(in crate::store) use self::row::{COLUMNS, read};

use std::num::NonZeroU32;

use jiff::{Timestamp, civil::Date};
use rusqlite::params;

use crate::domain::{
    code::{CodePrefix, QuestionCode},
    ids::{BodyCode, ChatId, DraftId, MeetingCode, QuestionId, SessionCode, UserId},
    keyword::Keyword,
    question::{Question, QuestionKind, Source, State, draft::ReadyDraft, resolution::Resolution},
    text,
};
use crate::store::{Result, StoreError, WriteTx, public_texts, write_tx::borrowed};

/// The facts of a question about to be kept, beside the draft itself.
#[derive(Debug, Clone)]
pub(crate) struct NewQuestion<'a> {
    /// What the resident wrote and chose.
    pub(crate) draft: &'a ReadyDraft,
    /// The council's letters.
    pub(crate) prefix: CodePrefix,
    /// All that a group sees of the author.
    pub(crate) initials: String,
    /// Who asks; `None` for somebody without Telegram.
    pub(crate) author: Option<UserId>,
    /// The session it is asked ahead of.
    pub(crate) session: Option<SessionCode>,
    /// The meeting it is asked for, or was spoken at.
    pub(crate) meeting: Option<MeetingCode>,
    /// What sort of words they are.
    pub(crate) kind: QuestionKind,
    /// How it reached the council.
    pub(crate) source: Source,
    /// The clerk who entered it for somebody.
    pub(crate) entered_by: Option<UserId>,
    /// Whether somebody is in danger.
    pub(crate) is_urgent: bool,
    /// Who is to handle it.
    pub(crate) body: BodyCode,
    /// The day by which an answer is due.
    pub(crate) due_on: Date,
    /// Where it begins its life.
    pub(crate) state: State,
}

/// Keeps a question under the next number. A draft becomes a question once: a second time is an error.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(tx: &WriteTx<'_>, new: &NewQuestion<'_>, now: Timestamp) -> Result<Question> {
    let number: u32 = tx.one(
        "select coalesce(max(number), 0) + 1 from question",
        [],
        |row| Ok(row.get(0)?),
    )?;
    let counted = NonZeroU32::new(number)
        .ok_or_else(|| StoreError::impossible("question", "the numbers are used up"))?;
    let code = QuestionCode::new(new.prefix, counted);
    let forwarded_at = match new.state {
        State::Forwarded { at } => Some(at.as_second()),
        State::Received
        | State::AskedBack { .. }
        | State::SentUp { .. }
        | State::SetAside { .. }
        | State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => None,
    };
    let sql = format!(
        "insert into question (number, code, draft_id, author_id, author_initials, area_code, category_code,
             session_code, text, folded, state, body_code, received_at, forwarded_at, due_on, meeting_code,
             kind, source, entered_by, is_urgent)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning {COLUMNS}"
    );
    tx.one(
        &sql,
        params![
            number,
            code.to_string(),
            new.draft.id.0,
            new.author.map(|author| author.0),
            new.initials,
            new.draft.area.as_str(),
            new.draft.category.as_str(),
            new.session.as_ref().map(SessionCode::as_str),
            new.draft.text,
            text::fold(&new.draft.text),
            new.state.name(),
            new.body.as_str(),
            now.as_second(),
            forwarded_at,
            new.due_on.to_string(),
            new.meeting.as_ref().map(MeetingCode::as_str),
            new.kind.as_str(),
            new.source.as_str(),
            new.entered_by.map(|clerk| clerk.0),
            new.is_urgent,
        ],
        read,
    )
}

/// The question of this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn find(tx: &WriteTx<'_>, id: QuestionId) -> Result<Option<Question>> {
    tx.optional(
        &format!("select {COLUMNS} from question where id = ?"),
        [id.0],
        read,
    )
}

/// The question with this code.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find_by_code(tx: &WriteTx<'_>, code: QuestionCode) -> Result<Option<Question>> {
    tx.optional(
        &format!("select {COLUMNS} from question where code = ?"),
        [code.to_string()],
        read,
    )
}

/// The question that was made of this draft.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn made_of_draft(tx: &WriteTx<'_>, draft: DraftId) -> Result<Option<Question>> {
    tx.optional(
        &format!("select {COLUMNS} from question where draft_id = ?"),
        [draft.0],
        read,
    )
}

/// Keeps the question as it is now: a deed more in its life, so its version rises. Gives it with that version.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn save(tx: &WriteTx<'_>, question: &Question) -> Result<Question> {
    let times = StateTimes::of(question.state);
    let (resolved_at, redo_due_on) = match question.resolution {
        Resolution::Open => (None, None),
        Resolution::Resolved { at } => (Some(at), None),
        Resolution::Denied { at, due_on } => (Some(at), Some(due_on)),
    };
    let version = tx.one(
        "update question set state = ?2, body_code = ?3, claimed_by = ?4, claimed_name = ?5,
             due_on = ?6, note_count = ?7, forwarded_at = coalesce(?8, forwarded_at), answered_at = ?9,
             withdrawn_at = ?10, text = ?11, folded = ?12, revised_at = ?13, area_code = ?14,
             category_code = ?15, kind = ?16, competence = ?17, is_urgent = ?18, asked_back_at = ?19,
             sent_up_at = ?20, sent_up_to = ?21, sent_up_number = ?22, sent_up_on = ?23,
             set_aside_until = ?24, promised_on = ?25, returned_at = ?26, merged_into_id = ?27,
             reopened_count = ?28, nominated_at = ?29, author_id = ?30,
             paused_on = ?31, paused_due_on = ?32, resolution = ?33, resolution_at = ?34,
             resolution_due_on = ?35, denied_count = ?36, version = version + 1
         where id = ?1 returning version",
        params![
            question.id.0,
            question.state.name(),
            question.body.as_str(),
            question.claimed.as_ref().map(|claim| claim.by.0),
            question.claimed.as_ref().map(|claim| claim.name.as_str()),
            question.due_on.to_string(),
            question.notes,
            times.forwarded,
            times.answered,
            times.withdrawn,
            question.text,
            text::fold(&question.text),
            question.revised_at.map(Timestamp::as_second),
            question.area.as_str(),
            question.category.as_str(),
            question.kind.as_str(),
            question.competence.map(Keyword::as_str),
            question.is_urgent,
            times.asked_back,
            times.sent_up,
            question.upward.as_ref().map(|upward| upward.to.as_str()),
            question.upward.as_ref().map(|upward| upward.number.as_str()),
            question.upward.as_ref().map(|upward| upward.dated.to_string()),
            times.set_aside_until,
            question.promised_on.map(|day| day.to_string()),
            times.returned,
            times.merged_into,
            question.reopened,
            question.nominated_at.map(Timestamp::as_second),
            question.author.map(|author| author.0),
            times.paused_on,
            times.paused_due_on,
            question.resolution.name(),
            resolved_at.map(Timestamp::as_second),
            redo_due_on.map(|day| day.to_string()),
            question.denials,
        ],
        |row| Ok(row.get(0)?),
    )?;
    match question.state {
        State::Answered { .. } => public_texts::follow(tx, question.id)?,
        State::Received
        | State::Forwarded { .. }
        | State::AskedBack { .. }
        | State::SentUp { .. }
        | State::SetAside { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => public_texts::withdraw(tx, question.id)?,
    }
    Ok(Question {
        version,
        ..question.clone()
    })
}

/// The columns that belong to one state only.
#[derive(Default)]
struct StateTimes {
    forwarded: Option<i64>,
    asked_back: Option<i64>,
    sent_up: Option<i64>,
    set_aside_until: Option<String>,
    paused_on: Option<String>,
    paused_due_on: Option<String>,
    answered: Option<i64>,
    returned: Option<i64>,
    merged_into: Option<i64>,
    withdrawn: Option<i64>,
}

impl StateTimes {
    fn of(state: State) -> Self {
        let mut times = Self::default();
        match state {
            State::Received => {}
            State::Forwarded { at } => times.forwarded = Some(at.as_second()),
            State::AskedBack { at } => times.asked_back = Some(at.as_second()),
            State::SentUp { at } => times.sent_up = Some(at.as_second()),
            State::SetAside { until, paused } => {
                times.set_aside_until = Some(until.to_string());
                times.paused_on = paused.map(|paused| paused.since.to_string());
                times.paused_due_on = paused.map(|paused| paused.due_on.to_string());
            }
            State::Answered { at } => times.answered = Some(at.as_second()),
            State::Returned { at } => times.returned = Some(at.as_second()),
            State::Merged { into } => times.merged_into = Some(into.0),
            State::Withdrawn { at } => times.withdrawn = Some(at.as_second()),
        }
        times
    }
}

/// What `look` makes of the folded words of a question.
///
/// # Errors
/// When SQLite fails, or there is no such question.
pub(crate) fn folded<T>(
    tx: &WriteTx<'_>,
    id: QuestionId,
    look: impl FnOnce(&str) -> T,
) -> Result<T> {
    tx.one("select folded from question where id = ?", [id.0], |row| {
        Ok(look(borrowed(row, 0)?))
    })
}

/// The chat its live card was last put into.
///
/// # Errors
/// When SQLite fails.
pub fn card_chat(tx: &WriteTx<'_>, id: QuestionId) -> Result<Option<ChatId>> {
    tx.one(
        "select card_chat_id from question where id = ?",
        [id.0],
        |row| Ok(row.get::<_, Option<i64>>(0)?.map(ChatId)),
    )
}

/// Its live card is in this chat from now on.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn set_card_chat(tx: &WriteTx<'_>, id: QuestionId, chat: ChatId) -> Result<()> {
    tx.execute(
        "update question set card_chat_id = ? where id = ?",
        [chat.0, id.0],
    )?;
    Ok(())
}

/// It has no live card any more; the next one is put where it belongs.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget_card_chat(tx: &WriteTx<'_>, id: QuestionId) -> Result<()> {
    tx.execute(
        "update question set card_chat_id = null where id = ?",
        [id.0],
    )?;
    Ok(())
}
