//! "Phát hành…" under a draft of `/baocao`: number and day as a clerk types them, once more before it is done, and the same file
//! again whenever it is wanted.

use cutri::admin::report::{Order, report};
use insta::assert_snapshot;

use crate::{
    paper_rules,
    people::Person,
    proxy::clerk,
    reports::{file, of_the_command_line},
    taps::took,
    world::Town,
};

/// Files that came, by name and what stands under them.
fn files(person: &Person) -> usize {
    let seen = person.town().world().messages(person.chat);
    let files = seen.iter().filter(|seen| seen.json["document"].is_object());
    files.count()
}

/// A town where Lan has asked, and a clerk in private.
async fn town() -> (Town, Person) {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let thu = clerk(&town).await;
    (town, thu)
}

async fn issues(clerk: &Person, paper: &str, typed: &str) {
    clerk.says(&format!("/baocao {paper}")).await;
    clerk.presses("Phát hành…").await;
    clerk.says(typed).await;
    clerk.presses("✅ Phát hành").await;
}

#[tokio::test]
async fn a_clerk_issues_a_draft_and_gets_the_very_file_again() {
    let (town, thu) = town().await;
    thu.says("/baocao tổng hợp").await;
    let (_, draft, _) = file(&town, &thu);
    assert!(paper_rules::words(&draft).contains("(Dự thảo)"));
    thu.forgets();
    thu.spends();
    thu.presses("Phát hành…").await;
    thu.says("5 hôm nay").await;
    assert_snapshot!("to_be_issued", thu.reads());
    thu.presses("✅ Phát hành").await;
    took("Clerk: issue a paper, from its draft", &[&thu]);
    assert_snapshot!("issued", thu.reads());
    let (name, bytes, _) = file(&town, &thu);
    assert!(name.starts_with("summary-"), "{name}");
    let words = paper_rules::words(&bytes);
    assert!(
        words.contains("Số: 05/BC-HĐND") && !words.contains("(Dự thảo)"),
        "{words}"
    );
    assert!(words.contains("ngày 23 tháng 11 năm 2026"), "{words}");
    assert_eq!(paper_rules::broken(&bytes, true), [""; 0]);
    assert_eq!(town.keeps("issued_paper"), 1);
    assert_eq!(town.events_by_somebody("paper_issued"), 1);

    let hue = town.resident("Vũ Thị Huệ", "Phường Đồng Văn").await;
    hue.asks("Cống thoát nước ngõ Ba bị sập", "Giao thông")
        .await;
    thu.forgets();
    thu.spends();
    thu.says("/baocao").await;
    thu.presses("Giấy tờ đã phát hành").await;
    thu.presses("Báo cáo tổng hợp").await;
    took("Clerk: an issued paper again", &[&thu]);
    assert_snapshot!("issued_again", thu.reads());
    assert_eq!(file(&town, &thu).1, bytes, "byte for byte");

    thu.says("/baocao tổng hợp").await;
    assert!(!thu.is_offered("Phát hành…"), "issued once");
    thu.presses("Bản đã phát hành, số 05").await;
    assert_eq!(file(&town, &thu).1, bytes, "byte for byte");
    assert_eq!(town.keeps("issued_paper"), 1);
}

#[tokio::test]
async fn what_the_chat_issues_is_what_the_command_line_issues() {
    let (town, thu) = town().await;
    let order = || Order {
        issue: true,
        number: Some("07".to_owned()),
        dated: Some("2026-11-23".to_owned()),
        ..Order::default()
    };
    issues(&thu, "kết quả", "07 ngày 23/11/2026").await;
    let (_, in_chat, _) = file(&town, &thu);
    let again = of_the_command_line(&town, "results", "docx", order()).await;
    assert_eq!(
        in_chat, again,
        "issued in the chat, the same on the command line"
    );
    let first = of_the_command_line(&town, "supervision", "docx", order()).await;
    thu.says("/baocao giám sát").await;
    thu.presses("Bản đã phát hành, số 07").await;
    assert_eq!(
        file(&town, &thu).1,
        first,
        "issued there, the same in the chat"
    );
    assert_eq!(town.keeps("issued_paper"), 2);
    assert_eq!(town.events("paper_issued"), 2);
}

#[tokio::test]
async fn no_number_and_no_day_is_made_up() {
    let (town, thu) = town().await;
    thu.says("/baocao kế hoạch").await;
    thu.presses("Phát hành…").await;
    thu.forgets();
    let mut told = Vec::new();
    for typed in ["hôm nay", "05", "05 ngày 31/11/2026", "05 ngày 1/12/2062"] {
        thu.says(typed).await;
        told.push(thu.reads());
    }
    assert_snapshot!("not_read", told.join("—\n"));
    thu.says("/huy").await;
    thu.says("05 hôm nay").await;
    assert!(!thu.is_offered("✅ Phát hành"), "it was left");
    thu.says("/huy").await;
    thu.says("/baocao kế hoạch").await;
    thu.presses("Phát hành…").await;
    thu.says("05 ngày 1/12").await;
    thu.presses("Gõ lại").await;
    thu.says("số 06 ngày mai").await;
    assert!(thu.reads().contains("Số 06, ngày 24/11/2026"));
    thu.presses("Thôi").await;
    assert!(thu.reads().contains("Chưa phát hành gì"));
    assert_eq!(town.keeps("issued_paper"), 0);
}

