//! Claims about texts that the model was not made from: `heldout/fields.jsonl`, `heldout/emergencies.jsonl`,
//! `heldout/plain_sight.jsonl` and others (`heldout/README.md`), and the same words in the frame of a letter.

use serde::Deserialize;

use super::{Categorisation, Categoriser, Danger, Kind};

#[derive(Deserialize)]
struct Record {
    text: String,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    kind: Kind,
    register: String,
}

impl Record {
    fn accepts(&self, code: &str) -> bool {
        self.category.as_deref() == Some(code) || self.also.iter().any(|also| also == code)
    }
}

fn records(lines: &str) -> Vec<Record> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn fields() -> Vec<Record> {
    records(include_str!("heldout/fields.jsonl"))
}

fn emergencies() -> Vec<Record> {
    records(include_str!("heldout/emergencies.jsonl"))
}

/// What people write around what they say: before and after.
const FRAMES: &[(&str, &str)] = &[
    ("Kính thưa các đại biểu, ", ""),
    ("Kính gửi HĐND.\n", ""),
    ("kinh gui quy dai bieu, ", ""),
    ("Chào các bác ạ, ", " ạ, cảm ơn các bác nhiều"),
    ("Chuyển tiếp: ", ""),
    ("Chuyển tiếp:\n", ""),
    ("Fwd: ", ""),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n",
        "",
    ),
    ("", ".\nNguyễn Văn Bình\nSĐT: 0912345678"),
    ("", ". nguyen van binh 0912345678"),
    ("", ". Xin chân thành cảm ơn!"),
    ("", ". Rất mong được quan tâm giải quyết. Trân trọng!"),
    ("Dear councillors,\n", "\nBest regards,\nJohn Smith"),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------\nTân Lập, ngày 12 tháng \
         11 năm 2026\n\nĐƠN KIẾN NGHỊ\n\nKính gửi: - Thường trực HĐND xã Tân Lập;\n- Đại biểu HĐND tỉnh.\n\n\
         Tôi tên là: Trần Văn Bảy, sinh năm 1961, thường trú tại thôn 4, xã Tân Lập.\nNay tôi viết đơn này \
         kiến nghị việc sau:\n",
        ".\nKính mong quý cấp xem xét, giải quyết. Tôi xin chân thành cảm ơn!\n\nNgười làm đơn\n(Đã ký)\n\
         Trần Văn Bảy",
    ),
];

fn first(found: &Categorisation) -> &str {
    found.categories[0].code.as_str()
}

#[test]
fn the_frame_of_a_letter_changes_neither_field_nor_kind() {
    let categoriser = Categoriser::builtin();
    let right: Vec<(Record, Categorisation)> = fields()
        .into_iter()
        .map(|record| {
            let found = categoriser.categorise(&record.text);
            (record, found)
        })
        .filter(|(record, found)| record.accepts(first(found)) && found.kind == record.kind)
        .collect();
    assert!(right.len() > 200);
    for (before, after) in FRAMES {
        let changed: Vec<&str> = right
            .iter()
            .filter(|(record, _)| record.register != "english" || !before.starts_with("Chào"))
            .filter(|(record, found)| {
                let framed = categoriser.categorise(&format!("{before}{}{after}", record.text));
                first(&framed) != first(found) || framed.kind != found.kind
            })
            .map(|(record, _)| record.text.as_str())
            .collect();
        // At most one of 134.
        assert!(
            changed.len() * 134 <= right.len(),
            "{before}…{after}: {changed:?}"
        );
    }
}

/// Written after the rules stood; .86 first fields and .91 kinds at first sight, then their errors were looked at by kind.
#[test]
fn texts_of_other_provinces_are_read_right() {
    assert_read_right(&records(include_str!("heldout/first_look.jsonl")), 97, 92);
}

