//! Coming in: purpose, consent, area, language.

use crate::world::Town;

#[tokio::test]
async fn somebody_new_comes_in_with_three_taps() {
    let town = Town::start().await;
    let lan = town.stranger("Nguyễn Thị Lan");
    lan.says("/start").await;
    insta::assert_snapshot!("welcome", lan.reads());
    lan.presses("Đồng ý").await;
    insta::assert_snapshot!("areas", lan.reads());
    lan.presses("Phường Đồng Văn").await;
    insta::assert_snapshot!("home", lan.reads());
}

#[tokio::test]
async fn consent_is_kept_with_version_time_and_message() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    assert_eq!(town.consents(), "agreed | 1 | 1 | 1795395600 | vi\n");
}

#[tokio::test]
async fn a_refusal_keeps_public_information_and_holds_no_words() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    insta::assert_snapshot!("consent_for_a_question", lan.reads());
    lan.presses("Không, tôi chỉ xem").await;
    insta::assert_snapshot!("refused", lan.reads());
    assert_eq!(town.keeps("conversation"), 0);
    assert_eq!(town.updates_kept_raw(), 0);
    lan.says("/lich").await;
    assert!(lan.reads().contains("Lịch tiếp xúc cử tri"));
    lan.says("/tracuu đường").await;
    assert!(lan.reads().contains("Chưa có câu trả lời"));
    lan.says("/trogiup").await;
    assert!(lan.reads().contains("113"));
    lan.says("/hoi").await;
    assert!(lan.reads().contains("đồng ý không?"));
}

#[tokio::test]
async fn a_question_written_before_consent_is_not_lost_by_a_yes() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("Đường vào thôn ngập mỗi khi mưa").await;
    lan.presses("Đồng ý").await;
    lan.presses("Phường Đồng Văn").await;
    lan.chooses("Giao thông").await;
    assert!(lan.reads().contains("Đường vào thôn ngập"));
}

#[tokio::test]
async fn an_area_is_found_by_typing_without_marks() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    lan.forgets();
    lan.says("khong co noi nay").await;
    assert!(lan.reads().contains("không tìm thấy"));
    lan.says("tien").await;
    assert!(lan.reads().contains("tên gần giống"));
    lan.says("hoa mac").await;
    assert!(lan.reads().contains("Phường Hòa Mạc"));
}

#[tokio::test]
async fn a_posters_link_sets_the_area_after_consent() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/start a_dong-van").await;
    lan.presses("Đồng ý").await;
    assert!(lan.reads().contains("Phường Đồng Văn"));
    assert_eq!(town.home_of(&lan).as_deref(), Some("dong-van"));
    lan.says("/start a_khong-co").await;
    assert!(lan.reads().contains("không có ở đây"));
}

#[tokio::test]
async fn somebody_who_came_back_is_greeted_and_not_asked_again() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/start").await;
    let read = lan.reads();
    assert!(
        read.contains("trở lại") && !read.contains("đồng ý"),
        "{read}"
    );
}

#[tokio::test]
async fn the_language_changes_everywhere_at_once() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    insta::assert_snapshot!("settings", lan.reads());
    lan.presses("English").await;
    insta::assert_snapshot!("english", lan.reads());
    lan.says("/help").await;
    assert!(lan.reads().contains("/meetings"));
}

#[tokio::test]
async fn an_english_phone_is_greeted_in_english() {
    let town = Town::start().await;
    let id = town.world().create_user(cutri::emulator::NewUser {
        language_code: Some("en-GB".to_owned()),
        ..cutri::emulator::NewUser::named("Anna")
    });
    let anna = crate::people::Person::new(town.clone(), id, id);
    anna.says("/start").await;
    insta::assert_snapshot!("welcome_english", anna.reads());
}

#[tokio::test]
async fn a_button_pressed_twice_changes_nothing_the_second_time() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/start").await;
    let first = lan.presses_without_waiting("Đồng ý");
    let second = lan.presses_without_waiting("Đồng ý");
    town.settle().await;
    assert_eq!(lan.flashed(&first), "");
    let _ = second;
    assert_eq!(town.keeps("consent"), 1);
}

#[tokio::test]
async fn delegates_of_the_area_are_shown_by_role() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/daibieu").await;
    insta::assert_snapshot!("delegates", lan.reads());
}

#[tokio::test]
async fn coming_meetings_begin_with_ones_own_area() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("/lich").await;
    insta::assert_snapshot!("meetings", lan.reads());
}

#[tokio::test]
async fn a_question_written_before_the_area_is_chosen_is_kept() {
    let town = Town::start().await;
    let lan = town.stranger("Nguyễn Thị Lan");
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    lan.says("Đường vào thôn ngập mỗi khi mưa to, bao giờ thì được sửa?")
        .await;
    lan.presses("Phường Đồng Văn").await;
    lan.chooses("Giao thông").await;
    let preview = lan.reads();
    assert!(preview.contains("Đường vào thôn ngập"), "{preview}");
    lan.presses("Gửi").await;
    assert_eq!(town.questions(), 1);
}
