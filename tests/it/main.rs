//! The bot over real HTTP against the emulator: people as verbs, time by hand, snapshots of what people
//! read. One binary, one file per feature.

#![expect(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on should say where; nobody imports this crate"
)]

mod people;
mod world;

mod answer;
mod answer_media;
mod approval;
mod ask;
mod ask_back;
mod attachments;
mod audit;
mod casework;
mod chase;
mod check_in;
mod come_in;
mod corrections;
mod digest;
mod follow_by_slip;
mod follow_ups;
mod forum;
mod gate;
mod groups;
mod handover;
mod hostile;
mod judge;
mod lists;
mod meeting_day;
mod meetings;
mod places;
mod plan_meetings;
mod points;
mod promise;
mod proxy;
mod quarter;
mod reminders;
mod reminders_ladder;
mod return_question;
mod rights;
mod roles;
mod settings;
mod similar;
mod stats;
mod triage;
mod trouble;
mod versions;
