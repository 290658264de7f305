//! A resident's question from the first word to the receipt, and what its author may do with it afterwards.
//! Start with [`ask`].

pub(crate) mod add;
pub(crate) mod ask;
pub(crate) mod attach;
pub(crate) mod chase;
pub(crate) mod draft;
pub(crate) mod gate;
pub(crate) mod held;
pub(crate) mod look_up;
pub(crate) mod mine;
pub(crate) mod place;
pub(crate) mod revise;
pub(crate) mod split;
pub(crate) mod submit;
pub(crate) mod support;
pub(crate) mod withdraw;
