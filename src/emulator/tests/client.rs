//! What the emulator sends is what the client library of this project reads, and the other way
//! round.

use serde_json::{Value, json};
use teloxide::payloads::setters::*;
use teloxide::prelude::{Bot, Requester};
use teloxide::types::{
    AllowedUpdate, BotCommand, BotCommandScope, ChatAction, ChatId, InlineKeyboardButton,
    InlineKeyboardMarkup, InputFile, InputMedia, InputMediaDocument, KeyboardButton,
    KeyboardMarkup, MessageId, ParseMode, ReplyParameters, Update, UpdateKind, UserId,
};

use super::Town;
use crate::emulator::{
    Choice, ContactCard, Edit, FileParticulars, FileSource, InlineAsk, Location, MemberChange,
    NewGroup, NewUser, Presence, Press, Send, Status,
};

/// Every kind of message a person can write.
fn every_message(user: i64) -> Vec<Send> {
    let file = || Some(FileSource::Described(FileParticulars::default()));
    let send = Send {
        chat_id: user,
        user_id: user,
        ..Send::default()
    };
    let contact = ContactCard {
        phone_number: "+84912345678".into(),
        first_name: "Lan".into(),
        last_name: None,
        user_id: Some(user),
    };
    let place = Location {
        latitude: 20.64,
        longitude: 105.93,
    };
    vec![
        Send {
            text: Some("/hoi gọi 0912345678 @lan_anh https://a.vn #x a@b.vn".into()),
            ..send.clone()
        },
        Send {
            photo: file(),
            caption: Some("Ngập".into()),
            media_group_id: Some("7".into()),
            ..send.clone()
        },
        Send {
            document: file(),
            ..send.clone()
        },
        Send {
            voice: file(),
            ..send.clone()
        },
        Send {
            video: file(),
            ..send.clone()
        },
        Send {
            audio: file(),
            ..send.clone()
        },
        Send {
            animation: file(),
            ..send.clone()
        },
        Send {
            sticker: file(),
            ..send.clone()
        },
        Send {
            video_note: file(),
            ..send.clone()
        },
        Send {
            location: Some(place),
            ..send.clone()
        },
        Send {
            venue: Some(
                json!({ "location": place, "title": "Nhà văn hóa", "address": "Đồng Văn" }),
            ),
            ..send.clone()
        },
        Send {
            contact: Some(contact),
            ..send.clone()
        },
        Send {
            poll: Some(json!({ "question": "?", "options": ["a", "b"] })),
            ..send.clone()
        },
        Send {
            dice: Some(json!(true)),
            ..send.clone()
        },
        Send {
            text: Some("a".into()),
            forward_from: Some(json!(user)),
            ..send.clone()
        },
        Send {
            text: Some("a".into()),
            forward_from: Some(json!("Ẩn danh")),
            ..send
        },
    ]
}

async fn let_everything_happen(town: &Town) {
    let world = &town.emulator.world;
    let hung = world.create_user(NewUser {
        last_name: Some("Trần".into()),
        username: Some("hung".into()),
        ..NewUser::named("Hùng")
    });
    for send in every_message(town.lan) {
        world.send(&send).unwrap();
    }
    let markup = json!({ "inline_keyboard": [[{ "text": "Gửi", "callback_data": "g" }]] });
    let hello = json!({ "chat_id": town.lan, "text": "<b>?</b>", "parse_mode": "HTML", "reply_markup": markup });
    let sent = town.ok("sendMessage", hello).await["message_id"]
        .as_i64()
        .unwrap();
    let said = world
        .send(&Send::private(town.lan, "đây").reply_to(sent))
        .unwrap();
    world
        .press(&Press::text(town.lan, town.lan, sent, "Gửi"))
        .unwrap();
    town.ok(
        "deleteMessage",
        json!({ "chat_id": town.lan, "message_id": sent }),
    )
    .await;
    let forged = Press {
        data: Some("x".into()),
        forged: true,
        ..Press::text(town.lan, town.lan, sent, "")
    };
    world.press(&forged).unwrap();
    let edit = Edit {
        chat_id: town.lan,
        user_id: town.lan,
        message_id: said,
        text: "kia".into(),
    };
    world.edit(&edit).unwrap();
    world.react(town.lan, town.lan, said, "👍").unwrap();
    world.set_blocked(town.lan, true);
    world.set_blocked(town.lan, false);
    let query = world
        .inline(&InlineAsk {
            user_id: town.lan,
            query: "x".into(),
            ..InlineAsk::default()
        })
        .unwrap();
    let result = json!({ "type": "article", "id": "1", "title": "x", "input_message_content": { "message_text": "x" } });
    town.ok(
        "answerInlineQuery",
        json!({ "inline_query_id": query, "results": [result] }),
    )
    .await;
    let choice = Choice {
        inline_query_id: query,
        result_id: "1".into(),
        chat_id: Some(town.lan),
        user_id: None,
    };
    world.choose(&choice).unwrap();
    let poll = town
        .ok(
            "sendPoll",
            json!({ "chat_id": town.lan, "question": "?", "options": ["a", "b"] }),
        )
        .await;
    town.ok(
        "stopPoll",
        json!({ "chat_id": town.lan, "message_id": poll["message_id"] }),
    )
    .await;
    groups(town, hung).await;
}

