//! `/dangmo` with its filters and pages, and the candidates for questioning at the session.

use insta::assert_snapshot;

use crate::{
    people::Person,
    verbs::forged::Forged,
    world::{Town, code},
};

/// Monday, 23 November: a delegation with three questions, one overdue, one due soon.
async fn three() -> (Town, Person) {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.asks("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường")
        .await;
    lan.asks("Trường mầm non thiếu phòng học trầm trọng", "Giáo dục")
        .await;
    town.is_due_on(&code(2), "2026-11-20");
    town.is_due_on(&code(3), "2026-11-25");
    mai.forgets();
    (town, mai)
}

async fn lists(mai: &Person, command: &str) -> String {
    mai.forgets();
    mai.says(command).await;
    mai.reads()
}

#[tokio::test]
async fn the_most_urgent_comes_first() {
    let (_town, mai) = three().await;
    assert_snapshot!("all", lists(&mai, "/dangmo").await);
}

#[tokio::test]
async fn filters_are_typed_as_people_type() {
    let (_town, mai) = three().await;
    let overdue = lists(&mai, "/dangmo quá hạn").await;
    assert!(
        overdue.contains("DT-0002") && !overdue.contains("DT-0001"),
        "{overdue}"
    );
    assert_eq!(overdue, lists(&mai, "/open qua han").await);
    let soon = lists(&mai, "/dangmo sap den han").await;
    assert!(
        soon.contains("DT-0003") && !soon.contains("DT-0002"),
        "{soon}"
    );
    let field = lists(&mai, "/dangmo giao thong").await;
    assert!(
        field.contains("DT-0001") && !field.contains("DT-0002"),
        "{field}"
    );
    assert!(lists(&mai, "/dangmo xe máy bay").await.contains("Không rõ"));
    assert!(
        lists(&mai, "/dangmo chất vấn")
            .await
            .contains("không có kiến nghị nào")
    );
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let (town, mai) = three().await;
    for number in 4..=25u32 {
        town.forges_question(&Forged {
            number,
            ..Forged::default()
        });
    }
    let first = lists(&mai, "/dangmo").await;
    assert!(first.contains("Trang 1/3"), "{first}");
    mai.presses("▶").await;
    let second = mai.reads();
    assert!(
        second.starts_with("(đã sửa)") && second.contains("Trang 2/3"),
        "{second}"
    );
    mai.presses("▶").await;
    assert!(mai.reads().contains("Trang 3/3"));
    mai.presses("Quá hạn").await;
    assert!(mai.reads().contains("Quá hạn: 1"));
}

#[tokio::test]
async fn candidates_for_questioning_are_listed_by_supporters() {
    let (town, mai) = three().await;
    town.has_supporters(&code(3), 4);
    town.has_supporters(&code(1), 1);
    town.was_raised(&code(1), 3);
    for id in [1, 2, 3] {
        let flashed = mai.forges(&format!("k/n:{id}")).await;
        assert!(flashed.contains("Đã đề cử chất vấn"), "{flashed}");
    }
    assert!(mai.reads().contains("🎙 Đề cử chất vấn"), "the card says so");
    assert_snapshot!("candidates", lists(&mai, "/dangmo chất vấn").await);
    mai.forges("k/u:3").await;
    let left = lists(&mai, "/dangmo chatvan").await;
    assert!(
        left.contains("Chất vấn: 2") && !left.contains("DT-0003"),
        "{left}"
    );
    let standing = town.group_of("thuong-truc").await.member("Chủ tịch");
    assert!(
        lists(&standing, "/dangmo chất vấn")
            .await
            .contains("Chất vấn: 2")
    );
}

#[tokio::test]
async fn another_delegation_proposes_nothing_of_ours() {
    let (town, _mai) = three().await;
    let other = town.group_of("to-2").await.member("Tổ 2");
    other.forges("k/n:1").await;
    assert_eq!(
        town.questions_where(|question| question.nominated_at.is_some()),
        0
    );
    assert!(
        lists(&other, "/dangmo")
            .await
            .contains("Không còn câu hỏi nào")
    );
}
