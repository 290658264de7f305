//! What is asked already can be supported, or its answer read, instead of asked again.

use crate::{
    people::Person,
    world::{TOWN, Town},
};

const FLOOD: &str = "Đường vào thôn ngập mỗi khi mưa, đề nghị sửa";

async fn drafts(person: &Person, text: &str) {
    person.says(text).await;
    person.chooses("Giao thông").await;
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
    assert_eq!(town.only_question().supporters, 1);
    assert_eq!(town.keeps("draft"), 0);
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
    town.publishes(&code).await;
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
    assert_eq!(town.questions(), 1);
    assert_eq!(town.keeps("draft"), 0);
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
    hung.chooses("Giao thông").await;
    hung.presses("Gửi").await;
    assert!(hung.reads().contains("Đã nhận câu hỏi"));
    assert_eq!(town.questions(), 2);
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
    assert_eq!(town.keeps("support"), 0);
}

#[tokio::test]
async fn a_repeat_of_an_earlier_session_is_linked_and_counted() {
    let town = Town::with_council(TOWN).await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let first = lan.asks(FLOOD, "Giao thông").await;
    town.was_asked_ahead_of(&first, "ky-truoc");
    mai.forgets();
    let second = lan.asks(FLOOD, "Giao thông").await;
    assert!(mai.reads().contains("Kiến nghị qua 2 kỳ họp"));
    assert_eq!(town.repeated_by(&second), Some(first));
}

#[tokio::test]
async fn a_supporter_finds_the_question_by_the_code_they_were_told_and_in_their_list() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(&format!("{FLOOD}. Gọi tôi số 0912 345 678."), "Giao thông")
        .await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    drafts(&hung, FLOOD).await;
    hung.presses("Cùng kiến nghị").await;
    hung.forgets();
    hung.says(&format!("/cuatoi {code}")).await;
    let read = hung.reads();
    insta::assert_snapshot!("supported_timeline", read);
    assert!(
        !read.contains("345 678") && !read.contains("Rút lại"),
        "{read}"
    );
    hung.forgets();
    hung.says("/cuatoi").await;
    let list = hung.reads();
    assert!(
        list.contains("Ông/bà cùng kiến nghị: 1") && list.contains(&code),
        "{list}"
    );
    hung.presses(&code).await;
    assert!(hung.reads().contains("Diễn biến"));
    let stranger = town.resident("Tú", "Phường Đồng Văn").await;
    stranger.says(&format!("/cuatoi {code}")).await;
    assert!(stranger.reads().contains("Không có câu hỏi nào"));
}

#[tokio::test]
async fn the_chat_finds_what_the_command_finds() {
    for (asked, field, asks, other_field) in [
        (
            "duong vao thon ngap moi khi mua, bao gio sua?",
            "Giao thông",
            "Đường vào thôn tôi cứ mưa là ngập, đề nghị sửa",
            "Giao thông",
        ),
        (
            "Cống đầu ngõ 5 tắc, nước tràn vào nhà",
            "Quy hoạch, xây dựng, đô thị",
            "cống ngõ năm bị nghẹt mấy bữa rày",
            "Quy hoạch, xây dựng, đô thị",
        ),
        (
            "Không có nước máy ba ngày nay",
            "Điện, nước sinh hoạt",
            "hổng có nước máy 3 bữa rày",
            "Điện, nước sinh hoạt",
        ),
        (
            "Đường tổ 4 ngập mỗi khi mưa vì cống tắc",
            "Giao thông",
            "to 4 mua la ngap duong, cong nghet",
            "Quy hoạch, xây dựng, đô thị",
        ),
    ] {
        let town = Town::start().await;
        town.group_of("to-1").await;
        let lan = town.resident("Lan", "Phường Đồng Văn").await;
        lan.asks(asked, field).await;
        let hung = town.resident("Hùng", "Phường Đồng Văn").await;
        hung.says(asks).await;
        hung.presses(other_field).await;
        let read = hung.reads();
        assert!(read.contains("Cùng kiến nghị"), "{asks}: {read}");
        hung.presses("Cùng kiến nghị").await;
        assert_eq!(town.only_question().supporters, 1, "{asks}");
    }
}

#[tokio::test]
async fn the_same_trouble_in_another_lane_is_not_offered() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.asks("Đường ngõ 5 ngập mỗi khi mưa", "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    drafts(&hung, "Đường ngõ sáu ngập mỗi khi mưa").await;
    assert!(hung.reads().contains("Xem lại trước khi gửi"));
}

#[tokio::test]
async fn who_supports_a_question_hears_when_its_day_moves() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan.asks(FLOOD, "Giao thông").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    drafts(&hung, FLOOD).await;
    hung.presses("Cùng kiến nghị").await;
    hung.forgets();
    mai.presses("Thêm việc").await;
    mai.presses("Gia hạn").await;
    mai.replies_to("hạn mới", "Chờ số đo của đơn vị thoát nước; 20/2/2027")
        .await;
    let heard = hung.reads();
    assert!(
        heard.contains(&code) && heard.contains("20/02/2027"),
        "{heard}"
    );
}
