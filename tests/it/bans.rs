//! Who may not use the bot for a while: with a reason and an end, told or not, with a word against it.

use crate::{people::Person, roles::administrator, verbs::is_told, world::Town};

struct Case {
    town: Town,
    office: Person,
    hung: Person,
    admin: Person,
    code: String,
}

async fn case() -> Case {
    let town = Town::start().await;
    let group = town.group_of("office").await;
    let office = town.admin_in(group.id);
    town.group_of("to-1").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    let code = hung
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let admin = administrator(&town).await;
    admin.forgets();
    hung.forgets();
    Case {
        town,
        office,
        hung,
        admin,
        code,
    }
}

impl Case {
    async fn bans(&self, how: &str) {
        let code = &self.code;
        self.admin
            .says(&format!("/chan {}", how.replace("MÃ", code)))
            .await;
    }
}

#[tokio::test]
async fn whoever_is_banned_reads_why_until_when_and_how_to_object_once_a_day() {
    let case = case().await;
    case.bans("MÃ 7 xúc phạm cán bộ nhiều lần").await;
    insta::assert_snapshot!("list", case.admin.reads());
    case.hung.says("/hoi").await;
    insta::assert_snapshot!("told", case.hung.reads());
    case.hung.says("/lich").await;
    let flashed = case.hung.forges("so:1").await;
    assert!(flashed.contains("tạm thời không dùng được"), "{flashed}");
    assert_eq!(case.hung.reads(), "", "once a day");
    case.town.passes(86_400).await;
    case.hung.says("/lich").await;
    assert!(case.hung.reads().contains("tạm thời không dùng được"));
    assert_eq!(case.town.events("person_banned"), 1);
}

#[tokio::test]
async fn an_objection_reaches_the_office_once_and_an_administrator_ends_the_ban() {
    let case = case().await;
    let office = &case.office;
    case.bans("MÃ 7 xúc phạm cán bộ nhiều lần").await;
    case.hung.says("/lich").await;
    case.hung.forgets();
    office.forgets();
    case.hung.says("Tôi chỉ nêu ý kiến, xin xem lại.").await;
    assert!(case.hung.reads().contains("đã được chuyển"));
    let read = office.reads();
    assert!(read.contains("Tôi chỉ nêu ý kiến"), "{read}");
    case.hung.says("Xem lại giúp tôi với!").await;
    assert_eq!(office.reads(), "", "one word against it");
    office.presses("Bỏ chặn").await;
    assert!(case.hung.reads().contains("dùng lại được bot"));
    case.hung.says("/lich").await;
    assert_ne!(case.hung.reads(), "");
    assert_eq!(case.town.events("ban_appealed"), 1);
    assert_eq!(case.town.events("person_unbanned"), 1);
}

#[tokio::test]
async fn a_silent_ban_says_nothing_and_ends_by_itself() {
    let case = case().await;
    case.bans("im MÃ 1 quảng cáo").await;
    assert!(case.admin.reads().contains("không báo"));
    case.hung.says("/hoi").await;
    case.hung.says("Đèn đường ngõ 3 hỏng cả tháng").await;
    case.hung.forges("so:1").await;
    assert_eq!(case.hung.reads(), "");
    assert_eq!(case.town.keeps("draft"), 0);
    case.town.restart().await;
    case.hung.says("/lich").await;
    assert_eq!(case.hung.reads(), "", "also after a restart");
    case.town.passes(86_400).await;
    case.hung.says("/lich").await;
    assert_ne!(case.hung.reads(), "");
}

#[tokio::test]
async fn whoever_is_in_danger_is_answered_banned_or_not() {
    let case = case().await;
    case.bans("im MÃ 7 quảng cáo").await;
    case.hung
        .says("Cứu với, nhà tôi đang cháy, có người mắc kẹt")
        .await;
    assert!(is_told(&case.hung, "114"));
}

#[tokio::test]
async fn only_administrators_ban_and_nobody_who_works_for_the_council() {
    let case = case().await;
    let lan = case.town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(&format!("/chan {} 7 không thích", case.code))
        .await;
    lan.forges(&format!("r/ub:{}", case.hung.id)).await;
    case.hung.says("/lich").await;
    assert_ne!(case.hung.reads(), "");
    assert_eq!(case.town.keeps("ban"), 0);
    for wrong in ["MÃ", "MÃ 0 x", "MÃ 400 x", "DT-9999X 7 x", "7 MÃ x"] {
        case.bans(wrong).await;
    }
    assert_eq!(case.town.keeps("ban"), 0);
    case.town.makes_clerk(&case.hung, "Hùng");
    case.bans("MÃ 7 thử").await;
    assert_eq!(case.town.keeps("ban"), 0);
}
