//! A question before it is sent: text, then area, then category, then the resident's word.

use jiff::Timestamp;

use crate::domain::{
    ids::{AreaCode, CategoryCode, DraftId, MeetingCode, UserId},
    question::QuestionKind,
    text,
};

/// The shortest text taken for a question, in letters and digits: shorter ones are slips and greetings.
pub const MIN_LETTERS: usize = 8;

/// The longest draft, in UTF-16 units: several of Telegram's messages, one below the other.
pub const MAX_UNITS: usize = 12_000;

/// A draft younger than this, in seconds, takes up what its author writes next: people say one thing in
/// several messages. An older one is asked about.
pub const FRESH_SECONDS: i64 = 3_600;

/// A draft longer than this, in UTF-16 units, is not thrown away with one tap.
pub const WORTH_ASKING: usize = 200;

/// So long, in seconds, a draft that was thrown away can be taken back: a day.
pub const TAKEN_BACK_WITHIN: i64 = 86_400;

/// Words somebody may send as a question: cleaned of control marks, long enough to mean something.
/// Telegram itself allows at most 4,096 UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionText(String);

/// Why a text is no question yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooShort;

impl QuestionText {
    /// Checks what a person typed.
    ///
    /// # Errors
    /// [`TooShort`] when fewer than [`MIN_LETTERS`] letters and digits are left.
    pub fn parse(typed: &str) -> Result<Self, TooShort> {
        let cleaned = text::clean(typed);
        let letters = cleaned.chars().filter(|c| c.is_alphanumeric()).count();
        if letters < MIN_LETTERS {
            Err(TooShort)
        } else {
            Ok(Self(cleaned))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// What a resident has written so far. Survives restarts and days of silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its row; buttons carry it.
    pub id: DraftId,
    /// Who writes it.
    pub author: UserId,
    /// The words so far.
    pub text: String,
    /// The area it concerns, once known.
    pub area: Option<AreaCode>,
    /// The category, once chosen.
    pub category: Option<CategoryCode>,
    /// The meeting it is asked for.
    pub meeting: Option<MeetingCode>,
    /// Its author has seen what others asked, and wants to send it anyway.
    pub similar_seen: bool,
    /// Its author has decided whether it is one matter or several.
    pub points_seen: bool,
    /// Its author said that somebody is in danger right now.
    pub in_danger: bool,
    /// What sort of words its author says they are; `None`: guessed from the words.
    pub kind: Option<QuestionKind>,
    /// When its author last touched it.
    pub updated_at: Timestamp,
}

/// A draft that only needs the resident's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyDraft {
    /// Its row.
    pub id: DraftId,
    /// Who wrote it.
    pub author: UserId,
    /// The question's words.
    pub text: String,
    /// The area it concerns.
    pub area: AreaCode,
    /// Its category.
    pub category: CategoryCode,
    /// The meeting it is asked for.
    pub meeting: Option<MeetingCode>,
    /// Its author said that somebody is in danger right now.
    pub in_danger: bool,
    /// What sort of words its author says they are; `None`: guessed from the words.
    pub kind: Option<QuestionKind>,
}

/// What a draft still needs, in the order in which the bot asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Something was sent without a word about it.
    NeedsWords,
    /// The area is not known.
    NeedsArea,
    /// The category is not chosen.
    NeedsCategory,
    /// Nothing: it can be previewed and sent.
    Ready(ReadyDraft),
}

impl Draft {
    /// The draft with `more` below what is there. `None`: it would be longer than [`MAX_UNITS`].
    #[must_use]
    pub fn with_more(&self, more: &str) -> Option<Self> {
        let text = if self.text.is_empty() {
            more.to_owned()
        } else {
            format!("{}\n{more}", self.text)
        };
        (text::utf16_len(&text) <= MAX_UNITS).then(|| Self {
            text,
            similar_seen: false,
            ..self.clone()
        })
    }

    /// Whether what its author writes `now` still belongs to it.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.as_second() - self.updated_at.as_second() < FRESH_SECONDS
    }

    /// What to ask for next.
    #[must_use]
    pub fn progress(&self) -> Progress {
        if self.text.is_empty() {
            return Progress::NeedsWords;
        }
        match (&self.area, &self.category) {
            (None, _) => Progress::NeedsArea,
            (Some(_), None) => Progress::NeedsCategory,
            (Some(area), Some(category)) => Progress::Ready(ReadyDraft {
                id: self.id,
                author: self.author,
                text: self.text.clone(),
                area: area.clone(),
                category: category.clone(),
                meeting: self.meeting.clone(),
                in_danger: self.in_danger,
                kind: self.kind,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_or_a_lone_sign_is_no_question() {
        for typed in ["", "alo", "?!…", "\u{202e}\u{200b}", "👍👍👍👍👍👍👍👍👍"]
        {
            assert_eq!(QuestionText::parse(typed), Err(TooShort), "{typed:?}");
        }
    }

    #[test]
    fn a_sentence_without_marks_is_a_question() {
        assert!(QuestionText::parse("duong ngap qua").is_ok());
    }

    #[test]
    fn eight_letters_are_a_question_and_seven_are_none() {
        assert!(QuestionText::parse("a bcd-efg h!").is_ok());
        assert_eq!(QuestionText::parse("a bcd-efg!"), Err(TooShort));
    }

    fn draft(text: &str) -> Draft {
        Draft {
            id: DraftId(1),
            author: UserId(7),
            text: text.to_owned(),
            area: None,
            category: None,
            meeting: None,
            similar_seen: true,
            points_seen: false,
            in_danger: false,
            kind: None,
            updated_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn what_is_added_stands_below_and_is_compared_anew() {
        let more = draft("Đường ngập").with_more("từ hôm qua").unwrap();
        assert_eq!(more.text, "Đường ngập\ntừ hôm qua");
        assert!(!more.similar_seen);
        assert_eq!(draft("").with_more("Đường").unwrap().text, "Đường");
    }

    #[test]
    fn a_draft_may_be_as_long_as_it_may_be_and_not_longer() {
        let begun = draft("Đường");
        let room = MAX_UNITS - 6;
        assert!(begun.with_more(&"a".repeat(room)).is_some());
        assert_eq!(begun.with_more(&"a".repeat(room + 1)), None);
    }

    #[test]
    fn for_an_hour_a_draft_takes_up_what_comes_next() {
        let touched = Timestamp::from_second(7_000).unwrap();
        let draft = Draft {
            updated_at: touched,
            ..draft("Đường ngập")
        };
        let fresh = |seconds| draft.is_fresh(Timestamp::from_second(7_000 + seconds).unwrap());
        assert!(fresh(0) && fresh(FRESH_SECONDS - 1));
        assert!(!fresh(FRESH_SECONDS) && !fresh(2 * FRESH_SECONDS));
    }
}
