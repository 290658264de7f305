//! People as verbs: what they say, press and read.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    fmt::Write as _,
};

use cutri::emulator::{ChatKind, Edit, MemberChange, NewUser, Press, Seen, Send, Status};

use crate::world::Town;

/// Somebody in a chat: a resident in private, a delegate in a group.
pub struct Person {
    town: Town,
    pub id: i64,
    pub chat: i64,
    /// What was on the screen when they last read, by message.
    read: RefCell<BTreeMap<i64, String>>,
    spent: Cell<Spent>,
}

/// What somebody did to get something done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// Buttons pressed, links opened.
    pub taps: usize,
    /// Things written or sent.
    pub messages: usize,
}

impl Person {
    pub fn new(town: Town, id: i64, chat: i64) -> Self {
        Self {
            town,
            id,
            chat,
            read: RefCell::default(),
            spent: Cell::default(),
        }
    }

    /// What they did since the last time this was asked.
    pub fn spends(&self) -> Spent {
        self.spent.take()
    }

    fn spend(&self, taps: usize, messages: usize) {
        let before = self.spent.get();
        self.spent.set(Spent {
            taps: before.taps + taps,
            messages: before.messages + messages,
        });
    }

    /// Taps a key of the keyboard at the bottom.
    pub async fn taps_key(&self, label: &str) {
        let before = self.spent.get();
        self.says(label).await;
        self.spent.set(before);
        self.spend(1, 0);
    }

    /// Where they live.
    pub fn town(&self) -> Town {
        self.town.clone()
    }

    /// Writes a text; the bot does what it does.
    pub async fn says(&self, text: &str) -> i64 {
        let message = self.says_without_waiting(text);
        self.town.settle().await;
        message
    }

    /// Writes a text; nothing happens yet.
    pub fn says_without_waiting(&self, text: &str) -> i64 {
        // START, after a link or on a fresh chat, is a button.
        let is_start = text.starts_with("/start");
        self.spend(usize::from(is_start), usize::from(!is_start));
        self.town
            .world()
            .send(&Send::text(self.chat, self.id, text))
            .unwrap()
    }

    /// Replies to the newest message of the bot whose text contains `words`.
    pub async fn replies_to(&self, words: &str, text: &str) -> i64 {
        let message = self.replies_without_waiting(words, text);
        self.town.settle().await;
        message
    }

    pub fn replies_without_waiting(&self, words: &str, text: &str) -> i64 {
        self.spend(0, 1);
        let to = self
            .newest(|seen| seen.from_bot && seen.text.contains(words))
            .message_id;
        self.town
            .world()
            .send(&Send::text(self.chat, self.id, text).reply_to(to))
            .unwrap()
    }

    /// Replies to one message; nothing happens yet.
    pub fn replies_without_waiting_to(&self, message: i64, text: &str) {
        let send = Send::text(self.chat, self.id, text).reply_to(message);
        self.town.world().send(&send).unwrap();
    }

    /// Sends anything else.
    pub async fn sends(&self, send: Send) {
        self.sends_without_waiting(send);
        self.town.settle().await;
    }

    /// Sends anything else; nothing happens yet.
    pub fn sends_without_waiting(&self, send: Send) {
        self.spend(0, 1);
        self.town
            .world()
            .send(&Send {
                chat_id: self.chat,
                user_id: self.id,
                ..send
            })
            .unwrap();
    }

    /// Changes the words of their newest message that contains `words`; nothing happens yet.
    pub fn edits_without_waiting(&self, words: &str, text: &str) {
        let theirs = self.newest(|seen| seen.from_id == self.id && seen.text.contains(words));
        let edit = Edit {
            chat_id: self.chat,
            user_id: self.id,
            message_id: theirs.message_id,
            text: text.to_owned(),
            ..Edit::default()
        };
        self.town.world().edit(&edit).unwrap();
    }

    /// Changes the words of a message.
    pub async fn edits(&self, message: i64, text: &str) {
        let edit = Edit {
            chat_id: self.chat,
            user_id: self.id,
            message_id: message,
            text: text.to_owned(),
            ..Edit::default()
        };
        self.town.world().edit(&edit).unwrap();
        self.town.settle().await;
    }

