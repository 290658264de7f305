//! Nothing that was written is thrown away: words arrive whatever else their message holds, and what cannot be taken is
//! answered.

use cutri::emulator::{Edit, Press, Send};
use serde_json::{Map, Value, json};

use crate::{
    people::{Group, Person},
    proxy::{clerk, enters, slip_of},
    world::Town,
};

const RAIN: &str = "Cống đầu ngõ 5 tắc, hễ mưa là nước tràn vào nhà";

async fn sends(person: &Person, content: Value) {
    let send = serde_json::from_value::<Send>(content).unwrap();
    person.sends(send).await;
}

/// Sends it as a reply to the newest message of the bot with these words.
async fn replies(person: &Person, words: &str, content: Value) {
    let to = person.newest(|seen| seen.from_bot && seen.text.contains(words));
    let mut send = serde_json::from_value::<Send>(content).unwrap();
    send.reply_to_message_id = Some(to.message_id);
    person.sends(send).await;
}

/// What the draft says, on the way to its preview.
async fn draft_of(person: &Person) -> String {
    person.chooses("Giao thông").await;
    person.reads()
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => panic!("an object is needed"),
    }
}

async fn edits_with(person: &Person, message_id: i64, text: &str, more: Value) {
    let edit = Edit {
        chat_id: person.chat,
        user_id: person.id,
        message_id,
        text: text.to_owned(),
        fields: fields(more),
        ..Edit::default()
    };
    person.town().world().edit(&edit).unwrap();
    person.town().settle().await;
}

/// Details that no type of a library knew when they were seen.
fn details() -> Vec<Value> {
    let channel = json!({ "id": -1_009, "type": "channel", "title": "Tin xóm" });
    vec![
        json!({ "external_reply": { "origin": { "type": "hidden_user", "date": 1, "sender_user_name": "Tư" } } }),
        json!({ "external_reply": { "origin": { "type": "channel", "date": 1, "chat": channel, "message_id": 3 } } }),
        json!({ "entities": [{ "type": "date_time", "offset": 0, "length": 4, "unix_time": 1 }] }),
        json!({ "caption_entities": [{ "type": "hologram", "offset": 0, "length": 4 }] }),
        json!({ "forward_origin": { "type": "planet", "date": 1 } }),
    ]
}

async fn asked() -> (Town, Group, Person, Person, String) {
    let town = Town::with_council(&crate::world::nothing_planned()).await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    lan.forgets();
    (town, group, lan, mai, code)
}

#[tokio::test]
async fn unknown_details_cost_no_words_in_private() {
    let town = Town::start().await;
    for (n, detail) in details().into_iter().enumerate() {
        let lan = town.resident(&format!("Lan {n}"), "Phường Đồng Văn").await;
        sends(&lan, json!({ "text": RAIN, "fields": detail })).await;
        assert!(draft_of(&lan).await.contains(RAIN), "{detail}");
        let minh = town.resident(&format!("Minh {n}"), "Phường Đồng Văn").await;
        let photo = json!({ "photo": {}, "caption": RAIN, "fields": detail });
        sends(&minh, photo).await;
        assert!(minh.reads().contains("1 ảnh"), "{detail}");
        assert!(draft_of(&minh).await.contains(RAIN), "{detail}");
    }
}

#[tokio::test]
async fn unknown_details_cost_no_reply_and_no_edit_in_a_group() {
    let (town, group, _lan, mai, code) = asked().await;
    for (n, detail) in details().into_iter().enumerate() {
        let words = format!("Khởi công ngày {} tháng 12.", n + 1);
        replies(&mai, &code, json!({ "text": words, "fields": detail })).await;
        assert!(mai.reads().contains(&words), "{detail}");
        let mine = mai.newest(|seen| seen.text == words).message_id;
        let mended = format!("{words} Xin cảm ơn.");
        edits_with(&mai, mine, &mended, detail).await;
        assert!(mai.reads().contains(&mended));
    }
    assert!(town.world().messages(group.id).len() > 10);
}

