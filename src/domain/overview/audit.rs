//! What the log of the council is read by: subjects of events.

use crate::domain::keyword::keywords;

keywords! {
    /// Which events somebody wants to read.
    pub enum AuditSubject {
        /// All of them.
        Everything = "all",
        /// Looks at personal data.
        Looks = "looks",
        /// Consent, erasure, requests about data, retention.
        Privacy = "privacy",
        /// Roles, links, groups.
        Rights = "rights",
        /// Deeds with questions.
        Questions = "questions",
        /// Meetings.
        Meetings = "meetings",
    }
}

impl AuditSubject {
    /// The names of its events; empty: those of every question, or all.
    #[must_use]
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Everything | Self::Questions => &[],
            Self::Looks => &[
                "phone_viewed",
                "words_viewed",
                "contact_seen",
                "guest_list_viewed",
                "data_request_viewed",
                "data_handed_over",
                "slip_printed",
                "audit_exported",
            ],
            Self::Privacy => &[
                "consent_given",
                "consent_refused",
                "consent_withdrawn",
                "profile_changed",
                "area_chosen",
                "data_given",
                "data_request_made",
                "data_request_viewed",
                "data_handed_over",
                "data_request_closed",
                "erasure_asked",
                "erasure_taken_back",
                "person_forgotten",
                "retention_done",
            ],
            Self::Rights => &[
                "invitation_made",
                "invitation_revoked",
                "invitation_declined",
                "role_granted",
                "role_revoked",
                "role_expired",
                "member_left",
                "question_handed_over",
                "chat_linked",
                "chat_migrated",
                "group_left",
                "person_banned",
                "person_unbanned",
                "ban_appealed",
                "trouble_settled",
            ],
            Self::Meetings => &[
                "meeting_planned",
                "meeting_published",
                "meeting_changed",
                "meeting_cancelled",
                "meeting_held",
                "registration_made",
                "registration_cancelled",
                "seat_offered",
                "seat_accepted",
                "offer_lapsed",
                "arrived",
                "arrival_undone",
                "walk_ins_counted",
                "reserved_seat_given",
                "reserved_seat_returned",
                "speaker_called",
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{event::OF_RESIDENTS, keyword::Keyword as _};

    /// Names of events as the source of `Event` has them.
    fn events() -> Vec<String> {
        let source = include_str!("../event.rs");
        let body = source.split("pub enum Event {").nth(1).unwrap();
        let body = body.split("\n}\n").next().unwrap();
        let names = body.lines().filter_map(|line| {
            let name = line.strip_prefix("    ")?.trim_end_matches([',', '{', ' ']);
            let is_name =
                name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric);
            is_name.then_some(name)
        });
        let snake = |name: &str| {
            name.chars().fold(String::new(), |mut snake, letter| {
                if letter.is_uppercase() && !snake.is_empty() {
                    snake.push('_');
                }
                snake.extend(letter.to_lowercase());
                snake
            })
        };
        names.map(snake).collect()
    }

    #[test]
    fn no_list_of_events_names_one_that_there_is_not() {
        let events = events();
        assert!(events.len() > 60);
        let subjects = AuditSubject::ALL.iter().flat_map(|subject| subject.kinds());
        for kind in OF_RESIDENTS.iter().chain(subjects) {
            assert!(
                events.iter().any(|event| event == kind),
                "{kind} is no event"
            );
        }
    }
}
