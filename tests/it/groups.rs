//! Groups: linked, missing, moved, broken.

use cutri::emulator::{FailureKind, FailureRule, Status};

use crate::{
    people::Group,
    verbs::forged::Forged,
    world::{Town, code},
};

#[tokio::test]
async fn only_an_administrator_links_a_group() {
    let town = Town::start().await;
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    let nam = group.member("Anh Nam");
    nam.says("/lienket to-1").await;
    assert!(nam.reads().contains("Chỉ người quản trị"));
    assert_eq!(town.keeps("chat_link"), 0);
    let admin = town.admin_in(group.id);
    admin.says("/link to-99").await;
    assert!(admin.reads().contains("Không có đơn vị nào"));
    admin.presses("Tổ đại biểu số 1").await;
    assert!(
        admin
            .reads()
            .contains("từ giờ là nhóm của Tổ đại biểu số 1")
    );
}

#[tokio::test]
async fn a_card_waits_for_its_group_and_the_office_is_told() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    clerk.forgets();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    insta::assert_snapshot!("card_waits", clerk.reads());
    let receipt = || lan.newest(|seen| seen.text.contains("Xin giữ mã")).text;
    assert!(receipt().contains("Đang chờ chuyển tới Tổ đại biểu số 1"));
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    let mai = group.member("Chị Mai");
    group.links("to-1").await;
    insta::assert_snapshot!("linked_with_waiting", mai.reads());
    assert!(receipt().contains("Đã chuyển tới Tổ đại biểu số 1"));
}

#[tokio::test]
async fn of_many_cards_that_wait_for_a_group_the_most_urgent_come_at_once_and_the_others_by_and_by()
{
    let town = Town::start().await;
    for number in 1..=45 {
        let due_on = if number > 40 {
            "2026-12-20"
        } else {
            "2026-12-30"
        };
        town.forges_question(&Forged {
            number,
            due_on,
            ..Forged::default()
        });
    }
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    let mai = group.member("Chị Mai");
    group.links("to-1").await;
    let cards = |read: &str| -> Vec<u32> {
        let has_card = |number: &u32| read.contains(&code(*number));
        (1..=45).filter(has_card).collect()
    };
    let read = mai.reads();
    assert!(read.contains("45"), "{read}");
    let most_urgent: Vec<u32> = (1..=15).chain(41..=45).collect();
    assert_eq!(cards(&read), most_urgent);
    town.passes(60).await;
    let next: Vec<u32> = (16..=35).collect();
    assert_eq!(cards(&mai.reads()), next);
    town.passes(60).await;
    let last: Vec<u32> = (36..=40).collect();
    assert_eq!(cards(&mai.reads()), last);
    town.passes(120).await;
    assert_eq!(mai.reads(), "", "each once");
}

