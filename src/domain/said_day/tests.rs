use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// A Monday.
const TODAY: Date = date(2026, 11, 23);

/// The last day that a text speaks of.
fn by(text: &str) -> Option<Date> {
    find(text, TODAY)
        .iter()
        .filter(|said| !said.is_of_past)
        .filter_map(SaidDay::by)
        .max()
}

#[track_caller]
fn says(cases: &[(&str, (i16, i8, i8))]) {
    for (text, (year, month, day)) in cases {
        assert_eq!(
            by(text),
            Some(date(*year, *month, *day)),
            "{text}: {:?}",
            find(text, TODAY)
        );
    }
}

#[test]
fn days_in_numbers() {
    says(&[
        ("xong trước 30/4/2027", (2027, 4, 30)),
        ("xong truoc 30-4-27.", (2027, 4, 30)),
        ("trước ngày 30.4.2027", (2027, 4, 30)),
        ("2027-04-30", (2027, 4, 30)),
        ("Khởi công 1/12, xong 20/12", (2026, 12, 20)),
        ("hạn 1/3", (2027, 3, 1)),
        ("hạn 1-3", (2027, 3, 1)),
        ("ngày 30 tháng 9 năm 2027", (2027, 9, 30)),
        ("trước ngày 30 tháng 9", (2027, 9, 30)),
        ("30 tháng 9 sẽ xong", (2027, 9, 30)),
        ("trước ngày 15 tháng sau", (2026, 12, 15)),
        ("trước ngày 20.", (2026, 12, 20)),
        ("từ 1/12 đến 20/12", (2026, 12, 20)),
    ]);
}

#[test]
fn months_quarters_and_years() {
    says(&[
        ("trong tháng 12", (2026, 12, 31)),
        ("trong tháng 12 này", (2026, 12, 31)),
        ("Trong tháng 2/2028", (2028, 2, 29)),
        ("trong thang 3 nam 2027", (2027, 3, 31)),
        ("trong 3/2027", (2027, 3, 31)),
        ("đầu tháng 12", (2026, 12, 10)),
        ("giữa tháng 1/2027", (2027, 1, 20)),
        ("trung tuần tháng 1", (2027, 1, 20)),
        ("cuối tháng 12", (2026, 12, 31)),
        ("cuối tháng này", (2026, 11, 30)),
        ("cuoi thang.", (2026, 11, 30)),
        ("trong tháng sau", (2026, 12, 31)),
        ("trước tháng 6/2027", (2027, 5, 31)),
        ("trước cuối tháng 6/2027", (2027, 6, 30)),
        ("tháng 3-4/2027", (2027, 4, 30)),
        ("tháng 3 và tháng 4 năm 2027", (2027, 4, 30)),
        ("từ tháng 1 đến tháng 3/2027", (2027, 3, 31)),
        ("quý I/2027", (2027, 3, 31)),
        ("quy 2 nam 2027", (2027, 6, 30)),
        ("quý III", (2027, 9, 30)),
        ("quý I, II/2027", (2027, 6, 30)),
        ("quý I và quý II năm 2027", (2027, 6, 30)),
        ("cuối quý I/2027", (2027, 3, 31)),
        ("trước quý II/2027", (2027, 3, 31)),
        ("trong quý sau", (2027, 3, 31)),
        ("cuối năm nay", (2026, 12, 31)),
        ("cuoi nam nay", (2026, 12, 31)),
        ("trước cuối năm", (2026, 12, 31)),
        ("trong năm 2027", (2027, 12, 31)),
        ("đầu năm sau", (2027, 3, 31)),
        ("giữa năm 2027", (2027, 6, 30)),
        ("trước năm 2028", (2027, 12, 31)),
        ("6 tháng đầu năm 2027", (2027, 6, 30)),
        ("trong 6 tháng cuối năm 2027", (2027, 12, 31)),
    ]);
}

#[test]
fn days_counted_from_today() {
    says(&[
        ("sau 10 ngày", (2026, 12, 3)),
        ("trong vòng 30 ngày", (2026, 12, 23)),
        ("trong 10 ngày tới", (2026, 12, 3)),
        ("2 tuần nữa", (2026, 12, 7)),
        ("sau hai tuần", (2026, 12, 7)),
        ("mười lăm ngày nữa", (2026, 12, 8)),
        ("trong hai mươi ngày", (2026, 12, 13)),
        ("3-5 ngày nữa", (2026, 11, 28)),
        ("trong 15 ngày làm việc", (2026, 12, 14)),
        ("trong 30 ngày kể từ hôm nay", (2026, 12, 23)),
        ("trong nửa tháng", (2026, 12, 8)),
        ("3 tháng nữa", (2027, 2, 23)),
        ("thêm 7 ngày", (2026, 11, 30)),
        ("tuần sau", (2026, 12, 6)),
        ("trong tuần này", (2026, 11, 29)),
        ("đầu tuần sau", (2026, 12, 1)),
        ("thứ Sáu tuần này", (2026, 11, 27)),
        ("thứ 6 tới", (2026, 11, 27)),
        ("thứ Hai tới", (2026, 11, 30)),
        ("Chủ nhật tuần sau", (2026, 12, 6)),
        ("ngày mai", (2026, 11, 24)),
        ("chiều mai", (2026, 11, 24)),
    ]);
}

