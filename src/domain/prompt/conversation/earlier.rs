//! Conversations as earlier versions kept them: whoever was in the middle of one goes on where they were.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Conversation;
use crate::domain::{
    ids::MeetingCode,
    prompt::{MeetingPrompt, Prompt},
};

/// What is read from the database: a conversation of today, or one of these.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Earlier(Earlier),
    Now(#[serde(with = "Conversation")] Conversation),
}

/// Up to version 0015 the dialogues of clerks about meetings were conversations of their own, in private only.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Earlier {
    PlanningMeeting,
    ChangingMeeting(MeetingCode),
    CopyingMeeting(MeetingCode),
    CallingOffMeeting(MeetingCode),
    NamingSpeaker(MeetingCode),
    ClosingMeeting(MeetingCode),
}

impl From<Earlier> for MeetingPrompt {
    fn from(earlier: Earlier) -> Self {
        match earlier {
            Earlier::PlanningMeeting => Self::Plan,
            Earlier::ChangingMeeting(meeting) => Self::Change(meeting),
            Earlier::CopyingMeeting(meeting) => Self::Copy(meeting),
            Earlier::CallingOffMeeting(meeting) => Self::CallOff(meeting),
            Earlier::NamingSpeaker(meeting) => Self::NameSpeaker(meeting),
            Earlier::ClosingMeeting(meeting) => Self::Close(meeting),
        }
    }
}

impl<'de> Deserialize<'de> for Conversation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match <Kept as Deserialize>::deserialize(deserializer)? {
            Kept::Now(conversation) => conversation,
            Kept::Earlier(earlier) => Self::Asked {
                prompt: Prompt::Meeting(earlier.into()),
                question: None,
            },
        })
    }
}

impl Serialize for Conversation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The one that is derived: `remote = "Self"`.
        Self::serialize(self, serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::conversation::Wish;
    use crate::domain::ids::{AreaCode, DraftId, QuestionId};

    fn asked(prompt: MeetingPrompt) -> Conversation {
        Conversation::Asked {
            prompt: Prompt::Meeting(prompt),
            question: None,
        }
    }

    #[test]
    fn dialogues_about_meetings_that_an_earlier_version_kept_go_on_as_prompts() {
        let code = || MeetingCode::new("DV01");
        for (kept, prompt) in [
            (r#""planning_meeting""#, MeetingPrompt::Plan),
            (
                r#"{"changing_meeting":"DV01"}"#,
                MeetingPrompt::Change(code()),
            ),
            (r#"{"copying_meeting":"DV01"}"#, MeetingPrompt::Copy(code())),
            (
                r#"{"calling_off_meeting":"DV01"}"#,
                MeetingPrompt::CallOff(code()),
            ),
            (
                r#"{"naming_speaker":"DV01"}"#,
                MeetingPrompt::NameSpeaker(code()),
            ),
            (
                r#"{"closing_meeting":"DV01"}"#,
                MeetingPrompt::Close(code()),
            ),
        ] {
            let read: Conversation = serde_json::from_str(kept).unwrap();
            assert_eq!(read, asked(prompt), "{kept}");
            let again = serde_json::to_string(&read).unwrap();
            assert_eq!(serde_json::from_str::<Conversation>(&again).unwrap(), read);
        }
    }

    #[test]
    fn words_that_waited_for_a_yes_lead_back_to_such_a_dialogue() {
        let kept = r#"{"confirming_words":{"written":"x","meant":"y","about":null,"message":7,
            "before":{"changing_meeting":"DV01"}}}"#;
        let read: Conversation = serde_json::from_str(kept).unwrap();
        let Conversation::ConfirmingWords { before, .. } = read else {
            panic!("{read:?}");
        };
        let change = MeetingPrompt::Change(MeetingCode::new("DV01"));
        assert_eq!(before.as_deref(), Some(&asked(change)));
    }

    #[test]
    fn every_other_conversation_is_kept_and_read_as_it_was() {
        for (conversation, kept) in [
            (Conversation::WritingQuestion, r#""writing_question""#),
            (
                Conversation::EditingDraft(DraftId(3)),
                r#"{"editing_draft":3}"#,
            ),
            (
                Conversation::Consenting {
                    then: Wish::Area(AreaCode::new("dong-van").to_string()),
                },
                r#"{"consenting":{"then":{"area":"dong-van"}}}"#,
            ),
            (
                Conversation::Asked {
                    prompt: Prompt::Clock(crate::domain::prompt::ClockPrompt::PutOff),
                    question: Some(QuestionId(1)),
                },
                r#"{"asked":{"prompt":{"clock":"put_off"},"question":1}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&conversation).unwrap(), kept);
            let read: Conversation = serde_json::from_str(kept).unwrap();
            assert_eq!(read, conversation);
        }
    }
}
