//! How papers say days, shares and people's words.

use jiff::civil::{Date, DateTime};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use crate::domain::report::clock::DayUnit;

/// A day by the rule of the decree: 05 tháng 02, 05 tháng 3.
pub(super) fn long_day(day: Date) -> String {
    let month = if day.month() <= 2 {
        format!("{:02}", day.month())
    } else {
        day.month().to_string()
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// A day in a table: 05/03/2026.
pub(super) fn short_day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// 08 giờ 00.
pub(super) fn hour(at: DateTime) -> String {
    format!("{:02} giờ {:02}", at.hour(), at.minute())
}

/// A share with one decimal and a comma: 39,1%. Of nothing there is none.
pub(super) fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let tenths = (part * 2000 + whole) / (2 * whole);
    format!("{},{}%", tenths / 10, tenths % 10)
}

/// A number of at least two digits, as numbers of documents and counts in running text are written: 05.
pub(super) fn two(number: usize) -> String {
    format!("{number:02}")
}

/// I, II, III, …
pub(super) fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number;
    let mut said = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            said.push_str(sign);
            left -= value;
        }
    }
    said
}

/// Somebody's words as a paper prints them: one form of each letter (NFC), no pictures, no controls, single spaces.
pub(super) fn words(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let is_kept = |letter: &char| !is_picture(*letter);
    // Most words are composed already, and composing them again is a tenth of a register's time.
    let kept: String = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.chars().filter(is_kept).collect(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().filter(is_kept).collect(),
    };
    let lines = kept
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Whether a paper prints it just as it is: most of what people write is so.
fn is_clean(text: &str) -> bool {
    let mut after_space = true;
    for letter in text.chars() {
        if is_picture(letter) || (letter.is_whitespace() && (letter != ' ' || after_space)) {
            return false;
        }
        after_space = letter == ' ';
    }
    (text.is_empty() || !after_space) && is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Names beside each other.
pub(super) fn list(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// The same as one line.
pub(super) fn one_line(text: &str) -> String {
    words(text).replace('\n', " ")
}

/// Without the sign at its end, so that ours can follow.
pub(super) fn without_end(text: &str) -> &str {
    text.trim_end_matches(['.', ';', ',', '/', ' '])
}

/// Emoji and their modifiers.
fn is_picture(letter: char) -> bool {
    matches!(u32::from(letter),
        0x1F000..=0x1FBFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF | 0xFE00..=0xFE0F | 0x200D | 0x20E3 | 0xE0000..=0xE007F
        | 0x2300..=0x23FF | 0x200B..=0x200F | 0xFEFF)
        || (letter.is_control() && letter != '\n' && letter != '\t')
}

/// How days are counted: "ngày", "ngày làm việc".
pub(super) fn days(unit: DayUnit) -> &'static str {
    match unit {
        DayUnit::Calendar => "ngày",
        DayUnit::Working => "ngày làm việc",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_get_a_zero_below_ten_and_months_below_three() {
        let say = |day: &str| long_day(day.parse().unwrap());
        assert_eq!(say("2026-02-05"), "ngày 05 tháng 02 năm 2026");
        assert_eq!(say("2026-03-05"), "ngày 05 tháng 3 năm 2026");
        assert_eq!(say("2026-12-15"), "ngày 15 tháng 12 năm 2026");
    }

    #[test]
    fn shares_have_one_decimal_and_a_comma() {
        assert_eq!(share(45, 115), "39,1%");
        assert_eq!(share(70, 115), "60,9%");
        assert_eq!(share(1, 1), "100,0%");
        assert_eq!(share(0, 0), "–");
    }

    #[test]
    fn what_is_clean_stays_as_it_is_and_what_is_not_is_cleaned() {
        for clean in ["", "a", "Đường hỏng quá, xin sửa"] {
            assert!(is_clean(clean), "{clean:?}");
            assert_eq!(words(clean), clean);
        }
        for (unclean, said) in [
            (" a", "a"),
            ("a ", "a"),
            (" ", ""),
            ("a  b", "a b"),
            ("a\tb", "a b"),
            ("a\n\nb", "a\nb"),
            ("a\u{a0}b", "a b"),
            ("e\u{301}", "\u{e9}"),
            ("a\u{1F600}", "a"),
        ] {
            assert!(!is_clean(unclean), "{unclean:?}");
            assert_eq!(words(unclean), said, "{unclean:?}");
        }
    }

    #[test]
    fn words_lose_pictures_and_keep_their_letters() {
        assert_eq!(
            words("Đường\u{1F600} hỏng  quá ❤️\n\n\u{7}a"),
            "Đường hỏng quá\na"
        );
        let decomposed = "e\u{302}\u{301}";
        assert_eq!(words(decomposed), "\u{1ebf}");
    }

    #[test]
    fn numerals_are_roman() {
        assert_eq!([1, 4, 5, 9, 14].map(roman), ["I", "IV", "V", "IX", "XIV"]);
    }
}
