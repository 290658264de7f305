//! What is said when residents judge an answer, and what the group hears of it.

use crate::messages::{
    Html, Message, Words,
    keyboard::button,
    label,
    lines::{card_head, first_line},
    news, say,
};
use crate::{
    chat::{
        button::{AnsweringButton, Button},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        answer::{Answer, judgement::Verdict},
        ids::BodyCode,
        keyword::Keyword,
        question::Question,
        redaction::without_contacts,
        text,
    },
};

/// So much of a resident's words the group reads, in UTF-16 units.
const SHOWN_WORDS: usize = 1_500;

/// The name of a verdict.
#[must_use]
pub(crate) fn verdict_name(words: Words<'_>, verdict: Verdict) -> String {
    match verdict {
        Verdict::Satisfied => label!(words, "verdict-satisfied"),
        Verdict::Partly => label!(words, "verdict-partly"),
        Verdict::Not => label!(words, "verdict-not"),
        Verdict::Unseen => label!(words, "verdict-unseen"),
    }
}

/// The four buttons.
#[must_use]
pub(crate) fn buttons(words: Words<'_>, answer: &Answer, promise: i64) -> Keyboard {
    let verdicts: Vec<InlineButton> = Verdict::ALL
        .iter()
        .map(|verdict| {
            button(
                verdict_name(words, *verdict),
                &Button::Answering(AnsweringButton::Judge(answer.id, promise, *verdict)),
            )
        })
        .collect();
    Keyboard::Inline(verdicts.chunks(2).map(<[_]>::to_vec).collect())
}

/// "What do you think of the answer?"
#[must_use]
pub(crate) fn survey(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    promise: i64,
) -> Message {
    let quoted = first_line(&question.text);
    let html = if promise == 0 {
        say!(words, "survey", code = question.code, question = quoted)
    } else {
        say!(
            words,
            "survey-promise",
            code = question.code,
            question = quoted
        )
    };
    Message::with(html, buttons(words, answer, promise))
}

/// What stands where the survey was, once it is noted.
#[must_use]
pub(crate) fn judged(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    promise: i64,
    verdict: Verdict,
    more: Option<Html>,
) -> Message {
    let mut blocks = vec![say!(
        words,
        "judged",
        code = question.code,
        verdict = verdict_name(words, verdict)
    )];
    blocks.extend(more);
    let row = vec![
        button(
            label!(words, "button-comment"),
            &Button::Answering(AnsweringButton::Comment(answer.id, promise)),
        ),
        button(
            label!(words, "button-judge-again"),
            &Button::Answering(AnsweringButton::JudgeAgain(answer.id, promise)),
        ),
    ];
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(vec![row]))
}

/// The same after it was opened again: nothing to press any more.
#[must_use]
pub(crate) fn closed(words: Words<'_>, question: &Question, verdict: Verdict) -> Message {
    Message::plain(say!(
        words,
        "judged",
        code = question.code,
        verdict = verdict_name(words, verdict)
    ))
}

/// It was opened again as often as possible: whom else to turn to.
#[must_use]
pub(crate) fn exhausted(words: Words<'_>) -> Html {
    let contact = &words.council().contact;
    let mut lines = vec![say!(words, "judge-exhausted")];
    if let Some(office) = &contact.office {
        let office = office.in_language(words.language());
        lines.push(say!(words, "help-contact-office", office = office));
    }
    if let Some(reception) = &contact.citizen_reception {
        let reception = reception.in_language(words.language());
        lines.push(say!(words, "judge-reception", reception = reception));
    }
    Html::lines(lines)
}

/// For the resident: it is open again.
#[must_use]
pub(crate) fn reopened(words: Words<'_>, question: &Question, looks: Option<&BodyCode>) -> Message {
    let news = news!(words, question, "reopened");
    match looks {
        Some(body) => Message::plain(Html::lines([
            news.html,
            say!(words, "appeal-looks", body = words.body(body)),
        ])),
        None => news,
    }
}

/// For the group, under the card: why the resident is not content.
#[must_use]
pub(crate) fn objection(words: Words<'_>, question: &Question, said: &str) -> Message {
    Message::plain(Html::lines([
        say!(
            words,
            "card-objection",
            code = question.code,
            initials = question.author_initials,
            times = question.reopened
        ),
        quoted(said),
        say!(
            words,
            "card-objection-next",
            body = words.body(&question.body),
            due = words.day(question.due_on)
        ),
    ]))
}

/// Where the live card was, in the group whose answer was not enough a second time: somebody else has it now.
#[must_use]
pub(crate) fn went_up(words: Words<'_>, question: &Question) -> Message {
    Message::plain(Html::lines([
        card_head(words, question),
        quoted(&question.text),
        say!(
            words,
            "card-went-up",
            times = question.reopened,
            body = words.body(&question.body)
        ),
    ]))
}

/// For the body above: what was answered before.
#[must_use]
pub(crate) fn earlier_answer(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    Message::plain(Html::lines([
        say!(
            words,
            "card-earlier-answer",
            code = question.code,
            name = answer.author_name
        ),
        Html::quote(&crate::messages::answer::shortened(words, answer)),
    ]))
}

/// For the group, under the card: what the resident has to say about the answer.
#[must_use]
pub(crate) fn comment(
    words: Words<'_>,
    question: &Question,
    verdict: Verdict,
    said: &str,
) -> Message {
    Message::plain(Html::lines([
        say!(
            words,
            "card-comment",
            code = question.code,
            initials = question.author_initials,
            verdict = verdict_name(words, verdict)
        ),
        quoted(said),
    ]))
}

/// For the group: not content a third time, and told whom else to turn to.
#[must_use]
pub(crate) fn still_not_content(
    words: Words<'_>,
    question: &Question,
    verdict: Verdict,
) -> Message {
    Message::plain(say!(
        words,
        "card-still-not-content",
        code = question.code,
        initials = question.author_initials,
        verdict = verdict_name(words, verdict)
    ))
}

/// Lines of the card: what residents think.
#[must_use]
pub(crate) fn card_lines(
    words: Words<'_>,
    question: &Question,
    answer: Option<&Answer>,
) -> Vec<Html> {
    let mut lines = Vec::new();
    if question.reopened > 0 {
        lines.push(say!(words, "card-reopened", times = question.reopened));
    }
    let Some(answer) = answer else {
        return lines;
    };
    if let Some(verdict) = answer.judged.by_author {
        lines.push(say!(
            words,
            "card-judged",
            initials = question.author_initials,
            verdict = verdict_name(words, verdict)
        ));
    }
    if answer.judged.supporters > 0 {
        lines.push(say!(
            words,
            "card-judged-supporters",
            satisfied = answer.judged.supporters_satisfied,
            count = answer.judged.supporters
        ));
    }
    lines
}

fn quoted(said: &str) -> Html {
    Html::quote(&text::truncate_utf16(&without_contacts(said), SHOWN_WORDS))
}
