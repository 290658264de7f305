//! Groups: privacy mode, membership, rights, migration, topics.

use serde_json::{Value, json};

use super::Town;
use crate::emulator::{MemberChange, NewGroup, NewUser, Presence, Send, Status};

async fn texts(town: &Town) -> Vec<String> {
    let updates = town.updates().await;
    let texts = updates
        .iter()
        .filter_map(|update| update["message"]["text"].as_str());
    texts.map(str::to_owned).collect()
}

fn bot_becomes(town: &Town, chat_id: i64, status: Status, rights: Option<Vec<String>>) {
    let change = MemberChange {
        chat_id,
        user_id: town.emulator.world.bot_id(),
        status,
        rights,
        actor_id: None,
    };
    town.emulator.world.set_member(&change).unwrap();
}

fn without(right: &str) -> Vec<String> {
    let rights = [
        "can_delete_messages",
        "can_pin_messages",
        "can_manage_topics",
    ];
    let rest = rights.iter().filter(|name| **name != right);
    rest.map(|name| (*name).to_owned()).collect()
}

#[tokio::test]
async fn under_privacy_mode_a_bot_hears_only_what_is_meant_for_it() {
    let town = Town::start().await;
    let group = town.group(Presence::Member);
    town.updates().await;
    let card = town
        .ok("sendMessage", json!({ "chat_id": group, "text": "Thẻ" }))
        .await;
    let says = |text: &str| {
        town.emulator
            .world
            .send(&Send::text(group, town.lan, text))
            .unwrap()
    };
    says("chuyện riêng");
    says("@cutri_bot nghe không");
    says("/dangmo");
    says("/dangmo@cutri_bot");
    says("/dangmo@other_bot");
    let to_card = card["message_id"].as_i64().unwrap();
    let answer = Send::text(group, town.lan, "trả lời thẻ").reply_to(to_card);
    town.emulator.world.send(&answer).unwrap();
    assert_eq!(
        texts(&town).await,
        ["/dangmo", "/dangmo@cutri_bot", "trả lời thẻ"]
    );
    bot_becomes(&town, group, Status::Administrator, None);
    says("bây giờ nghe");
    assert_eq!(texts(&town).await, ["bây giờ nghe"]);
}

#[tokio::test]
async fn a_bot_that_joins_is_told_so() {
    let town = Town::start().await;
    town.updates().await;
    let group = town.group(Presence::Member);
    let updates = town.updates().await;
    assert_eq!(updates[0]["my_chat_member"]["chat"]["id"], json!(group));
    assert_eq!(
        updates[0]["my_chat_member"]["new_chat_member"]["status"],
        "member"
    );
    assert_eq!(
        updates[1]["message"]["new_chat_members"][0]["username"],
        "cutri_bot"
    );
}

#[tokio::test]
async fn a_bot_that_was_removed_cannot_write() {
    let town = Town::start().await;
    let group = town.group(Presence::Administrator);
    let hello = json!({ "chat_id": group, "text": "x" });
    bot_becomes(&town, group, Status::Kicked, None);
    assert_eq!(
        town.refused("sendMessage", hello.clone()).await,
        "Forbidden: bot was kicked from the supergroup chat"
    );
    bot_becomes(&town, group, Status::Left, None);
    assert_eq!(
        town.refused("sendMessage", hello).await,
        "Forbidden: bot is not a member of the supergroup chat"
    );
}

#[tokio::test]
async fn a_group_in_which_the_bot_never_was_is_not_found() {
    let town = Town::start().await;
    let group = town.group(Presence::Absent);
    let hello = json!({ "chat_id": group, "text": "x" });
    assert_eq!(
        town.refused("sendMessage", hello).await,
        "Bad Request: chat not found"
    );
}

