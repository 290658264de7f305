//! The office sorts what came in: one question after the other in one message, two clerks never the same.

use cutri::{
    domain::{
        ids::QuestionId,
        question::{Question, State},
    },
    emulator::{MemberChange, Send, Status},
};
use jiff::civil::date;

use crate::{
    people::{Group, Person},
    world::{TOWN, Town},
};

/// Matters that are not alike, one a question.
const MATTERS: [&str; 10] = [
    "Đường vào thôn ngập mỗi khi mưa to",
    "Trạm y tế thiếu thuốc huyết áp cho người già",
    "Trường mầm non thiếu giáo viên lớp ba tuổi",
    "Rác thải ở chợ hai tuần chưa ai thu gom",
    "Nước máy đục và yếu vào buổi tối",
    "Kênh thủy lợi bồi lắng, ruộng không có nước tưới",
    "Sổ đỏ nộp hồ sơ sáu tháng chưa được trả",
    "Nhà văn hóa xuống cấp, mái dột nhiều chỗ",
    "Thanh niên thất nghiệp cần lớp dạy nghề may",
    "Sóng điện thoại yếu, gọi hay bị rớt",
];

async fn clerks_town() -> Town {
    let council = TOWN.replace("triage = \"automatic\"", "triage = \"clerk\"");
    assert_ne!(council, TOWN);
    Town::with_council(&council).await
}

/// Urgent, and due in three working days from Monday.
fn is_due_at_once(question: &Question) -> bool {
    question.is_urgent && question.due_on == date(2026, 11, 26)
}

struct Cast {
    town: Town,
    office: Group,
    thu: Person,
    lan: Person,
    mai: Person,
}

async fn cast() -> Cast {
    let town = clerks_town().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    thu.forgets();
    mai.forgets();
    Cast {
        town,
        office,
        thu,
        lan,
        mai,
    }
}

/// Puts a question straight to its preview and sends it, in whatever category is proposed first.
async fn asks(person: &Person, text: &str) {
    person.says(text).await;
    person.insists().await;
    person.takes_the_first_field().await;
    person.presses("Gửi").await;
}

async fn twenty_wait(town: &Town) -> Vec<Person> {
    let mut people = Vec::new();
    for (name, place) in [("Lan", "Phường Đồng Văn"), ("Bình", "Phường Hòa Mạc")] {
        let person = town.resident(name, place).await;
        for matter in MATTERS {
            asks(&person, matter).await;
        }
        people.push(person);
    }
    assert_eq!(town.questions_that_are("received"), 20);
    people
}

#[tokio::test]
async fn twenty_questions_take_one_tap_each_in_one_message() {
    let town = clerks_town().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    for body in ["to-1", "to-2", "to-3", "cong-an"] {
        town.group_of(body).await;
    }
    let _people = twenty_wait(&town).await;
    thu.forgets();
    thu.says("/phanloai").await;
    insta::assert_snapshot!("first_of_twenty", thu.reads());
    let messages = thu.screen().len();
    for _ in 0..20 {
        thu.presses("Chuyển").await;
    }
    assert_eq!(thu.screen().len(), messages, "all in the same message");
    insta::assert_snapshot!("after_twenty", thu.reads());
    assert_eq!(town.questions_that_are("forwarded"), 20);
    assert_eq!(town.events_by_somebody("question_forwarded"), 20);
}

#[tokio::test]
async fn one_counter_is_pinned_and_edited_in_place() {
    let Cast { town, thu, lan, .. } = cast().await;
    asks(&lan, MATTERS[0]).await;
    insta::assert_snapshot!("counter_and_notice", thu.reads());
    let counters = |thu: &Person| {
        let screen = thu.screen();
        let counters = screen.iter().filter(|text| text.contains("Chờ phân loại:"));
        counters.count()
    };
    asks(&lan, MATTERS[1]).await;
    town.passes(15).await;
    assert!(thu.reads().contains("(đã sửa) 📥 Chờ phân loại: 2"));
    assert_eq!(counters(&thu), 1);
    // Five minutes later the office has not been disturbed again; after ten it hears of the second one.
    town.passes(300).await;
    assert!(!thu.reads().contains("mới chờ phân loại"));
    town.passes(300).await;
    assert!(thu.reads().contains("Có 1 câu hỏi mới"));
    town.passes(3 * 86_400).await;
    insta::assert_snapshot!("counter_overdue", thu.reads());
    let pins = town.world().calls(0);
    let pins = pins.iter().filter(|call| call.method == "pinChatMessage");
    assert_eq!(pins.count(), 1, "pinned once, quietly");
}

