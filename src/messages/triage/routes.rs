//! Where questions would go.

use super::{press, reason};
use crate::messages::{Html, Message, Words, label, say};
use crate::{
    chat::{button::TriageButton, outgoing::Keyboard},
    domain::{
        ids::{AreaCode, CategoryCode, QuestionId},
        routing::Routed,
    },
};

/// One line of the preview of the routes.
#[derive(Debug, Clone)]
pub(crate) struct RouteLine {
    /// The category.
    pub(crate) category: CategoryCode,
    /// Who would get it, and why.
    pub(crate) routed: Routed,
    /// The committee that watches, by name.
    pub(crate) watched_by: Option<String>,
    /// Working days for the answer.
    pub(crate) days: u16,
}

/// Who would get a question of this area, by category.
#[must_use]
pub(crate) fn routes(
    words: Words<'_>,
    area: &AreaCode,
    lines: &[RouteLine],
    back: Option<QuestionId>,
) -> Message {
    let mut blocks = vec![say!(words, "routes-title", area = words.area_in_full(area))];
    blocks.extend(lines.iter().map(|line| {
        let base = say!(
            words,
            "routes-line",
            category = words.category(&line.category),
            body = words.body(&line.routed.body),
            why = reason(words, &line.routed.because),
            days = line.days
        );
        match &line.watched_by {
            Some(committee) => {
                Html::lines([base, say!(words, "routes-watched", committee = committee)])
            }
            None => base,
        }
    }));
    let html = Html::lines(blocks);
    match back {
        Some(question) => {
            let back = press(label!(words, "button-back"), TriageButton::More(question));
            Message::with(html, Keyboard::Inline(vec![vec![back]]))
        }
        None => Message::plain(html),
    }
}
