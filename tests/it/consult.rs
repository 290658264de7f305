//! `/gopy`: a round on a draft. A clerk writes it in one message, residents of its areas answer one statement after the other
//! and propose their own; what most accept is shown once it is over, and of a few people nothing.

use crate::{
    people::{Group, Person},
    taps::took,
    verbs::is_told,
    world::Town,
};

const DAY: i64 = 86_400;
const HERE: &str = "Phường Đồng Văn";
const THERE: &str = "Phường Duy Minh";
const ROUND: &str = "/gopy Nghị quyết về phí trông giữ xe\nKhu vực: Đồng Văn, Duy Minh, Châu Giang\n\
    1. Nên miễn phí cho xe đạp\n2. Nên thu phí qua tài khoản\n3. Nên cấm để xe trên vỉa hè";
/// To the end of 9 December, the day before the session, and into the next morning.
const TO_THE_END: i64 = 17 * DAY;

/// An office with a clerk.
async fn office() -> (Town, Group, Person) {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    (town, office, thu)
}

/// A round that runs.
async fn running() -> (Town, Person) {
    let (town, _, thu) = office().await;
    thu.says(ROUND).await;
    thu.presses("📢 Công bố").await;
    thu.forgets();
    (town, thu)
}

/// Answers statements in turn: + agree, - disagree, o pass.
async fn answers(person: &Person, said: &str) {
    for (number, sign) in said.chars().enumerate() {
        if number == 0 {
            person.presses("▶️").await;
        }
        person
            .presses(match sign {
                '+' => "👍 Đồng ý",
                '-' => "👎 Không đồng ý",
                _ => "⏭ Bỏ qua",
            })
            .await;
    }
}

/// People of one place, who all answer so.
async fn camp(town: &Town, count: usize, area: &str, said: &str) -> Vec<Person> {
    let mut people = Vec::new();
    for number in 0..count {
        let person = town.resident(&format!("Cử tri {number}"), area).await;
        person.says("/start y_1").await;
        answers(&person, said).await;
        people.push(person);
    }
    people
}

#[tokio::test]
async fn a_clerk_writes_it_in_one_message_and_whoever_lives_there_is_told() {
    let (town, _, thu) = office().await;
    let lan = town.resident("Lan", HERE).await;
    let hung = town.resident("Hùng", "Phường Hòa Mạc").await;
    let mute = town.resident("Tắt", HERE).await;
    mute.says("/caidat").await;
    mute.presses("Thông báo").await;
    mute.forgets();
    thu.forgets();
    thu.spends();
    thu.says(ROUND).await;
    insta::assert_snapshot!("draft", thu.reads());
    thu.presses("📢 Công bố, báo cho 1 người").await;
    took("Clerk: a round on a draft", &[&thu]);
    insta::assert_snapshot!("invited", lan.reads());
    assert_eq!(hung.reads(), "", "they live elsewhere");
    assert_eq!(mute.reads(), "", "they switched such news off");
    thu.presses("🔄 Xem lại").await;
    insta::assert_snapshot!("desk", thu.reads());
    assert_eq!(town.events("consultation_published"), 1);
    let flashed = thu.forges("v/pu:1").await;
    assert!(flashed.contains("đã công bố"), "{flashed}");
    town.passes(60).await;
    assert_eq!(lan.reads(), "", "told once");
}