#[tokio::test]
async fn at_night_the_office_hears_nothing() {
    let Cast { town, thu, lan, .. } = cast().await;
    town.passes(15 * 3_600).await;
    asks(&lan, MATTERS[0]).await;
    assert_eq!(thu.reads(), "", "23:00 is quiet");
    town.passes(8 * 3_600).await;
    let morning = thu.reads();
    assert!(morning.contains("Có 1 câu hỏi mới"), "{morning}");
    assert!(morning.contains("Chờ phân loại: 1"), "{morning}");
}

#[tokio::test]
async fn without_the_right_to_pin_the_office_is_told_once_what_to_grant() {
    let Cast {
        town,
        office,
        thu,
        lan,
        ..
    } = cast().await;
    let becomes = |rights: &[&str]| {
        let change = MemberChange {
            chat_id: office.id,
            user_id: town.world().bot_id(),
            status: Status::Administrator,
            actor_id: None,
            rights: Some(rights.iter().map(ToString::to_string).collect()),
        };
        town.world().set_member(&change).unwrap();
    };
    becomes(&["can_delete_messages"]);
    town.settle().await;
    asks(&lan, MATTERS[0]).await;
    asks(&lan, MATTERS[1]).await;
    town.passes(60).await;
    asks(&lan, MATTERS[2]).await;
    town.passes(60).await;
    let read = thu.reads();
    assert_eq!(read.matches("Ghim tin nhắn").count(), 1, "{read}");
    assert_eq!(town.broken_links(), 0);
    becomes(&["can_pin_messages"]);
    town.settle().await;
    assert_eq!(town.pinned_counters(), 1);
}

#[tokio::test]
async fn two_clerks_get_two_questions_and_never_decide_twice() {
    let Cast {
        town,
        office,
        thu,
        lan,
        mai,
    } = cast().await;
    let hoa = office.member("Anh Hòa");
    for matter in &MATTERS[..3] {
        asks(&lan, matter).await;
    }
    thu.says("/phanloai").await;
    let first = thu.newest(|seen| seen.text.contains("Đề xuất"));
    hoa.says("/phanloai").await;
    let second = hoa.newest(|seen| seen.text.contains("Đề xuất"));
    assert!(first.text.contains(MATTERS[0]), "{}", first.text);
    assert!(second.text.contains(MATTERS[1]), "{}", second.text);
    // Hòa presses on what Thu has on the screen.
    let press = hoa.presses_under(first.message_id, "Chuyển");
    town.settle().await;
    let flashed = hoa.flashed(&press);
    assert!(flashed.contains("Cô Thu đang xem câu này"), "{flashed}");
    // Both press in the same instant, each their own.
    thu.presses_under(first.message_id, "Chuyển");
    hoa.presses_under(second.message_id, "Chuyển");
    town.settle().await;
    assert_eq!(town.questions_that_are("forwarded"), 2);
    // A hold ends: whoever was called away holds nobody up.
    town.passes(301).await;
    let third = hoa.newest(|seen| seen.from_bot && seen.text.contains(MATTERS[2]));
    let press = hoa.presses_under(third.message_id, "Chuyển");
    town.settle().await;
    assert!(!hoa.flashed(&press).contains("đang xem"));
    assert_eq!(town.questions_that_are("forwarded"), 3);
    assert!(mai.reads().contains(MATTERS[2]));
}

#[tokio::test]
async fn the_same_button_pressed_by_two_forwards_once_and_says_who_did() {
    let Cast {
        town,
        office,
        thu,
        lan,
        ..
    } = cast().await;
    let hoa = office.member("Anh Hòa");
    asks(&lan, MATTERS[0]).await;
    let notice = thu.newest(|seen| seen.text.contains("Đề xuất"));
    thu.presses_under(notice.message_id, "Chuyển");
    let late = hoa.presses_under(notice.message_id, "Chuyển");
    town.settle().await;
    let flashed = hoa.flashed(&late);
    assert!(
        flashed.contains("đã do Cô Thu xử lý lúc 08:00"),
        "{flashed}"
    );
    assert_eq!(town.events("question_forwarded"), 1);
}

