//! Returning a question with guidance: never without a pointer, always politely, and by whoever has it.

use crate::{
    people::Person,
    world::{TOWN, Town},
};

const WIRES: &str = "Dây điện trước cổng nhà võng xuống sát mái, đề nghị xử lý";

async fn a_question_waits() -> (Town, Person, Person) {
    let council = TOWN.replace("triage = \"automatic\"", "triage = \"clerk\"");
    let town = Town::with_council(&council).await;
    let thu = town.group_of("office").await.member("Cô Thu");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(WIRES).await;
    lan.insists().await;
    lan.takes_the_first_field().await;
    lan.presses("Gửi").await;
    lan.forgets();
    thu.says("/phanloai").await;
    thu.forgets();
    thu.presses("Thêm").await;
    thu.presses("Trả lại").await;
    (town, thu, lan)
}

#[tokio::test]
async fn another_agency_is_named_before_anything_is_returned() {
    let (town, thu, lan) = a_question_waits().await;
    insta::assert_snapshot!("pointers", thu.reads());
    thu.presses("Cơ quan, đơn vị khác").await;
    assert_eq!(lan.reads(), "", "nobody was named yet");
    thu.replies_to("cơ quan, đơn vị nào", "...").await;
    assert!(thu.reads().contains("Xin ghi rõ nơi có thẩm quyền"));
    thu.replies_to(
        "cơ quan, đơn vị nào",
        "Điện lực Duy Tiên, điện thoại 1900 6769: xin báo số công tơ.",
    )
    .await;
    insta::assert_snapshot!("preview", thu.reads());
    assert_eq!(lan.reads(), "", "a preview is for the clerk");
    thu.presses("Gửi hướng dẫn").await;
    insta::assert_snapshot!("for_the_author", lan.reads());
    insta::assert_snapshot!("done", thu.reads());
    assert_eq!(town.questions_that_are("returned"), 1);
    assert_eq!(town.events("question_returned"), 1);
    assert_eq!(town.events_saying("question_returned", "Điện lực"), 0);
    let flashed = thu.forges("t/rn:1").await;
    assert!(flashed.contains("đã được trả lại"), "{flashed}");
}

#[tokio::test]
async fn the_citizen_reception_needs_no_words_but_takes_some() {
    let (town, thu, lan) = a_question_waits().await;
    thu.presses("tiếp công dân").await;
    thu.presses("Viết thêm").await;
    thu.replies_to("hướng dẫn thêm", "Xin mang theo quyết định bị khiếu nại.")
        .await;
    thu.presses("Gửi hướng dẫn").await;
    insta::assert_snapshot!("to_the_citizen_reception", lan.reads());
    lan.says("/cuatoi DT-0001B").await;
    assert!(lan.reads().contains("trả lại kèm hướng dẫn"));
    assert_eq!(town.guidance_sent(), 1);
}

#[tokio::test]
async fn whoever_thinks_better_of_it_leaves_the_question_where_it_is() {
    let (town, thu, lan) = a_question_waits().await;
    thu.presses("Việc dân sự").await;
    thu.presses("Quay lại").await;
    thu.presses("Không trả lại").await;
    let view = thu.newest(|seen| seen.text.contains("Đề xuất"));
    assert!(view.text.contains(WIRES));
    thu.presses("Chuyển").await;
    assert!(lan.reads().contains("đã được chuyển tới"));
    assert_eq!(town.questions_that_are("forwarded"), 1);
}

#[tokio::test]
async fn a_body_returns_only_what_it_has_and_a_clerk_only_what_they_wrote() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let binh = town.group_of("to-2").await.member("Anh Bình");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks(WIRES, "Giao thông").await;
    lan.forgets();
    binh.forgets();
    let flashed = binh.forges("t/pt:1:private_law").await;
    assert!(
        flashed.contains("Chỉ văn phòng hoặc đơn vị đang giữ"),
        "{flashed}"
    );
    lan.forges("t/pt:1:private_law").await;
    mai.forges("t/rn:1").await;
    assert_eq!(
        town.questions_that_are("forwarded"),
        1,
        "nothing was written yet"
    );
    mai.forges("t/pt:1:private_law").await;
    mai.presses("Gửi hướng dẫn").await;
    assert!(lan.reads().contains("tổ hòa giải"));
    assert_eq!(town.questions_that_are("returned"), 1);
}
