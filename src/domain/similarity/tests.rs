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

/// F1 in per cent.
fn measure(pairs: &str) -> usize {
    let (mut hits, mut said, mut are) = (0, 0, 0);
    for line in pairs.lines() {
        let pair: Pair = serde_json::from_str(line).unwrap();
        let found = compare(&pair.a, &pair.b).duplicate;
        hits += usize::from(found && pair.duplicate);
        said += usize::from(found);
        are += usize::from(pair.duplicate);
    }
    2 * hits * 100 / (said + are)
}

#[test]
fn our_own_pairs_are_told_apart() {
    let found = measure(include_str!("pairs.jsonl"));
    assert!(found >= 97, "{found}");
}

/// Written after the rules stood, and their errors looked at once: 85 of 100 at first sight.
#[test]
fn pairs_that_were_held_back_are_told_apart() {
    let found = measure(include_str!("pairs_held_back.jsonl"));
    assert!(found >= 95, "{found}");
}

/// Looked at by kind of error after 80 of 100 at first sight.
#[test]
fn pairs_that_were_looked_at_first_are_told_apart() {
    let found = measure(include_str!("pairs_first_look.jsonl"));
    assert!(found >= 92, "{found}");
}

/// Written by others, in other words on each side: 69 and 72 of 100 at first sight, before matters were known.
#[test]
fn pairs_in_other_words_are_told_apart() {
    let found = measure(include_str!("pairs_other_words.jsonl"));
    assert!(found >= 96, "{found}");
}

/// Written by people who knew nothing of the rules, half of them as hard as they could: 83 of 100 at first sight.
#[test]
fn pairs_of_strangers_are_mostly_told_apart() {
    let found = measure(include_str!("pairs_of_strangers.jsonl"));
    assert!(found >= 84, "{found}");
}

/// Two halves of one set, of the sealed one nobody has read more than the count. What fails is above all one thing with two wishes.
#[rstest]
#[case::looked_at(include_str!("pairs_study.jsonl"), 88)]
#[case::sealed(include_str!("pairs_sealed.jsonl"), 84)]
fn pairs_of_other_strangers_are_mostly_told_apart(#[case] pairs: &str, #[case] least: usize) {
    let found = measure(pairs);
    assert!(found >= least, "{found}");
}

