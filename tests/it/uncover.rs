//! What cards cover, and the look behind.

use crate::{people::Person, world::Town};

const PETITION: &str = "Tôi tên là Nguyễn Văn Bình, nhà số 12/5, điện thoại 0912.345.678. Ổ gà ở ngõ 5 rất sâu, \
                        ông Trần Văn Hùng đã ngã xe máy 90B1-234.56";

#[tokio::test]
async fn a_card_covers_who_wrote_and_keeps_where_the_pothole_is() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let binh = town.resident("Nguyễn Văn Bình", "Phường Đồng Văn").await;
    binh.asks(PETITION, "Giao thông").await;
    let card = mai.screen().join("\n");
    for gone in ["Nguyễn Văn Bình", "12/5", "0912", "Hùng", "234.56"] {
        assert!(!card.contains(gone), "{gone} in {card}");
    }
    assert!(card.contains("Ổ gà ở ngõ 5 rất sâu"), "{card}");
}

#[tokio::test]
async fn an_officer_looks_behind_in_private_and_it_is_written_down() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let binh = town.resident("Nguyễn Văn Bình", "Phường Đồng Văn").await;
    binh.asks(PETITION, "Giao thông").await;
    let mai = group.member("Chị Mai");
    let flashed = mai.forges("r/wd:1").await;
    assert!(flashed.contains("start=w_"), "{flashed}");
    assert_eq!(town.events("words_viewed"), 0);
    let in_private = Person::new(town.clone(), mai.id, mai.id);
    in_private.says("/start").await;
    in_private.forgets();
    let flashed = mai.forges("r/wd:1").await;
    assert!(flashed.contains("gửi riêng"), "{flashed}");
    let read = in_private.reads();
    assert!(read.contains("nhà số 12/5"), "{read}");
    assert!(read.contains("đã được ghi nhật ký"), "{read}");
    assert_eq!(town.events("words_viewed"), 1);
    assert!(
        !mai.screen().join("\n").contains("12/5"),
        "nothing of it in the group"
    );
}

#[tokio::test]
async fn nobody_else_looks_behind() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let binh = town.resident("Nguyễn Văn Bình", "Phường Đồng Văn").await;
    binh.asks(PETITION, "Giao thông").await;
    let other = town.group_of("to-2").await.member("Anh Long");
    let flashed = other.forges("r/wd:1").await;
    assert!(!flashed.is_empty());
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.forges("r/wd:1").await;
    assert!(!hung.screen().join("\n").contains("12/5"));
    assert_eq!(town.events("words_viewed"), 0);
}

#[tokio::test]
async fn a_card_with_nothing_covered_offers_no_look() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let mai = group.member("Chị Mai");
    mai.presses("Thêm việc").await;
    assert!(!mai.screen().join("\n").contains("Xem nguyên văn"));
}
