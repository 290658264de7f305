//! Giấy mời, one per body that was asked something for the meeting, with what it was asked.

use crate::reports::paper::{
    frame::{self, Frame},
    meeting,
};
use crate::{
    domain::{body::BodyKind, ids::BodyCode},
    reports::{
        Result,
        facts::{Case, ReportFacts},
        page::{Cell, Line, Section, Sheet, Table},
        say,
    },
};

pub(in crate::reports::paper) fn sections(
    facts: &ReportFacts,
    frame: &Frame<'_>,
) -> Result<Vec<Section>> {
    let held = meeting(facts)?;
    let asked: Vec<&Case> = facts
        .cases
        .iter()
        .filter(|case| case.is_petition())
        .collect();
    let mut invited: Vec<BodyCode> = facts.bodies_of(asked.iter().copied());
    if facts.wish.body.is_none() {
        // Whoever always belongs to a meeting is invited even when nobody asked them anything.
        let always = facts.council.bodies.iter().filter(|body| {
            matches!(
                body.kind,
                BodyKind::PeoplesCommittee | BodyKind::FatherlandFront
            )
        });
        for body in always {
            if !invited.contains(&body.code) {
                invited.push(body.code.clone());
            }
        }
    }
    let begins = facts.begins(&held.meeting);
    let mut sections = Vec::new();
    for body in invited {
        let own: Vec<&Case> = asked
            .iter()
            .filter(|case| case.body == body)
            .copied()
            .collect();
        let name = facts.body(&body);
        let mut main = frame.begin();
        main.line(Line::text(frame.say("invites", &[("body", &name)])));
        main.line(Line::text(frame.say("to", &[])));
        let chair = facts.hosts(&held.meeting);
        main.line(Line::text(frame.say("chair", &[("chair", &chair)])));
        let (hour, day) = (say::hour(begins), say::long_day(begins.date()));
        main.line(Line::text(
            frame.say("time", &[("time", &hour), ("day", &day)]),
        ));
        let venue = facts.venue(&held.meeting);
        main.line(Line::text(frame.say("place", &[("venue", &venue)])));
        let count = own.len().to_string();
        let ask = if own.is_empty() {
            "no_questions"
        } else {
            "questions"
        };
        main.line(frame::last(&frame.say(ask, &[("count", &count)])));
        frame.end(&mut main);
        sections.push(main);
        if own.is_empty() {
            continue;
        }
        let mut annex = frame.annex("", &frame.say("annex", &[]), Sheet::Landscape);
        let mut table = Table::new(&[
            (12, "TT"),
            (26, "Mã"),
            (40, "Địa bàn"),
            (130, "Nội dung"),
            (44, "Lĩnh vực"),
        ]);
        for (at, case) in own.iter().enumerate() {
            table.rows.push(vec![
                Cell::mark(at + 1),
                Cell::mark(&case.code),
                Cell::words(facts.area(&case.area)),
                Cell::words(say::words(&case.text)),
                Cell::words(facts.category(&case.category)),
            ]);
        }
        annex.table(table);
        sections.push(annex);
    }
    Ok(sections)
}
