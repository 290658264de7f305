//! The council's own verdict on a matter, beside what the body says of it and what its resident says.

use jiff::Timestamp;

use crate::domain::{ids::BodyCode, keyword::keywords};

keywords! {
    /// What happens with the matter.
    pub enum Outcome {
        /// Đóng kiến nghị.
        Close = "close",
        /// Theo dõi ở kỳ họp sau.
        Follow = "follow",
    }
}

keywords! {
    /// How it comes along.
    pub enum Pace {
        /// Đúng tiến độ.
        OnSchedule = "on_schedule",
        /// Chậm tiến độ.
        Late = "late",
    }
}

keywords! {
    /// One of the four buttons.
    pub enum Mark {
        /// [`Outcome::Close`].
        Close = "close",
        /// [`Outcome::Follow`].
        Follow = "follow",
        /// [`Pace::OnSchedule`].
        OnSchedule = "on_schedule",
        /// [`Pace::Late`].
        Late = "late",
    }
}

/// The verdict of a body that watches a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Close or follow.
    pub outcome: Option<Outcome>,
    /// On schedule or late.
    pub pace: Option<Pace>,
    /// Who said so last.
    pub body: BodyCode,
    /// By name.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

impl Assessment {
    /// Whether a button stands for what was said.
    #[must_use]
    pub fn has(&self, mark: Mark) -> bool {
        match mark {
            Mark::Close => self.outcome == Some(Outcome::Close),
            Mark::Follow => self.outcome == Some(Outcome::Follow),
            Mark::OnSchedule => self.pace == Some(Pace::OnSchedule),
            Mark::Late => self.pace == Some(Pace::Late),
        }
    }
}
