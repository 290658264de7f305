//! `/caidat`: what is kept, areas, name, phone, what one hears of, plain words.

use serde_json::json;

use crate::{people::Person, world::Town};

async fn gives_contact(person: &Person, phone: &str, owner: Option<i64>) {
    let mut contact = json!({ "phone_number": phone, "first_name": "Lan" });
    if let Some(owner) = owner {
        contact["user_id"] = json!(owner);
    }
    let send = json!({ "chat_id": person.chat, "user_id": person.id, "contact": contact });
    person.sends(serde_json::from_value(send).unwrap()).await;
}

#[tokio::test]
async fn the_profile_opens_with_one_tap_and_a_switch_is_another() {
    let town = Town::start().await;
    let lan = town.resident("Trần Thị Lan", "Phường Đồng Văn").await;
    lan.says("⚙️ Cài đặt").await;
    insta::assert_snapshot!("profile", lan.reads());
    let flashed = lan.presses("Hội nghị mới").await;
    assert_eq!(flashed, "Đã bật.");
    insta::assert_snapshot!("profile_switched", lan.reads());
    assert_eq!(town.keeps("meeting_follower"), 1);
}

#[tokio::test]
async fn the_profile_speaks_english_and_goes_back() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/settings").await;
    lan.presses("English").await;
    lan.forgets();
    lan.presses("Another area").await;
    lan.presses("Add an area").await;
    lan.presses("Moc Nam commune").await;
    lan.presses("Work").await;
    insta::assert_snapshot!("area_english", lan.reads());
    lan.presses("Back").await;
    lan.presses("Back").await;
    insta::assert_snapshot!("profile_english", lan.reads());
}

#[tokio::test]
async fn two_taps_on_a_switch_are_one() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses_without_waiting("Nhắc trước hội nghị");
    lan.presses_without_waiting("Nhắc trước hội nghị");
    town.settle().await;
    assert_eq!(town.mutes("reminders"), 1);
    assert!(lan.reads().contains("Nhắc trước hội nghị: đang tắt"));
}

#[tokio::test]
async fn whoever_works_elsewhere_sees_the_meetings_of_both_places() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Khu vực khác").await;
    lan.presses("Thêm khu vực").await;
    lan.says("phuong hoa mac").await;
    insta::assert_snapshot!("area_typed", lan.reads());
    lan.presses("Làm việc").await;
    lan.presses("Quay lại").await;
    insta::assert_snapshot!("areas", lan.reads());
    lan.says("/lich").await;
    let list = lan.reads();
    let dong_van = list.find("Nhà văn hóa phường Đồng Văn").unwrap();
    let hoa_mac = list.find("T4 02/12, 08:00 · Phường Hòa Mạc").unwrap();
    assert!(dong_van < hoa_mac && !list.contains("T5 03/12"), "{list}");
    lan.presses("Không cần").await;
    lan.presses("Trang sau").await;
    assert!(lan.reads().contains("T5 03/12"));
}

#[tokio::test]
async fn the_area_put_first_is_the_one_of_new_questions() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Khu vực khác").await;
    lan.presses("Thêm khu vực").await;
    lan.presses("Xã Mộc Nam").await;
    lan.presses("khu vực chính").await;
    lan.forgets();
    lan.says("Đường vào nhà văn hóa thôn hỏng nặng, đề nghị sửa")
        .await;
    lan.chooses("Giao thông").await;
    let preview = lan.reads();
    assert!(preview.contains("· Xã Mộc Nam"), "{preview}");
    lan.presses("Đổi khu vực").await;
    insta::assert_snapshot!("draft_areas", lan.reads());
    lan.presses("Phường Đồng Văn").await;
    lan.presses("Bỏ qua").await;
    assert!(lan.reads().contains("· Phường Đồng Văn"));
    lan.presses("Gửi").await;
    assert_eq!(town.questions_in("dong-van"), 1);
    assert_eq!(town.home_of(&lan).as_deref(), Some("moc-nam"));
}

