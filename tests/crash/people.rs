//! People who use the bot by what they see on their screens. Everybody does each thing exactly once and
//! never again, however long it takes: what the bot loses stays lost, and the town stands still.

use std::collections::{HashMap, HashSet};

use cutri::emulator::{Press, Seen, Send, World};

/// What people ask about; the number of the resident makes each question the only one of its words.
const TOPICS: [&str; 6] = [
    "Đường vào ngõ trước nhà bị ngập mỗi khi mưa, bao giờ sửa?",
    "Rác ở đầu xóm ba ngày chưa có xe tới chở đi.",
    "Đèn đường ở ngã tư hỏng từ tháng trước, tối đi lại khó.",
    "Trường mầm non thiếu phòng học, bao giờ xây thêm?",
    "Mương thủy lợi bị lấp, ruộng không có nước.",
    "Nước sinh hoạt yếu vào buổi sáng, đề nghị kiểm tra.",
];

/// What only an open card says.
pub(crate) const OPEN_CARD: &str = "Trả lời (reply) vào thẻ này";

/// Where people live: every delegation has some of them.
const AREAS: [&str; 8] = [
    "Phường Đồng Văn",
    "Phường Bạch Thượng",
    "Phường Hòa Mạc",
    "Phường Châu Giang",
    "Xã Trác Văn",
    "Xã Tiên Sơn",
    "Phường Duy Minh",
    "Xã Mộc Bắc",
];

/// After so many residents, topic, area and way to begin come again in the same order.
pub(crate) const KINDS: usize = 24;

/// What a resident waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    /// Nothing yet: has not written.
    Asleep,
    /// The question whether they agree.
    ForConsent,
    /// The list of areas.
    ForAreas,
    /// "Ready."
    ForHome,
    /// "What do you want to ask?"
    ForPrompt,
    /// The list of categories.
    ForCategories,
    /// The preview.
    ForPreview,
    /// The receipt with the code.
    ForReceipt,
    /// The answer.
    ForAnswer,
    /// Nothing any more.
    Content,
}

/// A resident with one question.
pub(crate) struct Resident {
    /// Telegram id, and the id of the private chat.
    pub(crate) id: i64,
    /// The question, word for word.
    pub(crate) text: String,
    /// What they wait for.
    pub(crate) waits: Waits,
    /// The code on the receipt.
    pub(crate) code: Option<String>,
    /// How many messages said "received", one for each code.
    pub(crate) receipts: HashSet<String>,
    /// Residents of one kind read the same messages.
    pub(crate) kind: usize,
    /// Whether the first message is the question itself, without `/start` and `/hoi`.
    pub(crate) is_direct: bool,
    area: &'static str,
}

impl Resident {
    /// The resident with this number and Telegram id.
    pub(crate) fn new(number: usize, id: i64) -> Self {
        Self {
            id,
            // Not 113, 114 or 115: those are taken for a call for help.
            text: format!(
                "{} (cột mốc {})",
                TOPICS[number % TOPICS.len()],
                1_000 + number
            ),
            waits: Waits::Asleep,
            code: None,
            receipts: HashSet::new(),
            kind: number % KINDS,
            is_direct: number % 4 == 3,
            area: AREAS[number % AREAS.len()],
        }
    }

    /// How many things they will do at least: one more where the field is in doubt.
    pub(crate) fn acts(&self) -> usize {
        if self.is_direct { 4 } else { 6 }
    }

    /// The first message.
    pub(crate) fn begins(&mut self, world: &World) {
        let first = if self.is_direct { &self.text } else { "/start" };
        world.send(&Send::private(self.id, first)).unwrap();
        self.waits = Waits::ForConsent;
    }