#[tokio::test]
async fn areas_and_day_are_chosen_by_tapping_and_the_count_follows() {
    let (town, _, thu) = office().await;
    for _ in 0..2 {
        town.resident("Lan", HERE).await;
    }
    town.resident("Hùng", THERE).await;
    thu.says("/gopy").await;
    thu.presses("➕ Soạn đợt mới").await;
    thu.replies_to("một tin", "Phí giữ xe\nchỉ một câu thôi nhé")
        .await;
    assert!(thu.reads().contains("ít nhất hai câu"));
    thu.replies_to(
        "một tin",
        "Phí trông giữ xe\nNên miễn phí xe đạp\nNên thu qua tài khoản",
    )
    .await;
    assert!(thu.reads().contains("3 người"));
    thu.presses("📍 Khu vực").await;
    thu.presses(HERE).await;
    thu.presses(THERE).await;
    thu.presses(THERE).await;
    thu.presses("Xong").await;
    thu.presses("28/11").await;
    let read = thu.reads();
    assert!(
        read.contains("2 người") && read.contains("28/11/2026"),
        "{read}"
    );
    thu.presses("Soạn lại").await;
    thu.replies_to(
        "một tin",
        "Phí trông giữ xe <b>mới</b>\nNên miễn phí xe đạp\nNên thu qua tài khoản",
    )
    .await;
    let read = thu.reads();
    assert!(read.contains("<b>mới</b>") && read.contains("28/11/2026"));
    thu.presses("Bỏ").await;
    assert!(thu.reads().contains("Đã bỏ"));
    let flashed = thu.forges("v/pu:1").await;
    assert!(flashed.contains("người khác soạn"), "{flashed}");
    assert_eq!(town.events("consultation_published"), 0);
}

#[tokio::test]
async fn statements_come_in_turn_and_can_be_left_gone_on_with_and_changed() {
    let (town, _thu) = running().await;
    let lan = town.resident("Lan", HERE).await;
    lan.says("/gopy").await;
    insta::assert_snapshot!("list", lan.reads());
    lan.presses("còn 3 câu").await;
    insta::assert_snapshot!("statement", lan.reads());
    lan.spends();
    lan.presses("👍 Đồng ý").await;
    took("One statement of a round on a draft", &[&lan]);
    assert!(lan.reads().contains("câu 2/3"));
    town.restart().await;
    lan.says("/gopy").await;
    lan.presses("còn 2 câu").await;
    lan.presses("⏭ Bỏ qua").await;
    lan.presses("👎 Không đồng ý").await;
    insta::assert_snapshot!("done", lan.reads());
    lan.presses("📋 Ý của tôi").await;
    insta::assert_snapshot!("mine", lan.reads());
    lan.presses("1").await;
    assert!(lan.reads().contains("Ông/bà đang chọn: 👍 Đồng ý"));
    lan.presses("👎 Không đồng ý").await;
    assert_eq!(town.keeps("stance"), 3, "one voice a person");
    assert_eq!(town.keeps("consultation_voice"), 1);
    assert_eq!(town.events_saying("statement_decided", "agree"), 0);
    town.passes(TO_THE_END).await;
    lan.says("/gopy").await;
    lan.forges("v/sy:1:agree").await;
    assert!(lan.reads().contains("đã kết thúc"));
    lan.forges("v/mi:1").await;
    assert!(lan.reads().contains("1. 👎"), "what was said last counts");
}

#[tokio::test]
async fn a_poster_leads_a_stranger_through_consent_and_home_to_the_first_statement() {
    let (town, _thu) = running().await;
    let lan = town.stranger("Lan");
    lan.says("/start y_1").await;
    assert!(lan.reads().contains("không phải bỏ phiếu"));
    lan.presses("▶️ Bắt đầu").await;
    lan.presses("✅ Đồng ý").await;
    lan.presses(HERE).await;
    lan.presses("👍 Đồng ý").await;
    assert!(is_told(&lan, "câu 2/3"));
    took(
        "A round on a draft, from a poster, to the first answer",
        &[&lan],
    );
    assert_eq!(town.keeps("stance"), 1);
    let other = town.stranger("Khách");
    other.says("/start y_7").await;
    other.says("/start y_x").await;
    assert!(other.reads().contains("Góp ý dự thảo"));
}

