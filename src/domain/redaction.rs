//! What must not be published: phone and identity numbers, e-mail addresses, names of people.
//!
//! Applied to everything that anybody may read. It errs on the side of hiding; a clerk's eye stays needed
//! for what no rule can see.

use std::{borrow::Cow, sync::LazyLock};

use regex::Regex;
use unicode_normalization::char::is_combining_mark;

/// What stands where something was hidden.
pub const HIDDEN: &str = "[…]";

/// Digits that belong together: phone, identity card, account. Nine or more, with separators in between;
/// dates and amounts of money are shorter or look different.
const NUMBERS: &str = r"(?:\+?\d[\s.\-]?){8,}\d";
/// An e-mail address.
const MAIL: &str = r"[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}";
/// A Telegram or social account.
const ACCOUNT: &str = r"(?:^|\s)@[A-Za-z]\w{3,}|(?:t\.me|facebook\.com|fb\.com|zalo\.me)/\S+";
/// A name after a word that announces one: "tôi tên là Nguyễn Văn A", "ông Trần B", "anh Nam". That the first word
/// begins where the match begins is for the caller to see.
const NAME: &str = r"(?x)
    ((?i:tên\s+(?:tôi\s+)?là|tên\s+tôi|tôi\s+là|em\s+là|cháu\s+là|con\s+là|
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
    // What most texts cannot have is not searched for: searching costs more than all the rest of a preview.
    let mut text = Cow::Borrowed(text);
    if text.contains('@') {
        hide(&mut text, mail, HIDDEN);
    }
    if text.contains(['@', '/']) {
        hide(&mut text, account, &format!(" {HIDDEN}"));
    }
    if text.chars().filter(|c| c.is_numeric()).nth(8).is_some() {
        hide(&mut text, numbers, HIDDEN);
    }
    text.into_owned()
}

fn hide(text: &mut Cow<'_, str>, pattern: &Regex, behind: &str) {
    if let Cow::Owned(hidden) = pattern.replace_all(text, behind) {
        *text = Cow::Owned(hidden);
    }
}

/// The text without what could name or reach a person: what anybody may read.
#[must_use]
pub fn redact(text: &str) -> String {
    let [_, _, _, name] = &*PATTERNS;
    let text = without_contacts(text);
    let mut redacted = String::with_capacity(text.len());
    let (mut done, mut at) = (0, 0);
    while let Some(hit) = name.find_at(&text, at) {
        // Found without its groups, and without looking for the word's edge: ten times as fast.
        let mut before = text[..hit.start()].chars();
        if before.next_back().is_some_and(is_of_word) {
            at = hit.start() + text[hit.start()..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let announced = name.captures_at(&text, hit.start());
        let word_end = announced.and_then(|groups| Some(groups.get(1)?.end()));
        redacted.push_str(&text[done..word_end.unwrap_or(hit.start())]);
        redacted.push(' ');
        redacted.push_str(HIDDEN);
        (done, at) = (hit.end(), hit.end());
    }
    redacted.push_str(&text[done..]);
    redacted
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining_mark(c)
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
    fn a_word_that_only_ends_like_one_announces_nothing() {
        let text = "Khoanh Nam Sơn, quanh Nam Định, Canh Ông Trạng; anh Nam";
        assert_eq!(
            redact(text),
            "Khoanh Nam Sơn, quanh Nam Định, Canh Ông […]; anh […]"
        );
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
