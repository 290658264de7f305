//! A row of the table and the question that it is.

use crate::domain::{
    code::QuestionCode,
    ids::{AreaCode, BodyCode, CategoryCode, MeetingCode, QuestionId, SessionCode, UserId},
    keyword::Keyword,
    question::{Claim, Pause, Question, State, Upward, resolution::Resolution},
};
use crate::store::{Result, StoreError, write_tx::time};
use jiff::{Timestamp, civil::Date};
use rusqlite::{Row, types::FromSql};

/// A column by its name, at the place where [`COLUMNS`] has it: a question is read too often, and is too wide, to be
/// searched for each name.
macro_rules! columns {
    ($first:ident $(, $name:ident)* $(,)?) => {
        /// The columns of a question, for a statement.
        pub(in crate::store) const COLUMNS: &str =
            concat!(stringify!($first) $(, ", ", stringify!($name))*);

        #[expect(non_camel_case_types, reason = "called as the columns are")]
        #[derive(Clone, Copy)]
        enum Column {
            $first
            $(, $name)*
        }
    };
}

columns! {
    id, code, author_id, author_initials, area_code, category_code, session_code, text, body_code, received_at, due_on, claimed_by, claimed_name, note_count, state, forwarded_at, answered_at, withdrawn_at, revised_at, supporter_count, times_raised, meeting_code, kind, source, competence, is_urgent, sent_up_to, sent_up_number, sent_up_on, promised_on, reopened_count, nominated_at, version, asked_back_at, sent_up_at, set_aside_until, returned_at, merged_into_id, paused_on, paused_due_on, resolution, resolution_at, resolution_due_on, denied_count
}

fn get<T: FromSql>(row: &Row<'_>, column: Column) -> rusqlite::Result<T> {
    row.get(column as usize)
}

pub(in crate::store) fn read(row: &Row<'_>) -> Result<Question> {
    let impossible = |why: String| StoreError::impossible("question", why);
    let due_on: String = get(row, Column::due_on)?;
    let claimed = match (
        get::<Option<i64>>(row, Column::claimed_by)?,
        get::<Option<String>>(row, Column::claimed_name)?,
    ) {
        (Some(by), Some(name)) => Some(Claim {
            by: UserId(by),
            name,
        }),
        _ => None,
    };
    let state: String = get(row, Column::state)?;
    let at = |column: Column| -> Result<Timestamp> {
        let seconds: Option<i64> = get(row, column)?;
        time(
            "question",
            seconds.ok_or_else(|| impossible(format!("{state} without a time")))?,
        )
    };
    let state = match state.as_str() {
        "received" => State::Received,
        "forwarded" => State::Forwarded {
            at: at(Column::forwarded_at)?,
        },
        "answered" => State::Answered {
            at: at(Column::answered_at)?,
        },
        "withdrawn" => State::Withdrawn {
            at: at(Column::withdrawn_at)?,
        },
        "asked_back" => State::AskedBack {
            at: at(Column::asked_back_at)?,
        },
        "sent_up" => State::SentUp {
            at: at(Column::sent_up_at)?,
        },
        "set_aside" => State::SetAside {
            until: day(row, Column::set_aside_until)?
                .ok_or_else(|| impossible("set aside without a day".to_owned()))?,
            paused: match (
                day(row, Column::paused_on)?,
                day(row, Column::paused_due_on)?,
            ) {
                (Some(since), Some(due_on)) => Some(Pause { since, due_on }),
                _ => None,
            },
        },
        "returned" => State::Returned {
            at: at(Column::returned_at)?,
        },
        "merged" => State::Merged {
            into: QuestionId(get(row, Column::merged_into_id)?),
        },
        other => return Err(impossible(format!("unknown state {other}"))),
    };
    Ok(Question {
        id: QuestionId(get(row, Column::id)?),
        code: QuestionCode::try_from(get::<String>(row, Column::code)?)
            .map_err(|e| impossible(e.to_string()))?,
        author: get::<Option<i64>>(row, Column::author_id)?.map(UserId),
        author_initials: get(row, Column::author_initials)?,
        area: AreaCode::new(get::<String>(row, Column::area_code)?),
        category: CategoryCode::new(get::<String>(row, Column::category_code)?),
        session: get::<Option<String>>(row, Column::session_code)?.map(SessionCode::new),
        text: get(row, Column::text)?,
        body: BodyCode::new(get::<String>(row, Column::body_code)?),
        received_at: time("question", get(row, Column::received_at)?)?,
        due_on: due_on
            .parse()
            .map_err(|error: jiff::Error| impossible(error.to_string()))?,
        claimed,
        notes: get(row, Column::note_count)?,
        revised_at: get::<Option<i64>>(row, Column::revised_at)?
            .map(|at| time("question", at))
            .transpose()?,
        supporters: get(row, Column::supporter_count)?,
        times_raised: get(row, Column::times_raised)?,
        meeting: get::<Option<String>>(row, Column::meeting_code)?.map(MeetingCode::new),
        kind: word(get::<String>(row, Column::kind)?.as_str())?,
        source: word(get::<String>(row, Column::source)?.as_str())?,
        competence: get::<Option<String>>(row, Column::competence)?
            .map(|known| word(&known))
            .transpose()?,
        is_urgent: get(row, Column::is_urgent)?,
        upward: upward(row)?,
        promised_on: day(row, Column::promised_on)?,
        reopened: get(row, Column::reopened_count)?,
        resolution: resolution(row)?,
        denials: get(row, Column::denied_count)?,
        nominated_at: get::<Option<i64>>(row, Column::nominated_at)?
            .map(|at| time("question", at))
            .transpose()?,
        version: get(row, Column::version)?,
        state,
    })
}

fn upward(row: &Row<'_>) -> Result<Option<Upward>> {
    let (to, number) = (
        get(row, Column::sent_up_to)?,
        get(row, Column::sent_up_number)?,
    );
    Ok(match (to, number, day(row, Column::sent_up_on)?) {
        (Some(to), Some(number), Some(dated)) => Some(Upward { to, number, dated }),
        _ => None,
    })
}

fn resolution(row: &Row<'_>) -> Result<Resolution> {
    let name: String = get(row, Column::resolution)?;
    let at = get::<Option<i64>>(row, Column::resolution_at)?
        .map(|at| time("question", at))
        .transpose()?;
    let due_on = day(row, Column::resolution_due_on)?;
    Ok(match (name.as_str(), at, due_on) {
        ("resolved", Some(at), _) => Resolution::Resolved { at },
        ("denied", Some(at), Some(due_on)) => Resolution::Denied { at, due_on },
        ("open", ..) => Resolution::Open,
        _ => {
            let why = format!("a resolution that is {name} without its day");
            return Err(StoreError::impossible("question", why));
        }
    })
}

fn word<K: Keyword>(word: &str) -> Result<K> {
    K::from_word(word)
        .ok_or_else(|| StoreError::impossible("question", format!("unknown word {word}")))
}

fn day(row: &Row<'_>, column: Column) -> Result<Option<Date>> {
    get::<Option<String>>(row, column)?
        .map(|day| {
            day.parse()
                .map_err(|error: jiff::Error| StoreError::impossible("question", error))
        })
        .transpose()
}
