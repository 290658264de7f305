//! What every room uses: the transaction and the facts, rights, what several have to tell, asking for words.

pub(crate) mod actor;
pub(crate) mod alike;
pub(crate) mod asked;
pub(crate) mod consent;
pub(crate) mod cx;
pub(crate) mod deed;
pub(crate) mod error;
pub(crate) mod facts;
pub(crate) mod marks;
pub(crate) mod next;
pub(crate) mod notices;
pub(crate) mod on_paper;
pub(crate) mod prompts;
pub(crate) mod rights;
