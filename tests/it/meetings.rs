//! Meetings: the list, registering, tickets, the waiting list, reminders.

use insta::assert_snapshot;

use crate::{
    people::Person,
    world::{TOWN, Town},
};

/// The town with a small meeting: two seats for everybody, and a third that is reserved.
const SMALL: &str = "MB01";

/// Random ticket codes as `••••••`.
pub fn without_codes(text: &str) -> String {
    let mut shown = text.to_owned();
    for line in text.lines() {
        if let Some((_, code)) = line.split_once("Mã vé: ") {
            let code: String = code.chars().take(6).collect();
            shown = shown.replace(&code, "••••••");
        }
    }
    shown
}

/// Presses the button of the meeting's page that registers, coming by the poster's link.
pub async fn register(person: &Person, meeting: &str) {
    person.says(&format!("/start m_{meeting}")).await;
    person.presses("Đăng ký").await;
}

pub fn ticket_of(person: &Person) -> String {
    let seen = person.newest(|seen| seen.from_bot && seen.text.contains("Mã vé: "));
    let (_, code) = seen.text.split_once("Mã vé: ").unwrap();
    code.chars().take(6).collect()
}

#[tokio::test]
async fn the_list_shows_my_area_first_and_turns_its_pages() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Mộc Bắc").await;
    lan.says("/lich").await;
    assert_snapshot!("list", lan.reads());
    lan.presses("Không cần").await;
    lan.presses("Trang sau").await;
    assert_snapshot!("list_second_page", lan.reads());
}

#[tokio::test]
async fn a_poster_opens_the_meeting_and_one_tap_registers() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/start m_DV01").await;
    assert_snapshot!("one", lan.reads());
    lan.presses("Chỉ đường").await;
    let pin = lan.newest(|seen| seen.json["venue"].is_object());
    assert_eq!(
        pin.json["venue"]["location"]["latitude"]
            .as_f64()
            .map(|lat| (lat * 100.0).round()),
        Some(2064.0)
    );
    lan.forgets();
    lan.presses("Đăng ký").await;
    assert_snapshot!("ticket", without_codes(&lan.reads()));
    let photo = lan.newest(|seen| seen.json["photo"].is_array());
    assert!(photo.text.contains(&ticket_of(&lan)));
    let file = lan.newest(|seen| seen.json["document"].is_object());
    assert_eq!(file.json["document"]["file_name"], "DV01.ics");
}

#[tokio::test]
async fn a_posters_link_that_registers_does_so_at_once_or_shows_why_not() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/start r_DV01").await;
    let ticket = ticket_of(&lan);
    lan.forgets();
    lan.says("/start r_DV01").await;
    assert_eq!(ticket_of(&lan), ticket);
    assert_eq!(town.keeps("registration"), 1);
    let hung = town.stranger("Hùng");
    hung.says("/start r_DV01").await;
    assert_eq!(town.keeps("registration"), 1);
    hung.presses("Đồng ý").await;
    hung.presses("Đồng Văn").await;
    assert_eq!(town.registrations_that_are("seated"), 2);
    lan.forgets();
    lan.says("/start r_XX99").await;
    assert!(lan.reads().contains("Không có hội nghị"), "{}", lan.reads());
    town.passes(120 * 86_400).await;
    lan.forgets();
    lan.says("/start r_DV01").await;
    assert!(!lan.reads().contains("Mã vé"));
    assert_eq!(town.registrations_that_are("seated"), 2);
}

#[tokio::test]
async fn registering_twice_shows_the_same_ticket_again() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    let ticket = ticket_of(&lan);
    lan.forges("mr:DV01").await;
    lan.forges("mr:DV01").await;
    assert_eq!(ticket_of(&lan), ticket);
    assert_eq!(town.keeps("registration"), 1);
}

#[tokio::test]
async fn my_registrations_stand_beside_my_questions() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/cuatoi").await;
    assert!(!lan.reads().contains("Hội nghị tôi"));
    register(&lan, "DV01").await;
    lan.forgets();
    lan.says("/cuatoi").await;
    assert_snapshot!("mine", without_codes(&lan.reads()));
}

#[tokio::test]
async fn somebody_new_is_asked_for_consent_and_is_registered_after_it() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/start m_DV01").await;
    lan.presses("Đăng ký").await;
    assert_eq!(town.keeps("registration"), 0);
    lan.presses("Đồng ý").await;
    lan.presses("Đồng Văn").await;
    assert_eq!(town.registrations_that_are("seated"), 1);
}

#[tokio::test]
async fn companions_and_the_wish_to_speak_stand_on_the_ticket() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    register(&lan, "DV01").await;
    lan.presses("Người đi cùng").await;
    lan.presses("Thêm 3 người").await;
    lan.presses("Muốn phát biểu").await;
    lan.says("Nước sạch cho tổ 2").await;
    let ticket = lan.newest(|seen| seen.json["photo"].is_array());
    assert_snapshot!("ticket_with_wishes", without_codes(&ticket.text));
    lan.presses("Thôi phát biểu").await;
    let ticket = lan.newest(|seen| seen.json["photo"].is_array());
    assert!(!ticket.text.contains("phát biểu về"));
    lan.forges("mn:9:DV01").await;
    assert_eq!(town.people_seated(), 4);
}

