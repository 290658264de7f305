//! Answered is not resolved: what is done is shown by a named person, those who asked are asked once whether it is so, and
//! "no" opens this track again without taking the answer away.

use cutri::{domain::question::resolution::Resolution, emulator::Send};
use serde_json::json;

use crate::{
    people::Person,
    scene::{Scene, asked, card},
};

const DAY: i64 = 86_400;

async fn sends_photo(person: &Person, to: Option<&str>, caption: &str) {
    let photo: Send = serde_json::from_value(json!({ "photo": {}, "caption": caption })).unwrap();
    let photo = match to {
        Some(words) => photo.reply_to(person.newest(|seen| seen.text.contains(words)).message_id),
        None => photo,
    };
    person.sends(photo).await;
}

/// Answered with a roadmap on Monday, 23 November 2026.
async fn planned() -> Scene {
    let scene = asked().await;
    let Scene { mai, lan, code, .. } = &scene;
    mai.replies_to(code, "UBND phường sửa xong trước 27/11/2026.")
        .await;
    mai.presses("Gửi cử tri").await;
    lan.forgets();
    mai.forgets();
    scene
}

#[tokio::test]
async fn what_is_done_is_shown_by_a_named_person_and_asked_about_once() {
    let scene = planned().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    assert!(card(mai, code).text.contains("việc chưa xong"));
    mai.presses("Đã giải quyết xong").await;
    mai.replies_to("ảnh", "Đã đổ lại 150 m đường.").await;
    assert!(mai.reads().contains("chưa thấy ảnh"), "words show nothing");
    sends_photo(
        mai,
        Some("xin trả lời tin này bằng"),
        "Đã đổ lại 150 m đường.",
    )
    .await;
    insta::assert_snapshot!("shown_to_resident", lan.reads());
    insta::assert_snapshot!("shown_in_group", mai.reads());
    let question = town.question(code);
    assert!(matches!(question.resolution, Resolution::Resolved { .. }));
    assert_eq!(town.questions_that_are("answered"), 1);
    assert_eq!(town.promises_that_are("kept"), 1);
    town.passes(5 * DAY).await;
    assert_eq!(
        lan.reads(),
        "",
        "the promise was kept: nobody asks about it"
    );
    assert!(!mai.reads().contains("hạn đã hứa"));
    town.passes(9 * DAY).await;
    insta::assert_snapshot!("asked", lan.reads());
    town.restart().await;
    town.passes(30 * DAY).await;
    assert_eq!(lan.reads(), "", "asked once");
    lan.presses("Rồi, đã xong").await;
    assert!(lan.reads().contains("xác nhận việc đã xong"));
    assert_eq!(town.events("resolution_confirmed"), 1);
}

#[tokio::test]
async fn no_opens_this_track_again_and_leaves_the_answer() {
    let scene = planned().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    mai.presses("Đã giải quyết xong").await;
    mai.replies_to(
        "ảnh",
        "Biên bản số 3/BB-UBND ngày 20/11/2026, đã đổ lại đường.",
    )
    .await;
    town.passes(15 * DAY).await;
    lan.forgets();
    mai.forgets();
    lan.presses("Chưa xong").await;
    insta::assert_snapshot!("denied_to_resident", lan.reads());
    insta::assert_snapshot!("denied_in_group", mai.reads());
    let question = town.question(code);
    assert!(matches!(question.resolution, Resolution::Denied { .. }));
    assert_eq!((question.denials, question.reopened), (1, 0));
    assert_eq!(town.questions_that_are("answered"), 1, "the answer stays");
    assert_eq!(town.answers_that_are("superseded"), 0);
    sends_photo(lan, None, "Chỗ này vẫn còn vũng nước, gọi 0912345678").await;
    let read = mai.reads();
    assert!(read.contains("vẫn còn vũng nước"), "{read}");
    assert!(!read.contains("0912345678"), "{read}");
    assert!(town.drafts().is_empty(), "the photo is no new question");
    mai.says("/tonghop").await;
    assert!(
        mai.reads().contains("Cử tri báo chưa xong"),
        "in the digest"
    );
    // Done again, it is asked about again.
    mai.presses("Đã giải quyết xong").await;
    sends_photo(mai, Some("xin trả lời tin này bằng"), "").await;
    assert!(lan.reads().contains("Việc đã giải quyết xong"));
    town.passes(15 * DAY).await;
    assert!(lan.reads().contains("việc này đã xong chưa?"));
    lan.presses("Rồi, đã xong").await;
    assert!(matches!(
        town.question(code).resolution,
        Resolution::Resolved { .. }
    ));
}

