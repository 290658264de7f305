//! A resident's private chat: who it is, where they are in a dialogue, what they did.

use super::{
    add_to_question, answer_question, answering, ask_for_meeting, ask_question, attach,
    bring_companions, change_meeting, change_settings, check_in, choose_area, clock_buttons,
    close_meeting, consent,
    context::{Cx, Outcome},
    desk::{self, Takes},
    enter_question::{self, Desk},
    follow_question,
    gate::{self, Gate, Surroundings},
    hand_over, keep_areas, lead_speakers, look_up, manage_roles, my_questions, place_question,
    plan_meetings, press_proxy, prompts, read_audit, register_for_meeting, revise_question,
    rights::Officer,
    role_buttons, see_meetings,
    share_phone::{self, Step},
    speak_at_meeting, split_question, submit_question, support_question, triage, withdraw_question,
};
use crate::{
    chat::{
        button::Button,
        command::{self, Command, Slash},
        incoming::{Deed, Incoming, Person},
    },
    domain::{
        conversation::{Conversation, Wish},
        ids::{Language, MessageId},
        resident::{AreaRole, MAX_NAME, Resident},
        text,
    },
    messages::{Message, Style, keyboard, label, question, resident as say_resident, say},
    store::{conversations, entries, held_texts, outbox, points, residents},
};

pub(super) fn handle(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    if incoming.deed == Deed::RemovedBot {
        residents::mark_blocked(cx.tx, incoming.person.id, cx.now)?;
        return Ok(());
    }
    let resident = meet(cx, &incoming.person)?;
    cx.resident = Some(resident.id);
    if resident.wants_plain_words {
        cx.style = Style::Plain;
    }
    match &incoming.deed {
        Deed::Wrote {
            message,
            text,
            reply_to,
        } => {
            cx.source = Some(*message);
            let replied = reply_to.as_ref().map(|replied| replied.message);
            wrote(cx, resident, text, replied)
        }
        Deed::SentMedia {
            message,
            sent,
            album,
            caption,
            reply_to,
        } => {
            cx.source = Some(*message);
            let arrived = attach::Arrived {
                sent,
                caption: caption.as_deref(),
                replied: reply_to.as_ref().map(|replied| replied.message),
                album: album.as_deref(),
            };
            attach::arrived(cx, &resident, &arrived)
        }
        Deed::Pressed { data, message, .. } => pressed(cx, resident, data, *message),
        Deed::Edited { message, text } => revise_question::edited(cx, &resident, *message, text),
        Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => Ok(()),
    }
}

/// The person as we know them, brought up to date; somebody new is kept with name and language only.
/// Whoever acts has not blocked the bot: what waited for them is sent.
fn meet(cx: &mut Cx<'_, '_>, person: &Person) -> Result<Resident, super::HandlerError> {
    let name = text::truncate_utf16(&text::clean(&person.name), MAX_NAME);
    cx.telegram_name = Some(name.clone());
    let known = residents::find(cx.tx, person.id)?;
    if let Some(mut resident) = known {
        if resident.name != name && !resident.name_chosen {
            resident.name = name;
            residents::save(cx.tx, &resident, cx.now)?;
        }
        if resident.blocked {
            residents::unmark_blocked(cx.tx, person.id)?;
            outbox::unpark(cx.tx, person.id.private_chat(), cx.now)?;
            resident.blocked = false;
        }
        return Ok(resident);
    }
    let language = person
        .language_tag
        .as_deref()
        .and_then(Language::from_tag)
        .filter(|language| cx.council.languages.contains(language))
        .unwrap_or_else(|| cx.council.default_language());
    let resident = Resident {
        id: person.id,
        name,
        language,
        language_chosen: false,
        name_chosen: false,
        area: None,
        area_role: AreaRole::Lives,
        wants_plain_words: false,
        consent: None,
        blocked: false,
    };
    residents::save(cx.tx, &resident, cx.now)?;
    Ok(resident)
}

