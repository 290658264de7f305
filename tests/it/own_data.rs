//! What is stored about somebody: seeing it, taking the consent back, being forgotten, asking the office.

use cutri::{domain::ids::UserId, reading::check::Chain};
use serde_json::json;
use sqlx::Connection as _;

use crate::{
    meetings::register,
    people::Person,
    proxy::{clerk, enters, slip_of},
    roles::administrator,
    scene::card,
    verbs::data::{FORGERIES, bytes_of, bytes_of_id},
    world::{TOWN, Town},
};

/// Seven days and a night after a Monday morning: half past two.
const A_WEEK_AND_A_NIGHT: i64 = 7 * 86_400 + 18 * 3_600 + 1_800;

const NAME: &str = "Hoàng Thị Ngọc Quyênh";

/// Whoever is to be forgotten, with something in as many tables as a person can reach.
async fn somebody(town: &Town, mai: &Person) -> (Person, String, String) {
    let quyenh = town.resident(NAME, "Phường Đồng Văn").await;
    let contact = json!({ "phone_number": "84912000777", "first_name": "Q", "user_id": quyenh.id });
    let send = json!({ "chat_id": quyenh.chat, "user_id": quyenh.id, "contact": contact });
    quyenh.sends(serde_json::from_value(send).unwrap()).await;
    let open = quyenh
        .asks(
            "Mương Bờ Tranhxơ sạt lở hơn một tháng nay chưa ai sửa",
            "Giao thông",
        )
        .await;
    quyenh.replies_to(&open, "Nay lở thêm chỗ kè đá vỡxơ").await;
    let answered = quyenh
        .asks(
            &format!("Cống đầu làng tắc, tôi là {NAME}, gọi 0912000777"),
            "Giao thông",
        )
        .await;
    mai.replies_to(
        &answered,
        &format!("Kính gửi bà {NAME}, cống đã được thông ngày 20/11."),
    )
    .await;
    mai.presses("Gửi cử tri").await;
    town.publishes(&answered).await;
    quyenh.presses("Thỏa đáng").await;
    register(&quyenh, "DV01").await;
    quyenh.says("/tracuu mái vòmxơ chợ").await;
    quyenh.says("/hoi").await;
    quyenh.says("Nháp chưa gửi về bãi đỗ xe Vườn Xoanxơ").await;
    (quyenh, open, answered)
}

fn owned((first, rest): (&str, &str)) -> (String, String) {
    (first.to_owned(), rest.to_owned())
}

fn traces(person: &Person) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("the name", bytes_of(NAME)),
        ("the folded name", bytes_of("hoang thi ngoc quyenh")),
        ("the phone", bytes_of("912000777")),
        ("the words", bytes_of("Tranhxơ")),
        ("the folded words", bytes_of("tranhxo")),
        ("the addition", bytes_of("vỡxơ")),
        ("the search", bytes_of("vòmxơ")),
        ("the draft", bytes_of("Xoanxơ")),
        ("the number", bytes_of(&person.id.to_string())),
        ("the number in a row", bytes_of_id(person.id)),
    ]
}

#[tokio::test]
async fn nothing_is_left_of_whoever_was_forgotten_and_the_figures_stay() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let (quyenh, open, _) = somebody(&town, &mai).await;
    mai.forgets();
    mai.says("/thongke").await;
    let figures = mai.reads();
    assert!(card(&mai, &open).text.contains("Tranhxơ"));
    assert!(!town.files_hold(&traces(&quyenh)).is_empty());

    quyenh.forgets();
    quyenh.says("/xoadulieu").await;
    quyenh.presses("Xóa dữ liệu của tôi").await;
    insta::assert_snapshot!("what_goes_and_what_stays", quyenh.reads());
    quyenh.presses("Xóa hết").await;
    insta::assert_snapshot!("in_seven_days", quyenh.reads());
    assert_eq!(town.events("consent_withdrawn"), 1);
    assert!(card(&mai, &open).text.contains("Tranhxơ"), "not yet");
    quyenh.forgets();
    town.passes(A_WEEK_AND_A_NIGHT).await;
    assert!(quyenh.reads().contains("Đã xóa dữ liệu"));
    town.passes(60).await;

    assert_eq!(town.files_hold(&traces(&quyenh)), [""; 0]);
    assert_eq!(town.tables_with(&quyenh), [""; 0]);
    let live = card(&mai, &open);
    assert!(live.text.contains(&open) && live.text.contains("Giao thông"));
    assert!(
        !live.text.contains("Tranhxơ") && !live.text.contains("H.T.N"),
        "{}",
        live.text
    );
    assert!(
        !mai.screen().join("\n").contains("vỡxơ"),
        "what was added is gone from the group"
    );
    mai.forgets();
    mai.says("/thongke").await;
    let (_, now) = mai.reads().split_once('\n').map(owned).unwrap();
    let (_, before) = figures.split_once('\n').map(owned).unwrap();
    assert_eq!(now, before, "the figures are what they were");
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    hung.says("/tracuu cống làng tắc").await;
    let found = hung.reads();
    assert!(
        found.contains("cống đã được thông") && !found.contains("Quyênh"),
        "{found}"
    );
    assert!(
        matches!(town.chain().await, Chain::Whole { .. }),
        "the books are whole"
    );

    // Whoever comes back is new.
    quyenh.says("/start").await;
    assert!(quyenh.reads().contains("đồng ý không?"));
    quyenh.says("/cuatoi").await;
    assert!(!quyenh.reads().contains(&open));
}