/// Two halves of one set by somebody who knew nothing of the categoriser: .89 and .93 first fields, .97 and .95 kinds before sentences in
/// people's own words taught fields. The first half was looked at since; of the sealed one nobody has read more than the count.
#[rstest::rstest]
#[case::looked_at(include_str!("heldout/strangers_fields.jsonl"), 97, 91)]
#[case::sealed(include_str!("heldout/sealed_fields.jsonl"), 98, 95)]
fn texts_of_strangers_are_read_right(
    #[case] lines: &str,
    #[case] least_kinds: usize,
    #[case] least_fields: usize,
) {
    assert_read_right(&records(lines), least_kinds, least_fields);
}

/// At least so many percent of kinds and first fields are right, and the right field is among the first three.
fn assert_read_right(records: &[Record], least_kinds: usize, least_fields: usize) {
    let categoriser = Categoriser::builtin();
    let (mut kinds, mut with_field, mut first, mut among) = (0, 0, 0, 0);
    for record in records {
        let found = categoriser.categorise(&record.text);
        kinds += usize::from(record.kind == found.kind);
        if record.category.is_some() {
            let mut right = found
                .categories
                .iter()
                .map(|guess| record.accepts(guess.code.as_str()));
            with_field += 1;
            let is_first = right.next() == Some(true);
            first += usize::from(is_first);
            among += usize::from(is_first || right.any(|is_right| is_right));
        }
    }
    let all = records.len();
    assert!(kinds * 100 >= all * least_kinds, "{kinds} kinds of {all}");
    assert!(
        first * 100 >= with_field * least_fields,
        "{first} fields of {with_field}"
    );
    assert!(among * 100 >= with_field * 99, "{among} of {with_field}");
}

#[rstest::rstest]
#[case::a_broken_railing("Cầu Ván 3 gãy lan can, xin làm lại", Danger::None)]
#[case::a_railing_that_is_missing(
    "Cầu qua rạch Ông Kèo không có lan can, nhờ xã lắp",
    Danger::None
)]
#[case::somebody_outside_the_railing(
    "Có cô gái đang đứng ngoài lan can cầu, định nhảy",
    Danger::Sure
)]
fn a_railing_is_no_farewell(#[case] text: &str, #[case] danger: Danger) {
    assert_eq!(Categoriser::builtin().categorise(text).danger, danger);
}

#[test]
fn water_at_the_roof_is_an_emergency_in_english_too() {
    let text = "The river is up to our ceiling, my father cannot swim and we sit on the cupboard";
    assert_ne!(Categoriser::builtin().categorise(text).danger, Danger::None);
}

#[rstest::rstest]
#[case("chào bot, cho hỏi kênh này làm được gì")]
#[case("alo đây có phải kênh góp ý của phường không ạ")]
fn questions_about_the_channel_are_greetings(#[case] text: &str) {
    assert_eq!(Categoriser::builtin().categorise(text).kind, Kind::Greeting);
}

#[test]
fn fields_are_read_right_however_they_are_written() {
    let categoriser = Categoriser::builtin();
    let records = fields();
    for register in ["english", "teencode", "typo", "dialect", "nodia", "plain"] {
        let of: Vec<&Record> = records
            .iter()
            .filter(|record| record.register == register && record.category.is_some())
            .collect();
        let right = of
            .iter()
            .filter(|record| record.accepts(first(&categoriser.categorise(&record.text))))
            .count();
        assert!(
            right * 100 >= of.len() * 88,
            "{register}: {right} of {}",
            of.len()
        );
    }
}

/// What goes into the preview without a question is right.
#[test]
fn where_the_words_leave_no_doubt_the_field_is_right() {
    let categoriser = Categoriser::builtin();
    let (mut all, mut sure, mut right) = (0, 0, 0);
    for record in fields().iter().filter(|one| one.category.is_some()) {
        let verdict = categoriser.judge(&categoriser.read(&record.text));
        all += 1;
        if let Some(code) = verdict.sure_category() {
            sure += 1;
            right += usize::from(record.accepts(code.as_str()));
        }
    }
    assert!(right * 100 >= sure * 97, "{right} of {sure}");
    assert!(sure * 100 >= all * 80, "sure of {sure} in {all}");
}

#[test]
fn ordinary_petitions_are_not_alarms() {
    let categoriser = Categoriser::builtin();
    for record in fields() {
        let found = categoriser.categorise(&record.text);
        assert_ne!(found.danger, Danger::Sure, "{}", record.text);
    }
}

