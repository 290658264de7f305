//! Nothing is public before somebody has looked; what they decide, and who hears of it.

use crate::{
    people::{Group, Person},
    world::{TOWN, Town},
};

const ROAD: &str = "Đường vào thôn ngập mỗi khi mưa. Nhà tôi ở sau quán Ốc Hương, gọi 0912345678. Đề nghị sửa cống.";

struct Scene {
    town: Town,
    office: Group,
    mai: Person,
    lan: Person,
    hung: Person,
}

async fn scene() -> Scene {
    scene_with(TOWN).await
}

async fn scene_with(council: &str) -> Scene {
    let town = Town::with_council(council).await;
    let office = town.group_of("office").await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    Scene {
        town,
        office,
        mai,
        lan,
        hung,
    }
}

impl Scene {
    async fn answered(&self) -> String {
        self.answered_by_message().await.0
    }

    /// The question's code, and the message that answers it.
    async fn answered_by_message(&self) -> (String, i64) {
        let code = self.lan.asks(ROAD, "Giao thông").await;
        let reply = self
            .mai
            .replies_to(&code, "Phường đã nạo vét cống ngày 20/11.")
            .await;
        self.mai.presses("Gửi cử tri").await;
        self.mai.forgets();
        (code, reply)
    }
}

async fn finds(person: &Person, words: &str) -> String {
    person.forgets();
    person.says(&format!("/tracuu {words}")).await;
    person.reads()
}

#[tokio::test]
async fn an_answer_is_public_once_a_clerk_has_looked_and_tapped() {
    let scene = scene().await;
    let code = scene.answered().await;
    assert!(
        finds(&scene.hung, "cống")
            .await
            .contains("Chưa có câu trả lời")
    );
    scene.hung.says(&format!("/start p_{code}")).await;
    assert!(
        scene
            .hung
            .reads()
            .contains("Không có câu trả lời công bố nào")
    );
    let thu = scene.office.member("Cô Thu");
    thu.forgets();
    thu.says("/congbo").await;
    insta::assert_snapshot!("queue", thu.reads());
    thu.presses("🌐 Công bố").await;
    insta::assert_snapshot!("queue_after", thu.reads());
    assert!(finds(&scene.hung, "cống").await.contains("nạo vét"));
    assert_eq!(scene.town.events("answer_published"), 1);
    scene.lan.forgets();
    scene.lan.says(&format!("/cuatoi {code}")).await;
    assert!(scene.lan.reads().contains("được công bố"));
}

#[tokio::test]
async fn whoever_looks_covers_sentences_by_tap_and_words_by_typing() {
    let scene = scene().await;
    let code = scene.answered().await;
    let thu = scene.office.member("Cô Thu");
    thu.says("/congbo").await;
    thu.presses("Che thêm").await;
    thu.forgets();
    thu.presses("👁 2").await;
    insta::assert_snapshot!("covered_by_tap", thu.reads());
    thu.presses("Xong").await;
    assert!(!thu.reads().contains("quán Ốc Hương"));
    thu.presses("Che thêm").await;
    thu.presses("🙈 2").await;
    thu.presses("Gõ chữ cần che").await;
    thu.replies_to("gõ đúng những chữ", "quán ốc hương\nkhông có")
        .await;
    let read = thu.reads();
    assert!(
        read.contains("sau […]") && read.contains("Không thấy"),
        "{read}"
    );
    thu.presses("🌐 Công bố").await;
    let found = finds(&scene.hung, "cống").await;
    assert!(
        found.contains("sau […]") && !found.contains("Hương"),
        "{found}"
    );
    for hidden in ["hương", "ốc", "0912345678"] {
        let found = finds(&scene.hung, hidden).await;
        assert!(found.contains("Chưa có câu trả lời"), "{hidden}: {found}");
    }
    assert_eq!(code.len(), 8);
}

#[tokio::test]
async fn an_answer_can_be_kept_back_with_a_reason_and_taken_back_later() {
    let scene = scene().await;
    let code = scene.answered().await;
    let thu = scene.office.member("Cô Thu");
    thu.says("/congbo").await;
    thu.presses("Không công bố").await;
    thu.presses("Việc riêng tư").await;
    assert!(thu.reads().contains("Việc riêng tư"));
    assert!(
        finds(&scene.hung, "cống")
            .await
            .contains("Chưa có câu trả lời")
    );
    thu.says(&format!("/congbo {code}")).await;
    thu.presses("🌐 Công bố").await;
    assert!(finds(&scene.hung, "cống").await.contains("nạo vét"));
    thu.says(&format!("/congbo {code}")).await;
    thu.presses("Gỡ khỏi công khai").await;
    assert!(
        finds(&scene.hung, "cống")
            .await
            .contains("Chưa có câu trả lời")
    );
    for event in [
        "answer_kept_back",
        "answer_published",
        "publication_taken_back",
    ] {
        assert_eq!(scene.town.events(event), 1, "{event}");
    }
}

