//! The reading room: whatever looks at many rows is read here, beside the writing thread, over an sqlx pool of
//! connections that can only read.
//!
//! Facts come out as pages of messages or as findings; nothing is ever written. Start with [`find`]: a
//! [`Reading`] becomes what its chat is to read. [`Room`] bounds a reading in time and gives it one unchanging view of the
//! database. Statements that do not vary are `query!`, checked against `migrations/` when the program is compiled
//! (`.sqlx`; CONTRIBUTING.md says how that is kept).

mod board;
pub mod check;
mod digest;
pub mod export;
mod figures;
mod limits;
mod links;
mod list;
pub mod my_data;
mod office;
mod questions;
pub mod report;
mod room;
pub mod routes;
mod search;
mod within;

use std::collections::BTreeSet;

use jiff::Timestamp;
use sqlx::SqliteConnection;

use office::{audit, broadcast, consultation};
pub use room::{AT_ONCE, ReadingError, Result, Room, View};

use crate::{
    domain::{
        council::Council,
        ids::{ChatId, Language, UserId},
        reading::Reading,
    },
    messages::{Catalog, Found, Style, Words},
};

/// What a reading needs to know beside the database.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The council as it is now.
    pub council: &'a Council,
    /// The sentences.
    pub catalog: &'a Catalog,
    /// What the bot is called, without the at sign.
    pub bot: &'a str,
    /// The administrators of the configuration.
    pub admins: &'a BTreeSet<UserId>,
    /// The time.
    pub now: Timestamp,
}

impl<'a> Known<'a> {
    /// The speaker of the council's own language, for groups.
    fn group_words(self) -> Words<'a> {
        let language = self.council.default_language();
        self.catalog.words(language, self.council)
    }

    /// The speaker of somebody in their private chat.
    async fn words_for(self, view: &mut SqliteConnection, user: UserId) -> Result<Words<'a>> {
        let known = sqlx::query!(
            "select language, wants_plain_words from resident where user_id = ?",
            user.0
        )
        .fetch_optional(view)
        .await?;
        let Some(known) = known else {
            return Ok(self.group_words());
        };
        let language = Language::ALL
            .into_iter()
            .find(|language| language.tag() == known.language);
        let style = match known.wants_plain_words {
            0 => Style::Full,
            _ => Style::Plain,
        };
        let language = language.unwrap_or_else(|| self.council.default_language());
        Ok(self.catalog.words_in(language, style, self.council))
    }
}

/// Looks up what `chat` wants to know.
///
/// # Errors
/// When the database cannot be read or a row is damaged.
pub async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    reading: &Reading,
    known: Known<'_>,
) -> Result<Found> {
    match reading {
        Reading::Search {
            search,
            words,
            page,
            ..
        } => search::find(view, chat, (*search, words), *page, known).await,
        Reading::Browse { category, page, .. } => {
            search::browse(view, chat, category, *page, known).await
        }
        Reading::Inline { query, words, page } => {
            search::inline(view, query, (words, *page), known).await
        }
        Reading::Broadcast { broadcast, .. } => {
            broadcast::with_count(view, chat, broadcast, known).await
        }
        Reading::Consultation { round, .. } => consultation::draft(view, chat, *round, known).await,
        Reading::ConsultationOutcome { round, .. } => {
            consultation::outcome(view, chat, *round, known).await
        }
        Reading::Figures { body } => figures::find(view, body, known).await,
        Reading::Board => board::asked(view, chat, known).await,
        Reading::PinnedBoard => board::pinned(view, chat, known).await,
        Reading::List {
            body, filter, page, ..
        } => list::find(view, chat, body, (filter, *page), known).await,
        Reading::Desk { bodies } => list::of_desk(view, chat, bodies, known).await,
        Reading::Tasks { bodies, heads } => list::tasks(view, chat, (bodies, heads), known).await,
        Reading::Digest {
            body,
            since,
            occasion,
        } => digest::find(view, chat, body, (*since, *occasion), known).await,
        Reading::Audit { subject, before } => {
            audit::page(view, chat, (*subject, *before), known).await
        }
        Reading::AuditFile { subject } => audit::file(view, chat, *subject, known).await,
        Reading::Report { wish } => report::find(view, chat, wish, known).await,
        Reading::Issue {
            wish,
            number,
            dated_on,
            ..
        } => report::issued::make(view, chat, (wish, number, *dated_on), known).await,
        Reading::Issued { id } => report::issued::again(view, chat, *id, known).await,
        Reading::MyData => my_data::of_resident(view, UserId(chat.0), known).await,
        Reading::DataOnPaper { question } => my_data::on_paper(view, chat, *question, known).await,
        Reading::BeforeSession {
            body,
            session,
            before,
        } => digest::before_session(view, chat, body, (session, *before), known).await,
    }
}
