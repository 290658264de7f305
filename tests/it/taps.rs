//! How many taps each job takes: `docs/taps.md` says it, a scenario a row does it and fails when it takes more, or when
//! it takes fewer and the table does not say so.

use std::collections::BTreeMap;

use cutri::emulator::Send;
use serde_json::json;

use crate::{
    people::{Person, Spent},
    scene::asked,
    world::Town,
};

const TABLE: &str = include_str!("../../docs/taps.md");

/// The rows whose scenarios stand elsewhere, or that have none yet: staff's.
const ELSEWHERE: [&str; 30] = [
    "Clerk: issue a paper, from its draft",
    "Clerk: an issued paper again",
    "Clerk: enter an opinion slip that came back",
    "Delegate: pass on what another council answered",
    "Clerk: calling back, the first one",
    "Administrator: invite a delegate",
    "Follow a question by its slip",
    "Delegate: claim",
    "Delegate: answer",
    "Delegate: answer with a date",
    "Delegate: ask back",
    "Delegate: extend",
    "Delegate: transfer",
    "Clerk: sort a right proposal",
    "Clerk: correct the field",
    "Clerk: write down a voice message",
    "Clerk: merge",
    "Clerk: new meeting, published",
    "Clerk: change, copy or call off a meeting; what came of it",
    "Clerk: a reserved seat for somebody who waits, the first; each further",
    "Clerk: reserved seats for guests without Telegram, however many",
    "Clerk: check in by list, the first; each further",
    "Clerk: enter for somebody without Telegram",
    "Delegate: one answer for several like questions",
    "Delegate: from the list of one's work to a card",
    "Delegate: the council's verdict on an appeal",
    "Clerk: site round, each place",
    "Clerk: a round on a draft",
    "A round on a draft, from a poster, to the first answer",
    "One statement of a round on a draft",
];

/// The rows that have a scenario here.
const HERE: [&str; 16] = [
    "First question of a stranger",
    "A further question",
    "A further question, the field in doubt",
    "Photo with words",
    "Voice message without words",
    "Letter with 3 points, split",
    "Perhaps danger: no",
    "Perhaps danger: yes, and sent on",
    "Support an alike question",
    "Register for a meeting, from a poster",
    "Register, from the list",
    "Give a seat up",
    "Withdraw a question",
    "Look up one's question",
    "Search",
    "Judge an answer",
];

/// What the table says of each job.
fn rows() -> BTreeMap<String, Option<Spent>> {
    let mut rows = BTreeMap::new();
    for line in TABLE.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [job, taps, messages, ..] = cells[..] else {
            continue;
        };
        if job == "Job" || job.starts_with("---") {
            continue;
        }
        let spent = taps.parse().ok().zip(messages.parse().ok());
        let spent = spent.map(|(taps, messages)| Spent { taps, messages });
        rows.insert(job.to_owned(), spent);
    }
    rows
}

/// The job is done: it took what the table says.
pub fn took(job: &str, people: &[&Person]) {
    let said = rows().get(job).copied().flatten();
    let said = said.unwrap_or_else(|| panic!("docs/taps.md has no row with numbers for {job:?}"));
    let mut spent = Spent::default();
    for person in people {
        let theirs = person.spends();
        spent.taps += theirs.taps;
        spent.messages += theirs.messages;
    }
    assert_eq!(spent, said, "{job}");
}

#[test]
fn every_row_of_the_table_has_a_scenario() {
    for job in rows().keys() {
        let is_known = |known: &&str| known == job;
        assert!(
            HERE.iter().chain(&ELSEWHERE).any(is_known),
            "{job}: write its scenario"
        );
    }
}

const ROAD: &str = "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?";

/// A town with a delegation, and somebody who lives there and has done nothing yet.
async fn at_home() -> (Town, Person) {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.spends();
    (town, lan)
}

#[tokio::test]
async fn a_strangers_first_question() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.stranger("Lan");
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    lan.says(ROAD).await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    took("First question of a stranger", &[&lan]);
}

#[tokio::test]
async fn a_further_question() {
    let (town, lan) = at_home().await;
    lan.says(ROAD).await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    took("A further question", &[&lan]);
}

