//! The register of petitions: the columns of the official entry form and of the appendix, as a workbook, as lines of values
//! and as JSON with the field names of Annex VI of Decree 30/2020/NĐ-CP. [`COLUMNS`] is the one list of what stands in it.

mod lines;
mod tally;
mod workbook;

use std::{io::Write, path::Path};

use jiff::civil::Date;

pub use self::{tally::Tally, workbook::is_told_of_its_file};

use super::{
    ReportError, Result,
    facts::{Case, Done, ReportFacts},
    figures, say,
};
use crate::domain::{
    answer::appeal::Pace,
    question::Source,
    report::{ReportForm, ReportKind},
};
use lines::{Items, Lines};
use workbook::Book;

/// A register that is written question by question: of what was written it keeps nothing but figures.
pub struct Register<'f, W: Write> {
    facts: &'f ReportFacts,
    form: Form<W>,
    tally: Tally,
}

enum Form<W: Write> {
    Xlsx(Box<Book<W>>),
    Csv(Box<Lines<W>>),
    Json(Items<W>),
}

impl<'f, W: Write + Send> Register<'f, W> {
    /// Whether the figures stand before the questions, so that they have to be counted first.
    #[must_use]
    pub fn counts_first(form: ReportForm) -> bool {
        form == ReportForm::Json
    }

    /// Writes what comes before the questions. `counted` is looked at where the figures stand before them; a workbook keeps its
    /// rows in a nameless file of `folder`, or in memory.
    ///
    /// # Errors
    /// When a register is not written in that form, or `out` or the folder takes nothing.
    pub fn begin(
        facts: &'f ReportFacts,
        counted: &Tally,
        (out, folder): (W, Option<&Path>),
    ) -> Result<Self> {
        let form = match facts.wish.form {
            ReportForm::Xlsx => Form::Xlsx(Box::new(Book::begin(facts, out, folder)?)),
            ReportForm::Csv => Form::Csv(Box::new(Lines::begin(out)?)),
            ReportForm::Json => Form::Json(Items::begin(facts, counted, out)?),
            form => {
                let kind = ReportKind::Register;
                return Err(ReportError::NotInThisForm { kind, form });
            }
        };
        Ok(Self {
            facts,
            form,
            tally: Tally::default(),
        })
    }

    /// Writes a question.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, case: &Case) -> Result<()> {
        let at = self.tally.questions;
        match &mut self.form {
            Form::Xlsx(book) => book.add(self.facts, at, case)?,
            Form::Csv(lines) => lines.add(self.facts, at, case)?,
            Form::Json(items) => items.add(self.facts, at, case)?,
        }
        self.tally.add(self.facts, case);
        Ok(())
    }

    /// Writes what comes behind them: where it was written, and how many questions.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end(self) -> Result<(W, usize)> {
        let out = match self.form {
            Form::Xlsx(book) => book.end(self.facts, &self.tally)?,
            Form::Csv(lines) => lines.end()?,
            Form::Json(items) => items.end()?,
        };
        Ok((out, self.tally.questions))
    }
}

/// The register of questions that are all in memory.
pub(super) fn whole(facts: &ReportFacts) -> Result<Vec<u8>> {
    let mut counted = Tally::default();
    for case in &facts.cases {
        counted.add(facts, case);
    }
    let mut register = Register::begin(facts, &counted, (Vec::new(), None))?;
    for case in &facts.cases {
        register.add(case)?;
    }
    Ok(register.end()?.0)
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    Blank,
    /// Words.
    Words(String),
    /// A whole number.
    Number(u32),
    /// A day.
    Day(Date),
}

/// A column: its head, its width in letters, the key of JSON.
pub(super) struct Column {
    pub(super) head: &'static str,
    pub(super) width: f64,
    pub(super) key: &'static str,
    pub(super) of: fn(&ReportFacts, usize, &Case) -> Value,
}

const fn column(
    head: &'static str,
    width: f64,
    key: &'static str,
    of: fn(&ReportFacts, usize, &Case) -> Value,
) -> Column {
    Column {
        head,
        width,
        key,
        of,
    }
}

