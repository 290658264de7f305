//! Biên bản khảo sát thực tế: what was found at each place of a site round, what the head of the neighbourhood says, how many
//! photos there are. No line of place and date; who led the round signs it.

use super::frame::{self, Frame};
use crate::{
    domain::{keyword::Keyword as _, site::Condition},
    reports::{
        ReportError, Result,
        facts::{ReportFacts, Round, Visited},
        figures,
        page::{Cell, Line, Section, Sheet, Table},
        say,
    },
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Result<Vec<Section>> {
    let missing = || ReportError::Missing("no site round was made yet".to_owned());
    let round = facts.round.as_ref().ok_or_else(missing)?;
    let mut main = frame.begin();
    main.line(Line::text(frame.say("decided", &[])));
    main.line(Line::text(format!("Thời gian: {}", time(facts, round))));
    main.line(Line::text(format!("Địa bàn: {}", facts.area(&round.area))));
    main.line(Line::text(frame.say("attended", &[("by", &round.by)])));
    main.line(Line::text(frame.say("neighbourhood", &[])));
    main.line(Line::text(frame.say("content", &[])).with_next());
    main.line(Line::text(found(round)));
    main.line(Line::text(
        "Hiện trạng từng kiến nghị ghi tại Phụ lục kèm theo Biên bản này.",
    ));
    main.line(Line::text(frame.say("concluded", &[])));
    main.line(frame::last(&frame.say("last", &[])));
    frame.end_of_minutes(
        &mut main,
        (&frame.say("clerk", &[]), &frame.say("head", &[])),
    );
    let mut annex = frame.annex("", &frame.say("annex", &[]), Sheet::Landscape);
    annex.table(table(facts, round));
    Ok(vec![main, annex])
}

fn time(facts: &ReportFacts, round: &Round) -> String {
    let at = |moment: jiff::Timestamp| {
        moment
            .to_zoned_datetime(facts.council.timezone.clone())
            .datetime()
    };
    let begun = at(round.begun_at);
    let from = format!("{}, {}", say::hour(begun), say::long_day(begun.date()));
    match round.ended_at.map(at) {
        Some(ended) if ended.date() == begun.date() => {
            format!(
                "từ {} đến {}, {}",
                say::hour(begun),
                say::hour(ended),
                say::long_day(begun.date())
            )
        }
        Some(ended) => format!(
            "từ {from} đến {}, {}",
            say::hour(ended),
            say::long_day(ended.date())
        ),
        None => format!("từ {from}, chưa kết thúc"),
    }
}

fn found(round: &Round) -> String {
    let all = round.visits.len();
    let parts: Vec<String> = Condition::ALL
        .iter()
        .map(|condition| {
            let is_so =
                |found: Option<Condition>| found.unwrap_or(Condition::Skipped) == *condition;
            let many = round.visits.iter().filter(|visit| is_so(visit.found));
            format!(
                "{} {}",
                figures::condition_title(*condition).to_lowercase(),
                many.count()
            )
        })
        .collect();
    format!("Khảo sát {all} kiến nghị: {}.", parts.join(", "))
}

fn table(facts: &ReportFacts, round: &Round) -> Table {
    let mut table = Table::new(&[
        (10, "TT"),
        (24, "Số kiến nghị"),
        (34, "Khu dân cư"),
        (66, "Nội dung kiến nghị"),
        (38, "Cơ quan giải quyết"),
        (24, "Hiện trạng"),
        (42, "Ý kiến Tổ trưởng TDP, trưởng thôn"),
        (14, "Số ảnh"),
    ]);
    table.points = 11;
    let seen = |visit: &&Visited| visit.found.is_some_and(|found| found != Condition::Skipped);
    for (at, visit) in round.visits.iter().filter(seen).enumerate() {
        let said = visit.words.as_deref().map_or_else(String::new, say::words);
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::mark(&visit.code),
            Cell::words(facts.area(&visit.area)),
            Cell::words(say::words(&visit.text)),
            Cell::words(facts.body(&visit.body)),
            Cell::words(figures::condition_title(
                visit.found.unwrap_or(Condition::Skipped),
            )),
            Cell::words(said),
            Cell::mark(visit.photos),
        ]);
    }
    if table.rows.is_empty() {
        table.rows.push(vec![
            Cell::mark("Không có kiến nghị nào được khảo sát.").over(8),
        ]);
    }
    table
}
