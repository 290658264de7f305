//! The bot's reactions in groups: 👀 on what somebody took on, ✍ under words that may become an answer, 👌 once it is sent. Where
//! a group forbids them nothing else changes.

use cutri::emulator::{FailureKind, FailureRule};

use crate::{
    people::Person,
    scene::{Scene, asked, asked_in, card, heads_approve},
    world::Town,
};

/// The bot's reaction to a message; none: nothing.
fn mark(town: &Town, chat: i64, message: i64) -> String {
    let seen = town.world().message(chat, message).unwrap();
    let emoji = &seen.json["reactions"][0]["emoji"];
    emoji.as_str().unwrap_or_default().to_owned()
}

fn mark_of_card(town: &Town, person: &Person, code: &str) -> String {
    mark(town, person.chat, card(person, code).message_id)
}

/// How often Telegram was asked to react.
fn reactions_asked(town: &Town) -> usize {
    let calls = town.world().calls(0);
    let reactions = calls
        .iter()
        .filter(|call| call.method == "setMessageReaction");
    reactions.count()
}

#[tokio::test]
async fn a_card_and_the_words_under_it_show_how_far_it_is() {
    let scene = asked().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    assert_eq!(mark_of_card(town, mai, code), "");
    mai.presses("Nhận").await;
    assert_eq!(mark_of_card(town, mai, code), "👀");
    mai.presses("Thôi nhận").await;
    assert_eq!(mark_of_card(town, mai, code), "");
    mai.presses("Nhận").await;
    let wrote = mai.replies_to(code, "Phường sẽ nạo vét cống.").await;
    assert_eq!(mark(town, mai.chat, wrote), "✍");
    mai.presses("Ghi nội bộ").await;
    assert_eq!(mark(town, mai.chat, wrote), "");
    let wrote = mai.replies_to(code, "Phường đã nạo vét cống.").await;
    mai.presses("Gửi cử tri").await;
    assert_eq!(mark(town, mai.chat, wrote), "👌");
    assert_eq!(mark_of_card(town, mai, code), "👌");
    mai.says(&format!("/cauhoi {code}")).await;
    assert_eq!(mark_of_card(town, mai, code), "👌", "the new card as well");
}

#[tokio::test]
async fn what_waits_for_the_head_is_still_being_written() {
    let scene = asked_in(&heads_approve()).await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    let wrote = mai.replies_to(code, "Phường đã nạo vét cống.").await;
    mai.presses("Gửi").await;
    assert_eq!(mark(town, mai.chat, wrote), "✍");
}

#[tokio::test]
async fn a_group_that_forbids_them_is_asked_once_a_week_and_loses_nothing() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    town.world().allow_reactions(mai.chat, Some(&[]));
    mai.presses("Nhận").await;
    assert_eq!(reactions_asked(town), 1);
    let wrote = mai.replies_to(code, "Phường đã nạo vét cống.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("nạo vét cống"));
    assert_eq!(mark(town, mai.chat, wrote), "");
    assert_eq!(reactions_asked(town), 1, "a refusal is remembered");
    mai.says("/suco").await;
    assert!(!mai.reads().contains("REACTION"), "and no trouble");
    town.world().allow_reactions(mai.chat, None);
    town.passes(8 * 86_400).await;
    let other = lan
        .asks(
            "Đèn đường xóm Chùa hỏng đã lâu, bao giờ thay?",
            "Giao thông",
        )
        .await;
    mai.presses("Nhận").await;
    assert_eq!(mark_of_card(town, mai, &other), "👀");
}

#[tokio::test]
async fn whatever_goes_wrong_with_them_holds_up_nothing() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    town.goes_wrong(FailureRule {
        method: Some("setMessageReaction".to_owned()),
        chat_id: None,
        times: 1_000,
        probability: 1.0,
        kind: FailureKind::Error,
        error_code: Some(429),
        description: Some("Too Many Requests: retry after 30".to_owned()),
        retry_after: Some(30),
        delay_ms: 0,
    });
    mai.presses("Nhận").await;
    mai.replies_to(code, "Phường đã nạo vét cống.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("nạo vét cống"));
    assert_eq!(mark_of_card(town, mai, code), "");
}
