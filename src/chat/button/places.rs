//! Buttons that say which area a draft is about.

use super::{code_of, row};
use crate::domain::ids::{AreaCode, DraftId};

/// What such a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceButton {
    /// Wants to choose another area for the draft.
    Choose(DraftId),
    /// A page of all areas.
    Page(DraftId, u16),
    /// The draft is about this area.
    About(DraftId, AreaCode),
    /// Back to the draft as it is.
    Back(DraftId),
}

impl PlaceButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Choose(draft) => format!("y0:{draft}"),
            Self::Page(draft, page) => format!("y1:{draft}:{page}"),
            Self::About(draft, area) => format!("y2:{draft}:{area}"),
            Self::Back(draft) => format!("y3:{draft}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "y0" => Self::Choose(DraftId(row(rest)?)),
            "y1" => {
                let (draft, page) = rest.split_once(':')?;
                Self::Page(DraftId(row(draft)?), page.parse().ok()?)
            }
            "y2" => {
                let (draft, area) = rest.split_once(':')?;
                Self::About(DraftId(row(draft)?), AreaCode::new(code_of(area)?))
            }
            "y3" => Self::Back(DraftId(row(rest)?)),
            _ => return None,
        })
    }
}

/// Every button, with the longest code there can be: for the test of all buttons.
#[cfg(test)]
pub(super) fn every(longest: &str) -> Vec<PlaceButton> {
    let draft = DraftId(i64::MAX);
    vec![
        PlaceButton::Choose(draft),
        PlaceButton::Page(draft, u16::MAX),
        PlaceButton::About(draft, AreaCode::new(longest)),
        PlaceButton::Back(draft),
    ]
}
