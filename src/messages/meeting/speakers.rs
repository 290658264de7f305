//! The list of speakers, for those who lead a meeting.

use crate::messages::{Html, Message, Naming, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, OrganiseButton, ProxyButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        code::QuestionCode,
        ids::{MeetingCode, SpeakerId},
        meeting::speakers::{Floor, Speaker, Turn},
        text,
    },
};

/// Lines that are shown; more would not fit into one message with their topics.
const SHOWN: usize = 25;
/// Speakers without a recorded opinion who get a button: those who spoke last.
const OPINIONS_OFFERED: usize = 5;
/// So much of a name fits on a button, in UTF-16 units.
const MAX_BUTTON_NAME: usize = 30;
/// So much of a topic, in UTF-16 units.
const MAX_TOPIC: usize = 90;

/// The list, with the next one to be called; in a group with initials and without what only a name goes with.
#[must_use]
pub(crate) fn list(
    words: Words<'_>,
    meeting: &MeetingCode,
    speakers: &[Speaker],
    recorded: &[(SpeakerId, QuestionCode)],
    naming: Naming,
) -> Message {
    let spoken = speakers
        .iter()
        .filter(|one| one.turn == Turn::Spoken)
        .count();
    let waiting: Vec<&Speaker> = speakers
        .iter()
        .filter(|one| one.turn == Turn::Waiting)
        .collect();
    let mut lines = vec![say!(
        words,
        "speakers-head",
        code = meeting.as_str(),
        spoken = spoken,
        waiting = waiting.len()
    )];
    // Those to come matter; of those who have spoken, the last few.
    let past = speakers.len() - waiting.len();
    let skip = past.saturating_sub(SHOWN / 3);
    lines.extend(speakers.iter().skip(skip).take(SHOWN).map(|speaker| {
        let mark = match speaker.turn {
            Turn::Waiting => "▫️",
            Turn::Spoken => "✅",
            Turn::Skipped => "⏭",
        };
        let topic = naming.words(speaker.topic.as_deref().unwrap_or_default());
        let line = say!(
            words,
            "speakers-line",
            mark = mark,
            name = naming.name(&speaker.name),
            topic = text::truncate_utf16(&topic, MAX_TOPIC)
        );
        let codes = recorded.iter().filter(|(of, _)| *of == speaker.id);
        let codes: Vec<String> = codes.map(|(_, code)| format!("→ {code}")).collect();
        if codes.is_empty() {
            line
        } else {
            Html::lines([line, Html::text(&codes.join(" "))])
        }
    }));
    let mut rows = Vec::new();
    if let Some(next) = waiting.first() {
        let (line, more) = floor(words, next, naming);
        lines.push(line);
        rows.extend(more);
    }
    // What somebody said is written down under their name: in private.
    let spoke_last = speakers.iter().rev().filter(|one| {
        naming == Naming::InFull
            && one.turn == Turn::Spoken
            && recorded.iter().all(|(of, _)| *of != one.id)
    });
    rows.extend(spoke_last.take(OPINIONS_OFFERED).map(|one| {
        let name = text::truncate_utf16(&one.name, MAX_BUTTON_NAME);
        vec![button(
            label!(words, "button-record-opinion", name = name),
            &Button::Proxy(ProxyButton::RecordOpinion(one.id)),
        )]
    }));
    rows.push(vec![button(
        label!(words, "button-live-desk"),
        &Button::Organise(OrganiseButton::LiveDesk(meeting.clone())),
    )]);
    rows.push(vec![
        button(
            label!(words, "button-add-speaker"),
            &Button::Organise(OrganiseButton::AddSpeaker(meeting.clone())),
        ),
        button(
            label!(words, "button-guest-list"),
            &Button::Organise(OrganiseButton::GuestPage(meeting.clone(), 0)),
        ),
    ]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// Whoever comes next, or has the floor and until when, and what can be done about them.
fn floor(words: Words<'_>, next: &Speaker, naming: Naming) -> (Html, Vec<Vec<InlineButton>>) {
    let name = naming.name(&next.name);
    let minutes = words.council().rules.speaking_minutes;
    let mut rows = Vec::new();
    let has_it = Floor::of(std::slice::from_ref(next), minutes);
    let line = if let (Some(began), Some(floor)) = (next.began_at, has_it) {
        say!(
            words,
            "speakers-floor",
            name = name,
            from = words.clock(began),
            until = words.clock(floor.until),
            minutes = minutes
        )
    } else {
        rows.push(vec![button(
            label!(words, "button-speaker-begins"),
            &Button::Organise(OrganiseButton::SpeakerBegins(next.id)),
        )]);
        say!(words, "speakers-next", name = name)
    };
    rows.push(vec![
        button(
            label!(words, "button-has-spoken"),
            &Button::Organise(OrganiseButton::SpeakerCalled(next.id, Turn::Spoken)),
        ),
        button(
            label!(words, "button-skip-speaker"),
            &Button::Organise(OrganiseButton::SpeakerCalled(next.id, Turn::Skipped)),
        ),
    ]);
    (line, rows)
}
