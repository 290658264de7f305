//! Sending, editing, and who may be written to.

use rstest::rstest;
use serde_json::{Value, json};

use super::Town;
use super::presses::with_button;
use crate::emulator::{NewUser, Presence};

#[tokio::test]
async fn a_wrong_token_is_unauthorized_and_a_wrong_method_not_found() {
    let town = Town::start().await;
    let get = async |path: &str| -> (u16, Value) {
        let url = format!("{}/{path}", town.emulator.url());
        let answer = town.client.get(url).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    };
    assert_eq!(
        get("bot2:X/getMe").await,
        (
            401,
            json!({ "ok": false, "error_code": 401, "description": "Unauthorized" })
        )
    );
    assert_eq!(get("bot1:TEST/getMee").await.0, 404);
    let (status, me) = get("bot1:TEST/getMe").await;
    assert_eq!(status, 200);
    assert_eq!(me["result"]["is_bot"], true);
}

#[tokio::test]
async fn parameters_come_as_query_form_multipart_or_json() {
    let town = Town::start().await;
    let url = format!("{}/bot1:TEST/sendMessage", town.emulator.url());
    let markup = r#"{"inline_keyboard":[[{"text":"Gửi","callback_data":"g"}]]}"#;
    let query = town
        .client
        .get(format!("{url}?chat_id={}&text=Xin%20ch%C3%A0o", town.lan));
    let form = town
        .client
        .post(&url)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!(
            "chat_id={}&text=a+b&reply_markup={markup}",
            town.lan
        ));
    let parts = reqwest::multipart::Form::new()
        .text("chat_id", town.lan.to_string())
        .text("text", "c")
        .text("reply_markup", markup);
    let multipart = town.client.post(&url).multipart(parts);
    for request in [query, form, multipart] {
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        assert_eq!(answer["ok"], true, "{answer}");
    }
    let seen = town.emulator.world.messages(town.lan);
    let texts: Vec<_> = seen.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["/start", "Xin chào", "a b", "c"]);
    assert_eq!(seen[2].buttons[0][0].data.as_deref(), Some("g"));
    assert_eq!(seen[3].buttons[0][0].text, "Gửi");
}

#[tokio::test]
async fn an_update_carries_the_message_as_telegram_sends_it() {
    let town = Town::start().await;
    let updates = town.updates().await;
    let message = &updates[0]["message"];
    assert_eq!(message["text"], "/start");
    assert_eq!(
        message["entities"],
        json!([{ "type": "bot_command", "offset": 0, "length": 6 }])
    );
    assert_eq!(
        message["from"],
        json!({ "id": town.lan, "is_bot": false, "first_name": "Lan", "language_code": "vi" })
    );
    assert_eq!(
        message["chat"],
        json!({ "id": town.lan, "type": "private", "first_name": "Lan" })
    );
}

#[rstest]
#[case(json!({ "text": "" }), "Bad Request: message text is empty")]
#[case(json!({ "text": " \n " }), "Bad Request: text must be non-empty")]
#[case(json!({ "text": "<b> </b>", "parse_mode": "HTML" }), "Bad Request: text must be non-empty")]
#[case(json!({ "text": "x".repeat(4097) }), "Bad Request: message is too long")]
#[case(json!({ "text": "😀".repeat(2049) }), "Bad Request: message is too long")]
#[case(
    json!({ "text": "<p>x</p>", "parse_mode": "HTML" }),
    "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 0"
)]
#[case(json!({ "text": "x", "parse_mode": "BB" }), "Bad Request: unsupported parse_mode")]
#[case(json!({ "text": "x", "chat_id": 99 }), "Bad Request: chat not found")]
#[case(json!({ "text": "x", "chat_id": "" }), "Bad Request: chat_id is empty")]
#[case(json!({ "text": "x", "message_thread_id": 5 }), "Bad Request: message thread not found")]
#[case(
    json!({ "text": "x", "reply_parameters": { "message_id": 999 } }),
    "Bad Request: message to be replied not found"
)]
#[case(
    json!({ "text": "x", "reply_markup": "{" }),
    "Bad Request: can't parse reply keyboard markup JSON object"
)]
#[tokio::test]
async fn a_text_that_telegram_refuses_is_refused(#[case] mut params: Value, #[case] why: &str) {
    let town = Town::start().await;
    if params["chat_id"].is_null() {
        params["chat_id"] = json!(town.lan);
    }
    assert_eq!(town.refused("sendMessage", params).await, why);
}

