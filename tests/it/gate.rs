//! What is not a petition is shown its door, counted without its words, and can go on all the same.

use crate::world::Town;

const FIRE: &str = "cháy nhà ở ngõ 5 có người mắc kẹt trên tầng 2 cứu với";
const WRONGDOER: &str =
    "Tôi tố cáo ông chủ tịch xã nhận tiền của doanh nghiệp để cấp đất trái phép";
const DECISION: &str = "Tôi khiếu nại quyết định thu hồi đất số 15 của UBND xã đối với gia đình tôi, đề nghị hủy quyết định";
const THEFT: &str = "Đêm qua nhà tôi bị kẻ trộm vào lấy mất xe máy và 20 triệu đồng";

#[tokio::test]
async fn an_emergency_gets_the_numbers_before_anything_else() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says(FIRE).await;
    insta::assert_snapshot!("emergency", lan.reads());
    assert_eq!(town.events_saying("redirected", "emergency"), 1);
}

#[tokio::test]
async fn an_emergency_is_heard_in_the_middle_of_something_else() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/tracuu").await;
    lan.forgets();
    lan.says(FIRE).await;
    assert!(lan.reads().contains("114"));
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.says("/hoi").await;
    lan.forgets();
    lan.says(FIRE).await;
    assert!(lan.reads().contains("114"));
}

#[tokio::test]
async fn complaints_denunciations_and_crimes_are_shown_where_and_how() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    mai.forgets();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(DECISION).await;
    insta::assert_snapshot!("complaint", lan.reads());
    lan.says(WRONGDOER).await;
    insta::assert_snapshot!("denunciation", lan.reads());
    lan.says(THEFT).await;
    insta::assert_snapshot!("crime", lan.reads());
    assert_eq!(mai.reads(), "", "nothing of it in a group");
    assert_eq!(town.events("redirected"), 3);
    assert_eq!(
        town.events_by_somebody("redirected") + town.events_saying("redirected", "xã"),
        0,
        "neither words nor person are in the event"
    );
}

#[tokio::test]
async fn what_its_author_calls_a_general_petition_goes_on_once() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(THEFT).await;
    lan.forgets();
    let first = lan.presses_without_waiting("kiến nghị chung");
    let second = lan.presses_without_waiting("kiến nghị chung");
    town.settle().await;
    assert!(lan.flashed(&second).contains("viết lại"), "{first}");
    lan.chooses("An ninh").await;
    lan.presses("Gửi").await;
    assert!(lan.reads().contains("Đã nhận câu hỏi"));
    assert_eq!(town.questions(), 1);
}

#[tokio::test]
async fn whoever_has_not_agreed_yet_is_guided_too_and_can_go_on() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says(DECISION).await;
    assert!(lan.reads().contains("Luật Khiếu nại"));
    lan.presses("kiến nghị chung").await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    let read = lan.reads();
    assert!(read.contains("Xem lại trước khi gửi"), "{read}");
}

#[tokio::test]
async fn a_refusal_forgets_what_was_held() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says(DECISION).await;
    lan.presses("kiến nghị chung").await;
    lan.says(WRONGDOER).await;
    assert_eq!(town.keeps("held_text"), 1);
    lan.presses("Không, tôi chỉ xem").await;
    assert_eq!(town.keeps("held_text"), 0);
}

#[tokio::test]
async fn a_denunciation_cannot_slip_in_beside_or_over_a_draft() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    mai.forgets();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.says(WRONGDOER).await;
    assert!(lan.reads().contains("Luật Tố cáo"));
    lan.chooses("Giao thông").await;
    lan.presses("Sửa").await;
    lan.forgets();
    lan.says(WRONGDOER).await;
    assert!(lan.reads().contains("Luật Tố cáo"));
    lan.says("/nhap").await;
    lan.presses("Gửi").await;
    let card = mai.reads();
    assert!(
        card.contains("ngập mỗi khi mưa") && !card.contains("chủ tịch"),
        "{card}"
    );
}

#[tokio::test]
async fn greetings_thanks_and_advertisements_get_a_short_word() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("xin chào bot").await;
    insta::assert_snapshot!("greeting", lan.reads());
    lan.says("Vay tiền nhanh lãi suất thấp, giải ngân trong ngày, liên hệ zalo 0900000000")
        .await;
    insta::assert_snapshot!("spam", lan.reads());
    assert_eq!(town.keeps("draft"), 0);
}

#[tokio::test]
async fn thanks_can_be_passed_on_to_the_delegation() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    mai.forgets();
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.says("Cảm ơn các đại biểu đã giúp bà con, đường sửa xong đi lại sạch đẹp lắm ạ")
        .await;
    insta::assert_snapshot!("praise", lan.reads());
    assert_eq!(mai.reads(), "");
    lan.presses("Chuyển lời cảm ơn").await;
    insta::assert_snapshot!("praise_passed", lan.reads());
    insta::assert_snapshot!("praise_in_the_group", mai.reads());
}

/// Words that may tell of danger and may not.
const GAS: &str = "Có mùi gas trong hẻm";

#[tokio::test]
async fn what_may_be_danger_is_asked_about_and_a_no_is_an_ordinary_petition() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(GAS).await;
    insta::assert_snapshot!("perhaps_danger", lan.reads());
    lan.presses("Không, đây là kiến nghị").await;
    lan.chooses("Môi trường").await;
    let preview = lan.reads();
    assert!(!preview.contains("🔴"), "{preview}");
    lan.presses("Gửi").await;
    let receipt = lan.reads();
    assert!(
        receipt.contains("Đã nhận câu hỏi") && !receipt.contains("🔴"),
        "{receipt}"
    );
}

#[tokio::test]
async fn what_its_author_says_is_danger_is_urgent_even_for_a_stranger() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.stranger("Lan");
    lan.says(GAS).await;
    lan.presses("Có người đang nguy hiểm").await;
    assert!(lan.reads().contains("xin gọi ngay"));
    lan.presses("kiến nghị chung").await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    lan.chooses("Môi trường").await;
    let preview = lan.reads();
    assert!(preview.contains("🔴"), "{preview}");
    lan.presses("Gửi").await;
    assert!(mai.screen().join("\n").contains("🔴"));
}

#[tokio::test]
async fn inside_a_draft_it_is_asked_about_too() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.forgets();
    lan.says(GAS).await;
    let asked = lan.reads();
    assert!(asked.contains("Có phải có người đang nguy hiểm"), "{asked}");
    assert!(asked.contains("Đã thêm vào bản nháp"), "{asked}");
    assert!(!asked.contains("🔴"), "{asked}");
    lan.presses("Không, đây là kiến nghị").await;
    assert!(lan.reads().contains("Xin ông/bà tiếp tục"));
    lan.says(GAS).await;
    lan.presses("Có người đang nguy hiểm").await;
    let preview = lan.reads();
    assert!(
        preview.contains("xin gọi ngay") && preview.contains("🔴"),
        "{preview}"
    );
    lan.presses("Gửi").await;
    assert!(lan.reads().contains("🔴"));
}