#[rstest]
#[case(
    "Khu tái định cư Nam Yên chưa có trường học",
    "Khu tái định cư Nam Yên nước máy chảy nhỏ giọt",
    false
)]
#[case(
    "Phòng khám Pa Háng thiếu máy siêu âm",
    "PKĐK Pa Háng không có siêu âm, bà bầu phải xuống huyện",
    true
)]
#[case("Cầu Bà Sáu 2 sụp mố", "Cầu Bà Sáu 5 sụp mố", false)]
#[case("Đường tỉnh 911 đầy ổ gà", "Đường tỉnh 914 đầy ổ gà", false)]
#[case("Cầu Đình hư ván", "Cầu Chùa hư ván", false)]
#[case("Ngập ở hẻm 12 đường Lý Nam Đế", "hem 12 ly nam de ngap hoai", true)]
#[case(
    "Ngập ở hẻm 12 đường Lý Nam Đế",
    "Ngập ở hẻm 14 đường Lý Nam Đế",
    false
)]
#[case("cống ngõ năm bị nghẹt", "Cống đầu ngõ 5 tắc", true)]
#[case("cống ngõ năm bị nghẹt", "Cống đầu ngõ 6 tắc", false)]
#[case("hổng có nước máy 3 bữa rày", "không có nước máy ba ngày nay", true)]
#[case(
    "Đường vào thôn tôi cứ mưa là ngập, đề nghị sửa",
    "duong vao thon ngap moi khi mua, bao gio sua?",
    true
)]
#[case("Cống xóm Đoài tắc", "Cống xóm Đông tắc", false)]
#[case(
    "Tôi là Nguyễn Văn An. Kiệt 15 ngập mỗi khi mưa",
    "Tôi tên Trần Thị Bình, ngõ 15 mưa là ngập",
    true
)]
#[case(
    "Nắp cống trước nhà 21 Lê Lai sụp",
    "nap cong truoc nha 12 le lai bi sup",
    false
)]
#[case("Cầu Khe Lá yếu lắm", "Cầu Bến Giằng yếu lắm", false)]
#[case(
    "Quốc lộ 6 qua đèo Thung Khe sạt",
    "QL.6 đoạn đèo Thung Khe bị sạt lở",
    true
)]
#[case("Tỉnh lộ 317 Đồng Trung ổ gà", "ĐT 317 qua Đồng Trung hư hỏng", true)]
#[case("QL4 đoạn Bản Phiệt hỏng", "QL4D đoạn Bản Phiệt hỏng", false)]
#[case("QL6 đoạn Kỳ Sơn hỏng", "Tỉnh lộ 6 đoạn Kỳ Sơn hỏng", false)]
#[case("Ngách 8/15 đèn đường tắt", "Ngách 8/51 đèn đường tắt", false)]
#[case(
    "Đường liên thôn Gạo - Mía lầy",
    "đường nối thôn Gạo với thôn Mía lầy lội",
    true
)]
#[case(
    "Đường liên thôn Gạo - Mía lầy",
    "Đường liên thôn Gạo - Vải lầy",
    false
)]
#[case("Đê sông Lô đoạn Vân Du nứt", "Đê sông Chảy đoạn Vân Du nứt", false)]
#[case("Ngã tư Sở đèn tín hiệu hỏng", "Ngã tư Canh đèn tín hiệu hỏng", false)]
#[case(
    "Đoạn cầu Tre đến chợ Mới chưa có đèn",
    "Đoạn cầu Tre đến ngã ba Lác chưa có đèn",
    false
)]
#[case(
    "Trạm bơm Gò Mả hỏng máy",
    "Đường ra trạm bơm Gò Mả hỏng, xe không vào được",
    false
)]
#[case(
    "Bờ kè Bến Tượng sạt lở",
    "Ở bờ kè Bến Tượng có người hút chích",
    false
)]
#[case(
    "Trường cấp 1 Yên Hòa thu thêm tiền",
    "Trường THCS Yên Hòa thu thêm tiền",
    false
)]
#[case("Xe buýt Tân An bỏ chuyến", "Xin mở thêm tuyến xe buýt Tân An", false)]
#[case(
    "Trạm y tế Đồng Phú thiếu bác sĩ",
    "Trường mầm non Đồng Phú thiếu phòng",
    false
)]
#[case(
    "Hẻm 300 Lý Chính Thắng ngập",
    "hem ba tram ly chinh thang ngap hoai",
    true
)]
#[case("Thôn 4 Phú Sơn điện yếu", "dien thon 4 tan hoa yeu lam", false)]
#[case(
    "Quốc lộ 19 qua An Khê đầy ổ gà",
    "ql19 doan deo mang yang o ga nhieu lam",
    false
)]
#[case(
    "Buôn Ea Kmat A chưa có điện",
    "buon ea kmat b chua co dien luoi",
    false
)]
#[case(
    "Cầu Vàm Tấn gãy lan can",
    "cau vam lau gay lan can, xe qua nguy hiem",
    false
)]
#[case(
    "Ngã tư Lê Lai - Hồ Nghinh cần đèn tín hiệu",
    "xin gan den tin hieu nga tu tran cao van voi dien bien phu",
    false
)]
#[case(
    "Ấp Thạnh Nhất mất nước sinh hoạt cả tuần",
    "nuoc may ap thanh 1 khong chay, phai mua nuoc binh",
    true
)]
#[case(
    "Tiểu học Gia Lộc sĩ số 52 em một lớp",
    "truong tieu hoc gia loc thieu phong, lop hoc chen chuc",
    true
)]
#[case(
    "Tiểu học Gia Lộc sĩ số 52 em một lớp",
    "truong tieu hoc gia loc thieu co day tieng anh",
    false
)]
#[case(
    "Loa phường Hòa Minh câm cả tháng",
    "loa truyen thanh phuong hoa minh khong phat gi het",
    true
)]
#[case(
    "Loa phường Hòa Minh câm cả tháng",
    "loa phuong hoa minh mo tu 5h sang inh oi",
    false
)]
#[case(
    "Mobile signal in Lung Cu hamlet is too weak",
    "thôn Lũng Cú sóng điện thoại chập chờn, leo đồi mới gọi được",
    true
)]
#[case(
    "Bờ sông Ngàn Trươi qua xã Hương Minh sạt lở",
    "bờ sông Ngàn Trươi chỗ Đức Lĩnh lở vô vườn",
    false
)]
#[case(
    "Đường tỉnh 855 đoạn qua xã Phú Lợi hư hỏng nặng",
    "DT855 khuc ap Tan Cuong o ga qua troi",
    false
)]
#[case(
    "Loa thôn Tân Lập 1, Ia Kly hỏng",
    "loa thon tan lap 2 ia kly hu ca thang",
    false
)]
#[case(
    "Tổ 5 Hòa Khánh Nam cống nghẹt",
    "to 5 hoa khanh bac cong nghet ngap",
    false
)]
#[case("Đầu đường Lê Văn Tám đèn tắt", "cuối đường Lê Văn Tám đèn tắt", false)]
#[case(
    "Bờ đông kênh Vĩnh Tế sạt lở",
    "bờ tây kênh Vĩnh Tế sạt lở, xin kè",
    false
)]
#[case(
    "Công nhân KCN Vân Trung gửi con khó",
    "Công nhân KCN Quang Châu gửi con khó",
    false
)]
#[case(
    "Phụ cấp công an viên xóm ở Úc Kỳ thấp",
    "phu cap y te thon o uc ky thap qua",
    false
)]
#[case(
    "Sầu riêng Krông Pắc rớt giá",
    "ca phe krong pac rot gia, thuong lai ep",
    false
)]
#[case(
    "Nội trú Trà Bồng các em nằm chung giường",
    "truong dan toc noi tru tra bong cho o chat qua, 2 dua 1 giuong",
    true
)]
#[case(
    "Dân tái định cư Khe Bố chưa được chia đất sản xuất",
    "khu tai dinh cu khe bo khong co nuong, ba con di lam thue",
    true
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
