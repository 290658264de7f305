//! What the bot wants to happen in a chat, as data that survives a restart in the outbox.

use serde::{Deserialize, Serialize};

use super::button::Button;
use crate::domain::{
    attachment::Media,
    ids::{
        AnswerId, BroadcastId, ChatId, CorrectionId, DraftId, MeetingCode, MessageId, PromiseId,
        PromptId, QuestionId, RoundId, VisitId,
    },
    meeting::{Location, calendar::CalendarEntry},
    report::ReportForm,
};

/// One message, edit or menu on its way to one chat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Where to.
    pub chat: ChatId,
    /// How urgent it is among other chats; within a chat everything leaves in order.
    pub lane: Lane,
    /// What to do there.
    pub act: Act,
    /// What the message is about: how a reply to it finds the question again.
    #[serde(default, skip_serializing_if = "About::is_nothing")]
    pub about: About,
}

/// Urgency between chats: answers to people who wait come before everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Somebody has just done something and waits.
    Reply,
    /// Cards and news about a question.
    Card,
    /// What a group should know of beside the cards.
    Notice,
    /// Digests and reminders.
    Digest,
    /// Announcements to many.
    Broadcast,
}

/// What to do in the chat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A new message.
    Send {
        /// HTML as Telegram understands it.
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keyboard: Option<Keyboard>,
        /// The message it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<Target>,
        /// Remember the message under this name, so that it can be edited.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slot: Option<String>,
    },
    /// New words (and inline buttons) for a message that is there.
    Edit {
        /// Which one. One in a slot that does not exist (any more) is sent anew.
        target: Target,
        /// HTML as Telegram understands it.
        html: String,
        /// Inline buttons; none takes them away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keyboard: Option<Keyboard>,
    },
    /// Files or a place, by Telegram's own ids; several are an album.
    Media {
        /// What, in order.
        media: Vec<Media>,
        /// The message it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<Target>,
    },
    /// A photo or file, by Telegram's own id, with words under it.
    Captioned {
        /// What.
        media: Media,
        /// HTML, at most [`MAX_CAPTION`].
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keyboard: Option<Keyboard>,
    },
    /// A picture with words under it.
    Picture {
        /// What is in the picture: drawn when it is sent.
        picture: Picture,
        /// HTML, at most [`MAX_CAPTION`].
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keyboard: Option<Keyboard>,
        /// Remember the message under this name, so that its words can be changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slot: Option<String>,
    },
    /// New words (and inline buttons) under a picture that is there; gone or too old, they are sent anew.
    Recaption {
        /// Which one.
        target: Target,
        /// HTML, at most [`MAX_CAPTION`].
        html: String,
        /// Inline buttons; none takes them away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keyboard: Option<Keyboard>,
    },
    /// A file.
    File {
        /// What is in it: written when it is sent.
        file: File,
        /// HTML, at most [`MAX_CAPTION`].
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keyboard: Option<Keyboard>,
    },
    /// A place on the map with its name.
    Venue {
        /// Where.
        location: Location,
        /// What it is called.
        title: String,
        /// Its street address.
        address: String,
    },
    /// Pins a message of ours, quietly. Done as well as rights allow: a refusal parks nothing.
    Pin {
        /// Which one; one in a slot that does not exist is left alone.
        target: Target,
    },
    /// Takes a message of ours away, or, where Telegram keeps it, its buttons. Done as well as it can be: a refusal parks
    /// nothing.
    Remove {
        /// Which one; one in a slot that does not exist is gone already.
        target: Target,
    },
    /// Shows for some seconds that somebody is at work. Done as well as it can be: a refusal parks nothing.
    Show {
        /// At what.
        activity: Activity,
    },
    /// Takes the buttons of a message of ours away; its words stay. Done as well as it can be: a refusal parks nothing.
    Strip {
        /// Which one; one in a slot that does not exist is left alone.
        target: Target,
    },
    /// The bot's reaction to a message; none takes it back. Done as well as the group allows: a refusal parks nothing.
    React {
        /// Which message; one in a slot that does not exist is left alone.
        target: Target,
        /// What the reaction says.
        mark: Option<Mark>,
    },
    /// Answers what somebody typed behind the bot's name in some chat. Of use for a moment only: a refusal parks nothing.
    AnswerInline {
        /// What to answer, and with what.
        answer: InlineAnswer,
    },
    /// The commands this chat's menu shows.
    Menu {
        /// Command and description, in order.
        commands: Vec<(String, String)>,
    },
    /// Goes out of the group.
    Leave,
}

