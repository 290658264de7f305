//! The people's side over HTTP.

use serde_json::{Value, json};

use super::Town;

#[tokio::test]
async fn people_and_groups_are_made_and_shown() {
    let town = Town::start().await;
    let user = town
        .control("users", json!({ "first_name": "Hùng", "note": "Đại biểu" }))
        .await;
    assert_eq!(user["note"], "Đại biểu");
    let group = town
        .control(
            "groups",
            json!({ "title": "Tổ 1", "type": "supergroup", "members": [user["id"]], "bot": "administrator" }),
        )
        .await;
    let state = town.look("state").await;
    assert_eq!(state["bot"]["username"], "cutri_bot");
    assert_eq!(state["users"].as_array().unwrap().len(), 2);
    let chats = state["chats"].as_array().unwrap();
    assert!(chats.iter().any(|chat| chat["id"] == group["id"]));
    assert_eq!(group["members"], json!([1, user["id"]]));
}

#[tokio::test]
async fn a_conversation_is_held_and_read() {
    let town = Town::start().await;
    let markup = json!({ "inline_keyboard": [[{ "text": "Gửi", "callback_data": "g" }]] });
    let sent = town
        .ok(
            "sendMessage",
            json!({ "chat_id": town.lan, "text": "?", "reply_markup": markup }),
        )
        .await;
    let seq = town.look("state").await["seq"].clone();
    let press = json!({
        "chat_id": town.lan, "user_id": town.lan, "message_id": sent["message_id"], "text": "Gửi",
    });
    let pressed = town.control("press", press).await;
    let id = pressed["callback_query_id"].as_str().unwrap();
    assert_eq!(town.look("callbacks").await["unanswered"], json!([id]));
    town.ok(
        "answerCallbackQuery",
        json!({ "callback_query_id": id, "text": "Xong", "show_alert": true }),
    )
    .await;
    let answer = town.look(&format!("callbacks/{id}")).await;
    assert_eq!(
        (&answer["text"], &answer["show_alert"]),
        (&json!("Xong"), &json!(true))
    );
    town.control(
        "send",
        json!({ "chat_id": town.lan, "user_id": town.lan, "text": "cảm ơn" }),
    )
    .await;
    let news = town
        .look(&format!("messages?chat_id={}&after_seq={seq}", town.lan))
        .await;
    assert_eq!(news["messages"].as_array().unwrap().len(), 1);
    assert_eq!(news["messages"][0]["text"], "cảm ơn");
}

#[tokio::test]
async fn what_a_person_cannot_do_is_refused_with_a_reason() {
    let town = Town::start().await;
    let refused = town
        .control(
            "send",
            json!({ "chat_id": 5, "user_id": town.lan, "text": "x" }),
        )
        .await;
    assert_eq!(refused["description"], "there is no such chat");
    let refused = town.control("send", json!({ "chatid": 5 })).await;
    assert!(
        refused["description"]
            .as_str()
            .unwrap()
            .contains("unknown field")
    );
    let refused = town.control("dance", json!({})).await;
    assert_eq!(refused["description"], "there is no verb dance");
}

