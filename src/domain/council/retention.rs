//! How long what is kept of people is kept: months, as the council decided them (`[retention]` of its file).

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::domain::keyword::keywords;

keywords! {
    /// What of people ends with time.
    pub enum Kept {
        /// Ids of photos, files, voice messages and places of questions that are closed.
        Attachments = "attachments",
        /// Dialogues and drafts that were left.
        Conversations = "conversations",
        /// Who did what, for what residents did: the event stays, the number goes.
        Logs = "logs",
        /// Whose a closed question was, and what of its words tells it: figures and public answers stay.
        ClosedQuestions = "closed_questions",
    }
}

/// After how many months each ends; none: it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Retention {
    /// Of attachments, from the end of their question.
    pub attachments: Option<u16>,
    /// Of dialogues and drafts, from the last word.
    pub conversations: Option<u16>,
    /// Of the numbers of residents in the log.
    pub logs: Option<u16>,
    /// Of the personal part of closed questions, from their end.
    pub closed_questions: Option<u16>,
}

impl Retention {
    /// The months of one kind.
    #[must_use]
    pub fn months(self, kept: Kept) -> Option<u16> {
        match kept {
            Kept::Attachments => self.attachments,
            Kept::Conversations => self.conversations,
            Kept::Logs => self.logs,
            Kept::ClosedQuestions => self.closed_questions,
        }
    }

    /// What is older than this has ended; `None`: nothing of that kind ends.
    #[must_use]
    pub fn ends_before(self, kept: Kept, now: Timestamp, timezone: &TimeZone) -> Option<Timestamp> {
        let months = self.months(kept)?;
        let today = now.to_zoned_datetime(timezone.clone());
        let before = today.checked_sub(i64::from(months).months()).ok()?;
        Some(before.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        let retention = Retention {
            logs: Some(1),
            ..Retention::default()
        };
        let utc = TimeZone::UTC;
        let now = "2026-03-31T08:00:00Z".parse().unwrap();
        let ends = retention.ends_before(Kept::Logs, now, &utc).unwrap();
        assert_eq!(ends.to_string(), "2026-02-28T08:00:00Z");
        assert_eq!(retention.ends_before(Kept::Attachments, now, &utc), None);
    }
}