#[tokio::test]
async fn an_area_goes_but_never_the_last_one() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Khu vực khác").await;
    lan.presses("Thêm khu vực").await;
    lan.presses("Xã Mộc Nam").await;
    lan.presses("Quay lại").await;
    lan.presses("Phường Đồng Văn").await;
    lan.presses("Bỏ khu vực này").await;
    assert_eq!(town.home_of(&lan).as_deref(), Some("moc-nam"));
    let flashed = lan.forges("s/z7:moc-nam").await;
    assert!(flashed.contains("ít nhất một khu vực"), "{flashed}");
    assert_eq!(town.keeps("resident_area"), 0);
}

#[tokio::test]
async fn ones_own_phone_is_kept_and_shown_in_part_only() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Cho số máy").await;
    insta::assert_snapshot!("phone_asked", lan.reads());
    gives_contact(&lan, "84912345123", Some(lan.id)).await;
    insta::assert_snapshot!("phone_kept", lan.reads());
    assert_eq!(town.phone_of(&lan).as_deref(), Some("+84912345123"));
    lan.asks("Đường vào nhà văn hóa hỏng nặng, đề nghị sửa", "Giao thông")
        .await;
    let seen = town.admin_in(group.id).screen().join("\n");
    assert!(
        seen.contains("hỏng nặng") && !seen.contains("5123"),
        "{seen}"
    );
    assert!(!town.books().contains("12345"));
    lan.says("/caidat").await;
    lan.presses("Xóa số máy").await;
    assert_eq!(town.phone_of(&lan), None);
    assert!(lan.reads().contains("Điện thoại: không có"));
}

#[tokio::test]
async fn somebody_elses_phone_garbage_and_a_typed_number_are_not_kept() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.resident("Mai", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Cho số máy").await;
    lan.forgets();
    gives_contact(&lan, "0912345678", Some(mai.id)).await;
    gives_contact(&lan, "0912345678", None).await;
    lan.says("0912 345 678").await;
    gives_contact(&lan, "12", Some(lan.id)).await;
    insta::assert_snapshot!("phones_refused", lan.reads());
    assert_eq!(town.phone_of(&lan), None);
}

#[tokio::test]
async fn before_consent_no_phone_is_kept_and_the_way_goes_on_after_it() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    gives_contact(&lan, "0912345678", Some(lan.id)).await;
    assert!(lan.reads().contains("chưa được lưu"));
    assert_eq!(town.phone_of(&lan), None);
    assert!(!town.remembers().contains("912345"));
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    assert!(lan.reads().contains("Gửi số của tôi"));
    gives_contact(&lan, "0912345678", Some(lan.id)).await;
    assert!(town.phone_of(&lan).is_some());
}

#[tokio::test]
async fn the_contact_keyboard_leads_back_by_button_by_command_and_by_a_question() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for typed in [
        "◀ Quay lại",
        "/huy",
        "/lich",
        "Đường thôn hỏng nặng, đề nghị sửa",
    ] {
        lan.says("/caidat").await;
        lan.presses("Cho số máy").await;
        lan.forgets();
        lan.says(typed).await;
        let read = lan.reads();
        assert!(read.contains("⟨📝 Hỏi đại biểu⟩"), "{typed}: {read}");
    }
    assert_eq!(town.keeps("draft"), 1);
}

#[tokio::test]
async fn a_corrected_name_stays_and_gives_the_initials() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("lan xinh gái", "Phường Đồng Văn").await;
    lan.asks("Đường vào nhà văn hóa hỏng nặng, đề nghị sửa", "Giao thông")
        .await;
    lan.says("/caidat").await;
    lan.presses("Sửa tên").await;
    lan.forgets();
    lan.says("0912345678").await;
    lan.says("Trần Thị Lan").await;
    insta::assert_snapshot!("renamed", lan.reads());
    lan.says("/lich").await;
    assert_eq!(town.name_of(&lan).as_deref(), Some("Trần Thị Lan"));
    assert_eq!(town.only_question().author_initials, "T.T.L.");
    lan.says("/caidat").await;
    lan.presses("Sửa tên").await;
    lan.presses("Dùng lại tên Telegram").await;
    assert!(lan.reads().contains("lan xinh gái"));
}