#[tokio::test]
async fn a_body_that_is_not_json_is_not_taken() {
    let town = Town::start().await;
    let url = format!("{}/control/clock", town.emulator.url());
    let request = town.client.post(url).body(r#"{"advance":60}"#);
    assert!(request.send().await.unwrap().status().is_client_error());
}

#[tokio::test]
async fn several_verbs_go_in_one_batch() {
    let town = Town::start().await;
    let answers = town
        .control(
            "batch",
            json!([
                { "verb": "send", "chat_id": town.lan, "user_id": town.lan, "text": "một" },
                { "verb": "nothing" },
                { "verb": "clock", "advance": 60 },
            ]),
        )
        .await;
    assert_eq!(answers[0]["text"], "một");
    assert!(answers[1]["description"].is_string());
    assert_eq!(answers[2]["clock"], json!(super::MORNING + 60));
}

#[tokio::test]
async fn the_stream_brings_what_happened_since() {
    let town = Town::start().await;
    town.says(town.lan, "chào");
    let url = format!("{}/control/stream?after=2", town.emulator.url());
    let mut answer = town.client.get(url).send().await.unwrap();
    let chunk = answer.chunk().await.unwrap().unwrap();
    let text = String::from_utf8(chunk.to_vec()).unwrap();
    let data = text
        .lines()
        .find_map(|line| line.strip_prefix("data: "))
        .unwrap();
    let event: Value = serde_json::from_str(data).unwrap();
    assert_eq!(event["seq"], 3);
    assert_eq!(event["kind"], "message");
    assert_eq!(event["message"]["text"], "chào");
}

#[tokio::test]
async fn a_person_sees_the_commands_of_their_scope_and_language() {
    let town = Town::start().await;
    let set = |name: &str, language: &str| {
        json!({
            "commands": [{ "command": name, "description": "x" }],
            "scope": { "type": "all_private_chats" }, "language_code": language,
        })
    };
    town.ok("setMyCommands", set("ask", "")).await;
    town.ok("setMyCommands", set("hoi", "vi")).await;
    let seen = town
        .look(&format!("commands?chat_id={0}&user_id={0}", town.lan))
        .await;
    assert_eq!(seen["commands"][0]["command"], "hoi");
}

#[tokio::test]
async fn an_uploaded_file_is_sent_and_comes_back_as_an_attachment() {
    let town = Town::start().await;
    let part = reqwest::multipart::Part::bytes(b"<script>".to_vec())
        .file_name("a.html")
        .mime_str("text/html")
        .unwrap();
    let url = format!("{}/control/upload", town.emulator.url());
    let form = reqwest::multipart::Form::new().part("file", part);
    let answer = town.client.post(url).multipart(form).send().await.unwrap();
    let file: Value = answer.json().await.unwrap();
    let message = town
        .control(
            "send",
            json!({ "chat_id": town.lan, "user_id": town.lan, "document": file["file_id"] }),
        )
        .await;
    assert_eq!(message["document"]["file_name"], "a.html");
    let id = file["file_id"].as_str().unwrap();
    let url = format!("{}/control/files/{id}", town.emulator.url());
    let answer = town.client.get(url).send().await.unwrap();
    assert_eq!(answer.headers()["content-disposition"], "attachment");
}

#[tokio::test]
async fn an_inline_result_that_is_picked_appears_as_the_persons_message() {
    let town = Town::start().await;
    town.updates().await;
    let asked = town
        .control("inline", json!({ "user_id": town.lan, "query": "ngập" }))
        .await;
    let id = asked["inline_query_id"].as_str().unwrap();
    let updates = town.updates().await;
    assert_eq!(updates[0]["inline_query"]["query"], "ngập");
    let result = json!({
        "type": "article", "id": "1", "title": "Đường ngập",
        "input_message_content": { "message_text": "<b>Đã trả lời</b>", "parse_mode": "HTML" },
    });
    let answer = json!({ "inline_query_id": id, "results": [result] });
    town.ok("answerInlineQuery", answer).await;
    assert_eq!(town.look(&format!("inline/{id}")).await["answered"], true);
    let choice = json!({ "inline_query_id": id, "result_id": "1", "chat_id": town.lan });
    town.control("choose", choice).await;
    let updates = town.updates().await;
    assert_eq!(updates[0]["message"]["text"], "Đã trả lời");
    assert_eq!(updates[0]["message"]["via_bot"]["username"], "cutri_bot");
    assert_eq!(updates[1]["chosen_inline_result"]["result_id"], "1");
}

#[tokio::test]
async fn inline_answers_are_read_as_strictly_as_published() {
    let town = Town::start().await;
    let content = json!({ "message_text": "x" });
    let article =
        json!({ "type": "article", "id": "1", "title": "x", "input_message_content": content });
    let with = |name: &str, value: Value| {
        let mut article = article.clone();
        article[name] = value;
        json!([article])
    };
    let cases = [
        (
            json!({ "results": with("caption", json!("x")) }),
            "unknown field caption",
        ),
        (
            json!({ "results": with("title", json!("")) }),
            "ARTICLE_TITLE_EMPTY",
        ),
        (
            json!({ "results": with("id", json!("x".repeat(65))) }),
            "RESULT_ID_INVALID",
        ),
        (
            json!({ "results": with("input_message_content", json!({ "message_text": "x", "html": true })) }),
            "unknown field html",
        ),
        (
            json!({ "results": [article, article] }),
            "RESULT_ID_DUPLICATE",
        ),
        (
            json!({ "results": [], "next_offset": "x".repeat(65) }),
            "NEXT_OFFSET_INVALID",
        ),
        (
            json!({ "results": [], "button": { "text": "x" } }),
            "BUTTON_TYPE_INVALID",
        ),
        (
            json!({ "results": [], "button": { "text": "x", "start_parameter": "a b" } }),
            "START_PARAM_INVALID",
        ),
        (
            json!({ "results": [], "switch_pm_text": "x" }),
            "unknown parameter",
        ),
        (json!({ "results": [], "cache_time": "soon" }), "wrong type"),
    ];
    for (answer, why) in cases {
        let asked = town
            .control("inline", json!({ "user_id": town.lan, "query": "ngập" }))
            .await;
        let mut answer = answer;
        answer["inline_query_id"] = asked["inline_query_id"].clone();
        let refused = town.refused("answerInlineQuery", answer).await;
        assert!(refused.contains(why), "{why}: {refused}");
    }
}

#[tokio::test]
async fn counts_are_kept_and_reset() {
    let town = Town::start().await;
    town.updates().await;
    let stats = town.look("stats").await;
    assert_eq!(stats["updates_created"], 1);
    assert_eq!(stats["updates_confirmed"], 1);
    assert_eq!(stats["calls_by_method"]["getUpdates"], 2);
    town.control("reset_counts", json!({})).await;
    assert_eq!(town.look("calls").await["calls"], json!([]));
}

#[tokio::test]
async fn the_page_is_served() {
    let town = Town::start().await;
    let answer = town.client.get(town.emulator.url()).send().await.unwrap();
    assert!(
        answer.headers()["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/html")
    );
}
