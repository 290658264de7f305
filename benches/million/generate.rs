//! Makes the questions: seeded, so that every run has the same ones.

use std::{path::Path, time::Instant};

use cutri::domain::{
    code::{CodePrefix, QuestionCode},
    council::Council,
    text::fold,
};
use cutri::store::{self, council, public_texts};
use rusqlite::{Connection, params};

/// The council they are asked.
pub(crate) const COUNCIL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/duy-tien/council.toml"
);

/// The newest question came at this moment, the oldest five years before.
const NEWEST: i64 = 1_795_390_000;
const SPAN: i64 = 5 * 365 * 86_400;

/// A word that one question in so many thousand has.
pub(crate) const RARE: &str = "kpuih";

const BEGINNINGS: [&str; 8] = [
    "Đường vào thôn",
    "Mương thoát nước ở xóm",
    "Đèn chiếu sáng ngõ",
    "Bãi rác cạnh đình làng",
    "Trường mầm non của tổ",
    "Trạm y tế gần chợ",
    "Đất ruộng cánh đồng Trên khu",
    "Cầu qua kênh số",
];
const MATTERS: [&str; 8] = [
    "ngập mỗi khi mưa to, người già và trẻ nhỏ đi lại rất khó khăn",
    "hỏng từ nhiều tháng nay mà chưa thấy ai đến sửa chữa",
    "bốc mùi hôi thối, ruồi muỗi nhiều, ảnh hưởng sức khỏe của bà con",
    "xuống cấp nghiêm trọng, tường nứt, mái dột, rất nguy hiểm",
    "bị lấn chiếm làm chỗ bán hàng, xe cộ không qua được giờ cao điểm",
    "thiếu nước sạch từ đầu mùa khô, phải mua nước với giá cao",
    "chưa được đền bù thỏa đáng, hồ sơ nộp đã hai năm không có kết quả",
    "mất điện luôn, điện yếu vào buổi tối, quạt không quay nổi",
];
const WISHES: [&str; 4] = [
    "Đề nghị chính quyền sớm xem xét giải quyết.",
    "Xin hỏi bao giờ thì làm xong?",
    "Gia đình tôi đã kiến nghị nhiều lần, số điện thoại 0912 345 678.",
    "Mong các đại biểu quan tâm, tôi tên là Nguyễn Thị Lan.",
];
const ANSWERS: [&str; 4] = [
    "Ủy ban nhân dân đã kiểm tra thực tế, giao phòng chuyên môn lập dự toán và sửa chữa xong trong tháng.",
    "Việc này thuộc kế hoạch đầu tư công trung hạn, dự kiến khởi công vào quý hai năm sau.",
    "Đã nạo vét, thay thế và nghiệm thu; đề nghị bà con cùng giữ gìn, báo ngay khi có hư hỏng.",
    "Hiện chưa bố trí được nguồn vốn; trước mắt phường đã gia cố tạm và đặt biển cảnh báo.",
];
const CATEGORIES: [&str; 4] = ["transport", "environment", "education", "land"];
const BODIES: [&str; 4] = ["to-1", "to-2", "to-3", "to-4"];

/// Numbers that only look random (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let chosen = self.below(words.len() as u64);
        words[usize::try_from(chosen).unwrap_or(0)]
    }
}

/// Makes the database at `path` with so many questions, unless it is there; asked ahead of `session`, or of none.
pub(crate) fn make(path: &Path, questions: u32, session: Option<&str>) -> anyhow::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let begun = Instant::now();
    let unfinished = path.with_extension("unfinished");
    let _ = std::fs::remove_file(&unfinished);
    let connection = store::open_connection(&unfinished)?;
    connection.execute_batch("pragma synchronous = off; pragma cache_size = -200000")?;
    let council = Council::parse(&std::fs::read_to_string(COUNCIL)?)
        .map_err(|problems| anyhow::anyhow!("the council has {} problems", problems.len()))?;
    let now = jiff::Timestamp::from_second(NEWEST)?;
    store::write_once(&connection, |tx| council::load(tx, &council, now))?;
    ask(&connection, questions, session)?;
    let mut is_filled = false;
    while !is_filled {
        is_filled = store::write_once(&connection, |tx| {
            for _ in 0..250 {
                if public_texts::fill(tx)? {
                    return Ok(true);
                }
            }
            Ok(false)
        })?;
    }
    let public: u32 =
        connection.query_row("select count(*) from public_text", [], |row| row.get(0))?;
    anyhow::ensure!(
        public > questions / 2,
        "only {public} questions are public: searches would find nothing"
    );
    connection.execute_batch("pragma optimize; pragma wal_checkpoint(truncate)")?;
    drop(connection);
    std::fs::rename(&unfinished, path)?;
    println!("{questions} questions made in {:?}", begun.elapsed());
    Ok(())
}