/// What the bot's reaction says: how far a matter is, for whoever glances at the group. Each is one that Telegram lets bots
/// use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Somebody took it on.
    Claimed,
    /// An answer is being written.
    Drafting,
    /// The answer is on its way.
    Sent,
}

impl Mark {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Claimed, Self::Drafting, Self::Sent];

    /// As Telegram names it.
    #[must_use]
    pub fn emoji(self) -> &'static str {
        match self {
            Self::Claimed => "👀",
            Self::Drafting => "✍",
            Self::Sent => "👌",
        }
    }
}

/// What somebody is seen to be doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    /// Writing a message.
    Writing,
    /// Sending a file.
    SendingFile,
}

/// What was found for words typed behind the bot's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineAnswer {
    /// Telegram's id of what was typed.
    pub query: String,
    /// What was found; at most 50.
    pub results: Vec<InlineResult>,
    /// Where more begins; empty: there is no more.
    pub next_offset: String,
    /// The way into the bot, above what was found.
    pub door: String,
}

/// One of them: a line to choose, and the message that appears in the chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineResult {
    /// What comes back when it is chosen: 1 to 64 bytes.
    pub id: String,
    /// The line.
    pub title: String,
    /// What stands below it.
    pub about: String,
    /// HTML of the message.
    pub html: String,
    /// The button under it.
    pub button: InlineButton,
}

/// Telegram's limit for the words under a picture or file, in UTF-16 units.
pub const MAX_CAPTION: usize = 1024;

/// A picture as what it shows; its bytes are made when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// A QR code.
    Qr {
        /// What a phone reads.
        link: String,
    },
    /// One that was drawn when it was wanted: what it shows is of that moment.
    Drawn {
        /// Its bytes, PNG; in the outbox as base64.
        #[serde(with = "base64_bytes")]
        bytes: Vec<u8>,
    },
}

/// A file as what it says; its bytes are made when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum File {
    /// A list that is too long for messages, as plain text.
    Text {
        /// The file's name.
        name: String,
        /// What it says.
        text: String,
    },
    /// An entry for the phone's calendar.
    Calendar {
        /// The file's name.
        name: String,
        /// What it says.
        entry: CalendarEntry,
    },
    /// A paper of the office, made when it was wanted: what it says is of that moment.
    Report {
        /// The file's name.
        name: String,
        /// Its form.
        form: ReportForm,
        /// Its bytes; in the outbox as base64.
        #[serde(with = "base64_bytes")]
        bytes: Vec<u8>,
    },
    /// A page to print.
    Page {
        /// The file's name.
        name: String,
        /// The page; [`QR_MARK`] in it becomes a QR code.
        html: String,
        /// What the QR code says.
        link: String,
    },
}

/// Bytes as text, so that JSON can hold them.
mod base64_bytes {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map_err(D::Error::custom)
    }
}

/// Where the QR code of a page goes.
pub const QR_MARK: &str = "<!--qr-->";

/// A message that exists, or will by the time its turn comes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// By Telegram's id.
    Message(MessageId),
    /// By the name we gave it.
    Slot(String),
}

/// What a message is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The question a reply to this message belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The answer whose delivery this message is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerId>,
    /// The announcement of which this message is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broadcast: Option<BroadcastId>,
}

