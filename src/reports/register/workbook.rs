//! The register as a workbook: real days and numbers, filters, heads that stay, a sheet of counts.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{COLUMNS, Value};
use crate::{
    domain::{
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

/// The workbook.
pub(in crate::reports) fn xlsx(facts: &ReportFacts) -> Result<Vec<u8>> {
    write(facts).map_err(|error| ReportError::Unwritable(error.to_string()))
}

fn write(facts: &ReportFacts) -> std::result::Result<Vec<u8>, XlsxError> {
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
    write_questions(facts, workbook.add_worksheet())?;
    write_counts(facts, workbook.add_worksheet())?;
    workbook.save_to_buffer()
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

fn write_questions(
    facts: &ReportFacts,
    sheet: &mut Worksheet,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name("Kiến nghị")?;
    let (words, head) = (font(), head());
    let day = font()
        .set_num_format("dd/mm/yyyy")
        .set_align(FormatAlign::Center);
    let number = font().set_num_format("0").set_align(FormatAlign::Center);
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
    for (row, (at, case)) in (HEADS_AT + 1..).zip(facts.cases.iter().enumerate()) {
        for (place, column) in (0..).zip(&COLUMNS) {
            match (column.of)(facts, at, case) {
                Value::Blank => sheet.write_blank(row, place, &words)?,
                Value::Words(text) => {
                    sheet.write_string_with_format(row, place, fitting(text), &words)?
                }
                Value::Number(count) => {
                    sheet.write_number_with_format(row, place, count, &number)?
                }
                Value::Day(date) => {
                    sheet.write_datetime_with_format(row, place, &excel(date)?, &day)?
                }
            };
        }
    }
    let last = HEADS_AT + u32::try_from(facts.cases.len()).unwrap_or(0);
    let columns = u16::try_from(COLUMNS.len() - 1).unwrap_or(0);
    sheet.autofilter(HEADS_AT, 0, last, columns)?;
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

fn excel(date: jiff::civil::Date) -> std::result::Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(date.year()).unwrap_or(1900),
        u8::try_from(date.month()).unwrap_or(1),
        u8::try_from(date.day()).unwrap_or(1),
    )
}

/// Counts by field, level, class, area and body, each with its denominator.
fn write_counts(facts: &ReportFacts, sheet: &mut Worksheet) -> std::result::Result<(), XlsxError> {
    sheet.set_name("Thống kê")?;
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 46)?;
    for column in 1..=3 {
        sheet.set_column_width(column, 16)?;
    }
    let counts = facts.counts();
    let petitions = facts.petitions();
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
    let title = |name| {
        format!(
            "Theo {name} (mẫu số: {} kiến nghị phải giải quyết)",
            petitions.len()
        )
    };
    row.title(&title("lĩnh vực"))?;
    for field in OfficialField::ALL {
        let is_of = |case: &&&Case| facts.council.official_field(&case.category) == *field;
        row.count(
            field.title(),
            petitions.iter().filter(is_of).count(),
            petitions.len(),
        )?;
    }
    row.title(&title("thẩm quyền"))?;
    let levels = Competence::ALL.iter().copied().map(Some).chain([None]);
    for level in levels {
        let many = petitions
            .iter()
            .filter(|case| case.competence == level)
            .count();
        row.count(figures::level_title(level), many, petitions.len())?;
    }
    row.title(&title("kết quả"))?;
    for class in ResultClass::ALL {
        let many = figures::of_class(&petitions, class);
        row.count(figures::class_title(class), many, petitions.len())?;
    }
    row.title(&title("địa bàn"))?;
    for area in &facts.council.areas {
        let many = petitions
            .iter()
            .filter(|case| case.area == area.code)
            .count();
        if many > 0 {
            row.count(&area.name.vi, many, petitions.len())?;
        }
    }
    row.title(&title("đơn vị"))?;
    for body in facts.bodies_of(petitions.iter().copied()) {
        let many = petitions.iter().filter(|case| case.body == body).count();
        row.count(&facts.body(&body), many, petitions.len())?;
    }
    Ok(())
}

/// Rows of the sheet of counts, from above.
struct Rows<'s> {
    sheet: &'s mut Worksheet,
    at: u32,
}

impl Rows<'_> {
    fn title(&mut self, text: &str) -> std::result::Result<(), XlsxError> {
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

    fn count(&mut self, name: &str, many: usize, of: usize) -> std::result::Result<(), XlsxError> {
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