#[tokio::test]
async fn corrections_propose_the_body_anew_are_recorded_and_teach() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    asks(&lan, MATTERS[0]).await;
    thu.forgets();
    thu.says("/phanloai").await;
    thu.presses("Sửa").await;
    insta::assert_snapshot!("corrections", thu.reads());
    thu.presses("Loại:").await;
    thu.presses("phản ánh").await;
    thu.presses("Sửa").await;
    thu.presses("Cấp thẩm quyền").await;
    thu.presses("xã, phường").await;
    thu.presses("Sửa").await;
    thu.presses("Lĩnh vực:").await;
    insta::assert_snapshot!("categories", thu.reads());
    thu.chooses("An ninh").await;
    let routed = thu.reads();
    assert!(routed.contains("theo ngoại lệ số"), "{routed}");
    thu.presses("Sửa").await;
    thu.presses("Nơi:").await;
    thu.presses("Quay lại").await;
    thu.presses("Nơi:").await;
    thu.presses("Phường Hòa Mạc").await;
    thu.presses("Cả Phường Hòa Mạc").await;
    thu.presses("Sửa").await;
    thu.presses("Nơi xử lý").await;
    thu.presses("Tổ đại biểu số 1").await;
    insta::assert_snapshot!("corrected", thu.reads());
    thu.presses("Chuyển").await;
    assert!(mai.reads().contains("Phường Hòa Mạc"));
    assert_eq!(town.events("question_corrected"), 5);
    let books = town.books();
    let is_of_the_field = |line: &&str| {
        line.contains("\"before\":\"transport\"") && line.contains("\"after\":\"security\"")
    };
    assert_eq!(books.lines().filter(is_of_the_field).count(), 1);
    assert_eq!(town.keeps("category_correction"), 1);
    assert!(lan.reads().contains("An ninh"));
}

#[tokio::test]
async fn what_clerks_correct_is_learned_and_survives_a_restart() {
    let Cast { town, thu, .. } = cast().await;
    let odd = "Dòng sông chảy qua đây cần được quan tâm hơn nữa";
    let first_choice = async |name: &str| {
        let person = town.resident(name, "Phường Đồng Văn").await;
        person.says(odd).await;
        let asked = person.newest(|seen| !seen.buttons.is_empty());
        // Where the words leave no doubt it stands in the preview.
        let all: Vec<&String> = asked
            .buttons
            .iter()
            .flatten()
            .map(|one| &one.text)
            .collect();
        let chosen = all.iter().find(|text| text.starts_with('✓'));
        chosen.unwrap_or(&all[0]).replace("✓ ", "")
    };
    let before = first_choice("Hà").await;
    assert!(!before.contains("Văn hóa"), "{before}");
    for name in ["An", "Bảo", "Chi"] {
        let person = town.resident(name, "Phường Đồng Văn").await;
        asks(&person, odd).await;
        thu.says("/phanloai").await;
        thu.presses("Sửa").await;
        thu.presses("Lĩnh vực:").await;
        thu.chooses("Văn hóa").await;
        thu.presses("Chuyển").await;
        town.passes(1).await;
    }
    let after = first_choice("Dũng").await;
    assert!(after.contains("Văn hóa"), "{before} → {after}");
    town.restart().await;
    let later = first_choice("Giang").await;
    assert_eq!(later, after);
}

#[tokio::test]
async fn merged_questions_go_on_under_one_code_and_everybody_is_told() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    let binh = town.resident("Bình", "Phường Đồng Văn").await;
    asks(
        &lan,
        "Đường vào thôn Đào ngập mỗi khi mưa to, đi lại rất khổ",
    )
    .await;
    asks(&binh, "Mưa là đường thôn Đào ngập, đi lại khó khăn lắm").await;
    thu.says("/phanloai").await;
    thu.presses("Chuyển").await;
    lan.forgets();
    binh.forgets();
    mai.forgets();
    thu.forgets();
    thu.presses("Thêm").await;
    thu.presses("Gộp").await;
    insta::assert_snapshot!("merge_offer", thu.reads());
    thu.presses("Gộp vào DT-0001B").await;
    insta::assert_snapshot!("merge_ask", thu.reads());
    thu.presses("Gộp vào DT-0001B").await;
    insta::assert_snapshot!("merged_for_the_author", binh.reads());
    insta::assert_snapshot!("merged_under_the_card", mai.reads());
    mai.replies_to("DT-0001B", "Khởi công trong tháng 12.")
        .await;
    mai.presses("Gửi cử tri").await;
    assert!(
        binh.reads().contains("Khởi công"),
        "the merged author gets the answer"
    );
    let into = QuestionId(1);
    assert_eq!(
        town.questions_where(|question| question.state == State::Merged { into }),
        1
    );
}

