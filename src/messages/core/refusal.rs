//! The rules say no: one sentence, with the facts.

use crate::domain::question::lifecycle::Refusal;
use crate::messages::{Words, label};

/// Why not, for a toast or a message (plain text).
#[must_use]
pub(crate) fn sentence(words: Words<'_>, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooManyOpen { limit } => {
            let limit = *limit;
            label!(words, "too-many-open", limit = limit)
        }
        Refusal::ClaimedBy { name } => label!(words, "refuse-claimed-by", name = name.as_str()),
        Refusal::NotYours => label!(words, "refuse-not-yours"),
        Refusal::AlreadyAnswered { by: None, .. } => label!(words, "refuse-answered"),
        Refusal::AlreadyAnswered { by: Some(by), at } => {
            label!(
                words,
                "refuse-already-answered",
                name = by.as_str(),
                time = words.moment(*at)
            )
        }
        Refusal::NotForwarded => label!(words, "refuse-not-forwarded"),
        Refusal::AlreadyForwarded { to } => {
            label!(words, "refuse-already-forwarded", body = words.body(to))
        }
        Refusal::WithAnotherBody { body } => {
            label!(words, "refuse-with-another", body = words.body(body))
        }
        Refusal::Withdrawn => label!(words, "refuse-withdrawn"),
        Refusal::Returned => label!(words, "refuse-returned"),
        Refusal::Merged { .. } => label!(words, "refuse-merged"),
        Refusal::WaitsForResident => label!(words, "refuse-waits-for-resident"),
        Refusal::NotWaiting => label!(words, "refuse-not-waiting"),
        Refusal::AlreadyResolved { at } => {
            label!(words, "refuse-already-resolved", time = words.moment(*at))
        }
        Refusal::BadDay { latest } => {
            label!(words, "refuse-bad-day", latest = words.day(*latest))
        }
        Refusal::NotMergeable => label!(words, "refuse-not-mergeable"),
        Refusal::TooLong => label!(words, "refuse-too-long"),
        Refusal::TooManyAdditions { limit } => {
            let limit = *limit;
            label!(words, "refuse-too-many-additions", limit = limit)
        }
    }
}
