//! What its author decides about a draft before it is sent, on the one message that shows it: its field and kind, who
//! will see it, whether it is thrown away. Start with [`screen`].

pub(crate) mod discard;
pub(crate) mod field;
pub(crate) mod kind;
pub(crate) mod screen;
