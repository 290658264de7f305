//! Rounds on a draft, for clerks: writing one, how it goes, what residents propose.

use jiff::civil::Date;

use super::{areas, day, outcome_button, press};
use crate::messages::{Html, Message, Words, keyboard, label, say};
use crate::{
    chat::{
        button::{Button, ConsultButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        consultation::{
            Consultation, FEWEST_LETTERS, MAX_STATEMENT, MAX_TITLE, MOST_STATEMENTS, Statement,
            StatementState, form::Fault,
        },
        said_day, text,
    },
};

/// So many that wait stand on the desk at once.
const ON_DESK: usize = 5;

/// Asks for title and statements.
#[must_use]
pub(crate) fn ask(words: Words<'_>) -> Html {
    say!(
        words,
        "consult-ask",
        most = MOST_STATEMENTS,
        limit = MAX_STATEMENT
    )
}

/// What is wrong with what was written.
#[must_use]
pub(crate) fn fault(words: Words<'_>, fault: &Fault) -> Html {
    let shown = |said: &str| text::truncate_utf16(said, 100);
    match fault {
        Fault::Title => say!(
            words,
            "consult-fault-title",
            limit = MAX_TITLE,
            least = FEWEST_LETTERS
        ),
        Fault::TooFew => say!(words, "consult-fault-few"),
        Fault::TooMany(count) => say!(
            words,
            "consult-fault-many",
            count = *count,
            most = MOST_STATEMENTS
        ),
        Fault::Statement(said) => say!(
            words,
            "consult-fault-statement",
            text = shown(said),
            least = FEWEST_LETTERS,
            limit = MAX_STATEMENT
        ),
        Fault::Area(said) => say!(words, "consult-fault-area", text = shown(said)),
        Fault::Day(said) => say!(words, "consult-fault-day", text = shown(said)),
    }
}

/// It, while it is written: what is asked, whom, until when, and how many people are told.
#[must_use]
pub(crate) fn draft(
    words: Words<'_>,
    round: &Consultation,
    statements: &[Statement],
    days: &[Date],
    count: u32,
) -> Message {
    let id = round.id;
    let listed = (1_usize..).zip(statements).map(|(number, one)| {
        say!(
            words,
            "consult-draft-line",
            number = number,
            text = one.text
        )
    });
    let html = Html::paragraphs([
        say!(words, "consult-draft", title = round.title),
        Html::lines(listed),
        say!(
            words,
            "consult-draft-facts",
            areas = areas(words, &round.areas),
            day = day(round.ends_on),
            count = count
        ),
    ]);
    let mut days = days.to_vec();
    if !days.contains(&round.ends_on) {
        days.push(round.ends_on);
    }
    days.sort_unstable();
    let days: Vec<InlineButton> = days
        .iter()
        .map(|day| {
            let mark = if *day == round.ends_on { "● " } else { "" };
            let text = format!("{mark}{}/{}", day.day(), day.month());
            press(text, ConsultButton::EndsOn(id, said_day::number_of(*day)))
        })
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = days.chunks(5).map(<[_]>::to_vec).collect();
    rows.push(vec![
        press(
            label!(words, "button-consult-areas"),
            ConsultButton::Areas(id, 0),
        ),
        press(
            label!(words, "button-consult-rewrite"),
            ConsultButton::Rewrite(id),
        ),
    ]);
    rows.push(vec![
        press(
            label!(words, "button-consult-publish", count = count),
            ConsultButton::Publish(id),
        )
        .styled(ButtonStyle::Primary),
    ]);
    rows.push(vec![press(
        label!(words, "button-consult-drop"),
        ConsultButton::Drop(id),
    )]);
    Message::with(html, Keyboard::Inline(rows))
}

/// The areas to choose from: a tap takes one in, another leaves it out.
#[must_use]
pub(crate) fn choose_areas(
    words: Words<'_>,
    round: &Consultation,
    all: &[&Area],
    page: u16,
) -> Message {
    let id = round.id;
    let mut rows = keyboard::area_rows(
        words,
        all,
        usize::from(page),
        &|area| Button::Consult(ConsultButton::Area(id, area.clone(), page)),
        &|page| Button::Consult(ConsultButton::Areas(id, page)),
    );
    let names: Vec<String> = round.areas.iter().map(|area| words.area(area)).collect();
    for shown in rows.iter_mut().flatten() {
        if names.contains(&shown.label) {
            shown.label = format!("✅ {}", shown.label);
        }
    }
    let mut last = vec![press(
        label!(words, "button-broadcast-chosen"),
        ConsultButton::Draft(id),
    )];
    if !round.areas.is_empty() {
        last.push(press(
            label!(words, "button-consult-everywhere"),
            ConsultButton::Everywhere(id),
        ));
    }
    rows.push(last);
    let html = say!(
        words,
        "consult-choose-areas",
        areas = areas(words, &round.areas)
    );
    Message::with(html, Keyboard::Inline(rows))
}

/// How a round goes: how many take part, what waits to be read, the link of a poster.
#[must_use]
pub(crate) fn desk(
    words: Words<'_>,
    round: &Consultation,
    statements: &[Statement],
    voices: u32,
    bot: &str,
) -> Message {
    let id = round.id;
    let in_state = |state: StatementState| statements.iter().filter(move |one| one.state == state);
    let shown = in_state(StatementState::Shown).count();
    let mut lines = vec![
        say!(words, "consult-title", title = round.title),
        say!(
            words,
            "consult-desk",
            areas = areas(words, &round.areas),
            day = day(round.ends_on),
            voices = voices,
            told = round.told,
            shown = shown
        ),
    ];
    if !round.is_open() {
        lines.push(say!(words, "consult-over", day = day(round.ends_on)));
        let rows = vec![vec![outcome_button(words, id)]];
        return Message::with(Html::lines(lines), Keyboard::Inline(rows));
    }
    let link = format!("t.me/{bot}?start=y_{id}");
    lines.push(say!(words, "consult-desk-link", link = link));
    let mut rows = Vec::new();
    for (at, one) in in_state(StatementState::Waiting).take(ON_DESK).enumerate() {
        let number = at + 1;
        lines.push(say!(
            words,
            "consult-desk-waits",
            number = number,
            text = one.text
        ));
        rows.push(vec![
            press(
                label!(words, "button-consult-show", number = number),
                ConsultButton::Decide(one.id, StatementState::Shown),
            ),
            press(
                label!(words, "button-consult-keep", number = number),
                ConsultButton::Decide(one.id, StatementState::KeptBack),
            ),
        ]);
    }
    for one in in_state(StatementState::Shown).filter(|one| one.author.is_some()) {
        let short = text::truncate_utf16(&one.text, 30);
        rows.push(vec![press(
            label!(words, "button-consult-take-down", text = short),
            ConsultButton::Decide(one.id, StatementState::KeptBack),
        )]);
    }
    rows.push(vec![
        press(
            label!(words, "button-consult-refresh"),
            ConsultButton::Desk(id),
        ),
        press(label!(words, "button-consult-end"), ConsultButton::End(id)),
    ]);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// Whether to end it before its time.
#[must_use]
pub(crate) fn ask_end(words: Words<'_>, round: &Consultation) -> Message {
    let rows = vec![vec![
        press(
            label!(words, "button-consult-end-now"),
            ConsultButton::EndNow(round.id),
        )
        .styled(ButtonStyle::Danger),
        press(label!(words, "button-back"), ConsultButton::Desk(round.id)),
    ]];
    Message::with(
        say!(
            words,
            "consult-ask-end",
            title = round.title,
            day = day(round.ends_on)
        ),
        Keyboard::Inline(rows),
    )
}

/// For the office: the first one waits to be read.
#[must_use]
pub(crate) fn proposed(words: Words<'_>, round: &Consultation) -> Message {
    let desk = press(
        label!(words, "button-consult-read"),
        ConsultButton::Desk(round.id),
    );
    Message::with(
        say!(words, "consult-proposed", title = round.title),
        Keyboard::Inline(vec![vec![desk]]),
    )
}
