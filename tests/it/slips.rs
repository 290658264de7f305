//! Opinion slips that come back from a meeting: one message a slip, each slip once, a receipt for whoever wrote it.

use cutri::domain::{code::OpinionSlip, ids::MeetingCode, question::Source};
use insta::assert_snapshot;

use crate::{
    proxy::{clerk, without_slip},
    reports::file,
    world::Town,
};

const WORDS: &str = "Đường làng hỏng nặng, đề nghị sửa trước Tết";

fn slip(number: u16) -> String {
    OpinionSlip {
        meeting: MeetingCode::new("DV01"),
        number,
    }
    .to_string()
}

#[tokio::test]
async fn a_slip_is_one_message_and_one_tap_and_has_a_receipt() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let clerk = clerk(&town).await;
    mai.forgets();
    clerk.spends();
    let typed = format!(
        "/nhapho {}\nNguyễn Văn Bình 0912345678\n{WORDS}\nPhường Đồng Văn",
        slip(7).to_lowercase()
    );
    clerk.says(&typed).await;
    assert_snapshot!("preview", clerk.reads());
    clerk.presses("Gửi").await;
    let spent = clerk.spends();
    assert_eq!((spent.taps, spent.messages), (1, 1), "docs/taps.md");
    assert_snapshot!("receipt", without_slip(&clerk.reads()));
    let question = town.only_question();
    assert_eq!((question.source, question.author), (Source::Meeting, None));
    assert_eq!(question.meeting, Some(MeetingCode::new("DV01")));
    let card = mai.reads();
    assert!(card.contains(WORDS) && !card.contains("Bình"), "{card}");
}

#[tokio::test]
async fn a_slip_is_entered_once_whoever_enters_it() {
    let town = Town::start().await;
    let group = town.group_of("office").await;
    let thu = group.member("Chị Thư");
    let clerk = clerk(&town).await;
    let one = format!("/nhapho {}\n{WORDS}", slip(7));
    // Both have it on the screen.
    thu.says(&one).await;
    clerk.says(&one).await;
    clerk.presses("Gửi").await;
    let code = town.only_question().code;
    thu.forgets();
    thu.presses("Gửi").await;
    let told = thu.reads();
    assert!(told.contains("đã được nhập rồi"), "{told}");
    assert!(told.contains(&code.to_string()), "{told}");
    clerk.forgets();
    clerk.says(&one).await;
    assert!(clerk.reads().contains("đã được nhập rồi"));
    assert_eq!(town.questions(), 1);
    clerk
        .says(&format!("/nhapho {}\n{WORDS} ở xóm dưới", slip(8)))
        .await;
    clerk.presses("Gửi").await;
    assert_eq!(town.questions(), 2, "the next slip");
}

#[tokio::test]
async fn what_is_wrong_with_a_slip_is_said_and_nothing_is_kept() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    let right = slip(7);
    let wrong = format!(
        "{}{}",
        &right[..right.len() - 1],
        if right.ends_with('A') { 'B' } else { 'A' }
    );
    let mut told = Vec::new();
    for typed in [
        format!("/nhapho {wrong}\n{WORDS}"),
        format!("/nhapho {}\n{WORDS}", right.replace("DV01", "XX99")),
        format!("/nhapho {}<b>\n{WORDS}", slip(7)),
    ] {
        clerk.says(&typed).await;
        told.push(clerk.reads());
        clerk.says("/huy").await;
        clerk.forgets();
    }
    assert_snapshot!("wrong", told.join("—\n"));
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.says(&format!("/nhapho {right}\n{WORDS}")).await;
    assert_eq!(town.questions(), 0);
    assert_eq!(town.keeps("entry"), 0);
}

#[tokio::test]
async fn what_the_slip_does_not_say_is_asked_for_and_an_unfinished_slip_is_not_lost() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says(&format!("/nhapho {}", slip(1))).await;
    assert!(clerk.is_offered("Hủy"));
    clerk.says(WORDS).await;
    clerk.forgets();
    clerk
        .says(&format!(
            "/nhapho {}\nĐèn đường ở ngõ hỏng cả tháng nay",
            slip(2)
        ))
        .await;
    let shown = clerk.reads();
    assert!(shown.contains(WORDS), "the first one still waits: {shown}");
    clerk.presses("Gửi").await;
    assert_eq!(town.only_question().text, WORDS);
    let long = "x ".repeat(2_000);
    clerk.says(&format!("/nhapho {}\n{long}", slip(3))).await;
    clerk.presses("Hủy").await;
    assert_eq!(town.keeps("entry"), 0);
}

#[tokio::test]
async fn slips_are_printed_each_with_a_code_of_its_own() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says("/baocao phiếu DV01 5").await;
    let (name, bytes, _) = file(&town, &clerk);
    assert!(name.starts_with("slips-DV01"), "{name}");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let document = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
    for number in 1..=5 {
        assert_eq!(document.matches(&slip(number)).count(), 1, "{number}");
    }
    assert!(!document.contains(&slip(6)));
}
