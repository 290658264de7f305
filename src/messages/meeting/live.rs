//! Live questions: what the room reads, what those read who lead the meeting, and the page for the hall's screen.

use jiff::Timestamp;

use crate::messages::{Html, Message, Words, keyboard::button, label, say};
use crate::{
    chat::{
        button::{Button, MeetingButton, OrganiseButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::MeetingCode,
        meeting::{
            Meeting,
            live::{LiveQuestion, LiveState},
            speakers::Floor,
        },
        text,
    },
};

/// So many are listed with a button.
const LISTED: usize = 10;
/// So many wait on the desk at once.
const ON_DESK: usize = 5;
/// So much of one fits on a button.
const ON_BUTTON: usize = 28;
/// So many stand on the hall's screen beside the highlighted one.
const ON_SCREEN: usize = 6;

fn list_button(words: Words<'_>, code: &MeetingCode) -> InlineButton {
    button(
        label!(words, "button-live-list"),
        &Button::Meeting(MeetingButton::LiveList(code.clone())),
    )
}

/// What the page of a running meeting offers.
#[must_use]
pub(crate) fn ways_in(words: Words<'_>, code: &MeetingCode) -> Vec<InlineButton> {
    let ask = button(
        label!(words, "button-live-ask"),
        &Button::Meeting(MeetingButton::LiveAsk(code.clone())),
    );
    vec![ask, list_button(words, code)]
}

/// It is kept, and somebody looks at it.
#[must_use]
pub(crate) fn kept(words: Words<'_>, code: &MeetingCode) -> Message {
    Message::with(
        say!(words, "live-kept"),
        Keyboard::Inline(vec![vec![list_button(words, code)]]),
    )
}

fn line(words: Words<'_>, one: &LiveQuestion) -> Html {
    let mark = match one.state {
        LiveState::Highlighted => "⭐",
        LiveState::Answered => "✅",
        LiveState::Waiting => "🕓",
        LiveState::Shown | LiveState::KeptBack => "▫️",
    };
    say!(
        words,
        "live-line",
        mark = mark,
        text = one.covered(),
        support = one.support
    )
}

/// What everybody may read; while the meeting runs each can be supported.
#[must_use]
pub(crate) fn list(
    words: Words<'_>,
    code: &MeetingCode,
    all: &[LiveQuestion],
    is_running: bool,
) -> Message {
    let public: Vec<&LiveQuestion> = all.iter().filter(|one| one.is_public()).collect();
    let answered = public
        .iter()
        .filter(|one| one.state == LiveState::Answered)
        .count();
    let mut lines = vec![say!(
        words,
        "live-head",
        code = code.as_str(),
        shown = public.len(),
        answered = answered
    )];
    if public.is_empty() {
        lines.push(say!(words, "live-nothing"));
    }
    lines.extend(public.iter().take(2 * LISTED).map(|one| line(words, one)));
    let mut rows = Vec::new();
    if is_running {
        let open = public.iter().filter(|one| one.state != LiveState::Answered);
        rows.extend(open.take(LISTED).map(|one| {
            let shown = text::truncate_utf16(&one.covered(), ON_BUTTON);
            vec![button(
                format!("👍 {} · {shown}", one.support),
                &Button::Meeting(MeetingButton::LiveSupport(one.id)),
            )]
        }));
        rows.push(ways_in(words, code));
    }
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// Where the page for the hall's screen is: its address, and whether only the machine of the bot can open it.
#[must_use]
pub(crate) fn screen(words: Words<'_>, token: &str, pages: Option<(&str, bool)>) -> Html {
    let path = format!("/hall/{token}");
    match pages {
        Some((address, true)) => say!(words, "live-screen", address = format!("{address}{path}")),
        Some((address, false)) => {
            say!(
                words,
                "live-screen-here",
                address = format!("{address}{path}")
            )
        }
        None => say!(words, "live-screen-nowhere"),
    }
}

/// For the office: somebody has asked, and the hall reads it only after a look.
#[must_use]
pub(crate) fn waits(words: Words<'_>, code: &MeetingCode) -> Message {
    let desk = button(
        label!(words, "button-live-desk"),
        &Button::Organise(OrganiseButton::LiveDesk(code.clone())),
    );
    Message::with(
        say!(words, "live-waits", code = code.as_str()),
        Keyboard::Inline(vec![vec![desk]]),
    )
}

/// For those who lead the meeting: what waits, what is shown, and the address of the hall's page.
#[must_use]
pub(crate) fn desk(
    words: Words<'_>,
    code: &MeetingCode,
    all: &[LiveQuestion],
    screen: &Html,
) -> Message {
    let of = |state: LiveState| all.iter().filter(move |one| one.state == state);
    let in_the_hall = of(LiveState::Shown).count() + of(LiveState::Highlighted).count();
    let mut lines = vec![say!(
        words,
        "live-desk-head",
        code = code.as_str(),
        waiting = of(LiveState::Waiting).count(),
        shown = in_the_hall,
        answered = of(LiveState::Answered).count()
    )];
    let set = |one: &LiveQuestion, to: LiveState, name: String| {
        button(name, &Button::Organise(OrganiseButton::LiveSet(one.id, to)))
    };
    let mut rows = Vec::new();
    for (at, one) in of(LiveState::Waiting).take(ON_DESK).enumerate() {
        lines.push(line(words, one));
        let number = at + 1;
        rows.push(vec![
            set(
                one,
                LiveState::Shown,
                label!(words, "button-live-show", number = number),
            ),
            set(
                one,
                LiveState::KeptBack,
                label!(words, "button-live-keep", number = number),
            ),
        ]);
    }
    let shown = of(LiveState::Highlighted).chain(of(LiveState::Shown));
    for one in shown.take(ON_DESK) {
        lines.push(line(words, one));
        let short = text::truncate_utf16(&one.covered(), 16);
        let other = if one.state == LiveState::Highlighted {
            set(
                one,
                LiveState::Shown,
                label!(words, "button-live-lower", text = short.clone()),
            )
        } else {
            set(
                one,
                LiveState::Highlighted,
                label!(words, "button-live-raise", text = short.clone()),
            )
        };
        rows.push(vec![
            other,
            set(
                one,
                LiveState::Answered,
                label!(words, "button-live-answered", text = short),
            ),
        ]);
    }
    lines.push(screen.clone());
    rows.push(vec![
        button(
            label!(words, "button-live-refresh"),
            &Button::Organise(OrganiseButton::LiveDesk(code.clone())),
        ),
        button(
            label!(words, "button-speakers"),
            &Button::Organise(OrganiseButton::Speakers(code.clone())),
        ),
    ]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// For its author: what became of it.
#[must_use]
pub(crate) fn told(words: Words<'_>, one: &LiveQuestion, to: LiveState) -> Message {
    let line = match to {
        LiveState::Answered => say!(words, "live-told-answered"),
        LiveState::KeptBack => say!(words, "live-told-kept-back"),
        LiveState::Shown | LiveState::Highlighted | LiveState::Waiting => {
            say!(words, "live-told-shown")
        }
    };
    Message::with(
        Html::lines([line, Html::quote(&one.text)]),
        Keyboard::Inline(vec![vec![list_button(words, &one.meeting)]]),
    )
}

/// The page for the hall's screen: who has the floor and for how long, the question that is spoken about, the others. It loads
/// itself anew every two seconds and fetches nothing else.
#[must_use]
pub(crate) fn hall(
    words: Words<'_>,
    meeting: &Meeting,
    all: &[LiveQuestion],
    floor: Option<&Floor>,
    now: Timestamp,
) -> String {
    let escaped = |said: &str| Html::text(said).into_string();
    let title = say!(words, "hall-title", code = meeting.code.as_str());
    let mut parts = vec![format!("<h1>{}</h1>", title.as_str())];
    parts.extend(floor.map(|floor| clock(floor, now)));
    let highlighted = all.iter().find(|one| one.state == LiveState::Highlighted);
    parts
        .extend(highlighted.map(|one| format!("<p class=\"now\">{}</p>", escaped(&one.covered()))));
    let of = |state: LiveState| all.iter().filter(move |one| one.state == state);
    parts.push("<ul>".to_owned());
    parts.extend(of(LiveState::Shown).take(ON_SCREEN).map(|one| {
        let text = escaped(&one.covered());
        format!("<li><span>👍 {}</span> {text}</li>", one.support)
    }));
    parts.push("</ul>".to_owned());
    let more = of(LiveState::Shown).count().saturating_sub(ON_SCREEN);
    let foot = say!(
        words,
        "hall-foot",
        code = meeting.code.as_str(),
        answered = of(LiveState::Answered).count(),
        more = more
    );
    parts.push(format!("<footer>{}</footer>", foot.as_str()));
    let body = parts.concat();
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"2\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{STYLE}</style></head>\
         <body>{body}</body></html>",
        words.language().tag(),
        meeting.code.as_str()
    )
}

/// Who has the floor and what is left of it; below zero it is too long.
fn clock(floor: &Floor, now: Timestamp) -> String {
    let left = floor.left(now);
    let (class, sign) = if left < 0 {
        ("clock late", "−")
    } else {
        ("clock", "")
    };
    let (minutes, seconds) = (left.abs() / 60, left.abs() % 60);
    format!(
        "<p class=\"{class}\">🎤 {} <b>{sign}{minutes}:{seconds:02}</b></p>",
        Html::text(&floor.name).as_str()
    )
}

const STYLE: &str = "body{font-family:sans-serif;margin:3vw;background:#fff;color:#111;font-size:2.6vw}\
    h1{font-size:3vw;margin:0 0 2vw}.now{font-size:4.4vw;font-weight:bold;border-left:1vw solid #1b5e20;padding-left:2vw}\
    .clock{font-size:3.4vw}.late{color:#b71c1c}ul{list-style:none;padding:0}li{padding:1vw 0;border-top:1px solid #999}\
    li span{display:inline-block;min-width:9vw;color:#333}footer{position:fixed;bottom:2vw;color:#444;font-size:2vw}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{council::Council, ids::Language},
        messages::Catalog,
    };

    #[test]
    fn the_address_of_the_screen_says_who_can_open_it() {
        let file = include_str!("../../../examples/duy-tien/council.toml");
        let (council, catalog) = (Council::parse(file).unwrap(), Catalog::load().unwrap());
        let words = catalog.words(Language::Vi, &council);
        let said = |pages| screen(words, "abc", pages).to_string();
        let elsewhere = said(Some(("https://cutri.example", true)));
        assert!(
            elsewhere.ends_with(": https://cutri.example/hall/abc"),
            "{elsewhere}"
        );
        let here = said(Some(("http://127.0.0.1:9464", false)));
        assert!(here.contains("mở trên máy đang chạy bot"), "{here}");
        assert!(here.ends_with("http://127.0.0.1:9464/hall/abc"), "{here}");
        assert!(!said(None).contains("/hall/"));
    }
}
