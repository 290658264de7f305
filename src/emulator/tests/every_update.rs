//! Every kind of update the emulator can make is read by the client library of this project.

use serde_json::json;
use teloxide::types::{Update, UpdateKind};

use super::Town;
use crate::emulator::{
    ChatKind, Choice, ContactCard, Edit, FileParticulars, FileSource, InlineAsk, Location,
    MemberChange, NewGroup, NewUser, Press, Send, Status,
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
        ..Edit::default()
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
        kind: ChatKind::Group,
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