#[tokio::test]
async fn only_who_lives_there_is_heard() {
    let (town, thu) = running().await;
    let far = town.resident("Xa", "Phường Hòa Mạc").await;
    far.says("/start y_1").await;
    far.presses("▶️ Bắt đầu").await;
    insta::assert_snapshot!("not_asked", far.reads());
    far.says("/caidat").await;
    far.presses("Khu vực khác").await;
    far.presses("Thêm khu vực").await;
    far.presses(HERE).await;
    far.presses("Làm việc").await;
    far.forges("v/sy:1:agree").await;
    far.forges("v/pr:1").await;
    let nobody = town.stranger("Chưa đồng ý");
    nobody.says("/start").await;
    nobody.forges("v/sy:1:agree").await;
    assert_eq!(town.keeps("stance"), 0);
    assert_eq!(town.keeps("consultation_voice"), 0);
    for data in ["v/pu:1", "v/ew:1", "v/de:1", "v/dc:1:kept_back", "v/wr"] {
        let flashed = far.forges(data).await;
        assert!(flashed.contains("văn phòng soạn"), "{data}: {flashed}");
    }
    thu.forges("v/sy:1:agree").await;
    thu.forges("v/dc:1:kept_back").await;
    assert_eq!(town.keeps("stance"), 0, "nobody answers in a group");
    assert_eq!(
        town.events("statement_decided"),
        0,
        "it is the office's own"
    );
}

#[tokio::test]
async fn a_statement_of_a_resident_is_read_before_others_see_it() {
    let (town, thu) = running().await;
    let lan = town.resident("Lan", HERE).await;
    let binh = town.resident("Bình", HERE).await;
    lan.says("/start y_1").await;
    answers(&lan, "+++").await;
    lan.presses("✍️ Nêu thêm").await;
    lan.says("ngắn").await;
    assert!(lan.reads().contains("viết rõ hơn"));
    lan.says(&"Nên có chỗ để xe. ".repeat(200)).await;
    assert!(lan.reads().contains("dài quá"));
    lan.says("Nên có mái che <b>xe</b>, hỏi tôi 0912345678")
        .await;
    let read = lan.reads();
    assert!(
        read.contains("<b>xe</b>") && !read.contains("0912345678"),
        "{read}"
    );
    let notice = thu.reads();
    assert!(notice.contains("nêu thêm câu"), "{notice}");
    thu.presses("🗂 Đọc").await;
    insta::assert_snapshot!("proposed", thu.reads());
    binh.says("/gopy").await;
    assert!(binh.is_offered("còn 3 câu"), "nobody has read it");
    thu.presses("✅ Đưa ra hỏi 1").await;
    assert!(lan.reads().contains("đã được đưa ra hỏi"));
    binh.says("/start y_1").await;
    answers(&binh, "+++-").await;
    assert!(is_told(&binh, "trả lời 4 câu"));
    for text in ["Nên mở thêm bãi xe thứ hai", "Nên mở thêm bãi xe thứ ba"] {
        lan.forges("v/pr:1").await;
        lan.says(text).await;
    }
    lan.forges("v/pr:1").await;
    lan.says("Nên mở thêm bãi xe thứ tư").await;
    assert!(lan.reads().contains("chờ văn phòng đọc"));
    assert_eq!(
        thu.reads().matches("nêu thêm câu").count(),
        1,
        "the office hears once, until it has read"
    );
    thu.presses("🗂 Đọc").await;
    thu.presses("🚫 Không đưa 1").await;
    assert!(lan.reads().contains("không đưa câu này"));
    thu.presses("🚫 Gỡ").await;
    binh.says("/gopy").await;
    binh.presses("📋").await;
    assert!(!binh.reads().contains("mái che"), "it was taken down");
    town.passes(TO_THE_END).await;
    assert!(is_told(&lan, "kết thúc trước khi câu này được đọc"));
    assert_eq!(town.events("statement_decided"), 3);
}

#[tokio::test]
async fn a_call_for_help_is_heard_while_a_statement_is_asked_for() {
    let (town, _thu) = running().await;
    let lan = town.resident("Lan", HERE).await;
    lan.says("/start y_1").await;
    lan.forges("v/pr:1").await;
    lan.forgets();
    lan.says("Cứu với, cháy nhà có người mắc kẹt bên trong")
        .await;
    assert!(lan.reads().contains("114"));
    assert_eq!(town.keeps("statement"), 3);
}

