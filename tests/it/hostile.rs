//! A hostile world: every input is untrusted.

use cutri::emulator::Send;

use crate::world::Town;

#[tokio::test]
async fn tags_marks_and_emojis_arrive_as_they_were_written() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Mai <b>&\u{202e}");
    let lan = town
        .resident("<script>alert(1)</script>", "Phường Đồng Văn")
        .await;
    for text in [
        "<script>alert('x')</script> & <b>đường ngập</b>".to_owned(),
        format!("đường ngập \u{202e}ngược\u{202c} {}", "\u{200f}"),
        "👍".repeat(2_000) + "đường ngập mỗi khi mưa",
        "đường ngập ".repeat(370),
        "é".repeat(4_000),
    ] {
        let code = lan.asks(&text, "Giao thông").await;
        mai.replies_to(&code, &text).await;
        mai.presses("Gửi cử tri").await;
    }
    assert_eq!(town.answers_that_are("delivered"), 5);
    let screen = lan.screen().join("\n");
    assert!(screen.contains("<script>alert('x')</script> & <b>đường ngập</b>"));
}

#[tokio::test]
async fn a_text_of_the_greatest_length_arrives_whole() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let words: Vec<String> = (0..700).map(|number| format!("ý{number}")).collect();
    let text: String = words.join(" ").chars().take(4_000).collect();
    let code = lan.asks(&text, "Giao thông").await;
    let screen = mai.screen().join(" ");
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        assert!(screen.contains(word), "{word} of the question is missing");
    }
    mai.replies_to(&code, &text).await;
    mai.presses("Gửi cử tri").await;
    let screen = lan.screen().join(" ");
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        assert!(screen.contains(word), "{word} of the answer is missing");
    }
}

#[tokio::test]
async fn forged_buttons_do_nothing_and_are_answered() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    for data in [
        "",
        "x",
        "sd:1",
        "sd:-1",
        "sd:99999999999999999999",
        "ct:1:transport",
        "mq:1",
        "cl:1",
        "sa:1",
        "fw:1",
        "lk:to-1",
        "ar:khong-co",
        "ap:65535:",
        "ap:9:khong-co",
        "ok:0",
        "ok:999",
        "ln:fr",
        "dd:1",
        "so:1",
        "cd:1",
        "ed:1",
        "kn:1",
        "da:1",
        "ac:1:resolved",
        "gp",
        "pt",
        "su:1:1",
        "ra:1:1",
        "ae:1",
        "sw:1",
        "am:1",
        "wd:1",
        "wn:1",
        "ww:1",
        "sp:1",
        "kw:1",
    ] {
        if data.is_empty() {
            continue;
        }
        hung.forges(data).await;
    }
    assert_eq!(town.questions(), 1);
    assert!(town.claims().is_empty());
    assert_eq!(town.keeps("chat_link"), 1);
    assert!(
        !hung.screen().join("\n").contains("Đường vào thôn"),
        "somebody else's question"
    );
}

#[tokio::test]
async fn everything_that_is_no_text_gets_an_answer() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for content in [
        serde_json::json!({ "photo": {} }),
        serde_json::json!({ "voice": {} }),
        serde_json::json!({ "sticker": {} }),
        serde_json::json!({ "document": { "file_name": "don.pdf" } }),
        serde_json::json!({ "video": {} }),
        serde_json::json!({ "location": { "latitude": 20.6, "longitude": 105.9 } }),
        serde_json::json!({ "contact": { "phone_number": "+84900000001", "first_name": "Lan" } }),
    ] {
        let send: Send = serde_json::from_value(content.clone()).unwrap();
        lan.forgets();
        lan.sends(send).await;
        assert_ne!(lan.reads(), "", "{content}");
    }
}

#[tokio::test]
async fn unknown_commands_and_empty_words_are_answered() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for text in ["/khongco", "/tracuu", "???", "\u{200b}", "a"] {
        lan.forgets();
        lan.says(text).await;
        assert_ne!(lan.reads(), "", "{text:?} got no answer");
        lan.says("/huy").await;
    }
}

#[tokio::test]
async fn a_name_without_letters_is_no_trouble() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    for name in ["👻", "\u{202e}", "😀😀😀"] {
        let person = town.resident(name, "Phường Đồng Văn").await;
        person
            .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
            .await;
    }
    assert_eq!(
        mai.screen()
            .iter()
            .filter(|text| text.contains("Đường vào thôn"))
            .count(),
        3
    );
}

#[tokio::test]
async fn no_name_reaches_a_group() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lanh", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    let screen = mai.screen().join("\n");
    assert!(
        screen.contains("N.T.L.") && !screen.contains("Lanh"),
        "{screen}"
    );
}