fn wrote(
    cx: &mut Cx<'_, '_>,
    resident: Resident,
    typed: &str,
    replied: Option<MessageId>,
) -> Outcome {
    if let Step::Over = share_phone::leave(cx, &resident, typed)? {
        return Ok(());
    }
    if let Step::Over = follow_question::leave(cx, &resident, typed)? {
        return Ok(());
    }
    if let Some(command) = keyboard::home_command(typed, cx.facts.catalog(), cx.council) {
        conversations::clear(cx.tx, resident.id)?;
        return carry_out(cx, resident, command, "");
    }
    match command::parse(typed, &cx.facts.bot().username) {
        Some(Slash::Known(command, argument)) => {
            return carry_out(cx, resident, command, argument);
        }
        Some(Slash::Unknown | Slash::ForAnotherBot) => {
            let words = cx.words(resident.language);
            return Ok(cx.reply(
                resident.id.private_chat(),
                Message::with(say!(words, "not-understood"), keyboard::home(words)),
            )?);
        }
        None => {}
    }
    let replied_about = match replied {
        Some(replied) => add_to_question::replied_about(cx, &resident, replied)?,
        None => None,
    };
    if let Some(replied) = replied
        && replied_about.is_none()
        && desk::replied(cx, &resident, replied)?
    {
        return Ok(());
    }
    let conversation = conversations::find(cx.tx, resident.id)?;
    let surroundings = if replied_about.is_some() {
        Surroundings::Question
    } else {
        surroundings(cx, &resident, conversation.as_ref())?
    };
    let is_clerks = conversation
        .as_ref()
        .is_some_and(Conversation::is_clerks_work);
    let names_area = matches!(
        conversation,
        Some(Conversation::ChoosingArea { .. } | Conversation::AddingArea)
    ) && !cx
        .council
        .find_areas(&text::truncate_utf16(typed, 100))
        .is_empty();
    if !is_clerks
        && !names_area
        && gate::emergency(cx, &resident, typed, surroundings)? == Gate::Closed
    {
        return Ok(());
    }
    if let Some(question) = replied_about {
        return add_to_question::add(cx, &resident, question.id, typed);
    }
    in_dialogue(cx, resident, conversation, typed)
}

/// Words for whatever the bot waits for; out of the blue they are a question.
fn in_dialogue(
    cx: &mut Cx<'_, '_>,
    resident: Resident,
    conversation: Option<Conversation>,
    typed: &str,
) -> Outcome {
    match conversation {
        Some(Conversation::AddingTo(question)) => {
            add_to_question::add(cx, &resident, question, typed)
        }
        Some(Conversation::Withdrawing(question)) => {
            withdraw_question::withdraw(cx, &resident, question, Some(typed))
        }
        Some(Conversation::ChoosingArea { then }) => choose_area::typed(cx, resident, typed, then),
        Some(Conversation::AddingArea) => keep_areas::typed_area(cx, &resident, typed),
        Some(Conversation::NamingSelf) => change_settings::name(cx, resident, typed),
        Some(Conversation::EditingDraft(draft)) => {
            ask_question::rewrite(cx, &resident, draft, typed)
        }
        Some(Conversation::NamingTopic(meeting)) => {
            speak_at_meeting::name_topic(cx, &resident, &meeting, typed)
        }
        Some(Conversation::PlanningMeeting) => plan_meetings::filled(cx, &resident, typed),
        Some(Conversation::ChangingMeeting(meeting)) => {
            change_meeting::change(cx, &resident, &meeting, typed)
        }
        Some(Conversation::CopyingMeeting(meeting)) => {
            plan_meetings::copy(cx, &resident, &meeting, typed)
        }
        Some(Conversation::NamingSpeaker(meeting)) => {
            lead_speakers::name(cx, &resident, &meeting, typed)
        }
        Some(Conversation::ClosingMeeting(meeting)) => {
            close_meeting::close(cx, &resident, &meeting, typed)
        }
        Some(Conversation::CallingOffMeeting(meeting)) => {
            change_meeting::call_off(cx, &resident, &meeting, typed)
        }
        Some(Conversation::Asked { prompt, question }) => {
            let words = text::clean(typed);
            if words.is_empty() {
                let words = cx.words(resident.language);
                let again = Message::plain(say!(words, "prompt-words-only"));
                return Ok(cx.reply(resident.id.private_chat(), again)?);
            }
            conversations::clear(cx.tx, resident.id)?;
            let reply = prompts::Reply {
                person: resident.id,
                name: text::truncate_utf16(&resident.name, 64),
                chat: resident.id.private_chat(),
                message: cx.source.unwrap_or(MessageId(0)),
                question,
                text: &words,
                file: None,
            };
            prompts::answered(cx, prompt, &reply)
        }
        Some(Conversation::TypingSlip(code)) => {
            follow_question::typed_slip(cx, &resident, &code, typed)
        }
        Some(Conversation::Searching) => {
            conversations::clear(cx.tx, resident.id)?;
            look_up::search(cx, &resident, typed)
        }
        Some(
            Conversation::WritingQuestion
            | Conversation::AskingForMeeting(_)
            | Conversation::Consenting { .. }
            | Conversation::SharingPhone
            | Conversation::ProvingPhone(_)
            | Conversation::HoldingText { .. },
        )
        | None => ask_question::with_text(cx, &resident, typed),
    }
}

