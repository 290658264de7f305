//! Answers.

pub(crate) mod answer_corrections;
pub(crate) mod answer_media;
pub(crate) mod answers;
pub(crate) mod call_backs;
pub mod promises;
pub(crate) mod resolutions;
pub(crate) mod surveys;
pub(crate) mod templates;
pub(crate) mod together;