#[tokio::test]
async fn a_question_is_not_merged_into_itself_or_by_a_forged_button() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    asks(&lan, MATTERS[0]).await;
    let flashed = thu.forges("t/mn:1:1").await;
    assert!(flashed.contains("Chỉ gộp được"), "{flashed}");
    thu.forges("t/mn:1:99").await;
    thu.forges("t/ct:1:nonsense").await;
    thu.forges("t/bo:1:nobody").await;
    thu.forges("t/cf:99:1").await;
    thu.forges("t/cf:1:999").await;
    thu.forges("t/sn:1:1").await;
    for data in ["t/cf:1:1", "t/bo:1:to-1", "t/mn:1:1", "t/rn:1"] {
        let flashed = mai.forges(data).await;
        assert!(!flashed.is_empty(), "{data}");
        lan.forges(data).await;
    }
    let question = town.only_question();
    assert_eq!((question.state, question.version), (State::Received, 1));
}

#[tokio::test]
async fn a_letter_is_split_into_questions_with_receipts_of_their_own() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    lan.says("1. Đường vào thôn ngập mỗi khi mưa\n2. Trạm y tế thiếu thuốc huyết áp\n3. Trường mầm non thiếu giáo viên")
        .await;
    lan.presses("Để chung").await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    lan.forgets();
    thu.says("/phanloai").await;
    thu.forgets();
    thu.presses("Thêm").await;
    thu.presses("Tách").await;
    insta::assert_snapshot!("split_offer", thu.reads());
    thu.presses("Tự chia").await;
    thu.replies_to("các phần", "chỉ một phần thôi").await;
    assert!(thu.reads().contains("Chưa chia được"));
    thu.presses("Tự chia").await;
    thu.replies_to(
        "các phần",
        "Đường vào thôn ngập mỗi khi mưa\nTrạm y tế thiếu thuốc huyết áp cho người già",
    )
    .await;
    thu.presses("Tách thành 2").await;
    insta::assert_snapshot!("split_for_the_author", lan.reads());
    thu.presses("Chuyển").await;
    thu.presses("Chuyển").await;
    let cards = mai.reads();
    assert!(
        cards.contains("Trạm y tế") && cards.contains("Đường vào thôn"),
        "{cards}"
    );
    assert_eq!(town.questions_of(&lan), 2);
    assert_eq!(town.split_off("DT-0001B"), ["health"]);
    assert_eq!(town.keeps("revision"), 1, "the words before are kept");
}

#[tokio::test]
async fn linked_questions_show_each_other_on_their_cards() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    asks(&lan, MATTERS[0]).await;
    asks(&lan, MATTERS[4]).await;
    thu.says("/phanloai").await;
    thu.presses("Chuyển").await;
    mai.forgets();
    thu.presses("Thêm").await;
    thu.presses("Liên kết").await;
    thu.presses("Gõ mã").await;
    thu.replies_to("có liên quan tới", "dt 9999").await;
    thu.presses("Thêm").await;
    thu.presses("Liên kết").await;
    thu.presses("Gõ mã").await;
    thu.replies_to("có liên quan tới", "dt0001b").await;
    assert!(mai.reads().contains("Liên quan: DT-0002C"));
    thu.presses("Chuyển").await;
    assert!(mai.reads().contains("Liên quan: DT-0001B"));
    assert_eq!(town.keeps("question_relation"), 1);
}

#[tokio::test]
async fn where_triage_is_automatic_the_office_corrects_afterwards() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let binh = town.group_of("to-2").await.member("Anh Bình");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let code = lan.asks(MATTERS[0], "Giao thông").await;
    thu.forgets();
    mai.forgets();
    binh.forgets();
    lan.forgets();
    thu.says(&format!("/cauhoi {code}")).await;
    insta::assert_snapshot!("office_view", thu.reads());
    thu.presses("Sửa").await;
    thu.presses("Nơi xử lý").await;
    thu.presses("Tổ đại biểu số 2").await;
    assert!(binh.reads().contains(MATTERS[0]));
    insta::assert_snapshot!("left_card", mai.reads());
    insta::assert_snapshot!("moved_for_the_author", lan.reads());
    assert!(thu.reads().contains("chuyển sang Tổ đại biểu số 2"));
    // The old card's button is too late; the new group claims.
    let flashed = mai.forges("cl:1").await;
    assert!(flashed.contains("Tổ đại biểu số 2"), "{flashed}");
    binh.presses("Nhận").await;
    assert_eq!(
        town.questions_where(|question| {
            question.body.as_str() == "to-2" && question.claimed.is_some()
        }),
        1
    );
}

