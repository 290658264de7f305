//! Questions and answers out of somebody else's register: what each row says, or what is wrong with which cell of it. Nothing is
//! guessed that a report would count: a row with a fault is not taken in.

use jiff::civil::Date;

use super::sheet::{Fault, Row, Sheet};
use crate::domain::{
    body::Body,
    category,
    council::Council,
    ids::{AreaCode, BodyCode, CategoryCode, LocalText, MeetingCode, SessionCode},
    keyword::Keyword as _,
    question::{Competence, ResultClass, Source},
    routing, text,
};

/// A question to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedQuestion {
    /// The number of its row in the file.
    pub row: usize,
    /// What tells it from every other row: its number there, or its words, place and day.
    pub key: String,
    /// Its words.
    pub text: String,
    /// The area it concerns.
    pub area: AreaCode,
    /// Its category.
    pub category: CategoryCode,
    /// The session it was asked ahead of.
    pub session: Option<SessionCode>,
    /// The meeting where it was said.
    pub meeting: Option<MeetingCode>,
    /// Who has it.
    pub body: BodyCode,
    /// How it came.
    pub source: Source,
    /// Which level decides.
    pub competence: Option<Competence>,
    /// When it came in.
    pub received_on: Date,
    /// When its answer is due; none: by the council's rules.
    pub due_on: Option<Date>,
    /// Its answer.
    pub answer: Option<ImportedAnswer>,
}

/// An answer to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedAnswer {
    /// Its words.
    pub text: String,
    /// The class of the result.
    pub class: ResultClass,
    /// Number of the document.
    pub document_number: Option<String>,
    /// Its day.
    pub document_on: Option<Date>,
    /// When it was given.
    pub on: Date,
}

