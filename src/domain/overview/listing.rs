//! Lists of open questions: what a group may ask for with `/dangmo`, and in which order it is shown.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{
    council::Council,
    ids::{CategoryCode, Language},
    question::{
        Question, State,
        deadline::{self, Standing},
    },
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

/// Picks the questions of a list and puts them into its order.
#[must_use]
pub fn select<'q>(
    council: &Council,
    filter: &Filter,
    questions: &'q [Question],
    today: Date,
) -> Vec<&'q Question> {
    let fits = |question: &&Question| {
        let standing = deadline::standing(council, question, today);
        match filter {
            Filter::All => question.state.is_open(),
            Filter::Overdue => standing.is_overdue(),
            Filter::DueSoon => standing.is_due_soon(),
            Filter::Waiting => matches!(question.state, State::AskedBack { .. }),
            Filter::Nominated => question.nominated_at.is_some(),
            Filter::CarriedOver => is_carried_over(council, question, today),
            Filter::Category(category) => {
                question.state.is_open() && question.category == *category
            }
        }
    };
    let mut chosen: Vec<&Question> = questions.iter().filter(fits).collect();
    if *filter == Filter::CarriedOver {
        chosen.sort_by_key(|question| {
            let times = Reverse(question.times_raised);
            (times, question.received_at, question.id)
        });
    } else if *filter == Filter::Nominated {
        chosen.sort_by_key(|question| {
            let overdue = match deadline::standing(council, question, today) {
                Standing::Overdue(days) => days,
                _ => -1,
            };
            (
                Reverse(question.supporters),
                Reverse(question.times_raised),
                Reverse(overdue),
                question.id,
            )
        });
    } else {
        chosen.sort_by_key(|question| {
            let on = deadline::deadline(council, question).map_or(Date::MAX, |found| found.on);
            (on, question.id)
        });
    }
    chosen
}

/// Whether it was raised for a session that is over, or in several, and is not settled.
fn is_carried_over(council: &Council, question: &Question, today: Date) -> bool {
    let session = question.session.as_ref();
    let session = session.and_then(|code| council.session(code));
    question.times_raised > 1 || session.is_some_and(|session| session.opens_on < today)
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
