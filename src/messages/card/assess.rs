//! What those who watch a matter read of it: what was promised beside what its resident says, and their own verdict.

use crate::messages::{
    Html, Message, Words,
    answer::{class_in_full, fact_line, record_line, words_of},
    card::state_line,
    keyboard::button,
    label,
    lines::{card_head, gist},
    resolution, say,
};
use crate::{
    chat::{
        button::{Button, ClockButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        answer::{
            Answer,
            appeal::{Assessment, Mark},
        },
        keyword::Keyword,
        question::Question,
        redaction::without_contacts,
        text,
    },
};

/// So much of a question, an answer, an objection is shown.
const SHOWN: usize = 900;

/// Promised beside said.
#[must_use]
pub(crate) fn appeal(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    said: &str,
) -> Message {
    let mut lines = vec![
        say!(words, "appeal-title", body = words.body(&question.body)),
        card_head(words, question),
        Html::quote(&gist(&question.text_on_card(), SHOWN)),
    ];
    lines.extend(answer_lines(words, answer));
    if !said.is_empty() {
        lines.push(say!(words, "appeal-said"));
        let said = text::truncate_utf16(&without_contacts(said), SHOWN);
        lines.push(Html::quote(&said));
    }
    lines.push(say!(words, "appeal-hint", code = question.code));
    Message::with(Html::lines(lines), buttons(words, question, None))
}

fn answer_lines(words: Words<'_>, answer: &Answer) -> Vec<Html> {
    let shown = text::truncate_utf16(&words_of(words, answer), SHOWN);
    let class = class_in_full(words, answer);
    let mut lines = vec![say!(words, "appeal-answered", class = class)];
    lines.push(Html::quote(&without_contacts(&shown)));
    lines.extend(fact_line(words, answer));
    lines.extend(record_line(words, answer));
    lines
}

/// How a matter stands, for those who watch it.
#[must_use]
pub(crate) fn view(
    words: Words<'_>,
    question: &Question,
    answer: Option<&Answer>,
    assessment: Option<&Assessment>,
) -> Message {
    let mut lines = vec![
        card_head(words, question),
        say!(words, "watched-by", body = words.body(&question.body)),
        Html::quote(&gist(&question.text_on_card(), SHOWN)),
        state_line(words, question, answer),
    ];
    if let Some(answer) = answer {
        lines.extend(answer_lines(words, answer));
        lines.extend(resolution::card_line(words, question, Some(answer), None));
    }
    lines.extend(assessment.and_then(|assessment| card_line(words, assessment)));
    Message::with(Html::lines(lines), buttons(words, question, assessment))
}

/// The line of the card.
#[must_use]
pub(crate) fn card_line(words: Words<'_>, assessment: &Assessment) -> Option<Html> {
    let said: Vec<String> = Mark::ALL
        .iter()
        .filter(|mark| assessment.has(**mark))
        .map(|mark| name(words, *mark))
        .collect();
    (!said.is_empty()).then(|| {
        say!(
            words,
            "card-assessed",
            body = words.body(&assessment.body),
            said = said.join(" · ")
        )
    })
}

fn name(words: Words<'_>, mark: Mark) -> String {
    label!(words, "assess-mark", mark = mark.to_string())
}

fn buttons(words: Words<'_>, question: &Question, assessment: Option<&Assessment>) -> Keyboard {
    let all: Vec<InlineButton> = Mark::ALL
        .iter()
        .map(|mark| {
            let is_said = assessment.is_some_and(|assessment| assessment.has(*mark));
            let sign = if is_said { "●" } else { "○" };
            button(
                format!("{sign} {}", name(words, *mark)),
                &Button::Clock(ClockButton::Assess(question.id, *mark)),
            )
        })
        .collect();
    Keyboard::Inline(all.chunks(2).map(<[_]>::to_vec).collect())
}
