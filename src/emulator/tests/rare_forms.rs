//! Messages and presses of rarer forms, as the Bot API tells them.

use serde_json::{Map, json};

use super::Town;
use crate::emulator::{FileParticulars, FileSource, NewGroup, OnBehalf, Press, Send};

#[tokio::test]
async fn a_message_in_the_name_of_a_chat_has_a_stand_in_for_its_writer() {
    let town = Town::start().await;
    let group = town
        .emulator
        .world
        .create_group(&NewGroup::titled("Tổ 1", [town.lan]));
    town.updates().await;
    for (whose, user, kind) in [
        (OnBehalf::Channel("Tin xóm".into()), 136_817_688, "channel"),
        (OnBehalf::Group, 1_087_968_824, "supergroup"),
    ] {
        let send = Send {
            on_behalf: Some(whose),
            ..Send::text(group, town.lan, "Chào")
        };
        town.emulator.world.send(&send).unwrap();
        let updates = town.updates().await;
        let message = &updates.last().unwrap()["message"];
        assert_eq!(message["from"]["id"], user);
        assert_eq!(message["sender_chat"]["type"], kind);
    }
    let in_private = Send {
        on_behalf: Some(OnBehalf::Group),
        ..Send::private(town.lan, "Chào")
    };
    assert!(town.emulator.world.send(&in_private).is_err());
}

#[tokio::test]
async fn a_press_under_a_message_elsewhere_tells_no_message() {
    let town = Town::start().await;
    town.updates().await;
    let press = Press {
        chat_id: town.lan,
        user_id: town.lan,
        data: Some("x".into()),
        inline_message_id: Some("AgAAAB".into()),
        ..Press::default()
    };
    town.emulator.world.press(&press).unwrap();
    let updates = town.updates().await;
    let query = &updates[0]["callback_query"];
    assert_eq!(query["inline_message_id"], "AgAAAB");
    assert!(query["message"].is_null());
}

#[tokio::test]
async fn a_file_may_come_without_what_is_optional() {
    let town = Town::start().await;
    town.updates().await;
    let photo = |without: &str| Send {
        chat_id: town.lan,
        user_id: town.lan,
        photo: Some(FileSource::Described(FileParticulars {
            without: vec![without.to_owned()],
            ..FileParticulars::default()
        })),
        ..Send::default()
    };
    town.emulator.world.send(&photo("file_size")).unwrap();
    let updates = town.updates().await;
    let sizes = updates[0]["message"]["photo"].as_array().unwrap();
    assert!(sizes.iter().all(|size| size["file_size"].is_null()));
    assert!(town.emulator.world.send(&photo("file_id")).is_err());
}

#[tokio::test]
async fn a_test_cannot_invent_fields_without_saying_so() {
    let town = Town::start().await;
    let with = |published: &str, unheard_of: &str| {
        let of = |name: &str| {
            let fields = [name].into_iter().filter(|name| !name.is_empty());
            fields
                .map(|name| (name.to_owned(), json!({})))
                .collect::<Map<_, _>>()
        };
        let send = Send {
            fields: of(published),
            unheard_of: of(unheard_of),
            chat_id: town.lan,
            user_id: town.lan,
            ..Send::default()
        };
        town.emulator.world.send(&send)
    };
    assert!(with("story", "").is_ok());
    assert!(with("", "hologram").is_ok());
    assert!(with("hologram", "").is_err());
    assert!(with("", "story").is_err());
    assert!(with("from", "").is_err());
}
