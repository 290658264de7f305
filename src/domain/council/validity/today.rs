//! What a council offers on the day on which it is looked at.

use jiff::civil::Date;

use crate::domain::{
    area::Area,
    body::Body,
    council::Council,
    ids::{AreaCode, BodyCode, CategoryCode},
};

impl Council {
    /// The same council on `day`: what is over, or still to come, is not offered then.
    #[must_use]
    pub(crate) fn on(self, day: Date) -> Self {
        Self {
            today: Some(day),
            ..self
        }
    }

    /// Whether the area can be chosen today: it and all in which it lies hold.
    #[must_use]
    pub(crate) fn offers_area(&self, code: &AreaCode) -> bool {
        let holds = |area: &Area| area.valid.holds_on(self.today);
        self.area(code).is_some_and(holds) && self.ancestors(code).into_iter().all(holds)
    }

    /// Whether questions of this category can be asked today.
    #[must_use]
    pub(crate) fn offers_category(&self, code: &CategoryCode) -> bool {
        let category = self.category(code);
        category.is_some_and(|category| category.valid.holds_on(self.today))
    }

    /// Whether the body can be given anything today; the built-in office always can.
    #[must_use]
    pub(crate) fn works(&self, code: &BodyCode) -> bool {
        self.body(code)
            .map_or(*code == BodyCode::office(), |body| self.is_at_work(body))
    }

    /// The same of a body that is known.
    #[must_use]
    pub(crate) fn is_at_work(&self, body: &Body) -> bool {
        body.valid.holds_on(self.today)
    }
}
