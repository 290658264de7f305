//! What a body does with a card besides answering: pass it on, send it up, set it aside, take longer, return it.

use cutri::emulator::Seen;

use crate::{
    people::{Group, Person},
    world::Town,
};

const DAY: i64 = 86_400;

pub struct Scene {
    pub town: Town,
    pub group: Group,
    pub mai: Person,
    pub lan: Person,
    pub code: String,
}

/// Lan has asked; her question is on a card in the group of delegation 1, where Mai is.
pub async fn asked() -> Scene {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    lan.forgets();
    mai.forgets();
    Scene {
        town,
        group,
        mai,
        lan,
        code,
    }
}

pub fn card(person: &Person, code: &str) -> Seen {
    person.newest(|seen| seen.text.starts_with(code) && seen.text.contains("Hạn trả lời"))
}

fn labels(seen: &Seen) -> Vec<String> {
    let buttons = seen.buttons.iter().flatten();
    buttons.map(|button| button.text.clone()).collect()
}

#[tokio::test]
async fn the_other_deeds_are_one_tap_away_and_so_is_the_way_back() {
    let scene = asked().await;
    let before = labels(&card(&scene.mai, &scene.code));
    for word in ["Nhận", "Chuyển", "Hỏi lại", "Trả lại", "Thêm việc"] {
        assert!(before.iter().any(|label| label.contains(word)), "{word}");
    }
    scene.mai.presses("Thêm việc").await;
    insta::assert_snapshot!("card_more", scene.mai.reads());
    scene.mai.presses("Quay lại").await;
    assert_eq!(labels(&card(&scene.mai, &scene.code)), before);
}

#[tokio::test]
async fn a_transfer_moves_the_card_and_tells_the_resident_who_has_it() {
    let scene = asked().await;
    let ubnd = scene.town.group_of("ubnd").await;
    let hung = ubnd.member("Anh Hùng");
    hung.forgets();
    scene.mai.presses("Chuyển").await;
    insta::assert_snapshot!("transfer_bodies", scene.mai.reads());
    scene.mai.presses("Trang sau").await;
    scene.mai.presses("UBND").await;
    insta::assert_snapshot!("transfer_reason", scene.mai.reads());
    scene.mai.replies_to("lý do chuyển", "ừ").await;
    assert!(scene.mai.reads().contains("Xin ghi rõ lý do"));
    assert_eq!(scene.lan.reads(), "", "nothing has happened yet");
    scene
        .mai
        .replies_to("lý do chuyển", "Đường này do thị xã quản lý.")
        .await;
    insta::assert_snapshot!("transfer_record", scene.mai.reads());
    insta::assert_snapshot!("transfer_new_card", hung.reads());
    insta::assert_snapshot!("transfer_resident", scene.lan.reads());
    scene.lan.says(&format!("/cuatoi {}", scene.code)).await;
    insta::assert_snapshot!("transfer_timeline", scene.lan.reads());
}

#[tokio::test]
async fn a_loop_is_visible_on_the_card() {
    let scene = asked().await;
    let ubnd = scene.town.group_of("ubnd").await;
    let hung = ubnd.member("Anh Hùng");
    transfers(&scene.mai, "UBND", "Đường này do thị xã quản lý.").await;
    transfers(
        &hung,
        "Tổ đại biểu số 1",
        "Đường liên thôn, do tổ theo dõi.",
    )
    .await;
    let text = card(&scene.mai, &scene.code).text;
    let there = text.find("Tổ đại biểu số 1 → UBND").unwrap();
    let back = text.find("→ Tổ đại biểu số 1 (lý do").unwrap();
    assert!(there < back, "{text}");
    assert_eq!(
        scene
            .town
            .count("select count(*) from event where kind = 'question_transferred'"),
        2
    );
    scene.mai.presses("Nhận").await;
    assert!(
        card(&scene.mai, &scene.code)
            .text
            .contains("Chị Mai đã nhận")
    );
}

/// Passes the newest card on.
async fn transfers(person: &Person, body: &str, why: &str) {
    person.presses("Chuyển").await;
    for _ in 0..5 {
        let list = person.newest(|seen| seen.text.contains("Chuyển cho đơn vị nào"));
        if labels(&list).iter().any(|label| label.contains(body)) {
            break;
        }
        person.presses("Trang sau").await;
    }
    person.presses(body).await;
    person.replies_to("lý do chuyển", why).await;
}

#[tokio::test]
async fn a_body_without_a_group_gets_the_card_when_it_has_one() {
    let scene = asked().await;
    let office = scene.town.group_of("office").await;
    let thu = office.member("Cô Thu");
    thu.forgets();
    transfers(&scene.mai, "UBND", "Đường này do thị xã quản lý.").await;
    assert!(thu.reads().contains("chưa có nhóm"), "the office is told");
    let ubnd = scene.town.group_of("ubnd").await;
    let hung = ubnd.member("Anh Hùng");
    scene.town.settle().await;
    assert!(
        card(&hung, &scene.code)
            .text
            .contains("Đã chuyển: Tổ đại biểu số 1")
    );
}

