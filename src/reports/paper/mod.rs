//! What stands in each paper. [`docx`] is the way in; a file a kind, and [`frame`] for what all of them have: the national
//! title, the number that is left blank, who gets it, who signs.

mod annex;
mod answers;
mod frame;
mod late;
mod letters;
mod minutes;
mod notice;
mod plan;
mod results;
mod slips;
mod summary;
mod supervision;
mod survey;

pub(super) use notice::spoken;

use super::{ReportError, Result, facts::ReportFacts, page};
use crate::domain::report::ReportKind;

use self::frame::Frame;

/// The paper as DOCX.
pub(super) fn docx(facts: &ReportFacts) -> Result<Vec<u8>> {
    let kind = facts.wish.kind;
    let frame = Frame::of(facts);
    let sections = match kind {
        ReportKind::Summary => summary::sections(facts, &frame),
        ReportKind::Minutes => minutes::sections(facts, &frame)?,
        ReportKind::Plan => plan::sections(facts, &frame),
        ReportKind::Notice => notice::sections(facts, &frame),
        ReportKind::Invitation => letters::invitation::sections(facts, &frame)?,
        ReportKind::Transfer => letters::transfer::sections(facts, &frame),
        ReportKind::Chase => letters::chase::sections(facts, &frame),
        ReportKind::Answers => answers::sections(facts, &frame),
        ReportKind::Results => results::sections(facts, &frame),
        ReportKind::Supervision => supervision::sections(facts, &frame),
        ReportKind::Late => late::sections(facts, &frame),
        ReportKind::Slips => slips::sections(facts, &frame)?,
        ReportKind::Survey => survey::sections(facts, &frame)?,
        ReportKind::Register | ReportKind::Chart => {
            return Err(ReportError::NotInThisForm {
                kind,
                form: facts.wish.form,
            });
        }
    };
    page::docx(&sections, &frame.title_of_file())
}

/// The meeting that the paper is about.
fn meeting(facts: &ReportFacts) -> Result<&super::facts::Held> {
    let code = facts.wish.meeting.as_ref();
    let found = facts
        .meetings
        .iter()
        .find(|held| Some(&held.meeting.code) == code);
    found.ok_or_else(|| ReportError::Missing("which meeting: --meeting CODE".to_owned()))
}
