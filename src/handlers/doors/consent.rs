//! What needs the consent of whoever presses: everything that makes the bot keep more about them. Seeing, leaving and
//! taking back never do.

use crate::{
    chat::button::{AnsweringButton, Button, ClockButton, MeetingButton, QuestionButton},
    domain::conversation::Conversation,
    handlers::{
        HandlerError,
        shared::{actor::Actor, cx::Cx},
    },
    store::conversations,
};

/// Whether an old button of this kind does nothing for somebody who has not agreed, or does not any more.
pub(crate) fn is_needed_for(button: &Button) -> bool {
    match button {
        Button::Question(button) => match button {
            QuestionButton::Categorise(..)
            | QuestionButton::BackToCategories(_)
            | QuestionButton::Send(_)
            | QuestionButton::Edit(_)
            | QuestionButton::Continue(_)
            | QuestionButton::StartOver(_)
            | QuestionButton::PassThanks
            | QuestionButton::Support(..)
            | QuestionButton::SendAnyway(_)
            | QuestionButton::AddMore(_)
            | QuestionButton::WithoutWords(_)
            | QuestionButton::Split(_)
            | QuestionButton::KeepWhole(_)
            | QuestionButton::SendAsIs(_)
            | QuestionButton::KeepCategory(_)
            | QuestionButton::EveryCategory(_)
            | QuestionButton::BackToDraft(_)
            | QuestionButton::Kinds(_)
            | QuestionButton::OfKind(..)
            | QuestionButton::TakeBack(_) => true,
            QuestionButton::Ask
            | QuestionButton::Discard(_)
            | QuestionButton::DiscardNow(_)
            | QuestionButton::WhoSees(_)
            | QuestionButton::ShowMine(_)
            | QuestionButton::SearchPage(..)
            | QuestionButton::GeneralPetition
            | QuestionButton::DangerNow
            | QuestionButton::NoDanger
            | QuestionButton::ReadAnswer(..)
            | QuestionButton::AnswerIsEnough(_)
            | QuestionButton::Withdraw(_)
            | QuestionButton::WithdrawNow(_)
            | QuestionButton::MeantSo
            | QuestionButton::KeepAsWritten => false,
        },
        Button::Meeting(button) => matches!(
            button,
            MeetingButton::AcceptSeat(_)
                | MeetingButton::ChooseCompanions(_)
                | MeetingButton::Companions(..)
                | MeetingButton::WishToSpeak(_)
                | MeetingButton::SkipTopic(_)
        ),
        Button::Answering(button) => matches!(
            button,
            AnsweringButton::Judge(..)
                | AnsweringButton::JudgeAgain(..)
                | AnsweringButton::Comment(..)
                | AnsweringButton::SayWhether(..)
        ),
        Button::Clock(ClockButton::Chase(_)) => true,
        Button::Person(_)
        | Button::Take(_)
        | Button::Preview(_)
        | Button::Organise(_)
        | Button::Link(_)
        | Button::Waiting(_)
        | Button::Triage(_)
        | Button::Case(_)
        | Button::Clock(_)
        | Button::Role(_)
        | Button::Proxy(_)
        | Button::Settings(_)
        | Button::Place(_)
        | Button::Data(_)
        | Button::Publish(_)
        | Button::Broadcast(_)
        // Asks itself, and goes on with the round after the yes.
        | Button::Consult(_) => false,
    }
}

/// Whether somebody changes words that no consent holds any more: none is there, and none is being asked for.
pub(crate) fn has_ended(cx: &Cx<'_, '_>, actor: &Actor) -> Result<bool, HandlerError> {
    if actor.resident()?.has_consented() {
        return Ok(false);
    }
    let waits = conversations::find(cx.tx, actor.user)?;
    Ok(!matches!(waits, Some(Conversation::Consenting { .. })))
}
