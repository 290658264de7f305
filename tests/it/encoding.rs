//! Words in an old encoding: asked about, never mistaken for something else.

use crate::world::Town;

const TCVN3: &str = "§\u{AD}êng vµo th«n hay bÞ ngËp mçi khi m\u{AD}a, ®Ò nghÞ söa";
const MEANT: &str = "Đường vào thôn hay bị ngập mỗi khi mưa, đề nghị sửa";

#[tokio::test]
async fn old_words_are_offered_readable_and_go_on_after_a_yes() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.forgets();
    lan.says(TCVN3).await;
    let asked = lan.reads();
    assert!(asked.contains("Có phải ông/bà viết"), "{asked}");
    assert!(asked.contains(MEANT), "{asked}");
    assert_eq!(town.events("redirected"), 0);
    lan.presses("Đúng").await;
    lan.chooses("Giao thông").await;
    assert!(lan.reads().contains(MEANT));
    assert_eq!(town.drafts(), [MEANT]);
}

#[tokio::test]
async fn after_a_no_they_stay_as_they_were_typed() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("dduwowngf vaof thoon hay bij ngaapj, mong xax suwar")
        .await;
    lan.presses("giữ như đã gõ").await;
    assert!(town.drafts()[0].starts_with("dduwowngf"));
    let flashed = lan.forges("ek").await;
    assert!(flashed.contains("đã được trả lời"), "{flashed}");
    assert_eq!(town.drafts().len(), 1, "once only");
}

#[tokio::test]
async fn whoever_writes_on_is_not_asked_twice_and_loses_nothing() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(TCVN3).await;
    lan.says("Nước ngập tới đầu gối").await;
    let drafts = town.drafts();
    assert!(
        drafts[0].starts_with("Đường vào thôn") && drafts[0].ends_with("đầu gối"),
        "{drafts:?}"
    );
}

#[tokio::test]
async fn a_stranger_s_old_words_wait_for_the_yes_and_the_consent() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says(&format!("/hoi {TCVN3}")).await;
    lan.presses("Đúng").await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    assert_eq!(town.drafts(), [MEANT]);
}

#[tokio::test]
async fn a_fire_in_old_words_gets_the_numbers_at_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.forgets();
    lan.says("ch¸y nhµ ë ngâ 5 cã ng\u{AD}êi m¾c kÑt trªn tÇng 2 cøu víi")
        .await;
    assert!(lan.reads().contains("114"));
}

#[tokio::test]
async fn a_caption_is_asked_about_and_its_photo_stays() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let photo = serde_json::json!({ "photo": {}, "caption": TCVN3 });
    lan.sends(serde_json::from_value(photo).unwrap()).await;
    assert!(lan.reads().contains(MEANT));
    lan.presses("Đúng").await;
    lan.chooses("Giao thông").await;
    let preview = lan.reads();
    assert!(
        preview.contains(MEANT) && preview.contains("1 ảnh"),
        "{preview}"
    );
}

#[tokio::test]
async fn an_edit_in_old_signs_is_read_and_said() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let message = lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.forgets();
    lan.edits(message, TCVN3).await;
    lan.chooses("Giao thông").await;
    let read = lan.reads();
    assert!(read.contains("tôi đọc là"), "{read}");
    assert_eq!(read.matches(MEANT).count(), 2, "{read}");
}
