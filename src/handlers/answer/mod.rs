//! From a delegate's reply to the resident's verdict: preview, completing, approval, delivery, correction, judging,
//! promises, templates. Start with [`reply`].

pub(crate) mod approve;
pub(crate) mod as_channel;
pub(crate) mod complete;
pub(crate) mod confirm;
pub(crate) mod correct;
pub(crate) mod deliver;
pub(crate) mod exchanged;
pub(crate) mod judge;
pub(crate) mod promise;
pub(crate) mod propose;
pub(crate) mod reply;
pub(crate) mod resolve;
pub(crate) mod template;
pub(crate) mod together;
