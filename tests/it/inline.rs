//! `@bot words` in any chat: published answers, and nothing else.

use cutri::emulator::{Choice, InlineAsk};
use serde_json::Value;

use crate::{people::Person, world::Town};

/// What somebody is offered who types this behind the bot's name.
async fn types(person: &Person, query: &str) -> Option<Value> {
    let town = person.town();
    let id = types_without_waiting(person, query);
    town.settle().await;
    town.world().inline_answer(&id)
}

fn types_without_waiting(person: &Person, query: &str) -> String {
    let ask = InlineAsk {
        user_id: person.id,
        query: query.to_owned(),
        ..InlineAsk::default()
    };
    person.town().world().inline(&ask).unwrap()
}

fn titles(answer: &Value) -> Vec<String> {
    let results = answer["results"].as_array().unwrap().iter();
    results
        .map(|result| result["title"].as_str().unwrap().to_owned())
        .collect()
}

async fn town_with_an_answer() -> (Town, String) {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập, gọi tôi số 0912345678", "Giao thông")
        .await;
    mai.replies_to(&code, "Phường đã nạo vét cống ngày 20/11.")
        .await;
    mai.presses("Gửi cử tri").await;
    (town, code)
}

#[tokio::test]
async fn a_stranger_finds_and_shares_a_published_answer_and_nothing_else() {
    let (town, code) = town_with_an_answer().await;
    let hung = town.stranger("Hùng");
    let nothing = types(&hung, "ngập").await.unwrap();
    assert_eq!(titles(&nothing).len(), 0, "nobody has looked yet");
    town.publishes(&code).await;
    for words in ["ngập", "duong ngap", "nạo vét cố", &code.to_lowercase(), ""] {
        let found = types(&hung, words).await.unwrap();
        assert_eq!(
            titles(&found),
            ["Đường vào thôn ngập, gọi tôi số […]"],
            "{words}"
        );
    }
    let id = types_without_waiting(&hung, "ngập");
    town.settle().await;
    let answer = town.world().inline_answer(&id).unwrap();
    let shown = serde_json::to_string_pretty(&answer).unwrap();
    insta::assert_snapshot!("answer", shown.replace(&id, "…"));
    let friends = town.group("Hội bạn", cutri::emulator::ChatKind::Group);
    let choice = Choice {
        inline_query_id: id,
        result_id: code.clone(),
        chat_id: None,
        user_id: None,
    };
    town.world().choose(&choice).unwrap();
    town.settle().await;
    assert_eq!(town.shared(), 1);
    assert!(!town.knows(&hung), "nobody is kept for it");
    drop(friends);
}

#[tokio::test]
async fn of_what_is_typed_letter_by_letter_the_newest_is_answered() {
    let (town, code) = town_with_an_answer().await;
    town.publishes(&code).await;
    let hung = town.stranger("Hùng");
    let all: Vec<String> = ["n", "ng", "ngậ", "ngập"]
        .iter()
        .map(|typed| types_without_waiting(&hung, typed))
        .collect();
    town.settle().await;
    let newest = town.world().inline_answer(all.last().unwrap()).unwrap();
    assert_eq!(titles(&newest).len(), 1);
    assert!(town.world().inline_answer(&all[0]).is_none());
}

#[tokio::test]
async fn a_flood_of_inline_words_is_limited_in_silence() {
    let (town, code) = town_with_an_answer().await;
    town.publishes(&code).await;
    let hung = town.stranger("Hùng");
    let mut answered = 0;
    for number in 0..80 {
        answered += u32::from(types(&hung, &format!("ngập {number}")).await.is_some());
    }
    assert_eq!(answered, 60);
    assert!(hung.screen().is_empty());
    let lan = town.stranger("Hoa");
    assert!(types(&lan, "ngập").await.is_some(), "others are answered");
}

#[tokio::test]
async fn hostile_inline_words_find_nothing_and_break_nothing() {
    let (town, code) = town_with_an_answer().await;
    town.publishes(&code).await;
    let hung = town.stranger("Hùng");
    let long = "ngập ".repeat(100);
    for words in [
        "\" OR 1 --",
        "*",
        "NEAR(",
        "0912345678",
        "🙂",
        "\u{202e}gập",
        "a\u{300}\u{301}\u{302}",
        &long,
        "'; drop table question",
    ] {
        let found = types(&hung, words).await.unwrap();
        assert!(titles(&found).is_empty() || words == long, "{words}");
    }
}
