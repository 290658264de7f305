//! The figures of papers, counted again straight from the books: a quarter with parts, merges, answers of every kind, reopened
//! questions, what was sent up, promises kept and missed, what was shown to be done and denied, verdicts of the council.

use std::{collections::BTreeMap, io::Cursor};

use calamine::{Data, Reader as _, Xlsx};
use cutri::emulator::Send;
use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use serde_json::json;

use crate::{
    meeting_day::speaker,
    paper_rules,
    people::Person,
    proxy::clerk,
    reports::file,
    scene::card,
    verbs::recount::Happened,
    world::{TOWN, Town},
};

const DAY: i64 = 86_400;
/// Monday, the first day of a town.
const FIRST_DAY: Date = date(2026, 11, 23);
/// The last day for questions to the session in December.
const CLOSES: Date = date(2026, 12, 5);
/// Days off of the council file in this quarter, but for Saturdays and Sundays.
const OFF: [Date; 1] = [date(2027, 1, 1)];
/// Working days for an answer in this town.
const ANSWER_DAYS: usize = 10;

/// A question as whoever reads the books sees it.
#[derive(Debug, Clone)]
struct Matter {
    session: &'static str,
    body: String,
    state: &'static str,
    class: String,
    done: Option<bool>,
    redo_on: Option<Date>,
    verdict: Option<String>,
    reopened: u64,
    times: u64,
    promised_on: Option<Date>,
    promise_kept: bool,
    is_part: bool,
    outcome: Option<String>,
    pace: Option<String>,
    due_on: Date,
}

/// So many working days later.
fn working_days_after(day: Date, many: usize) -> Date {
    let mut day = day;
    let mut left = many;
    while left > 0 {
        day += 1.day();
        let weekend = day.weekday().to_monday_one_offset() > 5;
        left -= usize::from(!weekend && !OFF.contains(&day));
    }
    day
}

/// Reads the books from the first line to the last.
fn recount(happened: &[Happened]) -> BTreeMap<i64, Matter> {
    let mut matters: BTreeMap<i64, Matter> = BTreeMap::new();
    for one in happened {
        let matter = matters.entry(one.question).or_insert_with(|| Matter {
            session: if one.day <= CLOSES { "kh-4" } else { "kh-5" },
            body: "office".to_owned(),
            state: "received",
            class: String::new(),
            done: None,
            redo_on: None,
            verdict: None,
            reopened: 0,
            times: 1,
            promised_on: None,
            promise_kept: false,
            is_part: false,
            outcome: None,
            pace: None,
            due_on: working_days_after(one.day, ANSWER_DAYS),
        });
        match one.kind.as_str() {
            "question_received" => matter.body = one.word("body"),
            "question_forwarded" => {
                matter.body = one.word("body");
                matter.state = "forwarded";
                matter.due_on = working_days_after(one.day, ANSWER_DAYS);
            }
            "question_split_off" => matter.is_part = true,
            "question_merged" => matter.state = "merged",
            "question_returned" => matter.state = "returned",
            "question_withdrawn" => matter.state = "withdrawn",
            "question_transferred" => {
                matter.body = one.word("to");
                matter.due_on = working_days_after(one.day, ANSWER_DAYS);
            }
            "author_asked_back" => matter.state = "asked_back",
            "question_sent_up" => matter.state = "sent_up",
            "question_set_aside" => matter.state = "set_aside",
            "author_replied" | "wait_ended" | "question_brought_back" => matter.state = "forwarded",
            "question_extended" | "question_obliged" => matter.due_on = one.day_of("due_on"),
            "answer_sent" => {
                matter.state = "answered";
                matter.class = one.word("class");
                matter.body = one.word("body");
                matter.verdict = None;
            }
            "answer_judged" if one.data["is_author"] == true => {
                matter.verdict = Some(one.word("verdict"));
            }
            "question_reopened" => {
                matter.state = "forwarded";
                matter.reopened = one.data["times"].as_u64().unwrap();
                matter.body = one.word("body");
                matter.verdict = None;
                matter.done = None;
                matter.promised_on = None;
                matter.due_on = working_days_after(one.day, ANSWER_DAYS);
            }
            "question_repeated" => matter.times = one.data["times"].as_u64().unwrap(),
            "promise_made" => {
                matter.promised_on = Some(one.day_of("on"));
                matter.promise_kept = false;
            }
            "promise_postponed" => matter.promised_on = Some(one.day_of("to")),
            "promise_kept" => matter.promise_kept = true,
            "question_resolved" => {
                matter.done = Some(true);
                matter.promised_on = None;
            }
            "resolution_reopened" => {
                matter.done = Some(false);
                matter.redo_on = Some(one.day_of("due_on"));
            }
            "question_assessed" => match one.word("mark").as_str() {
                mark @ ("close" | "follow") => matter.outcome = Some(mark.to_owned()),
                mark => matter.pace = Some(mark.to_owned()),
            },
            _ => {}
        }
    }
    matters
}

