//! Roles: invited by one-time links, listed, revoked, ended with the term.

use insta::assert_snapshot;

use crate::{
    people::{Group, Person},
    world::{ADMIN, TOWN, Town},
};

/// The administrator in private, ready to work.
pub async fn administrator(town: &Town) -> Person {
    let admin = town.admin_in(ADMIN);
    admin.says("/start").await;
    admin.forgets();
    admin
}

/// Invites to a role; gives the token of the link.
pub async fn invites(admin: &Person, role: &str, body: Option<&str>) -> String {
    admin.says("/vaitro").await;
    admin.presses("Mời người").await;
    admin.presses(role).await;
    if let Some(body) = body {
        admin.presses(body).await;
    }
    let link = admin.newest(|seen| seen.from_bot && seen.text.contains("?start=i_"));
    let token = link.text.split("?start=i_").nth(1).unwrap();
    token.split_whitespace().next().unwrap().to_owned()
}

/// Somebody new who was given a role, in their private chat.
pub async fn officer(town: &Town, name: &str, role: &str, body: Option<&str>) -> Person {
    let admin = administrator(town).await;
    let token = invites(&admin, role, body).await;
    let person = town.stranger(name);
    person.says(&format!("/start i_{token}")).await;
    person.presses("✅ Nhận").await;
    person.forgets();
    person
}

/// The same person in a group.
pub fn joins(town: &Town, person: &Person, group: &Group) -> Person {
    group.admits(person.id);
    Person::new(town.clone(), person.id, group.id)
}

fn without_token(text: &str, token: &str) -> String {
    assert_eq!(token.len(), 32);
    text.replace(token, "TOKEN")
}

#[tokio::test]
async fn an_invitation_gives_a_role_once() {
    let town = Town::start().await;
    let admin = administrator(&town).await;
    let token = invites(&admin, "đại biểu", Some("Tổ đại biểu số 1")).await;
    assert_snapshot!("invitation", without_token(&admin.reads(), &token));
    assert!(
        !town.remembers().contains(&token),
        "the token itself is kept nowhere"
    );
    let mai = town.stranger("Chị Mai");
    mai.says(&format!("/start i_{token}")).await;
    assert_snapshot!("offer", mai.reads());
    mai.presses("✅ Nhận").await;
    assert_snapshot!("accepted", mai.reads());
    assert!(admin.reads().contains("Chị Mai đã nhận vai trò đại biểu"));
    let hung = town.stranger("Hùng");
    hung.says(&format!("/start i_{token}")).await;
    assert!(hung.reads().contains("Liên kết này không dùng được"));
    admin.says("/vaitro").await;
    assert_snapshot!("overview", admin.reads());
}

#[tokio::test]
async fn two_people_with_one_link_at_once_get_one_role() {
    let town = Town::start().await;
    let admin = administrator(&town).await;
    let token = invites(&admin, "thư ký", None).await;
    let people = [town.stranger("Chị Mai"), town.stranger("Hùng")];
    for person in &people {
        person.says(&format!("/start i_{token}")).await;
    }
    for person in &people {
        person.presses_without_waiting("✅ Nhận");
    }
    town.settle().await;
    assert_eq!(town.keeps("role_grant"), 1);
    assert!(people[0].reads().contains("Từ giờ ông/bà giữ vai trò"));
    assert!(people[1].reads().contains("Liên kết này không dùng được"));
}

#[tokio::test]
async fn a_link_that_is_old_taken_back_declined_or_made_up_is_useless() {
    let town = Town::start().await;
    let admin = administrator(&town).await;
    let nam = town.stranger("Nam");
    let useless = async |token: &str| {
        nam.forgets();
        nam.says(&format!("/start i_{token}")).await;
        let read = nam.reads();
        assert!(read.contains("Liên kết này không dùng được"), "{read}");
    };
    useless("x").await;
    useless(&"A".repeat(32)).await;
    let taken_back = invites(&admin, "thư ký", None).await;
    admin.says("/vaitro").await;
    admin.presses("Lời mời đang mở (1)").await;
    assert_snapshot!(
        "open_invitations",
        admin
            .newest(|seen| seen.text.contains("lời mời đang mở"))
            .text
    );
    admin.presses("Hủy lời mời số 1").await;
    useless(&taken_back).await;
    let declined = invites(&admin, "thư ký", None).await;
    nam.says(&format!("/start i_{declined}")).await;
    nam.presses("Không").await;
    assert!(nam.reads().contains("không nhận vai trò này"));
    useless(&declined).await;
    let old = invites(&admin, "thư ký", None).await;
    nam.says(&format!("/start i_{old}")).await;
    town.passes(72 * 3_600).await;
    nam.presses("✅ Nhận").await;
    assert!(nam.reads().contains("Liên kết này không dùng được"));
    useless(&old).await;
    assert_eq!(town.keeps("role_grant"), 0);
}

#[tokio::test]
async fn a_replayed_update_gives_no_second_role() {
    let town = Town::start().await;
    let admin = administrator(&town).await;
    let token = invites(&admin, "thư ký", None).await;
    let mai = town.stranger("Chị Mai");
    mai.says(&format!("/start i_{token}")).await;
    let offer = mai.newest(|seen| seen.from_bot).message_id;
    mai.presses_under(offer, "✅ Nhận");
    mai.presses_under(offer, "✅ Nhận");
    town.takes_updates_without_sending().await;
    town.restart().await;
    mai.forges(&format!("r/ac:{token}")).await;
    assert_eq!(town.keeps("role_grant"), 1);
    assert_eq!(town.events("role_granted"), 1);
}

