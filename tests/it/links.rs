//! Links with a question's code.

use crate::{people::Person, world::Town};

#[tokio::test]
async fn a_published_answer_opens_by_its_link_and_nothing_else_does() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lanh", "Phường Đồng Văn").await;
    let answered = lan
        .asks("Đường vào thôn ngập, gọi tôi số 0912345678", "Giao thông")
        .await;
    let open = lan
        .asks("Đèn đường ngõ 3 hỏng cả tháng", "Giao thông")
        .await;
    mai.replies_to(&answered, "Sẽ sửa trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    town.publishes(&answered).await;
    let hung = town.stranger("Hùng");
    hung.says(&format!("/start p_{answered}")).await;
    insta::assert_snapshot!("published", hung.reads());
    let mut refusals = Vec::new();
    for code in [
        open.as_str(),
        "DT-9999X",
        "",
        "'; drop table question",
        "🙂",
        "p_p_p_",
    ] {
        hung.says(&format!("/start p_{code}")).await;
        refusals.push(hung.reads());
    }
    refusals.dedup();
    assert_eq!(
        refusals.len(),
        1,
        "what is not public is not there: {refusals:?}"
    );
    assert!(!hung.screen().join("\n").contains("Đèn đường"));
}

#[tokio::test]
async fn an_old_link_to_a_phone_tells_officers_the_new_one_and_nobody_else() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let lan = town.resident("Nguyễn Thị Lanh", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    town.has_phone("Nguyễn Thị Lanh", "+84912345678");
    let thu = office.member("Cô Thu");
    thu.says("/phanloai").await;
    let private = Person::new(town.clone(), thu.id, thu.id);
    private.says(&format!("/start p_{code}")).await;
    let read = private.reads();
    assert!(read.contains(&format!("start=d_{code}")), "{read}");
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says(&format!("/start p_{code}")).await;
    assert!(!hung.screen().join("\n").contains("start=d_"));
    for person in [&private, &hung] {
        assert!(!person.screen().join("\n").contains("345678"));
    }
    assert_eq!(town.events("phone_viewed"), 0);
}