#[tokio::test]
async fn an_edit_with_unknown_details_reaches_the_card() {
    let (town, _group, _lan, mai, _code) = asked().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let said = lan.says(RAIN).await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    mai.forgets();
    let mended = "Cống đầu ngõ 7 tắc, hễ mưa là nước tràn vào nhà";
    edits_with(&lan, said, mended, details().remove(2)).await;
    assert!(mai.reads().contains("ngõ 7"));
}

#[tokio::test]
async fn a_file_of_unknown_size_or_type_is_taken() {
    let town = Town::start().await;
    let all = [
        json!({ "photo": { "without": ["file_size"] }, "caption": RAIN }),
        json!({ "video": { "without": ["file_size", "mime_type"] }, "caption": RAIN }),
        json!({ "document": { "file_name": "don.pdf", "mime_type": "", "without": ["file_size"] }, "caption": RAIN }),
    ];
    for (n, file) in all.into_iter().enumerate() {
        let lan = town.resident(&format!("Lan {n}"), "Phường Đồng Văn").await;
        sends(&lan, file.clone()).await;
        let read = lan.reads();
        assert!(
            read.contains("Đã nhận") && !read.contains("MB"),
            "{file}: {read}"
        );
        assert!(draft_of(&lan).await.contains(RAIN), "{file}");
    }
}

#[tokio::test]
async fn a_refused_file_leaves_its_words() {
    let town = Town::start().await;
    let refused = [
        json!({ "document": { "file_name": "don.exe" }, "caption": RAIN }),
        json!({ "video": { "file_size": 90_000_000 }, "caption": RAIN }),
        json!({ "caption": RAIN, "fields": { "paid_media": { "star_count": 1, "paid_media": [{ "type": "preview" }] } } }),
    ];
    for (n, file) in refused.into_iter().enumerate() {
        let lan = town.resident(&format!("Lan {n}"), "Phường Đồng Văn").await;
        sends(&lan, file).await;
        let read = lan.reads();
        assert!(
            read.contains("lĩnh vực") && !read.contains("Đã nhận"),
            "{read}"
        );
        assert!(draft_of(&lan).await.contains(RAIN), "{read}");
    }
}

#[tokio::test]
async fn a_refused_file_leaves_the_words_of_a_reply_to_a_card() {
    let (_town, _group, _lan, mai, code) = asked().await;
    let file =
        json!({ "document": { "file_name": "bao-cao.exe" }, "caption": "Đã sửa xong ngày 20/11." });
    replies(&mai, &code, file).await;
    let read = mai.reads();
    assert!(read.contains("Đã sửa xong ngày 20/11."), "{read}");
    let album = |file: Value, caption: &str| json!({ "photo": file, "caption": caption, "media_group_id": "g" });
    replies(&mai, &code, album(json!({}), "Trước khi sửa")).await;
    sends(&mai, album(json!({}), "Sau khi sửa")).await;
    let read = mai.reads();
    assert!(
        read.contains("Trước khi sửa") && read.contains("Sau khi sửa"),
        "{read}"
    );
}

/// What nobody can put into a petition, as the Bot API writes it.
fn odd_things() -> Vec<Value> {
    let chat = json!({ "id": -1_009, "type": "channel", "title": "Tin xóm" });
    vec![
        json!({ "fields": { "story": { "chat": chat, "id": 4 } } }),
        json!({ "fields": { "giveaway": { "chats": [chat], "winners_selection_date": 1, "winner_count": 2 } } }),
        json!({ "fields": { "gift": { "gift": { "id": "1", "star_count": 5 } } } }),
        json!({ "fields": { "users_shared": { "request_id": 1, "users": [{ "user_id": 5 }] } } }),
        json!({ "fields": { "game": { "title": "Cờ", "description": "Cờ", "photo": [] } } }),
        json!({ "fields": { "paid_media": { "star_count": 1, "paid_media": [{ "type": "preview" }] } } }),
        json!({ "fields": { "invoice": { "title": "?", "description": "?", "start_parameter": "", "currency": "VND", "total_amount": 1 } } }),
        json!({ "unheard_of": { "hologram": { "id": 1 } } }),
        json!({ "dice": true }),
        json!({ "poll": { "question": "?", "options": ["a", "b"] } }),
        json!({ "contact": { "phone_number": "+84912000111", "first_name": "Tư" } }),
    ]
}

