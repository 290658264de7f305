//! Merging, splitting, questions that belong together.

use super::{Alike, SHORT_TEXT, choice, press, short};
use crate::messages::{Html, Message, Words, label, lines::gist, say};
use crate::{
    chat::{button::TriageButton, outgoing::InlineButton},
    domain::{question::Question, text},
};

/// What the question could be merged into or related to.
#[must_use]
pub(crate) fn others(
    words: Words<'_>,
    question: &Question,
    alike: &[Alike],
    joining: Joining,
) -> Message {
    let id = question.id;
    let mut blocks = vec![match joining {
        Joining::Merge => say!(words, "triage-merge-what"),
        Joining::Relate => say!(words, "triage-relate-what"),
    }];
    if alike.is_empty() {
        blocks.push(say!(words, "triage-none-alike"));
    }
    blocks.extend(alike.iter().map(|alike| {
        say!(
            words,
            "triage-alike",
            code = alike.question.code,
            percent = alike.per_cent,
            text = short(&alike.question)
        )
    }));
    let mut rows: Vec<Vec<InlineButton>> = alike
        .iter()
        .map(|alike| {
            let other = alike.question.id;
            let code = alike.question.code.to_string();
            vec![match joining {
                Joining::Merge => press(
                    label!(words, "button-merge-into", code = code),
                    TriageButton::Merge(id, other),
                ),
                Joining::Relate => press(
                    label!(words, "button-relate-to", code = code),
                    TriageButton::Relate(id, other),
                ),
            }]
        })
        .collect();
    let by_code = match joining {
        Joining::Merge => TriageButton::MergeByCode(id),
        Joining::Relate => TriageButton::RelateByCode(id),
    };
    rows.push(vec![press(label!(words, "button-type-code"), by_code)]);
    choice(
        words,
        question,
        Html::lines(blocks),
        rows,
        TriageButton::More(id),
    )
}

/// What two questions are to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joining {
    /// One.
    Merge,
    /// Two that know of each other.
    Relate,
}

/// "Really?" before people are told that their question goes on as another.
#[must_use]
pub(crate) fn merge_ask(
    words: Words<'_>,
    question: &Question,
    other: &Question,
    told: usize,
) -> Message {
    let ask = Html::lines([
        say!(
            words,
            "triage-merge-ask",
            code = question.code,
            other = other.code,
            told = told
        ),
        Html::quote(&short(other)),
    ]);
    let yes = press(
        label!(words, "button-merge-into", code = other.code.to_string()),
        TriageButton::MergeNow(question.id, other.id),
    );
    choice(
        words,
        question,
        ask,
        vec![vec![yes]],
        TriageButton::Merges(question.id),
    )
}

/// For whoever asked or supported a question that goes on as another.
#[must_use]
pub(crate) fn merged(words: Words<'_>, question: &Question, other: &Question) -> Message {
    Message::plain(say!(
        words,
        "merged-news",
        code = question.code,
        other = other.code,
        body = words.body(&other.body),
        due = words.day(other.due_on),
        text = gist(&question.text, SHORT_TEXT)
    ))
}

/// How the question would be split.
#[must_use]
pub(crate) fn parts(words: Words<'_>, question: &Question, parts: &[String]) -> Message {
    let id = question.id;
    let type_them = press(
        label!(words, "button-type-parts"),
        TriageButton::TypeParts(id),
    );
    if parts.is_empty() {
        let ask = say!(words, "triage-no-parts");
        return choice(
            words,
            question,
            ask,
            vec![vec![type_them]],
            TriageButton::More(id),
        );
    }
    let count = parts.len();
    let mut blocks = vec![say!(words, "triage-parts", count = count)];
    blocks.extend(
        parts
            .iter()
            .map(|part| Html::quote(&text::truncate_utf16(part, 300))),
    );
    let rows = vec![
        vec![press(
            label!(words, "button-split", count = count),
            TriageButton::SplitNow(id, question.version),
        )],
        vec![type_them],
    ];
    choice(
        words,
        question,
        Html::lines(blocks),
        rows,
        TriageButton::More(id),
    )
}

/// For the author: the question was split, under which codes.
#[must_use]
pub(crate) fn was_split(words: Words<'_>, question: &Question, others: &[Question]) -> Message {
    let count = others.len().saturating_add(1);
    let mut blocks = vec![say!(
        words,
        "split-news",
        code = question.code,
        count = count
    )];
    blocks.extend(std::iter::once(question).chain(others).map(|part| {
        say!(
            words,
            "split-news-part",
            code = part.code,
            text = text::truncate_utf16(&part.text, 300)
        )
    }));
    Message::plain(Html::lines(blocks))
}

/// What else the author has open, and whether all of it is to be one question with one answer.
#[must_use]
pub(crate) fn gather(words: Words<'_>, question: &Question, others: &[Question]) -> Message {
    let mut lines = vec![say!(
        words,
        "triage-gather",
        code = question.code,
        count = others.len()
    )];
    lines.extend(others.iter().map(|other| {
        say!(
            words,
            "triage-gather-line",
            code = other.code,
            text = short(other)
        )
    }));
    let now = press(
        label!(words, "button-gather-now"),
        TriageButton::GatherNow(question.id, question.version),
    );
    choice(
        words,
        question,
        Html::lines(lines),
        vec![vec![now]],
        TriageButton::Show(question.id),
    )
}
