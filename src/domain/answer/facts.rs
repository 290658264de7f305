//! What a result class needs to be more than a word: a day, a document, an obstacle.

use std::sync::LazyLock;

use jiff::{ToSpan, civil::Date};
use regex::Regex;

use super::record::Subclass;
use crate::domain::{
    question::{ResultClass, lifecycle::Refusal},
    said_day, text, typed_day,
};

/// An obstacle is told in a sentence; more belongs into the answer. UTF-16 units.
pub const MAX_OBSTACLE: usize = 300;

/// Nobody promises anything for later than in so many years: longer than a council's term.
pub const MOST_YEARS: i32 = 5;

/// A promised day lies ahead, and within [`MOST_YEARS`].
///
/// # Errors
/// [`Refusal::BadDay`].
pub fn check_day(day: Date, today: Date) -> Result<(), Refusal> {
    let latest = today.saturating_add(MOST_YEARS.years());
    if day <= today || day > latest {
        return Err(Refusal::BadDay { latest });
    }
    Ok(())
}

/// What is known beside the class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The roadmap's day, the expected day, or the day until which it is put aside.
    pub on: Option<Date>,
    /// The document.
    pub document: Option<Document>,
    /// What it is blocked by.
    pub obstacle: Option<String>,
    /// How exactly it was done, or stands, as the official papers tell them apart.
    pub subclass: Option<Subclass>,
    /// Who signed the document.
    pub signer: Option<String>,
}

/// A document of the council or of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its number: `12/UBND-KT`.
    pub number: String,
    /// Its date.
    pub dated: Date,
}

/// What sort of fact goes with a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The day by which it is done (lộ trình).
    Roadmap,
    /// The day by which it is expected.
    Expected,
    /// The day until which it is put aside.
    Until,
    /// Number and date of a document.
    Document,
    /// What it is blocked by.
    Obstacle,
}

/// The fact of a class.
#[must_use]
pub fn wanted(class: ResultClass) -> Wanted {
    match class {
        ResultClass::Planned => Wanted::Roadmap,
        ResultClass::InProgress => Wanted::Expected,
        ResultClass::SetAside => Wanted::Until,
        ResultClass::SentUp | ResultClass::Resolved | ResultClass::Explained => Wanted::Document,
        ResultClass::NotYet => Wanted::Obstacle,
    }
}

/// Whether an answer of this class cannot leave without its fact.
#[must_use]
pub fn is_mandatory(class: ResultClass) -> bool {
    match class {
        ResultClass::Planned
        | ResultClass::SetAside
        | ResultClass::SentUp
        | ResultClass::NotYet => true,
        ResultClass::Resolved | ResultClass::Explained | ResultClass::InProgress => false,
    }
}

impl Facts {
    /// Whether the class has its fact.
    #[must_use]
    pub fn has(&self, class: ResultClass) -> bool {
        match wanted(class) {
            Wanted::Roadmap | Wanted::Expected | Wanted::Until => self.on.is_some(),
            Wanted::Document => self.document.is_some(),
            Wanted::Obstacle => self.obstacle.is_some(),
        }
    }

    /// Whether the class is complete: it has its fact, or needs none.
    #[must_use]
    pub fn suffice(&self, class: ResultClass) -> bool {
        !is_mandatory(class) || self.has(class)
    }

    /// The day that is promised to the resident.
    #[must_use]
    pub fn promised(&self, class: ResultClass) -> Option<Date> {
        match wanted(class) {
            Wanted::Roadmap | Wanted::Expected | Wanted::Until => self.on,
            Wanted::Document | Wanted::Obstacle => None,
        }
    }

    /// With what somebody typed for this class.
    ///
    /// # Errors
    /// [`Unreadable`], with what is wrong.
    pub fn with_typed(
        self,
        class: ResultClass,
        typed: &str,
        today: Date,
    ) -> Result<Self, Unreadable> {
        match wanted(class) {
            Wanted::Roadmap | Wanted::Expected | Wanted::Until => {
                let day = typed_day::parse(typed, today)
                    .or_else(|| said_day::typed(typed, today))
                    .ok_or(Unreadable::NoDay)?;
                check_day(day, today).map_err(Unreadable::Day)?;
                Ok(Self {
                    on: Some(day),
                    ..self
                })
            }
            Wanted::Document => Ok(Self {
                document: Some(Document::parse(typed, today).ok_or(Unreadable::NoDocument)?),
                ..self
            }),
            Wanted::Obstacle => {
                let said = text::clean(typed);
                if said.chars().filter(|sign| sign.is_alphanumeric()).count() < 4 {
                    return Err(Unreadable::NoObstacle);
                }
                Ok(Self {
                    obstacle: Some(text::truncate_utf16(&said, MAX_OBSTACLE)),
                    ..self
                })
            }
        }
    }
}

/// Why what was typed is not the fact that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// No day in it.
    NoDay,
    /// The day is past, or too far away.
    Day(Refusal),
    /// No number with its date.
    NoDocument,
    /// It says nothing.
    NoObstacle,
}

