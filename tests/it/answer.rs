//! Answering: a reply to a card, its author's decision, the resident's answer, the card's last word.

use crate::{
    people::{Group, Person},
    scene::{self, card},
    taps::took,
    world::Town,
};

async fn asked() -> (Town, Group, Person, Person, String) {
    scene::asked().await.parts()
}

#[tokio::test]
async fn an_answer_reaches_the_resident_who_asked() {
    let (_town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Khởi công trong tháng 12, xong trước Tết.")
        .await;
    insta::assert_snapshot!("reply_preview", mai.reads());
    assert_eq!(
        lan.reads(),
        "",
        "nothing leaves before the delegate decides"
    );
    mai.presses("Gửi cử tri").await;
    insta::assert_snapshot!("answer", lan.reads());
    insta::assert_snapshot!("card_after_answer", mai.reads());
    lan.says(&format!("/cuatoi {code}")).await;
    insta::assert_snapshot!("timeline_after_answer", lan.reads());
}

#[tokio::test]
async fn class_and_day_are_read_from_the_words_and_one_tap_sends_them() {
    let (town, _group, mai, lan, code) = asked().await;
    mai.replies_to(
        &code,
        "Phường sẽ nạo vét cống trước mùa mưa, xong trước 30/4/2027.",
    )
    .await;
    insta::assert_snapshot!("planned_preview", mai.reads());
    mai.presses("Gửi cử tri").await;
    took("Delegate: answer with a date", &[&mai]);
    let read = lan.reads();
    assert!(
        read.contains("Kết quả: Sẽ giải quyết, có lộ trình"),
        "{read}"
    );
    assert!(read.contains("Thời hạn: 30/04/2027"), "{read}");
    assert_eq!(town.answers_of_class("planned"), 1);
    assert!(
        card(&mai, &code)
            .text
            .contains("Đã hứa với cử tri: 30/04/2027")
    );
}

#[tokio::test]
async fn another_class_is_one_tap_away_and_keeps_the_day() {
    let (town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("↔ Đang làm").await;
    mai.presses("Gửi cử tri").await;
    let read = lan.reads();
    assert!(read.contains("Kết quả: Đang giải quyết"), "{read}");
    assert!(read.contains("31/12/2026"), "{read}");
    assert_eq!(town.answers_of_class("in_progress"), 1);
}

#[tokio::test]
async fn the_result_class_is_chosen_with_the_answer() {
    let (town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Kết quả: Sẽ giải quyết").await;
    insta::assert_snapshot!("classes", mai.reads());
    mai.presses("Giải trình, cung cấp").await;
    mai.presses("Gửi cử tri").await;
    let read = lan.reads();
    assert!(read.contains("Kết quả: Giải trình"), "{read}");
    assert_eq!(town.answers_of_class("explained"), 1);
}

#[tokio::test]
async fn what_is_proposed_follows_the_words_until_somebody_chooses() {
    let (_town, _group, mai, lan, code) = asked().await;
    let reply = mai.replies_to(&code, "Tổ đang hỏi UBND phường.").await;
    mai.edits(reply, "UBND phường đã nạo vét cống ngày 20/11/2026.")
        .await;
    assert!(mai.reads().contains("Đã giải quyết xong"));
    mai.presses("↔ Đang làm").await;
    mai.edits(reply, "UBND phường đã nạo vét cống hôm thứ Sáu.")
        .await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Kết quả: Đang giải quyết"));
}

#[tokio::test]
async fn a_day_typed_in_reply_to_the_preview_is_no_second_answer() {
    let (town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "UBND phường sẽ làm lại đoạn đường này.")
        .await;
    mai.presses("↔ Có lộ trình").await;
    mai.replies_to("gửi cho cử tri, hay chỉ ghi nội bộ", "30/12/2026")
        .await;
    assert!(mai.reads().contains("30/12/2026"));
    assert_eq!(town.keeps("answer"), 1);
    mai.presses("Gửi cử tri").await;
    let read = lan.reads();
    assert!(read.contains("làm lại đoạn đường này"), "{read}");
    assert!(read.contains("Thời hạn: 30/12/2026"), "{read}");
}

#[tokio::test]
async fn what_a_class_needs_is_asked_for_and_nothing_is_lost() {
    let (_town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "UBND phường sẽ làm lại đoạn đường này.")
        .await;
    mai.presses("Kết quả").await;
    mai.presses("Sẽ giải quyết").await;
    mai.forgets();
    mai.presses("Gửi cử tri").await;
    insta::assert_snapshot!("asked_for_a_day", mai.reads());
    assert_eq!(lan.reads(), "");
    mai.replies_to("bao giờ xong", "sớm thôi").await;
    insta::assert_snapshot!("asked_for_a_day_again", mai.reads());
    mai.replies_to("bao giờ xong", "30/9/2027").await;
    let read = lan.reads();
    assert!(read.contains("làm lại đoạn đường này"), "{read}");
    assert!(read.contains("Thời hạn: 30/09/2027"), "{read}");
    assert!(
        card(&mai, &code)
            .text
            .contains("Đã hứa với cử tri: 30/09/2027")
    );
}

#[tokio::test]
async fn a_document_and_an_obstacle_are_read_too() {
    let (_town, group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Việc này do Sở Xây dựng quyết định.")
        .await;
    mai.presses("Kết quả").await;
    mai.presses("Chuyển cấp trên").await;
    mai.presses("Gửi cử tri").await;
    mai.replies_to("văn bản số mấy", "12/UBND-KT").await;
    assert!(mai.reads().contains("cả số và ngày"));
    mai.replies_to("văn bản số mấy", "12/UBND-KT ngày 20/11/2026")
        .await;
    assert!(lan.reads().contains("Văn bản: 12/UBND-KT, ngày 20/11/2026"));

    let hoa = lan_of(&group, &mai).await;
    mai.replies_to(&hoa.1, "Phường đã khảo sát 2 lần, chưa làm được ngay.")
        .await;
    mai.presses("Nhập vướng mắc").await;
    mai.replies_to("vướng ở đâu", "Chưa giải phóng xong mặt bằng")
        .await;
    assert!(
        mai.reads()
            .contains("Vướng mắc: Chưa giải phóng xong mặt bằng")
    );
    assert_eq!(hoa.0.reads(), "", "the fact was only typed, not sent");
    mai.presses("Gửi cử tri").await;
    assert!(
        hoa.0
            .reads()
            .contains("Vướng mắc: Chưa giải phóng xong mặt bằng")
    );
}

/// Another resident's question in the same group.
async fn lan_of(_group: &Group, mai: &Person) -> (Person, String) {
    let town = mai.town();
    let hoa = town.resident("Trần Thị Hoa", "Phường Đồng Văn").await;
    let code = hoa
        .asks("Vỉa hè trước chợ vỡ hết, khi nào lát lại?", "Giao thông")
        .await;
    hoa.forgets();
    mai.forgets();
    (hoa, code)
}

#[tokio::test]
async fn every_point_has_its_answer_or_is_left_out_on_purpose() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.says("/hoi").await;
    lan.says(
        "1. Đường vào thôn ngập mỗi khi mưa\n2. Đèn ngõ 3 hỏng cả tháng\n3. Chợ họp lấn ra đường",
    )
    .await;
    lan.presses("Để chung một câu").await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    lan.forgets();
    mai.forgets();
    mai.replies_to(
        "Hạn trả lời",
        "1. UBND phường đã nạo vét cống ngày 20/11.\nCòn đèn thì thay rồi.",
    )
    .await;
    insta::assert_snapshot!("points_preview", mai.reads());
    let flashed = mai.presses("Gửi cử tri").await;
    assert!(flashed.contains("Ý 2, 3 chưa có trả lời"), "{flashed}");
    assert_eq!(lan.reads(), "");
    mai.presses("Ý 2 đã trả lời").await;
    mai.presses("Bỏ qua ý 3").await;
    insta::assert_snapshot!("points_decided", mai.reads());
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("nạo vét cống"));
    assert_eq!(town.events("points_left_out"), 1);
}

#[tokio::test]
async fn hollow_words_are_warned_of_and_can_be_sent_all_the_same() {
    let (_town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Xin ghi nhận ý kiến của cử tri.")
        .await;
    insta::assert_snapshot!("hollow_preview", mai.reads());
    mai.presses("vẫn gửi").await;
    assert!(lan.reads().contains("ghi nhận ý kiến"));
}

#[tokio::test]
async fn a_template_is_filled_in_and_a_good_answer_becomes_one() {
    let (_town, group, mai, lan, code) = asked().await;
    mai.presses("Thêm việc").await;
    mai.presses("Mẫu trả lời").await;
    insta::assert_snapshot!("templates", mai.reads());
    mai.presses("Đã giải quyết xong").await;
    insta::assert_snapshot!("template", mai.reads());
    mai.replies_to(
        "bấm vào mẫu",
        "UBND phường đã thay 3 ống cống ngày 20/11/2026.",
    )
    .await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("thay 3 ống cống"));
    let flashed = mai.presses("Lưu làm mẫu").await;
    assert!(flashed.contains("Đã lưu làm mẫu"), "{flashed}");
    let flashed = mai.presses("Lưu làm mẫu").await;
    assert!(flashed.contains("đã có"), "{flashed}");

    let hoa = lan_of(&group, &mai).await;
    mai.says(&format!("/mau {}", hoa.1)).await;
    mai.presses("UBND phường đã thay").await;
    assert!(mai.reads().contains("đã thay [số] ống cống ngày [ngày]"));
    mai.replies_to(
        "bấm vào mẫu",
        "UBND phường đã thay [số] ống cống ngày [ngày].",
    )
    .await;
    assert!(mai.reads().contains("Còn chỗ trong [ ] chưa điền"));
    mai.says(&format!("/mau {}", hoa.1)).await;
    mai.presses("Bỏ mẫu").await;
    mai.forgets();
    mai.says(&format!("/mau {}", hoa.1)).await;
    assert!(!mai.reads().contains("Bỏ mẫu"));
    mai.says("/mau").await;
    assert!(mai.reads().contains("/mau MÃ"));
    mai.says(&format!("/mau {code}")).await;
    let read = mai.reads();
    assert!(
        read.contains("đã được") && !read.contains("chọn mẫu"),
        "an answered one offers nothing to answer with: {read}"
    );
}

#[tokio::test]
async fn an_internal_note_never_reaches_the_resident() {
    let (_town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Cái này để hỏi anh Bình phòng kinh tế đã.")
        .await;
    mai.presses("Ghi nội bộ").await;
    assert!(card(&mai, &code).text.contains("Ghi chú nội bộ: 1"));
    assert_eq!(lan.reads(), "");
    lan.says(&format!("/cuatoi {code}")).await;
    assert!(!lan.reads().contains("nội bộ"));
}

#[tokio::test]
async fn a_dropped_reply_leaves_no_trace_for_the_resident() {
    let (_town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "nhầm").await;
    mai.presses("Hủy").await;
    assert!(mai.reads().contains("đã bỏ"));
    assert_eq!(lan.reads(), "");
}

#[tokio::test]
async fn of_two_delegates_at_the_same_moment_one_answers_and_the_other_is_told() {
    let (town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    mai.replies_without_waiting(&code, "Khởi công trong tháng 12.");
    nam.replies_without_waiting(&code, "Đã đưa vào kế hoạch năm sau.");
    town.settle().await;
    let previews = |author: &str| {
        mai.newest(|seen| seen.text.contains(&format!("{author}: gửi cho cử tri")))
            .message_id
    };
    mai.presses_under(previews("Chị Mai"), "Gửi cử tri");
    let second = nam.presses_under(previews("Anh Nam"), "Gửi cử tri");
    town.settle().await;
    assert!(
        nam.flashed(&second).contains("đã được Chị Mai trả lời"),
        "{}",
        nam.flashed(&second)
    );
    assert_eq!(town.answers_that_are("delivered"), 1);
    let read = lan.reads();
    assert!(
        read.contains("tháng 12") && !read.contains("năm sau"),
        "{read}"
    );
}

#[tokio::test]
async fn only_its_author_decides_what_a_reply_is() {
    let (_town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    let flashed = nam.presses("Gửi cử tri").await;
    assert!(flashed.contains("Chỉ người viết"), "{flashed}");
    assert_eq!(lan.reads(), "");
}

#[tokio::test]
async fn a_reply_to_an_answered_card_can_only_be_a_note() {
    let (_town, group, mai, _lan, code) = asked().await;
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    let nam = group.member("Anh Nam");
    nam.forgets();
    nam.replies_to("đã trả lời (", "Tôi thấy sang năm mới có tiền.")
        .await;
    insta::assert_snapshot!("note_only", nam.reads());
    nam.presses("Ghi nội bộ").await;
    assert!(card(&mai, &code).text.contains("Ghi chú nội bộ: 1"));
}

#[tokio::test]
async fn a_blocked_bot_is_shown_and_the_answer_arrives_when_the_resident_returns() {
    let (town, _group, mai, lan, code) = asked().await;
    lan.blocks().await;
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    insta::assert_snapshot!("undelivered", mai.reads());
    assert!(town.messages_kept_for_blockers() > 0);
    lan.unblocks().await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
    insta::assert_snapshot!("delivered_late", mai.reads());
}

#[tokio::test]
async fn claiming_and_releasing_is_visible() {
    let (_town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    mai.presses("Nhận").await;
    assert!(card(&mai, &code).text.contains("Chị Mai đã nhận"));
    assert!(lan.reads().contains("đã nhận, đang xem xét"));
    let flashed = nam.presses("Thôi nhận").await;
    assert!(flashed.contains("không phải người đã nhận"), "{flashed}");
    mai.presses("Thôi nhận").await;
    nam.presses("Nhận").await;
    assert!(card(&mai, &code).text.contains("Anh Nam đã nhận"));
}

#[tokio::test]
async fn a_card_the_bot_has_forgotten_is_known_by_its_code() {
    let (town, _group, mai, lan, code) = asked().await;
    town.forgets_messages();
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Khởi công"));
}

#[tokio::test]
async fn words_changed_before_the_decision_are_the_ones_that_are_sent() {
    let (_town, _group, mai, lan, code) = asked().await;
    let reply = mai.replies_to(&code, "Khởi công tháng 11.").await;
    mai.edits(reply, "Khởi công tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    let read = lan.reads();
    assert!(
        read.contains("tháng 12") && !read.contains("tháng 11"),
        "{read}"
    );
}

#[tokio::test]
async fn chatter_in_the_group_is_none_of_the_bots_business() {
    let (town, group, mai, lan, _code) = asked().await;
    let nam = group.member("Anh Nam");
    let said = nam.says("Trưa nay ăn gì?").await;
    mai.replies_without_waiting_to(said, "Bún chả.");
    town.settle().await;
    assert_eq!(mai.reads(), "");
    assert_eq!(lan.reads(), "");
    assert_eq!(town.keeps("answer"), 0);
}

#[tokio::test]
async fn open_questions_are_listed_and_a_card_can_be_shown_again() {
    let (_town, _group, mai, _lan, code) = asked().await;
    mai.says("/dangmo").await;
    insta::assert_snapshot!("open", mai.reads());
    let older = card(&mai, &code).message_id;
    mai.says(&format!("/cauhoi {code}")).await;
    insta::assert_snapshot!("card_again", mai.reads());
    let older = mai.newest(|seen| seen.message_id == older);
    assert!(older.buttons.is_empty(), "of two cards one is live");
    mai.presses("Nhận").await;
    assert!(
        card(&mai, &code).text.contains("đã nhận"),
        "the newest card is the live one"
    );
}
