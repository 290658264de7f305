//! The ladder of reminders: owner, head, standing body; each once; silenced by deeds, put off with a reason.

use insta::assert_snapshot;

use crate::{
    people::Person,
    world::{Town, nothing_planned},
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

struct Bodies {
    town: Town,
    mai: Person,
    standing: Person,
    lan: Person,
}

/// Monday, 23 November, 08:00. Digests say what is due, too; here only reminders count, so there are none.
async fn bodies() -> Bodies {
    let council =
        nothing_planned().replace(r#"days = ["mon", "tue", "wed", "thu", "fri"]"#, "days = []");
    let town = Town::with_council(&council).await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let standing = town.group_of("thuong-truc").await.member("Chủ tịch");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    mai.forgets();
    standing.forgets();
    Bodies {
        town,
        mai,
        standing,
        lan,
    }
}

impl Bodies {
    /// What the standing body was told beside its pinned board.
    fn told_standing_body(&self) -> usize {
        let screen = self.standing.screen();
        // That something was pinned is a message without words.
        let told = screen
            .iter()
            .filter(|text| !text.is_empty() && !text.contains("Bảng giám sát"));
        told.count()
    }

    /// A question whose answer is due on Tuesday, 1 December.
    async fn due_soon(&self) -> String {
        let code = self
            .lan
            .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
            .await;
        self.is_due(&code, "2026-12-01");
        self.mai.forgets();
        self.lan.forgets();
        code
    }

    fn is_due(&self, code: &str, day: &str) {
        self.town.is_due_on(code, day);
    }

    /// Day by day, at 08:00, until this many days have passed; what the delegation read each day.
    async fn days(&self, days: usize) -> Vec<String> {
        let mut read = Vec::new();
        for _ in 0..days {
            self.town.passes(DAY).await;
            read.push(self.mai.reads());
        }
        read
    }

    async fn head(&self, name: &str) -> Person {
        let head = self.town.stranger(name);
        head.says("/start").await;
        head.forgets();
        self.town.makes_head(&head, "to-1", name);
        head
    }
}

#[tokio::test]
async fn the_ladder_goes_from_the_owner_to_the_head_to_the_standing_body() {
    let here = bodies().await;
    let head = here.head("Ông Tổ trưởng").await;
    here.due_soon().await;
    here.mai.presses("Nhận").await;
    here.mai.forgets();
    let read = here.days(2).await;
    assert_eq!(read, ["", ""], "Tuesday, Wednesday");
    here.town.passes(DAY).await;
    assert_snapshot!("owner", here.mai.reads());
    let read = here.days(5).await;
    assert!(
        read.iter().all(String::is_empty),
        "until Tuesday, 1 December: {read:?}"
    );
    assert_eq!(head.reads(), "");
    here.town.passes(DAY).await;
    assert_snapshot!("head_in_the_group", here.mai.reads());
    assert_snapshot!("head_in_private", head.reads());
    here.standing.forgets();
    let read = here.days(5).await;
    assert!(read.iter().all(String::is_empty), "{read:?}");
    assert_eq!(here.standing.reads(), "");
    here.town.passes(DAY).await;
    assert_snapshot!("standing_body", here.standing.reads());
    let read = here.days(20).await;
    assert!(
        read.iter().all(String::is_empty),
        "nobody is told again: {read:?}"
    );
    assert_eq!(here.standing.reads() + &head.reads(), "");
}

#[tokio::test]
async fn something_done_since_the_last_reminder_silences_the_next_one() {
    let here = bodies().await;
    here.due_soon().await;
    here.days(3).await;
    here.mai.presses("Nhận").await;
    here.mai.forgets();
    let read = here.days(6).await;
    assert!(read.iter().all(String::is_empty), "not the head: {read:?}");
    here.days(6).await;
    assert!(
        here.standing.reads().contains("Quá hạn lâu: 1"),
        "nothing was done since"
    );
}

#[tokio::test]
async fn what_is_answered_reminds_nobody() {
    let here = bodies().await;
    let code = here.due_soon().await;
    here.mai
        .replies_to(&code, "Sẽ khởi công trong tháng 12 năm 2026.")
        .await;
    here.mai.presses("Gửi cử tri").await;
    here.mai.forgets();
    let read = here.days(20).await;
    assert!(read.iter().all(String::is_empty), "{read:?}");
    assert_eq!(here.standing.reads(), "");
}

#[tokio::test]
async fn many_questions_due_the_same_morning_are_one_message() {
    let here = bodies().await;
    for (text, category) in [
        ("Đường vào thôn ngập mỗi khi mưa", "Giao thông"),
        ("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường"),
        ("Trường mầm non thiếu phòng học trầm trọng", "Giáo dục"),
    ] {
        let code = here.lan.asks(text, category).await;
        here.is_due(&code, "2026-12-01");
    }
    here.mai.forgets();
    here.days(2).await;
    here.town.passes(DAY).await;
    let read = here.mai.reads();
    assert_eq!(read.matches("Nhắc hạn").count(), 1, "{read}");
    assert!(read.contains("Nhắc hạn: 3 kiến nghị"), "{read}");
}

#[tokio::test]
async fn a_reminder_is_put_off_with_a_reason_and_until_a_day() {
    let here = bodies().await;
    let code = here.due_soon().await;
    here.days(3).await;
    here.mai.presses("💤").await;
    assert_snapshot!("why", here.mai.reads());
    here.mai.replies_to("Vì sao tạm ngừng", "chưa biết").await;
    assert!(here.mai.reads().contains("Chưa thấy lý do hoặc ngày"));
    here.mai.replies_to("Chưa thấy", "chờ Sở 30/12/2027").await;
    assert!(here.mai.reads().contains("không quá 30 ngày"));
    here.mai
        .replies_to("không quá 30", "chờ văn bản của Sở Xây dựng 10/12/2026")
        .await;
    assert_snapshot!("put_off", here.mai.reads());
    let read = here.days(13).await;
    assert!(
        read.iter().all(String::is_empty),
        "until 9 December: {read:?}"
    );
    here.days(9).await;
    assert!(
        here.standing.reads().contains(&code),
        "afterwards the ladder goes on"
    );
}

#[tokio::test]
async fn only_the_body_that_has_the_question_may_put_its_reminders_off() {
    let here = bodies().await;
    here.due_soon().await;
    let flashed = here.standing.forges("k/s:1").await;
    assert!(!flashed.is_empty());
    assert_eq!(here.standing.reads(), "");
    here.lan.forges("k/s:1").await;
    assert_eq!(here.lan.reads(), "");
    assert_eq!(here.town.keeps("prompt"), 0);
}

#[tokio::test]
async fn while_the_resident_is_asked_back_nobody_is_reminded() {
    let here = bodies().await;
    let code = here.due_soon().await;
    here.town.was_asked_back(&code, 1_795_395_600);
    let told = here.told_standing_body();
    let read = here.days(20).await;
    assert!(read.iter().all(String::is_empty), "{read:?}");
    assert_eq!(here.told_standing_body(), told);
}

#[tokio::test]
async fn a_downtime_tells_everything_once_and_one_rung_a_day() {
    let here = bodies().await;
    here.due_soon().await;
    let told = here.told_standing_body();
    // From Monday, 23 November to Friday, 11 December: all three rungs were passed.
    here.town.is_down_for(18 * DAY).await;
    assert!(here.mai.reads().contains("Nhắc hạn: 1"));
    here.town.restart().await;
    here.town.passes(5 * HOUR).await;
    assert_eq!(here.mai.reads(), "");
    assert_eq!(here.told_standing_body(), told);
    let read = here.days(2).await;
    assert_eq!(read, ["", ""], "a weekend");
    let read = here.days(1).await;
    assert!(read[0].contains("Xin người đứng đầu"), "{read:?}");
    here.days(1).await;
    assert!(here.standing.reads().contains("Quá hạn lâu: 1"));
}

#[tokio::test]
async fn nothing_leaves_at_night() {
    let here = bodies().await;
    here.due_soon().await;
    here.town.is_down_for(3 * DAY + 14 * HOUR).await;
    assert_eq!(here.mai.reads(), "", "Thursday 22:00");
    here.town.passes(9 * HOUR).await;
    assert_eq!(here.mai.reads(), "", "Friday 07:00");
    here.town.passes(HOUR).await;
    assert!(here.mai.reads().contains("Nhắc hạn"));
}

#[tokio::test]
async fn the_council_decides_when_whom() {
    let here = bodies().await;
    let council = nothing_planned().replace(
        "escalation = { owner_days_before = 3, head_days_after = 1, standing_body_days_after = 5 }",
        "escalation = { owner_days_before = 5, head_days_after = 2, standing_body_days_after = 4 }",
    );
    here.due_soon().await;
    here.town.loads(&council).await;
    here.town.passes(DAY).await;
    assert!(
        here.mai.reads().contains("Nhắc hạn"),
        "five working days before"
    );
}

#[tokio::test]
async fn a_missed_promise_is_reminded_of_like_an_answer() {
    let here = bodies().await;
    let code = here.due_soon().await;
    here.mai
        .replies_to(&code, "Sẽ xong trước ngày 01/12/2026.")
        .await;
    here.mai.presses("Gửi cử tri").await;
    here.town.is_promised_for(&code, "2026-12-01");
    here.mai.forgets();
    here.days(2).await;
    here.town.passes(DAY).await;
    let read = here.mai.reads();
    assert!(read.contains("đã hứa, còn 3 ngày làm việc"), "{read}");
    here.days(12).await;
    assert!(here.standing.reads().contains("đã hứa, quá hạn"));
}

#[tokio::test]
async fn the_office_is_reminded_of_what_waits_for_triage() {
    let council = nothing_planned()
        .replace("triage = \"automatic\"", "triage = \"clerk\"")
        .replace(r#"days = ["mon", "tue", "wed", "thu", "fri"]"#, "days = []");
    let town = Town::with_council(&council).await;
    let clerk = town.group_of("office").await.member("Thư ký");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    clerk.forgets();
    town.passes(DAY).await;
    let read = clerk.reads();
    assert!(
        read.contains("chờ phân loại, còn 1 ngày làm việc"),
        "{read}"
    );
}
