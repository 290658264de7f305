//! Questions while a meeting runs: sent from the room, looked at before the hall reads them, supported, highlighted, answered.

use crate::{meeting_day::speaker, people::Person, proxy::clerk, world::Town};

const BEGINNING: i64 = 8 * 86_400;
const WATER: &str = "Bao giờ tổ 2 có nước sạch, hỏi bà Tư 0912345678?";

/// The first of December, some minutes after eight: the meeting runs.
async fn in_the_room() -> (Town, Person, Person, Person) {
    let town = Town::start().await;
    let lan = speaker(&town, "Lan", "Nước sạch").await;
    let binh = town.resident("Bình", "Đồng Văn").await;
    lan.says("/start m_DV01").await;
    assert!(!lan.is_offered("Hỏi ngay"), "nothing runs yet");
    town.passes(BEGINNING + 600).await;
    let clerk = clerk(&town).await;
    (town, clerk, lan, binh)
}

async fn asks(person: &Person, text: &str) {
    person.says("/start m_DV01").await;
    person.presses("Hỏi ngay tại hội nghị").await;
    person.says(text).await;
}

#[tokio::test]
async fn a_question_from_the_room_is_looked_at_shown_supported_highlighted_and_answered() {
    let (town, clerk, lan, binh) = in_the_room().await;
    asks(&lan, "nước").await;
    assert!(lan.reads().contains("viết rõ hơn"));
    lan.says(WATER).await;
    lan.forgets();
    lan.presses("Câu đang hiện").await;
    assert!(
        lan.reads().contains("Chưa có câu nào"),
        "nobody has looked at it"
    );
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Lan").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Câu hỏi trực tiếp").await;
    insta::assert_snapshot!("desk", clerk.reads());
    binh.says("/start m_DV01").await;
    lan.forgets();
    clerk.presses("Hiện câu 1").await;
    assert!(lan.reads().contains("đang hiện tại hội nghị"));
    binh.presses("Câu đang hiện").await;
    binh.presses("👍 0").await;
    insta::assert_snapshot!("shown", binh.reads());
    assert_eq!(town.keeps("live_support"), 1);
    binh.presses("👍 1").await;
    assert_eq!(town.keeps("live_support"), 0, "taken back");
    lan.presses("Câu đang hiện").await;
    let flashed = lan.presses("👍 0").await;
    assert!(flashed.contains("của ông/bà"), "{flashed}");
    clerk.presses("⭐ Nêu").await;
    clerk.presses("✅ Xong").await;
    assert!(lan.reads().contains("đã được trả lời tại hội nghị"));
    assert_eq!(town.events("live_question_decided"), 3);
    town.passes(5 * 3_600).await;
    binh.presses("Câu đang hiện").await;
    assert!(binh.reads().contains("✅ Bao giờ tổ 2"), "the archive");
    assert!(!binh.is_offered("👍"), "nothing is supported any more");
    lan.forgets();
    lan.forges("la:DV01").await;
    assert_eq!(town.keeps("live_question"), 1);
}

#[tokio::test]
async fn the_office_hears_of_the_first_question_that_waits_and_not_of_each() {
    let (town, clerk, lan, binh) = in_the_room().await;
    let office = town.group_of("office").await.member("Cô Thu");
    office.forgets();
    asks(&lan, WATER).await;
    asks(&binh, "Đường thôn bao giờ làm xong ạ?").await;
    let told = office.reads();
    assert_eq!(
        told.matches("có câu hỏi trực tiếp chờ xem").count(),
        1,
        "{told}"
    );
    assert!(!told.contains("nước sạch"), "nobody has looked at it");
    clerk.says("/diemdanh DV01").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Câu hỏi trực tiếp").await;
    clerk.presses("Hiện câu 1").await;
    clerk.presses("Hiện câu 1").await;
    assert!(
        clerk.reads().contains("chờ xem: 0 · đang hiện: 2"),
        "{}",
        clerk.reads()
    );
    asks(&binh, "Còn đèn đường thì sao ạ, bao giờ?").await;
    assert_eq!(town.keeps("live_question"), 3, "{}", binh.reads());
    assert!(office.reads().contains("có câu hỏi trực tiếp chờ xem"));
}

#[tokio::test]
async fn what_is_kept_back_is_not_shown_and_one_person_cannot_flood_the_desk() {
    let (town, clerk, lan, binh) = in_the_room().await;
    for number in 1..=3 {
        asks(&lan, &format!("Câu hỏi thứ {number} về nước sạch")).await;
    }
    asks(&lan, "Câu hỏi thứ tư về nước sạch").await;
    assert!(lan.reads().contains("chờ người điều hành"));
    assert_eq!(town.keeps("live_question"), 3);
    clerk.says("/diemdanh DV01").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Câu hỏi trực tiếp").await;
    clerk.presses("Không hiện 1").await;
    assert!(lan.reads().contains("chưa đưa câu hỏi này"));
    binh.says("/start m_DV01").await;
    binh.presses("Câu đang hiện").await;
    assert!(!binh.reads().contains("thứ 1"));
    let flashed = binh.forges("lq:1:shown").await;
    assert!(!flashed.is_empty());
    binh.presses("Câu đang hiện").await;
    assert!(
        !binh.reads().contains("thứ 1"),
        "only those who lead it decide"
    );
}

#[tokio::test]
async fn the_clock_of_a_speaker_stands_on_the_list() {
    let (_town, clerk, ..) = in_the_room().await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Lan").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.forgets();
    clerk.presses("Bắt đầu tính giờ").await;
    insta::assert_snapshot!("floor", clerk.reads());
    clerk.presses("Đã phát biểu").await;
    assert!(!clerk.reads().contains("Đang phát biểu"));
}