#[tokio::test]
async fn a_further_question_whose_field_is_in_doubt() {
    let (town, lan) = at_home().await;
    lan.says("Đề nghị các bác quan tâm giúp việc của khu tôi")
        .await;
    let asked = lan.reads();
    assert!(asked.contains("lĩnh vực nào"), "{asked}");
    lan.takes_the_first_field().await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    took("A further question, the field in doubt", &[&lan]);
}

async fn sends(person: &Person, what: serde_json::Value) {
    let mut send = what;
    send["chat_id"] = person.chat.into();
    send["user_id"] = person.id.into();
    let send: Send = serde_json::from_value(send).unwrap();
    person.sends(send).await;
}

#[tokio::test]
async fn a_photo_with_words() {
    let (town, lan) = at_home().await;
    sends(&lan, json!({ "photo": {}, "caption": ROAD })).await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    took("Photo with words", &[&lan]);
}

#[tokio::test]
async fn a_voice_message_without_words() {
    let (town, lan) = at_home().await;
    sends(&lan, json!({ "voice": { "duration": 20 } })).await;
    lan.presses("Gửi luôn tin thoại").await;
    assert_eq!(town.questions_that_are("received"), 1);
    took("Voice message without words", &[&lan]);
}

#[tokio::test]
async fn a_letter_with_three_points() {
    let (town, lan) = at_home().await;
    let letter = "Xin nêu ba việc:\n1. Đường vào thôn ngập mỗi khi mưa, đề nghị sửa\n\
                  2. Trạm y tế thiếu thuốc huyết áp, đề nghị bổ sung\n\
                  3. Trường mầm non thiếu phòng học, đề nghị xây thêm";
    lan.says(letter).await;
    lan.presses("Tách").await;
    for _ in 0..3 {
        lan.presses("Gửi").await;
    }
    assert_eq!(town.questions(), 3);
    took("Letter with 3 points, split", &[&lan]);
}

const POLE: &str = "Trụ điện gãy nằm giữa đường";

#[tokio::test]
async fn what_may_be_danger_is_none() {
    let (town, lan) = at_home().await;
    lan.says(POLE).await;
    lan.presses("Không, đây là kiến nghị").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    took("Perhaps danger: no", &[&lan]);
}

#[tokio::test]
async fn what_may_be_danger_is_danger_and_sent_on() {
    let (town, lan) = at_home().await;
    lan.says(POLE).await;
    lan.presses("Có người đang nguy hiểm").await;
    lan.presses("kiến nghị chung").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    took("Perhaps danger: yes, and sent on", &[&lan]);
}

#[tokio::test]
async fn an_alike_question_is_supported() {
    let (town, lan) = at_home().await;
    lan.asks(ROAD, "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.spends();
    hung.says("Mưa là đường vào thôn ngập, khi nào sửa?").await;
    hung.presses("Cùng kiến nghị").await;
    assert_eq!(town.keeps("support"), 1);
    took("Support an alike question", &[&hung]);
}

#[tokio::test]
async fn a_seat_from_a_poster_and_from_the_list_and_given_up() {
    let (town, lan) = at_home().await;
    lan.says("/start r_DV01").await;
    assert_eq!(town.keeps("registration"), 1);
    took("Register for a meeting, from a poster", &[&lan]);
    lan.presses("Hủy đăng ký").await;
    took("Give a seat up", &[&lan]);
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.spends();
    hung.taps_key("📅 Lịch tiếp xúc").await;
    hung.presses("Đăng ký").await;
    assert_eq!(town.keeps("registration"), 2);
    took("Register, from the list", &[&hung]);
}

#[tokio::test]
async fn after_sending() {
    let (town, lan) = at_home().await;
    lan.asks(ROAD, "Giao thông").await;
    lan.spends();
    lan.presses("Xem lại").await;
    took("Look up one's question", &[&lan]);
    lan.presses("Rút lại").await;
    lan.presses("không nêu lý do").await;
    assert_eq!(town.questions_that_are("withdrawn"), 1);
    took("Withdraw a question", &[&lan]);
    lan.says("/tracuu duong ngap").await;
    took("Search", &[&lan]);
}

#[tokio::test]
async fn an_answer_is_judged() {
    let scene = asked().await;
    scene
        .mai
        .replies_to(&scene.code, "Phường sẽ sửa, cảm ơn bà con.")
        .await;
    scene.mai.presses("Gửi cử tri").await;
    scene.lan.spends();
    scene.lan.presses("Thỏa đáng").await;
    took("Judge an answer", &[&scene.lan]);
}
