//! Entering for somebody without Telegram: in private, in the office's group, and what the office does with answers.

use cutri::domain::question::Source;
use insta::assert_snapshot;

use crate::{
    people::{Group, Person},
    world::{ADMIN, Town},
};

/// The clerk who may do everything, in private.
pub async fn clerk(town: &Town) -> Person {
    let clerk = town.admin_in(ADMIN);
    clerk.says("/start").await;
    clerk.forgets();
    clerk
}

/// The words on a screen without the slip code, which is another every time.
pub fn without_slip(text: &str) -> String {
    match slip_in(text) {
        Some(slip) => text.replace(&slip, "••••-••••"),
        None => text.to_owned(),
    }
}

fn slip_in(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("Mã phiếu (dùng một lần): ")?;
    Some(rest.chars().take(9).collect())
}

/// The slip code on the newest receipt.
pub fn slip_of(person: &Person) -> String {
    let seen = person.newest(|seen| seen.text.contains("Mã phiếu (dùng một lần): "));
    slip_in(&seen.text).unwrap()
}

/// Enters a question for Mơ, who came in person; gives its code.
pub async fn enters(clerk: &Person, phone: Option<&str>) -> String {
    is_about_to_enter(clerk, phone).await;
    clerk.presses("Gửi").await;
    code_of(clerk)
}

/// Everything up to the last tap.
pub async fn is_about_to_enter(clerk: &Person, phone: Option<&str>) {
    clerk.says("/nhapho").await;
    clerk.says("Trần Thị Mơ").await;
    match phone {
        Some(phone) => {
            clerk.says(phone).await;
        }
        None => {
            clerk.presses("Bỏ qua").await;
        }
    }
    clerk.presses("Đến trực tiếp").await;
    clerk.presses("Phường Đồng Văn").await;
    clerk.presses("cả địa bàn").await;
    clerk
        .says("Đường vào thôn ngập mỗi khi mưa, đề nghị sửa cống")
        .await;
    clerk.chooses("Giao thông").await;
}

fn code_of(clerk: &Person) -> String {
    let receipt = clerk.newest(|seen| seen.text.contains("Phiếu tiếp nhận"));
    let head = receipt.text.lines().next().unwrap();
    head.rsplit(' ').next().unwrap().to_owned()
}

async fn town_with_delegation() -> (Town, Group, Person) {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    mai.forgets();
    (town, group, mai)
}

