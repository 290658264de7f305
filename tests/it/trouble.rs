//! Trouble between the bot and Telegram: lost answers, doubled updates, errors after the effect, waits.

use cutri::emulator::{FailureKind, FailureRule};

use crate::world::Town;

fn rule(kind: FailureKind) -> FailureRule {
    FailureRule {
        method: None,
        chat_id: None,
        times: 1,
        probability: 1.0,
        kind,
        error_code: None,
        description: None,
        retry_after: None,
        delay_ms: 0,
    }
}

#[tokio::test]
async fn updates_given_twice_are_handled_once() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for number in 0..5 {
        town.goes_wrong(rule(FailureKind::DuplicateUpdates));
        lan.asks(&format!("Đường số {number} ngập mỗi khi mưa"), "Giao thông")
            .await;
    }
    assert_eq!(town.questions(), 5);
    assert_eq!(town.events("question_received"), 5);
}

#[tokio::test]
async fn what_became_of_a_message_and_cannot_be_written_down_holds_up_nobody() {
    let town = Town::start().await;
    town.may_leave_things_undone();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    town.cannot_note_what_comes_to(&lan);
    lan.forgets();
    lan.says("/hoi").await;
    assert!(lan.reads().contains("Ông/bà muốn hỏi"), "{}", lan.reads());
    hung.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    assert_eq!(town.questions(), 1);
    assert_eq!(town.keeps("outbox"), 0, "what has left is forgotten");
    lan.forgets();
    lan.says("/id").await;
    assert!(lan.reads().contains("Số Telegram"));
}

#[tokio::test]
async fn updates_in_the_wrong_order_are_handled_in_the_order_in_which_people_wrote() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.forgets();
    town.goes_wrong(rule(FailureKind::ReorderedUpdates));
    for words in ["/hoi", "/id", "/trogiup"] {
        lan.says_without_waiting(words);
    }
    town.settle().await;
    let read = lan.reads();
    let at = |words: &str| {
        read.find(words)
            .unwrap_or_else(|| panic!("{words}: {read}"))
    };
    assert!(at("Ông/bà muốn hỏi") < at("Số Telegram"), "{read}");
    assert!(at("Số Telegram") < at("/tracuu"), "{read}");
}

#[tokio::test]
async fn a_lost_answer_to_a_poll_loses_no_update() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for number in 0..5 {
        town.goes_wrong(rule(FailureKind::LostUpdatesAnswer));
        lan.asks(&format!("Đường số {number} ngập mỗi khi mưa"), "Giao thông")
            .await;
    }
    assert_eq!(town.questions(), 5);
}

#[tokio::test]
async fn sends_that_fail_before_or_after_their_effect_lose_nothing() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for kind in [
        FailureKind::ErrorAfterEffect,
        FailureKind::DropAfterEffect,
        FailureKind::Drop,
        FailureKind::Error,
    ] {
        town.goes_wrong(FailureRule {
            method: Some("sendMessage".to_owned()),
            times: 2,
            ..rule(kind)
        });
        let code = lan
            .asks(&format!("Đường ngập mỗi khi mưa, {kind:?}"), "Giao thông")
            .await;
        assert!(mai.screen().join("\n").contains(&code), "{kind:?}");
    }
    assert_eq!(town.questions(), 4);
}

#[tokio::test]
async fn a_chat_that_must_wait_does_not_hold_up_the_others() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    town.goes_wrong(FailureRule {
        chat_id: Some(group.id),
        method: Some("sendMessage".to_owned()),
        error_code: Some(429),
        retry_after: Some(1),
        ..rule(FailureKind::Error)
    });
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    assert!(
        mai.screen().join("\n").contains(&code),
        "the card came after the wait"
    );
}

#[tokio::test]
async fn a_message_telegram_refuses_is_parked_and_the_office_sees_it() {
    let town = Town::start().await;
    town.may_leave_things_undone();
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    let group = town.group_of("to-1").await;
    clerk.forgets();
    town.goes_wrong(FailureRule {
        chat_id: Some(group.id),
        method: Some("sendMessage".to_owned()),
        error_code: Some(400),
        description: Some("Bad Request: something new".to_owned()),
        ..rule(FailureKind::Error)
    });
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    insta::assert_snapshot!("refused_message", clerk.reads());
    assert_eq!(town.messages_refused(), 1);
}

