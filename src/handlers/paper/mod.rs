//! People without Telegram: a clerk enters their question, keeps it, tells them; they follow it by slip.

pub(crate) mod bulk;
pub(crate) mod enter;
pub(crate) mod follow;
pub(crate) mod keep;
pub(crate) mod tell;
