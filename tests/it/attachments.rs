//! Photos, albums, voice, files and places go with a question; what cannot is answered.

use cutri::emulator::Send;
use serde_json::{Value, json};

use crate::{people::Person, world::Town};

async fn sends(person: &Person, content: Value) {
    person
        .sends(serde_json::from_value::<Send>(content).unwrap())
        .await;
}

/// What stands in a chat beside text, in order.
fn media_in(town: &Town, chat: i64) -> Vec<&'static str> {
    let kinds = [
        "photo", "video", "voice", "audio", "document", "venue", "location",
    ];
    let seen = town
        .world()
        .messages(chat)
        .into_iter()
        .filter(|seen| seen.from_bot);
    seen.filter_map(|seen| kinds.into_iter().find(|kind| !seen.json[*kind].is_null()))
        .collect()
}

#[tokio::test]
async fn a_photo_with_words_is_a_question_with_a_photo() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(
        &lan,
        json!({ "photo": {}, "caption": "Đường vào thôn ngập mỗi khi mưa" }),
    )
    .await;
    insta::assert_snapshot!("photo", lan.reads());
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert_eq!(media_in(&town, group.id), ["photo"]);
    let card = town.world().messages(group.id);
    let photo = card
        .iter()
        .rev()
        .find(|seen| !seen.json["photo"].is_null())
        .unwrap();
    assert!(photo.reply_to.is_some(), "the photo answers the card");
}

#[tokio::test]
async fn an_album_is_one_question_and_settles_after_a_moment() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(
        &lan,
        json!({ "photo": {}, "media_group_id": "a", "caption": "Đường vào thôn ngập mỗi khi mưa" }),
    )
    .await;
    sends(&lan, json!({ "photo": {}, "media_group_id": "a" })).await;
    sends(&lan, json!({ "video": {}, "media_group_id": "a" })).await;
    assert_eq!(lan.reads(), "", "the album is still coming");
    town.passes(3).await;
    insta::assert_snapshot!("album", lan.reads());
    town.passes(3).await;
    assert_eq!(lan.reads(), "", "said once");
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert_eq!(media_in(&town, group.id), ["photo", "photo", "video"]);
    assert_eq!(town.questions(), 1);
}

#[tokio::test]
async fn an_album_settles_at_once_with_the_next_word() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "photo": {}, "media_group_id": "a" })).await;
    sends(&lan, json!({ "photo": {}, "media_group_id": "a" })).await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    assert!(lan.reads().contains("Xem lại trước khi gửi"));
    town.passes(5).await;
    assert_eq!(lan.reads(), "");
}

#[tokio::test]
async fn voice_without_words_asks_for_some_and_can_do_without() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "voice": { "duration": 40 } })).await;
    insta::assert_snapshot!("voice", lan.reads());
    lan.says("alo").await;
    assert!(lan.reads().contains("viết rõ hơn"));
    lan.presses("Bỏ qua").await;
    insta::assert_snapshot!("voice_preview", lan.reads());
    lan.presses("Gửi").await;
    assert!(lan.reads().contains("Văn phòng đang xem nơi xử lý"));
    assert_eq!(
        media_in(&town, group.id),
        Vec::<String>::new(),
        "a clerk sorts it first"
    );
    let thu = town.group_of("office").await.member("Cô Thu");
    thu.says("/phanloai").await;
    thu.presses("Chuyển").await;
    assert_eq!(media_in(&town, group.id), ["voice"]);
}

#[tokio::test]
async fn everything_that_was_sent_stands_under_the_card_in_order_and_again_on_demand() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    sends(&lan, json!({ "document": { "file_name": "don.pdf" } })).await;
    sends(&lan, json!({ "audio": {} })).await;
    sends(
        &lan,
        json!({ "location": { "latitude": 20.64, "longitude": 105.93 } }),
    )
    .await;
    sends(&lan, json!({ "venue": { "location": { "latitude": 20.64, "longitude": 105.93 }, "title": "Cầu Giát", "address": "Đồng Văn" } })).await;
    lan.forgets();
    sends(&lan, json!({ "photo": {} })).await;
    assert!(lan.reads().contains("1 ảnh, 1 tin thoại, 1 tệp, 2 vị trí"));
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    let all = ["document", "audio", "location", "venue", "photo"];
    assert_eq!(media_in(&town, group.id), all);
    mai.says("/cauhoi DT-0001B").await;
    assert_eq!(media_in(&town, group.id).len(), 2 * all.len());
}

#[tokio::test]
async fn files_that_are_risky_or_too_large_or_too_many_are_refused_with_the_limit() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "document": { "file_name": "don.pdf.exe" } })).await;
    sends(
        &lan,
        json!({ "document": { "file_name": "don.pdf", "file_size": 30_000_000 } }),
    )
    .await;
    sends(&lan, json!({ "video": { "file_size": 80_000_000 } })).await;
    sends(&lan, json!({ "voice": { "duration": 700 } })).await;
    insta::assert_snapshot!("refused", lan.reads());
    assert_eq!(town.keeps("attachment"), 0);
    for _ in 0..11 {
        sends(&lan, json!({ "photo": {} })).await;
    }
    assert!(lan.reads().contains("nhiều nhất 10 tệp"));
    assert_eq!(town.keeps("attachment"), 10);
    lan.says("/huy").await;
    assert_eq!(town.keeps("draft"), 0);
    town.passes(25 * 3600).await;
    assert_eq!(town.keeps("attachment"), 0, "a day is over");
}

