//! `/tracuu`: published answers by their words, page by page; and what nobody can find out by searching.

use crate::{
    people::{Group, Person},
    verbs::forged::Forged,
    world::Town,
};

async fn town() -> (Town, Group, Person, Person) {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    (town, group, mai, lan)
}

async fn answers(mai: &Person, code: &str, text: &str) {
    mai.replies_to(code, text).await;
    mai.presses("Gửi cử tri").await;
    mai.town().publishes(code).await;
}

/// What somebody reads who looks for these words.
async fn finds(person: &Person, words: &str) -> String {
    person.forgets();
    person.says(&format!("/tracuu {words}")).await;
    person.reads()
}

/// So many answered questions as another program might have left them, about `word` and their own number.
fn leaves_answered(town: &Town, count: u32, word: &str) {
    for number in 1..=count {
        let text = format!("{word} đoạn {number}");
        town.forges_question(&Forged {
            number,
            text: &text,
            state: "answered",
            since: 1_795_300_000,
            due_on: "2026-12-31",
            moved_at: Some(1_795_300_000),
            ..Forged::default()
        });
        town.forges_answer(number, &format!("Sẽ làm đoạn {number}"));
    }
}

#[tokio::test]
async fn an_answer_is_found_by_words_of_question_and_answer_with_or_without_marks() {
    let (_town, _group, mai, lan) = town().await;
    let road = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let nothing = finds(&lan, "ngập").await;
    assert!(nothing.contains("Chưa có câu trả lời"), "{nothing}");
    answers(&mai, &road, "Phường đã nạo vét cống ngày 20/11.").await;
    insta::assert_snapshot!("found", finds(&lan, "duong ngap").await);
    for words in [
        "nạo vét cống",
        "NAO",
        "ngập cống",
        "thôn ngậ",
        "đường, “ngập”",
    ] {
        let found = finds(&lan, words).await;
        assert!(found.contains("nạo vét"), "{words}: {found}");
    }
    for words in ["ngập cầu", "ngậpp", "gập", "?!"] {
        let found = finds(&lan, words).await;
        assert!(found.contains("Chưa có câu trả lời"), "{words}: {found}");
    }
}

#[tokio::test]
async fn whoever_types_more_words_than_count_is_told_so() {
    let (_town, _group, mai, lan) = town().await;
    let road = lan.asks("Đường vào thôn ngập", "Giao thông").await;
    answers(&mai, &road, "Phường đã nạo vét cống.").await;
    let most = "đường thôn ngập cống ".repeat(4);
    for (words, is_cut, is_found) in [
        (most.clone(), false, true),
        (format!("{most} cầu"), true, true),
        (format!("cầu {most}"), true, false),
    ] {
        let found = finds(&lan, &words).await;
        assert_eq!(found.contains("Chỉ tìm theo 16 chữ đầu"), is_cut, "{found}");
        assert_eq!(found.contains("nạo vét"), is_found, "{found}");
    }
}

#[tokio::test]
async fn the_newest_come_first_and_pages_turn_in_place() {
    let (town, _group, _mai, lan) = town().await;
    leaves_answered(&town, 12, "Ngập");
    town.settle().await;
    town.publishes_all().await;
    insta::assert_snapshot!("first_page", finds(&lan, "ngập").await);
    lan.presses("Cũ hơn").await;
    let second = lan.reads();
    assert!(second.starts_with("(đã sửa)"), "{second}");
    assert!(
        second.contains("Trang 2") && second.contains("đoạn 7"),
        "{second}"
    );
    lan.presses("Cũ hơn").await;
    let last = lan.reads();
    assert!(
        last.contains("đoạn 1\n") && !last.contains("Cũ hơn"),
        "{last}"
    );
    lan.presses("Mới hơn").await;
    assert_eq!(lan.reads(), second);
    // The pages of another search are another search's.
    let old = lan.newest(|seen| seen.text.contains("Trang 2")).message_id;
    finds(&lan, "đoạn 3").await;
    let press = lan.presses_under(old, "Cũ hơn");
    town.settle().await;
    assert!(
        lan.flashed(&press).contains("đã cũ"),
        "{}",
        lan.flashed(&press)
    );
}

#[tokio::test]
async fn what_is_open_again_or_corrected_is_found_as_it_is_now() {
    let (_town, _group, mai, lan) = town().await;
    let road = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    answers(&mai, &road, "Phường đã nạo vét cống ngày 20/11.").await;
    assert!(finds(&lan, "ngập").await.contains("nạo vét"));
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Cống vẫn tắc, nước vẫn vào nhà").await;
    let found = finds(&lan, "ngập").await;
    assert!(found.contains("Chưa có câu trả lời"), "{found}");
}

/// What the page hides cannot be read out letter by letter: each search would say whether the next one is right.
#[tokio::test]
async fn what_is_hidden_cannot_be_guessed_by_searching() {
    let (town, _group, mai, lan) = town().await;
    let road = lan
        .asks(
            "Đường vào thôn ngập, tôi tên là Vừ Thị Kpuih, gọi 0912 345 678 hoặc 0987654321, viết ksor.hmok@example.vn",
            "Giao thông",
        )
        .await;
    answers(
        &mai,
        &road,
        "Phường đã nạo vét cống, hỏi ông Rcom Blưi, tài khoản 19034567890123, @rcomblui, facebook.com/rcom.blui.",
    )
    .await;
    let shown = finds(&lan, "nạo vét").await;
    assert!(shown.contains("[…]"), "{shown}");
    let mut guesses: Vec<String> = Vec::new();
    for hidden in ["0912345678", "0987654321", "19034567890123"] {
        guesses.extend((2..=hidden.len()).map(|length| hidden[..length].to_owned()));
    }
    let parts = [
        "0912",
        "345",
        "678",
        "09",
        "34",
        "67",
        "kpuih",
        "kp",
        "vừ",
        "ksor",
        "ks",
        "hmok",
        "hm",
        "example",
        "ksor.hmok",
        "rcom",
        "rc",
        "blưi",
        "bl",
        "rcomblui",
        "facebook",
    ];
    guesses.extend(parts.map(str::to_owned));
    for guess in guesses {
        for words in [guess.clone(), format!("ngập {guess}")] {
            let found = finds(&lan, &words).await;
            assert!(found.contains("Chưa có câu trả lời"), "{words}: {found}");
            // Guessing faster than this is not answered at all.
            town.passes(4).await;
        }
    }
}