#[tokio::test]
async fn supporters_are_asked_too_and_one_of_them_may_say_no() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says("Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?")
        .await;
    hung.chooses("Giao thông").await;
    hung.presses("Cùng kiến nghị").await;
    mai.replies_to(code, "UBND phường sửa xong trước 27/11/2026.")
        .await;
    mai.presses("Gửi cử tri").await;
    mai.presses("Đã giải quyết xong").await;
    sends_photo(mai, Some("xin trả lời tin này bằng"), "Xong").await;
    town.passes(15 * DAY).await;
    hung.forgets();
    lan.presses("Rồi, đã xong").await;
    hung.presses("Chưa xong").await;
    assert!(hung.reads().contains("đã ghi nhận việc chưa xong"));
    assert_eq!(town.question(code).denials, 1);
    lan.forgets();
    lan.presses("Chưa xong").await;
    assert_eq!(town.question(code).denials, 1, "it is open again already");
    assert!(lan.reads().contains("đã ghi nhận việc chưa xong"));
}

#[tokio::test]
async fn an_answer_that_says_done_and_shows_it_is_resolved_at_once() {
    let scene = asked().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    mai.replies_to(
        code,
        "UBND phường đã sửa xong đường, biên bản số 3/BB-UBND ngày 20/11/2026.",
    )
    .await;
    insta::assert_snapshot!("preview_of_done", mai.reads());
    mai.presses("Gửi cử tri").await;
    assert!(matches!(
        town.question(code).resolution,
        Resolution::Resolved { .. }
    ));
    assert!(
        card(mai, code).text.contains("Đã giải quyết xong</b>")
            || card(mai, code).text.contains("🟢")
    );
}

#[tokio::test]
async fn an_answer_that_only_says_done_is_sent_and_does_not_count_as_resolved() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    mai.replies_to(code, "UBND phường đã sửa xong đường hôm qua.")
        .await;
    assert!(mai.reads().contains("Chưa có bằng chứng"));
    mai.presses("Gửi cử tri").await;
    assert!(
        lan.reads().contains("đã sửa xong đường"),
        "nothing is held up"
    );
    assert!(mai.reads().contains("chưa có bằng chứng"));
    assert_eq!(town.question(code).resolution, Resolution::Open);
    town.passes(20 * DAY).await;
    assert!(
        !lan.reads().contains("đã xong chưa"),
        "nobody said so with evidence"
    );
}

#[tokio::test]
async fn a_kept_promise_that_is_shown_is_resolved_the_same_way() {
    let scene = planned().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    town.passes(4 * DAY + 3 * 3_600).await;
    mai.presses("✅ Đã xong").await;
    sends_photo(mai, Some("xin báo ngắn gọn"), "Đã đổ lại 150 m đường.").await;
    assert!(matches!(
        town.question(code).resolution,
        Resolution::Resolved { .. }
    ));
    lan.forgets();
    town.passes(15 * DAY).await;
    assert!(lan.reads().contains("việc này đã xong chưa?"));
    town.passes(15 * DAY).await;
    assert_eq!(lan.reads(), "", "asked once");
}

