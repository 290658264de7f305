//! A group: commands, replies to cards, buttons. Everything else that people say there is none of our
//! business and is not kept.

use super::{
    answer_question, card_deeds, check_in,
    context::{Cx, Outcome},
    handle_card, link_group, plan_meetings, prompts,
};
use crate::{
    chat::{
        button::Button,
        command::{self, Command, Slash},
        incoming::{Deed, Incoming},
    },
    domain::{permission::ActsForBody, text},
    messages::{Message, help, label, say},
    store::chats,
};

pub(super) fn handle(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    cx.doer = Some(text::truncate_utf16(
        &text::clean(&incoming.person.name),
        64,
    ));
    link_group::notice_topics(cx, incoming)?;
    match &incoming.deed {
        Deed::Wrote {
            message,
            text,
            reply_to,
        } => match command::parse(text, &cx.facts.bot().username) {
            Some(Slash::Known(command, argument)) => carry_out(cx, incoming, command, argument),
            Some(Slash::Unknown | Slash::ForAnotherBot) => Ok(()),
            None => match reply_to {
                Some(replied)
                    if prompts::replied_in_group(
                        cx,
                        incoming,
                        *message,
                        replied.message,
                        Some(text),
                    )? =>
                {
                    Ok(())
                }
                Some(replied) => {
                    answer_question::replied(cx, incoming, *message, replied, Some(text))
                }
                None => Ok(()),
            },
        },
        Deed::SentMedia {
            message,
            reply_to: Some(replied),
            caption,
            ..
        } if prompts::replied_in_group(
            cx,
            incoming,
            *message,
            replied.message,
            caption.as_deref(),
        )? =>
        {
            Ok(())
        }
        Deed::SentMedia {
            message,
            reply_to: Some(replied),
            ..
        } => answer_question::replied(cx, incoming, *message, replied, None),
        Deed::SentMedia { reply_to: None, .. } => Ok(()),
        Deed::Edited { message, text } => answer_question::edited(cx, incoming, *message, text),
        Deed::Pressed { data, message, .. } => pressed(cx, incoming, data, *message),
        Deed::AddedBot(rights) => link_group::bot_added(cx, incoming, *rights),
        Deed::ChangedRights(rights) => link_group::rights_changed(cx, incoming, *rights),
        Deed::RemovedBot => link_group::bot_removed(cx, incoming),
        Deed::Migrated { to } => link_group::migrated(cx, incoming.chat.id, *to),
    }
}

fn carry_out(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    command: Command,
    argument: &str,
) -> Outcome {
    match command {
        Command::Link => link_group::by_command(cx, incoming, argument),
        Command::Open => handle_card::list_open(cx, incoming.chat.id),
        Command::CheckIn => check_in::in_group(cx, incoming, argument),
        Command::PlanMeetings => plan_meetings::in_group(cx, incoming),
        Command::Question => handle_card::show_again(cx, incoming.chat.id, argument),
        Command::Help | Command::Start => {
            let body = chats::body_of(cx.tx, incoming.chat.id)?;
            let message = help::group(cx.group_words(), body.as_ref());
            Ok(cx.reply(incoming.chat.id, message)?)
        }
        Command::Ask
        | Command::Draft
        | Command::Meetings
        | Command::Mine
        | Command::Search
        | Command::Delegates
        | Command::Settings
        | Command::Cancel => {
            let words = cx.group_words();
            let bot = cx.facts.bot().username.clone();
            Ok(cx.reply(
                incoming.chat.id,
                Message::plain(say!(words, "only-in-private", bot = bot)),
            )?)
        }
    }
}

fn pressed(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    data: &str,
    message: crate::domain::ids::MessageId,
) -> Outcome {
    let words = cx.group_words();
    let Some(button) = Button::decode(data) else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if let Button::Link(body) = &button {
        return link_group::by_button(cx, incoming, body, message);
    }
    let linked = chats::body_of(cx.tx, incoming.chat.id)?;
    let Some(member) = ActsForBody::in_linked_group(linked.as_ref()) else {
        answer_question::refuse_outsider(cx, words);
        return Ok(());
    };
    match button {
        Button::Claim(question) => handle_card::claim(cx, &member, incoming, question),
        Button::Release(question) => handle_card::release(cx, &member, incoming, question),
        Button::Forward(question) => handle_card::forward(cx, &member, incoming, question),
        Button::Classify(answer, class) => {
            answer_question::classify(cx, incoming, answer, class, message)
        }
        Button::SendAnswer(answer) => answer_question::send(cx, &member, incoming, answer, message),
        Button::KeepNote(answer) => {
            answer_question::keep_note(cx, &member, incoming, answer, message)
        }
        Button::DropAnswer(answer) => answer_question::drop(cx, incoming, answer, message),
        Button::Triage(button) => match button {},
        Button::Case(button) => card_deeds::pressed(cx, &member, incoming, &button, message),
        Button::Answering(button) => match button {},
        Button::Clock(button) => match button {},
        Button::Role(button) => match button {},
        Button::Proxy(button) => match button {},
        Button::Agree(_)
        | Button::Refuse
        | Button::Speak(_)
        | Button::AreaPage(..)
        | Button::LiveIn(_)
        | Button::SkipNeighbourhood
        | Button::ChangeArea
        | Button::Ask
        | Button::Categorise(..)
        | Button::BackToCategories(_)
        | Button::Send(_)
        | Button::Edit(_)
        | Button::Discard(_)
        | Button::Continue(_)
        | Button::StartOver(_)
        | Button::Cancel
        | Button::ShowMine(_)
        | Button::MeetingPage(_)
        | Button::OpenMeeting(_)
        | Button::MeetingPlace(_)
        | Button::Register(_)
        | Button::Unregister(_)
        | Button::AcceptSeat(_)
        | Button::ShowTicket(_)
        | Button::ChooseCompanions(_)
        | Button::Companions(..)
        | Button::WishToSpeak(_)
        | Button::SkipTopic(_)
        | Button::StaySilent(_)
        | Button::FollowMeetings
        | Button::UnfollowMeetings
        | Button::GuestPage(..)
        | Button::Arrived(..)
        | Button::NotArrived(..)
        | Button::Recount(..)
        | Button::WalkIns(..)
        | Button::NewMeeting
        | Button::PlanMeeting(_)
        | Button::PublishMeeting(_)
        | Button::ChangeMeeting(_)
        | Button::CallOffMeeting(_)
        | Button::CopyMeeting(_)
        | Button::Speakers(_)
        | Button::SpeakerCalled(..)
        | Button::AddSpeaker(_)
        | Button::CloseMeeting(_)
        | Button::GeneralPetition
        | Button::PassThanks
        | Button::Support(..)
        | Button::ReadAnswer(..)
        | Button::AnswerIsEnough(_)
        | Button::SendAnyway(_)
        | Button::AddMore(_)
        | Button::Withdraw(_)
        | Button::WithdrawNow(_)
        | Button::WithoutWords(_)
        | Button::Split(_)
        | Button::KeepWhole(_)
        | Button::Settings(_)
        | Button::Place(_)
        | Button::Link(_) => {
            cx.toast(label!(words, "old-button"));
            Ok(())
        }
    }
}