#[tokio::test]
async fn nobody_publishes_without_the_right_whatever_they_press() {
    let scene = scene().await;
    let code = scene.answered().await;
    scene.hung.says(&format!("/congbo {code}")).await;
    assert!(scene.hung.reads().contains("do văn phòng"));
    scene.mai.says(&format!("/congbo {code}")).await;
    assert!(scene.mai.reads().contains("do văn phòng"));
    for person in [&scene.hung, &scene.mai] {
        for data in [
            "b/pu:1:1",
            "b/kb:1:1:private",
            "b/tg:1:1:1",
            "b/bg",
            "b/sh:1",
            "b/tw:1",
        ] {
            person.forges(data).await;
        }
    }
    assert!(!scene.hung.screen().join("\n").contains("quán Ốc"));
    assert_eq!(scene.town.events("answer_published"), 0);
    assert_eq!(scene.town.keeps("public_text"), 0);
}

#[tokio::test]
async fn what_is_on_the_screen_is_what_becomes_public() {
    let scene = scene().await;
    let code = scene.answered().await;
    let thu = scene.office.member("Cô Thu");
    let hoa = scene.office.member("Cô Hoa");
    thu.says("/congbo").await;
    let old = thu
        .newest(|seen| seen.text.contains("Chờ công bố"))
        .message_id;
    hoa.says(&format!("/congbo {code}")).await;
    hoa.presses("Che thêm").await;
    hoa.presses("👁 2").await;
    let press = thu.presses_under(old, "🌐 Công bố");
    scene.town.settle().await;
    assert!(thu.flashed(&press).contains("vừa thay đổi"));
    assert_eq!(scene.town.keeps("public_text"), 0);
}

#[tokio::test]
async fn where_the_head_looks_the_office_does_not() {
    let council = TOWN.replace("publish = \"clerk\"", "publish = \"head\"");
    assert_ne!(council, TOWN);
    let scene = scene_with(&council).await;
    let code = scene.answered().await;
    let thu = scene.office.member("Cô Thu");
    thu.forgets();
    thu.says("/congbo").await;
    assert!(thu.reads().contains("do văn phòng (hoặc tổ trưởng"));
    let head = scene
        .town
        .resident("Ông Tổ trưởng", "Phường Đồng Văn")
        .await;
    scene.town.makes_head(&head, "to-1", "Ông Tổ trưởng");
    head.says(&format!("/congbo {code}")).await;
    head.presses("🌐 Công bố").await;
    assert!(finds(&scene.hung, "cống").await.contains("nạo vét"));
}

#[tokio::test]
async fn whoever_follows_hears_of_corrections_and_of_new_answers_and_may_stop() {
    let scene = scene().await;
    let (code, reply) = scene.answered_by_message().await;
    scene.town.publishes(&code).await;
    let stranger = scene.town.stranger("Bình");
    stranger.says(&format!("/start p_{code}")).await;
    stranger.presses("Theo dõi").await;
    assert_eq!(
        scene.town.keeps("public_follower"),
        0,
        "nothing is kept before consent"
    );
    stranger.presses("Đồng ý").await;
    stranger.presses("Phường Đồng Văn").await;
    assert_eq!(scene.town.keeps("public_follower"), 1);
    stranger.forgets();
    scene
        .mai
        .edits(reply, "Phường đã nạo vét cống ngày 21/11.")
        .await;
    scene.mai.presses("Gửi đính chính").await;
    assert_eq!(stranger.reads(), "", "nobody has looked at it yet");
    assert!(
        finds(&scene.hung, "cống")
            .await
            .contains("Chưa có câu trả lời")
    );
    scene.town.publishes(&code).await;
    insta::assert_snapshot!("corrected_for_a_follower", stranger.reads());
    scene.lan.presses("Chưa thỏa đáng").await;
    scene.lan.says("Cống vẫn tắc, nước vẫn vào nhà").await;
    insta::assert_snapshot!("reopened_for_a_follower", stranger.reads());
    scene
        .mai
        .replies_to(&code, "Đã thay cống mới ngày 30/11.")
        .await;
    scene.mai.presses("Gửi cử tri").await;
    scene.town.publishes(&code).await;
    let read = stranger.reads();
    assert!(
        read.contains("câu trả lời mới") && read.contains("thay cống"),
        "{read}"
    );
    stranger.presses("Thôi theo dõi").await;
    assert_eq!(scene.town.keeps("public_follower"), 0);
}

