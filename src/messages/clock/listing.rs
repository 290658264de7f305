//! The lists of `/dangmo`, page by page, and the candidates for questioning at the session.

use jiff::civil::Date;

use crate::messages::{
    Html, Message, Words, catalog::short_day, digest::Links, keyboard::button, label,
    lines::first_line, reminder::standing, say,
};
use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        listing::Filter,
        question::{Question, deadline},
    },
};

/// Questions on one page.
pub(crate) const A_PAGE: usize = 10;

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    /// The questions of the whole list.
    pub(crate) count: usize,
    /// Which page: the one that was wanted, or the last.
    pub(crate) number: usize,
}

impl Page {
    /// The page that is shown where this one is wanted.
    #[must_use]
    pub(crate) fn of(count: usize, wanted: u16) -> Self {
        let last = count.div_ceil(A_PAGE).max(1) - 1;
        let number = usize::from(wanted).min(last);
        Self { count, number }
    }

    /// What stands on it of the whole list.
    #[must_use]
    pub(crate) fn on_it<Q>(self, all: &[Q]) -> &[Q] {
        let from = (self.number * A_PAGE).min(all.len());
        &all[from..(from + A_PAGE).min(all.len())]
    }
}

/// A page of a list; `shown` are its questions in order.
#[must_use]
pub(crate) fn page<'q>(
    words: Words<'_>,
    filter: &Filter,
    page: Page,
    shown: impl Iterator<Item = &'q Question>,
    cards: &Links,
    today: Date,
) -> Message {
    let Page { count, number } = page;
    let pages = count.div_ceil(A_PAGE).max(1);
    let mut lines = vec![title(words, filter, count)];
    if pages > 1 {
        let shown = number + 1;
        lines.push(say!(words, "list-page", number = shown, pages = pages));
    }
    lines.extend(shown.map(|question| line(words, filter, question, cards, today)));
    let mut rows = Vec::new();
    let turn = |to: usize, sign: &str| {
        let to = u16::try_from(to).unwrap_or(u16::MAX);
        button(
            sign,
            &Button::Clock(ClockButton::ListPage(to, filter.clone())),
        )
    };
    let mut turns: Vec<InlineButton> = Vec::new();
    if number > 0 {
        turns.push(turn(number - 1, "◀"));
    }
    if number + 1 < pages {
        turns.push(turn(number + 1, "▶"));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    let others = [
        (Filter::All, label!(words, "button-list-all")),
        (Filter::Overdue, label!(words, "button-list-overdue")),
        (Filter::DueSoon, label!(words, "button-list-due-soon")),
        (Filter::Nominated, label!(words, "button-list-nominated")),
    ];
    let others = others.into_iter().filter(|(other, _)| other != filter);
    let others: Vec<InlineButton> = others
        .map(|(other, name)| button(name, &Button::Clock(ClockButton::ListPage(0, other))))
        .collect();
    rows.extend(others.chunks(2).map(<[_]>::to_vec));
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

fn title(words: Words<'_>, filter: &Filter, count: usize) -> Html {
    if count == 0 {
        return match filter {
            Filter::All => say!(words, "open-none"),
            Filter::Overdue
            | Filter::DueSoon
            | Filter::Waiting
            | Filter::Nominated
            | Filter::CarriedOver
            | Filter::Category(_) => say!(words, "list-none", name = name(words, filter)),
        };
    }
    match filter {
        Filter::All => say!(words, "open-title", count = count),
        Filter::Overdue
        | Filter::DueSoon
        | Filter::Waiting
        | Filter::Nominated
        | Filter::CarriedOver
        | Filter::Category(_) => {
            say!(
                words,
                "list-title",
                name = name(words, filter),
                count = count
            )
        }
    }
}

fn name(words: Words<'_>, filter: &Filter) -> String {
    match filter {
        Filter::All => label!(words, "button-list-all"),
        Filter::Overdue => label!(words, "button-list-overdue"),
        Filter::DueSoon => label!(words, "button-list-due-soon"),
        Filter::Waiting => label!(words, "list-waiting"),
        Filter::Nominated => label!(words, "button-list-nominated"),
        Filter::CarriedOver => label!(words, "list-carried-over"),
        Filter::Category(category) => words.category(category),
    }
}

fn line(
    words: Words<'_>,
    filter: &Filter,
    question: &Question,
    cards: &Links,
    today: Date,
) -> Html {
    let text = first_line(&question.text_on_card());
    if *filter == Filter::Nominated {
        return say!(
            words,
            "list-line-nominated",
            code = cards.code(question),
            supporters = question.supporters,
            times = question.times_raised,
            state = standing(words, question, today),
            text = text
        );
    }
    let is_overdue = deadline::standing(words.council(), question, today).is_overdue();
    let mark = if is_overdue { "🔴" } else { "•" };
    if *filter == Filter::CarriedOver {
        let since = words.council().local_date(question.received_at);
        return say!(
            words,
            "list-line-carried-over",
            mark = mark,
            code = cards.code(question),
            since = short_day(since),
            times = question.times_raised,
            state = standing(words, question, today),
            text = text
        );
    }
    say!(
        words,
        "list-line",
        mark = mark,
        code = cards.code(question),
        category = words.category(&question.category),
        state = standing(words, question, today),
        text = text
    )
}

/// What was typed is no filter.
#[must_use]
pub(crate) fn unknown_filter(words: Words<'_>) -> Message {
    Message::plain(say!(words, "list-unknown"))
}

/// The entries of a card's menu for candidates: one button, whichever applies.
#[must_use]
pub(crate) fn entries(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    let one = if question.nominated_at.is_some() {
        button(
            label!(words, "button-withdraw-nomination"),
            &Button::Clock(ClockButton::Withdraw(question.id)),
        )
    } else {
        button(
            label!(words, "button-nominate"),
            &Button::Clock(ClockButton::Nominate(question.id)),
        )
    };
    vec![one]
}
