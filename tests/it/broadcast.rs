//! `/thongbao`: one clerk writes, another approves, everybody who can be reached has it once, whatever happens meanwhile.

use std::time::Instant;

use cutri::emulator::{FailureKind, FailureRule, Send};
use serde_json::json;

use crate::{people::Person, world::Town};

const AREA: &str = "Phường Đồng Văn";

struct Scene {
    town: Town,
    thu: Person,
    hoa: Person,
}

/// An office with two clerks.
async fn scene() -> Scene {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    let hoa = office.member("Cô Hoa");
    Scene { town, thu, hoa }
}

impl Scene {
    /// Cô Thu writes an announcement to everybody.
    async fn writes_to_everybody(&self, text: &str) {
        self.thu.says(&format!("/thongbao {text}")).await;
        self.thu.presses("Người nhận").await;
        self.thu.presses("Mọi người đã đồng ý").await;
    }

    /// The same, and Cô Hoa approves it.
    async fn sends_to_everybody(&self, text: &str) {
        self.writes_to_everybody(text).await;
        self.thu.presses("Gửi duyệt").await;
        self.hoa.presses("✅ Duyệt").await;
    }

    fn tally(&self, what: &str) -> i64 {
        self.town.announcement(what)
    }
}

#[tokio::test]
async fn an_announcement_reaches_whoever_lives_there_once_a_second_person_approved() {
    let scene = scene().await;
    let lan = scene.town.resident("Lan", AREA).await;
    let hung = scene.town.resident("Hùng", "Phường Duy Minh").await;
    scene.thu.forgets();
    scene
        .thu
        .says("/thongbao Cắt nước từ 8 giờ đến 11 giờ ngày 25/11.")
        .await;
    scene.thu.presses("Người nhận").await;
    scene.thu.presses("Theo khu vực").await;
    scene.thu.presses(AREA).await;
    scene.thu.presses("Xong").await;
    scene.thu.presses("Điện, nước, thời tiết").await;
    insta::assert_snapshot!("draft", scene.thu.reads());
    scene.thu.presses("Gửi duyệt").await;
    insta::assert_snapshot!("asks_for_approval", scene.hoa.reads());
    let flashed = scene.thu.presses("✅ Duyệt").await;
    assert!(flashed.contains("người khác"), "{flashed}");
    assert_eq!(lan.reads(), "", "nobody has approved it");
    scene.hoa.presses("✅ Duyệt").await;
    insta::assert_snapshot!("received", lan.reads());
    assert_eq!(hung.reads(), "");
    scene.town.passes(20).await;
    insta::assert_snapshot!("report", scene.thu.reads());
    for event in [
        "broadcast_submitted",
        "broadcast_approved",
        "broadcast_ended",
    ] {
        assert_eq!(scene.town.events(event), 1, "{event}");
    }
    lan.presses("Không nhận loại tin này nữa").await;
    assert!(lan.reads().contains("không nhận tin"));
    scene
        .sends_to_everybody("Lịch tiếp xúc cử tri tháng 12")
        .await;
    assert!(
        lan.reads().contains("Lịch tiếp xúc"),
        "another subject still comes"
    );
    scene.writes_to_everybody("Cắt điện").await;
    scene.thu.presses("Điện, nước, thời tiết").await;
    assert!(
        scene.thu.reads().contains("1 người"),
        "whoever switched it off is not counted"
    );
}

#[tokio::test]
async fn it_is_tried_on_oneself_and_can_carry_a_photo_and_a_button() {
    let scene = scene().await;
    let lan = scene.town.resident("Lan", AREA).await;
    let thu = scene.town.resident("Thu", AREA).await;
    scene.town.makes_clerk(&thu, "Cô Thu");
    thu.says("/thongbao").await;
    thu.presses("Nội dung").await;
    let photo: Send =
        serde_json::from_value(json!({ "photo": {}, "caption": "Mời bà con xem bản đồ" })).unwrap();
    thu.sends(photo).await;
    thu.presses("Thêm nút").await;
    thu.says("Xem bản đồ | javascript:alert(1)").await;
    assert!(thu.reads().contains("https://"));
    thu.presses("Thêm nút").await;
    thu.says("Xem bản đồ | https://duytien.hanam.gov.vn/ban-do")
        .await;
    thu.presses("Người nhận").await;
    thu.presses("Mọi người đã đồng ý").await;
    thu.forgets();
    thu.presses("Gửi thử cho tôi").await;
    insta::assert_snapshot!("tried", thu.reads());
    assert_eq!(lan.reads(), "");
    thu.presses("Gửi duyệt").await;
    scene.hoa.presses("✅ Duyệt").await;
    let got = lan.newest(|seen| seen.from_bot);
    assert!(got.json["photo"].is_array(), "{}", got.json);
    assert_eq!(
        got.json["reply_markup"]["inline_keyboard"][0][0]["url"],
        "https://duytien.hanam.gov.vn/ban-do"
    );
}

