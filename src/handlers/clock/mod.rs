//! What the calendar brings: digests, reminders and their putting off, lists, figures. Start with [`morning`].

pub(crate) mod call_back;
pub(crate) mod digest;
pub(crate) mod exchanged;
pub(crate) mod figures;
pub(crate) mod imported;
pub(crate) mod issue;
pub(crate) mod morning;
pub(crate) mod open_list;
pub(crate) mod put_off;
pub(crate) mod remind;
pub(crate) mod report;
pub(crate) mod supervision;
pub(crate) mod waiting_cards;
