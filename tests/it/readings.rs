//! What takes time to look up: told once, whatever happens in between; bounded for each chat; stopped when it is too long.

use std::time::Duration;

use cutri::desk::Patience;

use crate::{
    scene::{Scene, asked},
    world::{TOWN, Town},
};

const NEVER: Duration = Duration::from_hours(1);

fn none_found(screen: &[String]) -> usize {
    let none = screen
        .iter()
        .filter(|text| text.contains("Chưa có câu trả lời"));
    none.count()
}

#[tokio::test]
async fn what_was_wanted_before_a_crash_is_looked_up_after_it_and_told_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says_without_waiting("/tracuu đèn đường");
    town.takes_updates_without_sending().await;
    assert_eq!(town.keeps("reading"), 1);
    assert_eq!(none_found(&lan.screen()), 0);
    town.restart().await;
    assert_eq!(none_found(&lan.screen()), 1);
    town.restart().await;
    assert_eq!(none_found(&lan.screen()), 1);
}

#[tokio::test]
async fn a_reading_that_ended_the_process_again_and_again_is_given_up_with_a_word() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says_without_waiting("/tracuu đèn đường");
    town.takes_updates_without_sending().await;
    town.readings_were_begun(3);
    town.restart().await;
    assert!(lan.reads().contains("không tra cứu được"));
    assert_eq!(town.keeps("reading"), 0);
}

#[tokio::test]
async fn a_reading_that_cannot_be_told_is_given_up_with_a_word_and_others_are_served() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    mai.forgets();
    town.cannot_tell("Chưa có câu trả lời");
    lan.says_without_waiting("/tracuu đèn đường");
    mai.says_without_waiting("/thongke");
    town.settle().await;
    assert!(lan.reads().contains("không tra cứu được"));
    assert!(mai.reads().contains("Đã nhận: 0"));
    assert_eq!(town.keeps("reading"), 0);
}

#[tokio::test]
async fn a_reading_that_nobody_understands_is_refused_and_others_are_served() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    mai.forgets();
    lan.says_without_waiting("/tracuu đèn đường");
    mai.says_without_waiting("/thongke");
    town.takes_updates_without_sending().await;
    town.breaks_reading_of(&lan);
    town.restart().await;
    assert!(lan.reads().contains("không tra cứu được"));
    assert!(mai.reads().contains("Đã nhận: 0"));
    assert_eq!(town.keeps("reading"), 0);
}

#[tokio::test]
async fn what_a_delegate_has_open_is_looked_up_beside_everybody_elses_deeds() {
    let scene = asked().await;
    let Scene { town, code, .. } = &scene;
    let ha = town.resident("Ông Hà", "Phường Đồng Văn").await;
    town.makes_head(&ha, "to-1", "Ông Hà");
    for command in ["/dangmo", "/viec"] {
        ha.forgets();
        ha.says_without_waiting(command);
        town.takes_updates_without_sending().await;
        assert_eq!(town.keeps("reading"), 1, "{command}");
        town.is_due_on(code, "2026-11-20");
        town.restart().await;
        assert!(ha.reads().contains(code), "{command}");
    }
}

#[tokio::test]
async fn one_chat_waits_for_three_things_at_most_and_for_the_same_thing_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    for words in ["một", "hai", "ba", "bốn", "năm"] {
        lan.says_without_waiting(&format!("/tracuu {words}"));
    }
    town.settle().await;
    let read = lan.reads();
    assert_eq!(read.matches("Chưa có câu trả lời").count(), 3, "{read}");
    assert_eq!(read.matches("Xin chờ kết quả").count(), 2, "{read}");
    mai.forgets();
    for _ in 0..3 {
        mai.says_without_waiting("/thongke");
    }
    town.settle().await;
    assert_eq!(mai.reads().matches("Đã nhận: 0").count(), 1);
}

#[tokio::test]
async fn somebody_who_waits_sees_that_it_is_at_work_and_then_the_result_in_its_place() {
    let patience = Patience {
        silent: Duration::ZERO,
        at_most: NEVER,
    };
    let town = Town::with_patience(TOWN, patience).await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let before = town.world().calls(0).len();
    lan.says("/tracuu đèn đường").await;
    mai.says("/tonghop").await;
    let calls = town.world().calls(0);
    let shown: Vec<_> = calls[before..]
        .iter()
        .filter(|call| call.method == "sendChatAction")
        .map(|call| call.params["action"].clone())
        .collect();
    assert_eq!(shown, ["typing", "upload_document"]);
    let said = calls[before..]
        .iter()
        .filter(|call| {
            call.params["text"]
                .as_str()
                .is_some_and(|text| text.contains("Đang tra cứu"))
        })
        .count();
    assert_eq!(said, 2);
    assert!(
        !lan.screen()
            .iter()
            .any(|text| text.contains("Đang tra cứu"))
    );
    assert_eq!(none_found(&lan.screen()), 1);
}

#[tokio::test]
async fn what_takes_too_long_is_stopped_and_said() {
    let patience = Patience {
        silent: NEVER,
        at_most: Duration::ZERO,
    };
    let town = Town::with_patience(TOWN, patience).await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    lan.says("/tracuu đèn đường").await;
    assert!(lan.reads().contains("mất quá nhiều thời gian"));
    mai.forgets();
    mai.says("/thongke").await;
    assert!(mai.reads().contains("mất quá nhiều thời gian"));
}
