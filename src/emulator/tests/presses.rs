//! Buttons: pressing them, and answering in time.

use serde_json::json;

use super::Town;
use crate::emulator::Press;

/// A message with a button.
pub(super) async fn with_button(town: &Town) -> i64 {
    let markup =
        json!({ "inline_keyboard": [[{ "text": "Gửi câu hỏi", "callback_data": "g:1" }]] });
    let sent = town
        .ok(
            "sendMessage",
            json!({ "chat_id": town.lan, "text": "?", "reply_markup": markup }),
        )
        .await;
    sent["message_id"].as_i64().unwrap()
}

#[tokio::test]
async fn a_press_reaches_the_bot_and_its_answer_the_person() {
    let town = Town::start().await;
    let message = with_button(&town).await;
    town.updates().await;
    let id = town
        .emulator
        .world
        .press(&Press::text(town.lan, town.lan, message, "Gửi"))
        .unwrap();
    let updates = town.updates().await;
    let query = &updates[0]["callback_query"];
    assert_eq!(query["id"], json!(id));
    assert_eq!(query["data"], "g:1");
    assert_eq!(query["message"]["message_id"], json!(message));
    assert_eq!(
        town.emulator.world.unanswered_callbacks(),
        std::slice::from_ref(&id)
    );
    let answer = json!({ "callback_query_id": id, "text": "Đã gửi" });
    town.ok("answerCallbackQuery", answer.clone()).await;
    assert_eq!(
        town.emulator.world.callback_answer(&id).unwrap().text,
        "Đã gửi"
    );
    assert!(
        town.refused("answerCallbackQuery", answer)
            .await
            .contains("query is too old")
    );
}

#[tokio::test]
async fn a_press_can_be_answered_for_a_minute() {
    let town = Town::start().await;
    let message = with_button(&town).await;
    let press = Press::text(town.lan, town.lan, message, "Gửi");
    let (first, second) = (
        town.emulator.world.press(&press).unwrap(),
        town.emulator.world.press(&press).unwrap(),
    );
    town.emulator.world.advance(60);
    town.ok("answerCallbackQuery", json!({ "callback_query_id": first }))
        .await;
    town.emulator.world.advance(1);
    assert_eq!(
        town.refused(
            "answerCallbackQuery",
            json!({ "callback_query_id": second })
        )
        .await,
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    );
}

#[tokio::test]
async fn an_answer_opens_only_the_bots_own_links() {
    let town = Town::start().await;
    let message = with_button(&town).await;
    let press = Press::text(town.lan, town.lan, message, "Gửi");
    let id = town.emulator.world.press(&press).unwrap();
    let answer = |url: &str| json!({ "callback_query_id": id, "url": url });
    assert_eq!(
        town.refused("answerCallbackQuery", answer("https://duytien.gov.vn"))
            .await,
        "Bad Request: URL_INVALID"
    );
    let own = "https://t.me/cutri_bot?start=q_DT-0042K";
    town.ok("answerCallbackQuery", answer(own)).await;
}

#[tokio::test]
async fn only_a_forged_press_sends_what_no_button_has() {
    let town = Town::start().await;
    let message = with_button(&town).await;
    let press = |forged| Press {
        chat_id: town.lan,
        user_id: town.lan,
        message_id: message,
        data: Some("admin".into()),
        text: None,
        inline_message_id: None,
        forged,
    };
    assert!(town.emulator.world.press(&press(false)).is_err());
    assert!(town.emulator.world.press(&press(true)).is_ok());
}
