//! Opinion slips that came back from a meeting, typed into a spreadsheet: what each row says, or what is wrong with which cell of it.
//! A row with a fault is not taken in; nothing is guessed but the field, which the card lets everybody correct.

use super::sheet::{Fault, Row, Sheet};
use crate::domain::{
    category,
    code::OpinionSlip,
    council::Council,
    entry::MAX_NAME,
    ids::{AreaCode, CategoryCode, MeetingCode},
    phone::Phone,
    planning::form::one_area,
    question::draft::{MAX_UNITS, QuestionText},
    text,
};

/// A slip to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipRow {
    /// The number of its row in the file.
    pub row: usize,
    /// Which slip.
    pub slip: OpinionSlip,
    /// The area it concerns.
    pub area: AreaCode,
    /// Its field; none: whatever its words speak of.
    pub category: Option<CategoryCode>,
    /// Its words.
    pub text: String,
    /// Whose it is; none: nobody has written it there.
    pub name: Option<String>,
    /// How to reach them.
    pub(crate) phone: Option<Phone>,
}

/// Where a meeting is held that slips were printed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which, as the council writes it.
    pub meeting: MeetingCode,
    /// Where.
    pub areas: Vec<AreaCode>,
}

/// A column that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Slip,
    Area,
    Text,
    Name,
    Phone,
    Category,
}

/// The heads of the columns, folded, without what stands in brackets behind them. The first is the one of the template.
const COLUMNS: [(Column, &[&str]); 6] = [
    (
        Column::Slip,
        &[
            "so phieu",
            "ma phieu",
            "ma so phieu",
            "so hieu phieu",
            "phieu so",
            "phieu",
            "slip",
            "slip number",
        ],
    ),
    (
        Column::Area,
        &[
            "noi o",
            "dia ban",
            "thon/tdp",
            "thon, to dan pho",
            "thon",
            "to dan pho",
            "dia chi",
            "place",
            "area",
        ],
    ),
    (
        Column::Text,
        &[
            "noi dung",
            "noi dung y kien",
            "y kien",
            "y kien, kien nghi",
            "noi dung kien nghi",
            "kien nghi",
            "words",
            "text",
            "opinion",
        ],
    ),
    (
        Column::Name,
        &[
            "ho va ten",
            "ho ten",
            "ten",
            "cu tri",
            "nguoi gop y",
            "name",
        ],
    ),
    (
        Column::Phone,
        &["dien thoai", "so dien thoai", "sdt", "so dt", "dt", "phone"],
    ),
    (Column::Category, &["linh vuc", "category", "field"]),
];

fn column_of(head: &str) -> Option<Column> {
    let folded = text::fold(head);
    let bare = folded.split('(').next().unwrap_or_default();
    let bare = bare.trim_matches(|sign: char| sign.is_whitespace() || ":*.".contains(sign));
    let found = COLUMNS.iter().find(|(_, heads)| heads.contains(&bare));
    found.map(|(column, _)| *column)
}

/// Whether a row looks like the heads of such a sheet: the number of a slip, and its words.
#[must_use]
pub fn is_heads(cells: &[String]) -> bool {
    let known = |wanted| cells.iter().any(|cell| column_of(cell) == Some(wanted));
    known(Column::Slip) && known(Column::Text)
}

/// The slips of a sheet, and every fault of every cell. `held` says where a meeting is held; none: there is no such meeting.
#[must_use]
pub fn read(
    sheet: &Sheet,
    council: &Council,
    held: &dyn Fn(&MeetingCode) -> Option<Held>,
) -> (Vec<SlipRow>, Vec<Fault>) {
    let places = sheet.places(column_of);
    let (mut slips, mut faults): (Vec<SlipRow>, Vec<Fault>) = (Vec::new(), Vec::new());
    for (number, cells) in &sheet.rows {
        let mut row = Row {
            number: *number,
            cells,
            heads: &sheet.heads,
            places: &places,
            faults: &mut faults,
        };
        let Some(slip) = row.slip(council, held) else {
            continue;
        };
        match slips.iter().find(|known| known.slip == slip.slip) {
            Some(same) => {
                let why = format!("the same slip as row {}", same.row);
                row.fault(Column::Slip, why);
            }
            None => slips.push(slip),
        }
    }
    (slips, faults)
}