#[tokio::test]
async fn registrants_people_of_a_field_and_those_who_wait_are_told_by_themselves() {
    let scene = scene().await;
    scene.town.group_of("to-1").await;
    let lan = scene.town.resident("Lan", AREA).await;
    let hung = scene.town.resident("Hùng", AREA).await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    hung.says("/start m_DV01").await;
    hung.presses("Đăng ký").await;
    for (way, choice, who) in [
        ("Người đã hỏi về", "Giao thông", &lan),
        ("Người có câu hỏi", "", &lan),
        ("Người đăng ký", "DV01", &hung),
    ] {
        lan.forgets();
        hung.forgets();
        scene.thu.says("/thongbao Chỉ cho một số người").await;
        scene.thu.presses("Người nhận").await;
        scene.thu.presses(way).await;
        if !choice.is_empty() {
            scene.thu.presses(choice).await;
        }
        assert!(scene.thu.reads().contains("1 người"), "{way}");
        scene.thu.presses("Gửi duyệt").await;
        scene.hoa.presses("✅ Duyệt").await;
        for person in [&lan, &hung] {
            let got = person.reads().contains("Chỉ cho một số người");
            assert_eq!(got, person.id == who.id, "{way}");
        }
    }
}

#[tokio::test]
async fn it_rests_in_the_quiet_hours_unless_it_is_urgent_with_a_reason() {
    let scene = scene().await;
    let lan = scene.town.resident("Lan", AREA).await;
    // 22:00.
    scene.town.passes(14 * 3_600).await;
    lan.forgets();
    scene.sends_to_everybody("Họp ngày mai").await;
    assert_eq!(lan.reads(), "");
    scene.writes_to_everybody("Bão đổ bộ trong đêm").await;
    scene.thu.presses("🚨 Khẩn").await;
    scene.thu.replies_to("Vì sao phải gửi", "Bão số 9").await;
    scene.thu.presses("Gửi duyệt").await;
    assert!(scene.hoa.reads().contains("Bão số 9"));
    scene.hoa.presses("✅ Duyệt").await;
    let read = lan.reads();
    assert!(
        read.contains("Bão đổ bộ") && read.contains("khẩn"),
        "{read}"
    );
    assert!(!read.contains("Họp ngày mai"));
    // 06:30 has passed.
    scene.town.passes(9 * 3_600).await;
    assert!(lan.reads().contains("Họp ngày mai"));
}

#[tokio::test]
async fn nobody_but_clerks_writes_or_approves_whatever_they_press() {
    let scene = scene().await;
    let group = scene.town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = scene.town.resident("Lan", AREA).await;
    scene.writes_to_everybody("Thử").await;
    scene.thu.presses("Gửi duyệt").await;
    for person in [&mai, &lan] {
        person.says("/thongbao Giả mạo").await;
        for data in [
            "n/ap:1", "n/nw", "n/te:1", "n/sn:1", "n/tx:1", "n/al:1", "n/su:1", "n/mu:x",
        ] {
            person.forges(data).await;
        }
    }
    assert_eq!(scene.town.events("broadcast_approved"), 0);
    assert_eq!(scene.town.keeps("broadcast"), 1);
    // Its author cannot approve it from another chat either.
    let private = Person::new(scene.town.clone(), scene.thu.id, scene.thu.id);
    private.says("/start").await;
    private.forges("n/ap:1").await;
    assert_eq!(scene.town.events("broadcast_approved"), 0);
}

/// How many people the big one is for: few in an ordinary run.
#[expect(
    clippy::disallowed_methods,
    reason = "how large a run is, not a setting of the bot"
)]
fn crowd() -> usize {
    std::env::var("CUTRI_BROADCAST")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(700)
}

