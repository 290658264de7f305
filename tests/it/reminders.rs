//! A draft left alone is kept and mentioned once, by day.

use crate::world::Town;

const HOUR: i64 = 3_600;

#[tokio::test]
async fn a_forgotten_draft_is_mentioned_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.forgets();
    town.passes(23 * HOUR).await;
    assert_eq!(lan.reads(), "");
    town.passes(2 * HOUR).await;
    insta::assert_snapshot!("reminder", lan.reads());
    town.passes(5 * 24 * HOUR).await;
    assert_eq!(lan.reads(), "");
    lan.presses("Viết tiếp").await;
    assert!(lan.reads().contains("Xem lại trước khi gửi"));
}

#[tokio::test]
async fn nobody_is_reminded_at_night() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    town.passes(13 * HOUR + 1_800).await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.forgets();
    town.passes(24 * HOUR + 60).await;
    assert_eq!(lan.reads(), "", "it is 21:31");
    town.passes(10 * HOUR).await;
    assert!(lan.reads().contains("chỉ nhắc một lần"));
}

#[tokio::test]
async fn words_held_at_the_gate_are_forgotten_after_a_day() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Tôi tố cáo ông chủ tịch xã nhận tiền của doanh nghiệp để cấp đất trái phép")
        .await;
    assert_eq!(town.keeps("held_text"), 1);
    town.passes(25 * HOUR).await;
    assert_eq!(town.keeps("held_text"), 0);
    let flashed = lan.presses("kiến nghị chung").await;
    assert!(flashed.contains("viết lại"), "{flashed}");
}
