//! What the office hears and does of the operator's side: what is stuck, Telegram away, backups of the night.

use cutri::emulator::{FailureKind, FailureRule};

use crate::{
    verbs::is_told,
    world::{TOWN, Town},
};

fn with_backup(rule: &str) -> String {
    TOWN.replacen("[rules]\n", &format!("[rules]\nbackup = {rule}\n"), 1)
}

#[tokio::test]
async fn an_update_that_was_given_up_is_tried_again_by_the_office() {
    let town = Town::start().await;
    let clerk = town.group_of("office").await.member("Cô Thu");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    town.may_leave_things_undone();
    town.breaks_conversation_of(&lan);
    lan.says("còn nữa ạ").await;
    for _ in 0..4 {
        town.passes(60).await;
    }
    clerk.forgets();
    town.mends_conversations();
    clerk.says("/suco").await;
    insta::assert_snapshot!("given_up", clerk.reads());
    lan.forgets();
    clerk.presses("Thử lại").await;
    town.passes(1).await;
    assert_ne!(lan.reads(), "", "it is handled");
    assert_eq!(town.updates_set_aside(), 0);
    assert!(is_told(&clerk, "Không có việc nào bị mắc"));
    assert_eq!(town.events("trouble_settled"), 1);
}

#[tokio::test]
async fn a_message_that_was_refused_leaves_again_or_is_given_up() {
    let town = Town::start().await;
    let clerk = town.group_of("office").await.member("Cô Thu");
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let refuse = || {
        town.goes_wrong(FailureRule {
            chat_id: Some(group.id),
            error_code: Some(400),
            description: Some("Bad Request: something new".to_owned()),
            ..FailureRule::new(FailureKind::Error).method("sendMessage")
        });
    };
    refuse();
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    assert!(!mai.screen().join("\n").contains(&code));
    clerk.forgets();
    clerk.presses("Xem việc bị mắc").await;
    insta::assert_snapshot!("refused", clerk.reads());
    clerk.presses("Thử lại").await;
    assert!(mai.screen().join("\n").contains(&code), "the card came");
    assert_eq!(town.messages_refused(), 0);

    refuse();
    let code = lan
        .asks("Đèn đường ngõ 3 hỏng cả tháng nay", "Giao thông")
        .await;
    // Whoever gives a card up leaves a question without one: /cauhoi puts it again.
    town.promises_nothing();
    clerk.says("/suco").await;
    clerk.presses("Bỏ ").await;
    assert!(!mai.screen().join("\n").contains(&code));
    assert_eq!(town.messages_refused(), 0);
    assert_eq!(town.events("trouble_settled"), 2);
}

#[tokio::test]
async fn only_the_office_sees_what_is_stuck() {
    let town = Town::start().await;
    town.group_of("office").await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for person in [&mai, &lan] {
        person.forgets();
        person.says("/suco").await;
        let read = person.reads();
        assert!(!read.contains("mắc"), "{read}");
        person.forges("r/th:again").await;
        person.forges("r/ts:update:again:1").await;
    }
    assert_eq!(town.events("trouble_settled"), 0);
}

#[tokio::test]
async fn everybody_is_told_their_number_and_whoever_may_not_link_reads_theirs() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/id").await;
    assert!(lan.reads().contains(&lan.id.to_string()));
    let group = town.group("Tổ 1", cutri::emulator::ChatKind::Supergroup);
    let mai = group.member("Chị Mai");
    mai.says("/lienket to-1").await;
    let read = mai.reads();
    assert!(
        read.contains("Chỉ người quản trị") && read.contains(&mai.id.to_string()),
        "{read}"
    );
}

#[tokio::test]
async fn the_office_hears_since_when_telegram_was_away() {
    let town = Town::start().await;
    let clerk = town.group_of("office").await.member("Cô Thu");
    clerk.forgets();
    town.loses_telegram_for(120).await;
    assert_eq!(clerk.reads(), "", "two minutes are nobody's business");
    town.loses_telegram_for(3_600).await;
    insta::assert_snapshot!("back", clerk.reads());
    town.passes(60).await;
    assert_eq!(clerk.reads(), "", "once");
}

#[tokio::test]
async fn how_long_telegram_was_away_is_known_after_a_restart() {
    let town = Town::start().await;
    let clerk = town.group_of("office").await.member("Cô Thu");
    clerk.forgets();
    town.loses_telegram().await;
    town.passes(1_000).await;
    town.is_down_for(1_000).await;
    let read = clerk.reads();
    assert!(read.contains("Đã liên lạc lại được với Telegram"), "{read}");
}

#[tokio::test]
async fn a_backup_is_made_every_night_and_so_many_are_kept() {
    let town = Town::with_council(&with_backup(
        r#"{ at = "02:30", folder = "nights", keep = 2 }"#,
    ))
    .await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/trogiup").await;
    assert_eq!(
        town.copies("nights").len(),
        1,
        "the hour of this day is over"
    );
    town.passes(12 * 3_600).await;
    assert_eq!(
        town.copies("nights").len(),
        1,
        "a new day, and not yet the hour"
    );
    for night in 1..4 {
        town.passes(86_400).await;
        assert_eq!(town.copies("nights").len(), 2, "after {night} nights");
    }
    let newest = town.copies("nights").pop().unwrap();
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&newest).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    town.restart().await;
    assert_eq!(
        town.copies("nights").pop(),
        Some(newest),
        "it was made already"
    );
}

#[tokio::test]
async fn a_backup_that_fails_is_told_once_and_made_an_hour_later() {
    let town = Town::with_council(&with_backup(r#"{ at = "02:30" }"#)).await;
    let clerk = town.group_of("office").await.member("Cô Thu");
    town.passes(86_400).await;
    assert_eq!(town.copies("backups").len(), 2);
    std::fs::remove_dir_all(town.beside("backups")).unwrap();
    std::fs::write(town.beside("backups"), "a file is in the way").unwrap();
    clerk.forgets();
    town.passes(86_400).await;
    insta::assert_snapshot!("backup_failed", clerk.reads());
    for _ in 0..3 {
        town.passes(3_600).await;
    }
    assert!(!clerk.reads().contains("sao lưu"), "once a night");
    std::fs::remove_file(town.beside("backups")).unwrap();
    town.passes(3_600).await;
    assert_eq!(town.copies("backups").len(), 1);
}