#[tokio::test]
async fn marked_up_text_is_counted_after_parsing() {
    let town = Town::start().await;
    let text = format!("<b>{}</b>", "x".repeat(4096));
    let sent = town
        .ok(
            "sendMessage",
            json!({ "chat_id": town.lan, "text": text, "parse_mode": "HTML" }),
        )
        .await;
    assert_eq!(sent["entities"][0]["length"], 4096);
}

#[tokio::test]
async fn the_bot_cannot_begin_a_conversation() {
    let town = Town::start().await;
    let silent = town.emulator.world.create_user(NewUser::named("Hùng"));
    let hello = json!({ "chat_id": silent, "text": "x" });
    assert_eq!(
        town.refused("sendMessage", hello).await,
        "Forbidden: bot can't initiate conversation with a user"
    );
}

#[tokio::test]
async fn who_blocks_the_bot_is_not_written_to_and_the_bot_is_told() {
    let town = Town::start().await;
    town.updates().await;
    town.emulator.world.set_blocked(town.lan, true);
    let hello = json!({ "chat_id": town.lan, "text": "x" });
    assert_eq!(
        town.refused("sendMessage", hello.clone()).await,
        "Forbidden: bot was blocked by the user"
    );
    let updates = town.updates().await;
    let change = &updates[0]["my_chat_member"];
    assert_eq!(change["new_chat_member"]["status"], "kicked");
    town.emulator.world.set_blocked(town.lan, false);
    town.ok("sendMessage", hello).await;
}

