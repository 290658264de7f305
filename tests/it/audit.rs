//! The audit log, and the one look at personal data that officers have: the phone.

use insta::assert_snapshot;

use crate::{
    people::Person,
    roles::{administrator, officer},
    world::{TOWN, Town},
};

async fn question(town: &Town) -> String {
    let lan = town.resident("Nguyễn Thị Lanh", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await
}

#[tokio::test]
async fn the_log_says_who_did_what_in_plain_words() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    officer(&town, "Cô Thu", "thư ký", None).await;
    let mai = group.member("Chị Mai");
    mai.presses("Nhận").await;
    let admin = administrator(&town).await;
    admin.says("/nhatky").await;
    let log = admin.reads();
    assert_snapshot!("log", log);
    assert!(!log.contains("Lanh"));
    admin
        .says(&format!("/nhatky {}", code.to_lowercase()))
        .await;
    assert_snapshot!("of_a_question", admin.reads());
    admin.says("/nhatky chi mai").await;
    assert_snapshot!("of_a_person", admin.reads());
    admin.says("/nhatky Nguyễn Thị Lanh").await;
    assert!(
        admin.reads().contains("Không tìm thấy"),
        "residents are not looked up"
    );
}

#[tokio::test]
async fn older_lines_are_one_tap_away_and_residents_see_none() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    question(&town).await;
    let mai = group.member("Chị Mai");
    for _ in 0..8 {
        mai.presses("Nhận").await;
        mai.presses("Thôi nhận").await;
    }
    let admin = administrator(&town).await;
    admin.says("/nhatky").await;
    admin.forgets();
    admin.presses("Cũ hơn").await;
    assert!(admin.reads().contains("gửi câu hỏi"));
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says("/nhatky").await;
    let flashed = hung.forges("r/au:").await;
    assert!(flashed.contains("Chỉ văn phòng"), "{flashed}");
    assert!(!hung.screen().join("\n").contains("Chị Mai"));
    mai.says("/nhatky").await;
    assert!(mai.reads().contains("Chỉ văn phòng"));
}

#[tokio::test]
async fn every_event_has_plain_words() {
    let events = include_str!("../../src/domain/event.rs");
    let body = events.split("pub enum Event {").nth(1).unwrap();
    let body = body.split("\n}\n").next().unwrap();
    let names = body.lines().filter_map(|line| {
        let name = line.strip_prefix("    ")?;
        let name = name.trim_end_matches([',', '{', ' ']);
        (name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric))
            .then_some(name)
    });
    let mut count = 0;
    for name in names {
        count += 1;
        let mut kind = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !kind.is_empty() {
                kind.push('_');
            }
            kind.extend(letter.to_lowercase());
        }
        for text in [
            include_str!("../../locales/vi/cutri.ftl"),
            include_str!("../../locales/en/cutri.ftl"),
        ] {
            assert!(
                text.contains(&format!("[{kind}] ")),
                "audit-deed in locales/ has no words for {kind}"
            );
        }
    }
    assert!(count > 40, "the events were not found: {count}");
}

#[tokio::test]
async fn a_list_of_names_that_is_looked_at_is_written_down() {
    let town = Town::start().await;
    town.resident("Lan", "Đồng Văn").await;
    let admin = administrator(&town).await;
    town.passes(7 * 86_400 + 13 * 3_600).await;
    admin.says("/diemdanh DV01").await;
    admin.says("/nhatky").await;
    assert!(admin.reads().contains("xem danh sách tên người dự"));
}

#[tokio::test]
async fn without_a_phone_nobody_is_shown_one() {
    let town = Town::start().await;
    question(&town).await;
    let thu = town.group_of("office").await.member("Cô Thu");
    let flashed = thu.forges("r/ph:1").await;
    assert!(flashed.contains("không để lại số điện thoại"), "{flashed}");
    assert_eq!(town.events("phone_viewed"), 0);
}

/// The resident has shared a phone.
fn has_phone(town: &Town, phone: &str) {
    town.has_phone("Nguyễn Thị Lanh", phone);
}

#[tokio::test]
async fn by_default_only_the_office_sees_a_phone() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    has_phone(&town, "+84912345678");
    let mai = group.member("Chị Mai");
    mai.presses("Thêm việc").await;
    assert!(!mai.screen().join("\n").contains("Xem số điện thoại"));
    let flashed = mai.forges("r/ph:1").await;
    assert!(flashed.contains("chỉ văn phòng xem được"), "{flashed}");
    let private = Person::new(town.clone(), mai.id, mai.id);
    private.says(&format!("/start d_{code}")).await;
    assert!(private.reads().contains("chỉ văn phòng xem được"));
    assert_eq!(town.events("phone_viewed"), 0);
    let thu = town.group_of("office").await.member("Cô Thu");
    let at_her_desk = Person::new(town.clone(), thu.id, thu.id);
    at_her_desk.says("/start").await;
    at_her_desk.forgets();
    thu.says(&format!("/phanloai {code}")).await;
    thu.presses("Thêm").await;
    thu.presses("Xem số điện thoại").await;
    assert!(at_her_desk.reads().contains("+84912345678"));
    assert!(!thu.screen().join("\n").contains("345678"));
    assert_eq!(town.events("phone_viewed"), 1);
}

#[tokio::test]
async fn a_phone_goes_to_the_tapping_officer_in_private_and_is_logged() {
    let council = TOWN.replace(r#"phone_for = "office""#, r#"phone_for = "body""#);
    let town = Town::with_council(&council).await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    has_phone(&town, "+84912345678");
    let mai = group.member("Chị Mai");
    let flashed = mai.forges("r/ph:1").await;
    assert!(flashed.contains(&format!("start=d_{code}")), "{flashed}");
    let private = Person::new(town.clone(), mai.id, mai.id);
    private.says(&format!("/start d_{code}")).await;
    assert_snapshot!("phone", private.reads());
    let flashed = mai.forges("r/ph:1").await;
    assert!(flashed.contains("gửi riêng"), "{flashed}");
    assert!(private.reads().contains("+84912345678"));
    assert!(
        !mai.screen().join("\n").contains("345678"),
        "never in the group"
    );
    let admin = administrator(&town).await;
    admin.says(&format!("/nhatky {code}")).await;
    let log = admin.reads();
    assert_eq!(log.matches("Chị Mai: xem số điện thoại cử tri").count(), 2);
    assert!(!log.contains("345678"));
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.forges("r/ph:1").await;
    hung.says(&format!("/start d_{code}")).await;
    let other = officer(&town, "Anh Nam", "đại biểu", Some("Tổ đại biểu số 2")).await;
    other.forges("r/ph:1").await;
    other.says(&format!("/start d_{code}")).await;
    for stranger in [&hung, &other] {
        assert!(!stranger.screen().join("\n").contains("345678"));
    }
    group.loses(mai.id).await;
    private.forgets();
    private.says(&format!("/start d_{code}")).await;
    assert!(private.reads().contains("Chỉ thành viên"));
}
