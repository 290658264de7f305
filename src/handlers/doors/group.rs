//! A group: commands, replies to cards, buttons. Everything else that people say there is none of our
//! business and is not kept.

use crate::{
    chat::{
        button::{Button, PreviewButton, TakeButton},
        command::{self, Command, Slash},
        incoming::{Deed, Incoming, RepliedTo},
    },
    domain::membership::Standing,
    handlers::{
        answer::{self, reply::Written},
        card, clock, consult, doors,
        doors::buttons,
        meeting, office, paper,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            rights,
        },
        triage,
    },
    messages::{Message, help, label, say},
    store::chats,
};

pub(crate) fn handle(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    let on = doors::on(&incoming.deed);
    let actor = Actor::in_group(cx, &incoming.person, incoming.chat.id, on);
    office::link::notice_topics(cx, &incoming.chat)?;
    let actor = &match office::membership::standing(cx, incoming)? {
        Standing::Member => actor,
        Standing::Outsider => actor.as_outsider(),
        Standing::Unknown => return Ok(()),
    };
    match &incoming.deed {
        Deed::Wrote {
            message,
            text,
            reply_to,
        } => match command::parse(text, &cx.facts.bot().username) {
            Some(Slash::Known(command, argument)) => {
                office::link::tries_again(cx, actor.chat)?;
                carry_out(cx, actor, incoming, (command, argument), reply_to.as_ref())
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
                    replied_to(cx, actor, replied, written)
                }
                None => Ok(()),
            },
        },
        Deed::SentMedia {
            message,
            sent,
            more,
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
                _ if answer::resolve::more_of_album(cx, actor, album.as_deref(), sent)? => {}
                Some(replied) => replied_to(cx, actor, replied, written)?,
                None => answer::reply::more_of_album(cx, actor, written).map(|_| ())?,
            }
            for sent in more {
                let of_page = Written {
                    words: "",
                    file: Some(sent),
                    ..written
                };
                answer::reply::more_of_album(cx, actor, of_page)?;
            }
            Ok(())
        }
        Deed::WroteAsChannel {
            message,
            text,
            reply_to,
        } => answer::as_channel::written(cx, actor, *message, text, reply_to.as_ref()),
        Deed::PressedElsewhere { .. } | Deed::AskedInline { .. } | Deed::ChoseInline { .. } => {
            Ok(())
        }
        Deed::PostedFromChannel => office::link::has_comments(cx, &incoming.chat),
        Deed::Edited { message, text } => answer::reply::edited(cx, actor, *message, text),
        Deed::Pressed {
            data,
            message,
            is_shown,
            ..
        } => {
            if !is_shown {
                cx.protect(*message);
            }
            pressed(cx, actor, incoming, data, *message)
        }
        Deed::AddedBot(rights) => office::link::bot_added(cx, actor, *rights),
        Deed::ChangedRights(rights) => office::link::rights_changed(cx, actor.chat, *rights),
        Deed::RemovedBot => office::link::bot_removed(cx, actor.chat),
        Deed::MemberLeft { member } => office::membership::left(cx, actor, member),
        Deed::MembersCame { members } => office::membership::came(cx, actor.chat, members),
        Deed::Migrated { to } => office::link::migrated(cx, actor.chat, *to),
    }
}

/// A reply: to something that was asked for, or to a card.
fn replied_to(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    replied: &RepliedTo,
    written: Written<'_>,
) -> Outcome {
    let said = (written.words, written.file);
    if doors::prompts::replied_in_group(cx, actor, written.message, replied.message, said)? {
        return answer::resolve::album_begins(cx, actor, written.album);
    }
    answer::reply::replied(cx, actor, replied, written)
}

fn carry_out(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    incoming: &Incoming,
    (command, argument): (Command, &str),
    replied_to: Option<&RepliedTo>,
) -> Outcome {
    if actor.is_outsider() && is_of_the_body(command) {
        let words = cx.group_words();
        return actor.refuse(cx, label!(words, "refuse-not-member"));
    }
    match command {
        Command::Link => office::link::by_command(cx, actor, &incoming.chat, argument),
        Command::Open => clock::open_list::by_command(cx, actor, argument),
        Command::Digest => clock::digest::now(cx, actor),
        Command::Figures => clock::figures::by_command(cx, actor, argument),
        Command::Report => clock::report::in_group(cx, actor, argument),
        Command::Templates => answer::template::by_command(cx, actor, replied_to, argument),
        Command::CheckIn => meeting::check_in::in_group(cx, actor, argument),
        Command::PlanMeetings => {
            rights::member(cx, actor)?;
            meeting::plan::by_command(cx, actor, argument)
        }
        Command::Enter => paper::enter::by_command(cx, actor, argument),
        Command::Roles => office::roles::by_command(cx, actor),
        Command::Audit => office::audit::by_command(cx, actor, argument),
        Command::Handover => office::hand_over::by_command(cx, actor),
        Command::Ban => office::bans::by_command(cx, actor, argument),
        Command::Id => office::trouble::tell_number(cx, actor),
        Command::Trouble => office::trouble::by_command(cx, actor),

        Command::Question => {
            if triage::desk::show_in_office(cx, actor, argument)? {
                return Ok(());
            }
            card::claim::show_again(cx, actor, argument)
        }
        Command::Triage => triage::desk::by_command(cx, actor, argument),
        Command::Broadcast => office::broadcast::by_command(cx, actor, argument),
        Command::Publish => triage::publish::by_command(cx, actor, argument),
        Command::Consult => consult::by_command(cx, actor, argument),
        Command::Cancel => doors::prompts::leave_all(cx, actor),
        Command::Help | Command::Start => {
            let body = chats::body_of(cx.tx, actor.chat)?;
            let message = help::group(cx.group_words(), body.as_ref());
            Ok(cx.reply(actor.chat, message)?)
        }
        Command::Ask
        | Command::Draft
        | Command::Meetings
        | Command::Mine
        | Command::Search
        | Command::Delegates
        | Command::Settings
        | Command::MyData
        | Command::Erase
        | Command::Requests
        | Command::Survey
        | Command::CallBack
        | Command::Tasks => {
            let words = cx.group_words();
            let bot = cx.facts.bot().username.clone();
            Ok(cx.reply(
                actor.chat,
                Message::plain(say!(words, "only-in-private", bot = bot)),
            )?)
        }
    }
}

