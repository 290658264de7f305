//! Claims about letters.

use proptest::prelude::*;
use rstest::rstest;

use super::{Letter, Part};

fn body(text: &str) -> String {
    Letter::of(text).body().trim().to_owned()
}

fn parts(text: &str) -> Vec<Part> {
    Letter::of(text).pieces().iter().map(|p| p.part).collect()
}

const SAID: &str = "Cống đầu ngõ 5 tắc, mưa là nước tràn vào nhà, đề nghị nạo vét";

#[rstest]
#[case("Kính thưa các đại biểu, ")]
#[case("Kính gửi HĐND.\n")]
#[case("Kính gửi: Thường trực HĐND xã Tân Lập\n")]
#[case("Kính gửi: - Thường trực HĐND xã Tân Lập\n- UBND xã Tân Lập;\n\n")]
#[case("kinh thua quy dai bieu, ")]
#[case("Thưa đại biểu. ")]
#[case("Xin chào, ")]
#[case("Chào các bác ạ, ")]
#[case("Dear councillors,\n")]
#[case("To whom it may concern, ")]
#[case("Chuyển tiếp:\n")]
#[case("Chuyển tiếp: ")]
#[case("Fwd: ")]
#[case(
    "---------- Forwarded message ---------\nFrom: Lan <lan@vidu.vn>\nDate: 12/11/2026\nSubject: "
)]
#[case("[Chuyển tiếp từ Nguyễn Văn An]\n")]
#[case("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------\n")]
#[case(
    "CONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\n\nDON KIEN NGHI\n\nKinh gui: UBND xa Tan Lap\n"
)]
#[case(
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTân Lập, ngày 12 tháng 11 năm 2026\n\nĐƠN KIẾN NGHỊ\nKính gửi: Đại biểu HĐND tỉnh\nTôi tên là: Trần Văn Bảy, sinh năm 1961, hiện ở thôn 4, xã Tân Lập.\n"
)]
#[case("HỘI NGƯỜI CAO TUỔI\nXÃ TÂN LẬP\nSố: 12/CV-NCT\n")]
#[case("Tôi là cử tri thôn Hạ. ")]
#[case(
    "Kính gửi: UBND xã\nTôi tên là Trần Văn Bảy, thường trú tại thôn 4, xã Tân Lập.\nNay tôi viết đơn này kiến nghị việc sau:\n"
)]
fn what_stands_before_is_not_body(#[case] before: &str) {
    assert_eq!(
        body(&format!("{before}{SAID}")),
        SAID,
        "{:?}",
        parts(&format!("{before}{SAID}"))
    );
}

#[rstest]
#[case(". Xin chân thành cảm ơn!")]
#[case(", xin cảm ơn")]
#[case(" xin cam on")]
#[case(". Trân trọng cảm ơn.\nNguyễn Văn Bình\nSĐT: 0912 345 678")]
#[case(".\nNguyễn Văn Bình - 0912345678")]
#[case(". Rất mong được quan tâm giải quyết. Trân trọng!")]
#[case(".\n\nTân Lập, ngày 12 tháng 11 năm 2026\nNgười làm đơn\nTrần Thị Sáu")]
#[case(". nguyen van binh 0912345678")]
#[case(" (Trần Thị Hoa, thôn 3, 0987 654 321)")]
#[case(".\nĐịa chỉ: số 5 ngõ 12, phường Tân Lập\nĐiện thoại: 0987654321")]
#[case(". Thanks")]
#[case(".\nBest regards,\nJohn Smith")]
#[case(". cảm ơn mọi người nhiều ạ")]
#[case(" sđt 0912345678")]
fn what_stands_after_is_not_body(#[case] after: &str) {
    let found = body(&format!("{SAID}{after}"));
    let found = found.trim_end_matches(['.', ',']);
    assert_eq!(found, SAID, "{:?}", Letter::of(&format!("{SAID}{after}")));
}

#[rstest]
#[case("Cảm ơn xã đã sửa đường nhưng cống vẫn tắc")]
#[case("Thưa đại biểu đường thôn tôi hỏng, mưa là ngập")]
#[case("Đề nghị sửa đường ngập thôn 3, xã Tân Lập")]
#[case("Đường Nguyễn Trãi")]
#[case("gui rac vao gio nao, xe may gio toi")]
#[case("Tôi là giáo viên trường Tân Lập, lương chậm ba tháng")]
#[case("duong hong nang, mai nha dot")]
#[case("Chuyển tiếp hồ sơ của tôi lên huyện mà sáu tháng chưa thấy trả lời")]
#[case("Chào cờ đầu tuần loa to quá")]
#[case("Mong có cầu qua suối")]
#[case("Tôi là cử tri thôn Hạ. Điện thoại ở đây leo lên nóc nhà mới bắt được sóng")]
#[case("")]
#[case("…!\n")]
fn what_is_said_stays_body(#[case] text: &str) {
    let letter = Letter::of(text);
    let kept = letter.body();
    let least = text.split_whitespace().count() / 2;
    assert!(
        kept.split_whitespace().count() >= least.max(1) || text.trim().is_empty() || kept == text,
        "{letter:?}"
    );
}

#[test]
fn frames_without_a_body_are_the_whole_text() {
    for text in [
        "Xin chào!",
        "Cảm ơn",
        "Kính thưa các đại biểu,",
        "0912345678",
    ] {
        assert_eq!(Letter::of(text).body(), text);
    }
}

#[test]
fn a_whole_letter_falls_into_its_parts() {
    let text = format!(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN KIẾN NGHỊ\n\n\
         Kính gửi: HĐND phường Tân Lập\n\nTôi tên là Trần Văn Bảy, ở tổ 4.\n{SAID}.\n\
         Tôi xin chân thành cảm ơn!\n\nNgười làm đơn\nTrần Văn Bảy"
    );
    assert_eq!(
        parts(&text),
        [
            Part::Motto,
            Part::Title,
            Part::Salutation,
            Part::Introduction,
            Part::Body,
            Part::Closing,
            Part::Signature
        ]
    );
}

/// Texts that letters are made of, in any order.
fn letters() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Kính thưa các đại biểu, ".to_owned()),
        Just("Kính gửi: UBND xã\n".to_owned()),
        Just("Chuyển tiếp: ".to_owned()),
        Just("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n".to_owned()),
        Just("Độc lập - Tự do - Hạnh phúc\n---\n".to_owned()),
        Just("ĐƠN KIẾN NGHỊ\n".to_owned()),
        Just("Tôi tên là Trần Văn Bảy, ở tổ 4. ".to_owned()),
        Just("Đường ngập, xin sửa. ".to_owned()),
        Just("xin cảm ơn ạ".to_owned()),
        Just("\nNguyễn Văn Bình - 0912 345 678\n".to_owned()),
        Just("- ".to_owned()),
        Just("o\u{302}\u{300}".to_owned()),
        Just("👨‍👩‍👧‍👦".to_owned()),
        Just("\r\n".to_owned()),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_pieces_together_are_the_text(text in letters()) {
        let letter = Letter::of(&text);
        let together: String = letter.pieces().iter().map(|piece| piece.text).collect();
        prop_assert_eq!(&together, &text);
        prop_assert!(letter.pieces().iter().all(|piece| !piece.text.is_empty()));
    }

    #[test]
    fn parts_stand_in_an_order_that_letters_have(text in letters()) {
        let found = parts(&text);
        let first = found.iter().position(|part| *part == Part::Body);
        if let Some(first) = first {
            let after = &found[first + 1..];
            prop_assert!(after.iter().all(|part| matches!(part, Part::Closing | Part::Signature)));
        }
    }
}