/// A document's number: digits, a slash, letters; or whatever stands after "số".
const NUMBER: &str = r"(?i)\b(\d+[\p{L}\d]*/[\p{L}\d][\p{L}\d\-/.&]*[\p{L}\d])";
const AFTER_WORD: &str = r"(?i)\bsố\s*:?\s*([\p{L}\d][\p{L}\d\-/.&]*)";
/// A full date: a document's date has its year, or is of this year.
const DATED: &str =
    r"\b(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?(?:[^\p{L}\d/.\-]|[.,;]?$|[.,;]\s)";

#[expect(
    clippy::expect_used,
    reason = "the patterns are constants, and a test uses them"
)]
static PATTERNS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [NUMBER, AFTER_WORD, DATED].map(|pattern| Regex::new(pattern).expect("a constant pattern"))
});

impl Document {
    /// Reads "12/UBND-KT ngày 20/11/2026". A date without a year is the last such day. `None`: number or
    /// date is missing, or the date lies ahead.
    #[must_use]
    pub fn parse(typed: &str, today: Date) -> Option<Self> {
        let [number, after_word, dated] = &*PATTERNS;
        let typed = typed.trim();
        let is_date = |words: &str| {
            words
                .chars()
                .all(|sign| sign.is_ascii_digit() || "/.-".contains(sign))
        };
        let number = after_word
            .captures(typed)
            .into_iter()
            .chain(number.captures_iter(typed))
            .filter_map(|parts| Some(parts.get(1)?.as_str()))
            .find(|words| !is_date(words) || words.bytes().all(|sign| sign.is_ascii_digit()))?;
        let rest = typed.replacen(number, " ", 1);
        let dated = dated.captures_iter(&rest).find_map(|parts| {
            let part = |at| -> Option<i16> { parts.get(at)?.as_str().parse().ok() };
            let of_year = |year: i16| {
                let (month, day) = (i8::try_from(part(2)?).ok()?, i8::try_from(part(1)?).ok()?);
                Date::new(year, month, day).ok()
            };
            match part(3) {
                Some(short @ 0..=99) => of_year(short + 2000),
                Some(year) => of_year(year),
                None => of_year(today.year())
                    .filter(|day| *day <= today)
                    .or_else(|| of_year(today.year() - 1)),
            }
        })?;
        (dated <= today).then(|| Self {
            number: text::truncate_utf16(number, 40),
            dated,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn documents_are_read_as_people_write_them() {
        for typed in [
            "12/UBND-KT ngày 20/11/2026",
            "Số 12/UBND-KT, 20/11/2026",
            "công văn số 12/UBND-KT ngày 20-11-26.",
            "12/UBND-KT 20/11",
            "20/11/2026 số 12/UBND-KT",
        ] {
            let document = Document {
                number: "12/UBND-KT".to_owned(),
                dated: date(2026, 11, 20),
            };
            assert_eq!(Document::parse(typed, TODAY), Some(document), "{typed}");
        }
    }

    #[test]
    fn a_document_needs_number_and_date_and_cannot_be_of_tomorrow() {
        for typed in [
            "",
            "12/UBND-KT",
            "20/11/2026",
            "số 12/UBND-KT ngày 24/11/2026",
            "đã gửi rồi",
        ] {
            assert_eq!(Document::parse(typed, TODAY), None, "{typed}");
        }
    }

    #[test]
    fn what_must_not_be_missing_is_missed() {
        let nothing = Facts::default();
        for class in ResultClass::ALL {
            assert_eq!(nothing.suffice(class), !is_mandatory(class));
        }
        let day = nothing
            .clone()
            .with_typed(ResultClass::Planned, "xong trước 30/9/2027 nhé", TODAY)
            .unwrap();
        assert_eq!(day.promised(ResultClass::Planned), Some(date(2027, 9, 30)));
        assert_eq!(day.promised(ResultClass::Explained), None);
        assert_eq!(
            nothing
                .clone()
                .with_typed(ResultClass::Planned, "chưa rõ", TODAY),
            Err(Unreadable::NoDay)
        );
        assert!(matches!(
            nothing
                .clone()
                .with_typed(ResultClass::SetAside, "1/1/2026", TODAY),
            Err(Unreadable::Day(_))
        ));
        assert_eq!(
            nothing.with_typed(ResultClass::NotYet, "?!", TODAY),
            Err(Unreadable::NoObstacle)
        );
    }

    proptest! {
        #[test]
        fn anything_typed_is_survived(typed in "\\PC{0,60}") {
            for class in ResultClass::ALL {
                let _ = Facts::default().with_typed(class, &typed, TODAY);
            }
        }

        #[test]
        fn numbers_and_dates_are_survived(typed in "(?:số |ngày |[0-9/.-]|KT){0,20}") {
            let _ = Document::parse(&typed, TODAY);
        }
    }
}