/// Whether what is written belongs to a question (or is no question at all): an emergency in it gets the numbers, and
/// the words go on.
fn surroundings(
    cx: &Cx<'_, '_>,
    resident: &Resident,
    conversation: Option<&Conversation>,
) -> Result<Surroundings, super::HandlerError> {
    let belongs = matches!(
        conversation,
        Some(
            Conversation::AddingTo(_)
                | Conversation::Withdrawing(_)
                | Conversation::NamingTopic(_)
                | Conversation::NamingSelf
        )
    ) || conversations::draft_of(cx.tx, resident.id)?.is_some();
    Ok(if belongs {
        Surroundings::Question
    } else {
        Surroundings::Nothing
    })
}

fn carry_out(cx: &mut Cx<'_, '_>, resident: Resident, command: Command, argument: &str) -> Outcome {
    if command != Command::Cancel {
        conversations::clear(cx.tx, resident.id)?;
    }
    match command {
        Command::Start => consent::start(cx, resident, argument),
        Command::Ask if argument.is_empty() => ask_question::begin(cx, &resident),
        Command::Ask => ask_question::with_text(cx, &resident, argument),
        Command::Draft => ask_question::go_on(cx, &resident),
        Command::Meetings => see_meetings::list(cx, &resident),
        Command::Mine if argument.is_empty() => {
            my_questions::show(cx, &resident, argument)?;
            see_meetings::mine(cx, &resident)
        }
        Command::Question => {
            let officer = Officer::in_private(cx, &resident)?;
            if desk::show(cx, &officer, argument)? {
                return Ok(());
            }
            my_questions::show(cx, &resident, argument)
        }
        Command::Mine => my_questions::show(cx, &resident, argument),
        Command::Search if argument.is_empty() => look_up::ask_what_to_search(cx, &resident),
        Command::Search => look_up::search(cx, &resident, argument),
        Command::Delegates => look_up::delegates(cx, &resident),
        Command::Settings => change_settings::show(cx, &resident),
        Command::Help => look_up::help(cx, &resident),
        Command::Cancel => cancel(cx, &resident),
        Command::Link => {
            let words = cx.words(resident.language);
            Ok(cx.reply(
                resident.id.private_chat(),
                Message::plain(say!(words, "link-only-group")),
            )?)
        }
        Command::Open => {
            let officer = Officer::in_private(cx, &resident)?;
            if desk::list_open(cx, &officer)? {
                return Ok(());
            }
            my_questions::show(cx, &resident, "")
        }
        Command::Roles => {
            let officer = Officer::in_private(cx, &resident)?;
            manage_roles::by_command(cx, &officer)
        }
        Command::Audit => {
            let officer = Officer::in_private(cx, &resident)?;
            read_audit::by_command(cx, &officer, argument)
        }
        Command::Handover => {
            let officer = Officer::in_private(cx, &resident)?;
            hand_over::by_command(cx, &officer)
        }

        Command::Digest | Command::Figures => {
            let words = cx.words(resident.language);
            let html = say!(words, "only-in-groups");
            Ok(cx.reply(resident.id.private_chat(), Message::plain(html))?)
        }

        Command::Templates => {
            let words = cx.words(resident.language);
            Ok(cx.reply(
                resident.id.private_chat(),
                Message::with(say!(words, "not-understood"), keyboard::home(words)),
            )?)
        }
        Command::CheckIn => check_in::by_command(cx, &resident, argument),
        Command::Triage => {
            let who = (resident.id, resident.name.as_str());
            triage::by_command(cx, resident.id.private_chat(), who, argument)
        }
        Command::PlanMeetings => plan_meetings::by_command(cx, &resident, argument),
        Command::Enter => enter_question::by_command(cx, &Desk::in_private(&resident)),
    }
}