/// One in a hundred fails for a moment, one in a hundred has blocked the bot, twice the process is killed: everybody who can
/// be reached has it once, but for what was under way at the kills.
#[tokio::test]
async fn a_big_one_survives_failures_and_kills_and_everybody_has_it_once() {
    let scene = scene().await;
    let town = &scene.town;
    let crowd = crowd();
    let people = town.is_peopled_by(crowd, "dong-van");
    for person in people.iter().step_by(100) {
        town.world().set_blocked(*person, true);
    }
    town.goes_wrong(FailureRule {
        method: Some("sendMessage".to_owned()),
        chat_id: None,
        times: u32::MAX,
        probability: 0.01,
        kind: FailureKind::Error,
        error_code: Some(502),
        description: Some("Bad Gateway".to_owned()),
        retry_after: None,
        delay_ms: 0,
    });
    let lan = town.resident("Lan", AREA).await;
    scene.sends_to_everybody("Cắt nước ngày mai").await;
    let begun = Instant::now();
    let mut slowest = std::time::Duration::ZERO;
    let (mut rounds, mut kills) = (0, 0);
    while town.announcements_that_are("sending") > 0 {
        let told = scene.tally("queued");
        if kills < 2 && told > i64::try_from(crowd / 3 * kills).unwrap() {
            town.is_killed_while_sending().await;
            kills += 1;
        }
        let asked = Instant::now();
        lan.says_without_waiting("/trogiup");
        town.takes_one_step().await;
        slowest = slowest.max(asked.elapsed());
        rounds += 1;
        assert!(rounds < 10 * crowd, "it comes to no end");
    }
    town.world().heal();
    town.passes(60).await;
    assert_eq!(kills, 2);
    let mut twice = 0;
    for (number, person) in people.iter().enumerate() {
        let messages = town.world().messages(*person);
        let got = messages
            .iter()
            .filter(|seen| seen.text.contains("Cắt nước"))
            .count();
        let can_be_reached = number % 100 != 0;
        assert_eq!(got > 0, can_be_reached, "{number}");
        twice += got.saturating_sub(1);
    }
    // Telegram has told of them before: they are not even tried.
    let blocked = 0;
    assert_eq!(scene.tally("blocked"), blocked);
    assert_eq!(scene.tally("failed"), 0);
    assert_eq!(scene.tally("queued"), scene.tally("delivered") + blocked);
    assert!(
        i64::try_from(twice).unwrap() <= scene.tally("perhaps_twice"),
        "{twice}"
    );
    eprintln!(
        "{crowd} people in {:?}, {rounds} steps, {twice} twice (at most {} said), slowest help {slowest:?}",
        begun.elapsed(),
        scene.tally("perhaps_twice"),
    );
}

#[tokio::test]
async fn it_can_be_paused_and_stopped() {
    let scene = scene().await;
    let town = &scene.town;
    let people = town.is_peopled_by(450, "dong-van");
    scene.writes_to_everybody("Dừng được").await;
    scene.thu.presses("Gửi duyệt").await;
    let press = scene.hoa.presses_without_waiting("✅ Duyệt");
    town.takes_one_step().await;
    let first = scene.tally("queued");
    assert!(first < 450, "{first}");
    assert!(!press.is_empty());
    scene.thu.presses_without_waiting("Tạm dừng");
    town.takes_one_step().await;
    town.passes(60).await;
    let paused = scene.tally("queued");
    assert!(paused < 450, "{paused}");
    scene.thu.presses_without_waiting("Gửi tiếp");
    town.takes_one_step().await;
    scene.thu.presses_without_waiting("Dừng hẳn");
    town.takes_one_step().await;
    scene.thu.presses("Dừng hẳn ngay").await;
    town.passes(60).await;
    let got = people.iter().filter(|person| {
        let messages = town.world().messages(**person);
        messages.iter().any(|seen| seen.text.contains("Dừng được"))
    });
    let got = i64::try_from(got.count()).unwrap();
    assert_eq!(got, scene.tally("delivered"));
    assert!(got < 450, "{got}");
    assert_eq!(town.events("broadcast_stopped"), 1);
    // What was on its way when it was stopped is told, too.
    let last = scene.thu.newest(|seen| seen.text.contains("đã dừng hẳn"));
    let tally = format!("đã nhận {got} ·");
    assert!(last.text.contains(&tally), "{tally}: {}", last.text);
}

#[tokio::test]
async fn whoever_turns_out_to_be_gone_is_counted_and_not_tried_again() {
    let scene = scene().await;
    let town = &scene.town;
    let people = town.is_peopled_by(5, "dong-van");
    // Nobody tells the bot of it: it finds out by sending.
    town.world().deactivate(people[0]);
    scene.sends_to_everybody("Mai cắt nước").await;
    town.passes(60).await;
    let told = scene.tally("queued");
    assert_eq!(scene.tally("blocked"), 1);
    assert_eq!(scene.tally("failed"), 0);
    assert_eq!(scene.tally("delivered"), told - 1);
    let report = scene.thu.screen().join("\n");
    assert!(report.contains("1 người chặn bot"), "{report}");
    scene.sends_to_everybody("Đã có nước lại").await;
    town.passes(60).await;
    assert_eq!(scene.tally("sum(queued)"), told + told - 1);
    assert_eq!(scene.tally("sum(blocked)"), 1);
}

#[tokio::test]
async fn an_announcement_is_reported_though_what_became_of_some_could_not_be_written_down() {
    let scene = scene().await;
    let town = &scene.town;
    town.may_leave_things_undone();
    let people = town.is_peopled_by(5, "dong-van");
    town.counts_only_so_many_arrivals(3);
    scene.sends_to_everybody("Mai cắt nước").await;
    town.passes(60).await;
    for person in people {
        let messages = town.world().messages(person);
        assert!(
            messages
                .iter()
                .any(|seen| seen.text.contains("Mai cắt nước"))
        );
    }
    assert_eq!(scene.tally("delivered"), 3);
    assert_eq!(town.keeps("outbox"), 0);
    assert_eq!(town.events("broadcast_ended"), 1);
    let told = scene.thu.screen().join("\n");
    let report = "3 người nhận, 0 người chặn bot, 0 lỗi.\nKhông rõ 2 tin khác";
    assert!(told.contains(report), "{told}");
}
