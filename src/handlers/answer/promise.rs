//! Promises: on its day the body is asked whether it is done; the resident hears of the report or of the new day,
//! and is asked what they think. A body that says nothing does not keep the resident from being asked.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::outgoing::{About, Lane, Target, card_slot, promise_slot},
    domain::{
        answer::{
            Answer,
            evidence::Evidence,
            promise::{self, Promise, PromiseState},
        },
        attachment::{self, Media, Sent},
        council::Council,
        event::Event,
        ids::PromiseId,
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::{Question, State, casework, resolution},
        said_day, typed_day,
    },
    handlers::{
        HandlerError,
        answer::{
            deliver::{self, Part, Reader},
            judge, resolve,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{
        Html, Message, Words, attachment as say_file, judgement, label, promise as say, refusal,
        resolution as say_resolution, say as sentence,
    },
    store::{self, WriteTx, answers, promises, questions},
};

use jiff::Timestamp;

/// Whether anything has to happen to a promise at `now`; looks only. Nothing does in the quiet hours.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    Ok(council.quiet_until(now).is_none() && promises::is_any_due(tx, now)?)
}

/// Asks the bodies, and a day later the residents. Done twice, it changes nothing.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    if cx.council.quiet_until(cx.now).is_some() {
        return Ok(());
    }
    for promise in promises::due(cx.tx, cx.now)? {
        let Some((answer, question)) = of_promise(cx, &promise)? else {
            promises::close(cx.tx, promise.id, PromiseState::Void, "", "", cx.now)?;
            continue;
        };
        if promise.asked_at.is_none() {
            let next = promise::surveys_at(cx.now);
            promises::asked(cx.tx, promise.id, next, cx.now)?;
            ask_body(cx, &question, &promise)?;
        } else {
            promises::leave_alone(cx.tx, promise.id)?;
            for reader in deliver::readers(cx, &question)? {
                if reader.part == Part::Author {
                    judge::ask(cx, &reader, &answer, promise.id.0)?;
                }
            }
        }
    }
    Ok(())
}

/// The answer and question of a promise that still counts.
fn of_promise(
    cx: &Cx<'_, '_>,
    promise: &Promise,
) -> Result<Option<(Answer, Question)>, HandlerError> {
    let answer = answers::find(cx.tx, promise.answer)?;
    let question = questions::find(cx.tx, promise.question)?;
    let (Some(answer), Some(question)) = (answer, question) else {
        return Ok(None);
    };
    let counts = promise.state == PromiseState::Open
        && answer.state.is_with_resident()
        && matches!(question.state, State::Answered { .. });
    Ok(counts.then_some((answer, question)))
}

fn ask_body(cx: &mut Cx<'_, '_>, question: &Question, promise: &Promise) -> Outcome {
    let words = cx.group_words();
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        let html = sentence!(
            words,
            "promise-due-no-group",
            code = question.code,
            day = words.day(promise.on),
            body = words.body(&question.body)
        );
        return Ok(notices::tell_office(cx, Message::plain(html))?);
    };
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(promise_slot(promise.id)),
        about: About::question(question.id),
    };
    let ask = say::is_it_done(words, question, promise);
    Ok(cx.send(chat, Lane::Digest, ask, placing)?)
}

/// The promise of a button or prompt, if it still counts and is the member's body's.
fn open_promise(
    cx: &Cx<'_, '_>,
    member: &ActsForBody,
    id: PromiseId,
) -> Result<Option<(Promise, Answer, Question)>, HandlerError> {
    let Some(promise) = promises::find(cx.tx, id)? else {
        return Ok(None);
    };
    let found = of_promise(cx, &promise)?;
    Ok(found
        .filter(|(_, question)| question.body == *member.body())
        .map(|(answer, question)| (promise, answer, question)))
}

/// "Đã xong": what was done?
pub(crate) fn ask_report(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: PromiseId,
) -> Outcome {
    ask_about(
        cx,
        member,
        actor,
        id,
        AnsweringPrompt::Report(id),
        |words, question| sentence!(words, "promise-ask-report", code = question.code),
    )
}