#[tokio::test]
async fn a_role_is_taken_away_at_once_and_its_holder_is_told() {
    let town = Town::start().await;
    let mai = officer(&town, "Chị Mai", "thư ký", None).await;
    mai.says("/taolich").await;
    assert!(mai.reads().contains("Tạo hội nghị"));
    let admin = administrator(&town).await;
    admin.says("/vaitro").await;
    admin.presses("Chị Mai: thư ký").await;
    admin.presses("Thu hồi").await;
    assert_snapshot!("revoking", admin.reads());
    admin.presses("Thu hồi ngay").await;
    assert!(mai.reads().contains("đã được thu hồi"));
    mai.says("/taolich").await;
    assert!(!mai.reads().contains("Tạo hội nghị"));
    admin.forges("r/rn:1").await;
    assert_eq!(town.events("role_revoked"), 1);
}

#[tokio::test]
async fn an_administrator_revoked_in_the_middle_of_inviting_invites_nobody() {
    let town = Town::start().await;
    let second = officer(&town, "Anh Phúc", "quản trị", None).await;
    second.says("/vaitro").await;
    second.presses("Mời người").await;
    let admin = administrator(&town).await;
    admin.says("/vaitro").await;
    admin.presses("Anh Phúc: quản trị").await;
    admin.presses("Thu hồi").await;
    admin.presses("Thu hồi ngay").await;
    let flashed = second.presses("thư ký").await;
    assert!(flashed.contains("Chỉ người quản trị"), "{flashed}");
    let flashed = second.forges("r/it:head:to-1").await;
    assert!(flashed.contains("Chỉ người quản trị"), "{flashed}");
    assert_eq!(town.keeps("invitation"), 1);
}

#[tokio::test]
async fn in_the_office_the_link_goes_to_the_administrator_alone() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    let admin = town.admin_in(office.id);
    admin.says("/vaitro").await;
    admin.presses("Mời người").await;
    let flashed = admin.presses("quản trị").await;
    assert!(flashed.contains("bấm Bắt đầu"), "{flashed}");
    let alone = administrator(&town).await;
    let flashed = admin.presses("quản trị").await;
    assert!(flashed.contains("gửi riêng"), "{flashed}");
    assert!(alone.reads().contains("?start=i_"));
    assert!(!thu.screen().join("\n").contains("start=i_"));
    thu.says("/vaitro").await;
    assert!(thu.reads().contains("Chỉ người quản trị"));
    let body = town.group_of("to-1").await;
    let admin = town.admin_in(body.id);
    admin.says("/vaitro").await;
    assert!(admin.reads().contains("làm trong nhóm văn phòng"));
}

#[tokio::test]
async fn a_role_ends_with_the_term() {
    let council = TOWN.replace("to = 2026-06-30 }", "to = 2026-11-25 }");
    assert_ne!(council, TOWN);
    let town = Town::with_council(&council).await;
    let mai = officer(&town, "Chị Mai", "thư ký", None).await;
    let before_midnight = 2 * 86_400 + 16 * 3_600 - 1;
    town.passes(before_midnight).await;
    mai.says("/nhatky").await;
    assert!(mai.reads().contains("Nhật ký"));
    town.passes(1).await;
    assert!(mai.reads().contains("đã hết thời hạn"));
    mai.says("/nhatky").await;
    assert!(mai.reads().contains("Chỉ văn phòng và người quản trị"));
    town.passes(3_600).await;
    assert_eq!(town.events("role_expired"), 1);
}

#[tokio::test]
async fn a_stranger_cannot_forge_a_role() {
    let town = Town::start().await;
    let mai = officer(&town, "Chị Mai", "thư ký", None).await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    for data in [
        "r/ov:0",
        "r/ho:1",
        "r/rv:1",
        "r/rn:1",
        "r/in",
        "r/ia:administrator:0",
        "r/it:head:to-1",
        "r/it:administrator:to-1",
        "r/il",
        "r/iu:1",
        "r/ac:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "r/de:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "r/au:",
        "r/ap:1:",
        "r/hl:to-1",
        "r/hf:1:0:to-1",
        "r/ht:1:2:to-1",
    ] {
        hung.forges(data).await;
    }
    assert!(!hung.screen().join("\n").contains("Chị Mai"));
    assert_eq!(town.keeps("role_grant"), 1);
    assert_eq!(town.keeps("invitation"), 1);
    let _ = mai;
}

#[tokio::test]
async fn the_menu_shows_what_a_person_may_do() {
    let town = Town::start().await;
    let mai = officer(&town, "Chị Mai", "thư ký", None).await;
    let names = |chat: i64, user: i64| -> Vec<String> {
        let menu = town.world().menu(chat, user);
        menu.iter()
            .filter_map(|command| command["command"].as_str())
            .map(str::to_owned)
            .collect()
    };
    assert!(names(mai.id, mai.id).contains(&"nhatky".to_owned()));
    let office = town.group_of("office").await;
    let body = town.group_of("to-1").await;
    assert!(names(office.id, ADMIN).contains(&"vaitro".to_owned()));
    assert!(!names(body.id, ADMIN).contains(&"vaitro".to_owned()));
    let admin = administrator(&town).await;
    admin.says("/vaitro").await;
    admin.presses("Chị Mai: thư ký").await;
    admin.presses("Thu hồi").await;
    admin.presses("Thu hồi ngay").await;
    assert!(!names(mai.id, mai.id).contains(&"nhatky".to_owned()));
}
