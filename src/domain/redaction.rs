//! What must not be published: phone and identity numbers, e-mail addresses, names of people.
//!
//! Applied to everything that anybody may read. It errs on the side of hiding; a clerk's eye stays needed
//! for what no rule can see.

use std::sync::LazyLock;

use regex::Regex;

/// What stands where something was hidden.
pub const HIDDEN: &str = "[…]";

/// Digits that belong together: phone, identity card, account. Nine or more, with separators in between;
/// dates and amounts of money are shorter or look different.
const NUMBERS: &str = r"(?:\+?\d[\s.\-]?){8,}\d";
/// An e-mail address.
const MAIL: &str = r"[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}";
/// A Telegram or social account.
const ACCOUNT: &str = r"(?:^|\s)@[A-Za-z]\w{3,}|(?:t\.me|facebook\.com|fb\.com|zalo\.me)/\S+";
/// A name after a word that announces one: "tôi tên là Nguyễn Văn A", "ông Trần B", "anh Nam".
const NAME: &str = r"(?x)
    \b((?i:tên\s+(?:tôi\s+)?là|tên\s+tôi|tôi\s+là|em\s+là|cháu\s+là|con\s+là|
        ông|bà|anh|chị|cô|chú|bác|thím|dì|cậu|em|cháu|cụ|
        họ\s+(?:và\s+)?tên\s*:?|người\s+gửi\s*:?))
    \s+((?:\p{Lu}[\p{Ll}\p{M}]+)(?:\s+\p{Lu}[\p{Ll}\p{M}]*)*)";

#[expect(
    clippy::expect_used,
    reason = "the patterns are constants, and a test compiles them"
)]
static PATTERNS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [NUMBERS, MAIL, ACCOUNT, NAME].map(|pattern| Regex::new(pattern).expect("a constant pattern"))
});

/// The text without what could reach a person: what a group may read (names in a petition are often its
/// very matter, phones never are).
#[must_use]
pub fn without_contacts(text: &str) -> String {
    let [numbers, mail, account, _] = &*PATTERNS;
    let text = mail.replace_all(text, HIDDEN);
    let text = account.replace_all(&text, format!(" {HIDDEN}"));
    numbers.replace_all(&text, HIDDEN).into_owned()
}

/// The text without what could name or reach a person: what anybody may read.
#[must_use]
pub fn redact(text: &str) -> String {
    let [_, _, _, name] = &*PATTERNS;
    name.replace_all(&without_contacts(text), format!("$1 {HIDDEN}"))
        .into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn phones_papers_and_addresses_are_hidden() {
        let hidden = redact(
            "Gọi tôi 0912 345 678 hoặc +84912345678, CCCD 035123456789, mail lan.n@gmail.com",
        );
        assert!(!hidden.contains("345"), "{hidden}");
        assert!(!hidden.contains("gmail"), "{hidden}");
    }

    #[test]
    fn names_after_the_words_that_announce_them_are_hidden() {
        let hidden = redact("Tôi tên là Nguyễn Thị Lan, nhà cạnh ông Trần Văn Bình ở xóm 3");
        assert_eq!(hidden, "Tôi tên là […], nhà cạnh ông […] ở xóm 3");
    }

    #[test]
    fn dates_amounts_and_places_stay() {
        let text = "Đường ĐT 493 qua Phường Đồng Văn hỏng từ 15/9/2026, xin 1.500.000 đồng, ông ấy hứa rồi";
        assert_eq!(redact(text), text);
    }

    proptest! {
        #[test]
        fn any_text_can_be_redacted(text in "\\PC{0,200}") {
            let _ = redact(&text);
        }
    }
}
