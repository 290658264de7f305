//! Calling back (gọi lại hỏi ý kiến): a few answered questions a month, drawn by lot, so that the office hears how answers are
//! taken also by those who judge nothing. Who is drawn is nobody's choice.

use jiff::{ToSpan as _, civil::Date};

use crate::domain::keyword::keywords;

/// So many are drawn a month.
pub const DRAWN: u32 = 10;

keywords! {
    /// What is heard on the telephone.
    pub enum Heard {
        /// Hài lòng.
        Content = "content",
        /// Chưa hài lòng.
        NotContent = "not_content",
        /// Chưa thấy làm.
        NotDone = "not_done",
        /// Không liên lạc được.
        Unreachable = "unreachable",
    }
}

/// The month before that of `today`: its first day, and the first day after it.
#[must_use]
pub(crate) fn month_before(today: Date) -> (Date, Date) {
    let end = today.first_of_month();
    let begin = end.checked_sub(1.month()).unwrap_or(end);
    (begin, end)
}

/// How a month is written down: 2026-11.
#[must_use]
pub(crate) fn name_of(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_month_before_january_is_december() {
        let (begin, end) = month_before(date(2027, 1, 4));
        assert_eq!((begin, end), (date(2026, 12, 1), date(2027, 1, 1)));
        assert_eq!(name_of(begin), "2026-12");
    }
}
