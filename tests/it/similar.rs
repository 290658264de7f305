//! What is asked already can be supported, or its answer read, instead of asked again.

use crate::{
    people::Person,
    world::{TOWN, Town},
};

const FLOOD: &str = "Đường vào thôn ngập mỗi khi mưa, đề nghị sửa";

async fn drafts(person: &Person, text: &str) {
    person.says(text).await;
    person.presses("Giao thông").await;
}

#[tokio::test]
async fn an_alike_question_can_be_supported_once_a_person_and_its_answer_reaches_everybody() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan.asks(FLOOD, "Giao thông").await;
    mai.forgets();
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    drafts(&hung, FLOOD).await;
    insta::assert_snapshot!("offer", hung.reads());
    let first = hung.presses_without_waiting("Cùng kiến nghị");
    let second = hung.presses_without_waiting("Cùng kiến nghị");
    town.settle().await;
    assert!(
        hung.flashed(&second).contains("đã được gửi hoặc đã bỏ"),
        "{first}"
    );
    insta::assert_snapshot!("counted", hung.reads());
    insta::assert_snapshot!("card_with_a_supporter", mai.reads());
    drafts(&hung, FLOOD).await;
    hung.presses("Cùng kiến nghị").await;
    assert_eq!(town.count("select supporter_count from question"), 1);
    assert_eq!(town.count("select count(*) from draft"), 0);
    hung.forgets();
    lan.forgets();
    mai.replies_to(&code, "Sẽ sửa trong tháng 12/2026.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Sẽ sửa trong tháng"));
    insta::assert_snapshot!("answer_for_a_supporter", hung.reads());
}

#[tokio::test]
async fn three_supporters_are_news_for_the_delegation() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    for name in ["Hùng", "Bình", "Hoa", "Tú"] {
        mai.forgets();
        let person = town.resident(name, "Phường Đồng Văn").await;
        drafts(&person, FLOOD).await;
        person.presses("Cùng kiến nghị").await;
        let is_news = mai.reads().contains("người cùng kiến nghị");
        assert_eq!(is_news, name == "Hoa", "{name}");
    }
}

#[tokio::test]
async fn the_answer_to_an_alike_question_can_be_read_and_be_enough() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            &format!("{FLOOD}. Tôi tên là Nguyễn Thị Lan 0912345678"),
            "Giao thông",
        )
        .await;
    mai.replies_to(&code, "Sẽ sửa trong tháng 12/2026.").await;
    mai.presses("Gửi cử tri").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    drafts(
        &hung,
        &format!("{FLOOD}. Tôi tên là Nguyễn Thị Lan 0912345678"),
    )
    .await;
    insta::assert_snapshot!("offer_of_an_answer", hung.reads());
    hung.presses("Đọc trả lời").await;
    insta::assert_snapshot!("answer_read", hung.reads());
    hung.presses("Đủ rồi").await;
    insta::assert_snapshot!("enough", hung.reads());
    assert_eq!(town.count("select count(*) from question"), 1);
    assert_eq!(town.count("select count(*) from draft"), 0);
}

#[tokio::test]
async fn one_can_send_anyway_and_go_back() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    drafts(&hung, FLOOD).await;
    hung.presses("Đổi lĩnh vực").await;
    hung.presses("Giao thông").await;
    hung.presses("Gửi").await;
    assert!(hung.reads().contains("Đã nhận câu hỏi"));
    assert_eq!(town.count("select count(*) from question"), 2);
}

#[tokio::test]
async fn what_is_asked_elsewhere_or_of_another_field_is_not_alike() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Duy Minh").await;
    drafts(&hung, FLOOD).await;
    assert!(hung.reads().contains("Xem lại trước khi gửi"));
}

#[tokio::test]
async fn ones_own_question_is_shown_and_not_supported() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    drafts(&lan, FLOOD).await;
    let read = lan.reads();
    assert!(read.contains("Xem câu của tôi"), "{read}");
    lan.forges("su:2:1").await;
    assert_eq!(town.count("select count(*) from support"), 0);
}

#[tokio::test]
async fn a_repeat_of_an_earlier_session_is_linked_and_counted() {
    let town = Town::with_council(TOWN).await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(FLOOD, "Giao thông").await;
    town.change("update question set session_code = 'ky-truoc'");
    mai.forgets();
    lan.asks(FLOOD, "Giao thông").await;
    assert!(mai.reads().contains("Kiến nghị qua 2 kỳ họp"));
    assert_eq!(
        town.count("select repeats_id from question where id = 2"),
        1
    );
}