/// "Lùi hạn": why, and until when?
pub(crate) fn ask_new_day(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: PromiseId,
) -> Outcome {
    ask_about(
        cx,
        member,
        actor,
        id,
        AnsweringPrompt::Postpone(id),
        |words, question| sentence!(words, "promise-ask-postpone", code = question.code),
    )
}

/// Asks the person who pressed for words about a promise that is still open.
fn ask_about(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: PromiseId,
    prompt: AnsweringPrompt,
    asked: impl FnOnce(Words<'_>, &Question) -> Html,
) -> Outcome {
    let words = cx.group_words();
    let Some((_, _, question)) = open_promise(cx, member, id)? else {
        cx.alert(label!(words, "refuse-promise-closed"));
        return Ok(());
    };
    let html = asked(words, &question);
    ask(cx, actor, Prompt::Answering(prompt), &question, html)
}

fn ask(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: Prompt,
    question: &Question,
    html: Html,
) -> Outcome {
    if matches!(prompt, Prompt::Answering(AnsweringPrompt::Postpone(_))) {
        let today = cx.council.local_date(cx.now);
        return prompts::ask_day(cx, actor, prompt, Some(question.id), html, today);
    }
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// The promise a reply is about; somebody may have reported meanwhile.
fn replied(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    id: PromiseId,
) -> Result<Option<(Promise, Answer, Question)>, HandlerError> {
    let member = reply.actor.rights(cx)?.here();
    let found = match member {
        Some(member) => open_promise(cx, &member, id)?,
        None => None,
    };
    if found.is_none() {
        let words = cx.group_words();
        let late = Message::plain(sentence!(words, "refuse-promise-closed"));
        cx.reply(reply.actor.chat, late)?;
    }
    Ok(found)
}

/// The report, in words or with a file: everybody who got the answer reads it, and is asked what they think.
pub(crate) fn report(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    id: PromiseId,
) -> Result<(), HandlerError> {
    let Some((promise, answer, question)) = replied(cx, reply, id)? else {
        return Ok(());
    };
    let words = cx.group_words();
    let file = match reply.file {
        Some(Sent::Media(media)) => match attachment::check(media) {
            Ok(()) => Some(media.clone()),
            Err(unfit) => {
                cx.reply(reply.actor.chat, say_file::unfit(words, &unfit))?;
                return ask_again(cx, reply, AnsweringPrompt::Report(id), &question);
            }
        },
        Some(Sent::Contact { .. } | Sent::Other) | None => None,
    };
    promises::close(
        cx.tx,
        id,
        PromiseState::Kept,
        &reply.actor.name,
        reply.text,
        cx.now,
    )?;
    let event = Event::PromiseKept { on: promise.on };
    let today = cx.council.local_date(cx.now);
    let files: Vec<Media> = file.iter().cloned().collect();
    let evidence = Evidence::of(reply.text, &files, today);
    let kept = casework::promises(question, None);
    let deed = if evidence.shows() {
        let (about, by) = ((&kept, answer.id), reply.actor.named());
        let resolution = resolve::keep(cx, about, Some(id), by, reply.text, &evidence)?;
        let resolved = Event::QuestionResolved { resolution };
        let question = resolution::resolve(kept, cx.now);
        Deed::new(question, event, reply.actor.by()).also(resolved)
    } else {
        Deed::new(kept, event, reply.actor.by())
    };
    let question = cx.does(deed)?;
    for reader in deliver::readers(cx, &question)? {
        tell_report(cx, &reader, &promise, &answer, reply.text, file.as_ref())?;
    }
    let mark = say::kept_mark(words, &question, &reply.actor.name, reply.text);
    close_request(cx, &question, &promise, mark)?;
    if !evidence.shows() {
        let news = say_resolution::not_shown(words, &question);
        notices::note_under_card(cx, &question, news)?;
    }
    Ok(())
}

fn tell_report(
    cx: &mut Cx<'_, '_>,
    reader: &Reader,
    promise: &Promise,
    answer: &Answer,
    said: &str,
    file: Option<&Media>,
) -> Outcome {
    let words = cx.words_for(reader.user)?;
    let html = say::report(words, &reader.question, promise.on, said);
    let keyboard =
        (reader.part != Part::Author).then(|| judgement::buttons(words, answer, promise.id.0));
    let chat = reader.user.private_chat();
    let about = reader.about();
    let placing = Placing {
        about: about.clone(),
        ..Placing::default()
    };
    cx.send(chat, Lane::Card, Message { html, keyboard }, placing)?;
    if let Some(file) = file {
        cx.send_media(chat, vec![file.clone()], None, about)?;
    }
    judge::ask(cx, reader, answer, promise.id.0)
}

/// Where the body was asked stands what came of it; who answered before being asked reads it under the card.
fn close_request(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    promise: &Promise,
    mark: Message,
) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    if promise.asked_at.is_none() {
        return notices::note_under_card(cx, question, mark);
    }
    let target = Target::Slot(promise_slot(promise.id));
    Ok(cx.edit(
        chat,
        Lane::Reply,
        target,
        mark,
        About::question(question.id),
    )?)
}

fn ask_again(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    prompt: AnsweringPrompt,
    question: &Question,
) -> Outcome {
    let words = cx.group_words();
    let html = match prompt {
        AnsweringPrompt::Report(_) => {
            sentence!(words, "promise-ask-report", code = question.code)
        }
        _ => sentence!(words, "promise-ask-postpone", code = question.code),
    };
    ask(cx, reply.actor, Prompt::Answering(prompt), question, html)
}

/// Another day, and why: both in one message, told to everybody who got the answer.
pub(crate) fn postpone(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    id: PromiseId,
) -> Result<(), HandlerError> {
    let Some((promise, answer, question)) = replied(cx, reply, id)? else {
        return Ok(());
    };
    let words = cx.group_words();
    let today = cx.council.local_date(cx.now);
    let day = typed_day::parse(reply.text, today).or_else(|| said_day::typed(reply.text, today));
    let letters = reply.text.chars().filter(|sign| sign.is_alphabetic());
    let wrong = match day {
        Some(day) => casework::check_day(day, today.max(promise.on))
            .err()
            .map(|refused| Html::text(&refusal::sentence(words, &refused))),
        None => Some(sentence!(words, "promise-no-reason")),
    };
    let wrong =
        wrong.or_else(|| (letters.count() < 8).then(|| sentence!(words, "promise-no-reason")));
    let (Some(to), None) = (day, &wrong) else {
        if let Some(sentence) = wrong {
            cx.reply(reply.actor.chat, Message::plain(sentence))?;
        }
        return ask_again(cx, reply, AnsweringPrompt::Postpone(id), &question);
    };
    promises::close(
        cx.tx,
        id,
        PromiseState::Postponed,
        &reply.actor.name,
        reply.text,
        cx.now,
    )?;
    let due_at = promise::asks_at(cx.council, to);
    promises::make(cx.tx, question.id, answer.id, to, due_at, cx.now)?;
    let event = Event::PromisePostponed { to };
    let deed = Deed::new(
        casework::promises(question, Some(to)),
        event,
        reply.actor.by(),
    );
    let question = cx.does(deed)?;
    for reader in deliver::readers(cx, &question)? {
        let words = cx.words_for(reader.user)?;
        let news = say::postponed(words, &reader.question, promise.on, to, reply.text);
        let placing = Placing {
            about: reader.about(),
            ..Placing::default()
        };
        cx.send(reader.user.private_chat(), Lane::Card, news, placing)?;
    }
    let mark = say::postponed_mark(words, &question, &reply.actor.name, to, reply.text);
    close_request(cx, &question, &promise, mark)
}
