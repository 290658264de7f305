//! What an answer carries beside its words: class, sub-class, fact, document, signer.

use crate::domain::{
    answer::{
        Answer,
        facts::{self, Wanted},
        record::Subclass,
    },
    question::ResultClass,
};
use crate::messages::{Html, Words, catalog::short_day, label, say};

/// The name of a result class.
#[must_use]
pub(crate) fn class_name(words: Words<'_>, class: ResultClass) -> String {
    match class {
        ResultClass::Resolved => label!(words, "class-resolved"),
        ResultClass::Explained => label!(words, "class-explained"),
        ResultClass::InProgress => label!(words, "class-in-progress"),
        ResultClass::Planned => label!(words, "class-planned"),
        ResultClass::NotYet => label!(words, "class-not-yet"),
        ResultClass::SetAside => label!(words, "class-set-aside"),
        ResultClass::SentUp => label!(words, "class-sent-up"),
    }
}

/// The class with its sub-class: "Đã giải quyết xong (tổ chức thực hiện)".
#[must_use]
pub(crate) fn class_in_full(words: Words<'_>, answer: &Answer) -> String {
    let class = class_name(words, answer.class);
    let says_more = |subclass: &Subclass| {
        Subclass::of(answer.class).len() > 1 && { Subclass::of(answer.class).contains(subclass) }
    };
    match answer.facts.subclass.filter(says_more) {
        Some(subclass) => label!(
            words,
            "class-in-full",
            class = class,
            subclass = subclass_name(words, subclass)
        ),
        None => class,
    }
}

/// The name of a sub-class.
#[must_use]
pub(crate) fn subclass_name(words: Words<'_>, subclass: Subclass) -> String {
    label!(words, "subclass", subclass = subclass.to_string())
}

/// The document of an answer whose class has another fact, and who signed.
#[must_use]
pub(crate) fn record_line(words: Words<'_>, answer: &Answer) -> Option<Html> {
    let facts = &answer.facts;
    let document = facts.document.as_ref();
    let is_said = facts::wanted(answer.class) == Wanted::Document;
    match (document.filter(|_| !is_said), &facts.signer) {
        (Some(document), Some(signer)) => Some(say!(
            words,
            "record-document-signed",
            number = document.number,
            day = short_day(document.dated),
            name = signer
        )),
        (Some(document), None) => Some(say!(
            words,
            "fact-document",
            number = document.number,
            day = short_day(document.dated)
        )),
        (None, Some(signer)) => Some(say!(words, "record-signer", name = signer)),
        (None, None) => None,
    }
}

/// What is known beside the class, as the resident reads it.
#[must_use]
pub(crate) fn fact_line(words: Words<'_>, answer: &Answer) -> Option<Html> {
    let facts = &answer.facts;
    match facts::wanted(answer.class) {
        Wanted::Roadmap => facts
            .on
            .map(|day| say!(words, "fact-roadmap", day = short_day(day))),
        Wanted::Expected => facts
            .on
            .map(|day| say!(words, "fact-expected", day = short_day(day))),
        Wanted::Until => facts
            .on
            .map(|day| say!(words, "fact-until", day = short_day(day))),
        Wanted::Document => facts.document.as_ref().map(|document| {
            let (number, day) = (&document.number, short_day(document.dated));
            say!(words, "fact-document", number = number, day = day)
        }),
        Wanted::Obstacle => facts
            .obstacle
            .as_ref()
            .map(|obstacle| say!(words, "fact-obstacle", obstacle = obstacle)),
    }
}