#[tokio::test]
async fn whatever_cannot_be_taken_is_answered_in_private_with_what_can() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for thing in odd_things() {
        sends(&lan, thing.clone()).await;
        let read = lan.reads();
        assert!(read.contains("bằng chữ"), "{thing}: {read}");
    }
    for notice in [
        "chat_background_set",
        "write_access_allowed",
        "checklist_tasks_done",
    ] {
        sends(&lan, json!({ "fields": { notice: {} } })).await;
        assert_eq!(lan.reads(), "", "{notice}");
    }
}

#[tokio::test]
async fn in_a_group_only_replies_to_cards_are_answered() {
    let (_town, _group, _lan, mai, code) = asked().await;
    for thing in odd_things() {
        mai.forgets();
        sends(&mai, thing.clone()).await;
        assert_eq!(mai.reads(), "", "{thing}");
        replies(&mai, &code, thing.clone()).await;
        let read = mai.reads();
        assert!(
            read.contains("không gửi cho cử tri được"),
            "{thing}: {read}"
        );
    }
}

#[tokio::test]
async fn a_checklist_and_a_formatted_page_are_words() {
    let town = Town::start().await;
    let checklist = json!({ "title": "Xóm tôi cần sửa", "tasks": [
        { "id": 1, "text": "Cống đầu ngõ 5 tắc" }, { "id": 2, "text": "Nước chảy cả vào sân" } ] });
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "fields": { "checklist": checklist } })).await;
    let read = draft_of(&lan).await;
    assert!(
        read.contains("Cống đầu ngõ 5 tắc") && read.contains("Nước chảy cả vào sân"),
        "{read}"
    );
    let page = json!({ "blocks": [
        { "type": "heading", "text": "Kiến nghị về cống thoát nước", "size": 1 },
        { "type": "paragraph", "text": ["Cống đầu ", { "type": "bold", "text": "ngõ 5" }, " tắc từ tháng Chín"] },
        { "type": "list", "items": [{ "label": "1.", "blocks": [{ "type": "paragraph", "text": "Nước tràn vào nhà" }] }] },
        { "type": "photo", "photo": [{ "file_id": "P", "file_unique_id": "p", "width": 1, "height": 1 }] },
    ] });
    let minh = town.resident("Minh", "Phường Đồng Văn").await;
    sends(&minh, json!({ "fields": { "rich_message": page } })).await;
    assert!(minh.reads().contains("1 ảnh"));
    let read = draft_of(&minh).await;
    assert!(
        read.contains("Cống đầu ngõ 5 tắc từ tháng Chín") && read.contains("1. Nước tràn vào nhà"),
        "{read}"
    );
}

fn page_with_two_photos() -> Value {
    let photo = |id: &str| json!({ "type": "photo", "photo": [{ "file_id": id, "file_unique_id": id, "width": 1, "height": 1 }] });
    json!({ "blocks": [
        { "type": "paragraph", "text": "Cống đầu ngõ 5 tắc từ tháng Chín, nước tràn vào nhà" },
        photo("one"), photo("two"),
        { "type": "document", "document": { "file_id": "D", "file_unique_id": "d", "file_name": "don.pdf" } },
    ] })
}

