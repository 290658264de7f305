//! Clerks plan meetings in chat: make, publish, change, move, copy, call off.

use insta::assert_snapshot;

use crate::{
    meetings::{register, without_codes},
    people::Person,
    world::{ADMIN, Town},
};

const FORM: &str = "Mã: MB09\nLoại: nơi cư trú\nKhu vực: Mộc Bắc\nBắt đầu: 08:00 10/12/2026\n\
    Nơi họp: Nhà văn hóa thôn Hoàn Dương\nSố chỗ: 2";

async fn clerk(town: &Town) -> Person {
    let clerk = town.admin_in(ADMIN);
    clerk.says("/start").await;
    clerk.forgets();
    clerk
}

/// Announcements go a step at a tick.
async fn ticks(town: &Town) {
    for _ in 0..12 {
        town.passes(1).await;
    }
}

#[tokio::test]
async fn a_draft_is_invisible_until_it_is_published_and_then_followers_hear_of_it() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Mộc Bắc").await;
    let xa = town.resident("Xa", "Đồng Văn").await;
    for person in [&lan, &xa] {
        person.says("/lich").await;
        person.presses("Báo tôi khi có hội nghị mới").await;
    }
    ticks(&town).await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich").await;
    assert_snapshot!("overview", clerk.reads());
    clerk.presses("Tạo hội nghị").await;
    assert_snapshot!("form", clerk.reads());
    clerk.says(FORM).await;
    assert_snapshot!("draft", clerk.reads());
    lan.forgets();
    xa.forgets();
    lan.says("/start m_MB09").await;
    assert!(lan.reads().contains("Không có hội nghị mang mã này"));
    lan.forges("mr:MB09").await;
    assert_eq!(town.keeps("registration"), 0);
    lan.forgets();
    clerk.presses("Công bố").await;
    ticks(&town).await;
    assert_snapshot!("announced", lan.reads());
    assert_eq!(xa.reads(), "", "another area");
    register(&lan, "MB09").await;
    assert_eq!(town.keeps("registration"), 1);
}

#[tokio::test]
async fn a_meeting_that_moves_reaches_everybody_with_a_new_ticket_and_reminder() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    ticks(&town).await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    clerk.presses("Sửa").await;
    lan.forgets();
    clerk
        .says("Bắt đầu: 14:00 02/12/2026\nNơi họp: Hội trường phường")
        .await;
    ticks(&town).await;
    assert_snapshot!("moved", without_codes(&lan.reads()));
    town.passes(7 * 86_400).await;
    assert!(
        !lan.reads().contains("Sắp tới"),
        "the old time reminds nobody"
    );
    town.passes(86_400 + 6 * 3_600).await;
    assert!(lan.reads().contains("14:00 thứ Tư 02/12/2026"));
}

#[tokio::test]
async fn a_larger_room_gives_seats_to_those_who_wait_and_a_smaller_one_takes_none_away() {
    let town = Town::start().await;
    let mut people = Vec::new();
    for name in ["An", "Bình", "Chi"] {
        let person = town.resident(name, "Mộc Bắc").await;
        person.says("/start m_MB01").await;
        person.forges("mr:MB01").await;
        person.forgets();
        people.push(person);
    }
    let clerk = clerk(&town).await;
    clerk.says("/taolich MB01").await;
    clerk.presses("Sửa").await;
    clerk.says("Số chỗ: 1\nDành riêng: 0").await;
    assert!(clerk.reads().contains("Đã có 2 chỗ được đăng ký"));
    clerk.says("Dành riêng: 0").await;
    assert!(
        people[2].reads().contains("Đã có chỗ cho ông/bà"),
        "a released reserve"
    );
}

#[tokio::test]
async fn a_meeting_that_is_called_off_reaches_everybody_and_ends_every_ticket() {
    let town = Town::start().await;
    let mut people = Vec::new();
    for name in ["An", "Bình", "Chi"] {
        let person = town.resident(name, "Mộc Bắc").await;
        person.says("/start m_MB01").await;
        person.forges("mr:MB01").await;
        people.push(person);
    }
    ticks(&town).await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich MB01").await;
    clerk.presses("Hủy hội nghị").await;
    for person in &people {
        person.forgets();
    }
    clerk.says("Bão số 9").await;
    ticks(&town).await;
    assert_snapshot!("called_off", without_codes(&people[0].reads()));
    assert!(
        people[2].reads().contains("Bão số 9"),
        "those who wait hear of it, too"
    );
    assert_eq!(
        town.registrations_that_are("cancelled"),
        town.keeps("registration")
    );
    let flashed = people[0].forges("mr:MB01").await;
    assert!(flashed.contains("đã bị hủy"), "{flashed}");
}

