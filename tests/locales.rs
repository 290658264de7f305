//! Both languages say the same things with the same facts.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say where"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Key → the variables it uses.
fn sentences(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language)
        .join("cutri.ftl");
    let text = fs::read_to_string(path).unwrap();
    let mut sentences: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some((name, _)) = line.split_once(" =")
            && name.starts_with(|c: char| c.is_ascii_lowercase())
        {
            name.clone_into(&mut key);
            assert!(
                !sentences.contains_key(name),
                "{language}: {name} stands twice"
            );
        }
        let variables = sentences.entry(key.clone()).or_default();
        for part in line.split('$').skip(1) {
            variables.insert(
                part.chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect(),
            );
        }
    }
    sentences.remove("");
    sentences
}

#[test]
fn every_sentence_exists_in_both_languages_with_the_same_variables() {
    let (vietnamese, english) = (sentences("vi"), sentences("en"));
    assert!(vietnamese.len() > 150);
    for (key, variables) in &vietnamese {
        let translated = english
            .get(key)
            .unwrap_or_else(|| panic!("{key} is not translated"));
        assert_eq!(
            translated, variables,
            "{key} uses other variables in English"
        );
    }
    for key in english.keys() {
        assert!(vietnamese.contains_key(key), "{key} exists only in English");
    }
}

/// Plain words say the same facts, more briefly, and without signs.
#[test]
fn plain_sentences_are_shorter_and_have_no_facts_of_their_own() {
    for language in ["vi", "en"] {
        let (full, plain) = (sentences(language), sentences(&format!("{language}-plain")));
        assert!(plain.len() > 20);
        let (full_text, plain_text) = (text_of(language), text_of(&format!("{language}-plain")));
        for (key, variables) in &plain {
            let known = full
                .get(key)
                .unwrap_or_else(|| panic!("{language}-plain: {key} is in no other file"));
            assert!(variables.is_subset(known), "{language}-plain: {key}");
            let [long, short] =
                [&full_text, &plain_text].map(|text| words_of(text, key).chars().count());
            assert!(short < long, "{language}-plain: {key} is not shorter");
        }
        let is_sign = |c: char| u32::from(c) > 0x2190 && !c.is_alphanumeric();
        assert!(!plain_text.contains(is_sign), "{language}-plain has a sign");
    }
}

fn text_of(language: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language)
        .join("cutri.ftl");
    fs::read_to_string(path).unwrap()
}

/// Everything a key says, up to the next key.
fn words_of(text: &str, key: &str) -> String {
    let mut lines = text
        .lines()
        .skip_while(|line| !line.starts_with(&format!("{key} =")));
    let first = lines.next().unwrap_or_default().to_owned();
    let rest = lines.take_while(|line| line.is_empty() || line.starts_with([' ', '}']));
    rest.fold(first, |all, line| all + line.trim())
}

#[test]
fn every_sentence_is_used() {
    let mut code = String::new();
    read_all(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut code,
    );
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/vi/cutri.ftl"))
            .unwrap();
    for key in sentences("vi").keys() {
        let is_used =
            code.contains(&format!("\"{key}\"")) || text.contains(&format!("{{ {key} }}"));
        assert!(is_used, "{key} is said by nobody");
    }
}

/// Words that posters, scripts and acceptance rely on (contract.md, "Words that the Vietnamese buttons
/// contain").
#[test]
fn buttons_hold_the_words_outsiders_rely_on() {
    let words = [
        ("yes-consent", "Đồng ý", "Agree"),
        ("button-send", "Gửi", "Send"),
        ("button-edit", "Sửa", "Edit"),
        ("button-cancel", "Hủy", "Cancel"),
        ("button-drop", "Hủy", "Cancel"),
        ("button-skip", "Bỏ qua", "Skip"),
        ("button-claim", "Nhận", "Claim"),
        ("button-send-answer", "Gửi cử tri", "Send to resident"),
        ("button-keep-note", "Ghi nội bộ", "Internal note"),
        ("button-forward", "Chuyển", "Transfer"),
        ("button-approve", "Duyệt", "Approve"),
        ("verdict-satisfied", "Thỏa đáng", "Satisfactory"),
        ("verdict-partly", "Một phần", "Partly"),
        ("verdict-not", "Chưa thỏa đáng", "Not satisfactory"),
        ("verdict-unseen", "Chưa thấy làm", "Not done yet"),
        ("button-settings-back", "Quay lại", "Back"),
        ("button-rename", "Sửa", "Edit"),
    ];
    for (language, at) in [("vi", 1), ("en", 2)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("locales")
            .join(language)
            .join("cutri.ftl");
        let text = fs::read_to_string(path).unwrap();
        for (key, vietnamese, english) in words {
            let wanted = if at == 1 { vietnamese } else { english };
            let line = text
                .lines()
                .find(|line| line.starts_with(&format!("{key} =")))
                .unwrap();
            assert!(
                line.contains(wanted),
                "{language}: {key} must contain {wanted:?}: {line}"
            );
        }
    }
}

fn read_all(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}
