//! Whatever else an update holds, newer than this bot or broken, what was written in it arrives.
//!
//! Real updates are taken and details of them are invented, spoilt or left out at random; text, caption, the replied-to
//! message, sender, chat, album and file must come through each time.

#![expect(
    clippy::unwrap_used,
    clippy::match_same_arms,
    reason = "a test that cannot go on should say where; what may change stands apart by reason"
)]

use cutri::{
    chat::incoming::{Deed, Incoming},
    domain::attachment::Sent,
    intake::parse::{parse, peek},
};
use proptest::{prelude::*, test_runner::Config};
use serde_json::{Map, Value, json};

/// So many random changes each of the updates is tried with.
const TRIES: u32 = 120;

fn lan() -> Value {
    json!({"id": 7, "is_bot": false, "first_name": "Lan", "last_name": "Nguyễn", "language_code": "vi"})
}

fn private() -> Value {
    json!({"id": 7, "type": "private", "first_name": "Lan", "last_name": "Nguyễn"})
}

fn group() -> Value {
    json!({"id": -1_001_234, "type": "supergroup", "title": "Tổ 1", "is_forum": true})
}

fn card(chat: &Value) -> Value {
    json!({
        "message_id": 5, "date": 1_795_395_600, "chat": chat, "text": "DT-0001B · Giao thông",
        "from": {"id": 1, "is_bot": true, "first_name": "Cử tri", "username": "cutri_bot"},
        "entities": [{"type": "bold", "offset": 0, "length": 8}],
        "reply_markup": {"inline_keyboard": [[{"text": "Nhận", "callback_data": "cl:1"}]]},
    })
}

/// A message of every form in which words come, in private and in a group, new and edited, with and without a reply.
fn updates() -> Vec<Value> {
    let size =
        json!({"file_id": "F", "file_unique_id": "f", "width": 90, "height": 60, "file_size": 9});
    let file = json!({"file_id": "F", "file_unique_id": "f", "file_size": 9, "mime_type": "application/pdf",
        "file_name": "don.pdf", "duration": 3, "width": 1, "height": 1, "length": 1});
    let entities = json!([{"type": "bold", "offset": 0, "length": 4}, {"type": "url", "offset": 5, "length": 2}]);
    let forms = [
        json!({"text": "Đường vào thôn ngập 😀", "entities": entities}),
        json!({"photo": [size, size], "caption": "Chỗ ngập đầu ngõ", "caption_entities": entities}),
        json!({"document": file, "caption": "Đơn của cả xóm"}),
        json!({"video": file, "caption": "Nước chảy vào nhà", "media_group_id": "77"}),
        json!({"voice": file, "caption": "Xin nghe"}),
        json!({"animation": file, "document": file, "caption": "Đèn nhấp nháy"}),
        json!({"checklist": {"title": "Việc của xóm", "tasks": [{"id": 1, "text": "Đèn"}, {"id": 2, "text": "Cống"}]}}),
    ];
    let mut all = Vec::new();
    for (form, kind) in forms
        .iter()
        .flat_map(|form| [(form, "message"), (form, "edited_message")])
    {
        for chat in [private(), group()] {
            for replies in [false, true] {
                let mut message = form.as_object().unwrap().clone();
                message.insert("message_id".into(), json!(12));
                message.insert("date".into(), json!(1_795_395_600));
                message.insert("edit_date".into(), json!(1_795_395_700));
                message.insert("from".into(), lan());
                message.insert("chat".into(), chat.clone());
                if replies {
                    message.insert("reply_to_message".into(), card(&chat));
                }
                all.push(json!({"update_id": 40, kind: message}));
            }
        }
    }
    all
}

/// What must come through.
#[derive(Debug, PartialEq)]
struct Essence {
    chat: i64,
    person: i64,
    message: i64,
    words: Option<String>,
    replied: Option<i64>,
    album: Option<String>,
    file: Option<String>,
}

fn essence(incoming: &Incoming) -> Essence {
    let (chat, person) = (incoming.chat.id.0, incoming.person.id.0);
    let nothing = Essence {
        chat,
        person,
        message: 0,
        words: None,
        replied: None,
        album: None,
        file: None,
    };
    match &incoming.deed {
        Deed::Wrote {
            message,
            text,
            reply_to,
        } => Essence {
            message: message.0,
            words: Some(text.clone()),
            replied: reply_to.as_ref().map(|replied| replied.message.0),
            ..nothing
        },
        Deed::SentMedia {
            message,
            sent,
            album,
            caption,
            reply_to,
            ..
        } => Essence {
            message: message.0,
            words: caption.clone(),
            replied: reply_to.as_ref().map(|replied| replied.message.0),
            album: album.clone(),
            file: match sent {
                Sent::Media(media) => media.file().map(|file| file.id.clone()),
                Sent::Contact { .. } | Sent::Other => None,
            },
            ..nothing
        },
        Deed::Edited { message, text } => Essence {
            message: message.0,
            words: Some(text.clone()),
            ..nothing
        },
        other => panic!("became {other:?}"),
    }
}

