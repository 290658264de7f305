//! Who belongs to a group: seen there, or looked up; public groups, a channel's comments, and buttons that are not there.

use cutri::emulator::{FailureKind, FailureRule, NewGroup, NewUser, Presence, Status};

use crate::{
    people::{Group, Person},
    world::{ADMIN, Town},
};

async fn question(town: &Town) -> String {
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await
}

/// A group that anybody can look into, linked although it is.
async fn public_group(town: &Town) -> Group {
    let group = town.group_of("to-1").await;
    town.world().publish_group(group.id, Some("to_dai_bieu_1"));
    group
}

/// Somebody who never came in, looking at the group.
fn outside(town: &Town, group: &Group, name: &str) -> Person {
    let stranger = town.stranger(name);
    Person::new(town.clone(), stranger.id, group.id)
}

/// A member whom the bot has never seen: they were there before it was.
fn there_before(town: &Town, name: &str) -> (Group, Person) {
    let id = town.world().create_user(NewUser::named(name));
    let group = town.world().create_group(&NewGroup {
        bot: Presence::Administrator,
        ..NewGroup::titled("Tổ 1", [ADMIN, id])
    });
    let group = Group::new(town.clone(), group);
    let person = Person::new(town.clone(), id, group.id);
    (group, person)
}

fn lookups(town: &Town) -> usize {
    let calls = town.world().calls(0);
    calls
        .iter()
        .filter(|call| call.method == "getChatMember")
        .count()
}

fn telegram_does_not_tell(town: &Town) {
    town.goes_wrong(FailureRule {
        method: Some("getChatMember".to_owned()),
        chat_id: None,
        times: 100,
        probability: 1.0,
        kind: FailureKind::Error,
        error_code: Some(400),
        description: Some("Bad Request: member list is inaccessible".to_owned()),
        retry_after: None,
        delay_ms: 0,
    });
}

#[tokio::test]
async fn who_never_joined_a_public_group_acts_for_nobody() {
    let town = Town::start().await;
    let group = public_group(&town).await;
    question(&town).await;
    let hung = outside(&town, &group, "Hùng");
    let private = Person::new(town.clone(), hung.id, hung.id);
    private.says("/start").await;
    private.presses("Đồng ý").await;
    private.forgets();
    let flashed = hung.presses("Nhận").await;
    assert!(flashed.contains("Chỉ thành viên"), "{flashed}");
    for data in ["r/ph:1", "r/wd:1", "rl:1", "r/al:0:1", "fw:1"] {
        let flashed = hung.forges(data).await;
        assert!(flashed.contains("Chỉ thành viên"), "{data}: {flashed}");
    }
    assert_eq!(town.claims().len(), 0);
    assert_eq!(town.keeps("duty"), 0, "no duty for a day in private");
    private.says("/cauhoi DT-0001").await;
    private.says("/dangmo").await;
    assert!(!private.screen().join("\n").contains("Đường vào thôn"));
    assert_eq!(town.events("words_viewed") + town.events("phone_viewed"), 0);
}

#[tokio::test]
async fn a_forged_press_into_a_closed_group_does_nothing_either() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    question(&town).await;
    let hung = outside(&town, &group, "Hùng");
    for data in ["cl:1", "r/ph:1", "r/wd:1"] {
        let flashed = hung.forges(data).await;
        assert!(flashed.contains("Chỉ thành viên"), "{data}: {flashed}");
    }
    assert_eq!(town.claims().len(), 0);
    assert_eq!(town.keeps("duty"), 0);
}

#[tokio::test]
async fn a_member_the_bot_never_saw_is_looked_up_once_an_hour_and_served_at_once() {
    let town = Town::start().await;
    let (group, mai) = there_before(&town, "Chị Mai");
    group.links("to-1").await;
    question(&town).await;
    mai.presses("Nhận").await;
    assert_eq!(town.claims().len(), 1, "the first press is done");
    mai.presses("Thôi nhận").await;
    mai.presses("Nhận").await;
    assert_eq!(lookups(&town), 1);
    town.passes(3_601).await;
    mai.presses("Thôi nhận").await;
    assert_eq!(lookups(&town), 2);
    assert_eq!(town.claims().len(), 0);
}

