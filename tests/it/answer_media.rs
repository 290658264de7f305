//! Photos, documents and voice as an answer: previewed, sent by id, quoted against the answer.

use cutri::emulator::Send;
use serde_json::{Value, json};

use crate::{
    people::{Group, Person},
    scene,
    world::Town,
};

async fn asked() -> (Town, Group, Person, Person, String) {
    scene::asked().await.parts()
}

async fn sends_to_card(person: &Person, content: Value) {
    let card = person
        .newest(|seen| seen.from_bot && crate::scene::is_card(&seen.text))
        .message_id;
    let send: Send = serde_json::from_value(content).unwrap();
    person.sends(send.reply_to(card)).await;
}

/// What stands in a chat beside text, in order, with whether it is a reply.
fn media_in(town: &Town, chat: i64) -> Vec<(&'static str, bool)> {
    let kinds = ["photo", "video", "voice", "audio", "document"];
    let seen = town.world().messages(chat).into_iter();
    seen.filter(|seen| seen.from_bot)
        .filter_map(|seen| {
            let kind = kinds.into_iter().find(|kind| !seen.json[*kind].is_null())?;
            Some((kind, seen.reply_to.is_some()))
        })
        .collect()
}

#[tokio::test]
async fn a_photo_with_words_is_an_answer_with_a_photo() {
    let (town, _group, mai, lan, code) = asked().await;
    sends_to_card(
        &mai,
        json!({ "photo": {}, "caption": "UBND phường đã đổ lại 150 m đường." }),
    )
    .await;
    insta::assert_snapshot!("photo_preview", mai.reads());
    mai.presses("Gửi cử tri").await;
    insta::assert_snapshot!("photo_answer", lan.reads());
    assert_eq!(media_in(&town, lan.chat), [("photo", true)]);
    let card = mai.newest(|seen| seen.text.starts_with(&code) && crate::scene::is_card(&seen.text));
    assert!(card.text.contains("Cử tri nhận lúc"), "{}", card.text);
}

#[tokio::test]
async fn an_album_is_one_answer() {
    let (town, _group, mai, lan, _code) = asked().await;
    sends_to_card(
        &mai,
        json!({ "photo": {}, "media_group_id": "a", "caption": "Đã sửa xong 150 m đường." }),
    )
    .await;
    sends_to_card(&mai, json!({ "photo": {}, "media_group_id": "a" })).await;
    let loose: Send =
        serde_json::from_value(json!({ "photo": {}, "media_group_id": "a" })).unwrap();
    mai.sends(loose).await;
    assert!(mai.reads().contains("Tệp kèm theo: 3"));
    assert_eq!(town.keeps("answer"), 1);
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Tệp kèm theo ở tin dưới: 3"));
    assert_eq!(media_in(&town, lan.chat).len(), 3);
}

#[tokio::test]
async fn a_voice_message_alone_is_an_answer_with_a_warning() {
    let (town, _group, mai, lan, _code) = asked().await;
    sends_to_card(&mai, json!({ "voice": { "duration": 12 } })).await;
    insta::assert_snapshot!("voice_preview", mai.reads());
    mai.presses("vẫn gửi").await;
    assert!(lan.reads().contains("Xem tệp kèm theo"));
    assert_eq!(media_in(&town, lan.chat), [("voice", true)]);
}

#[tokio::test]
async fn a_file_in_reply_to_the_preview_goes_with_the_answer() {
    let (town, _group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Quyết định số 12/QĐ-UBND gửi kèm.")
        .await;
    let preview = mai
        .newest(|seen| seen.text.starts_with("Xem trước"))
        .message_id;
    let send: Send =
        serde_json::from_value(json!({ "document": { "file_name": "quyet-dinh.pdf" } })).unwrap();
    mai.sends(send.reply_to(preview)).await;
    assert!(mai.reads().contains("Tệp kèm theo: 1"));
    assert_eq!(town.keeps("answer"), 1);
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("12/QĐ-UBND"));
    assert_eq!(media_in(&town, lan.chat), [("document", true)]);
}

#[tokio::test]
async fn what_cannot_go_is_answered_and_not_swallowed() {
    let (town, _group, mai, lan, _code) = asked().await;
    sends_to_card(&mai, json!({ "document": { "file_name": "a.exe" } })).await;
    assert!(mai.reads().contains("exe"));
    sends_to_card(&mai, json!({ "sticker": {} })).await;
    assert!(mai.reads().contains("không gửi cho cử tri được"));
    assert_eq!(town.keeps("answer"), 0);
    assert_eq!(lan.reads(), "");
}

#[tokio::test]
async fn before_and_after_stand_side_by_side() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let send: Send = serde_json::from_value(
        json!({ "photo": {}, "caption": "Đường vào thôn ngập mỗi khi mưa" }),
    )
    .unwrap();
    lan.sends(send).await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    lan.forgets();
    sends_to_card(
        &mai,
        json!({ "photo": {}, "caption": "Đã đổ lại 150 m đường ngày 20/11." }),
    )
    .await;
    mai.presses("Kết quả").await;
    mai.presses("Đã giải quyết xong").await;
    mai.presses("Gửi cử tri").await;
    let read = lan.reads();
    assert!(read.contains("ảnh đầu là ảnh ông/bà đã gửi"), "{read}");
    assert_eq!(media_in(&town, lan.chat).len(), 2);
}

#[tokio::test]
async fn files_wait_with_the_words_for_a_resident_who_blocked_the_bot() {
    let (town, _group, mai, lan, code) = asked().await;
    lan.blocks().await;
    sends_to_card(
        &mai,
        json!({ "photo": {}, "caption": "Đã sửa xong 150 m đường." }),
    )
    .await;
    mai.presses("Gửi cử tri").await;
    let card =
        || mai.newest(|seen| seen.text.starts_with(&code) && crate::scene::is_card(&seen.text));
    assert!(card().text.contains("chưa tới cử tri"), "{}", card().text);
    lan.unblocks().await;
    assert!(lan.reads().contains("Đã sửa xong 150 m"));
    assert_eq!(media_in(&town, lan.chat), [("photo", true)]);
    assert!(card().text.contains("Cử tri nhận lúc"), "{}", card().text);
}