impl Matter {
    fn is_petition(&self) -> bool {
        !["merged", "returned", "withdrawn"].contains(&self.state)
    }

    fn is_answered(&self) -> bool {
        self.state == "answered"
    }

    fn is_open(&self) -> bool {
        self.is_petition() && !self.is_answered()
    }

    /// Class of the answer, but what was shown is done, and what is denied is not.
    fn standing(&self) -> Option<&str> {
        self.is_answered()
            .then_some(match (self.done, self.class.as_str()) {
                (Some(true), _) => "resolved",
                (Some(false), "resolved") => "in_progress",
                (_, class) => class,
            })
    }

    fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && !["asked_back", "set_aside"].contains(&self.state) && self.due_on < today
    }

    fn has_missed(&self, today: Date) -> bool {
        self.is_answered()
            && !self.promise_kept
            && self.standing() != Some("resolved")
            && self.promised_on.is_some_and(|day| day < today)
    }

    fn is_rejected(&self) -> bool {
        self.reopened > 0
            || ["not", "unseen"]
                .iter()
                .any(|no| self.verdict.as_deref() == Some(no))
    }
}

/// One decimal, a comma, nothing of nothing.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of questions")]
    let per_cent = part as f64 * 100.0 / whole as f64;
    format!("{per_cent:.1}%").replace('.', ",")
}

/// The people of a quarter: a clerk in the office's group, members of three bodies, two residents.
pub struct Cast {
    pub town: Town,
    pub thu: Person,
    mai: Person,
    hung: Person,
    son: Person,
    lan: Person,
    hoa: Person,
}

async fn cast() -> Cast {
    let council = TOWN
        .replace("answer_days = 30 ", "answer_days = 10 ")
        .replace("max_open_questions = 10 ", "max_open_questions = 900 ");
    let town = Town::with_council(&council).await;
    Cast {
        thu: town.group_of("office").await.member("Cô Thu"),
        mai: town.group_of("to-1").await.member("Chị Mai"),
        hung: town.group_of("ubnd").await.member("Anh Hùng"),
        son: town.group_of("ban-kt-xh").await.member("Ông Sơn"),
        lan: town.resident("Nguyễn Thị Lan", "Phường Đồng Văn").await,
        hoa: town.resident("Trần Thị Hoa", "Phường Đồng Văn").await,
        town,
    }
}

async fn answers(by: &Person, code: &str, words: &str) {
    let card = card(by, code).message_id;
    by.replies_without_waiting_to(card, words);
    by.town().settle().await;
    by.presses("Gửi cử tri").await;
}

async fn shows_photo(by: &Person, to: &str) {
    let photo: Send = serde_json::from_value(json!({ "photo": {}, "caption": "Đã xong" })).unwrap();
    let to = by.newest(|seen| seen.text.contains(to)).message_id;
    by.sends(photo.reply_to(to)).await;
}

/// Opens the deeds of one card.
async fn under_the_card(by: &Person, code: &str, label: &str) {
    by.says(&format!("/cauhoi {code}")).await;
    if !by.is_offered(label) {
        by.presses("Thêm việc").await;
    }
    by.presses(label).await;
}

