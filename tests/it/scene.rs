//! Where most scenarios begin: Lan has asked, and her question lies on a card in the group of delegation 1.

use cutri::emulator::Seen;

use crate::{
    people::{Group, Person},
    world::{TOWN, Town},
};

/// The people of it.
pub struct Scene {
    pub town: Town,
    pub group: Group,
    pub mai: Person,
    pub lan: Person,
    pub code: String,
}

/// In the town of the examples.
pub async fn asked() -> Scene {
    asked_in(TOWN).await
}

/// In a town with another council file.
pub async fn asked_in(council: &str) -> Scene {
    let town = Town::with_council(council).await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?",
            "Giao thông",
        )
        .await;
    lan.forgets();
    mai.forgets();
    Scene {
        town,
        group,
        mai,
        lan,
        code,
    }
}

/// The town of the examples, where clerks sort what comes in.
pub fn clerks_sort() -> String {
    with_rule("triage = \"automatic\"", "triage = \"clerk\"")
}

/// The town of the examples, where a head approves every answer.
pub fn heads_approve() -> String {
    with_rule("approval = \"none\"", "approval = \"head\"")
}

/// The town of the examples with another rule.
pub fn with_rule(rule: &str, other: &str) -> String {
    let council = TOWN.replace(rule, other);
    assert_ne!(council, TOWN);
    council
}

impl Scene {
    /// One name each.
    pub fn parts(self) -> (Town, Group, Person, Person, String) {
        (self.town, self.group, self.mai, self.lan, self.code)
    }
}

/// The card of a question, as the newest message shows it.
pub fn card(person: &Person, code: &str) -> Seen {
    person.newest(|seen| seen.text.starts_with(code) && is_card(&seen.text))
}

/// Whether a message that begins with a code is a card: it says by when it is due, or that it is answered.
pub fn is_card(text: &str) -> bool {
    text.contains("Hạn trả lời") || text.contains("đã trả lời (")
}