#[tokio::test]
async fn reminders_switched_off_do_not_vanish_silently() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/start m_DV01").await;
    lan.presses("Đăng ký").await;
    lan.says("/caidat").await;
    lan.forgets();
    let flashed = lan.presses("Nhắc trước hội nghị").await;
    assert!(flashed.contains("không nhắc DV01"), "{flashed}");
    assert!(lan.reads().contains("tôi sẽ không nhắc DV01"));
    town.passes(8 * 86_400 - 3_600).await;
    assert!(!lan.reads().contains("Sắp tới hội nghị"));
}

#[tokio::test]
async fn who_registers_with_reminders_off_is_told() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Nhắc trước hội nghị").await;
    lan.says("/start m_DV01").await;
    lan.presses("Đăng ký").await;
    assert!(lan.reads().contains("đang tắt nhắc trước hội nghị"));
}

#[tokio::test]
async fn plain_words_are_short_and_without_signs_for_that_person_only() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.resident("Mai", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("Chữ đơn giản").await;
    lan.forgets();
    lan.says("Hỏi đại biểu").await;
    lan.says("Đường vào nhà văn hóa hỏng nặng 😡, đề nghị sửa")
        .await;
    lan.chooses("Giao thông").await;
    insta::assert_snapshot!("plain_preview", lan.reads());
    lan.presses("Gửi").await;
    lan.says("Lịch tiếp xúc").await;
    lan.says("/start m_DV01").await;
    lan.says("/caidat").await;
    insta::assert_snapshot!("plain", lan.reads());
    lan.says("/start m_DV01").await;
    lan.presses("Đăng ký").await;
    let ticket = lan.reads();
    assert!(
        ticket.contains("\nMã vé: ") && !ticket.contains('🎫'),
        "{ticket}"
    );
    assert!(town.admin_in(group.id).screen().join("\n").contains("⏳"));
    mai.says("/lich").await;
    assert!(mai.reads().contains('🪑'));
    lan.presses("Chữ đơn giản").await;
    assert!(lan.reads().contains("⟨📝 Hỏi đại biểu⟩"));
}

#[tokio::test]
async fn without_consent_only_language_and_plain_words_can_be_changed() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/caidat").await;
    insta::assert_snapshot!("profile_without_consent", lan.reads());
    for data in [
        "s/z1:on:meetings",
        "s/z3",
        "s/z9:dong-van",
        "s/za",
        "s/zc",
        "s/z5:works:dong-van",
    ] {
        lan.forges(data).await;
        assert!(lan.reads().contains("Ông/bà có đồng ý không?"), "{data}");
    }
    assert_eq!(town.keeps("resident_area"), 0);
    assert_eq!(town.keeps("meeting_follower"), 0);
}

#[tokio::test]
async fn forged_buttons_of_the_profile_get_a_polite_word() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    for data in [
        "s/z4:moc-nam",
        "s/z6:moc-nam",
        "s/z7:khong-co",
        "s/z9:khong-co",
        "s/z5:works:moc-nam",
    ] {
        assert!(lan.forges(data).await.contains("không còn dùng"), "{data}");
    }
    for data in [
        "s/z1:no:meetings",
        "s/z1:on:questions",
        "s/z5:king:dong-van",
        "s/z2:",
        "s/z8:x:",
        "s/zz",
    ] {
        assert!(lan.forges(data).await.contains("không còn dùng"), "{data}");
    }
    assert_eq!(town.keeps("resident_area"), 0);
}

#[tokio::test]
async fn five_areas_are_enough() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    for area in ["moc-nam", "moc-bac", "hoa-mac", "yen-nam"] {
        lan.forges(&format!("s/z9:{area}")).await;
    }
    let flashed = lan.forges("s/z9:tien-son").await;
    assert!(flashed.contains("nhiều nhất 5"), "{flashed}");
    lan.forges("s/z9:hoa-mac-1").await;
    assert_eq!(town.keeps("resident_area"), 4);
    assert!(town.other_areas_of(&lan).contains(&"hoa-mac-1".to_owned()));
}

#[tokio::test]
async fn cancel_leaves_every_step_of_the_profile() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    for steps in [&["Sửa tên"][..], &["Khu vực khác", "Thêm khu vực"][..]] {
        lan.says("/caidat").await;
        for step in steps {
            lan.presses(step).await;
        }
        lan.says("/huy").await;
        assert_eq!(town.keeps("conversation"), 0, "{steps:?}");
    }
}
