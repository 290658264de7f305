//! Time limits of papers and meetings: the office reads in the morning what is near or missed, once a day, and nobody else does.

use cutri::domain::report::ReportKind;
use insta::assert_snapshot;

use crate::{
    people::Person,
    world::{TOWN, Town, no_meetings, nothing_planned},
};

const DAY: i64 = 86_400;

/// Monday 08:00; the office and a delegation in their groups.
async fn town(council: &str) -> (Town, Person, Person) {
    let town = Town::with_council(council).await;
    let office = town.group_of("office").await.member("Chị Thư");
    let mai = town.group_of("to-1").await.member("Chị Mai");
    office.forgets();
    mai.forgets();
    (town, office, mai)
}

/// The meeting of the example at Đồng Văn, alone, on another day.
fn with_meeting_on(day: &str) -> String {
    let begin = TOWN.find("[[meetings]]").unwrap();
    let end = begin + 4 + TOWN[begin + 4..].find("[[meetings]]").unwrap();
    let meeting = TOWN[begin..end].replace("2026-12-01T", &format!("{day}T"));
    let meeting = meeting.replace("2026-11-30T", &format!("{day}T")).replace(
        &format!("registration_closes_at = {day}T17:00:00+07:00"),
        &format!("registration_closes_at = {day}T07:00:00+07:00"),
    );
    format!("{}{meeting}", no_meetings())
}

#[tokio::test]
async fn a_meeting_that_was_announced_too_late_is_told_once_with_rule_and_source() {
    let (town, office, mai) = town(&nothing_planned()).await;
    town.loads(&with_meeting_on("2026-11-27")).await;
    office.forgets();
    mai.forgets();
    town.passes(DAY).await;
    assert_snapshot!("announced_late", office.reads());
    assert_eq!(mai.reads(), "", "it is the office's business");
    town.passes(3_600).await;
    assert_eq!(office.reads(), "", "not twice on a day");
    town.passes(DAY).await;
    let next = office.reads();
    assert!(!next.contains("có ngày 23/11/2026"), "{next}");
}

#[tokio::test]
async fn a_limit_that_is_switched_off_is_silent() {
    let off = "\n[[papers.clock]]\nkey = \"plan_published\"\nvalue = \"off\"\n";
    let (town, office, _) = town(&nothing_planned()).await;
    town.loads(&format!("{}{off}", with_meeting_on("2026-11-27")))
        .await;
    office.forgets();
    town.passes(DAY).await;
    assert!(!office.reads().contains("Thời hạn giấy tờ"));
}

#[tokio::test]
async fn letters_of_invitation_are_near_then_missed_then_of_no_use() {
    let (town, office, _) = town(TOWN).await;
    let hoa = town.resident("Trần Thị Hoa", "Phường Đồng Văn").await;
    hoa.says("/start m_DV01").await;
    hoa.presses("Gửi câu hỏi cho hội nghị này").await;
    hoa.says("Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?")
        .await;
    hoa.chooses("Giao thông").await;
    hoa.presses("Gửi").await;
    // Tuesday 24 November: two days before the last day, three working days before Tuesday 1 December.
    let mut read = Vec::new();
    for _ in 0..4 {
        office.forgets();
        town.passes(DAY).await;
        let digest = office.reads();
        let line = digest.lines().find(|line| line.contains("giấy mời"));
        read.push(line.unwrap_or("nothing").to_owned());
    }
    assert_snapshot!("invitation", read.join("\n"));
    town.issues(ReportKind::Invitation, None, Some("DV01"));
    office.forgets();
    town.passes(3 * DAY).await;
    let digest = office.reads();
    assert!(digest.contains("có ngày 27/11/2026"), "{digest}");
}

#[tokio::test]
async fn a_delegation_that_sums_up_nothing_is_named_until_it_does() {
    let (town, office, _) = town(&nothing_planned()).await;
    town.loads(&with_meeting_on("2026-11-25")).await;
    // Until Monday 30 November: five days after the meeting.
    town.passes(6 * DAY + 12 * 3_600).await;
    office.forgets();
    town.passes(12 * 3_600).await;
    let digest = office.reads();
    assert!(digest.contains("hạn 30/11/2026 là hôm nay"), "{digest}");
    town.passes(DAY).await;
    let digest = office.reads();
    assert!(digest.contains("hạn 30/11/2026, đã quá 1 ngày"), "{digest}");
    town.issues(ReportKind::Summary, Some("kh-4"), None);
    office.forgets();
    town.passes(DAY).await;
    let digest = office.reads();
    assert!(digest.contains("có ngày 01/12/2026"), "{digest}");
    office.forgets();
    town.passes(DAY).await;
    assert!(!office.reads().contains("hạn 30/11/2026"));
}

#[tokio::test]
async fn another_limit_in_the_council_file_counts_from_its_day_on() {
    let own = "\n[[papers.clock]]\nkey = \"plan_published\"\nvalue = 2\nunit = \"working\"\nfrom = 2026-11-01\n\
               source = \"Quy chế số 5 & <b>phụ lục</b>\"\n";
    let (town, office, _) = town(&nothing_planned()).await;
    town.loads(&format!("{}{own}", with_meeting_on("2026-11-24")))
        .await;
    office.forgets();
    town.passes(DAY).await;
    let digest = office.reads();
    assert!(digest.contains("ít nhất 2 ngày làm việc"), "{digest}");
    assert!(
        digest.contains("Quy chế số 5 & <b>phụ lục</b>"),
        "as it is written: {digest}"
    );
}
