//! The list of speakers, for those who lead a meeting.

use super::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{button::Button, outgoing::Keyboard},
    domain::{
        ids::MeetingCode,
        meeting::speakers::{Speaker, Turn},
        text,
    },
};

/// Lines that are shown; more would not fit into one message with their topics.
const SHOWN: usize = 25;
/// So much of a topic, in UTF-16 units.
const MAX_TOPIC: usize = 90;

/// The list, with the next one to be called.
#[must_use]
pub fn list(words: Words<'_>, meeting: &MeetingCode, speakers: &[Speaker]) -> Message {
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
        let topic = speaker.topic.as_deref().unwrap_or_default();
        say!(
            words,
            "speakers-line",
            mark = mark,
            name = speaker.name,
            topic = text::truncate_utf16(topic, MAX_TOPIC)
        )
    }));
    let mut rows = Vec::new();
    if let Some(next) = waiting.first() {
        lines.push(say!(words, "speakers-next", name = next.name));
        rows.push(vec![
            button(
                label!(words, "button-has-spoken"),
                &Button::SpeakerCalled(next.id, Turn::Spoken),
            ),
            button(
                label!(words, "button-skip-speaker"),
                &Button::SpeakerCalled(next.id, Turn::Skipped),
            ),
        ]);
    }
    rows.push(vec![
        button(
            label!(words, "button-add-speaker"),
            &Button::AddSpeaker(meeting.clone()),
        ),
        button(
            label!(words, "button-guest-list"),
            &Button::GuestPage(meeting.clone(), 0),
        ),
    ]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}
