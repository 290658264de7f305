//! The register as a workbook: real days and numbers, filters, heads that stay, a sheet of counts.

use std::{
    io::Write,
    panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind},
    path::Path,
};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{COLUMNS, Value, tally::Tally};
use crate::{
    domain::{
        ids::BodyCode,
        keyword::Keyword as _,
        question::{Competence, ResultClass},
        report::papers::OfficialField,
    },
    reports::{
        ReportError, Result,
        facts::{Case, ReportFacts},
        figures, say,
    },
};

/// Rows above the first question: title, what it covers, the heads.
const HEADS_AT: u32 = 2;

type Written<T> = std::result::Result<T, XlsxError>;

/// The workbook. Rows that are done wait in a nameless file of a folder, where there is one, and not in memory.
pub(super) struct Book<W> {
    workbook: Workbook,
    words: Format,
    day: Format,
    number: Format,
    /// The last row that was written.
    row: u32,
    out: W,
}

impl<W: Write + Send> Book<W> {
    pub(super) fn begin(facts: &ReportFacts, out: W, folder: Option<&Path>) -> Result<Self> {
        let begun = || {
            let mut book = Self {
                workbook: begin(facts, folder)?,
                words: font(),
                day: font()
                    .set_num_format("dd/mm/yyyy")
                    .set_align(FormatAlign::Center),
                number: font().set_num_format("0").set_align(FormatAlign::Center),
                row: HEADS_AT,
                out,
            };
            write_heads(facts, book.workbook.worksheet_from_index(0)?)?;
            Ok(book)
        };
        taken(begun)
    }

    pub(super) fn add(&mut self, facts: &ReportFacts, at: usize, case: &Case) -> Result<()> {
        self.row += 1;
        taken(|| self.write(facts, at, case))
    }

    fn write(&mut self, facts: &ReportFacts, at: usize, case: &Case) -> Written<()> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (place, column) in (0..).zip(&COLUMNS) {
            match (column.of)(facts, at, case) {
                Value::Blank => sheet.write_blank(self.row, place, &self.words)?,
                Value::Words(text) => {
                    sheet.write_string_with_format(self.row, place, fitting(text), &self.words)?
                }
                Value::Number(count) => {
                    sheet.write_number_with_format(self.row, place, count, &self.number)?
                }
                Value::Day(date) => {
                    sheet.write_datetime_with_format(self.row, place, &excel(date)?, &self.day)?
                }
            };
        }
        Ok(())
    }

    pub(super) fn end(mut self, facts: &ReportFacts, tally: &Tally) -> Result<W> {
        let ended = || {
            let columns = u16::try_from(COLUMNS.len() - 1).unwrap_or(0);
            let sheet = self.workbook.worksheet_from_index(0)?;
            sheet.autofilter(HEADS_AT, 0, self.row, columns)?;
            write_counts(facts, tally, self.workbook.add_worksheet())?;
            self.workbook.save_to_writer(&mut self.out)
        };
        taken(ended)?;
        Ok(self.out)
    }
}

/// Whether this panic becomes an error of its file: of `rust_xlsxwriter`, which is called behind [`taken`] only.
#[must_use]
pub fn is_told_of_its_file(panic: &PanicHookInfo<'_>) -> bool {
    let place = panic.location();
    place.is_some_and(|place| place.file().contains("rust_xlsxwriter"))
}

/// What `write` gave. Where the disk takes nothing more of a sheet, `rust_xlsxwriter` panics with the disk's error: that is an error
/// of the file, and nobody writes into the book after it.
fn taken<R>(write: impl FnOnce() -> Written<R>) -> Result<R> {
    match catch_unwind(AssertUnwindSafe(write)) {
        Ok(written) => written.map_err(|error| ReportError::Unwritable(error.to_string())),
        Err(panic) => {
            let why = panic.downcast_ref::<String>().map(String::as_str);
            let why = why.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(ReportError::Unwritable(
                why.unwrap_or("the library of workbooks failed").to_owned(),
            ))
        }
    }
}

fn begin(facts: &ReportFacts, folder: Option<&Path>) -> Written<Workbook> {
    let mut workbook = Workbook::new();
    // Made twice of the same, it is the same file.
    let made = ExcelDateTime::from_ymd(
        u16::try_from(facts.today.year()).unwrap_or(2026),
        u8::try_from(facts.today.month()).unwrap_or(1),
        u8::try_from(facts.today.day()).unwrap_or(1),
    )?;
    let properties = DocProperties::new()
        .set_title(facts.subject_of_register())
        .set_company(&facts.council.name.vi)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    if let Some(folder) = folder {
        workbook
            .set_tempdir(folder)?
            .add_worksheet_with_constant_memory()?;
    } else {
        workbook.add_worksheet();
    }
    Ok(workbook)
}

fn font() -> Format {
    Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(11)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
}

fn head() -> Format {
    font()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color("D9E2EC")
}

fn title() -> Format {
    Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(14)
        .set_bold()
}

/// What stands above the questions, and how the sheet looks.
fn write_heads(facts: &ReportFacts, sheet: &mut Worksheet) -> Written<()> {
    sheet.set_name("Kiến nghị")?;
    let head = head();
    sheet.write_string_with_format(0, 0, facts.subject_of_register().to_uppercase(), &title())?;
    let made = format!(
        "{}, lập {}",
        facts.council.name.vi,
        say::long_day(facts.today)
    );
    sheet.write_string_with_format(
        1,
        0,
        made,
        &Format::new().set_font_name("Times New Roman").set_italic(),
    )?;
    for (at, column) in (0..).zip(&COLUMNS) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(HEADS_AT, at, column.head, &head)?;
    }
    sheet.set_freeze_panes(HEADS_AT + 1, 2)?;
    sheet.set_landscape();
    sheet.set_paper_size(8);
    // Three sheets beside each other: one would be too small to read.
    sheet.set_print_fit_to_pages(3, 0);
    sheet.set_repeat_columns(0, 1)?;
    sheet.set_repeat_rows(HEADS_AT, HEADS_AT)?;
    Ok(())
}

