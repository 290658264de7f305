//! What a resident does, step by step, and what they wait for before the next step.

use cutri::emulator::{FeedEvent, FeedKind};
use serde_json::Value;

/// One act of a resident: an update for the bot.
pub(crate) struct Step {
    /// What they do.
    pub(crate) act: Act,
    /// What must be on the screen before they go on; the time is taken at the first reaction, whatever it is.
    pub(crate) until: fn(&FeedEvent) -> bool,
}

/// What a resident does.
#[derive(Clone, Copy)]
pub(crate) enum Act {
    /// Writes.
    Says(&'static str),
    /// Writes a question of their own.
    Asks,
    /// Presses the button that has these words, under the newest message with buttons.
    Presses(&'static str),
    /// Presses the first button there.
    PressesFirst,
    /// Presses a button that is not there, under the bot's newest message: the echo bot shows none.
    Pretends(&'static str),
}

/// What questions are about. Residents ask different things: one who asks what somebody else has asked is
/// offered that question first, which is another conversation.
const SUBJECTS: [&str; 32] = [
    "đường bê tông thôn Đoài",
    "cống thoát nước chợ Lương",
    "đèn chiếu sáng ngõ 12",
    "trạm bơm cánh đồng Mụa",
    "sân chơi trường mầm non",
    "xe chở đất rơi vãi",
    "bãi rác cạnh kênh Chắp",
    "cầu tạm qua sông Nhuệ",
    "nước sạch cuối nguồn",
    "loa truyền thanh xóm Bãi",
    "biển báo ngã tư Giáp Nhất",
    "kè bờ ao đình",
    "trụ điện nghiêng",
    "nhà văn hóa dột mái",
    "chó thả rông",
    "cửa sau xưởng mộc",
    "lớp học hè",
    "vỉa hè bong gạch",
    "hồ sơ chuyển nhượng",
    "khói lò gạch",
    "cây đổ sau bão",
    "bảo hiểm y tế hộ nghèo",
    "xe buýt tuyến 214",
    "lịch cắt điện",
    "giống lúa vụ chiêm",
    "nghĩa trang nhân dân",
    "wifi thư viện",
    "lan can mương Tám",
    "tiêm phòng gia cầm",
    "ổ gà dốc Miễu",
    "giờ mở cửa trạm y tế",
    "dải phân cách quốc lộ",
];

/// A question that hardly anybody else asks.
pub(crate) fn question(person: i64) -> String {
    let mut state = person.unsigned_abs();
    let mut subject = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let number = usize::try_from(state >> 59).unwrap_or(0);
        SUBJECTS[number % SUBJECTS.len()]
    };
    let (first, second, third, fourth) = (subject(), subject(), subject(), subject());
    format!("{first}; {second}; {third}; {fourth}. Bà con đề nghị cho biết bao giờ thì giải quyết?")
}

/// `/start`, consent, area, `/hoi`, the question, its category where the bot is in doubt, "Gửi".
pub(crate) const CONVERSATION: [Step; 7] = [
    Step {
        act: Act::Says("/start"),
        until: |seen| has_button(seen, "Đồng ý"),
    },
    Step {
        act: Act::Presses("Đồng ý"),
        until: |seen| has_button(seen, "Phường Đồng Văn"),
    },
    Step {
        act: Act::Presses("Phường Đồng Văn"),
        // The home keyboard, then the question for the neighbourhood, which may stay open.
        until: |seen| has_button(seen, "Bỏ qua"),
    },
    Step {
        act: Act::Says("/hoi"),
        until: |seen| {
            is_new(seen) && text(seen).is_some_and(|text| text.contains("kiến nghị điều gì"))
        },
    },
    Step {
        act: Act::Asks,
        until: |seen| has_button(seen, "📨 Gửi") || has_button(seen, "Lĩnh vực khác"),
    },
    Step {
        act: Act::PressesFirst,
        until: |seen| has_button(seen, "Gửi"),
    },
    Step {
        act: Act::Presses("Gửi"),
        until: |seen| is_new(seen) && mentions_code(seen),
    },
];

/// Under an offer of similar questions, or to make several of one: the resident has one more thing to press.
pub(crate) const ANYWAY: [&str; 2] = ["Vẫn gửi", "Để chung một câu"];

/// The same updates for a bot that only says them back.
pub(crate) const ECHO: [Step; 7] = [
    Step {
        act: Act::Says("/start"),
        until: is_new,
    },
    Step {
        act: Act::Pretends("agree:1"),
        until: is_new,
    },
    Step {
        act: Act::Pretends("area:dong-van"),
        until: is_new,
    },
    Step {
        act: Act::Says("/hoi"),
        until: is_new,
    },
    Step {
        act: Act::Asks,
        until: is_new,
    },
    Step {
        act: Act::Pretends("category:1:roads"),
        until: is_new,
    },
    Step {
        act: Act::Pretends("send:1"),
        until: is_new,
    },
];

/// Whether the message names a question, as receipts and cards do.
pub(crate) fn mentions_code(seen: &FeedEvent) -> bool {
    text(seen).is_some_and(|text| text.contains("DT-"))
}

/// The data of the button meant by `act` in a message.
pub(crate) fn button(message: &Value, act: Act) -> Option<&str> {
    match act {
        Act::Says(_) | Act::Asks => None,
        Act::Pretends(data) => Some(data),
        Act::Presses(words) => buttons(message)
            .find(|button| {
                button["text"]
                    .as_str()
                    .is_some_and(|text| text.contains(words))
            })?
            .get("callback_data")?
            .as_str(),
        Act::PressesFirst => buttons(message).next()?.get("callback_data")?.as_str(),
    }
}

fn is_new(seen: &FeedEvent) -> bool {
    seen.kind == FeedKind::Message
}

fn has_button(seen: &FeedEvent, words: &'static str) -> bool {
    button(&seen.more["message"], Act::Presses(words)).is_some()
}

fn text(seen: &FeedEvent) -> Option<&str> {
    seen.more["message"]["text"].as_str()
}

fn buttons(message: &Value) -> impl Iterator<Item = &Value> {
    message["reply_markup"]["inline_keyboard"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten()
}
