//! A resident's private chat: who it is, where they are in a dialogue, what they did.

use crate::{
    chat::{
        button::{Button, PreviewButton, TakeButton},
        command::{self, Command, Slash},
        incoming::{Deed, Incoming},
    },
    domain::{
        conversation::{Conversation, Wish},
        ids::{MessageId, QuestionId},
        reading::Reading,
        text,
    },
    handlers::{
        answer,
        card::{self, desk::Takes},
        clock, consult,
        doors::{self, buttons},
        meeting, office, paper,
        people::{self, phone::Step},
        question::{
            self,
            attach::Taken,
            gate::{Gate, Surroundings},
        },
        shared::{
            actor::Actor,
            asked,
            consent::ask_for_consent,
            cx::{Cx, Outcome},
            next::Next,
            notices, prompts,
        },
        triage,
    },
    messages::{Message, Style, keyboard, say},
    store::{conversations, entries, held_texts, points, residents},
};

pub(crate) fn handle(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    if incoming.deed == Deed::RemovedBot {
        residents::mark_blocked(cx.tx, incoming.person.id, cx.now)?;
        return Ok(());
    }
    let resident = doors::meet::meet(cx, &incoming.person)?;
    cx.talks_with = Some(resident.id);
    if resident.wants_plain_words {
        cx.style = Style::Plain;
    }
    let name = &incoming.person.name;
    let actor = &Actor::in_private(resident, name, doors::on(&incoming.deed));
    match &incoming.deed {
        Deed::Wrote { text, reply_to, .. } => {
            asked::close(cx, actor)?;
            let replied = reply_to.as_ref().map(|replied| replied.message);
            wrote(cx, actor, text, replied)
        }
        Deed::SentMedia {
            sent,
            more,
            album,
            caption,
            reply_to,
            ..
        } => {
            asked::close(cx, actor)?;
            let coded = doors::encoding::in_caption(actor, caption.as_deref())?;
            let arrived = doors::media::Arrived {
                sent,
                caption: caption.as_deref().filter(|_| coded.is_none()),
                replied: reply_to.as_ref().map(|replied| replied.message),
                album: album.as_deref(),
            };
            let replied = arrived.replied;
            let taken = doors::media::all_arrived(cx, actor, &arrived, more)?;
            let left = match &taken {
                Taken::All => coded,
                Taken::WordsAreLeft(words) => Some(words.as_str()),
            };
            left.map_or(Ok(()), |words| said_alone(cx, actor, words, replied))
        }
        Deed::Pressed {
            data,
            message,
            is_shown,
            ..
        } => {
            if !is_shown {
                cx.protect(*message);
            }
            pressed(cx, actor, data, *message)
        }
        // What was sent with a consent that has ended since stays as it is.
        Deed::Edited { .. } if doors::consent::has_ended(cx, actor)? => Ok(()),
        Deed::Edited { message, text } => question::revise::edited(cx, actor, *message, text),
        Deed::RemovedBot
        | Deed::WroteAsChannel { .. }
        | Deed::PressedElsewhere { .. }
        | Deed::AskedInline { .. }
        | Deed::ChoseInline { .. }
        | Deed::PostedFromChannel
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => Ok(()),
    }
}

fn wrote(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str, replied: Option<MessageId>) -> Outcome {
    if let Step::Over = people::phone::leave(cx, actor, typed)? {
        return Ok(());
    }
    if let Step::Over = paper::follow::leave(cx, actor, typed)? {
        return Ok(());
    }
    if let Some(command) = keyboard::home_command(typed, cx.facts.catalog(), cx.council) {
        conversations::clear(cx.tx, actor.user)?;
        return carry_out(cx, actor, command, "");
    }
    match command::parse(typed, &cx.facts.bot().username) {
        Some(Slash::Known(command, argument)) => {
            return carry_out(cx, actor, command, argument);
        }
        Some(Slash::Unknown | Slash::ForAnotherBot) => return not_understood(cx, actor),
        None => {}
    }
    if let Some(replied) = replied
        && triage::site::replied(cx, actor, replied, (typed, None))?
    {
        return Ok(());
    }
    let replied_about = match replied {
        Some(replied) => question::add::replied_about(cx, actor, replied)?,
        None => None,
    };
    if let Some(replied) = replied
        && replied_about.is_none()
        && card::desk::replied(cx, actor, replied)?
    {
        return Ok(());
    }
    if replied_about.is_some() && !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Home);
    }
    let about = replied_about.map(|question| question.id);
    let waiting = doors::encoding::settle(cx, actor)?;
    if doors::encoding::asks(cx, actor, waiting.as_ref(), about, typed)? {
        return Ok(());
    }
    read_on(cx, actor, (waiting, about), typed)
}

