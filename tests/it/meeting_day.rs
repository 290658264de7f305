//! The day of a meeting and after it: speakers, what came of it, what the office hears.

use insta::assert_snapshot;

use crate::{
    meetings::{register, without_codes},
    people::Person,
    world::{ADMIN, Town},
};

/// From Monday morning to eight o'clock, when meeting DV01 begins.
const BEGINNING: i64 = 8 * 86_400;

async fn clerk(town: &Town) -> Person {
    let clerk = town.admin_in(ADMIN);
    clerk.says("/start").await;
    clerk.forgets();
    clerk
}

async fn speaker(town: &Town, name: &str, topic: &str) -> Person {
    let person = town.resident(name, "Đồng Văn").await;
    register(&person, "DV01").await;
    person.presses("Muốn phát biểu").await;
    person.says(topic).await;
    person
}

#[tokio::test]
async fn speakers_are_called_in_order_of_arrival_and_the_floor_comes_after_them() {
    let town = Town::start().await;
    speaker(&town, "Lan", "Nước sạch").await;
    speaker(&town, "Bình", "Đường ngập").await;
    speaker(&town, "Vắng", "Không tới").await;
    town.passes(BEGINNING).await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("Bình").await;
    town.passes(60).await;
    clerk.presses("⬜ Lan").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Thêm người").await;
    clerk.forgets();
    clerk.says("Ông Tư, xóm 3").await;
    assert_snapshot!("speakers", clerk.reads());
    clerk.presses("Đã phát biểu").await;
    clerk.presses("Chuyển người sau").await;
    assert_snapshot!("speakers_later", clerk.reads());
    assert_eq!(
        town.count("select count(*) from speaker where state = 'spoken'"),
        1
    );
}

#[tokio::test]
async fn a_turn_is_taken_once_although_two_press() {
    let town = Town::start().await;
    speaker(&town, "Lan", "Nước sạch").await;
    town.passes(BEGINNING).await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Lan").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses_without_waiting("Đã phát biểu");
    clerk.presses_without_waiting("Chuyển người sau");
    town.settle().await;
    assert_eq!(
        town.count("select count(*) from event where kind = 'speaker_called'"),
        1
    );
    assert_eq!(
        town.count("select count(*) from speaker where state = 'spoken'"),
        1
    );
}

#[tokio::test]
async fn what_came_of_a_meeting_is_kept_and_those_who_were_there_are_thanked_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    register(&lan, "DV01").await;
    register(&hoa, "DV01").await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    clerk.forges("nz:DV01").await;
    assert!(clerk.reads().contains("Hội nghị chưa bắt đầu"));
    town.passes(BEGINNING + 60).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Lan").await;
    clerk.says("/diemdanh DV01 +9").await;
    lan.forgets();
    hoa.forgets();
    clerk.says("/taolich DV01").await;
    clerk.presses("Ghi kết quả").await;
    clerk.says("3 2 2").await;
    clerk.says("12 8 4").await;
    for _ in 0..12 {
        town.passes(1).await;
    }
    assert_snapshot!("thanks", without_codes(&lan.reads()));
    assert_eq!(hoa.reads(), "", "she was not there");
    clerk.presses("Ghi kết quả").await;
    clerk.says("13 8 5").await;
    town.passes(2).await;
    assert_eq!(lan.reads(), "", "a correction thanks nobody again");
    assert_eq!(town.count("select opinions from meeting_outcome"), 13);
}

#[tokio::test]
async fn the_office_hears_once_at_each_mark_and_when_too_few_have_registered() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Thư");
    let an = town.resident("An", "Mộc Bắc").await;
    let binh = town.resident("Bình", "Mộc Bắc").await;
    thu.forgets();
    register(&an, "MB01").await;
    register(&binh, "MB01").await;
    binh.presses("Hủy đăng ký").await;
    binh.says("/start m_MB01").await;
    binh.forges("mr:MB01").await;
    assert_snapshot!("marks", thu.reads());
    town.passes(7 * 86_400 + 60).await;
    assert!(
        thu.reads()
            .contains("DV01 (08:00 thứ Ba 01/12/2026) mới có 0 người đăng ký")
    );
}

#[tokio::test]
async fn a_clerks_words_about_a_meeting_are_no_call_for_help() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    clerk.presses("Hủy hội nghị").await;
    clerk.says("Nhà văn hóa đang cháy").await;
    assert_eq!(
        town.count("select count(*) from meeting where state = 'cancelled'"),
        1
    );
    assert!(!clerk.reads().contains("115"));
}

#[tokio::test]
async fn the_body_that_holds_a_meeting_reads_what_awaits_it_once_and_without_names() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let delegate = group.member("Đại biểu");
    speaker(&town, "Lan", "Nước sạch cho tổ 2").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    hoa.asks("Đường Nguyễn Hữu Tiến ngập mỗi khi mưa", "Giao thông")
        .await;
    delegate.forgets();
    town.passes(7 * 86_400 + 60).await;
    let read = delegate.reads();
    assert_snapshot!("digest", read);
    assert!(!read.contains("Lan"));
    town.passes(86_400 - 3_600).await;
    assert!(!delegate.reads().contains("Trước hội nghị DV01"));
}
