//! `/thongke`: figures with their denominators, and the supervision board.

use insta::assert_snapshot;

use crate::{
    people::Person,
    world::{Town, code},
};

const DAY: i64 = 86_400;

async fn worked() -> (Town, Person, Person) {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let standing = town.group_of("thuong-truc").await.member("Chủ tịch");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.asks("Bãi rác đầu làng bốc mùi đã nửa năm", "Môi trường")
        .await;
    let school = lan
        .asks("Trường mầm non thiếu phòng học trầm trọng", "Giáo dục")
        .await;
    lan.asks("Cầu qua mương đã gãy lan can", "Giao thông").await;
    town.passes(2 * DAY).await;
    mai.replies_to(
        &format!("{road} · Giao thông"),
        "Đã sửa xong ngày 24/11/2026.",
    )
    .await;
    mai.presses("đổi").await;
    mai.presses("Đã giải quyết xong").await;
    mai.presses("Gửi cử tri").await;
    town.passes(DAY).await;
    mai.replies_to(
        &format!("{school} · Giáo dục"),
        "Sẽ xây thêm phòng, xong trước 30/11/2026.",
    )
    .await;
    mai.presses("Gửi cử tri").await;
    town.is_due_on(&code(2), "2026-11-24");
    town.was_raised(&code(2), 2);
    town.is_promised_for(&code(3), "2026-11-25");
    town.was_reopened(&code(4), 1);
    mai.forgets();
    standing.forgets();
    (town, mai, standing)
}

#[tokio::test]
async fn a_body_reads_its_figures_with_every_denominator() {
    let (town, mai, _standing) = worked().await;
    town.authors_judged("partly");
    mai.says("/thongke").await;
    assert_snapshot!("figures", mai.reads());
}

#[tokio::test]
async fn the_standing_body_reads_figures_of_everything_and_the_board() {
    let (town, mai, standing) = worked().await;
    let hoa = town.resident("Hoa", "Phường Bạch Thượng").await;
    hoa.asks("Mương thoát nước tắc từ đầu năm", "Môi trường")
        .await;
    standing.forgets();
    standing.says("/stats").await;
    assert!(standing.reads().contains("Đã nhận: 5"));
    standing.presses("Bảng giám sát").await;
    let board = standing.reads();
    assert_snapshot!("board", board);
    assert!(!board.contains("Mai"), "no delegate is named");
    mai.says("/thongke bảng").await;
    assert!(mai.reads().contains("dành cho Thường trực"));
    mai.forges("k/b").await;
    assert_eq!(mai.reads(), "");
}

#[tokio::test]
async fn bodies_stand_side_by_side_in_the_order_of_the_file_for_those_who_look_after_everything() {
    let (town, mai, standing) = worked().await;
    let hoa = town.resident("Hoa", "Phường Bạch Thượng").await;
    hoa.asks("Mương thoát nước tắc từ đầu năm", "Môi trường")
        .await;
    town.authors_judged("satisfied");
    standing.forgets();
    standing.says("/thongke").await;
    let each = standing.newest(|seen| seen.text.contains("Từng đơn vị"));
    assert_snapshot!("side_by_side", each.text);
    assert!(!each.text.contains("Mai"), "bodies, not persons");
    mai.says("/thongke").await;
    assert!(!mai.reads().contains("Từng đơn vị"));
}

#[tokio::test]
async fn a_council_without_questions_has_figures_without_shares() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    mai.forgets();
    mai.says("/thongke").await;
    let read = mai.reads();
    assert!(read.contains("Đã nhận: 0") && !read.contains('%'), "{read}");
}

#[tokio::test]
async fn a_clerk_reads_figures_in_private_with_what_was_shown_another_door() {
    let town = Town::start().await;
    let clerk = town.admin_in(crate::world::ADMIN);
    clerk.says("/start").await;
    let home = clerk.newest(|seen| {
        seen.buttons
            .iter()
            .flatten()
            .any(|button| button.text.contains("Nhập hộ"))
    });
    assert!(home.from_bot, "the keyboard shows the office's work");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Tôi tố cáo ông Nguyễn Văn B, cán bộ địa chính, nhận hối lộ 20 triệu đồng của tôi.")
        .await;
    clerk.forgets();
    clerk.says("📊 Thống kê").await;
    let read = clerk.reads();
    assert!(
        read.contains("nơi tiếp nhận khác") && read.contains("tố cáo: 1"),
        "{read}"
    );
    clerk.says("/trogiup").await;
    assert!(clerk.reads().contains("/nhapho"));
}
