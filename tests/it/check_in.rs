//! At the door: tickets, the list, people without registration, the head count, who may do it.

use insta::assert_snapshot;

use crate::{
    meetings::{register, ticket_of, without_codes},
    people::Person,
    world::Town,
};

/// From Monday morning to the evening before meeting DV01 at eight.
const EVENING_BEFORE: i64 = 7 * 86_400 + 13 * 3_600;

async fn clerk(town: &Town) -> Person {
    let clerk = town.admin_in(crate::world::ADMIN);
    clerk.says("/start").await;
    clerk.forgets();
    clerk
}

#[tokio::test]
async fn a_clerk_checks_in_by_ticket_by_list_and_counts_others() {
    let town = Town::start().await;
    let lan = town.resident("Lan Nguyễn", "Đồng Văn").await;
    let binh = town.resident("Bình Trần", "Đồng Văn").await;
    register(&lan, "DV01").await;
    lan.presses("Người đi cùng").await;
    lan.presses("Thêm 2 người").await;
    register(&binh, "DV01").await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    assert!(clerk.reads().contains("Điểm danh mở từ"));
    town.passes(EVENING_BEFORE).await;
    clerk.forgets();
    clerk.says("/diemdanh").await;
    clerk.presses("DV01").await;
    assert_snapshot!("list", clerk.reads());
    clerk.presses("Bình Trần").await;
    clerk
        .says(&format!("/diemdanh {}", ticket_of(&lan).to_lowercase()))
        .await;
    clerk.presses("2 người").await;
    assert_snapshot!("by_ticket", clerk.reads());
    clerk.says("/diemdanh DV01 +4").await;
    clerk.says("/diemdanh DV01 Ông Tư").await;
    assert_snapshot!(
        "after",
        clerk
            .newest(|seen| seen.text.contains("Điểm danh DV01"))
            .text
    );
    clerk
        .says(&format!("/diemdanh DV01 {}", ticket_of(&lan)))
        .await;
    assert!(clerk.reads().contains("đã được điểm danh lúc"));
    assert_eq!(town.people_checked_in(), 3);
}

#[tokio::test]
async fn the_qr_code_checks_in_when_a_clerk_scans_it_and_only_then() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    register(&lan, "DV01").await;
    let ticket = ticket_of(&lan);
    let clerk = clerk(&town).await;
    town.passes(EVENING_BEFORE).await;
    let link = format!("/start t_{ticket}");
    hoa.says(&link).await;
    assert!(hoa.reads().contains("để cán bộ ở cửa quét"));
    lan.says(&link).await;
    assert_eq!(town.checked_in(), 0);
    clerk.says(&link).await;
    assert_eq!(town.checked_in(), 1);
    let refused = lan.presses("Hủy đăng ký").await;
    assert!(refused.contains("đã được điểm danh"), "{refused}");
}

#[tokio::test]
async fn two_clerks_at_once_count_everybody_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    let office = town.group_of("office").await;
    let thu = office.member("Thư");
    town.passes(EVENING_BEFORE).await;
    thu.says("/diemdanh DV01").await;
    assert_snapshot!("in_group", thu.reads());
    let thu = Person::new(town.clone(), thu.id, thu.id);
    let admin = clerk(&town).await;
    for clerk in [&thu, &admin] {
        clerk.says("/diemdanh DV01").await;
    }
    for clerk in [&thu, &admin] {
        clerk.presses_without_waiting("⬜ Lan");
    }
    town.settle().await;
    assert_eq!(town.people_checked_in(), 1);
    assert_eq!(town.events("arrived"), 1);
    thu.presses("Cập nhật").await;
    thu.presses("✅ Lan").await;
    assert_eq!(town.checked_in(), 0);
}

#[tokio::test]
async fn residents_cannot_check_in_or_see_the_list() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    register(&lan, "DV01").await;
    town.passes(EVENING_BEFORE).await;
    hoa.forgets();
    hoa.says("/diemdanh DV01").await;
    for data in [
        "cp:0:DV01",
        "ci:1:0",
        "cu:1:0",
        "cs:1:1",
        "cw:5:DV01",
        "ci:99:0",
    ] {
        hoa.forges(data).await;
    }
    assert!(
        !hoa.screen().iter().any(|text| text.contains("Lan")),
        "no names"
    );
    assert_eq!(town.checked_in(), 0);
    assert_eq!(town.keeps("walk_in"), 0);
    let group = town.group_of("to-2").await;
    let outsider = group.member("Người tổ khác");
    outsider.says("/diemdanh DV01").await;
    assert!(outsider.reads().contains("Chỉ văn phòng"));
}

#[tokio::test]
async fn somebody_who_gave_up_the_seat_is_no_longer_on_the_list() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    let ticket = ticket_of(&lan);
    lan.presses("Hủy đăng ký").await;
    let clerk = clerk(&town).await;
    town.passes(EVENING_BEFORE).await;
    clerk.says(&format!("/diemdanh {ticket}")).await;
    assert!(clerk.reads().contains("Vé này đã hủy"));
    assert_eq!(without_codes("x"), "x");
}
