//! Meetings as the office plans them, under the rules of its council. What a meeting is stands in [`super::meeting`], which
//! knows no council: councils hold meetings.

pub mod form;
pub mod reminder;
