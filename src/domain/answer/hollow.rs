//! What makes an answer sound hollow: phrases that promise nothing, too few words, nothing that could be checked.
//!
//! A warning to the delegate before sending, never a block: sometimes a short word is all there is to say.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use regex::Regex;

use crate::domain::{said_day, text};

/// Phrases that say nothing by themselves, folded (without marks, lower case).
const PHRASES: &[&str] = &[
    "ghi nhan y kien",
    "ghi nhan kien nghi",
    "xin ghi nhan",
    "tiep thu y kien",
    "tiep thu kien nghi",
    "xin tiep thu",
    "se xem xet",
    "se nghien cuu",
    "dang xem xet",
    "se quan tam",
    "se luu y",
    "chuyen co quan chuc nang",
    "chuyen co quan co tham quyen",
    "chuyen cac co quan",
    "chuyen cap co tham quyen",
    "theo quy dinh cua phap luat",
    "trong thoi gian toi",
    "trong thoi gian som nhat",
    "khi co dieu kien",
    "khi bo tri duoc nguon von",
];

/// Words that begin the name of somebody who answers for something, folded.
const AGENCIES: &[&str] = &[
    "ubnd",
    "uy ban",
    "hdnd",
    "hoi dong nhan dan",
    "phong ",
    "so ",
    "ban quan ly",
    "cong an",
    "cong ty",
    "chi cuc",
    "trung tam",
    "truong ",
    "tram ",
    "benh vien",
    "dien luc",
    "mttq",
    "mat tran",
    "to dai bieu",
    "thanh tra",
    "toa an",
    "htx",
    "hop tac xa",
];

/// An answer of fewer words is less than a sentence.
const FEWEST_WORDS: usize = 5;
/// Beside a phrase that says nothing, an answer needs so many more words to say something.
const WORDS_BESIDE_PHRASE: usize = 25;

/// One thing to look at again before sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hollow {
    /// There are files and no words.
    OnlyFiles,
    /// It is shorter than a sentence.
    TooShort,
    /// It is made of phrases that say nothing.
    Boilerplate,
    /// It names no day, no agency and no number: nobody can check it.
    NothingToCheck,
    /// A field of a template is not filled in.
    UnfilledField,
}

/// A field of a template: words between square brackets.
const FIELD: &str = r"\[\p{L}[^\]\[\n]{1,40}\]";

#[expect(clippy::expect_used, reason = "a constant pattern, and a test uses it")]
static FIELDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(FIELD).expect("a constant pattern"));

/// What is to be looked at again in an answer with so many files.
#[must_use]
pub fn look_at(answer: &str, files: u32) -> Vec<Hollow> {
    let folded = text::fold(answer);
    let count = folded
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count();
    if count == 0 {
        return if files > 0 {
            vec![Hollow::OnlyFiles]
        } else {
            vec![Hollow::TooShort]
        };
    }
    let mut found = Vec::new();
    if FIELDS.is_match(answer) {
        found.push(Hollow::UnfilledField);
    }
    let has_phrase = PHRASES.iter().any(|phrase| folded.contains(phrase));
    let can_be_checked = says_something(answer, &folded);
    if has_phrase && (!can_be_checked || count < WORDS_BESIDE_PHRASE) && !names_day(answer) {
        found.push(Hollow::Boilerplate);
    }
    if count < FEWEST_WORDS {
        found.push(Hollow::TooShort);
    } else if !can_be_checked && !found.contains(&Hollow::Boilerplate) {
        found.push(Hollow::NothingToCheck);
    }
    found
}

/// A day, an agency or a number.
fn says_something(answer: &str, folded: &str) -> bool {
    let padded = format!(" {folded} ");
    names_day(answer)
        || answer.chars().any(|sign| sign.is_ascii_digit())
        || AGENCIES
            .iter()
            .any(|agency| padded.contains(&format!(" {agency}")))
}

/// Which day it is does not matter for whether one is named.
const ANY_DAY: Date = date(2026, 1, 1);

fn names_day(answer: &str) -> bool {
    !said_day::find(answer, ANY_DAY).is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn phrases_that_promise_nothing_are_noticed() {
        for answer in [
            "Xin ghi nhận ý kiến của cử tri.",
            "Tổ đại biểu sẽ xem xét.",
            "Đã chuyển cơ quan chức năng giải quyết theo quy định của pháp luật.",
            "Hội đồng tiếp thu ý kiến và se nghien cuu trong thời gian tới.",
        ] {
            assert!(
                look_at(answer, 0).contains(&Hollow::Boilerplate),
                "{answer}: {:?}",
                look_at(answer, 0)
            );
        }
    }

    #[test]
    fn an_answer_with_substance_is_left_alone() {
        for answer in [
            "Khởi công trong tháng 12, xong trước Tết.",
            "UBND phường đã cho nạo vét cống, mời bà con xem lại.",
            "Xin ghi nhận ý kiến. UBND phường sẽ sửa xong trước 30/9/2027.",
            "Đã thay 12 bóng đèn ở ngõ 3.",
        ] {
            assert_eq!(look_at(answer, 0), [], "{answer}");
        }
    }

    #[test]
    fn too_short_and_nothing_to_check_are_noticed() {
        assert_eq!(look_at("Đã rõ.", 0), [Hollow::TooShort]);
        assert_eq!(look_at("", 0), [Hollow::TooShort]);
        assert_eq!(look_at("", 2), [Hollow::OnlyFiles]);
        assert_eq!(
            look_at("Việc này bà con cứ yên tâm nhé", 0),
            [Hollow::NothingToCheck]
        );
    }

    #[test]
    fn a_field_that_nobody_filled_in_is_noticed() {
        assert!(
            look_at("UBND phường sẽ sửa xong trước [ngày hoàn thành].", 0)
                .contains(&Hollow::UnfilledField)
        );
        assert_eq!(look_at("Xem văn bản [1] của UBND phường.", 0), []);
    }

    proptest! {
        #[test]
        fn anything_is_survived(answer in "\\PC{0,80}", files in 0_u32..3) {
            let _ = look_at(&answer, files);
        }
    }
}
