//! The resident judges the answer; "not" opens the question again, twice at most; supporters are counted.

use crate::{
    people::{Group, Person},
    world::Town,
};

const DAY: i64 = 86_400;

async fn answered() -> (Town, Group, Person, Person, String) {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    answers(&mai, &code).await;
    lan.forgets();
    mai.forgets();
    (town, group, mai, lan, code)
}

async fn answers(mai: &Person, code: &str) {
    mai.replies_to(code, "UBND phường đã nạo vét cống ngày 20/11.")
        .await;
    mai.presses("Gửi cử tri").await;
}

fn card(person: &Person, code: &str) -> String {
    person
        .newest(|seen| seen.text.starts_with(code) && crate::scene::is_card(&seen.text))
        .text
}

#[tokio::test]
async fn one_survey_an_answer_and_a_judgement_can_be_changed_for_a_week() {
    let (town, _group, mai, lan, code) = answered().await;
    let surveys = lan
        .screen()
        .iter()
        .filter(|text| text.contains("có thỏa đáng không"))
        .count();
    assert_eq!(surveys, 1);
    let flashed = lan.presses("Thỏa đáng").await;
    assert!(flashed.contains("Đã ghi nhận"), "{flashed}");
    insta::assert_snapshot!("judged", lan.reads());
    let shown = card(&mai, &code);
    assert!(shown.contains("đánh giá: 👍 Thỏa đáng"), "{shown}");
    assert!(!shown.contains("Lan"), "initials only: {shown}");
    lan.presses("Đổi đánh giá").await;
    lan.presses("Một phần").await;
    assert!(card(&mai, &code).contains("🤏 Một phần"));
    lan.presses("Thêm ý kiến").await;
    lan.says("Cống thông rồi nhưng mặt đường vẫn hỏng, số tôi 0912345678")
        .await;
    insta::assert_snapshot!("comment", mai.reads());
    town.passes(8 * DAY).await;
    let flashed = lan.presses("Đổi đánh giá").await;
    assert!(flashed.contains("hết thời hạn"), "{flashed}");
    assert_eq!(town.keeps("survey"), 1, "nobody is asked twice");
}

#[tokio::test]
async fn not_satisfactory_wants_a_sentence_and_opens_the_question_again() {
    let (town, _group, mai, lan, code) = answered().await;
    lan.presses("Chưa thỏa đáng").await;
    insta::assert_snapshot!("why", lan.reads());
    assert!(
        !card(&mai, &code).contains("chưa đồng tình"),
        "not without a sentence"
    );
    town.restart().await;
    lan.says("chán").await;
    assert!(lan.reads().contains("viết rõ hơn"));
    mai.forgets();
    lan.says("Mưa hôm qua đường lại ngập như cũ.").await;
    insta::assert_snapshot!("reopened", lan.reads());
    insta::assert_snapshot!("reopened_card", mai.reads());
    let question = town.question(&code);
    assert_eq!((question.state.name(), question.reopened), ("forwarded", 1));
    let flashed = lan.forges("a/jg:1:0:satisfied").await;
    assert!(flashed.contains("đã được mở lại"), "{flashed}");
    lan.says(&format!("/cuatoi {code}")).await;
    assert!(lan.reads().contains("chưa đồng tình"));
}

#[tokio::test]
async fn the_second_time_it_goes_to_the_standing_body_and_then_another_door_is_named() {
    let (town, _group, mai, lan, code) = answered().await;
    let standing = town.group_of("thuong-truc").await;
    let chu_tich = standing.member("Ông Chủ");
    chu_tich.forgets();
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Mưa hôm qua đường lại ngập như cũ.").await;
    answers(&mai, &code).await;
    lan.presses("Chưa thỏa đáng").await;
    mai.forgets();
    lan.says("Vẫn ngập, không ai tới xem.").await;
    insta::assert_snapshot!("first_group", mai.reads());
    insta::assert_snapshot!("standing_body", chu_tich.reads());
    assert!(lan.reads().contains("Thường trực"));
    chu_tich
        .replies_to(&code, "Thường trực giao UBND phường làm trước 30/12/2026.")
        .await;
    chu_tich.presses("Gửi cử tri").await;
    lan.forgets();
    chu_tich.forgets();
    lan.presses("Chưa thỏa đáng").await;
    insta::assert_snapshot!("exhausted", lan.reads());
    assert!(chu_tich.reads().contains("vẫn đánh giá"));
    assert_eq!(town.events("question_reopened"), 2);
}

