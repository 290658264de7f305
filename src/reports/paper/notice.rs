//! Thông báo lịch tiếp xúc cử tri: on paper with a code to scan, and as a text for the loudspeaker.

use fast_qr::{ECL, QRBuilder};

use super::{
    frame::{self, Frame},
    plan,
};
use crate::reports::{
    Result,
    facts::ReportFacts,
    page::{Block, Line, Section},
    say,
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let mut main = frame.begin();
    main.line(Line::text(frame.say("opening", &[])));
    main.line(frame::part(1, &frame.say("place", &[])));
    main.line(Line::centred("").points(6));
    main.table(plan::timetable(facts, main.width()));
    main.line(frame::part(2, &frame.say("content", &[])));
    for name in ["content_1", "content_2", "content_3"] {
        main.line(Line::text(format!("- {}", frame.say(name, &[]))));
    }
    let office = facts.council.contact.office.as_ref();
    let office = office.map_or_else(
        || "Văn phòng HĐND.".to_owned(),
        |office| say::one_line(&office.vi),
    );
    main.line(Line::text(frame.say("register", &[("office", &office)])));
    let one = facts.meetings.iter().find(|held| !held.is_cancelled);
    if let (Some(bot), Some(held)) = (&facts.bot, one) {
        let payload = if facts.meetings.len() == 1 {
            // The notice says that the code registers.
            format!("r_{}", held.meeting.code)
        } else {
            held.meeting
                .areas
                .first()
                .map_or_else(String::new, |area| format!("a_{area}"))
        };
        code(&mut main, &format!("https://t.me/{bot}?start={payload}"));
    }
    main.line(frame::last(&frame.say("close", &[])));
    frame.end(&mut main);
    vec![main]
}

/// A code to scan.
pub(super) fn code(section: &mut Section, link: &str) {
    let Ok(code) = QRBuilder::new(link).ecl(ECL::M).build() else {
        return;
    };
    section.line(Line::centred("").points(6));
    let modules = code.data[..code.size * code.size]
        .iter()
        .map(|module| u8::from(module.value()))
        .collect();
    section.blocks.push(Block::Code(modules));
}

/// The same to be read aloud: whole sentences, no signs.
#[expect(
    clippy::unnecessary_wraps,
    reason = "one of the papers: the others may fail"
)]
pub(in crate::reports) fn spoken(facts: &ReportFacts) -> Result<Vec<u8>> {
    let frame = Frame::of(facts);
    let mut text = frame.say("spoken_opening", &[]) + "\n\n";
    for (at, held) in facts
        .meetings
        .iter()
        .filter(|held| !held.is_cancelled)
        .enumerate()
    {
        let begins = facts.begins(&held.meeting);
        let number = (at + 1).to_string();
        let extra = [
            ("number", number.as_str()),
            ("time", &say::hour(begins)),
            ("day", &say::long_day(begins.date())),
            ("venue", &facts.venue(&held.meeting)),
            ("areas", &facts.areas(&held.meeting)),
        ];
        text.push_str(&frame.say("spoken_meeting", &extra));
        text.push_str("\n\n");
    }
    text.push_str(&frame.say("spoken_close", &[]));
    text.push('\n');
    Ok(text.into_bytes())
}
