//! The page of `cutri demo` in a real browser: a question is asked, answered and read on it.
//!
//! Needs Debian's `chromium` and `chromium-driver`; without them these tests say so and pass, except where
//! `CI=true` and `CUTRI_NEEDS_BROWSER=1`. Pictures are kept in `target/page-shots/`.

#![cfg(feature = "emulator")]
#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on should say where"
)]

mod demo;
mod driver;

use std::time::Duration;

use serde_json::json;
use tokio::sync::Mutex;

use crate::{
    demo::{Demo, Phone},
    driver::{Browser, Screen},
};

/// Several browsers at once would only make each other late.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

const QUESTION: &str = "Đường thôn Tứ Giáp nhiều ổ gà, xe máy hay ngã. Khi nào thì sửa?";
const ANSWER: &str = "Đường thôn Tứ Giáp sửa từ ngày 15/12/2026, xong trước Tết.";
const GROUP: &str = "Tổ đại biểu số 1";

#[test]
fn the_demo_says_its_address_within_three_seconds() {
    let demo = Demo::start();
    assert!(demo.address.starts_with("http://127.0.0.1:"));
    assert!(
        demo.started_in < Duration::from_secs(3),
        "{:?}",
        demo.started_in
    );
}

/// On a Monday at 08:00, in the middle of something, with everything that the nine weeks before should have left.
#[tokio::test]
async fn the_demo_begins_on_a_monday_with_its_past_behind_it() {
    let demo = Demo::start();
    let state = demo.asks("state").await;
    assert_eq!(demo.complaints(), Vec::<String>::new());
    let clock = state["clock"].as_i64().expect("a clock");
    let at = jiff::Timestamp::from_second(clock).expect("a time");
    let at = at.in_tz("Asia/Ho_Chi_Minh").expect("Vietnam");
    assert_eq!(at.strftime("%A %H:%M").to_string(), "Monday 08:00");
    let lan = demo.resident();
    let said = demo
        .asks(&format!("messages?chat_id={lan}&user_id={lan}"))
        .await;
    let last = said["messages"].as_array().and_then(|all| all.last());
    let last = last.expect("a message")["text"].to_string();
    assert!(last.contains("Xem lại trước khi gửi"), "{last}");
    let mut codes = std::collections::BTreeSet::new();
    for chat in state["chats"].as_array().expect("chats") {
        let (id, reader) = (&chat["id"], &chat["members"][0]);
        let path = format!("messages?chat_id={id}&user_id={reader}");
        let words = demo.asks(&path).await.to_string();
        codes.extend(
            words
                .split("DT-00")
                .skip(1)
                .map(|rest| rest[..2].to_owned()),
        );
        assert!(!words.contains("/lienket"), "setting up is of no interest");
    }
    assert!(codes.len() >= 20, "{codes:?}");
}

/// The archive has something to find, and the switch of the page makes the office sort first.
#[tokio::test]
async fn the_demo_can_be_searched_and_told_that_the_office_sorts_first() {
    let demo = Demo::start();
    let state = demo.asks("state").await;
    assert_eq!(state["switches"][0]["name"], "triage");
    assert_eq!(state["switches"][0]["on"], false);
    let lan = demo.resident();
    let say = json!({ "chat_id": lan, "user_id": lan, "text": "/tracuu đèn đường" });
    demo.tells("send", say).await;
    let patience = Duration::from_secs(10);
    assert!(demo.hears(lan, "thay 6 bóng đèn", patience).await);
    let turn = json!({ "name": "triage", "on": true });
    demo.tells("switch", turn).await;
    // The switch is taken up in a moment: the draft is looked at until its preview says so.
    let mut says_so = false;
    for _ in 0..10 {
        let look = json!({ "chat_id": lan, "user_id": lan, "text": "/nhap" });
        demo.tells("send", look).await;
        let office = "văn phòng xem trước";
        says_so = demo.hears(lan, office, Duration::from_secs(1)).await;
        if says_so {
            break;
        }
    }
    assert!(says_so);
}

