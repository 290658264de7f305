//! What a clerk chooses from: categories, areas, levels, bodies.

use super::{choice, press};
use crate::messages::{
    Message, Words,
    keyboard::{AREAS_A_PAGE, button, pages_of},
    label, say,
};
use crate::{
    chat::{
        button::{Button, RoleButton, TriageButton},
        outgoing::InlineButton,
    },
    domain::{
        area::Area,
        ids::{AreaCode, CategoryCode},
        keyword::Keyword,
        question::{Competence, Question, QuestionKind, State},
    },
};

/// Bodies on one page.
pub(super) const BODIES_A_PAGE: usize = 12;

/// What can be corrected, with what it is now.
#[must_use]
pub(crate) fn corrections(words: Words<'_>, question: &Question) -> Message {
    let id = question.id;
    let level = match question.competence {
        Some(level) => level_name(words, level),
        None => label!(words, "triage-level-unknown"),
    };
    let urgent = if question.is_urgent {
        press(
            label!(words, "button-not-urgent"),
            TriageButton::Ordinary(id),
        )
    } else {
        press(label!(words, "button-urgent"), TriageButton::Urgent(id))
    };
    let mut rows = vec![
        vec![press(
            label!(
                words,
                "button-correct-category",
                now = words.category(&question.category)
            ),
            TriageButton::Categories(id),
        )],
        vec![press(
            label!(
                words,
                "button-correct-area",
                now = words.area(&question.area)
            ),
            TriageButton::Areas(id, None, 0),
        )],
        vec![press(
            label!(
                words,
                "button-correct-kind",
                now = kind_name(words, question.kind)
            ),
            TriageButton::Kinds(id),
        )],
        vec![press(
            label!(words, "button-correct-level", now = level),
            TriageButton::Levels(id),
        )],
    ];
    if matches!(question.state, State::Received | State::Forwarded { .. }) {
        rows.push(vec![press(
            label!(
                words,
                "button-correct-body",
                now = words.body(&question.body)
            ),
            TriageButton::Bodies(id, 0),
        )]);
    }
    rows.push(vec![urgent]);
    choice(
        words,
        question,
        say!(words, "triage-correct-what"),
        rows,
        TriageButton::Show(id),
    )
}

/// What else can be done.
#[must_use]
pub(crate) fn more(words: Words<'_>, question: &Question) -> Message {
    let id = question.id;
    let rows = vec![
        vec![
            press(label!(words, "button-merge"), TriageButton::Merges(id)),
            press(
                label!(words, "button-split-by-clerk"),
                TriageButton::Parts(id),
            ),
        ],
        vec![
            press(label!(words, "button-relate"), TriageButton::Relations(id)),
            press(label!(words, "button-try-routes"), TriageButton::Routes(id)),
        ],
        vec![
            press(
                label!(words, "button-return-guided"),
                TriageButton::Return(id),
            ),
            button(
                label!(words, "button-phone"),
                &Button::Role(RoleButton::ShowPhone(id)),
            ),
        ],
    ];
    let ask = say!(words, "triage-more-what");
    choice(words, question, ask, rows, TriageButton::Show(id))
}

/// What a kind is called.
#[must_use]
pub(crate) fn kind_name(words: Words<'_>, kind: QuestionKind) -> String {
    label!(words, "triage-kind", kind = kind.as_str())
}

/// What a level is called.
#[must_use]
pub(crate) fn level_name(words: Words<'_>, level: Competence) -> String {
    label!(words, "triage-level-name", level = level.as_str())
}

/// The kinds.
#[must_use]
pub(crate) fn kinds(words: Words<'_>, question: &Question) -> Message {
    let rows = QuestionKind::ALL
        .iter()
        .map(|kind| {
            let name = marked(kind_name(words, *kind), *kind == question.kind);
            vec![press(name, TriageButton::Kind(question.id, *kind))]
        })
        .collect();
    let ask = say!(words, "triage-choose-kind");
    choice(
        words,
        question,
        ask,
        rows,
        TriageButton::Correct(question.id),
    )
}

