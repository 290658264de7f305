//! Figures of a body, with every denominator stated.

use crate::messages::{
    Html, Message, Words, answer::class_name, call_back, judgement, keyboard::button, label,
    lines::in_pages, say,
};
use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::Keyboard,
    },
    domain::{
        ids::BodyCode,
        keyword::Keyword,
        scope::Scope,
        statistics::{Figures, OfBody, per_cent},
    },
};
use jiff::civil::Date;

/// So many categories are named.
const CATEGORIES: usize = 15;

/// The figures of a body, as of a day.
#[must_use]
pub(crate) fn figures(
    words: Words<'_>,
    body: &BodyCode,
    scope: &Scope,
    figures: &Figures,
    today: Date,
) -> Message {
    let of = match scope {
        Scope::Everything => label!(words, "figures-of-all"),
        Scope::Watched(..) => label!(words, "figures-of-fields", body = words.body(body)),
        Scope::Own(_) => words.body(body),
    };
    let mut blocks = vec![
        say!(words, "figures-title", of = of, day = words.day(today)),
        say!(
            words,
            "figures-totals",
            received = figures.received,
            answered = figures.answered,
            open = figures.open,
            overdue = figures.overdue,
            waiting = figures.waiting,
            returned = figures.returned
        ),
    ];
    if let Some(rate) = rates(words, figures) {
        blocks.push(rate);
    }
    blocks.extend(honest(words, figures));
    if !figures.classes.is_empty() {
        let mut lines = vec![say!(words, "figures-classes", count = figures.answered)];
        lines.extend(figures.classes.iter().map(|(class, count)| {
            let name = class_name(words, *class);
            say!(words, "figures-class", name = name, count = *count)
        }));
        blocks.push(Html::lines(lines));
    }
    if !figures.categories.is_empty() {
        let mut lines = vec![say!(words, "figures-categories")];
        let shown = figures.categories.iter().take(CATEGORIES);
        lines.extend(shown.map(|(category, received, answered)| {
            say!(
                words,
                "figures-category",
                name = words.category(category),
                received = *received,
                answered = *answered
            )
        }));
        blocks.push(Html::lines(lines));
    }
    blocks.extend(other_doors(words, figures));
    blocks.extend(levels(words, figures));
    blocks.extend(called(words, figures));
    let html = Html::paragraphs(blocks);
    if *scope != Scope::Everything {
        return Message::plain(html);
    }
    let board = button(
        label!(words, "button-board"),
        &Button::Clock(ClockButton::Board),
    );
    Message::with(html, Keyboard::Inline(vec![vec![board]]))
}

fn share(part: usize, whole: usize) -> String {
    match per_cent(part, whole) {
        Some(per_cent) => format!("{part}/{whole} ({per_cent} %)"),
        None => "–".to_owned(),
    }
}

/// The same of each body, in the order of the council file: to be read side by side, not as a table of winners.
#[must_use]
pub(crate) fn side_by_side(words: Words<'_>, each: &[(BodyCode, OfBody)]) -> Vec<Message> {
    if each.is_empty() {
        return Vec::new();
    }
    let lines = each.iter().map(|(body, of)| {
        say!(
            words,
            "figures-of-body",
            body = words.body(body),
            answered = share(of.answered, of.received),
            resolved = share(of.resolved, of.to_do),
            satisfied = share(of.satisfied, of.judged),
            hollow = share(of.hollow, of.looked_at),
            reopened = share(of.reopened, of.received)
        )
    });
    in_pages(std::iter::once(say!(words, "figures-of-bodies")).chain(lines))
}

/// Answered, resolved, satisfied, hollow, opened again: side by side, each with what it is a share of, never one alone.
fn honest(words: Words<'_>, figures: &Figures) -> Option<Html> {
    if figures.answered == 0 {
        return None;
    }
    let (judged, satisfied) = figures.judged();
    Some(say!(
        words,
        "figures-honest",
        answered = share(figures.answered, figures.received),
        resolved = share(figures.done.resolved, figures.done.all),
        denied = share(figures.done.denied, figures.done.all),
        satisfied = share(satisfied, judged),
        hollow_of = if figures.looked_at < figures.answered {
            label!(words, "figures-of-newest")
        } else {
            label!(words, "figures-of-answered")
        },
        hollow = share(figures.hollow, figures.looked_at),
        reopened = share(figures.reopened, figures.received)
    ))
}

/// What was shown another door: complaints, denunciations, crime, danger.
fn other_doors(words: Words<'_>, figures: &Figures) -> Option<Html> {
    if figures.redirected.is_empty() {
        return None;
    }
    let all: usize = figures.redirected.iter().map(|(_, count)| count).sum();
    let mut lines = vec![say!(
        words,
        "figures-doors",
        count = all,
        overruled = figures.overruled
    )];
    lines.extend(figures.redirected.iter().map(|(kind, count)| {
        let name = label!(words, "figures-door-name", kind = kind.to_string());
        say!(words, "figures-class", name = name, count = *count)
    }));
    Some(Html::lines(lines))
}

/// Which level decides, where somebody has said so.
fn levels(words: Words<'_>, figures: &Figures) -> Option<Html> {
    if figures.levels.iter().all(|(level, _)| level.is_none()) {
        return None;
    }
    let mut lines = vec![say!(words, "figures-levels")];
    lines.extend(figures.levels.iter().map(|(level, count)| {
        let name = match level {
            Some(level) => label!(words, "triage-level-name", level = level.as_str()),
            None => label!(words, "triage-level-unknown"),
        };
        say!(words, "figures-class", name = name, count = *count)
    }));
    Some(Html::lines(lines))
}

/// What was heard of those who were called back.
fn called(words: Words<'_>, figures: &Figures) -> Option<Html> {
    let (month, drawn, heard) = figures.called.as_ref()?;
    let month = call_back::month_in_words(month);
    let mut lines = vec![say!(words, "figures-called", month = month)];
    lines.extend(call_back::counted(words, *drawn, heard));
    Some(Html::lines(lines))
}

/// Shares, each with what it is a share of; nothing of nothing.
fn rates(words: Words<'_>, figures: &Figures) -> Option<Html> {
    let answered = per_cent(figures.answered, figures.received)?;
    let mut lines = vec![say!(
        words,
        "figures-answered-share",
        per_cent = answered,
        part = figures.answered,
        whole = figures.received
    )];
    if let Some(settled) = per_cent(figures.settled(), figures.answered) {
        lines.push(say!(
            words,
            "figures-settled-share",
            per_cent = settled,
            part = figures.settled(),
            whole = figures.answered
        ));
    }
    if let Some(days) = figures.median_days {
        lines.push(say!(
            words,
            "figures-median",
            days = days,
            count = figures.answered
        ));
    }
    let judged: usize = figures.verdicts.iter().map(|(_, count)| count).sum();
    if judged > 0 {
        let each: Vec<String> = figures
            .verdicts
            .iter()
            .map(|(verdict, count)| format!("{} {count}", judgement::verdict_name(words, *verdict)))
            .collect();
        lines.push(say!(
            words,
            "figures-judged",
            count = judged,
            each = each.join(" · ")
        ));
    }
    if figures.reopened > 0 {
        lines.push(say!(words, "figures-reopened", count = figures.reopened));
    }
    Some(Html::lines(lines))
}
