//! A register of more questions than are read at once: every one stands in it, once, in order; and a file that cannot be finished
//! takes no other one's place.

use std::{
    io::Cursor,
    path::{Path, PathBuf},
};

use calamine::{Data, Range, Reader as _, Xlsx};
use cutri::{
    admin::report::{Order, report},
    domain::report::ReportForm,
};

use crate::verbs::many::{DAY, Many, NOW, OF_ONE_BODY};

impl Many {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn register(&self, form: ReportForm, order: Order) -> Vec<u8> {
        let out = self.path(&format!("register.{form}"));
        self.write(&out, order).await.unwrap();
        std::fs::read(out).unwrap()
    }

    async fn write(&self, out: &Path, order: Order) -> Result<(), String> {
        let order = Order {
            kind: "register".to_owned(),
            ..order
        };
        let written = report(&order, out, &self.path("a.db")).await;
        written.map_err(|error| error.to_string())
    }

    /// What is left beside the database.
    fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with("a.db")).collect();
        names.sort();
        names
    }
}

fn issued() -> Order {
    Order {
        issue: true,
        ..Order::default()
    }
}

/// The column of codes; the running numbers beside it are 1, 2, 3….
fn codes_of(csv: &[u8]) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv);
    let rows = reader.records().map(Result::unwrap).zip(1..);
    rows.map(|(row, at)| {
        assert_eq!(row[0], at.to_string());
        row[1].to_owned()
    })
    .collect()
}

fn sheets(xlsx: Vec<u8>) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).unwrap();
    book.worksheets()
}

#[tokio::test]
async fn every_question_of_many_pages_stands_in_the_register_once_and_in_order() {
    let many = Many::questions();
    let csv = many.register(ReportForm::Csv, Order::default()).await;
    let all = many.codes("true");
    assert!(all.len() > 1_400, "{}", all.len());
    assert_eq!(codes_of(&csv), all);

    let json = many.register(ReportForm::Json, Order::default()).await;
    let read: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let items = read["items"].as_array().unwrap();
    let codes: Vec<&str> = items
        .iter()
        .map(|item| item["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, all);
    assert_eq!(read["counts"]["opinions"], all.len());
    let answered = many.codes("state = 'answered'").len();
    assert_eq!(read["counts"]["answered"], answered);
    assert_eq!(
        serde_json::to_string_pretty(&read).unwrap().into_bytes(),
        json,
        "indented as one"
    );

    let xlsx = sheets(many.register(ReportForm::Xlsx, Order::default()).await);
    let rows = xlsx[0].1.rows().skip(3);
    let codes: Vec<String> = rows.map(|row| row[1].to_string()).collect();
    assert_eq!(codes, all);
    let row = |name: &str| xlsx[1].1.rows().find(|row| row[0] == *name).unwrap();
    let received = row("Ý kiến tiếp nhận (trước khi tách, gộp)");
    assert_eq!(received[1].to_string(), all.len().to_string());
    assert_eq!(row("Đã trả lời")[1].to_string(), answered.to_string());
    assert_eq!(
        many.files(),
        ["register.csv", "register.json", "register.xlsx"]
    );

    // What is issued is made with all questions in memory: the same.
    assert!(many.register(ReportForm::Csv, issued()).await == csv);
    assert!(many.register(ReportForm::Json, issued()).await == json);
    assert!(sheets(many.register(ReportForm::Xlsx, issued()).await) == xlsx);
}

#[tokio::test]
async fn a_page_that_is_full_or_empty_is_not_the_last() {
    let many = Many::questions();
    let of_the_one = Order {
        body: Some("to-1".to_owned()),
        ..Order::default()
    };
    let csv = many.register(ReportForm::Csv, of_the_one).await;
    assert_eq!(codes_of(&csv), many.codes("body_code = 'to-1'"));
    assert_eq!(codes_of(&csv).len(), OF_ONE_BODY);

    // The first thousand came in before.
    let day = jiff::Timestamp::from_second(NOW - 20 * DAY).unwrap();
    let zone = jiff::tz::TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
    let day = day.to_zoned_datetime(zone.clone()).date();
    let since = day.to_zoned_datetime(zone).unwrap().timestamp().as_second();
    let late = Order {
        from: Some(day.to_string()),
        ..Order::default()
    };
    let late = codes_of(&many.register(ReportForm::Csv, late).await);
    assert_eq!(late, many.codes(&format!("received_at >= {since}")));
    assert!((100..400).contains(&late.len()), "{}", late.len());

    let none = Order {
        to: Some("2000-01-01".to_owned()),
        ..Order::default()
    };
    let json = many.register(ReportForm::Json, none).await;
    let read: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(read["items"].as_array().unwrap().len(), 0);
    assert_eq!(
        serde_json::to_string_pretty(&read).unwrap().into_bytes(),
        json
    );
}

#[tokio::test]
async fn a_register_that_breaks_off_leaves_the_file_of_before() {
    let many = Many::questions();
    let forms = [ReportForm::Xlsx, ReportForm::Csv, ReportForm::Json];
    let mut before = Vec::new();
    for form in forms {
        before.push(many.register(form, Order::default()).await);
    }
    many.damage_the_last();
    for (form, before) in forms.into_iter().zip(before) {
        let out = many.path(&format!("register.{form}"));
        let told = many.write(&out, Order::default()).await.unwrap_err();
        assert!(told.contains("cannot read the facts"), "{told}");
        assert!(std::fs::read(out).unwrap() == before, "{form}");
    }
    assert_eq!(
        many.files(),
        ["register.csv", "register.json", "register.xlsx"]
    );
    let nowhere = many.path("nowhere").join("register.csv");
    let told = many.write(&nowhere, Order::default()).await.unwrap_err();
    assert!(told.contains("--out"), "{told}");
}