/// A cell of a workbook holds so many letters and no more.
fn fitting(text: String) -> String {
    const MOST: usize = 32_767;
    if text.chars().count() > MOST {
        text.chars().take(MOST).collect()
    } else {
        text
    }
}

fn excel(date: jiff::civil::Date) -> Written<ExcelDateTime> {
    ExcelDateTime::from_ymd(
        u16::try_from(date.year()).unwrap_or(1900),
        u8::try_from(date.month()).unwrap_or(1),
        u8::try_from(date.day()).unwrap_or(1),
    )
}

/// Counts by field, level, class, area and body, each with its denominator.
fn write_counts(facts: &ReportFacts, tally: &Tally, sheet: &mut Worksheet) -> Written<()> {
    sheet.set_name("Thống kê")?;
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 46)?;
    for column in 1..=3 {
        sheet.set_column_width(column, 16)?;
    }
    let counts = tally.counts;
    let petitions = counts.petitions;
    let mut row = Rows { sheet, at: 0 };
    row.title("Số liệu chung")?;
    for (name, count) in [
        ("Ý kiến tiếp nhận (trước khi tách, gộp)", counts.opinions),
        ("Nội dung sau khi tách, gộp", counts.matters),
        ("Đã gộp vào kiến nghị khác", counts.merged),
        ("Tách ra từ ý kiến nhiều nội dung", counts.parts),
        ("Đã hướng dẫn, trả lại", counts.returned),
        ("Kiến nghị phải giải quyết", counts.petitions),
        ("Đã trả lời", counts.answered),
        ("Chưa trả lời", counts.open()),
        ("Quá hạn", counts.overdue),
        ("Đã hứa, quá hạn thực hiện", counts.missed),
        ("Cử tri chưa đồng tình", counts.rejected),
    ] {
        row.count(name, count, counts.matters)?;
    }
    row.title("Trả lời và giải quyết xong, mỗi số trên mẫu số của nó")?;
    for (name, count, of) in [
        ("Đã trả lời", counts.answered, counts.petitions),
        (
            "Đã giải quyết xong, có minh chứng",
            counts.resolved,
            counts.to_be_done,
        ),
        ("Cử tri báo chưa xong", counts.denied, counts.to_be_done),
        ("Cử tri thấy thỏa đáng", counts.satisfied, counts.judged),
        ("Mở lại", counts.reopened, counts.petitions),
        ("HĐND đã kết luận", counts.assessed, counts.petitions),
        ("Trong đó đóng kiến nghị", counts.closed, counts.assessed),
        ("HĐND đánh giá chậm tiến độ", counts.slow, counts.paced),
    ] {
        row.count(name, count, of)?;
    }
    let title = |name| format!("Theo {name} (mẫu số: {petitions} kiến nghị phải giải quyết)");
    row.title(&title("lĩnh vực"))?;
    for field in OfficialField::ALL {
        row.count(field.title(), tally.fields.of(field), petitions)?;
    }
    row.title(&title("thẩm quyền"))?;
    let levels = Competence::ALL.iter().copied().map(Some).chain([None]);
    for level in levels {
        row.count(
            figures::level_title(level),
            tally.levels.of(&level),
            petitions,
        )?;
    }
    row.title(&title("kết quả"))?;
    for class in ResultClass::ALL {
        let many = tally.classes.of(&class);
        row.count(figures::class_title(class), many, petitions)?;
    }
    row.title(&title("địa bàn"))?;
    for area in &facts.council.areas {
        let many = tally.areas.of(&area.code);
        if many > 0 {
            row.count(&area.name.vi, many, petitions)?;
        }
    }
    row.title(&title("đơn vị"))?;
    let mut bodies: Vec<&(BodyCode, usize)> = tally.bodies.each().iter().collect();
    bodies.sort_by_key(|(body, _)| facts.place_of(body));
    for (body, many) in bodies {
        row.count(&facts.body(body), *many, petitions)?;
    }
    Ok(())
}

/// Rows of the sheet of counts, from above.
struct Rows<'s> {
    sheet: &'s mut Worksheet,
    at: u32,
}

impl Rows<'_> {
    fn title(&mut self, text: &str) -> Written<()> {
        if self.at > 0 {
            self.at += 1;
        }
        let head = head();
        self.sheet
            .write_string_with_format(self.at, 0, text, &head)?;
        for (column, name) in [(1, "Số lượng"), (2, "Mẫu số"), (3, "Tỷ lệ")] {
            self.sheet
                .write_string_with_format(self.at, column, name, &head)?;
        }
        self.at += 1;
        Ok(())
    }

    fn count(&mut self, name: &str, many: usize, of: usize) -> Written<()> {
        let exact = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (words, number) = (font(), font().set_num_format("0"));
        self.sheet
            .write_string_with_format(self.at, 0, name, &words)?;
        self.sheet
            .write_number_with_format(self.at, 1, exact(many), &number)?;
        self.sheet
            .write_number_with_format(self.at, 2, exact(of), &number)?;
        if of > 0 {
            let share = f64::from(exact(many)) / f64::from(exact(of));
            let per_cent = font().set_num_format("0.0%");
            self.sheet
                .write_number_with_format(self.at, 3, share, &per_cent)?;
        } else {
            self.sheet.write_blank(self.at, 3, &words)?;
        }
        self.at += 1;
        Ok(())
    }
}
