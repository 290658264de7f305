//! Buttons of questions entered for somebody: which of them belongs where.

use crate::{
    chat::button::ProxyButton,
    domain::ids::MessageId,
    handlers::{
        meeting, paper,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
};

/// In a private chat: residents follow and ask, clerks enter.
pub(crate) fn in_private(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &ProxyButton,
    shown: MessageId,
) -> Outcome {
    match button {
        ProxyButton::AskForMeeting(code) => meeting::ask::begin(cx, actor, code),
        ProxyButton::TypeSlip(code) => paper::follow::ask_slip(cx, actor, *code),
        ProxyButton::ProvePhone(code) => paper::follow::ask_phone(cx, actor, *code),
        ProxyButton::RecordOpinion(speaker) => paper::enter::begin_opinion(cx, actor, *speaker),
        _ => at_the_desk(cx, actor, button, shown),
    }
}

/// Of a clerk, wherever they sit.
pub(crate) fn at_the_desk(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &ProxyButton,
    shown: MessageId,
) -> Outcome {
    match button {
        ProxyButton::Again => paper::enter::by_command(cx, actor, ""),
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
        | ProxyButton::Send(entry) => paper::enter::pressed(cx, actor, button, *entry, shown),
        ProxyButton::Reprint(question)
        | ProxyButton::Contact(question)
        | ProxyButton::PrintAnswer(question)
        | ProxyButton::HandedOver(question)
        | ProxyButton::WriteReply(question) => {
            paper::tell::pressed(cx, actor, button, *question, shown)
        }
        ProxyButton::RecordOpinion(_)
        | ProxyButton::AskForMeeting(_)
        | ProxyButton::TypeSlip(_)
        | ProxyButton::ProvePhone(_) => {
            let words = actor.words(cx);
            cx.old_button(words);
            Ok(())
        }
    }
}
