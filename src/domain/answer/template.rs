//! Templates (mẫu trả lời): a text with fields between square brackets, made of an answer that was good.

use std::sync::LazyLock;

use regex::Regex;

/// So many templates of its own a body may have: more than fit on a screen are not found again.
pub const MOST: usize = 12;

const DAY: &str = r"\b\d{1,2}\s?[/.\-]\s?\d{1,2}(?:\s?[/.\-]\s?(?:\d{4}|\d{2}))?\b";
const DOCUMENT: &str = r"\b\d+[\p{L}\d]*/\p{L}[\p{L}\d\-/.&]*";
const AMOUNT: &str = r"\b\d[\d.,]*\d\b|\b\d\b";

#[expect(
    clippy::expect_used,
    reason = "the patterns are constants, and a test uses them"
)]
static PATTERNS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [DOCUMENT, DAY, AMOUNT].map(|pattern| Regex::new(pattern).expect("a constant pattern"))
});

/// A text whose documents, days and numbers are fields to fill in; the words for them come from the locale.
#[must_use]
pub fn of_answer(text: &str, document: &str, day: &str, number: &str) -> String {
    let [documents, days, amounts] = &*PATTERNS;
    let text = documents.replace_all(text, format!("[{document}]"));
    let text = days.replace_all(&text, format!("[{day}]"));
    // The number of a point at the beginning of a line stays.
    text.lines()
        .map(|line| {
            let (point, rest) = split_point(line);
            format!(
                "{point}{}",
                amounts.replace_all(rest, format!("[{number}]"))
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn split_point(line: &str) -> (&str, &str) {
    let signs = line
        .find(|sign: char| !(sign.is_ascii_digit() || ".)/( ".contains(sign)))
        .unwrap_or(0);
    if line.get(..signs).is_some_and(|point| point.ends_with(' ')) {
        line.split_at(signs)
    } else {
        ("", line)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_belongs_to_one_case_becomes_a_field() {
        assert_eq!(
            of_answer(
                "1. UBND phường có công văn 12/UBND-KT ngày 20/11/2026.\n2. Thay 12 bóng đèn.",
                "số văn bản",
                "ngày",
                "số"
            ),
            "1. UBND phường có công văn [số văn bản] ngày [ngày].\n2. Thay [số] bóng đèn."
        );
    }

    proptest! {
        #[test]
        fn any_answer_can_be_a_template(text in "\\PC{0,60}") {
            let _ = of_answer(&text, "a", "b", "c");
        }
    }
}