    /// Presses the newest inline button whose words contain `label`; gives what flashed up.
    pub async fn presses(&self, label: &str) -> String {
        let press = self.presses_without_waiting(label);
        self.town.settle().await;
        self.flashed(&press)
    }

    /// Presses it; nothing happens yet. Gives the press.
    pub fn presses_without_waiting(&self, label: &str) -> String {
        let message = self.newest(|seen| {
            seen.json["reply_markup"]["inline_keyboard"].is_array()
                && seen
                    .buttons
                    .iter()
                    .flatten()
                    .any(|button| button.text.contains(label))
        });
        self.presses_under(message.message_id, label)
    }

    /// Presses a button of one message; nothing happens yet. Gives the press.
    pub fn presses_under(&self, message: i64, label: &str) -> String {
        self.spend(1, 0);
        self.town
            .world()
            .press(&Press::text(self.chat, self.id, message, label))
            .unwrap()
    }

    /// Sends data as a manipulated app can, under the newest message of the bot.
    pub async fn forges(&self, data: &str) -> String {
        let message_id = self.newest(|seen| seen.from_bot).message_id;
        let press = self
            .town
            .world()
            .press(&Press {
                chat_id: self.chat,
                user_id: self.id,
                message_id,
                data: Some(data.to_owned()),
                forged: true,
                ..Press::default()
            })
            .unwrap();
        self.town.settle().await;
        self.flashed(&press)
    }

    /// Sends data as a manipulated app can, under one message.
    pub async fn forges_under(&self, message_id: i64, data: &str) -> String {
        let press = self
            .town
            .world()
            .press(&Press {
                chat_id: self.chat,
                user_id: self.id,
                message_id,
                data: Some(data.to_owned()),
                forged: true,
                ..Press::default()
            })
            .unwrap();
        self.town.settle().await;
        self.flashed(&press)
    }

    /// What the bot answered to a press.
    pub fn flashed(&self, press: &str) -> String {
        let answer = self.town.world().callback_answer(press);
        answer.map(|answer| answer.text).unwrap_or_default()
    }

    /// Blocks the bot.
    pub async fn blocks(&self) {
        self.town.world().set_blocked(self.id, true);
        self.town.settle().await;
    }

    /// Unblocks it.
    pub async fn unblocks(&self) {
        self.town.world().set_blocked(self.id, false);
        self.town.settle().await;
    }

    /// Everything from the bot that is new or changed since the last time, as it stands on the screen.
    pub fn reads(&self) -> String {
        let mut page = String::new();
        for seen in self.town.world().messages(self.chat) {
            let shown = shown(&seen);
            let before = self
                .read
                .borrow_mut()
                .insert(seen.message_id, shown.clone());
            if !seen.from_bot || before.as_ref() == Some(&shown) {
                continue;
            }
            if before.is_some() {
                page.push_str("(đã sửa) ");
            }
            page.push_str(&shown);
            page.push('\n');
        }
        page
    }

    /// What was said until now is not read again.
    pub fn forgets(&self) {
        self.reads();
    }

    /// Every message of the bot on the screen.
    pub fn screen(&self) -> Vec<String> {
        let seen = self.town.world().messages(self.chat);
        seen.into_iter()
            .filter(|seen| seen.from_bot)
            .map(|seen| seen.text)
            .collect()
    }

    /// The newest message that fits.
    pub fn newest(&self, fits: impl Fn(&Seen) -> bool) -> Seen {
        let newest = self.town.world().newest(self.chat, fits);
        newest.unwrap_or_else(|| panic!("no such message; on the screen:\n{:#?}", self.screen()))
    }

    /// Says that the words are a petition, if the bot took them for something else.
    pub async fn insists(&self) {
        let label = "kiến nghị chung";
        let newest = self.newest(|seen| seen.from_bot);
        let held = newest.buttons.iter().flatten();
        if held.into_iter().any(|button| button.text.contains(label)) {
            self.presses(label).await;
        }
    }

    /// Puts the draft into this field: it stands in the preview already, among the three proposed, or among all.
    pub async fn chooses(&self, category: &str) {
        for way in ["Đổi lĩnh vực", "Lĩnh vực khác"] {
            if !self.is_offered(category) && self.is_offered(way) {
                self.presses(way).await;
            }
        }
        self.presses(category).await;
    }

