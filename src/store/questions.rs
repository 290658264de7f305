//! Questions that were sent.

use std::num::NonZeroU32;

use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, params};

use super::{
    Result, StoreError, WriteTx,
    write_tx::{borrowed, time},
};
use crate::domain::{
    code::{CodePrefix, QuestionCode},
    ids::{
        AreaCode, BodyCode, CategoryCode, ChatId, DraftId, MeetingCode, QuestionId, SessionCode,
        UserId,
    },
    keyword::Keyword,
    question::{Claim, Question, QuestionKind, Source, State, Upward, draft::ReadyDraft},
    text,
};

pub(super) const COLUMNS: &str = "id, code, author_id, author_initials, area_code, category_code, session_code, text,
    body_code, received_at, due_on, claimed_by, claimed_name, note_count, state, forwarded_at, answered_at,
    withdrawn_at, revised_at, supporter_count, times_raised, meeting_code, kind, source, competence, is_urgent,
    sent_up_to, sent_up_number, sent_up_on, promised_on, reopened_count, nominated_at, version, asked_back_at,
    sent_up_at, set_aside_until, returned_at, merged_into_id";

/// The facts of a question about to be kept, beside the draft itself.
#[derive(Debug, Clone)]
pub struct NewQuestion<'a> {
    /// What the resident wrote and chose.
    pub draft: &'a ReadyDraft,
    /// The council's letters.
    pub prefix: CodePrefix,
    /// All that a group sees of the author.
    pub initials: String,
    /// Who asks; `None` for somebody without Telegram.
    pub author: Option<UserId>,
    /// The session it is asked ahead of.
    pub session: Option<SessionCode>,
    /// The meeting it is asked for, or was spoken at.
    pub meeting: Option<MeetingCode>,
    /// What sort of words they are.
    pub kind: QuestionKind,
    /// How it reached the council.
    pub source: Source,
    /// The clerk who entered it for somebody.
    pub entered_by: Option<UserId>,
    /// Whether somebody is in danger.
    pub is_urgent: bool,
    /// Who is to handle it.
    pub body: BodyCode,
    /// The day by which an answer is due.
    pub due_on: Date,
    /// Where it begins its life.
    pub state: State,
}

/// How many questions this body has open, by category, the most frequent first.
///
/// # Errors
/// When SQLite fails.
pub fn open_by_category(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Vec<(CategoryCode, u32)>> {
    tx.all(
        "select category_code, count(*) from question where body_code = ? and state = 'forwarded'
         group by category_code order by count(*) desc, category_code",
        [body.as_str()],
        |row| Ok((CategoryCode::new(row.get::<_, String>(0)?), row.get(1)?)),
    )
}

/// Keeps a question under the next number. A draft becomes a question once: a second time is an error.
///
/// # Errors
/// When SQLite fails.
pub fn keep(tx: &WriteTx<'_>, new: &NewQuestion<'_>, now: Timestamp) -> Result<Question> {
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
pub fn find_by_code(tx: &WriteTx<'_>, code: QuestionCode) -> Result<Option<Question>> {
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
pub fn made_of_draft(tx: &WriteTx<'_>, draft: DraftId) -> Result<Option<Question>> {
    tx.optional(
        &format!("select {COLUMNS} from question where draft_id = ?"),
        [draft.0],
        read,
    )
}

/// Keeps the question as it is now: a deed more in its life, so its version rises.
///
/// # Errors
/// When SQLite fails.
pub fn save(tx: &WriteTx<'_>, question: &Question) -> Result<()> {
    let times = StateTimes::of(question.state);
    tx.execute(
        "update question set state = ?2, body_code = ?3, claimed_by = ?4, claimed_name = ?5,
             due_on = ?6, note_count = ?7, forwarded_at = coalesce(?8, forwarded_at), answered_at = ?9,
             withdrawn_at = ?10, text = ?11, folded = ?12, revised_at = ?13, area_code = ?14,
             category_code = ?15, kind = ?16, competence = ?17, is_urgent = ?18, asked_back_at = ?19,
             sent_up_at = ?20, sent_up_to = ?21, sent_up_number = ?22, sent_up_on = ?23,
             set_aside_until = ?24, promised_on = ?25, returned_at = ?26, merged_into_id = ?27,
             reopened_count = ?28, nominated_at = ?29, author_id = ?30, version = version + 1
         where id = ?1",
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
        ],
    )?;
    Ok(())
}

/// The columns that belong to one state only.
#[derive(Default)]
struct StateTimes {
    forwarded: Option<i64>,
    asked_back: Option<i64>,
    sent_up: Option<i64>,
    set_aside_until: Option<String>,
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
            State::SetAside { until } => times.set_aside_until = Some(until.to_string()),
            State::Answered { at } => times.answered = Some(at.as_second()),
            State::Returned { at } => times.returned = Some(at.as_second()),
            State::Merged { into } => times.merged_into = Some(into.0),
            State::Withdrawn { at } => times.withdrawn = Some(at.as_second()),
        }
        times
    }
}

