//! What a person may do where: members, observers, strangers, those who left, groups that are nobody's.

use cutri::emulator::{ChatKind, NewGroup, NewUser, Presence};

use crate::{
    people::{Group, Person},
    roles::{administrator, invites, joins, officer},
    world::{ADMIN, Town},
};

async fn question(town: &Town) -> String {
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await
}

#[tokio::test]
async fn an_observer_reads_and_presses_nothing_even_inside_the_group() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    let private = officer(&town, "Bác Tám", "theo dõi", Some("Tổ đại biểu số 1")).await;
    let tam = joins(&town, &private, &group);
    tam.says("/dangmo").await;
    assert!(tam.reads().contains(&code), "an observer may read");
    let flashed = tam.presses("Nhận").await;
    assert!(flashed.contains("vai trò theo dõi"), "{flashed}");
    for data in [
        "cl:1",
        "rl:1",
        "r/al:0:1",
        "r/as:1:1",
        "r/ph:1",
        "r/hl:to-1",
    ] {
        let flashed = tam.forges(data).await;
        assert!(flashed.contains("vai trò theo dõi"), "{data}: {flashed}");
    }
    tam.replies_to(&code, "Tôi trả lời thay.").await;
    assert!(tam.reads().contains("vai trò theo dõi"));
    private.says("/dangmo").await;
    assert!(private.reads().contains(&code));
    private.says(&format!("/cauhoi {code}")).await;
    let shown = private.newest(|seen| seen.from_bot);
    assert!(shown.text.contains("Đường vào thôn") && shown.buttons.is_empty());
    assert_eq!(town.claims().len(), 0);
    assert_eq!(town.keeps("answer"), 0);
}

#[tokio::test]
async fn an_observer_whose_role_is_over_gains_nothing_by_that() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    question(&town).await;
    let private = officer(&town, "Bác Tám", "theo dõi", Some("Tổ đại biểu số 1")).await;
    let tam = joins(&town, &private, &group);
    town.passes(91 * 86_400).await;
    assert!(private.reads().contains("đã hết thời hạn"));
    let flashed = tam.forges("cl:1").await;
    assert!(flashed.contains("Chỉ thành viên"), "{flashed}");
    assert_eq!(town.claims().len(), 0);
}

#[tokio::test]
async fn a_delegate_acts_for_the_body_in_private() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    let watcher = group.member("Anh Bình");
    watcher.forgets();
    let mai = officer(&town, "Chị Mai", "đại biểu", Some("Tổ đại biểu số 1")).await;
    mai.says("/dangmo").await;
    assert!(mai.reads().contains(&code));
    mai.says(&format!("/cauhoi {code}")).await;
    insta::assert_snapshot!("desk", mai.reads());
    mai.presses("Nhận").await;
    assert!(watcher.reads().contains("Chị Mai"), "the card shows it");
    mai.replies_to("Đường vào thôn", "Sẽ sửa trong tháng 12.")
        .await;
    assert!(mai.reads().contains("vào nhóm của đơn vị"));
    assert_eq!(town.keeps("draft"), 0);
    mai.presses("Thôi nhận").await;
    assert_eq!(town.claims().len(), 0);
    let other = officer(&town, "Anh Nam", "đại biểu", Some("Tổ đại biểu số 2")).await;
    for data in ["cl:1", "r/al:0:1", "r/ph:1"] {
        let flashed = other.forges(data).await;
        assert!(flashed.contains("Chỉ thành viên"), "{data}: {flashed}");
    }
    other.says(&format!("/cauhoi {code}")).await;
    assert!(!other.screen().join("\n").contains("Đường vào thôn"));
}

#[tokio::test]
async fn leaving_the_group_ends_the_right_and_coming_back_restores_it() {
    let town = Town::start().await;
    let group = town.group_of("office").await;
    let thu = group.member("Cô Thu");
    thu.says("/taolich").await;
    let private = Person::new(town.clone(), thu.id, thu.id);
    private.says("/taolich").await;
    assert!(private.reads().contains("Tạo hội nghị"));
    group.loses(thu.id).await;
    private.says("/taolich").await;
    assert!(private.reads().contains("Chỉ"), "duty in private ended");
    assert_eq!(
        town.events("member_left"),
        1,
        "told by message and by membership, written down once"
    );
    group.admits(thu.id);
    town.settle().await;
    thu.says("/taolich").await;
    private.forgets();
    private.says("/taolich").await;
    assert!(private.reads().contains("Tạo hội nghị"));
}

