//! What papers say of the council: its unit, its place, its level, which official field a category belongs to.

use super::{Council, Level};
use crate::domain::{ids::CategoryCode, report::papers::OfficialField};

impl Council {
    /// The official field of a category.
    #[must_use]
    pub(crate) fn official_field(&self, category: &CategoryCode) -> OfficialField {
        let own = self.papers.fields.get(category).copied();
        own.unwrap_or_else(|| OfficialField::of_built_in(category.as_str()))
    }

    /// The council's name without "Hội đồng nhân dân": "thị xã Duy Tiên".
    #[must_use]
    pub(crate) fn unit(&self) -> &str {
        const FULL: &str = "Hội đồng nhân dân ";
        let name = self.name.vi.as_str();
        match name.get(..FULL.len()) {
            Some(begin) if begin.to_lowercase() == FULL.to_lowercase() => &name[FULL.len()..],
            _ => name,
        }
    }

    /// Địa danh: the unit without its kind.
    #[must_use]
    pub(crate) fn place_of_papers(&self) -> &str {
        const KINDS: [&str; 9] = [
            "tỉnh ",
            "thành phố ",
            "thị xã ",
            "thị trấn ",
            "huyện ",
            "quận ",
            "xã ",
            "phường ",
            "đặc khu ",
        ];
        if let Some(place) = &self.papers.place {
            return place;
        }
        let unit = self.unit();
        let folded = unit.to_lowercase();
        let kind = KINDS.iter().find(|kind| folded.starts_with(**kind));
        kind.and_then(|kind| unit.get(kind.len()..)).unwrap_or(unit)
    }

    /// What residents of this council live in, below its own unit: the heading of the column of places.
    #[must_use]
    pub(crate) fn title_of_places(&self) -> &'static str {
        match self.level {
            Level::Province | Level::Town => "Xã, phường",
            Level::Commune => "Thôn, tổ dân phố",
        }
    }

    /// The level of this council in "thuộc thẩm quyền …".
    #[must_use]
    pub(crate) fn title_of_level(&self) -> &'static str {
        match self.level {
            Level::Province => "cấp tỉnh",
            Level::Town => "thị xã và cấp xã",
            Level::Commune => "cấp xã",
        }
    }
}
