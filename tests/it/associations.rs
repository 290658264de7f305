//! Somebody who lives in one place, works in another, and speaks for an association: the delegates read it as their own word,
//! the public never.

use crate::{
    people::Person,
    scene::{Scene, asked, card},
};

const UNION: &str = "Hội Nông dân thôn Chuông";

/// In the settings: speaks for the association where they live.
async fn speaks_at_home(person: &Person, name: &str) {
    person.says("/caidat").await;
    person.presses("Khu vực").await;
    if person.is_offered("(nơi ở)") {
        person.presses("(nơi ở)").await;
    }
    person.presses("Đại diện hội").await;
    person.says(name).await;
}

#[tokio::test]
async fn who_speaks_for_an_association_says_so_and_the_card_says_that_nobody_proved_it() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    town.passes(60).await;
    lan.says("/caidat").await;
    lan.presses("Khu vực khác").await;
    lan.presses("(nơi ở)").await;
    lan.forgets();
    lan.presses("Đại diện hội").await;
    insta::assert_snapshot!("asked", lan.reads());
    lan.says("12").await;
    assert!(lan.reads().contains("Tôi cần tên hội"));
    lan.says(&format!("{UNION} <b>0912345678</b>")).await;
    let read = lan.reads();
    assert!(read.contains("(tự khai)") && read.contains("<b>"), "{read}");
    assert!(!read.contains("0912345678"), "{read}");
    lan.presses("Thôi vai đại diện").await;
    lan.presses("Đại diện hội").await;
    lan.says(UNION).await;
    insta::assert_snapshot!("speaks", lan.reads());
    lan.says("Mương tưới thôn Chuông cạn nước đã một tháng")
        .await;
    lan.chooses("Nông nghiệp").await;
    let preview = lan.reads();
    assert!(preview.contains("Thẻ cho đại biểu ghi"), "{preview}");
    town.passes(60).await;
    lan.presses("Gửi").await;
    let other = lan.newest(|seen| seen.text.contains("Đã nhận câu hỏi"));
    let other = other
        .text
        .lines()
        .next()
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap();
    insta::assert_snapshot!("card", card(mai, other).text.replace(other, "CODE"));
    mai.says(&format!("/cauhoi {code}")).await;
    assert!(
        !card(mai, code).text.contains("Đại diện"),
        "what was asked before was asked for themselves"
    );
    mai.replies_to(other, "Trạm bơm chạy lại từ ngày 25/11.")
        .await;
    mai.presses("Gửi cử tri").await;
    town.publishes(other).await;
    lan.says("/tracuu mương chuông").await;
    assert!(!lan.reads().contains(UNION), "the public does not read it");
}

#[tokio::test]
async fn it_is_the_persons_own_and_goes_with_the_area_and_with_the_person() {
    let scene = asked().await;
    let Scene { town, lan, .. } = &scene;
    speaks_at_home(lan, UNION).await;
    assert_eq!(town.keeps("association"), 1);
    assert!(town.own_page(lan).await.contains(UNION));
    let flashed = lan.forges("s/ze:hoa-mac").await;
    assert!(!flashed.is_empty(), "an area that is none of theirs");
    lan.says("/caidat").await;
    lan.presses("Đổi nơi ở").await;
    lan.presses("Phường Hòa Mạc").await;
    assert_eq!(town.keeps("association"), 0, "they do not live there now");
    speaks_at_home(lan, UNION).await;
    lan.says("/xoadulieu").await;
    lan.presses("Xóa dữ liệu của tôi").await;
    lan.presses("Xóa hết").await;
    town.passes(7 * 86_400 + 18 * 3_600 + 1_800).await;
    town.passes(60).await;
    assert_eq!(town.keeps("association"), 0);
}

#[tokio::test]
async fn a_neighbourhood_takes_over_what_was_said_of_its_ward() {
    let scene = asked().await;
    let Scene { town, lan, .. } = &scene;
    speaks_at_home(lan, UNION).await;
    lan.says("/caidat").await;
    lan.presses("Khu vực khác").await;
    lan.presses("(nơi ở)").await;
    lan.presses("Chọn thôn/tổ").await;
    lan.presses("Tổ dân phố số 1").await;
    assert!(lan.reads().contains(UNION));
    assert_eq!(town.keeps("association"), 1);
}
