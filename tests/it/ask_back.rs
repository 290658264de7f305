//! Asking a resident for details: the clock stops, the reply comes under the card, the clock runs on.

use cutri::{domain::question::lifecycle::MAX_ADDITIONS, emulator::Send};

use crate::scene::{Scene, asked, card};

const DAY: i64 = 86_400;

async fn asked_back() -> Scene {
    let scene = asked().await;
    scene.mai.presses("Hỏi lại").await;
    scene
        .mai
        .replies_to(
            "câu muốn hỏi cử tri",
            "Đoạn ngập từ nhà số mấy đến nhà số mấy?",
        )
        .await;
    scene
}

#[tokio::test]
async fn the_resident_is_asked_and_the_card_says_that_the_clock_stands_still() {
    let scene = asked().await;
    scene.mai.presses("Hỏi lại").await;
    insta::assert_snapshot!("ask_back_prompt", scene.mai.reads());
    scene.mai.replies_to("câu muốn hỏi cử tri", "??").await;
    assert!(scene.mai.reads().contains("rõ hơn"));
    scene
        .mai
        .replies_to(
            "câu muốn hỏi cử tri",
            "Đoạn ngập từ nhà số mấy đến nhà số mấy?",
        )
        .await;
    insta::assert_snapshot!("ask_back_card", scene.mai.reads());
    insta::assert_snapshot!("ask_back_resident", scene.lan.reads());
}

#[tokio::test]
async fn the_reply_comes_under_the_card_and_the_clock_runs_on() {
    let scene = asked_back().await;
    scene.town.passes(7 * DAY - 3_600).await;
    scene.mai.forgets();
    scene.lan.forgets();
    scene
        .lan
        .replies_to(
            "cần hỏi thêm",
            "Từ nhà số 5 đến nhà số 17, gọi tôi 0912345678.",
        )
        .await;
    insta::assert_snapshot!("replied_resident", scene.lan.reads());
    insta::assert_snapshot!("replied_group", scene.mai.reads());
    scene.lan.says(&format!("/cuatoi {}", scene.code)).await;
    insta::assert_snapshot!("replied_timeline", scene.lan.reads());
}

#[tokio::test]
async fn simply_writing_is_a_reply_too() {
    let scene = asked_back().await;
    scene.lan.says("Từ nhà số 5 đến nhà số 17.").await;
    assert!(card(&scene.mai, &scene.code).text.contains("Chờ trả lời"));
    assert!(scene.mai.reads().contains("Từ nhà số 5"));
}

#[tokio::test]
async fn a_photo_is_a_reply_too() {
    let scene = asked_back().await;
    scene.mai.forgets();
    let to = scene
        .lan
        .newest(|seen| seen.text.contains("cần hỏi thêm"))
        .message_id;
    let photo: Send = serde_json::from_value(serde_json::json!({ "photo": {} })).unwrap();
    scene.lan.sends(photo.reply_to(to)).await;
    assert!(scene.lan.reads().contains("Đã chuyển câu trả lời"));
    assert!(scene.mai.reads().contains("trả lời bằng tệp"));
    assert!(card(&scene.mai, &scene.code).text.contains("Chờ trả lời"));
}

#[tokio::test]
async fn without_a_reply_the_group_is_told_once_and_may_go_on() {
    let scene = asked_back().await;
    scene.mai.forgets();
    scene.town.passes(7 * DAY).await;
    let told = scene.mai.newest(|seen| seen.text.contains("chưa trả lời"));
    insta::assert_snapshot!("no_reply", told.text);
    scene.mai.forgets();
    scene.town.passes(7 * DAY).await;
    assert!(
        !scene.mai.reads().contains("chưa trả lời"),
        "it is said once"
    );
    scene.mai.presses("Xử lý tiếp").await;
    insta::assert_snapshot!("gone_on", scene.mai.reads());
    scene.lan.forgets();
    scene
        .lan
        .replies_to("cần hỏi thêm", "Từ nhà số 5 đến nhà số 17.")
        .await;
    assert!(
        !scene.lan.reads().contains("Thời hạn chạy tiếp"),
        "a late reply is an addition"
    );
    assert!(scene.mai.reads().contains("cử tri bổ sung"));
}

