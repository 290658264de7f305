//! The day of a meeting and after it: speakers, what came of it, what the office hears.

use cutri::domain::{
    ids::{MeetingCode, SessionCode},
    question::Source,
};
use insta::assert_snapshot;

use crate::{
    meetings::{register, without_codes},
    people::Person,
    world::{ADMIN, Town},
};

/// From Monday morning to eight o'clock, when meeting DV01 begins.
const BEGINNING: i64 = 8 * 86_400;

async fn clerk(town: &Town) -> Person {
    let clerk = town.admin_in(ADMIN);
    clerk.says("/start").await;
    clerk.forgets();
    clerk
}

pub async fn speaker(town: &Town, name: &str, topic: &str) -> Person {
    let person = town.resident(name, "Đồng Văn").await;
    register(&person, "DV01").await;
    person.presses("Muốn phát biểu").await;
    person.says(topic).await;
    person
}

#[tokio::test]
async fn speakers_are_called_in_order_of_arrival_and_the_floor_comes_after_them() {
    let town = Town::start().await;
    speaker(&town, "Lan", "Nước sạch").await;
    speaker(&town, "Bình", "Đường ngập").await;
    speaker(&town, "Vắng", "Không tới").await;
    town.passes(BEGINNING).await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("Bình").await;
    town.passes(60).await;
    clerk.presses("⬜ Lan").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Thêm người").await;
    clerk.forgets();
    clerk.says("Ông Tư, xóm 3").await;
    assert_snapshot!("speakers", clerk.reads());
    clerk.presses("Đã phát biểu").await;
    clerk.presses("Chuyển người sau").await;
    assert_snapshot!("speakers_later", clerk.reads());
    assert_eq!(town.speakers_that_are("spoken"), 1);
}

#[tokio::test]
async fn a_turn_is_taken_once_although_two_press() {
    let town = Town::start().await;
    speaker(&town, "Lan", "Nước sạch").await;
    town.passes(BEGINNING).await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Lan").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses_without_waiting("Đã phát biểu");
    clerk.presses_without_waiting("Chuyển người sau");
    town.settle().await;
    assert_eq!(town.events("speaker_called"), 1);
    assert_eq!(town.speakers_that_are("spoken"), 1);
}

#[tokio::test]
async fn what_came_of_a_meeting_is_kept_and_those_who_were_there_are_thanked_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    register(&lan, "DV01").await;
    register(&hoa, "DV01").await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    let flashed = clerk.forges("nz:DV01").await;
    assert!(flashed.contains("Hội nghị chưa bắt đầu"), "{flashed}");
    town.passes(BEGINNING + 60).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Lan").await;
    clerk.says("/diemdanh DV01 +9").await;
    lan.forgets();
    hoa.forgets();
    clerk.says("/taolich DV01").await;
    clerk.presses("Ghi kết quả").await;
    clerk.says("3 2 2").await;
    clerk.says("12 8 4").await;
    for _ in 0..12 {
        town.passes(1).await;
    }
    assert_snapshot!("thanks", without_codes(&lan.reads()));
    assert_eq!(hoa.reads(), "", "she was not there");
    clerk.presses("Ghi kết quả").await;
    clerk.says("13 8 5").await;
    town.passes(2).await;
    assert_eq!(lan.reads(), "", "a correction thanks nobody again");
    assert_eq!(town.opinions_brought(), 13);
}

#[tokio::test]
async fn the_office_hears_once_at_each_mark_and_when_too_few_have_registered() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Thư");
    let an = town.resident("An", "Mộc Bắc").await;
    let binh = town.resident("Bình", "Mộc Bắc").await;
    thu.forgets();
    register(&an, "MB01").await;
    register(&binh, "MB01").await;
    binh.presses("Hủy đăng ký").await;
    binh.says("/start m_MB01").await;
    binh.forges("mr:MB01").await;
    assert_snapshot!("marks", thu.reads());
    town.passes(7 * 86_400 + 60).await;
    assert!(
        thu.reads()
            .contains("DV01 (08:00 thứ Ba 01/12/2026) mới có 0 người đăng ký")
    );
}