/// A column that is understood: the head in the register, the key in its JSON, other heads.
const COLUMNS: [(Column, &[&str]); 16] = [
    (
        Column::Number,
        &[
            "so kien nghi",
            "codenumber",
            "ma kien nghi",
            "ma",
            "so/ma kien nghi",
        ],
    ),
    (
        Column::Text,
        &["noi dung kien nghi", "subject", "noi dung", "cau hoi"],
    ),
    (
        Column::Area,
        &[
            "cu tri (dia ban)",
            "area",
            "dia ban",
            "cu tri",
            "dia phuong",
            "thon/tdp",
        ],
    ),
    (Column::Category, &["linh vuc", "category"]),
    (Column::Session, &["ky hop", "session"]),
    (
        Column::Meeting,
        &["meeting", "dot tiep xuc, ngay", "dot tiep xuc"],
    ),
    (
        Column::Body,
        &[
            "don vi giai quyet",
            "toorganname",
            "body",
            "co quan giai quyet",
            "co quan tra loi",
        ],
    ),
    (Column::Source, &["nguon kien nghi", "source"]),
    (
        Column::Competence,
        &["tham quyen giai quyet", "competence", "tham quyen"],
    ),
    (
        Column::Received,
        &["ngay tiep nhan", "receiveddate", "ngay"],
    ),
    (Column::Due, &["han tra loi", "duedate"]),
    (
        Column::Answer,
        &["noi dung tra loi", "answer", "nd tra loi", "tra loi"],
    ),
    (
        Column::Class,
        &[
            "phan loai ket qua",
            "resultclass",
            "result_class",
            "phan loai",
            "ket qua",
        ],
    ),
    (
        Column::DocumentNumber,
        &[
            "so cong van tra loi",
            "codenotation",
            "so cv tra loi",
            "so cong van",
        ],
    ),
    (Column::DocumentDay, &["ngay ban hanh", "issueddate"]),
    (Column::Answered, &["ngay tra loi", "answereddate"]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Text,
    Area,
    Category,
    Session,
    Meeting,
    Body,
    Source,
    Competence,
    Received,
    Due,
    Answer,
    Class,
    DocumentNumber,
    DocumentDay,
    Answered,
}

/// Whether a row looks like the heads of a register.
#[must_use]
pub fn is_heads(cells: &[String]) -> bool {
    let known = |wanted| cells.iter().any(|cell| column_of(cell) == Some(wanted));
    known(Column::Text) && (known(Column::Area) || known(Column::Number))
}

/// The questions of a sheet, and every fault of every cell.
#[must_use]
pub fn read(sheet: &Sheet, council: &Council, today: Date) -> (Vec<ImportedQuestion>, Vec<Fault>) {
    let mut faults = Vec::new();
    // JSON has a word and a code of the same thing.
    let places = sheet.places(column_of);
    for wanted in [
        Column::Text,
        Column::Area,
        Column::Category,
        Column::Received,
    ] {
        if !places.iter().any(|(column, _)| *column == wanted) {
            let (_, heads) = COLUMNS[wanted as usize];
            faults.push(Fault {
                row: 0,
                column: String::new(),
                why: format!("there is no column {:?}", heads[0]),
            });
        }
    }
    if !faults.is_empty() {
        return (Vec::new(), faults);
    }
    let mut questions: Vec<ImportedQuestion> = Vec::new();
    for (number, cells) in &sheet.rows {
        let mut row = Row {
            number: *number,
            cells,
            heads: &sheet.heads,
            places: &places,
            faults: &mut faults,
        };
        if let Some(question) = row.question(council, today) {
            if let Some(same) = questions.iter().find(|known| known.key == question.key) {
                let why = format!("the same question as row {}", same.row);
                row.fault(Column::Number, why);
            } else {
                questions.push(question);
            }
        }
    }
    (questions, faults)
}

fn column_of(head: &str) -> Option<Column> {
    let folded = text::fold(head.trim());
    let found = COLUMNS
        .iter()
        .find(|(_, heads)| heads.contains(&folded.as_str()));
    found.map(|(column, _)| *column)
}

impl Row<'_, Column> {
    fn question(&mut self, council: &Council, today: Date) -> Option<ImportedQuestion> {
        let before = self.faults.len();
        let text = self.cell(Column::Text).map(str::to_owned);
        let text = text.filter(|text| {
            text.chars()
                .filter(|letter| letter.is_alphanumeric())
                .count()
                >= 8
        });
        if text.is_none() {
            self.fault(Column::Text, "fewer than eight letters");
        }
        let area = self.area(council);
        let category = self.category(council);
        let session = self.named(Column::Session, |name| {
            let sessions = council.sessions.iter();
            let mut found = sessions.filter(|one| is_named(&one.name, one.code.as_str(), name));
            found.next().map(|one| one.code.clone())
        });
        let meeting = self.meeting(council);
        let body = self.named(Column::Body, |name| {
            let is_it = |body: &&Body| is_named(&body.name, body.code.as_str(), name);
            council
                .bodies
                .iter()
                .find(is_it)
                .map(|body| body.code.clone())
        });
        let source = self.source();
        let competence = self.competence();
        let received_on = self.day(Column::Received);
        if received_on.is_none() && self.cell(Column::Received).is_none() {
            self.fault(Column::Received, "the day is missing");
        }
        if received_on.is_some_and(|day| day > today) {
            self.fault(Column::Received, "the day is still to come");
        }
        let due_on = self.day(Column::Due);
        let answer = self.answer(received_on);
        if self.faults.len() > before {
            return None;
        }
        let (text, area, category) = (text?, area?, category?);
        let received_on = received_on?;
        let number = self.cell(Column::Number).map(str::to_owned);
        let key = number.unwrap_or_else(|| format!("{received_on} {area} {}", text::fold(&text)));
        let body = body.unwrap_or_else(|| routing::route(council, &category, &area).body);
        Some(ImportedQuestion {
            row: self.number,
            key,
            text,
            area,
            category,
            session,
            meeting,
            body,
            source,
            competence,
            received_on,
            due_on,
            answer,
        })
    }

    fn area(&mut self, council: &Council) -> Option<AreaCode> {
        let Some(name) = self.cell(Column::Area).map(str::to_owned) else {
            self.fault(Column::Area, "the area is missing");
            return None;
        };
        if let Some(area) = council.area(&AreaCode::new(name.clone())) {
            return Some(area.code.clone());
        }
        let is_called = |called: &str| text::same_name(called, &name);
        let mut called = council.areas.iter().filter(|area| {
            is_called(&area.name.vi) || area.aliases.iter().any(|alias| is_called(alias))
        });
        match (called.next(), called.next()) {
            (Some(one), None) => Some(one.code.clone()),
            (None, _) => {
                self.fault(Column::Area, "no area of the council file is called so");
                None
            }
            (Some(_), Some(_)) => {
                self.fault(Column::Area, "several areas are called so: write its code");
                None
            }
        }
    }

    fn category(&mut self, council: &Council) -> Option<CategoryCode> {
        let Some(name) = self.cell(Column::Category).map(str::to_owned) else {
            self.fault(Column::Category, "the field is missing");
            return None;
        };
        let mut all = council.categories.iter().chain([category::other()]);
        let found = all.find(|one| is_named(&one.name, one.code.as_str(), &name));
        if found.is_none() {
            self.fault(Column::Category, "no field of the council is called so");
        }
        found.map(|one| one.code.clone())
    }

    /// "DV01 (01/12/2026)" or "DV01".
    fn meeting(&mut self, council: &Council) -> Option<MeetingCode> {
        let code = self
            .cell(Column::Meeting)?
            .split_whitespace()
            .next()?
            .to_owned();
        council
            .meeting(&MeetingCode::new(code))
            .map(|meeting| meeting.code.clone())
    }

    fn source(&mut self) -> Source {
        let Some(said) = self.cell(Column::Source).map(text::fold) else {
            return Source::Letter;
        };
        if let Some(source) = Source::from_word(&said) {
            return source;
        }
        if said.contains("dien thoai") {
            Source::Phone
        } else if said.contains("hoi nghi") || said.contains("tiep xuc") {
            Source::Meeting
        } else if said.contains("truc tiep") {
            Source::InPerson
        } else {
            Source::Letter
        }
    }

    fn competence(&mut self) -> Option<Competence> {
        let said = self.cell(Column::Competence).map(text::fold)?;
        if said == "chua xac dinh" {
            return None;
        }
        if let Some(level) = Competence::from_word(&said) {
            return Some(level);
        }
        let levels = [
            ("trung uong", Competence::Central),
            ("tw", Competence::Central),
            ("tinh", Competence::Province),
            ("thanh pho", Competence::Province),
            ("xa", Competence::Commune),
            ("phuong", Competence::Commune),
            ("thon", Competence::Village),
        ];
        let found = levels.into_iter().find(|(name, _)| said.contains(name));
        if found.is_none() {
            self.fault(
                Column::Competence,
                "no level is called so: Trung ương, Cấp tỉnh, Cấp xã, Thôn",
            );
        }
        found.map(|(_, level)| level)
    }

    fn answer(&mut self, received_on: Option<Date>) -> Option<ImportedAnswer> {
        let text = self.cell(Column::Answer).map(str::to_owned);
        let said = self.cell(Column::Class).map(text::fold);
        let class = said.as_deref().and_then(class_of);
        if said.is_some() && class.is_none() {
            self.fault(Column::Class, "no class of result is called so");
        }
        let (document_on, answered) = (self.day(Column::DocumentDay), self.day(Column::Answered));
        let text = text?;
        if class.is_none() && said.is_none() {
            self.fault(Column::Class, "an answer wants its class");
        }
        let on = answered.or(document_on);
        if on.is_none() {
            self.fault(
                Column::Answered,
                "an answer wants its day, or the day of its document",
            );
        }
        if let (Some(on), Some(received)) = (on, received_on)
            && on < received
        {
            self.fault(Column::Answered, "answered before it came in");
        }
        Some(ImportedAnswer {
            text,
            class: class?,
            document_number: self.cell(Column::DocumentNumber).map(str::to_owned),
            document_on,
            on: on?,
        })
    }

    fn named<T>(&mut self, column: Column, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let name = self.cell(column)?.to_owned();
        let found = find(&name);
        if found.is_none() {
            self.fault(column, "the council file has none of this name");
        }
        found
    }

    /// 05/03/2026, or 2026-03-05.
    fn day(&mut self, column: Column) -> Option<Date> {
        let cell = self.cell(column)?.to_owned();
        let parts: Vec<i16> = cell
            .split(['/', '-', '.'])
            .filter_map(|part| part.trim().parse().ok())
            .collect();
        let day = match parts.as_slice() {
            [year, month, day] | [day, month, year] if (1900..=9999).contains(year) => {
                let (month, day) = (i8::try_from(*month).ok(), i8::try_from(*day).ok());
                month
                    .zip(day)
                    .and_then(|(month, day)| Date::new(*year, month, day).ok())
            }
            _ => None,
        };
        if day.is_none() {
            self.fault(column, "not a day such as 05/03/2026");
        }
        day
    }

    fn fault(&mut self, column: Column, why: impl Into<String>) {
        let (_, heads) = COLUMNS[column as usize];
        let name = self.head(column).unwrap_or(heads[0]).to_owned();
        let cell = self.cell(column).map_or_else(String::new, |cell| {
            let begin: String = cell.chars().take(40).collect();
            format!("{begin:?}: ")
        });
        self.faults.push(Fault {
            row: self.number,
            column: name,
            why: format!("{cell}{}", why.into()),
        });
    }
}