/// Words that are what their author meant: a call for help, a part of the question `about`, or for whatever the bot
/// waits for.
pub(crate) fn read_on(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (conversation, about): (Option<Conversation>, Option<QuestionId>),
    typed: &str,
) -> Outcome {
    let surroundings = if about.is_some() {
        Surroundings::Question
    } else {
        doors::meet::surroundings(cx, actor.user, conversation.as_ref())?
    };
    let is_clerks = conversation
        .as_ref()
        .is_some_and(Conversation::is_clerks_work);
    let names_area = matches!(
        conversation,
        Some(
            Conversation::ChoosingArea { .. }
                | Conversation::AddingArea
                | Conversation::PlacingDraft(_)
        )
    ) && !cx
        .council
        .find_areas(&text::truncate_utf16(typed, 100))
        .is_empty();
    if !is_clerks
        && !names_area
        && question::gate::emergency(cx, actor, typed, surroundings)? == Gate::Closed
    {
        return Ok(());
    }
    if let Some(question) = about {
        return question::add::add(cx, actor, question, typed);
    }
    in_dialogue(cx, actor, conversation, typed)
}

/// The words under something that could not be taken: they mean what they would mean without it.
fn said_alone(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    words: &str,
    replied: Option<MessageId>,
) -> Outcome {
    let about = match replied {
        Some(replied) => question::add::replied_about(cx, actor, replied)?,
        None => None,
    };
    let conversation = conversations::find(cx.tx, actor.user)?;
    let about = about.map(|question| question.id);
    if doors::encoding::asks(cx, actor, conversation.as_ref(), about, words)? {
        return Ok(());
    }
    if let Some(question) = about {
        return question::add::add(cx, actor, question, words);
    }
    in_dialogue(cx, actor, conversation, words)
}

/// Words for whatever the bot waits for; out of the blue they are a question.
fn in_dialogue(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    conversation: Option<Conversation>,
    typed: &str,
) -> Outcome {
    match conversation {
        Some(Conversation::AddingTo(question)) => question::add::add(cx, actor, question, typed),
        Some(Conversation::Withdrawing(question)) => {
            question::withdraw::withdraw(cx, actor, question, Some(typed))
        }
        Some(Conversation::ChoosingArea { then }) => {
            match people::area::typed(cx, actor, typed, then)? {
                Next::Words => question::ask::with_text(cx, actor, typed),
                next => doors::next::run(cx, next),
            }
        }
        Some(Conversation::PlacingDraft(draft)) => question::place::typed(cx, actor, draft, typed),
        Some(Conversation::AddingArea) => people::areas::typed_area(cx, actor, typed),
        Some(Conversation::NamingAssociation(area)) => {
            people::areas::name_association(cx, actor, &area, typed)
        }
        Some(Conversation::NamingSelf) => people::settings::name(cx, actor, typed),
        Some(Conversation::EditingDraft(draft)) => question::ask::rewrite(cx, actor, draft, typed),
        Some(Conversation::NamingTopic(meeting)) => {
            meeting::speak::name_topic(cx, actor, &meeting, typed)
        }
        Some(Conversation::Asked { prompt, question }) => {
            let words = text::clean(typed);
            if words.is_empty() {
                let words = actor.words(cx);
                let again = Message::plain(say!(words, "prompt-words-only"));
                return Ok(cx.reply(actor.chat, again)?);
            }
            conversations::clear(cx.tx, actor.user)?;
            let reply = prompts::Reply {
                actor,
                message: actor.wrote().unwrap_or(MessageId(0)),
                question,
                text: &words,
                file: None,
            };
            doors::prompts::answered(cx, prompt, &reply)
        }
        Some(Conversation::RequestingData(kind)) => people::requests::wrote(cx, actor, kind, typed),
        Some(Conversation::TypingSlip(code)) => paper::follow::typed_slip(cx, actor, &code, typed),
        Some(Conversation::Searching) => {
            conversations::clear(cx.tx, actor.user)?;
            question::look_up::search(cx, actor, typed)
        }
        Some(
            Conversation::WritingQuestion
            | Conversation::AskingForMeeting(_)
            | Conversation::Consenting { .. }
            | Conversation::SharingPhone
            | Conversation::ProvingPhone(_)
            | Conversation::HoldingText { .. }
            | Conversation::ConfirmingWords { .. },
        )
        | None => {
            if paper::follow::is_lone_slip(cx, actor, typed)? {
                return Ok(());
            }
            question::ask::with_text(cx, actor, typed)
        }
    }
}