#[tokio::test]
async fn sent_up_it_stays_visible_until_the_result_reaches_the_resident() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Lên cấp trên").await;
    for (typed, complaint) in [
        ("Sở Xây dựng", "đủ ba phần"),
        ("Sở Xây dựng; công văn; 20/11/2026", "chưa phải số văn bản"),
        ("Sở Xây dựng; 12/VP; hôm qua", "ghi thêm ngày"),
        ("Sở Xây dựng; 12/VP; 30/9/2027", "chưa tới"),
    ] {
        scene.mai.replies_to("số văn bản", typed).await;
        assert!(scene.mai.reads().contains(complaint), "{typed}");
    }
    scene
        .mai
        .replies_to("số văn bản", "Sở Xây dựng; 12/VP-HĐND; 20/11/2026")
        .await;
    insta::assert_snapshot!("sent_up_card", scene.mai.reads());
    insta::assert_snapshot!("sent_up_resident", scene.lan.reads());
    scene.mai.says("/dangmo").await;
    assert!(
        scene.mai.reads().contains(&scene.code),
        "it stays in the list"
    );
    scene.mai.presses("Có kết quả").await;
    scene
        .mai
        .replies_to(
            "kết quả của cấp trên",
            "Sở đồng ý cấp vốn, làm trong quý I năm 2027.",
        )
        .await;
    scene.mai.presses("Gửi cử tri").await;
    assert!(scene.lan.reads().contains("Sở đồng ý cấp vốn"));
}

#[tokio::test]
async fn what_was_sent_up_can_be_taken_back() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Lên cấp trên").await;
    scene
        .mai
        .replies_to("số văn bản", "Sở Xây dựng; 12/VP-HĐND; 20/11/2026")
        .await;
    scene.mai.presses("Lấy lại xử lý").await;
    assert!(card(&scene.mai, &scene.code).text.contains("Chờ trả lời"));
    scene.lan.says(&format!("/cuatoi {}", scene.code)).await;
    insta::assert_snapshot!("taken_back_timeline", scene.lan.reads());
}

#[tokio::test]
async fn set_aside_it_comes_back_by_itself_on_its_day() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Tạm gác").await;
    scene
        .mai
        .replies_to("ngày xem lại", "Chờ kế hoạch vốn; 1/1/2020")
        .await;
    assert!(scene.mai.reads().contains("Ngày không hợp lệ"));
    scene
        .mai
        .replies_to("ngày xem lại", "Chờ kế hoạch vốn năm 2027; 2/12/2026")
        .await;
    insta::assert_snapshot!("set_aside_card", scene.mai.reads());
    insta::assert_snapshot!("set_aside_resident", scene.lan.reads());
    scene.town.passes(8 * DAY).await;
    assert!(
        !scene.mai.reads().contains("đến ngày xem lại"),
        "not before its day"
    );
    scene.town.passes(DAY).await;
    insta::assert_snapshot!(
        "set_aside_back",
        scene
            .mai
            .newest(|seen| seen.text.contains("đến ngày xem lại"))
            .text
    );
    scene.mai.forgets();
    scene.town.passes(DAY).await;
    assert!(
        !scene.mai.reads().contains("đến ngày xem lại"),
        "it is said once"
    );
}

#[tokio::test]
async fn set_aside_it_can_be_worked_on_earlier() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Tạm gác").await;
    scene
        .mai
        .replies_to("ngày xem lại", "Chờ kế hoạch vốn năm 2027; 2/12/2026")
        .await;
    scene.mai.presses("Xử lý lại ngay").await;
    scene.mai.forgets();
    scene.town.passes(10 * DAY).await;
    assert!(!scene.mai.reads().contains("đến ngày xem lại"));
}

#[tokio::test]
async fn an_extension_needs_a_reason_and_a_later_day_and_is_counted() {
    let scene = asked().await;
    let extends = async |typed: &str| {
        scene.mai.presses("Thêm việc").await;
        scene.mai.presses("Gia hạn").await;
        scene.mai.replies_to("hạn mới", typed).await;
    };
    extends("Chờ số đo của đơn vị thoát nước; 1/12/2026").await;
    assert!(
        scene.mai.reads().contains("Ngày không hợp lệ"),
        "earlier than now"
    );
    scene.mai.replies_to("hạn mới", "20/2/2027").await;
    assert!(scene.mai.reads().contains("Xin ghi rõ lý do"));
    scene
        .mai
        .replies_to("hạn mới", "Chờ số đo của đơn vị thoát nước; 20/2/2027")
        .await;
    insta::assert_snapshot!("extended_resident", scene.lan.reads());
    extends("Mưa kéo dài, chưa đo xong; 1/3/2027").await;
    insta::assert_snapshot!("extended_twice_card", card(&scene.mai, &scene.code).text);
}

#[tokio::test]
async fn returning_from_the_card_asks_where_the_resident_is_to_go() {
    let scene = asked().await;
    scene.mai.presses("Trả lại").await;
    insta::assert_snapshot!("return_choices", scene.mai.reads());
    assert_eq!(scene.lan.reads(), "", "not without a pointer");
}

#[tokio::test]
async fn notes_are_listed_in_the_group_page_by_page() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Ghi chú (0)").await;
    assert!(scene.mai.reads().contains("chưa có ghi chú nội bộ"));
    for number in 1..=7 {
        let note = format!("Việc cần nhớ thứ {number}");
        scene.mai.replies_to("Hạn trả lời", &note).await;
        scene.mai.presses("Ghi nội bộ").await;
    }
    scene.mai.presses("Thêm việc").await;
    scene.mai.forgets();
    scene.mai.presses("Ghi chú (7)").await;
    insta::assert_snapshot!("notes", scene.mai.reads());
    scene.mai.presses("Trang sau").await;
    let page = scene.mai.reads();
    assert!(page.contains("thứ 7") && !page.contains("thứ 5"), "{page}");
    assert_eq!(scene.lan.reads(), "");
}

#[tokio::test]
async fn hostile_words_stay_words() {
    let scene = asked().await;
    scene.town.group_of("ubnd").await;
    transfers(&scene.mai, "UBND", "<b>đậm</b> & \"trích\" <script>").await;
    assert_eq!(
        scene.town.count(
            "select count(*) from case_step where words = '<b>đậm</b> & \"trích\" <script>'"
        ),
        1
    );
}
