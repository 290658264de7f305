//! The supervision board: questions and bodies, no people. Pinned in the group of the standing body, and on demand.

use jiff::{Timestamp, civil::Date};

use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::Keyboard,
    },
    domain::{
        board::{Board, Load, NAMED, SessionCount},
        listing::Filter,
        question::{Question, State},
        statistics::per_cent,
    },
    messages::{
        Html, Message, Words,
        catalog::short_day,
        digest::{Links, Shown},
        html::MAX_MESSAGE,
        keyboard::button,
        label,
        lines::first_line,
        say,
    },
};

/// So many bodies are told; the others are counted.
const BODIES: usize = 15;

/// The board as an answer to somebody who asks, with its day.
#[must_use]
pub(crate) fn asked(
    words: Words<'_>,
    board: (&Board, &Shown),
    cards: &Links,
    today: Date,
) -> Message {
    let title = say!(words, "board-title", day = words.day(today));
    message(words, &title, board, cards)
}

/// The board as it is pinned: without its day, so that it changes only where something else does.
#[must_use]
pub(crate) fn pinned(words: Words<'_>, board: (&Board, &Shown), cards: &Links) -> Message {
    message(words, &say!(words, "board-pinned-title"), board, cards)
}

/// The board could not be pinned.
#[must_use]
pub(crate) fn cannot_pin(words: Words<'_>) -> Message {
    Message::plain(say!(words, "board-cannot-pin"))
}

/// As many questions of each part as fit.
fn message(words: Words<'_>, title: &Html, board: (&Board, &Shown), cards: &Links) -> Message {
    let list = button(
        label!(words, "button-list-nominated"),
        &Button::Clock(ClockButton::ListPage(0, Filter::Nominated)),
    );
    let html = (0..=NAMED).rev().map(|named| {
        let blocks = blocks(words, board, cards, named);
        Html::paragraphs([title.clone()].into_iter().chain(blocks))
    });
    let fits = |html: &Html| html.visible_len() <= MAX_MESSAGE;
    let html = html.into_iter().find(fits);
    Message::with(
        html.unwrap_or_else(|| title.clone()),
        Keyboard::Inline(vec![vec![list]]),
    )
}

fn blocks(
    words: Words<'_>,
    (board, known): (&Board, &Shown),
    cards: &Links,
    named: usize,
) -> Vec<Html> {
    let parts = [
        (
            say!(words, "board-oldest", count = board.oldest.count),
            &board.oldest,
        ),
        (
            say!(words, "board-repeated", count = board.repeated.count),
            &board.repeated,
        ),
        (
            say!(words, "board-missed", count = board.missed.count),
            &board.missed,
        ),
        (
            say!(words, "board-unsatisfied", count = board.unsatisfied.count),
            &board.unsatisfied,
        ),
    ];
    let mut blocks: Vec<Html> = parts
        .into_iter()
        .map(|(title, part)| {
            let shown = part.named.iter().take(named);
            let shown = shown.filter_map(|id| known.get(id));
            let lines = shown.map(|question| line(words, question, &cards.code(question)));
            Html::lines([title].into_iter().chain(lines))
        })
        .collect();
    let title = say!(words, "board-sent-up", count = board.sent_up.count);
    let shown = board.sent_up.named.iter().take(named);
    let shown = shown.filter_map(|id| known.get(id));
    let lines = shown.map(|question| sent_up(words, question, &cards.code(question)));
    blocks.push(Html::lines([title].into_iter().chain(lines)));
    blocks.extend(bodies(words, &board.bodies));
    blocks.extend(sessions(words, &board.sessions));
    blocks
}

/// Who has it, and since when it is there.
fn line(words: Words<'_>, question: &Question, code: &Html) -> Html {
    let body = words.body(&question.body);
    entry(words, question, code, (body, question.received_at))
}

/// To whom it was sent up, and when.
fn sent_up(words: Words<'_>, question: &Question, code: &Html) -> Html {
    match (question.state, &question.upward) {
        (State::SentUp { at }, Some(upward)) => {
            entry(words, question, code, (upward.to.clone(), at))
        }
        _ => line(words, question, code),
    }
}

fn entry(
    words: Words<'_>,
    question: &Question,
    code: &Html,
    (who, since): (String, Timestamp),
) -> Html {
    say!(
        words,
        "board-line",
        code = code,
        body = who,
        since = short_day(words.council().local_date(since)),
        text = first_line(&question.text_on_card()),
    )
}

fn bodies(words: Words<'_>, loads: &[Load]) -> Option<Html> {
    if loads.is_empty() {
        return None;
    }
    let mut lines = vec![say!(words, "board-bodies")];
    lines.extend(loads.iter().take(BODIES).map(|load| {
        say!(
            words,
            "board-body",
            body = words.body(&load.body),
            open = load.open,
            overdue = load.overdue
        )
    }));
    if let Some(more) = loads.len().checked_sub(BODIES).filter(|more| *more > 0) {
        lines.push(say!(words, "board-more-bodies", count = more));
    }
    Some(Html::lines(lines))
}

/// Nothing where there is no session before to compare with.
fn sessions(words: Words<'_>, counts: &[SessionCount]) -> Option<Html> {
    if counts.len() < 2 {
        return None;
    }
    let share = |part: usize, whole: usize| match per_cent(part, whole) {
        Some(per_cent) => format!("{part}/{whole} ({per_cent} %)"),
        None => "–".to_owned(),
    };
    let lines = counts.iter().map(|count| {
        let session = words.council().session(&count.session);
        let session = session.map_or_else(
            || count.session.to_string(),
            |session| session.name.in_language(words.language()).to_owned(),
        );
        say!(
            words,
            "board-session",
            session = session,
            received = count.received,
            answered = share(count.answered, count.received),
            resolved = share(count.resolved, count.received)
        )
    });
    Some(Html::lines(
        [say!(words, "board-sessions")].into_iter().chain(lines),
    ))
}