fn carry_out(cx: &mut Cx<'_, '_>, actor: &Actor, command: Command, argument: &str) -> Outcome {
    let conversation = conversations::find(cx.tx, actor.user)?;
    let holds_words = matches!(conversation, Some(Conversation::HoldingText { .. }));
    if command != Command::Cancel && !holds_words {
        conversations::clear(cx.tx, actor.user)?;
    }
    match command {
        Command::Start => doors::start::start(cx, actor, argument),
        Command::Ask if argument.is_empty() => question::ask::begin(cx, actor),
        Command::Ask => {
            if doors::encoding::asks(cx, actor, None, None, argument)? {
                return Ok(());
            }
            question::ask::by_command(cx, actor, argument)
        }
        Command::Draft => question::ask::go_on(cx, actor),
        Command::Meetings => meeting::see::list(cx, actor),
        Command::Mine if argument.is_empty() => {
            question::mine::show(cx, actor, argument)?;
            meeting::see::mine(cx, actor)
        }
        Command::Question => {
            if card::desk::show(cx, actor, argument)? {
                return Ok(());
            }
            question::mine::show(cx, actor, argument)
        }
        Command::Mine => question::mine::show(cx, actor, argument),
        Command::Search if argument.is_empty() => question::look_up::ask_what_to_search(cx, actor),
        Command::Search => question::look_up::search(cx, actor, argument),
        Command::Delegates => question::look_up::delegates(cx, actor),
        Command::Settings => people::settings::show(cx, actor),
        Command::Help => question::look_up::help(cx, actor),
        Command::Cancel => cancel(cx, actor),
        Command::Link => {
            let words = actor.words(cx);
            Ok(cx.reply(actor.chat, Message::plain(say!(words, "link-only-group")))?)
        }
        Command::Open => {
            if card::desk::list_open(cx, actor)? {
                return Ok(());
            }
            question::mine::show(cx, actor, "")
        }
        Command::Roles => office::roles::by_command(cx, actor),
        Command::Audit => office::audit::by_command(cx, actor, argument),
        Command::Handover => office::hand_over::by_command(cx, actor),
        Command::Ban => office::bans::by_command(cx, actor, argument),
        Command::Id => office::trouble::tell_number(cx, actor),
        Command::Trouble => office::trouble::by_command(cx, actor),
        Command::Figures if actor.rights(cx)?.is_clerk() => {
            let body = notices::office(cx);
            Ok(cx.want(actor.chat, &Reading::Figures { body })?)
        }
        Command::Report if actor.rights(cx)?.is_clerk() => {
            clock::report::in_private(cx, actor, argument)
        }
        Command::Digest | Command::Figures | Command::Report => {
            let words = actor.words(cx);
            let html = say!(words, "only-in-groups");
            Ok(cx.reply(actor.chat, Message::plain(html))?)
        }
        Command::Templates => not_understood(cx, actor),
        Command::CheckIn => meeting::check_in::by_command(cx, actor, argument),
        Command::Triage => triage::desk::by_command(cx, actor, argument),
        Command::PlanMeetings => meeting::plan::by_command(cx, actor, argument),
        Command::Enter => paper::enter::by_command(cx, actor, argument),
        Command::MyData => people::my_data::by_command(cx, actor),
        Command::Erase => people::erase::show(cx, actor),
        Command::Survey => triage::site::by_command(cx, actor, argument),
        Command::CallBack => clock::call_back::by_command(cx, actor),
        Command::Tasks => card::tasks::by_command(cx, actor),
        Command::Requests => people::requests::by_command(cx, actor, argument),
        Command::Broadcast => office::broadcast::by_command(cx, actor, argument),
        Command::Publish => triage::publish::by_command(cx, actor, argument),
        Command::Consult => consult::by_command(cx, actor, argument),
    }
}