#[tokio::test]
async fn what_a_leaver_had_taken_on_is_free_again_and_the_group_is_told() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    let mai = group.member("Chị Mai");
    let binh = group.member("Anh Bình");
    mai.presses("Nhận").await;
    assert_eq!(town.claims().len(), 1);
    binh.forgets();
    group.loses(mai.id).await;
    let read = binh.reads();
    assert!(
        read.contains("Chị Mai không còn giữ") && read.contains(&code),
        "{read}"
    );
    assert_eq!(town.claims().len(), 0);
    assert_eq!(town.events("question_handed_over"), 1);
}

#[tokio::test]
async fn a_revoked_delegate_does_not_act_as_a_mere_member() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    question(&town).await;
    let private = officer(&town, "Chị Mai", "đại biểu", Some("Tổ đại biểu số 1")).await;
    let mai = joins(&town, &private, &group);
    mai.presses("Nhận").await;
    assert_eq!(town.claims().len(), 1);
    let admin = administrator(&town).await;
    admin.says("/vaitro").await;
    admin.presses("Chị Mai: đại biểu").await;
    admin.presses("Thu hồi").await;
    admin.presses("Thu hồi ngay").await;
    assert_eq!(town.claims().len(), 0);
    let flashed = mai.presses("Nhận").await;
    assert!(flashed.contains("Chỉ thành viên"), "{flashed}");
    let token = invites(&admin, "đại biểu", Some("Tổ đại biểu số 1")).await;
    private.says(&format!("/start i_{token}")).await;
    private.presses("✅ Nhận").await;
    mai.presses("Nhận").await;
    assert_eq!(town.claims().len(), 1, "a new invitation restores it");
}

fn strange_group(town: &Town) -> (Group, Person) {
    let id = town.world().create_user(NewUser::named("Người lạ"));
    let group = NewGroup {
        kind: ChatKind::Supergroup,
        bot: Presence::Administrator,
        ..NewGroup::titled("Hội làng", vec![id])
    };
    let chat = town.world().create_group(&group);
    (
        Group::new(town.clone(), chat),
        Person::new(town.clone(), id, chat),
    )
}

#[tokio::test]
async fn the_bot_leaves_a_group_that_no_administrator_links() {
    let town = Town::start().await;
    let (group, stranger) = strange_group(&town);
    town.settle().await;
    insta::assert_snapshot!("on_trial", stranger.reads());
    town.passes(3_599).await;
    assert!(group.has_bot());
    town.passes(1).await;
    assert!(stranger.reads().contains("xin rời nhóm"));
    assert!(!group.has_bot());
    assert_eq!(town.keeps("group_on_trial"), 0);
}

#[tokio::test]
async fn a_group_that_is_linked_in_time_keeps_the_bot() {
    let town = Town::start().await;
    let (group, _) = strange_group(&town);
    group.admits(ADMIN);
    group.links("to-1").await;
    town.passes(86_400).await;
    assert!(group.has_bot());
    let by_admin = town.group("Tổ 2", ChatKind::Supergroup);
    town.settle().await;
    town.passes(86_400).await;
    assert!(by_admin.has_bot(), "an administrator added it");
}

#[tokio::test]
async fn an_administrator_by_role_links_groups() {
    let town = Town::start().await;
    let private = officer(&town, "Anh Phúc", "quản trị", None).await;
    let group = town.group("Tổ 1", ChatKind::Supergroup);
    let phuc = joins(&town, &private, &group);
    phuc.says("/lienket to-1").await;
    assert!(phuc.reads().contains("từ giờ là nhóm của"));
    assert_eq!(town.keeps("chat_link"), 1);
}
