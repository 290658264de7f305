//! Opinion slips that come back from a meeting: one message a slip, each slip once, a receipt for whoever wrote it.

use std::path::PathBuf;

use cutri::{
    admin::import::{Mode, Receipts, import, import_at, import_slips, undo_at},
    domain::{code::OpinionSlip, ids::MeetingCode, question::Source},
};
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

/// A spreadsheet of these rows in a folder of its own.
fn sheet(rows: &[[&str; 5]]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("phieu.csv");
    let mut text = String::from("Nơi ở;SỐ PHIẾU;Noi dung (nguyên văn);Họ tên;SĐT\n");
    for row in rows {
        text.push_str(&row.join(";"));
        text.push('\n');
    }
    std::fs::write(&file, text).unwrap();
    (folder, file)
}

#[tokio::test]
async fn slips_of_a_spreadsheet_become_what_nhapho_makes_of_them_and_go_as_one_batch() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let clerk = clerk(&town).await;
    mai.forgets();
    let (one, two) = (slip(7), slip(8).to_lowercase());
    let (folder, file) = sheet(&[
        [
            "Phường Đồng Văn",
            &one,
            WORDS,
            "Nguyễn Văn Bình",
            "912345678",
        ],
        ["", &two, "Đèn đường ở ngõ hỏng cả tháng nay", "", ""],
    ]);
    import_at(&file, Mode::DryRun, &town.database(), town.now()).unwrap();
    assert_eq!(town.questions(), 0);
    import_at(&file, Mode::TakeIn, &town.database(), town.now()).unwrap();
    import_at(&file, Mode::TakeIn, &town.database(), town.now()).unwrap();
    assert_eq!(town.questions(), 2, "once");
    assert_eq!(town.keeps("import_batch"), 1);
    town.passes(60).await;
    let cards = mai.reads();
    assert!(
        cards.contains(WORDS) && cards.contains("Đèn đường"),
        "{cards}"
    );
    assert!(!cards.contains("Bình"), "{cards}");
    clerk.says(&format!("/nhapho {one}\n{WORDS}")).await;
    assert!(
        clerk.reads().contains("đã được nhập"),
        "a slip is entered once"
    );
    assert_eq!(town.events("question_entered"), 2);

    mai.presses("Nhận").await;
    mai.forgets();
    undo_at(1, &town.database(), town.now()).unwrap();
    town.passes(60).await;
    assert_snapshot!("taken_back", mai.reads());
    assert_eq!(
        town.questions_that_are("withdrawn"),
        1,
        "somebody works on the other"
    );
    import_at(&file, Mode::TakeIn, &town.database(), town.now()).unwrap();
    assert_eq!(
        town.questions(),
        3,
        "the slip that was taken back is entered again"
    );
    drop(folder);
}

#[tokio::test]
async fn what_nhapho_and_the_spreadsheet_make_of_a_slip_is_the_same() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let clerk = clerk(&town).await;
    clerk
        .says(&format!("/nhapho {}\n{WORDS}\nNguyễn Văn Bình", slip(1)))
        .await;
    clerk.presses("Gửi").await;
    let typed = town.only_question();
    let other = "Đường làng hỏng nặng, đề nghị sửa trước Tết Nguyên đán";
    let (_folder, file) = sheet(&[["", &slip(2), other, "Nguyễn Văn Bình", ""]]);
    import_at(&file, Mode::TakeIn, &town.database(), town.now()).unwrap();
    town.passes(60).await;
    let filed = town.newest_question();
    assert_eq!(filed.text, other);
    assert_eq!(filed.author_initials, typed.author_initials);
    assert_eq!((filed.area, filed.category), (typed.area, typed.category));
    assert_eq!((filed.body, filed.due_on), (typed.body, typed.due_on));
    assert_eq!((filed.source, filed.kind), (typed.source, typed.kind));
    assert_eq!(
        (filed.meeting, filed.session),
        (typed.meeting, typed.session)
    );
    assert_eq!(town.keeps("entered_for"), 2);
    assert_eq!(town.keeps("opinion_slip"), 2);
}

#[tokio::test]
async fn every_bad_cell_of_a_spreadsheet_of_slips_is_named_and_nothing_is_entered() {
    let town = Town::start().await;
    let clerk = clerk(&town).await;
    clerk.says(&format!("/nhapho {}\n{WORDS}", slip(1))).await;
    clerk.presses("Gửi").await;
    let (_folder, file) = sheet(&[
        ["", &slip(1), WORDS, "", ""],
        ["", "DV01-999", WORDS, "", ""],
        ["", &slip(2).replace("DV01", "XX99"), WORDS, "", ""],
        ["Sao Hỏa", &slip(3), "", "", "12"],
        ["", &slip(4), WORDS, "", ""],
        ["", &slip(4), WORDS, "", ""],
    ]);
    for mode in [Mode::DryRun, Mode::TakeIn] {
        let told = import(&file, mode, &town.database())
            .unwrap_err()
            .to_string();
        let told = told.replace(file.to_str().unwrap(), "phieu.csv");
        let told = told.replace(&town.only_question().code.to_string(), "DT-…");
        assert_snapshot!("bad_cells", told);
    }
    assert_eq!(town.questions(), 1);
}

#[tokio::test]
async fn receipts_of_a_spreadsheet_are_pages_and_their_codes_follow() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let (folder, file) = sheet(&[["", &slip(7), WORDS, "Nguyễn Văn Bình", ""]]);
    let receipts = Receipts {
        folder: folder.path().join("bien-nhan"),
        bot: "@cutri_bot".to_owned(),
    };
    import_slips(&file, (Mode::TakeIn, &receipts), &town.database()).unwrap();
    let code = town.only_question().code;
    let pages: Vec<_> = std::fs::read_dir(&receipts.folder).unwrap().collect();
    assert_eq!(pages.len(), 1);
    let page = std::fs::read_to_string(pages[0].as_ref().unwrap().path()).unwrap();
    assert!(
        page.contains(&code.to_string()) && page.contains("<svg"),
        "{page}"
    );
    assert!(page.contains("t.me/cutri_bot"), "{page}");
    let (_, slip) = page.split_once("xin giữ kín): <b>").unwrap();
    let (slip, _) = slip.split_once("</b>").unwrap();
    let binh = town.resident("Nguyễn Văn Bình", "Phường Đồng Văn").await;
    binh.says(&format!("/start q_{code}")).await;
    binh.presses("Gõ mã phiếu").await;
    binh.says(slip).await;
    assert_eq!(town.questions_of(&binh), 1);
}

#[test]
fn the_template_is_a_spreadsheet_of_slips() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("cutri.db");
    let council = cutri::domain::council::Council::parse(crate::world::TOWN).unwrap();
    let connection = cutri::store::open_connection(&database).unwrap();
    let now = jiff::Timestamp::from_second(1_795_400_000).unwrap();
    cutri::store::write_once(&connection, |tx| {
        cutri::store::council::load(tx, &council, now)
    })
    .unwrap();
    let template = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/phieu-y-kien.xlsx");
    import(std::path::Path::new(template), Mode::TakeIn, &database).unwrap();
}
