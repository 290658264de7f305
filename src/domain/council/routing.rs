//! Who is given a question, who watches it, and by when it must be answered.
//!
//! Area and category decide; nothing here looks at the question itself. A clerk may decide otherwise.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::body::{Body, BodyKind};
use crate::domain::council::Council;
use crate::domain::ids::{AreaCode, BodyCode, CategoryCode};
use crate::domain::text;

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

/// Decides who is given a question of this category from this area today. Somebody always is: a body that is no more is passed
/// over.
#[must_use]
pub fn route(council: &Council, category: &CategoryCode, area: &AreaCode) -> Routed {
    let within = council.path_of(area);
    let exception = council.routes.iter().position(|route| {
        route.category.as_ref().is_none_or(|of| of == category)
            && route.area.as_ref().is_none_or(|of| within.contains(&of))
            && council.works(&route.to)
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

/// Whether it depends on the part of this area who is given a question: its neighbourhoods have delegations of their
/// own, or an exception names one of them.
#[must_use]
pub fn depends_on_part(council: &Council, area: &AreaCode) -> bool {
    let delegation = |of: &AreaCode| council.delegation_of(of).map(|body| &body.code);
    council
        .areas
        .iter()
        .filter(|part| part.code != *area && council.path_of(&part.code).contains(&area))
        .any(|part| {
            delegation(&part.code) != delegation(area)
                || council
                    .routes
                    .iter()
                    .any(|route| route.area.as_ref() == Some(&part.code))
        })
}

/// Everybody that a question of this category from this area could be passed on to, the likelier first: who the routes
/// name for it, the agencies and people's committees of the area or of the field, then who is not bound to an area,
/// delegations last. A higher level gets a document instead.
#[must_use]
pub fn likely<'c>(council: &'c Council, category: &CategoryCode, area: &AreaCode) -> Vec<&'c Body> {
    let within = council.path_of(area);
    let covers = |of: &Option<AreaCode>| of.as_ref().is_none_or(|of| within.contains(&of));
    let routed: Vec<&BodyCode> = council
        .routes
        .iter()
        .filter(|route| route.category.as_ref() == Some(category) && covers(&route.area))
        .map(|route| &route.to)
        .collect();
    let field: BTreeSet<String> = council
        .category(category)
        .map(|category| {
            let hints = category.words.join(" ");
            text::word_set(&format!(
                "{} {hints}",
                category.name.in_language(council.default_language())
            ))
        })
        .unwrap_or_default();
    let watching = watching_committee(council, category).map(|body| &body.code);
    let rank = |body: &Body| {
        let is_here = body.areas.iter().any(|of| within.contains(&of));
        let name = body.name.in_language(council.default_language());
        let of_field = text::word_set(name)
            .iter()
            .filter(|word| word.len() > 2 && !NAMES_OF_BODIES.contains(&word.as_str()))
            .any(|word| field.contains(word));
        let is_office = matches!(body.kind, BodyKind::Agency | BodyKind::PeoplesCommittee);
        match body.kind {
            _ if routed.contains(&&body.code) => 0,
            _ if is_office && of_field => 1,
            _ if is_office && is_here => 2,
            BodyKind::PeoplesCommittee if body.areas.is_empty() => 3,
            _ if watching == Some(&body.code) => 4,
            BodyKind::Agency if body.areas.is_empty() => 5,
            BodyKind::FatherlandFront | BodyKind::Office => 6,
            BodyKind::StandingBody | BodyKind::Committee => 7,
            BodyKind::Agency | BodyKind::PeoplesCommittee => 8,
            BodyKind::Delegation if is_here => 9,
            BodyKind::Delegation | BodyKind::HigherLevel => 10,
        }
    };
    let mut bodies: Vec<&Body> = council
        .bodies
        .iter()
        .filter(|body| body.kind != BodyKind::HigherLevel && council.is_at_work(body))
        .collect();
    bodies.sort_by_key(|body| rank(body));
    bodies
}

/// Words that the names of many bodies contain and that say nothing of their field, folded.
const NAMES_OF_BODIES: &[&str] = &[
    "uy", "ban", "nhan", "dan", "phong", "phuong", "thi", "tran", "huyen", "tinh", "thanh", "pho",
    "hoi", "dong", "ubnd", "hdnd", "dai", "bieu", "quan", "chi", "cuc", "cong", "trung", "tam",
    "van", "thuong", "truc",
];

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
