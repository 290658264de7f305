//! `/phanloai`: the office sorts what came in, one question after the other in one message.
//!
//! Rights are proved by `rights::clerk`. Corrections are in `triage::correct`, the counter in `triage::counter`.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::{button::TriageButton, outgoing::Lane},
    domain::{
        attachment::Media,
        code::QuestionCode,
        event::Event,
        ids::QuestionId,
        permission::ActsForBody,
        prompt::TriagePrompt,
        question::{Question, State, lifecycle},
        routing, text,
        triage::{self as domain, Hold, Urgency},
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices, prompts, rights,
        },
        triage::{correct, merge, publish, relate, returns, routes, site, split, write_down},
    },
    messages::{
        Html, Message, label, question as say_question, refusal, say, triage as say_triage,
    },
    store::{attachments, corrections, questions, triage},
};

/// From this confidence on, another category than the chosen one is mentioned.
const WORTH_SAYING: f32 = 0.6;

/// The right to decide about a question of whatever body.
pub(crate) fn acts(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
) -> Result<Option<ActsForBody>, HandlerError> {
    let clerk = rights::clerk(cx, actor)?;
    Ok(clerk.map(|clerk| ActsForBody::for_the_office(clerk, &question.body)))
}

/// `/phanloai [CODE | thu CATEGORY AREA]`.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, desk: &Actor, typed: &str) -> Outcome {
    if rights::clerk(cx, desk)?.is_none() {
        let html = say!(desk.words(cx), "triage-not-clerk");
        return Ok(cx.reply(desk.chat, Message::plain(html))?);
    }
    if typed.is_empty() {
        return next(cx, desk, QuestionId(0), None);
    }
    let (first, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    if matches!(text::fold(first).as_str(), "thu" | "try") {
        return routes::by_words(cx, desk, rest);
    }
    let Some(question) = by_code(cx, typed)? else {
        let unknown = say!(desk.words(cx), "triage-unknown-code");
        return Ok(cx.reply(desk.chat, Message::plain(unknown))?);
    };
    show(cx, desk, &question, None)
}

/// `/cauhoi CODE` in the office's group: any question as the office sees it. `false`: this is another group.
pub(crate) fn show_in_office(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    typed: &str,
) -> Result<bool, HandlerError> {
    if rights::clerk(cx, desk)?.is_none() {
        return Ok(false);
    }
    let Some(question) = by_code(cx, typed)? else {
        return Ok(false);
    };
    // What the office answers itself has its live card there.
    if question.body == notices::office(cx) && question.state.is_with_body() {
        return Ok(false);
    }
    show(cx, desk, &question, None)?;
    Ok(true)
}

/// The question with a typed code.
pub(crate) fn by_code(cx: &Cx<'_, '_>, typed: &str) -> Result<Option<Question>, HandlerError> {
    match QuestionCode::parse(typed.trim(), cx.council.code_prefix) {
        Ok(code) => Ok(questions::find_by_code(cx.tx, code)?),
        Err(_) => Ok(None),
    }
}