#[tokio::test]
async fn every_file_of_a_formatted_page_is_kept() {
    let (town, _group, _lan, mai, code) = asked().await;
    let minh = town.resident("Minh", "Phường Đồng Văn").await;
    sends(
        &minh,
        json!({ "fields": { "rich_message": page_with_two_photos() } }),
    )
    .await;
    town.passes(3).await;
    let read = minh.reads();
    assert!(read.contains("2 ảnh") && read.contains("1 tệp"), "{read}");
    mai.forgets();
    replies(
        &mai,
        &code,
        json!({ "fields": { "rich_message": page_with_two_photos() } }),
    )
    .await;
    let read = mai.reads();
    assert!(read.contains("Tệp kèm theo: 3"), "{read}");
}

/// (caption, whether the gate holds it until its author says that it is a petition)
const STOPPED: [(&str, bool); 3] = [
    (
        "Tôi tố cáo ông trưởng thôn nhận tiền của dân để cấp đất, đây là ảnh",
        true,
    ),
    (
        "Tôi khiếu nại quyết định thu hồi đất số 45 của UBND xã, đề nghị hủy quyết định",
        true,
    ),
    ("cháy nhà rồi cứu với, ngõ 7 có người kẹt bên trong", false),
];

#[tokio::test]
async fn a_photo_whose_words_stop_at_the_gate_goes_with_them_after_it() {
    let town = Town::start().await;
    for (n, (caption, held)) in STOPPED.into_iter().enumerate() {
        let lan = town.resident(&format!("Lan {n}"), "Phường Đồng Văn").await;
        sends(&lan, json!({ "photo": {}, "caption": caption })).await;
        let read = lan.reads();
        if held {
            assert!(
                read.contains("Tệp gửi kèm được giữ lại"),
                "{caption}: {read}"
            );
            lan.presses("Đây là kiến nghị chung").await;
        }
        let read = format!("{read}{}", draft_of(&lan).await);
        assert!(read.contains("1 ảnh"), "{caption}: {read}");
        assert!(read.contains("Xem lại trước khi gửi"), "{caption}: {read}");
    }
}

#[tokio::test]
async fn a_photo_whose_words_were_let_go_goes_with_them() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "photo": {}, "caption": STOPPED[0].0 })).await;
    town.passes(2 * 86_400).await;
    lan.forgets();
    lan.says(RAIN).await;
    let read = draft_of(&lan).await;
    assert!(
        read.contains("Xem lại") && !read.contains("1 ảnh"),
        "{read}"
    );
}

#[tokio::test]
async fn a_link_behind_a_word_is_written_out() {
    let (_town, _group, lan, mai, code) = asked().await;
    let link = json!({ "entities": [{ "type": "text_link", "offset": 13, "length": 8, "url": "https://duytien.gov.vn/ke-hoach" }] });
    replies(
        &mai,
        &code,
        json!({ "text": "Kế hoạch xem tại đây nhé bà", "fields": link }),
    )
    .await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("https://duytien.gov.vn/ke-hoach"));
}

#[tokio::test]
async fn an_edited_command_is_not_words() {
    let (town, _group, _lan, mai, code) = asked().await;
    let minh = town.resident("Minh", "Phường Đồng Văn").await;
    let said = minh.says(&format!("/hoi {RAIN}")).await;
    minh.chooses("Giao thông").await;
    minh.edits(said, &format!("/hoi {RAIN} và bếp")).await;
    minh.presses("Gửi").await;
    let card = mai.reads();
    assert!(card.contains("và bếp") && !card.contains("/hoi"), "{card}");
    minh.edits(said, &format!("/hoi@cutri_bot {RAIN} và sân"))
        .await;
    let card = mai.reads();
    assert!(card.contains("và sân") && !card.contains("/hoi"), "{card}");
    minh.forgets();
    minh.edits(said, "/huy").await;
    assert!(minh.reads().contains("Xin gửi lệnh bằng một tin mới"));
    assert_eq!(mai.reads(), "");
    assert_eq!(town.questions_saying("/h"), 0);

    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    let of_mai = mai.newest(|seen| seen.text == "Khởi công trong tháng 12.");
    mai.forgets();
    mai.edits(of_mai.message_id, "/tonghop").await;
    assert!(mai.reads().contains("Xin gửi lệnh bằng một tin mới"));
    assert!(!town.answers().iter().any(|answer| answer.starts_with('/')));
}

