//! Phiếu ghi ý kiến cử tri: two on a sheet, to be cut, handed out at the meeting and collected. No number, no signature: it is
//! a form, so it ends without the end of a text.

use super::{frame::Frame, meeting, notice};
use crate::{
    domain::{code::OpinionSlip, meeting::Meeting},
    reports::{
        Result,
        facts::ReportFacts,
        page::{Block, Line, Section, Sheet},
        say,
    },
};

/// Lines to write on.
const LINES: usize = 5;

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Result<Vec<Section>> {
    let held = meeting(facts)?;
    let Some(count) = facts.wish.slips else {
        let mut page = Section::new(Sheet::Portrait);
        for half in 0..2 {
            write(facts, frame, (&held.meeting, None), (&mut page, half));
        }
        return Ok(vec![page]);
    };
    let mut pages: Vec<Section> = Vec::new();
    for number in 1..=count {
        let half = (number - 1) % 2;
        if half == 0 {
            pages.push(Section::new(Sheet::Portrait));
        }
        let slip = OpinionSlip {
            meeting: held.meeting.code.clone(),
            number,
        };
        if let Some(page) = pages.last_mut() {
            write(facts, frame, (&held.meeting, Some(slip)), (page, half));
        }
    }
    Ok(pages)
}

/// One slip: the upper or the lower half of a page.
fn write(
    facts: &ReportFacts,
    frame: &Frame<'_>,
    (meeting, slip): (&Meeting, Option<OpinionSlip>),
    (page, half): (&mut Section, u16),
) {
    let begins = facts.begins(meeting);
    if half > 0 {
        page.line(Line::centred("").points(6));
        page.blocks.push(Block::Rule(165));
    }
    page.line(
        Line::centred(facts.council.name.vi.to_uppercase())
            .bold()
            .points(12),
    );
    // On one line with the title: a sheet holds two slips and no line more.
    let title = slip.map_or_else(
        || "PHIẾU GHI Ý KIẾN CỬ TRI".to_owned(),
        |slip| format!("PHIẾU GHI Ý KIẾN CỬ TRI SỐ {slip}"),
    );
    page.line(Line::centred(title).bold());
    page.line(Line::centred(frame.subject()).bold().points(13));
    let (hour, day) = (say::hour(begins), say::long_day(begins.date()));
    let venue = facts.venue(meeting);
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
            page,
            (&format!("https://t.me/{bot}?start=m_{}", meeting.code), 20),
        );
    }
}
