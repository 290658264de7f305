//! Whether a message says what it is about at all: "the matter of last time, nobody has answered yet" does not.

use std::collections::BTreeSet;

/// A message that says something has so many different words that are not hollow.
const SAYING: usize = 2;

/// Folded words that stand in messages about anything: courtesy, asking, offices and those who sit in them, places in
/// general, answers given and not given, trouble in general. Sorted.
#[rustfmt::skip]
const HOLLOW: [&str; 321] = [
    "a", "again", "ai", "all", "am", "an", "and", "anh", "ap", "are", "at", "ba", "bac", "ban", "bao",
    "bat", "be", "been", "ben", "bi", "biet", "bieu", "bo", "bua", "buc", "buon", "ca", "cac", "cach",
    "cai", "can", "cap", "cau", "chac", "chang", "chau", "chi", "chinh", "chiu", "cho", "chot", "chu",
    "chua", "chuc", "chung", "chuyen", "co", "commune", "con", "cong", "council", "cu", "cua", "cung",
    "cuoc", "cuon", "da", "dai", "dan", "dang", "dao", "dau", "day", "de", "deleg", "delegates", "den",
    "di", "dia", "diem", "dieu", "dinh", "do", "doi", "done", "dong", "du", "dum", "dung", "duoc", "duoi",
    "dup", "dut", "e", "em", "en", "for", "from", "gap", "gi", "giai", "giam", "gio", "gioi", "gium",
    "giup", "gui", "ha", "hai", "hamlet", "has", "hau", "have", "hay", "hdnd", "help", "hen", "het", "hien",
    "hieu", "hinh", "ho", "hoac", "hoai", "hoi", "hom", "hon", "hop", "hua", "huong", "i", "im", "improv",
    "improve", "improved", "in", "is", "it", "k", "kem", "khac", "khan", "khi", "kho", "khong", "khu",
    "khuc", "kia", "kien", "kieu", "kinh", "kip", "ko", "la", "lai", "lam", "lan", "lang", "lanh", "last",
    "lau", "le", "len", "lien", "loi", "luc", "lun", "luon", "ma", "mai", "mat", "matter", "may", "me",
    "minh", "mink", "mn", "moi", "mong", "mot", "muc", "muon", "my", "nam", "nang", "nao", "nay", "nen",
    "nganh", "ngay", "nghe", "nghi", "nghia", "nghiem", "nguoi", "nha", "nham", "nhan", "nhat", "nhe",
    "nhieu", "nhin", "nho", "nhu", "nhung", "no", "noi", "not", "nothing", "nua", "o", "of", "on", "one",
    "ong", "or", "our", "people", "phai", "phan", "phap", "phia", "pho", "phuc", "phuong", "please",
    "problem", "qua", "quan", "que", "quy", "quyen", "quyet", "ra", "rang", "rat", "represent",
    "representatives", "roi", "rua", "sao", "sau", "se", "si", "sinc", "since", "situat", "situation",
    "som", "su", "tai", "tam", "te", "tham", "than", "thang", "that", "thay", "the", "them", "then", "theo",
    "thi", "thich", "thiet", "this", "thoi", "thon", "thong", "thua", "thuc", "tich", "tiep", "tim", "time",
    "tin", "tinh", "to", "toi", "tom", "ton", "tong", "tra", "tri", "trong", "tru", "trung", "truoc", "tu",
    "tui", "tung", "tuy", "ubnd", "us", "uy", "va", "vai", "van", "vao", "vay", "ve", "vi", "viec",
    "villag", "village", "visit", "vo", "voi", "vu", "vua", "vung", "want", "ward", "was", "we", "what",
    "when", "why", "with", "xa", "xem", "xet", "xin", "xom", "xu", "xuat", "xuong", "y", "yeu", "you",
    "your",
];

/// Whether `said`, folded words with single spaces, could be about anything.
pub(super) fn is_hollow(said: &str) -> bool {
    let words: BTreeSet<&str> = said
        .split(' ')
        .filter(|word| {
            let is_word = word.bytes().any(|byte| byte.is_ascii_alphabetic());
            is_word && HOLLOW.binary_search(word).is_err()
        })
        .collect();
    words.len() < SAYING
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::categorise::{Categoriser, SURE_OF_FIELD};

    #[test]
    fn the_words_are_sorted_and_folded() {
        assert!(HOLLOW.is_sorted());
        assert!(
            HOLLOW
                .iter()
                .all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()))
        );
    }

    #[test]
    fn of_a_message_that_says_nothing_no_field_is_sure() {
        for text in [
            "Đề nghị các cấp lãnh đạo quan tâm giải quyết dứt điểm việc của xóm tôi",
            "viec hom truoc toi noi voi dai bieu sao chua thay tra loi",
            "Nhờ cán bộ xem giúp chuyện đó với ạ",
            "The situation in our village has not improved since your last visit",
        ] {
            let verdict = Categoriser::builtin().categorise(text);
            assert!(
                verdict.categories[0].confidence < SURE_OF_FIELD,
                "{text}: {verdict:?}"
            );
        }
    }

    #[test]
    fn few_words_can_say_it() {
        for text in [
            "Mất điện suốt, nhờ xem giúp",
            "duong hong nang, de nghi sua",
            "Bao giờ có nước sạch?",
        ] {
            let verdict = Categoriser::builtin().categorise(text);
            assert!(
                verdict.categories[0].confidence >= SURE_OF_FIELD,
                "{text}: {verdict:?}"
            );
        }
    }
}