/// A button of the queue.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, desk: &Actor, button: TriageButton) -> Outcome {
    if returns::pressed(cx, desk, &button)? {
        return Ok(());
    }
    if rights::clerk(cx, desk)?.is_none() {
        let words = cx.group_words();
        cx.alert(label!(words, "triage-not-clerk"));
        return Ok(());
    }
    match button {
        TriageButton::Begin => next(cx, &desk.anew(), QuestionId(0), None),
        TriageButton::Next(question) => next(cx, desk, question, None),
        TriageButton::Later(question) => {
            triage::let_go(cx.tx, question, desk.user)?;
            next(cx, desk, question, None)
        }
        TriageButton::Confirm(question, version) => confirm(cx, desk, question, version),
        TriageButton::Show(question) => with(cx, desk, question, |cx, desk, question| {
            show(cx, desk, question, None)
        }),
        TriageButton::Read(question) => with(cx, desk, question, read_all),
        TriageButton::More(question) => with(cx, desk, question, |cx, desk, question| {
            let more = say_triage::more(desk.words(cx), question);
            desk.show(cx, more)
        }),
        TriageButton::Routes(question) => with(cx, desk, question, routes::of_question),
        TriageButton::Merges(_)
        | TriageButton::Merge(..)
        | TriageButton::MergeNow(..)
        | TriageButton::MergeByCode(_)
        | TriageButton::Gather(_)
        | TriageButton::GatherNow(..) => merge::pressed(cx, desk, &button),
        TriageButton::Parts(_) | TriageButton::TypeParts(_) | TriageButton::SplitNow(..) => {
            split::pressed(cx, desk, &button)
        }
        TriageButton::Relations(_) | TriageButton::Relate(..) | TriageButton::RelateByCode(_) => {
            relate::pressed(cx, desk, &button)
        }
        TriageButton::WriteDown(question) => with(cx, desk, question, write_down::ask),
        TriageButton::Correct(_)
        | TriageButton::Kinds(_)
        | TriageButton::Kind(..)
        | TriageButton::Categories(_)
        | TriageButton::Category(..)
        | TriageButton::Areas(..)
        | TriageButton::Area(..)
        | TriageButton::Levels(_)
        | TriageButton::Level(..)
        | TriageButton::Bodies(..)
        | TriageButton::Body(..)
        | TriageButton::Urgent(_)
        | TriageButton::Ordinary(_) => correct::pressed(cx, desk, button),
        TriageButton::SurveyBegin(_)
        | TriageButton::SurveyMark(..)
        | TriageButton::SurveyFinish(_) => site::pressed(cx, desk, &button),
        TriageButton::Return(_)
        | TriageButton::Point(..)
        | TriageButton::AddWords(..)
        | TriageButton::ReturnNow(_)
        | TriageButton::KeepIt(_) => Ok(()),
    }
}

/// Words that were asked for.
pub(crate) fn answered(
    cx: &mut Cx<'_, '_>,
    prompt: &TriagePrompt,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    if let TriagePrompt::Guidance { pointer } = *prompt {
        return returns::typed(cx, reply, pointer);
    }
    if let TriagePrompt::Visit(round) = *prompt {
        return site::sent(cx, reply, round);
    }
    if *prompt == TriagePrompt::Covers {
        return publish::typed(cx, reply);
    }
    let desk = reply.actor;
    let (Some(_), Some(question)) = (rights::clerk(cx, desk)?, reply.question) else {
        return Ok(());
    };
    with(cx, desk, question, |cx, desk, question| match prompt {
        TriagePrompt::MergeCode => merge::typed(cx, desk, question, reply.text),
        TriagePrompt::RelateCode => relate::typed(cx, desk, question, reply.text),
        TriagePrompt::Parts => split::typed(cx, desk, question, reply.text),
        TriagePrompt::Transcript => write_down::typed(cx, desk, question, reply.text),
        TriagePrompt::Guidance { .. } | TriagePrompt::Covers | TriagePrompt::Visit(_) => Ok(()),
    })
}

/// Does `work` with the question, unless it is unknown or another clerk has it on the screen. From now on this
/// clerk has, if it still waits.
pub(crate) fn with(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    id: QuestionId,
    work: impl FnOnce(&mut Cx<'_, '_>, &Actor, &Question) -> Outcome,
) -> Outcome {
    let words = desk.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if question.state == State::Received {
        let hold = triage::hold_of(cx.tx, id)?;
        if let Err(other) = domain::may_work(hold, desk.user, cx.now) {
            let sentence = say_triage::held_by(words, &other.name, other.until);
            return desk.refuse(cx, sentence);
        }
        take(cx, desk, id)?;
    }
    work(cx, desk, &question)
}

fn take(cx: &mut Cx<'_, '_>, desk: &Actor, question: QuestionId) -> Outcome {
    let hold = Hold {
        by: desk.user,
        name: desk.name.clone(),
        until: cx.now.saturating_add(domain::HOLD).unwrap_or(cx.now),
    };
    Ok(triage::hold(cx.tx, question, &hold)?)
}

/// The next question for this clerk, behind `after`, under the words of what was just done.
pub(crate) fn next(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    after: QuestionId,
    done: Option<Html>,
) -> Outcome {
    let next = match triage::next(cx.tx, Some(desk.user), after, cx.now)? {
        Some(next) => questions::find(cx.tx, next)?,
        None => None,
    };
    let Some(question) = next else {
        let nothing = say_triage::nothing_left(desk.words(cx), done);
        return desk.show(cx, nothing);
    };
    take(cx, desk, question.id)?;
    show(cx, desk, &question, done)
}

