//! The buttons of a card and what they ask for: who may, whether it is still the same question, which deed.
//!
//! A button carries the version it was made for. If somebody else did something since, nothing is done: the person
//! who pressed reads who did what, and the card is refreshed. Start with [`pressed`].

use jiff::civil::Date;

use crate::{
    chat::{
        button::{CardDeed, CaseButton},
        outgoing::{About, Keyboard, Lane, Target, card_slot},
    },
    domain::{
        event::{Event, Step},
        ids::QuestionId,
        permission::ActsForBody,
        prompt::{CasePrompt, Prompt},
        question::{
            Question, State,
            lifecycle::{self, Refusal},
        },
    },
    handlers::{
        HandlerError,
        card::{ask_back, claim, notes, send_up, set_aside, transfer},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices, prompts,
        },
        triage::returns,
    },
    messages::{Html, Message, card_menu, casework, lines::card_head, refusal, say},
    store::{chats, questions, steps},
};

/// Somebody pressed a button of a card in the group of `member`'s body.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    pressed: &CaseButton,
) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, pressed.question())? else {
        cx.old_button(words);
        return Ok(());
    };
    let seeing = pressed.version().map(|version| actor.seeing(version));
    let actor = seeing.as_ref().unwrap_or(actor);
    if let Some(step) = meanwhile(cx, &question, actor, is_a_deed)? {
        cx.alert(casework::meanwhile(words, &question, &step));
        return refresh(cx, actor, member, &question);
    }
    let is_phoning = matches!(pressed, CaseButton::Card(CardDeed::EnterReply, ..))
        && *member.body() == notices::office(cx);
    let is_confirming = question.state == State::Received;
    if *member.body() != question.body && !is_phoning && !is_confirming {
        let body = question.body.clone();
        return refuse(
            cx,
            actor,
            member,
            &question,
            &Refusal::WithAnotherBody { body },
        );
    }
    match pressed {
        CaseButton::Notes(_, page) => notes::show(cx, &question, actor, *page),
        CaseButton::TransferPage(_, _, page) => show_bodies(cx, actor, member, &question, *page),
        CaseButton::TransferTo(_, version, to) => {
            ask_if_open(cx, actor, member, &question, |cx, actor| {
                transfer::ask_reason(cx, member, actor, &question, to, *version)
            })
        }
        CaseButton::Card(deed, ..) => carry_out(cx, member, actor, &question, *deed),
    }
}

fn carry_out(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
    deed: CardDeed,
) -> Outcome {
    let version = question.version;
    let words = cx.group_words();
    let asks = |prompt, html| (prompt, html);
    let (prompt, html) = match deed {
        CardDeed::Claim => return claim::claim(cx, member, actor, question.id),
        CardDeed::Release => return claim::release(cx, member, actor, question.id),
        CardDeed::More => {
            return ask_if_open(cx, actor, member, question, |cx, actor| {
                show(cx, actor, question, None, card_menu::more(words, question))
            });
        }
        CardDeed::Less => return refresh(cx, actor, member, question),
        CardDeed::Transfer => return show_bodies(cx, actor, member, question, 0),
        CardDeed::Result => return send_up::ask_result(cx, member, actor, question),
        CardDeed::Resume => return ask_back::go_on(cx, member, actor, question),
        CardDeed::BringBack => return set_aside::bring_back(cx, member, actor, question),
        CardDeed::EnterReply => return ask_back::ask_reply(cx, member, actor, question),
        CardDeed::Return => return returns::begin(cx, actor, question.id),
        CardDeed::AskBack => asks(
            CasePrompt::AskBack { version },
            casework::ask_what_to_ask(words, question),
        ),
        CardDeed::SendUp => asks(
            CasePrompt::SendUp { version },
            casework::ask_document(words, question),
        ),
        CardDeed::SetAside => asks(
            CasePrompt::SetAside { version },
            casework::ask_set_aside(words, question),
        ),
        CardDeed::Extend => asks(
            CasePrompt::Extend { version },
            casework::ask_extension(words, question),
        ),
    };
    ask_if_open(cx, actor, member, question, |cx, actor| {
        ask(cx, actor, question.id, prompt, html)?;
        refresh(cx, actor, member, question)
    })
}

/// Asks the person who pressed for words.
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: QuestionId,
    prompt: CasePrompt,
    html: Html,
) -> Outcome {
    let asked_about = questions::find(cx.tx, question)?;
    let after = asked_about.and_then(|question| after(cx, &prompt, &question));
    let prompt = Prompt::Case(prompt);
    match after {
        Some(after) => prompts::ask_day(cx, actor, prompt, Some(question), html, after),
        None => prompts::ask(cx, actor, prompt, Some(question), html),
    }
}