fn ask(connection: &Connection, questions: u32, session: Option<&str>) -> anyhow::Result<()> {
    let prefix = CodePrefix::new("DT").ok_or_else(|| anyhow::anyhow!("no prefix"))?;
    let mut chance = Chance(2_026);
    connection.execute_batch(
        "begin;
         with recursive n (i) as (select 1 union all select i + 1 from n where i < 200000)
         insert into resident (user_id, display_name, language, created_at) select 1000000 + i, 'Lan', 'vi', 1 from n",
    )?;
    let mut question = connection.prepare(
        "insert into question (id, number, code, draft_id, author_id, author_initials, area_code, category_code, text,
             folded, state, body_code, card_chat_id, received_at, forwarded_at, due_on, answered_at, session_code)
         values (?1, ?1, ?2, -?1, ?3, 'L.', 'dong-van', ?4, ?5, ?12, ?6, ?7, -1, ?8, ?8, ?9, ?10, ?11)",
    )?;
    let mut answer = connection.prepare(
        "insert into answer (id, question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
             written_at, decided_at, delivered_at)
         values (?1, ?1, -1, ?1, 8, 'Mai', ?2, ?3, 'delivered', ?4, ?4, ?4)",
    )?;
    // Somebody has looked: else nothing would be public, and searches would find nothing.
    let mut publication = connection.prepare(
        "insert into publication (question_id, answer_id, state, waiting_since, decided_at, told)
         values (?1, ?1, 'published', ?2, ?2, ?1)",
    )?;
    let mut survey = connection.prepare(
        "insert into survey (answer_id, user_id, is_author, asked_at, verdict, judged_at) values (?, ?, 1, ?, ?, ?)",
    )?;
    for number in 1..=questions {
        let id = i64::from(number);
        let code = std::num::NonZeroU32::new(number)
            .map(|number| QuestionCode::new(prefix, number).to_string())
            .unwrap_or_default();
        let author = 1_000_001 + i64::try_from(chance.below(200_000))?;
        let place = chance.below(400);
        let rare = if chance.below(5_000) == 0 { RARE } else { "" };
        let text = format!(
            "{} {place} {} {rare}. {}",
            chance.of(&BEGINNINGS),
            chance.of(&MATTERS),
            chance.of(&WISHES)
        );
        let received = NEWEST - SPAN + SPAN * id / i64::from(questions);
        let is_answered = chance.below(50) != 0;
        let state = if is_answered { "answered" } else { "forwarded" };
        let answered = received + i64::try_from(chance.below(40 * 86_400))?;
        let due = jiff::Timestamp::from_second(received + 30 * 86_400)?;
        let due = due
            .to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .date()
            .to_string();
        question.execute(params![
            id,
            code,
            author,
            chance.of(&CATEGORIES),
            text,
            state,
            chance.of(&BODIES),
            received,
            due,
            is_answered.then_some(answered),
            session,
            fold(&text),
        ])?;
        if is_answered {
            let class = chance.of(&["resolved", "explained", "in_progress", "not_yet"]);
            answer.execute(params![id, chance.of(&ANSWERS), class, answered])?;
            publication.execute(params![id, answered])?;
            if chance.below(3) == 0 {
                let verdict = chance.of(&["satisfied", "partly", "not"]);
                survey.execute(params![id, author, answered, verdict, answered + 3_600])?;
            }
        }
    }
    connection.execute_batch("commit")?;
    Ok(())
}