fn is_named(name: &LocalText, code: &str, typed: &str) -> bool {
    code.eq_ignore_ascii_case(typed) || text::same_name(&name.vi, typed)
}

/// A class by its word or by how papers call it.
fn class_of(said: &str) -> Option<ResultClass> {
    if let Some(class) = ResultClass::from_code(said) {
        return Some(class);
    }
    let names = [
        ("da giai quyet", ResultClass::Resolved),
        ("giai trinh", ResultClass::Explained),
        ("dang", ResultClass::InProgress),
        ("se giai quyet", ResultClass::Planned),
        ("co lo trinh", ResultClass::Planned),
        ("chua giai quyet", ResultClass::NotYet),
        ("tam gac", ResultClass::SetAside),
        ("chuyen cap tren", ResultClass::SentUp),
    ];
    names
        .into_iter()
        .find(|(name, _)| said.contains(name))
        .map(|(_, class)| class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    fn sheet(rows: &[[&str; 7]]) -> Sheet {
        let heads = [
            "Số kiến nghị",
            "Nội dung kiến nghị",
            "Cử tri (địa bàn)",
            "Lĩnh vực",
            "Ngày tiếp nhận",
            "Nội dung trả lời",
            "Phân loại kết quả",
        ];
        let own = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Sheet {
            heads: own(&heads),
            rows: (2..)
                .zip(rows)
                .map(|(number, row)| (number, own(row)))
                .collect(),
        }
    }

    #[test]
    fn every_bad_cell_is_named_and_a_good_row_is_read() {
        let rows = sheet(&[
            [
                "12",
                "Đường vào thôn hỏng nặng",
                "Phường Đồng Văn",
                "Giao thông",
                "05/03/2026",
                "",
                "",
            ],
            [
                "13",
                "ngắn",
                "Phường Không Có",
                "Giao thông",
                "31/02/2026",
                "",
                "",
            ],
            [
                "14",
                "Trường học thiếu phòng học",
                "Phường Đồng Văn",
                "Vũ trụ",
                "05/03/2026",
                "Sẽ xây",
                "",
            ],
            [
                "12",
                "Đường vào thôn hỏng nặng",
                "Phường Đồng Văn",
                "Giao thông",
                "05/03/2026",
                "",
                "",
            ],
        ]);
        let today = "2026-11-23".parse().unwrap();
        let (questions, faults) = read(&rows, &council(), today);
        assert_eq!(questions.len(), 1);
        assert_eq!(questions[0].area.as_str(), "dong-van");
        let told: Vec<(usize, &str)> = faults
            .iter()
            .map(|fault| (fault.row, fault.column.as_str()))
            .collect();
        let wanted = [
            (3, "Nội dung kiến nghị"),
            (3, "Cử tri (địa bàn)"),
            (3, "Ngày tiếp nhận"),
            (4, "Lĩnh vực"),
            (4, "Phân loại kết quả"),
            (4, "ngay tra loi"),
            (5, "Số kiến nghị"),
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_sheet_without_the_columns_is_told_which() {
        let sheet = Sheet {
            heads: vec!["Nội dung".to_owned()],
            rows: Vec::new(),
        };
        let (_, faults) = read(&sheet, &council(), "2026-11-23".parse().unwrap());
        assert_eq!(faults.len(), 3);
    }
}