/// What is said of a slip that was entered in another way.
#[must_use]
pub fn entered_before(sheet: &Sheet, row: usize, code: &str) -> Fault {
    let is_it = |head: &&String| column_of(head) == Some(Column::Slip);
    Fault {
        row,
        column: sheet.heads.iter().find(is_it).cloned().unwrap_or_default(),
        why: format!("the slip was entered before, as {code}"),
    }
}

impl Row<'_, Column> {
    fn slip(
        &mut self,
        council: &Council,
        held: &dyn Fn(&MeetingCode) -> Option<Held>,
    ) -> Option<SlipRow> {
        let before = self.faults.len();
        let found = self.number_of_slip(held);
        let areas: &[AreaCode] = found.as_ref().map_or(&[], |(_, areas)| areas);
        let area = self.area(council, areas, found.is_some());
        let text = self.text();
        let phone = self.phone();
        let category = self.category(council);
        let name = self
            .cell(Column::Name)
            .map(|name| text::truncate_utf16(&text::clean(name), MAX_NAME));
        if self.faults.len() > before {
            return None;
        }
        Some(SlipRow {
            row: self.number,
            slip: found?.0,
            area: area?,
            category,
            text: text?,
            name,
            phone,
        })
    }

    fn number_of_slip(
        &mut self,
        held: &dyn Fn(&MeetingCode) -> Option<Held>,
    ) -> Option<(OpinionSlip, Vec<AreaCode>)> {
        let Some(typed) = self.cell(Column::Slip).map(str::to_owned) else {
            self.fault(Column::Slip, "the number of the slip is missing");
            return None;
        };
        let Some(slip) = OpinionSlip::parse(&typed) else {
            self.fault(
                Column::Slip,
                "no slip has this number: a digit or the letter at its end is wrong",
            );
            return None;
        };
        let Some(Held { meeting, areas }) = held(&slip.meeting) else {
            self.fault(
                Column::Slip,
                format!("there is no meeting {}", slip.meeting),
            );
            return None;
        };
        Some((OpinionSlip { meeting, ..slip }, areas))
    }

    /// The place that is written there; where none is, the only one of the meeting. Of several that are called so, the one where
    /// the meeting was held.
    fn area(
        &mut self,
        council: &Council,
        held_in: &[AreaCode],
        is_known: bool,
    ) -> Option<AreaCode> {
        let Some(name) = self.cell(Column::Area).map(str::to_owned) else {
            match held_in {
                [only] => return Some(only.clone()),
                _ if is_known => {
                    self.fault(
                        Column::Area,
                        "the place is missing, and the meeting is for several",
                    );
                }
                _ => {}
            }
            return None;
        };
        if let Some(only) = one_area(council, &name) {
            return Some(only.code.clone());
        }
        let found = council.find_areas(&name);
        let is_there = |code: &AreaCode| {
            let path = council.path_of(code);
            held_in.iter().any(|area| path.contains(&area))
        };
        let there: Vec<&AreaCode> = found
            .iter()
            .map(|area| &area.code)
            .filter(|code| is_there(code))
            .collect();
        match (there.as_slice(), found.is_empty()) {
            ([only], _) => return Some((*only).clone()),
            (_, true) => self.fault(Column::Area, "no area of the council file is called so"),
            (_, false) => {
                self.fault(Column::Area, "several areas are called so: write its code");
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let Some(typed) = self.cell(Column::Text).map(str::to_owned) else {
            self.fault(Column::Text, "there are no words");
            return None;
        };
        match QuestionText::parse(&typed) {
            Ok(text) if text::utf16_len(text.as_str()) > MAX_UNITS => {
                self.fault(Column::Text, format!("more than {MAX_UNITS} letters"));
                None
            }
            Ok(text) => Some(text.into_string()),
            Err(_) => {
                self.fault(Column::Text, "fewer than eight letters");
                None
            }
        }
    }

    /// A spreadsheet drops the nought in front of a number.
    fn phone(&mut self) -> Option<Phone> {
        let typed = self.cell(Column::Phone)?.to_owned();
        let found = Phone::parse(&typed).or_else(|| Phone::parse(&format!("0{typed}")));
        if found.is_none() {
            self.fault(Column::Phone, "no such number to call can exist");
        }
        found
    }

    fn category(&mut self, council: &Council) -> Option<CategoryCode> {
        let name = self.cell(Column::Category)?.to_owned();
        let mut all = council.categories.iter().chain([category::other()]);
        let found = all.find(|one| {
            one.code.as_str() == name
                || text::same_name(&one.name.vi, &name)
                || one
                    .name
                    .en
                    .as_deref()
                    .is_some_and(|en| text::same_name(en, &name))
        });
        if found.is_none() {
            self.fault(Column::Category, "no field of the council is called so");
        }
        found.map(|one| one.code.clone())
    }

    fn fault(&mut self, column: Column, why: impl Into<String>) {
        let column = self.head(column).unwrap_or_default().to_owned();
        self.faults.push(Fault {
            row: self.number,
            column,
            why: why.into(),
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn council() -> &'static Council {
        static COUNCIL: std::sync::LazyLock<Council> = std::sync::LazyLock::new(|| {
            Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
        });
        &COUNCIL
    }

    /// DV01 in one place, DV02 in two.
    fn held(code: &MeetingCode) -> Option<Held> {
        let areas: &[&str] = match code.as_str() {
            "DV01" => &["dong-van"],
            "DV02" => &["dong-van", "bach-thuong"],
            _ => return None,
        };
        Some(Held {
            meeting: code.clone(),
            areas: areas.iter().map(|area| AreaCode::new(*area)).collect(),
        })
    }

    fn sheet(heads: &[&str], rows: &[&[&str]]) -> Sheet {
        let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        Sheet {
            heads: cells(heads),
            rows: (2..).zip(rows.iter().map(|row| cells(row))).collect(),
        }
    }

    fn slip(meeting: &str, number: u16) -> String {
        let meeting = MeetingCode::new(meeting);
        OpinionSlip { meeting, number }.to_string()
    }

    const WORDS: &str = "Đường vào thôn ngập mỗi khi mưa";

    #[test]
    fn heads_are_known_in_any_order_with_and_without_marks() {
        let heads = [
            "SDT",
            "Họ và tên (nếu có)",
            "NOI DUNG Y KIEN",
            "Mã phiếu *",
            "Địa bàn:",
        ];
        assert!(is_heads(&heads.map(str::to_owned)));
        let first = slip("DV02", 7).to_lowercase();
        let rows = [[
            "912345678",
            "Trần Thị Hoa",
            WORDS,
            first.as_str(),
            "bach thuong",
        ]];
        let (slips, faults) = read(&sheet(&heads, &[&rows[0]]), council(), &held);
        assert_eq!(faults, []);
        assert_eq!(slips[0].slip.to_string(), slip("DV02", 7));
        assert_eq!(slips[0].area.as_str(), "bach-thuong");
        assert_eq!(slips[0].name.as_deref(), Some("Trần Thị Hoa"));
        assert_eq!(
            slips[0].phone.as_ref().map(Phone::e164),
            Some("+84912345678")
        );
        assert!(!is_heads(&["Nội dung".to_owned(), "Địa bàn".to_owned()]));
    }

    #[test]
    fn every_bad_cell_is_named() {
        let heads = ["Số phiếu", "Nơi ở", "Nội dung", "Điện thoại", "Lĩnh vực"];
        let (one, two) = (slip("DV01", 1), slip("DV02", 2));
        let wrong = format!(
            "{}{}",
            &one[..one.len() - 1],
            if one.ends_with('A') { 'B' } else { 'A' }
        );
        let elsewhere = slip("XX99", 1);
        let rows: [&[&str]; 8] = [
            &[&one, "", WORDS, "", ""],
            &[&one, "", WORDS, "", ""],
            &["", "", WORDS, "", ""],
            &[&wrong, "Phường Đồng Văn", WORDS, "", ""],
            &[&elsewhere, "", WORDS, "", ""],
            &[&two, "", "", "12", "Thơ"],
            &[&two, "Sao Hỏa", "ngắn", "", ""],
            &[&two, "", WORDS, "", ""],
        ];
        let (slips, faults) = read(&sheet(&heads, &rows), council(), &held);
        assert_eq!(slips.len(), 1);
        let told: Vec<String> = faults
            .iter()
            .map(|fault| format!("{} {}: {}", fault.row, fault.column, fault.why))
            .collect();
        insta::assert_snapshot!(told.join("\n"), @r"
        3 Số phiếu: the same slip as row 2
        4 Số phiếu: the number of the slip is missing
        5 Số phiếu: no slip has this number: a digit or the letter at its end is wrong
        6 Số phiếu: there is no meeting XX99
        7 Nơi ở: the place is missing, and the meeting is for several
        7 Nội dung: there are no words
        7 Điện thoại: no such number to call can exist
        7 Lĩnh vực: no field of the council is called so
        8 Nơi ở: no area of the council file is called so
        8 Nội dung: fewer than eight letters
        9 Nơi ở: the place is missing, and the meeting is for several
        ");
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_sheet_each_row_is_a_slip_or_has_a_fault(
            heads in proptest::collection::vec("(Số phiếu|Nội dung|Nơi ở|Họ tên|SĐT|Lĩnh vực|\\PC{0,6})", 0..7),
            rows in proptest::collection::vec(
                proptest::collection::vec("(DV01-0[0-9]{2}[A-Z]|Đồng Văn|0912345678|\\PC{0,20})", 0..7),
                0..6,
            ),
        ) {
            let rows: Vec<(usize, Vec<String>)> = (2..).zip(rows).collect();
            let count = rows.len();
            let sheet = Sheet { heads, rows };
            let (slips, faults) = read(&sheet, council(), &held);
            for number in 2..2 + count {
                let is_slip = slips.iter().any(|slip| slip.row == number);
                let is_faulty = faults.iter().any(|fault| fault.row == number);
                prop_assert!(is_slip != is_faulty, "row {}", number);
            }
            for slip in &slips {
                prop_assert!(QuestionText::parse(&slip.text).is_ok());
                prop_assert!(council().area(&slip.area).is_some());
            }
        }

        #[test]
        fn a_good_row_is_read_whatever_the_order_of_its_columns(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(), number in 1u16..=999) {
            let heads = ["Số phiếu", "Nơi ở", "Nội dung", "Họ và tên", "Điện thoại", "Lĩnh vực"];
            let code = slip("DV01", number);
            let cells = [code.as_str(), "Phường Đồng Văn", WORDS, "Lan", "0912345678", "Giao thông"];
            let heads: Vec<&str> = order.iter().map(|at| heads[*at]).collect();
            let cells: Vec<&str> = order.iter().map(|at| cells[*at]).collect();
            let (slips, faults) = read(&sheet(&heads, &[&cells]), council(), &held);
            prop_assert_eq!(faults, []);
            prop_assert_eq!(slips[0].slip.number, number);
            prop_assert_eq!(slips[0].text.as_str(), WORDS);
            prop_assert_eq!(slips[0].category.as_ref().map(CategoryCode::as_str), Some("transport"));
        }
    }
}
