//! What the client library of this project sends, the emulator understands; what the emulator
//! refuses, the client library knows.

use serde_json::Value;
use teloxide::payloads::setters::*;
use teloxide::prelude::{Bot, Requester};
use teloxide::types::{
    AllowedUpdate, BotCommand, BotCommandScope, ChatAction, ChatId, InlineKeyboardButton,
    InlineKeyboardMarkup, InputFile, InputMedia, InputMediaDocument, KeyboardButton,
    KeyboardMarkup, MessageId, ParseMode, ReplyParameters, UserId,
};

use super::Town;
use crate::emulator::Presence;

fn bot(town: &Town) -> Bot {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    Bot::with_client("1:TEST", client).set_api_url(town.emulator.url().parse().unwrap())
}

#[tokio::test]
async fn the_client_librarys_calls_are_understood() {
    let town = Town::start().await;
    let bot = bot(&town);
    let chat = ChatId(town.lan);
    let me = bot.get_me().await.unwrap();
    assert_eq!(me.username(), "cutri_bot");
    let updates = bot
        .get_updates()
        .timeout(0)
        .limit(10)
        .allowed_updates([AllowedUpdate::Message, AllowedUpdate::CallbackQuery])
        .await
        .unwrap();
    assert_eq!(updates.len(), 1);
    let button = InlineKeyboardButton::callback("Gửi", "g:1");
    let keyboard = InlineKeyboardMarkup::new([[button]]);
    let sent = bot
        .send_message(chat, "<b>Xin chào</b>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard.clone())
        .reply_parameters(ReplyParameters::new(MessageId(1)).allow_sending_without_reply())
        .await
        .unwrap();
    assert_eq!(sent.text(), Some("Xin chào"));
    bot.edit_message_text(chat, sent.id, "Đã gửi")
        .reply_markup(keyboard)
        .await
        .unwrap();
    bot.edit_message_reply_markup(chat, sent.id).await.unwrap();
    let again = bot.edit_message_text(chat, sent.id, "Đã gửi").await;
    let again = again.unwrap_err();
    assert!(
        matches!(
            again,
            teloxide::RequestError::Api(teloxide::ApiError::MessageNotModified)
        ),
        "{again}"
    );
    let home = KeyboardMarkup::new([[KeyboardButton::new("Hỏi")]]).persistent();
    bot.send_message(chat, "Mời chọn")
        .reply_markup(home)
        .await
        .unwrap();
    bot.send_chat_action(chat, ChatAction::Typing)
        .await
        .unwrap();
    bot.send_location(chat, 20.64, 105.93).await.unwrap();
    bot.delete_message(chat, sent.id).await.unwrap();
    assert!(town.emulator.world.violations().is_empty());
}

#[tokio::test]
async fn the_client_librarys_files_are_understood() {
    let town = Town::start().await;
    let bot = bot(&town);
    let chat = ChatId(town.lan);
    let file = |name: &'static str| InputFile::memory("noi dung").file_name(name);
    let sent = bot
        .send_document(chat, file("bao-cao.docx"))
        .caption("Báo cáo")
        .await
        .unwrap();
    let id = sent.document().unwrap().file.id.clone();
    assert_eq!(
        sent.document().unwrap().file_name.as_deref(),
        Some("bao-cao.docx")
    );
    bot.send_document(chat, InputFile::file_id(id.clone()))
        .await
        .unwrap();
    let found = bot.get_file(id).await.unwrap();
    assert!(found.path.starts_with("documents/"));
    let album =
        ["a.txt", "b.txt"].map(|name| InputMedia::Document(InputMediaDocument::new(file(name))));
    let sent = bot.send_media_group(chat, album).await.unwrap();
    assert_eq!(sent.len(), 2);
    assert!(town.emulator.world.violations().is_empty());
}

#[tokio::test]
async fn the_client_librarys_settings_are_understood() {
    let town = Town::start().await;
    let bot = bot(&town);
    let group = ChatId(town.group(Presence::Administrator));
    bot.set_my_commands([BotCommand::new("hoi", "Đặt câu hỏi")])
        .scope(BotCommandScope::AllPrivateChats)
        .language_code("vi")
        .await
        .unwrap();
    let list = bot
        .get_my_commands()
        .scope(BotCommandScope::AllPrivateChats)
        .language_code("vi")
        .await
        .unwrap();
    assert_eq!(list.len(), 1);
    let chat = bot.get_chat(group).await.unwrap();
    assert!(chat.is_supergroup());
    let user = UserId(town.lan.unsigned_abs());
    let member = bot.get_chat_member(group, user).await.unwrap();
    assert!(member.is_owner());
    assert_eq!(bot.get_chat_administrators(group).await.unwrap().len(), 2);
    let private = bot.get_chat(ChatId(town.lan)).await.unwrap();
    assert!(private.is_private());
    bot.create_chat_invite_link(group)
        .member_limit(1)
        .await
        .unwrap();
    assert!(town.emulator.world.violations().is_empty());
}

#[tokio::test]
async fn refusals_are_the_ones_the_client_library_knows() {
    use teloxide::{ApiError, RequestError};
    let town = Town::start().await;
    let bot = bot(&town);
    let chat = ChatId(town.lan);
    let refused = |error: RequestError| match error {
        RequestError::Api(error) => error,
        other => panic!("{other}"),
    };
    let of = async |text: &str| refused(bot.send_message(chat, text).await.unwrap_err());
    assert_eq!(of("").await, ApiError::MessageTextIsEmpty);
    assert_eq!(of(&"x".repeat(4_097)).await, ApiError::MessageIsTooLong);
    let nowhere = bot.send_message(ChatId(12), "x").await.unwrap_err();
    assert_eq!(refused(nowhere), ApiError::ChatNotFound);
    let gone = bot
        .edit_message_text(chat, MessageId(99), "x")
        .await
        .unwrap_err();
    assert_eq!(refused(gone), ApiError::MessageToEditNotFound);
    let gone = bot.delete_message(chat, MessageId(99)).await.unwrap_err();
    assert_eq!(refused(gone), ApiError::MessageToDeleteNotFound);
    town.emulator.world.set_blocked(town.lan, true);
    assert_eq!(of("x").await, ApiError::BotBlocked);
    let _: Value = town.look("violations").await;
}