#[tokio::test]
async fn what_went_up_to_an_office_without_a_group_does_not_come_back_to_life_in_the_old_one() {
    let (town, _group, mai, lan, code) = answered().await;
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Mưa hôm qua đường lại ngập như cũ.").await;
    answers(&mai, &code).await;
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Vẫn ngập, không ai tới xem.").await;
    let went_up = mai.newest(|seen| seen.text.contains("câu hỏi đã chuyển tới"));
    mai.forgets();
    lan.edits_without_waiting(
        "Đường vào thôn ngập mỗi khi mưa",
        "Đường vào thôn và sân trường ngập mỗi khi mưa, bao giờ sửa?",
    );
    town.settle().await;
    assert_eq!(town.events("question_revised"), 1);
    assert_eq!(mai.reads(), "", "it is another body's now");
    let shown = town.world().message(mai.chat, went_up.message_id);
    assert_eq!(shown.unwrap().text, went_up.text);
    let thu = town.group_of("office").await.member("Cô Thu");
    town.settle().await;
    assert!(card(&thu, &code).contains("sân trường"), "its card waited");
}

#[tokio::test]
async fn not_seen_done_reopens_what_is_said_to_be_done_and_is_noted_elsewhere() {
    let (town, _group, mai, lan, code) = answered().await;
    lan.presses("Chưa thấy làm").await;
    assert!(lan.reads().contains("Đã ghi nhận"));
    assert!(card(&mai, &code).contains("Chưa thấy làm"));
    assert_eq!(town.questions_that_are("answered"), 1);
}

#[tokio::test]
async fn supporters_are_counted_and_open_nothing() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    let hoa = town.resident("Trần Thị Hoa", "Phường Đồng Văn").await;
    hoa.says("Đường vào thôn ngập mỗi khi trời mưa, bao giờ sửa?")
        .await;
    hoa.chooses("Giao thông").await;
    hoa.presses("Cùng kiến nghị").await;
    hoa.forgets();
    answers(&mai, &code).await;
    insta::assert_snapshot!("supporter", hoa.reads());
    hoa.presses("Chưa thỏa đáng").await;
    hoa.presses("Chưa thỏa đáng").await;
    let shown = card(&mai, &code);
    assert!(shown.contains("Người cùng kiến nghị: 0/1"), "{shown}");
    assert_eq!(town.questions_that_are("answered"), 1);
    let flashed = hoa.presses("Thỏa đáng").await;
    assert!(flashed.contains("Đã ghi nhận"), "{flashed}");
    assert!(card(&mai, &code).contains("Người cùng kiến nghị: 1/1"));
}

#[tokio::test]
async fn nobody_judges_what_they_were_not_asked() {
    let (town, _group, _mai, lan, _code) = answered().await;
    let dung = town.resident("Đỗ Văn Dũng", "Phường Đồng Văn").await;
    for data in ["a/jg:1:0:not", "a/jg:1:7:not", "a/ja:1:0", "a/jc:1:0"] {
        let flashed = dung.forges(data).await;
        assert!(flashed.contains("không dành cho"), "{data}: {flashed}");
    }
    for data in ["a/ok:1", "a/co:1", "a/pk:1", "a/tr:1"] {
        let flashed = dung.forges(data).await;
        assert!(flashed.contains("Chỉ thành viên"), "{data}: {flashed}");
    }
    assert_eq!(town.judgements(), 0);
    let flashed = lan.forges("a/jg:99:0:not").await;
    assert!(flashed.contains("không dành cho"), "{flashed}");
}

#[tokio::test]
async fn a_resident_who_blocked_the_bot_is_asked_when_they_return() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    lan.blocks().await;
    lan.forgets();
    answers(&mai, &code).await;
    lan.unblocks().await;
    assert!(lan.reads().contains("có thỏa đáng không"));
    lan.presses("Thỏa đáng").await;
    assert!(card(&mai, &code).contains("👍 Thỏa đáng"));
}
