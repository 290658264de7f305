//! What is said about photos, voice, files and places.

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, QuestionButton},
        outgoing::Keyboard,
    },
    domain::{
        attachment::{Media, Unfit},
        ids::DraftId,
    },
};

/// "📎 2 ảnh, 1 tệp".
#[must_use]
pub(crate) fn received(words: Words<'_>, all: &[Media]) -> Html {
    say!(words, "media-received", list = list(words, all))
}

/// What there is, counted by kind, in a fixed order.
pub(crate) fn list(words: Words<'_>, all: &[Media]) -> String {
    let count = |fits: fn(&Media) -> bool| all.iter().filter(|media| fits(media)).count();
    let photos = count(|media| matches!(media, Media::Photo { .. }));
    let videos = count(|media| {
        matches!(
            media,
            Media::Video { .. } | Media::VideoNote { .. } | Media::Animation { .. }
        )
    });
    let sounds = count(|media| matches!(media, Media::Voice { .. } | Media::Audio { .. }));
    let documents = count(|media| matches!(media, Media::Document { .. }));
    let places = count(|media| matches!(media, Media::Place { .. }));
    [
        (photos, label!(words, "media-photos", count = photos)),
        (videos, label!(words, "media-films", count = videos)),
        (sounds, label!(words, "media-sounds", count = sounds)),
        (documents, label!(words, "media-files", count = documents)),
        (places, label!(words, "media-places", count = places)),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, name)| name)
    .collect::<Vec<_>>()
    .join(", ")
}

/// Something came without words: what is it about?
#[must_use]
pub(crate) fn needs_words(words: Words<'_>, draft: DraftId, all: &[Media]) -> Message {
    let is_voice = !all.is_empty() && all.iter().all(|media| matches!(media, Media::Voice { .. }));
    let mut rows = vec![
        vec![button(
            if is_voice {
                label!(words, "button-skip-words-voice")
            } else {
                label!(words, "button-skip-words")
            },
            &Button::Question(QuestionButton::WithoutWords(draft)),
        )],
        vec![button(
            label!(words, "button-cancel"),
            &Button::Question(QuestionButton::Discard(draft)),
        )],
    ];
    if is_voice {
        let send = button(
            label!(words, "button-send-voice"),
            &Button::Question(QuestionButton::SendAsIs(draft)),
        );
        rows.insert(0, vec![send]);
    }
    Message::with(
        Html::paragraphs([received(words, all), say!(words, "media-needs-words")]),
        Keyboard::Inline(rows),
    )
}

/// Why something cannot go with a question.
#[must_use]
pub(crate) fn unfit(words: Words<'_>, unfit: &Unfit) -> Message {
    /// One megabyte, in bytes.
    const MEGABYTE: u64 = 1024 * 1024;
    Message::plain(match *unfit {
        Unfit::TooLarge { size, limit } => {
            let (size, limit) = (size.div_ceil(MEGABYTE), limit / MEGABYTE);
            say!(words, "media-too-large", size = size, limit = limit)
        }
        Unfit::TooLong { limit } => {
            let minutes = limit / 60;
            say!(words, "media-too-long", limit = minutes)
        }
        Unfit::Risky { ref ending } => {
            let ending = crate::domain::text::truncate_utf16(ending, 20);
            say!(words, "media-risky", ending = ending)
        }
    })
}