#[tokio::test]
async fn the_log_holds_nothing_of_whoever_was_forgotten() {
    static HEARD: std::sync::LazyLock<Heard> = std::sync::LazyLock::new(Heard::default);
    let heard = HEARD.clone();
    let writer = HEARD.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .with_writer(move || writer.clone())
        .finish();
    // Everybody's log: much is written on threads of their own.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let (quyenh, ..) = somebody(&town, &mai).await;
    quyenh.says("/xoadulieu").await;
    quyenh.presses("Xóa dữ liệu của tôi").await;
    quyenh.presses("Xóa hết").await;
    town.passes(A_WEEK_AND_A_NIGHT).await;
    town.passes(60).await;
    let log = heard.0.lock().unwrap().clone();
    let log = String::from_utf8_lossy(&log);
    assert!(log.contains("a person was forgotten"), "{log}");
    for words in [
        NAME,
        "912000777",
        "Tranhxơ",
        "Xoanxơ",
        &quyenh.id.to_string(),
    ] {
        assert!(!log.contains(words), "{words} in the log");
    }
}

/// What was logged.
#[derive(Clone, Default)]
struct Heard(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn one_tap_undoes_it_and_everything_is_there() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let (quyenh, open, _) = somebody(&town, &mai).await;
    quyenh.says("/xoadulieu").await;
    quyenh.presses("Xóa dữ liệu của tôi").await;
    quyenh.presses("Xóa hết").await;
    town.passes(6 * 86_400).await;
    quyenh.says("/xoadulieu").await;
    quyenh.presses("Hoàn tác").await;
    town.passes(A_WEEK_AND_A_NIGHT).await;
    assert!(card(&mai, &open).text.contains("Tranhxơ"));
    assert_eq!(town.name_of(&quyenh).as_deref(), Some(NAME));
    let flashed = quyenh.forges("d/tb").await;
    assert!(flashed.contains("Không có yêu cầu xóa"), "{flashed}");
    // The consent has ended all the same: the next question asks for it.
    quyenh.says("/hoi").await;
    assert!(quyenh.reads().contains("đồng ý không?"));
}

#[tokio::test]
async fn the_matter_may_stay_without_the_person() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident(NAME, "Phường Đồng Văn").await;
    let code = lan
        .asks(
            &format!("Cầu Đá qua sông nứt to, tôi là {NAME}, số 0912000777"),
            "Giao thông",
        )
        .await;
    lan.says("/xoadulieu").await;
    lan.presses("Xóa dữ liệu của tôi").await;
    lan.presses("để lại nội dung").await;
    town.passes(A_WEEK_AND_A_NIGHT).await;
    town.passes(60).await;
    let live = card(&mai, &code).text;
    assert!(live.contains("Cầu Đá qua sông nứt to"), "{live}");
    assert!(
        !live.contains("Quyênh") && !live.contains("912000777"),
        "{live}"
    );
    let gone = traces(&lan);
    let left = town.files_hold(&gone);
    assert_eq!(left, [""; 0]);
    // The body answers nobody, and that is no trouble.
    mai.replies_to(&code, "Cầu đã được gia cố ngày 20/11.")
        .await;
    mai.presses("Gửi cử tri").await;
    assert_eq!(town.questions_that_are("answered"), 1);
}

