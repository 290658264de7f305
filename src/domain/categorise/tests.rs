//! Claims about the gate and the categoriser.

use proptest::prelude::*;
use rstest::rstest;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::train::{FILES, corpus_hash};
use super::{Categorisation, Categoriser, Danger, Judgement, Kind, model, normalise};
use crate::domain::ids::{CategoryCode, Language};

#[derive(Deserialize)]
struct Record {
    text: String,
    category: Option<String>,
    also: Vec<String>,
    kind: Kind,
}

fn records() -> Vec<Record> {
    include_str!("regression.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn sources() -> Vec<(&'static str, String)> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/domain/categorise/training"
    );
    FILES
        .iter()
        .map(|name| {
            let text = std::fs::read_to_string(format!("{folder}/{name}.txt")).unwrap();
            (*name, text)
        })
        .collect()
}

fn first(found: &Categorisation) -> &str {
    found.categories[0].code.as_str()
}

fn norms(text: &str) -> Vec<String> {
    let read = normalise::normalise(text);
    read.norms().map(str::to_owned).collect()
}

#[test]
fn the_model_is_made_from_these_sentences() {
    assert_eq!(
        Categoriser::builtin().corpus_hash(),
        corpus_hash(&sources()),
        "run: cargo run --example train_categoriser"
    );
}

#[test]
fn the_model_stays_below_two_megabytes() {
    assert!(model::ASSET.len() < 2_000_000);
}

#[test]
fn a_broken_asset_is_no_model() {
    assert!(Categoriser::with_model(b"").is_none());
    assert!(Categoriser::with_model(b"cutricm1").is_none());
    assert!(Categoriser::with_model(&model::ASSET[..model::ASSET.len() - 1]).is_none());
}

#[test]
fn no_emergency_of_the_regression_set_is_missed() {
    let categoriser = Categoriser::builtin();
    for record in records().iter().filter(|r| r.kind == Kind::Emergency) {
        assert_ne!(
            categoriser.categorise(&record.text).danger,
            Danger::None,
            "{}",
            record.text
        );
    }
}

#[test]
fn the_regression_set_stays_as_good_as_it_was() {
    let categoriser = Categoriser::builtin();
    let records = records();
    let (mut kinds, mut asked, mut categories) = (0, 0, 0);
    for record in &records {
        let found = categoriser.categorise(&record.text);
        kinds += usize::from(found.kind == record.kind);
        if let Some(category) = &record.category {
            asked += 1;
            let code = first(&found);
            categories += usize::from(code == category || record.also.iter().any(|a| a == code));
        }
    }
    assert!(
        kinds * 100 >= records.len() * 95,
        "{kinds} of {}",
        records.len()
    );
    assert!(categories * 100 >= asked * 92, "{categories} of {asked}");
}

#[rstest]
#[case("Kênh nội đồng cạn, ruộng khô hết", "kenh noi dong can, ruong kho het")]
#[case("không được người nước", "k dc ng nc")]
#[case("đường xuống cấp", "dduowngf xuoongs caaps")]
#[case("đường xuống cấp", "ddường xuốg cấp")]
#[case("ĐỀ NGHỊ SỬA", "dề ngị sửa")]
#[case("UBND xã, GPMB", "uỷ ban nhân dân xã giải phóng mặt bằng")]
#[case("quý bà con", "quí bà con")]
fn spellings_of_one_text_read_the_same(#[case] one: &str, #[case] other: &str) {
    assert_eq!(norms(one), norms(other));
}

#[test]
fn emergency_numbers_stay_and_other_numbers_become_classes() {
    assert_eq!(norms("goi 115"), ["goi", "115"]);
    assert_eq!(norms("so 0912345678"), ["so", "#phone"]);
    assert_eq!(norms("mat 45tr"), ["mat", "#n", "trieu"]);
}

#[rstest]
#[case(
    "Tháng trước có vụ cháy chợ, đề nghị lắp trụ nước chữa cháy",
    Kind::Petition
)]
#[case(
    "Đề nghị tỉnh giải quyết dứt điểm các vụ khiếu nại, tố cáo kéo dài",
    Kind::Petition
)]
#[case(
    "Cháy nhà rồi bà con ơi, còn người kẹt trên lầu, gọi 114 giúp",
    Kind::Emergency
)]
#[case("e k muon song nua, e dang dung tren cau", Kind::Emergency)]
#[case(
    "There is a fire next door and people are trapped, help",
    Kind::Emergency
)]
#[case("Tôi khiếu nại quyết định thu hồi đất của nhà tôi", Kind::Complaint)]
#[case("Tôi tố cáo ông chủ tịch xã nhận hối lộ", Kind::Denunciation)]
#[case("Nhà tôi bị trộm đêm qua, mất xe máy", Kind::CrimeReport)]
#[case("xin chào bot", Kind::Greeting)]
#[case("Vay tiền nhanh giải ngân 5 phút ib zalo", Kind::Spam)]
#[case("Cảm ơn xã đã sửa đường, bà con vui lắm", Kind::Praise)]
fn place_fact_and_request_decide_the_kind(#[case] text: &str, #[case] kind: Kind) {
    assert_eq!(Categoriser::builtin().categorise(text).kind, kind);
}

