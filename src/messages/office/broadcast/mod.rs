//! What clerks read while they write an announcement, approve it and watch it being sent; and what its recipients read.

mod sending;

pub(crate) use self::sending::{ask_stop, for_recipient, progress, report};

use crate::messages::{
    Html, Message, Words,
    keyboard::{area_rows, button},
    label, say,
};
use crate::{
    chat::{
        button::{BroadcastButton, Button},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        attachment::Media,
        broadcast::{Audience, Broadcast, Subject},
        ids::{AreaCode, MeetingCode},
        keyword::Keyword,
        text,
    },
};
use jiff::Timestamp;

/// So much of the text is shown where it is worked on.
const SHOWN_TEXT: usize = 1_500;

fn press(words: impl Into<String>, means: BroadcastButton) -> InlineButton {
    button(words, &Button::Broadcast(means))
}

/// It, while it is written: to whom, how many, what.
#[must_use]
pub(crate) fn draft(words: Words<'_>, broadcast: &Broadcast, count: u32) -> Message {
    let id = broadcast.id;
    let mut blocks = vec![say!(words, "broadcast-draft-title")];
    blocks.push(facts(words, broadcast, count));
    if broadcast.says_something() {
        blocks.push(quoted(broadcast));
    } else {
        blocks.push(say!(words, "broadcast-no-text"));
    }
    let mut rows = vec![
        vec![
            press(
                label!(words, "button-broadcast-audience"),
                BroadcastButton::Audiences(id),
            ),
            press(
                label!(words, "button-broadcast-text"),
                BroadcastButton::Text(id),
            ),
        ],
        Subject::ALL
            .iter()
            .map(|subject| {
                let mark = if *subject == broadcast.subject {
                    "● "
                } else {
                    "○ "
                };
                press(
                    format!("{mark}{}", subject_name(words, *subject)),
                    BroadcastButton::About(id, *subject),
                )
            })
            .collect(),
    ];
    let link = if broadcast.link.is_some() {
        press(
            label!(words, "button-broadcast-no-link"),
            BroadcastButton::NoLink(id),
        )
    } else {
        press(
            label!(words, "button-broadcast-link"),
            BroadcastButton::Link(id),
        )
    };
    let urgent = if broadcast.urgent_because.is_some() {
        press(
            label!(words, "button-broadcast-not-urgent"),
            BroadcastButton::NotUrgent(id),
        )
    } else {
        press(
            label!(words, "button-broadcast-urgent"),
            BroadcastButton::Urgent(id),
        )
    };
    rows.push(vec![link, urgent]);
    if broadcast.media.is_some() {
        rows.push(vec![press(
            label!(words, "button-broadcast-no-file"),
            BroadcastButton::NoFile(id),
        )]);
    }
    if broadcast.says_something() {
        rows.push(vec![press(
            label!(words, "button-broadcast-test"),
            BroadcastButton::Test(id),
        )]);
        if count > 0 {
            rows.push(vec![
                press(
                    label!(words, "button-broadcast-submit"),
                    BroadcastButton::Submit(id),
                )
                .styled(ButtonStyle::Primary),
            ]);
        }
    }
    rows.push(vec![press(
        label!(words, "button-broadcast-drop"),
        BroadcastButton::Drop(id),
    )]);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

fn facts(words: Words<'_>, broadcast: &Broadcast, count: u32) -> Html {
    let mut lines = vec![
        say!(
            words,
            "broadcast-to",
            audience = audience_name(words, &broadcast.audience),
            count = count
        ),
        say!(
            words,
            "broadcast-about",
            subject = subject_name(words, broadcast.subject)
        ),
    ];
    if let Some(media) = &broadcast.media {
        lines.push(say!(
            words,
            "broadcast-file",
            what = file_name(words, media)
        ));
    }
    if let Some(link) = &broadcast.link {
        lines.push(say!(
            words,
            "broadcast-link",
            label = link.label,
            address = link.address
        ));
    }
    if let Some(why) = &broadcast.urgent_because {
        lines.push(say!(words, "broadcast-urgent", why = why));
    }
    Html::lines(lines)
}

fn quoted(broadcast: &Broadcast) -> Html {
    Html::quote(&text::truncate_utf16(&broadcast.text, SHOWN_TEXT))
}

fn file_name(words: Words<'_>, media: &Media) -> String {
    match media {
        Media::Document {
            name: Some(name), ..
        } => text::truncate_utf16(name, 60),
        Media::Photo { .. } => label!(words, "broadcast-photo"),
        _ => label!(words, "broadcast-some-file"),
    }
}

/// A subject in words.
#[must_use]
pub(crate) fn subject_name(words: Words<'_>, subject: Subject) -> String {
    match subject {
        Subject::Announcements => label!(words, "broadcast-subject-announcements"),
        Subject::Services => label!(words, "broadcast-subject-services"),
    }
}

fn audience_name(words: Words<'_>, audience: &Audience) -> String {
    match audience {
        Audience::Everybody => label!(words, "broadcast-everybody"),
        Audience::Areas(areas) if areas.is_empty() => label!(words, "broadcast-nobody-yet"),
        Audience::Areas(areas) => {
            let names: Vec<String> = areas.iter().map(|area| words.area(area)).collect();
            names.join(", ")
        }
        Audience::Meeting(meeting) => {
            label!(words, "broadcast-of-meeting", meeting = meeting.to_string())
        }
        Audience::Field(field) => {
            label!(words, "broadcast-of-field", field = words.category(field))
        }
        Audience::OpenQuestions => label!(words, "broadcast-open-questions"),
    }
}

/// Who could be told.
#[must_use]
pub(crate) fn audiences(words: Words<'_>, broadcast: &Broadcast) -> Message {
    let id = broadcast.id;
    let rows = [
        (
            label!(words, "button-broadcast-areas"),
            BroadcastButton::Areas(id, 0),
        ),
        (
            label!(words, "broadcast-everybody"),
            BroadcastButton::Everybody(id),
        ),
        (
            label!(words, "button-broadcast-meetings"),
            BroadcastButton::Meetings(id),
        ),
        (
            label!(words, "button-broadcast-fields"),
            BroadcastButton::Fields(id),
        ),
        (
            label!(words, "broadcast-open-questions"),
            BroadcastButton::OpenQuestions(id),
        ),
        (label!(words, "button-back"), BroadcastButton::Show(id)),
    ];
    let rows = rows.map(|(label, means)| vec![press(label, means)]);
    Message::with(
        say!(words, "broadcast-audiences"),
        Keyboard::Inline(rows.to_vec()),
    )
}

/// The areas to choose from: a tap takes one in, another leaves it out.
#[must_use]
pub(crate) fn areas(
    words: Words<'_>,
    broadcast: &Broadcast,
    areas: &[&Area],
    page: u16,
) -> Message {
    let id = broadcast.id;
    let chosen: &[AreaCode] = match &broadcast.audience {
        Audience::Areas(chosen) => chosen,
        _ => &[],
    };
    let mut rows = area_rows(
        words,
        areas,
        usize::from(page),
        &|area| Button::Broadcast(BroadcastButton::Area(id, area.clone(), page)),
        &|page| Button::Broadcast(BroadcastButton::Areas(id, page)),
    );
    let names: Vec<String> = chosen.iter().map(|area| words.area(area)).collect();
    for shown in rows.iter_mut().flatten() {
        let is_chosen = names.contains(&shown.label);
        if is_chosen {
            shown.label = format!("✅ {}", shown.label);
        }
    }
    rows.push(vec![press(
        label!(words, "button-broadcast-chosen"),
        BroadcastButton::Show(id),
    )]);
    let html = if names.is_empty() {
        say!(words, "broadcast-choose-areas")
    } else {
        say!(
            words,
            "broadcast-chosen-areas",
            areas = text::truncate_utf16(&names.join(", "), 600)
        )
    };
    Message::with(html, Keyboard::Inline(rows))
}

/// The meetings to choose from.
#[must_use]
pub(crate) fn meetings(
    words: Words<'_>,
    broadcast: &Broadcast,
    meetings: &[(MeetingCode, String, Timestamp)],
) -> Message {
    let id = broadcast.id;
    let mut rows: Vec<Vec<InlineButton>> = meetings
        .iter()
        .map(|(code, venue, at)| {
            let venue = text::truncate_utf16(venue, 30);
            let name = format!("{code} · {} · {venue}", words.moment(*at));
            vec![press(name, BroadcastButton::Meeting(id, code.clone()))]
        })
        .collect();
    rows.push(vec![press(
        label!(words, "button-back"),
        BroadcastButton::Audiences(id),
    )]);
    Message::with(
        say!(words, "broadcast-choose-meeting"),
        Keyboard::Inline(rows),
    )
}

/// The fields to choose from.
#[must_use]
pub(crate) fn fields(words: Words<'_>, broadcast: &Broadcast) -> Message {
    let id = broadcast.id;
    let fields: Vec<InlineButton> = words
        .council()
        .categories
        .iter()
        .map(|field| {
            press(
                words.category(&field.code),
                BroadcastButton::Field(id, field.code.clone()),
            )
        })
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = fields.chunks(2).map(<[_]>::to_vec).collect();
    rows.push(vec![press(
        label!(words, "button-back"),
        BroadcastButton::Audiences(id),
    )]);
    Message::with(
        say!(words, "broadcast-choose-field"),
        Keyboard::Inline(rows),
    )
}

/// Somebody else than its author is asked to approve it.
#[must_use]
pub(crate) fn approval(words: Words<'_>, broadcast: &Broadcast, count: u32) -> Message {
    let id = broadcast.id;
    let blocks = [
        say!(
            words,
            "broadcast-approval-title",
            name = broadcast.author_name
        ),
        facts(words, broadcast, count),
        quoted(broadcast),
        say!(words, "broadcast-approval-who"),
    ];
    let rows = vec![
        vec![
            press(
                label!(words, "button-broadcast-approve"),
                BroadcastButton::Approve(id),
            )
            .styled(ButtonStyle::Success),
            press(
                label!(words, "button-broadcast-send-back"),
                BroadcastButton::SendBack(id),
            ),
        ],
        vec![press(
            label!(words, "button-broadcast-test"),
            BroadcastButton::Test(id),
        )],
    ];
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// What its author reads when it waits for somebody else.
#[must_use]
pub(crate) fn submitted(words: Words<'_>) -> Message {
    Message::plain(say!(words, "broadcast-submitted"))
}
