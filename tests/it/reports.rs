//! `/baocao` and `cutri report`: papers in the form of the decree, with figures that an independent count gives, too.

use std::{collections::BTreeMap, io::Cursor};

use calamine::{Data, Reader as _, Xlsx};
use cutri::{
    admin::report::{Order, report},
    domain::{
        keyword::Keyword as _,
        report::{Needs, ReportForm, ReportKind},
    },
};

use crate::{
    meetings::register,
    paper_rules,
    people::Person,
    proxy::clerk,
    world::{Town, code},
};

const DAY: i64 = 86_400;

/// A town where a little of everything has happened.
async fn town() -> (Town, Person, Person) {
    let town = Town::start().await;
    let office = town.group_of("office").await.member("Chị Thư");
    let mai = town.group_of("to-1").await.member("Chị Mai");
    town.group_of("to-2").await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let road = lan
        .asks(
            "Đường vào thôn ngập mỗi khi mưa \u{1f327}\u{fe0f}",
            "Giao thông",
        )
        .await;
    lan.asks("=1+1 là công thức, bãi rác đầu làng bốc mùi", "Môi trường")
        .await;
    let school = lan
        .asks("Trường mầm non thiếu phòng học trầm trọng", "Giáo dục")
        .await;
    let hoa = town.resident("Trần Thị Hoa", "Phường Bạch Thượng").await;
    hoa.asks("Mương thoát nước tắc từ đầu năm", "Môi trường")
        .await;
    hoa.asks("Đèn đường hỏng cả tuần nay", "Giao thông").await;
    register(&lan, "DV01").await;
    town.passes(2 * DAY).await;
    mai.replies_to(
        &format!("{road} · Giao thông"),
        "Đã sửa xong ngày 24/11/2026.",
    )
    .await;
    mai.presses("đổi").await;
    mai.presses("Đã giải quyết xong").await;
    mai.presses("Gửi cử tri").await;
    mai.replies_to(
        &format!("{school} · Giáo dục"),
        "Sẽ xây thêm phòng, xong trước 30/12/2026.",
    )
    .await;
    mai.presses("Gửi cử tri").await;
    lan.presses("Thỏa đáng").await;
    mai.forgets();
    office.forgets();
    (town, office, mai)
}

/// The file that came last: its name, its bytes, the words under it.
pub fn file(town: &Town, person: &Person) -> (String, Vec<u8>, String) {
    let sent = person.newest(|seen| seen.json["document"].is_object());
    let id = sent.json["document"]["file_id"].as_str().unwrap();
    let name = sent.json["document"]["file_name"]
        .as_str()
        .unwrap()
        .to_owned();
    let caption = sent.json["caption"].as_str().unwrap_or_default().to_owned();
    (name, town.world().file(id).unwrap(), caption)
}

/// What the command line writes.
pub async fn of_the_command_line(town: &Town, kind: &str, form: &str, order: Order) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join(format!("paper.{form}"));
    let order = Order {
        kind: kind.to_owned(),
        ..order
    };
    report(&order, &out, &town.database()).await.unwrap();
    std::fs::read(out).unwrap()
}

fn of_meeting() -> Order {
    Order {
        meeting: Some("DV01".to_owned()),
        ..Order::default()
    }
}

#[tokio::test]
async fn every_paper_comes_into_the_group_in_the_form_of_the_decree() {
    let (town, office, _mai) = town().await;
    office.says("/baocao survey").await;
    assert!(
        office.reads().contains("đợt khảo sát"),
        "nobody went round yet"
    );
    for kind in ReportKind::ALL {
        if *kind == ReportKind::Survey {
            continue;
        }
        office.forgets();
        let meeting = if kind.needs() == Needs::Meeting {
            " DV01"
        } else {
            ""
        };
        office.says(&format!("/baocao {kind}{meeting}")).await;
        let (name, bytes, caption) = file(&town, &office);
        let form = kind.forms()[0];
        assert!(name.starts_with(kind.as_str()), "{kind}: {name}");
        assert!(name.ends_with(form.as_str()), "{kind}: {name}");
        assert!(caption.contains("kiến nghị"), "{kind}: {caption}");
        if form == ReportForm::Docx {
            let broken = paper_rules::broken(&bytes, *kind != ReportKind::Slips);
            assert!(
                broken.is_empty(),
                "{kind}: {broken:?}\n{}",
                paper_rules::words(&bytes)
            );
        }
    }
}

