//! The buttons of a card and what they ask for: who may, whether it is still the same question, which deed.
//!
//! A button carries the version it was made for. If somebody else did something since, nothing is done: the person
//! who pressed reads who did what, and the card is refreshed. Start with [`pressed`].

use super::{
    HandlerError, ask_back,
    context::{Cx, Outcome, Placing},
    handle_card, notices, prompts, return_question, rights, send_up, set_aside, show_notes,
    transfer_question,
};
use crate::{
    chat::{
        button::{CardDeed, CaseButton},
        incoming::Incoming,
        outgoing::{Keyboard, Lane, Target, card_slot},
    },
    domain::{
        event::{Event, Step},
        ids::{ChatId, MessageId, QuestionId, UserId},
        permission::ActsForBody,
        prompt::{CasePrompt, Prompt},
        question::{
            Question, State,
            lifecycle::{self, Refusal},
        },
        text,
    },
    messages::{Html, Message, card_menu, casework, label, refusal, say},
    store::{chats, questions, steps},
};

/// Somebody pressed a button of a card in the group of `member`'s body.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    pressed: &CaseButton,
    shown: MessageId,
) -> Outcome {
    let words = cx.group_words();
    let Some(question) = questions::find(cx.tx, pressed.question())? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let card = Card {
        chat: incoming.chat.id,
        shown,
        person: incoming.person.id,
        name: cx.doer.clone().unwrap_or_default(),
    };
    if let Some(version) = pressed.version()
        && let Some(step) = meanwhile(cx, &question, version, card.person, is_a_deed)?
    {
        cx.alert(casework::meanwhile(words, &question, &step));
        return card.refresh(cx, member, &question);
    }
    let is_phoning = matches!(pressed, CaseButton::Card(CardDeed::EnterReply, ..))
        && *member.body() == notices::office(cx);
    let is_confirming = question.state == State::Received;
    if *member.body() != question.body && !is_phoning && !is_confirming {
        let body = question.body.clone();
        return card.refuse(cx, member, &question, &Refusal::WithAnotherBody { body });
    }
    match pressed {
        CaseButton::Notes(_, page) => show_notes::show(cx, &question, &card, *page),
        CaseButton::TransferPage(_, _, page) => card.show_bodies(cx, member, &question, *page),
        CaseButton::TransferTo(_, version, to) => {
            card.ask_if_open(cx, member, &question, |cx, card| {
                transfer_question::ask_reason(cx, member, card, &question, to, *version)
            })
        }
        CaseButton::Card(deed, ..) => card.carry_out(cx, member, incoming, &question, *deed),
    }
}

/// The card a button was under, and who pressed.
pub(super) struct Card {
    pub(super) chat: ChatId,
    pub(super) shown: MessageId,
    pub(super) person: UserId,
    pub(super) name: String,
}