#[test]
fn danger_is_heard_and_what_only_sounds_like_it_is_rarely_asked_about() {
    assert_danger_is_heard(&emergencies(), 98, 85);
}

/// Danger told by what one sees ("gõ kính không còn phản ứng"), by a writer who knew nothing of the categoriser: 41 of 48 at
/// first sight, by the model before. Since looked at, so no figure of unseen texts.
#[test]
fn danger_is_heard_where_only_its_signs_are_told() {
    assert_danger_is_heard(&records(include_str!("heldout/plain_sight.jsonl")), 90, 90);
}

/// The same for everyday dangers and hard ones, in two halves: 36 of 40 in each before 700 more sentences of danger. The first half was
/// looked at since. The last set came later: 109 of 110 before another 1,800.
#[rstest::rstest]
#[case::looked_at(include_str!("heldout/strangers_danger.jsonl"), 95, 95)]
#[case::sealed(include_str!("heldout/sealed_danger.jsonl"), 92, 95)]
#[case::sealed_alarms(include_str!("heldout/sealed_alarms.jsonl"), 99, 94)]
fn danger_that_strangers_tell_of_is_heard(
    #[case] lines: &str,
    #[case] least_heard: usize,
    #[case] least_right: usize,
) {
    assert_danger_is_heard(&records(lines), least_heard, least_right);
}

/// At least so many percent of dangers heard, and of what is shown right; and what is sure is right.
fn assert_danger_is_heard(records: &[Record], least_heard: usize, least_right: usize) {
    let categoriser = Categoriser::builtin();
    let (mut are, mut shown, mut right, mut sure, mut surely_right) = (0, 0, 0, 0, 0);
    for record in records {
        let is_danger = record.kind == Kind::Emergency;
        let danger = categoriser.categorise(&record.text).danger;
        are += usize::from(is_danger);
        shown += usize::from(danger != Danger::None);
        right += usize::from(is_danger && danger != Danger::None);
        sure += usize::from(danger == Danger::Sure);
        surely_right += usize::from(is_danger && danger == Danger::Sure);
    }
    assert!(right * 100 >= are * least_heard, "{right} of {are} heard");
    assert!(
        right * 100 >= shown * least_right,
        "{right} of {shown} shown"
    );
    assert!(
        surely_right * 100 >= sure * 95,
        "{surely_right} of {sure} sure"
    );
}

#[test]
fn idioms_the_past_and_precaution_are_not_surely_danger() {
    let categoriser = Categoriser::builtin();
    for text in [
        "Dân biết kêu ai bây giờ, đường ngập quanh năm",
        "ruộng cháy khô rồi, cứu lúa với",
        "duong vao thon e ngap wa, mua xuong la xe may chet may, bao h sua",
        "Năm ngoái cháy một lần rồi, xin trang bị bình chữa cháy cho khu trọ",
    ] {
        let found = categoriser.categorise(text);
        assert_ne!(found.danger, Danger::Sure, "{text}");
        assert_eq!(found.kind, Kind::Petition, "{text}");
    }
    for text in [
        "chay nha roi cuu voi ngo 7 to 5 co nguoi ket ben trong",
        "Cháy nhà cạnh chợ, còn hai đứa nhỏ ở trong",
    ] {
        assert_eq!(categoriser.categorise(text).danger, Danger::Sure, "{text}");
    }
}

#[test]
fn a_petition_full_of_contact_details_is_no_advertisement() {
    let categoriser = Categoriser::builtin();
    for text in [
        "Đường vào tổ 5 ngập mỗi khi mưa, đề nghị sửa. Nguyễn Văn An, zalo 0912345678, an.nguyen@vidu.vn, \
         fb.com/an.nguyen",
        "de nghi lap den duong ngo 3, lien he 0987654321 hoac zalo 0987654321",
        "Xin chào, đề nghị xã sửa cống đầu xóm. Xin cảm ơn!",
    ] {
        assert_eq!(categoriser.categorise(text).kind, Kind::Petition, "{text}");
    }
}