#[tokio::test]
async fn who_comes_too_late_waits_and_gets_the_seat_that_is_given_up() {
    let town = Town::start().await;
    let mut people = Vec::new();
    for name in ["An", "Bình", "Chi", "Dũng"] {
        people.push(town.resident(name, "Mộc Bắc").await);
    }
    for person in &people {
        person.says(&format!("/start m_{SMALL}")).await;
        person.forgets();
        person
            .presses(
                if person
                    .screen()
                    .iter()
                    .any(|text| text.contains("Đã hết chỗ"))
                {
                    "Chờ chỗ"
                } else {
                    "Đăng ký"
                },
            )
            .await;
    }
    let [an, _, chi, dung] = people.as_slice() else {
        unreachable!()
    };
    assert_snapshot!("waits", chi.reads());
    dung.forgets();
    an.forgets();
    an.presses("Hủy đăng ký").await;
    assert_snapshot!("given_up", an.reads());
    assert_snapshot!("offer", chi.reads());
    assert_eq!(dung.reads(), "", "only the next hears of it");
    chi.presses("Nhận chỗ").await;
    assert_snapshot!("accepted", without_codes(&chi.reads()));
    assert_eq!(town.people_seated(), 2);
}

#[tokio::test]
async fn an_offer_that_nobody_takes_goes_on_to_the_next() {
    let town = Town::start().await;
    let mut people = Vec::new();
    for name in ["An", "Bình", "Chi", "Dũng"] {
        let person = town.resident(name, "Mộc Bắc").await;
        person.says(&format!("/start m_{SMALL}")).await;
        person.forges(&format!("mr:{SMALL}")).await;
        person.forgets();
        people.push(person);
    }
    people[0].presses("Hủy đăng ký").await;
    people[2].forgets();
    town.passes(11 * 3_600).await;
    assert_eq!(people[3].reads(), "", "the offer holds for twelve hours");
    town.passes(2 * 3_600).await;
    assert_snapshot!("lapsed", people[2].reads());
    assert!(people[3].reads().contains("Đã có chỗ"));
    people[2].forges(&format!("ma:{SMALL}")).await;
    assert_eq!(town.registrations_that_are("seated"), 1);
}

#[tokio::test]
async fn those_registered_are_reminded_and_others_are_not() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    let hoa = town.resident("Hoa", "Đồng Văn").await;
    register(&lan, "DV01").await;
    register(&hoa, "DV01").await;
    hoa.presses("Hủy đăng ký").await;
    lan.forgets();
    hoa.forgets();
    town.passes(7 * 86_400 - 60).await;
    assert_eq!(lan.reads(), "");
    town.passes(120).await;
    assert_snapshot!("reminder", without_codes(&lan.reads()));
    assert_eq!(hoa.reads(), "");
    town.passes(60).await;
    assert_eq!(lan.reads(), "", "once is enough");
    town.passes(22 * 3_600).await;
    assert_eq!(
        lan.reads(),
        "",
        "two hours before is six in the morning: quiet"
    );
    town.passes(1_800).await;
    assert!(lan.reads().contains("Sắp tới hội nghị"));
}

#[tokio::test]
async fn registration_ends_when_the_council_says_and_the_old_button_is_told_so() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Đồng Văn").await;
    lan.says("/start m_DV01").await;
    town.passes(7 * 86_400 + 10 * 3_600).await;
    let flashed = lan.presses("Đăng ký").await;
    assert!(flashed.contains("Đã hết hạn đăng ký"), "{flashed}");
    assert_eq!(town.keeps("registration"), 0);
}

#[tokio::test]
async fn five_hundred_at_once_fill_fifty_seats_and_wait_in_the_order_in_which_they_came() {
    let council = TOWN.replace("capacity = 50\nreserved = 5", "capacity = 50");
    let town = Town::with_council(&council).await;
    let people: Vec<Person> = (0..500)
        .map(|number| town.stranger(&format!("Cử tri {number}")))
        .collect();
    town.have_come_in(&people, "dong-van");
    for person in &people {
        person.says_without_waiting("/start m_DV01");
    }
    town.settle().await;
    for person in &people {
        person.presses_without_waiting("Đăng ký");
    }
    town.settle().await;
    assert_eq!(town.registrations_that_are("seated"), 50);
    assert_eq!(town.registrations_that_are("waiting"), 450);
    for (number, person) in people.iter().enumerate() {
        if number < 50 {
            assert!(
                person.screen().iter().any(|text| text.contains("Mã vé: ")),
                "{number}"
            );
        } else {
            let told = format!("đứng thứ {} trong danh sách chờ", number - 49);
            assert!(
                person.screen().iter().any(|text| text.contains(&told)),
                "{number}"
            );
        }
    }
}

#[tokio::test]
async fn loading_the_same_file_again_keeps_what_a_clerk_changed() {
    let town = Town::start().await;
    town.has_capacity("DV01", 77);
    town.restart().await;
    town.loads(TOWN).await;
    assert_eq!(town.capacity_of("DV01"), 77);
    let moved = TOWN.replace("2026-12-01T08:00:00+07:00", "2026-12-01T09:00:00+07:00");
    town.loads(&moved).await;
    assert_eq!(
        town.capacity_of("DV01"),
        77,
        "the file did not change the capacity"
    );
    assert_eq!(town.start_of("DV01") % 86_400, 2 * 3_600);
}