#[tokio::test]
async fn whoever_names_nothing_chooses_with_buttons() {
    let (town, office, mai) = town().await;
    office.says("/baocao").await;
    insta::assert_snapshot!("which_paper", office.reads());
    office.presses("Báo cáo tổng hợp").await;
    if office.is_offered("Kỳ họp thứ 4") {
        office.presses("Kỳ họp thứ 4").await;
    }
    let (name, ..) = file(&town, &office);
    assert!(name.starts_with("summary-"), "{name}");
    office.says("/report").await;
    office.presses("Sổ theo dõi .csv").await;
    assert_eq!(file(&town, &office).0.rsplit('.').next(), Some("csv"));
    mai.says("/baocao thơ").await;
    assert!(mai.reads().contains("không có loại giấy tờ này"));
    mai.says("/baocao summary kh-99").await;
    assert!(mai.reads().contains("kh-99"));
}

#[tokio::test]
async fn a_delegation_has_papers_of_its_own_and_the_office_of_everything() {
    let (town, office, mai) = town().await;
    mai.says("/baocao register csv").await;
    let own = String::from_utf8(file(&town, &mai).1).unwrap();
    assert!(own.contains(&code(1)) && !own.contains(&code(4)), "{own}");
    office.says("/baocao register csv").await;
    let all = String::from_utf8(file(&town, &office).1).unwrap();
    assert!(all.contains(&code(1)) && all.contains(&code(4)), "{all}");
    let stranger = town.resident("Bình", "Phường Đồng Văn").await;
    stranger.says("/baocao register").await;
    assert!(stranger.reads().contains("nhóm"), "not for residents");
    let thu = clerk(&town).await;
    thu.says("/baocao register json").await;
    let all: serde_json::Value = serde_json::from_slice(&file(&town, &thu).1).unwrap();
    assert_eq!(all["items"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn the_register_is_the_same_in_every_form_and_runs_nothing() {
    let (town, ..) = town().await;
    let csv =
        String::from_utf8(of_the_command_line(&town, "register", "csv", Order::default()).await)
            .unwrap();
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(lines.len(), 5);
    let at = |head: &str| heads.iter().position(|one| one == head).unwrap();
    let formula = &lines[1][at("Nội dung kiến nghị")];
    assert!(formula.starts_with("'=1+1"), "{formula}");
    assert_eq!(&lines[0][at("Phân loại kết quả")], "Đã giải quyết xong");
    assert_eq!(&lines[2][at("Ý kiến cử tri")], "Thỏa đáng");

    let xlsx = of_the_command_line(&town, "register", "xlsx", Order::default()).await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).unwrap();
    let sheet = book.worksheet_range("Kiến nghị").unwrap();
    let rows: Vec<&[Data]> = sheet.rows().collect();
    let top = rows
        .iter()
        .position(|row| row[0] == Data::String("TT".to_owned()))
        .unwrap();
    for (row, line) in rows[top + 1..].iter().zip(&lines) {
        assert_eq!(row[1], Data::String(line[1].to_owned()));
        assert!(
            matches!(row[0], Data::Float(_) | Data::Int(_)),
            "{:?}",
            row[0]
        );
        assert!(
            matches!(row[at("Hạn trả lời")], Data::DateTime(_)),
            "a day is a day"
        );
    }
    assert!(
        rows[top + 2][at("Nội dung kiến nghị")]
            .to_string()
            .starts_with("=1+1"),
        "words, not a formula"
    );
    assert!(book.worksheet_formula("Kiến nghị").unwrap().is_empty());
    assert!(book.worksheet_range("Thống kê").is_ok());

    let json = of_the_command_line(&town, "register", "json", Order::default()).await;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["items"][0]["CodeNumber"], lines[0][1]);
    assert_eq!(json["items"][0]["result_class"], "resolved");
}

#[tokio::test]
async fn only_the_offices_own_copy_of_the_minutes_names_voters() {
    let (town, office, _mai) = town().await;
    let speaks = "Hội trường thôn dột nát đã lâu, đề nghị sửa chữa";
    let clerk = clerk(&town).await;
    crate::proxy::enters(&clerk, None).await;
    let _ = (speaks, office);
    let public = of_the_command_line(&town, "minutes", "docx", of_meeting()).await;
    let own = of_the_command_line(
        &town,
        "minutes",
        "docx",
        Order {
            for_office: true,
            ..of_meeting()
        },
    )
    .await;
    let (public, own) = (paper_rules::words(&public), paper_rules::words(&own));
    assert!(public.contains("BIÊN BẢN") && own.contains("BIÊN BẢN"));
    assert!(!public.contains("Nguyễn Thị Lan"), "{public}");
    assert!(
        !public.contains(", ngày      tháng"),
        "minutes have no line of place and day"
    );
}

/// The figures of the summary, read out of its sentences.
fn figure(text: &str, before: &str, after: &str) -> usize {
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("{before} is not in {text}"));
    let (number, _) = rest.split_once(after).unwrap();
    number.trim().parse().unwrap()
}

