//! Buttons of questions entered for somebody: which of them belongs where.

use super::{
    ask_for_meeting,
    context::{Cx, Outcome},
    enter_question::{self, Desk},
    follow_question, tell_on_paper,
};
use crate::{
    chat::button::ProxyButton,
    domain::{ids::MessageId, resident::Resident},
    messages::label,
};

/// In a private chat: residents follow and ask, clerks enter.
pub(super) fn in_private(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    button: &ProxyButton,
    shown: MessageId,
) -> Outcome {
    match button {
        ProxyButton::AskForMeeting(code) => ask_for_meeting::begin(cx, resident, code),
        ProxyButton::TypeSlip(code) => follow_question::ask_slip(cx, resident, *code),
        ProxyButton::ProvePhone(code) => follow_question::ask_phone(cx, resident, *code),
        ProxyButton::RecordOpinion(speaker) => {
            enter_question::begin_opinion(cx, resident, *speaker)
        }
        _ => at_the_desk(cx, &Desk::in_private(resident), button, shown),
    }
}

/// Of a clerk, wherever they sit.
pub(super) fn at_the_desk(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    button: &ProxyButton,
    shown: MessageId,
) -> Outcome {
    match button {
        ProxyButton::Again => enter_question::by_command(cx, desk),
        ProxyButton::StartOver(entry)
        | ProxyButton::Leave(entry)
        | ProxyButton::Back(entry)
        | ProxyButton::Skip(entry)
        | ProxyButton::From(entry, _)
        | ProxyButton::AtMeeting(entry, _)
        | ProxyButton::AreaPage(entry, ..)
        | ProxyButton::In(entry, _)
        | ProxyButton::About(entry, _)
        | ProxyButton::AllCategories(entry)
        | ProxyButton::Send(entry) => enter_question::pressed(cx, desk, button, *entry, shown),
        ProxyButton::Reprint(question)
        | ProxyButton::Contact(question)
        | ProxyButton::PrintAnswer(question)
        | ProxyButton::HandedOver(question)
        | ProxyButton::WriteReply(question) => {
            tell_on_paper::pressed(cx, desk, button, *question, shown)
        }
        ProxyButton::RecordOpinion(_)
        | ProxyButton::AskForMeeting(_)
        | ProxyButton::TypeSlip(_)
        | ProxyButton::ProvePhone(_) => {
            let words = desk.words(cx);
            cx.toast(label!(words, "old-button"));
            Ok(())
        }
    }
}
