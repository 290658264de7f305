//! How somebody comes in: consent, language, where they live.

use super::code_of;
use crate::domain::ids::{AreaCode, Language};

/// How somebody comes in: consent, language, where they live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PersonButton {
    /// Agrees to the consent text of this version.
    Agree(u32),
    /// Refuses; public information still works.
    Refuse,
    /// Speaks this language from now on.
    Speak(Language),
    /// Shows a page of areas (below an area, or the top ones).
    AreaPage(Option<AreaCode>, u16),
    /// Lives in this area.
    LiveIn(AreaCode),
    /// Leaves the choice of a neighbourhood open.
    SkipNeighbourhood,
    /// Wants to choose another area.
    ChangeArea,
    /// Leaves the running dialogue.
    Cancel,
    /// Shows who represents this area.
    DelegatesOf(AreaCode),
    /// Shows a page of the areas to ask that about.
    DelegatesPage(u16),
}

impl PersonButton {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Agree(version) => format!("ok:{version}"),
            Self::Refuse => "no".to_owned(),
            Self::Speak(language) => format!("ln:{}", language.tag()),
            Self::AreaPage(parent, page) => {
                format!("ap:{page}:{}", parent.as_ref().map_or("", AreaCode::as_str))
            }
            Self::LiveIn(area) => format!("ar:{area}"),
            Self::SkipNeighbourhood => "sn".to_owned(),
            Self::ChangeArea => "ca".to_owned(),
            Self::Cancel => "xx".to_owned(),
            Self::DelegatesOf(area) => format!("dl:{area}"),
            Self::DelegatesPage(page) => format!("dp:{page}"),
        }
    }

    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        Some(match code {
            "ok" => Self::Agree(rest.parse().ok()?),
            "no" => Self::Refuse,
            "ln" => Self::Speak(Language::ALL.into_iter().find(|l| l.tag() == rest)?),
            "ap" => {
                let (page, parent) = rest.split_once(':')?;
                Self::AreaPage(code_of(parent).map(AreaCode::new), page.parse().ok()?)
            }
            "ar" => Self::LiveIn(AreaCode::new(code_of(rest)?)),
            "sn" => Self::SkipNeighbourhood,
            "ca" => Self::ChangeArea,
            "xx" => Self::Cancel,
            "dl" => Self::DelegatesOf(AreaCode::new(code_of(rest)?)),
            "dp" => Self::DelegatesPage(rest.parse().ok()?),
            _ => return None,
        })
    }
}