#[tokio::test]
async fn a_number_that_a_paper_of_the_kind_has_this_year_is_told() {
    let (town, thu) = town().await;
    issues(&thu, "biên bản DV01", "5 ngày 1/12/2026").await;
    assert_eq!(town.keeps("issued_paper"), 1);
    let order = Order {
        kind: "minutes".to_owned(),
        issue: true,
        meeting: Some("DV02".to_owned()),
        number: Some("5".to_owned()),
        dated: Some("2026-12-09".to_owned()),
        ..Order::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let told = report(&order, &folder.path().join("a.docx"), &town.database()).await;
    let told = told.unwrap_err().to_string();
    assert!(
        told.contains("--number 5: issue 1/2026 (minutes) has it"),
        "{told}"
    );
    thu.says("/baocao biên bản DV02").await;
    thu.presses("Phát hành…").await;
    thu.forgets();
    thu.says("05 hôm nay").await;
    assert_snapshot!("number_used", thu.reads());
    thu.says("05 ngày 4/1/2027").await;
    thu.presses("✅ Phát hành").await;
    assert_eq!(town.keeps("issued_paper"), 2, "another year counts anew");
    issues(&thu, "thông báo", "05 hôm nay").await;
    assert_eq!(
        town.keeps("issued_paper"),
        3,
        "another kind counts for itself"
    );
}

#[tokio::test]
async fn two_clerks_at_once_and_a_double_press_issue_once() {
    let (town, thu) = town().await;
    let office = town.group_of("office").await.member("Chị Hòa");
    for person in [&thu, &office] {
        person.says("/baocao tổng hợp").await;
        person.presses("Phát hành…").await;
    }
    thu.says("05 hôm nay").await;
    office.replies_to("Phát hành", "06 hôm nay").await;
    let (hers, theirs) = (files(&thu), files(&office));
    let message = thu
        .newest(|seen| seen.text.contains("Sẽ phát hành"))
        .message_id;
    thu.presses_under(message, "✅ Phát hành");
    thu.presses_under(message, "✅ Phát hành");
    office.presses_without_waiting("✅ Phát hành");
    town.settle().await;
    assert_eq!(town.keeps("issued_paper"), 1);
    assert_eq!(town.events("paper_issued"), 1);
    assert!(
        files(&thu) > hers && files(&office) > theirs,
        "both have it"
    );
    assert_eq!(file(&town, &thu).1, file(&town, &office).1);
    let told = [file(&town, &thu).2, file(&town, &office).2];
    let late = told
        .iter()
        .filter(|told| told.contains("đã được phát hành trước đó"));
    assert_eq!(late.count(), 1, "{told:?}");
    let number = |told: &String| told.contains("số 05");
    assert_eq!(number(&told[0]), number(&told[1]), "{told:?}");
}

#[tokio::test]
async fn only_the_office_issues() {
    let (town, thu) = town().await;
    let mai = town.group_of("to-2").await.member("Chị Mai");
    mai.says("/baocao").await;
    assert!(!mai.is_offered("Giấy tờ đã phát hành"));
    mai.says("/baocao tổng hợp").await;
    let sent = mai.newest(|seen| seen.json["document"].is_object());
    assert!(sent.buttons.is_empty(), "a draft of a delegation");
    thu.says("/baocao tổng hợp").await;
    let stranger = town.resident("Bình", "Phường Đồng Văn").await;
    for forged in ["k/pi:1", "k/pc:1:20780:05", "k/pl:0", "k/pg:1"] {
        assert!(mai.forges(forged).await.contains("văn phòng"), "{forged}");
        assert!(
            stranger.forges(forged).await.contains("văn phòng"),
            "{forged}"
        );
    }
    assert_eq!(town.keeps("issued_paper"), 0);
    thu.forges("k/pi:99").await;
    thu.forges("k/pg:99").await;
    for paper in ["sổ", "phiếu DV01", "biểu đồ"] {
        thu.says(&format!("/baocao {paper}")).await;
        let sent = thu.newest(|seen| seen.json["document"].is_object());
        assert!(sent.buttons.is_empty(), "{paper} has no number");
    }
}

#[tokio::test]
async fn in_the_offices_group_the_words_are_a_reply_and_anybody_else_is_not_heard() {
    let (town, thu) = town().await;
    let group = town.group_of("office").await;
    let (hoa, thanh) = (group.member("Chị Hòa"), group.member("Anh Thanh"));
    hoa.says("/baocao tổng hợp").await;
    hoa.presses("Phát hành…").await;
    thanh.replies_to("Phát hành", "09 hôm nay").await;
    assert!(!hoa.is_offered("✅ Phát hành"), "she was asked, not he");
    hoa.presses("Hủy").await;
    hoa.presses("Phát hành…").await;
    hoa.replies_to("Phát hành", "mai").await;
    hoa.replies_to("chưa thấy số", "05 hôm nay").await;
    hoa.presses("✅ Phát hành").await;
    assert_eq!(town.keeps("issued_paper"), 1);
    thu.says("/baocao").await;
    thu.presses("Giấy tờ đã phát hành").await;
    assert!(thu.is_offered("05 · 23/11/2026 · Báo cáo tổng hợp"));
}

#[tokio::test]
async fn a_process_that_ends_after_the_press_issues_once_at_the_next_start() {
    let (town, thu) = town().await;
    thu.says("/baocao tổng hợp").await;
    thu.presses("Phát hành…").await;
    thu.says("05 hôm nay").await;
    thu.presses_without_waiting("✅ Phát hành");
    town.takes_updates_without_sending().await;
    assert_eq!(town.keeps("issued_paper"), 0, "pressed, and not made yet");
    town.restart().await;
    assert_eq!(town.keeps("issued_paper"), 1);
    town.restart().await;
    assert_eq!(town.events("paper_issued"), 1);
    let (_, bytes, told) = file(&town, &thu);
    assert!(paper_rules::words(&bytes).contains("Số: 05/BC-HĐND"));
    assert!(told.contains("Đã phát hành và lưu"), "{told}");
}