#[tokio::test]
async fn an_announcement_goes_on_after_a_crash_and_reaches_each_once() {
    let town = Town::start().await;
    ticks(&town).await;
    let people: Vec<Person> = (0..250)
        .map(|n| town.stranger(&format!("Cử tri {n}")))
        .collect();
    town.have_come_in(&people, "moc-bac");
    town.follow_meetings(&people);
    let clerk = clerk(&town).await;
    clerk.says("/taolich").await;
    clerk.presses("Tạo hội nghị").await;
    clerk.says(FORM).await;
    for person in &people {
        person.says_without_waiting("/huy");
    }
    town.settle().await;
    for person in &people {
        person.forgets();
    }
    clerk.presses("Công bố").await;
    town.restart().await;
    ticks(&town).await;
    for person in &people {
        let heard = person
            .screen()
            .iter()
            .filter(|text| text.contains("MB09"))
            .count();
        assert_eq!(heard, 1);
    }
}

#[tokio::test]
async fn every_mistake_in_a_form_is_named_and_nothing_is_made() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich").await;
    clerk.presses("Tạo hội nghị").await;
    clerk.forgets();
    clerk
        .says("Mã: ?\nKhu vực: Paris\nBắt đầu: mai\nMàu: xanh")
        .await;
    clerk.says("Mã: ?\nKhu vực: Paris\nBắt đầu: mai").await;
    clerk.says(&FORM.replace("2026", "2025")).await;
    clerk.says(&FORM.replace("MB09", "DV01")).await;
    clerk
        .says(&FORM.replace("08:00 10/12/2026", "15:00 03/12/2026"))
        .await;
    assert_snapshot!("mistakes", clerk.reads());
    assert_eq!(town.meetings_that_are("draft"), 0);
}

#[tokio::test]
async fn a_meeting_is_copied_to_several_areas_as_drafts() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    clerk.presses("Nhân bản").await;
    clerk.says("Duy Minh, Tiên Nội, Yên Nam").await;
    assert_eq!(town.meetings_that_are("draft"), 3);
    assert_snapshot!("copies", clerk.newest(|seen| seen.from_bot).text);
}

#[tokio::test]
async fn residents_cannot_plan() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/taolich").await;
    assert!(lan.reads().contains("Chỉ văn phòng"));
    for data in ["nn", "ne:DV01", "np:DV01", "nc:DV01", "nx:DV01", "nk:DV01"] {
        let flashed = lan.forges(data).await;
        assert!(flashed.contains("Chỉ văn phòng"), "{data}: {flashed}");
    }
    let group = town.group_of("to-1").await;
    let delegate = group.member("Đại biểu");
    delegate.says("/taolich").await;
    assert!(delegate.reads().contains("Chỉ nhóm của văn phòng"));
}

#[tokio::test]
async fn a_new_meeting_is_a_copy_with_another_day_and_place() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.spends();
    clerk.says("/taolich").await;
    clerk.forgets();
    clerk.presses("Chép").await;
    assert_snapshot!("copied", clerk.reads());
    clerk.presses("T6 04/12").await;
    clerk.presses("Nhà văn hóa").await;
    assert_snapshot!("copied_draft", clerk.reads());
    clerk.presses("Công bố").await;
    crate::taps::took("Clerk: new meeting, published", &[&clerk]);
    assert!(clerk.reads().contains("04/12/2026"));
    assert_eq!(town.events("meeting_published"), 1);
}

#[tokio::test]
async fn a_new_meeting_begins_with_its_area_and_has_its_delegation() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich").await;
    clerk.presses("Tạo hội nghị").await;
    clerk.presses("Xã Mộc Bắc").await;
    clerk.presses("Quay lại").await;
    clerk.presses("🕗").await;
    clerk.presses("14:00").await;
    clerk.forgets();
    clerk.presses("Công bố").await;
    assert!(clerk.reads().contains("nơi họp"), "there is no place yet");
    clerk.presses("Sửa").await;
    clerk.says("Nơi họp: Nhà văn hóa thôn Hoàn Dương").await;
    clerk.presses("Sửa").await;
    clerk.says("14h ngày 10/12/2026").await;
    clerk.presses("Công bố").await;
    let read = clerk.reads();
    assert!(read.contains("14:00 10/12/2026"), "{read}");
}
