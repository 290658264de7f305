//! One level up: appeals, the council's verdict, what so many supporters oblige to, a delegate's day, one answer for several.

use crate::{
    people::Person,
    scene::{Scene, asked, asked_in, card, with_rule},
    taps::took,
    world::Town,
};

const DAY: i64 = 86_400;
const ALIKE: &str = "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?";

/// Two supporters oblige in this town.
pub fn two_oblige() -> String {
    with_rule(
        "resolved_check_days = 14",
        "support_obligation = { supporters = 2, within = \"area\", answer_days = 15 }\nresolved_check_days = 14",
    )
}

pub async fn is_about_to_support(person: &Person) {
    person.says(ALIKE).await;
    person.chooses("Giao thông").await;
}

pub async fn supports(person: &Person) {
    is_about_to_support(person).await;
    person.presses("Cùng kiến nghị").await;
}

async fn answered(scene: &Scene) {
    let Scene { mai, code, .. } = scene;
    mai.replies_to(code, "UBND phường sửa xong trước 27/11/2026.")
        .await;
    mai.presses("Gửi cử tri").await;
}

#[tokio::test]
async fn who_is_not_content_is_heard_by_the_committee_of_the_field_too() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    let committee = town.group_of("ban-kt-xh").await.member("Ông Sơn");
    answered(&scene).await;
    committee.forgets();
    lan.forgets();
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Hẹn nhiều lần rồi mà không làm, gọi 0912345678.")
        .await;
    insta::assert_snapshot!("appeal", committee.reads());
    assert!(lan.reads().contains("cũng xem việc này"));
    mai.forgets();
    committee.spends();
    committee.presses("Theo dõi ở kỳ họp sau").await;
    took(
        "Delegate: the council's verdict on an appeal",
        &[&committee],
    );
    committee.presses("Chậm tiến độ").await;
    insta::assert_snapshot!("assessed", committee.reads());
    assert!(card(mai, code).text.contains("Chậm tiến độ"));
    assert_eq!(town.events("question_assessed"), 2);
    committee.presses("Chậm tiến độ").await;
    assert_eq!(town.events("question_assessed"), 2, "said before");
}

#[tokio::test]
async fn a_body_that_does_not_watch_the_field_gives_no_verdict() {
    let scene = asked().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    answered(&scene).await;
    let standing = town.group_of("thuong-truc").await.member("Bà Hạnh");
    standing.says(&format!("/cauhoi {code}")).await;
    assert!(standing.reads().contains("Nơi xử lý"));
    standing.presses("Đóng kiến nghị").await;
    assert!(card(mai, code).text.contains("Đóng kiến nghị"));
    let other = town.group_of("to-2").await.member("Anh Tư");
    other.says(&format!("/cauhoi {code}")).await;
    assert!(!other.reads().contains("Nơi xử lý"));
    let question = town.question(code).id;
    let press = other.forges(&format!("k/a:{question}:late")).await;
    assert!(!card(mai, code).text.contains("Chậm"), "{press}");
}

#[tokio::test]
async fn enough_supporters_oblige_the_body_and_everybody_is_told_once() {
    let scene = asked_in(&two_oblige()).await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    assert!(
        lan.screen().iter().any(|seen| seen.contains("Đủ 2 người")),
        "said beforehand"
    );
    let before = town.question(code).due_on;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    let xa = town.resident("Xa", "Xã Chuyên Ngoại").await;
    let dung = town.resident("Dung", "Phường Đồng Văn").await;
    supports(&hung).await;
    assert_eq!(town.events("question_obliged"), 0);
    is_about_to_support(&xa).await;
    lan.forgets();
    hung.forgets();
    mai.forgets();
    supports(&dung).await;
    insta::assert_snapshot!("obliged_author", lan.reads());
    assert!(hung.reads().contains("đã đủ 2 người"));
    assert!(mai.reads().contains("phải trả lời từng ý trước"));
    let question = town.question(code);
    assert!(question.due_on < before);
    assert_eq!(town.events("question_obliged"), 1);
    let le = town.resident("Lê", "Phường Đồng Văn").await;
    lan.forgets();
    supports(&le).await;
    assert_eq!(town.events("question_obliged"), 1);
    assert_eq!(lan.reads(), "", "told once");
    town.passes(40 * DAY).await;
    assert!(town.question(code).nominated_at.is_some(), "on the list");
    assert!(mai.reads().contains("đã đưa vào danh sách của kỳ họp"));
    assert_eq!(town.events("question_nominated"), 1);
}

