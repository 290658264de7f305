//! Phiếu ghi ý kiến cử tri: two on a sheet, to be cut, handed out at the meeting and collected. No number, no signature: it is
//! a form, so it ends without the end of a text.

use super::{frame::Frame, meeting, notice};
use crate::reports::{
    Result,
    facts::ReportFacts,
    page::{Block, Line, Section, Sheet},
    say,
};

/// Lines to write on.
const LINES: usize = 5;

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Result<Vec<Section>> {
    let held = meeting(facts)?;
    let begins = facts.begins(&held.meeting);
    let mut page = Section::new(Sheet::Portrait);
    for half in 0..2 {
        if half > 0 {
            page.line(Line::centred("").points(6));
            page.blocks.push(Block::Rule(165));
        }
        page.line(
            Line::centred(facts.council.name.vi.to_uppercase())
                .bold()
                .points(12),
        );
        page.line(Line::centred("PHIẾU GHI Ý KIẾN CỬ TRI").bold());
        page.line(Line::centred(frame.subject()).bold().points(13));
        let (hour, day) = (say::hour(begins), say::long_day(begins.date()));
        let venue = facts.venue(&held.meeting);
        let place = frame.say(
            "place",
            &[("time", &hour), ("day", &day), ("venue", &venue)],
        );
        page.line(Line::centred(place).italic().points(12));
        for name in ["name", "area", "phone"] {
            page.line(
                Line::left(frame.say(name, &[]) + " ………………………………………………")
                    .points(12)
                    .above(4),
            );
        }
        page.line(Line::left(frame.say("content", &[])).points(12).above(6));
        for _ in 0..LINES {
            page.line(
                Line::left("……………………………………………………………………………………………………")
                    .points(12)
                    .above(4),
            );
        }
        page.line(
            Line::left(frame.say("collect", &[]))
                .italic()
                .points(11)
                .above(4),
        );
        if let Some(bot) = &facts.bot {
            page.line(Line::centred(frame.say("qr", &[])).points(11));
            notice::code(
                &mut page,
                (
                    &format!("https://t.me/{bot}?start=m_{}", held.meeting.code),
                    20,
                ),
            );
        }
    }
    Ok(vec![page])
}