#[tokio::test]
async fn the_figures_of_the_summary_are_those_that_the_events_give() {
    let (town, ..) = town().await;
    let summary = of_the_command_line(&town, "summary", "docx", Order::default()).await;
    let text = paper_rules::words(&summary);
    let count = |kind: &str| usize::try_from(town.events(kind)).unwrap();
    let received = count("question_received") - count("question_withdrawn");
    assert_eq!(figure(&text, "Tổng số ý kiến tiếp nhận: ", "."), received);
    let answered = count("answer_sent") - count("question_reopened");
    assert_eq!(figure(&text, "đã trả lời ", "/"), answered);
    let rows = paper_rules::rows(&summary);
    let listed = rows
        .iter()
        .filter(|row| row.len() == 10 && row[2].starts_with("DT-"));
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let marks = listed
        .clone()
        .flat_map(|row| &row[4..9])
        .filter(|cell| *cell == "x")
        .count();
    for row in listed.clone() {
        *places.entry(&row[1]).or_default() += 1;
    }
    assert!(marks >= listed.count(), "one mark a petition");
    assert!(places.contains_key("Phường Đồng Văn") && places.contains_key("Phường Bạch Thượng"));
    assert!(
        text.contains("(Dự thảo)") && text.contains("Số:       /BC-HĐND"),
        "{text}"
    );
}

#[tokio::test]
async fn an_issued_paper_is_printed_again_as_it_was() {
    let (town, office, _mai) = town().await;
    let order = || Order {
        issue: true,
        number: Some("05".to_owned()),
        dated: Some("2026-02-05".to_owned()),
        ..Order::default()
    };
    let first = of_the_command_line(&town, "summary", "docx", order()).await;
    let text = paper_rules::words(&first);
    assert!(
        text.contains("Số: 05/BC-HĐND") && text.contains("ngày 05 tháng 02 năm 2026"),
        "{text}"
    );
    assert!(!text.contains("(Dự thảo)"));
    let lan = town.resident("Vũ Thị Huệ", "Phường Đồng Văn").await;
    lan.asks("Cống thoát nước ngõ Ba bị sập", "Giao thông")
        .await;
    let again = of_the_command_line(&town, "summary", "docx", order()).await;
    assert_eq!(first, again, "byte for byte");
    let draft = of_the_command_line(&town, "summary", "docx", Order::default()).await;
    assert_ne!(first, draft);
    assert_eq!(town.keeps("issued_paper"), 1);
    let _ = office;
}

#[tokio::test]
async fn what_is_missing_in_an_order_is_named_at_once() {
    let (town, ..) = town().await;
    let folder = tempfile::tempdir().unwrap();
    let told = |kind: &str, name: &str, order: Order| {
        let (out, database) = (folder.path().join(name), town.database());
        let order = Order {
            kind: kind.to_owned(),
            ..order
        };
        async move {
            report(&order, &out, &database)
                .await
                .unwrap_err()
                .to_string()
        }
    };
    assert!(
        told("poem", "a.docx", Order::default())
            .await
            .contains("register, summary")
    );
    let both = told("minutes", "a.xlsx", Order::default()).await;
    assert!(
        both.contains(".docx") && both.contains("--meeting"),
        "{both}"
    );
    let session = Order {
        session: Some("kh-99".to_owned()),
        ..Order::default()
    };
    assert!(told("summary", "a.docx", session).await.contains("kh-4"));
    let meeting = Order {
        meeting: Some("NO".to_owned()),
        ..Order::default()
    };
    assert!(told("minutes", "a.docx", meeting).await.contains("\"NO\""));
}

#[tokio::test]
async fn a_chart_is_a_picture_that_a_phone_shows() {
    let (town, ..) = town().await;
    let png = of_the_command_line(&town, "chart", "png", Order::default()).await;
    assert!(png.starts_with(b"\x89PNG"));
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    let height = u32::from_be_bytes(png[20..24].try_into().unwrap());
    assert!(
        (800..=1280).contains(&width) && height < 4000,
        "{width}x{height}"
    );
    let svg = String::from_utf8(of_the_command_line(&town, "chart", "svg", Order::default()).await)
        .unwrap();
    let picture = roxmltree::Document::parse(&svg).unwrap();
    assert!(
        picture
            .descendants()
            .any(|node| node.text().is_some_and(|text| text.contains("Giao thông")))
    );
}

