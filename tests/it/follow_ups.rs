//! After sending, and before: edited messages, additions, withdrawal.

use crate::world::Town;

const FLOOD: &str = "Đường vào thôn ngập mỗi khi mưa, đề nghị sửa";
const WRONGDOER: &str =
    "Tôi tố cáo ông chủ tịch xã nhận tiền của doanh nghiệp để cấp đất trái phép";

#[tokio::test]
async fn an_edited_message_changes_the_draft() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let first = lan.says("Đường vào thôn ngập").await;
    let second = lan.says("ở đoạn gần cầu ấy ạ").await;
    lan.chooses("Giao thông").await;
    lan.forgets();
    lan.edits(second, "ở đoạn gần chợ ấy ạ").await;
    let read = lan.reads();
    assert!(
        read.contains("Đường vào thôn ngập\nở đoạn gần chợ ấy ạ"),
        "{read}"
    );
    lan.edits(first, "Đường vào xóm ngập").await;
    let read = lan.reads();
    assert!(
        read.contains("Đường vào xóm ngập\nở đoạn gần chợ ấy ạ"),
        "{read}"
    );
    lan.edits(first, "Đường vào xóm ngập").await;
    assert_eq!(lan.reads(), "", "nothing has changed");
}

#[tokio::test]
async fn an_edited_message_revises_the_question_and_the_group_sees_what_changed() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let message = lan
        .says("Đường vào thôn Đông ngập từ tháng 9 mỗi khi mưa to, xin sửa giúp bà con")
        .await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    lan.forgets();
    mai.forgets();
    lan.edits(
        message,
        "Đường vào thôn Đông ngập từ tháng 8 mỗi khi mưa to, xin sửa giúp bà con",
    )
    .await;
    insta::assert_snapshot!("revised", lan.reads());
    insta::assert_snapshot!("revised_in_the_group", mai.reads());
    assert_eq!(town.keeps("revision"), 1);
    lan.edits(
        message,
        "Đường vào thôn Đoài ngập từ tháng 8 mỗi khi mưa to, xin sửa giúp bà con",
    )
    .await;
    assert!(mai.reads().contains("thôn Đoài"));
}

#[tokio::test]
async fn an_answered_question_is_not_revised_but_can_be_added_to() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let message = lan.says(FLOOD).await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    mai.replies_to("DT-0001B", "Sẽ sửa trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    lan.forgets();
    mai.forgets();
    lan.edits(message, "Đường vào thôn hỏng hẳn rồi").await;
    insta::assert_snapshot!("too_late_to_revise", lan.reads());
    assert_eq!(town.keeps("revision"), 0);
    lan.presses("Bổ sung").await;
    lan.says("Đường hỏng thêm sau trận mưa hôm qua").await;
    assert!(mai.reads().contains("hỏng thêm sau trận mưa"));
}

#[tokio::test]
async fn an_edit_cannot_carry_a_denunciation_into_the_group() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let message = lan.says(FLOOD).await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    mai.forgets();
    lan.forgets();
    lan.edits(message, WRONGDOER).await;
    assert!(lan.reads().contains("Luật Tố cáo"));
    lan.replies_to("Đã nhận câu hỏi", WRONGDOER).await;
    assert!(lan.reads().contains("Luật Tố cáo"));
    assert_eq!(mai.reads(), "");
}

#[tokio::test]
async fn something_can_be_added_by_button_or_by_replying() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan.asks(FLOOD, "Giao thông").await;
    lan.forgets();
    mai.forgets();
    lan.presses("Bổ sung").await;
    insta::assert_snapshot!("add_prompt", lan.reads());
    lan.says("Đoạn ngập dài khoảng 200 m, gọi tôi 0912345678")
        .await;
    insta::assert_snapshot!("added", lan.reads());
    insta::assert_snapshot!("added_in_the_group", mai.reads());
    lan.replies_to("Đã nhận câu hỏi", "Sáng nay lại ngập").await;
    assert!(mai.reads().contains("Sáng nay lại ngập"));
    lan.says("/cuatoi DT-0001B").await;
    insta::assert_snapshot!("timeline_with_additions", lan.reads());
    mai.says(&format!("/cauhoi {code}")).await;
    let again = mai.reads();
    assert!(
        again.contains("200 m") && again.contains("Sáng nay lại ngập"),
        "{again}"
    );
}

#[tokio::test]
async fn nobody_adds_to_or_withdraws_a_question_of_somebody_else() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    for data in ["am:1", "wd:1", "wn:1"] {
        hung.forges(data).await;
    }
    hung.says("Không liên quan gì tới tôi cả").await;
    assert_eq!(town.keeps("addition"), 0);
    assert_eq!(town.questions_that_are("forwarded"), 1);
}

#[tokio::test]
async fn a_question_is_withdrawn_with_a_reason_and_everybody_is_told() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan.asks(FLOOD, "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says(FLOOD).await;
    hung.chooses("Giao thông").await;
    hung.presses("Cùng kiến nghị").await;
    hung.forgets();
    lan.forgets();
    mai.forgets();
    lan.presses("Rút lại").await;
    insta::assert_snapshot!("withdraw_prompt", lan.reads());
    lan.says("Thôn đã tự sửa xong rồi").await;
    insta::assert_snapshot!("withdrawn", lan.reads());
    insta::assert_snapshot!("withdrawn_in_the_group", mai.reads());
    insta::assert_snapshot!("withdrawn_for_a_supporter", hung.reads());
    lan.says("/cuatoi").await;
    assert!(lan.reads().contains("đã rút lại"));
    mai.replies_to(&code, "Sẽ sửa").await;
    assert!(mai.reads().contains("đã rút lại câu này"));
    mai.says("/dangmo").await;
    assert!(mai.reads().contains("Không còn câu hỏi nào"));
}

#[tokio::test]
async fn a_withdrawal_needs_no_reason_and_happens_once() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    lan.presses("Rút lại").await;
    mai.forgets();
    lan.presses_without_waiting("không nêu lý do");
    let second = lan.presses_without_waiting("không nêu lý do");
    town.settle().await;
    assert!(lan.flashed(&second).contains("rút lại"));
    assert_eq!(town.events("question_withdrawn"), 1);
    assert!(mai.reads().contains("Không cần trả lời nữa"));
}

#[tokio::test]
async fn the_receipt_of_a_question_that_was_withdrawn_promises_nothing() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.presses("Rút lại").await;
    lan.presses("Rút lại").await;
    let receipt = lan.newest(|seen| seen.text.contains("Xin giữ mã"));
    assert!(receipt.text.contains("rút lại"), "{}", receipt.text);
    for word in ["Nơi xử lý", "Hạn trả lời", "Tổ đại biểu"] {
        assert!(!receipt.text.contains(word), "{}", receipt.text);
    }
    lan.forgets();
    lan.says(&format!("/cuatoi {code}")).await;
    assert!(!lan.reads().contains("Hạn"), "{}", lan.reads());
}
