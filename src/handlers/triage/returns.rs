//! Returning a question with guidance: a pointer, words, a preview, and its author politely told what comes next.
//!
//! The office may return what waits and what any body has; a body what it has itself. Start with [`begin`].

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::{
        button::TriageButton,
        outgoing::{Lane, Target},
    },
    domain::{
        event::Event,
        guidance::{Guidance, Pointer},
        ids::QuestionId,
        permission::ActsForBody,
        prompt::{Prompt, TriagePrompt},
        question::{Question, State, casework, lifecycle::closed},
        triage as rules,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices, prompts,
        },
        triage::desk,
    },
    messages::{Message, guidance as say_guidance, label, refusal, say, triage as say_triage},
    store::{corrections, questions, support, triage as rows},
};

/// Who returns a question, with which right.
struct Returning<'a> {
    member: ActsForBody,
    actor: &'a Actor,
    /// At the desk the next question follows.
    is_at_desk: bool,
}

/// Begins to return a question, in a new message: for a card's button as for the queue.
pub(crate) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, question: QuestionId) -> Outcome {
    with(cx, &actor.anew(), question, choose)
}

/// A button of returning; `false`: it is another one.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &TriageButton,
) -> Result<bool, HandlerError> {
    match *button {
        TriageButton::Return(id) => with(cx, actor, id, choose)?,
        TriageButton::Point(id, pointer) => {
            with(cx, actor, id, |cx, by, question| {
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
            with(cx, actor, id, |cx, by, question| {
                ask_words(cx, by, question, pointer)
            })?;
        }
        TriageButton::ReturnNow(id) => with(cx, actor, id, give_back)?,
        TriageButton::KeepIt(id) => with(cx, actor, id, |cx, by, question| {
            if by.is_at_desk {
                return desk::show(cx, by.actor, question, None);
            }
            let kept = say!(by.actor.words(cx), "guidance-kept", code = question.code);
            by.actor.show(cx, Message::plain(kept))
        })?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Checks question, right and state anew, then does `work`.
fn with(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: QuestionId,
    work: impl FnOnce(&mut Cx<'_, '_>, &Returning<'_>, &Question) -> Outcome,
) -> Outcome {
    let words = actor.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let at_desk = desk::acts(cx, actor, &question)?;
    let is_at_desk = at_desk.is_some();
    let member = match at_desk {
        Some(member) => Some(member),
        None => actor
            .rights(cx)?
            .here()
            .filter(|member| *member.body() == question.body)
            .filter(|_| question.state != State::Received),
    };
    let Some(member) = member else {
        cx.alert(label!(words, "guidance-not-yours"));
        return Ok(());
    };
    let returning = Returning {
        member,
        actor,
        is_at_desk,
    };
    if !matches!(question.state, State::Received | State::Forwarded { .. }) {
        let sentence = refusal::sentence(words, &closed(question.state));
        return actor.refuse(cx, sentence);
    }
    if question.state == State::Received {
        let hold = rows::hold_of(cx.tx, id)?;
        if let Err(other) = rules::may_work(hold, actor.user, cx.now) {
            let sentence = say_triage::held_by(words, &other.name, other.until);
            return actor.refuse(cx, sentence);
        }
    }
    work(cx, &returning, &question)
}

fn choose(cx: &mut Cx<'_, '_>, by: &Returning<'_>, question: &Question) -> Outcome {
    let pointers = say_guidance::pointers(by.actor.words(cx), question);
    by.actor.show(cx, pointers)
}

fn ask_words(
    cx: &mut Cx<'_, '_>,
    by: &Returning<'_>,
    question: &Question,
    pointer: Pointer,
) -> Outcome {
    let ask = say_guidance::ask_words(by.actor.words(cx), question, pointer);
    let prompt = Prompt::Triage(TriagePrompt::Guidance { pointer });
    prompts::ask(cx, by.actor, prompt, Some(question.id), ask)
}

/// Words for the author were typed.
pub(crate) fn typed(cx: &mut Cx<'_, '_>, reply: &prompts::Reply<'_>, pointer: Pointer) -> Outcome {
    let Some(id) = reply.question else {
        return Ok(());
    };
    with(
        cx,
        reply.actor,
        id,
        |cx, by, question| match Guidance::new(pointer, Some(reply.text)) {
            Ok(guidance) => write(cx, by, question, &guidance),
            Err(why) => {
                let bad = say_guidance::bad(by.actor.words(cx), why);
                let placing = Placing {
                    reply_to: Some(Target::Message(reply.message)),
                    ..Placing::default()
                };
                cx.send(by.actor.chat, Lane::Reply, Message::plain(bad), placing)?;
                ask_words(cx, by, question, pointer)
            }
        },
    )
}

/// Kept until it is sent, and shown as its author will read it.
fn write(
    cx: &mut Cx<'_, '_>,
    by: &Returning<'_>,
    question: &Question,
    guidance: &Guidance,
) -> Outcome {
    corrections::write_guidance(cx.tx, question.id, guidance, by.actor.user, cx.now)?;
    let author = cx.words_for_author(question)?;
    let preview = say_guidance::preview(by.actor.words(cx), author, question, guidance);
    by.actor.show(cx, preview)
}

/// The last word: the question leaves, its author and whoever wanted the same know where to go.
fn give_back(cx: &mut Cx<'_, '_>, by: &Returning<'_>, question: &Question) -> Outcome {
    let words = by.actor.words(cx);
    let written = corrections::guidance(cx.tx, question.id)?;
    let Some((guidance, _)) = written.filter(|(_, writer)| *writer == by.actor.user) else {
        return choose(cx, by, question);
    };
    let returned = match casework::return_with_guidance(question.clone(), &by.member, cx.now) {
        Ok(returned) => returned,
        Err(refused) => return by.actor.refuse(cx, refusal::sentence(words, &refused)),
    };
    corrections::guidance_sent(cx.tx, question.id, cx.now)?;
    let event = Event::QuestionReturned {
        pointer: guidance.pointer,
    };
    let officer = by.actor.by();
    let deed = Deed::new(returned, event, officer)
        .tells(|words, returned| say_guidance::for_author(words, returned, &guidance));
    let returned = cx.does(deed)?;
    let done = say_guidance::done(cx.group_words(), &returned, &guidance, &by.actor.name);
    if questions::card_chat(cx.tx, question.id)? != Some(by.actor.chat) {
        notices::note_under_card(cx, &returned, Message::plain(done.clone()))?;
    }
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
    if by.is_at_desk {
        return desk::go_on(cx, by.actor, question, done);
    }
    by.actor.show(cx, Message::plain(done))
}
