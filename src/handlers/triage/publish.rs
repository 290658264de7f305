//! `/congbo`: whoever the council's rule names looks at a question and its answer as everybody would read them, covers what
//! no rule can see, and publishes them with one tap, or says why not. Nothing is public before.
//!
//! What waits, and what is public, the store keeps (`store::publications`); whoever follows it hears of it
//! (`super::followers`).

use crate::{
    chat::button::PublishButton,
    domain::{
        answer::publication::{KeptBack, MAX_COVERS, Publication, pieces, stands_in},
        council::Publish,
        event::Event,
        ids::{BodyCode, QuestionId},
        permission::Publishes,
        prompt::{Prompt, TriagePrompt},
        question::Question,
        text,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::{self, Reply},
        },
        triage::{desk, followers},
    },
    messages::{
        Html, Message, label,
        publishing::{self as say_publishing, Looked},
        say,
    },
    store::{public_texts, publications, questions},
};

/// The longest words that are covered at once, in UTF-16 units.
const LONGEST_COVER: usize = 300;

/// `/congbo [CODE]`.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let words = actor.words(cx);
    if bodies(cx, actor)?.is_none() {
        let html = say!(words, "publish-not-you");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    if typed.is_empty() {
        return next(cx, actor, None);
    }
    let found = desk::by_code(cx, typed)?;
    let shown = match found {
        Some(question) => look(cx, actor, question.id)?,
        None => None,
    };
    let Some((question, publication)) = shown else {
        let html = say!(words, "publish-unknown-code");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    };
    show(cx, actor, &question, &publication, None)
}

/// The bodies whose answers somebody looks at: `Some(None)`: of all. `None`: of none.
#[expect(
    clippy::option_option,
    reason = "no right, a right for some, a right for all"
)]
fn bodies(cx: &Cx<'_, '_>, actor: &Actor) -> Result<Option<Option<Vec<BodyCode>>>, HandlerError> {
    let rights = actor.rights(cx)?;
    let rule = cx.council.rules.publish;
    if rights.administrator().is_some() || (rule == Publish::Clerk && rights.is_clerk()) {
        return Ok(Some(None));
    }
    let mut headed = Vec::new();
    for body in &cx.council.bodies {
        if Publishes::of(rights, rule, &body.code).is_some() {
            headed.push(body.code.clone());
        }
    }
    Ok((!headed.is_empty()).then_some(Some(headed)))
}

/// The question and where its answer stands, for whoever may look at it.
fn look(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    question: QuestionId,
) -> Result<Option<(Question, Publication)>, HandlerError> {
    let Some(question) = questions::find(cx.tx, question)? else {
        return Ok(None);
    };
    let rights = actor.rights(cx)?;
    if Publishes::of(rights, cx.council.rules.publish, &question.body).is_none() {
        return Ok(None);
    }
    let publication = publications::find(cx.tx, question.id)?;
    Ok(publication.map(|publication| (question, publication)))
}

