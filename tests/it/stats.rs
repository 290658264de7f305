//! `/thongke`: figures with their denominators, and the supervision board.

use insta::assert_snapshot;

use crate::{people::Person, world::Town};

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
    mai.presses("đổi").await;
    mai.presses("Sẽ giải quyết").await;
    mai.presses("Gửi cử tri").await;
    town.change(
        "update question set due_on = '2026-11-24', times_raised = 2 where id = 2;
         update question set promised_on = '2026-11-25' where id = 3;
         update question set reopened_count = 1 where id = 4;",
    );
    mai.forgets();
    standing.forgets();
    (town, mai, standing)
}

#[tokio::test]
async fn a_body_reads_its_figures_with_every_denominator() {
    let (town, mai, _standing) = worked().await;
    town.change("update survey set verdict = 'partly', judged_at = 1 where is_author = 1");
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
async fn a_council_without_questions_has_figures_without_shares() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    mai.forgets();
    mai.says("/thongke").await;
    let read = mai.reads();
    assert!(read.contains("Đã nhận: 0") && !read.contains('%'), "{read}");
}
