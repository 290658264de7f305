//! Which step a button asks for, one file a subject.

pub(crate) mod answer;
pub(crate) mod clock;
pub(crate) mod data;
pub(crate) mod meeting;
pub(crate) mod office;
pub(crate) mod organise;
pub(crate) mod paper;
pub(crate) mod person;
pub(crate) mod publish;
pub(crate) mod question;
