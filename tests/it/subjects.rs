//! Meetings about a field: whoever wants to hear of them is told once, where they are in the areas, and the clerk reads before how
//! many that are.

use crate::{people::Person, proxy::clerk, world::Town};

const FORM: &str = "Mã: GT01\nLoại: chuyên đề\nChuyên đề: Đường liên thôn\nLĩnh vực: giao thông\nKhu vực: Đồng Văn\n\
    Bắt đầu: 08:00 10/12/2026\nNơi họp: Nhà văn hóa phường Đồng Văn";

async fn wants(person: &Person, field: &str) {
    person.says("/caidat").await;
    person.presses("🎯").await;
    person.presses(field).await;
    person.forgets();
}

#[tokio::test]
async fn who_wants_to_hear_of_a_field_is_told_once_and_counted_before() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let both = town.resident("Bình", "Phường Đồng Văn").await;
    let far = town.resident("Hùng", "Phường Hòa Mạc").await;
    let other = town.resident("Mơ", "Phường Đồng Văn").await;
    lan.says("/caidat").await;
    lan.presses("🎯").await;
    lan.presses("Giao thông").await;
    insta::assert_snapshot!("chosen", lan.newest(|seen| seen.from_bot).text);
    assert!(lan.is_offered("✅ Giao thông"));
    lan.presses("Quay lại").await;
    assert!(lan.is_offered("quan tâm (1)"));
    lan.forgets();
    wants(&both, "Giao thông").await;
    both.says("/caidat").await;
    both.presses("Hội nghị mới").await;
    both.forgets();
    wants(&far, "Giao thông").await;
    wants(&other, "Y tế").await;
    let clerk = clerk(&town).await;
    clerk.says("/taolich").await;
    clerk.presses("Tạo hội nghị").await;
    clerk.says(FORM).await;
    let draft = clerk.reads();
    assert!(draft.contains("Lĩnh vực: Giao thông"), "{draft}");
    assert!(draft.contains("2 người"), "{draft}");
    clerk.presses("Công bố").await;
    for _ in 0..3 {
        town.passes(5).await;
    }
    insta::assert_snapshot!("told", lan.reads());
    assert_eq!(both.reads().matches("GT01").count(), 1);
    assert_eq!(far.reads(), "", "it is held elsewhere");
    assert_eq!(other.reads(), "", "it is about something else");
    lan.presses("Thôi nhận tin hội nghị về lĩnh vực này").await;
    assert_eq!(town.keeps("subject_follower"), 3);
    assert!(!lan.is_offered("✅"));
}

#[tokio::test]
async fn what_is_wanted_ends_with_the_consent_and_is_the_persons_own() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    wants(&lan, "Giao thông").await;
    assert!(town.own_page(&lan).await.contains("transport"));
    lan.forges("s/zh:on:no-such-field").await;
    assert_eq!(town.keeps("subject_follower"), 1);
    lan.says("/xoadulieu").await;
    lan.presses("Rút lại sự đồng ý").await;
    lan.presses("tôi rút lại").await;
    assert_eq!(town.keeps("subject_follower"), 0);
    lan.forges("s/zh:on:transport").await;
    assert_eq!(town.keeps("subject_follower"), 0, "not without consent");
}