fn cancel(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let held = held_texts::forget(cx.tx, resident.id)?;
    points::forget(cx.tx, resident.id)?;
    let waited = conversations::find(cx.tx, resident.id)?.is_some() || held;
    conversations::clear(cx.tx, resident.id)?;
    let entry = entries::of(cx.tx, resident.id, resident.id.private_chat())?;
    let waited = waited || entry.is_some();
    if let Some(entry) = entry {
        entries::remove(cx.tx, entry.id)?;
    }
    let draft = conversations::draft_of(cx.tx, resident.id)?;
    if let Some(draft) = &draft {
        conversations::remove_draft(cx.tx, draft.id)?;
    }
    let words = cx.words(resident.language);
    let html = if waited || draft.is_some() {
        say!(words, "cancelled")
    } else {
        say!(words, "nothing-to-cancel")
    };
    let message = Message::with(html, keyboard::home(words));
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm a button: everything that can be pressed here, in one list"
)]
fn pressed(cx: &mut Cx<'_, '_>, resident: Resident, data: &str, message: MessageId) -> Outcome {
    let words = cx.words(resident.language);
    let Some(button) = Button::decode(data) else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    match button {
        Button::Agree(version) => consent::agree(cx, resident, version, message),
        Button::Refuse => consent::refuse(cx, &resident, message),
        Button::Speak(language) => consent::speak(cx, resident, language, message),
        Button::AreaPage(parent, page) => {
            choose_area::turn_page(cx, &resident, parent.as_ref(), page, message)
        }
        Button::LiveIn(area) => choose_area::pressed(cx, resident, &area, message),
        Button::SkipNeighbourhood => choose_area::skip_neighbourhood(cx, &resident, message),
        Button::ChangeArea => choose_area::ask(cx, &resident, Wish::Home),
        Button::Ask => ask_question::begin(cx, &resident),
        Button::Categorise(draft, category) => {
            ask_question::categorise(cx, &resident, draft, &category, message)
        }
        Button::BackToCategories(draft) => {
            ask_question::back_to_categories(cx, &resident, draft, message)
        }
        Button::Send(draft) => submit_question::submit(cx, &resident, draft, message),
        Button::Edit(draft) => ask_question::edit(cx, &resident, draft),
        Button::Discard(draft) => ask_question::discard(cx, &resident, draft, message),
        Button::Continue(draft) => ask_question::go_on_with(cx, &resident, draft, message),
        Button::StartOver(draft) => ask_question::start_over(cx, &resident, draft, message),
        Button::Cancel => {
            conversations::clear(cx.tx, resident.id)?;
            cx.replace(
                resident.id.private_chat(),
                message,
                Message::plain(say!(words, "cancelled")),
            )?;
            Ok(())
        }
        Button::ShowMine(question) => my_questions::show_one(cx, &resident, question),
        Button::MeetingPage(page) => see_meetings::turn_page(cx, &resident, page, message),
        Button::OpenMeeting(meeting) => see_meetings::one(cx, &resident, &meeting),
        Button::MeetingPlace(meeting) => see_meetings::place(cx, &resident, &meeting),
        Button::FollowMeetings => see_meetings::follow(cx, &resident),
        Button::UnfollowMeetings => see_meetings::unfollow(cx, &resident),
        Button::Register(meeting) => register_for_meeting::register(cx, &resident, &meeting),
        Button::Unregister(meeting) => register_for_meeting::unregister(cx, &resident, &meeting),
        Button::AcceptSeat(meeting) => register_for_meeting::accept(cx, &resident, &meeting),
        Button::ShowTicket(meeting) => register_for_meeting::show(cx, &resident, &meeting),
        Button::ChooseCompanions(meeting) => {
            bring_companions::choose(cx, &resident, &meeting, message)
        }
        Button::Companions(meeting, companions) => {
            bring_companions::bring(cx, &resident, &meeting, companions, message)
        }
        Button::WishToSpeak(meeting) => speak_at_meeting::wish(cx, &resident, &meeting),
        Button::SkipTopic(meeting) => {
            speak_at_meeting::skip_topic(cx, &resident, &meeting, message)
        }
        Button::StaySilent(meeting) => speak_at_meeting::stay_silent(cx, &resident, &meeting),
        Button::GuestPage(meeting, page) => {
            check_in::turn_page(cx, &resident, &meeting, page, message)
        }
        Button::Arrived(registration, page) => {
            check_in::mark_arrived(cx, &resident, registration, page, message)
        }
        Button::NotArrived(registration, page) => {
            check_in::mark_absent(cx, &resident, registration, page, message)
        }
        Button::Recount(registration, size) => {
            check_in::recount(cx, &resident, registration, size, message)
        }
        Button::WalkIns(meeting, size) => {
            check_in::walk_ins(cx, &resident, &meeting, size, message)
        }
        Button::Speakers(meeting) => lead_speakers::show(cx, &resident, &meeting, message),
        Button::SpeakerCalled(speaker, turn) => {
            lead_speakers::call(cx, &resident, speaker, turn, message)
        }
        Button::AddSpeaker(meeting) => lead_speakers::ask_name(cx, &resident, &meeting),
        Button::CloseMeeting(meeting) => close_meeting::ask(cx, &resident, &meeting),
        Button::NewMeeting => plan_meetings::begin(cx, &resident),
        Button::PlanMeeting(meeting) => plan_meetings::show(cx, &resident, &meeting),
        Button::PublishMeeting(meeting) => plan_meetings::publish(cx, &resident, &meeting, message),
        Button::CopyMeeting(meeting) => plan_meetings::ask_areas(cx, &resident, &meeting),
        Button::ChangeMeeting(meeting) => change_meeting::ask(cx, &resident, &meeting),
        Button::CallOffMeeting(meeting) => change_meeting::ask_reason(cx, &resident, &meeting),
        Button::GeneralPetition => gate::go_on(cx, &resident, message),
        Button::PassThanks => gate::pass_thanks(cx, &resident, message),
        Button::Support(draft, question) => {
            support_question::join(cx, &resident, draft, question, message)
        }
        Button::ReadAnswer(draft, question) => {
            support_question::read_answer(cx, &resident, draft, question)
        }
        Button::AnswerIsEnough(draft) => {
            support_question::content_with_answer(cx, &resident, draft, message)
        }
        Button::SendAnyway(draft) => support_question::send_anyway(cx, &resident, draft, message),
        Button::WithoutWords(draft) => attach::without_words(cx, &resident, draft, message),
        Button::Split(draft) => split_question::split(cx, &resident, draft, message),
        Button::KeepWhole(draft) => split_question::keep_whole(cx, &resident, draft, message),
        Button::AddMore(question) => add_to_question::ask(cx, &resident, question),
        Button::Withdraw(question) => withdraw_question::ask(cx, &resident, question),
        Button::WithdrawNow(question) => withdraw_question::withdraw(cx, &resident, question, None),
        Button::Triage(button) => {
            let who = (resident.id, resident.name.as_str());
            triage::pressed(cx, resident.id.private_chat(), who, button, message)
        }
        Button::Answering(button) => answering::pressed_in_private(cx, &resident, button, message),
        Button::Role(button) => {
            let officer = Officer::in_private(cx, &resident)?;
            role_buttons::pressed(cx, &officer, button, message)
        }
        Button::Claim(question) => {
            let officer = Officer::in_private(cx, &resident)?;
            desk::claim(cx, &officer, question, message, Takes::On)
        }
        Button::Release(question) => {
            let officer = Officer::in_private(cx, &resident)?;
            desk::claim(cx, &officer, question, message, Takes::Off)
        }
        Button::Proxy(button) => press_proxy::in_private(cx, &resident, &button, message),
        Button::Clock(button) => clock_buttons::in_private(cx, &resident, &button),
        Button::Settings(button) => change_settings::pressed(cx, resident, &button, message),
        Button::Place(button) => place_question::pressed(cx, &resident, &button, message),
        Button::Case(_)
        | Button::Forward(_)
        | Button::Classify(..)
        | Button::SendAnswer(_)
        | Button::KeepNote(_)
        | Button::DropAnswer(_)
        | Button::Link(_) => {
            answer_question::refuse_outsider(cx, words);
            Ok(())
        }
    }
}