    /// Takes the field that is proposed first, unless one stands in the preview already.
    pub async fn takes_the_first_field(&self) {
        if !self.is_offered("📨 Gửi") {
            let newest = self.newest(|seen| seen.from_bot && !seen.buttons.is_empty());
            self.presses(&newest.buttons[0][0].text).await;
        }
    }

    /// Whether the newest message with buttons has one with these words.
    pub fn is_offered(&self, label: &str) -> bool {
        let newest = self.newest(|seen| seen.json["reply_markup"]["inline_keyboard"].is_array());
        let buttons = newest.buttons.iter().flatten();
        buttons
            .into_iter()
            .any(|button| button.text.contains(label))
    }

    /// Asks a question all the way to the receipt; gives its code.
    pub async fn asks(&self, text: &str, category: &str) -> String {
        self.says("/hoi").await;
        self.says(text).await;
        self.insists().await;
        self.chooses(category).await;
        self.presses("Gửi").await;
        let receipt = self.newest(|seen| seen.from_bot && seen.text.contains("Đã nhận câu hỏi"));
        receipt
            .text
            .lines()
            .next()
            .unwrap()
            .rsplit(' ')
            .next()
            .unwrap()
            .to_owned()
    }
}

fn shown(seen: &Seen) -> String {
    let mut shown = String::new();
    if seen.reply_to.is_some() {
        shown.push_str("↩ ");
    }
    shown.push_str(&seen.text);
    let is_inline = seen.json["reply_markup"]["inline_keyboard"].is_array();
    for row in &seen.buttons {
        shown.push_str("\n  ");
        for button in row {
            let (open, close) = if is_inline {
                ('[', ']')
            } else {
                ('⟨', '⟩')
            };
            let _ = write!(shown, "{open}{}{close} ", button.text);
        }
    }
    shown.push('\n');
    shown
}

/// A group of a body.
pub struct Group {
    town: Town,
    pub id: i64,
}

impl Group {
    pub fn new(town: Town, id: i64) -> Self {
        Self { town, id }
    }

    /// The administrator links it.
    pub async fn links(&self, body: &str) {
        self.town
            .admin_in(self.id)
            .says(&format!("/lienket {body}"))
            .await;
    }

    /// A new member.
    pub fn member(&self, name: &str) -> Person {
        let id = self.town.world().create_user(NewUser::named(name));
        self.changes(id, Status::Member);
        Person::new(self.town.clone(), id, self.id)
    }

    /// Somebody known comes in.
    pub fn admits(&self, user_id: i64) {
        self.changes(user_id, Status::Member);
    }

    /// Somebody goes.
    pub async fn loses(&self, user_id: i64) {
        self.changes(user_id, Status::Left);
        self.town.settle().await;
    }

    /// Somebody new comes in and takes the second question on and off, so the bot knows the name.
    pub async fn acts(&self, name: &str) {
        let person = self.member(name);
        person.forges("rl:2").await;
    }

    /// Whether the bot is there.
    pub fn has_bot(&self) -> bool {
        self.town
            .world()
            .is_member(self.id, self.town.world().bot_id())
    }

    /// Somebody becomes something else there, and the bot has not looked yet.
    pub fn becomes(&self, user_id: i64, status: Status) {
        self.changes(user_id, status);
    }

    /// The bot is thrown out, or comes back.
    pub async fn bot_becomes(&self, status: Status) {
        self.changes(self.town.world().bot_id(), status);
        self.town.settle().await;
    }

    fn changes(&self, user_id: i64, status: Status) {
        let change = MemberChange {
            chat_id: self.id,
            user_id,
            status,
            actor_id: None,
            rights: None,
        };
        self.town.world().set_member(&change).unwrap();
    }

    /// The group becomes a supergroup; it is known by its new id from now on.
    pub fn migrates(self) -> Self {
        let id = self.town.world().migrate(self.id).unwrap();
        Self {
            town: self.town,
            id,
        }
    }

    /// A group that is not a supergroup yet.
    pub fn basic(town: &Town, title: &str) -> Self {
        town.group(title, ChatKind::Group)
    }
}
