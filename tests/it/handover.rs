//! Giving a question to a member; handing over what somebody had.

use insta::assert_snapshot;

use crate::{
    people::{Group, Person},
    roles::{administrator, joins, officer},
    world::Town,
};

/// Two questions with phones in them, for delegation 1.
async fn questions(town: &Town) -> Vec<String> {
    let lan = town.resident("Nguyễn Thị Lanh", "Phường Đồng Văn").await;
    let mut codes = Vec::new();
    for text in [
        "Đường vào thôn ngập mỗi khi mưa, xin gọi 0912 345 678",
        "Đèn đường ngõ 3 hỏng cả tháng nay",
    ] {
        codes.push(lan.asks(text, "Giao thông").await);
    }
    codes
}

/// Opens the list of those to whom question 1 can be given.
async fn wants_to_assign(person: &Person) {
    person.forges("r/al:0:1").await;
}

#[tokio::test]
async fn a_question_is_given_to_a_member_for_all_to_see() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    questions(&town).await;
    let private = officer(&town, "Chị Mai", "đại biểu", Some("Tổ đại biểu số 1")).await;
    let binh = group.member("Anh Bình");
    binh.says("/dangmo").await;
    binh.presses("Nhận").await;
    binh.forgets();
    wants_to_assign(&binh).await;
    assert_snapshot!("assignees", binh.reads());
    binh.presses("Chị Mai").await;
    assert_snapshot!("assigned", binh.reads());
    assert_snapshot!("told_assigned", private.reads());
    assert_eq!(town.events("question_assigned"), 1);
    let flashed = binh.forges("r/as:1:77").await;
    assert!(flashed.contains("không (còn) trong danh sách"), "{flashed}");
    let other = town.group_of("to-2").await.member("Người tổ khác");
    let flashed = other.forges(&format!("r/as:1:{}", other.id)).await;
    assert_ne!(flashed, "");
    assert_eq!(
        town.claims(),
        ["Chị Mai", "Anh Bình"],
        "nobody of another body was given one"
    );
}

#[tokio::test]
async fn a_long_list_of_members_has_pages() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    questions(&town).await;
    for number in 1..=9 {
        group
            .member(&format!("Đại biểu {number}"))
            .says("/dangmo")
            .await;
    }
    let binh = group.member("Anh Bình");
    binh.forges("cl:2").await;
    for number in 1..=9 {
        group.acts(&format!("Người {number}")).await;
    }
    binh.forgets();
    wants_to_assign(&binh).await;
    binh.presses("Trang sau").await;
    let page = binh.newest(|seen| seen.text.contains("Giao "));
    assert!(
        page.buttons
            .iter()
            .flatten()
            .any(|b| b.text.contains("Trang trước"))
    );
    binh.presses("Đóng").await;
    assert!(binh.reads().contains("Đã đóng"));
}

/// The head of delegation 1, in private and in the group.
async fn head(town: &Town, group: &Group) -> (Person, Person) {
    let private = officer(town, "Ông Hà", "tổ trưởng", Some("Tổ đại biểu số 1")).await;
    let there = joins(town, &private, group);
    town.settle().await;
    (private, there)
}

#[tokio::test]
async fn what_a_leaver_had_goes_to_the_head_with_full_texts() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let codes = questions(&town).await;
    let (private, ha) = head(&town, &group).await;
    let mai = group.member("Chị Mai");
    mai.forges("cl:1").await;
    mai.forges("cl:2").await;
    ha.forgets();
    private.forgets();
    group.loses(mai.id).await;
    assert_snapshot!("bundle", private.reads());
    let read = ha.reads();
    assert!(
        read.contains("Bàn giao 2 kiến nghị của Chị Mai cho Ông Hà"),
        "{read}"
    );
    let screen = ha.screen().join("\n") + &private.screen().join("\n");
    assert!(
        !screen.contains("Lanh") && !screen.contains("345"),
        "{screen}"
    );
    assert_eq!(town.claims(), vec!["Ông Hà"; codes.len()]);
}

#[tokio::test]
async fn the_head_hands_over_by_button_and_others_may_not() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    questions(&town).await;
    let (_, ha) = head(&town, &group).await;
    let mai = group.member("Chị Mai");
    mai.forges("cl:1").await;
    let binh = group.member("Anh Bình");
    binh.forges("cl:2").await;
    binh.says("/bangiao").await;
    assert!(binh.reads().contains("Chỉ tổ trưởng"));
    let forged = format!("r/ht:{}:{}:to-1", mai.id, binh.id);
    let flashed = binh.forges(&forged).await;
    assert!(flashed.contains("Chỉ tổ trưởng"), "{flashed}");
    ha.forgets();
    ha.says("/bangiao").await;
    assert_snapshot!("whose", ha.reads());
    ha.presses("Chị Mai (1)").await;
    assert_snapshot!("to_whom", ha.reads());
    ha.presses("Anh Bình").await;
    assert_snapshot!("handed_over", ha.reads());
    assert_eq!(town.claims(), ["Anh Bình", "Anh Bình"]);
    ha.forges(&forged).await;
    assert!(ha.reads().contains("không còn giữ kiến nghị nào"));
}

#[tokio::test]
async fn an_administrator_hands_over_from_the_list_of_roles() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    questions(&town).await;
    let private = officer(&town, "Chị Mai", "đại biểu", Some("Tổ đại biểu số 1")).await;
    private.forges("cl:1").await;
    let binh = group.member("Anh Bình");
    binh.forges("cl:2").await;
    let admin = administrator(&town).await;
    admin.says("/vaitro").await;
    admin.presses("Chị Mai: đại biểu").await;
    admin.presses("Bàn giao").await;
    admin.presses("Anh Bình").await;
    assert!(admin.reads().contains("của Chị Mai cho Anh Bình"));
    assert_eq!(town.claims(), ["Anh Bình", "Anh Bình"]);
}

#[tokio::test]
async fn without_a_head_the_group_gets_the_bundle() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    questions(&town).await;
    let private = officer(&town, "Chị Mai", "đại biểu", Some("Tổ đại biểu số 1")).await;
    private.forges("cl:1").await;
    let binh = group.member("Anh Bình");
    let admin = administrator(&town).await;
    admin.says("/vaitro").await;
    admin.presses("Chị Mai: đại biểu").await;
    admin.presses("Thu hồi").await;
    binh.forgets();
    admin.presses("Thu hồi ngay").await;
    assert_snapshot!("bundle_in_the_group", binh.reads());
}
