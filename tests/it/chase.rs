//! "Hỏi thăm": a resident may ask how it is getting on, not before time and not all the time.

use insta::assert_snapshot;

use crate::{people::Person, world::Town};

const DAY: i64 = 86_400;

async fn asked() -> (Town, Person, Person, String) {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    (town, mai, lan, code)
}

async fn looks(lan: &Person, code: &str) -> String {
    lan.forgets();
    lan.says(&format!("/cuatoi {code}")).await;
    lan.reads()
}

#[tokio::test]
async fn after_ten_working_days_a_resident_may_ask_and_the_body_reads_it_under_the_card() {
    let (town, mai, lan, code) = asked().await;
    assert!(!looks(&lan, &code).await.contains("Hỏi thăm"));
    // Ten working days after Monday, 23 November: Monday, 7 December.
    town.passes(13 * DAY).await;
    assert!(!looks(&lan, &code).await.contains("Hỏi thăm"), "a Sunday");
    let flashed = lan.forges("k/c:1").await;
    assert!(flashed.contains("từ ngày 07/12/2026"), "{flashed}");
    town.passes(DAY).await;
    assert!(looks(&lan, &code).await.contains("Hỏi thăm"));
    mai.forgets();
    lan.presses("Hỏi thăm").await;
    assert_snapshot!("under_the_card", mai.reads());
    assert_snapshot!("told", lan.reads());
    assert!(looks(&lan, &code).await.contains("ông/bà đã hỏi thăm"));
}

#[tokio::test]
async fn asking_again_takes_five_working_days() {
    let (town, mai, lan, code) = asked().await;
    town.passes(14 * DAY).await;
    looks(&lan, &code).await;
    lan.presses("Hỏi thăm").await;
    mai.forgets();
    let flashed = lan.presses("Hỏi thăm").await;
    assert!(flashed.contains("từ ngày 14/12/2026"), "{flashed}");
    assert!(!mai.reads().contains("hỏi thăm"));
    town.passes(7 * DAY).await;
    mai.forgets();
    lan.presses("Hỏi thăm").await;
    assert!(mai.reads().contains("cử tri hỏi thăm"));
}

#[tokio::test]
async fn what_is_overdue_may_be_asked_for_at_once() {
    let (town, _mai, lan, code) = asked().await;
    town.is_due_on(&code, "2026-11-23");
    town.passes(DAY).await;
    assert!(looks(&lan, &code).await.contains("Hỏi thăm"));
}

#[tokio::test]
async fn nobody_else_may_ask_and_nobody_after_the_answer() {
    let (town, mai, lan, code) = asked().await;
    let hoa = town.resident("Hoa", "Phường Đồng Văn").await;
    town.passes(20 * DAY).await;
    let flashed = hoa.forges("k/c:1").await;
    assert!(flashed.contains("không còn dùng") || !flashed.is_empty());
    mai.replies_to(&code, "UBND phường đã vá xong đoạn đường này.")
        .await;
    mai.presses("Gửi cử tri").await;
    mai.forgets();
    let flashed = lan.forges("k/c:1").await;
    assert!(flashed.contains("đã xong"), "{flashed}");
    assert!(!mai.reads().contains("hỏi thăm"));
}

#[tokio::test]
async fn a_resident_who_asks_does_not_silence_the_reminders() {
    let (town, mai, lan, code) = asked().await;
    town.is_due_on(&code, "2026-12-01");
    let standing = town.group_of("thuong-truc").await.member("Chủ tịch");
    for day in 1..=15 {
        town.passes(DAY).await;
        if day == 9 {
            lan.forges("k/c:1").await;
            assert!(
                lan.screen()
                    .iter()
                    .any(|text| text.contains("Đã chuyển lời hỏi thăm"))
            );
        }
    }
    assert!(
        mai.screen()
            .iter()
            .any(|text| text.contains("cử tri hỏi thăm"))
    );
    let screen = standing.screen();
    assert!(
        screen.iter().any(|text| text.contains("Quá hạn lâu: 1")),
        "{screen:#?}"
    );
}