/// What comes after a decision about a question: the next one that waits, or, where this one did not wait, how it
/// is now.
pub(crate) fn go_on(cx: &mut Cx<'_, '_>, desk: &Actor, before: &Question, done: Html) -> Outcome {
    triage::set_done(cx.tx, before.id, desk.user, &desk.name, cx.now)?;
    if before.state == State::Received {
        return next(cx, desk, before.id, Some(done));
    }
    match questions::find(cx.tx, before.id)? {
        Some(now) => show(cx, desk, &now, Some(done)),
        None => desk.show(cx, Message::plain(done)),
    }
}

/// The question as the office sees it.
pub(crate) fn show(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    done: Option<Html>,
) -> Outcome {
    let view = view_of(cx, question)?;
    let message = say_triage::view(desk.words(cx), &view, done);
    desk.show(cx, message)
}

/// Everything the office sees of a question.
pub(crate) fn view_of(
    cx: &Cx<'_, '_>,
    question: &Question,
) -> Result<say_triage::View, HandlerError> {
    let files = attachments::of_question(cx.tx, question.id)?;
    let verdict = cx.facts.categorise(&question.text);
    let guess = verdict.categories.first().filter(|guess| {
        guess.code != question.category
            && guess.confidence >= WORTH_SAYING
            && cx.council.category(&guess.code).is_some()
    });
    Ok(say_triage::View {
        routed: routing::route(cx.council, &question.category, &question.area),
        sorted_by: domain::sorted_by(cx.council, question.received_at),
        today: cx.council.local_date(cx.now),
        alike: merge::alike(cx, question, merge::HINTED)?,
        related: corrections::related(cx.tx, question.id)?,
        of_same: merge::of_same_author(cx, question)?,
        files: files.len(),
        is_spoken: files.iter().any(Media::is_recording),
        guess: guess.map(|guess| (guess.code.clone(), cx.facts.because(&question.text))),
        behind: triage::behind(cx.tx, question.id)?,
        question: question.clone(),
    })
}

fn read_all(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question) -> Outcome {
    for message in say_triage::whole_text(desk.words(cx), question) {
        cx.send(desk.chat, Lane::Reply, message, Placing::default())?;
    }
    notices::media_in(cx, question, desk.chat)
}

/// "Chuyển": the proposal is right.
fn confirm(cx: &mut Cx<'_, '_>, desk: &Actor, id: QuestionId, version: u32) -> Outcome {
    let words = desk.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(());
    };
    if question.state != State::Received {
        let sentence = match triage::done_by(cx.tx, id)? {
            Some((name, at)) => say_triage::done_by(words, &name, at),
            None => refusal::sentence(words, &lifecycle::closed(question.state)),
        };
        cx.alert(sentence);
        return next(cx, desk, id, None);
    }
    with(cx, desk, id, |cx, desk, question| {
        if question.version != version {
            cx.alert(label!(words, "triage-changed"));
            return show(cx, desk, question, None);
        }
        let Some(forwarded) = forward(cx, desk.by(), question.clone())? else {
            return Ok(());
        };
        let done = say!(
            words,
            "triage-forwarded",
            code = forwarded.code,
            body = words.body(&forwarded.body)
        );
        cx.toast(label!(words, "toast-done"));
        go_on(cx, desk, question, done)
    })
}

/// The question goes to its body; everybody who has to know is told. `None`: the rules said no, and so was told.
pub(crate) fn forward(
    cx: &mut Cx<'_, '_>,
    by: By,
    question: Question,
) -> Result<Option<Question>, HandlerError> {
    let urgency = Urgency::of(&question);
    let due_on = domain::answer_due(cx.council, &question.category, urgency, cx.now);
    let question = match lifecycle::forward(question, cx.now, due_on) {
        Ok(question) => question,
        Err(refused) => {
            cx.alert(refusal::sentence(cx.group_words(), &refused));
            return Ok(None);
        }
    };
    let event = Event::QuestionForwarded {
        body: question.body.clone(),
    };
    let deed = Deed::new(question, event, by)
        .moves()
        .tells(say_question::moved_on);
    let question = cx.does(deed)?;
    Ok(Some(question))
}
