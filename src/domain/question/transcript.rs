//! What is said in a recording, written down by a clerk: it stands below the resident's own words, under a line that says
//! so. The recording stays beside it.

use super::{
    Question,
    draft::{MAX_UNITS, QuestionText},
    lifecycle::{Refusal, closed},
};
use crate::domain::text;

/// How a transcript is told from the author's own words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marks<'a> {
    /// What stands in place of words where there are none.
    pub(crate) stand_in: &'a str,
    /// The line above what a clerk wrote down.
    pub(crate) heading: &'a str,
}

impl Marks<'_> {
    /// What its author wrote, without what a clerk wrote down.
    #[must_use]
    pub(crate) fn own_words<'t>(&self, text: &'t str) -> &'t str {
        if text == self.stand_in {
            return "";
        }
        match text.find(self.heading) {
            Some(at) if at == 0 || text[..at].ends_with('\n') => text[..at].trim_end(),
            _ => text,
        }
    }
}

/// The question with `said` written down. Written down again, it replaces what was.
///
/// # Errors
/// Why the question is closed, or [`Refusal::TooLong`].
pub(crate) fn write_down(
    question: Question,
    marks: Marks<'_>,
    said: &QuestionText,
) -> Result<Question, Refusal> {
    if !question.state.is_open() {
        return Err(closed(question.state));
    }
    let own = marks.own_words(&question.text);
    let gap = if own.is_empty() { "" } else { "\n\n" };
    let text = format!("{own}{gap}{}\n{}", marks.heading, said.as_str());
    if text::utf16_len(&text) > MAX_UNITS {
        return Err(Refusal::TooLong);
    }
    Ok(Question { text, ..question })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::{State, casework::tests::question};
    use jiff::Timestamp;

    const MARKS: Marks<'static> = Marks {
        stand_in: "(đính kèm)",
        heading: "🎙 Văn phòng ghi:",
    };

    fn said(words: &str) -> QuestionText {
        QuestionText::parse(words).unwrap()
    }

    #[test]
    fn it_takes_the_place_of_nothing_and_stands_below_words() {
        for (before, after) in [
            ("(đính kèm)", "🎙 Văn phòng ghi:\nCống tắc đã lâu"),
            ("Cống tắc", "Cống tắc\n\n🎙 Văn phòng ghi:\nCống tắc đã lâu"),
        ] {
            let asked = Question {
                text: before.to_owned(),
                ..question()
            };
            let written = write_down(asked, MARKS, &said("Cống tắc đã lâu")).unwrap();
            assert_eq!(written.text, after);
            let again = write_down(written, MARKS, &said("Cống tắc ba tháng")).unwrap();
            assert_eq!(
                again.text,
                after.replace("Cống tắc đã lâu", "Cống tắc ba tháng")
            );
        }
    }

    #[test]
    fn a_closed_question_keeps_its_words_and_a_long_one_its_limit() {
        let closed = Question {
            state: State::Withdrawn {
                at: Timestamp::UNIX_EPOCH,
            },
            ..question()
        };
        assert!(write_down(closed, MARKS, &said("Cống tắc đã lâu")).is_err());
        let long = Question {
            text: "ă".repeat(MAX_UNITS),
            ..question()
        };
        assert_eq!(
            write_down(long, MARKS, &said("Cống tắc đã lâu")),
            Err(Refusal::TooLong)
        );
    }
}
