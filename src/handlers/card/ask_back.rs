//! "Hỏi lại": the resident is asked for details, the clock stops; their reply comes under the card, the clock runs on.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    domain::{
        conversation::Conversation,
        event::Event,
        ids::UserId,
        permission::ActsForBody,
        prompt::CasePrompt,
        question::{
            Question, State,
            casework::{self, AskBack},
            lifecycle::{self, Refusal},
        },
        text,
    },
    handlers::{
        HandlerError,
        card::deeds,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices, prompts,
        },
    },
    messages::{Html, Message, casework as say_case, follow_up as say_more, say},
    store::{ask_backs, conversations, follow_ups},
};

/// Fewer letters and digits ask nothing.
const MIN_LETTERS: usize = 5;
/// What is asked is cut here, in UTF-16 units.
const MAX_ASKED: usize = 1_500;

/// What the delegate wants to know is here: it goes to the resident as it is.
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: Question,
    version: u32,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let words = cx.group_words();
    let letters = reply.text.chars().filter(|sign| sign.is_alphanumeric());
    if letters.count() < MIN_LETTERS {
        let again = say_case::ask_what_to_ask(words, &question);
        let problem = say!(words, "ask-back-too-short");
        let prompt = CasePrompt::AskBack { version };
        return deeds::ask_again(cx, reply, prompt, problem, again);
    }
    let question = match casework::ask_back(question, member, cx.now) {
        Ok(question) => question,
        Err(refused) => return deeds::refuse_words(cx, reply, &refused),
    };
    let asked = AskBack {
        question: question.id,
        by: reply.actor.user,
        name: reply.actor.name.clone(),
        text: text::truncate_utf16(reply.text, MAX_ASKED),
        at: cx.now,
    };
    ask_backs::keep(cx.tx, &asked)?;
    let mut deed = Deed::new(question, Event::AuthorAskedBack, reply.actor.by());
    if !deed.is_on_paper() {
        deed = deed.tells(|words, question| say_case::asked_back(words, question, &asked.text));
    }
    let question = cx.does(deed)?;
    match question.author {
        Some(author) => {
            listen(cx, author, &question)?;
            let done = say_case::was_asked(words, &question, &asked.text);
            deeds::under(cx, reply, done)
        }
        None => phone(cx, member, &question, &asked.text),
    }
}

/// Whoever is in the middle of nothing replies by simply writing.
fn listen(cx: &mut Cx<'_, '_>, author: UserId, question: &Question) -> Outcome {
    let is_busy = conversations::find(cx.tx, author)?.is_some()
        || conversations::draft_of(cx.tx, author)?.is_some();
    if !is_busy {
        let adding = Conversation::AddingTo(question.id);
        conversations::set(cx.tx, author, &adding, cx.now)?;
    }
    Ok(())
}

/// Nobody to write to: the office phones, or, where the office is the one who asks, they do.
fn phone(cx: &mut Cx<'_, '_>, member: &ActsForBody, question: &Question, asked: &str) -> Outcome {
    let message = say_case::phone_author(cx.group_words(), question, asked);
    if *member.body() != notices::office(cx) {
        notices::note_under_card(cx, question, message.clone())?;
    }
    Ok(notices::tell_office(cx, message)?)
}

/// "Nhập câu trả lời": what did they say on the phone?
pub(crate) fn ask_reply(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
) -> Outcome {
    let State::AskedBack { .. } = question.state else {
        return refuse(cx, member, actor, question);
    };
    let version = question.version;
    let html = say_case::ask_reply(cx.group_words(), question);
    deeds::ask(
        cx,
        actor,
        question.id,
        CasePrompt::EnterReply { version },
        html,
    )
}

fn refuse(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
) -> Outcome {
    deeds::refuse(cx, actor, member, question, &Refusal::NotWaiting)
}