#[tokio::test]
async fn a_migrated_group_names_its_successor() {
    let town = Town::start().await;
    let mut group = NewGroup::titled("Tổ 2", [town.lan]);
    group.kind = crate::emulator::ChatKind::Group;
    let old = town.emulator.world.create_group(&group);
    town.updates().await;
    let new = town.emulator.world.migrate(old).unwrap();
    let answer = town
        .call("sendMessage", json!({ "chat_id": old, "text": "x" }))
        .await;
    assert_eq!(
        answer["description"],
        "Bad Request: group chat was upgraded to a supergroup chat"
    );
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], json!(new));
    let updates = town.updates().await;
    assert_eq!(updates[0]["message"]["migrate_to_chat_id"], json!(new));
    assert_eq!(updates[1]["message"]["migrate_from_chat_id"], json!(old));
    assert_eq!(updates[1]["message"]["message_id"], 1);
    town.ok("sendMessage", json!({ "chat_id": new, "text": "x" }))
        .await;
}

#[tokio::test]
async fn only_an_administrator_who_may_deletes_what_others_wrote() {
    let town = Town::start().await;
    let group = town.group(Presence::Member);
    let foreign = town
        .emulator
        .world
        .send(&Send::text(group, town.lan, "x"))
        .unwrap();
    let which = json!({ "chat_id": group, "message_id": foreign });
    assert_eq!(
        town.refused("deleteMessage", which.clone()).await,
        "Bad Request: message can't be deleted"
    );
    bot_becomes(
        &town,
        group,
        Status::Administrator,
        Some(without("can_delete_messages")),
    );
    town.refused("deleteMessage", which.clone()).await;
    bot_becomes(&town, group, Status::Administrator, None);
    town.ok("deleteMessage", which).await;
}

#[tokio::test]
async fn in_private_messages_older_than_two_days_stay() {
    let town = Town::start().await;
    let old = town.says(town.lan, "cũ");
    town.emulator.world.advance(48 * 3_600);
    assert_eq!(
        town.refused(
            "deleteMessage",
            json!({ "chat_id": town.lan, "message_id": old })
        )
        .await,
        "Bad Request: message can't be deleted for everyone"
    );
}

#[tokio::test]
async fn pinning_needs_the_right_and_is_seen() {
    let town = Town::start().await;
    let group = town.group(Presence::Member);
    let sent = town
        .ok("sendMessage", json!({ "chat_id": group, "text": "Bảng" }))
        .await;
    let which = json!({ "chat_id": group, "message_id": sent["message_id"] });
    assert_eq!(
        town.refused("pinChatMessage", which.clone()).await,
        "Bad Request: not enough rights to manage pinned messages in the chat"
    );
    bot_becomes(&town, group, Status::Administrator, None);
    town.updates().await;
    town.ok("pinChatMessage", which.clone()).await;
    let updates = town.updates().await;
    assert_eq!(updates[0]["message"]["pinned_message"]["text"], "Bảng");
    let chat = town.ok("getChat", json!({ "chat_id": group })).await;
    assert_eq!(chat["pinned_message"]["message_id"], sent["message_id"]);
    town.ok("unpinChatMessage", which).await;
}

#[tokio::test]
async fn members_and_administrators_are_listed() {
    let town = Town::start().await;
    let group = town.group(Presence::Administrator);
    let hung = town.emulator.world.create_user(NewUser::named("Hùng"));
    let ask = |user: i64| json!({ "chat_id": group, "user_id": user });
    let status = async |user: i64| town.ok("getChatMember", ask(user)).await["status"].clone();
    assert_eq!(status(town.lan).await, "creator");
    assert_eq!(status(hung).await, "left");
    let list = town
        .ok("getChatAdministrators", json!({ "chat_id": group }))
        .await;
    assert_eq!(list.as_array().unwrap().len(), 2);
    let count = town
        .ok("getChatMemberCount", json!({ "chat_id": group }))
        .await;
    assert_eq!(count, 2);
    assert_eq!(
        town.refused("getChatMember", ask(12)).await,
        "Bad Request: PARTICIPANT_ID_INVALID"
    );
}

async fn forum(town: &Town) -> (i64, i64) {
    let mut group = NewGroup::titled("Văn phòng", [town.lan]);
    group.is_forum = true;
    let chat = town.emulator.world.create_group(&group);
    let topic = town
        .ok(
            "createForumTopic",
            json!({ "chat_id": chat, "name": "Đất đai" }),
        )
        .await;
    (chat, topic["message_thread_id"].as_i64().unwrap())
}