/// Whether what a command does is done for the body of the group.
fn is_of_the_body(command: Command) -> bool {
    match command {
        Command::Open
        | Command::Digest
        | Command::Figures
        | Command::Report
        | Command::Templates
        | Command::CheckIn
        | Command::PlanMeetings
        | Command::Enter
        | Command::Roles
        | Command::Audit
        | Command::Handover
        | Command::Ban
        | Command::Trouble
        | Command::Question
        | Command::Triage
        | Command::Publish
        | Command::Broadcast
        | Command::Consult => true,
        Command::Link
        | Command::Help
        | Command::Start
        | Command::Ask
        | Command::Draft
        | Command::Meetings
        | Command::Mine
        | Command::Search
        | Command::Delegates
        | Command::Settings
        | Command::MyData
        | Command::Erase
        | Command::Requests
        | Command::Survey
        | Command::CallBack
        | Command::Tasks
        | Command::Id
        | Command::Cancel => false,
    }
}

fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    incoming: &Incoming,
    data: &str,
    message: crate::domain::ids::MessageId,
) -> Outcome {
    let words = cx.group_words();
    let Some(button) = Button::decode(data) else {
        cx.old_button(words);
        return Ok(());
    };
    if let Button::Link(button) = &button {
        return buttons::office::of_link(cx, actor, &incoming.chat, button, message);
    }
    if let Button::Role(button) = button {
        rights::member(cx, actor)?;
        return buttons::office::pressed(cx, actor, button, message);
    }
    let Some(member) = rights::member(cx, actor)? else {
        let refusal = rights::refusal(cx, actor)?;
        cx.alert(refusal);
        return Ok(());
    };
    match button {
        Button::Take(TakeButton::Claim(question)) => {
            card::claim::claim(cx, &member, actor, question)
        }
        Button::Take(TakeButton::Release(question)) => {
            card::claim::release(cx, &member, actor, question)
        }
        Button::Take(TakeButton::Forward(question)) => {
            card::claim::forward(cx, &member, actor, question)
        }
        Button::Preview(PreviewButton::Classify(answer, class)) => {
            answer::complete::classify(cx, actor, answer, class, message)
        }
        Button::Preview(PreviewButton::SendAnswer(answer)) => {
            answer::reply::send(cx, &member, actor, answer)
        }
        Button::Preview(PreviewButton::KeepNote(answer)) => {
            answer::reply::keep_note(cx, &member, actor, answer, message)
        }
        Button::Preview(PreviewButton::DropAnswer(answer)) => {
            answer::reply::drop(cx, actor, answer, message)
        }
        Button::Triage(button) => triage::desk::pressed(cx, actor, button),
        Button::Broadcast(button) => office::broadcast::pressed(cx, actor, &button),
        Button::Publish(button) => triage::publish::pressed(cx, actor, &button),
        Button::Consult(button) => consult::pressed(cx, actor, &button),
        Button::Case(button) => card::deeds::pressed(cx, &member, actor, &button),
        Button::Proxy(button) => buttons::paper::at_the_desk(cx, actor, &button, message),
        Button::Clock(button) => buttons::clock::in_group(cx, &member, actor, button, message),
        Button::Answering(button) => {
            buttons::answer::pressed_in_group(cx, &member, actor, button, message)
        }
        Button::Organise(button) => buttons::organise::pressed(cx, actor, button),
        Button::Waiting(button) => doors::prompts::pressed(cx, actor, button),
        Button::Person(_)
        | Button::Question(_)
        | Button::Meeting(_)
        | Button::Settings(_)
        | Button::Place(_)
        | Button::Data(_)
        | Button::Role(_)
        | Button::Link(_) => {
            cx.old_button(words);
            Ok(())
        }
    }
}
