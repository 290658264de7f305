//! A group: commands, replies to cards, buttons. Everything else that people say there is none of our
//! business and is not kept.

use super::{
    answer_question::{self, Written},
    answering, card_deeds, check_in, clock_buttons, complete_answer,
    context::{Cx, Outcome},
    enter_question::{self, Desk},
    hand_over, handle_card, link_group, list_open, manage_roles, membership, plan_meetings,
    press_proxy, prompts, read_audit,
    rights::{self, Officer},
    role_buttons, see_figures, send_digest, triage, use_template,
};
use crate::{
    chat::{
        button::Button,
        command::{self, Command, Slash},
        incoming::{Deed, Incoming, RepliedTo},
    },
    domain::text,
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
            Some(Slash::Known(command, argument)) => {
                membership::writes(cx, incoming)?;
                carry_out(cx, incoming, command, argument)
            }
            Some(Slash::Unknown | Slash::ForAnotherBot) => Ok(()),
            None => match reply_to {
                Some(replied) => {
                    let written = Written {
                        message: *message,
                        words: text,
                        file: None,
                        album: None,
                    };
                    replied_to(cx, incoming, replied, written)
                }
                None => Ok(()),
            },
        },
        Deed::SentMedia {
            message,
            sent,
            album,
            caption,
            reply_to,
        } => {
            let written = Written {
                message: *message,
                words: caption.as_deref().unwrap_or_default(),
                file: Some(sent),
                album: album.as_deref(),
            };
            match reply_to {
                Some(replied) => replied_to(cx, incoming, replied, written),
                None => answer_question::more_of_album(cx, incoming, written).map(|_| ()),
            }
        }
        Deed::Edited { message, text } => answer_question::edited(cx, incoming, *message, text),
        Deed::Pressed { data, message, .. } => pressed(cx, incoming, data, *message),
        Deed::AddedBot(rights) => link_group::bot_added(cx, incoming, *rights),
        Deed::ChangedRights(rights) => link_group::rights_changed(cx, incoming, *rights),
        Deed::RemovedBot => link_group::bot_removed(cx, incoming),
        Deed::MemberLeft { member } => membership::left(cx, incoming, member),
        Deed::MembersCame { members } => membership::came(cx, incoming.chat.id, members),
        Deed::Migrated { to } => link_group::migrated(cx, incoming.chat.id, *to),
    }
}

/// A reply: to something that was asked for, or to a card.
fn replied_to(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    replied: &RepliedTo,
    written: Written<'_>,
) -> Outcome {
    let said = (written.words, written.file);
    if prompts::replied_in_group(cx, incoming, written.message, replied.message, said)? {
        return Ok(());
    }
    answer_question::replied(cx, incoming, replied, written)
}

fn carry_out(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    command: Command,
    argument: &str,
) -> Outcome {
    match command {
        Command::Link => link_group::by_command(cx, incoming, argument),
        Command::Open => list_open::by_command(cx, incoming, argument),
        Command::Digest => send_digest::now(cx, incoming),
        Command::Figures => see_figures::by_command(cx, incoming, argument),
        Command::Templates => use_template::by_command(cx, incoming, argument),
        Command::CheckIn => check_in::in_group(cx, incoming, argument),
        Command::PlanMeetings => plan_meetings::in_group(cx, incoming),
        Command::Enter => {
            let desk = Desk::in_group(cx, incoming);
            enter_question::by_command(cx, &desk)
        }
        Command::Roles => {
            let officer = Officer::in_group(cx, incoming)?;
            manage_roles::by_command(cx, &officer)
        }
        Command::Audit => {
            let officer = Officer::in_group(cx, incoming)?;
            read_audit::by_command(cx, &officer, argument)
        }
        Command::Handover => {
            let officer = Officer::in_group(cx, incoming)?;
            hand_over::by_command(cx, &officer)
        }

        Command::Question => {
            let who = (incoming.person.id, incoming.person.name.as_str());
            if triage::show_in_office(cx, incoming.chat.id, who, argument)? {
                return Ok(());
            }
            handle_card::show_again(cx, incoming.chat.id, argument)
        }
        Command::Triage => {
            let who = (incoming.person.id, incoming.person.name.as_str());
            triage::by_command(cx, incoming.chat.id, who, argument)
        }
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

#[expect(
    clippy::too_many_lines,
    reason = "one arm a button: everything that can be pressed here, in one list"
)]
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
    if let Button::Role(button) = button {
        rights::member(cx, incoming)?;
        let officer = Officer::in_group(cx, incoming)?;
        return role_buttons::pressed(cx, &officer, button, message);
    }
    let Some(member) = rights::member(cx, incoming)? else {
        let refusal = rights::refusal(cx, incoming)?;
        cx.alert(refusal);
        return Ok(());
    };
    match button {
        Button::Claim(question) => handle_card::claim(cx, &member, incoming, question),
        Button::Release(question) => handle_card::release(cx, &member, incoming, question),
        Button::Forward(question) => handle_card::forward(cx, &member, incoming, question),
        Button::Classify(answer, class) => {
            complete_answer::classify(cx, incoming, answer, class, message)
        }
        Button::SendAnswer(answer) => answer_question::send(cx, &member, incoming, answer),
        Button::KeepNote(answer) => {
            answer_question::keep_note(cx, &member, incoming, answer, message)
        }
        Button::DropAnswer(answer) => answer_question::drop(cx, incoming, answer, message),
        Button::Triage(button) => {
            let who = (incoming.person.id, incoming.person.name.as_str());
            triage::pressed(cx, incoming.chat.id, who, button, message)
        }
        Button::Case(button) => card_deeds::pressed(cx, &member, incoming, &button, message),
        Button::Proxy(button) => {
            let desk = Desk::in_group(cx, incoming);
            press_proxy::at_the_desk(cx, &desk, &button, message)
        }
        Button::Clock(button) => clock_buttons::in_group(cx, &member, incoming, button, message),
        Button::Answering(button) => {
            answering::pressed_in_group(cx, &member, incoming, button, message)
        }
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
        | Button::Role(_)
        | Button::Link(_) => {
            cx.toast(label!(words, "old-button"));
            Ok(())
        }
    }
}
