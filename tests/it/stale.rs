//! Nothing stale is left on a screen: a message whose buttons can only answer "this is over" must have lost them. Looked
//! for when a town ends, by pressing every button without doing anything.

use std::collections::BTreeSet;

use cutri::emulator::Seen;
use serde_json::json;

use crate::world::{ADMIN, Inner};

/// What is said where nothing can be done any more, whoever presses.
const OVER: [&str; 3] = [
    "Nút này không còn dùng được nữa.",
    "This button no longer works.",
    "Việc này đã quyết định rồi.",
];

impl Inner {
    /// The messages whose every button is over, in words.
    pub fn stale_buttons(&self) -> Vec<String> {
        let chats = self.looks(|eyes| eyes.chats());
        let mut presses = Vec::new();
        for chat in chats {
            let messages = self.emulator.world.messages(chat);
            let people: BTreeSet<i64> = if chat > 0 {
                BTreeSet::from([chat])
            } else {
                let wrote = messages.iter().filter(|seen| !seen.from_bot);
                wrote.map(|seen| seen.from_id).chain([ADMIN]).collect()
            };
            for seen in messages.into_iter().filter(|seen| seen.from_bot) {
                let data: Vec<String> = seen
                    .buttons
                    .iter()
                    .flatten()
                    .filter_map(|button| button.data.clone())
                    .collect();
                if !data.is_empty() {
                    presses.push((chat, seen, data, people.clone()));
                }
            }
        }
        self.rehearse(presses)
    }

    fn rehearse(&self, presses: Vec<(i64, Seen, Vec<String>, BTreeSet<i64>)>) -> Vec<String> {
        let now = self.now();
        std::thread::scope(|scope| {
            let rehearsal = scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .build()
                    .unwrap();
                runtime.block_on(async {
                    let bot = self.bot.lock().await;
                    let Some(bot) = bot.as_ref() else {
                        return Vec::new();
                    };
                    let mut stale = Vec::new();
                    for (chat, seen, data, people) in presses {
                        for person in people {
                            let mut all_over = true;
                            for data in &data {
                                let press = press(chat, person, &seen, data);
                                let said = bot.would_say(press, now).await;
                                all_over &= said.is_some_and(|said| OVER.contains(&said.as_str()));
                                if !all_over {
                                    break;
                                }
                            }
                            if all_over {
                                stale.push(format!("{chat}/{}: {}", seen.message_id, seen.text));
                                break;
                            }
                        }
                    }
                    stale
                })
            });
            rehearsal.join().unwrap()
        })
    }
}

fn press(chat: i64, person: i64, seen: &Seen, data: &str) -> String {
    let place = if chat > 0 {
        json!({ "id": chat, "type": "private", "first_name": "Ai đó" })
    } else {
        json!({ "id": chat, "type": "supergroup", "title": "Nhóm" })
    };
    json!({
        "update_id": 1,
        "callback_query": {
            "id": "rehearsal",
            "from": { "id": person, "is_bot": false, "first_name": "Ai đó" },
            "message": { "message_id": seen.message_id, "date": 1, "chat": place, "text": seen.text },
            "chat_instance": "1",
            "data": data,
        },
    })
    .to_string()
}
