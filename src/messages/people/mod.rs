//! Residents, and what is stored about them.

mod association;
pub(crate) mod data_request;
pub(crate) mod my_data;
pub(crate) mod privacy;
pub(crate) mod resident;
pub(crate) mod settings;