#[tokio::test]
async fn a_question_that_is_withdrawn_leaves_no_words() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Mương Bờ Tranhxơ sạt lở hơn một tháng", "Giao thông")
        .await;
    lan.replies_to(&code, "Nay lở thêm chỗ kè đá vỡxơ").await;
    lan.says(&format!("/cuatoi {code}")).await;
    lan.presses("Rút lại").await;
    lan.presses("không nêu lý do").await;
    town.passes(19 * 3_600).await;
    town.passes(60).await;
    let words = [
        ("the words", bytes_of("Tranhxơ")),
        ("the folded words", bytes_of("tranhxo")),
        ("the addition", bytes_of("vỡxơ")),
    ];
    assert_eq!(town.files_hold(&words), [""; 0]);
    assert!(!card(&mai, &code).text.contains("Tranhxơ"));
    assert_eq!(town.name_of(&lan).as_deref(), Some("Nguyễn Thị Lan"));
    assert!(matches!(town.chain().await, Chain::Whole { .. }));
}

#[tokio::test]
async fn everything_about_me_comes_as_a_page_and_as_json() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let (quyenh, ..) = somebody(&town, &mai).await;
    quyenh.forgets();
    quyenh.says("/dulieucuatoi").await;
    let read = quyenh.reads();
    assert!(
        read.contains("Câu hỏi: 2") && read.contains("Hồ sơ: 1"),
        "{read}"
    );
    let names: Vec<String> = town
        .world()
        .messages(quyenh.chat)
        .iter()
        .filter_map(|seen| {
            seen.json["document"]["file_name"]
                .as_str()
                .map(str::to_owned)
        })
        .collect();
    assert!(
        names.contains(&"du-lieu-cua-toi.html".to_owned()),
        "{names:?}"
    );
    assert!(
        names.contains(&"du-lieu-cua-toi.json".to_owned()),
        "{names:?}"
    );
    assert_eq!(town.events("data_given"), 1);

    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(town.database());
    let mut view = sqlx::SqliteConnection::connect_with(&options)
        .await
        .unwrap();
    let all = cutri::reading::my_data::everything_about(&mut view, UserId(quyenh.id))
        .await
        .unwrap();
    let given: Vec<&str> = all.iter().map(|section| section.table).collect();
    for table in town.tables_with(&quyenh) {
        assert!(given.contains(&table.as_str()), "{table} is not given out");
    }
    let text = format!("{all:?}");
    for words in [NAME, "912000777", "Tranhxơ", "vỡxơ", "vòmxơ", "Xoanxơ"] {
        assert!(text.contains(words), "{words} is not given out");
    }
    assert!(
        !text.contains("claimed"),
        "who of the body has it is not theirs"
    );
}

#[tokio::test]
async fn taking_the_consent_back_leaves_public_information_and_nothing_else() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    let code = lan
        .asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    lan.says("/xoadulieu").await;
    lan.presses("Rút lại sự đồng ý").await;
    lan.presses("Đúng, tôi rút lại").await;
    assert!(lan.reads().contains("Đã rút lại sự đồng ý"));
    assert_eq!(
        town.proofs_of_consent(),
        "agreed | 1 | 1 | 64 | 1\nwithdrawn | 1 | 1 | 64 | 1\n"
    );
    lan.says("/lich").await;
    assert!(lan.reads().contains("Lịch tiếp xúc cử tri"));
    for asked in ["/hoi", "Đèn đường hỏng từ tháng trước ở ngõ 4"] {
        lan.forgets();
        lan.says(asked).await;
        assert!(lan.reads().contains("đồng ý không?"), "{asked}");
    }
    lan.presses("Không, tôi chỉ xem").await;
    lan.forgets();
    lan.replies_to(&code, "Nay ngập sâu hơn trước nhiều lắm")
        .await;
    assert!(lan.reads().contains("đồng ý không?"));
    lan.forges("mm:1").await;
    assert_eq!(town.keeps("addition"), 0);
    assert_eq!(town.keeps("draft"), 0);
    lan.says("/start").await;
    lan.presses("Đồng ý").await;
    lan.replies_to(&code, "Nay ngập sâu hơn trước nhiều lắm")
        .await;
    assert_eq!(town.keeps("addition"), 1, "agreed anew");
}

