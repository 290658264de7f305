//! Words that somebody of the office reads before a delegation does: coarse ones, and accusations of a person by name. Never a
//! reason to drop anything: who writes in anger may still be right.

use std::sync::LazyLock;

use crate::domain::{
    keyword::keywords,
    redaction,
    text::{self, Phrases},
};

keywords! {
    /// Why a clerk looks first.
    pub(crate) enum Manner {
        /// It insults.
        Coarse = "coarse",
        /// It says that somebody who is named did something punishable.
        Accuses = "accuses",
    }
}

/// Insults, with their marks: without them most are harmless words.
const COARSE: [&str; 36] = [
    "địt",
    "đụ má",
    "đụ mẹ",
    "đù má",
    "đéo",
    "lồn",
    "cặc",
    "buồi",
    "đĩ",
    "con đĩ",
    "chó đẻ",
    "óc chó",
    "đồ chó",
    "thằng chó",
    "lũ chó",
    "bọn chó",
    "mẹ mày",
    "bố mày",
    "con mẹ nó",
    "khốn nạn",
    "mất dạy",
    "vô học",
    "súc vật",
    "súc sinh",
    "thằng ngu",
    "đồ ngu",
    "lũ ngu",
    "bọn ngu",
    "đm",
    "đmm",
    "đcm",
    "đkm",
    "vcl",
    "vkl",
    "clgt",
    "cmnr",
];

/// The same as people type them without marks; only those that mean nothing else.
const COARSE_FOLDED: [&str; 7] = [
    "dit me",
    "dit con me",
    "dcm",
    "dkm",
    "do oc cho",
    "thang cho de",
    "do cho de",
];

/// What is punishable, folded.
const PUNISHABLE: [&str; 22] = [
    "tham nhung",
    "tham o",
    "an chan",
    "an bot",
    "hoi lo",
    "nhan tien lot tay",
    "lot tay",
    "vu loi",
    "truc loi",
    "chiem doat",
    "lua dao",
    "an cap",
    "an trom",
    "bao ke",
    "nhung nhieu",
    "hach sach",
    "rut ruot",
    "bien thu",
    "cuong doat",
    "an tien",
    "vo vet",
    "bao che",
];

/// Why a clerk looks at these words first; `None`: they are fit for everybody who works with them.
#[must_use]
pub(crate) fn of(words: &str) -> Option<Manner> {
    static INSULTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_words(COARSE));
    static INSULTS_FOLDED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_words(COARSE_FOLDED));
    static CRIMES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_words(PUNISHABLE));

    let folded = spaced(&text::fold(words));
    if INSULTS.any(&spaced(&words.to_lowercase())) || INSULTS_FOLDED.any(&folded) {
        return Some(Manner::Coarse);
    }
    (CRIMES.any(&folded) && redaction::names_somebody(words)).then_some(Manner::Accuses)
}

/// The words with one space around each, whatever stood between them.
fn spaced(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    let mut out = String::from(" ");
    for sign in text.nfc() {
        if sign.is_alphanumeric() {
            out.push(sign);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insults_are_looked_at_first_however_they_are_typed() {
        for words in [
            "ĐM sao đường mãi không sửa",
            "Bọn ngu ở xã bao giờ mới sửa đường",
            "dit me lam an kieu gi",
            "Làm ăn như ÓC CHÓ",
        ] {
            assert_eq!(of(words), Some(Manner::Coarse), "{words}");
        }
    }

    #[test]
    fn an_accusation_needs_a_name_and_something_punishable() {
        assert_eq!(
            of("Ông Nguyễn Văn Tám ăn chặn tiền hỗ trợ của dân"),
            Some(Manner::Accuses)
        );
        assert_eq!(
            of("bà Lê Thị Hoa nhận hối lộ khi làm sổ đỏ"),
            Some(Manner::Accuses)
        );
        for words in [
            "Đề nghị phòng chống tham nhũng trong xây dựng nông thôn mới",
            "Ông Nguyễn Văn Tám hứa sửa đường mà chưa làm",
        ] {
            assert_eq!(of(words), None, "{words}");
        }
    }

    #[test]
    fn ordinary_petitions_with_alike_words_pass() {
        for words in [
            "Đường lồi lõm, con lợn nhà tôi sổng ra",
            "Chó thả rông cắn người ở ngõ 3",
            "Cột điện đổ, mẹ mà đưa con đi học thì nguy hiểm",
            "Đề nghị mở lớp cho người mù chữ, thất học",
            "Du khách đến chùa đông, thiếu chỗ đỗ xe",
            "Buổi họp thôn bị hoãn",
            "Chợ bán chó mèo mất vệ sinh",
        ] {
            assert_eq!(of(words), None, "{words}");
        }
    }
}
