//! What is said in a voice message, written down by a clerk for everybody who has to read it: its author reads it back and
//! may correct it.

use crate::{
    domain::{
        event::Event,
        prompt::{Prompt, TriagePrompt},
        question::{
            Question,
            draft::QuestionText,
            transcript::{self, Marks},
        },
    },
    handlers::{
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            deed::Deed,
            notices, prompts,
        },
        triage::desk::show,
    },
    messages::{Message, Words, label, refusal, say},
    store::follow_ups,
};

/// "Ghi lời trong tin thoại": the recording once more, and the question for its words.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question) -> Outcome {
    notices::media_in(cx, question, desk.chat)?;
    let ask = say!(
        desk.words(cx),
        "triage-ask-transcript",
        code = question.code
    );
    let prompt = Prompt::Triage(TriagePrompt::Transcript);
    prompts::ask(cx, desk, prompt, Some(question.id), ask)
}

/// The words came.
pub(crate) fn typed(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    typed: &str,
) -> Outcome {
    let words = desk.words(cx);
    let Ok(said) = QuestionText::parse(typed) else {
        return desk.refuse(cx, label!(words, "ask-too-short"));
    };
    let (stand_in, heading) = (
        label!(cx.group_words(), "media-says-it"),
        label!(cx.group_words(), "transcript-heading"),
    );
    let marks = Marks {
        stand_in: &stand_in,
        heading: &heading,
    };
    let written = match transcript::write_down(question.clone(), marks, &said) {
        Ok(written) => written,
        Err(refused) => return desk.refuse(cx, refusal::sentence(words, &refused)),
    };
    follow_ups::keep_revision(cx.tx, question.id, &question.text, cx.now)?;
    cx.facts.words().forget(&question.id);
    let text = said.as_str();
    let news = |words: Words<'_>, question: &Question| {
        Message::plain(say!(
            words,
            "transcript-news",
            code = question.code,
            text = text
        ))
    };
    let deed = Deed::new(written, Event::QuestionWrittenDown, desk.by()).tells(news);
    let written = cx.does(deed)?;
    if written.state.is_with_body() {
        let note = say!(
            cx.group_words(),
            "transcript-note",
            code = written.code,
            text = written.with_text(said.into_string()).text_on_card()
        );
        notices::words_under_card(cx, &written, Message::plain(note))?;
    }
    let told = if written.author.is_some() {
        "yes"
    } else {
        "no"
    };
    let done = say!(
        words,
        "triage-written-down",
        code = written.code,
        told = told
    );
    show(cx, desk, &written, Some(done))
}