fn not_understood(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    let message = Message::with(say!(words, "not-understood"), keyboard::home(words));
    Ok(cx.reply(actor.chat, message)?)
}

fn cancel(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let held = held_texts::forget(cx.tx, actor.user)?;
    points::forget(cx.tx, actor.user)?;
    let waited = conversations::find(cx.tx, actor.user)?.is_some() || held;
    conversations::clear(cx.tx, actor.user)?;
    let entry = entries::of(cx.tx, actor.user, actor.chat)?;
    let waited = waited || entry.is_some();
    if let Some(entry) = entry {
        entries::remove(cx.tx, entry.id)?;
    }
    let draft = conversations::draft_of(cx.tx, actor.user)?;
    if let Some(draft) = &draft {
        question::draft::discard::by_command(cx, actor, draft)?;
    }
    let words = actor.words(cx);
    let html = if draft.is_some() {
        say!(words, "cancelled-draft")
    } else if waited {
        say!(words, "cancelled")
    } else {
        say!(words, "nothing-to-cancel")
    };
    let message = Message::with(html, keyboard::home(words));
    Ok(cx.reply(actor.chat, message)?)
}

fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, data: &str, message: MessageId) -> Outcome {
    let words = actor.words(cx);
    asked::pressed(cx, actor)?;
    let Some(button) = Button::decode(data) else {
        cx.old_button(words);
        return Ok(());
    };
    if doors::consent::is_needed_for(&button) && !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Home);
    }
    match button {
        Button::Data(button) => buttons::data::in_private(cx, actor, &button, message),
        Button::Broadcast(button) => office::broadcast::pressed(cx, actor, &button),
        Button::Consult(button) => consult::pressed(cx, actor, &button),
        Button::Publish(button) => buttons::publish::in_private(cx, actor, &button),
        Button::Person(button) => buttons::person::in_private(cx, actor, button, message),
        Button::Question(button) => buttons::question::in_private(cx, actor, button, message),
        Button::Meeting(button) => buttons::meeting::in_private(cx, actor, button),
        Button::Organise(button) => buttons::organise::pressed(cx, actor, button),
        Button::Triage(button) => triage::desk::pressed(cx, actor, button),
        Button::Answering(button) => {
            buttons::answer::pressed_in_private(cx, actor, button, message)
        }
        Button::Role(button) => buttons::office::pressed(cx, actor, button, message),
        Button::Take(TakeButton::Claim(question)) => {
            card::desk::claim(cx, actor, question, message, Takes::On)
        }
        Button::Take(TakeButton::Release(question)) => {
            card::desk::claim(cx, actor, question, message, Takes::Off)
        }
        Button::Proxy(button) => buttons::paper::in_private(cx, actor, &button, message),
        Button::Clock(button) => buttons::clock::in_private(cx, actor, &button),
        Button::Settings(button) => people::settings::pressed(cx, actor, &button, message),
        Button::Place(button) => question::place::pressed(cx, actor, &button, message),
        Button::Case(_)
        | Button::Waiting(_)
        | Button::Take(TakeButton::Forward(_))
        | Button::Preview(
            PreviewButton::Classify(..)
            | PreviewButton::SendAnswer(_)
            | PreviewButton::KeepNote(_)
            | PreviewButton::DropAnswer(_),
        )
        | Button::Link(_) => {
            answer::reply::refuse_outsider(cx, words);
            Ok(())
        }
    }
}