#[tokio::test]
async fn what_a_register_holds_is_taken_in_once_and_taken_back_as_one() {
    use cutri::admin::import::{Mode, import, undo};

    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("so.csv");
    let heads = "Số kiến nghị;Nội dung kiến nghị;Cử tri (địa bàn);Lĩnh vực;Ngày tiếp nhận;Nội dung trả lời;Phân loại kết quả;Ngày trả lời\n";
    let rows = "12/2025;Đường vào thôn hỏng nặng;Phường Đồng Văn;Giao thông;05/03/2026;Đã sửa xong;Đã giải quyết xong;10/04/2026\n\
                13/2025;Bãi rác bốc mùi cả tháng;Phường Đồng Văn;Môi trường;06/03/2026;;;\n";
    std::fs::write(
        &file,
        format!("{heads}{rows}14/2025;ngắn;Phường Lạ;Giao thông;32/03/2026;;;\n"),
    )
    .unwrap();
    let told = import(&file, Mode::TakeIn, &town.database())
        .unwrap_err()
        .to_string();
    for cell in [
        "row 4",
        "Nội dung kiến nghị",
        "Cử tri (địa bàn)",
        "Ngày tiếp nhận",
    ] {
        assert!(told.contains(cell), "{cell} in {told}");
    }
    assert_eq!(town.questions(), 0, "nothing is taken in");
    std::fs::write(&file, format!("{heads}{rows}")).unwrap();
    import(&file, Mode::DryRun, &town.database()).unwrap();
    assert_eq!(town.questions(), 0);
    import(&file, Mode::TakeIn, &town.database()).unwrap();
    import(&file, Mode::TakeIn, &town.database()).unwrap();
    assert_eq!(town.questions(), 2, "once");
    town.passes(60).await;
    assert!(
        mai.reads().contains("Bãi rác bốc mùi"),
        "what is open has its card"
    );
    let csv =
        String::from_utf8(of_the_command_line(&town, "register", "csv", Order::default()).await)
            .unwrap();
    assert!(
        csv.contains("Đã sửa xong") && csv.contains("10/04/2026"),
        "{csv}"
    );
    undo(1, &town.database()).unwrap();
    assert_eq!(
        town.questions_that_are("withdrawn"),
        1,
        "the other one has a card in a group"
    );
    assert!(undo(1, &town.database()).is_err());
}

#[tokio::test]
async fn an_export_holds_every_row_with_its_sum() {
    use sha2::{Digest as _, Sha256};

    let (town, ..) = town().await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("export");
    cutri::admin::export::export(&out, &town.database())
        .await
        .unwrap();
    let note: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("schema.json")).unwrap()).unwrap();
    for table in note["tables"].as_array().unwrap() {
        let name = table["table"].as_str().unwrap();
        let text = std::fs::read_to_string(out.join(format!("{name}.jsonl"))).unwrap();
        let rows: Vec<serde_json::Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(rows.len() as u64, table["rows"].as_u64().unwrap(), "{name}");
        if name == "question" {
            assert_eq!(rows.len(), town.questions());
        }
    }
    for line in std::fs::read_to_string(out.join("SHA256SUMS"))
        .unwrap()
        .lines()
    {
        let (sum, name) = line.split_once("  ").unwrap();
        let bytes = std::fs::read(out.join(name)).unwrap();
        let own = Sha256::digest(bytes);
        let told = (0..32).map(|at| u8::from_str_radix(&sum[2 * at..2 * at + 2], 16).unwrap());
        assert!(told.eq(own.iter().copied()), "{name}");
    }
    assert!(
        cutri::admin::export::export(&out, &town.database())
            .await
            .is_err(),
        "never over another one"
    );
}

#[tokio::test]
async fn routes_of_another_file_are_tried_on_what_came_in() {
    use cutri::{
        admin::routes::{routes, tried},
        domain::{
            council::Council,
            ids::{AreaCode, BodyCode, CategoryCode},
        },
        reading::routes::Came,
    };

    let (town, ..) = town().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("council.toml");
    let rule = "\n[[routes]]\ncategory = \"transport\"\narea = \"*\"\nto = \"ubnd\"\n";
    let other = format!("{}{rule}", crate::world::TOWN);
    std::fs::write(&file, &other).unwrap();
    routes(&file, &town.database()).await.unwrap();
    let came = |category: &str, body: &str, many| Came {
        category: CategoryCode::new(category),
        area: AreaCode::new("dong-van"),
        body: BodyCode::new(body),
        many,
    };
    let today = Council::parse(crate::world::TOWN).unwrap();
    let other = Council::parse(&other).unwrap();
    let all = [
        came("transport", "ubnd", 3),
        came("transport", "to-1", 1),
        came("land", "to-1", 2),
    ];
    let found = tried(&today, &other, &all);
    assert_eq!(found.all, 6);
    assert_eq!(found.moved.values().sum::<usize>(), 4);
    assert_eq!((found.agreed_before, found.agreed_after), (3, 5));
}
