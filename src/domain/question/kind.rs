//! What sort of words a question is made of: a first guess by plain rules, which a clerk may correct.

use super::QuestionKind;
use crate::domain::{categorise::Kind, text};

/// Guesses the kind of a question. `taken_for` is what the categoriser says of the same words.
///
/// A petition is what most are, so everything unclear is one: the other kinds need their own words.
#[must_use]
pub fn guess(words: &str, taken_for: Kind) -> QuestionKind {
    let folded = format!(" {} ", text::words(words).join(" "));
    let has = |any: &[&str]| {
        any.iter()
            .any(|phrase| folded.contains(&format!(" {phrase} ")))
    };
    let asks = has(REQUESTS) || words.contains('?');
    if has(&["du thao", "ban thao"])
        && has(&["gop y", "y kien", "tham gia", "de nghi sua", "bo sung"])
    {
        return QuestionKind::Opinion;
    }
    if has(SESSION) {
        return QuestionKind::Question;
    }
    if !asks && (taken_for == Kind::Praise || has(THANKS)) {
        return QuestionKind::Thanks;
    }
    if !has(REQUESTS) && has(REPORTS) {
        return QuestionKind::Report;
    }
    QuestionKind::Petition
}

/// Words that want something done.
const REQUESTS: &[&str] = &[
    "de nghi",
    "kien nghi",
    "mong",
    "yeu cau",
    "xin duoc",
    "can som",
];
/// Words that address a session (kỳ họp).
const SESSION: &[&str] = &[
    "chat van",
    "hoi ky hop",
    "cau hoi cho ky hop",
    "cau hoi truoc ky hop",
    "tra loi tai ky hop",
    "tra loi truoc ky hop",
    "giai trinh tai ky hop",
];
/// Words that thank or praise.
const THANKS: &[&str] = &["cam on", "khen", "bieu duong", "tuyen duong"];
/// Words that tell of something.
const REPORTS: &[&str] = &[
    "phan anh",
    "xin bao",
    "bao cho",
    "tinh trang",
    "hien tuong",
    "thong bao",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_kind_has_its_own_words() {
        let cases = [
            ("Đề nghị sửa đường vào thôn", QuestionKind::Petition),
            (
                "Tôi phản ánh đèn đường hỏng, kiến nghị thay sớm",
                QuestionKind::Petition,
            ),
            (
                "Bao giờ thì sửa đường Nguyễn Hữu Tiến?",
                QuestionKind::Petition,
            ),
            (
                "Tôi xin phản ánh đèn đường ngõ 5 hỏng cả tháng",
                QuestionKind::Report,
            ),
            (
                "tinh trang do rac thai ven song cho luong",
                QuestionKind::Report,
            ),
            (
                "Góp ý dự thảo nghị quyết về học phí: mức thu còn cao",
                QuestionKind::Opinion,
            ),
            (
                "Chất vấn Chủ tịch UBND về tiến độ trường học",
                QuestionKind::Question,
            ),
            (
                "Xin đại biểu trả lời tại kỳ họp: vì sao chậm đền bù?",
                QuestionKind::Question,
            ),
            ("Cảm ơn các bác đã làm xong con đường", QuestionKind::Thanks),
            (
                "Cảm ơn đại biểu, đề nghị làm nốt đoạn còn lại",
                QuestionKind::Petition,
            ),
        ];
        for (words, kind) in cases {
            assert_eq!(guess(words, Kind::Petition), kind, "{words}");
        }
        assert_eq!(
            guess("Đường mới đẹp lắm", Kind::Praise),
            QuestionKind::Thanks
        );
    }

    proptest! {
        #[test]
        fn marks_do_not_change_the_kind(at in 0_usize..3) {
            let words = ["Tôi phản ánh rác thải", "Chất vấn về trường học", "Góp ý dự thảo nghị quyết"][at];
            prop_assert_eq!(guess(words, Kind::Petition), guess(&text::fold(words), Kind::Petition));
        }

        #[test]
        fn no_text_makes_guessing_panic(words in "\\PC{0,200}") {
            let _ = guess(&words, Kind::Petition);
        }
    }
}
