//! Buttons of reminders, lists and candidates: who may press them where.

use super::{
    Incoming, chase_answer,
    context::{Cx, Outcome},
    list_open,
    nominate_question::{self, Wish},
    put_off_reminder, see_figures,
};
use crate::{
    chat::button::ClockButton,
    domain::{ids::MessageId, permission::ActsForBody, resident::Resident, text},
    messages::label,
};

/// A name as cards show it, in UTF-16 units.
const MAX_NAME: usize = 64;

/// In the group of a body.
pub(super) fn in_group(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    button: ClockButton,
    message: MessageId,
) -> Outcome {
    let chat = incoming.chat.id;
    match button {
        ClockButton::PutOff(question) => {
            let name = text::truncate_utf16(&text::clean(&incoming.person.name), MAX_NAME);
            put_off_reminder::ask(cx, chat, (incoming.person.id, &name), question)
        }
        ClockButton::Nominate(question) => {
            nominate_question::change(cx, member, incoming, question, Wish::Nominate)
        }
        ClockButton::Withdraw(question) => {
            nominate_question::change(cx, member, incoming, question, Wish::Withdraw)
        }
        ClockButton::ListPage(page, filter) => {
            list_open::turn(cx, member.body(), chat, message, (page, &filter))
        }
        ClockButton::Board => see_figures::by_button(cx, member.body(), chat),
        ClockButton::Chase(_) => {
            let words = cx.group_words();
            cx.toast(label!(words, "old-button"));
            Ok(())
        }
    }
}

/// In private: a resident asks, or the head of a body puts a reminder off.
pub(super) fn in_private(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    button: &ClockButton,
) -> Outcome {
    match button {
        ClockButton::Chase(question) => chase_answer::chase(cx, resident, *question),
        ClockButton::PutOff(question) => {
            let person = (resident.id, resident.name.as_str());
            put_off_reminder::ask(cx, resident.id.private_chat(), person, *question)
        }
        ClockButton::Nominate(_)
        | ClockButton::Withdraw(_)
        | ClockButton::ListPage(..)
        | ClockButton::Board => {
            let words = cx.words(resident.language);
            cx.alert(label!(words, "only-in-groups"));
            Ok(())
        }
    }
}
