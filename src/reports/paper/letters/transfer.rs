//! Công văn chuyển ý kiến, kiến nghị của cử tri: one letter per body that has something to answer, with the list as annex.

use crate::reports::paper::frame::{self, Frame};
use crate::reports::{
    facts::{Case, ReportFacts},
    page::{Cell, Section, Sheet, Table},
    say,
};

pub(in crate::reports::paper) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let owed = |case: &&&Case| case.is_open() && case.state != "received";
    let petitions = facts.petitions();
    let cases: Vec<&Case> = petitions.iter().filter(owed).copied().collect();
    let mut sections = Vec::new();
    for body in facts.bodies_of(cases.iter().copied()) {
        let own: Vec<&Case> = cases
            .iter()
            .filter(|case| case.body == body)
            .copied()
            .collect();
        let name = facts.body(&body);
        let mut main = frame.begin();
        Frame::address(&mut main, &name);
        let due = own.iter().map(|case| case.due_on).min();
        let due = due.map_or_else(String::new, say::short_day);
        let count = say::two(own.len());
        let text = frame.say("body", &[("count", &count), ("body", &name), ("due", &due)]);
        main.line(frame::last(&text));
        frame.end(&mut main);
        sections.push(main);
        let mut annex = frame.annex(
            "",
            &frame.say("annex", &[("body", &name)]),
            Sheet::Landscape,
        );
        annex.table(list(facts, &own));
        sections.push(annex);
    }
    if sections.is_empty() {
        sections.push(nothing(frame));
    }
    sections
}

/// A letter that says that there is nothing to write about.
pub(in crate::reports::paper) fn nothing(frame: &Frame<'_>) -> Section {
    let mut main = frame.begin();
    main.line(frame::last(&frame.say("nothing", &[])));
    frame.end(&mut main);
    main
}

/// The petitions of a letter.
pub(in crate::reports::paper) fn list(facts: &ReportFacts, cases: &[&Case]) -> Table {
    let mut table = Table::new(&[
        (12, "TT"),
        (26, "Số kiến nghị"),
        (38, "Địa bàn"),
        (94, "Nội dung kiến nghị"),
        (34, "Lĩnh vực"),
        (24, "Ngày chuyển"),
        (24, "Hạn trả lời"),
    ]);
    for (at, case) in cases.iter().enumerate() {
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::mark(&case.code),
            Cell::words(facts.area(&case.area)),
            Cell::words(say::words(&case.text)),
            Cell::words(facts.category(&case.category)),
            Cell::mark(case.forwarded_on.map_or_else(String::new, say::short_day)),
            Cell::mark(say::short_day(case.due_on)),
        ]);
    }
    table.points = 11;
    table
}