/// The first weeks: what is asked ahead of the session in December.
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn december(cast: &Cast) {
    let Cast {
        town,
        thu,
        mai,
        hung,
        son,
        lan,
        hoa,
    } = cast;
    let shown = lan
        .asks("Đường vào thôn Đào ngập mỗi khi mưa to", "Giao thông")
        .await;
    let denied = lan
        .asks("Rác thải ở chợ hai tuần chưa ai thu gom", "Môi trường")
        .await;
    let missed = lan
        .asks("Trường mầm non thiếu giáo viên lớp ba tuổi", "Giáo dục")
        .await;
    let told = lan
        .asks("Sổ đỏ nộp hồ sơ sáu tháng chưa được trả", "Đất đai")
        .await;
    let again = lan
        .asks(
            "Kênh thủy lợi bồi lắng, ruộng không có nước tưới",
            "Nông nghiệp",
        )
        .await;
    let above = hoa
        .asks("Sóng điện thoại yếu, gọi hay bị rớt cả ngày", "Giao thông")
        .await;
    let aside = hoa
        .asks("Nhà văn hóa xuống cấp, mái dột nhiều chỗ", "Giáo dục")
        .await;
    let asked = hoa
        .asks("Đèn chiếu sáng ngõ nhỏ hỏng bóng", "Giao thông")
        .await;
    hoa.asks("Cầu dân sinh qua mương bị gãy lan can", "Giao thông")
        .await;
    let back = hoa
        .asks("Xe tải chạy đêm gây ồn khu dân cư", "Môi trường")
        .await;
    let gone = hoa.asks("Cây xanh đầu phố gãy cành", "Môi trường").await;
    let moved = hoa
        .asks("Nước thải trại lợn chảy ra đồng", "Môi trường")
        .await;
    town.passes(DAY).await;
    answers(
        mai,
        &shown,
        "UBND phường đã sửa xong đường, biên bản số 3/BB-UBND ngày 20/11/2026.",
    )
    .await;
    answers(
        mai,
        &denied,
        "UBND phường sẽ thu gom xong trước 27/11/2026.",
    )
    .await;
    mai.presses("Đã giải quyết xong").await;
    shows_photo(mai, "xin trả lời tin này bằng").await;
    answers(
        mai,
        &missed,
        "UBND phường tuyển thêm giáo viên xong trước 30/11/2026.",
    )
    .await;
    answers(
        mai,
        &told,
        "Theo Luật Đất đai, hồ sơ của ông/bà thiếu trích đo; xin bổ sung tại bộ phận một cửa.",
    )
    .await;
    answers(mai, &again, "UBND phường đã nạo vét kênh ngày 20/11.").await;
    lan.presses("Chưa thỏa đáng").await;
    lan.says("Kênh vẫn đầy bùn, nước không chảy được.").await;
    son.presses("Theo dõi ở kỳ họp sau").await;
    son.presses("Chậm tiến độ").await;
    under_the_card(mai, &above, "Lên cấp trên").await;
    mai.replies_to(
        "số văn bản",
        "Sở Khoa học và Công nghệ; 12/VP-HĐND; 20/11/2026",
    )
    .await;
    under_the_card(mai, &aside, "Tạm gác").await;
    mai.replies_to("ngày xem lại", "Chờ vốn năm sau; 30/6/2027")
        .await;
    under_the_card(mai, &asked, "Hỏi lại").await;
    mai.presses("Ở chỗ nào").await;
    under_the_card(mai, &back, "Trả lại").await;
    mai.presses("tiếp công dân").await;
    mai.presses("Gửi hướng dẫn").await;
    hoa.says(&format!("/cuatoi {gone}")).await;
    hoa.presses("Rút lại").await;
    hoa.presses("không nêu lý do").await;
    under_the_card(mai, &moved, "Chuyển").await;
    mai.presses("UBND").await;
    mai.presses("Đúng thẩm quyền").await;
    answers(
        hung,
        &moved,
        "UBND thị xã đang kiểm tra trại lợn, đã lập biên bản.",
    )
    .await;
    hoa.presses("Thỏa đáng").await;
    let _ = thu;
}