#[tokio::test]
async fn whoever_judged_the_report_is_not_asked_again() {
    let scene = planned().await;
    let Scene { town, mai, lan, .. } = &scene;
    mai.presses("✅ Đã xong").await;
    sends_photo(mai, Some("xin báo ngắn gọn"), "").await;
    lan.presses("👍").await;
    lan.forgets();
    town.passes(20 * DAY).await;
    assert_eq!(lan.reads(), "");
}

#[tokio::test]
async fn what_was_said_to_be_done_and_is_not_climbs_the_ladder() {
    let scene = planned().await;
    let Scene {
        town,
        mai,
        lan,
        group,
        ..
    } = &scene;
    let ha = group.member("Ông Hà");
    town.makes_head(&ha, "to-1", "Ông Hà");
    mai.presses("Đã giải quyết xong").await;
    sends_photo(mai, Some("xin trả lời tin này bằng"), "").await;
    town.passes(15 * DAY).await;
    lan.presses("Chưa xong").await;
    lan.says("/huy").await;
    mai.forgets();
    town.passes(50 * DAY).await;
    let read = mai.reads();
    assert!(read.contains("cử tri báo chưa xong,"), "{read}");
}

#[tokio::test]
async fn two_say_it_and_the_second_reads_that_it_was_said() {
    let scene = planned().await;
    let Scene {
        town, group, mai, ..
    } = &scene;
    let nam = group.member("Anh Nam");
    mai.presses("Đã giải quyết xong").await;
    nam.presses("Đã giải quyết xong").await;
    let asks: Vec<i64> = town
        .world()
        .messages(group.id)
        .iter()
        .filter(|seen| seen.text.contains("xin trả lời tin này bằng"))
        .map(|seen| seen.message_id)
        .collect();
    let words = "Biên bản số 3/BB-UBND ngày 20/11/2026.";
    mai.replies_without_waiting_to(asks[0], words);
    nam.replies_without_waiting_to(asks[1], words);
    town.settle().await;
    assert!(nam.reads().contains("đã được xác nhận giải quyết xong"));
    assert_eq!(town.keeps("resolution"), 1);
}

#[tokio::test]
async fn the_paper_of_an_answer_is_typed_in_one_line() {
    let scene = asked().await;
    let Scene { mai, lan, code, .. } = &scene;
    mai.replies_to(code, "UBND phường đang khảo sát để lập dự toán.")
        .await;
    mai.presses("Văn bản").await;
    mai.replies_to("văn bản trả lời số mấy", "12/UBND-KT").await;
    assert!(mai.reads().contains("cả số và ngày"));
    mai.replies_to(
        "văn bản trả lời số mấy",
        "12/UBND-KT ngày 20/11/2026, Nguyễn Văn An ký",
    )
    .await;
    mai.presses("Kết quả:").await;
    mai.presses("đã trình cấp có thẩm quyền").await;
    insta::assert_snapshot!("preview_with_paper", mai.reads());
    mai.presses("Gửi cử tri").await;
    insta::assert_snapshot!("answer_with_paper", lan.reads());
}

#[tokio::test]
async fn every_photo_of_an_album_is_kept_as_evidence_and_reaches_the_resident() {
    let scene = planned().await;
    let Scene { town, mai, lan, .. } = &scene;
    mai.presses("Đã giải quyết xong").await;
    let ask = mai
        .newest(|seen| seen.text.contains("xin trả lời tin này bằng"))
        .message_id;
    lan.forgets();
    for caption in ["Trước", "Đang làm", "Xong"] {
        let photo = json!({ "photo": {}, "caption": caption, "media_group_id": "album" });
        let photo: Send = serde_json::from_value(photo).unwrap();
        mai.sends_without_waiting(photo.reply_to(ask));
    }
    town.settle().await;
    assert_eq!(town.keeps("resolution"), 1);
    assert_eq!(town.keeps("resolution_media"), 3);
    let photos = town.world().messages(lan.chat);
    let photos = photos.iter().filter(|seen| seen.json["photo"].is_array());
    assert_eq!(photos.count(), 3);
}