#[tokio::test]
async fn a_group_that_becomes_a_supergroup_is_followed() {
    let town = Town::start().await;
    let group = Group::basic(&town, "Tổ 1");
    group.links("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let group = group.migrates();
    let mai = group.member("Chị Mai");
    lan.asks("Đèn đường ngõ 3 hỏng cả tháng", "Giao thông")
        .await;
    assert!(mai.reads().contains("Đèn đường ngõ 3"));
    lan.forgets();
    mai.says(&format!("/cauhoi {code}")).await;
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Khởi công"));
}

#[tokio::test]
async fn messages_for_a_group_that_moved_unseen_follow_it() {
    let town = Town::start().await;
    let group = Group::basic(&town, "Tổ 1");
    group.links("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.presses_without_waiting("Gửi");
    let group = group.migrates();
    let mai = group.member("Chị Mai");
    town.settle().await;
    assert!(mai.reads().contains("Đường vào thôn"));
}

#[tokio::test]
async fn a_bot_thrown_out_is_reported_once_and_its_cards_wait() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    let group = town.group_of("to-1").await;
    clerk.forgets();
    group.bot_becomes(Status::Kicked).await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.asks("Đèn đường ngõ 3 hỏng cả tháng", "Giao thông")
        .await;
    let read = clerk.reads();
    assert_eq!(read.matches("không gửi được vào nhóm").count(), 1, "{read}");
    assert!(
        read.contains("đã bị đưa ra khỏi nhóm") && !read.contains("removed"),
        "{read}"
    );
    let mai = group.member("Chị Mai");
    group.bot_becomes(Status::Administrator).await;
    let screen = mai.screen().join("\n");
    assert!(
        screen.contains("Đường vào thôn") && screen.contains("Đèn đường"),
        "{screen}"
    );
}

#[tokio::test]
async fn another_body_cannot_answer_a_question_that_is_not_its_own() {
    let town = Town::start().await;
    let one = town.group_of("to-1").await;
    let two = town.group_of("to-2").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let binh = two.member("Anh Bình");
    binh.forgets();
    binh.says(&format!("/cauhoi {code}")).await;
    assert!(binh.reads().contains("Không có câu hỏi nào mang mã này"));
    let flashed = binh.forges("cl:1").await;
    assert!(flashed.contains("hiện ở"), "{flashed}");
    assert!(town.claims().is_empty());
    let _ = one;
}

#[tokio::test]
async fn a_group_without_a_body_is_told_how_it_works() {
    let town = Town::start().await;
    let group = town.group("Hội làng", cutri::emulator::ChatKind::Supergroup);
    let nam = group.member("Anh Nam");
    nam.says("/help").await;
    assert!(nam.reads().contains("/lienket"));
    nam.says("/dangmo").await;
    assert!(nam.reads().contains("chưa gắn"));
    nam.says("/hoi Đường ngập").await;
    assert!(nam.reads().contains("riêng với bot"));
    assert_eq!(town.keeps("draft"), 0);
}

#[tokio::test]
async fn a_closed_topic_is_reported_with_what_helps_and_is_tried_again() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    clerk.forgets();
    town.goes_wrong(FailureRule {
        method: Some("sendMessage".to_owned()),
        chat_id: Some(group.id),
        times: 1,
        probability: 1.0,
        kind: FailureKind::Error,
        error_code: Some(400),
        description: Some("Bad Request: TOPIC_CLOSED".to_owned()),
        retry_after: None,
        delay_ms: 0,
    });
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let read = clerk.reads();
    assert!(
        read.contains("Quản lý chủ đề") && read.contains("General"),
        "{read}"
    );
    assert!(
        !read.contains("TOPIC_CLOSED") && !read.contains("mời lại"),
        "{read}"
    );
    mai.says("/dangmo").await;
    assert!(mai.screen().join("\n").contains("Hạn trả lời"));
}

#[tokio::test]
async fn an_office_that_appears_later_reads_whose_cards_wait() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let office = town.group("Văn phòng", cutri::emulator::ChatKind::Supergroup);
    let clerk = office.member("Cô Thu");
    office.links("office").await;
    let read = clerk.reads();
    assert!(
        read.contains("Tổ đại biểu số 1: 1 thẻ") && read.contains("/lienket to-1"),
        "{read}"
    );
}

#[tokio::test]
async fn linking_a_group_to_another_body_is_asked_about_and_told() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    clerk.forgets();
    mai.forgets();
    let admin = town.admin_in(mai.chat);
    admin.says("/lienket to-2").await;
    insta::assert_snapshot!("relink_asked", mai.reads());
    admin.presses("Hủy").await;
    mai.presses("Nhận").await;
    assert!(crate::scene::card(&mai, &code).text.contains("đã nhận"));
    mai.forgets();
    admin.says("/lienket to-2").await;
    admin.presses("Đúng, đổi").await;
    insta::assert_snapshot!("relinked", mai.reads());
    insta::assert_snapshot!("relinked_office", clerk.reads());
    let other = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    let nam = other.member("Anh Nam");
    other.links("to-1").await;
    assert!(crate::scene::card(&nam, &code).text.contains("đã nhận"));
}

#[tokio::test]
async fn the_list_of_bodies_goes_when_the_group_is_linked() {
    let town = Town::start().await;
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    let mai = group.member("Chị Mai");
    let admin = town.admin_in(mai.chat);
    admin.says("/lienket").await;
    admin.says("/lienket to-1").await;
    let live = mai
        .screen()
        .into_iter()
        .filter(|text| text.contains("Nhóm này của đơn vị nào"));
    assert_eq!(live.count(), 0);
}

#[tokio::test]
async fn a_bot_that_was_renamed_hears_its_new_name() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    town.world().rename_bot("ten_moi_bot");
    mai.forgets();
    mai.says("/trogiup@ten_moi_bot").await;
    assert_eq!(mai.reads(), "", "it does not know yet");
    town.asks_its_name().await;
    mai.says("/trogiup@ten_moi_bot").await;
    assert!(mai.reads().contains("Tổ đại biểu số 1"));
}
