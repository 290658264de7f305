//! Báo cáo kết quả giải quyết, trả lời ý kiến, kiến nghị của cử tri: the people's committee's side, by result class.

use super::{
    annex,
    frame::{self, Frame},
};
use crate::{
    domain::{ids::BodyCode, question::ResultClass},
    reports::{
        facts::{Case, ReportFacts},
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
            .filter(|case| case.class().is_some_and(|class| classes.contains(&class)))
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
        for case in own {
            item(facts, case, &mut main);
        }
    }
    main.line(frame::part(3, &frame.say("shortcomings", &[])));
    main.line(Line::text(format!(
        "Còn {} kiến nghị chưa trả lời, trong đó {} quá hạn; {} kiến nghị đã hứa nhưng quá hạn thực hiện; {} kiến nghị cử tri chưa \
         đồng tình.",
        counts.open(),
        counts.overdue,
        counts.missed,
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
    vec![main, by_body, ahead]
}

/// What stands in the text of one petition.
fn item(facts: &ReportFacts, case: &Case, main: &mut Section) {
    let Some(told) = &case.answer else {
        return;
    };
    let mut line = format!(
        "- Cử tri {} ({}): {} {}: {}",
        facts.area(&case.area),
        case.code,
        say::one_line(&case.text),
        facts.body(&case.body),
        say::one_line(&told.text)
    );
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
    let is_left = |case: &&&Case| {
        case.is_open()
            || matches!(case.class(), Some(class) if !matches!(class, ResultClass::Resolved | ResultClass::Explained))
    };
    for (at, case) in petitions.iter().filter(is_left).enumerate() {
        let state = case
            .class()
            .map_or_else(|| figures::state_title(case), figures::class_title);
        let day = case
            .promised_on
            .or_else(|| case.answer.as_ref().and_then(|told| told.fact_on));
        let day = day.or_else(|| case.is_open().then_some(case.due_on));
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
            Cell::mark(day.map_or_else(String::new, say::short_day)),
        ]);
    }
    if table.rows.is_empty() {
        table.rows.push(vec![Cell::mark("Không có.").over(6)]);
    }
    table
}
