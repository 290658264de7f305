//! What is left on the screen: one live preview a draft, nothing that only answers "old button", a way back from a slip.

use cutri::emulator::{Seen, Send};
use serde_json::json;

use crate::{people::Person, world::Town};

const ROAD: &str = "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?";

/// Lines of a message as a phone shows them: a quote is folded after three.
fn lines(seen: &Seen) -> usize {
    seen.text.lines().filter(|line| !line.is_empty()).count()
}

fn says(seen: &Seen, label: &str) -> bool {
    let mut buttons = seen.buttons.iter().flatten();
    buttons.any(|button| button.text.contains(label))
}

/// How many messages have this inline button.
fn live(person: &Person, label: &str) -> usize {
    let seen = person.town().world().messages(person.chat);
    seen.iter().filter(|seen| says(seen, label)).count()
}

async fn at_home() -> (Town, Person) {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    (town, lan)
}

#[tokio::test]
async fn the_preview_has_eight_lines_at_most_and_says_who_sees_what_on_demand() {
    let (_town, lan) = at_home().await;
    lan.says(ROAD).await;
    let preview = lan.newest(|seen| seen.from_bot);
    assert!(lines(&preview) <= 8, "{}", preview.text);
    assert_eq!(preview.buttons[0][0].text, "📨 Gửi");
    lan.presses("Ai thấy gì?").await;
    let who = lan.newest(|seen| seen.from_bot);
    assert_eq!(who.message_id, preview.message_id, "in its place");
    assert!(who.text.contains("Công khai"), "{}", who.text);
    lan.presses("Quay lại").await;
    assert_eq!(lan.newest(|seen| seen.from_bot).text, preview.text);
}

#[tokio::test]
async fn the_field_in_the_preview_can_be_kept_or_changed() {
    let (town, lan) = at_home().await;
    lan.says(ROAD).await;
    let flashed = lan.presses("✓ Giao thông").await;
    assert!(flashed.contains("Gửi"), "{flashed}");
    lan.presses("Đổi lĩnh vực").await;
    lan.presses("Y tế").await;
    lan.presses("Gửi").await;
    assert_eq!(town.only_question().category.as_str(), "health");
}

#[tokio::test]
async fn a_field_that_was_read_is_read_anew_with_other_words_and_one_that_was_chosen_stays() {
    let (town, lan) = at_home().await;
    lan.says(ROAD).await;
    lan.presses("Sửa").await;
    lan.says("Trạm y tế xã thiếu thuốc huyết áp, đề nghị bổ sung")
        .await;
    assert!(lan.is_offered("✓ Y tế"), "{:#?}", lan.screen());
    lan.presses("Đổi lĩnh vực").await;
    lan.presses("Giáo dục").await;
    lan.says("Bà con phải đi xa mua").await;
    assert!(lan.is_offered("✓ Giáo dục"));
    assert_eq!(town.keeps("draft"), 1);
}

#[tokio::test]
async fn in_doubt_three_fields_are_offered_and_all_of_them_on_demand() {
    let (_town, lan) = at_home().await;
    lan.says("Đề nghị các bác quan tâm giúp việc của khu tôi")
        .await;
    let asked = lan.newest(|seen| seen.from_bot);
    assert!(asked.buttons.len() <= 5, "{:?}", asked.buttons);
    lan.presses("Lĩnh vực khác").await;
    let all = lan.newest(|seen| seen.from_bot);
    assert!(all.buttons.iter().flatten().count() > 15);
    lan.presses("Quay lại").await;
    assert_eq!(lan.newest(|seen| seen.from_bot).buttons, asked.buttons);
}

#[tokio::test]
async fn a_draft_is_decided_on_one_message() {
    let (_town, lan) = at_home().await;
    lan.says(ROAD).await;
    lan.says("Đoạn gần cầu ấy ạ").await;
    assert_eq!(live(&lan, "📨 Gửi"), 1, "{:#?}", lan.screen());
    lan.presses("Sửa").await;
    assert_eq!(live(&lan, "📨 Gửi"), 0);
    lan.says("Đường vào xóm 4 ngập từ tháng 9").await;
    assert_eq!(live(&lan, "📨 Gửi"), 1);
    assert_eq!(live(&lan, "Quay lại"), 0, "the prompt is closed");
    lan.presses("Gửi").await;
    assert_eq!(live(&lan, "📨 Gửi") + live(&lan, "Hủy"), 0);
}

#[tokio::test]
async fn a_prompt_that_was_answered_has_no_buttons_any_more() {
    let (_town, lan) = at_home().await;
    lan.says("/hoi").await;
    assert_eq!(live(&lan, "Hủy"), 1);
    lan.says(ROAD).await;
    lan.presses("Gửi").await;
    assert_eq!(live(&lan, "Hủy"), 0);
    lan.presses("Bổ sung").await;
    lan.says("Từ tháng 9 tới giờ").await;
    assert_eq!(live(&lan, "Hủy"), 0);
    lan.presses("Rút lại").await;
    lan.says("Đã sửa xong rồi ạ").await;
    assert_eq!(live(&lan, "không nêu lý do"), 0);
    lan.says("/tracuu").await;
    lan.says("/lich").await;
    assert_eq!(live(&lan, "Hủy"), 0);
}

