//! Old buttons: after somebody else did something they say who did what, and change nothing.

use cutri::emulator::Press;

use crate::scene::{asked, card};

#[tokio::test]
async fn of_two_who_press_at_the_same_instant_one_wins_and_the_other_reads_who() {
    let scene = asked().await;
    let nam = scene.group.member("Anh Nam");
    let first = scene.mai.presses_without_waiting("Nhận");
    let second = nam.presses_without_waiting("Nhận");
    scene.town.settle().await;
    assert_eq!(scene.mai.flashed(&first), "");
    insta::assert_snapshot!("claimed_meanwhile", nam.flashed(&second));
    assert!(card(&nam, &scene.code).text.contains("Chị Mai đã nhận"));
    assert_eq!(scene.town.events("question_claimed"), 1);
}

#[tokio::test]
async fn of_two_who_pass_it_on_at_the_same_instant_one_wins() {
    let scene = asked().await;
    let nam = scene.group.member("Anh Nam");
    scene.mai.presses("Chuyển").await;
    scene.mai.presses("Tổ đại biểu số 2").await;
    nam.presses("Chuyển").await;
    nam.presses("Tổ đại biểu số 3").await;
    let asked_of = |name: &str| {
        scene
            .mai
            .newest(|seen| seen.text.contains(name) && seen.text.contains("lý do chuyển"))
            .message_id
    };
    let (of_mai, of_nam) = (asked_of("Chị Mai"), asked_of("Anh Nam"));
    scene
        .mai
        .replies_without_waiting_to(of_mai, "Thuộc địa bàn tổ số 2.");
    nam.replies_without_waiting_to(of_nam, "Thuộc địa bàn tổ số 3.");
    scene.town.settle().await;
    insta::assert_snapshot!(
        "transferred_meanwhile",
        nam.newest(|seen| seen.text.contains("Chưa ghi nhận")).text
    );
    assert_eq!(scene.town.questions_with("to-2"), 1);
    assert_eq!(scene.town.events("question_transferred"), 1);
}

#[tokio::test]
async fn a_button_of_an_earlier_version_does_nothing_and_refreshes_the_card() {
    let scene = asked().await;
    let nam = scene.group.member("Anh Nam");
    let live = card(&scene.mai, &scene.code);
    let data = live.json["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        .as_str()
        .unwrap()
        .to_owned();
    nam.presses("Nhận").await;
    nam.presses("Thôi nhận").await;
    let press = scene
        .town
        .world()
        .press(&Press {
            chat_id: scene.mai.chat,
            user_id: scene.mai.id,
            message_id: live.message_id,
            data: Some(data),
            forged: true,
            ..Press::default()
        })
        .unwrap();
    scene.town.settle().await;
    let flashed = scene.mai.flashed(&press);
    assert!(flashed.contains("Anh Nam đã thôi nhận lúc"), "{flashed}");
    assert!(card(&scene.mai, &scene.code).text.contains("Chờ trả lời"));
    scene.mai.presses("Nhận").await;
    assert!(
        card(&scene.mai, &scene.code)
            .text
            .contains("Chị Mai đã nhận")
    );
}

#[tokio::test]
async fn ones_own_deed_does_not_make_a_button_old() {
    let scene = asked().await;
    scene.mai.presses("Nhận").await;
    scene.mai.presses("Thôi nhận").await;
    let flashed = scene.mai.forges("c/cl:1:1").await;
    assert_eq!(flashed, "");
    assert!(
        card(&scene.mai, &scene.code)
            .text
            .contains("Chị Mai đã nhận")
    );
}

#[tokio::test]
async fn a_resident_who_changes_the_words_is_named_as_the_resident() {
    let scene = asked().await;
    let press = scene.mai.presses_without_waiting("Nhận");
    scene.town.settle().await;
    assert_eq!(scene.mai.flashed(&press), "");
    scene.lan.presses("Rút").await;
    scene.lan.presses("Rút").await;
    let flashed = scene.mai.forges("c/rl:1:2").await;
    assert!(flashed.contains("Cử tri đã rút câu hỏi"), "{flashed}");
}

#[tokio::test]
async fn the_group_that_passed_it_on_cannot_act_any_more() {
    let scene = asked().await;
    scene.mai.presses("Chuyển").await;
    scene.mai.presses("Tổ đại biểu số 2").await;
    scene
        .mai
        .replies_to("lý do chuyển", "Thuộc địa bàn tổ số 2.")
        .await;
    for data in [
        "c/cl:1:2",
        "c/tr:1:2",
        "c/ab:1:9",
        "c/tt:1:2:ubnd",
        "c/re:1:2",
        "c/bb:1:2",
        "c/rs:1:2",
    ] {
        let flashed = scene.mai.forges(data).await;
        assert!(flashed.contains("Tổ đại biểu số 2"), "{data}: {flashed}");
    }
    let question = scene.town.only_question();
    assert_eq!(
        (question.body.as_str(), question.state.name()),
        ("to-2", "forwarded")
    );
}

#[tokio::test]
async fn forged_buttons_of_a_card_change_nothing() {
    let scene = asked().await;
    for data in [
        "c/tt:1:1:nowhere",
        "c/tt:1:1:to-1",
        "c/cl:999:1",
        "c/re:1:1",
        "c/bb:1:1",
        "c/rs:1:1",
        "c/er:1:1",
        "c/zz:1:1",
        "c/tp:1:1:60000",
        "c/no:1:60000",
        "c/cl:1",
        "c/cl:-1:1",
        "c/tt:1:1:",
        "c/",
    ] {
        scene.mai.forges(data).await;
        scene.lan.forges(data).await;
    }
    let question = scene.town.only_question();
    assert_eq!(
        (question.body.as_str(), question.state.name()),
        ("to-1", "forwarded")
    );
    assert_eq!((question.claimed, question.version), (None, 1));
}