impl About {
    /// About this question: a reply to the message is about it, too.
    #[must_use]
    pub fn question(id: QuestionId) -> Self {
        Self {
            question: Some(id),
            ..Self::default()
        }
    }

    /// One message of this announcement.
    #[must_use]
    pub fn broadcast(id: BroadcastId) -> Self {
        Self {
            broadcast: Some(id),
            ..Self::default()
        }
    }

    /// About no question at all: such messages need not be found again.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.question.is_none() && self.answer.is_none() && self.broadcast.is_none()
    }
}

/// Buttons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keyboard {
    /// Under the message.
    Inline(Vec<Vec<InlineButton>>),
    /// Instead of the phone's keyboard: texts that are sent as if typed.
    Home(Vec<Vec<String>>),
    /// Opens the reply to this message on the phone of the person it names.
    Reply,
    /// Instead of the phone's keyboard: one's own contact, or a text that leads back.
    Contact {
        /// Sends the person's own contact.
        share: String,
        /// Is sent as if typed.
        back: String,
    },
}

/// One inline button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineButton {
    /// What it says.
    pub label: String,
    /// What comes back: [`Button::encode`].
    pub data: String,
    /// What it does to whoever presses it, where their app shows that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<ButtonStyle>,
    /// Nothing comes back: this is put on the clipboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<String>,
    /// Nothing comes back: this address is opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// Nothing comes back: whoever presses chooses a chat, and these words are looked for there through the bot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<String>,
}

/// What a button does to whoever presses it. Apps that do not know it show a button as ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonStyle {
    /// It cannot be undone, or only with luck.
    Danger,
    /// It sends or publishes.
    Success,
    /// It is the one next step.
    Primary,
}

impl InlineButton {
    /// A button that says `label` and means `button`.
    #[must_use]
    pub(crate) fn new(label: impl Into<String>, button: &Button) -> Self {
        Self {
            label: label.into(),
            data: button.encode(),
            style: None,
            copies: None,
            opens: None,
            shares: None,
        }
    }

    /// A button that opens an address.
    #[must_use]
    pub(crate) fn opening(label: impl Into<String>, address: impl Into<String>) -> Self {
        Self {
            opens: Some(address.into()),
            ..Self::silent(label)
        }
    }

    /// A button that looks for `words` through the bot, in a chat that whoever presses chooses.
    #[must_use]
    pub(crate) fn sharing(label: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            shares: Some(words.into()),
            ..Self::silent(label)
        }
    }

    /// A button of which nothing comes back.
    fn silent(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            data: String::new(),
            style: None,
            copies: None,
            opens: None,
            shares: None,
        }
    }

    /// A button that puts `text` on the clipboard; at most 256 characters.
    #[must_use]
    pub(crate) fn copying(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            copies: Some(text.into()),
            ..Self::silent(label)
        }
    }

    /// The same in another style.
    #[must_use]
    pub(crate) fn styled(self, style: ButtonStyle) -> Self {
        Self {
            style: Some(style),
            ..self
        }
    }
}

/// The name of the live card of a question, in whatever group it is.
#[must_use]
pub fn card_slot(question: QuestionId) -> String {
    format!("card:{question}")
}

/// The name of a message beside the card in its author's words; the number tells it from the others.
#[must_use]
pub fn words_slot(question: QuestionId, number: i64) -> String {
    format!("words:{question}:{number}")
}

/// The slots of all of them: from the first, up to but without the second.
#[must_use]
pub fn words_slots(question: QuestionId) -> (String, String) {
    (format!("words:{question}:"), format!("words:{question};"))
}

/// The name of the resident's status message of a question.
#[must_use]
pub fn status_slot(question: QuestionId) -> String {
    format!("status:{question}")
}

/// The name of the message on which its author decides about a draft.
#[must_use]
pub fn draft_slot(draft: DraftId) -> String {
    format!("draft:{draft}")
}

/// The name of the newest notice under a card that says what its author changed.
#[must_use]
pub fn revised_slot(question: QuestionId) -> String {
    format!("revised:{question}")
}