#[tokio::test]
async fn a_question_asked_on_a_phone_is_answered_there() {
    if !driver::is_installed() {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock().await;
    let demo = Demo::start();
    let browser = Browser::open(Screen::Phone).await;
    let phone = Phone {
        browser: &browser,
        number: 1,
    };

    demo.asks("state").await;
    browser.go(&demo.newcomers_chat()).await;
    let code = ask(&phone, "phone").await;

    phone
        .browser
        .click("[data-testid='person'][data-user-id]:nth-child(3)")
        .await;
    phone.tap("chat-back").await;
    phone.tap_button("chat-entry", &code).await;
    answer(&phone, &code, "phone").await;

    let unread = "[data-testid='person']:nth-child(2) [data-testid='person-unread']:not([hidden])";
    browser.find(unread).await;
    browser.click("[data-testid='person']:nth-child(2)").await;
    let told = phone.read(ANSWER).await;
    browser.shoot("phone-7-answer").await;
    assert!(told.contains(&code) && told.contains(QUESTION), "{told}");
    phone.tap_button("inline-button", "👍 Thỏa đáng").await;
    phone.read("Đã ghi nhận đánh giá").await;
    browser.shoot("phone-8-judged").await;
    assert_eq!(browser.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_office_sorts_on_a_phone() {
    if !driver::is_installed() {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock().await;
    // The demo's clock is the real one: at night the office would rightly hear of nothing.
    let council = include_str!("../../examples/duy-tien/council.toml")
        .replace("\"automatic\"", "\"clerk\"")
        .replace(
            "from = \"21:00\", to = \"06:30\"",
            "from = \"00:00\", to = \"00:00\"",
        );
    assert!(council.contains("from = \"00:00\""));
    let demo = Demo::with_council(&council);
    let browser = Browser::open(Screen::Phone).await;
    let phone = Phone {
        browser: &browser,
        number: 1,
    };

    demo.asks("state").await;
    browser.go(&demo.newcomers_chat()).await;
    let code = ask(&phone, "triage").await;
    browser
        .click("[data-testid='person'][data-user-id]:nth-child(5)")
        .await;
    phone.tap("chat-back").await;
    // Not before its notice is there: the list moves under the finger then.
    phone.tap_button("chat-entry", "chờ phân loại").await;
    phone.read("Chờ phân loại: 1").await;
    browser.shoot("triage-5-notice").await;
    phone.say("/phanloai").await;
    phone.read("Đề xuất").await;
    browser.shoot("triage-6-view").await;
    phone.tap_button("inline-button", "Sửa").await;
    phone.read("Sửa gì").await;
    browser.shoot("triage-7-corrections").await;
    phone.tap_button("inline-button", "Quay lại").await;
    phone.tap_button("inline-button", "Thêm").await;
    phone.read("Làm gì với câu này").await;
    browser.shoot("triage-8-more").await;
    phone.tap_button("inline-button", "Trả lại").await;
    phone.read("Nơi nào có thẩm quyền").await;
    browser.shoot("triage-9-pointers").await;
    phone.tap_button("inline-button", "Không trả lại").await;
    phone.tap_button("inline-button", "Chuyển: ").await;
    let done = phone.read("Đã chuyển").await;
    browser.shoot("triage-10-done").await;
    assert!(
        done.contains(&code) && done.contains("Không còn câu nào"),
        "{done}"
    );
    assert_eq!(browser.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn two_phones_side_by_side_need_no_switching() {
    if !driver::is_installed() {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock().await;
    let demo = Demo::start();
    let browser = Browser::open(Screen::Desktop).await;
    let [resident, delegate] = [1, 2].map(|number| Phone {
        browser: &browser,
        number,
    });

    demo.asks("state").await;
    browser.go(&demo.newcomers_chat()).await;
    let code = ask(&resident, "desktop").await;
    delegate.tap("chat-back").await;
    delegate.tap_button("chat-entry", &code).await;
    answer(&delegate, &code, "desktop").await;
    let told = resident.read(ANSWER).await;
    browser.shoot("desktop-7-answer").await;
    assert!(told.contains(&code), "{told}");
    assert_eq!(browser.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_people_write_stays_text_and_inside_the_screen() {
    if !driver::is_installed() {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock().await;
    let demo = Demo::start();
    let browser = Browser::open(Screen::Phone).await;
    let phone = Phone {
        browser: &browser,
        number: 1,
    };
    demo.asks("state").await;
    browser.go(&demo.newcomers_chat()).await;
    come_in(&phone).await;

    let long = "á".repeat(600);
    let hostile = [
        "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
        "&lt;b&gt; \"'`${window.broken = 1} {{7*7}} javascript:broken=1 </textarea>",
        "\u{202e}ngược lại\u{202c} مرحبا بكم שלום \u{200b}\u{feff} Z̸͈̕a̷͇͝l̴̫̚g̷̨̛o̶̰͝",
        &long,
    ];
    for (before, text) in hostile.into_iter().enumerate() {
        phone.paste(text).await;
        phone.tap("send").await;
        // The first message is "/start".
        let last = phone.own_text(before + 2).await;
        assert_eq!(last.trim(), text.trim());
    }
    let script = "return [window.broken ?? null, document.documentElement.scrollWidth <= innerWidth,
        [...document.querySelectorAll('.bubble')].every((each) => each.getBoundingClientRect().right <= innerWidth)]";
    browser.shoot("phone-hostile").await;
    assert_eq!(
        browser.run(script, json!([])).await,
        json!([null, true, true])
    );
    assert_eq!(browser.errors().await, Vec::<String>::new());
}

/// START, consent, area.
async fn come_in(phone: &Phone<'_>) {
    phone.tap("start").await;
    phone.read("đồng ý không").await;
    phone.browser.shoot("1-welcome").await;
    phone.tap_button("inline-button", "✅ Đồng ý").await;
    phone.read("ở đâu?").await;
    phone.browser.shoot("1-areas").await;
    phone.tap_button("inline-button", "Phường Duy Hải").await;
    phone.read("Xong rồi").await;
}

/// The resident comes in and asks; the code on the receipt.
async fn ask(phone: &Phone<'_>, shot: &str) -> String {
    come_in(phone).await;
    phone.browser.shoot(&format!("{shot}-2-home")).await;
    phone.write(QUESTION).await;
    phone.browser.shoot(&format!("{shot}-2-writes")).await;
    phone.tap("send").await;
    phone.tap_button("inline-button", "Giao thông").await;
    phone.read("Xem lại trước khi gửi").await;
    phone.browser.shoot(&format!("{shot}-3-preview")).await;
    phone.tap_button("inline-button", "📨 Gửi").await;
    let receipt = phone.read("Đã nhận câu hỏi").await;
    phone.browser.shoot(&format!("{shot}-4-receipt")).await;
    assert!(receipt.contains(GROUP), "{receipt}");
    let (_, rest) = receipt.split_once("Đã nhận câu hỏi ").expect("a code");
    rest.split_whitespace().next().expect("a code").to_owned()
}

/// The delegate replies to the card in the group and sends the answer to the resident.
async fn answer(phone: &Phone<'_>, code: &str, shot: &str) {
    let card = phone.read(code).await;
    phone.browser.shoot(&format!("{shot}-5-card")).await;
    assert!(card.contains(QUESTION), "{card}");
    phone.open_actions(code).await;
    phone.browser.click("[data-testid='action-reply']").await;
    phone.write(ANSWER).await;
    phone.browser.shoot(&format!("{shot}-5-writes")).await;
    phone.tap("send").await;
    phone.read("Xem trước").await;
    phone.browser.shoot(&format!("{shot}-6-preview")).await;
    phone.tap_button("inline-button", "📨 Gửi cử tri").await;
    phone.read("đã gửi câu trả lời").await;
    phone.browser.shoot(&format!("{shot}-6-sent")).await;
}