/// A clerk, or the body itself, wrote down what the author said on the phone.
pub(crate) fn enter_reply(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    question: &Question,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let is_office = *member.body() == notices::office(cx);
    if *member.body() != question.body && !is_office {
        let body = question.body.clone();
        return deeds::refuse_words(cx, reply, &Refusal::WithAnotherBody { body });
    }
    let State::AskedBack { .. } = question.state else {
        return deeds::refuse_words(cx, reply, &Refusal::NotWaiting);
    };
    if let Err(refused) = write_down(cx, question, reply)? {
        return deeds::refuse_words(cx, reply, &refused);
    }
    let words = cx.group_words();
    let done = Message::plain(say!(words, "added", code = question.code));
    deeds::under(cx, reply, done)
}

/// What the author said is kept by whoever wrote it down for them, at the card or at the office's desk: under the card,
/// and the clock runs on if it stood still for it.
pub(crate) fn write_down(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    reply: &prompts::Reply<'_>,
) -> Result<Result<(), Refusal>, HandlerError> {
    let count = follow_ups::additions(cx.tx, question.id)?.len();
    if let Err(refused) = lifecycle::may_add(question, count) {
        return Ok(Err(refused));
    }
    let by = reply.actor.by();
    follow_ups::add(cx.tx, question.id, reply.text, cx.now)?;
    cx.record_by(&Event::ReplyWrittenDown, &by, question.id)?;
    if let State::AskedBack { .. } = question.state {
        arrived(cx, question, Some(reply.text), by)?;
    } else {
        for note in say_more::added(cx.group_words(), question, reply.text) {
            notices::words_under_card(cx, question, note)?;
        }
    }
    Ok(Ok(()))
}

/// The author added something. If they had been asked, that is their reply: the clock runs on, whoever asked is named
/// under the card. Gives what to say to the author; `None`: nobody had asked.
pub(crate) fn replied(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    reply: Option<&str>,
) -> Result<Option<Html>, HandlerError> {
    let State::AskedBack { .. } = question.state else {
        return Ok(None);
    };
    let by = question.author.map_or(By::Time, By::Resident);
    let question = arrived(cx, question, reply, by)?;
    Ok(Some(say_case::reply_arrived(
        cx.words_for_author(&question)?,
        &question,
    )))
}

/// What the author said is here: the clock runs on, and under the card stands who asked.
fn arrived(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    reply: Option<&str>,
    by: By,
) -> Result<Question, HandlerError> {
    let asked = ask_backs::open_for(cx.tx, question.id)?;
    let Some(question) = run_on(cx, question, Event::AuthorReplied, by)? else {
        return Ok(question.clone());
    };
    if let Some(asked) = asked {
        for message in say_case::replied(cx.group_words(), &question, &asked, reply) {
            notices::words_under_card(cx, &question, message)?;
        }
    }
    Ok(question)
}

/// "Xử lý tiếp, không chờ".
pub(crate) fn go_on(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    question: &Question,
) -> Outcome {
    let by = actor.by();
    match run_on(cx, question, Event::WaitEnded, by)? {
        Some(question) => {
            let words = cx.group_words();
            let html = say!(
                words,
                "ask-back-went-on",
                code = question.code,
                due = words.day(question.due_on)
            );
            let went_on = Message::plain(html);
            if let Some(author) = question.author
                && conversations::find(cx.tx, author)? == Some(Conversation::AddingTo(question.id))
            {
                conversations::clear(cx.tx, author)?;
            }
            if deeds::is_live(cx, actor, &question)? {
                return notices::note_under_card(cx, &question, went_on);
            }
            actor.show(cx, went_on)
        }
        None => refuse(cx, member, actor, question),
    }
}

/// The clock runs on; `None`: it did not stand still.
fn run_on(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    event: Event,
    by: By,
) -> Result<Option<Question>, HandlerError> {
    let State::AskedBack { at } = question.state else {
        return Ok(None);
    };
    let (stopped_on, today) = (cx.council.local_date(at), cx.council.local_date(cx.now));
    let calendar = &cx.council.calendar;
    let Ok(resumed) = casework::resume(question.clone(), calendar, stopped_on, today, cx.now)
    else {
        return Ok(None);
    };
    Ok(Some(cx.does(Deed::new(resumed, event, by))?))
}