/// The meeting of the first of December: one voter is there and says something.
async fn meeting(cast: &Cast) {
    let town = &cast.town;
    let chi = speaker(town, "Phạm Thị Chi", "Nước sạch").await;
    town.passes(7 * DAY + 60).await;
    let clerk = clerk(town).await;
    clerk.says("/diemdanh DV01").await;
    clerk.presses("⬜ Phạm").await;
    clerk.presses("🎤 Phát biểu").await;
    clerk.presses("Đã phát biểu").await;
    clerk.presses("Ghi ý kiến").await;
    clerk
        .says("Nước máy yếu cả tháng nay, đề nghị kiểm tra đường ống")
        .await;
    clerk.chooses("Môi trường").await;
    clerk.presses("Gửi").await;
    let _ = chi;
}

/// A clerk looks at what is open in the ward.
async fn site_round(cast: &Cast) {
    let clerk = clerk(&cast.town).await;
    clerk.says("/khaosat Đồng Văn").await;
    clerk.presses("Chưa làm").await;
    clerk
        .says("Tổ trưởng: cầu gãy từ tháng 10, trẻ em đi học rất nguy hiểm.")
        .await;
    clerk.presses("Đang làm").await;
    clerk.presses("Kết thúc").await;
}

/// A quarter of a council, to its end.
pub async fn a_quarter() -> Cast {
    let cast = cast().await;
    december(&cast).await;
    meeting(&cast).await;
    spring(&cast).await;
    site_round(&cast).await;
    cast
}

/// The same people afterwards: what is asked ahead of the session in summer, and what became of before.
async fn spring(cast: &Cast) {
    let Cast {
        town,
        thu,
        mai,
        lan,
        hoa,
        ..
    } = cast;
    town.passes(15 * DAY).await;
    lan.presses("Chưa xong").await;
    lan.says("/huy").await;
    let whole = lan
        .asks(
            "Đường thôn Nội hỏng nặng. Trạm y tế thiếu thuốc huyết áp cho người già",
            "Giao thông",
        )
        .await;
    let first = lan
        .asks("Nước máy đục và yếu vào buổi tối", "Môi trường")
        .await;
    let second = hoa
        .asks("Nước máy buổi tối vừa đục vừa yếu", "Môi trường")
        .await;
    thu.says(&format!("/phanloai {whole}")).await;
    thu.presses("Thêm").await;
    thu.presses("Tách").await;
    if thu.is_offered("Tự chia") {
        thu.presses("Tự chia").await;
    }
    thu.replies_to(
        "các phần",
        "Đường thôn Nội hỏng nặng cần sửa\nTrạm y tế thiếu thuốc huyết áp cho người già",
    )
    .await;
    thu.presses("Tách thành 2").await;
    thu.says(&format!("/phanloai {second}")).await;
    thu.presses("Thêm").await;
    thu.presses("Gộp").await;
    thu.presses(&format!("Gộp vào {first}")).await;
    thu.presses(&format!("Gộp vào {first}")).await;
    town.passes(DAY).await;
    answers(
        mai,
        &first,
        "Chưa có kinh phí thay đường ống, chưa thể giải quyết ngay.",
    )
    .await;
    town.passes(40 * DAY).await;
}

/// What a paper says.
async fn says(cast: &Cast, order: &str) -> Vec<u8> {
    cast.thu.forgets();
    cast.thu.says(&format!("/baocao {order}")).await;
    file(&cast.town, &cast.thu).1
}

fn holds(paper: &str, text: &str, wanted: &str) {
    assert!(text.contains(wanted), "{paper}: {wanted}\n{text}");
}

