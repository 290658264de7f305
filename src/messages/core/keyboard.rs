//! Buttons: the home keyboard that is always there, and the lists people choose from.

use crate::messages::{Html, Message, Words, catalog::Catalog, label, plain};
use crate::{
    chat::{
        button::{Button, PersonButton, QuestionButton},
        command::Command,
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        category::Category,
        council::Council,
        ids::{AreaCode, CategoryCode, DraftId, Language},
    },
};

/// Areas on one page: with two columns they fit on a small phone's screen.
pub(crate) const AREAS_A_PAGE: usize = 20;

/// A button.
pub(crate) fn button(words: impl Into<String>, means: &Button) -> InlineButton {
    InlineButton::new(words, means)
}

/// The keyboard at the bottom of a resident's chat.
#[must_use]
pub(crate) fn home(words: Words<'_>) -> Keyboard {
    Keyboard::Home(vec![
        vec![label!(words, "home-ask"), label!(words, "home-meetings")],
        vec![label!(words, "home-mine"), label!(words, "home-search")],
        vec![
            label!(words, "home-delegates"),
            label!(words, "home-settings"),
            label!(words, "home-help"),
        ],
    ])
}

/// The keyboard of somebody who does the office's work: it first, what residents have below.
#[must_use]
pub(crate) fn clerks_home(words: Words<'_>) -> Keyboard {
    Keyboard::Home(vec![
        vec![
            label!(words, "home-triage"),
            label!(words, "home-enter"),
            label!(words, "home-figures"),
        ],
        vec![label!(words, "home-plan"), label!(words, "home-check-in")],
        vec![
            label!(words, "home-ask"),
            label!(words, "home-meetings"),
            label!(words, "home-mine"),
        ],
        vec![
            label!(words, "home-search"),
            label!(words, "home-settings"),
            label!(words, "home-help"),
        ],
    ])
}

/// A question that can be left with one tap, as with `/huy`.
#[must_use]
pub(crate) fn with_cancel(words: Words<'_>, html: Html) -> Message {
    let cancel = button(
        label!(words, "button-cancel"),
        &Button::Person(PersonButton::Cancel),
    );
    Message::with(html, Keyboard::Inline(vec![vec![cancel]]))
}

/// The command behind a button of the home keyboard, in whichever language it was shown.
#[must_use]
pub(crate) fn home_command(text: &str, catalog: &Catalog, council: &Council) -> Option<Command> {
    if text.starts_with('/') || text.chars().count() > 40 {
        return None;
    }
    Language::ALL.into_iter().find_map(|language| {
        let words = catalog.words(language, council);
        let buttons = [
            (label!(words, "home-ask"), Command::Ask),
            (label!(words, "home-meetings"), Command::Meetings),
            (label!(words, "home-mine"), Command::Mine),
            (label!(words, "home-search"), Command::Search),
            (label!(words, "home-delegates"), Command::Delegates),
            (label!(words, "home-settings"), Command::Settings),
            (label!(words, "home-help"), Command::Help),
            (label!(words, "home-triage"), Command::Triage),
            (label!(words, "home-enter"), Command::Enter),
            (label!(words, "home-figures"), Command::Figures),
            (label!(words, "home-plan"), Command::PlanMeetings),
            (label!(words, "home-check-in"), Command::CheckIn),
        ];
        buttons.into_iter().find_map(|(label, command)| {
            (label == text || plain::label(&label) == text).then_some(command)
        })
    })
}

/// One page of areas, two in a row, with the way to the other pages.
#[must_use]
pub(crate) fn areas(
    words: Words<'_>,
    parent: Option<&AreaCode>,
    areas: &[&Area],
    page: usize,
) -> Vec<Vec<InlineButton>> {
    area_rows(
        words,
        areas,
        page,
        &|area| Button::Person(PersonButton::LiveIn(area.clone())),
        &|page| Button::Person(PersonButton::AreaPage(parent.cloned(), page)),
    )
}

/// One page of areas, two in a row: what choosing one means, and turning the page, is the caller's.
pub(crate) fn area_rows(
    words: Words<'_>,
    areas: &[&Area],
    page: usize,
    choose: &dyn Fn(&AreaCode) -> Button,
    turn_to: &dyn Fn(u16) -> Button,
) -> Vec<Vec<InlineButton>> {
    let pages = pages_of(areas.len());
    let page = page.min(pages.saturating_sub(1));
    let shown: Vec<InlineButton> = areas
        .iter()
        .skip(page * AREAS_A_PAGE)
        .take(AREAS_A_PAGE)
        .map(|area| button(area.name.in_language(words.language()), &choose(&area.code)))
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = shown.chunks(2).map(<[InlineButton]>::to_vec).collect();
    let to = |page: usize| turn_to(u16::try_from(page).unwrap_or(u16::MAX));
    let mut turn = Vec::new();
    if page > 0 {
        turn.push(button(label!(words, "button-previous-page"), &to(page - 1)));
    }
    if page + 1 < pages {
        turn.push(button(label!(words, "button-next-page"), &to(page + 1)));
    }
    if !turn.is_empty() {
        rows.push(turn);
    }
    rows
}

/// How many pages so many areas fill.
#[must_use]
pub(crate) fn pages_of(areas: usize) -> usize {
    areas.div_ceil(AREAS_A_PAGE).max(1)
}

/// The likeliest categories for a draft, each in its own row, and the way to the others.
#[must_use]
pub(crate) fn likely_categories(
    words: Words<'_>,
    draft: DraftId,
    proposed: &[CategoryCode],
) -> Keyboard {
    let mut rows: Vec<Vec<InlineButton>> = proposed
        .iter()
        .map(|code| vec![category(words, draft, code)])
        .collect();
    rows.push(vec![button(
        label!(words, "button-other-category"),
        &Button::Question(QuestionButton::EveryCategory(draft)),
    )]);
    rows.push(vec![
        button(
            label!(words, "button-back"),
            &Button::Question(QuestionButton::Edit(draft)),
        ),
        button(
            label!(words, "button-cancel"),
            &Button::Question(QuestionButton::Discard(draft)),
        ),
    ]);
    Keyboard::Inline(rows)
}

fn category(words: Words<'_>, draft: DraftId, code: &CategoryCode) -> InlineButton {
    button(
        words.category(code),
        &Button::Question(QuestionButton::Categorise(draft, code.clone())),
    )
}

/// The categories for a draft, two in a row, the proposed ones first, with the way back.
#[must_use]
pub(crate) fn categories(
    words: Words<'_>,
    draft: DraftId,
    proposed: &[CategoryCode],
    offered: &[&Category],
) -> Keyboard {
    let rest = offered
        .iter()
        .map(|category| &category.code)
        .filter(|code| !proposed.contains(code));
    let all: Vec<InlineButton> = proposed
        .iter()
        .chain(rest)
        .map(|code| category(words, draft, code))
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = all.chunks(2).map(<[InlineButton]>::to_vec).collect();
    rows.push(vec![
        button(
            label!(words, "button-back"),
            &Button::Question(QuestionButton::BackToDraft(draft)),
        ),
        button(
            label!(words, "button-cancel"),
            &Button::Question(QuestionButton::Discard(draft)),
        ),
    ]);
    Keyboard::Inline(rows)
}