async fn delegate_in_private(town: &Town) -> Person {
    let ha = town.resident("Ông Hà", "Phường Đồng Văn").await;
    town.makes_head(&ha, "to-1", "Ông Hà");
    ha.forgets();
    ha
}

#[tokio::test]
async fn a_delegate_works_through_the_day_with_one_hand() {
    let scene = asked().await;
    let Scene {
        town,
        lan,
        mai,
        code,
        ..
    } = &scene;
    let ha = delegate_in_private(town).await;
    ha.says("/viec").await;
    assert!(ha.reads().contains("Không có việc nào"));
    ha.says(&format!("/cauhoi {code}")).await;
    ha.presses("Nhận").await;
    ha.forgets();
    ha.spends();
    ha.says("/viec").await;
    insta::assert_snapshot!("tasks", ha.reads());
    ha.presses(code).await;
    took("Delegate: from the list of one's work to a card", &[&ha]);
    assert!(ha.reads().contains("Thôi nhận") || ha.is_offered("Thôi nhận"));
    answered(&scene).await;
    town.passes(5 * DAY).await;
    ha.forgets();
    ha.says("/viec").await;
    assert!(ha.reads().contains("Chờ tôi"), "the promise is due");
    mai.says("/tonghop").await;
    mai.presses(code).await;
    lan.says("/viec").await;
    assert!(lan.reads().contains("dành cho đại biểu"));
}

#[tokio::test]
async fn one_answer_for_several_keeps_everyones_code_receipt_and_judgement() {
    let scene = asked().await;
    let Scene {
        town,
        mai,
        lan,
        code,
        ..
    } = &scene;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    let other = hung
        .asks(
            "Mưa là đường vào thôn ngập, bao giờ thì sửa đường?",
            "Giao thông",
        )
        .await;
    let dung = town.resident("Dung", "Phường Đồng Văn").await;
    let third = dung
        .asks(
            "Đèn đường xóm Chùa hỏng đã lâu, bao giờ thay?",
            "Giao thông",
        )
        .await;
    mai.presses_under(card(mai, code).message_id, "Thêm việc");
    town.settle().await;
    mai.presses("Trả lời chung").await;
    mai.presses("Thêm mã").await;
    mai.replies_to(
        "trả lời chung với những câu nào",
        &format!("{other} {third}"),
    )
    .await;
    insta::assert_snapshot!("together", mai.reads());
    mai.presses(&format!("☑ {third}")).await;
    mai.replies_to(code, "UBND phường sửa xong trước 27/11/2026.")
        .await;
    assert!(mai.reads().contains("Gửi cùng cho"));
    mai.presses("Gửi cử tri").await;
    assert!(hung.reads().contains(&other), "under their own code");
    assert!(!dung.reads().contains("sửa xong trước"), "taken out");
    assert!(lan.reads().contains("sửa xong trước"));
    assert_eq!(town.answers_that_are("delivered"), 2);
    assert_eq!(town.questions_that_are("answered"), 2);
    hung.presses("👍").await;
    assert_eq!(town.judgements(), 1);
    hung.forgets();
    let mine = mai.newest(|seen| seen.text.starts_with("UBND phường sửa xong"));
    mai.edits(mine.message_id, "UBND phường sửa xong trước 30/11/2026.")
        .await;
    mai.presses("Gửi đính chính").await;
    assert!(hung.screen().iter().any(|seen| seen.contains("30/11/2026")));
    assert_eq!(town.corrections_that_are("sent"), 2);
}

#[tokio::test]
async fn like_questions_are_proposed_and_one_answer_goes_to_all() {
    let scene = asked().await;
    let Scene {
        town, mai, code, ..
    } = &scene;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    let other = hung
        .asks(
            "Mưa là đường vào thôn ngập, bao giờ thì sửa đường?",
            "Giao thông",
        )
        .await;
    hung.forgets();
    mai.spends();
    mai.presses_under(card(mai, code).message_id, "Thêm việc");
    town.settle().await;
    mai.presses("Trả lời chung").await;
    mai.presses(&other).await;
    mai.replies_to(code, "UBND phường sửa xong trước 27/11/2026.")
        .await;
    mai.presses("Gửi cử tri").await;
    took("Delegate: one answer for several like questions", &[mai]);
    let read = hung.reads();
    assert!(
        read.contains(&other) && read.contains("sửa xong trước"),
        "{read}"
    );
    assert_eq!(town.answers_that_are("delivered"), 2);
    assert_eq!(town.promises_that_are("open"), 2, "each its own");
}
