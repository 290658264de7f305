//! What a body does with a card besides answering: pass it on, send it up, set it aside, take longer, return it.

use cutri::emulator::Seen;

use crate::{
    people::Person,
    scene::{asked, card},
    taps::took,
    world::TOWN,
};

const DAY: i64 = 86_400;

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
async fn whoever_typed_a_reason_is_told_what_became_of_it_when_the_body_takes_nothing_more() {
    let scene = asked().await;
    scene.mai.presses("Chuyển").await;
    scene.mai.presses("UBND").await;
    let closed = TOWN.replace("kind = \"peoples_committee\"", "kind = \"higher_level\"");
    assert_ne!(closed, TOWN);
    scene.town.loads(&closed).await;
    scene
        .mai
        .replies_to("lý do chuyển", "Đường này do thị xã quản lý.")
        .await;
    let read = scene.mai.reads();
    assert!(read.contains("không chuyển được cho"), "{read}");
    assert!(!read.contains("Nút này"), "nothing was pressed: {read}");
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
    assert_eq!(scene.town.events("question_transferred"), 2);
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
    scene.town.passes(2 * DAY).await;
    scene.lan.forgets();
    scene.mai.presses("Xử lý lại ngay").await;
    insta::assert_snapshot!("brought_back_resident", scene.lan.reads());
    scene.mai.forgets();
    scene.town.passes(10 * DAY).await;
    assert!(!scene.mai.reads().contains("đến ngày xem lại"));
}

#[tokio::test]
async fn taken_up_again_at_once_the_day_is_what_it_was_and_its_author_reads_it() {
    let scene = asked().await;
    let due = || scene.town.question(&scene.code).due_on.to_string();
    assert_eq!(due(), "2027-01-05");
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Tạm gác").await;
    let until = "Chờ kế hoạch vốn năm 2027; 15/1/2027";
    scene.mai.replies_to("ngày xem lại", until).await;
    assert_ne!(due(), "2027-01-05", "it moved");
    scene.lan.forgets();
    scene.mai.presses("Xử lý lại ngay").await;
    assert_eq!(due(), "2027-01-05", "and moved back");
    let read = scene.lan.reads();
    assert!(
        read.contains("xử lý trở lại") && read.contains("05/01/2027"),
        "{read}"
    );
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
    assert!(
        scene
            .town
            .books()
            .contains("| <b>đậm</b> & \"trích\" <script>\n")
    );
}

#[tokio::test]
async fn a_transfer_takes_three_taps_and_the_likely_bodies_come_first() {
    let scene = asked().await;
    let ubnd = scene.town.group_of("ubnd").await;
    let hung = ubnd.member("Anh Hùng");
    hung.forgets();
    scene.mai.presses("Chuyển").await;
    let list = scene
        .mai
        .newest(|seen| seen.text.contains("Chuyển cho đơn vị nào"));
    let bodies = labels(&list);
    assert!(bodies[0].contains("UBND"), "{bodies:?}");
    scene.mai.presses("UBND").await;
    scene.mai.presses("Đúng thẩm quyền").await;
    took("Delegate: transfer", &[&scene.mai]);
    assert!(card(&hung, &scene.code).text.contains("thuộc thẩm quyền"));
    assert!(scene.lan.reads().contains("UBND"));
    assert_eq!(prompts_in(&scene.mai), 0, "what was asked is gone");
}

/// How many messages there wait for words.
fn prompts_in(person: &Person) -> usize {
    let screen = person.screen();
    screen
        .iter()
        .filter(|text| text.contains("trả lời (reply) tin này"))
        .count()
}

#[tokio::test]
async fn an_extension_takes_three_taps() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Gia hạn").await;
    scene.mai.presses("+7 ngày").await;
    took("Delegate: extend", &[&scene.mai]);
    assert!(scene.lan.reads().contains("kiểm tra, xác minh tại chỗ"));
}

#[tokio::test]
async fn another_reason_for_an_extension_is_one_tap_more() {
    let scene = asked().await;
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Gia hạn").await;
    insta::assert_snapshot!("extend_prompt", scene.mai.reads());
    scene.mai.presses("Chờ cơ quan liên quan").await;
    scene.mai.presses("+7 ngày").await;
    let read = scene.lan.reads();
    assert!(read.contains("ý kiến của cơ quan liên quan"), "{read}");
    assert!(read.contains("12/01/2027"), "{read}");
    assert_eq!(prompts_in(&scene.mai), 0);
}

#[tokio::test]
async fn asking_back_takes_two_taps() {
    let scene = asked().await;
    scene.mai.presses("Hỏi lại").await;
    scene.mai.presses("Ở chỗ nào").await;
    took("Delegate: ask back", &[&scene.mai]);
    assert!(scene.lan.reads().contains("ở chỗ nào (thôn, ngõ"));
    assert_eq!(prompts_in(&scene.mai), 0);
}

#[tokio::test]
async fn whatever_is_asked_for_in_a_group_can_be_left_by_button_and_by_command() {
    let scene = asked().await;
    let nam = scene.group.member("Anh Nam");
    scene.mai.presses("Hỏi lại").await;
    let flashed = nam.presses("Hủy").await;
    assert!(flashed.contains("Chỉ người được hỏi"), "{flashed}");
    scene.mai.presses("Hủy").await;
    assert_eq!(prompts_in(&scene.mai), 0);
    scene.mai.presses("Thêm việc").await;
    scene.mai.presses("Gia hạn").await;
    scene.mai.says("/huy").await;
    assert_eq!(prompts_in(&scene.mai), 0);
    assert!(scene.mai.reads().contains("Đã thôi"));
    assert_eq!(scene.lan.reads(), "");
}

#[tokio::test]
async fn what_can_no_longer_be_done_is_no_longer_asked_for() {
    let scene = asked().await;
    let nam = scene.group.member("Anh Nam");
    nam.presses("Hỏi lại").await;
    scene
        .mai
        .replies_to("Hạn trả lời", "UBND phường sẽ làm lại đoạn đường này.")
        .await;
    scene.mai.presses("↔ Có lộ trình").await;
    scene.mai.presses("Nhập ngày").await;
    scene
        .mai
        .replies_to("gửi cho cử tri, hay chỉ ghi nội bộ", "30/12/2026")
        .await;
    scene.mai.presses("Gửi cử tri").await;
    assert_eq!(prompts_in(&scene.mai), 0, "{:?}", scene.mai.screen());
}

#[tokio::test]
async fn who_gets_it_by_transfer_reads_what_was_before() {
    let scene = asked().await;
    let ubnd = scene.town.group_of("ubnd").await;
    let hung = ubnd.member("Anh Hùng");
    scene.mai.presses("Hỏi lại").await;
    scene
        .mai
        .replies_to("câu muốn hỏi", "Đoạn này gần nhà ai?")
        .await;
    scene.lan.says("Gần nhà ông Tư").await;
    scene
        .mai
        .replies_to(&scene.code, "Đã gọi anh Bình, chưa nghe máy.")
        .await;
    scene.mai.presses("Ghi nội bộ").await;
    hung.forgets();
    transfers(&scene.mai, "UBND", "Đường này do thị xã quản lý.").await;
    insta::assert_snapshot!("before_transfer", hung.reads());
    hung.presses("Thêm việc").await;
    hung.presses("Ghi chú (1)").await;
    assert!(hung.reads().contains("Tổ đại biểu số 1 (Chị Mai)"));
}
