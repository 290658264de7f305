//! Claims about similarity.

use proptest::prelude::*;
use rstest::rstest;
use serde::Deserialize;

use super::{Reading, compare};

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    duplicate: bool,
}

#[test]
fn our_own_pairs_are_told_apart() {
    let (mut hits, mut said, mut are) = (0, 0, 0);
    for line in include_str!("pairs.jsonl").lines() {
        let pair: Pair = serde_json::from_str(line).unwrap();
        let found = compare(&pair.a, &pair.b).duplicate;
        hits += usize::from(found && pair.duplicate);
        said += usize::from(found);
        are += usize::from(pair.duplicate);
    }
    assert!(2 * hits * 100 >= (said + are) * 95, "{hits} {said} {are}");
}

#[rstest]
#[case("Ngập ở hẻm 12 đường Lý Nam Đế", "hem 12 ly nam de ngap hoai", true)]
#[case(
    "Ngập ở hẻm 12 đường Lý Nam Đế",
    "Ngập ở hẻm 14 đường Lý Nam Đế",
    false
)]
#[case("Cầu Khe Lá yếu lắm", "Cầu Bến Giằng yếu lắm", false)]
#[case(
    "Trạm y tế Đồng Phú thiếu bác sĩ",
    "Trường mầm non Đồng Phú thiếu phòng",
    false
)]
fn the_same_matter_and_the_same_place_make_a_duplicate(
    #[case] a: &str,
    #[case] b: &str,
    #[case] duplicate: bool,
) {
    assert_eq!(compare(a, b).duplicate, duplicate);
}

#[test]
fn empty_texts_are_no_duplicates() {
    assert!(!compare("", "").duplicate);
}

proptest! {
    #[test]
    fn the_order_of_two_texts_does_not_matter(a in "\\PC{0,80}", b in "\\PC{0,80}") {
        let (one, other) = (compare(&a, &b), compare(&b, &a));
        prop_assert_eq!(one.duplicate, other.duplicate);
        prop_assert!((one.score - other.score).abs() < 1e-4);
        prop_assert!((0.0..=1.0).contains(&one.score));
    }
}

#[test]
fn the_short_way_finds_the_same_duplicates() {
    let texts = [
        "Đường vào thôn 3 ngập mỗi khi mưa",
        "duong vao thon 3 ngap moi khi mua",
        "Đường vào thôn 5 ngập mỗi khi mưa",
        "Rác ở chợ Hòa Mạc không ai dọn",
        "Rác không ai dọn",
    ];
    for a in texts {
        for b in texts {
            let whole = super::compare(a, b);
            let expected = whole.duplicate.then_some(whole.score);
            assert_eq!(
                Reading::of(a).duplicate_score(&Reading::of(b)),
                expected,
                "{a} / {b}"
            );
        }
    }
}

#[test]
fn empty_words_are_sorted() {
    assert!(super::words::EMPTY.is_sorted());
}