#[tokio::test]
async fn a_caption_sent_as_a_command_is_its_words() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(
        &lan,
        json!({ "photo": {}, "caption": format!("/hoi {RAIN}") }),
    )
    .await;
    let read = draft_of(&lan).await;
    assert!(read.contains(RAIN) && !read.contains("/hoi"), "{read}");
}

#[tokio::test]
async fn asking_anew_beside_a_draft_is_asked_about() {
    let town = Town::start().await;
    let other = "Đèn đường trước nhà văn hóa hỏng ba tháng nay";
    for (n, answer) in ["Thêm vào bản nháp", "Việc khác"].into_iter().enumerate() {
        let lan = town.resident(&format!("Lan {n}"), "Phường Đồng Văn").await;
        lan.says(RAIN).await;
        lan.forgets();
        let said = lan.says(&format!("/hoi {other}")).await;
        let read = lan.reads();
        assert!(read.contains("hay là việc khác"), "{read}");
        lan.says("/trogiup").await;
        lan.forgets();
        lan.presses(answer).await;
        let read = draft_of(&lan).await;
        assert!(read.contains(other), "{read}");
        assert_eq!(read.contains(RAIN), n == 0, "{read}");
        lan.edits(said, &format!("/hoi {other} rồi")).await;
        assert!(lan.reads().contains("ba tháng nay rồi"));
    }
}

#[tokio::test]
async fn words_before_the_consent_can_be_edited_after_it() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    let said = lan.says(RAIN).await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    lan.edits(said, &format!("{RAIN} từ tháng Chín")).await;
    assert!(draft_of(&lan).await.contains("từ tháng Chín"));
}

#[tokio::test]
async fn a_channel_is_told_that_nobody_knows_who_writes() {
    let (town, _group, _lan, mai, code) = asked().await;
    let as_channel = |text: &str| json!({ "text": text, "on_behalf": { "channel": "Tin xóm" } });
    mai.forgets();
    sends(&mai, as_channel("Chào cả nhà")).await;
    assert_eq!(mai.reads(), "");
    replies(&mai, &code, as_channel("Khởi công trong tháng 12.")).await;
    let read = mai.reads();
    assert!(read.contains("dưới tên một kênh"), "{read}");
    sends(&mai, as_channel("/tonghop")).await;
    assert!(mai.reads().contains("dưới tên một kênh"));
    assert_eq!(town.keeps("answer"), 0);
}

#[tokio::test]
async fn a_press_of_which_no_message_is_told_is_answered_with_words() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let stranger = town.stranger("Khách");
    for person in [&lan, &stranger] {
        let press = Press {
            chat_id: person.id,
            user_id: person.id,
            data: Some("send:1".to_owned()),
            inline_message_id: Some("AgAAAB".to_owned()),
            forged: true,
            ..Press::default()
        };
        let press = town.world().press(&press).unwrap();
        town.settle().await;
        assert!(person.flashed(&press).contains("@cutri_bot"));
        assert_eq!(person.reads(), "");
    }
    assert!(!town.knows(&stranger), "nobody is kept for a press");
}

#[tokio::test]
async fn a_slip_code_never_becomes_a_question() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let clerk = clerk(&town).await;
    let code = enters(&clerk, None).await;
    let slip = slip_of(&clerk);
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    sends(&lan, json!({ "text": "K7MP-2345" })).await;
    assert!(lan.reads().contains("/cuatoi"));
    lan.says(&format!("/start q_{code}")).await;
    lan.presses("Gõ mã phiếu").await;
    for _ in 0..5 {
        lan.says("ABCD-EFGH").await;
    }
    lan.forgets();
    for typed in ["ABCD-EFGH", slip.as_str()] {
        lan.says(typed).await;
        assert!(lan.reads().contains("quá nhiều lần"), "{typed}");
    }
    assert_eq!(town.keeps("draft"), 0);
}
