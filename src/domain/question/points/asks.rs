//! Whether a part of a message asks for something: names a trouble, a wish or a question.

use std::sync::LazyLock;

use crate::domain::{similarity, text};

/// Whether somebody could act upon it.
pub(super) fn asks(part: &str) -> bool {
    let folded = text::fold(part);
    if is_entry(&folded) {
        return false;
    }
    part.contains('?') || wishes(part, &folded) || similarity::names_trouble(part)
}

/// Whether it is a sentence that asks, not merely a thing that a semicolon sets beside others: "điểm thu gom rác
/// chợ Lương" names what somebody should do, "thu gom rác ở chợ Lương" asks for it.
pub(super) fn is_asking_sentence(part: &str) -> bool {
    if !asks(part) {
        return false;
    }
    if part.contains('?') {
        return true;
    }
    let lower = part.to_lowercase();
    let words = spaced(&lower);
    let folded = spaced(&text::fold(part));
    // A verb asks where a sentence begins; deeper inside it may be a part of what a thing is called.
    let begins =
        |verb: &String| words.starts_with(verb) || lower.is_ascii() && folded.starts_with(verb);
    let says = |word: &String| words.contains(word) || lower.is_ascii() && folded.contains(word);
    let (verbs, sayings) = &*SENTENCES;
    let things = part
        .split_whitespace()
        .skip(WORDS_OF_A_THING)
        .collect::<Vec<_>>();
    verbs.iter().any(begins)
        || sayings.iter().any(says)
        || similarity::names_trouble(&things.join(" "))
}

/// So many words at its beginning may be what a thing is called: "đường gom", "điểm thu gom".
const WORDS_OF_A_THING: usize = 3;

/// Whether a word of a wish is in it; where it has marks, with its marks.
fn wishes(part: &str, folded: &str) -> bool {
    let lower = part.to_lowercase();
    let (said, wishes) = if lower.is_ascii() {
        (spaced(folded), &*FOLDED_WISHES)
    } else {
        (spaced(&lower), &*SPACED_WISHES)
    };
    wishes.iter().any(|wish| said.contains(wish))
}

/// The words with spaces between and around them.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 2);
    spaced.push(' ');
    for word in text.split(|c: char| !text::is_alphanumeric(c)) {
        if !word.is_empty() {
            spaced.push_str(word);
            spaced.push(' ');
        }
    }
    spaced
}

static SPACED_WISHES: LazyLock<Vec<String>> = LazyLock::new(|| wished().map(spaced).collect());

static FOLDED_WISHES: LazyLock<Vec<String>> =
    LazyLock::new(|| wished().map(|wish| spaced(&text::fold(wish))).collect());

fn wished() -> impl Iterator<Item = &'static str> {
    SAYINGS.into_iter().chain(DEEDS)
}

/// Verbs that ask at the beginning of a sentence, and words that make one wherever they stand; each with marks and
/// without.
static SENTENCES: LazyLock<(Vec<String>, Vec<String>)> = LazyLock::new(|| {
    let both = |word: &&str| [spaced(word), spaced(&text::fold(word))];
    (
        DEEDS.iter().flat_map(both).collect(),
        SAYINGS.iter().flat_map(both).collect(),
    )
});

/// Words of wishes, of questions and of what is missing: no thing is called by them.
const SAYINGS: [&str; 34] = [
    "đề nghị",
    "kiến nghị",
    "xin",
    "mong",
    "yêu cầu",
    "cần",
    "nên",
    "phải",
    "bao giờ",
    "khi nào",
    "chừng nào",
    "tại sao",
    "vì sao",
    "sao",
    "chưa",
    "không",
    "thiếu",
    "hết",
    "chậm",
    "quá",
    "hay bị",
    "bị",
    "please",
    "when",
    "why",
    "need",
    "needs",
    "no",
    "not",
    "broken",
    "lack",
    "should",
    "fix",
    "repair",
];

/// A line of a form, folded: "Họ và tên: …", "Địa chỉ: …".
fn is_entry(folded: &str) -> bool {
    const ENTRIES: [&str; 16] = [
        "ho ten",
        "ho va ten",
        "ten",
        "dia chi",
        "so dien thoai",
        "sdt",
        "dien thoai",
        "cccd",
        "cmnd",
        "ngay sinh",
        "nam sinh",
        "sinh nam",
        "email",
        "noi o",
        "nguoi gui",
        "ngay cap",
    ];
    ENTRIES.iter().any(|entry| {
        let rest = folded.strip_prefix(entry);
        rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
    })
}

/// What is to be done. Some of these verbs are also in what things are called.
const DEEDS: [&str; 30] = [
    "sửa",
    "sửa chữa",
    "lắp",
    "lắp đặt",
    "làm",
    "xây",
    "xây dựng",
    "nâng cấp",
    "mở rộng",
    "mở",
    "tăng",
    "giảm",
    "bố trí",
    "hỗ trợ",
    "cấp",
    "kiểm tra",
    "xử lý",
    "giải quyết",
    "xem xét",
    "bổ sung",
    "trả",
    "chi trả",
    "thu gom",
    "dọn",
    "nạo vét",
    "khơi thông",
    "cắm",
    "thông báo",
    "công khai",
    "install",
];

/// Whether words say nothing but that several matters follow: "Tôi xin nêu mấy việc sau:".
pub(super) fn only_announces(lead: &str) -> bool {
    const SAID: [&str; 79] = [
        "2", "3", "4", "5", "6", "7", "8", "anh", "ba", "bac", "bay", "biet", "bieu", "bon", "cac",
        "can", "cau", "chau", "chi", "chinh", "chung", "co", "con", "cu", "cua", "cung", "dai",
        "dan", "day", "de", "dia", "dieu", "dong", "dung", "duoc", "duoi", "em", "gom", "gui",
        "hai", "hdnd", "ho", "hoi", "kien", "kinh", "la", "ly", "may", "mong", "mot", "muon",
        "nam", "nay", "neu", "nghi", "nhan", "nhu", "nhung", "noi", "phan", "phuong", "quy", "sau",
        "so", "the", "thon", "thua", "to", "toi", "tri", "trinh", "vai", "van", "ve", "viec",
        "voi", "xin", "xom", "y",
    ];
    const MATTERS: [&str; 6] = ["viec", "van de", "y kien", "kien nghi", "noi dung", "dieu"];
    let folded = text::fold(lead);
    let plain: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let joined = plain.join(" ");
    !plain.is_empty()
        && plain.len() <= 14
        && plain.iter().all(|word| SAID.contains(word))
        && MATTERS.iter().any(|matter| joined.contains(matter))
}
