//! The office sorts what came in: the desk, corrections, merging, relating, splitting, returning. Start with [`desk`].

pub(crate) mod correct;
pub(crate) mod counter;
pub(crate) mod desk;
pub(crate) mod followers;
pub(crate) mod merge;
pub(crate) mod publish;
pub(crate) mod relate;
pub(crate) mod returns;
pub(crate) mod routes;
pub(crate) mod site;
pub(crate) mod split;
pub(crate) mod write_down;
