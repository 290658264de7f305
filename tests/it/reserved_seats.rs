//! Reserved seats: a clerk gives them to people from the waiting list and to invited guests without Telegram.

use insta::assert_snapshot;

use crate::{
    meetings::{ticket_of, without_codes},
    people::Person,
    verbs::is_told,
    world::{TOWN, Town},
};

/// From Monday morning to an hour before meeting MB01.
const BEFORE_MB01: i64 = 10 * 86_400 + 5 * 3_600;

/// The small meeting with two seats for everybody and three reserved ones.
async fn town() -> Town {
    let small = "capacity = 3\nreserved = 1";
    assert!(TOWN.contains(small));
    Town::with_council(&TOWN.replace(small, "capacity = 5\nreserved = 3")).await
}

/// These people register for it, in this order: the first two have a seat.
async fn registered(town: &Town, names: &[&str]) -> Vec<Person> {
    let mut people = Vec::new();
    for name in names {
        let person = town.resident(name, "Mộc Bắc").await;
        person.says("/start m_MB01").await;
        person.forges("mr:MB01").await;
        person.forgets();
        people.push(person);
    }
    people
}

async fn clerk(town: &Town, name: &str) -> Person {
    let clerk = town.stranger(name);
    clerk.says("/start").await;
    town.makes_clerk(&clerk, name);
    clerk.says("/taolich MB01").await;
    clerk
}

fn without_tickets(town: &Town, text: &str) -> String {
    let tickets = town.tickets().into_iter();
    tickets.fold(without_codes(text), |shown, ticket| {
        shown.replace(&ticket, "••••••")
    })
}

#[tokio::test]
async fn somebody_who_waits_gets_a_reserved_seat_in_two_taps_and_reads_it() {
    let town = town().await;
    let people = registered(&town, &["Trần An", "Lê Bình", "Phạm Thị Chi"]).await;
    let clerk = clerk(&town, "Chị Thư").await;
    assert!(clerk.reads().contains("Ghế dành riêng: đã xếp 0/3"));
    clerk.presses("Ghế dành riêng (còn 3)").await;
    assert_snapshot!("waits", without_tickets(&town, &clerk.reads()));
    clerk.presses("Xếp: 1. Phạm Thị Chi").await;
    assert_snapshot!("seated", without_tickets(&town, &clerk.reads()));
    assert_snapshot!("told", without_codes(&people[2].reads()));
    let flashed = clerk.forges("ng:3:0").await;
    assert!(
        flashed.contains("không còn trong danh sách chờ"),
        "{flashed}"
    );
    assert_eq!(town.events("reserved_seat_given"), 1);
    clerk.presses("Hội nghị").await;
    assert!(is_told(&clerk, "Ghế dành riêng: đã xếp 1/3"));
}

#[tokio::test]
async fn guests_without_telegram_are_seated_by_name_and_checked_in() {
    let town = town().await;
    registered(&town, &["Trần An"]).await;
    let clerk = clerk(&town, "Chị Thư").await;
    clerk.presses("Ghế dành riêng").await;
    clerk.presses("Ghi tên khách mời").await;
    clerk.forgets();
    clerk.says("Bà Nguyễn Thị Sáu +3").await;
    clerk.says("Bà Nguyễn Thị Sáu +6").await;
    clerk.says("+2").await;
    assert_snapshot!("refused", clerk.reads());
    assert_eq!(town.keeps("registration"), 1, "all of them, or none");
    clerk.says("Bà Nguyễn Thị Sáu +1\nÔng Lê Văn Tám").await;
    assert_snapshot!("invited", without_tickets(&town, &clerk.reads()));
    let flashed = clerk.presses("Ghi tên khách mời").await;
    assert!(flashed.contains("Chỉ còn 0 ghế dành riêng"), "{flashed}");
    town.passes(BEFORE_MB01).await;
    clerk.says("/diemdanh MB01").await;
    assert_snapshot!(
        "at_the_door",
        clerk
            .newest(|seen| seen.from_bot)
            .buttons
            .iter()
            .flatten()
            .map(|button| button.text.clone())
            .collect::<Vec<_>>()
            .join("\n")
    );
    clerk.presses("Ông Lê Văn Tám").await;
    let ticket = town.tickets_of_guests("Bà").remove(0);
    clerk.says(&format!("/diemdanh {ticket}")).await;
    assert!(is_told(&clerk, "Bà Nguyễn Thị Sáu: 2/2 người có mặt"));
    assert_eq!(town.people_checked_in(), 3);
}

#[tokio::test]
async fn two_clerks_at_once_never_give_the_last_seat_twice() {
    let town = town().await;
    registered(&town, &["Trần An", "Lê Bình", "Phạm Thị Chi", "Vũ Dung"]).await;
    let one = clerk(&town, "Chị Thư").await;
    one.presses("Ghế dành riêng").await;
    one.presses("Ghi tên khách mời").await;
    one.says("Bà Nguyễn Thị Sáu +1").await;
    let two = clerk(&town, "Anh Phúc").await;
    two.presses("Ghế dành riêng (còn 1)").await;
    one.presses_without_waiting("Xếp: 1. Phạm Thị Chi");
    two.presses_without_waiting("Xếp: 2. Vũ Dung");
    town.settle().await;
    assert_eq!(town.residents_on_reserved_seats(), 1);
    assert!(is_told(&two, "3 ghế, còn 0"));
}

