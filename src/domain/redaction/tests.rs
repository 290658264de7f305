//! The corpus and what holds of any text.

use proptest::prelude::*;

use super::*;

/// One example a line: `{…}` goes for everybody, `<…>` only where anybody may read; all else stays.
const CORPUS: &str = include_str!("corpus.txt");
/// The same of texts that nobody writes, right or not: what a changed rule changes beside what it was changed for.
const ODD: &str = include_str!("odd.txt");

fn examples() -> impl Iterator<Item = &'static str> {
    CORPUS
        .lines()
        .chain(ODD.lines())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The plain text of an example, and how it reads on a card and in public.
fn expected(example: &str) -> (String, String, String) {
    let (mut plain, mut card, mut public) = (String::new(), String::new(), String::new());
    let example = example.replace("\\n", "\n");
    let mut rest = example.as_str();
    while let Some(at) = rest.find(['{', '<']) {
        let (before, marked) = rest.split_at(at);
        let end = marked.find(['}', '>']).unwrap();
        let hidden = &marked[1..end];
        for text in [&mut plain, &mut card, &mut public] {
            text.push_str(before);
        }
        plain.push_str(hidden);
        card.push_str(if marked.starts_with('{') {
            HIDDEN
        } else {
            hidden
        });
        public.push_str(HIDDEN);
        rest = &marked[end + 1..];
    }
    for text in [&mut plain, &mut card, &mut public] {
        text.push_str(rest);
    }
    (plain, card, public)
}

#[test]
fn what_must_go_goes_and_what_must_stay_stays() {
    let mut wrong = Vec::new();
    for example in examples() {
        let (plain, card, anybody) = expected(example);
        let got = on_card(&plain, None);
        if got != card {
            wrong.push(format!("card    {example}\n        {got}"));
        }
        let got = public(&plain, None);
        if got != anybody {
            wrong.push(format!("public  {example}\n        {got}"));
        }
    }
    assert!(examples().count() >= 200, "{}", examples().count());
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_author_is_initials_where_their_name_stands() {
    for (text, card) in [
        (
            "Lanh Thị Hồng xin hỏi về chợ",
            "Lanh Thị Hồng xin hỏi về chợ",
        ),
        ("Trần Lan Anh xin hỏi về chợ", "T.L.A. xin hỏi về chợ"),
        ("Nhờ xem giúp. Trần Lan Anh 4A", "Nhờ xem giúp. T.L.A. 4A"),
        ("Đường Trần Lan Anh hỏng", "Đường Trần Lan Anh hỏng"),
        ("Tỉnh Thái Lâm Ai hỏng", "Tỉnh Thái Lâm Ai hỏng"),
        (
            "Tô Lan Anh hỏi, trả lời Tô Lan Anh",
            "T.L.A. hỏi, trả lời T.L.A.",
        ),
        ("hỏi Tô, Lan Anh", "hỏi Tô, Lan Anh"),
        ("tô lan anh", "tô lan anh"),
        ("T L A", "T L A"),
        ("Tối Lại Ăn", "Tối Lại Ăn"),
        ("Tô Lan An Minh hỏi chợ", "Tô Lan An Minh hỏi chợ"),
        ("Tô Lan Anh", "T.L.A."),
        ("Lan Anh hỏi chợ", "Lan Anh hỏi chợ"),
        ("Tô Lan hỏi chợ", "Tô Lan hỏi chợ"),
        ("Đường Tô Lan Anh. Tô Lan Anh", "Đường Tô Lan Anh. T.L.A."),
    ] {
        assert_eq!(on_card(text, Some("T.L.A.")), card);
    }
    assert_eq!(
        on_card("Hoa phượng ở Lan Mẫu", Some("L.")),
        "Hoa phượng ở Lan Mẫu"
    );
}

#[test]
fn two_letters_are_enough_to_know_a_name_by_and_one_word_of_a_letter_is_no_name() {
    assert_eq!(on_card("Lan Mai hỏi chợ", Some("L.M.")), "L.M. hỏi chợ");
    assert_eq!(on_card("Y Lan hỏi chợ", Some("Y.L.")), "Y Lan hỏi chợ");
}

#[test]
fn who_is_named_is_somebody() {
    assert!(names_somebody("Ông Bình lấn đất"));
    assert!(!names_somebody("Đường hỏng nặng"));
}

#[test]
fn a_phone_of_which_a_part_reads_as_a_date_goes_whole() {
    for phone in [
        "03000_1-1900",
        "０３０００_１-１９００",
        "0300 01-1900",
        "03-1900 0300",
        "0912 01-2026",
        "09.1 1-12-2026",
        "+84 3000_1-1900",
        "03000_1-1900.",
    ] {
        for before in ["", "gọi ", "Đường hỏng, liên hệ "] {
            let got = on_card(&format!("{before}{phone}"), None);
            assert!(!got.chars().any(char::is_numeric), "{phone} → {got}");
        }
    }
    for date in [
        "từ tháng 03-2026 1000 hộ chờ",
        "ngày 05-12-2026 và 06-12-2026",
        "lúc 08 01-12-2026",
        "Công văn 0312 ngày 1-12-2026",
    ] {
        assert_eq!(on_card(date, None), date);
    }
}

/// Signs that people put between the digits of a phone.
fn separator() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        prop::sample::select(vec![
            " ", ".", "-", "_", " - ", "  ", "\u{200b}", "\u{a0}", "*", "·", "–", " . ", ") ",
            "\u{2060}", "|", "~",
        ])
        .prop_map(str::to_owned),
    ]
}

