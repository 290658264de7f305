//! Several matters in one message can become several questions.

use crate::world::Town;

const LETTER: &str = "Tôi ở xóm 4 có mấy kiến nghị:\n1. Đường vào thôn ngập mỗi khi mưa, đề nghị sửa\n2. Trạm y tế xã thiếu thuốc huyết áp cho người già\n3. Trường mầm non thiếu giáo viên";

#[tokio::test]
async fn numbered_points_become_questions_with_codes_of_their_own() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(LETTER).await;
    insta::assert_snapshot!("offer", lan.reads());
    lan.presses("Tách thành 3").await;
    lan.presses("Giao thông").await;
    lan.presses("Gửi").await;
    insta::assert_snapshot!("next", lan.reads());
    lan.presses("Y tế").await;
    lan.presses("Hủy").await;
    lan.presses("Giáo dục").await;
    lan.presses("Gửi").await;
    assert_eq!(town.count("select count(*) from question"), 2);
    assert_eq!(
        town.count("select count(*) from question where text like '%xóm 4%'"),
        2,
        "what stands before the points goes with each"
    );
    assert_eq!(town.count("select count(*) from waiting_point"), 0);
    assert_eq!(town.count("select count(*) from draft"), 0);
}

#[tokio::test]
async fn the_author_may_keep_it_one_question() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(LETTER).await;
    lan.presses("Để chung").await;
    lan.presses("Giao thông").await;
    lan.presses("Gửi").await;
    assert_eq!(town.count("select count(*) from question"), 1);
    assert_eq!(
        town.count("select count(*) from question where text like '%thiếu giáo viên%'"),
        1
    );
}

#[tokio::test]
async fn paragraphs_about_different_fields_are_offered_as_questions() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa, đề nghị sửa đường\n\nTrạm y tế xã thiếu thuốc huyết áp cho người già, đề nghị cấp thuốc")
        .await;
    assert!(lan.reads().contains("nêu 2 việc"));
}

#[tokio::test]
async fn pressing_split_twice_and_leaving_are_harmless() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(LETTER).await;
    lan.presses_without_waiting("Tách thành 3");
    lan.presses_without_waiting("Tách thành 3");
    town.settle().await;
    assert_eq!(town.count("select count(*) from waiting_point"), 2);
    lan.says("/huy").await;
    assert_eq!(town.count("select count(*) from waiting_point"), 0);
    assert_eq!(town.count("select count(*) from draft"), 0);
}