#[tokio::test]
async fn what_is_said_in_a_topic_carries_its_number_and_answers_its_first_message() {
    let town = Town::start().await;
    let (chat, topic) = forum(&town).await;
    town.updates().await;
    let mut send = Send::text(chat, town.lan, "Ngập");
    send.message_thread_id = Some(topic);
    town.emulator.world.send(&send).unwrap();
    let message = town.updates().await[0]["message"].clone();
    assert_eq!(message["message_thread_id"], json!(topic));
    assert_eq!(message["is_topic_message"], true);
    assert_eq!(
        message["reply_to_message"]["forum_topic_created"]["name"],
        "Đất đai"
    );
}

#[tokio::test]
async fn closed_and_missing_topics_are_not_written_to() {
    let town = Town::start().await;
    let (chat, topic) = forum(&town).await;
    let which = json!({ "chat_id": chat, "message_thread_id": topic });
    let hello = |thread: i64| json!({ "chat_id": chat, "message_thread_id": thread, "text": "x" });
    town.ok("closeForumTopic", which.clone()).await;
    // Who manages topics may still write; others may not.
    town.ok("sendMessage", hello(topic)).await;
    bot_becomes(
        &town,
        chat,
        Status::Administrator,
        Some(without("can_manage_topics")),
    );
    assert_eq!(
        town.refused("sendMessage", hello(topic)).await,
        "Bad Request: TOPIC_CLOSED"
    );
    assert_eq!(
        town.refused("createForumTopic", json!({ "chat_id": chat, "name": "x" }))
            .await,
        "Bad Request: not enough rights to create a topic"
    );
    bot_becomes(&town, chat, Status::Administrator, None);
    town.ok("deleteForumTopic", which).await;
    for thread in [topic, 1, 999] {
        assert_eq!(
            town.refused("sendMessage", hello(thread)).await,
            "Bad Request: message thread not found"
        );
    }
}

#[tokio::test]
async fn a_reply_in_a_supergroup_has_a_thread_that_cannot_be_written_to() {
    let town = Town::start().await;
    let group = town.group(Presence::Administrator);
    let first = town
        .emulator
        .world
        .send(&Send::text(group, town.lan, "một"))
        .unwrap();
    town.updates().await;
    let second = Send::text(group, town.lan, "hai").reply_to(first);
    town.emulator.world.send(&second).unwrap();
    let message = town.updates().await[0]["message"].clone();
    assert_eq!(message["message_thread_id"], json!(first));
    assert_eq!(message["is_topic_message"], Value::Null);
    let hello = json!({ "chat_id": group, "message_thread_id": first, "text": "x" });
    assert_eq!(
        town.refused("sendMessage", hello).await,
        "Bad Request: message thread not found"
    );
}

#[tokio::test]
async fn an_administrator_bot_that_asks_is_told_of_members() {
    let town = Town::start().await;
    let group = town.group(Presence::Administrator);
    town.updates().await;
    let hung = town.emulator.world.create_user(NewUser::named("Hùng"));
    town.ok(
        "getUpdates",
        json!({ "allowed_updates": ["chat_member", "message_reaction"] }),
    )
    .await;
    let join = MemberChange {
        chat_id: group,
        user_id: hung,
        status: Status::Member,
        rights: None,
        actor_id: Some(hung),
    };
    town.emulator.world.set_member(&join).unwrap();
    let said = town
        .emulator
        .world
        .send(&Send::text(group, hung, "chào"))
        .unwrap();
    town.emulator.world.react(group, hung, said, "👍").unwrap();
    let updates = town.updates().await;
    assert_eq!(
        updates[0]["chat_member"]["new_chat_member"]["status"],
        "member"
    );
    assert_eq!(
        updates[1]["message_reaction"]["new_reaction"][0]["emoji"],
        "👍"
    );
}

#[tokio::test]
async fn leaving_and_banning_change_the_membership() {
    let town = Town::start().await;
    let group = town.group(Presence::Administrator);
    let owner = json!({ "chat_id": group, "user_id": town.lan });
    assert_eq!(
        town.refused("banChatMember", owner).await,
        "Bad Request: can't remove chat owner"
    );
    town.updates().await;
    town.ok("leaveChat", json!({ "chat_id": group })).await;
    let updates = town.updates().await;
    assert_eq!(
        updates[0]["my_chat_member"]["new_chat_member"]["status"],
        "left"
    );
}