#[tokio::test]
async fn messages_left_by_a_process_that_ended_are_sent_by_the_next() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.presses_without_waiting("Gửi");
    town.takes_updates_without_sending().await;
    assert!(town.keeps("outbox") > 0);
    town.restart().await;
    assert!(lan.reads().contains("Đã nhận câu hỏi"));
}

#[tokio::test]
async fn an_update_that_cannot_be_handled_is_set_aside_with_an_apology() {
    let town = Town::start().await;
    town.may_leave_things_undone();
    let office = town.group_of("office").await;
    let clerk = office.member("Cô Thu");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    clerk.forgets();
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    town.breaks_conversation_of(&lan);
    lan.forgets();
    lan.says("còn nữa ạ").await;
    hung.says("/trogiup").await;
    assert!(hung.reads().contains("113"), "others are served meanwhile");
    for _ in 0..4 {
        town.passes(60).await;
    }
    insta::assert_snapshot!("apology", lan.reads());
    assert!(clerk.reads().contains("không xử lý được"));
    assert_eq!(town.updates_set_aside(), 1);
    town.mends_conversations();
    lan.says("/trogiup").await;
    assert!(
        lan.reads().contains("113"),
        "the next update of the chat is handled"
    );
}

#[tokio::test]
async fn an_update_that_ends_the_process_every_time_is_set_aside() {
    let town = Town::start().await;
    town.may_leave_things_undone();
    town.group_of("office").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    town.keeps_an_update_that_ends_the_process(&lan);
    town.restart().await;
    assert!(lan.reads().contains("số 5"));
    assert_eq!(town.updates_set_aside(), 1);
}

#[tokio::test]
async fn numbers_that_start_afresh_after_a_quiet_week_are_taken() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    town.expects_updates_from(900_000_000);
    town.restart().await;
    town.passes(8 * 24 * 3600).await;
    lan.says("/trogiup").await;
    assert!(lan.reads().contains("113"));
}

#[tokio::test]
async fn a_clock_that_jumps_does_not_make_old_updates_new() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.forgets();
    town.passes(8 * 24 * 3600).await;
    town.goes_wrong(rule(FailureKind::DuplicateUpdates));
    town.settle().await;
    town.passes(-16 * 24 * 3600).await;
    town.goes_wrong(rule(FailureKind::DuplicateUpdates));
    town.settle().await;
    assert_eq!(lan.reads(), "");
    assert_eq!(town.keeps("draft"), 0);
}

#[tokio::test]
async fn a_number_used_again_for_something_else_is_something_new() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    town.numbers_ahead_were_used();
    lan.says("/trogiup").await;
    assert!(lan.reads().contains("113"));
}

#[tokio::test]
async fn a_clock_that_jumps_back_does_not_hold_up_a_retry_for_long() {
    let town = Town::start().await;
    town.may_leave_things_undone();
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    town.breaks_conversation_of(&lan);
    lan.says("còn nữa ạ").await;
    town.mends_conversations();
    lan.forgets();
    town.passes(-24 * 3600).await;
    assert_ne!(lan.reads(), "");
}

#[tokio::test]
async fn a_group_of_which_thousands_of_messages_wait_leaves_room_for_everybody_elses() {
    const WAIT: usize = 2_600;
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    mai.forgets();
    lan.forgets();
    town.queues_cards(group.id, WAIT);
    town.restart().await;
    lan.says("/id").await;
    assert!(lan.reads().contains("Số Telegram"));
    let read = mai.screen();
    let numbers: Vec<usize> = read
        .iter()
        .filter_map(|text| text.strip_prefix("Thẻ số ")?.parse().ok())
        .collect();
    assert_eq!(numbers.len(), WAIT, "each once");
    assert!(numbers.is_sorted(), "in their order");
    assert_eq!(town.keeps("outbox"), 0);
}
