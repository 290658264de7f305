//! Công văn đôn đốc: one letter per body with something overdue.

use super::transfer;
use crate::reports::paper::frame::{self, Frame};
use crate::reports::{
    facts::{Case, ReportFacts},
    page::{Line, Section, Sheet},
    say,
};

pub(in crate::reports::paper) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let petitions = facts.petitions();
    let mut late: Vec<&Case> = petitions
        .iter()
        .filter(|case| case.is_overdue(facts.today))
        .copied()
        .collect();
    late.sort_by_key(|case| case.due_on);
    let mut sections = Vec::new();
    for body in facts.bodies_of(late.iter().copied()) {
        let own: Vec<&Case> = late
            .iter()
            .filter(|case| case.body == body)
            .copied()
            .collect();
        let name = facts.body(&body);
        let count = say::two(own.len());
        let days = own
            .iter()
            .map(|case| {
                facts
                    .council
                    .calendar
                    .working_days_between(case.due_on, facts.today)
            })
            .max();
        let days = days.unwrap_or(0).to_string();
        let today = say::short_day(facts.today);
        let extra = [
            ("count", count.as_str()),
            ("body", &name),
            ("today", &today),
            ("days", &days),
        ];
        let mut main = frame.begin();
        Frame::address(&mut main, &name);
        main.line(Line::text(frame.say("sent", &extra)));
        main.line(Line::text(frame.say("late", &extra)));
        main.line(frame::last(&frame.say("asked", &extra)));
        frame.end(&mut main);
        sections.push(main);
        let mut annex = frame.annex("", &frame.say("annex", &extra), Sheet::Landscape);
        annex.table(transfer::list(facts, &own));
        sections.push(annex);
    }
    if sections.is_empty() {
        sections.push(transfer::nothing(frame));
    }
    sections
}
