//! Digests: in the morning, once, to those who have something to read; on demand; before a session.

use cutri::emulator::Seen;
use insta::assert_snapshot;

use crate::{
    people::Person,
    verbs::forged::Forged,
    world::{Town, no_meetings},
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Monday 08:00, half an hour after the hour of digests; a delegate of to-1 and a resident of its area.
async fn town() -> (Town, Person, Person) {
    with_council(&no_meetings()).await
}

async fn with_council(council: &str) -> (Town, Person, Person) {
    let town = Town::with_council(council).await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    mai.forgets();
    (town, mai, lan)
}

fn digests(person: &Person) -> usize {
    let screen = person.screen();
    screen
        .iter()
        .filter(|text| text.contains("Tổng hợp thứ"))
        .count()
}

#[tokio::test]
async fn a_delegation_reads_in_the_morning_what_came_the_day_before() {
    let (town, mai, lan) = town().await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.asks("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường")
        .await;
    mai.forgets();
    town.passes(23 * HOUR + 29 * 60).await;
    assert_eq!(mai.reads(), "", "it is 07:29");
    town.passes(60).await;
    let read = mai.reads();
    assert_snapshot!("morning", read);
    assert!(!read.contains("Lan"), "a group sees no names");
    let seen = mai.newest(|seen: &Seen| seen.text.contains("Tổng hợp"));
    assert!(
        seen.json.to_string().contains("https://t.me/c/"),
        "codes lead to their cards: {}",
        seen.json
    );
    town.passes(DAY).await;
    assert_eq!(mai.reads(), "", "nothing has happened since");
}

#[tokio::test]
async fn what_time_cannot_do_holds_up_nothing_else_that_is_due() {
    let (town, mai, lan) = town().await;
    town.may_leave_things_undone();
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.says("Bãi rác đầu làng bốc mùi đã nửa năm").await;
    town.cannot_tell("Bản nháp được giữ nguyên");
    mai.forgets();
    lan.forgets();
    town.passes(DAY + HOUR).await;
    assert_eq!(lan.reads(), "", "the reminder of the draft");
    assert_eq!(digests(&mai), 1);
}

#[tokio::test]
async fn what_was_answered_stands_in_the_next_digest() {
    let (town, mai, lan) = town().await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    town.passes(DAY).await;
    mai.replies_to(&code, "Sẽ khởi công trong tháng 12 năm 2026.")
        .await;
    mai.presses("Gửi cử tri").await;
    mai.forgets();
    town.passes(DAY).await;
    let read = mai.reads();
    assert!(read.contains("Vừa trả lời: 1"), "{read}");
    assert!(!read.contains("Mới nhận"), "{read}");
}

#[tokio::test]
async fn weekends_and_holidays_are_silent_and_monday_says_everything() {
    let holiday = no_meetings().replace("off = [", "off = [2026-11-27, ");
    let (town, mai, lan) = with_council(&holiday).await;
    town.passes(3 * DAY).await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    for _ in 0..3 {
        town.passes(DAY).await;
        assert_eq!(mai.reads(), "", "Friday is a holiday, then the weekend");
    }
    town.passes(DAY).await;
    assert!(mai.reads().contains("Mới nhận: 1"));
}

#[tokio::test]
async fn after_a_downtime_there_is_one_digest() {
    let (town, mai, lan) = town().await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    town.is_down_for(4 * DAY + 2 * HOUR).await;
    assert!(
        mai.reads().contains("Mới nhận: 1"),
        "Friday 10:00, the same day"
    );
    town.restart().await;
    town.passes(5 * HOUR).await;
    assert_eq!(digests(&mai), 1);
}

#[tokio::test]
async fn a_digest_whose_day_is_over_waits_for_the_next_one() {
    let (town, mai, lan) = town().await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    town.is_down_for(DAY + 14 * HOUR).await;
    assert_eq!(mai.reads(), "", "Tuesday 22:00");
    town.passes(9 * HOUR).await;
    assert_eq!(mai.reads(), "", "Wednesday 07:00");
    town.passes(HOUR).await;
    assert!(mai.reads().contains("Mới nhận: 1"));
}

#[tokio::test]
async fn a_weekly_digest_that_was_missed_comes_the_next_working_day() {
    let weekly = no_meetings().replace(
        r#"days = ["mon", "tue", "wed", "thu", "fri"]"#,
        r#"days = ["mon"]"#,
    );
    let (town, mai, lan) = with_council(&weekly).await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    town.passes(4 * DAY).await;
    assert_eq!(mai.reads(), "", "not on a Friday");
    town.is_down_for(4 * DAY).await;
    assert!(mai.reads().contains("Mới nhận: 1"), "Tuesday 08:00");
}

#[tokio::test]
async fn another_hour_in_the_council_file_counts_at_once() {
    let (town, mai, lan) = town().await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    town.passes(23 * HOUR).await;
    town.loads(&no_meetings().replace(r#"at = "07:30""#, r#"at = "16:00""#))
        .await;
    town.passes(2 * HOUR).await;
    assert_eq!(mai.reads(), "", "Tuesday 09:00");
    town.loads(&no_meetings().replace(r#"at = "07:30""#, r#"at = "08:30""#))
        .await;
    town.passes(1).await;
    assert!(mai.reads().contains("Mới nhận: 1"));
    town.loads(&no_meetings().replace(r#"at = "07:30""#, r#"at = "10:00""#))
        .await;
    town.passes(3 * HOUR).await;
    assert_eq!(digests(&mai), 1, "not twice on one day");
}

#[tokio::test]
async fn the_standing_body_and_a_committee_read_what_concerns_them() {
    let (town, _mai, lan) = town().await;
    let standing = town.group_of("thuong-truc").await.member("Chủ tịch");
    let committee = town.group_of("ban-kt-xh").await.member("Trưởng ban");
    let legal = town.group_of("ban-pc").await.member("Ban Pháp chế");
    let other = town.group_of("to-2").await.member("Tổ 2");
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    for person in [&standing, &committee, &legal, &other] {
        person.forgets();
    }
    town.passes(DAY).await;
    assert!(standing.reads().contains("Mới nhận: 1"));
    assert!(committee.reads().contains("Mới nhận: 1"));
    assert_eq!(legal.reads(), "");
    assert_eq!(other.reads(), "");
}

#[tokio::test]
async fn a_digest_is_given_at_once_to_whoever_asks() {
    let (_town, mai, lan) = town().await;
    mai.says("/tonghop").await;
    assert!(mai.reads().contains("Không có gì mới"));
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    mai.says("/digest").await;
    assert!(mai.reads().contains("Mới nhận: 1"));
    lan.forgets();
    lan.says("/tonghop").await;
    assert!(lan.reads().contains("trong nhóm"));
}

#[tokio::test]
async fn a_long_digest_comes_in_parts_with_everything_in_a_file() {
    let (town, mai, lan) = town().await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    // Every field, every section, long names: more than a message holds.
    let fields = [
        "land",
        "transport",
        "urban",
        "environment",
        "education",
        "health",
        "social_policy",
        "labor",
        "agriculture",
        "economy",
        "security",
        "governance",
        "culture",
        "telecom",
        "utilities",
    ];
    for number in 2..250u32 {
        let (state, due_on, moved_at) = match number % 5 {
            0 => ("forwarded", "2026-11-20", None),
            1 => ("forwarded", "2026-11-25", None),
            2 => ("asked_back", "2026-12-30", Some(1_795_000_000)),
            3 => ("answered", "2026-12-30", Some(1_795_395_700)),
            _ => ("forwarded", "2026-12-30", None),
        };
        town.forges_question(&Forged {
            number,
            field: fields[(number / 5) as usize % 15],
            text: "Đường vào thôn Ngọc Động, phường Hoàng Đông ngập sâu mỗi khi mưa to kéo dài",
            state,
            since: if number % 5 == 4 {
                1_795_395_700
            } else {
                1_795_000_000
            },
            due_on,
            moved_at,
        });
    }
    mai.forgets();
    town.passes(DAY).await;
    let read = mai.screen();
    let parts = read
        .iter()
        .filter(|text| text.contains("Quá hạn:") || text.contains("Xem tất cả"));
    assert!(parts.count() >= 2, "{read:#?}");
    let file = mai.newest(|seen| seen.json["document"].is_object());
    assert_eq!(
        file.json["document"]["file_name"],
        "tong-hop-2026-11-24.txt"
    );
}

#[tokio::test]
async fn before_a_session_every_body_reads_what_awaits_it_once() {
    let (town, mai, lan) = town().await;
    let other = town.group_of("to-2").await.member("Tổ 2");
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.asks("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường")
        .await;
    town.has_supporters(&code, 7);
    town.was_raised(&code, 2);
    other.forgets();
    // Questions for the 4th session close on Saturday, 5 December.
    town.passes(8 * DAY).await;
    mai.forgets();
    town.passes(DAY).await;
    assert_snapshot!("before_closing", mai.reads());
    town.passes(4 * DAY).await;
    assert_eq!(mai.reads(), "", "once");
    town.passes(2 * DAY).await;
    assert_snapshot!("before_opening", mai.reads());
    town.passes(3 * DAY).await;
    assert_eq!(mai.reads(), "");
    assert_eq!(other.reads(), "", "nobody asked them anything");
}

#[tokio::test]
async fn a_reply_to_a_digest_of_several_questions_is_no_answer() {
    let (town, mai, lan) = town().await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.asks("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường")
        .await;
    town.passes(DAY).await;
    mai.forgets();
    mai.replies_to("Tổng hợp", "Cảm ơn, tôi sẽ xem.").await;
    assert_eq!(mai.reads(), "");
    assert_eq!(town.keeps("answer"), 0);
}

#[tokio::test]
async fn the_first_digest_of_a_group_leaves_nothing_out() {
    let town = Town::with_council(&no_meetings()).await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    town.passes(2 * DAY + HOUR).await;
    // The digests of this morning have just been written; the group comes after them.
    town.passes(60).await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    mai.forgets();
    town.passes(DAY).await;
    let read = mai.reads();
    assert!(read.contains("Tổng hợp") && read.contains(&code), "{read}");
}