#[tokio::test]
async fn while_the_resident_is_asked_nobody_else_can_pass_it_on() {
    let scene = asked_back().await;
    let flashed = scene.mai.forges("c/tr:1:2").await;
    assert!(flashed.contains("Đang chờ cử tri"), "{flashed}");
    scene.mai.says("/dangmo").await;
    assert!(
        scene.mai.reads().contains("⏸"),
        "it stays in the list, not overdue"
    );
}

#[tokio::test]
async fn whoever_has_no_telegram_is_phoned_and_a_clerk_enters_the_reply() {
    let scene = asked().await;
    let office = scene.town.group_of("office").await;
    let thu = office.member("Cô Thu");
    scene.town.came_in_person(&scene.code);
    thu.forgets();
    scene.mai.presses("Hỏi lại").await;
    scene
        .mai
        .replies_to(
            "câu muốn hỏi cử tri",
            "Đoạn ngập từ nhà số mấy đến nhà số mấy?",
        )
        .await;
    insta::assert_snapshot!("phone_office", thu.reads());
    thu.presses("Nhập câu trả lời").await;
    scene.mai.forgets();
    thu.replies_to("lời của cử tri", "Từ nhà số 5 đến nhà số 17.")
        .await;
    assert!(scene.mai.reads().contains("Từ nhà số 5"));
    assert!(card(&scene.mai, &scene.code).text.contains("Chờ trả lời"));
}

#[tokio::test]
async fn whoever_enters_a_reply_is_named_and_keeps_to_the_same_limit_at_the_card_as_at_the_desk() {
    let scene = asked().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    town.came_in_person(code);
    mai.presses("Hỏi lại").await;
    mai.replies_to(
        "câu muốn hỏi cử tri",
        "Đoạn ngập từ nhà số mấy đến nhà số mấy?",
    )
    .await;
    let asked = thu.newest(|seen| seen.text.contains("Đoạn ngập từ nhà số mấy"));
    thu.presses_under(asked.message_id, "Nhập câu trả lời");
    town.settle().await;
    thu.replies_to("lời của cử tri", "Từ nhà số 5 đến nhà số 17.")
        .await;
    assert_eq!(town.events("reply_written_down"), 1);
    let log = crate::proxy::clerk(town).await;
    log.says(&format!("/nhatky {code}")).await;
    let read = log.reads();
    let line = read.lines().find(|line| line.contains("ghi lại lời"));
    assert!(line.is_some_and(|line| line.contains("Cô Thu")), "{read}");

    mai.presses("Hỏi lại").await;
    mai.replies_to("câu muốn hỏi cử tri", "Ngập từ năm nào?")
        .await;
    town.has_additions(code, MAX_ADDITIONS);
    thu.presses("Nhập câu trả lời").await;
    thu.forgets();
    thu.replies_to("lời của cử tri", "Từ năm 2019.").await;
    let read = thu.reads();
    assert!(read.contains(&MAX_ADDITIONS.to_string()), "{read}");
    assert_eq!(town.events("reply_written_down"), 1);
    assert_eq!(town.questions_that_are("asked_back"), 1);
}

#[tokio::test]
async fn what_was_asked_survives_a_restart() {
    let scene = asked().await;
    scene.mai.presses("Hỏi lại").await;
    scene.town.restart().await;
    scene
        .mai
        .replies_to("câu muốn hỏi cử tri", "Đoạn ngập dài bao nhiêu mét?")
        .await;
    scene.town.restart().await;
    scene.lan.replies_to("cần hỏi thêm", "Chừng 200 mét.").await;
    assert!(scene.mai.reads().contains("Chừng 200 mét."));
}
