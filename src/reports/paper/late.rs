//! Bản thống kê thời gian nhận báo cáo tổng hợp: which delegation wrote down the outcome of its last meeting when.

use super::frame::{self, Frame};
use crate::domain::report::clock::ClockKey;
use crate::reports::{
    facts::ReportFacts,
    page::{Cell, Line, Section, Table},
    say,
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let mut main = frame.begin();
    main.line(Line::text(frame.say("opening", &[])));
    main.line(Line::centred("").points(6));
    let mut table = Table::new(&[
        (12, "STT"),
        (57, "Đơn vị/Tổ"),
        (30, "Hội nghị cuối cùng"),
        (30, "Ngày nhận"),
        (36, "Đánh giá"),
    ]);
    let (mut on_time, mut late, mut missing) = (0, 0, 0);
    let is_wanted = |code| facts.wish.body.as_ref().is_none_or(|body| body == code);
    for (at, body) in facts
        .delegations()
        .filter(|body| is_wanted(&body.code))
        .enumerate()
    {
        let own = facts
            .meetings
            .iter()
            .filter(|held| !held.is_cancelled && held.meeting.bodies.contains(&body.code));
        let last = own.max_by_key(|held| held.meeting.starts_at);
        let held_on = last.map(|held| facts.begins(&held.meeting).date());
        let written_on = last
            .and_then(|held| held.written_at)
            .map(|at| facts.council.local_date(at));
        let until = held_on.and_then(|day| {
            let limit = facts.council.limit(ClockKey::SummarySent, day)?;
            Some(limit.after(&facts.council.calendar, day))
        });
        let standing = match (held_on, until, written_on) {
            (None, ..) => "chưa có hội nghị",
            (_, Some(until), Some(day)) if until < day => {
                late += 1;
                "chậm"
            }
            (_, _, Some(_)) => {
                on_time += 1;
                "đúng hạn"
            }
            (_, Some(until), None) if until < facts.today => {
                missing += 1;
                "chưa gửi, quá hạn"
            }
            (_, Some(_), None) => {
                missing += 1;
                "chưa gửi, còn hạn"
            }
            (_, None, None) => {
                missing += 1;
                "chưa gửi"
            }
        };
        let day = |day: Option<jiff::civil::Date>| {
            Cell::mark(day.map_or_else(String::new, say::short_day))
        };
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::words(&body.name.vi),
            day(held_on),
            day(written_on),
            Cell::mark(standing),
        ]);
    }
    let count = table.rows.len().to_string();
    main.table(table);
    let (on_time, late, missing) = (on_time.to_string(), late.to_string(), missing.to_string());
    let extra = [
        ("count", count.as_str()),
        ("on_time", &on_time),
        ("late", &late),
        ("missing", &missing),
    ];
    main.line(frame::last(&frame.say("close", &extra)));
    frame.end(&mut main);
    vec![main]
}
