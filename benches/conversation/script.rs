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
    /// Presses the button that has these words, under the newest message with buttons.
    Presses(&'static str),
    /// Presses the first button there.
    PressesFirst,
    /// Presses a button that is not there, under the bot's newest message: the echo bot shows none.
    Pretends(&'static str),
}

const QUESTION: &str = "Đường vào thôn ngập mỗi khi trời mưa to, xe máy chết máy giữa đường, trẻ em đi học \
    phải lội nước. Bà con đề nghị cho biết bao giờ thì sửa?";

/// `/start`, consent, area, `/hoi`, the question, its category, "Gửi".
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
        until: has_home_keyboard,
    },
    Step {
        act: Act::Says("/hoi"),
        until: is_new,
    },
    Step {
        act: Act::Says(QUESTION),
        until: has_buttons,
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
        act: Act::Says(QUESTION),
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
        Act::Says(_) => None,
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

fn has_buttons(seen: &FeedEvent) -> bool {
    buttons(&seen.more["message"]).next().is_some()
}

fn has_button(seen: &FeedEvent, words: &'static str) -> bool {
    button(&seen.more["message"], Act::Presses(words)).is_some()
}

fn has_home_keyboard(seen: &FeedEvent) -> bool {
    seen.more["message"]["reply_markup"]["keyboard"].is_array()
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
