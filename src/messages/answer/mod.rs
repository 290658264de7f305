//! What a group reads while a delegate decides what a reply is: answer or note.

pub(crate) mod approval;
pub(crate) mod correction;
pub(crate) mod exchanged;
pub(crate) mod judgement;
pub(crate) mod promise;
mod proposal;
mod record;
pub(crate) mod resolution;
pub(crate) mod template;
pub(crate) mod together;

pub(crate) use self::record::{class_in_full, class_name, fact_line, record_line};

use self::record::subclass_name;
use jiff::civil::Date;

use crate::messages::{Html, Message, Words, catalog::short_day, keyboard::button, label, say};
use crate::{
    chat::{
        button::{AnsweringButton, Button, PreviewButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        answer::{
            Answer,
            coverage::{self, Covered},
            facts::{self, Unreadable, Wanted},
            hollow::{self, Hollow},
            proposal as from_words,
            record::Subclass,
        },
        question::{Question, ResultClass},
        said_day, text,
    },
};

/// So much of a long answer the preview shows; all of it is sent.
const PREVIEW_TEXT: usize = 2_500;

/// The words of an answer; for files alone, that they are the answer.
#[must_use]
pub(crate) fn words_of(words: Words<'_>, answer: &Answer) -> String {
    if answer.text.is_empty() {
        label!(words, "answer-in-files")
    } else {
        answer.text.clone()
    }
}

/// "Send this to the resident, or keep it as a note?" With everything that is still open about it.
#[must_use]
pub(crate) fn preview(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    today: Date,
) -> Message {
    let points = coverage::of(
        &question.text,
        &answer.text,
        answer.covered,
        answer.left_out,
    );
    let found = hollow::look_at(&answer.text, answer.files);
    let mut rows = vec![sending_row(words, answer, &found)];
    rows.extend(points.iter().map(|point| point_row(words, answer, *point)));
    rows.extend(fact_row(words, answer, today));
    rows.push(vec![button(
        label!(
            words,
            "button-open-classes",
            class = class_in_full(words, answer)
        ),
        &Button::Answering(AnsweringButton::OpenClasses(answer.id)),
    )]);
    rows.push(proposal::others(words, answer, today));
    rows.push(vec![button(
        label!(words, "button-drop"),
        &Button::Preview(PreviewButton::DropAnswer(answer.id)),
    )]);
    let mut lines = head(words, question, answer);
    lines.extend(proposal::because(words, answer, today));
    let mut blocks = vec![Html::lines(lines)];
    let warnings = warnings(words, answer, &points, &found);
    if !warnings.is_empty() {
        blocks.push(Html::lines(warnings));
    }
    blocks.push(say!(
        words,
        "reply-preview-ask",
        author = answer.author_name
    ));
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

fn head(words: Words<'_>, question: &Question, answer: &Answer) -> Vec<Html> {
    let shown = text::truncate_utf16(&words_of(words, answer), PREVIEW_TEXT);
    let mut lines = vec![
        say!(
            words,
            "reply-preview-head",
            code = question.code,
            text = shown
        ),
        say!(words, "answer-class", class = class_in_full(words, answer)),
    ];
    lines.extend(fact_line(words, answer));
    lines.extend(record_line(words, answer));
    if answer.files > 0 {
        lines.push(say!(words, "reply-preview-files", count = answer.files));
    }
    lines
}

fn sending_row(words: Words<'_>, answer: &Answer, found: &[Hollow]) -> Vec<InlineButton> {
    let send = if found.is_empty() {
        label!(words, "button-send-answer")
    } else {
        label!(words, "button-send-anyway-answer")
    };
    vec![
        button(send, &Button::Preview(PreviewButton::SendAnswer(answer.id)))
            .styled(ButtonStyle::Success),
        button(
            label!(words, "button-keep-note"),
            &Button::Preview(PreviewButton::KeepNote(answer.id)),
        ),
    ]
}

fn point_row(words: Words<'_>, answer: &Answer, point: (u8, Covered)) -> Vec<InlineButton> {
    let (number, covered) = point;
    let back = || Button::Answering(AnsweringButton::PointBack(answer.id, number));
    match covered {
        Covered::Open => vec![
            button(
                label!(words, "button-point-covered", number = number),
                &Button::Answering(AnsweringButton::Covered(answer.id, number)),
            ),
            button(
                label!(words, "button-point-left-out", number = number),
                &Button::Answering(AnsweringButton::LeaveOut(answer.id, number)),
            ),
        ],
        Covered::Answered => vec![button(
            label!(words, "button-point-is-covered", number = number),
            &back(),
        )],
        Covered::LeftOut => vec![button(
            label!(words, "button-point-is-left-out", number = number),
            &back(),
        )],
    }
}

/// The day that stands in the text, for one tap; and typing the fact.
fn fact_row(words: Words<'_>, answer: &Answer, today: Date) -> Option<Vec<InlineButton>> {
    let is_known = answer.facts.has(answer.class);
    let wanted = facts::wanted(answer.class);
    if !is_known && answer.class == ResultClass::Explained {
        return None;
    }
    let mut row = Vec::new();
    let asks_day = matches!(wanted, Wanted::Roadmap | Wanted::Expected | Wanted::Until);
    let offered = from_words::day_in(&answer.text, today)
        .filter(|day| asks_day && answer.facts.on != Some(*day));
    if let Some(day) = offered {
        row.push(button(
            label!(words, "button-take-day", day = short_day(day)),
            &Button::Answering(AnsweringButton::TakeDay(
                answer.id,
                said_day::number_of(day),
            )),
        ));
    }
    let typed = match wanted {
        Wanted::Roadmap | Wanted::Expected | Wanted::Until => label!(words, "button-type-day"),
        Wanted::Document => label!(words, "button-type-document"),
        Wanted::Obstacle => label!(words, "button-type-obstacle"),
    };
    let record = AnsweringButton::TypeRecord(answer.id);
    if wanted == Wanted::Document {
        row.push(button(typed, &Button::Answering(record)));
        return Some(row);
    }
    row.push(button(
        typed,
        &Button::Answering(AnsweringButton::TypeFact(answer.id)),
    ));
    let record = Button::Answering(record);
    row.push(button(label!(words, "button-type-record"), &record));
    Some(row)
}

fn warnings(
    words: Words<'_>,
    answer: &Answer,
    points: &[(u8, Covered)],
    found: &[Hollow],
) -> Vec<Html> {
    let mut lines = Vec::new();
    let open = coverage::open(points);
    if !open.is_empty() {
        let open: Vec<String> = open.iter().map(u8::to_string).collect();
        lines.push(say!(words, "warn-points", points = open.join(", ")));
    }
    if !answer.facts.suffice(answer.class) {
        lines.push(match facts::wanted(answer.class) {
            Wanted::Roadmap | Wanted::Expected => say!(words, "warn-no-day"),
            Wanted::Until => say!(words, "warn-no-until"),
            Wanted::Document => say!(words, "warn-no-document"),
            Wanted::Obstacle => say!(words, "warn-no-obstacle"),
        });
    }
    let is_shown = answer.facts.document.is_some() || answer.files > 0;
    if answer.class == ResultClass::Resolved && !is_shown {
        lines.push(say!(words, "warn-no-evidence"));
    }
    lines.extend(found.iter().map(|hollow| match hollow {
        Hollow::OnlyFiles => say!(words, "warn-only-files"),
        Hollow::TooShort => say!(words, "warn-too-short"),
        Hollow::Boilerplate => say!(words, "warn-boilerplate"),
        Hollow::NothingToCheck => say!(words, "warn-nothing-to-check"),
        Hollow::UnfilledField => say!(words, "warn-unfilled"),
    }));
    lines
}

/// The classes, in place of the other buttons; the chosen one is marked.
#[must_use]
pub(crate) fn classes(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    let mut rows: Vec<Vec<InlineButton>> = ResultClass::ALL
        .map(|class| {
            let mark = if class == answer.class {
                "● "
            } else {
                "○ "
            };
            let label = format!("{mark}{}", class_name(words, class));
            vec![button(
                label,
                &Button::Preview(PreviewButton::Classify(answer.id, class)),
            )]
        })
        .into();
    let subclasses = Subclass::of(answer.class);
    if subclasses.len() > 1 {
        let names = subclasses.iter().map(|subclass| {
            let is_chosen = answer.facts.subclass == Some(*subclass);
            let mark = if is_chosen { "◆ " } else { "◇ " };
            let name = format!("{mark}{}", subclass_name(words, *subclass));
            let chooses = AnsweringButton::Subclassify(answer.id, *subclass);
            button(name, &Button::Answering(chooses))
        });
        let names: Vec<InlineButton> = names.collect();
        rows.extend(names.chunks(2).map(<[_]>::to_vec));
    }
    rows.push(vec![button(
        label!(words, "button-back"),
        &Button::Answering(AnsweringButton::Preview(answer.id)),
    )]);
    let mut lines = head(words, question, answer);
    lines.push(say!(words, "reply-choose-class"));
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

/// "By when?", "Which document?", "What is it blocked by?"
#[must_use]
pub(crate) fn ask_fact(words: Words<'_>, question: &Question, answer: &Answer) -> Html {
    let class = class_name(words, answer.class);
    match facts::wanted(answer.class) {
        Wanted::Roadmap | Wanted::Expected => {
            say!(words, "ask-day", code = question.code, class = class)
        }
        Wanted::Until => say!(words, "ask-until", code = question.code, class = class),
        Wanted::Document => say!(words, "ask-document", code = question.code, class = class),
        Wanted::Obstacle => say!(words, "ask-obstacle", code = question.code, class = class),
    }
}

/// Which document, of which day, signed by whom?
#[must_use]
pub(crate) fn ask_record(words: Words<'_>, question: &Question) -> Html {
    say!(words, "ask-record", code = question.code)
}

/// Why what was typed is not the fact.
#[must_use]
pub(crate) fn unreadable(words: Words<'_>, why: &Unreadable) -> Html {
    match why {
        Unreadable::NoDay => say!(words, "unreadable-day"),
        Unreadable::Day(refused) => Html::text(&crate::messages::refusal::sentence(words, refused)),
        Unreadable::NoDocument => say!(words, "unreadable-document"),
        Unreadable::NoObstacle => say!(words, "unreadable-obstacle"),
    }
}

/// It cannot go to the resident any more, and why; it can still be kept as a note.
#[must_use]
pub(crate) fn note_only(
    words: Words<'_>,
    question: &Question,
    answer: &Answer,
    why: &str,
) -> Message {
    let html = Html::paragraphs([
        Html::text(why),
        Html::lines([
            say!(
                words,
                "reply-note-only",
                code = question.code,
                author = answer.author_name
            ),
            Html::quote(&shortened(words, answer)),
        ]),
    ]);
    let rows = vec![
        vec![button(
            label!(words, "button-keep-note"),
            &Button::Preview(PreviewButton::KeepNote(answer.id)),
        )],
        vec![button(
            label!(words, "button-drop"),
            &Button::Preview(PreviewButton::DropAnswer(answer.id)),
        )],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// What stands where the preview was: it went to the resident. With what can still be done about it.
#[must_use]
pub(crate) fn sent(words: Words<'_>, question: &Question, answer: &Answer) -> Message {
    let line = say!(
        words,
        "reply-sent",
        code = question.code,
        author = answer.author_name
    );
    let rows = vec![vec![
        button(
            label!(words, "button-correct"),
            &Button::Answering(AnsweringButton::Correct(answer.id)),
        ),
        button(
            label!(words, "button-keep-template"),
            &Button::Answering(AnsweringButton::KeepTemplate(answer.id)),
        ),
    ]];
    Message::with(decided(words, line, answer), Keyboard::Inline(rows))
}

/// What stands where the preview was: it is a note.
#[must_use]
pub(crate) fn noted(words: Words<'_>, question: &Question, answer: &Answer) -> Html {
    let line = say!(
        words,
        "reply-noted",
        code = question.code,
        author = answer.author_name
    );
    decided(words, line, answer)
}

pub(crate) fn decided(words: Words<'_>, line: Html, answer: &Answer) -> Html {
    Html::lines([line, Html::quote(&shortened(words, answer))])
}

pub(crate) fn shortened(words: Words<'_>, answer: &Answer) -> String {
    text::truncate_utf16(&words_of(words, answer), PREVIEW_TEXT)
}

/// What stands where the preview was: nothing became of it.
#[must_use]
pub(crate) fn dropped(words: Words<'_>, question: &Question) -> Html {
    say!(words, "reply-dropped", code = question.code)
}
