//! What is taken in from others, as `cutri import` reads it: registers, opinion slips that came back, packages of another
//! council. Every row is read against the council of here; nothing is guessed that a report would count.

pub mod exchange;
pub mod register;
pub mod sheet;
pub mod slips;