#[tokio::test]
async fn stickers_polls_and_contacts_are_answered() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "sticker": {} })).await;
    sends(
        &lan,
        json!({ "poll": { "question": "Sửa?", "options": ["Có", "Không"] } }),
    )
    .await;
    sends(&lan, json!({ "dice": true })).await;
    sends(
        &lan,
        json!({ "contact": { "phone_number": "+84900000001", "first_name": "Lan" } }),
    )
    .await;
    insta::assert_snapshot!("not_taken", lan.reads());
}

#[tokio::test]
async fn whoever_has_not_agreed_is_asked_once_and_nothing_of_the_album_is_kept() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    sends(
        &lan,
        json!({ "photo": {}, "media_group_id": "a", "caption": "Đường vào thôn ngập mỗi khi mưa" }),
    )
    .await;
    sends(&lan, json!({ "photo": {}, "media_group_id": "a" })).await;
    insta::assert_snapshot!("before_consent", lan.reads());
    assert_eq!(town.keeps("attachment"), 0);
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    assert!(
        lan.reads().contains("Xem lại trước khi gửi"),
        "the words were held"
    );
}

#[tokio::test]
async fn papers_are_warned_about() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(
        &lan,
        json!({ "photo": {}, "caption": "Đây là CCCD của tôi, đề nghị làm lại đường" }),
    )
    .await;
    assert!(lan.reads().contains("đừng gửi ảnh giấy tờ tùy thân"));
}

#[tokio::test]
async fn an_emergency_under_a_photo_gets_the_numbers() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(
        &lan,
        json!({ "photo": {}, "caption": "cháy nhà ở ngõ 5 có người mắc kẹt trên tầng 2 cứu với" }),
    )
    .await;
    assert!(lan.reads().contains("114"));
}

#[tokio::test]
async fn a_photo_can_be_added_after_sending() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.presses("Bổ sung").await;
    lan.forgets();
    sends(
        &lan,
        json!({ "photo": {}, "caption": "Ảnh chụp sáng nay ở đoạn gần cầu" }),
    )
    .await;
    assert!(lan.reads().contains("Đã chuyển phần bổ sung"));
    assert_eq!(media_in(&town, group.id), ["photo"]);
    let screen = town.world().messages(group.id);
    assert!(screen.iter().any(|seen| seen.text.contains("đoạn gần cầu")));
}

#[tokio::test]
async fn an_edited_caption_changes_the_draft() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(
        &lan,
        json!({ "photo": {}, "caption": "Đường vào thôn ngập mỗi khi mưa" }),
    )
    .await;
    let photo = lan.newest(|seen| !seen.json["photo"].is_null()).message_id;
    lan.chooses("Giao thông").await;
    lan.forgets();
    lan.edits(photo, "Đường vào xóm ngập mỗi khi mưa").await;
    assert!(lan.reads().contains("Đường vào xóm ngập"));
}

#[tokio::test]
async fn a_photo_beside_an_old_draft_is_asked_about_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    town.passes(30 * 3_600).await;
    lan.forgets();
    let words = "Trạm y tế thiếu thuốc huyết áp";
    sends(
        &lan,
        json!({ "photo": {}, "media_group_id": "a", "caption": words }),
    )
    .await;
    sends(&lan, json!({ "photo": {}, "media_group_id": "a" })).await;
    insta::assert_snapshot!("beside_an_old_draft", lan.reads());
    assert_eq!(town.keeps("attachment"), 0);
    lan.presses("Việc khác").await;
    assert!(
        town.drafts()
            .iter()
            .any(|draft| draft.starts_with("Trạm y tế"))
    );
}

#[tokio::test]
async fn a_forwarded_message_is_taken_like_ones_own() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let words = "Đường vào thôn ngập mỗi khi mưa";
    sends(&lan, json!({ "text": words, "forward_from": "Ông Ba" })).await;
    assert!(lan.reads().contains("Xem lại trước khi gửi"));
    sends(&lan, json!({ "photo": {}, "forward_from": "Ông Ba" })).await;
    assert!(lan.reads().contains("1 ảnh"));
}

#[tokio::test]
async fn a_clerk_writes_down_what_is_said_and_its_author_reads_it_back() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "voice": { "duration": 40 } })).await;
    lan.presses("Bỏ qua").await;
    lan.presses("Gửi").await;
    lan.forgets();
    let thu = town.group_of("office").await.member("Cô Thu");
    thu.says("/phanloai").await;
    thu.forgets();
    thu.presses("Ghi lời").await;
    assert!(media_in(&town, thu.chat).contains(&"voice"));
    thu.replies_to(
        "ghi đúng lời",
        "Cống đầu ngõ 5 tắc ba tháng, gọi 0912345678, đề nghị thông cống",
    )
    .await;
    insta::assert_snapshot!("transcript", thu.reads());
    insta::assert_snapshot!("transcript_read_back", lan.reads());
    thu.presses("Chuyển").await;
    let card = mai.screen().join("\n");
    assert!(
        card.contains("Văn phòng ghi lại lời nói") && card.contains("Cống đầu ngõ 5 tắc ba tháng"),
        "{card}"
    );
    assert!(!card.contains("0912"), "{card}");
    assert_eq!(
        media_in(&town, group.id),
        ["voice"],
        "it stays beside the words"
    );
    lan.replies_to("ghi lại", "Đúng rồi, mà tắc bốn tháng")
        .await;
    assert!(mai.screen().join("\n").contains("bốn tháng"));
}