#[expect(clippy::too_many_lines, reason = "every figure of three papers")]
async fn session_is_told_truly(cast: &Cast, session: &'static str, today: Date) {
    let all = recount(&cast.town.happened());
    let own: Vec<&Matter> = all
        .values()
        .filter(|matter| matter.session == session && matter.state != "withdrawn")
        .collect();
    let many = |is_so: &dyn Fn(&Matter) -> bool| own.iter().filter(|one| is_so(one)).count();
    let opinions = many(&|one| !one.is_part);
    let parts = many(&|one| one.is_part);
    let merged = many(&|one| one.state == "merged");
    let returned = many(&|one| one.state == "returned");
    let petitions = many(&Matter::is_petition);
    let answered = many(&Matter::is_answered);
    let resolved = many(&|one| one.standing() == Some("resolved"));
    let shown = many(&|one| one.is_answered() && one.done == Some(true));
    let denied = many(&|one| one.is_answered() && one.done == Some(false));
    let explained = many(&|one| one.standing() == Some("explained"));
    let under_way = answered - resolved - explained;
    let open = petitions - answered;
    let overdue = many(&|one| one.is_overdue(today));
    let missed = many(&|one| one.has_missed(today));
    let rejected = many(&|one| one.is_petition() && one.is_rejected());
    let to_do = many(&|one| one.is_answered() && one.class != "explained");
    let judged = many(&|one| one.is_petition() && one.verdict.is_some());
    let content = many(&|one| one.is_petition() && one.verdict.as_deref() == Some("satisfied"));
    let reopened = many(&|one| one.is_petition() && one.reopened > 0);
    let assessed = many(&|one| one.is_petition() && one.outcome.is_some());
    let closed = many(&|one| one.is_petition() && one.outcome.as_deref() == Some("close"));
    let slow = many(&|one| one.is_petition() && one.pace.as_deref() == Some("late"));
    let left: Vec<&Matter> = all
        .values()
        .filter(|one| one.session < session && one.is_petition())
        .filter(|one| {
            one.is_open() || !["resolved", "explained"].contains(&one.standing().unwrap())
        })
        .collect();
    let left_open = left.iter().filter(|one| one.is_open()).count();

    let bytes = says(cast, &format!("summary {session}")).await;
    let text = paper_rules::words(&bytes);
    let matters = opinions + parts - merged;
    holds(
        "summary",
        &text,
        &format!(
            "Tổng số ý kiến tiếp nhận: {opinions}. Sau khi tách các ý kiến nhiều nội dung ({parts}) và gộp các ý kiến trùng ({merged}) còn \
         {matters} nội dung; trong đó đã hướng dẫn, trả lại {returned}, số kiến nghị phải giải quyết là {petitions}."
        ),
    );
    holds(
        "summary",
        &text,
        &format!(
            "đã trả lời {answered}/{petitions} kiến nghị ({}); chưa trả lời {open}, trong đó quá hạn {overdue}.",
            share(answered, petitions)
        ),
    );
    holds(
        "summary",
        &text,
        &format!(
            "Trong {petitions} kiến nghị: đã giải quyết xong {resolved} ({}), trong đó có minh chứng {shown}; giải trình, cung cấp thông \
         tin {explained} ({}); đang giải quyết {under_way} ({})",
            share(resolved, petitions),
            share(explained, petitions),
            share(under_way, petitions)
        ),
    );
    holds(
        "summary",
        &text,
        &format!(
            "Còn {} kiến nghị gửi đến các kỳ họp trước chưa giải quyết xong, trong đó {left_open} chưa được trả lời, {} đã trả lời",
            left.len(),
            left.len() - left_open
        ),
    );
    let codes = |bytes: &[u8], column: usize, cells: usize| {
        let rows = paper_rules::rows(bytes);
        rows.iter()
            .filter(|row| row.len() == cells && row[column].starts_with("DT-"))
            .count()
    };
    let raised = many(&|one| one.is_petition() && one.times > 1);
    assert_eq!(codes(&bytes, 1, 7), left.len() + raised, "annex V");
    assert_eq!(codes(&bytes, 2, 12), answered, "annex III");

    let bytes = says(cast, &format!("results {session}")).await;
    let text = paper_rules::words(&bytes);
    holds(
        "results",
        &text,
        &format!("Đã trả lời {answered}/{petitions} kiến nghị"),
    );
    holds(
        "results",
        &text,
        &format!("Đã giải quyết xong: {resolved}/{petitions}"),
    );
    holds(
        "results",
        &text,
        &format!(
            "Còn {open} kiến nghị chưa trả lời, trong đó {overdue} quá hạn; {missed} kiến nghị đã hứa nhưng quá hạn thực hiện; {denied} \
         kiến nghị cử tri báo chưa làm xong; {rejected} kiến nghị cử tri chưa đồng tình."
        ),
    );
    for (name, class) in [
        ("Đang giải quyết", "in_progress"),
        ("Sẽ giải quyết, có lộ trình", "planned"),
    ] {
        let own = many(&|one| one.standing() == Some(class));
        holds("results", &text, &format!("{name}: {own}/{petitions} ("));
    }
    let rows = paper_rules::rows(&bytes);
    let sum = rows
        .iter()
        .find(|row| row.len() == 8 && row[1] == "Cộng")
        .unwrap();
    let told: Vec<usize> = sum[2..].iter().map(|cell| cell.parse().unwrap()).collect();
    assert_eq!(
        told,
        [petitions, answered, resolved, shown, under_way, explained]
    );
    for (body, name) in [("to-1", "Tổ đại biểu số 1"), ("ubnd", "UBND")] {
        let own: Vec<_> = own
            .iter()
            .filter(|one| one.body == body && one.is_petition())
            .collect();
        let row = rows
            .iter()
            .find(|row| row.len() == 8 && row[1].starts_with(name));
        assert_eq!(
            row.map(|row| row[2].clone()),
            (!own.is_empty()).then(|| own.len().to_string()),
            "{body}"
        );
    }

    let text = paper_rules::words(&says(cast, &format!("supervision {session}")).await);
    holds(
        "supervision",
        &text,
        &format!(
            "Tiếp nhận {opinions} ý kiến; sau khi tách, gộp còn {matters} nội dung, {petitions} kiến nghị phải giải quyết"
        ),
    );
    holds(
        "supervision",
        &text,
        &format!("Chưa trả lời {open}, trong đó quá hạn {overdue}."),
    );
    let of = |part: usize, whole: usize| format!("{part}/{whole} ({})", share(part, whole));
    holds(
        "supervision",
        &text,
        &format!(
            "đã trả lời {}; giải quyết xong có minh chứng, trên số có việc phải làm {}; cử tri báo chưa xong {}; cử tri thấy thỏa đáng, \
         trên số đã cho ý kiến {};",
            of(answered, petitions),
            of(shown, to_do),
            of(denied, to_do),
            of(content, judged)
        ),
    );
    holds(
        "supervision",
        &text,
        &format!("mở lại {}.", of(reopened, petitions)),
    );
    holds(
        "supervision",
        &text,
        &format!(
            "Đã kết luận {assessed}/{petitions} kiến nghị: đóng {closed}, theo dõi ở kỳ họp sau {}.",
            assessed - closed
        ),
    );
    holds("supervision", &text, &format!("chậm tiến độ {slow}."));
    holds(
        "supervision",
        &text,
        &format!(
            "dứt điểm {overdue} kiến nghị quá hạn, {missed} kiến nghị đã hứa nhưng quá hạn thực hiện, {rejected} kiến nghị cử tri chưa đồng tình"
        ),
    );

    let text = paper_rules::words(&says(cast, &format!("answers {session}")).await);
    assert_eq!(text.matches("kiến nghị:").count(), answered, "{text}");
}

