//! The answer to words typed behind the bot's name in some chat.

use teloxide::{
    payloads::{AnswerInlineQuery, AnswerInlineQuerySetters},
    types::{
        InlineKeyboardMarkup, InlineQueryId, InlineQueryResult, InlineQueryResultArticle,
        InlineQueryResultsButton, InlineQueryResultsButtonKind, InputMessageContent,
        InputMessageContentText, ParseMode,
    },
};

use super::send::{Delay, Sender, inline_button, no_preview, refused};
use crate::{
    botapi::CallError,
    chat::{
        delivery::Delivered,
        outgoing::{InlineAnswer, InlineResult},
    },
};

/// For so many seconds Telegram gives the same answer to everybody who types the same: what is corrected or withdrawn may be
/// offered that much longer.
const CACHED: u32 = 120;

/// What the way into the bot carries: the welcome, as without.
const DOOR: &str = "inline";

impl Sender {
    /// Answers, if that is still of use: a few seconds later Telegram does not take it any more, and nobody waits.
    pub(super) async fn answer_inline(&self, answer: &InlineAnswer) -> Result<Delivered, Delay> {
        let results = answer.results.iter().map(article);
        let button = InlineQueryResultsButton {
            text: answer.door.clone(),
            kind: InlineQueryResultsButtonKind::StartParameter(DOOR.to_owned()),
        };
        let payload = AnswerInlineQuery::new(InlineQueryId(answer.query.clone()), results)
            .cache_time(CACHED)
            .is_personal(false)
            .next_offset(answer.next_offset.clone())
            .button(button);
        match self.api.tell(&payload).await {
            Ok(()) | Err(CallError::Refused { .. } | CallError::Trouble(_)) => {
                Ok(Delivered::AsChange)
            }
            Err(error) => refused(error),
        }
    }
}

fn article(result: &InlineResult) -> InlineQueryResult {
    let content = InputMessageContentText::new(&result.html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    let under = InlineKeyboardMarkup::new([[inline_button(&result.button)]]);
    InlineQueryResult::Article(
        InlineQueryResultArticle::new(
            &result.id,
            &result.title,
            InputMessageContent::Text(content),
        )
        .description(&result.about)
        .reply_markup(under),
    )
}
