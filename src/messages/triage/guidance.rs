//! Returning a question: the pointers to choose from, and what its author reads. Never "not our job".

use crate::messages::{
    Html, Message, Words,
    keyboard::button,
    label,
    lines::{first_line, gist},
    say,
};
use crate::{
    chat::{
        button::{Button, TriageButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        guidance::{BadGuidance, Guidance, MAX_WORDS, Pointer},
        keyword::Keyword,
        question::Question,
    },
};

/// So much of the question is quoted, in UTF-16 units.
const QUOTED: usize = 300;

fn press(words: impl Into<String>, means: TriageButton) -> InlineButton {
    button(words, &Button::Triage(means))
}

fn keep_it(words: Words<'_>, question: &Question) -> Vec<InlineButton> {
    let keep = TriageButton::KeepIt(question.id);
    vec![press(label!(words, "button-keep-question"), keep)]
}

/// "Who is competent?"
#[must_use]
pub(crate) fn pointers(words: Words<'_>, question: &Question) -> Message {
    let mut rows: Vec<Vec<InlineButton>> = Pointer::ALL
        .iter()
        .map(|pointer| {
            let name = label!(words, "guidance-pointer", pointer = pointer.as_str());
            vec![press(name, TriageButton::Point(question.id, *pointer))]
        })
        .collect();
    rows.push(keep_it(words, question));
    let html = say!(
        words,
        "guidance-choose",
        code = question.code,
        text = first_line(&question.text_on_card())
    );
    Message::with(html, Keyboard::Inline(rows))
}

/// "Write who it is." / "Write what to add."
#[must_use]
pub(crate) fn ask_words(words: Words<'_>, question: &Question, pointer: Pointer) -> Html {
    let most = MAX_WORDS;
    say!(
        words,
        "guidance-ask-words",
        code = question.code,
        pointer = pointer.as_str(),
        most = most
    )
}

/// The words are none.
#[must_use]
pub(crate) fn bad(words: Words<'_>, why: BadGuidance) -> Html {
    let most = MAX_WORDS;
    match why {
        BadGuidance::NamesNobody => say!(words, "guidance-names-nobody"),
        BadGuidance::TooLong => say!(words, "guidance-too-long", most = most),
    }
}

/// What its author will read, and the last word of whoever returns it. `group` speaks here, `author` there.
#[must_use]
pub(crate) fn preview(
    group: Words<'_>,
    author: Words<'_>,
    question: &Question,
    guidance: &Guidance,
) -> Message {
    let blocks = [
        say!(group, "guidance-preview", code = question.code),
        Html::quote(&for_author(author, question, guidance).html.visible_text()),
    ];
    let mut rows = vec![
        vec![press(
            label!(group, "button-return-now"),
            TriageButton::ReturnNow(question.id),
        )],
        vec![
            press(
                label!(group, "button-add-words"),
                TriageButton::AddWords(question.id, guidance.pointer),
            ),
            press(
                label!(group, "button-back"),
                TriageButton::Return(question.id),
            ),
        ],
    ];
    rows.push(keep_it(group, question));
    Message::with(Html::lines(blocks), Keyboard::Inline(rows))
}

/// What its author reads: who is competent, what comes next, where to ask.
#[must_use]
pub(crate) fn for_author(words: Words<'_>, question: &Question, guidance: &Guidance) -> Message {
    let mut blocks = vec![
        say!(
            words,
            "guidance-news",
            code = question.code,
            text = gist(&question.text, QUOTED)
        ),
        say!(
            words,
            "guidance-what-next",
            pointer = guidance.pointer.as_str()
        ),
    ];
    if let Some(added) = &guidance.words {
        blocks.push(Html::quote(added));
    }
    let contact = &words.council().contact;
    if guidance.pointer == Pointer::CitizenReception
        && let Some(reception) = &contact.citizen_reception
    {
        let reception = reception.in_language(words.language());
        blocks.push(say!(words, "help-contact-reception", reception = reception));
    }
    if let Some(office) = &contact.office {
        let office = office.in_language(words.language());
        blocks.push(say!(words, "guidance-ask-us", office = office));
    }
    Message::plain(Html::paragraphs(blocks))
}

/// For whoever wanted the same.
#[must_use]
pub(crate) fn for_supporter(words: Words<'_>, question: &Question, guidance: &Guidance) -> Message {
    let public = crate::messages::similar::redacted(question);
    for_author(words, &public, guidance)
}

/// Under the card: what was done, and why.
#[must_use]
pub(crate) fn done(words: Words<'_>, question: &Question, guidance: &Guidance, name: &str) -> Html {
    let base = say!(
        words,
        "guidance-done",
        code = question.code,
        name = name,
        pointer = label!(
            words,
            "guidance-pointer",
            pointer = guidance.pointer.as_str()
        )
    );
    match &guidance.words {
        Some(added) => Html::lines([base, Html::quote(added)]),
        None => base,
    }
}
