//! Returning a question with guidance: a pointer, words, a preview, and its author politely told what comes next.
//!
//! The office may return what waits and what any body has; a body what it has itself. Start with [`begin`].

use super::{
    HandlerError,
    context::{Cx, Outcome, Placing},
    notices, prompts, rights,
    triage::{self, Desk},
};
use crate::{
    chat::{
        button::TriageButton,
        outgoing::{Lane, Target},
    },
    domain::{
        event::Event,
        guidance::{Guidance, Pointer},
        ids::{ChatId, MessageId, QuestionId, UserId},
        permission::ActsForBody,
        prompt::{Prompt, TriagePrompt},
        question::{Question, State, casework, lifecycle::closed},
        triage as rules,
    },
    messages::{
        Html, Message, Words, guidance as say_guidance, label, refusal, say, triage as say_triage,
    },
    store::{corrections, questions, support, triage as rows},
};

/// Who returns a question, where, with which right.
struct Returning {
    member: ActsForBody,
    desk: Option<Desk>,
    chat: ChatId,
    user: UserId,
    name: String,
    shown: Option<MessageId>,
}

impl Returning {
    fn show(&self, cx: &mut Cx<'_, '_>, message: Message) -> Outcome {
        match self.shown {
            Some(shown) => Ok(cx.replace(self.chat, shown, message)?),
            None => Ok(cx.reply(self.chat, message)?),
        }
    }

    fn words<'a>(&self, cx: &Cx<'a, '_>) -> Words<'a> {
        match &self.desk {
            Some(desk) => desk.words(cx),
            None => cx.group_words(),
        }
    }

    fn refuse(&self, cx: &mut Cx<'_, '_>, sentence: String) -> Outcome {
        if self.shown.is_none() {
            cx.reply(self.chat, Message::plain(Html::text(&sentence)))?;
        }
        cx.alert(sentence);
        Ok(())
    }
}

/// Begins to return a question, in a new message: for a card's button as for the queue.
pub(super) fn begin(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    question: QuestionId,
) -> Outcome {
    with(cx, chat, who, question, None, choose)
}