#[tokio::test]
async fn an_urgent_question_is_due_sooner_and_everybody_knows() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    asks(&lan, MATTERS[0]).await;
    lan.forgets();
    thu.says("/phanloai").await;
    thu.presses("Sửa").await;
    thu.presses("Đánh dấu khẩn").await;
    insta::assert_snapshot!("urgent_for_the_author", lan.reads());
    thu.presses("Chuyển").await;
    let card = mai.reads();
    assert!(card.contains("🔴 KHẨN"), "{card}");
    assert_eq!(town.questions_where(is_due_at_once), 1);
    thu.says("/phanloai DT-0001B").await;
    thu.presses("Sửa").await;
    thu.presses("Bỏ dấu khẩn").await;
    assert_eq!(
        town.questions_where(|question| {
            !question.is_urgent && question.due_on > date(2026, 12, 20)
        }),
        1
    );
    assert!(!mai.reads().contains("KHẨN"));
}

#[tokio::test]
async fn words_that_may_tell_of_danger_are_urgent_from_the_start() {
    let town = Town::start().await;
    let mai = town.group_of("to-1").await.member("Chị Mai");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    mai.forgets();
    lan.says("Cứu với, nhà hàng xóm đang cháy to lắm, có người mắc kẹt bên trong")
        .await;
    lan.insists().await;
    lan.chooses("Giao thông").await;
    let promised = |seen: String| {
        let mut lines = seen.lines();
        let line = lines.find(|line| line.contains("Hạn trả lời")).unwrap();
        line.rsplit_once(": ").unwrap().1.to_owned()
    };
    let preview = promised(lan.reads());
    lan.forgets();
    lan.presses("Gửi").await;
    assert!(mai.reads().contains("🔴 KHẨN"));
    let receipt = lan.reads();
    assert!(receipt.contains("coi là khẩn"));
    assert_eq!(promised(receipt), preview, "what the preview promised");
}

#[tokio::test]
async fn an_urgent_question_keeps_its_short_clock_wherever_it_goes() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    let binh = town.group_of("to-2").await.member("Anh Bình");
    asks(&lan, MATTERS[0]).await;
    thu.says("/phanloai").await;
    thu.presses("Sửa").await;
    thu.presses("Đánh dấu khẩn").await;
    thu.presses("Chuyển").await;
    let due_now = || town.questions_where(is_due_at_once);
    assert_eq!(due_now(), 1);
    mai.presses("Chuyển").await;
    mai.presses("Tổ đại biểu số 2").await;
    mai.replies_to("lý do chuyển", "Đoạn đường này thuộc tổ 2.")
        .await;
    assert_eq!(due_now(), 1, "a transfer does not lengthen it");
    binh.replies_to("DT-0001B", "UBND phường đã nạo vét cống ngày 20/11.")
        .await;
    binh.presses("Gửi cử tri").await;
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Mưa hôm qua đường lại ngập như cũ.").await;
    assert_eq!(town.questions_where(|question| question.reopened == 1), 1);
    assert_eq!(
        due_now(),
        1,
        "opened again on the same day: as short as before"
    );
}

#[tokio::test]
async fn a_long_text_with_files_is_read_whole_on_demand() {
    let Cast { thu, lan, .. } = cast().await;
    let words: Vec<String> = (0..700).map(|number| format!("ngập{number}")).collect();
    let text: String = words.join(" ").chars().take(4_000).collect();
    lan.says(&text).await;
    lan.insists().await;
    let photo = serde_json::json!({ "photo": {} });
    lan.sends(serde_json::from_value::<Send>(photo).unwrap())
        .await;
    lan.chooses("Giao thông").await;
    lan.presses("Gửi").await;
    thu.says("/phanloai").await;
    assert!(!thu.screen().join(" ").contains("ngập600"));
    thu.presses("Đọc hết").await;
    let screen = thu.screen().join(" ");
    for word in text.split(' ') {
        assert!(screen.contains(word), "{word} is missing");
    }
}

#[tokio::test]
async fn the_routes_can_be_tried_before_anything_is_sent() {
    let Cast { town, thu, lan, .. } = cast().await;
    thu.says("/phanloai thu an ninh Hòa Mạc").await;
    thu.says("/triage try transport dong-van").await;
    thu.says("/phanloai thu gì đó").await;
    insta::assert_snapshot!("routes_by_command", thu.reads());
    asks(&lan, MATTERS[0]).await;
    thu.forgets();
    thu.says("/phanloai").await;
    thu.presses("Thêm").await;
    thu.presses("Thử đường chuyển").await;
    insta::assert_snapshot!("routes_of_a_question", thu.reads());
    assert_eq!(town.questions_where(|question| question.version > 1), 0);
}

