//! Groups with topics: one topic a category, made when needed and made again when somebody deleted it.

use cutri::emulator::{ChatKind, MemberChange, NewGroup, Presence, Seen, Status};
use serde_json::json;

use crate::{
    people::{Group, Person},
    world::{ADMIN, Town},
};

async fn forum(bot: Presence) -> (Town, Group, Person) {
    let town = Town::start().await;
    let id = town.world().create_group(&NewGroup {
        kind: ChatKind::Supergroup,
        is_forum: true,
        bot,
        ..NewGroup::titled("Tổ đại biểu số 1", vec![ADMIN])
    });
    let group = Group::new(town.clone(), id);
    group.links("to-1").await;
    let mai = group.member("Chị Mai");
    (town, group, mai)
}

fn topic_of(seen: &Seen) -> Option<i64> {
    seen.json["message_thread_id"].as_i64()
}

fn card(person: &Person, code: &str) -> Seen {
    person.newest(|seen| seen.text.starts_with(code) && crate::scene::is_card(&seen.text))
}

#[tokio::test]
async fn every_category_has_a_topic_and_everything_about_a_card_is_in_it() {
    let (town, _group, mai) = forum(Presence::Administrator).await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    let lamp = lan
        .asks("Đèn đường tổ 2 hỏng đã hai tháng, ai sửa?", "Giao thông")
        .await;
    let land = lan
        .asks("Bao giờ xã cấp sổ đỏ cho các hộ ven đê?", "Đất đai")
        .await;
    let roads = topic_of(&card(&mai, &road)).expect("the card is in a topic");
    assert_eq!(topic_of(&card(&mai, &lamp)), Some(roads));
    assert_ne!(topic_of(&card(&mai, &land)), Some(roads));
    assert_eq!(town.topics_made(), 2);
    lan.presses("Bổ sung").await;
    lan.says("Hôm qua lại ngập, nước tới đầu gối.").await;
    let more = mai.newest(|seen| seen.text.contains("bổ sung"));
    assert!(topic_of(&more).is_some());
    mai.says("/dangmo").await;
    let list = mai.newest(|seen| seen.text.contains(&road) && seen.text.contains(&land));
    assert_eq!(topic_of(&list), None, "lists are in the general topic");
}

#[tokio::test]
async fn a_prompt_and_its_reply_stay_in_the_topic() {
    let (town, _group, mai) = forum(Presence::Administrator).await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    let topic = topic_of(&card(&mai, &road));
    mai.presses("Hỏi lại").await;
    let prompt = mai.newest(|seen| seen.text.contains("câu muốn hỏi"));
    assert_eq!(topic_of(&prompt), topic);
    mai.replies_to("câu muốn hỏi", "Đoạn ngập dài bao nhiêu mét?")
        .await;
    lan.replies_to("cần hỏi thêm", "Chừng 200 mét.").await;
    let replied = mai.newest(|seen| seen.text.contains("Chừng 200 mét"));
    assert_eq!(topic_of(&replied), topic);
    mai.replies_to(&road, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
}

#[tokio::test]
async fn a_deleted_topic_is_made_again() {
    let (town, group, mai) = forum(Presence::Administrator).await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    let before = topic_of(&card(&mai, &road)).unwrap();
    town.world().delete_topic(group.id, before).unwrap();
    let lamp = lan
        .asks("Đèn đường tổ 2 hỏng đã hai tháng, ai sửa?", "Giao thông")
        .await;
    let after = topic_of(&card(&mai, &lamp)).unwrap();
    assert_ne!(before, after);
    assert_eq!(town.keeps("topic"), 1);
    lan.says(&format!("/cuatoi {road}")).await;
    lan.presses("Rút").await;
    lan.presses("Rút").await;
    let gone = mai.newest(|seen| seen.text.starts_with(&road) && seen.text.contains("đã rút lại"));
    assert_eq!(
        topic_of(&gone),
        Some(after),
        "a card that was deleted with its topic is sent anew"
    );
}

#[tokio::test]
async fn without_the_right_the_group_is_told_which_one_and_cards_come_all_the_same() {
    let (town, group, mai) = forum(Presence::Member).await;
    insta::assert_snapshot!("rights_lacking", mai.screen().join("\n---\n"));
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    assert_eq!(topic_of(&card(&mai, &road)), None, "in the general topic");
    mai.forgets();
    let change = |rights: &[&str]| MemberChange {
        chat_id: group.id,
        user_id: town.world().bot_id(),
        status: Status::Administrator,
        actor_id: None,
        rights: Some(rights.iter().map(|right| (*right).to_owned()).collect()),
    };
    town.world()
        .set_member(&change(&["can_pin_messages"]))
        .unwrap();
    town.settle().await;
    assert_eq!(
        mai.reads(),
        "",
        "the same right is still missing: it was said"
    );
    town.world()
        .set_member(&change(&["can_pin_messages", "can_manage_topics"]))
        .unwrap();
    town.settle().await;
    assert!(mai.reads().contains("đủ quyền"));
    let lamp = lan
        .asks("Đèn đường tổ 2 hỏng đã hai tháng, ai sửa?", "Giao thông")
        .await;
    assert!(topic_of(&card(&mai, &lamp)).is_some());
}

#[tokio::test]
async fn a_file_goes_into_the_topic_with_its_card() {
    let (town, _group, mai) = forum(Presence::Administrator).await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    let topic = topic_of(&card(&mai, &road));
    lan.presses("Bổ sung").await;
    let photo: cutri::emulator::Send = serde_json::from_value(json!({ "photo": {} })).unwrap();
    lan.sends(photo).await;
    let file = mai.newest(|seen| seen.from_bot && seen.json["photo"].is_array());
    assert_eq!(topic_of(&file), topic);
}