/// How many questions of this resident still wait for an answer.
///
/// # Errors
/// When SQLite fails.
pub fn count_open_of(tx: &WriteTx<'_>, author: UserId) -> Result<u32> {
    tx.one(
        "select count(*) from question where author_id = ?
             and state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')",
        [author.0],
        |row| Ok(row.get(0)?),
    )
}

/// The resident's questions, newest first, at most `limit`.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn of_author(tx: &WriteTx<'_>, author: UserId, limit: u32) -> Result<Vec<Question>> {
    tx.all(
        &format!("select {COLUMNS} from question where author_id = ? order by id desc limit ?"),
        params![author.0, limit],
        read,
    )
}

/// What a body still has to answer, the most urgent first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn open_of_body(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where body_code = ?
                 and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') order by due_on, id"
        ),
        [body.as_str()],
        read,
    )
}

/// The open questions of this body that one of its members took on or was given, the most urgent first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn claimed_by(tx: &WriteTx<'_>, body: &BodyCode, member: UserId) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where body_code = ? and claimed_by = ?
                 and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') order by due_on, id"
        ),
        params![body.as_str(), member.0],
        read,
    )
}

/// Who has open questions of this body on their hands: the member, the name on the card, how many.
///
/// # Errors
/// When SQLite fails.
pub fn claimants(tx: &WriteTx<'_>, body: &BodyCode) -> Result<Vec<(UserId, String, u32)>> {
    tx.all(
        "select claimed_by, max(claimed_name), count(*) from question
         where body_code = ? and claimed_by is not null
             and state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')
         group by claimed_by order by 2, 1",
        [body.as_str()],
        |row| Ok((UserId(row.get(0)?), row.get(1)?, row.get(2)?)),
    )
}

/// What waits for a clerk to confirm who handles it, oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn unconfirmed(tx: &WriteTx<'_>) -> Result<Vec<Question>> {
    tx.all(
        &format!("select {COLUMNS} from question where state = 'received' order by id"),
        [],
        read,
    )
}

/// The newest questions of this category in this area, newest first: what a new one may be alike to.
///
/// # Errors
/// When SQLite fails.
pub fn newest_in(
    tx: &WriteTx<'_>,
    category: &CategoryCode,
    area: &AreaCode,
    limit: u32,
) -> Result<Vec<QuestionId>> {
    tx.all(
        "select id from question
         where category_code = ?1 and area_code = ?2
             and state <> 'withdrawn' and state <> 'merged' and state <> 'returned'
         order by id desc limit ?3",
        params![category.as_str(), area.as_str(), limit],
        |row| Ok(QuestionId(row.get(0)?)),
    )
}

/// What `look` makes of the folded words of a question.
///
/// # Errors
/// When SQLite fails, or there is no such question.
pub fn folded<T>(tx: &WriteTx<'_>, id: QuestionId, look: impl FnOnce(&str) -> T) -> Result<T> {
    tx.one("select folded from question where id = ?", [id.0], |row| {
        Ok(look(borrowed(row, 0)?))
    })
}

/// The questions that go on as this one: their authors wait for its answer.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn merged_into(tx: &WriteTx<'_>, id: QuestionId) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where merged_into_id = ? and state = 'merged' order by id"
        ),
        [id.0],
        read,
    )
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

/// Its version now: what its buttons carry.
///
/// # Errors
/// When SQLite fails or there is no such question.
pub fn version(tx: &WriteTx<'_>, id: QuestionId) -> Result<u32> {
    tx.one("select version from question where id = ?", [id.0], |row| {
        Ok(row.get(0)?)
    })
}

/// What was set aside until a day that has come.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn set_aside_until(tx: &WriteTx<'_>, today: Date) -> Result<Vec<Question>> {
    tx.all(
        &format!(
            "select {COLUMNS} from question where state = 'set_aside' and set_aside_until <= ? order by id"
        ),
        [today.to_string()],
        read,
    )
}

/// Its card waits for a chat.
///
/// # Errors
/// When SQLite fails.
pub fn clear_card_chat(tx: &WriteTx<'_>, id: QuestionId) -> Result<()> {
    tx.execute(
        "update question set card_chat_id = null where id = ?",
        [id.0],
    )?;
    Ok(())
}

