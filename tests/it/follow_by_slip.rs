//! Following a question that a clerk entered: by the code on the paper, or by the phone that was given.

use cutri::emulator::{ContactCard, Send};
use insta::assert_snapshot;

use crate::{
    people::Person,
    proxy::{clerk, enters, slip_of},
    world::Town,
};

async fn entered(phone: Option<&str>) -> (Town, Person, String, String) {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let clerk = clerk(&town).await;
    let code = enters(&clerk, phone).await;
    let slip = slip_of(&clerk);
    (town, mai, code, slip)
}

async fn opens(person: &Person, code: &str) {
    person.says(&format!("/start q_{code}")).await;
}

fn contact(phone: &str, of: i64) -> Send {
    Send {
        contact: Some(ContactCard {
            phone_number: phone.to_owned(),
            first_name: "Mơ".to_owned(),
            last_name: None,
            user_id: Some(of),
        }),
        ..Send::default()
    }
}

#[tokio::test]
async fn whoever_has_the_slip_becomes_the_author_once() {
    let (town, mai, code, slip) = entered(None).await;
    let mo = town.resident("Trần Thị Mơ", "Đồng Văn").await;
    let other = town.resident("Người khác", "Đồng Văn").await;
    opens(&mo, &code).await;
    mo.presses("Gõ mã phiếu").await;
    assert_snapshot!("offer", mo.reads());
    mo.says(&slip.to_lowercase().replace('-', " ")).await;
    assert_snapshot!("followed", mo.reads());
    opens(&other, &code).await;
    other.presses("Gõ mã phiếu").await;
    other.says(&slip).await;
    assert!(other.reads().contains("Mã phiếu không khớp"), "used once");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    let read = mo.reads();
    assert!(read.contains("Khởi công trong tháng 12."), "{read}");
    assert!(mai.reads().contains("Cử tri nhận lúc"));
    assert_eq!(town.questions_of(&mo), 1);
}

#[tokio::test]
async fn an_answer_given_meanwhile_is_there_at_once() {
    let (town, mai, code, slip) = entered(None).await;
    mai.replies_to(&code, "Đã sửa xong cống.").await;
    mai.presses("Gửi cử tri").await;
    mai.forgets();
    let mo = town.resident("Trần Thị Mơ", "Đồng Văn").await;
    opens(&mo, &code).await;
    mo.presses("Gõ mã phiếu").await;
    mo.says(&slip).await;
    let read = mo.reads();
    assert!(read.contains("Trả lời câu hỏi"), "{read}");
    assert!(read.contains("Đã sửa xong cống."));
    assert!(mai.reads().contains("Cử tri nhận lúc"));
}

#[tokio::test]
async fn wrong_codes_tell_nothing_and_are_limited_to_five_a_day() {
    let (town, _mai, code, slip) = entered(Some("0912345678")).await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    opens(&lan, &code).await;
    let first = lan.reads();
    let unknown = "DT-0777";
    let letter = ('A'..='Z')
        .map(|letter| format!("{unknown}{letter}"))
        .find(|typed| {
            let prefix = cutri::domain::code::CodePrefix::new("DT").unwrap();
            cutri::domain::code::QuestionCode::parse(typed, prefix).is_ok()
        })
        .unwrap();
    opens(&lan, &letter).await;
    assert_eq!(
        lan.reads().replace(&letter, &code),
        first,
        "a code that does not exist looks the same"
    );
    assert!(!first.contains("ngập"));
    opens(&lan, &code).await;
    lan.presses("Gõ mã phiếu").await;
    lan.says("ABC").await;
    assert!(lan.reads().contains("gồm 8 chữ và số"));
    for left in (1..5).rev() {
        lan.says("ABCD-2345").await;
        let read = lan.reads();
        assert!(read.contains(&format!("còn {left} lần thử")), "{read}");
    }
    lan.says("ABCD-2345").await;
    assert!(lan.reads().contains("thử quá nhiều lần"));
    let flashed = lan.presses("Gõ mã phiếu").await;
    assert!(flashed.contains("quá nhiều lần"), "{flashed}");
    lan.forgets();
    lan.says(&slip).await;
    assert_eq!(town.question(&code).author, None);
    town.passes(86_400).await;
    lan.says("/huy").await;
    opens(&lan, &code).await;
    lan.presses("Gõ mã phiếu").await;
    lan.says(&slip).await;
    assert!(lan.reads().contains("theo dõi"));
}

#[tokio::test]
async fn the_own_phone_that_was_given_proves_it_and_nobody_elses() {
    let (town, _mai, code, _slip) = entered(Some("0912 345 678")).await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    opens(&lan, &code).await;
    lan.presses("Dùng số điện thoại").await;
    assert_snapshot!("ask_phone", lan.reads());
    lan.sends(contact("84912345678", lan.id + 1)).await;
    assert!(
        lan.reads().contains("chính ông/bà"),
        "somebody else's contact"
    );
    lan.sends(contact("84987654321", lan.id)).await;
    assert!(lan.reads().contains("không khớp"));
    let mo = town.resident("Trần Thị Mơ", "Đồng Văn").await;
    opens(&mo, &code).await;
    mo.presses("Dùng số điện thoại").await;
    mo.sends(contact("84912345678", mo.id)).await;
    assert!(mo.reads().contains("Từ giờ ông/bà theo dõi"));
    assert_eq!(town.questions_of(&mo), 1);
}

#[tokio::test]
async fn leaving_the_phone_brings_the_home_keyboard_back() {
    let (town, _mai, code, _slip) = entered(None).await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    opens(&lan, &code).await;
    lan.presses("Dùng số điện thoại").await;
    lan.forgets();
    lan.says("◀ Quay lại").await;
    let read = lan.reads();
    assert!(read.contains("Đã thôi") && read.contains("⟨📝"), "{read}");
}

#[tokio::test]
async fn a_newcomer_agrees_first_and_then_goes_on_with_the_paper() {
    let (town, _mai, code, slip) = entered(None).await;
    let mo = town.stranger("Trần Thị Mơ");
    opens(&mo, &code).await;
    mo.presses("Đồng ý").await;
    mo.presses("Đồng Văn").await;
    mo.presses("Gõ mã phiếu").await;
    mo.says(&slip).await;
    assert!(mo.reads().contains("Từ giờ ông/bà theo dõi"));
}

#[tokio::test]
async fn two_with_the_same_paper_at_once_one_gets_it() {
    let (town, _mai, code, slip) = entered(None).await;
    let one = town.resident("Một", "Đồng Văn").await;
    let two = town.resident("Hai", "Đồng Văn").await;
    for person in [&one, &two] {
        opens(person, &code).await;
        person.presses("Gõ mã phiếu").await;
    }
    one.says_without_waiting(&slip);
    two.says_without_waiting(&slip);
    town.settle().await;
    let read = one.reads() + &two.reads();
    assert_eq!(read.matches("Từ giờ ông/bà theo dõi").count(), 1);
    assert_eq!(read.matches("Mã phiếu không khớp").count(), 1);
}

#[tokio::test]
async fn the_question_of_an_author_stays_theirs() {
    let (town, _mai, _code, _slip) = entered(None).await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    let code = hoa
        .asks("Đường Nguyễn Hữu Tiến ngập mỗi khi mưa", "Giao thông")
        .await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    opens(&lan, &code).await;
    lan.presses("Gõ mã phiếu").await;
    lan.says("ABCD-2345").await;
    assert!(!lan.reads().contains("Hữu Tiến"));
    hoa.forgets();
    opens(&hoa, &code).await;
    assert!(hoa.reads().contains("Hữu Tiến"));
}