#[tokio::test]
async fn who_writes_or_was_seen_coming_is_not_looked_up() {
    let town = Town::start().await;
    let (group, mai) = there_before(&town, "Chị Mai");
    group.links("to-1").await;
    let binh = group.member("Anh Bình");
    question(&town).await;
    mai.says("/dangmo").await;
    mai.presses("Nhận").await;
    binh.forges("rl:1").await;
    assert_eq!(lookups(&town), 0);
    assert_eq!(town.claims().len(), 1);
}

#[tokio::test]
async fn who_left_is_told_so_and_who_came_back_unseen_acts_again() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    question(&town).await;
    let mai = group.member("Chị Mai");
    mai.presses("Nhận").await;
    group.loses(mai.id).await;
    assert_eq!(town.claims().len(), 0);
    let flashed = mai.forges("cl:1").await;
    assert!(flashed.contains("Chỉ thành viên"), "{flashed}");
    town.passes(120).await;
    let flashed = mai.forges("cl:1").await;
    assert!(flashed.contains("Chỉ thành viên"), "{flashed}");
    group.admits(mai.id);
    town.settle().await;
    mai.forges("cl:1").await;
    assert_eq!(town.claims().len(), 1);
}

#[tokio::test]
async fn where_telegram_does_not_tell_a_public_group_waits_and_a_closed_one_works() {
    let town = Town::start().await;
    let (group, mai) = there_before(&town, "Chị Mai");
    group.links("to-1").await;
    question(&town).await;
    town.world().publish_group(group.id, Some("to_1"));
    telegram_does_not_tell(&town);
    let flashed = mai.presses("Nhận").await;
    assert!(flashed.contains("thử lại sau ít phút"), "{flashed}");
    assert_eq!(town.claims().len(), 0);
    town.world().publish_group(group.id, None);
    mai.presses("Nhận").await;
    assert_eq!(
        town.claims().len(),
        1,
        "nobody is locked out of their own group"
    );
    town.world().heal();
    town.may_leave_things_undone();
}

#[tokio::test]
async fn a_press_that_waits_for_its_answer_survives_the_end_of_the_process() {
    let town = Town::start().await;
    let (group, mai) = there_before(&town, "Chị Mai");
    group.links("to-1").await;
    question(&town).await;
    mai.presses_without_waiting("Nhận");
    town.takes_updates_without_sending().await;
    assert_eq!(town.keeps("held_deed"), 1);
    town.restart().await;
    assert_eq!(town.claims().len(), 1);
    assert_eq!(town.keeps("held_deed"), 0);
}

#[tokio::test]
async fn who_was_thrown_out_before_the_bot_looked_is_none() {
    let town = Town::start().await;
    let (group, mai) = there_before(&town, "Chị Mai");
    group.links("to-1").await;
    question(&town).await;
    group.becomes(mai.id, Status::Kicked);
    let flashed = mai.forges("cl:1").await;
    assert!(flashed.contains("Chỉ thành viên"), "{flashed}");
    assert_eq!(town.claims().len(), 0);
}

#[tokio::test]
async fn a_public_group_is_linked_only_after_it_was_said_what_that_means() {
    let town = Town::start().await;
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    town.world().publish_group(group.id, Some("to_1"));
    let admin = town.admin_in(group.id);
    admin.says("/lienket to-1").await;
    insta::assert_snapshot!("public", admin.reads());
    assert_eq!(town.keeps("chat_link"), 0);
    let mai = group.member("Chị Mai");
    let flashed = mai.presses("Vẫn gắn").await;
    assert!(flashed.contains("Chỉ người quản trị"), "{flashed}");
    admin.presses("Vẫn gắn").await;
    assert!(admin.reads().contains("từ giờ là nhóm của"));
    assert_eq!(town.keeps("chat_link"), 1);
}