impl Card {
    fn carry_out(
        &self,
        cx: &mut Cx<'_, '_>,
        member: &ActsForBody,
        incoming: &Incoming,
        question: &Question,
        deed: CardDeed,
    ) -> Outcome {
        let version = question.version;
        let words = cx.group_words();
        let asks = |prompt, html| (prompt, html);
        let (prompt, html) = match deed {
            CardDeed::Claim => return handle_card::claim(cx, member, incoming, question.id),
            CardDeed::Release => return handle_card::release(cx, member, incoming, question.id),
            CardDeed::More => {
                return self.ask_if_open(cx, member, question, |cx, card| {
                    card.show(cx, question, None, card_menu::more(words, question))
                });
            }
            CardDeed::Less => return self.refresh(cx, member, question),
            CardDeed::Transfer => return self.show_bodies(cx, member, question, 0),
            CardDeed::Result => return send_up::ask_result(cx, member, self, question),
            CardDeed::Resume => return ask_back::go_on(cx, member, self, question),
            CardDeed::BringBack => return set_aside::bring_back(cx, member, self, question),
            CardDeed::EnterReply => return ask_back::ask_reply(cx, member, self, question),
            CardDeed::Return => {
                let who = (self.person, self.name.as_str());
                return return_question::begin(cx, self.chat, who, question.id);
            }
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
        self.ask_if_open(cx, member, question, |cx, card| {
            card.ask(cx, question.id, prompt, html)?;
            card.refresh(cx, member, question)
        })
    }

    /// Asks the person who pressed for words.
    pub(super) fn ask(
        &self,
        cx: &mut Cx<'_, '_>,
        question: QuestionId,
        prompt: CasePrompt,
        html: Html,
    ) -> Outcome {
        let person = (self.person, self.name.as_str());
        let prompt = Prompt::Case(prompt);
        prompts::ask(cx, self.chat, person, prompt, Some(question), html)
    }

    /// Goes on if the body works on the question right now.
    fn ask_if_open(
        &self,
        cx: &mut Cx<'_, '_>,
        member: &ActsForBody,
        question: &Question,
        go_on: impl FnOnce(&mut Cx<'_, '_>, &Self) -> Outcome,
    ) -> Outcome {
        match question.state {
            State::Forwarded { .. } => go_on(cx, self),
            state => self.refuse(cx, member, question, &lifecycle::closed(state)),
        }
    }

    fn show_bodies(
        &self,
        cx: &mut Cx<'_, '_>,
        member: &ActsForBody,
        question: &Question,
        page: u16,
    ) -> Outcome {
        let words = cx.group_words();
        self.ask_if_open(cx, member, question, |cx, card| {
            let title = say!(words, "choose-body-title");
            let keyboard = card_menu::bodies(words, question, page);
            card.show(cx, question, Some(title), keyboard)
        })
    }

    /// The card with other buttons, in place.
    fn show(
        &self,
        cx: &mut Cx<'_, '_>,
        question: &Question,
        title: Option<Html>,
        keyboard: Keyboard,
    ) -> Outcome {
        let card = notices::card_of(cx, question)?;
        let html = Html::lines(std::iter::once(card.html).chain(title));
        Ok(cx.replace(self.chat, self.shown, Message::with(html, keyboard))?)
    }

    /// Whether the message with the button is the question's live card in this chat.
    pub(super) fn is_live(
        &self,
        cx: &Cx<'_, '_>,
        question: &Question,
    ) -> Result<bool, HandlerError> {
        let slot = chats::slot_of_message(cx.tx, self.chat, self.shown)?;
        Ok(slot.as_deref() == Some(card_slot(question.id).as_str()))
    }

    /// The rules say no: in a sentence, and the card shows how things are.
    pub(super) fn refuse(
        &self,
        cx: &mut Cx<'_, '_>,
        member: &ActsForBody,
        question: &Question,
        refused: &Refusal,
    ) -> Outcome {
        let sentence = refusal::sentence(cx.group_words(), refused);
        cx.alert(sentence);
        self.refresh(cx, member, question)
    }

    /// The message with the button shows how things are: the live card, a record of it, or the way to it.
    pub(super) fn refresh(
        &self,
        cx: &mut Cx<'_, '_>,
        member: &ActsForBody,
        question: &Question,
    ) -> Outcome {
        let words = cx.group_words();
        let is_here = questions::card_chat(cx.tx, question.id)? == Some(self.chat);
        if is_here && self.is_live(cx, question)? {
            return Ok(cx.replace(self.chat, self.shown, notices::card_of(cx, question)?)?);
        }
        let old = if *member.body() == question.body || is_here {
            let head = say!(
                words,
                "card-head",
                code = question.code,
                category = words.category(&question.category)
            );
            Html::lines([head, say!(words, "card-older", code = question.code)])
        } else {
            casework::is_elsewhere(words, question)
        };
        Ok(cx.replace(self.chat, self.shown, Message::plain(old))?)
    }
}

/// The last thing that somebody else did with the question since it had this version, of those that matter.
fn meanwhile(
    cx: &Cx<'_, '_>,
    question: &Question,
    version: u32,
    person: UserId,
    matters: impl Fn(&Event) -> bool,
) -> Result<Option<Step>, HandlerError> {
    if question.version <= version {
        return Ok(None);
    }
    let since = steps::since(cx.tx, question.id, version)?;
    Ok(since
        .into_iter()
        .rev()
        .find(|step| step.actor != Some(person) && matters(&step.event)))
}

/// A note changes nothing for anybody else.
fn is_a_deed(event: &Event) -> bool {
    !matches!(
        event,
        Event::NoteKept { .. } | Event::AnswerDelivered { .. } | Event::AnswerUndelivered { .. }
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
pub(super) fn answered(
    cx: &mut Cx<'_, '_>,
    prompt: CasePrompt,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let member = rights::of(cx, reply.person, reply.chat)?.here();
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
            transfer_question::transfer(cx, &member, question, &to, version, reply)
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
    let step = meanwhile(cx, question, version, reply.person, decides_where_it_goes)?;
    let Some(step) = step else {
        return Ok(false);
    };
    let why = casework::meanwhile(cx.group_words(), question, &step);
    not_recorded(cx, reply, &why)?;
    Ok(true)
}

/// The rules say no to the words that were asked for.
pub(super) fn refuse_words(
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
pub(super) fn under(cx: &mut Cx<'_, '_>, reply: &prompts::Reply<'_>, message: Message) -> Outcome {
    let placing = Placing {
        reply_to: Some(Target::Message(reply.message)),
        ..Placing::default()
    };
    Ok(cx.send(reply.chat, Lane::Reply, message, placing)?)
}

/// The words do not do: says why and asks again.
pub(super) fn ask_again(
    cx: &mut Cx<'_, '_>,
    reply: &prompts::Reply<'_>,
    prompt: CasePrompt,
    problem: Html,
    again: Html,
) -> Outcome {
    let html = Html::lines([problem, again]);
    let name = text::truncate_utf16(&reply.name, 64);
    let person = (reply.person, name.as_str());
    let prompt = Prompt::Case(prompt);
    prompts::ask(cx, reply.chat, person, prompt, reply.question, html)
}
