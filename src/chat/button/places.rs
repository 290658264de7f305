//! Buttons that say which area a draft is about.

use super::{code_of, row};
use crate::domain::ids::{AreaCode, DraftId};

/// What such a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlaceButton {
    /// Wants to choose another area for the draft.
    Choose(DraftId),
    /// A page of all areas.
    Page(DraftId, u16),
    /// The draft is about this area.
    About(DraftId, AreaCode),
    /// A page of the parts of an area.
    Part(DraftId, AreaCode, u16),
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
            Self::Part(draft, area, page) => format!("y4:{draft}:{page}:{area}"),
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
            "y4" => {
                let (draft, rest) = rest.split_once(':')?;
                let (page, area) = rest.split_once(':')?;
                let area = AreaCode::new(code_of(area)?);
                Self::Part(DraftId(row(draft)?), area, page.parse().ok()?)
            }
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
        PlaceButton::Part(draft, AreaCode::new(longest), u16::MAX),
    ]
}
