//! An answer that was sent is corrected: in place, with a visible note, the words before kept.

use cutri::emulator::{FailureKind, FailureRule};

use crate::{
    people::{Group, Person},
    world::{TOWN, Town},
};

async fn answered(council: &str) -> (Town, Group, Person, Person, String, i64) {
    let town = Town::with_council(council).await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    let reply = mai.replies_to(&code, "Khởi công trong tháng 11.").await;
    mai.presses("Gửi cử tri").await;
    if council != TOWN {
        group.member("Anh Nam").presses("Duyệt").await;
    }
    lan.forgets();
    mai.forgets();
    (town, group, mai, lan, code, reply)
}

#[tokio::test]
async fn an_edited_message_corrects_what_the_resident_has() {
    let (town, _group, mai, lan, code, reply) = answered(TOWN).await;
    mai.edits(reply, "Khởi công trong tháng 12.").await;
    insta::assert_snapshot!("correction_preview", mai.reads());
    assert_eq!(
        lan.reads(),
        "",
        "nothing changes before the delegate decides"
    );
    mai.presses("Gửi đính chính").await;
    insta::assert_snapshot!("corrected", lan.reads());
    insta::assert_snapshot!("corrected_card", mai.reads());
    assert_eq!(
        town.words_before_corrections(),
        ["Khởi công trong tháng 11."]
    );
    lan.says(&format!("/cuatoi {code}")).await;
    assert!(lan.reads().contains("được đính chính"));
}

#[tokio::test]
async fn the_button_asks_for_the_new_words() {
    let (_town, group, mai, lan, _code, _reply) = answered(TOWN).await;
    let hoa = group.member("Chị Hoa");
    mai.presses("Đính chính").await;
    mai.replies_to("xin viết lại", "Khởi công ngày 15/12/2026.")
        .await;
    let flashed = hoa.presses("Gửi đính chính").await;
    assert!(flashed.contains("Chỉ người viết"), "{flashed}");
    mai.presses("Gửi đính chính").await;
    let read = lan.reads();
    assert!(
        read.contains("(đã sửa)") && read.contains("15/12/2026"),
        "{read}"
    );
}

#[tokio::test]
async fn a_message_that_cannot_be_edited_any_more_is_sent_anew() {
    let (town, _group, mai, lan, _code, reply) = answered(TOWN).await;
    mai.edits(reply, "Khởi công trong tháng 12.").await;
    town.goes_wrong(FailureRule {
        method: Some("editMessageText".to_owned()),
        chat_id: Some(lan.chat),
        times: 1,
        probability: 1.0,
        kind: FailureKind::Error,
        error_code: Some(400),
        description: Some("Bad Request: message can't be edited".to_owned()),
        retry_after: None,
        delay_ms: 0,
    });
    mai.presses("Gửi đính chính").await;
    let read = lan.reads();
    assert!(read.contains("Khởi công trong tháng 12."), "{read}");
    assert!(!read.contains("(đã sửa) Trả lời"), "{read}");
}

#[tokio::test]
async fn a_long_answer_corrected_to_a_short_one_leaves_no_old_words() {
    let (town, _group, mai, lan, _code, reply) = answered(TOWN).await;
    let long = format!("Khởi công năm 2027. {}", "Đoạn này dài và rõ. ".repeat(180));
    mai.edits(reply, &long).await;
    mai.presses("Gửi đính chính").await;
    lan.forgets();
    mai.edits(reply, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi đính chính").await;
    let screen = lan.screen().join("\n");
    assert!(!screen.contains("Đoạn này dài"), "{screen}");
    assert!(screen.contains("Phần này đã được bỏ"), "{screen}");
    assert_eq!(town.corrections_that_are("sent"), 2);
}

#[tokio::test]
async fn the_head_approves_a_correction_too() {
    let council = TOWN.replace("approval = \"none\"", "approval = \"head\"");
    let (_town, group, mai, lan, _code, reply) = answered(&council).await;
    let nam = group.member("Anh Tư");
    mai.edits(reply, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi đính chính").await;
    assert_eq!(lan.reads(), "");
    let flashed = mai.presses("Duyệt").await;
    assert!(flashed.contains("không tự duyệt"), "{flashed}");
    nam.presses("Duyệt").await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
}

#[tokio::test]
async fn a_dropped_correction_and_a_second_tap_change_nothing() {
    let (town, _group, mai, lan, _code, reply) = answered(TOWN).await;
    mai.edits(reply, "Khởi công trong tháng 12.").await;
    mai.presses("Hủy").await;
    assert_eq!(lan.reads(), "");
    mai.edits(reply, "Khởi công trong tháng 1.").await;
    let preview = mai
        .newest(|seen| seen.text.starts_with("Đính chính"))
        .message_id;
    mai.presses_under(preview, "Gửi đính chính");
    mai.presses_under(preview, "Gửi đính chính");
    town.settle().await;
    assert_eq!(town.events("answer_corrected"), 1);
}
