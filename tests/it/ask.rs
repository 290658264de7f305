//! Asking: from the first word to the receipt and the card.

use crate::world::{TOWN, Town};

#[tokio::test]
async fn a_question_is_asked_with_two_taps_and_a_sentence() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    mai.forgets();
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.says("/hoi").await;
    insta::assert_snapshot!("prompt", lan.reads());
    lan.says("Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?")
        .await;
    insta::assert_snapshot!("categories", lan.reads());
    lan.chooses("Giao thông").await;
    insta::assert_snapshot!("preview", lan.reads());
    lan.presses("Gửi").await;
    insta::assert_snapshot!("receipt", lan.reads());
    insta::assert_snapshot!("card", mai.reads());
}

#[tokio::test]
async fn free_text_becomes_a_draft_at_any_time() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("duong ngap qua bao gio sua").await;
    assert!(lan.reads().contains("Xem lại trước khi gửi"));
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert!(lan.reads().contains("Đã nhận câu hỏi"));
}

#[tokio::test]
async fn text_behind_the_command_is_the_draft() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/hoi Đèn đường ngõ 3 hỏng cả tháng nay").await;
    lan.chooses("Quy hoạch").await;
    assert!(lan.reads().contains("Đèn đường ngõ 3 hỏng"));
    lan.presses("Hủy").await;
}

#[tokio::test]
async fn what_is_said_in_several_messages_is_one_question() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập").await;
    lan.says("ở đoạn gần cầu ấy ạ").await;
    lan.chooses("Giao thông").await;
    let read = lan.reads();
    assert!(
        read.contains("Đường vào thôn ngập\nở đoạn gần cầu ấy ạ"),
        "{read}"
    );
}

#[tokio::test]
async fn a_draft_survives_a_restart_and_days_of_silence() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    town.restart().await;
    town.passes(9 * 24 * 3600).await;
    lan.forgets();
    lan.says("/nhap").await;
    assert!(lan.reads().contains("Xem lại trước khi gửi"));
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert!(lan.reads().contains("Đã nhận câu hỏi"));
}

#[tokio::test]
async fn new_words_beside_an_old_draft_are_asked_about_and_kept() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    town.passes(2 * 24 * 3600).await;
    lan.forgets();
    lan.says("Trạm y tế thiếu thuốc huyết áp").await;
    insta::assert_snapshot!("held", lan.reads());
    lan.presses("Việc khác").await;
    lan.chooses("Y tế").await;
    let read = lan.reads();
    assert!(
        read.contains("thiếu thuốc") && !read.contains("Đường vào thôn"),
        "{read}"
    );
}

#[tokio::test]
async fn a_second_command_asks_whether_to_go_on_with_the_draft() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.forgets();
    lan.says("/hoi").await;
    insta::assert_snapshot!("draft_exists", lan.reads());
    lan.presses("Viết tiếp").await;
    assert!(lan.reads().contains("Xem lại trước khi gửi"));
}

#[tokio::test]
async fn the_words_can_be_changed_before_sending() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.presses("Sửa").await;
    lan.forgets();
    lan.says("Đường vào xóm 4 ngập từ tháng 9").await;
    let read = lan.reads();
    assert!(
        read.contains("xóm 4 ngập từ tháng 9") && !read.contains("mỗi khi mưa"),
        "{read}"
    );
}

#[tokio::test]
async fn cancelling_leaves_nothing_behind() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.says("/huy").await;
    assert!(lan.reads().contains("Đã thôi"));
    assert_eq!(town.keeps("draft"), 0);
    lan.says("/huy").await;
    assert!(lan.reads().contains("Không có việc gì"));
}

#[tokio::test]
async fn a_double_tap_on_send_makes_one_question() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.presses_without_waiting("Gửi");
    let second = lan.presses_without_waiting("Gửi");
    town.settle().await;
    assert_eq!(town.questions(), 1);
    assert!(lan.flashed(&second).contains("đã được gửi"));
}

#[tokio::test]
async fn open_questions_are_limited_and_the_draft_is_kept() {
    let council = TOWN.replace("max_open_questions = 10", "max_open_questions = 1");
    assert_ne!(council, TOWN);
    let town = Town::with_council(&council).await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.says("Đèn đường ngõ 3 hỏng cả tháng").await;
    lan.chooses("Giao thông").await;
    lan.forgets();
    let flashed = lan.presses("Gửi").await;
    assert!(flashed.contains("tối đa"), "{flashed}");
    assert_eq!(town.questions(), 1);
    assert_eq!(town.keeps("draft"), 1);
}

#[tokio::test]
async fn my_questions_are_listed_and_each_has_a_timeline() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/cuatoi").await;
    assert!(lan.reads().contains("chưa gửi câu hỏi nào"));
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.forgets();
    lan.says("/cuatoi").await;
    insta::assert_snapshot!("mine", lan.reads());
    let typed = code.to_lowercase().replace('-', " ");
    lan.says(&format!("/cuatoi {typed}")).await;
    insta::assert_snapshot!("timeline", lan.reads());
    lan.presses(&code).await;
    assert!(lan.reads().contains("Diễn biến"));
}

#[tokio::test]
async fn a_wrong_code_is_told_from_an_unknown_one_and_foreign_ones_stay_hidden() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.forgets();
    lan.says(&format!("/cuatoi {}", code.replace("0001", "0010")))
        .await;
    assert!(lan.reads().contains("bị sai"));
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says(&format!("/cuatoi {code}")).await;
    assert!(hung.reads().contains("Không có câu hỏi nào mang mã này"));
}

#[tokio::test]
async fn an_exception_of_the_council_file_goes_before_the_delegation() {
    let town = Town::start().await;
    let police = town.group_of("cong-an").await;
    let officer = police.member("Anh công an");
    officer.forgets();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Thanh niên đua xe nẹt pô hằng đêm ở ngã tư", "An ninh")
        .await;
    assert!(officer.reads().contains("đua xe"));
}

#[tokio::test]
async fn where_clerks_triage_the_office_confirms_first() {
    let council = TOWN.replace("triage = \"automatic\"", "triage = \"clerk\"");
    assert_ne!(council, TOWN);
    let town = Town::with_council(&council).await;
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    clerk.forgets();
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    mai.forgets();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    assert_eq!(mai.reads(), "");
    insta::assert_snapshot!("card_in_the_office", clerk.reads());
    lan.forgets();
    clerk.presses("Chuyển").await;
    assert!(mai.reads().contains("Đường vào thôn"));
    insta::assert_snapshot!("moved_on", lan.reads());
}
