//! What a body does with a question on its card, beside answering: claim, transfer, ask back, send up, set aside,
//! assign, nominate; and what time does to it. Start with [`deeds`].

pub(crate) mod ask_back;
pub(crate) mod assess;
pub(crate) mod assign;
pub(crate) mod claim;
pub(crate) mod deeds;
pub(crate) mod desk;
pub(crate) mod nominate;
pub(crate) mod notes;
pub(crate) mod oblige;
pub(crate) mod send_up;
pub(crate) mod set_aside;
pub(crate) mod tasks;
pub(crate) mod timers;
pub(crate) mod transfer;
