//! What a resident reads about meetings.

use super::{Html, Message, Words, label, say};
use crate::domain::{
    ids::AreaCode,
    meeting::{Meeting, MeetingKind, MeetingPhase},
};

/// More would not fit into one message.
const SHOWN: usize = 10;

/// The coming meetings, those of the resident's area first.
#[must_use]
pub fn coming(words: Words<'_>, meetings: &[&Meeting], mine: Option<&AreaCode>) -> Message {
    if meetings.is_empty() {
        return Message::plain(say!(words, "meetings-none"));
    }
    let mut blocks = vec![say!(words, "meetings-title")];
    blocks.extend(meetings.iter().take(SHOWN).map(|meeting| {
        let is_mine = mine.is_some_and(|area| is_for(words, meeting, area));
        describe(words, meeting, is_mine)
    }));
    Message::plain(Html::paragraphs(blocks))
}

/// One meeting.
#[must_use]
pub fn one(words: Words<'_>, meeting: &Meeting) -> Message {
    Message::plain(describe(words, meeting, false))
}

/// Whether the meeting is held for this area.
#[must_use]
pub fn is_for(words: Words<'_>, meeting: &Meeting, area: &AreaCode) -> bool {
    let council = words.council();
    let lies_in = |inner: &AreaCode, outer: &AreaCode| {
        inner == outer
            || council
                .ancestors(inner)
                .iter()
                .any(|ancestor| ancestor.code == *outer)
    };
    meeting
        .areas
        .iter()
        .any(|of| lies_in(area, of) || lies_in(of, area))
}

fn describe(words: Words<'_>, meeting: &Meeting, is_mine: bool) -> Html {
    let kind = match meeting.kind {
        MeetingKind::Constituency => "constituency",
        MeetingKind::Residence => "residence",
        MeetingKind::Workplace => "workplace",
        MeetingKind::Theme => "theme",
        MeetingKind::Audience => "audience",
        MeetingKind::Online => "online",
        MeetingKind::Outside => "outside",
    };
    let phase = match meeting.phase {
        MeetingPhase::Before => "before",
        MeetingPhase::After => "after",
    };
    let session = meeting
        .session
        .as_ref()
        .and_then(|code| words.council().session(code))
        .map_or_else(
            || label!(words, "meeting-no-session"),
            |session| session.name.in_language(words.language()).to_owned(),
        );
    let places = [meeting.venue.as_ref(), meeting.address.as_ref()];
    let venue: Vec<&str> = places
        .into_iter()
        .flatten()
        .map(|place| place.in_language(words.language()))
        .collect();
    let is_everywhere = words
        .council()
        .top_areas()
        .all(|area| meeting.areas.contains(&area.code));
    let areas = if is_everywhere {
        label!(words, "meeting-everywhere")
    } else {
        let names: Vec<String> = meeting.areas.iter().map(|area| words.area(area)).collect();
        names.join(", ")
    };
    let mut place = vec![Html::text(&areas)];
    if !venue.is_empty() {
        place.push(Html::text(&venue.join(", ")));
    }
    let mut lines = vec![say!(
        words,
        "meeting-line",
        time = words.appointment(meeting.starts_at),
        kind = say!(words, "meeting-kind", kind = kind),
        phase = say!(words, "meeting-phase", phase = phase),
        session = session,
        place = Html::lines(place),
        code = meeting.code.as_str(),
    )];
    if let Some(theme) = &meeting.theme {
        lines.push(say!(
            words,
            "meeting-theme",
            theme = theme.in_language(words.language())
        ));
    }
    if let Some(url) = &meeting.online_url {
        lines.push(say!(words, "meeting-online", url = url));
    }
    if is_mine {
        lines.insert(0, say!(words, "meeting-mine-mark"));
    }
    Html::lines(lines)
}