/// The day after which the one lies that is wanted, where one is.
fn after(cx: &Cx<'_, '_>, prompt: &CasePrompt, question: &Question) -> Option<Date> {
    let today = cx.council.local_date(cx.now);
    match prompt {
        CasePrompt::Extend { .. } => Some(question.due_on.max(today)),
        CasePrompt::SetAside { .. } => Some(today),
        CasePrompt::Transfer { .. }
        | CasePrompt::AskBack { .. }
        | CasePrompt::SendUp { .. }
        | CasePrompt::EnterReply { .. } => None,
    }
}

/// What is asked, and after which day one is wanted, for those that want words and a day.
pub(crate) fn asks_for(
    cx: &Cx<'_, '_>,
    prompt: &CasePrompt,
    question: &Question,
) -> Option<(Html, Option<Date>)> {
    let words = cx.group_words();
    let html = match prompt {
        CasePrompt::Extend { .. } => casework::ask_extension(words, question),
        CasePrompt::SetAside { .. } => casework::ask_set_aside(words, question),
        CasePrompt::Transfer { .. }
        | CasePrompt::AskBack { .. }
        | CasePrompt::SendUp { .. }
        | CasePrompt::EnterReply { .. } => return None,
    };
    Some((html, after(cx, prompt, question)))
}

/// Goes on if the body works on the question right now.
fn ask_if_open(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    member: &ActsForBody,
    question: &Question,
    go_on: impl FnOnce(&mut Cx<'_, '_>, &Actor) -> Outcome,
) -> Outcome {
    match question.state {
        State::Forwarded { .. } => go_on(cx, actor),
        state => refuse(cx, actor, member, question, &lifecycle::closed(state)),
    }
}

fn show_bodies(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    member: &ActsForBody,
    question: &Question,
    page: u16,
) -> Outcome {
    let words = cx.group_words();
    ask_if_open(cx, actor, member, question, |cx, actor| {
        let title = say!(words, "choose-body-title");
        let keyboard = card_menu::bodies(words, question, page);
        show(cx, actor, question, Some(title), keyboard)
    })
}

/// The card with other buttons, in place.
fn show(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    title: Option<Html>,
    keyboard: Keyboard,
) -> Outcome {
    let card = notices::card_of(cx, question)?;
    let html = Html::lines(std::iter::once(card.html).chain(title));
    actor.show(cx, Message::with(html, keyboard))
}

/// Whether the message with the button is the question's live card in this chat.
pub(crate) fn is_live(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
) -> Result<bool, HandlerError> {
    let Some(shown) = actor.shown() else {
        return Ok(false);
    };
    let slot = chats::slot_of_message(cx.tx, actor.chat, shown)?;
    Ok(slot.as_deref() == Some(card_slot(question.id).as_str()))
}

/// The rules say no: in a sentence, and the card shows how things are.
pub(crate) fn refuse(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    member: &ActsForBody,
    question: &Question,
    refused: &Refusal,
) -> Outcome {
    let sentence = refusal::sentence(cx.group_words(), refused);
    cx.alert(sentence);
    refresh(cx, actor, member, question)
}

/// The message with the button shows how things are: the live card, a record of it, or the way to it.
pub(crate) fn refresh(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    member: &ActsForBody,
    question: &Question,
) -> Outcome {
    let words = cx.group_words();
    let is_here = questions::card_chat(cx.tx, question.id)? == Some(actor.chat);
    if is_here && is_live(cx, actor, question)? {
        let card = notices::card_of(cx, question)?;
        // By its own name: the card may say how things are whatever was pressed under it.
        let target = Target::Slot(card_slot(question.id));
        let about = About::question(question.id);
        return Ok(cx.edit(actor.chat, Lane::Reply, target, card, about)?);
    }
    let old = if *member.body() == question.body || is_here {
        let head = card_head(words, question);
        Html::lines([head, say!(words, "card-older", code = question.code)])
    } else {
        casework::is_elsewhere(words, question)
    };
    actor.show(cx, Message::plain(old))
}

/// The last thing that somebody else did with the question since this person saw it, of those that matter.
fn meanwhile(
    cx: &Cx<'_, '_>,
    question: &Question,
    actor: &Actor,
    matters: impl Fn(&Event) -> bool,
) -> Result<Option<Step>, HandlerError> {
    let Some(version) = actor.seen.filter(|seen| *seen < question.version) else {
        return Ok(None);
    };
    let since = steps::since(cx.tx, question.id, version)?;
    Ok(since
        .into_iter()
        .rev()
        .find(|step| step.actor != Some(actor.user) && matters(&step.event)))
}