#[test]
fn feasts() {
    says(&[
        ("trước Tết", (2027, 2, 5)),
        ("truoc tet nguyen dan 2028", (2028, 1, 25)),
        ("xong trước Tết Nguyên đán năm 2027", (2027, 2, 5)),
        ("trước Tết Dương lịch", (2026, 12, 31)),
        ("trước khai giảng", (2027, 9, 4)),
        ("trước năm học mới", (2027, 9, 4)),
    ]);
}

#[test]
fn what_only_looks_like_a_day() {
    for text in [
        "",
        "Đã sửa 150 m đường, 3 bóng đèn",
        "Quyết định số 12/QĐ-UBND",
        "Nghị định 30/2020/NĐ-CP",
        "theo Nghị quyết 12/2027/NQ-HĐND",
        "Đường 30/4 đang ngập",
        "số nhà 12/5, ngõ 3/2",
        "2/3 số hộ đã nhận",
        "10/12 hộ đã nhận",
        "kinh phí 2.5 tỷ đồng, dài 1.2 km",
        "trực 24/7",
        "31/2/2027",
        "Kỳ họp thứ 4",
        "Quỹ 1 tỷ đồng",
        "mỗi ngày 2 chuyến",
        "3-5 ngày một lần",
        "trong 3 tháng qua",
        "trong 30 ngày kể từ ngày khởi công",
        "sau 3 ngày mưa",
        "rằm tháng 7 âm lịch",
        "trong thời gian tới",
        "sau khi có kinh phí",
        "Nam 50 tuổi",
        "tổ 5/6",
    ] {
        assert_eq!(by(text), None, "{text}: {:?}", find(text, TODAY));
    }
}

#[test]
fn what_has_happened_is_told_from_what_is_to_come() {
    for text in [
        "theo Công văn số 45/UBND-KT ngày 20/11",
        "Căn cứ Quyết định 12/QĐ-UBND ngày 5/3",
        "Thông báo số 7 ngày 1 tháng 3",
        "Tổ đã kiểm tra ngày 20/11",
        "hôm 20/11 đoàn đã đến",
    ] {
        assert_eq!(by(text), None, "{text}: {:?}", find(text, TODAY));
    }
    says(&[
        (
            "theo Công văn số 45/UBND ngày 20/11, phường sẽ xong trước 30/12",
            (2026, 12, 30),
        ),
        ("Đã kiểm tra ngày 20/11; xong trước 15/12", (2026, 12, 15)),
    ]);
}

#[test]
fn which_side_of_a_day_is_meant() {
    let said = |text| find(text, TODAY).pop().unwrap();
    assert_eq!(said("sau 30/4/2027").by(), None);
    assert_eq!(said("sau 30/4/2027").until(), date(2027, 4, 30));
    assert_eq!(said("từ 1/12").by(), None);
    assert_eq!(said("từ 1/12").until(), date(2026, 12, 1));
    assert_eq!(
        said("trước khi hết tháng 12").by(),
        Some(date(2026, 12, 31))
    );
}

#[test]
fn days_are_read_as_people_type_them_when_asked() {
    for (text, day) in [
        ("30/9/2027", Some(date(2027, 9, 30))),
        ("chắc là cuối tháng 12", Some(date(2026, 12, 31))),
        ("10 ngày nữa", Some(date(2026, 12, 3))),
        ("sau tết nhé", Some(date(2027, 2, 10))),
        ("chưa biết", None),
    ] {
        assert_eq!(typed(text, TODAY), day, "{text}");
    }
}

#[test]
fn days_fit_on_buttons() {
    for day in [date(2027, 9, 30), date(1970, 1, 2), date(2100, 12, 31)] {
        assert_eq!(day_of(number_of(day)), Some(day));
    }
    assert_eq!(day_of(i64::MAX), None);
}

proptest! {
    #[test]
    fn every_day_is_read_back(days in 0_i32..3_000, sign in "[/.-]", lead in "(trước |đến ngày |hạn )?") {
        let day = TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
        let text = format!("{lead}{}{sign}{}{sign}{}", day.day(), day.month(), day.year());
        prop_assert_eq!(by(&text), Some(day));
    }

    #[test]
    fn a_month_ends_on_its_last_day(month in 1_i16..=12, year in 2027_i16..2099, folds in any::<bool>()) {
        let text = format!("xong trong tháng {month} năm {year}");
        let text = if folds { crate::domain::text::fold(&text) } else { text };
        let last = periods::date(year, month, 1).unwrap().last_of_month();
        prop_assert_eq!(by(&text), Some(last));
    }

    #[test]
    fn marks_make_no_difference(text in "(trong tháng |quý |sau |trước |cuối năm |ngày |đến |[0-9]{1,2}|/|2027| tuần sau| nữa){1,8}") {
        let folded = crate::domain::text::fold(&text);
        // "quỹ" and "năm" as a number need their marks; days do not.
        if !text.contains("năm") {
            prop_assert_eq!(by(&text), by(&folded), "{} / {}", text, folded);
        }
    }

    #[test]
    fn any_text_is_survived(text in "(?:tháng|quý|ngày|tuần|năm|trước|tết|thứ|[0-9/. -]|IV|\\PC){0,40}") {
        for said in find(&text, TODAY) {
            prop_assert!(text.get(said.at.clone()).is_some());
            prop_assert!(said.first <= said.last);
            let _ = (said.by(), said.until());
        }
        let _ = typed(&text, TODAY);
    }
}