#[tokio::test]
async fn before_a_yes_no_name_is_kept() {
    let town = Town::start().await;
    let lan = town.stranger("Nguyễn Thị Lan");
    lan.says("/start").await;
    assert_eq!(town.name_of(&lan).as_deref(), Some(""));
    lan.presses("Không, tôi chỉ xem").await;
    assert_eq!(town.name_of(&lan).as_deref(), Some(""));
    lan.says("/hoi").await;
    lan.presses("Đồng ý").await;
    assert_eq!(town.name_of(&lan).as_deref(), Some("Nguyễn Thị Lan"));
}

#[tokio::test]
async fn the_chain_names_the_first_event_that_was_changed() {
    for (what, kind) in FORGERIES {
        let town = Town::start().await;
        let group = town.group_of("to-1").await;
        let lan = town.resident("Lan", "Phường Đồng Văn").await;
        lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
            .await;
        group.member("Chị Mai").presses("Nhận").await;
        assert!(matches!(town.chain().await, Chain::Whole { events, .. } if events > 4));
        let event = town.event_of(kind);
        town.tampers(what);
        match town.chain().await {
            Chain::Broken { event: found, .. } => assert_eq!(found, event, "{what}"),
            Chain::Whole { .. } => panic!("{what} was not noticed"),
        }
    }
}

#[tokio::test]
async fn the_office_has_two_working_days_is_reminded_and_answers() {
    let town = Town::start().await;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.says("/yeucau").await;
    insta::assert_snapshot!("what_one_can_ask", lan.reads());
    lan.presses("Sửa dữ liệu").await;
    lan.says("Xin sửa địa bàn trong câu hỏi cũ của tôi").await;
    insta::assert_snapshot!("asked", lan.reads());
    assert!(
        thu.reads().contains("#1"),
        "the office hears of it, without words"
    );
    assert!(!thu.screen().join("\n").contains("Xin sửa"));
    let admin = administrator(&town).await;
    admin.says("/yeucau").await;
    admin.presses("#1").await;
    insta::assert_snapshot!("one_request", admin.reads());
    assert_eq!(town.events("data_request_viewed"), 1);
    thu.forgets();
    town.passes(86_400).await;
    assert!(
        thu.reads().contains("sắp hoặc đã đến hạn: 1"),
        "{}",
        thu.reads()
    );
    town.passes(2 * 86_400).await;
    assert!(thu.reads().contains("quá hạn: 1"));
    admin.says("/yeucau").await;
    admin.presses("#1").await;
    assert!(admin.reads().contains("Quá hạn"));
    admin.presses("Đã giải quyết").await;
    admin.says("Đã sửa địa bàn").await;
    insta::assert_snapshot!("told", lan.reads());
    admin.presses("Phiếu lưu hồ sơ").await;
    thu.forgets();
    town.passes(86_400).await;
    assert!(!thu.reads().contains("đến hạn: 1 "));
    let hung = town.resident("Hùng", "Phường Đồng Văn").await;
    for forged in [
        "d/qu:0", "d/sh:1", "d/do:1", "d/pa:1", "d/fn:1", "d/de:1", "d/ho:1",
    ] {
        hung.forges(forged).await;
    }
    assert!(!hung.screen().join("\n").contains("Xin sửa"));
}

#[tokio::test]
async fn somebody_without_telegram_is_served_at_the_desk_by_their_slip() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let clerk = clerk(&town).await;
    let code = enters(&clerk, Some("0987654321")).await;
    let slip = slip_of(&clerk);
    clerk.says(&format!("/yeucau {code} AAAA-AAAA")).await;
    assert!(clerk.reads().contains("không đúng"));
    clerk.says(&format!("/yeucau {code} {slip}")).await;
    assert!(clerk.reads().contains("mã phiếu"));
    clerk.presses("Bản sao dữ liệu").await;
    assert_eq!(town.events("data_handed_over"), 1);
    clerk.presses("Xóa dữ liệu của người này").await;
    clerk.presses("Xóa ngay").await;
    town.passes(19 * 3_600).await;
    town.passes(60).await;
    let gone = [
        ("the name", bytes_of("Trần Thị Mơ")),
        ("the phone", bytes_of("987654321")),
    ];
    assert_eq!(town.files_hold(&gone), [""; 0]);
    assert!(card(&mai, &code).text.contains(&code));
    clerk.says(&format!("/yeucau {code}")).await;
    clerk.presses("Đã gặp tại bàn").await;
    assert!(clerk.reads().contains("không có tên"));
}

