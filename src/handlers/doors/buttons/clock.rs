//! Buttons of reminders, lists and candidates: who may press them where.

use crate::{
    chat::button::ClockButton,
    domain::{ids::MessageId, permission::ActsForBody},
    handlers::{
        card::{self, nominate::Wish},
        clock, question,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::label,
};

/// In the group of a body.
pub(crate) fn in_group(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    button: ClockButton,
    message: MessageId,
) -> Outcome {
    let chat = actor.chat;
    match button {
        ClockButton::PutOff(question) => clock::put_off::ask(cx, actor, question),
        ClockButton::Nominate(question) => {
            card::nominate::change(cx, member, actor, question, Wish::Nominate)
        }
        ClockButton::Withdraw(question) => {
            card::nominate::change(cx, member, actor, question, Wish::Withdraw)
        }
        ClockButton::ListPage(page, filter) => {
            clock::open_list::turn(cx, member.body(), chat, message, (page, &filter))
        }
        ClockButton::Board => clock::figures::by_button(cx, member.body(), chat),
        ClockButton::Chase(_) => {
            let words = cx.group_words();
            cx.old_button(words);
            Ok(())
        }
    }
}

/// In private: a resident asks, or the head of a body puts a reminder off.
pub(crate) fn in_private(cx: &mut Cx<'_, '_>, actor: &Actor, button: &ClockButton) -> Outcome {
    match button {
        ClockButton::Chase(question) => question::chase::chase(cx, actor, *question),
        ClockButton::PutOff(question) => clock::put_off::ask(cx, actor, *question),
        ClockButton::Nominate(_)
        | ClockButton::Withdraw(_)
        | ClockButton::ListPage(..)
        | ClockButton::Board => {
            let words = actor.words(cx);
            cx.alert(label!(words, "only-in-groups"));
            Ok(())
        }
    }
}
