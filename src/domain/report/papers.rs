//! How a council's papers look, as its file says (`[papers]`): who issues them, where, who signs, which of the five
//! official fields each category belongs to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ReportKind, clock::PaperClock, template::Template};
use crate::domain::{ids::CategoryCode, keyword::keywords};

keywords! {
    /// The five columns of fields of the official annexes.
    pub enum OfficialField {
        /// Cơ chế, chính sách.
        Policy = "policy",
        /// Kinh tế - Ngân sách.
        Economy = "economy",
        /// Văn hóa - Xã hội.
        Society = "society",
        /// Tư pháp.
        Justice = "justice",
        /// An ninh, quốc phòng và các vấn đề khác.
        Other = "other",
    }
}

impl OfficialField {
    /// Where the built-in categories belong. A council's own list says it in `[papers]`.
    #[must_use]
    pub(crate) fn of_built_in(category: &str) -> Self {
        match category {
            "land" | "transport" | "environment" | "urban" | "utilities" | "agriculture"
            | "economy" | "telecom" => Self::Economy,
            "education" | "health" | "social_policy" | "labor" | "culture" => Self::Society,
            "governance" => Self::Policy,
            _ => Self::Other,
        }
    }

    /// The head of its column.
    #[must_use]
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Policy => "Cơ chế, chính sách",
            Self::Economy => "Kinh tế - Ngân sách",
            Self::Society => "Văn hóa - Xã hội",
            Self::Justice => "Tư pháp",
            Self::Other => "ANQP và các vấn đề khác",
        }
    }
}

/// The `[papers]` section, and the council's own templates.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Papers {
    /// Địa danh in front of the date; by default out of the council's name.
    pub place: Option<String>,
    /// Lines above the number, in capitals; by default out of the council's name.
    pub issuer: Vec<String>,
    /// The letters of the issuer behind the type: `HĐND`.
    pub symbol: Option<String>,
    /// Who signs: TM. THƯỜNG TRỰC HĐND, CHỦ TỊCH.
    pub signature: Vec<String>,
    /// Who gets a copy.
    pub receivers: Vec<String>,
    /// Days that a delegation has for its summary after its last meeting. No law sets it: 5 is what other councils have.
    pub summary_days: Option<u16>,
    /// Which official field a category belongs to, where it is not the built-in choice.
    pub fields: BTreeMap<CategoryCode, OfficialField>,
    /// Time limits of the council's own, over those that come with the program.
    pub clocks: Vec<PaperClock>,
    /// Templates of the council's own, over those that come with the program.
    pub templates: BTreeMap<ReportKind, Template>,
}
