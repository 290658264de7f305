//! `/goilai`: answered questions of the month before, drawn by lot, to be called back.

use crate::{
    people::Person,
    proxy::clerk,
    scene::{Scene, asked, asked_in, card, with_rule},
    taps::took,
};

const DAY: i64 = 86_400;

async fn answers(scene: &Scene, code: &str) {
    let message = card(&scene.mai, code).message_id;
    scene
        .mai
        .replies_without_waiting_to(message, "UBND phường đã nạo vét cống ngày 20/11.");
    scene.town.settle().await;
    scene.mai.presses("Gửi cử tri").await;
}

async fn calls(clerk: &Person, heard: &str) -> String {
    clerk.presses(heard).await;
    clerk.reads()
}

#[tokio::test]
async fn ten_answers_of_a_month_are_drawn_and_worked_through_with_one_tap_each() {
    let scene = asked_in(&with_rule(
        "max_open_questions = 10 ",
        "max_open_questions = 90 ",
    ))
    .await;
    let Scene {
        town, lan, code, ..
    } = &scene;
    let office = town.group_of("office").await.member("Cô Thu");
    answers(&scene, code).await;
    for number in 1..12 {
        let code = lan
            .asks(
                &format!("Cột điện số {number} ở ngõ {number} bị nghiêng"),
                "Giao thông",
            )
            .await;
        answers(&scene, &code).await;
    }
    let clerk = clerk(town).await;
    clerk.says("/goilai").await;
    assert!(
        clerk.reads().contains("không có ai để gọi lại"),
        "nothing in October"
    );
    office.forgets();
    town.passes(9 * DAY).await;
    let read = office.reads();
    assert!(
        read.contains("rút thăm 10 câu trả lời của tháng 11/2026"),
        "{read}"
    );
    clerk.forgets();
    clerk.spends();
    clerk.says("/goilai").await;
    let first = clerk.reads();
    assert!(
        first.contains("Gọi lại 1/10") && first.contains("nạo vét cống"),
        "{first}"
    );
    assert!(first.contains("không để lại số điện thoại"), "{first}");
    let second = calls(&clerk, "Hài lòng").await;
    took("Clerk: calling back, the first one", &[&clerk]);
    assert!(second.contains("Gọi lại 2/10"), "{second}");
    town.restart().await;
    for heard in ["Chưa hài lòng", "Chưa thấy làm", "Không liên lạc được"] {
        calls(&clerk, heard).await;
    }
    for _ in 0..5 {
        calls(&clerk, "👍 Hài lòng").await;
    }
    insta::assert_snapshot!("all_called", calls(&clerk, "👍 Hài lòng").await);
    assert_eq!(town.events("question_called_back"), 10);
    assert_eq!(town.keeps("call_back"), 10);
    clerk.says("/goilai").await;
    assert!(clerk.reads().contains("Đã gọi lại hết"), "the same ten");
    assert_eq!(town.keeps("call_back"), 10);
    office.says("/thongke").await;
    let figures = office.reads();
    assert!(figures.contains("Hài lòng: 7/9"), "{figures}");
    town.passes(2 * DAY).await;
    assert!(!office.reads().contains("rút thăm"), "told once");
}

#[tokio::test]
async fn calling_back_is_for_clerks_in_private() {
    let scene = asked().await;
    scene.lan.says("/goilai").await;
    assert!(scene.lan.reads().contains("dành cho văn phòng"));
    let flashed = scene.lan.forges("k/cb:1:content").await;
    assert!(!flashed.is_empty());
    assert_eq!(scene.town.events("question_called_back"), 0);
    scene.mai.says("/goilai").await;
    assert!(scene.mai.reads().contains("trò chuyện riêng"));
}
