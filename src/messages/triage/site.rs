//! What is said on a site round: which area, one place after the other, what became of it.

use crate::messages::{
    Html, Message, Words,
    keyboard::button,
    label,
    lines::{card_head, gist},
    say,
};
use crate::{
    chat::{
        button::{Button, ClockButton, TriageButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        ids::{AreaCode, RoundId, VisitId},
        question::Question,
        site::Condition,
        text,
    },
};

/// So much of a question is shown on the way.
const SHOWN: usize = 900;

fn of(text: String, means: TriageButton) -> InlineButton {
    button(text, &Button::Triage(means))
}

/// The areas that have something to be looked at, with how much.
#[must_use]
pub(crate) fn areas(words: Words<'_>, found: &[(Area, usize)]) -> Message {
    if found.is_empty() {
        return Message::plain(say!(words, "site-nothing"));
    }
    let buttons: Vec<InlineButton> = found
        .iter()
        .map(|(area, count)| {
            let name = area.name.in_language(words.language());
            of(
                format!("{name}\u{a0}·\u{a0}{count}"),
                TriageButton::SurveyBegin(area.code.clone()),
            )
        })
        .collect();
    let rows = buttons.chunks(2).map(<[_]>::to_vec).collect();
    Message::with(say!(words, "site-which-area"), Keyboard::Inline(rows))
}

/// The round begins.
#[must_use]
pub(crate) fn begun(words: Words<'_>, area: &AreaCode, count: usize) -> Message {
    Message::plain(say!(
        words,
        "site-begun",
        area = words.area_in_full(area),
        count = count
    ))
}

/// The name of what is found.
#[must_use]
pub(crate) fn condition(words: Words<'_>, condition: Condition) -> String {
    label!(words, "site-condition", condition = condition.to_string())
}

/// One place: what is asked there, and the buttons of one tap.
#[must_use]
pub(crate) fn place(
    words: Words<'_>,
    question: &Question,
    (visit, round): (VisitId, RoundId),
    left: usize,
) -> Message {
    let html = Html::lines([
        card_head(words, question),
        Html::text(&words.area_in_full(&question.area)),
        Html::quote(&gist(&question.text_on_card(), SHOWN)),
        say!(words, "site-place-how", left = left),
    ]);
    let mark = |found| {
        of(
            condition(words, found),
            TriageButton::SurveyMark(visit, found),
        )
    };
    let rows = vec![
        vec![mark(Condition::Done), mark(Condition::Underway)],
        vec![mark(Condition::Untouched), mark(Condition::NotFound)],
        vec![
            mark(Condition::Skipped),
            of(
                label!(words, "button-site-finish"),
                TriageButton::SurveyFinish(round),
            ),
        ],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// Every place was seen: what is still sent belongs to the last one.
#[must_use]
pub(crate) fn all_seen(words: Words<'_>, round: RoundId) -> Message {
    let end = of(
        label!(words, "button-site-finish"),
        TriageButton::SurveyFinish(round),
    );
    Message::with(
        say!(words, "site-all-seen"),
        Keyboard::Inline(vec![vec![end]]),
    )
}

/// What stands where a place was: more can be added in reply to it.
#[must_use]
pub(crate) fn marked(words: Words<'_>, question: &Question, found: Condition) -> Message {
    Message::plain(say!(
        words,
        "site-marked",
        code = question.code,
        condition = condition(words, found)
    ))
}

/// Something was added to a place.
#[must_use]
pub(crate) fn added(words: Words<'_>, question: &Question) -> Message {
    Message::plain(say!(words, "site-added", code = question.code))
}

/// For the body, under the card.
#[must_use]
pub(crate) fn note(
    words: Words<'_>,
    question: &Question,
    found: Condition,
    by: &str,
    said: Option<&str>,
) -> Message {
    let line = say!(
        words,
        "site-note",
        code = question.code,
        condition = condition(words, found),
        name = by
    );
    Message::plain(match said {
        Some(said) => Html::lines([line, Html::quote(&text::truncate_utf16(said, SHOWN))]),
        None => line,
    })
}

/// The round is over: what was found, counted.
#[must_use]
pub(crate) fn finished(
    words: Words<'_>,
    (area, round): (&AreaCode, RoundId),
    counts: &[(Condition, usize)],
) -> Message {
    let mut lines = vec![say!(
        words,
        "site-finished",
        area = words.area_in_full(area)
    )];
    lines.extend(counts.iter().map(|(found, count)| {
        let name = condition(words, *found);
        say!(words, "figures-class", name = name, count = *count)
    }));
    lines.push(say!(words, "site-finished-how"));
    let record = button(
        label!(words, "button-site-record"),
        &Button::Clock(ClockButton::ReportRound(round)),
    );
    Message::with(Html::lines(lines), Keyboard::Inline(vec![vec![record]]))
}
