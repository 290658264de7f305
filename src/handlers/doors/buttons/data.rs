//! Buttons of one's own data, and of the office's queue of requests about it.

use crate::{
    chat::button::DataButton,
    domain::ids::MessageId,
    handlers::{
        people::{consent, erase, my_data, request_desk, requests},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    store::erasure::Words,
};

/// In a private chat. Whoever presses acts for themselves; the queue checks the rights.
pub(crate) fn in_private(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &DataButton,
    message: MessageId,
) -> Outcome {
    match button {
        DataButton::Open => erase::show(cx, actor),
        DataButton::Mine => my_data::by_command(cx, actor),
        DataButton::Withdraw => erase::ask_withdrawal(cx, actor),
        DataButton::WithdrawNow => consent::withdraw(cx, actor, message),
        DataButton::Erase => erase::ask(cx, actor),
        DataButton::EraseAll => erase::begin(cx, actor, Words::Go, message),
        DataButton::EraseButMatter => erase::begin(cx, actor, Words::StayCovered, message),
        DataButton::TakeBack => erase::take_back(cx, actor),
        DataButton::Ask => requests::show(cx, actor),
        DataButton::AskFor(kind) => requests::choose(cx, actor, *kind),
        DataButton::Drop(request) => requests::take_back(cx, actor, *request),
        DataButton::Queue(_)
        | DataButton::Show(_)
        | DataButton::Done(_)
        | DataButton::Refuse(_)
        | DataButton::Paper(_)
        | DataButton::AtTheDesk(_)
        | DataButton::Wants(..)
        | DataButton::HandOver(_)
        | DataButton::Forget(_)
        | DataButton::ForgetNow(_) => request_desk::pressed(cx, actor, button),
    }
}
