//! Buttons of reminders, lists and candidates: who may press them where.

use crate::{
    chat::button::ClockButton,
    domain::{
        ids::{BodyCode, MessageId},
        permission::ActsForBody,
    },
    handlers::{
        card::{self, nominate::Wish},
        clock, question,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Words, label},
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
        ClockButton::OpenCard(question) => card::claim::open_again(cx, actor, question),
        ClockButton::Assess(question, mark) => {
            card::assess::mark(cx, member, actor, question, mark)
        }
        ClockButton::Report(_)
        | ClockButton::ReportForm(..)
        | ClockButton::ReportSession(..)
        | ClockButton::ReportMeeting(..)
        | ClockButton::ReportRound(_) => {
            let words = cx.group_words();
            report(cx, actor, (member.body(), words), button)
        }
        ClockButton::Paper(button) => clock::issue::pressed(cx, actor, button),
        ClockButton::Chase(_) | ClockButton::CalledBack(..) => {
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
        ClockButton::OpenCard(question) => card::tasks::open(cx, actor, *question),
        ClockButton::Assess(question, mark) => {
            card::assess::mark_in_private(cx, actor, *question, *mark)
        }
        ClockButton::CalledBack(call, heard) => clock::call_back::noted(cx, actor, *call, *heard),
        ClockButton::Nominate(_)
        | ClockButton::Withdraw(_)
        | ClockButton::ListPage(..)
        | ClockButton::Board => only_in_groups(cx, actor),
        ClockButton::Paper(button) => clock::issue::pressed(cx, actor, button.clone()),
        ClockButton::Report(_)
        | ClockButton::ReportForm(..)
        | ClockButton::ReportSession(..)
        | ClockButton::ReportMeeting(..)
        | ClockButton::ReportRound(_) => {
            if !actor.rights(cx)?.is_clerk() {
                return only_in_groups(cx, actor);
            }
            let (body, words) = (notices::office(cx), actor.words(cx));
            report(cx, actor, (&body, words), button.clone())
        }
    }
}

/// A paper, or what is still missing for it.
fn report(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    of: (&BodyCode, Words<'_>),
    button: ClockButton,
) -> Outcome {
    match button {
        ClockButton::Report(kind) => clock::report::of_kind(cx, actor, of, kind),
        ClockButton::ReportForm(kind, form) => clock::report::in_form(cx, actor, of, (kind, form)),
        ClockButton::ReportSession(kind, session) => {
            clock::report::of_session(cx, actor, of, (kind, session))
        }
        ClockButton::ReportMeeting(kind, meeting) => {
            clock::report::of_meeting(cx, actor, of, (kind, meeting))
        }
        ClockButton::ReportRound(round) => clock::report::of_round(cx, actor, of, round),
        ClockButton::Chase(_)
        | ClockButton::CalledBack(..)
        | ClockButton::PutOff(_)
        | ClockButton::Nominate(_)
        | ClockButton::Withdraw(_)
        | ClockButton::ListPage(..)
        | ClockButton::Board
        | ClockButton::OpenCard(_)
        | ClockButton::Paper(_)
        | ClockButton::Assess(..) => Ok(()),
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the way out of a door, as the others"
)]
fn only_in_groups(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    cx.alert(label!(words, "only-in-groups"));
    Ok(())
}
