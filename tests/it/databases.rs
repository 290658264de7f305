//! Databases that earlier versions made (`tests/databases`): how one is made.

use std::path::Path;

use crate::{
    meetings::register,
    proxy::{clerk, enters},
    scene::card,
    world::Town,
};

/// Clerks, and how each came to be asked for words about a meeting.
const ASKED_OF_CLERKS: [(&str, &str, &[&str]); 6] = [
    ("Thư ký lập", "/taolich", &["Tạo hội nghị"]),
    ("Thư ký sửa", "/taolich DV01", &["Sửa"]),
    ("Thư ký nhân bản", "/taolich DV01", &["Nhân bản"]),
    ("Thư ký hủy", "/taolich MB01", &["Hủy hội nghị"]),
    (
        "Thư ký ghi tên",
        "/diemdanh DV01",
        &["🎤 Phát biểu", "Thêm người"],
    ),
    ("Thư ký kết thúc", "/taolich DV01", &["Ghi kết quả"]),
];

/// Names the folder in which the database of the test below is kept for tests of later versions, before the first
/// migration of a new version lands; `tests/databases/README.md` says how.
const KEEP_IN: &str = "CUTRI_KEEP_DATABASE_IN";

#[tokio::test]
async fn a_few_days_of_a_council_are_taken_up_from_their_database() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let office = town.group_of("office").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let hung = town.resident("Trần Văn Hùng", "Phường Đồng Văn").await;
    lan.says("/start m_DV01").await;
    register(&lan, "DV01").await;
    register(&hung, "DV01").await;

    // Answered and judged, with what nobody else may read.
    let road = lan
        .asks(
            "Đường vào thôn Đông ngập mỗi khi mưa, tôi tên là Nguyễn Thị Lan, gọi 0912 345 678",
            "Giao thông",
        )
        .await;
    mai.replies_to(
        &road,
        "Phường đã nạo vét cống ngày 20/11, hỏi ông Lê Văn Tám, tam.le@example.vn",
    )
    .await;
    mai.presses("Gửi cử tri").await;
    lan.presses("Thỏa đáng").await;

    // Asked back, set aside, withdrawn, open, and one entered for somebody who came in person.
    let light = hung
        .asks("Đèn đường ở ngõ 4 hỏng từ tháng trước", "Giao thông")
        .await;
    mai.replies_to(&light, "Chưa rõ ngõ nào.").await;
    mai.presses("nội bộ").await;
    mai.presses_under(card(&mai, &light).message_id, "Hỏi lại");
    town.settle().await;
    mai.replies_to("câu muốn hỏi cử tri", "Cột đèn số mấy?")
        .await;
    let rubbish = lan
        .asks("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường")
        .await;
    lan.says(&format!("/cuatoi {rubbish}")).await;
    lan.presses("Rút lại").await;
    lan.presses("không nêu lý do").await;
    lan.asks("Trường mầm non thiếu phòng học trầm trọng", "Giáo dục")
        .await;
    let clerk = clerk(&town).await;
    enters(&clerk, Some("0987654321")).await;

    // Still being written.
    hung.says("/hoi").await;
    hung.says("Mương tưới cánh đồng Trên cạn nước từ đầu vụ")
        .await;
    drop(office);

    // Two seats are taken, one waits, one is reserved.
    for name in ["Phạm Văn An", "Vũ Thị Bình", "Đỗ Chi"] {
        let person = town.resident(name, "Mộc Bắc").await;
        person.says("/start m_MB01").await;
        person.forges("mr:MB01").await;
    }

    // On the morning of DV01, clerks in the middle of their dialogues about meetings.
    town.passes(8 * 86_400 + 60).await;
    for (name, command, buttons) in ASKED_OF_CLERKS {
        let clerk = town.stranger(name);
        clerk.says("/start").await;
        town.makes_clerk(&clerk, name);
        clerk.says(command).await;
        for button in buttons {
            clerk.presses(button).await;
        }
    }
    let passing = tempfile::tempdir().unwrap();
    let folder = std::env::var_os(KEEP_IN).map_or_else(|| passing.path().to_owned(), Into::into);
    let kept = town.keep_database(&folder);

    let later = Town::with_database(&kept).await;
    let of_states = "select state, count(*) from question group by state order by state";
    assert_eq!(later.rows(of_states), town.rows(of_states));
    assert_eq!(later.count("select count(*) from draft"), 1);
}

#[tokio::test]
async fn answers_of_an_older_database_are_found_with_what_they_hide_hidden() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases");
    let town = Town::with_database(&folder.join("0013.db")).await;
    let hoa = town.resident("Hoa", "Phường Đồng Văn").await;
    hoa.says("/tracuu ngập cống").await;
    let found = hoa.reads();
    assert!(
        found.contains("Chưa có câu trả lời"),
        "nobody has looked yet: {found}"
    );
    town.publishes_all().await;
    hoa.says("/tracuu ngập cống").await;
    let found = hoa.reads();
    assert!(found.contains("thôn Đông ngập"), "{found}");
    assert!(
        !found.contains("0912") && !found.contains("tam.le"),
        "{found}"
    );
    for hidden in ["0912", "345", "Tám", "tam.le"] {
        hoa.says(&format!("/tracuu {hidden}")).await;
        let found = hoa.reads();
        assert!(found.contains("Chưa có câu trả lời"), "{hidden}: {found}");
    }
    assert_eq!(town.count("select count(*) from public_text"), 1);
}

#[tokio::test]
async fn clerks_of_an_older_database_go_on_where_they_were_asked_about_a_meeting() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases");
    let town = Town::with_database(&folder.join("0015.db")).await;
    let clerk_of = |dialogue: &str| {
        let id = town.count(&format!(
            "select user_id from conversation where state like '%{dialogue}%'"
        ));
        town.somebody_with(id, dialogue)
    };
    let planner = clerk_of("planning_meeting");
    let changer = clerk_of("changing_meeting");
    let copier = clerk_of("copying_meeting");
    let caller_off = clerk_of("calling_off_meeting");
    let namer = clerk_of("naming_speaker");
    let closer = clerk_of("closing_meeting");

    planner.says("Mã: ?").await;
    let read = planner.reads();
    assert!(read.contains("Chưa được"), "asked again: {read}");
    planner
        .says("Mã: MB09\nKhu vực: Mộc Bắc\nBắt đầu: 08:00 10/12/2026\nNơi họp: Nhà văn hóa")
        .await;
    assert!(planner.reads().contains("Mã: MB09"));
    changer.says("Nơi họp: Hội trường phường").await;
    assert!(changer.reads().contains("Nơi họp: Hội trường phường"));
    copier.says("Duy Minh").await;
    assert_eq!(town.meetings_that_are("draft"), 2);
    caller_off.says("Bão số 9").await;
    assert_eq!(town.meetings_that_are("cancelled"), 1);
    namer.says("Ông Tư, xóm 3").await;
    assert!(namer.reads().contains("Ông Tư, xóm 3"));
    closer.says("3 2 1").await;
    assert_eq!(town.count("select opinions from meeting_outcome"), 3);
    assert_eq!(town.keeps("conversation"), 0);
}