#[tokio::test]
async fn a_long_draft_is_not_thrown_away_by_a_slip_and_can_be_taken_back_for_a_day() {
    let (town, lan) = at_home().await;
    let long = format!(
        "{ROAD} {}",
        "Mặt đường lún, xe máy phải dắt qua. ".repeat(6)
    );
    lan.says(&long).await;
    lan.presses("Hủy").await;
    assert_eq!(town.keeps("draft"), 1, "it asks");
    lan.presses("Quay lại").await;
    lan.presses("Hủy").await;
    lan.presses("Bỏ bản nháp").await;
    assert_eq!(town.keeps("draft"), 0);
    lan.presses("Lấy lại").await;
    assert!(lan.is_offered("📨 Gửi"));
    lan.says("/huy").await;
    assert_eq!(live(&lan, "📨 Gửi"), 0);
    lan.says("/nhap").await;
    assert!(lan.is_offered("📨 Gửi"), "/nhap brings it back, too");
    lan.presses("Hủy").await;
    lan.presses("Bỏ bản nháp").await;
    town.passes(25 * 3_600).await;
    assert_eq!(live(&lan, "Lấy lại"), 0);
    assert_eq!(town.keeps("discarded_draft"), 0);
}

#[tokio::test]
async fn a_draft_with_files_is_asked_about_and_comes_back_with_them() {
    let (_town, lan) = at_home().await;
    let photo = json!({ "chat_id": lan.chat, "user_id": lan.id, "photo": {}, "caption": ROAD });
    let photo: Send = serde_json::from_value(photo).unwrap();
    lan.sends(photo).await;
    lan.presses("Hủy").await;
    assert!(lan.newest(|seen| seen.from_bot).text.contains("1 ảnh"));
    lan.presses("Bỏ bản nháp").await;
    lan.presses("Lấy lại").await;
    let preview = lan.newest(|seen| seen.from_bot).text;
    assert!(preview.contains("1 ảnh"), "{preview}");
}

#[tokio::test]
async fn what_is_no_plain_petition_is_named_and_its_author_may_say_otherwise() {
    let (town, lan) = at_home().await;
    lan.says("Góp ý dự thảo nghị quyết về học phí: đề nghị sửa mức thu cho phù hợp")
        .await;
    lan.takes_the_first_field().await;
    let preview = lan.newest(|seen| seen.from_bot).text;
    assert!(preview.contains("Loại: Góp ý dự thảo"), "{preview}");
    lan.presses("Đổi loại").await;
    lan.presses("Câu hỏi cho kỳ họp").await;
    lan.presses("Gửi").await;
    assert_eq!(town.only_question().kind.to_string(), "question");
}

#[tokio::test]
async fn a_seat_is_given_up_in_the_calendar_too() {
    let (town, lan) = at_home().await;
    lan.says("/start m_DV01").await;
    lan.presses("Đăng ký").await;
    assert_eq!(live(&lan, "✅ Đăng ký"), 0, "the page says what one has");
    let written = file(&town, &lan);
    for line in ["METHOD:PUBLISH", "SEQUENCE:0", "GEO:20.6", "?start=m_DV01"] {
        assert!(written.contains(line), "{line} in {written}");
    }
    lan.presses("Hủy đăng ký").await;
    let taken_away = file(&town, &lan);
    for line in ["METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED"] {
        assert!(taken_away.contains(line), "{line} in {taken_away}");
    }
    assert_eq!(uid(&written), uid(&taken_away));
    assert_eq!(live(&lan, "✅ Đăng ký"), 1, "and may come all the same");
}

fn uid(file: &str) -> &str {
    file.lines().find(|line| line.starts_with("UID:")).unwrap()
}

/// The calendar file that came last.
fn file(town: &Town, person: &Person) -> String {
    let sent = person.newest(|seen| seen.json["document"].is_object());
    let id = sent.json["document"]["file_id"].as_str().unwrap();
    String::from_utf8(town.world().file(id).unwrap()).unwrap()
}

#[tokio::test]
async fn whether_to_hear_of_new_meetings_is_asked_once() {
    let (town, lan) = at_home().await;
    lan.says("/lich").await;
    assert!(lan.is_offered("Có, báo tôi"));
    lan.presses("Có, báo tôi").await;
    assert_eq!(town.keeps("meeting_follower"), 1);
    assert_eq!(live(&lan, "Có, báo tôi"), 0);
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says("/lich").await;
    hung.says("/lich").await;
    assert_eq!(live(&hung, "Có, báo tôi"), 1, "asked once");
    assert_eq!(
        live(&hung, "✅ Đăng ký"),
        1,
        "the list above has none any more"
    );
}

#[tokio::test]
async fn a_meeting_after_the_session_promises_no_session() {
    let (_town, lan) = at_home().await;
    lan.says("/start m_DV02").await;
    let page = lan.newest(|seen| seen.from_bot).text;
    assert!(page.contains("sau Kỳ họp"), "{page}");
    assert!(!page.contains("sẽ kịp tới"), "{page}");
}

