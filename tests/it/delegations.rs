//! Neighbourhoods of one ward with different delegations: whoever asks is asked what routing needs.

use crate::world::{TOWN, Town};

/// The second neighbourhood of Đồng Văn belongs to delegation 2, the rest of the ward to delegation 1.
fn divided() -> String {
    let town = TOWN.replacen(
        r#"areas = ["bach-thuong", "#,
        r#"areas = ["dong-van-2", "bach-thuong", "#,
        1,
    );
    assert_ne!(town, TOWN);
    town
}

#[tokio::test]
async fn whoever_begins_by_writing_is_asked_for_the_neighbourhood_and_told_once_who_answers() {
    let town = Town::with_council(&divided()).await;
    let lan = town.stranger("Lan");
    lan.says("Đèn đường ngõ 3 hỏng cả tháng nay, đề nghị sửa")
        .await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    let asked = lan.reads();
    assert!(asked.contains("Tổ dân phố số 2"), "{asked}");
    assert!(!asked.contains("Tổ đại biểu số 1"), "nothing yet: {asked}");
    lan.forgets();
    lan.presses("Tổ dân phố số 2").await;
    let told = lan.reads();
    assert!(
        told.contains("Tổ đại biểu số 2") && !told.contains("Tổ đại biểu số 1"),
        "{told}"
    );
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions_with("to-2"), 1);
}

#[tokio::test]
async fn the_neighbourhood_may_be_typed_and_may_stay_open() {
    let town = Town::with_council(&divided()).await;
    let lan = town.stranger("Lan");
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    lan.forgets();
    lan.says("tổ 2").await;
    let told = lan.reads();
    assert!(told.contains("Tổ đại biểu số 2"), "{told}");
    assert_eq!(town.home_of(&lan).as_deref(), Some("dong-van-2"));
    let hung = town.stranger("Hùng");
    hung.says("Đèn đường ngõ 3 hỏng cả tháng nay, đề nghị sửa")
        .await;
    hung.presses("Đồng ý").await;
    hung.presses("Phường Đồng Văn").await;
    hung.presses("Bỏ qua").await;
    assert!(
        hung.reads().contains("Tổ đại biểu số 1"),
        "{}",
        hung.reads()
    );
    hung.chooses("Giao thông").await;
    hung.presses("Gửi").await;
    assert_eq!(town.questions_with("to-1"), 1);
}

#[tokio::test]
async fn a_place_that_the_words_name_is_one_tap_away() {
    let town = Town::with_council(&divided()).await;
    let lan = town.resident("Lan", "Phường Hòa Mạc").await;
    lan.says("Đèn đường ở TDP 2 Đồng Văn hỏng cả tháng nay, đề nghị sửa")
        .await;
    let asked = lan.reads();
    assert!(asked.contains("có nhắc tới"), "{asked}");
    lan.presses("Đổi sang Tổ dân phố số 2").await;
    lan.chooses("Giao thông").await;
    assert!(!lan.reads().contains("còn câu hỏi đang ghi Tổ dân phố"));
    lan.presses("Gửi").await;
    assert_eq!(town.questions_with("to-2"), 1);
    assert_eq!(town.home_of(&lan).as_deref(), Some("hoa-mac"), "home stays");
}

#[tokio::test]
async fn another_area_offers_neighbourhoods_and_a_typed_place_is_read_as_one() {
    let town = Town::with_council(&divided()).await;
    let lan = town.resident("Lan", "Phường Hòa Mạc").await;
    lan.says("Đèn đường ngõ 3 hỏng cả tháng nay, đề nghị sửa")
        .await;
    lan.chooses("Giao thông").await;
    lan.presses("Đổi khu vực").await;
    lan.forgets();
    lan.says("dong van").await;
    let parts = lan.reads();
    assert!(parts.contains("Tổ dân phố số 2"), "{parts}");
    lan.presses("Tổ dân phố số 2").await;
    let preview = lan.reads();
    assert!(
        preview.contains("Tổ đại biểu số 2") && !preview.contains("dong van"),
        "{preview}"
    );
    lan.presses("Gửi").await;
    assert_eq!(town.questions_with("to-2"), 1);
}

#[tokio::test]
async fn who_moves_keeps_every_other_area() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Khu vực khác").await;
    lan.presses("Thêm khu vực").await;
    lan.presses("Xã Mộc Nam").await;
    lan.says("/caidat").await;
    lan.presses("Đổi nơi ở").await;
    lan.presses("Xã Mộc Nam").await;
    assert_eq!(town.home_of(&lan).as_deref(), Some("moc-nam"));
    assert_eq!(town.other_areas_of(&lan), ["dong-van"]);
}
