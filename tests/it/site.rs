//! `/khaosat`: a clerk goes over the open questions of an area; what is found stands under each card.

use cutri::emulator::Send;
use serde_json::{Value, json};

use crate::{
    people::Person,
    scene::{Scene, asked},
};

async fn sends(person: &Person, what: Value) {
    let send: Send = serde_json::from_value(what).unwrap();
    person.sends(send).await;
}

/// Two questions of one ward, and a clerk who is about to look at them.
async fn on_the_way() -> (Scene, Person, String) {
    let scene = asked().await;
    let Scene { town, .. } = &scene;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    let other = hung
        .asks(
            "Đèn đường xóm Chùa hỏng đã lâu, bao giờ thay?",
            "Giao thông",
        )
        .await;
    let thu = town.stranger("Cô Thu");
    town.makes_clerk(&thu, "Cô Thu");
    (scene, thu, other)
}

#[tokio::test]
async fn a_clerk_goes_from_place_to_place_and_the_cards_get_notes() {
    let (scene, thu, other) = on_the_way().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    thu.says("/khaosat").await;
    thu.presses("Phường Đồng Văn").await;
    insta::assert_snapshot!("begun", thu.reads());
    mai.forgets();
    thu.spends();
    thu.presses("Chưa làm").await;
    crate::taps::took("Clerk: site round, each place", &[&thu]);
    sends(
        &thu,
        json!({ "photo": {}, "caption": "Tổ trưởng: ngập tới đầu gối." }),
    )
    .await;
    assert!(thu.reads().contains(&format!("Đã ghi vào {code}")));
    sends(
        &thu,
        json!({ "location": { "latitude": 20.64, "longitude": 105.93 } }),
    )
    .await;
    assert_eq!(mai.reads(), "", "nothing before the round is over");
    town.restart().await;
    thu.presses("Đã làm xong").await;
    thu.presses("Kết thúc").await;
    let read = thu.reads();
    assert!(read.contains("Khảo sát xong"), "{read}");
    insta::assert_snapshot!("notes", mai.reads());
    assert_eq!(town.events("site_visited"), 2);
    assert!(mai.reads().is_empty());
    assert!(town.drafts().is_empty(), "nothing became a question");
    let _ = other;
}

#[tokio::test]
async fn what_replies_to_a_place_belongs_to_it_whenever_it_comes() {
    let (scene, thu, other) = on_the_way().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    thu.says("/khaosat dong van").await;
    let first = thu.newest(|seen| seen.text.starts_with(code)).message_id;
    thu.presses("Để lần sau").await;
    thu.presses("Đang làm").await;
    thu.says("/khaosat dong van").await;
    let again = thu.newest(|seen| seen.text.starts_with(code)).message_id;
    assert_ne!(first, again, "a new round, a new place");
    thu.presses("Đang làm").await;
    thu.replies_without_waiting_to(again, "Đã đổ đá, chưa trải nhựa.");
    town.settle().await;
    thu.presses("Kết thúc").await;
    let read = mai.reads();
    assert!(read.contains("chưa trải nhựa"), "{read}");
    assert!(read.contains(&other) || read.contains(code));
}

#[tokio::test]
async fn a_round_is_for_clerks() {
    let scene = asked().await;
    let Scene { lan, .. } = &scene;
    lan.says("/khaosat").await;
    assert!(lan.reads().contains("dành cho văn phòng"));
}
