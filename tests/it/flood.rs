//! Too much at once: by one person, by many, by changing words; nobody else waits for it, and no words are lost.

use crate::{
    people::Person,
    world::{Town, code},
};

async fn lan(town: &Town) -> Person {
    town.resident("Lan", "Phường Đồng Văn").await
}

fn floods(person: &Person, command: &str, times: usize) {
    for _ in 0..times {
        person.says_without_waiting(command);
    }
}

fn sent_to(town: &Town, chat: i64) -> usize {
    let calls = town.world().calls(0);
    calls
        .iter()
        .filter(|call| call.params["chat_id"].as_i64() == Some(chat))
        .filter(|call| call.method.starts_with("send") || call.method.starts_with("edit"))
        .count()
}

#[tokio::test]
async fn five_hundred_messages_get_one_polite_word_and_then_silence_until_it_is_over() {
    let town = Town::start().await;
    let lan = lan(&town).await;
    let before = sent_to(&town, lan.chat);
    floods(&lan, "/cuatoi", 500);
    town.settle().await;
    let read = lan.reads();
    assert_eq!(read.matches("tạm dừng trả lời khoảng").count(), 1, "{read}");
    let answers = sent_to(&town, lan.chat) - before;
    assert!(
        answers < 260,
        "two messages a command, and no more: {answers}"
    );
    lan.says("/cuatoi").await;
    assert_eq!(lan.reads(), "", "quiet");
    town.passes(31).await;
    lan.says("/cuatoi").await;
    assert_ne!(lan.reads(), "", "over");
}

#[tokio::test]
async fn what_somebody_writes_meanwhile_is_kept() {
    let town = Town::start().await;
    let lan = lan(&town).await;
    floods(&lan, "/cuatoi", 130);
    town.settle().await;
    lan.forgets();
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    assert_eq!(lan.reads(), "", "nothing is answered");
    town.passes(60).await;
    lan.says("/nhap").await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
}

#[tokio::test]
async fn whoever_may_be_in_danger_is_answered_whatever_they_did_before() {
    let town = Town::start().await;
    let lan = lan(&town).await;
    floods(&lan, "/cuatoi", 130);
    town.settle().await;
    lan.forgets();
    lan.says("Cứu với, nhà tôi đang cháy, có người mắc kẹt")
        .await;
    assert!(lan.reads().contains("114"));
}

#[tokio::test]
async fn presses_beyond_all_need_are_acknowledged_and_told_once() {
    let town = Town::start().await;
    let lan = lan(&town).await;
    lan.says("/caidat").await;
    let shown = lan.newest(|seen| seen.from_bot).message_id;
    let mut presses = Vec::new();
    for _ in 0..700 {
        let press = town.world().press(&cutri::emulator::Press {
            chat_id: lan.chat,
            user_id: lan.id,
            message_id: shown,
            data: Some("so:1".to_owned()),
            forged: true,
            ..Default::default()
        });
        presses.push(press.unwrap());
    }
    town.settle().await;
    let told = presses
        .iter()
        .filter(|press| lan.flashed(press).contains("tạm dừng"));
    assert_eq!(told.count(), 1);
}

#[tokio::test]
async fn three_hundred_changes_of_one_message_are_a_handful_of_messages_for_the_group() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = lan(&town).await;
    let asked = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    mai.forgets();
    let before = sent_to(&town, group.id);
    for number in 1..=300 {
        let text = format!("Đường vào thôn ngập mỗi khi mưa, lần {number}");
        lan.edits_without_waiting("Đường vào thôn", &text);
    }
    mai.replies_without_waiting(&asked, "Tổ đã nhận, sẽ sửa trong tháng 12.");
    town.settle().await;
    let to_group = sent_to(&town, group.id) - before;
    // How many wait for each other depends on how fast the machine is; without a limit they were 582.
    assert!(to_group < 120, "{to_group}");
    let read = mai.reads();
    assert!(
        read.contains("lần 300"),
        "the card has the last words: {read}"
    );
    let notices = read.matches("cử tri đã sửa nội dung").count();
    assert!(notices <= 1, "one notice, changed in place: {read}");
    let private = lan.reads();
    assert_eq!(private.matches("tạm dừng trả lời").count(), 1, "{private}");
    mai.presses("Gửi cử tri").await;
    assert_eq!(town.answers_that_are("delivered"), 1);
}

#[tokio::test]
async fn changes_far_apart_are_told_each() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = lan(&town).await;
    lan.says("/hoi").await;
    let message = lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    let before = mai.screen().len();
    lan.edits(message, "Đường vào thôn ngập mỗi khi mưa to")
        .await;
    assert_eq!(mai.screen().len(), before + 1);
    town.passes(30).await;
    lan.edits(message, "Đường vào thôn ngập mỗi khi mưa to, không đi được")
        .await;
    assert_eq!(
        mai.screen().len(),
        before + 1,
        "the notice was changed in place"
    );
    let notice = mai.screen().pop().unwrap();
    assert!(notice.contains("không đi được"), "{notice}");
    town.passes(120).await;
    lan.edits(
        message,
        "Đường vào thôn Ngọc ngập mỗi khi mưa to, không đi được",
    )
    .await;
    assert_eq!(
        mai.screen().len(),
        before + 2,
        "later it is a notice of its own"
    );
}

#[tokio::test]
async fn sixty_accounts_that_ask_for_help_leave_asking_alone() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = lan(&town).await;
    let crowd: Vec<Person> = (0..60)
        .map(|number| town.stranger(&format!("Người {number}")))
        .collect();
    for person in &crowd {
        floods(person, "/trogiup", 20);
    }
    town.settle().await;
    let sent: usize = crowd.iter().map(|person| sent_to(&town, person.chat)).sum();
    assert!(
        sent <= 360,
        "three hundred answers and a word to each: {sent}"
    );
    lan.forgets();
    let asked = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    assert_eq!(asked, code(1));
}

#[tokio::test]
async fn asking_and_withdrawing_ends_at_twenty_a_day_and_the_draft_is_kept() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = lan(&town).await;
    for number in 1..=20 {
        let text = format!("Đường ngõ {number} thôn Ngọc Động ngập nước mỗi khi mưa");
        lan.asks(&text, "Giao thông").await;
        lan.forges(&format!("wd:{number}")).await;
        lan.forges(&format!("wn:{number}")).await;
        town.passes(61).await;
    }
    assert_eq!(town.questions(), 20);
    lan.says("/hoi").await;
    lan.says("Đèn đường ngõ 3 hỏng cả tháng nay").await;
    lan.insists().await;
    lan.chooses("Giao thông").await;
    let flashed = lan.presses("Gửi").await;
    assert!(flashed.contains("20 câu hỏi"), "{flashed}");
    assert_eq!(town.questions(), 20);
    assert_eq!(town.keeps("draft"), 1);
    town.passes(86_400).await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 21);
}

#[tokio::test]
async fn a_slow_hand_is_never_told_to_slow_down() {
    let town = Town::start().await;
    let lan = lan(&town).await;
    for _ in 0..3 {
        floods(&lan, "/lich", 60);
        town.settle().await;
        town.passes(60).await;
    }
    assert!(!lan.screen().join("\n").contains("tạm dừng"));
}