#[tokio::test]
async fn a_clerks_words_about_a_meeting_are_no_call_for_help() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    clerk.presses("Hủy hội nghị").await;
    clerk.says("Nhà văn hóa đang cháy").await;
    assert_eq!(town.meetings_that_are("cancelled"), 1);
    assert!(!clerk.reads().contains("115"));
}

#[tokio::test]
async fn the_body_that_holds_a_meeting_reads_what_awaits_it_once_and_without_names() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let delegate = group.member("Đại biểu");
    speaker(&town, "Lan", "Nước sạch cho tổ 2").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    hoa.asks("Đường Nguyễn Hữu Tiến ngập mỗi khi mưa", "Giao thông")
        .await;
    delegate.forgets();
    town.passes(7 * 86_400 + 60).await;
    let read = delegate.reads();
    assert_snapshot!("digest", read);
    assert!(!read.contains("Lan"));
    town.passes(86_400 - 3_600).await;
    assert!(!delegate.reads().contains("Trước hội nghị DV01"));
}

#[tokio::test]
async fn what_a_speaker_said_is_recorded_and_the_speaker_reads_the_code() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let delegate = group.member("Đại biểu");
    let lan = speaker(&town, "Nguyễn Thị Lan", "Nước sạch").await;
    town.passes(BEGINNING + 60).await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Nguyễn").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Đã phát biểu").await;
    lan.forgets();
    delegate.forgets();
    clerk.forgets();
    clerk.presses("Ghi ý kiến").await;
    clerk
        .says("Nước máy yếu cả tháng nay, đề nghị kiểm tra đường ống")
        .await;
    clerk.chooses("Điện, nước").await;
    clerk.presses("Gửi").await;
    assert_snapshot!("opinion_entered", clerk.reads());
    assert_snapshot!("opinion_told", lan.reads());
    let card = delegate.reads();
    assert!(
        card.contains("Nguồn: phát biểu tại hội nghị (DV01)"),
        "{card}"
    );
    assert!(card.contains("N.T.L.") && !card.contains("Lan"), "{card}");
    clerk.says("/diemdanh DV01").await;
    clerk.presses("🎤 Phát biểu").await;
    assert!(clerk.reads().contains("→ DT-0001"));
    clerk.says("/taolich DV01").await;
    clerk.presses("Ghi kết quả").await;
    clerk.says("3 2 1").await;
    let page = clerk.reads();
    assert!(page.contains("Đã ghi thành kiến nghị: 1"), "{page}");
    for _ in 0..12 {
        town.passes(1).await;
    }
    let thanks = lan.reads();
    assert!(
        thanks.contains("Ý kiến của ông/bà đã ghi nhận, mã DT-0001"),
        "{thanks}"
    );
}

#[tokio::test]
async fn a_speaker_from_the_floor_gets_a_receipt_to_print() {
    let town = Town::start().await;
    let _group = town.group_of("to-1").await;
    town.passes(BEGINNING + 60).await;
    let clerk = clerk(&town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Thêm người").await;
    clerk.says("Ông Tư, xóm 3").await;
    clerk.forges("p/op:1").await;
    assert_eq!(town.keeps("entry"), 0, "nobody has spoken yet");
    clerk.presses("Đã phát biểu").await;
    clerk.presses("Ghi ý kiến: Ông Tư").await;
    clerk.says("Đề nghị làm lại mương tiêu nước xóm 3").await;
    clerk.chooses("Nông nghiệp").await;
    clerk.presses("Gửi").await;
    let receipt = clerk.newest(|seen| seen.text.contains("Phiếu tiếp nhận"));
    assert!(receipt.text.contains("Mã phiếu"));
    assert!(town.entered_for().starts_with("Ông Tư, xóm 3 | "));
    let question = town.only_question();
    assert_eq!((question.source, question.author), (Source::Meeting, None));
    assert_eq!(question.meeting, Some(MeetingCode::new("DV01")));
}

#[tokio::test]
async fn a_question_asked_for_a_meeting_is_in_its_digest() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let delegate = group.member("Đại biểu");
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    hoa.says("/start m_DV01").await;
    hoa.presses("Gửi câu hỏi cho hội nghị này").await;
    assert_snapshot!("asks_for_meeting", hoa.reads());
    hoa.says("Đường Nguyễn Hữu Tiến ngập mỗi khi mưa, đề nghị sửa")
        .await;
    hoa.chooses("Giao thông").await;
    assert_snapshot!("preview_for_meeting", hoa.reads());
    hoa.presses("Gửi").await;
    assert_snapshot!("receipt_for_meeting", hoa.reads());
    assert!(delegate.reads().contains("Gửi cho hội nghị: DV01"));
    town.passes(7 * 86_400 + 60).await;
    let digest = delegate.reads();
    assert!(
        digest.contains("Câu hỏi gửi cho hội nghị này: 1\n• Giao thông: 1"),
        "{digest}"
    );
}

