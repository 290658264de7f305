//! Files: uploads, ids, albums, downloads.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::Town;
use crate::emulator::{FileParticulars, FileSource, Send};

/// The smallest PNG there is, larger by its side.
fn picture(side: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(side.to_be_bytes());
    png.extend(side.to_be_bytes());
    png
}

async fn upload(town: &Town, method: &str, form: Form) -> Value {
    let url = format!("{}/bot1:TEST/{method}", town.emulator.url());
    let form = form.text("chat_id", town.lan.to_string());
    let answer = town.client.post(url).multipart(form).send().await.unwrap();
    answer.json().await.unwrap()
}

#[tokio::test]
async fn an_uploaded_document_can_be_fetched_and_sent_again() {
    let town = Town::start().await;
    let part = Part::bytes(b"noi dung".to_vec()).file_name("bao-cao.docx");
    let form = Form::new()
        .part("document", part)
        .text("caption", "Báo cáo");
    let answer = upload(&town, "sendDocument", form).await;
    let document = &answer["result"]["document"];
    assert_eq!(document["file_name"], "bao-cao.docx");
    assert_eq!(document["file_size"], 8);
    assert_eq!(answer["result"]["caption"], "Báo cáo");
    let file = town
        .ok("getFile", json!({ "file_id": document["file_id"] }))
        .await;
    let path = file["file_path"].as_str().unwrap();
    let url = format!("{}/file/bot1:TEST/{path}", town.emulator.url());
    let bytes = town
        .client
        .get(url)
        .send()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    assert_eq!(&bytes[..], b"noi dung");
    let again = json!({ "chat_id": town.lan, "document": document["file_id"] });
    let again = town.ok("sendDocument", again).await;
    assert_eq!(again["document"]["file_id"], document["file_id"]);
}

#[tokio::test]
async fn a_photo_comes_in_sizes_and_must_be_a_picture() {
    let town = Town::start().await;
    let photo = |bytes: Vec<u8>| Form::new().part("photo", Part::bytes(bytes).file_name("a.png"));
    let answer = upload(&town, "sendPhoto", photo(picture(1_000))).await;
    let sizes = answer["result"]["photo"].as_array().unwrap();
    assert_eq!(sizes.last().unwrap()["width"], 1_000);
    let broken = upload(&town, "sendPhoto", photo(b"chu".to_vec())).await;
    assert_eq!(broken["description"], "Bad Request: IMAGE_PROCESS_FAILED");
    let huge = upload(&town, "sendPhoto", photo(picture(6_000))).await;
    assert_eq!(huge["description"], "Bad Request: PHOTO_INVALID_DIMENSIONS");
}

#[tokio::test]
async fn a_file_id_is_good_for_its_own_kind_only() {
    let town = Town::start().await;
    let part = Part::bytes(b"x".to_vec()).file_name("a.pdf");
    let answer = upload(&town, "sendDocument", Form::new().part("document", part)).await;
    let id = &answer["result"]["document"]["file_id"];
    let refused = town
        .refused("sendPhoto", json!({ "chat_id": town.lan, "photo": id }))
        .await;
    assert_eq!(
        refused,
        "Bad Request: can't use file of type Document as Photo"
    );
    let refused = town
        .refused("sendPhoto", json!({ "chat_id": town.lan, "photo": "abc" }))
        .await;
    assert_eq!(
        refused,
        "Bad Request: wrong file identifier/HTTP URL specified"
    );
}

#[tokio::test]
async fn a_caption_has_at_most_1024_characters() {
    let town = Town::start().await;
    let form = |length: usize| {
        let part = Part::bytes(b"x".to_vec()).file_name("a.pdf");
        Form::new()
            .part("document", part)
            .text("caption", "đ".repeat(length))
    };
    assert_eq!(upload(&town, "sendDocument", form(1_024)).await["ok"], true);
    assert_eq!(
        upload(&town, "sendDocument", form(1_025)).await["description"],
        "Bad Request: message caption is too long"
    );
}

