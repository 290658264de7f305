//! The supervision board in the group of the standing body: pinned once, edited in place where something changed, put again
//! where it was deleted, without anybody's name.

use cutri::emulator::{ChatKind, MemberChange, Status};
use insta::assert_snapshot;

use crate::{
    people::{Group, Person},
    verbs::forged::Forged,
    world::{TOWN, Town, code},
};

const LATER: i64 = 10 * 60;
const DAY: i64 = 86_400;
const ROAD: &str = "Đường vào thôn ngập mỗi khi mưa";
const WASTE: &str = "Bãi rác đầu làng bốc mùi đã nửa năm";

/// Monday 08:00: a standing body without digests, a delegation, a resident.
async fn town() -> (Town, Group, Person, Person, Person) {
    let council = TOWN.replace(r#"days = ["mon", "tue", "wed", "thu", "fri"]"#, "days = []");
    let town = Town::with_council(&council).await;
    let group = town.group_of("thuong-truc").await;
    let standing = group.member("Chủ tịch");
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    standing.forgets();
    (town, group, standing, mai, lan)
}

/// The boards on the screen.
fn boards(person: &Person) -> Vec<String> {
    let screen = person.screen().into_iter();
    screen
        .filter(|text| text.contains("Bảng giám sát"))
        .collect()
}

fn calls(town: &Town, method: &str, chat: i64) -> usize {
    let calls = town.world().calls(0);
    let to_chat = calls
        .iter()
        .filter(|call| call.method == method && call.params["chat_id"] == chat);
    to_chat.count()
}

#[tokio::test]
async fn one_board_is_pinned_and_edited_in_place_where_something_changed() {
    let (town, group, standing, mai, lan) = town().await;
    town.passes(LATER).await;
    assert_eq!(boards(&standing).len(), 0, "there is nothing to supervise");
    lan.asks(ROAD, "Giao thông").await;
    assert_eq!(boards(&standing).len(), 0, "not at once");
    town.passes(LATER).await;
    assert_snapshot!("first", standing.reads());
    lan.asks(WASTE, "Môi trường").await;
    town.passes(LATER).await;
    let read = standing.reads();
    assert!(read.starts_with("(đã sửa) 🏛"), "{read}");
    assert!(read.contains("tất cả: 2"), "{read}");
    let edits = calls(&town, "editMessageText", group.id);
    // What changes nothing on it edits nothing: somebody comes in, an hour goes by, another day.
    town.resident("Trần Thị Hoa", "Phường Bạch Thượng").await;
    town.passes(LATER).await;
    town.passes(3_600).await;
    town.passes(DAY).await;
    assert_eq!(calls(&town, "editMessageText", group.id), edits);
    assert_eq!(boards(&standing).len(), 1);
    assert_eq!(calls(&town, "pinChatMessage", group.id), 1, "pinned once");
    assert_eq!(boards(&mai).len(), 0, "in no other group");
}

#[tokio::test]
async fn a_board_that_was_deleted_is_put_again_and_pinned() {
    let (town, group, standing, _, lan) = town().await;
    lan.asks(ROAD, "Giao thông").await;
    town.passes(LATER).await;
    town.world().clear(group.id);
    lan.asks(WASTE, "Môi trường").await;
    town.passes(LATER).await;
    assert_eq!(boards(&standing).len(), 1, "with the next change");
    assert_eq!(calls(&town, "pinChatMessage", group.id), 2);
    town.world().clear(group.id);
    standing.says("/thongke bảng").await;
    assert_eq!(
        boards(&standing).len(),
        2,
        "on demand: the answer, and the pinned one again"
    );
    assert_eq!(calls(&town, "pinChatMessage", group.id), 3);
    town.restart().await;
    town.passes(LATER).await;
    assert_eq!(boards(&standing).len(), 2);
}

#[tokio::test]
async fn everything_that_is_supervised_stands_on_it_and_nobodys_name() {
    let (town, _, standing, mai, lan) = town().await;
    lan.asks(
        "Nhà ông Trần Văn Bình ở ngõ 5, số 0912345678, bị ngập mỗi khi mưa",
        "Giao thông",
    )
    .await;
    mai.presses("Thêm việc").await;
    mai.presses("Lên cấp trên").await;
    mai.replies_to("số văn bản", "UBND tỉnh; 12/VP-HĐND; 20/11/2026")
        .await;
    lan.asks(WASTE, "Môi trường").await;
    lan.asks("Cầu qua mương đã gãy lan can", "Giao thông").await;
    lan.asks("Trường mầm non thiếu phòng học trầm trọng", "Giáo dục")
        .await;
    town.was_raised(&code(2), 2);
    town.is_due_on(&code(2), "2026-11-20");
    town.was_reopened(&code(3), 1);
    town.forges_question(&Forged {
        number: 90,
        text: "Đường liên xã xuống cấp",
        state: "answered",
        moved_at: Some(1_795_000_000),
        ..Forged::default()
    });
    town.was_asked_ahead_of(&code(90), "kh-3");
    town.passes(LATER).await;
    let board = standing.newest(|seen| seen.text.contains("tự cập nhật"));
    assert_snapshot!("board", board.text);
    for hidden in ["Lan", "Bình", "0912345678", "Mai"] {
        assert!(!board.text.contains(hidden), "{hidden}: {}", board.text);
    }
}

#[tokio::test]
async fn without_the_right_to_pin_the_group_is_told_once() {
    let (town, group, standing, _, lan) = town().await;
    let may = |rights: &[&str]| {
        let change = MemberChange {
            chat_id: group.id,
            user_id: town.world().bot_id(),
            status: Status::Administrator,
            actor_id: None,
            rights: Some(rights.iter().map(ToString::to_string).collect()),
        };
        town.world().set_member(&change).unwrap();
    };
    may(&["can_delete_messages"]);
    town.settle().await;
    lan.asks(ROAD, "Giao thông").await;
    town.passes(LATER).await;
    lan.asks(WASTE, "Môi trường").await;
    town.passes(LATER).await;
    let read = standing.reads();
    assert_eq!(read.matches("Ghim tin nhắn").count(), 1, "{read}");
    assert_eq!(boards(&standing).len(), 1, "it is there all the same");
    may(&["can_pin_messages"]);
    town.settle().await;
    assert_eq!(town.pinned_boards(), 1);
    assert_eq!(town.pinned_counters(), 0);
}

#[tokio::test]
async fn the_first_board_waits_for_the_morning() {
    let (town, _, standing, _, lan) = town().await;
    town.passes(14 * 3_600).await;
    lan.asks(ROAD, "Giao thông").await;
    town.passes(LATER).await;
    assert_eq!(standing.reads(), "", "22:10 is quiet");
    town.passes(9 * 3_600).await;
    assert_eq!(boards(&standing).len(), 1);
}

#[tokio::test]
async fn another_group_of_the_standing_body_gets_a_board_of_its_own() {
    let (town, group, _, _, lan) = town().await;
    lan.asks(ROAD, "Giao thông").await;
    town.passes(LATER).await;
    let other = town.group("Thường trực", ChatKind::Supergroup);
    let hanh = other.member("Bà Hạnh");
    let admin = town.admin_in(other.id);
    admin.says("/lienket thuong-truc").await;
    admin.presses("Đúng, đổi").await;
    town.passes(LATER).await;
    assert_eq!(boards(&hanh).len(), 1);
    assert_eq!(calls(&town, "pinChatMessage", other.id), 1);
    let edits = calls(&town, "editMessageText", group.id);
    lan.asks(WASTE, "Môi trường").await;
    town.passes(LATER).await;
    assert!(boards(&hanh)[0].contains("tất cả: 2"));
    assert_eq!(
        calls(&town, "editMessageText", group.id),
        edits,
        "the group before is left alone"
    );
}
