//! The commands that Telegram shows beside the field for words, by language. What a chat may do beside them is its own
//! menu (`handlers::office::menus`).

use std::sync::Arc;

use teloxide::{
    payloads::{SetMyCommands, SetMyCommandsSetters},
    types::{BotCommand, BotCommandScope},
};

use crate::{
    botapi::BotApi, domain::ids::Language, handlers::Facts, messages::resident as say_resident,
};

/// Sets the menus of everybody; what fails is not worth stopping for.
pub(super) async fn publish(api: BotApi, facts: Arc<Facts>) {
    let council = facts.council();
    for language in Language::ALL {
        let words = facts.catalog().words(language, &council);
        let menus = [
            (BotCommandScope::AllPrivateChats, say_resident::menu(words)),
            (
                BotCommandScope::AllGroupChats,
                say_resident::group_menu(words),
            ),
        ];
        for (scope, commands) in menus {
            let commands = commands
                .into_iter()
                .map(|(name, about)| BotCommand::new(name, about));
            let mut payload = SetMyCommands::new(commands).scope(scope);
            if language != council.default_language() {
                payload = payload.language_code(language.tag());
            }
            if let Err(error) = api.tell(&payload).await {
                tracing::warn!(%error, "the menu of commands could not be set");
            }
        }
    }
}