/// Texts of what the rules look at, so that they meet in ways that nobody thought of.
fn odd() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "tôi",
            "tên",
            "là",
            "Nguyễn",
            "Văn",
            "Bình",
            "ông",
            "bà",
            "số",
            "nhà",
            "ngõ",
            "5",
            "12/5",
            "0912",
            "345 678",
            "thửa",
            "tờ",
            "bản đồ",
            "29A",
            "-123.45",
            "@",
            "gmail",
            ".com",
            "a còng",
            "chấm",
            "t.me/",
            "zalo",
            "sđt",
            "CCCD",
            ",",
            ".",
            "\n",
            ":",
            "[…]",
            "không",
            "chín",
            "đường",
            "và",
            "Trần",
            "Thị",
            "TÔI",
            "LÀ",
            "lan",
            "ở",
            "xã",
            "trưởng",
            "+84",
            "đồng",
            "e\u{301}",
            "\u{200b}",
            "😀",
            "3️⃣",
            "O9l",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ];
    prop::collection::vec((piece, prop::bool::ANY), 0..30).prop_map(|pieces| {
        let spaced = pieces
            .into_iter()
            .map(|(piece, space)| piece + if space { " " } else { "" });
        spaced.collect()
    })
}

proptest! {
    #[test]
    fn no_digit_of_a_phone_survives(
        head in "0[35789]", rest in "[0-9]{8}", between in prop::collection::vec(separator(), 10),
        before in prop::sample::select(vec!["", "gọi ", "Số của tôi: ", "sđt", "Đường hỏng, liên hệ ", "(", "zalo:"]),
        after in prop::sample::select(vec!["", ".", " nhé", ", cảm ơn", " gặp Lan", ")", "\n"]),
        form in 0..4,
    ) {
        let national = format!("{head}{rest}");
        let international = format!("84{}", &national[1..]);
        let digits = match form { 0 => international, _ => national };
        let digit = |c: char| match form {
            1 => char::from_u32(c as u32 - '0' as u32 + 0xff10).unwrap(),
            2 => char::from_u32(c as u32 - '0' as u32 + 0x660).unwrap(),
            _ => c,
        };
        let mut number = if form == 0 { "+".to_owned() } else { String::new() };
        for (at, c) in digits.chars().enumerate() {
            number.push(digit(c));
            if at + 1 < digits.len() {
                number.push_str(between.get(at).map_or("", String::as_str));
            }
        }
        for level in [Level::Card, Level::Public] {
            let got = redacted(&format!("{before}{number}{after}"), level, None);
            prop_assert!(!got.chars().any(char::is_numeric), "{number} → {got}");
        }
    }

    #[test]
    fn no_digit_of_a_phone_in_words_survives(rest in prop::collection::vec(0..10_usize, 8), marks in prop::bool::ANY, spell in prop::collection::vec(prop::bool::weighted(0.8), 10)) {
        const MARKED: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
        const BARE: [&str; 10] = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
        let words = if marks { MARKED } else { BARE };
        let digits = [vec![0, 9], rest].concat();
        let spoken: Vec<String> = digits.iter().zip(&spell).map(|(digit, spelled)| if *spelled { words[*digit].to_owned() } else { digit.to_string() }).collect();
        let text = format!("Xin {} {}", if marks { "gọi" } else { "goi" }, spoken.join(" "));
        let got = on_card(&text, None);
        prop_assert!(got.ends_with(HIDDEN) && got.len() < 20, "{text} → {got}");
    }

    #[test]
    fn twice_is_once_and_little_is_added(text in odd(), author in prop::option::of("[NTVBL]\\.([NTVBL]\\.){0,3}")) {
        let author = author.as_deref();
        for level in [Level::Card, Level::Public] {
            let once = redacted(&text, level, author);
            let twice = redacted(&once, level, author);
            prop_assert_eq!(&twice, &once);
            let nfc = text.nfc().count();
            prop_assert!(once.chars().count() <= 3 * nfc + 16, "{}", once);
        }
    }

    #[test]
    fn any_text_can_be_redacted(text in "\\PC{0,200}") {
        let _ = redact(&text);
        let _ = without_contacts(&text);
    }
}

#[test]
fn the_levels_differ_only_in_homes_of_others_and_alleys() {
    let text = "Trước số nhà 20 có ổ gà, tôi ở ngõ 5";
    assert_eq!(without_contacts(text), text);
    assert_eq!(redact(text), "Trước số nhà […] có ổ gà, tôi ở ngõ […]");
}
