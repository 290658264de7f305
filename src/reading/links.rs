//! Where the live cards of questions are in a chat.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::Result;
use crate::{
    chat::outgoing::card_slot,
    domain::ids::{ChatId, MessageId, QuestionId},
    messages::digest::Links,
};

/// The links to these questions' cards.
pub(super) async fn to_cards(
    view: &mut SqliteConnection,
    chat: ChatId,
    questions: impl IntoIterator<Item = QuestionId>,
) -> Result<Links> {
    let mut cards = BTreeMap::new();
    for question in questions.into_iter().collect::<Vec<_>>() {
        let slot = card_slot(question);
        let card = sqlx::query_scalar!(
            r#"select message_id as "message_id!" from sent_message where chat_id = ? and slot = ?"#,
            chat.0,
            slot
        )
        .fetch_optional(&mut *view)
        .await?;
        if let Some(card) = card {
            cards.insert(question, MessageId(card));
        }
    }
    Ok(Links::new(chat, cards))
}