#[tokio::test]
async fn a_reserved_seat_that_is_given_back_is_a_clerks_to_give_again() {
    let town = town().await;
    let office = town.group_of("office").await;
    let hai = office.member("Anh Hai");
    let people = registered(&town, &["Trần An", "Lê Bình", "Phạm Thị Chi", "Vũ Dung"]).await;
    let clerk = clerk(&town, "Chị Thư").await;
    clerk.presses("Ghế dành riêng").await;
    clerk.presses("Xếp: 1. Phạm Thị Chi").await;
    clerk.presses("Ghi tên khách mời").await;
    clerk.says("Ông Lê Văn Tám").await;
    hai.forgets();
    people[2].presses("Hủy đăng ký").await;
    assert_snapshot!("office_hears", hai.reads());
    assert_eq!(people[3].reads(), "", "it is not offered to those who wait");
    clerk.presses("Bỏ: Ông Lê Văn Tám").await;
    assert!(is_told(&clerk, "3 ghế, còn 3"));
    assert_eq!(town.events("reserved_seat_returned"), 2);
    clerk.presses("Xếp: 1. Vũ Dung").await;
    assert!(!ticket_of(&people[3]).is_empty());
    // Registering again is registering like everybody else.
    people[2].says("/start m_MB01").await;
    people[2].forges("mr:MB01").await;
    assert_eq!(town.waiting_for_an_open_seat(), 1);
}

#[tokio::test]
async fn a_party_that_is_too_large_waits_on_and_one_on_reserved_seats_grows_by_the_office_only() {
    let town = town().await;
    let people = registered(&town, &["Trần An", "Lê Bình", "Phạm Thị Chi"]).await;
    let chi = &people[2];
    chi.forges("mn:3:MB01").await;
    let clerk = clerk(&town, "Chị Thư").await;
    clerk.presses("Ghế dành riêng").await;
    let flashed = clerk.presses("Xếp: 1. Phạm Thị Chi (4)").await;
    assert!(flashed.contains("Chỉ còn 3 ghế dành riêng"), "{flashed}");
    chi.forges("mn:1:MB01").await;
    clerk.forges("ng:3:0").await;
    let flashed = chi.forges("mn:2:MB01").await;
    assert!(flashed.contains("xin báo văn phòng"), "{flashed}");
    chi.forges("mn:0:MB01").await;
    assert_eq!(town.people_on_reserved_seats(), 1);
}

#[tokio::test]
async fn in_the_offices_group_nobody_is_named() {
    let town = town().await;
    registered(&town, &["Trần An", "Lê Bình", "Phạm Thị Chi"]).await;
    let office = town.group_of("office").await;
    let thu = office.member("Chị Thư");
    thu.says("/taolich MB01").await;
    thu.presses("Ghế dành riêng").await;
    thu.presses("Xếp: 1. P.T.C.").await;
    thu.presses("Ghi tên khách mời").await;
    thu.replies_to("họ tên khách mời", "Bà Nguyễn Thị Sáu")
        .await;
    let screen = thu.screen().join("\n");
    assert!(screen.contains("🪑 B.N.T.S. · 1 người"), "{screen}");
    for hidden in ["Chi", "Sáu"] {
        assert!(!screen.contains(hidden), "{hidden}: {screen}");
    }
    let group = town.group_of("to-4").await;
    let delegate = group.member("Đại biểu");
    let lan = town.resident("Lan", "Mộc Bắc").await;
    for data in ["nr:0:MB01", "ng:3:0", "nb:3:0", "ni:MB01"] {
        let flashed = delegate.forges(data).await;
        assert!(flashed.contains("Chỉ nhóm của văn phòng"), "{flashed}");
        let flashed = lan.forges(data).await;
        assert!(flashed.contains("Chỉ văn phòng"), "{flashed}");
    }
}

#[tokio::test]
async fn whoever_moves_or_calls_off_a_meeting_reads_which_guests_the_bot_cannot_tell() {
    let town = town().await;
    let clerk = clerk(&town, "Chị Thư").await;
    clerk.presses("Ghế dành riêng").await;
    clerk.presses("Ghi tên khách mời").await;
    clerk.says("Bà Nguyễn Thị Sáu\nÔng Lê Văn Tám").await;
    clerk.says("/taolich MB01").await;
    clerk.presses("Sửa").await;
    clerk.forgets();
    clerk.says("Nơi họp: Hội trường xã").await;
    let read = clerk.reads();
    assert!(
        read.contains(
            "bot không báo được. Xin văn phòng báo cho: Bà Nguyễn Thị Sáu; Ông Lê Văn Tám."
        ),
        "{read}"
    );
    clerk.presses("Hủy hội nghị").await;
    clerk.forgets();
    clerk.says("Bão số 9").await;
    assert!(
        clerk
            .reads()
            .contains("Xin văn phòng báo cho: Bà Nguyễn Thị Sáu")
    );
    assert_eq!(town.registrations_that_are("seated"), 0);
    let flashed = clerk.forges("nr:0:MB01").await;
    assert!(flashed.contains("đã kết thúc hoặc đã hủy"), "{flashed}");
}
