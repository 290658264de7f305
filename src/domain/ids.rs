//! Ids and codes as types: a bare `i64` or `String` crosses no module border.
//!
//! Numbers come from Telegram or from our own tables; codes come from the council file and are checked
//! there. Question and ticket codes, which people type, live in [`super::code`].

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A Telegram user: a resident, a delegate or a clerk.
    UserId
}
number! {
    /// A Telegram chat: positive for a private chat (equal to the user's id), negative for a group.
    ChatId
}
number! {
    /// A Telegram message, unique within its chat.
    MessageId
}
number! {
    /// A Telegram update. Telegram may start these afresh after a quiet week.
    UpdateId
}
number! {
    /// A question's row; people see its [`super::code::QuestionCode`].
    QuestionId
}
number! {
    /// An answer's row.
    AnswerId
}
number! {
    /// A correction's row: new words for an answer that was sent.
    CorrectionId
}
number! {
    /// A promise's row: a day an answer promises something for.
    PromiseId
}
number! {
    /// A row of what was said to be done.
    ResolutionId
}
number! {
    /// The row of a question sent while a meeting runs.
    LiveId
}
number! {
    /// The row of a question that is called back.
    CallBackId
}
number! {
    /// The row of a result that came back from another council.
    ResultId
}
number! {
    /// A site round's row.
    RoundId
}
number! {
    /// The row of a paper that buttons under its draft mean.
    PaperId
}
number! {
    /// The row of a paper that was issued.
    IssuedId
}
number! {
    /// The row of a place visited on a site round.
    VisitId
}
number! {
    /// A template's row.
    TemplateId
}
number! {
    /// A draft's row: buttons carry it, so that an old preview cannot send a new draft.
    DraftId
}
number! {
    /// A registration's row: one person's (or party's) wish to come to one meeting.
    RegistrationId
}
number! {
    /// An announcement's row: news about a meeting for many people.
    AnnouncementId
}
number! {
    /// A row of an announcement to many, beside those of meetings.
    BroadcastId
}
number! {
    /// The row of a round on a draft.
    ConsultationId
}
number! {
    /// The row of a statement of such a round.
    StatementId
}
number! {
    /// A search's row: buttons of its pages carry it.
    SearchId
}
number! {
    /// A prompt's row: what somebody was asked to write in a group.
    PromptId
}
number! {
    /// An invitation's row: a one-time link that gives a role.
    InvitationId
}
number! {
    /// A row of a role that somebody was given.
    GrantId
}
number! {
    /// A row of what a clerk is entering for somebody.
    EntryId
}
number! {
    /// A row of a meeting's list of speakers.
    SpeakerId
}

number! {
    /// A row of what somebody asked about their own data.
    DataRequestId
}

/// Below this stand people who were forgotten: Telegram's numbers have at most 52 significant bits.
const NOBODY: i64 = -(1 << 53);

impl ChatId {
    /// Whether it was the chat of somebody who was forgotten: nothing is sent there.
    #[must_use]
    pub fn is_nobodys(self) -> bool {
        self.0 < NOBODY
    }

    /// Telegram numbers private chats like their users, and groups below zero.
    #[must_use]
    pub fn is_private(self) -> bool {
        self.0 > 0
    }

    /// Small groups, which have no public name and no channel, are numbered above supergroups and channels.
    #[must_use]
    pub fn is_basic_group(self) -> bool {
        self.0 < 0 && self.0 > -1_000_000_000_000
    }
}

impl UserId {
    /// Whoever runs the machine: no number of Telegram's.
    pub(crate) const OPERATOR: Self = Self(0);

    /// Another resident who is nobody, below the `lowest` number that is used.
    #[must_use]
    pub(crate) fn nobody_after(lowest: i64) -> Self {
        Self(lowest.min(NOBODY) - 1)
    }

    /// Whether it stands for somebody who was forgotten.
    #[must_use]
    pub fn is_nobody(self) -> bool {
        self.0 < NOBODY
    }

    /// The private chat of this user with the bot.
    #[must_use]
    pub fn private_chat(self) -> ChatId {
        ChatId(self.0)
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a code that was checked where it entered (council file, our own table, a parsed button).
            #[must_use]
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }

            /// The code as it stands in the council file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code! {
    /// An area (xã/phường/đặc khu, thôn/tổ dân phố).
    AreaCode
}
code! {
    /// A body that can be given a question (tổ, ban, cơ quan).
    BodyCode
}
code! {
    /// A category (lĩnh vực).
    CategoryCode
}
code! {
    /// A council session (kỳ họp).
    SessionCode
}
code! {
    /// A voter contact meeting (hội nghị tiếp xúc cử tri); printed on posters.
    MeetingCode
}

/// A language the bot speaks. Vietnamese comes first, always.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which a person is offered them.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The IETF tag, as Telegram and the council file write it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of an IETF tag such as `vi` or `en-GB`; `None` for one we do not speak.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next()? {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// A text of the council in its languages. Vietnamese always exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalText {
    /// The Vietnamese text.
    pub vi: String,
    /// The English text, where the council gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl LocalText {
    /// The text in `language`, or the Vietnamese one.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => self.en.as_deref().unwrap_or(&self.vi),
        }
    }
}
