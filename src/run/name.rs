//! The bot may be renamed while it serves: it asks from time to time what it is called, so that `/lenh@name` and the links
//! it writes go on working.

use std::{sync::Arc, time::Duration};

use crate::{
    botapi::BotApi,
    domain::ids::UserId,
    handlers::{BotIdentity, Facts},
};

/// So often it asks.
const EVERY: Duration = Duration::from_hours(1);

/// Asks for ever.
pub(super) async fn for_ever(api: BotApi, facts: Arc<Facts>) {
    loop {
        tokio::time::sleep(EVERY).await;
        once(&api, &facts).await;
    }
}

/// Asks once; without an answer it is called what it was called.
pub(super) async fn once(api: &BotApi, facts: &Facts) {
    match api.get_me().await {
        Ok(me) => facts.is_called(BotIdentity {
            id: UserId(i64::try_from(me.id.0).unwrap_or(0)),
            username: me.username.unwrap_or_default(),
        }),
        Err(error) => tracing::debug!(%error, "Telegram did not say what the bot is called"),
    }
}