/// Fields without which nothing was said, or not by anybody.
fn is_essential(path: &[String]) -> bool {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        [] | ["update_id" | "message" | "edited_message"] => true,
        [
            _,
            "text" | "caption" | "message_id" | "chat" | "from" | "reply_to_message"
            | "media_group_id" | "checklist" | "photo" | "document" | "video" | "voice"
            | "animation",
        ]
        | [_, "chat" | "from", "id"]
        | [_, "from", "is_bot"]
        | [_, "reply_to_message", "message_id"]
        | [_, "document" | "video" | "voice" | "animation", "file_id"] => true,
        [_, "photo", ..] => path.last() == Some(&"file_id") || path.len() == 3,
        [_, "checklist", rest @ ..] => !matches!(rest.last(), Some(&"id")),
        _ => false,
    }
}

/// Details of the Bot API that a message may have beside its words, as far as they change nothing about them.
const DETAILS: [&str; 22] = [
    "external_reply",
    "forward_origin",
    "quote",
    "reply_to_story",
    "reply_to_checklist_task_id",
    "reply_to_poll_option_id",
    "via_bot",
    "sender_boost_count",
    "sender_business_bot",
    "sender_tag",
    "message_thread_id",
    "is_topic_message",
    "direct_messages_topic",
    "business_connection_id",
    "has_protected_content",
    "is_from_offline",
    "author_signature",
    "paid_star_count",
    "link_preview_options",
    "suggested_post_info",
    "effect_id",
    "show_caption_above_media",
];

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,10}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// One change: what, and a number that picks where.
#[derive(Debug, Clone)]
enum Change {
    /// A field that no Bot API has, in any object.
    Invent(usize, String, Value),
    /// A detail of the Bot API, holding anything.
    Detail(usize, Value),
    /// A detail that is there holds something else.
    Spoil(usize, Value),
    /// A detail that is there is missing.
    LeaveOut(usize),
    /// One more entity, of any type and at any place.
    Entity(String, Value, Value),
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<usize>(), "new_[a-z]{1,6}", any_value())
            .prop_map(|(n, name, v)| Change::Invent(n, name, v)),
        (any::<usize>(), any_value()).prop_map(|(n, v)| Change::Detail(n, v)),
        (any::<usize>(), any_value()).prop_map(|(n, v)| Change::Spoil(n, v)),
        any::<usize>().prop_map(Change::LeaveOut),
        ("date_time|[a-z_]{1,9}", any_value(), any_value())
            .prop_map(|(kind, a, b)| Change::Entity(kind, a, b)),
    ]
}

fn paths(value: &Value, here: &mut Vec<String>, found: &mut Vec<(Vec<String>, bool)>) {
    let mut inside = |name: String, part: &Value| {
        here.push(name);
        found.push((here.clone(), part.is_object()));
        paths(part, here, found);
        here.pop();
    };
    match value {
        Value::Object(fields) => {
            for (name, part) in fields {
                inside(name.clone(), part);
            }
        }
        Value::Array(parts) => {
            for (at, part) in parts.iter().enumerate() {
                inside(at.to_string(), part);
            }
        }
        _ => {}
    }
}

fn at<'a>(value: &'a mut Value, path: &[String]) -> &'a mut Value {
    path.iter().fold(value, |value, name| match value {
        Value::Array(parts) => &mut parts[name.parse::<usize>().unwrap()],
        value => &mut value[name.as_str()],
    })
}

fn message(update: &mut Value) -> &mut Map<String, Value> {
    let kinds = ["message", "edited_message"];
    let kind = kinds.into_iter().find(|kind| update[kind].is_object());
    update[kind.unwrap()].as_object_mut().unwrap()
}