/// A note or a look changes nothing for anybody else.
fn is_a_deed(event: &Event) -> bool {
    !matches!(
        event,
        Event::NoteKept { .. }
            | Event::AnswerDelivered { .. }
            | Event::AnswerUndelivered { .. }
            | Event::PhoneViewed
            | Event::WordsViewed
            | Event::ContactSeen
            | Event::SlipPrinted
            | Event::AnswerHandedOver
            | Event::ReplyWrittenDown
            | Event::SiteVisited { .. }
            | Event::QuestionCalledBack { .. }
            | Event::QuestionAssessed { .. }
    )
}

/// Words that were asked for are lost only to what decides the same thing: not to a claim, not to a correction.
fn decides_where_it_goes(event: &Event) -> bool {
    matches!(
        event,
        Event::QuestionTransferred { .. }
            | Event::AuthorAskedBack
            | Event::QuestionSentUp
            | Event::QuestionReturned { .. }
            | Event::QuestionSetAside { .. }
            | Event::QuestionExtended { .. }
            | Event::AnswerSent { .. }
            | Event::QuestionWithdrawn
    )
}

/// The words that a button asked for are here.
pub(crate) fn answered(
    cx: &mut Cx<'_, '_>,
    prompt: CasePrompt,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let member = reply.actor.rights(cx)?.here();
    let (Some(id), Some(member)) = (reply.question, member) else {
        return Ok(());
    };
    let Some(question) = questions::find(cx.tx, id)? else {
        return Ok(());
    };
    if late(cx, &question, prompt.version(), reply)? {
        return Ok(());
    }
    match prompt {
        CasePrompt::Transfer { to, version } => {
            transfer::transfer(cx, &member, question, &to, version, reply)
        }
        CasePrompt::AskBack { version } => ask_back::ask(cx, &member, question, version, reply),
        CasePrompt::SendUp { version } => send_up::send_up(cx, &member, question, version, reply),
        CasePrompt::SetAside { version } => {
            set_aside::set_aside(cx, &member, question, version, reply)
        }
        CasePrompt::Extend { version } => set_aside::extend(cx, &member, question, version, reply),
        CasePrompt::EnterReply { .. } => ask_back::enter_reply(cx, &member, &question, reply),
    }
}

/// Whether somebody else decided it while the words were written; they are told who.
fn late(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Result<bool, HandlerError> {
    let step = meanwhile(
        cx,
        question,
        &reply.actor.seeing(version),
        decides_where_it_goes,
    )?;
    let Some(step) = step else {
        return Ok(false);
    };
    let why = casework::meanwhile(cx.group_words(), question, &step);
    not_recorded(cx, reply, &why)?;
    Ok(true)
}

/// The rules say no to the words that were asked for.
pub(crate) fn refuse_words(
    cx: &mut Cx<'_, '_>,
    reply: &prompts::Reply<'_>,
    refused: &Refusal,
) -> Outcome {
    let why = refusal::sentence(cx.group_words(), refused);
    not_recorded(cx, reply, &why)
}

fn not_recorded(cx: &mut Cx<'_, '_>, reply: &prompts::Reply<'_>, why: &str) -> Outcome {
    let words = cx.group_words();
    let html = say!(words, "prompt-too-late", why = why);
    under(cx, reply, Message::plain(html))
}

/// An answer to the person who wrote the words.
pub(crate) fn under(cx: &mut Cx<'_, '_>, reply: &prompts::Reply<'_>, message: Message) -> Outcome {
    let written = reply.actor.wrote().map(Target::Message);
    let card = reply
        .question
        .map(|question| Target::Slot(card_slot(question)));
    let placing = Placing {
        reply_to: written.or(card),
        ..Placing::default()
    };
    Ok(cx.send(reply.actor.chat, Lane::Reply, message, placing)?)
}

/// The words do not do: says why and asks again.
pub(crate) fn ask_again(
    cx: &mut Cx<'_, '_>,
    reply: &prompts::Reply<'_>,
    prompt: CasePrompt,
    problem: Html,
    again: Html,
) -> Outcome {
    let html = Html::lines([problem, again]);
    match reply.question {
        Some(question) => ask(cx, reply.actor, question, prompt, html),
        None => Ok(()),
    }
}