/// A button of the queue. Rights are read anew.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: &PublishButton) -> Outcome {
    let words = actor.words(cx);
    if bodies(cx, actor)?.is_none() {
        cx.alert(label!(words, "publish-not-you"));
        return Ok(());
    }
    let (id, seen) = match *button {
        PublishButton::Begin => return next(cx, &actor.anew(), None),
        PublishButton::Later(question)
        | PublishButton::Show(question)
        | PublishButton::Cover(question)
        | PublishButton::TypeWords(question)
        | PublishButton::Reasons(question) => (question, None),
        PublishButton::Publish(question, version)
        | PublishButton::Toggle(question, version, _)
        | PublishButton::Uncover(question, version)
        | PublishButton::KeepBack(question, version, _)
        | PublishButton::TakeBack(question, version) => (question, Some(version)),
        PublishButton::Fields
        | PublishButton::Browse(..)
        | PublishButton::Open(_)
        | PublishButton::Follow(_)
        | PublishButton::Unfollow(_) => return Ok(()),
    };
    let Some((question, publication)) = look(cx, actor, id)? else {
        cx.old_button(words);
        return next(cx, actor, None);
    };
    if seen.is_some_and(|seen| seen != publication.version) {
        cx.alert(label!(words, "publish-changed"));
        return show(cx, actor, &question, &publication, None);
    }
    match *button {
        PublishButton::Publish(..) => publish(cx, actor, &question, &publication),
        PublishButton::KeepBack(_, _, reason) => {
            keep_back(cx, actor, &question, &publication, reason)
        }
        PublishButton::TakeBack(..) => take_back(cx, actor, &question, &publication),
        PublishButton::Later(_) => {
            publications::put_last(cx.tx, id, cx.now)?;
            next(cx, actor, None)
        }
        PublishButton::Reasons(_) => with_looked(cx, actor, &question, &publication, |words, l| {
            say_publishing::reasons(words, l)
        }),
        PublishButton::Cover(_) => show_cover(cx, actor, &question, &publication),
        PublishButton::Toggle(_, _, piece) => toggle(cx, actor, &question, &publication, piece),
        PublishButton::Uncover(..) => {
            publications::set_covers(cx.tx, id, &[])?;
            again_cover(cx, actor, &question)
        }
        PublishButton::TypeWords(_) => {
            let prompt = Prompt::Triage(TriagePrompt::Covers);
            let html = say!(words, "publish-ask-words", code = question.code);
            prompts::ask(cx, actor, prompt, Some(id), html)
        }
        PublishButton::Show(_)
        | PublishButton::Begin
        | PublishButton::Fields
        | PublishButton::Browse(..)
        | PublishButton::Open(_)
        | PublishButton::Follow(_)
        | PublishButton::Unfollow(_) => show(cx, actor, &question, &publication, None),
    }
}

/// The one that waits longest, under the words of what was just done.
fn next(cx: &mut Cx<'_, '_>, actor: &Actor, done: Option<Html>) -> Outcome {
    let Some(bodies) = bodies(cx, actor)? else {
        return Ok(());
    };
    let waiting = publications::next(cx.tx, bodies.as_deref())?;
    let question = match &waiting {
        Some(waiting) => questions::find(cx.tx, waiting.question)?,
        None => None,
    };
    let (Some(question), Some(publication)) = (question, waiting) else {
        let nothing = say_publishing::nothing_left(actor.words(cx), done);
        return actor.show(cx, nothing);
    };
    show(cx, actor, &question, &publication, done)
}

fn show(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
    done: Option<Html>,
) -> Outcome {
    with_looked(cx, actor, question, publication, |words, looked| {
        say_publishing::view(words, looked, done)
    })
}

/// Shows what is made of the texts as everybody would read them.
fn with_looked(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
    make: impl FnOnce(crate::messages::Words<'_>, &Looked<'_>) -> Message,
) -> Outcome {
    let words = actor.words(cx);
    let Some(text) = public_texts::proposed(cx.tx, question.id)? else {
        cx.old_button(words);
        return Ok(());
    };
    let waiting = match bodies(cx, actor)? {
        Some(bodies) => publications::count_waiting(cx.tx, bodies.as_deref())?,
        None => 0,
    };
    let looked = Looked {
        question,
        publication,
        asked: &text.question,
        answered: &text.answer,
        answered_at: text.answered_at,
        behind: waiting.saturating_sub(1),
    };
    let message = make(words, &looked);
    actor.show(cx, message)
}

fn publish(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
) -> Outcome {
    publications::publish(cx.tx, question.id, cx.now)?;
    let answer = publication.answer;
    cx.record(
        &Event::AnswerPublished { answer },
        Some(actor.user),
        Some(question.id),
    )?;
    followers::tell_published(cx, question, publication.told == Some(answer))?;
    let words = actor.words(cx);
    cx.toast(label!(words, "publish-done-short"));
    let bot = cx.facts.bot().username.clone();
    let done = say!(words, "publish-done", code = question.code, bot = bot);
    next(cx, actor, Some(done))
}