fn make(update: &mut Value, change: &Change) {
    let mut found = Vec::new();
    paths(update, &mut Vec::new(), &mut found);
    let details: Vec<_> = found
        .iter()
        .filter(|(path, _)| !is_essential(path))
        .collect();
    match change {
        Change::Invent(n, name, value) => {
            let objects: Vec<_> = found.iter().filter(|(_, is_object)| *is_object).collect();
            let place = &objects[n % objects.len()].0;
            at(update, place)[name.as_str()] = value.clone();
        }
        Change::Detail(n, value) => {
            let name = DETAILS[n % DETAILS.len()];
            message(update).insert(name.to_owned(), value.clone());
        }
        Change::Spoil(n, value) if !details.is_empty() => {
            *at(update, &details[n % details.len()].0) = value.clone();
        }
        Change::LeaveOut(n) if !details.is_empty() => {
            let path = &details[n % details.len()].0;
            let (last, parent) = path.split_last().unwrap();
            match at(update, parent) {
                Value::Object(fields) => drop(fields.remove(last)),
                Value::Array(parts) => drop(parts.remove(last.parse().unwrap())),
                _ => {}
            }
        }
        Change::Entity(kind, offset, length) => {
            let entity = json!({"type": kind, "offset": offset, "length": length, "unix_time": 1});
            for name in ["entities", "caption_entities"] {
                if let Some(Value::Array(all)) = message(update).get_mut(name) {
                    all.push(entity.clone());
                }
            }
        }
        Change::Spoil(..) | Change::LeaveOut(_) => {}
    }
}

#[test]
fn what_was_written_survives_unknown_spoilt_and_missing_details() {
    let updates = updates();
    let tried = std::cell::Cell::new(0_u32);
    for update in &updates {
        let before = essence(&parse(&update.to_string()).unwrap());
        assert!(before.words.is_some());
        let mut runner = proptest::test_runner::TestRunner::new_with_rng(
            Config {
                cases: TRIES,
                failure_persistence: None,
                ..Config::default()
            },
            proptest::test_runner::TestRng::deterministic_rng(
                proptest::test_runner::RngAlgorithm::ChaCha,
            ),
        );
        runner
            .run(&prop::collection::vec(any_change(), 1..6), |changes| {
                let mut changed = update.clone();
                for change in &changes {
                    make(&mut changed, change);
                }
                let json = changed.to_string();
                tried.set(tried.get() + 1);
                let read = parse(&json);
                prop_assert!(read.is_some(), "lost: {json}");
                prop_assert_eq!(&essence(&read.unwrap()), &before, "{}", json);
                let raw = peek(&json).unwrap();
                prop_assert_eq!(raw.id.0, 40);
                prop_assert_eq!(raw.chat.map(|chat| chat.0), Some(before.chat));
                Ok(())
            })
            .unwrap();
    }
    println!("{} updates, {} tries", updates.len(), tried.get());
    assert_eq!(updates.len(), 56);
    assert_eq!(tried.get(), 56 * TRIES);
}

/// Shapes that were seen, each of which once cost the words.
#[test]
fn shapes_of_later_bot_apis_keep_the_words() {
    let channel = json!({"id": -1_009, "type": "channel", "title": "Tin xóm"});
    let shapes = [
        json!({"external_reply": {"origin": {"type": "user", "date": 1, "sender_user": lan()}}}),
        json!({"external_reply": {"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Bác Tư"}}}),
        json!({"external_reply": {"origin": {"type": "chat", "date": 1, "sender_chat": channel}, "chat": channel, "message_id": 3}}),
        json!({"external_reply": {"origin": {"type": "channel", "date": 1, "chat": channel, "message_id": 3},
            "photo": [{"file_id": "X"}], "checklist": {"title": "?", "tasks": []}}, "quote": {"text": "?", "position": 0}}),
        json!({"entities": [{"type": "date_time", "offset": 0, "length": 3, "unix_time": 1_795_395_600, "date_time_format": "d"}]}),
        json!({"entities": [{"type": "hologram", "offset": 0, "length": 3}]}),
        json!({"forward_origin": {"type": "planet", "date": 1}}),
        json!({"forward_origin": {"type": "hidden_user", "date": 1}}),
        json!({"date": "hôm qua"}),
        json!({"link_preview_options": 5}),
    ];
    for shape in shapes {
        for chat in [private(), group()] {
            for kind in ["message", "edited_message"] {
                let mut update = json!({"update_id": 40, kind: {"message_id": 12, "date": 1, "chat": chat,
                    "from": lan(), "text": "Cống đầu ngõ tắc", "reply_to_message": card(&chat)}});
                let shape = shape.as_object().unwrap().clone();
                message(&mut update).extend(shape);
                let read = essence(&parse(&update.to_string()).unwrap());
                assert_eq!(read.words.as_deref(), Some("Cống đầu ngõ tắc"), "{update}");
                assert_eq!(read.replied, (kind == "message").then_some(5), "{update}");
            }
        }
    }
}
