//! The bot over real HTTP against the emulator: people as verbs, time by hand, snapshots of what people
//! read. One binary, one file per feature.

#![expect(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on should say where; nobody imports this crate"
)]

mod eyes;
mod facts;
mod people;
mod scene;
mod validity;
mod verbs;
mod world;

mod answer;
mod answer_media;
mod approval;
mod ask;
mod ask_back;
mod associations;
mod attachments;
mod attacks;
mod audit;
mod bans;
mod broadcast;
mod call_back;
mod casework;
mod chase;
mod check_in;
mod come_in;
mod consult;
mod corrections;
mod counted;
mod databases;
mod delegations;
mod digest;
mod ease;
mod encoding;
mod every_word;
mod exchange;
mod failure_points;
mod flood;
mod follow_by_slip;
mod follow_ups;
mod forum;
mod gate;
mod groups;
mod handover;
mod hostile;
mod inline;
mod issue;
mod judge;
mod limits;
mod links;
mod lists;
mod live;
mod marks;
mod meeting_day;
mod meetings;
mod meetings_in_group;
mod membership;
mod opened;
mod own_data;
mod paper_rules;
mod places;
mod plan_meetings;
mod points;
mod promise;
mod proxy;
mod publish;
mod quarter;
mod quarter_together;
mod readings;
mod register_pages;
mod reminders;
mod reminders_ladder;
mod reports;
mod reserved_seats;
mod resolved;
mod return_question;
mod rights;
mod roles;
mod search;
mod settings;
mod similar;
mod site;
mod slips;
mod stale;
mod stats;
mod subjects;
mod supervision;
mod taps;
mod triage;
mod trouble;
mod uncover;
mod upkeep;
mod versions;
mod watched;
