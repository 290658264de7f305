//! Lists of open questions: what a group may ask for with `/dangmo`, and in which order it is shown.

use std::cmp::Reverse;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::domain::{
    council::Council,
    ids::{CategoryCode, Language, QuestionId},
    question::{Brief, State, deadline::Standing},
    text,
};

/// Which questions are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// All that are open, the most urgent first.
    All,
    /// Those whose day has passed.
    Overdue,
    /// Those whose day comes soon.
    DueSoon,
    /// Those that wait for their author.
    Waiting,
    /// Candidates for questioning at the session (chất vấn).
    Nominated,
    /// Raised for an earlier session, and still open or not done (tồn đọng qua các kỳ họp).
    CarriedOver,
    /// Those of one category.
    Category(CategoryCode),
}

/// Words for a filter, folded: Vietnamese first.
const WORDS: [(&str, Filter); 15] = [
    ("qua han", Filter::Overdue),
    ("tre han", Filter::Overdue),
    ("overdue", Filter::Overdue),
    ("sap den han", Filter::DueSoon),
    ("sap han", Filter::DueSoon),
    ("due soon", Filter::DueSoon),
    ("cho", Filter::Waiting),
    ("cho cu tri", Filter::Waiting),
    ("waiting", Filter::Waiting),
    ("chat van", Filter::Nominated),
    ("chatvan", Filter::Nominated),
    ("interpellation", Filter::Nominated),
    ("ton dong", Filter::CarriedOver),
    ("ton", Filter::CarriedOver),
    ("carried over", Filter::CarriedOver),
];

impl Filter {
    /// Reads what was typed behind `/dangmo`, with or without diacritics: a word of ours, or (part of) the name of a
    /// category. `None`: neither.
    #[must_use]
    pub fn parse(council: &Council, typed: &str) -> Option<Self> {
        let typed = text::words(typed).join(" ");
        if typed.is_empty() {
            return Some(Self::All);
        }
        if let Some((_, filter)) = WORDS.iter().find(|(word, _)| *word == typed) {
            return Some(filter.clone());
        }
        let named = |fits: &dyn Fn(&str) -> bool| {
            council.offered_categories().find(|category| {
                let names = Language::ALL
                    .into_iter()
                    .map(|language| text::words(category.name.in_language(language)).join(" "));
                category.code.as_str() == typed || names.into_iter().any(|name| fits(&name))
            })
        };
        let found = named(&|name| name == typed)
            .or_else(|| named(&|name| name.starts_with(&typed)))
            .or_else(|| named(&|name| name.contains(&typed)))?;
        Some(Self::Category(found.code.clone()))
    }

    /// How buttons name it.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::All => "a".to_owned(),
            Self::Overdue => "o".to_owned(),
            Self::DueSoon => "s".to_owned(),
            Self::Waiting => "w".to_owned(),
            Self::Nominated => "n".to_owned(),
            Self::CarriedOver => "c".to_owned(),
            Self::Category(category) => format!("={category}"),
        }
    }

    /// Reads a button's name for it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "a" => Self::All,
            "o" => Self::Overdue,
            "s" => Self::DueSoon,
            "w" => Self::Waiting,
            "n" => Self::Nominated,
            "c" => Self::CarriedOver,
            _ => {
                let category = code.strip_prefix('=')?;
                let is_code = !category.is_empty() && !category.contains(':');
                return is_code.then(|| Self::Category(CategoryCode::new(category)));
            }
        })
    }
}

/// Picks the questions of a list, one by one: of each only its row and its place are kept.
pub(crate) struct Selection<'c> {
    council: &'c Council,
    filter: &'c Filter,
    today: Date,
    chosen: Vec<(Place, QuestionId)>,
}

/// By what a list is in order; one list has one sort of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// The day that is due.
    Due(Date),
    /// How often it was raised, and when it came in.
    Raised(Reverse<u32>, Timestamp),
    /// How many want it, how often it was raised, by how many days it is overdue.
    Wanted(Reverse<u32>, Reverse<u32>, Reverse<i32>),
}

impl<'c> Selection<'c> {
    /// Nothing yet.
    #[must_use]
    pub(crate) fn new(council: &'c Council, filter: &'c Filter, today: Date) -> Self {
        Self {
            council,
            filter,
            today,
            chosen: Vec::new(),
        }
    }

    /// Takes it, if it fits.
    pub(crate) fn add(&mut self, brief: &Brief) {
        let times = &brief.times;
        let standing = || times.standing(self.council, self.today);
        let fits = match self.filter {
            Filter::All => times.state.is_open(),
            Filter::Overdue => standing().is_overdue(),
            Filter::DueSoon => standing().is_due_soon(),
            Filter::Waiting => matches!(times.state, State::AskedBack { .. }),
            Filter::Nominated => brief.is_nominated,
            Filter::CarriedOver => is_carried_over(self.council, brief, self.today),
            Filter::Category(category) => times.state.is_open() && brief.category == *category,
        };
        if !fits {
            return;
        }
        let times_raised = Reverse(brief.times_raised);
        let place = match self.filter {
            Filter::CarriedOver => Place::Raised(times_raised, times.received_at),
            Filter::Nominated => {
                let overdue = match standing() {
                    Standing::Overdue(days) => days,
                    _ => -1,
                };
                Place::Wanted(Reverse(brief.supporters), times_raised, Reverse(overdue))
            }
            Filter::All
            | Filter::Overdue
            | Filter::DueSoon
            | Filter::Waiting
            | Filter::Category(_) => {
                let found = times.deadline(self.council);
                Place::Due(found.map_or(Date::MAX, |found| found.on))
            }
        };
        self.chosen.push((place, brief.id));
    }

    /// All that were taken, in the order of the list.
    #[must_use]
    pub(crate) fn in_order(mut self) -> Vec<QuestionId> {
        self.chosen.sort_unstable();
        self.chosen.into_iter().map(|(_, id)| id).collect()
    }
}

/// Whether it was raised for a session that is over, or in several, and is not settled.
fn is_carried_over(council: &Council, brief: &Brief, today: Date) -> bool {
    let session = brief.session.as_ref();
    let session = session.and_then(|code| council.session(code));
    brief.times_raised > 1 || session.is_some_and(|session| session.opens_on < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_typed_with_and_without_marks() {
        let town = Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap();
        let parse = |typed| Filter::parse(&town, typed);
        assert_eq!(parse(""), Some(Filter::All));
        for typed in ["quá hạn", "qua han", "QUÁ HẠN", "overdue"] {
            assert_eq!(parse(typed), Some(Filter::Overdue), "{typed}");
        }
        assert_eq!(parse("chất vấn"), Some(Filter::Nominated));
        let land = Some(Filter::Category(CategoryCode::new("land")));
        for typed in ["đất đai", "dat dai", "dat", "land"] {
            assert_eq!(parse(typed), land, "{typed}");
        }
        assert_eq!(parse("xe máy bay"), None);
    }

    #[test]
    fn buttons_name_every_filter() {
        for filter in [
            Filter::All,
            Filter::Overdue,
            Filter::DueSoon,
            Filter::Waiting,
            Filter::Nominated,
            Filter::Category(CategoryCode::new("land")),
        ] {
            assert_eq!(Filter::from_code(&filter.code()), Some(filter));
        }
        assert_eq!(Filter::from_code("="), None);
    }
}
