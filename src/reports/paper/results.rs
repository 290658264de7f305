//! Báo cáo kết quả giải quyết, trả lời ý kiến, kiến nghị của cử tri: the people's committee's side, by result class.

use super::{
    annex,
    frame::{self, Frame},
};
use crate::{
    domain::{answer::record::Subclass, ids::BodyCode, question::ResultClass},
    reports::{
        facts::{Case, Done, ReportFacts},
        figures,
        page::{Cell, Line, Section, Sheet, Table},
        say,
    },
};

/// Headings in the order of the paper, with the classes under each.
const HEADINGS: [(&str, &[ResultClass]); 6] = [
    ("resolved", &[ResultClass::Resolved]),
    ("in_progress", &[ResultClass::InProgress]),
    ("planned", &[ResultClass::Planned]),
    ("explained", &[ResultClass::Explained]),
    ("not_yet", &[ResultClass::NotYet, ResultClass::SetAside]),
    ("sent_up", &[ResultClass::SentUp]),
];

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let petitions = facts.petitions();
    let counts = facts.counts();
    let mut main = frame.begin();
    main.line(Line::text(frame.say("opening", &[])));
    main.line(frame::part(1, &frame.say("received", &[])));
    main.line(Line::text(format!(
        "Tổng số {} kiến nghị; theo Ban của HĐND: {}.",
        petitions.len(),
        by_committee(facts, &petitions)
    )));
    main.line(frame::part(2, &frame.say("results", &[])));
    main.line(Line::text(format!(
        "Đã trả lời {}/{} kiến nghị ({}).",
        counts.answered,
        counts.petitions,
        say::share(counts.answered, counts.petitions)
    )));
    for (number, (name, classes)) in HEADINGS.into_iter().enumerate() {
        let own: Vec<&Case> = petitions
            .iter()
            .filter(|case| {
                case.standing()
                    .is_some_and(|class| classes.contains(&class))
            })
            .copied()
            .collect();
        let share = say::share(own.len(), petitions.len());
        let title = format!(
            "{}: {}/{} ({share})",
            frame.say(name, &[]),
            own.len(),
            petitions.len()
        );
        main.line(frame::section(number + 1, &title));
        let by_subclass = figures::by_subclass(&own);
        if !by_subclass.is_empty() {
            main.line(Line::text(format!("Trong đó: {by_subclass}.")).italic());
        }
        if name == "resolved" && !own.is_empty() {
            main.line(Line::text(format!(
                "Có minh chứng (ảnh hoặc văn bản): {}/{} kiến nghị ({}).",
                own.iter().filter(|case| case.is_resolved()).count(),
                own.len(),
                say::share(
                    own.iter().filter(|case| case.is_resolved()).count(),
                    own.len()
                )
            )));
        }
        for case in own {
            item(facts, case, &mut main);
        }
    }
    main.line(frame::part(3, &frame.say("shortcomings", &[])));
    main.line(Line::text(format!(
        "Còn {} kiến nghị chưa trả lời, trong đó {} quá hạn; {} kiến nghị đã hứa nhưng quá hạn thực hiện; {} kiến nghị cử tri báo \
         chưa làm xong; {} kiến nghị cử tri chưa đồng tình.",
        counts.open(),
        counts.overdue,
        counts.missed,
        counts.denied,
        counts.rejected
    )));
    main.line(Line::text("Nguyên nhân: ………………………………………………………………………"));
    main.line(frame::part(4, &frame.say("tasks", &[])));
    let promised = petitions
        .iter()
        .filter(|case| case.promised_on.is_some() && !case.promise_kept)
        .count();
    let (open, promised) = (counts.open().to_string(), promised.to_string());
    main.line(Line::text(
        frame.say("tasks_1", &[("open", &open), ("promised", &promised)]),
    ));
    main.line(frame::last(&frame.say("close", &[])));
    frame.end(&mut main);
    let mut by_body = frame.annex(
        "I",
        "Bảng tổng hợp kết quả giải quyết, trả lời kiến nghị của cử tri",
        Sheet::Landscape,
    );
    by_body.table(annex::results_by_body(facts, &petitions));
    let mut ahead = frame.annex(
        "II",
        "Danh mục kiến nghị đang giải quyết, có lộ trình hoặc chưa trả lời",
        Sheet::Landscape,
    );
    ahead.table(left(facts, &petitions));
    let mut over = frame.annex(
        "III",
        "Danh mục kiến nghị tồn đọng qua nhiều kỳ họp đang trong quá trình giải quyết",
        Sheet::Landscape,
    );
    carried_over(facts, &mut over);
    vec![main, by_body, ahead, over]
}