async fn groups(town: &Town, hung: i64) {
    let world = &town.emulator.world;
    let basic = NewGroup {
        kind: crate::emulator::ChatKind::Group,
        ..NewGroup::titled("Tổ 1", [town.lan])
    };
    let basic = world.create_group(&basic);
    let chat_id = world.migrate(basic).unwrap();
    for (user_id, status) in [
        (hung, Status::Member),
        (hung, Status::Administrator),
        (hung, Status::Kicked),
        (world.bot_id(), Status::Member),
        (world.bot_id(), Status::Administrator),
    ] {
        let change = MemberChange {
            chat_id,
            user_id,
            status,
            rights: None,
            actor_id: None,
        };
        world.set_member(&change).unwrap();
    }
    town.ok(
        "setChatTitle",
        json!({ "chat_id": chat_id, "title": "Tổ một" }),
    )
    .await;
    let card = town
        .ok("sendMessage", json!({ "chat_id": chat_id, "text": "Thẻ" }))
        .await;
    town.ok(
        "pinChatMessage",
        json!({ "chat_id": chat_id, "message_id": card["message_id"] }),
    )
    .await;
    let forum = world.create_group(&NewGroup {
        is_forum: true,
        ..NewGroup::titled("Văn phòng", [town.lan])
    });
    let topic = town
        .ok(
            "createForumTopic",
            json!({ "chat_id": forum, "name": "Đất" }),
        )
        .await;
    let thread = &topic["message_thread_id"];
    let which = json!({ "chat_id": forum, "message_thread_id": thread });
    town.ok(
        "editForumTopic",
        json!({ "chat_id": forum, "message_thread_id": thread, "name": "Đất đai" }),
    )
    .await;
    town.ok("closeForumTopic", which.clone()).await;
    town.ok("reopenForumTopic", which).await;
    let mine = world.create_topic(forum, town.lan, "Rác").unwrap();
    let said = Send {
        message_thread_id: Some(mine),
        ..Send::text(forum, town.lan, "x")
    };
    world.send(&said).unwrap();
}

#[tokio::test]
async fn every_update_is_read_by_the_client_library() {
    let town = Town::start().await;
    let kinds = json!([
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "inline_query",
        "chosen_inline_result",
        "poll",
        "message_reaction",
    ]);
    town.ok("getUpdates", json!({ "allowed_updates": kinds }))
        .await;
    let_everything_happen(&town).await;
    let updates = town.updates().await;
    let mut seen = std::collections::BTreeSet::new();
    for update in &updates {
        let text = update.to_string();
        let parsed: Update = serde_json::from_str(&text).unwrap();
        assert!(!matches!(parsed.kind, UpdateKind::Error(_)), "{text}");
        seen.extend(update.as_object().unwrap().keys().cloned());
    }
    for kind in kinds.as_array().unwrap() {
        assert!(
            seen.contains(kind.as_str().unwrap()),
            "no update of kind {kind}"
        );
    }
}

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