fn keep_back(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
    reason: KeptBack,
) -> Outcome {
    publications::keep_back(cx.tx, question.id, reason, cx.now)?;
    let kept = Event::AnswerKeptBack {
        answer: publication.answer,
        reason,
    };
    cx.record(&kept, Some(actor.user), Some(question.id))?;
    let words = actor.words(cx);
    let done = say!(
        words,
        "publish-kept-back",
        code = question.code,
        reason = say_publishing::reason_name(words, reason)
    );
    next(cx, actor, Some(done))
}

/// It is not public any more until somebody looks again.
fn take_back(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
) -> Outcome {
    publications::look_again(cx.tx, question.id, cx.now)?;
    let taken = Event::PublicationTakenBack {
        answer: publication.answer,
    };
    cx.record(&taken, Some(actor.user), Some(question.id))?;
    let words = actor.words(cx);
    let done = say!(words, "publish-taken-back", code = question.code);
    again(cx, actor, question, Some(done))
}

/// The same one as it is now.
fn again(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question, done: Option<Html>) -> Outcome {
    match publications::find(cx.tx, question.id)? {
        Some(now) => show(cx, actor, question, &now, done),
        None => next(cx, actor, done),
    }
}

fn show_cover(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
) -> Outcome {
    let Some(plain) = public_texts::by_the_rules(cx.tx, question.id)? else {
        return Ok(());
    };
    with_looked(cx, actor, question, publication, |words, looked| {
        say_publishing::cover(words, looked, &plain.question, &plain.answer)
    })
}

fn again_cover(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    match publications::find(cx.tx, question.id)? {
        Some(now) => show_cover(cx, actor, question, &now),
        None => next(cx, actor, None),
    }
}

/// Covers the piece with this number, or shows it again.
fn toggle(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    publication: &Publication,
    number: u8,
) -> Outcome {
    let Some(text) = public_texts::by_the_rules(cx.tx, question.id)? else {
        return Ok(());
    };
    let all: Vec<&str> = pieces(&text.question)
        .into_iter()
        .chain(pieces(&text.answer))
        .collect();
    let piece = usize::from(number)
        .checked_sub(1)
        .and_then(|at| all.get(at).copied());
    let Some(piece) = piece else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let mut covers = publication.covers.clone();
    if covers.iter().any(|words| words == piece) {
        covers.retain(|words| words != piece);
    } else if covers.len() < MAX_COVERS {
        covers.push(piece.to_owned());
    }
    publications::set_covers(cx.tx, question.id, &covers)?;
    again_cover(cx, actor, question)
}

/// Words to cover were typed, one place a line.
pub(crate) fn typed(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let actor = reply.actor;
    let words = actor.words(cx);
    let Some(id) = reply.question else {
        return Ok(());
    };
    let Some((question, publication)) = look(cx, actor, id)? else {
        let html = say!(words, "publish-unknown-code");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    };
    let Some(text) = public_texts::by_the_rules(cx.tx, id)? else {
        return Ok(());
    };
    let mut covers = publication.covers;
    let mut unknown = Vec::new();
    for line in reply.text.lines() {
        let line = text::truncate_utf16(line.trim(), LONGEST_COVER);
        if line.is_empty() || covers.contains(&line) || covers.len() >= MAX_COVERS {
            continue;
        }
        if stands_in(&text.question, &line) || stands_in(&text.answer, &line) {
            covers.push(line);
        } else {
            unknown.push(line);
        }
    }
    publications::set_covers(cx.tx, id, &covers)?;
    let done = if unknown.is_empty() {
        say!(words, "publish-words-covered")
    } else {
        say!(words, "publish-words-unknown", words = unknown.join(" · "))
    };
    again(cx, &actor.anew(), &question, Some(done))
}
