//! Papers with a number: made to be issued, and those that were issued, beside how their questions stand now.

use jiff::{Timestamp, civil::Date};
use sqlx::SqliteConnection;

use super::{facts, words};
use crate::{
    domain::{
        ids::{ChatId, IssuedId},
        report::{
            ReportWish,
            changes::Kept,
            issue::{IssuedLine, IssuedPaper},
        },
    },
    messages::{Found, Message, Paper, report as messages, say},
    reading::{Known, ReadingError, Result},
    reports,
};

/// The paper with its number and day, to be issued where it is told.
pub(in crate::reading) async fn make(
    view: &mut SqliteConnection,
    chat: ChatId,
    (wish, number, dated_on): (&ReportWish, &str, Date),
    known: Known<'_>,
) -> Result<Found> {
    let words = words(&mut *view, chat, known).await?;
    let mut facts = facts(view, wish, (known.council, Some(known.bot)), known.now).await?;
    let ready = reports::make_ready(&mut facts, Some(number.to_owned()), Some(dated_on));
    let Ok(ready) = ready else {
        return Ok(messages::not_made(words, wish.kind).into());
    };
    Ok(Found {
        paper: Some(Paper::Ready(Box::new(ready))),
        ..Found::default()
    })
}

/// A paper that was issued.
pub(in crate::reading) async fn again(
    view: &mut SqliteConnection,
    chat: ChatId,
    id: IssuedId,
    known: Known<'_>,
) -> Result<Found> {
    let damaged =
        |error: &dyn std::fmt::Display| ReadingError::impossible("issued_paper", error.to_string());
    let row = sqlx::query!(
        "select wish, year, ordinal, number, dated_on, facts, file, issued_at from issued_paper where id = ?",
        id.0
    )
    .fetch_optional(&mut *view)
    .await?;
    let Some(row) = row else {
        let words = words(view, chat, known).await?;
        return Ok(Message::plain(say!(words, "issued-none")).into());
    };
    let wish: ReportWish = serde_json::from_str(&row.wish).map_err(|error| damaged(&error))?;
    let dated_on = row.dated_on.map(|day| day.parse()).transpose();
    let line = IssuedLine {
        id,
        year: i16::try_from(row.year).map_err(|error| damaged(&error))?,
        ordinal: u32::try_from(row.ordinal).map_err(|error| damaged(&error))?,
        number: row.number,
        dated_on: dated_on.map_err(|error: jiff::Error| damaged(&error))?,
        issued_at: Timestamp::from_second(row.issued_at).map_err(|error| damaged(&error))?,
        wish,
    };
    let now = facts(
        view,
        &line.wish,
        (known.council, Some(known.bot)),
        known.now,
    )
    .await?;
    let paper = IssuedPaper {
        line,
        kept: Kept::read(&row.facts),
        file: row.file,
    };
    Ok(Found {
        paper: Some(Paper::Issued(Box::new(paper), reports::changes::kept(&now))),
        ..Found::default()
    })
}
