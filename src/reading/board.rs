//! The supervision board of the standing body.

use sqlx::SqliteConnection;

use super::{Known, Result, links, questions};
use crate::{
    domain::{digest, ids::ChatId, scope::Scope},
    messages::{Found, digest as say},
};

pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    known: Known<'_>,
) -> Result<Found> {
    let today = known.council.local_date(known.now);
    let owed = questions::owed(view, &Scope::Everything).await?;
    let board = digest::board(known.council, &owed, today);
    let cards = links::to_cards(view, chat, say::on_board(&board)).await?;
    Ok(say::board(known.group_words(), &board, &cards, today).into())
}
