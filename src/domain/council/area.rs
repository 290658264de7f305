//! Areas: where residents live and for which delegations answer.

use serde::{Deserialize, Serialize};

use crate::domain::council::validity::Validity;
use crate::domain::ids::{AreaCode, LocalText};
use crate::domain::keyword::keywords;
use crate::domain::meeting::Location;

keywords! {
    /// What an area is in the administrative map.
    pub enum AreaKind {
        /// Xã (before July 2025 also thị trấn).
        Commune = "commune",
        /// Phường.
        Ward = "ward",
        /// Đặc khu.
        SpecialZone = "special_zone",
        /// Thôn, tổ dân phố: below commune and ward, without a council of its own.
        Neighbourhood = "neighbourhood",
    }
}

/// An area (xã, phường, đặc khu; thôn, tổ dân phố): chosen once by a resident, decides who answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Stands in deep links `a_<code>` and in buttons.
    pub code: AreaCode,
    /// The full name with its kind: "Phường Đồng Văn".
    pub name: LocalText,
    /// What it is.
    pub kind: AreaKind,
    /// Other names that people type, older ones above all.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The area it lies in, if that one is in the file.
    #[serde(default)]
    pub parent: Option<AreaCode>,
    /// About where its middle is: a place sent with a question finds its area with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// From when until when it holds.
    #[serde(default, flatten)]
    pub valid: Validity,
}
