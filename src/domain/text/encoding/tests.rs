//! What is encoded comes back; what is clean is left alone.

use proptest::prelude::*;

use super::*;

const SENTENCES: &str = include_str!("sentences.txt");
/// Texts that are fine: Vietnamese with and without marks, English, code, numbers.
const CLEAN_TEXTS: &str = include_str!("clean.txt");

type Way = (&'static str, Encoding, fn(&str) -> String);

/// Every way a text can be broken, with what it must be recognised as.
fn ways() -> Vec<Way> {
    vec![
        ("tcvn3", Encoding::Tcvn3, tcvn3::encode),
        ("vni", Encoding::Vni, vni::encode),
        ("viqr", Encoding::Viqr, viqr::encode),
        ("telex", Encoding::Keys, |text| keys::encode(text, true)),
        ("vni keys", Encoding::Keys, |text| keys::encode(text, false)),
        ("cp1252", Encoding::Mojibake, |text| {
            mojibake::encode(text, false)
        }),
        ("latin1", Encoding::Mojibake, |text| {
            mojibake::encode(text, true)
        }),
        ("twice", Encoding::Mojibake, |text| {
            mojibake::encode(&mojibake::encode(text, false), false)
        }),
        ("twice latin1", Encoding::Mojibake, |text| {
            mojibake::encode(&mojibake::encode(text, true), true)
        }),
        ("cp1258", Encoding::Cp1258, cp1258::encode),
    ]
}

fn wrong(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, encoding, encode) in ways() {
        let broken = encode(text);
        // Where the tables hardly differ, hardly anything is broken: nothing to ask about.
        let damaged = changed(text, &broken);
        let words = text.split_whitespace().count();
        // "bơm" in Windows-1258 reads "bõm": where each word is one that could be meant, nobody can tell.
        if is_clean(Tally::of(&broken)) {
            continue;
        }
        if damaged < FEWEST_CHANGED || damaged * 100 < CHANGED * words {
            continue;
        }
        let got = recognise(&broken);
        let expected = Some(Recovered {
            encoding,
            text: text.to_owned(),
        });
        if got != expected {
            wrong.push(format!("{name}: {text}\n  {broken}\n  {got:?}"));
        }
    }
    wrong
}

#[test]
fn every_sentence_comes_back_from_every_encoding() {
    let wrong: Vec<String> = SENTENCES.lines().flat_map(wrong).collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_clean_text_is_never_recognised() {
    let texts: Vec<&str> = CLEAN_TEXTS
        .lines()
        .chain(SENTENCES.lines())
        .filter(|line| !line.is_empty())
        .collect();
    assert!(texts.len() >= 200, "{}", texts.len());
    let wrong: Vec<String> = texts
        .iter()
        .filter_map(|text| recognise(text).map(|got| format!("{text}\n  {got:?}")))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn texts_as_they_are_found_in_the_wild() {
    for (broken, meant) in [
        (
            "§\u{ad}êng vµo th«n hay bÞ ngËp",
            "Đường vào thôn hay bị ngập",
        ),
        (
            "Ñöôøng vaøo thoân hay bò ngaäp",
            "Đường vào thôn hay bị ngập",
        ),
        (
            "Ddu+o+`ng va`o tho^n hay bi. nga^.p",
            "Đường vào thôn hay bị ngập",
        ),
        (
            "dduwowngf vaof thoon hay bij ngaapj",
            "đường vào thôn hay bị ngập",
        ),
        (
            "d9uo72ng va2o tho6n hay bi5 nga65p",
            "đường vào thôn hay bị ngập",
        ),
        (
            "Ä\u{90}Æ°á»\u{9d}ng vÃ o thÃ´n hay bá»‹ ngáº\u{ad}p",
            "Đường vào thôn hay bị ngập",
        ),
        (
            "ÐýõÌng vaÌo thôn hay biò ngâòp",
            "Đường vào thôn hay bị ngập",
        ),
        (
            "Bà nhà hoÒng ðýõÌng công nãm các ðýõÌng nhé.",
            "Bà nhà hỏng đường công năm các đường nhé.",
        ),
        (
            "ÐýõÌng ðýõÌng nhà các và meò các tháng nhé.",
            "Đường đường nhà các và mẹ các tháng nhé.",
        ),
        (
            "®êng lµng ngËp l¾m, ngêi d©n khæ",
            "Đường làng ngập lắm, người dân khổ",
        ),
        (
            "UBND x· ch\u{ad}a tr¶ lêi ®¬n cña t«i",
            "UBND xã chưa trả lời đơn của tôi",
        ),
    ] {
        let got = recognise(broken).map(|recovered| recovered.text);
        assert_eq!(got.as_deref(), Some(meant), "{broken}");
    }
}

/// Texts of Vietnamese words in any order, of twenty letters and more. They end with a full stop: in VIQR a last
/// "chu?" is "chủ" or a question, and it is read as a question.
fn sentence() -> impl Strategy<Value = String> {
    let words: Vec<String> = SENTENCES
        .lines()
        .flat_map(|line| line.split([' ', ',', '.', '?']))
        .filter(|word| !word.is_empty() && syllable::is_syllable(word))
        .map(str::to_lowercase)
        .collect();
    prop::collection::vec(prop::sample::select(words), 8..30).prop_filter_map(
        "long and marked enough",
        |words| {
            let text = words.join(" ");
            let marked = words.iter().filter(|word| !word.is_ascii()).count();
            (text.chars().filter(|c| c.is_alphabetic()).count() >= 20 && marked * 2 >= words.len())
                .then_some(text)
        },
    )
}

proptest! {
    #[test]
    fn what_is_encoded_comes_back(text in sentence()) {
        let mut chars = text.chars();
        let text: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).chain(" nhé.".chars()).collect();
        let wrong = wrong(&text);
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn clean_words_in_any_order_are_clean(text in sentence()) {
        prop_assert_eq!(recognise(&text), None);
        prop_assert_eq!(recognise(&crate::domain::text::fold(&text)), None);
        prop_assert_eq!(recognise(&text.to_uppercase()), None);
    }

    #[test]
    fn any_text_can_be_looked_at(text in "\\PC{0,80}|[ -ÿ]{0,80}|[\u{80}-\u{ff}a-z ]{0,60}") {
        let _ = recognise(&text);
    }
}
