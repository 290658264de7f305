//! What is asked for in the triage queue.

use serde::{Deserialize, Serialize};

use crate::domain::{guidance::Pointer, ids::RoundId};

/// One of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TriagePrompt {
    /// The code of the question that this one goes on as.
    MergeCode,
    /// The code of a question that belongs to this one.
    RelateCode,
    /// The parts into which this one is split.
    Parts,
    /// What is said in the recording.
    Transcript,
    /// What is sent on this site round: words, photos, a place.
    Visit(RoundId),
    /// What is to be covered before an answer is public, beside what the rules cover.
    Covers,
    /// Words for the author of a question that is returned.
    Guidance {
        /// Where they are pointed.
        pointer: Pointer,
    },
}
