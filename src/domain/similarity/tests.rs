//! Claims about similarity.