#[tokio::test]
async fn delegates_are_public_information() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/daibieu").await;
    lan.presses("Phường Hòa Mạc").await;
    let told = lan.newest(|seen| seen.from_bot).text;
    assert!(told.contains("Tổ đại biểu số 3"), "{told}");
    assert_eq!(town.home_of(&lan), None, "nothing is kept");
}

#[tokio::test]
async fn a_refused_file_leaves_the_way_on_below_it() {
    let (_town, lan) = at_home().await;
    lan.says(ROAD).await;
    let risky =
        json!({ "chat_id": lan.chat, "user_id": lan.id, "document": { "file_name": "a.exe" } });
    let risky: Send = serde_json::from_value(risky).unwrap();
    lan.sends(risky).await;
    let newest = lan.newest(|seen| seen.from_bot);
    assert!(says(&newest, "📨 Gửi"), "{}", newest.text);
    assert_eq!(live(&lan, "📨 Gửi"), 1);
}

#[tokio::test]
async fn a_question_that_was_opened_again_still_shows_the_answer_it_got() {
    let scene = crate::scene::asked().await;
    let answer = "Phường đã nạo vét cống ngày 20/11.";
    scene.mai.replies_to(&scene.code, answer).await;
    scene.mai.presses("Gửi cử tri").await;
    scene.lan.presses("Chưa thỏa đáng").await;
    scene
        .lan
        .says("Hôm qua mưa vẫn ngập, xin xem lại giúp")
        .await;
    scene.lan.says(&format!("/cuatoi {}", scene.code)).await;
    let shown = scene.lan.newest(|seen| seen.from_bot).text;
    assert!(
        shown.contains(answer) && shown.contains("xem xét lại"),
        "{shown}"
    );
}

#[tokio::test]
async fn buttons_say_what_they_do_and_codes_can_be_copied() {
    let (_town, lan) = at_home().await;
    lan.says(ROAD).await;
    let key = |seen: &Seen, row: usize, at: usize| {
        seen.json["reply_markup"]["inline_keyboard"][row][at].clone()
    };
    let preview = lan.newest(|seen| seen.from_bot);
    assert_eq!(key(&preview, 0, 0)["style"], "success");
    lan.presses("Gửi").await;
    let receipt = lan.newest(|seen| seen.from_bot);
    assert_eq!(key(&receipt, 0, 1)["copy_text"]["text"], "DT-0001B");
    lan.presses("Rút lại").await;
    let prompt = lan.newest(|seen| seen.from_bot);
    assert_eq!(key(&prompt, 0, 0)["style"], "danger");
}

/// Whatever asked for words in private loses its buttons once they are there.
#[tokio::test]
async fn what_asked_for_words_in_private_has_no_buttons_once_they_are_there() {
    let (town, lan) = at_home().await;
    for (opens, labels, words) in [
        ("/caidat", &["Sửa tên"][..], "Trần Thị Lan"),
        (
            "/caidat",
            &["Khu vực khác", "Thêm khu vực"],
            "phuong hoa mac",
        ),
        ("/start m_DV01", &["Gửi câu hỏi cho hội nghị này"], ROAD),
        (
            "/yeucau",
            &["Sửa dữ liệu"],
            "Xin sửa địa bàn trong câu hỏi cũ của tôi",
        ),
    ] {
        lan.says(opens).await;
        let before = lan.newest(|seen| seen.from_bot).message_id;
        for label in labels {
            lan.presses(label).await;
        }
        let asks = lan.newest(|seen| seen.from_bot && seen.message_id >= before);
        lan.says(words).await;
        let seen = town.world().messages(lan.chat);
        let asked = seen.iter().find(|seen| seen.message_id == asks.message_id);
        let left = asked.map(|seen| seen.buttons.iter().flatten().count());
        assert!(left.is_none_or(|left| left == 0), "{labels:?}: {asked:?}");
    }
    let minh = town.resident("Minh", "Phường Đồng Văn").await;
    minh.says("§\u{AD}êng vµo th«n t«i h\u{AD} háng nÆng, mong chÝnh quyÒn quan t©m söa ch÷a")
        .await;
    assert_eq!(live(&minh, "Đúng, dùng chữ này"), 1);
    minh.says("/huy").await;
    assert_eq!(live(&minh, "Đúng, dùng chữ này"), 0);
}

#[tokio::test]
async fn whoever_comes_to_work_is_shown_the_work_and_not_asked_for_consent() {
    let town = Town::start().await;
    let clerk = town.admin_in(crate::world::ADMIN);
    clerk.says("/start").await;
    let read = clerk.reads();
    assert!(read.contains("Việc của ông/bà"), "{read}");
    assert!(!read.contains("Ông/bà có đồng ý không"), "{read}");
    assert_eq!(live(&clerk, "Phân loại"), 1, "the keyboard of the office");
    // As a resident they are asked like everybody.
    clerk.says(ROAD).await;
    assert!(clerk.reads().contains("Ông/bà có đồng ý không"));
}