#[tokio::test]
async fn an_album_shares_one_group_id() {
    let town = Town::start().await;
    let media = json!([
        { "type": "photo", "media": "attach://a", "caption": "Đường ngập" },
        { "type": "photo", "media": "attach://b" },
    ]);
    let part = || Part::bytes(picture(100)).file_name("a.png");
    let form = Form::new()
        .text("media", media.to_string())
        .part("a", part())
        .part("b", part());
    let answer = upload(&town, "sendMediaGroup", form).await;
    let sent = answer["result"].as_array().unwrap();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0]["media_group_id"], sent[1]["media_group_id"]);
    assert_eq!(sent[0]["caption"], "Đường ngập");
    let one = json!({ "chat_id": town.lan, "media": [{ "type": "photo", "media": "x" }] });
    town.refused("sendMediaGroup", one).await;
}

#[tokio::test]
async fn a_file_too_large_for_bots_cannot_be_fetched() {
    let town = Town::start().await;
    town.updates().await;
    let video = FileParticulars {
        file_size: Some(21 * 1024 * 1024),
        ..FileParticulars::default()
    };
    let send = Send {
        chat_id: town.lan,
        user_id: town.lan,
        video: Some(FileSource::Described(video)),
        ..Send::default()
    };
    town.emulator.world.send(&send).unwrap();
    let id = town.updates().await[0]["message"]["video"]["file_id"].clone();
    assert_eq!(
        town.refused("getFile", json!({ "file_id": id })).await,
        "Bad Request: file is too big"
    );
}

#[tokio::test]
async fn forwarding_keeps_the_author_and_copying_does_not() {
    let town = Town::start().await;
    let said = town.says(town.lan, "Đường ngập");
    let which = json!({ "chat_id": town.lan, "from_chat_id": town.lan, "message_id": said });
    let forwarded = town.ok("forwardMessage", which.clone()).await;
    assert_eq!(
        forwarded["forward_origin"]["sender_user"]["id"],
        json!(town.lan)
    );
    let copied = town.ok("copyMessage", which).await;
    let copy = copied["message_id"].as_i64().unwrap();
    let seen = town.emulator.world.message(town.lan, copy).unwrap();
    assert_eq!(seen.text, "Đường ngập");
    assert!(seen.json["forward_origin"].is_null());
    let missing = json!({ "chat_id": town.lan, "from_chat_id": town.lan, "message_id": 999 });
    assert_eq!(
        town.refused("copyMessage", missing).await,
        "Bad Request: message to copy not found"
    );
}

#[tokio::test]
async fn a_photo_can_be_replaced_and_its_caption_changed() {
    let town = Town::start().await;
    let photo = Part::bytes(picture(100)).file_name("a.png");
    let sent = upload(&town, "sendPhoto", Form::new().part("photo", photo)).await;
    let id = sent["result"]["message_id"].clone();
    let caption = json!({ "chat_id": town.lan, "message_id": id, "caption": "Mới" });
    let edited = town.ok("editMessageCaption", caption).await;
    assert_eq!(edited["caption"], "Mới");
    let media = json!({ "type": "photo", "media": "attach://new" });
    let form = Form::new()
        .text("message_id", id.to_string())
        .text("media", media.to_string())
        .part("new", Part::bytes(picture(200)).file_name("b.png"));
    let edited = upload(&town, "editMessageMedia", form).await;
    let sizes = edited["result"]["photo"].as_array().unwrap();
    assert_eq!(sizes.last().unwrap()["width"], 200);
    assert!(edited["result"]["caption"].is_null());
    let text = json!({ "chat_id": town.lan, "message_id": id, "text": "x" });
    assert_eq!(
        town.refused("editMessageText", text).await,
        "Bad Request: there is no text in the message to edit"
    );
}