#[tokio::test]
async fn published_answers_are_browsed_by_field() {
    let scene = scene().await;
    let code = scene.answered().await;
    scene.town.publishes(&code).await;
    scene.hung.forgets();
    scene.hung.says("/tracuu").await;
    scene.hung.presses("Giao thông").await;
    insta::assert_snapshot!("browsed", scene.hung.reads());
    scene.hung.presses("Các lĩnh vực").await;
    scene.hung.presses("Đất đai").await;
    assert!(
        scene
            .hung
            .reads()
            .contains("Chưa có câu trả lời nào được công bố")
    );
    scene
        .hung
        .says(&format!("/tracuu {}", code.to_lowercase()))
        .await;
    let read = scene.hung.reads();
    assert!(read.contains("Câu trả lời đã công bố"), "{read}");
}

#[tokio::test]
async fn an_unpublished_answer_is_not_offered_to_whoever_asks_the_same() {
    let scene = scene().await;
    let code = scene.answered().await;
    scene.hung.says(ROAD).await;
    scene.hung.chooses("Giao thông").await;
    let read = scene.hung.reads();
    assert!(!read.contains("Đọc trả lời"), "{read}");
    scene.hung.forges("ra:2:1").await;
    assert!(!scene.hung.screen().join("\n").contains("nạo vét"));
    assert!(code.starts_with("DT-"));
}

#[tokio::test]
async fn whoever_looks_reads_in_the_morning_how_many_answers_wait() {
    const DAY: i64 = 86_400;
    for (council, office_looks) in [
        (TOWN.to_owned(), true),
        (
            TOWN.replace("publish = \"clerk\"", "publish = \"head\""),
            false,
        ),
    ] {
        let scene = scene_with(&council).await;
        let thu = scene.office.member("Cô Thu");
        let code = scene.answered().await;
        scene.town.passes(DAY).await;
        let line = "chờ xem trước khi công khai: 1";
        assert_eq!(thu.screen().join("\n").contains(line), office_looks);
        assert_eq!(scene.mai.screen().join("\n").contains(line), !office_looks);
        scene.town.publishes(&code).await;
        thu.forgets();
        scene.mai.forgets();
        scene.town.passes(DAY).await;
        let read = thu.reads() + &scene.mai.reads();
        assert!(!read.contains("chờ xem trước"), "nothing waits: {read}");
    }
}

#[tokio::test]
async fn what_a_file_brings_is_published_like_all_else_and_nothing_is_left_of_it_when_it_is_taken_back()
 {
    use cutri::admin::import::{Mode, import, undo};

    let scene = scene().await;
    let town = &scene.town;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("so.csv");
    let heads = "Số kiến nghị;Nội dung kiến nghị;Cử tri (địa bàn);Lĩnh vực;Ngày tiếp nhận;Nội dung trả lời;Phân loại kết quả;Ngày trả lời";
    let row = "12/2025;Đường vào thôn hỏng nặng, nhà ông Hương ở sau quán;Phường Đồng Văn;Giao thông;05/03/2026;Đã lát gạch xong;Đã giải quyết xong;10/04/2026";
    std::fs::write(&file, format!("{heads}\n{row}\n")).unwrap();
    import(&file, Mode::TakeIn, &town.database()).unwrap();
    let code = town.newest_question().code.to_string();
    let thu = scene.office.member("Cô Thu");
    thu.says("/congbo").await;
    assert!(thu.reads().contains("lát gạch"), "it waits for a look");
    thu.presses("Che thêm").await;
    thu.presses("👁 1").await;
    thu.presses("Xong").await;
    thu.presses("🌐 Công bố").await;
    assert!(finds(&scene.hung, "gạch").await.contains("lát gạch"));
    scene.hung.says(&format!("/start p_{code}")).await;
    scene.hung.presses("Theo dõi").await;
    for table in [
        "public_text",
        "public_word",
        "publication",
        "public_follower",
    ] {
        assert_eq!(town.keeps(table), 1, "{table}");
    }

    undo(1, &town.database()).unwrap();
    assert_eq!(town.questions_that_are("withdrawn"), 1);
    for table in [
        "public_text",
        "public_word",
        "publication",
        "public_follower",
    ] {
        assert_eq!(town.keeps(table), 0, "{table}");
    }
    assert!(
        finds(&scene.hung, "gạch")
            .await
            .contains("Chưa có câu trả lời")
    );
    scene.hung.forgets();
    scene.hung.says(&format!("/start p_{code}")).await;
    assert!(!scene.hung.reads().contains("gạch"));
    thu.forgets();
    thu.says("/congbo").await;
    assert!(!thu.reads().contains(&code));
}