    /// A message came or changed; gives how many things they did about it.
    pub(crate) fn sees(&mut self, world: &World, seen: &Seen) -> usize {
        if let Some(code) = code_after(&seen.text, "Đã nhận câu hỏi ") {
            self.receipts.insert(code);
        }
        let next = match self.waits {
            Waits::ForConsent if offers(seen, "Đồng ý") => {
                self.presses(world, seen, "Đồng ý");
                Waits::ForAreas
            }
            Waits::ForAreas if offers(seen, self.area) => {
                self.presses(world, seen, self.area);
                if self.is_direct {
                    Waits::ForCategories
                } else {
                    Waits::ForHome
                }
            }
            Waits::ForHome if seen.text.contains("Đại biểu của ông/bà: ") => {
                self.says(world, "/hoi");
                Waits::ForPrompt
            }
            Waits::ForPrompt if seen.text.contains("Ông/bà muốn hỏi hay kiến nghị") => {
                self.says(world, &self.text);
                Waits::ForCategories
            }
            Waits::ForCategories if seen.text.contains("thuộc lĩnh vực nào") => {
                let first = seen.buttons[0][0].text.clone();
                self.presses(world, seen, &first);
                Waits::ForPreview
            }
            Waits::ForCategories if offers(seen, "kiến nghị chung") => {
                self.presses(world, seen, "kiến nghị chung");
                Waits::ForCategories
            }
            Waits::ForCategories | Waits::ForPreview if offers(seen, "Vẫn gửi") => {
                self.presses(world, seen, "Vẫn gửi");
                Waits::ForPreview
            }
            // Where the words leave no doubt, no category is asked for.
            Waits::ForCategories | Waits::ForPreview
                if seen.text.contains("Xem lại trước khi gửi") =>
            {
                self.presses(world, seen, "📨 Gửi");
                Waits::ForReceipt
            }
            Waits::ForReceipt => {
                let Some(code) = code_after(&seen.text, "Đã nhận câu hỏi ") else {
                    return 0;
                };
                self.code = Some(code);
                self.waits = Waits::ForAnswer;
                return 0;
            }
            Waits::ForAnswer => {
                let code = self.code.as_deref().unwrap_or_default();
                if code_after(&seen.text, "Trả lời câu hỏi ").as_deref() == Some(code) {
                    assert!(seen.text.contains(&answer_to(code)), "{}", seen.text);
                    assert!(seen.text.contains(&self.text), "{}", seen.text);
                    self.waits = Waits::Content;
                }
                return 0;
            }
            _ => return 0,
        };
        self.waits = next;
        1
    }

    fn says(&self, world: &World, text: &str) {
        world.send(&Send::private(self.id, text)).unwrap();
    }

    fn presses(&self, world: &World, seen: &Seen, button: &str) {
        let press = Press::text(self.id, self.id, seen.message_id, button);
        world.press(&press).unwrap();
    }
}

/// The group of a body, with two delegates who answer every card.
pub(crate) struct Delegation {
    chat: i64,
    members: [i64; 2],
    /// The cards that were seen, by code, as they first stood there.
    pub(crate) cards: HashMap<String, String>,
    sent: HashSet<String>,
}

impl Delegation {
    /// The group `chat` of these delegates.
    pub(crate) fn new(chat: i64, members: [i64; 2]) -> Self {
        Self {
            chat,
            members,
            cards: HashMap::new(),
            sent: HashSet::new(),
        }
    }

    /// A message came or changed; gives how many things somebody did about it.
    pub(crate) fn sees(&mut self, world: &World, seen: &Seen) -> usize {
        if let Some(code) = code_after(&seen.text, "Xem trước · ") {
            if !offers(seen, "Gửi cử tri") || !self.sent.insert(code.clone()) {
                return 0;
            }
            let who = self.delegate_for(&code);
            let press = Press::text(self.chat, who, seen.message_id, "Gửi cử tri");
            world.press(&press).unwrap();
            return 1;
        }
        let Some(code) = code_after(&seen.text, "") else {
            return 0;
        };
        let is_open_card = seen.text.contains(OPEN_CARD);
        if !is_open_card || self.cards.contains_key(&code) {
            return 0;
        }
        let reply = Send::text(self.chat, self.delegate_for(&code), answer_to(&code))
            .reply_to(seen.message_id);
        world.send(&reply).unwrap();
        self.cards.insert(code, seen.text.clone());
        1
    }

    fn delegate_for(&self, code: &str) -> i64 {
        self.members[usize::from(code.bytes().last().unwrap_or(0)) % 2]
    }
}

/// The one answer to the question with this code.
fn answer_to(code: &str) -> String {
    format!("Tổ đã kiểm tra và giao đơn vị sửa trong tháng 12, theo câu {code}.")
}

fn offers(seen: &Seen, words: &str) -> bool {
    let mut buttons = seen.buttons.iter().flatten();
    buttons.any(|button| button.data.is_some() && button.text.contains(words))
}

/// The code that follows `words` at the beginning of a text.
fn code_after(text: &str, words: &str) -> Option<String> {
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let _ = rest;
    let at = if words.is_empty() {
        0
    } else {
        head.find(words)? + words.len()
    };
    let code: String = head[at..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    (code.starts_with("DT-") && code.len() >= 8).then_some(code)
}
