//! Who is given a question, who watches it, and by when it must be answered.
//!
//! Area and category decide; nothing here looks at the question itself. A clerk may decide otherwise.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::body::{Body, BodyKind};
use super::council::Council;
use super::ids::{AreaCode, BodyCode, CategoryCode};

/// An exception from the rule that the delegation of the area is given a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// For this category; `None` (`"*"` in the file) for every one.
    pub category: Option<CategoryCode>,
    /// For this area and those in it; `None` (`"*"` in the file) for every one.
    pub area: Option<AreaCode>,
    /// Who is given the question.
    pub to: BodyCode,
}

/// Why a body was chosen: clerks see it in the preview of the routing table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RouteReason {
    /// The exception with this index in the file, counted from 0.
    Exception(usize),
    /// It is the delegation of this area: the resident's own or one that it lies in.
    Delegation(AreaCode),
    /// No exception and no delegation: the body of kind office.
    Office,
    /// Nor is there a body of kind office: [`BodyCode::office`], which every council has.
    BuiltInOffice,
}

/// The body that is given a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routed {
    /// Who.
    pub body: BodyCode,
    /// Why.
    pub because: RouteReason,
}

/// Decides who is given a question of this category from this area. Somebody always is.
#[must_use]
pub fn route(council: &Council, category: &CategoryCode, area: &AreaCode) -> Routed {
    let within = council.path_of(area);
    let exception = council.routes.iter().position(|route| {
        route.category.as_ref().is_none_or(|of| of == category)
            && route.area.as_ref().is_none_or(|of| within.contains(&of))
    });
    if let Some(index) = exception {
        return Routed {
            body: council.routes[index].to.clone(),
            because: RouteReason::Exception(index),
        };
    }
    let delegation = within
        .iter()
        .find_map(|&of| Some((of, council.own_delegation(of)?)));
    match (delegation, council.office()) {
        (Some((of, delegation)), _) => Routed {
            body: delegation.code.clone(),
            because: RouteReason::Delegation(of.clone()),
        },
        (None, Some(office)) => Routed {
            body: office.code.clone(),
            because: RouteReason::Office,
        },
        (None, None) => Routed {
            body: BodyCode::office(),
            because: RouteReason::BuiltInOffice,
        },
    }
}

/// The committee (Ban) that watches a category, where the council named one.
#[must_use]
pub fn watching_committee<'c>(council: &'c Council, category: &CategoryCode) -> Option<&'c Body> {
    let committee = council.category(category)?.committee.as_ref()?;
    council
        .body(committee)
        .filter(|body| body.kind == BodyKind::Committee)
}

/// Working days that an answer of this category may take.
#[must_use]
pub fn answer_days(council: &Council, category: &CategoryCode) -> u16 {
    council
        .category(category)
        .and_then(|category| category.answer_days)
        .unwrap_or(council.rules.answer_days)
}

/// The last day for an answer. The day of the transfer is the council's local one and is not counted.
#[must_use]
pub fn due(council: &Council, category: &CategoryCode, transferred_at: Timestamp) -> Date {
    let start = council.local_date(transferred_at);
    council
        .calendar
        .due_on(start, answer_days(council, category))
}
