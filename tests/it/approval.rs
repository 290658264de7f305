//! Where the council wants it, the head approves before the resident gets anything.

use crate::{
    people::{Group, Person},
    scene,
    world::Town,
};

/// A town that wants approval, with a question in the group.
async fn asked() -> (Town, Group, Person, Person, String) {
    scene::asked_in(&scene::heads_approve()).await.parts()
}

#[tokio::test]
async fn the_head_approves_and_only_then_it_is_sent() {
    let (town, group, mai, lan, code) = asked().await;
    let binh = group.member("Ông Bình");
    town.makes_head(&binh, "to-1", "Ông Bình");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    insta::assert_snapshot!("waiting", mai.reads());
    assert_eq!(
        lan.reads(),
        "",
        "nothing leaves before the head has approved"
    );
    let nam = group.member("Anh Nam");
    let flashed = nam.presses("Duyệt").await;
    assert!(flashed.contains("Chỉ tổ trưởng"), "{flashed}");
    let flashed = mai.presses("Duyệt").await;
    assert!(flashed.contains("không tự duyệt"), "{flashed}");
    town.restart().await;
    binh.presses("Duyệt").await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
    insta::assert_snapshot!("approved", mai.reads());
    assert_eq!(town.events("answer_approved"), 1);
}

#[tokio::test]
async fn where_nobody_is_head_another_member_approves() {
    let (_town, group, mai, lan, code) = asked().await;
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    assert!(mai.reads().contains("một thành viên khác"));
    let flashed = mai.presses("Duyệt").await;
    assert!(flashed.contains("không tự duyệt"), "{flashed}");
    group.member("Anh Nam").presses("Duyệt").await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
}

#[tokio::test]
async fn an_administrator_may_approve_what_others_wrote() {
    let (town, group, mai, lan, code) = asked().await;
    let binh = group.member("Ông Bình");
    town.makes_head(&binh, "to-1", "Ông Bình");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    town.admin_in(group.id).presses("Duyệt").await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
}

#[tokio::test]
async fn what_the_head_writes_needs_nobody_else() {
    let (town, _group, mai, lan, code) = asked().await;
    town.makes_head(&mai, "to-1", "Chị Mai");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    assert!(lan.reads().contains("Khởi công trong tháng 12."));
    assert!(mai.reads().contains("Người duyệt: Chị Mai"));
}

#[tokio::test]
async fn sent_back_with_a_reason_changed_and_approved() {
    let (_town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    let reply = mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    nam.presses("Trả về sửa").await;
    mai.forgets();
    nam.replies_to("cần sửa gì", "Ghi rõ đơn vị thi công.")
        .await;
    insta::assert_snapshot!("sent_back", mai.reads());
    let flashed = nam.presses("Gửi cử tri").await;
    assert!(flashed.contains("Chỉ người viết"), "{flashed}");
    mai.edits(reply, "UBND phường khởi công trong tháng 12.")
        .await;
    mai.presses("Gửi cử tri").await;
    nam.presses("Duyệt").await;
    assert!(lan.reads().contains("UBND phường khởi công"));
}

#[tokio::test]
async fn a_change_while_the_head_looks_makes_it_a_draft_again() {
    let (_town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    let reply = mai.replies_to(&code, "Khởi công trong tháng 11.").await;
    mai.presses("Gửi cử tri").await;
    let request = mai.newest(|seen| seen.text.contains("chờ duyệt.\n") && !seen.buttons.is_empty());
    mai.edits(reply, "Khởi công trong tháng 12.").await;
    let late = nam.forges_under(request.message_id, "a/ok:1").await;
    assert!(late.contains("đã quyết định"), "{late}");
    assert_eq!(lan.reads(), "");
    mai.presses("Gửi cử tri").await;
    mai.presses("Rút lại").await;
    mai.presses("Gửi cử tri").await;
    nam.presses("Duyệt").await;
    let read = lan.reads();
    assert!(
        read.contains("tháng 12") && !read.contains("tháng 11"),
        "{read}"
    );
}

#[tokio::test]
async fn a_question_withdrawn_meanwhile_is_not_answered() {
    let (town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    lan.presses("Rút").await;
    lan.presses("Rút").await;
    lan.forgets();
    mai.forgets();
    let flashed = nam.presses("Duyệt").await;
    assert!(flashed.contains("rút"), "{flashed}");
    assert!(mai.reads().contains("không duyệt được nữa"));
    assert_eq!(lan.reads(), "");
    assert_eq!(
        town.answers_that_are("sent") + town.answers_that_are("delivered"),
        0
    );
}

#[tokio::test]
async fn of_two_answers_that_wait_one_is_sent_and_a_double_tap_changes_nothing() {
    let (town, group, mai, lan, code) = asked().await;
    let nam = group.member("Anh Nam");
    let hoa = group.member("Chị Hoa");
    mai.replies_to(&code, "Khởi công trong tháng 12.").await;
    mai.presses("Gửi cử tri").await;
    nam.replies_to(&code, "Đã đưa vào kế hoạch năm 2027.").await;
    nam.presses("Gửi cử tri").await;
    let request = |author: &str| {
        let words = format!("câu trả lời của {author} chờ duyệt");
        mai.newest(|seen| seen.text.contains(&words)).message_id
    };
    let (of_mai, of_nam) = (request("Chị Mai"), request("Anh Nam"));
    hoa.presses_under(of_mai, "Duyệt");
    hoa.presses_under(of_mai, "Duyệt");
    hoa.presses_under(of_nam, "Duyệt");
    town.settle().await;
    assert_eq!(town.answers_that_are("delivered"), 1);
    let read = lan.reads();
    assert!(
        read.contains("tháng 12") && !read.contains("kế hoạch"),
        "{read}"
    );
}