/// Its live card is in this chat from now on.
///
/// # Errors
/// When SQLite fails.
pub fn set_card_chat(tx: &WriteTx<'_>, id: QuestionId, chat: ChatId) -> Result<()> {
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
pub fn forget_card_chat(tx: &WriteTx<'_>, id: QuestionId) -> Result<()> {
    tx.execute(
        "update question set card_chat_id = null where id = ?",
        [id.0],
    )?;
    Ok(())
}

/// At most so many words of a search are looked for.
pub const MAX_SEARCH_WORDS: usize = 4;

/// Answered questions that hold every one of `words` (folded, at most [`MAX_SEARCH_WORDS`] count), newest
/// first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn answered_with_words(
    tx: &WriteTx<'_>,
    words: &[String],
    limit: u32,
) -> Result<Vec<Question>> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    tx.all(
        &format!(
            "select {COLUMNS} from question where state = 'answered' and instr(folded, ?1) > 0
                 and (?2 = '' or instr(folded, ?2) > 0) and (?3 = '' or instr(folded, ?3) > 0)
                 and (?4 = '' or instr(folded, ?4) > 0)
             order by id desc limit ?5"
        ),
        params![word(0), word(1), word(2), word(3), limit],
        read,
    )
}

pub(super) fn read(row: &Row<'_>) -> Result<Question> {
    let impossible = |why: String| StoreError::impossible("question", why);
    let due_on: String = row.get(10)?;
    let claimed = match (
        row.get::<_, Option<i64>>(11)?,
        row.get::<_, Option<String>>(12)?,
    ) {
        (Some(by), Some(name)) => Some(Claim {
            by: UserId(by),
            name,
        }),
        _ => None,
    };
    let state: String = row.get(14)?;
    let at = |column: usize| -> Result<Timestamp> {
        let seconds: Option<i64> = row.get(column)?;
        time(
            "question",
            seconds.ok_or_else(|| impossible(format!("{state} without a time")))?,
        )
    };
    let state = match state.as_str() {
        "received" => State::Received,
        "forwarded" => State::Forwarded { at: at(15)? },
        "answered" => State::Answered { at: at(16)? },
        "withdrawn" => State::Withdrawn { at: at(17)? },
        "asked_back" => State::AskedBack { at: at(33)? },
        "sent_up" => State::SentUp { at: at(34)? },
        "set_aside" => State::SetAside {
            until: day(row, 35)?.ok_or_else(|| impossible("set aside without a day".to_owned()))?,
        },
        "returned" => State::Returned { at: at(36)? },
        "merged" => State::Merged {
            into: QuestionId(row.get(37)?),
        },
        other => return Err(impossible(format!("unknown state {other}"))),
    };
    Ok(Question {
        id: QuestionId(row.get(0)?),
        code: QuestionCode::try_from(row.get::<_, String>(1)?)
            .map_err(|e| impossible(e.to_string()))?,
        author: row.get::<_, Option<i64>>(2)?.map(UserId),
        author_initials: row.get(3)?,
        area: AreaCode::new(row.get::<_, String>(4)?),
        category: CategoryCode::new(row.get::<_, String>(5)?),
        session: row.get::<_, Option<String>>(6)?.map(SessionCode::new),
        text: row.get(7)?,
        body: BodyCode::new(row.get::<_, String>(8)?),
        received_at: time("question", row.get(9)?)?,
        due_on: due_on
            .parse()
            .map_err(|error: jiff::Error| impossible(error.to_string()))?,
        claimed,
        notes: row.get(13)?,
        revised_at: row
            .get::<_, Option<i64>>(18)?
            .map(|at| time("question", at))
            .transpose()?,
        supporters: row.get(19)?,
        times_raised: row.get(20)?,
        meeting: row.get::<_, Option<String>>(21)?.map(MeetingCode::new),
        kind: word(row.get::<_, String>(22)?.as_str())?,
        source: word(row.get::<_, String>(23)?.as_str())?,
        competence: row
            .get::<_, Option<String>>(24)?
            .map(|known| word(&known))
            .transpose()?,
        is_urgent: row.get(25)?,
        upward: upward(row)?,
        promised_on: day(row, 29)?,
        reopened: row.get(30)?,
        nominated_at: row
            .get::<_, Option<i64>>(31)?
            .map(|at| time("question", at))
            .transpose()?,
        version: row.get(32)?,
        state,
    })
}

fn upward(row: &Row<'_>) -> Result<Option<Upward>> {
    let (to, number) = (row.get(26)?, row.get(27)?);
    Ok(match (to, number, day(row, 28)?) {
        (Some(to), Some(number), Some(dated)) => Some(Upward { to, number, dated }),
        _ => None,
    })
}

fn word<K: Keyword>(word: &str) -> Result<K> {
    K::from_word(word)
        .ok_or_else(|| StoreError::impossible("question", format!("unknown word {word}")))
}

fn day(row: &Row<'_>, column: usize) -> Result<Option<Date>> {
    row.get::<_, Option<String>>(column)?
        .map(|day| {
            day.parse()
                .map_err(|error: jiff::Error| StoreError::impossible("question", error))
        })
        .transpose()
}