/// In the order of the paper.
pub(super) const COLUMNS: [Column; 36] = [
    column("TT", 5.0, "DocOrdinal", |_, at, _| number(at + 1)),
    column("Số kiến nghị", 12.0, "CodeNumber", |_, _, case| {
        fixed(&case.code)
    }),
    column(
        "Kiến nghị gửi đến",
        22.0,
        "SentTo",
        |facts, _, _| words(&facts.council.short_name.vi),
    ),
    column("Kỳ họp", 16.0, "Session", |facts, _, case| {
        let session = case
            .session
            .as_ref()
            .and_then(|code| facts.council.session(code));
        session.map_or(Value::Blank, |session| words(&session.name.vi))
    }),
    column("Hình thức", 14.0, "Phase", |facts, _, case| {
        meeting(facts, case).map_or(Value::Blank, |held| fixed(facts.phase_title(held.phase)))
    }),
    column(
        "Đợt tiếp xúc, ngày",
        18.0,
        "Meeting",
        |facts, _, case| {
            let held = meeting(facts, case);
            held.map_or(Value::Blank, |held| {
                let day = facts.council.local_date(held.starts_at);
                words(&format!("{} ({})", held.code, say::short_day(day)))
            })
        },
    ),
    column("Ngày tiếp nhận", 12.0, "ReceivedDate", |_, _, case| {
        Value::Day(case.received_on)
    }),
    column(
        "Đơn vị tiếp nhận",
        22.0,
        "ReceivedBy",
        |facts, _, _| words(&facts.body(&facts.council.office_code())),
    ),
    column("Nguồn kiến nghị", 18.0, "Source", |_, _, case| {
        fixed(source(case.source))
    }),
    column("Cử tri (địa bàn)", 22.0, "Area", |facts, _, case| {
        words(&facts.area(&case.area))
    }),
    column("Nội dung kiến nghị", 60.0, "Subject", |_, _, case| {
        words(&case.text)
    }),
    column("Lĩnh vực", 22.0, "Category", |facts, _, case| {
        words(&facts.category(&case.category))
    }),
    column(
        "Nhóm lĩnh vực",
        20.0,
        "OfficialField",
        |facts, _, case| fixed(facts.council.official_field(&case.category).title()),
    ),
    column(
        "Thẩm quyền giải quyết",
        16.0,
        "Competence",
        |_, _, case| fixed(figures::level_title(case.competence)),
    ),
    column(
        "Đơn vị giải quyết",
        24.0,
        "ToOrganName",
        |facts, _, case| words(&facts.body(&case.body)),
    ),
    column("Ngày chuyển", 12.0, "TransferDate", |_, _, case| {
        day(case.forwarded_on)
    }),
    column(
        "Số văn bản chuyển cấp trên",
        16.0,
        "UpwardNotation",
        |_, _, case| {
            case.upward
                .as_ref()
                .map_or(Value::Blank, |(_, number, _)| words(number))
        },
    ),
    column(
        "Ngày văn bản chuyển",
        12.0,
        "UpwardDate",
        |_, _, case| day(case.upward.as_ref().and_then(|(.., dated)| *dated)),
    ),
    column("Hạn trả lời", 12.0, "DueDate", |_, _, case| {
        Value::Day(case.due_on)
    }),
    column("Trạng thái", 18.0, "State", |facts, _, case| {
        let late = if case.is_overdue(facts.today) {
            ", quá hạn"
        } else {
            ""
        };
        fixed(&format!("{}{late}", figures::state_title(case)))
    }),
    column(
        "Phân loại kết quả",
        22.0,
        "ResultClass",
        |_, _, case| {
            case.class()
                .map_or(Value::Blank, |class| fixed(figures::class_title(class)))
        },
    ),
    column(
        "Phân loại chi tiết",
        24.0,
        "ResultSubclass",
        |_, _, case| {
            let subclass = told(case).and_then(|told| told.subclass);
            subclass.map_or(Value::Blank, |subclass| {
                fixed(figures::subclass_title(subclass))
            })
        },
    ),
    column("Nội dung trả lời", 60.0, "Answer", |_, _, case| {
        told(case).map_or(Value::Blank, |told| words(&told.text))
    }),
    column(
        "Số công văn trả lời",
        16.0,
        "CodeNotation",
        |_, _, case| {
            let number = told(case).and_then(|told| told.document_number.as_deref());
            number.map_or(Value::Blank, words)
        },
    ),
    column("Ngày ban hành", 12.0, "IssuedDate", |_, _, case| {
        day(told(case).and_then(|told| told.document_on))
    }),
    column("Người ký", 20.0, "SignerInfo.FullName", |_, _, case| {
        let signer = told(case).and_then(|told| told.signer.as_deref());
        signer.map_or(Value::Blank, words)
    }),
    column("Ngày trả lời", 12.0, "AnsweredDate", |_, _, case| {
        day(told(case).and_then(|told| told.on))
    }),
    column(
        "Ngày dự kiến hoàn thành",
        14.0,
        "Roadmap",
        |_, _, case| {
            day(case
                .promised_on
                .or_else(|| told(case).and_then(|told| told.fact_on)))
        },
    ),
    column(
        "Ngày giải quyết xong",
        12.0,
        "ResolvedDate",
        |_, _, case| match &case.done {
            Done::Resolved { on, .. } if case.is_resolved() => Value::Day(*on),
            Done::Resolved { .. } | Done::Denied { .. } | Done::Open => Value::Blank,
        },
    ),
    column(
        "Minh chứng, tình trạng việc",
        24.0,
        "Resolution",
        |_, _, case| words(&resolution(case)),
    ),
    column(
        "Đánh giá tiến độ",
        18.0,
        "Pace",
        |facts, _, case| fixed(pace(facts, case)),
    ),
    column(
        "Kết luận của HĐND",
        20.0,
        "Assessment",
        |_, _, case| {
            case.outcome.map_or(Value::Blank, |outcome| {
                fixed(figures::outcome_title(outcome))
            })
        },
    ),
    column("Ý kiến cử tri", 16.0, "Verdict", |_, _, case| {
        case.verdict.map_or(Value::Blank, |verdict| {
            fixed(figures::verdict_title(verdict))
        })
    }),
    column(
        "Số kỳ họp đã nêu",
        10.0,
        "TimesRaised",
        |_, _, case| Value::Number(case.times_raised),
    ),
    column(
        "Số người cùng kiến nghị",
        10.0,
        "Supporters",
        |_, _, case| Value::Number(case.supporters),
    ),
    column("Ghi chú", 26.0, "Description", |_, _, case| {
        note(case).map_or(Value::Blank, |note| words(&note))
    }),
];

