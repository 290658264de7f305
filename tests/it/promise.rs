//! "By 30 September" is a promise: asked about on its day, kept, postponed, or missed.

use cutri::{domain::ids::BodyCode, emulator::Send, store::promises};
use serde_json::json;

use crate::{
    people::{Group, Person},
    world::Town,
};

const DAY: i64 = 86_400;

/// Monday 23 November 2026, 8:00: promised for Friday, 27 November.
async fn promised() -> (Town, Group, Person, Person, String) {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    mai.replies_to(&code, "UBND phường sửa xong trước 27/11/2026.")
        .await;
    mai.presses("Gửi cử tri").await;
    lan.forgets();
    mai.forgets();
    (town, group, mai, lan, code)
}

#[tokio::test]
async fn on_its_day_the_body_is_asked_and_the_resident_hears_the_report() {
    let (town, _group, mai, lan, _code) = promised().await;
    town.passes(3 * DAY + 22 * 3_600).await;
    assert_eq!(
        mai.reads(),
        "",
        "not at six in the morning, and not before the day"
    );
    town.passes(3 * 3_600).await;
    insta::assert_snapshot!("due", mai.reads());
    town.passes(60).await;
    assert_eq!(mai.reads(), "", "asked once");
    town.restart().await;
    mai.presses("Đã xong").await;
    mai.replies_to("xin báo ngắn gọn", "Đã đổ lại 150 m đường.")
        .await;
    insta::assert_snapshot!("report", lan.reads());
    insta::assert_snapshot!("report_mark", mai.reads());
    town.passes(2 * DAY).await;
    assert_eq!(lan.reads(), "", "asked once");
    lan.presses("Chưa thấy làm").await;
    lan.says("Tôi ra xem sáng nay, chưa ai làm gì cả.").await;
    assert!(lan.reads().contains("đã được mở lại"));
    assert_eq!(town.questions_where(|question| question.reopened == 1), 1);
}

#[tokio::test]
async fn a_photo_can_be_the_report() {
    let (town, _group, mai, lan, _code) = promised().await;
    mai.presses("Đã xong").await;
    let ask = mai
        .newest(|seen| seen.text.contains("xin báo ngắn gọn"))
        .message_id;
    let photo: Send = serde_json::from_value(json!({ "photo": {} })).unwrap();
    mai.sends(photo.reply_to(ask)).await;
    let read = lan.reads();
    assert!(read.contains("báo đã làm xong"), "{read}");
    assert!(
        town.world()
            .messages(lan.chat)
            .iter()
            .any(|seen| !seen.json["photo"].is_null())
    );
    town.passes(5 * DAY).await;
    assert!(
        !mai.reads().contains("hôm nay"),
        "it was done before its day"
    );
}

#[tokio::test]
async fn a_postponement_has_a_reason_and_a_day_and_is_told() {
    let (town, _group, mai, lan, code) = promised().await;
    town.passes(4 * DAY).await;
    mai.presses("Lùi hạn").await;
    mai.replies_to("vì sao lùi", "mưa nhiều quá chưa làm được")
        .await;
    assert!(mai.reads().contains("cả lý do và ngày mới"));
    mai.replies_to("vì sao lùi", "Mưa nhiều, xong ngày 4/12/2026")
        .await;
    insta::assert_snapshot!("postponed", lan.reads());
    let card = mai.newest(|seen| seen.text.starts_with(&code) && crate::scene::is_card(&seen.text));
    assert!(
        card.text.contains("Đã hứa với cử tri: 04/12/2026"),
        "{}",
        card.text
    );
    town.passes(2 * DAY).await;
    assert_eq!(lan.reads(), "", "the new day has not come");
    mai.forgets();
    town.passes(6 * DAY).await;
    assert!(mai.reads().contains("hôm nay (04/12/2026)"));
    assert_eq!(town.keeps("promise"), 2);
}

#[tokio::test]
async fn a_body_that_says_nothing_does_not_keep_the_resident_from_being_asked() {
    let (town, _group, mai, lan, _code) = promised().await;
    town.passes(4 * DAY).await;
    assert_eq!(lan.reads(), "");
    town.passes(DAY).await;
    assert!(lan.reads().contains("về việc đã hứa"));
    town.passes(DAY).await;
    assert_eq!(lan.reads(), "", "asked once");
    let missed = town.asks_store(|tx| {
        let today = "2026-11-29".parse().unwrap();
        promises::missed(tx, Some(&BodyCode::new("to-1")), today)
    });
    assert_eq!(missed.len(), 1);
    mai.presses("Đã xong").await;
    mai.replies_to("xin báo ngắn gọn", "Hôm nay mới xong.")
        .await;
    assert!(lan.reads().contains("Hôm nay mới xong."));
}

#[tokio::test]
async fn not_seen_done_before_the_day_is_noted_only() {
    let (town, _group, mai, lan, code) = promised().await;
    lan.presses("Chưa thấy làm").await;
    assert!(lan.reads().contains("được hứa tới ngày"));
    let card = mai.newest(|seen| seen.text.starts_with(&code) && crate::scene::is_card(&seen.text));
    assert!(card.text.contains("Chưa thấy làm"), "{}", card.text);
    assert_eq!(town.questions_that_are("answered"), 1);
}

#[tokio::test]
async fn two_delegates_report_and_the_second_is_told() {
    let (town, group, mai, lan, _code) = promised().await;
    let nam = group.member("Anh Nam");
    town.passes(4 * DAY).await;
    mai.presses("Đã xong").await;
    nam.presses("Đã xong").await;
    let asks: Vec<i64> = town
        .world()
        .messages(group.id)
        .iter()
        .filter(|seen| seen.text.contains("xin báo ngắn gọn"))
        .map(|seen| seen.message_id)
        .collect();
    mai.replies_without_waiting_to(asks[0], "Đã đổ lại 150 m đường.");
    nam.replies_without_waiting_to(asks[1], "Xong rồi ạ, hôm qua.");
    town.settle().await;
    let read = lan.reads();
    assert!(
        read.contains("150 m") && !read.contains("hôm qua"),
        "{read}"
    );
    assert!(nam.reads().contains("đã được báo rồi"));
}

#[tokio::test]
async fn an_opened_question_promises_nothing_any_more() {
    let (town, _group, mai, lan, _code) = promised().await;
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Hẹn nhiều lần rồi mà không làm.").await;
    mai.forgets();
    town.passes(5 * DAY).await;
    assert!(!mai.reads().contains("hạn đã hứa"));
    assert_eq!(town.promises_that_are("void"), 1);
}