/// A button of returning; `false`: it is another one.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    button: &TriageButton,
    shown: MessageId,
) -> Result<bool, HandlerError> {
    let shown = Some(shown);
    match *button {
        TriageButton::Return(id) => with(cx, chat, who, id, shown, choose)?,
        TriageButton::Point(id, pointer) => {
            with(cx, chat, who, id, shown, |cx, by, question| {
                if pointer.needs_words() {
                    return ask_words(cx, by, question, pointer);
                }
                match Guidance::new(pointer, None) {
                    Ok(guidance) => write(cx, by, question, &guidance),
                    Err(_) => ask_words(cx, by, question, pointer),
                }
            })?;
        }
        TriageButton::AddWords(id, pointer) => {
            with(cx, chat, who, id, shown, |cx, by, question| {
                ask_words(cx, by, question, pointer)
            })?;
        }
        TriageButton::ReturnNow(id) => with(cx, chat, who, id, shown, give_back)?,
        TriageButton::KeepIt(id) => with(cx, chat, who, id, shown, |cx, by, question| {
            if let Some(desk) = &by.desk {
                return triage::show(cx, desk, question, None);
            }
            let kept = say!(by.words(cx), "guidance-kept", code = question.code);
            by.show(cx, Message::plain(kept))
        })?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Checks question, right and state anew, then does `work`.
fn with(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    id: QuestionId,
    shown: Option<MessageId>,
    work: impl FnOnce(&mut Cx<'_, '_>, &Returning, &Question) -> Outcome,
) -> Outcome {
    let desk = triage::desk(cx, chat, who, shown)?;
    let words = match &desk {
        Some(desk) => desk.words(cx),
        None => cx.group_words(),
    };
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let member = if let Some(desk) = &desk {
        Some(desk.acts(&question))
    } else {
        rights::of(cx, who.0, chat)?
            .here()
            .filter(|member| *member.body() == question.body)
            .filter(|_| question.state != State::Received)
    };
    let Some(member) = member else {
        cx.alert(label!(words, "guidance-not-yours"));
        return Ok(());
    };
    let returning = Returning {
        member,
        chat,
        user: who.0,
        name: who.1.to_owned(),
        shown,
        desk,
    };
    if !matches!(question.state, State::Received | State::Forwarded { .. }) {
        let sentence = refusal::sentence(words, &closed(question.state));
        return returning.refuse(cx, sentence);
    }
    if question.state == State::Received {
        let hold = rows::hold_of(cx.tx, id)?;
        if let Err(other) = rules::may_work(hold, who.0, cx.now) {
            let sentence = say_triage::held_by(words, &other.name, other.until);
            return returning.refuse(cx, sentence);
        }
    }
    work(cx, &returning, &question)
}

fn choose(cx: &mut Cx<'_, '_>, by: &Returning, question: &Question) -> Outcome {
    let pointers = say_guidance::pointers(by.words(cx), question);
    by.show(cx, pointers)
}

fn ask_words(
    cx: &mut Cx<'_, '_>,
    by: &Returning,
    question: &Question,
    pointer: Pointer,
) -> Outcome {
    let ask = say_guidance::ask_words(by.words(cx), question, pointer);
    let prompt = Prompt::Triage(TriagePrompt::Guidance { pointer });
    let who = (by.user, by.name.as_str());
    prompts::ask(cx, by.chat, who, prompt, Some(question.id), ask)
}

/// Words for the author were typed.
pub(super) fn typed(cx: &mut Cx<'_, '_>, reply: &prompts::Reply<'_>, pointer: Pointer) -> Outcome {
    let Some(id) = reply.question else {
        return Ok(());
    };
    let who = (reply.person, reply.name.as_str());
    with(
        cx,
        reply.chat,
        who,
        id,
        None,
        |cx, by, question| match Guidance::new(pointer, Some(reply.text)) {
            Ok(guidance) => write(cx, by, question, &guidance),
            Err(why) => {
                let bad = say_guidance::bad(by.words(cx), why);
                let placing = Placing {
                    reply_to: Some(Target::Message(reply.message)),
                    ..Placing::default()
                };
                cx.send(by.chat, Lane::Reply, Message::plain(bad), placing)?;
                ask_words(cx, by, question, pointer)
            }
        },
    )
}

/// Kept until it is sent, and shown as its author will read it.
fn write(cx: &mut Cx<'_, '_>, by: &Returning, question: &Question, guidance: &Guidance) -> Outcome {
    corrections::write_guidance(cx.tx, question.id, guidance, by.user, cx.now)?;
    let author = cx.words_for_author(question)?;
    let preview = say_guidance::preview(by.words(cx), author, question, guidance);
    by.show(cx, preview)
}

/// The last word: the question leaves, its author and whoever wanted the same know where to go.
fn give_back(cx: &mut Cx<'_, '_>, by: &Returning, question: &Question) -> Outcome {
    let words = by.words(cx);
    let written = corrections::guidance(cx.tx, question.id)?;
    let Some((guidance, _)) = written.filter(|(_, writer)| *writer == by.user) else {
        return choose(cx, by, question);
    };
    let returned = match casework::return_with_guidance(question.clone(), &by.member, cx.now) {
        Ok(returned) => returned,
        Err(refused) => return by.refuse(cx, refusal::sentence(words, &refused)),
    };
    questions::save(cx.tx, &returned)?;
    corrections::guidance_sent(cx.tx, question.id, cx.now)?;
    let event = Event::QuestionReturned {
        pointer: guidance.pointer,
    };
    cx.record(&event, Some(by.user), Some(question.id))?;
    notices::update_card(cx, &returned)?;
    notices::update_status(cx, &returned)?;
    let done = say_guidance::done(cx.group_words(), &returned, &guidance, &by.name);
    if questions::card_chat(cx.tx, question.id)? != Some(by.chat) {
        notices::note_under_card(cx, &returned, Message::plain(done.clone()))?;
    }
    let author = cx.words_for_author(&returned)?;
    let news = say_guidance::for_author(author, &returned, &guidance);
    notices::tell_author(cx, &returned, news)?;
    for supporter in support::supporters(cx.tx, question.id)? {
        let words = cx.words_for(supporter)?;
        let news = say_guidance::for_supporter(words, &returned, &guidance);
        cx.send(
            supporter.private_chat(),
            Lane::Card,
            news,
            Placing::default(),
        )?;
    }
    match &by.desk {
        Some(desk) => triage::go_on(cx, desk, question, done),
        None => by.show(cx, Message::plain(done)),
    }
}
