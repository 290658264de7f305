//! How a word is written: short forms of phones, words of the Centre, typing slips, and what a Vietnamese syllable can be.

pub(super) mod dialect;
mod slips;
pub(super) mod syllable;
pub(super) mod teencode;