#[test]
fn reasons_are_words_of_the_message() {
    let text = "Kênh nội đồng ở thôn Hạ bị sạt lở, ruộng không có nước tưới";
    let found = Categoriser::builtin().categorise(text);
    assert_eq!(first(&found), "agriculture");
    assert!(!found.because.is_empty());
    assert!(
        found
            .because
            .iter()
            .all(|reason| text.contains(reason.as_str()))
    );
}

#[test]
fn english_is_told_from_vietnamese_without_marks() {
    let categoriser = Categoriser::builtin();
    let of = |text: &str| categoriser.categorise(text).language;
    assert_eq!(of("Please repair the road to our village"), Language::En);
    assert_eq!(
        of("de nghi sua duong vao thon cho dan di lai"),
        Language::Vi
    );
    assert_eq!(of(""), Language::Vi);
}

#[test]
fn a_word_of_the_council_speaks_for_its_category() {
    let code = CategoryCode::new("sea_cages");
    let words = [(
        code.clone(),
        vec!["bè nổi".to_owned(), "lồng HDPE".to_owned()],
    )];
    let categoriser = Categoriser::builtin().with_council_words(words);
    let found = categoriser.categorise("long hdpe va be noi o vinh hay bi dut day neo");
    assert_eq!(found.categories[0].code, code);
}

#[test]
fn a_correction_is_learned_and_spares_other_texts() {
    let mut categoriser = Categoriser::builtin();
    let text = "Bờ rào vườn thú mini của xã cần sơn lại";
    let code = CategoryCode::new("culture");
    for _ in 0..20 {
        categoriser.learn(text, &code);
    }
    assert_eq!(first(&categoriser.categorise(text)), "culture");
    let other = categoriser.categorise("Đường liên xã đầy ổ gà, đề nghị sửa chữa");
    assert_eq!(first(&other), "transport");
}

fn chances(by: &Categoriser, text: &str) -> Vec<f32> {
    Judgement::of(by, &by.read(text)).chances()
}

#[test]
fn learning_is_bounded_however_often_it_is_repeated() {
    let text = "Đường liên xã đầy ổ gà, đề nghị sửa chữa";
    let code = CategoryCode::new("health");
    let mut categoriser = Categoriser::builtin();
    for _ in 0..200 {
        categoriser.learn(text, &code);
    }
    let known = chances(&categoriser, text);
    categoriser.learn(text, &code);
    let after = chances(&categoriser, text);
    let moved = known
        .iter()
        .zip(&after)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0, f32::max);
    assert!(moved < 0.05, "{moved}");
}

#[test]
fn kind_names_are_those_of_the_data() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
}

proptest! {
    #[test]
    fn any_text_gets_a_verdict(text in "\\PC{0,300}") {
        let found = Categoriser::builtin().categorise(&text);
        prop_assert!(found.categories.len() <= Categorisation::MOST_CATEGORIES);
        prop_assert!((0.0..=1.0).contains(&found.kind_confidence));
        for pair in found.categories.windows(2) {
            prop_assert!(pair[0].confidence >= pair[1].confidence);
        }
    }

    #[test]
    fn composed_and_decomposed_texts_get_the_same_verdict(
        text in "[a-zA-ZđĐăâêôơưáàảãạếềểễệốộớợứựýỳ0-9 ,.!?]{0,200}",
    ) {
        let nfc: String = text.nfc().collect();
        let nfd: String = text.nfd().collect();
        let categoriser = Categoriser::builtin();
        prop_assert_eq!(categoriser.categorise(&nfc), categoriser.categorise(&nfd));
    }

    #[test]
    fn folding_is_steady(text in "\\PC{0,100}") {
        let once = norms(&text);
        prop_assert_eq!(once.clone(), norms(&text.nfd().collect::<String>()));
        prop_assert!(once.iter().all(|norm| !norm.is_empty() && !norm.contains(' ')));
    }
}