/// A change of these words needs a new version of the consent, so that everybody is asked again.
#[tokio::test]
async fn the_words_of_version_one_are_these() {
    let town = Town::start().await;
    town.resident("Lan", "Phường Đồng Văn").await;
    insta::assert_snapshot!("consent_text_of_version_1", town.consent_texts());
}

#[tokio::test]
async fn a_new_version_is_asked_for_at_the_next_thing_that_needs_it() {
    let town = Town::start().await;
    town.group_of("to-1").await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    town.agreed_to_an_earlier_text(&lan);
    lan.says("/lich").await;
    assert!(
        !lan.reads().contains("đồng ý không?"),
        "public information needs none"
    );
    lan.says("/hoi").await;
    assert!(lan.reads().contains("đồng ý không?"));
    assert_eq!(town.name_of(&lan).as_deref(), Some("Nguyễn Thị Lan"));
    lan.presses("Đồng ý").await;
    lan.forgets();
    lan.says("/hoi").await;
    assert!(!lan.reads().contains("đồng ý không?"));
}

#[tokio::test]
async fn what_the_council_keeps_no_longer_goes_at_night() {
    let council = TOWN
        .replace("# [retention]", "[retention]")
        .replace("# attachments = 24 ", "attachments = 1 ")
        .replace("# conversations = 6 ", "conversations = 1 ")
        .replace("# logs = 36 ", "logs = 1 ")
        .replace("# closed_questions = 60 ", "closed_questions = 2 ");
    let town = Town::with_council(&council).await;
    let group = town.group_of("to-1").await;
    let mai = group.member("Chị Mai");
    let (quyenh, open, _) = somebody(&town, &mai).await;
    let photo = json!({ "chat_id": quyenh.chat, "user_id": quyenh.id, "photo": {} });
    quyenh.sends(serde_json::from_value(photo).unwrap()).await;
    assert!(town.keeps("draft") + town.keeps("conversation") > 0);
    assert!(town.events_by_somebody("question_received") > 0);
    town.may_leave_things_undone();
    town.passes(35 * 86_400 + 18 * 3_600).await;
    town.passes(60).await;
    assert_eq!(town.keeps("draft") + town.keeps("conversation"), 0);
    assert_eq!(town.events_by_somebody("question_received"), 0);
    assert!(town.events("retention_done") > 0);
    assert_eq!(
        town.words_of_questions_by(&quyenh).len(),
        2,
        "two months are not over"
    );
    town.passes(31 * 86_400).await;
    town.passes(60).await;
    let left = town.words_of_questions_by(&quyenh);
    assert_eq!(left.len(), 1, "the open one is still theirs");
    assert!(left[0].contains("Tranhxơ"));
    assert!(card(&mai, &open).text.contains("Tranhxơ"));
    assert!(matches!(town.chain().await, Chain::Whole { .. }));
    cutri::admin::retention::retention(&town.database(), cutri::admin::retention::Mode::DryRun)
        .unwrap();
}

#[tokio::test]
async fn the_log_is_read_by_subject_and_given_out_as_a_file() {
    let town = Town::start().await;
    let group = town.group_of("to-1").await;
    let lan = town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await;
    lan.asks("Đường vào thôn ngập mỗi khi mưa", "Giao thông")
        .await;
    group.member("Chị Mai").presses("Nhận").await;
    lan.says("/dulieucuatoi").await;
    let admin = administrator(&town).await;
    admin.says("/nhatky").await;
    admin.forgets();
    admin.presses("🔒 Dữ liệu cá nhân").await;
    let read = admin.reads();
    assert!(
        read.contains("xem dữ liệu của mình") && !read.contains("nhận câu hỏi"),
        "{read}"
    );
    admin.presses("Câu hỏi").await;
    assert!(admin.reads().contains("Chị Mai: nhận câu hỏi"));
    admin.presses("Tải về").await;
    assert_eq!(town.events("audit_exported"), 1);
    let files = town.world().messages(admin.chat);
    assert!(files.iter().any(|seen| {
        seen.json["document"]["file_name"]
            .as_str()
            .is_some_and(|name| name.starts_with("nhat-ky-"))
    }));
    let flashed = lan.forges("r/ax:all").await;
    assert!(flashed.contains("Chỉ văn phòng"), "{flashed}");
}
