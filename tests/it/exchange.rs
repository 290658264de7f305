//! Two councils of different levels: a petition goes up by file, its result comes back by file, and the resident of the commune
//! reads what the province answered. Each side shows the number that the other one gave it.

use std::path::{Path, PathBuf};

use cutri::admin::{
    exchange::{ExchangeWish, export},
    import::{Mode, import_at, undo},
};
use insta::assert_snapshot;

use crate::{
    people::Person,
    world::{TOWN, Town},
};

const COMMUNE: &str = include_str!("../../examples/xa-mau/council.toml");
const WORDS: &str = "Đường liên xã qua nhà ông Trần Văn Bình hỏng nặng, gọi 0912345678 để xem";

/// A commune, whose delegation and resident are there, and the province above it.
struct Two {
    commune: Town,
    mai: Person,
    lan: Person,
    province: Town,
    nam: Person,
    folder: tempfile::TempDir,
}

async fn two() -> Two {
    let commune = COMMUNE
        .replace(r#"triage = "clerk""#, r#"triage = "automatic""#)
        .replace(r#"approval = "head""#, r#"approval = "none""#);
    let province = TOWN
        .replace(r#"code = "duy-tien""#, r#"code = "tinh-mau""#)
        .replace(r#"code_prefix = "DT""#, r#"code_prefix = "TM""#)
        .replace(r#"level = "town""#, r#"level = "province""#)
        .replace(
            "Hội đồng nhân dân thị xã Duy Tiên",
            "Hội đồng nhân dân tỉnh Mẫu",
        )
        .replace("\"TT Đồng Văn\"", "\"Xã Mẫu\"");
    let commune = Town::with_council(&commune).await;
    let mai = commune.group_of("to-1").await.member("Chị Mai");
    let lan = commune.resident("Nguyễn Thị Lan", "Thôn Đông").await;
    let province = Town::with_council(&province).await;
    let nam = province.group_of("to-1").await.member("Anh Nam");
    province.settle().await;
    Two {
        commune,
        mai,
        lan,
        province,
        nam,
        folder: tempfile::tempdir().unwrap(),
    }
}

impl Two {
    /// The resident's petition is sent up.
    async fn sent_up(&self) -> String {
        let code = self.lan.asks(WORDS, "Giao thông").await;
        self.mai.presses("Thêm việc").await;
        self.mai.presses("Lên cấp trên").await;
        self.mai
            .replies_to("số văn bản", "HĐND tỉnh Mẫu; 12/HĐND-VP; 20/11/2026")
            .await;
        for person in [&self.mai, &self.lan, &self.nam] {
            person.forgets();
        }
        code
    }

    /// A package of one of them, with what it says.
    async fn package(&self, of: &Town, name: &str, wish: ExchangeWish<'_>) -> (PathBuf, String) {
        let path = self.folder.path().join(name);
        export(&path, wish, &of.database()).await.unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    }

    /// The province has taken the petition in and answered; the way of its package.
    async fn answered(&self, words: &str) -> PathBuf {
        let all = ExchangeWish::of(None, false);
        let (up, _) = self.package(&self.commune, "up.json", all).await;
        takes_in(&self.province, &up).await;
        let theirs = self.province.only_question().code;
        self.nam
            .replies_to(&format!("{theirs} · Giao thông"), words)
            .await;
        self.nam.presses("Gửi cử tri").await;
        self.package(&self.province, "back.json", all).await.0
    }
}

/// The operator of a council takes a package in; time goes on.
async fn takes_in(town: &Town, path: &Path) {
    import_at(path, Mode::TakeIn, &town.database(), town.now()).unwrap();
    town.passes(60).await;
}

#[tokio::test]
async fn a_petition_goes_up_and_its_result_reaches_the_resident() {
    let two = two().await;
    let ours = two.sent_up().await;
    let all = ExchangeWish::of(None, false);
    let (up, package) = two.package(&two.commune, "up.json", all).await;
    for hidden in ["Bình", "0912345678", "Thị Lan", "N.T.L"] {
        assert!(!package.contains(hidden), "{hidden} in {package}");
    }
    assert!(package.contains(&ours) && package.contains("12/HĐND-VP"));
    takes_in(&two.province, &up).await;
    let theirs = two.province.only_question().code;
    assert_snapshot!("card_above", two.nam.reads());
    let (number, text) = two.package(&two.province, "number.json", all).await;
    assert!(!text.contains("\"Answer\""), "{text}");
    takes_in(&two.commune, &number).await;
    assert_snapshot!("card_below", two.mai.reads());
    two.nam
        .replies_to(
            &format!("{theirs} · Giao thông"),
            "Sở Xây dựng sẽ sửa đường, xong trước 31/3/2027.",
        )
        .await;
    let office = two.province.group_of("office").await.member("Chị Thư");
    office.forgets();
    two.nam.presses("Gửi cử tri").await;
    assert_snapshot!("the_office_above", office.reads());
    let (back, _) = two.package(&two.province, "back.json", all).await;
    takes_in(&two.commune, &back).await;
    assert_snapshot!("came_back", two.mai.reads());
    assert_eq!(two.lan.reads(), "", "somebody looks at it first");
    two.mai.spends();
    two.mai.presses("Lập trả lời cho cử tri").await;
    assert_snapshot!("draft", two.mai.reads());
    two.mai.presses("Gửi cử tri").await;
    let spent = two.mai.spends();
    assert_eq!((spent.taps, spent.messages), (2, 0), "docs/taps.md");
    assert_snapshot!("the_resident_reads", two.lan.reads());
}

#[tokio::test]
async fn taken_in_twice_a_package_changes_nothing() {
    let two = two().await;
    two.sent_up().await;
    let all = ExchangeWish::of(None, false);
    let (up, _) = two.package(&two.commune, "tried.json", all).await;
    let province = &two.province;
    import_at(&up, Mode::DryRun, &province.database(), province.now()).unwrap();
    assert_eq!(province.questions(), 0, "tried only");
    let back = two.answered("Đã cử đội sửa đường xuống xem xét.").await;
    takes_in(&two.commune, &back).await;
    two.nam.forgets();
    two.mai.forgets();
    takes_in(province, &up).await;
    takes_in(&two.commune, &back).await;
    assert_eq!(province.questions(), 1);
    assert_eq!(two.commune.keeps("exchange_result"), 1);
    assert_eq!(two.nam.reads() + &two.mai.reads(), "");
}

#[tokio::test]
async fn a_package_that_is_wrong_is_told_by_record_and_field_and_nothing_is_taken_in() {
    let two = two().await;
    let ours = two.sent_up().await;
    let all = ExchangeWish::of(None, false);
    let (up, text) = two.package(&two.commune, "up.json", all).await;
    let wrong = two.folder.path().join("wrong.json");
    let says = |changed: &str, town: &Town| {
        std::fs::write(&wrong, changed).unwrap();
        let refused = import_at(&wrong, Mode::TakeIn, &town.database(), town.now());
        let told = refused.unwrap_err().to_string();
        told.replace(&wrong.display().to_string(), "wrong.json")
    };
    let told = [
        says(&text.replace("xã Mẫu", "xã Lạ"), &two.province),
        says(&text.replace("2026-11-20", "20/11/2026"), &two.province),
        says(&text.replace("cutri-1", "cutri-9"), &two.province),
        says(&text, &two.commune),
        says("{", &two.commune),
    ];
    assert_snapshot!("wrong", told.join("\n"));
    assert_eq!(two.province.questions(), 0);
    // A result for a question that was never sent up.
    takes_in(&two.province, &up).await;
    let (_, back) = two.package(&two.province, "back.json", all).await;
    let other = two
        .lan
        .asks("Đèn đường ở thôn hỏng cả tháng nay", "Giao thông")
        .await;
    let told = says(&back.replace(&ours, &other), &two.commune);
    assert!(
        told.contains("record 1, field \"Origin.CodeNumber\""),
        "{told}"
    );
}

#[tokio::test]
async fn a_batch_is_taken_back_as_long_as_nobody_has_worked_on_it() {
    let two = two().await;
    two.sent_up().await;
    let all = ExchangeWish::of(None, false);
    let (up, _) = two.package(&two.commune, "up.json", all).await;
    let (commune, province) = (&two.commune, &two.province);
    import_at(&up, Mode::TakeIn, &province.database(), province.now()).unwrap();
    undo(1, &province.database()).unwrap();
    province.passes(60).await;
    assert_eq!(province.questions_that_are("withdrawn"), 1);
    assert_eq!(province.keeps("exchanged"), 0);
    assert_eq!(two.nam.reads(), "", "no card");
    takes_in(province, &up).await;
    assert_eq!(province.questions_that_are("forwarded"), 1, "again");
    let (number, _) = two.package(province, "number.json", all).await;
    import_at(&number, Mode::TakeIn, &commune.database(), commune.now()).unwrap();
    assert_eq!(commune.keeps("exchanged"), 1);
    undo(1, &commune.database()).unwrap();
    assert_eq!(commune.keeps("exchanged"), 0);
    commune.passes(60).await;
    assert_eq!(two.mai.reads(), "");
}

#[tokio::test]
async fn a_result_is_made_an_answer_by_the_body_that_has_the_question_and_by_nobody_else() {
    let two = two().await;
    two.sent_up().await;
    let back = two.answered("Đã cử đội sửa đường xuống xem xét.").await;
    let other = two.commune.group_of("to-2").await.member("Anh Tư");
    takes_in(&two.commune, &back).await;
    other.forgets();
    for data in ["a/xr:1", "a/xr:9", "a/xr:-1"] {
        other.forges(data).await;
        two.lan.forges(data).await;
    }
    assert_eq!(other.reads() + &two.lan.reads(), "");
    assert_eq!(two.commune.answers_that_are("draft"), 0);
    two.mai.presses("Lập trả lời cho cử tri").await;
    assert_eq!(two.commune.answers_that_are("draft"), 1);
    two.mai.presses("Gửi cử tri").await;
    assert!(
        two.lan
            .reads()
            .contains("Trả lời của Hội đồng nhân dân tỉnh Mẫu")
    );
    two.mai.forges("a/xr:1").await;
    assert_eq!(
        two.commune.answers_that_are("draft"),
        0,
        "it is answered already"
    );
}

#[tokio::test]
async fn the_office_may_send_the_words_as_they_were_written_and_to_one_council_alone() {
    let two = two().await;
    two.sent_up().await;
    let words = ExchangeWish::of(Some("HĐND tỉnh Mẫu"), true);
    let (path, package) = two.package(&two.commune, "office.json", words).await;
    assert!(package.contains("Trần Văn Bình"));
    let others = ExchangeWish::of(Some("HĐND tỉnh khác"), false);
    let (_, package) = two.package(&two.commune, "others.json", others).await;
    assert!(package.contains("\"items\": []"), "{package}");
    let again = export(&path, words, &two.commune.database()).await;
    assert!(again.is_err(), "a file that is there is left alone");
}
