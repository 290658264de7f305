//! Tables that several papers have: lists of petitions with the five official columns of fields, results by body.

use crate::{
    domain::{keyword::Keyword as _, question::ResultClass, report::papers::OfficialField},
    reports::{
        facts::{Case, ReportFacts},
        figures,
        page::{Cell, Down, Line, Table},
        say,
    },
};

/// One column more: its width in millimetres, its head, and what stands in it.
pub(super) type More = (u32, &'static str, fn(&ReportFacts, &Case) -> String);

/// A list of petitions grouped by place: TT, place, number, content, five fields, and more columns at the end.
pub(super) fn listed(facts: &ReportFacts, cases: &[&Case], more: &[More]) -> Table {
    let more_width: u32 = more.iter().map(|(width, ..)| *width).sum();
    // Of the 252 millimetres of a landscape sheet.
    let content = 252 - 10 - 30 - 24 - 5 * 16 - more_width;
    let mut widths = vec![10, 30, 24, content];
    widths.extend([16; 5]);
    widths.extend(more.iter().map(|(width, ..)| *width));
    let spans = |text: &str| Cell::head(text).down(Down::Begins);
    let goes_on = || Cell::default().down(Down::GoesOn);
    let mut first = vec![
        spans("TT"),
        spans(facts.council.title_of_places()),
        spans("Số kiến nghị"),
        spans("Nội dung kiến nghị"),
    ];
    first.push(Cell::head("Lĩnh vực").over(5));
    first.extend(more.iter().map(|(_, head, _)| spans(head)));
    let mut second = vec![goes_on(), goes_on(), goes_on(), goes_on()];
    second.extend(
        OfficialField::ALL
            .iter()
            .map(|field| Cell::of(vec![Line::centred(field.title()).bold().points(10)])),
    );
    second.extend(more.iter().map(|_| goes_on()));
    let mut table = Table {
        widths,
        heads: vec![first, second],
        points: 12,
        ..Table::default()
    };
    for (at, case) in by_place(facts, cases).into_iter().enumerate() {
        let mut row = vec![
            Cell::mark(at + 1),
            Cell::words(facts.area(&case.area)),
            Cell::mark(&case.code),
            Cell::words(say::words(&case.text)),
        ];
        let field = facts.council.official_field(&case.category);
        row.extend(
            OfficialField::ALL
                .iter()
                .map(|one| Cell::mark(if *one == field { "x" } else { "" })),
        );
        row.extend(more.iter().map(|(_, _, of)| Cell::words(of(facts, case))));
        table.rows.push(row);
    }
    if cases.is_empty() {
        let columns = u8::try_from(table.widths.len()).unwrap_or(u8::MAX);
        table
            .rows
            .push(vec![Cell::mark("Không có kiến nghị.").over(columns)]);
    }
    table
}

/// Rows of a place together, in the order of the council file.
pub(super) fn by_place<'c>(facts: &ReportFacts, cases: &[&'c Case]) -> Vec<&'c Case> {
    let mut sorted = cases.to_vec();
    let place = |case: &Case| {
        facts
            .council
            .areas
            .iter()
            .position(|area| area.code == case.area)
    };
    sorted.sort_by_key(|case| place(case).unwrap_or(usize::MAX));
    sorted
}

/// Who answered, and in which document.
pub(super) fn answer_document(_: &ReportFacts, case: &Case) -> String {
    let Some(told) = &case.answer else {
        return String::new();
    };
    let signer = told.signer.as_ref();
    let signer = signer.map_or_else(String::new, |name| format!(", {name} ký"));
    match (&told.document_number, told.document_on) {
        (Some(number), Some(day)) => format!("{number}, ngày {}{signer}", say::short_day(day)),
        (Some(number), None) => format!("{number}{signer}"),
        (None, _) => told.on.map_or_else(String::new, |day| {
            format!("Trả lời ngày {}", say::short_day(day))
        }),
    }
}

/// Results by body with a sum and shares: total, answered, and the three groups of classes.
pub(super) fn results_by_body(facts: &ReportFacts, cases: &[&Case]) -> Table {
    let spans = |text: &str| Cell::head(text).down(Down::Begins);
    let goes_on = || Cell::default().down(Down::GoesOn);
    let mut table = Table {
        widths: vec![12, 76, 26, 28, 28, 28, 26, 28],
        heads: vec![
            vec![
                spans("STT"),
                spans("Tên cơ quan, đơn vị"),
                spans("Tổng số kiến nghị"),
                spans("Tổng số KN đã trả lời"),
                Cell::head("Kết quả giải quyết").over(4),
            ],
            vec![
                goes_on(),
                goes_on(),
                goes_on(),
                goes_on(),
                Cell::head("Đã giải quyết xong"),
                Cell::head("Trong đó có minh chứng"),
                Cell::head("Đang giải quyết"),
                Cell::head("Giải trình, thông tin"),
            ],
        ],
        points: 13,
        ..Table::default()
    };
    let mut sums = [0; 6];
    for (at, body) in facts
        .bodies_of(cases.iter().copied())
        .into_iter()
        .enumerate()
    {
        let own: Vec<&Case> = cases
            .iter()
            .filter(|case| case.body == body)
            .copied()
            .collect();
        let row = results_of(&own);
        let mut cells = vec![Cell::mark(at + 1), Cell::words(facts.body(&body))];
        for (sum, count) in sums.iter_mut().zip(row) {
            *sum += count;
            cells.push(Cell::mark(count));
        }
        table.rows.push(cells);
    }
    let bold = |text: String| Cell::of(vec![Line::centred(text).bold()]);
    let mut sum = vec![Cell::default(), Cell::of(vec![Line::left("Cộng").bold()])];
    sum.extend(sums.iter().map(|count| bold(count.to_string())));
    table.rows.push(sum);
    let mut shares = vec![Cell::default(), Cell::of(vec![Line::left("Tỷ lệ").bold()])];
    shares.extend(sums.iter().map(|count| bold(say::share(*count, sums[0]))));
    table.rows.push(shares);
    table
}

/// Total, answered, resolved, of these shown with evidence, under way, explained.
pub(super) fn results_of(cases: &[&Case]) -> [usize; 6] {
    let of = |class| figures::of_class(cases, class);
    let answered = cases.iter().filter(|case| case.state == "answered").count();
    let resolved = of(ResultClass::Resolved);
    let explained = of(ResultClass::Explained);
    [
        cases.len(),
        answered,
        resolved,
        cases.iter().filter(|case| case.is_resolved()).count(),
        answered - resolved - explained,
        explained,
    ]
}

/// The first cells of a petition that was carried over: number, code, words with the area, since when.
pub(super) fn begin_carried_over(facts: &ReportFacts, at: usize, case: &Case) -> Vec<Cell> {
    let session = case
        .session
        .as_ref()
        .and_then(|code| facts.council.session(code));
    let since = session.map_or_else(String::new, |session| session.name.vi.clone());
    vec![
        Cell::mark(at + 1),
        Cell::mark(&case.code),
        Cell::words(format!(
            "{}\n(Cử tri {})",
            say::words(&case.text),
            facts.area(&case.area)
        )),
        Cell::words(format!(
            "{since}\nngày {}",
            say::short_day(case.received_on)
        )),
    ]
}

/// The day on which something is owed next; empty where nothing is.
pub(super) fn next_day(case: &Case) -> Cell {
    Cell::mark(case.next_day().map_or_else(String::new, say::short_day))
}