/// Somebody who has not agreed (any more) is asked, with what they wanted kept for after the yes.
pub(super) fn ask_for_consent(cx: &mut Cx<'_, '_>, resident: &Resident, then: Wish) -> Outcome {
    let words = cx.words(resident.language);
    let message = match &then {
        Wish::Ask { text } if !text.is_empty() => say_resident::consent_first(words),
        Wish::Phone => say_resident::phone_after_consent(words),
        Wish::Ask { .. }
        | Wish::Home
        | Wish::Area(_)
        | Wish::Draft
        | Wish::Meeting(_)
        | Wish::Settings
        | Wish::AskForMeeting(_)
        | Wish::Follow(_) => say_resident::welcome(words),
    };
    conversations::set(
        cx.tx,
        resident.id,
        &Conversation::Consenting { then },
        cx.now,
    )?;
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// Goes on with what a person wanted before something had to be asked.
pub(super) fn fulfil(cx: &mut Cx<'_, '_>, resident: &Resident, wish: Wish) -> Outcome {
    match wish {
        Wish::Home | Wish::Area(_) => Ok(()),
        Wish::Ask { text } if text.is_empty() => {
            conversations::set(cx.tx, resident.id, &Conversation::WritingQuestion, cx.now)?;
            let prompt = question::prompt(cx.words(resident.language));
            Ok(cx.reply(resident.id.private_chat(), prompt)?)
        }
        Wish::Ask { text } => ask_question::past_the_gate(cx, resident, &text),
        Wish::Draft => ask_question::go_on(cx, resident),
        Wish::Meeting(meeting) => register_for_meeting::register(cx, resident, &meeting),
        Wish::Settings => change_settings::show(cx, resident),
        Wish::Phone => share_phone::ask(cx, resident),
        Wish::AskForMeeting(meeting) => ask_for_meeting::begin(cx, resident, &meeting),
        Wish::Follow(code) => follow_question::by_link(cx, resident, &code),
    }
}
