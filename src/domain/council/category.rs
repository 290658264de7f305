//! Categories (lĩnh vực): what a question is about, who watches it, how long its answer may take.
//!
//! There is no national list. The built-in fifteen are a merge to which the groupings of provincial reports
//! can be mapped; a council that wants its own list writes it into its file.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::domain::council::validity::Validity;
use crate::domain::ids::{BodyCode, CategoryCode, LocalText};

/// A category (lĩnh vực).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Short and fixed: rows, reports and the categoriser name categories by it.
    pub code: CategoryCode,
    /// As residents see it on buttons.
    pub name: LocalText,
    /// The committee (Ban) that watches this field.
    #[serde(default)]
    pub committee: Option<BodyCode>,
    /// Working days for an answer, where they differ from the council's rule.
    #[serde(default)]
    pub answer_days: Option<u16>,
    /// Words of this place that hint at the category.
    #[serde(default)]
    pub words: Vec<String>,
    /// From when until when it holds.
    #[serde(default, flatten)]
    pub valid: Validity,
}

/// The code of [`other`].
pub const OTHER: &str = "other";

/// Codes and names of the built-in categories, in the order in which residents are offered them.
const BUILT_IN: [(&str, &str, &str); 15] = [
    (
        "land",
        "Đất đai, bồi thường, tái định cư",
        "Land, compensation, resettlement",
    ),
    ("transport", "Giao thông", "Roads, bridges, traffic"),
    ("environment", "Môi trường", "Environment"),
    (
        "urban",
        "Quy hoạch, xây dựng, đô thị, nhà ở",
        "Planning, building, urban services, housing",
    ),
    (
        "utilities",
        "Điện, nước sinh hoạt",
        "Electricity, domestic water",
    ),
    (
        "agriculture",
        "Nông nghiệp, thủy lợi, phòng chống thiên tai",
        "Farming, irrigation, disaster works",
    ),
    ("education", "Giáo dục, đào tạo", "Education"),
    (
        "health",
        "Y tế, bảo hiểm y tế, an toàn thực phẩm",
        "Health, health insurance, food safety",
    ),
    (
        "social_policy",
        "Chính sách xã hội, người có công, giảm nghèo, dân tộc",
        "Social policy, veterans, poverty, ethnic policy",
    ),
    (
        "labor",
        "Lao động, việc làm, bảo hiểm xã hội",
        "Labour, jobs, social insurance",
    ),
    (
        "culture",
        "Văn hóa, thể thao, du lịch",
        "Culture, sport, tourism",
    ),
    (
        "security",
        "An ninh trật tự, phòng cháy, quốc phòng",
        "Public order, fire safety, defence",
    ),
    (
        "governance",
        "Nội vụ, bộ máy, thủ tục hành chính",
        "Government organisation, staff, procedures",
    ),
    (
        "economy",
        "Kinh tế, thương mại, giá cả, thuế - ngân sách",
        "Trade, prices, tax and budget",
    ),
    (
        "telecom",
        "Viễn thông, thông tin, chuyển đổi số",
        "Telecoms, information, digital",
    ),
];

static OTHER_CATEGORY: LazyLock<Category> =
    LazyLock::new(|| built_in_category(OTHER, "Khác", "Other"));

/// The fifteen categories of a council whose file names none.
#[must_use]
pub fn built_in() -> Vec<Category> {
    BUILT_IN
        .iter()
        .map(|(code, vi, en)| built_in_category(code, vi, en))
        .collect()
}

/// "Khác": what a resident picks when nothing fits. Routed like any other, never proposed by the categoriser.
#[must_use]
pub fn other() -> &'static Category {
    &OTHER_CATEGORY
}

fn built_in_category(code: &str, vi: &str, en: &str) -> Category {
    Category {
        code: CategoryCode::new(code),
        name: LocalText {
            vi: vi.to_owned(),
            en: Some(en.to_owned()),
        },
        committee: None,
        answer_days: None,
        words: Vec::new(),
        valid: Validity::default(),
    }
}