/// The papers that are about no session: register, letters, chart.
async fn whole_is_told_truly(cast: &Cast, today: Date) {
    let all = recount(&cast.town.happened());
    let all: Vec<&Matter> = all
        .values()
        .filter(|one| one.state != "withdrawn")
        .collect();
    let count = |is_so: &dyn Fn(&Matter) -> bool| all.iter().filter(|one| is_so(one)).count();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(says(cast, "register xlsx").await)).unwrap();
    let sheet = book.worksheet_range("Kiến nghị").unwrap();
    let rows: Vec<&[Data]> = sheet.rows().collect();
    assert_eq!(rows.len() - 3, all.len());
    let column = |head: &str| {
        let at = rows[2].iter().position(|cell| *cell == head).unwrap();
        rows[3..]
            .iter()
            .map(|row| row[at].to_string())
            .collect::<Vec<_>>()
    };
    let with = |head: &str, words: &str| {
        column(head)
            .iter()
            .filter(|cell| cell.contains(words))
            .count()
    };
    assert_eq!(
        with("Trạng thái", "quá hạn"),
        count(&|one| one.is_overdue(today))
    );
    assert_eq!(
        with("Trạng thái", "Đã chuyển cấp trên"),
        count(&|one| one.state == "sent_up")
    );
    assert_eq!(
        with("Minh chứng, tình trạng việc", "chưa xong"),
        count(&|one| one.done == Some(false))
    );
    let resolved = column("Ngày giải quyết xong")
        .iter()
        .filter(|cell| !cell.is_empty())
        .count();
    assert_eq!(
        resolved,
        count(&|one| one.is_answered() && one.done == Some(true))
    );
    assert_eq!(
        with("Kết luận của HĐND", "Theo dõi"),
        count(&|one| one.outcome.as_deref() == Some("follow"))
    );
    assert_eq!(with("Ghi chú", "mở lại"), count(&|one| one.reopened > 0));
    let counts = book.worksheet_range("Thống kê").unwrap();
    let figure = |name: &str| {
        let row = counts.rows().find(|row| row[0] == name).unwrap();
        (
            row[1].to_string().parse::<usize>().unwrap(),
            row[2].to_string().parse::<usize>().unwrap(),
        )
    };
    let petitions = count(&Matter::is_petition);
    let to_do = count(&|one| one.is_answered() && one.class != "explained");
    assert_eq!(
        figure("Đã trả lời"),
        (
            count(&Matter::is_answered),
            count(&|one| one.state != "merged")
        )
    );
    assert_eq!(
        figure("Đã giải quyết xong, có minh chứng"),
        (resolved, to_do)
    );
    assert_eq!(figure("Quá hạn").0, count(&|one| one.is_overdue(today)));
    assert_eq!(figure("Kiến nghị phải giải quyết").0, petitions);

    let owed = |one: &&&Matter| one.is_open() && one.state != "received";
    let letters = paper_rules::rows(&says(cast, "transfer").await);
    let listed = letters
        .iter()
        .filter(|row| row.len() == 7 && row[1].starts_with("DT-"))
        .count();
    assert_eq!(listed, all.iter().filter(owed).count());
    let letters = paper_rules::rows(&says(cast, "chase").await);
    let listed = letters
        .iter()
        .filter(|row| row.len() == 7 && row[1].starts_with("DT-"))
        .count();
    assert_eq!(listed, count(&|one| one.is_overdue(today)));
}

