//! Several matters in one message: numbered points, or paragraphs that are about different fields.
//!
//! Nothing is ever lost: what stands before the first point goes with every one.

use super::draft::QuestionText;

/// More points than this are one long letter, not several questions.
pub const MOST: usize = 8;

/// The numbered points of a text, each with what stood before the first one. Fewer than two: none.
#[must_use]
pub fn numbered(text: &str) -> Vec<String> {
    let mut before: Vec<&str> = Vec::new();
    let mut points: Vec<Vec<&str>> = Vec::new();
    for line in text.lines() {
        match point(line, points.len() + 1) {
            Some(words) => points.push(vec![words]),
            None => match points.last_mut() {
                Some(open) => open.push(line),
                None => before.push(line),
            },
        }
    }
    let before = before.join("\n").trim().to_owned();
    whole(
        points
            .into_iter()
            .map(|lines| lines.join("\n").trim().to_owned()),
    )
    .into_iter()
    .map(|point| {
        if before.is_empty() {
            point
        } else {
            format!("{before}\n{point}")
        }
    })
    .collect()
}

/// The numbers of points that an answer takes up, in whatever order: "1. …", "2) …", "Ý 2: …", "(3) …",
/// "Về ý thứ hai, …". An answer may leave some out, so the order is not looked at.
#[must_use]
pub fn numbered_loosely(answer: &str) -> Vec<u8> {
    answer
        .lines()
        .filter_map(|line| {
            let line = line.trim_start();
            let lower = line.to_lowercase();
            (1..=MOST)
                .find(|number| point(line, *number).is_some() || names_point(&lower, *number))
                .and_then(|number| u8::try_from(number).ok())
        })
        .collect()
}

/// "ý 2 …", "câu 2: …", "về ý thứ hai …", at the beginning of a line in lower case.
fn names_point(line: &str, number: usize) -> bool {
    let line = line.strip_prefix("về ").unwrap_or(line);
    let Some(rest) = ["ý ", "câu ", "nội dung ", "điểm "]
        .iter()
        .find_map(|word| line.strip_prefix(word))
    else {
        return false;
    };
    let ends = |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric());
    let counted = WORDS.get(number - 1);
    rest.strip_prefix(&number.to_string()).is_some_and(ends)
        || counted.is_some_and(|(_, ordinal)| rest.strip_prefix(ordinal).is_some_and(ends))
}

/// The paragraphs of a text, if every one could be a question. Whether they are about different matters is
/// the caller's to find out.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    whole(text.split("\n\n").map(|part| part.trim().to_owned()))
}

/// All of them, or none: a part that is too short to be a question shows that it was no list of questions.
fn whole(parts: impl Iterator<Item = String>) -> Vec<String> {
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let is_list = (2..=MOST).contains(&parts.len());
    if is_list && parts.iter().all(|part| QuestionText::parse(part).is_ok()) {
        parts
    } else {
        Vec::new()
    }
}

/// The words of a line that begins point `number`: "2. …", "2) …", "2/ …", "(2) …", "2- …", "Hai là …",
/// "Thứ hai, …".
fn point(line: &str, number: usize) -> Option<&str> {
    let line = line.trim_start();
    let digits = line.strip_prefix('(').unwrap_or(line);
    let rest = digits.strip_prefix(&number.to_string()).and_then(|rest| {
        let signs = rest.trim_start_matches(['.', ')', '/', ':', '-']);
        (signs.len() < rest.len() && signs.starts_with([' ', '\t'])).then_some(signs)
    });
    if let Some(rest) = rest {
        return Some(rest.trim_start());
    }
    let (counted, ordinal) = *WORDS.get(number - 1)?;
    let lower = line.to_lowercase();
    [counted, ordinal]
        .iter()
        .any(|word| {
            lower
                .strip_prefix(word)
                .is_some_and(|rest| rest.starts_with([' ', ',', ':']))
        })
        .then_some(line)
}

/// How points are counted in words.
const WORDS: [(&str, &str); MOST] = [
    ("một là", "thứ nhất"),
    ("hai là", "thứ hai"),
    ("ba là", "thứ ba"),
    ("bốn là", "thứ tư"),
    ("năm là", "thứ năm"),
    ("sáu là", "thứ sáu"),
    ("bảy là", "thứ bảy"),
    ("tám là", "thứ tám"),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbered_points_are_found_in_every_spelling() {
        for text in [
            "1. Đường vào thôn ngập\n2. Đèn ngõ 3 hỏng cả tháng",
            "1) Đường vào thôn ngập\n2) Đèn ngõ 3 hỏng cả tháng",
            "1/ Đường vào thôn ngập\n2/ Đèn ngõ 3 hỏng cả tháng",
            "(1) Đường vào thôn ngập\n(2) Đèn ngõ 3 hỏng cả tháng",
            "Một là, đường vào thôn ngập\nHai là, đèn ngõ 3 hỏng cả tháng",
        ] {
            assert_eq!(numbered(text).len(), 2, "{text}");
        }
    }

    #[test]
    fn what_stands_before_goes_with_every_point() {
        let points =
            numbered("Ở xóm 4:\n1. Đường vào thôn ngập\nmỗi khi mưa\n2. Đèn ngõ 3 hỏng cả tháng");
        assert_eq!(
            points,
            [
                "Ở xóm 4:\nĐường vào thôn ngập\nmỗi khi mưa",
                "Ở xóm 4:\nĐèn ngõ 3 hỏng cả tháng"
            ]
        );
    }

    #[test]
    fn numbers_that_count_nothing_are_no_points() {
        for text in [
            "Đường vào thôn ngập mỗi khi mưa",
            "2. Đường vào thôn ngập\n3. Đèn ngõ hỏng cả tháng",
            "1.500.000 đồng tiền điện một tháng\n2.000.000 tiền nước",
            "1. Đường ngập mỗi khi mưa\n2. Xin",
            "15/9 đường ngập, 16/9 đèn hỏng",
        ] {
            assert_eq!(numbered(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_split(text in "[12. \\n()aâ/]{0,60}") {
            let _ = numbered(&text);
            let _ = paragraphs(&text);
        }
    }
}
