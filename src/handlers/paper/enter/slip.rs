//! A printed opinion slip that came back: its code and what stands on it, in one message.

use super::{screen, show};
use crate::{
    domain::{
        code::OpinionSlip,
        entry::{Entry, Step, typed},
        meeting::registration::Planned,
        question::Source,
    },
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
    },
    messages::{Message, entry_lines, say},
    store::{entries, meetings, opinion_slips},
};

/// What was typed behind the command: the code of a slip, right or wrong, and the rest.
#[derive(Clone, Copy)]
pub(super) struct Typed<'t> {
    code: &'t str,
    lines: &'t str,
}

/// Whether a slip is meant.
pub(super) fn of(typed: &str) -> Option<Typed<'_>> {
    let typed = typed.trim();
    let (code, lines) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    OpinionSlip::is_meant(code).then_some(Typed { code, lines })
}

/// The entry of a slip: of its meeting, at the first thing that is not known. A slip is entered once.
pub(super) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, typed: Typed<'_>) -> Outcome {
    let words = actor.words(cx);
    let refuse = |cx: &mut Cx<'_, '_>, html| Ok(cx.reply(actor.chat, Message::plain(html))?);
    let Some(slip) = OpinionSlip::parse(typed.code) else {
        return refuse(cx, say!(words, "enter-slip-wrong", slip = typed.code));
    };
    let Some(Planned { meeting, .. }) = meetings::find(cx.tx, &slip.meeting)? else {
        let html = say!(words, "enter-slip-no-meeting", slip = slip.to_string());
        return refuse(cx, html);
    };
    let slip = OpinionSlip {
        meeting: meeting.code.clone(),
        ..slip
    };
    if let Some(code) = opinion_slips::entered_as(cx.tx, &slip)? {
        let html = say!(
            words,
            "enter-slip-used",
            slip = slip.to_string(),
            code = code
        );
        return refuse(cx, html);
    }
    let only_area = meeting.areas.first().filter(|_| meeting.areas.len() == 1);
    let blank = Entry {
        step: Step::Text,
        source: Some(Source::Meeting),
        meeting: Some(meeting.code.clone()),
        slip: Some(slip),
        ..entries::begin(cx.tx, actor.user, actor.chat, cx.now)?
    };
    let filled = match typed::fill_from_slip(blank.clone(), typed.lines, cx.council) {
        Ok(filled) => filled,
        Err(unfit) => {
            let html = entry_lines::unfit(words, unfit);
            cx.reply(actor.chat, Message::plain(html))?;
            blank
        }
    };
    let entry = Entry {
        area: filled.area.clone().or_else(|| only_area.cloned()),
        ..filled
    };
    let entry = screen::with_category(cx, entry.at_what_lacks());
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, actor, &entry, None)
}