#[tokio::test]
async fn after_the_cut_off_a_question_goes_to_the_next_session_and_the_bot_says_so() {
    let town = Town::start().await;
    let _group = town.group_of("to-1").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    town.is_held(
        "DV01",
        "2026-12-07T01:00:00Z",
        "2026-12-07T04:00:00Z",
        "2026-12-06T04:00:00Z",
    );
    town.passes(12 * 86_400 + 10 * 3_600).await;
    hoa.says("/start m_DV01").await;
    hoa.forgets();
    hoa.presses("Gửi câu hỏi cho hội nghị này").await;
    assert!(
        hoa.reads()
            .contains("Đã hết hạn gửi câu hỏi tới Kỳ họp thứ 4")
    );
    hoa.says("Đường Nguyễn Hữu Tiến ngập mỗi khi mưa, đề nghị sửa")
        .await;
    hoa.chooses("Giao thông").await;
    let preview = hoa.reads();
    assert!(
        preview.contains("Đã hết hạn gửi câu hỏi tới Kỳ họp thứ 4: câu này"),
        "{preview}"
    );
    hoa.presses("Gửi").await;
    let receipt = hoa.reads();
    assert!(
        receipt.contains(
            "Đã quá hạn gửi câu hỏi tới Kỳ họp thứ 4; câu này được đưa vào Kỳ họp thứ 5."
        ),
        "{receipt}"
    );
    let question = town.only_question();
    assert_eq!(question.session, Some(SessionCode::new("kh-5")));
    assert_eq!(question.meeting, Some(MeetingCode::new("DV01")));
}

#[tokio::test]
async fn a_draft_that_lies_there_can_be_sent_to_the_meeting() {
    let town = Town::start().await;
    let _group = town.group_of("to-1").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    hoa.says("Đường Nguyễn Hữu Tiến ngập mỗi khi mưa, đề nghị sửa")
        .await;
    hoa.says("/start m_DV01").await;
    hoa.presses("Gửi câu hỏi cho hội nghị này").await;
    hoa.presses("Viết tiếp").await;
    hoa.chooses("Giao thông").await;
    hoa.presses("Gửi").await;
    let question = town.only_question();
    assert_eq!(question.source, Source::Telegram);
    assert_eq!(question.meeting, Some(MeetingCode::new("DV01")));
}

#[tokio::test]
async fn who_must_be_in_the_room_is_known_by_what_was_asked() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/start m_DV01").await;
    lan.presses("Gửi câu hỏi cho hội nghị").await;
    lan.says("Nước máy yếu cả tháng nay, đề nghị kiểm tra đường ống")
        .await;
    lan.chooses("Điện, nước").await;
    lan.presses("Gửi").await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich DV01").await;
    clerk.forgets();
    clerk.presses("Ai cần có mặt").await;
    assert_snapshot!("must_be_there", clerk.reads());
    clerk.presses("Giấy mời").await;
    let seen = clerk.newest(|seen| seen.json["document"].is_object());
    assert!(
        seen.json["document"]["file_name"]
            .as_str()
            .unwrap()
            .starts_with("invitation-DV01")
    );
}
