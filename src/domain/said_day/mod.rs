//! Days that a Vietnamese text speaks of: "trước 30/4/2027", "trong tháng 12", "quý I/2027", "cuối năm nay", "sau 10
//! ngày", "trước Tết"; with or without marks. By rules, so that it can be said which words a day stands in.
//!
//! Start reading at [`find`]. A month, a quarter or a year is its last day; one without its year is the next one. What
//! only looks like a day is left out: the number of a document, a street called 30/4, a fraction.

mod periods;
mod relative;
mod rules;
mod side;
pub(crate) mod tokens;

use std::ops::Range;

use jiff::civil::Date;

use self::{periods::Period, tokens::Token};

/// One day, or one stretch of days, in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SaidDay {
    /// Its first day.
    pub(crate) first: Date,
    /// Its last day.
    pub(crate) last: Date,
    /// Which side of it is meant.
    pub(crate) bound: Bound,
    /// Whether it dates what has happened: a document, a visit.
    pub(crate) is_of_past: bool,
    /// Where the words stand, in bytes.
    pub(crate) at: Range<usize>,
    /// Where they stand, in tokens.
    pub(crate) tokens: Range<usize>,
    is_whole: bool,
}

/// Which side of a day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// On it, within it, by its end.
    Within,
    /// Before it.
    Before,
    /// After it.
    After,
    /// From it on.
    From,
}

impl SaidDay {
    /// The day by which something is, if it is to be by then. "After 30/4" and "from 30/4" name no such day.
    pub(crate) fn by(&self) -> Option<Date> {
        match self.bound {
            Bound::Before if self.is_whole => self.first.yesterday().ok(),
            Bound::Within | Bound::Before => Some(self.last),
            Bound::After | Bound::From => None,
        }
    }

    /// The day until which something rests: also "after 30/4".
    pub(crate) fn until(&self) -> Date {
        match self.bound {
            Bound::From => self.first,
            Bound::Within | Bound::Before | Bound::After => self.by().unwrap_or(self.last),
        }
    }
}

/// Every day in `text`, in order, as seen from `today`.
pub(crate) fn find(text: &str, today: Date) -> Vec<SaidDay> {
    find_in(&tokens::cut(text), today)
}

/// The same, in a text that is cut already.
pub(crate) fn find_in(tokens: &[Token], today: Date) -> Vec<SaidDay> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((period, count)) = rules::at(tokens, at, today) else {
            at += 1;
            continue;
        };
        let end = at + count.max(1);
        found.push(said(tokens, at..end, period, today));
        at = end;
    }
    found
}

/// The day that somebody typed who was asked for one: the last that lies ahead, else the last.
pub(crate) fn typed(text: &str, today: Date) -> Option<Date> {
    let said: Vec<Date> = find(text, today).iter().map(SaidDay::until).collect();
    let ahead = said.iter().rev().find(|day| **day > today);
    ahead.or(said.last()).copied()
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// A day as a number that fits on a button: days since 1 January 1970.
pub(crate) fn number_of(day: Date) -> i64 {
    EPOCH
        .until(day)
        .map_or(0, |span| i64::from(span.get_days()))
}

/// The day of such a number.
pub(crate) fn day_of(number: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(number).ok()?;
    EPOCH.checked_add(span).ok()
}

fn said(tokens: &[Token], at: Range<usize>, period: Period, today: Date) -> SaidDay {
    let start = tokens.get(at.start).map_or(0, |token| token.at.start);
    let end = tokens.get(at.end - 1).map_or(start, |token| token.at.end);
    SaidDay {
        first: period.first,
        last: period.last,
        bound: if period.is_bounded {
            Bound::Within
        } else {
            side::bound(tokens, &at)
        },
        is_of_past: side::is_of_past(tokens, &at, period.first, today),
        at: start..end,
        tokens: at,
        is_whole: period.is_whole,
    }
}

#[cfg(test)]
mod tests;
