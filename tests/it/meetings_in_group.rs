//! Clerks plan and lead meetings in the office's group: what they are asked for comes as a reply, and nobody's name is
//! read there.

use insta::assert_snapshot;

use crate::{
    meetings::register,
    people::{Group, Person},
    verbs::is_told,
    world::Town,
};

const FORM: &str = "Mã: MB09\nLoại: nơi cư trú\nKhu vực: Mộc Bắc\nBắt đầu: 08:00 10/12/2026\n\
    Nơi họp: Nhà văn hóa thôn Hoàn Dương\nSố chỗ: 2";

/// From Monday morning to eight o'clock, when meeting DV01 begins.
const BEGINNING: i64 = 8 * 86_400;

async fn office(town: &Town) -> (Group, Person) {
    let office = town.group_of("office").await;
    let thu = office.member("Chị Thư");
    thu.forgets();
    (office, thu)
}

/// Announcements go a step at a tick.
async fn ticks(town: &Town) {
    for _ in 0..12 {
        town.passes(1).await;
    }
}

#[tokio::test]
async fn a_clerk_plans_a_meeting_and_announces_it_in_the_offices_group() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Mộc Bắc").await;
    lan.says("/lich").await;
    lan.presses("Báo tôi khi có hội nghị mới").await;
    let (_office, thu) = office(&town).await;
    thu.says("/taolich").await;
    thu.presses("Tạo hội nghị").await;
    assert_snapshot!("asks_for_the_form", thu.reads());
    thu.replies_to("Hội nghị mới", &FORM.replace("10/12", "10/13"))
        .await;
    assert_snapshot!("names_what_is_wrong", thu.reads());
    assert_eq!(town.meetings_that_are("draft"), 0);
    thu.replies_to("Chưa được", FORM).await;
    assert_snapshot!("draft_in_group", thu.reads());
    lan.forgets();
    thu.presses("Công bố").await;
    assert!(thu.reads().starts_with("(đã sửa) 📣 Đã công bố"));
    ticks(&town).await;
    assert!(lan.reads().contains("MB09"));
}

#[tokio::test]
async fn a_clerk_changes_copies_and_calls_off_a_meeting_in_the_offices_group() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    let (_office, thu) = office(&town).await;
    lan.forgets();
    thu.says("/taolich DV01").await;
    thu.presses("Sửa").await;
    thu.replies_to("những dòng cần đổi", "Nơi họp: Hội trường phường")
        .await;
    ticks(&town).await;
    assert!(thu.reads().contains("Nơi họp: Hội trường phường"));
    assert!(lan.reads().contains("Hội trường phường"));
    thu.presses("Nhân bản").await;
    thu.replies_to("tên các khu vực", "Duy Minh, Paris").await;
    assert!(thu.reads().contains("không có “Paris”"));
    thu.replies_to("Chưa được", "Duy Minh, Tiên Nội").await;
    assert_eq!(town.meetings_that_are("draft"), 2);
    thu.presses("Hủy hội nghị").await;
    thu.replies_to("lý do hủy", "Bão số 9").await;
    ticks(&town).await;
    assert_eq!(town.meetings_that_are("cancelled"), 1);
    assert!(is_told(&lan, "Bão số 9"));
}

#[tokio::test]
async fn speakers_and_the_outcome_are_kept_in_the_offices_group_with_initials() {
    let town = Town::start().await;
    let lan = town.resident("Nguyễn Thị Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    lan.presses("Muốn phát biểu").await;
    lan.says("Nước sạch, gọi tôi số 0912 345 678").await;
    town.passes(BEGINNING + 60).await;
    let (_office, thu) = office(&town).await;
    let clerk = town.stranger("Anh Phúc");
    clerk.says("/start").await;
    town.makes_clerk(&clerk, "Anh Phúc");
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Nguyễn Thị Lan").await;
    thu.says("/diemdanh DV01").await;
    thu.presses("🎤 Phát biểu").await;
    thu.presses("Thêm người").await;
    thu.replies_to("tên người muốn phát biểu", "Ông Trần Tư, xóm 3")
        .await;
    assert_snapshot!("speakers_in_group", thu.reads());
    thu.presses("Đã phát biểu").await;
    assert_eq!(town.events("speaker_called"), 1);
    thu.says("/taolich DV01").await;
    thu.presses("Ghi kết quả").await;
    thu.replies_to("ba số", "12 8").await;
    thu.replies_to("đúng ba số", "12 8 4").await;
    ticks(&town).await;
    let screen = thu.screen().join("\n");
    assert!(screen.contains("ý kiến: 12"), "{screen}");
    assert!(is_told(&lan, "Cảm ơn ông/bà đã dự"));
    for hidden in ["Lan", "0912"] {
        assert!(!screen.contains(hidden), "{hidden}: {screen}");
    }
}

#[tokio::test]
async fn the_list_at_the_door_is_worked_with_in_private_only() {
    let town = Town::start().await;
    let lan = town.resident("Nguyễn Thị Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    town.passes(BEGINNING + 60).await;
    let (_office, thu) = office(&town).await;
    thu.says("/taolich DV01").await;
    thu.presses("Danh sách điểm danh").await;
    let read = thu.reads();
    assert!(read.contains("Danh sách có tên chỉ xem ở cuộc trò chuyện riêng"));
    assert!(!read.contains("Lan"), "{read}");
    for data in ["ci:1:0", "cu:1:0", "cs:1:1", "cw:5:DV01"] {
        let flashed = thu.forges(data).await;
        assert!(flashed.contains("không còn dùng"), "{data}: {flashed}");
    }
    assert_eq!(town.events("arrived"), 0);
    assert_eq!(town.keeps("walk_in"), 0);
}

#[tokio::test]
async fn only_the_office_plans_and_a_group_leads_only_its_own_meetings() {
    let town = Town::start().await;
    let first = town.group_of("to-1").await;
    let fourth = town.group_of("to-4").await;
    let (mai, ba) = (first.member("Chị Mai"), fourth.member("Anh Ba"));
    town.makes_clerk(&mai, "Chị Mai");
    town.passes(BEGINNING + 60).await;
    for person in [&mai, &ba] {
        person.says("/taolich DV01").await;
        assert!(person.reads().contains("Chỉ nhóm của văn phòng"));
        for data in ["nn", "ne:DV01", "nc:DV01", "nx:DV01", "nk:DV01", "nz:DV01"] {
            let flashed = person.forges(data).await;
            assert!(
                flashed.contains("Chỉ nhóm của văn phòng"),
                "{data}: {flashed}"
            );
        }
    }
    mai.forges("sl:DV01").await;
    assert!(mai.reads().contains("Danh sách phát biểu DV01"));
    let flashed = ba.forges("sl:DV01").await;
    assert!(flashed.contains("Chỉ văn phòng và đơn vị"), "{flashed}");
    assert_eq!(ba.reads(), "");
}

#[tokio::test]
async fn only_whoever_was_asked_answers() {
    let town = Town::start().await;
    let (office, thu) = office(&town).await;
    let hai = office.member("Anh Hai");
    thu.says("/taolich DV01").await;
    thu.presses("Hủy hội nghị").await;
    hai.replies_to("lý do hủy", "Tôi nghĩ là mưa").await;
    assert_eq!(town.meetings_that_are("cancelled"), 0);
    hai.says("/taolich DV01").await;
    hai.presses("Hủy hội nghị").await;
    hai.replies_to("lý do hủy", "Bão số 9").await;
    assert_eq!(town.meetings_that_are("cancelled"), 1);
}