#[tokio::test]
async fn a_clerk_enters_a_question_step_by_step_in_private() {
    let (town, _group, mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    clerk.says("/nhapho").await;
    clerk.says("Trần Thị Mơ").await;
    clerk.says("12").await;
    clerk.says("0912 345 678").await;
    assert_snapshot!("first_steps", clerk.reads());
    clerk.presses("Đến trực tiếp").await;
    clerk.presses("Phường Đồng Văn").await;
    clerk.presses("cả địa bàn").await;
    clerk.says("ngắn").await;
    clerk
        .says("Đường vào thôn ngập mỗi khi mưa, đề nghị sửa cống. Gọi 0912345678")
        .await;
    assert_snapshot!("middle_steps", clerk.reads());
    clerk.presses("Lĩnh vực khác").await;
    clerk.chooses("Giao thông").await;
    assert_snapshot!("preview", clerk.reads());
    clerk.presses("Gửi").await;
    let read = clerk.reads();
    assert_snapshot!("receipt", without_slip(&read));
    let card = mai.reads();
    assert_snapshot!("card", card);
    for private in ["Mơ", "0912", "345"] {
        assert!(!card.contains(private), "{card}");
    }
    let question = town.only_question();
    assert_eq!((question.source, question.author), (Source::InPerson, None));
    assert_eq!(town.entered_for(), "Trần Thị Mơ | +84912345678\n");
    assert_eq!(town.keeps("entry"), 0);
}

#[tokio::test]
async fn the_receipt_comes_as_a_page_to_print_and_the_database_holds_no_slip_code() {
    let (town, _group, _mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    let code = enters(&clerk, None).await;
    let slip = slip_of(&clerk);
    let file = clerk.newest(|seen| seen.json["document"].is_object());
    assert_eq!(
        file.json["document"]["file_name"],
        format!("{code}-phieu.html")
    );
    let bare = slip.replace('-', "");
    let kept = town.remembers();
    assert!(!kept.contains(&slip) && !kept.contains(&bare), "{kept}");
    let hashes = town.slip_hashes();
    assert_eq!((hashes.len(), hashes[0].len()), (1, 64));
    clerk.presses("In lại").await;
    assert_ne!(slip_of(&clerk), slip, "a new print has a new slip code");
}

#[tokio::test]
async fn in_the_offices_group_words_are_asked_for_one_by_one_and_names_are_not_shown() {
    let (town, _group, mai) = town_with_delegation().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thư");
    thu.forgets();
    thu.says("/nhapho").await;
    assert_snapshot!("group_first", thu.reads());
    thu.replies_to("họ tên người gửi", "Trần Thị Mơ").await;
    thu.presses("Bỏ qua").await;
    thu.presses("Qua điện thoại").await;
    thu.presses("Phường Đồng Văn").await;
    thu.presses("cả địa bàn").await;
    thu.replies_to(
        "nội dung kiến nghị",
        "Đèn đường ngõ 5 hỏng, đề nghị thay, gọi 0912345678",
    )
    .await;
    thu.presses("Lĩnh vực khác").await;
    thu.chooses("Giao thông").await;
    let shown = thu.reads();
    assert!(shown.contains("T.T.M."), "{shown}");
    assert!(!shown.contains("Mơ") && !shown.contains("0912"), "{shown}");
    thu.presses("Gửi").await;
    assert_snapshot!("group_receipt", without_slip(&thu.reads()));
    assert!(mai.reads().contains("Nguồn: qua điện thoại"));
}

#[tokio::test]
async fn two_clerks_at_once_do_not_disturb_each_other() {
    let (town, _group, _mai) = town_with_delegation().await;
    let office = town.group_of("office").await;
    let (thu, nga) = (office.member("Cô Thư"), office.member("Cô Nga"));
    thu.says("/nhapho").await;
    nga.says("/nhapho").await;
    let of_nga = nga.newest(|seen| seen.from_bot && seen.text.contains("Nhập hộ"));
    let press = thu.presses_under(of_nga.message_id, "không nêu tên");
    town.settle().await;
    assert_eq!(thu.flashed(&press), "Chỉ người đang nhập bấm được nút này.");
    thu.replies_to("Cô Nga", "Tên của người khác").await;
    assert!(
        !town.entries().contains("Tên của người khác"),
        "a reply to somebody else's prompt is nobody's"
    );
    assert_eq!(town.keeps("entry"), 2);
}

#[tokio::test]
async fn a_double_tap_on_send_makes_one_question() {
    let (town, _group, _mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    clerk.says("/nhapho").await;
    clerk.presses("không nêu tên").await;
    clerk.presses("Bỏ qua").await;
    clerk.presses("Qua thư").await;
    clerk.presses("Phường Đồng Văn").await;
    clerk.presses("cả địa bàn").await;
    clerk.says("Đề nghị làm mương thoát nước sau chợ").await;
    clerk.presses("Lĩnh vực khác").await;
    clerk.chooses("Giao thông").await;
    let message = clerk
        .newest(|seen| seen.text.contains("Xem lại"))
        .message_id;
    clerk.presses_under(message, "Gửi");
    let second = clerk.presses_under(message, "Gửi");
    town.settle().await;
    assert_eq!(clerk.flashed(&second), "Phần nhập này đã gửi hoặc đã bỏ.");
    assert_eq!(town.questions(), 1);
    assert_eq!(town.keeps("entered_for"), 1);
    assert_eq!(town.only_question().author_initials, "không nêu tên");
}

#[tokio::test]
async fn going_back_changes_what_was_entered_and_leaving_keeps_nothing() {
    let (town, _group, _mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    clerk.says("/nhapho").await;
    clerk.says("Trần Thị Mơ").await;
    clerk.presses("Quay lại").await;
    clerk.says("Lê Văn Tám").await;
    clerk.presses("Bỏ qua").await;
    assert_eq!(town.entries(), "source | Lê Văn Tám\n");
    clerk.says("/nhapho").await;
    assert!(clerk.reads().contains("đang nhập dở"));
    clerk.says("/huy").await;
    assert_eq!(town.keeps("entry"), 0);
    clerk.says("/nhapho").await;
    clerk.says("Lê Văn Tám").await;
    town.passes(2 * 86_400).await;
    assert_eq!(
        town.keeps("entry"),
        0,
        "a forgotten entry goes, with the name in it"
    );
    clerk.presses("Bỏ qua").await;
    assert_eq!(town.keeps("entered_for"), 0);
}

#[tokio::test]
async fn nobody_else_enters_and_forged_buttons_do_nothing() {
    let (town, _group, mai) = town_with_delegation().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/nhapho").await;
    assert!(lan.reads().contains("Chỉ văn phòng được nhập hộ"));
    mai.says("/nhapho").await;
    assert!(mai.reads().contains("Chỉ nhóm của văn phòng"));
    let clerk = clerk(&town).await;
    let _code = enters(&clerk, None).await;
    clerk.says("/nhapho").await;
    for data in [
        "p/sd:2", "p/sk:2", "p/xx:2", "p/so:2", "p/ag", "p/rp:1", "p/co:1", "p/pa:1", "p/ho:1",
        "p/wr:1", "p/op:1",
    ] {
        lan.forges(data).await;
        mai.forges(data).await;
    }
    assert_eq!(town.entries(), "name | –\n");
    assert_eq!(town.questions(), 1);
    for nothing in ["contact_seen", "slip_printed", "answer_handed_over"] {
        assert_eq!(town.events(nothing), 0, "{nothing}");
    }
    clerk.forges("p/fr:2:telegram").await;
    clerk.forges("p/mt:2:DV01").await;
    clerk.forges("p/ct:2:land").await;
    clerk.forges("p/sd:2").await;
    assert_eq!(
        town.questions(),
        1,
        "an entry that lacks something becomes nothing"
    );
}

#[tokio::test]
async fn somebody_on_duty_in_the_offices_group_enters_in_private() {
    let (town, _group, _mai) = town_with_delegation().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thư");
    let thu_alone = Person::new(town.clone(), thu.id, thu.id);
    thu_alone.says("/nhapho").await;
    assert!(thu_alone.reads().contains("Chỉ văn phòng"));
    thu.says("/nhapho").await;
    thu_alone.says("/nhapho").await;
    assert!(thu_alone.reads().contains("Họ tên người gửi?"));
    town.passes(2 * 86_400).await;
    thu_alone.says("/nhapho").await;
    assert!(thu_alone.reads().contains("Chỉ văn phòng"));
}

#[tokio::test]
async fn a_clerk_by_role_enters_without_having_acted_in_the_group() {
    let (town, _group, _mai) = town_with_delegation().await;
    let thu = town.stranger("Cô Thư");
    thu.says("/start").await;
    town.makes_clerk(&thu, "Thư");
    thu.says("/nhapho").await;
    assert!(thu.reads().contains("Họ tên người gửi?"));
}

#[tokio::test]
async fn the_gate_warns_a_clerk_and_does_not_stop_them() {
    let (town, _group, _mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    clerk.says("/nhapho").await;
    clerk.presses("không nêu tên").await;
    clerk.presses("Bỏ qua").await;
    clerk.presses("Qua thư").await;
    clerk.presses("Phường Đồng Văn").await;
    clerk.presses("cả địa bàn").await;
    clerk.forgets();
    clerk
        .says("Tôi tố cáo ông chủ tịch xã nhận tiền của dân để cấp sổ đỏ")
        .await;
    assert!(clerk.reads().contains("giống đơn tố cáo"));
    clerk.presses("Quay lại").await;
    clerk
        .says("Nhà tôi đang cháy, có người mắc kẹt bên trong, cứu với")
        .await;
    assert!(clerk.reads().contains("Xin gọi ngay 113, 114, 115"));
    clerk.presses("Lĩnh vực khác").await;
    clerk.chooses("An ninh").await;
    clerk.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
}

#[tokio::test]
async fn the_answer_goes_to_the_office_to_be_printed_and_the_card_says_so() {
    let (town, _group, mai) = town_with_delegation().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thư");
    let clerk = clerk(&town).await;
    let code = enters(&clerk, Some("0912345678")).await;
    mai.forgets();
    thu.forgets();
    mai.replies_to(&code, "Khởi công trong tháng 12, xong trước Tết.")
        .await;
    mai.presses("Gửi cử tri").await;
    assert_snapshot!("office_is_told", thu.reads());
    assert_snapshot!("card_not_by_telegram", mai.reads());
    let flashed = thu.presses("Xem liên hệ").await;
    assert!(flashed.contains("mở chat riêng"), "{flashed}");
    let thu_alone = Person::new(town.clone(), thu.id, thu.id);
    thu_alone.says("/start").await;
    thu_alone.forgets();
    thu.presses("Xem liên hệ").await;
    assert_snapshot!("contact", thu_alone.reads());
    assert!(!thu.reads().contains("0912"));
    thu.presses("In câu trả lời").await;
    let file = thu.newest(|seen| seen.json["document"].is_object());
    assert_eq!(
        file.json["document"]["file_name"],
        format!("{code}-tra-loi.html")
    );
    let message = thu
        .newest(|seen| seen.text.contains("đã có trả lời"))
        .message_id;
    let first = thu.presses_under(message, "Đã báo");
    let second = thu.presses_under(message, "Đã báo");
    town.settle().await;
    assert_eq!(
        (thu.flashed(&first), thu.flashed(&second)).1,
        "Việc này đã quyết định rồi."
    );
    assert_snapshot!("handed_over", thu.reads() + &mai.reads());
    assert_eq!(town.events("answer_handed_over"), 1);
    assert_eq!(town.events("contact_seen"), 1);
}

#[tokio::test]
async fn with_triage_by_clerks_the_office_passes_the_news_on() {
    let by_clerks = crate::world::TOWN.replace("triage = \"automatic\"", "triage = \"clerk\"");
    let town = Town::with_council(&by_clerks).await;
    let _group = town.group_of("to-1").await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thư");
    let clerk = clerk(&town).await;
    let code = enters(&clerk, None).await;
    thu.forgets();
    thu.presses("Chuyển").await;
    let read = thu.reads();
    assert!(
        read.contains(&format!("📄 {code}: người gửi không dùng Telegram")),
        "{read}"
    );
    thu.presses("Ghi lời người dân").await;
    thu.replies_to("người dân nói gì", "Cống ở đầu ngõ, cạnh nhà văn hóa")
        .await;
    assert!(thu.reads().contains("Đã ghi lời người dân"));
    assert_eq!(town.keeps("addition"), 1);
}

#[tokio::test]
async fn what_was_asked_back_is_answered_by_phone_and_the_clock_runs_on() {
    let (town, _group, mai) = town_with_delegation().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thư");
    let clerk = clerk(&town).await;
    let code = enters(&clerk, None).await;
    mai.presses("Thêm việc").await;
    mai.presses("Gia hạn").await;
    mai.replies_to("hạn mới", "Chờ số đo của đơn vị thoát nước; 20/2/2027")
        .await;
    let older = thu.newest(|seen| {
        let mut labels = seen.buttons.iter().flatten();
        labels.any(|button| button.text.contains("Ghi lời người dân"))
    });
    mai.presses("Hỏi lại").await;
    mai.replies_to("câu muốn hỏi cử tri", "Đoạn ngập dài bao nhiêu mét?")
        .await;
    mai.forgets();
    thu.presses_under(older.message_id, "Ghi lời người dân");
    town.settle().await;
    thu.replies_to("người dân nói gì", "Đoạn từ chợ tới cầu, dài 300 m")
        .await;
    assert!(thu.reads().contains("Đã ghi lời người dân"));
    let read = mai.reads();
    assert!(read.contains("Đoạn từ chợ tới cầu"), "{read}");
    assert!(read.contains("Chị Mai"), "whoever asked is named: {read}");
    assert!(read.contains(&code));
    assert_eq!(town.questions_that_are("forwarded"), 1);
}

#[tokio::test]
async fn five_taps_and_messages_enter_a_question() {
    let (town, _group, mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    clerk.spends();
    clerk.says("/nhapho").await;
    clerk.says("Trần Thị Mơ 0912 345 678").await;
    clerk.presses("Đến trực tiếp").await;
    clerk.says("Đồng Văn").await;
    clerk
        .says("Đường vào thôn ngập mỗi khi mưa, đề nghị sửa cống")
        .await;
    clerk.presses("Gửi").await;
    crate::taps::took("Clerk: enter for somebody without Telegram", &[&clerk]);
    let card = mai.reads();
    assert!(card.contains("đề nghị sửa cống"), "{card}");
    assert!(card.contains("T.T.M."), "{card}");
}

#[tokio::test]
async fn words_typed_where_a_button_is_waited_for_stay_the_citizens() {
    let (town, _group, mai) = town_with_delegation().await;
    let clerk = clerk(&town).await;
    clerk.says("/nhapho").await;
    clerk.says("Trần Thị Mơ").await;
    clerk.presses("Bỏ qua").await;
    clerk
        .says("Đường vào thôn ngập mỗi khi mưa, đề nghị sửa cống")
        .await;
    assert!(clerk.reads().contains("Đã ghi nội dung"));
    assert_eq!(
        town.keeps("draft"),
        0,
        "it is no question of the clerk's own"
    );
    clerk.says("gọi điện").await;
    clerk.presses("Phường Đồng Văn").await;
    clerk.presses("cả địa bàn").await;
    clerk.presses("Gửi").await;
    let card = mai.reads();
    assert!(card.contains("đề nghị sửa cống"), "{card}");
    assert!(card.contains("T.T.M."), "{card}");
}

#[tokio::test]
async fn why_a_phone_number_is_not_taken_is_said() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/nhapho").await;
    clerk.says("Trần Thị Mơ").await;
    clerk.says("0912 345").await;
    assert!(clerk.reads().contains("mới có 7 chữ số"));
}