#[tokio::test]
async fn what_most_everywhere_accept_is_shown_once_it_is_over_and_of_a_few_nothing() {
    let (town, thu) = running().await;
    let delegation = town.group_of("to-1").await;
    let mai = delegation.member("Chị Mai");
    mai.forgets();
    let here = camp(&town, 6, HERE, "++-").await;
    camp(&town, 5, THERE, "+--").await;
    let few = camp(&town, 2, "Phường Châu Giang", "--+").await;
    let lan = &here[0];
    lan.presses("📋").await;
    let flashed = lan.forges("v/oc:1").await;
    assert!(flashed.contains("khi đợt này kết thúc"), "{flashed}");
    thu.forgets();
    lan.forgets();
    town.passes(TO_THE_END).await;
    let office = thu.reads();
    insta::assert_snapshot!("outcome", office);
    assert!(mai.reads().contains("Kết quả góp ý"), "its delegation");
    assert!(lan.reads().contains("đã kết thúc"));
    lan.presses("📊 Xem kết quả").await;
    assert!(lan.reads().contains("11/13 đồng ý"));
    few[0].presses("📊 Xem kết quả").await;
    let outcome = few[0].newest(|seen| seen.text.contains("Kết quả góp ý"));
    assert!(!outcome.text.contains("Châu Giang"), "{}", outcome.text);
    let guest = town.stranger("Khách");
    guest.says("/gopy").await;
    guest.presses("📊").await;
    assert!(guest.reads().contains("11/13 đồng ý"), "it is public");
    town.passes(DAY).await;
    assert_eq!(lan.reads(), "", "told once");
    assert_eq!(town.events("consultation_closed"), 1);
}

#[tokio::test]
async fn ended_early_with_few_people_it_shows_nothing() {
    let (town, thu) = running().await;
    camp(&town, 4, HERE, "+++").await;
    thu.says("/gopy").await;
    thu.presses("🗂").await;
    thu.presses("⏹ Kết thúc sớm").await;
    thu.forgets();
    thu.presses("⏹ Kết thúc ngay").await;
    let read = thu.reads();
    assert!(
        read.contains("Dưới 5 người") && !read.contains("Đồng Văn 4"),
        "{read}"
    );
    assert_eq!(town.events("consultation_closed"), 1);
}

#[tokio::test]
async fn whoever_is_forgotten_takes_nothing_from_the_outcome() {
    let (town, thu) = running().await;
    let here = camp(&town, 5, HERE, "++-").await;
    let lan = &here[0];
    lan.presses("✍️ Nêu thêm").await;
    lan.says("Nên có chỗ cho xe ba bánh").await;
    lan.presses("📋").await;
    thu.presses("🗂 Đọc").await;
    thu.presses("✅ Đưa ra hỏi 1").await;
    lan.presses("✍️ Nêu thêm").await;
    lan.says("Nên hỏi ý kiến nhà Tranhxơ trước").await;
    lan.says("/dulieucuatoi").await;
    let page = town.own_page(lan).await;
    for words in ["xe ba bánh", "Tranhxơ", "Nên miễn phí cho xe đạp"] {
        assert!(page.contains(words), "{words}");
    }
    lan.says("/xoadulieu").await;
    lan.presses("Xóa dữ liệu của tôi").await;
    lan.presses("Xóa hết").await;
    town.passes(7 * DAY + 18 * 3_600 + 1_800).await;
    town.passes(60).await;
    assert_eq!(town.tables_with(lan), [""; 0]);
    assert_eq!(town.keeps("stance"), 15);
    assert_eq!(town.keeps("statement"), 4, "what nobody had read is gone");
    thu.forgets();
    town.passes(10 * DAY).await;
    assert!(thu.reads().contains("5/5 đồng ý"));
}

#[tokio::test]
async fn nobody_is_told_twice_when_the_process_ends_in_between() {
    let (town, _, thu) = office().await;
    let people = town.is_peopled_by(130, "dong-van");
    thu.says(ROUND).await;
    thu.presses_without_waiting("📢 Công bố, báo cho 130 người");
    town.takes_one_step().await;
    town.restart().await;
    for _ in 0..3 {
        town.passes(5).await;
    }
    for person in people {
        let told = town.world().messages(person);
        assert_eq!(told.len(), 1, "{told:?}");
    }
    thu.presses("🔄 Xem lại").await;
    assert!(thu.reads().contains("đã báo: 130"));
}