/// The name of the preview a delegate decides on.
#[must_use]
pub fn preview_slot(answer: AnswerId) -> String {
    format!("answer:{answer}")
}

/// The name of the office's pinned counter of questions that wait to be sorted.
#[must_use]
pub fn queue_slot() -> String {
    "queue".to_owned()
}

/// The name of the supervision board that is pinned in the group of the standing body.
#[must_use]
pub fn supervision_slot() -> String {
    "supervision".to_owned()
}

/// The name of part `part` (from 0) of an answer, in the chat of whoever got it.
#[must_use]
pub fn answer_slot(answer: AnswerId, part: usize) -> String {
    format!("sent:{answer}:{part}")
}

/// The name of the message that asks the head to approve an answer.
#[must_use]
pub fn approval_slot(answer: AnswerId) -> String {
    format!("approval:{answer}")
}

/// The name of a correction's preview.
#[must_use]
pub fn correction_slot(correction: CorrectionId) -> String {
    format!("correction:{correction}")
}

/// The name of the message that asks a resident what they think of an answer; 0: right after it.
#[must_use]
pub fn survey_slot(answer: AnswerId, promise: i64) -> String {
    format!("survey:{answer}:{promise}")
}

/// The name of the message that asks a body whether a promise was kept.
#[must_use]
pub fn promise_slot(promise: PromiseId) -> String {
    format!("promise:{promise}")
}

/// The name of the list of like questions that get the same answer.
#[must_use]
pub fn together_slot(question: QuestionId) -> String {
    format!("together:{question}")
}

/// The name of the message that says that every place of a site round was seen.
#[must_use]
pub fn round_slot(round: RoundId) -> String {
    format!("round:{round}")
}

/// The name of a place on somebody's site round.
#[must_use]
pub fn visit_slot(visit: VisitId) -> String {
    format!("visit:{visit}")
}

/// The place of this name.
#[must_use]
pub fn visit_of_slot(slot: &str) -> Option<VisitId> {
    slot.strip_prefix("visit:")?.parse().ok().map(VisitId)
}

/// The answer whose preview has this name.
#[must_use]
pub fn answer_of_slot(slot: &str) -> Option<AnswerId> {
    let number = slot.strip_prefix("answer:")?;
    number.parse().ok().map(AnswerId)
}

/// The name of the list of templates for a question, in the group that answers it.
#[must_use]
pub fn templates_slot(question: QuestionId) -> String {
    format!("templates:{question}")
}

/// The name of the note that another council answered a question, in the group that has it.
#[must_use]
pub fn result_slot(question: QuestionId) -> String {
    format!("result:{question}")
}

/// The name of a message that asks somebody for words.
#[must_use]
pub fn prompt_slot(prompt: PromptId) -> String {
    format!("prompt:{prompt}")
}

/// The prompt whose message has this name.
#[must_use]
pub fn prompt_of_slot(slot: &str) -> Option<PromptId> {
    let number = slot.strip_prefix("prompt:")?;
    number.parse().ok().map(PromptId)
}

/// The name of the message that asks a person for words, in their private chat.
pub const ASKED_SLOT: &str = "asked";

/// The name of a person's ticket for a meeting, in their private chat.
#[must_use]
pub fn ticket_slot(meeting: &MeetingCode) -> String {
    format!("ticket:{meeting}")
}

/// The name of the page of a meeting that was shown last, in a private chat.
#[must_use]
pub fn meeting_slot(meeting: &MeetingCode) -> String {
    format!("meeting:{meeting}")
}

/// The name of the first page of the list of meetings, in a private chat.
#[must_use]
pub fn meetings_slot() -> String {
    "meetings".to_owned()
}

/// The name of a person's last message about waiting for a meeting, in their private chat.
#[must_use]
pub fn waiting_slot(meeting: &MeetingCode) -> String {
    format!("waiting:{meeting}")
}
