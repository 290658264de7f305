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
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    insta::assert_snapshot!("next", lan.reads());
    lan.chooses("Y tế").await;
    lan.presses("Hủy").await;
    lan.chooses("Giáo dục").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 2);
    assert_eq!(
        town.questions_saying("xóm 4"),
        2,
        "what stands before the points goes with each"
    );
    assert_eq!(town.keeps("waiting_point"), 0);
    assert_eq!(town.keeps("draft"), 0);
}

#[tokio::test]
async fn the_author_may_keep_it_one_question() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(LETTER).await;
    lan.presses("Để chung").await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
    assert_eq!(town.questions_saying("thiếu giáo viên"), 1);
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
    assert_eq!(town.keeps("waiting_point"), 2);
    lan.says("/huy").await;
    assert_eq!(town.keeps("waiting_point"), 0);
    assert_eq!(town.keeps("draft"), 0);
}

#[tokio::test]
async fn lists_with_bullets_and_in_one_breath_are_offered_as_questions() {
    for text in [
        "\u{f0b7}\u{a0}Đường vào thôn ngập mỗi khi mưa\n\u{f0b7}\u{a0}Trạm y tế xã thiếu thuốc huyết áp",
        "1️⃣Đường vào thôn ngập mỗi khi mưa\n2️⃣Trạm y tế xã thiếu thuốc huyết áp",
        "Xin nêu: 1. Đường vào thôn ngập mỗi khi mưa. 2. Trạm y tế xã thiếu thuốc huyết áp.",
        "Thứ nhất, đường vào thôn ngập mỗi khi mưa. Thứ hai, trạm y tế xã thiếu thuốc huyết áp.",
    ] {
        let town = Town::start().await;
        let lan = town.resident("Lan", "Phường Đồng Văn").await;
        lan.says(text).await;
        assert!(
            lan.reads().contains("nêu 2 việc"),
            "{text}: {}",
            lan.reads()
        );
    }
}

#[tokio::test]
async fn numbers_of_places_and_lines_of_a_form_are_no_matters() {
    for text in [
        "Nhà tôi ở số 1. ngõ 2, phố Huế, nước máy yếu cả tuần nay",
        "1. Họ và tên: Nguyễn Văn An\n2. Địa chỉ: tổ 5 phường Đồng Văn\n3. Nội dung: đề nghị sửa đường tổ 5",
        "Ngõ 5, 6, 7 đều ngập khi mưa to, đề nghị sửa cống",
    ] {
        let town = Town::start().await;
        let lan = town.resident("Lan", "Phường Đồng Văn").await;
        lan.says(text).await;
        assert!(
            !lan.reads().contains("Tách thành"),
            "{text}: {}",
            lan.reads()
        );
    }
}

#[tokio::test]
async fn a_formal_petition_says_its_letterhead_once_and_each_preview_its_own_point() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN KIẾN NGHỊ\n\
         Kính gửi: Hội đồng nhân dân phường Đồng Văn\n\
         Tôi là cử tri tổ 5, xin kiến nghị:\n\
         a) Đường vào tổ ngập mỗi khi mưa, đề nghị sửa\nb) Trạm y tế thiếu thuốc huyết áp, đề nghị cấp thêm\n\
         Xin chân thành cảm ơn!\nNgười viết đơn\nNguyễn Thị Lan",
    )
    .await;
    insta::assert_snapshot!("offer_of_a_formal_petition", lan.reads());
    lan.presses("Tách thành 2").await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    lan.chooses("Y tế").await;
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 2);
    assert_eq!(
        town.questions_saying("Kính gửi"),
        1,
        "the head is said once"
    );
    assert_eq!(
        town.questions_saying("tổ 5"),
        2,
        "where it is goes with each"
    );
}
