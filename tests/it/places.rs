//! A place sent with a question: the nearest area is proposed.

use serde_json::json;

use crate::{people::Person, world::Town};

/// In the middle of Hòa Mạc, of Đồng Văn, and in Ho Chi Minh City.
const HOA_MAC: (f64, f64) = (20.6465, 105.9905);
const DONG_VAN: (f64, f64) = (20.646, 105.919);
const SAIGON: (f64, f64) = (10.7769, 106.7009);

async fn pins(person: &Person, (latitude, longitude): (f64, f64)) {
    let send = json!({
        "chat_id": person.chat, "user_id": person.id,
        "location": { "latitude": latitude, "longitude": longitude }
    });
    person.sends(serde_json::from_value(send).unwrap()).await;
}

#[tokio::test]
async fn a_place_elsewhere_offers_to_change_the_area_of_the_question_only() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    lan.says("Mặt đường có ổ gà rất lớn, xe máy hay ngã").await;
    lan.chooses("Giao thông").await;
    lan.forgets();
    pins(&lan, HOA_MAC).await;
    insta::assert_snapshot!("place_instead", lan.reads());
    lan.presses("Đổi sang Phường Hòa Mạc").await;
    insta::assert_snapshot!("place_taken", lan.reads());
    lan.presses("Gửi").await;
    assert_eq!(town.questions_in("hoa-mac"), 1);
    assert_eq!(town.home_of(&lan).as_deref(), Some("dong-van"));
}

#[tokio::test]
async fn a_place_without_words_proposes_and_asks_what_it_is_about() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    pins(&lan, HOA_MAC).await;
    insta::assert_snapshot!("place_first", lan.reads());
    lan.presses("Đổi sang Phường Hòa Mạc").await;
    lan.says("Ở đây có ổ gà rất lớn, xe máy hay ngã").await;
    lan.chooses("Giao thông").await;
    assert!(lan.reads().contains("· Phường Hòa Mạc"));
}

#[tokio::test]
async fn whoever_has_no_area_yet_is_asked_with_the_nearest_first() {
    let town = Town::start().await;
    let lan = town.stranger("Lan");
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    lan.says("/huy").await;
    pins(&lan, HOA_MAC).await;
    lan.forgets();
    lan.says("Ở đây có ổ gà rất lớn, xe máy hay ngã").await;
    let read = lan.reads();
    assert!(
        read.contains("gần Phường Hòa Mạc nhất") && read.contains("[📍 Phường Hòa Mạc]"),
        "{read}"
    );
    lan.presses("📍 Phường Hòa Mạc").await;
    lan.chooses("Giao thông").await;
    assert!(lan.reads().contains("· Phường Hòa Mạc"));
    assert_eq!(town.home_of(&lan), None);
}

#[tokio::test]
async fn a_place_at_home_asks_nothing_and_one_far_away_is_mentioned() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    pins(&lan, DONG_VAN).await;
    assert!(!lan.reads().contains("Vị trí này"));
    pins(&lan, SAIGON).await;
    assert!(lan.reads().contains("ngoài địa bàn"));
}

#[tokio::test]
async fn a_venue_counts_like_a_pin() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let send = json!({
        "chat_id": lan.chat, "user_id": lan.id,
        "venue": {
            "location": { "latitude": HOA_MAC.0, "longitude": HOA_MAC.1 },
            "title": "Chợ Hòa Mạc", "address": "Hòa Mạc"
        }
    });
    lan.sends(serde_json::from_value(send).unwrap()).await;
    assert!(lan.reads().contains("gần Phường Hòa Mạc nhất"));
}

#[tokio::test]
async fn forged_and_late_buttons_of_places_change_nothing() {
    let town = Town::start().await;
    let lan = town.resident("Lan", "Phường Đồng Văn").await;
    let mai = town.resident("Mai", "Phường Đồng Văn").await;
    lan.says("Mặt đường có ổ gà rất lớn, xe máy hay ngã").await;
    let unknown = lan.forges("g/y2:1:khong-co").await;
    assert!(unknown.contains("không còn dùng"), "{unknown}");
    for data in ["g/y0:1", "g/y1:1:0", "g/y2:1:hoa-mac", "g/y3:1"] {
        let flashed = mai.forges(data).await;
        assert!(
            flashed.contains("đã được gửi hoặc đã bỏ"),
            "{data}: {flashed}"
        );
    }
    assert_eq!(town.areas_of_drafts(), ["dong-van"]);
}