/// The categories, the likeliest first, each in its own row, then all others.
#[must_use]
pub(crate) fn categories(
    words: Words<'_>,
    question: &Question,
    likely: &[CategoryCode],
) -> Message {
    let choose = |code: &CategoryCode| {
        let name = marked(words.category(code), *code == question.category);
        press(name, TriageButton::Category(question.id, code.clone()))
    };
    let mut rows: Vec<Vec<InlineButton>> = likely.iter().map(|code| vec![choose(code)]).collect();
    let rest: Vec<InlineButton> = words
        .council()
        .offered_categories()
        .filter(|category| !likely.contains(&category.code))
        .map(|category| choose(&category.code))
        .collect();
    rows.extend(rest.chunks(2).map(<[InlineButton]>::to_vec));
    let ask = say!(words, "triage-choose-category");
    choice(
        words,
        question,
        ask,
        rows,
        TriageButton::Correct(question.id),
    )
}

/// A page of areas, at the top or within `parent`.
#[must_use]
pub(crate) fn areas(
    words: Words<'_>,
    question: &Question,
    parent: Option<&AreaCode>,
    shown: &[&Area],
    page: u16,
) -> Message {
    let id = question.id;
    let pages = pages_of(shown.len());
    let page = usize::from(page).min(pages - 1);
    let mut rows = Vec::new();
    if let Some(parent) = parent {
        rows.push(vec![press(
            label!(words, "button-triage-whole-area", area = words.area(parent)),
            TriageButton::Area(id, parent.clone()),
        )]);
    }
    let buttons: Vec<InlineButton> = shown
        .iter()
        .skip(page * AREAS_A_PAGE)
        .take(AREAS_A_PAGE)
        .map(|area| {
            let name = area.name.in_language(words.language()).to_owned();
            let name = marked(name, area.code == question.area);
            let has_parts = words.council().children(&area.code).next().is_some();
            if has_parts {
                press(name, TriageButton::Areas(id, Some(area.code.clone()), 0))
            } else {
                press(name, TriageButton::Area(id, area.code.clone()))
            }
        })
        .collect();
    rows.extend(buttons.chunks(2).map(<[InlineButton]>::to_vec));
    let to = |page: usize| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        TriageButton::Areas(id, parent.cloned(), page)
    };
    rows.extend(turning(words, page, pages, to));
    let back = match parent {
        Some(_) => TriageButton::Areas(id, None, 0),
        None => TriageButton::Correct(id),
    };
    choice(
        words,
        question,
        say!(words, "triage-choose-area"),
        rows,
        back,
    )
}

pub(super) fn turning(
    words: Words<'_>,
    page: usize,
    pages: usize,
    to: impl Fn(usize) -> TriageButton,
) -> Option<Vec<InlineButton>> {
    let mut turn = Vec::new();
    if page > 0 {
        turn.push(press(label!(words, "button-previous-page"), to(page - 1)));
    }
    if page + 1 < pages {
        turn.push(press(label!(words, "button-next-page"), to(page + 1)));
    }
    (!turn.is_empty()).then_some(turn)
}

/// The levels.
#[must_use]
pub(crate) fn levels(words: Words<'_>, question: &Question) -> Message {
    let rows = Competence::ALL
        .iter()
        .map(|level| {
            let name = marked(
                level_name(words, *level),
                Some(*level) == question.competence,
            );
            vec![press(name, TriageButton::Level(question.id, *level))]
        })
        .collect();
    let ask = say!(words, "triage-choose-level");
    choice(
        words,
        question,
        ask,
        rows,
        TriageButton::Correct(question.id),
    )
}

/// A page of bodies.
#[must_use]
pub(crate) fn bodies(words: Words<'_>, question: &Question, page: u16) -> Message {
    let id = question.id;
    let council = words.council();
    let all: Vec<_> = council
        .bodies
        .iter()
        .filter(|body| council.is_at_work(body))
        .collect();
    let pages = all.len().div_ceil(BODIES_A_PAGE).max(1);
    let page = usize::from(page).min(pages - 1);
    let mut rows: Vec<Vec<InlineButton>> = all
        .iter()
        .skip(page * BODIES_A_PAGE)
        .take(BODIES_A_PAGE)
        .map(|body| {
            let name = body.name.in_language(words.language()).to_owned();
            let name = marked(name, body.code == question.body);
            vec![press(name, TriageButton::Body(id, body.code.clone()))]
        })
        .collect();
    let to = |page: usize| TriageButton::Bodies(id, u16::try_from(page).unwrap_or(u16::MAX));
    rows.extend(turning(words, page, pages, to));
    let ask = say!(words, "triage-choose-body");
    choice(words, question, ask, rows, TriageButton::Correct(id))
}

pub(super) fn marked(name: String, is_now: bool) -> String {
    if is_now { format!("✔ {name}") } else { name }
}