#[tokio::test]
async fn a_group_with_a_channels_comments_is_linked_only_after_it_was_said_too() {
    let town = Town::start().await;
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    town.world().link_channel(group.id, -1_001_999_999_999);
    let admin = town.admin_in(group.id);
    admin.says("/lienket").await;
    admin.presses("Tổ đại biểu số 1").await;
    insta::assert_snapshot!("discussion", admin.reads());
    assert_eq!(town.keeps("chat_link"), 0);
    admin.presses("Vẫn gắn").await;
    assert_eq!(town.keeps("chat_link"), 1);
}

#[tokio::test]
async fn a_channels_posts_are_nobodys_words_and_its_commenters_are_no_members() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let code = question(&town).await;
    mai.forgets();
    town.world().link_channel(group.id, -1_001_999_999_999);
    town.world().post_from_channel(group.id, "/dangmo");
    town.settle().await;
    let read = mai.reads();
    assert!(read.contains("nơi bình luận của một kênh"), "{read}");
    assert!(!read.contains(&code), "nobody gave the command: {read}");
    town.world().post_from_channel(group.id, "/dangmo");
    town.settle().await;
    assert_eq!(mai.reads(), "", "said once");
    let hung = outside(&town, &group, "Hùng");
    hung.replies_to(&code, "Tôi trả lời thay đại biểu.").await;
    assert!(hung.reads().contains("Chỉ thành viên"));
    hung.says("/dangmo").await;
    assert!(hung.reads().contains("Chỉ thành viên"));
    assert_eq!(town.keeps("answer"), 0);
    assert_eq!(town.keeps("duty"), 0);
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    assert_eq!(town.answers_that_are("delivered"), 1);
}

#[tokio::test]
async fn a_group_that_becomes_public_is_told_once() {
    let town = Town::start().await;
    let group = public_group(&town).await;
    let mai = group.member("Chị Mai");
    mai.says("/dangmo").await;
    assert!(mai.reads().contains("công khai"));
    mai.says("/dangmo").await;
    assert!(!mai.reads().contains("công khai"));
}

#[tokio::test]
async fn a_forged_close_changes_no_message() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let code = question(&town).await;
    let mai = group.member("Chị Mai");
    let hung = outside(&town, &group, "Hùng");
    let shown = |words: &str| mai.newest(|seen| seen.from_bot && seen.text.contains(words));
    let card = shown(&code);
    for person in [&mai, &hung] {
        let flashed = person.forges_under(card.message_id, "r/xx").await;
        assert!(flashed.contains("không còn dùng được"), "{flashed}");
    }
    mai.says("/trogiup").await;
    let help = mai.newest(|seen| seen.from_bot);
    for person in [&mai, &hung] {
        person.forges_under(help.message_id, "r/xx").await;
    }
    assert_eq!(shown(&code), card);
    assert!(!mai.screen().join("\n").contains("Đã đóng"));
}

#[tokio::test]
async fn a_button_that_is_not_under_a_message_never_writes_over_it() {
    let town = Town::start().await;
    let group = town.group_of("office").await;
    let thu = group.member("Cô Thu");
    question(&town).await;
    let admin = town.admin_in(group.id);
    admin.says("/trogiup").await;
    let help = admin.newest(|seen| seen.from_bot);
    for data in ["r/ro:0", "r/iv", "r/il", "lk:to-2", "lo:to-2"] {
        admin.forges_under(help.message_id, data).await;
        let now = admin.newest(|seen| seen.message_id == help.message_id);
        assert_eq!(now.text, help.text, "{data}");
    }
    drop(thu);
}

#[tokio::test]
async fn in_private_too_a_forged_button_leaves_the_receipt_alone() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let receipt = lan.newest(|seen| seen.text.contains("Đã nhận câu hỏi"));
    for data in ["r/xx", "wd:1", "mq:1", "ln:vi"] {
        lan.forges_under(receipt.message_id, data).await;
        let now = lan.newest(|seen| seen.message_id == receipt.message_id);
        assert_eq!(now.text, receipt.text, "{data}");
    }
}