/// What stands in a table of what earlier sessions left.
type Group = (&'static str, fn(&Case) -> bool);

/// The three tables of the official form, and what nobody has answered.
const GROUPS: [Group; 4] = [
    ("Bảng 1. Có lộ trình giải quyết", |case| {
        !case.is_open() && !no_means(case) && has_roadmap(case)
    }),
    ("Bảng 2. Chưa thể giải quyết ngay", |case| {
        !case.is_open() && !no_means(case) && !has_roadmap(case)
    }),
    ("Bảng 3. Chưa có nguồn lực", |case| {
        !case.is_open() && no_means(case)
    }),
    ("Bảng 4. Chưa trả lời", Case::is_open),
];

fn has_roadmap(case: &Case) -> bool {
    let told = case.answer.as_ref();
    case.promised_on.is_some()
        || told
            .is_some_and(|told| told.fact_on.is_some() || told.subclass == Some(Subclass::Roadmap))
}

fn no_means(case: &Case) -> bool {
    let told = case.answer.as_ref();
    told.is_some_and(|told| told.subclass == Some(Subclass::NoMeans))
}

/// What earlier sessions left, by how it stands and who has it.
fn carried_over(facts: &ReportFacts, section: &mut Section) {
    let left: Vec<&Case> = facts.carried_over.iter().collect();
    for (title, is_of) in GROUPS {
        let own: Vec<&Case> = left.iter().filter(|case| is_of(case)).copied().collect();
        let title = format!("{title}: {}/{} kiến nghị", own.len(), left.len());
        section.line(Line::left(title).bold().points(13).above(8).with_next());
        let mut table = Table::new(&[
            (12, "STT"),
            (26, "Số kiến nghị"),
            (120, "Nội dung kiến nghị/địa phương kiến nghị"),
            (54, "Thời điểm kiến nghị"),
            (40, "Thời hạn"),
        ]);
        for body in facts.bodies_of(own.iter().copied()) {
            let of_body: Vec<&&Case> = own.iter().filter(|case| case.body == body).collect();
            let head = format!("{} ({})", facts.body(&body), of_body.len());
            table.rows.push(vec![
                Cell::of(vec![Line::left(head).bold().with_next()]).over(5),
            ]);
            for (at, case) in of_body.into_iter().enumerate() {
                table.rows.push(row_of_carried_over(facts, at, case));
            }
        }
        if own.is_empty() {
            table.rows.push(vec![Cell::mark("Không có.").over(5)]);
        }
        section.table(table);
    }
}

fn row_of_carried_over(facts: &ReportFacts, at: usize, case: &Case) -> Vec<Cell> {
    let mut row = annex::begin_carried_over(facts, at, case);
    row.push(annex::next_day(case));
    row
}

/// What stands in the text of one petition.
fn item(facts: &ReportFacts, case: &Case, main: &mut Section) {
    let Some(told) = &case.answer else {
        return;
    };
    let mut line = format!(
        "- Cử tri {} ({}): {}. {} trả lời: {}",
        facts.area(&case.area),
        case.code,
        say::without_end(&say::one_line(&case.text)),
        facts.body(&case.body),
        say::one_line(&told.text)
    );
    let is_shown_by = |number: &String| match &case.done {
        Done::Resolved { shown, .. } => shown
            .document
            .as_ref()
            .is_some_and(|(same, _)| same == number),
        Done::Open | Done::Denied { .. } => false,
    };
    if let Some(number) = told
        .document_number
        .as_ref()
        .filter(|number| !is_shown_by(number))
    {
        let day = told.document_on;
        let day = day.map_or_else(String::new, |day| format!(", ngày {}", say::short_day(day)));
        let signer = told.signer.as_ref();
        let signer = signer.map_or_else(String::new, |name| format!(", {name} ký"));
        line = format!("{line} (văn bản số {number}{day}{signer})");
    }
    if let Some(shown) = figures::shown(case) {
        line = format!("{line} (đã giải quyết xong {shown})");
    }
    if let Done::Denied { on, due_on } = &case.done {
        let until = due_on.map_or_else(String::new, |day| {
            format!("; hạn làm lại {}", say::short_day(day))
        });
        line = format!(
            "{line} (cử tri báo chưa xong ngày {}{until})",
            say::short_day(*on)
        );
    }
    if let Some(day) = case.promised_on.or(told.fact_on) {
        line = format!("{line} (thời hạn: {})", say::short_day(day));
    }
    if let Some(obstacle) = &told.obstacle {
        line = format!("{line} (vướng mắc: {})", say::one_line(obstacle));
    }
    main.line(Line::text(line));
}

fn by_committee(facts: &ReportFacts, petitions: &[&Case]) -> String {
    let mut told: Vec<(Option<BodyCode>, usize)> = Vec::new();
    for case in petitions {
        let committee = facts
            .council
            .category(&case.category)
            .and_then(|category| category.committee.clone());
        match told.iter_mut().find(|(known, _)| *known == committee) {
            Some((_, many)) => *many += 1,
            None => told.push((committee, 1)),
        }
    }
    told.sort();
    let said = told.iter().map(|(committee, many)| match committee {
        Some(code) => format!("{} {many}", facts.body(code)),
        None => format!("không thuộc Ban nào {many}"),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        "không có".to_owned()
    } else {
        said.join(", ")
    }
}

/// What is still to be done, with its day.
fn left(facts: &ReportFacts, petitions: &[&Case]) -> Table {
    let mut table = Table::new(&[
        (12, "TT"),
        (26, "Số kiến nghị"),
        (92, "Nội dung kiến nghị/địa phương kiến nghị"),
        (46, "Cơ quan giải quyết"),
        (46, "Tình trạng"),
        (30, "Thời hạn"),
    ]);
    for (at, case) in petitions.iter().filter(|case| case.is_left()).enumerate() {
        let state = figures::standing_title(case);
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::mark(&case.code),
            Cell::words(format!(
                "{}\n(Cử tri {})",
                say::words(&case.text),
                facts.area(&case.area)
            )),
            Cell::words(facts.body(&case.body)),
            Cell::words(state),
            annex::next_day(case),
        ]);
    }
    if table.rows.is_empty() {
        table.rows.push(vec![Cell::mark("Không có.").over(6)]);
    }
    table
}
