//! Kế hoạch tiếp xúc cử tri, with the timetable as its annex.

use super::frame::{self, Frame};
use crate::reports::{
    facts::ReportFacts,
    page::{Cell, Line, Section, Sheet, Table},
    say,
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let mut main = frame.begin();
    main.line(Line::text(frame.say("opening", &[])));
    main.line(frame::part(1, &frame.say("purpose", &[])));
    for (number, name) in ["purpose_1", "purpose_2"].into_iter().enumerate() {
        main.line(Line::text(format!(
            "{}. {}",
            number + 1,
            frame.say(name, &[])
        )));
    }
    main.line(frame::part(2, &frame.say("content", &[])));
    for (number, name) in ["content_1", "content_2", "content_3", "content_4"]
        .into_iter()
        .enumerate()
    {
        main.line(Line::text(format!(
            "{}. {}",
            number + 1,
            frame.say(name, &[])
        )));
    }
    let held: Vec<_> = facts
        .meetings
        .iter()
        .filter(|held| !held.is_cancelled)
        .collect();
    let day = |at: Option<&&super::super::facts::Held>| {
        at.map_or_else(
            || "…".to_owned(),
            |held| say::short_day(facts.begins(&held.meeting).date()),
        )
    };
    let (many, from, to) = (say::two(held.len()), day(held.first()), day(held.last()));
    let time = frame.say("time", &[("meetings", &many), ("from", &from), ("to", &to)]);
    main.line(Line::text(format!("5. {time}")));
    main.line(frame::part(3, &frame.say("work", &[])));
    for (number, name) in ["work_1", "work_2", "work_3", "work_4", "work_5"]
        .into_iter()
        .enumerate()
    {
        main.line(Line::text(format!(
            "{}. {}",
            number + 1,
            frame.say(name, &[])
        )));
    }
    main.line(frame::last(&frame.say("close", &[])));
    frame.end(&mut main);
    let mut annex = frame.annex("", "Lịch tiếp xúc cử tri", Sheet::Landscape);
    annex.table(timetable(facts, 252));
    vec![main, annex]
}

/// Who meets whom, when and where.
pub(super) fn timetable(facts: &ReportFacts, room: u32) -> Table {
    let part = |share: u32| room * share / 100;
    let mut table = Table::new(&[
        (part(5), "TT"),
        (part(19), "Tổ đại biểu"),
        (part(22), "Địa phương"),
        (part(20), "Giờ, ngày tiếp"),
        (part(34), "Địa chỉ"),
    ]);
    let held = facts.meetings.iter().filter(|held| !held.is_cancelled);
    for (at, held) in held.enumerate() {
        let begins = facts.begins(&held.meeting);
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::words(facts.hosts(&held.meeting)),
            Cell::words(facts.areas(&held.meeting)),
            Cell::words(format!(
                "{}\n{}",
                say::hour(begins),
                say::short_day(begins.date())
            )),
            Cell::words(facts.venue(&held.meeting)),
        ]);
    }
    if table.rows.is_empty() {
        table
            .rows
            .push(vec![Cell::mark("Chưa có hội nghị nào trong lịch.").over(5)]);
    }
    table
}
