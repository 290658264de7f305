//! Entries of the council file that begin and end: fields, areas and bodies of yesterday are offered to nobody, and what was
//! asked keeps their names.

use jiff::{ToSpan, civil::Date, tz::TimeZone};

use crate::world::{TOWN, Town};

const A_DAY: i64 = 24 * 3_600;

fn today(town: &Town) -> Date {
    let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
    zone.to_datetime(town.now()).date()
}

/// The council file with a line more in the entry of this code.
fn with_line(council: &str, code: &str, line: &str) -> String {
    let head = format!("code = \"{code}\"\n");
    assert_eq!(council.matches(&head).count(), 1, "{code}");
    council.replace(&head, &format!("{head}{line}\n"))
}

#[tokio::test]
async fn a_field_that_is_given_up_is_offered_no_more_and_keeps_its_questions() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let last_day = format!("until = {}", today(&town));
    town.loads(&with_line(TOWN, "transport", &last_day)).await;
    lan.forgets();
    lan.says("Mặt đường liên thôn sạt lở, xe không đi được")
        .await;
    assert!(lan.reads().contains("Giao thông"), "{}", lan.reads());
    lan.says("/huy").await;

    town.passes(A_DAY).await;
    lan.forgets();
    lan.says("Mặt đường liên thôn bong tróc, xe không đi nổi")
        .await;
    let read = lan.reads();
    assert!(!read.contains("Giao thông"), "{read}");
    lan.says("/huy").await;
    lan.forgets();
    lan.says(&format!("/cuatoi {code}")).await;
    assert!(lan.reads().contains("Giao thông"), "{}", lan.reads());
}

#[tokio::test]
async fn whoever_lives_in_an_area_that_is_no_more_is_asked_anew() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Hòa Mạc").await;
    let last_day = format!("until = {}", today(&town));
    town.loads(&with_line(TOWN, "hoa-mac", &last_day)).await;
    lan.says("/hoi").await;
    town.passes(A_DAY).await;
    lan.forgets();
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    let read = lan.reads();
    assert!(read.contains("Phường Đồng Văn"), "{read}");
    assert!(!read.contains("Phường Hòa Mạc"), "{read}");
    lan.forgets();
    lan.says("Hòa Mạc").await;
    assert!(!lan.reads().contains("Phường Hòa Mạc"), "{}", lan.reads());
}

#[tokio::test]
async fn a_body_that_is_dissolved_is_given_nothing_more() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let tomorrow = today(&town).checked_add(1.day()).unwrap();
    let last_day = format!("until = {}", today(&town));
    let council = with_line(TOWN, "to-1", &last_day);
    town.loads(&with_line(&council, "to-2", &format!("from = {tomorrow}")))
        .await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    assert!(mai.reads().contains("Đường vào thôn"));
    town.passes(A_DAY).await;
    clerk.forgets();
    mai.forgets();
    lan.asks("Rác ở chợ không ai dọn cả tuần", "Môi trường")
        .await;
    assert!(clerk.reads().contains("Rác ở chợ"), "{}", clerk.reads());
    assert!(!mai.reads().contains("Rác ở chợ"), "{}", mai.reads());
}