#[tokio::test]
async fn figures_of_every_paper_are_those_that_the_books_give() {
    let cast = cast().await;
    december(&cast).await;
    session_is_told_truly(&cast, "kh-4", FIRST_DAY + 1.day()).await;
    meeting(&cast).await;
    spring(&cast).await;
    let today = FIRST_DAY + (1 + 7 + 15 + 1 + 40).days();
    for session in ["kh-4", "kh-5"] {
        session_is_told_truly(&cast, session, today).await;
    }
    whole_is_told_truly(&cast, today).await;
    let all = recount(&cast.town.happened());
    let has = |is_so: &dyn Fn(&Matter) -> bool| all.values().any(is_so);
    for state in [
        "answered",
        "sent_up",
        "set_aside",
        "asked_back",
        "forwarded",
        "returned",
        "merged",
        "withdrawn",
    ] {
        assert!(
            has(&|one| one.state == state),
            "nothing is {state}: {all:#?}"
        );
    }
    assert!(has(&|one| one.done == Some(true)) && has(&|one| one.done == Some(false)));
    assert!(
        has(&|one| one.reopened > 0)
            && has(&|one| one.is_part)
            && has(&|one| one.has_missed(today))
    );
    assert!(
        has(&|one| one.is_overdue(today))
            && has(&|one| one.outcome.is_some() && one.pace.is_some())
    );
}