#[tokio::test]
async fn only_the_office_sorts_and_a_clerk_may_do_so_in_private() {
    let Cast {
        town,
        thu,
        lan,
        mai,
        ..
    } = cast().await;
    asks(&lan, MATTERS[0]).await;
    mai.says("/phanloai").await;
    assert!(mai.reads().contains("dành cho văn phòng"));
    lan.forgets();
    lan.says("/phanloai").await;
    assert!(lan.reads().contains("dành cho văn phòng"));
    let alone = Person::new(town.clone(), thu.id, thu.id);
    alone.says("/phanloai").await;
    assert!(
        alone.reads().contains("dành cho văn phòng"),
        "not on duty yet"
    );
    thu.says("/phanloai").await;
    alone.says("/phanloai").await;
    let view = alone.reads();
    assert!(view.contains(MATTERS[0]), "{view}");
    alone.presses("Chuyển").await;
    assert!(mai.reads().contains(MATTERS[0]));
}

#[tokio::test]
async fn what_is_left_for_later_comes_again_and_a_withdrawn_one_leaves_the_queue() {
    let Cast { town, thu, lan, .. } = cast().await;
    asks(&lan, MATTERS[0]).await;
    asks(&lan, MATTERS[1]).await;
    thu.says("/phanloai").await;
    let shown = || thu.newest(|seen| seen.text.contains("Đề xuất")).text;
    assert!(shown().contains(MATTERS[0]));
    thu.presses("Để sau").await;
    assert!(shown().contains(MATTERS[1]));
    thu.presses("Để sau").await;
    assert!(shown().contains(MATTERS[0]));
    lan.says("/cuatoi DT-0001B").await;
    lan.presses("Rút lại").await;
    lan.presses("Rút").await;
    let before = town.questions_that_are("withdrawn");
    thu.presses("Chuyển").await;
    assert_eq!(before, 1);
    assert!(shown().contains(MATTERS[1]));
    town.passes(15).await;
    assert!(
        thu.screen()
            .iter()
            .any(|text| text.contains("Chờ phân loại: 1"))
    );
}

#[tokio::test]
async fn insults_and_accusations_by_name_wait_for_a_clerks_look_and_their_author_is_told() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let thu = office.member("Cô Thu");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    mai.forgets();
    for (words, told) in [
        (
            "Đường vào thôn ngập, bọn ngu ở xã bao giờ mới sửa",
            "từ ngữ nặng nề",
        ),
        (
            "Đường làm ẩu vì ông Nguyễn Văn Tám rút ruột công trình, đề nghị sửa",
            "đích danh",
        ),
    ] {
        lan.forgets();
        lan.asks(words, "Giao thông").await;
        let read = lan.reads();
        assert!(read.contains(told), "{read}");
    }
    assert_eq!(mai.reads(), "", "the delegation reads nothing yet");
    thu.forgets();
    thu.says("/phanloai").await;
    let read = thu.reads();
    assert!(read.contains("từ ngữ nặng nề"), "{read}");
    thu.presses("Chuyển: ").await;
    assert!(mai.reads().contains("Đường vào thôn ngập"));
}

#[tokio::test]
async fn whoever_writes_every_day_gets_one_answer_for_all_of_it() {
    let town =
        Town::with_council(&TOWN.replace("triage = \"automatic\"", "triage = \"clerk\"")).await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for words in [
        "Đường vào thôn ngập mỗi khi mưa",
        "Đèn đường ngõ 3 hỏng cả tháng nay",
        "Rác đầu ngõ không ai dọn",
        "Nước máy đục cả tuần",
    ] {
        lan.says(words).await;
        lan.insists().await;
        lan.takes_the_first_field().await;
        lan.presses("Gửi").await;
    }
    thu.forgets();
    thu.says("/phanloai").await;
    let read = thu.reads();
    assert!(read.contains("còn 3 câu chưa ai nhận"), "{read}");
    lan.forgets();
    thu.presses("Gộp 3 câu").await;
    thu.presses("Gộp tất cả").await;
    assert!(thu.reads().contains("Đã gộp 3 câu"));
    assert_eq!(town.events("question_merged"), 3);
    assert!(lan.reads().contains("DT-0001"));
}
