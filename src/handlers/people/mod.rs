//! The person: consent, where they live, settings, phone; what is stored about them, and how it ends.

pub(crate) mod area;
pub(crate) mod areas;
pub(crate) mod consent;
pub(crate) mod erase;
pub(crate) mod my_data;
pub(crate) mod phone;
pub(crate) mod place;
pub(crate) mod request_desk;
pub(crate) mod requests;
pub(crate) mod retention;
pub(crate) mod settings;
