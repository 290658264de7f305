//! A quarter of obligations and joint answers: three delegations, supporters, a restart in every round, four days on which the
//! bot was down. Nobody is told the same of a question twice.

use std::collections::BTreeMap;

use crate::{people::Person, scene::card, watched::two_oblige, world::Town};

const DAY: i64 = 86_400;

/// Which delegation, and where its people live.
const PLACES: [(&str, &str); 3] = [
    ("to-1", "Phường Đồng Văn"),
    ("to-2", "Phường Bạch Thượng"),
    ("to-3", "Phường Hòa Mạc"),
];

/// What so many want that the body is obliged, and what two ask alike.
const ROAD: (&str, &str) = (
    "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
    "Giao thông",
);
const WASTE: (&str, &str) = (
    "Bãi rác đầu làng bốc mùi đã nửa năm, bao giờ dọn?",
    "Môi trường",
);
const SCHOOL: (&str, &str) = (
    "Trường mầm non thiếu phòng học trầm trọng, bao giờ xây?",
    "Giáo dục",
);
const ALIKE: (&str, &str) = (
    "Trường mầm non thiếu phòng học nhiều năm, bao giờ xây thêm?",
    "Giáo dục",
);
const ANSWER: &str = "UBND phường sẽ xây thêm hai phòng học, xong trước 30/6/2027.";

struct Place {
    delegate: Person,
    /// Asks what others support.
    first: Person,
    /// Support it.
    others: Vec<Person>,
    /// Two who ask alike.
    alike: Vec<Person>,
}

async fn place(town: &Town, body: &str, area: &str) -> Place {
    let delegate = town.group_of(body).await.member("Đại biểu");
    let first = town.resident("Nhất", area).await;
    let mut others = Vec::new();
    let mut alike = Vec::new();
    for name in ["Nhì", "Ba"] {
        others.push(town.resident(name, area).await);
        alike.push(town.resident(&format!("{name} trường"), area).await);
    }
    Place {
        delegate,
        first,
        others,
        alike,
    }
}

async fn supports(person: &Person, (text, field): (&str, &str)) {
    person.says(text).await;
    person.chooses(field).await;
    person.presses("Cùng kiến nghị").await;
}

/// Two ask alike and get one answer, each under their own code.
async fn answers_together(town: &Town, place: &Place) {
    let one = place.alike[0].asks(SCHOOL.0, SCHOOL.1).await;
    place.alike[1].says("/hoi").await;
    place.alike[1].says(ALIKE.0).await;
    place.alike[1].chooses(ALIKE.1).await;
    if place.alike[1].is_offered("Vẫn gửi") {
        place.alike[1].presses("Vẫn gửi").await;
    }
    place.alike[1].presses("Gửi").await;
    let delegate = &place.delegate;
    let other = delegate.newest(|seen| seen.text.contains("Hạn trả lời"));
    let other = other.text.split_whitespace().next().unwrap().to_owned();
    assert_ne!(one, other);
    delegate.presses_under(card(delegate, &one).message_id, "Thêm việc");
    town.settle().await;
    delegate.presses("Trả lời chung").await;
    if delegate.is_offered(&other) {
        delegate.presses(&other).await;
    } else {
        delegate.presses("Thêm mã").await;
        delegate
            .replies_to("trả lời chung với những câu nào", &other)
            .await;
    }
    delegate.replies_to(&one, ANSWER).await;
    town.restart().await;
    delegate.presses("Gửi cử tri").await;
}

/// What the bot wrote in a chat about questions, each with how often.
fn told(town: &Town, chat: i64) -> BTreeMap<String, usize> {
    let mut told = BTreeMap::new();
    for seen in town.world().messages(chat) {
        if seen.from_bot && seen.text.contains("DT-") {
            *told.entry(seen.text).or_default() += 1;
        }
    }
    told
}

fn is_told_once(town: &Town, chat: i64) {
    for (text, count) in told(town, chat) {
        assert_eq!(count, 1, "told {count} times in {chat}: {text}");
    }
}

#[tokio::test]
async fn obligations_and_joint_answers_tell_nobody_twice() {
    let town = Town::with_council(&two_oblige()).await;
    let mut places = Vec::new();
    for (body, area) in PLACES {
        places.push(place(&town, body, area).await);
    }
    for place in &places {
        for matter in [ROAD, WASTE] {
            let code = place.first.asks(matter.0, matter.1).await;
            for other in &place.others {
                supports(other, matter).await;
                town.restart().await;
            }
            if matter == ROAD {
                town.passes(5 * DAY).await;
                place
                    .delegate
                    .replies_to(&code, "Phường đã đổ đá và nạo vét cống ngày 20/11.")
                    .await;
                place.delegate.presses("Gửi cử tri").await;
            }
        }
        answers_together(&town, place).await;
        town.passes(2 * DAY).await;
    }
    town.is_down_for(4 * DAY).await;
    for _ in 0..60 {
        town.passes(DAY).await;
    }
    assert_eq!(town.events("question_obliged"), 6);
    assert_eq!(town.events("question_nominated"), 3, "those not answered");
    assert_eq!(town.answers_that_are("delivered"), 9);
    for place in &places {
        let everybody = place.others.iter().chain(&place.alike);
        for person in everybody.chain([&place.first]) {
            is_told_once(&town, person.chat);
        }
        for supporter in &place.others {
            let obliged = supporter
                .screen()
                .join("\n")
                .matches("đã đủ 2 người")
                .count();
            assert!(obliged <= 2, "once a matter");
        }
        for person in &place.alike {
            assert_eq!(
                person.screen().join("\n").matches("hai phòng học").count(),
                1
            );
        }
    }
}
