//! Bản tập hợp trả lời kiến nghị cử tri: the booklet that delegates take to the next meeting. By body, then by question.

use super::frame::{self, Frame};
use crate::reports::{
    facts::{Case, ReportFacts, Told},
    page::{Align, Line, Section},
    say,
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let petitions = facts.petitions();
    let answered: Vec<(&Case, &Told)> = petitions
        .iter()
        .filter(|case| case.state == "answered")
        .filter_map(|case| Some((*case, case.answer.as_ref()?)))
        .collect();
    let mut main = frame.begin();
    let count = say::two(answered.len());
    main.line(Line::text(frame.say("opening", &[("count", &count)])));
    if answered.is_empty() {
        main.line(Line::text(frame.say("nothing", &[])));
    }
    let bodies = facts.bodies_of(answered.iter().map(|(case, _)| *case));
    let mut number = 0;
    for (part, body) in bodies.iter().enumerate() {
        main.line(
            Line::centred(format!(
                "Phần {}. {}",
                say::roman(part + 1),
                facts.body(body)
            ))
            .bold()
            .above(14)
            .with_next(),
        );
        for (case, told) in answered.iter().filter(|(case, _)| case.body == *body) {
            number += 1;
            question(facts, frame, (number, case), &mut main);
            answer(frame, told, &mut main);
        }
    }
    main.line(frame::last(&frame.say("close", &[])));
    frame.end(&mut main);
    vec![main]
}

fn question(
    facts: &ReportFacts,
    frame: &Frame<'_>,
    (number, case): (usize, &Case),
    main: &mut Section,
) {
    let area = facts.area(&case.area);
    let asked = format!("{number}. {} ", frame.say("asked", &[("area", &area)]));
    let mut line = Line::text(asked).bold().italic().above(10).with_next();
    line = line.and(format!("{} ({})", say::one_line(&case.text), case.code));
    if let Some(words) = line.runs.last_mut() {
        words.italic = true;
    }
    main.line(line);
}

fn answer(frame: &Frame<'_>, told: &Told, main: &mut Section) {
    let mut lead = frame.say("answered", &[]);
    if let Some(number) = &told.document_number {
        let day = told
            .document_on
            .map_or_else(|| "…".to_owned(), say::short_day);
        lead.push(' ');
        lead.push_str(&frame.say("document", &[("number", number), ("day", &day)]));
    }
    let text = say::words(&told.text);
    for (at, piece) in text.lines().enumerate() {
        let line = if at == 0 {
            frame::labelled(&lead, piece)
        } else {
            Line::text(piece)
        };
        main.line(Line {
            align: Align::Both,
            ..line
        });
    }
}