#[tokio::test]
async fn a_deleted_account_is_not_written_to() {
    let town = Town::start().await;
    town.emulator.world.deactivate(town.lan);
    let hello = json!({ "chat_id": town.lan, "text": "x" });
    assert_eq!(
        town.refused("sendMessage", hello).await,
        "Forbidden: user is deactivated"
    );
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_refused() {
    let town = Town::start().await;
    let sent = town
        .ok("sendMessage", json!({ "chat_id": town.lan, "text": "một" }))
        .await;
    let edit =
        |text: &str| json!({ "chat_id": town.lan, "message_id": sent["message_id"], "text": text });
    assert_eq!(
        town.refused("editMessageText", edit("một")).await,
        "Bad Request: message is not modified: specified new message content and reply markup are \
         exactly the same as a current content and reply markup of the message"
    );
    let edited = town.ok("editMessageText", edit("hai")).await;
    assert_eq!(edited["text"], "hai");
    assert!(edited["edit_date"].is_i64());
}

#[tokio::test]
async fn only_the_bots_own_messages_can_be_edited() {
    let town = Town::start().await;
    let foreign = town.says(town.lan, "của tôi");
    let edit = |id: i64| json!({ "chat_id": town.lan, "message_id": id, "text": "x" });
    assert_eq!(
        town.refused("editMessageText", edit(foreign)).await,
        "Bad Request: message can't be edited"
    );
    assert_eq!(
        town.refused("editMessageText", edit(999)).await,
        "Bad Request: message to edit not found"
    );
    let keyboard = json!({ "keyboard": [["Hỏi"]] });
    let sent = town
        .ok(
            "sendMessage",
            json!({ "chat_id": town.lan, "text": "x", "reply_markup": keyboard }),
        )
        .await;
    assert!(sent["reply_markup"].is_null());
    assert_eq!(
        town.refused(
            "editMessageText",
            edit(sent["message_id"].as_i64().unwrap())
        )
        .await,
        "Bad Request: message can't be edited"
    );
}

#[tokio::test]
async fn a_deleted_message_is_gone() {
    let town = Town::start().await;
    let sent = town
        .ok("sendMessage", json!({ "chat_id": town.lan, "text": "một" }))
        .await;
    let which = json!({ "chat_id": town.lan, "message_id": sent["message_id"] });
    town.ok("deleteMessage", which.clone()).await;
    assert_eq!(
        town.refused("deleteMessage", which).await,
        "Bad Request: message to delete not found"
    );
}

#[tokio::test]
async fn an_unknown_parameter_is_refused_and_noted() {
    let town = Town::start().await;
    let hello = json!({ "chat_id": town.lan, "text": "x", "disable_web_page_preview": true });
    assert_eq!(
        town.refused("sendMessage", hello).await,
        "Bad Request: emulator: unknown parameter disable_web_page_preview of method sendMessage"
    );
    assert_eq!(town.emulator.world.violations().len(), 1);
}

#[tokio::test]
async fn calls_are_recorded_with_their_outcome() {
    let town = Town::start().await;
    with_button(&town).await;
    town.refused("sendMessage", json!({ "chat_id": 99, "text": "x" }))
        .await;
    let calls = town.emulator.world.calls(0);
    assert_eq!(calls[0].method, "sendMessage");
    assert!(calls[0].ok && calls[0].message_id.is_some());
    assert_eq!(calls[1].error_code, Some(400));
    assert_eq!(town.emulator.world.calls(1).len(), 1);
}

#[tokio::test]
async fn a_quote_must_be_in_the_message_it_answers() {
    let town = Town::start().await;
    let asked = town.says(town.lan, "Đường 😀 ngập");
    let answer = |quote: &str| {
        json!({
            "chat_id": town.lan, "text": "x",
            "reply_parameters": { "message_id": asked, "quote": quote },
        })
    };
    let sent = town.ok("sendMessage", answer("ngập")).await;
    assert_eq!(sent["quote"]["position"], 9);
    assert_eq!(sent["reply_to_message"]["text"], "Đường 😀 ngập");
    assert_eq!(
        town.refused("sendMessage", answer("lụt")).await,
        "Bad Request: QUOTE_TEXT_INVALID"
    );
}

#[tokio::test]
async fn a_reply_to_what_is_gone_can_be_sent_all_the_same() {
    let town = Town::start().await;
    let reply = json!({ "message_id": 999, "allow_sending_without_reply": true });
    let hello = json!({ "chat_id": town.lan, "text": "x", "reply_parameters": reply });
    let sent = town.ok("sendMessage", hello).await;
    assert!(sent["reply_to_message"].is_null());
}

#[tokio::test]
async fn commands_are_checked_when_they_are_set() {
    let town = Town::start().await;
    let set = |name: &str, scope: Value| json!({ "commands": [{ "command": name, "description": "x" }], "scope": scope });
    let private = json!({ "type": "all_private_chats" });
    town.ok("setMyCommands", set("hoi", private.clone())).await;
    let list = town.ok("getMyCommands", json!({ "scope": private })).await;
    assert_eq!(list[0]["command"], "hoi");
    assert_eq!(town.ok("getMyCommands", json!({})).await, json!([]));
    assert_eq!(
        town.refused("setMyCommands", set("Hỏi", private)).await,
        "Bad Request: BOT_COMMAND_INVALID"
    );
    let nowhere = json!({ "type": "chat", "chat_id": 12 });
    assert_eq!(
        town.refused("setMyCommands", set("hoi", nowhere)).await,
        "Bad Request: chat not found"
    );
}

#[tokio::test]
async fn a_bot_has_one_reaction_from_the_list() {
    let town = Town::start().await;
    let said = town.says(town.lan, "cảm ơn");
    let react = |emoji: &str| {
        let reaction = json!([{ "type": "emoji", "emoji": emoji }]);
        json!({ "chat_id": town.lan, "message_id": said, "reaction": reaction })
    };
    town.ok("setMessageReaction", react("👀")).await;
    assert_eq!(
        town.refused("setMessageReaction", react("🏛")).await,
        "Bad Request: REACTION_INVALID"
    );
    assert_eq!(
        town.refused("setMessageReaction", react("✅")).await,
        "Bad Request: REACTION_INVALID",
        "many that people know are not in the list"
    );
    let seen = town.emulator.world.message(town.lan, said).unwrap();
    assert_eq!(seen.json["reactions"][0]["emoji"], "👀");
}

#[tokio::test]
async fn a_group_allows_some_reactions_or_none() {
    let town = Town::start().await;
    let group = town.group(Presence::Member);
    let said = town
        .ok("sendMessage", json!({ "chat_id": group, "text": "thẻ" }))
        .await["message_id"]
        .clone();
    let react = |emoji: &str| {
        let reaction = json!([{ "type": "emoji", "emoji": emoji }]);
        json!({ "chat_id": group, "message_id": said, "reaction": reaction })
    };
    town.emulator.world.allow_reactions(group, Some(&["👌"]));
    town.ok("setMessageReaction", react("👌")).await;
    assert_eq!(
        town.refused("setMessageReaction", react("👀")).await,
        "Bad Request: REACTION_INVALID"
    );
    let chat = town.ok("getChat", json!({ "chat_id": group })).await;
    assert_eq!(chat["available_reactions"][0]["emoji"], "👌");
    town.emulator.world.allow_reactions(group, Some(&[]));
    assert_eq!(
        town.refused("setMessageReaction", react("👌")).await,
        "Bad Request: REACTION_INVALID"
    );
    let none = json!({ "chat_id": group, "message_id": said, "reaction": [] });
    town.ok("setMessageReaction", none).await;
}

#[tokio::test]
async fn a_method_that_is_not_done_yet_says_so() {
    let town = Town::start().await;
    let refused = town.refused("getAvailableGifts", json!({})).await;
    assert_eq!(
        refused,
        "Bad Request: emulator: method getAvailableGifts is not implemented"
    );
    assert_eq!(town.emulator.world.violations().len(), 1);
}