/// The answer, while the question is answered.
fn told(case: &Case) -> Option<&super::facts::Told> {
    case.answer.as_ref().filter(|_| case.state == "answered")
}

fn meeting<'f>(facts: &'f ReportFacts, case: &Case) -> Option<&'f crate::domain::meeting::Meeting> {
    let code = case.meeting.as_ref()?;
    let held = facts
        .meetings
        .iter()
        .find(|held| held.meeting.code == *code);
    Some(&held?.meeting)
}

fn words(text: &str) -> Value {
    let text = say::words(text);
    if text.is_empty() {
        Value::Blank
    } else {
        Value::Words(text)
    }
}

/// Words of ours, which have nothing in them that a paper leaves out.
fn fixed(text: &str) -> Value {
    if text.is_empty() {
        Value::Blank
    } else {
        Value::Words(text.to_owned())
    }
}

fn number(count: usize) -> Value {
    Value::Number(u32::try_from(count).unwrap_or(u32::MAX))
}

fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Blank, Value::Day)
}

/// Without the name of any app.
fn source(source: Source) -> &'static str {
    match source {
        Source::Telegram => "Gửi trực tuyến",
        Source::InPerson => "Trực tiếp tại văn phòng",
        Source::Phone => "Điện thoại",
        Source::Letter => "Đơn thư",
        Source::Meeting => "Hội nghị tiếp xúc cử tri",
    }
}

/// What shows that it was done, or who says that it is not.
fn resolution(case: &Case) -> String {
    if let Done::Denied { on, due_on } = &case.done {
        let until = due_on.map_or_else(String::new, |day| {
            format!(", hạn làm lại {}", say::short_day(day))
        });
        return format!("cử tri báo chưa xong ngày {}{until}", say::short_day(*on));
    }
    figures::shown(case).unwrap_or_default()
}

/// In time or late: as the council said, else as the days say.
fn pace(facts: &ReportFacts, case: &Case) -> &'static str {
    if !case.is_petition() {
        return "";
    }
    let late = case.missed_its_promise(facts.today)
        || case.is_overdue(facts.today)
        || case.is_undone(facts.today);
    let by_days = if late { Pace::Late } else { Pace::OnSchedule };
    figures::pace_title(case.pace.unwrap_or(by_days))
}

fn note(case: &Case) -> Option<String> {
    let mut notes = Vec::new();
    if case.is_part {
        notes.push("tách từ kiến nghị nhiều nội dung".to_owned());
    }
    if let Some((to, ..)) = &case.upward {
        notes.push(format!("chuyển {to}"));
    }
    if case.reopened > 0 {
        notes.push(format!("mở lại {} lần", case.reopened));
    }
    if let Some(obstacle) = told(case).and_then(|told| told.obstacle.as_ref()) {
        notes.push(format!("vướng mắc: {obstacle}"));
    }
    if let Some(voter) = &case.voter {
        notes.push(format!("cử tri {voter}"));
    }
    (!notes.is_empty()).then(|| say::one_line(&notes.join("; ")))
}
