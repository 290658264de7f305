//! Claims about lists.

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Sample {
    text: String,
    points: usize,
}

#[test]
fn lists_are_told_from_other_numbers() {
    let mut wrong = Vec::new();
    let corpus = include_str!("corpus.jsonl").lines();
    for sample in corpus.map(|line| serde_json::from_str::<Sample>(line).unwrap()) {
        let points = split(&sample.text);
        if points.len() != sample.points {
            wrong.push((sample.text, sample.points, points));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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
fn what_is_written_twice_is_one_point() {
    let points = split(
        "1. Đường vào thôn ngập mỗi khi mưa\n2. Đèn ngõ 3 hỏng cả tháng\n3. đường vào  thôn ngập mỗi khi mưa\n\
         4. Trạm y tế thiếu thuốc huyết áp",
    );
    let points: Vec<(usize, &str)> = points
        .iter()
        .map(|point| (point.number, point.own.as_str()))
        .collect();
    assert_eq!(
        points,
        [
            (1, "Đường vào thôn ngập mỗi khi mưa"),
            (2, "Đèn ngõ 3 hỏng cả tháng"),
            (4, "Trạm y tế thiếu thuốc huyết áp")
        ]
    );
    let twice =
        "Đường vào thôn ngập mỗi khi mưa\n\nĐèn ngõ 3 hỏng cả tháng\n\nđèn ngõ 3 hỏng cả tháng";
    assert_eq!(split_paragraphs(twice).len(), 2);
    assert_eq!(paragraphs(twice).len(), 2);
}

#[test]
fn one_matter_that_is_written_several_times_is_no_list() {
    let same = "1. Đèn ngõ 3 hỏng cả tháng\n2. Đèn ngõ 3 hỏng cả tháng\n3. Đèn ngõ 3 hỏng cả tháng";
    assert_eq!(split(same), []);
    assert_eq!(listed(same), Vec::<String>::new());
    assert_eq!(split_paragraphs(&same.replace('\n', "\n\n")), []);
}

#[test]
fn words_that_only_announce_several_matters_are_said_once() {
    for lead in [
        "Tôi nêu mấy việc:",
        "Chúng tôi xin kiến nghị 2 nội dung sau đây:",
        "Cử tri có một số ý kiến như sau:",
    ] {
        let points = numbered(&format!(
            "{lead}\n1. Đường ngõ 7 nhiều ổ gà, đề nghị vá\n2. Trạm y tế thiếu thuốc"
        ));
        assert_eq!(points.len(), 2, "{lead}");
        assert!(points[0].starts_with("Đường ngõ 7") && points[0].contains(lead));
        assert_eq!(points[1], "Trạm y tế thiếu thuốc");
    }
    let points = numbered("Ở xóm Đình có mấy việc:\n1. Đường ngập khi mưa\n2. Đèn ngõ 3 hỏng");
    assert!(points.iter().all(|point| point.contains("xóm Đình")));
}

#[test]
fn the_frame_of_a_letter_is_said_once() {
    let points = split(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN KIẾN NGHỊ\n\
         Kính gửi: Hội đồng nhân dân phường Đồng Văn\n\
         Tôi tên là Nguyễn Văn An, ở tổ 5.\n\
         1. Đề nghị sửa đường vào tổ, mưa là ngập\n2. Đề nghị lắp đèn ở ngõ 12\n\
         Xin chân thành cảm ơn!\nNgười viết đơn\nNguyễn Văn An",
    );
    let own: Vec<&str> = points.iter().map(|point| point.own.as_str()).collect();
    assert_eq!(
        own,
        [
            "Đề nghị sửa đường vào tổ, mưa là ngập",
            "Đề nghị lắp đèn ở ngõ 12"
        ]
    );
    assert!(
        points[0].whole.contains("Kính gửi: Hội đồng"),
        "{points:#?}"
    );
    assert!(points[0].whole.contains("cảm ơn"));
    assert!(!points[1].whole.contains("Kính gửi"), "{points:#?}");
    assert!(!points[1].whole.contains("cảm ơn"));
    assert!(points[1].whole.contains("ở tổ 5"), "{points:#?}");
}

#[test]
fn a_clerk_may_list_what_asks_for_nothing() {
    let typed = "1. Nguyễn Văn An\n2. Trần Thị Bình";
    assert_eq!(split(typed), []);
    assert_eq!(listed(typed).len(), 2);
}

#[test]
fn paragraphs_that_ask_for_nothing_are_no_points() {
    assert_eq!(
        split_paragraphs("Chào các bác ở phường\n\nĐường thôn ngập, đề nghị sửa"),
        []
    );
    assert_eq!(
        split_paragraphs("Trạm y tế thiếu thuốc\n\nĐường thôn ngập, đề nghị sửa").len(),
        2
    );
}

#[test]
fn answers_take_up_points_in_any_order() {
    assert_eq!(
        numbered_loosely("2) Sẽ sửa.\nVề ý thứ nhất, đã xong."),
        [2, 1]
    );
}

/// Texts with everything that lists are made of.
fn listing() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[12345]{1,2}[.)/:-]{0,2}",
        "[-+*•\u{f0b7}]",
        "\\([1-4]\\)",
        "[a-dđA-D][).]",
        Just("\u{fe0f}\u{20e3}".to_owned()),
        Just("①".to_owned()),
        Just("Câu 1: ".to_owned()),
        Just("Câu 2: ".to_owned()),
        Just("thứ nhất ".to_owned()),
        Just("Thứ hai, ".to_owned()),
        Just("Một là ".to_owned()),
        Just("hai là ".to_owned()),
        Just("Kính gửi: HĐND phường\n".to_owned()),
        Just("Xin cảm ơn!\n".to_owned()),
        Just("Tôi tên là Nguyễn Văn An\n".to_owned()),
        Just(" đường vào thôn ngập, đề nghị sửa".to_owned()),
        Just(" trạm y tế thiếu thuốc ".to_owned()),
        Just("; ".to_owned()),
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\u{a0}".to_owned()),
        "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
}

/// Letters of a text in their order, without those that only count.
fn letters(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let long = words.filter(|word| word.chars().count() > 4);
    long.map(str::to_lowercase).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn points_keep_their_order_and_no_word_is_lost(text in listing()) {
        for points in [split(&text), split_paragraphs(&text)] {
            prop_assert!(points.is_empty() || (2..=MOST).contains(&points.len()));
            let mut from = 0;
            for point in &points {
                let found = text[from..].find(&point.own);
                prop_assert!(found.is_some(), "{:?} in {:?}", point.own, text);
                from += found.unwrap_or_default() + point.own.len();
                prop_assert!(point.whole.contains(&point.own));
            }
            if !points.is_empty() {
                let kept: Vec<String> = points.iter().flat_map(|point| letters(&point.whole)).collect();
                for word in letters(&text) {
                    prop_assert!(kept.contains(&word), "{word} of {text:?}");
                }
            }
        }
    }

    #[test]
    fn any_text_can_be_split(text in "\\PC{0,80}") {
        let _ = split(&text);
        let _ = split_paragraphs(&text);
        let _ = numbered_loosely(&text);
    }
}
