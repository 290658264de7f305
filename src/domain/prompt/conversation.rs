//! Where a person is in a dialogue with the bot. Kept in the database, so a restart changes nothing.

mod earlier;

use serde::{Deserialize, Serialize};

use crate::domain::{
    data_request::DataRequestKind,
    ids::{AreaCode, ConsultationId, DraftId, MeetingCode, MessageId, QuestionId},
    prompt::Prompt,
};

/// What the bot waits for from a person. Waiting for nothing is the absence of one. What earlier versions kept is read,
/// too: `earlier`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", remote = "Self")]
pub enum Conversation {
    /// Waits for yes or no to the consent text, holding what the person wanted to do.
    Consenting {
        /// What happens after a yes.
        then: Wish,
    },
    /// Waits for an area, by button or name.
    ChoosingArea {
        /// What happens once it is known.
        then: Wish,
    },
    /// Waits for the words of a question.
    WritingQuestion,
    /// Waits for new words for the draft.
    EditingDraft(DraftId),
    /// Holds words that came while an old draft was lying there: part of it, or something new?
    HoldingText {
        /// The words.
        text: String,
        /// The message they came in: edited later, it changes them.
        #[serde(default)]
        message: Option<MessageId>,
    },
    /// Holds words that look like an old encoding: were they meant so?
    ConfirmingWords {
        /// As they came.
        written: String,
        /// What they were probably meant to be.
        meant: String,
        /// The question that they answer.
        about: Option<QuestionId>,
        /// The message they stand in.
        message: Option<MessageId>,
        /// What the bot waited for when they came.
        before: Option<Box<Conversation>>,
    },
    /// Waits for words to search for.
    Searching,
    /// Waits for the topic of a wish to speak at this meeting.
    NamingTopic(MeetingCode),
    /// Waits for what is to be added to a question that was sent.
    AddingTo(QuestionId),
    /// Waits for the reason why a question is withdrawn.
    Withdrawing(QuestionId),
    /// Waits for the words of a question for this meeting.
    AskingForMeeting(MeetingCode),
    /// Waits for the slip code of this question (its code: whether it exists is not told).
    TypingSlip(String),
    /// Waits for the person's own contact, to follow this question.
    ProvingPhone(String),
    /// Waits for words of somebody at work for the council.
    Asked {
        /// What for.
        prompt: Prompt,
        /// About which question.
        question: Option<QuestionId>,
    },
    /// Waits for the area that the draft is about, by button or name.
    PlacingDraft(DraftId),
    /// Waits for a further area of the profile, by button or name.
    AddingArea,
    /// Waits for the name the person wants to go by.
    NamingSelf,
    /// Waits for the name of the association for which they speak there.
    NamingAssociation(AreaCode),
    /// Waits for what they want of the office about their own data.
    RequestingData(DataRequestKind),
    /// Waits for the person's own contact: the keyboard at the bottom offers it.
    SharingPhone,
}

impl Conversation {
    /// Whether it is work for the council: what they write then is neither a question nor a call for help.
    #[must_use]
    pub fn is_clerks_work(&self) -> bool {
        matches!(self, Self::Asked { prompt, .. } if !prompt.is_of_resident())
    }
}

/// What a person wanted when the bot had to ask for something else first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// To come in.
    Home,
    /// To ask, with the words they already sent (kept only until they decide).
    Ask {
        /// The words; empty when there are none yet.
        text: String,
        /// The message they came in: edited later, it changes them.
        #[serde(default)]
        message: Option<MessageId>,
        /// They said that somebody is in danger right now.
        #[serde(default)]
        in_danger: bool,
    },
    /// To live in an area named by a poster's link.
    Area(String),
    /// To go on with the draft.
    Draft,
    /// To register for a meeting.
    Meeting(MeetingCode),
    /// To see and change the profile.
    Settings,
    /// To give one's phone.
    Phone,
    /// To ask a question for a meeting.
    AskForMeeting(MeetingCode),
    /// To follow a question that was entered for them, by its code.
    Follow(String),
    /// To hear of news about a published question, by its code.
    FollowPublic(String),
    /// To say what they make of a draft.
    Consult(ConsultationId),
}
