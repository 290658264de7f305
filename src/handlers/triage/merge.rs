//! Two questions about the same matter become one: everybody who asked or supported the one follows the other, and
//! hears under which code it goes on.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::{button::TriageButton, outgoing::Lane},
    domain::{
        event::Event,
        ids::{QuestionId, UserId},
        prompt::{Prompt, TriagePrompt},
        question::{Question, State, casework, support as domain},
        similarity,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            alike::words_of,
            cx::{Cx, Outcome, Placing},
            notices, prompts,
        },
        triage::desk::{self, go_on, with},
    },
    messages::{
        Message, label, refusal, say,
        triage::{self as say_triage, Alike, Joining},
    },
    store::{corrections, questions, support},
};

/// So many of the newest open questions around are looked at.
const LOOKED_AT: u32 = 200;
/// So many questions of one author are looked at.
const OF_ONE_AUTHOR: u32 = 30;
/// From so many others on, somebody writes more than most.
const MUCH: usize = 3;
/// From this score on, one is mentioned beside the question.
pub(crate) const HINTED: f32 = similarity::Similarity::DUPLICATE_FROM;
/// From this score on, it is offered to a clerk who wants to merge: a person decides.
const OFFERED: f32 = 0.15;

/// Open questions of the same place that are at least so alike, the most alike first. Unlike for residents, of every
/// category: the resident may have chosen another one.
pub(crate) fn alike(
    cx: &Cx<'_, '_>,
    question: &Question,
    least: f32,
) -> Result<Vec<Alike>, HandlerError> {
    let areas = domain::nearby(cx.council, &question.area);
    let mut likeliest = domain::Likeliest::to(&cx.facts.read(&question.text));
    for id in corrections::open_nearby(cx.tx, &areas, LOOKED_AT)? {
        if id != question.id {
            likeliest.see(id, &*words_of(cx, id)?);
        }
    }
    let read = |text: &str| cx.facts.read(text);
    let mut alike = Vec::new();
    for id in likeliest.best() {
        let Some(other) = questions::find(cx.tx, id)? else {
            continue;
        };
        let score = read(&question.text).compare(&read(&other.text)).score;
        if score >= least {
            alike.push((score, other));
        }
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0));
    let shown = alike.into_iter().map(|(score, question)| Alike {
        question,
        per_cent: per_cent(score),
    });
    Ok(shown.collect())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a score lies between 0 and 1"
)]
fn per_cent(score: f32) -> u32 {
    (score * 100.0).round() as u32
}

/// A button of merging.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, desk: &Actor, button: &TriageButton) -> Outcome {
    match *button {
        TriageButton::Merges(id) => with(cx, desk, id, |cx, desk, question| {
            let alike = alike(cx, question, OFFERED)?;
            let message = say_triage::others(desk.words(cx), question, &alike, Joining::Merge);
            desk.show(cx, message)
        }),
        TriageButton::MergeByCode(id) => with(cx, desk, id, |cx, desk, question| {
            let ask = say!(
                desk.words(cx),
                "triage-ask-merge-code",
                code = question.code
            );
            let prompt = Prompt::Triage(TriagePrompt::MergeCode);
            prompts::ask(cx, desk, prompt, Some(question.id), ask)
        }),
        TriageButton::Merge(id, other) => with(cx, desk, id, |cx, desk, question| {
            match questions::find(cx.tx, other)? {
                Some(other) => ask(cx, desk, question, &other),
                None => unknown(cx, desk),
            }
        }),
        TriageButton::MergeNow(id, other) => with(cx, desk, id, |cx, desk, question| {
            merge(cx, desk, question, other)
        }),
        TriageButton::Gather(id) => with(cx, desk, id, |cx, desk, question| {
            let others = of_same_author(cx, question)?;
            let message = say_triage::gather(desk.words(cx), question, &others);
            desk.show(cx, message)
        }),
        TriageButton::GatherNow(id, version) => with(cx, desk, id, |cx, desk, question| {
            if question.version == version {
                return gather(cx, desk, question);
            }
            cx.alert(label!(desk.words(cx), "triage-changed"));
            desk::show(cx, desk, question, None)
        }),
        _ => Ok(()),
    }
}

/// The code of the other was typed.
pub(crate) fn typed(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    question: &Question,
    typed: &str,
) -> Outcome {
    match desk::by_code(cx, typed)? {
        Some(other) => ask(cx, desk, question, &other),
        None => unknown(cx, desk),
    }
}

fn unknown(cx: &mut Cx<'_, '_>, desk: &Actor) -> Outcome {
    let words = desk.words(cx);
    desk.refuse(cx, label!(words, "triage-unknown-code"))
}

/// Checks first, so that nobody is asked about what is not possible.
fn ask(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question, other: &Question) -> Outcome {
    let words = desk.words(cx);
    if let Err(refused) = casework::merge(question.clone(), other) {
        return desk.refuse(cx, refusal::sentence(desk.words(cx), &refused));
    }
    let told = followers(cx, question)?.len();
    let message = say_triage::merge_ask(words, question, other, told);
    desk.show(cx, message)
}

/// Whoever asked it or wants the same, once each.
fn followers(cx: &Cx<'_, '_>, question: &Question) -> Result<Vec<UserId>, HandlerError> {
    let supporters = support::supporters(cx.tx, question.id)?;
    let mut all: Vec<UserId> = question.author.into_iter().collect();
    all.extend(
        supporters
            .into_iter()
            .filter(|person| !question.is_of(*person)),
    );
    Ok(all)
}

/// What else the author has open that nobody works on yet, if it is much: whoever writes every day gets one answer.
pub(crate) fn of_same_author(
    cx: &Cx<'_, '_>,
    question: &Question,
) -> Result<Vec<Question>, HandlerError> {
    let Some(author) = question.author.filter(|author| !author.is_nobody()) else {
        return Ok(Vec::new());
    };
    let mut others = questions::of_author(cx.tx, author, OF_ONE_AUTHOR)?;
    others.retain(|other| {
        let is_untouched = matches!(other.state, State::Received | State::Forwarded { .. });
        other.id != question.id && is_untouched && other.claimed.is_none()
    });
    others.sort_by_key(|other| other.id);
    if others.len() < MUCH {
        others.clear();
    }
    Ok(others)
}

/// All that the author has open goes on as this question, with one answer.
fn gather(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question) -> Outcome {
    let mut gathered = 0_usize;
    for other in of_same_author(cx, question)? {
        let Some(into) = questions::find(cx.tx, question.id)? else {
            break;
        };
        if let Ok(merged) = casework::merge(other.clone(), &into) {
            join(cx, desk, (&other, merged), &into)?;
            gathered += 1;
        }
    }
    let done = say!(
        desk.words(cx),
        "triage-gathered",
        code = question.code,
        count = gathered
    );
    match questions::find(cx.tx, question.id)? {
        Some(now) => desk::show(cx, desk, &now, Some(done)),
        None => Ok(()),
    }
}

fn merge(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question, other: QuestionId) -> Outcome {
    let words = desk.words(cx);
    let Some(other) = questions::find(cx.tx, other)? else {
        return unknown(cx, desk);
    };
    let merged = match casework::merge(question.clone(), &other) {
        Ok(merged) => merged,
        Err(refused) => return desk.refuse(cx, refusal::sentence(desk.words(cx), &refused)),
    };
    let followers = join(cx, desk, (question, merged), &other)?;
    let done = say!(
        words,
        "triage-merged",
        code = question.code,
        other = other.code,
        told = followers
    );
    go_on(cx, desk, question, done)
}

/// The one goes on as the other; everybody who has to know is told. Gives how many followed it.
fn join(
    cx: &mut Cx<'_, '_>,
    desk: &Actor,
    (question, merged): (&Question, Question),
    other: &Question,
) -> Result<usize, HandlerError> {
    let into = Event::QuestionMerged {
        into: other.code.to_string(),
    };
    let merged = cx.does(Deed::new(merged, into, desk.by()))?;
    let took_in = Event::QuestionTookIn {
        other: question.code.to_string(),
    };
    cx.record_by(&took_in, &desk.by(), other.id)?;
    let followers = followers(cx, question)?;
    for person in &followers {
        if !other.is_of(*person) {
            support::add(cx.tx, other.id, *person, cx.now)?;
        }
    }
    let group = cx.group_words();
    let gone = say!(
        group,
        "merged-under-card",
        code = question.code,
        other = other.code
    );
    notices::note_under_card(cx, &merged, Message::plain(gone))?;
    let Some(other) = questions::find(cx.tx, other.id)? else {
        return Ok(0);
    };
    notices::update_card(cx, &other)?;
    let came = say!(
        group,
        "took-in-under-card",
        code = other.code,
        other = question.code,
        count = other.supporters
    );
    notices::note_under_card(cx, &other, Message::plain(came))?;
    tell(cx, question, &other, &followers)?;
    Ok(followers.len())
}

fn tell(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    other: &Question,
    followers: &[UserId],
) -> Outcome {
    for person in followers {
        let words = cx.words_for(*person)?;
        let shown = if question.is_of(*person) {
            question.clone()
        } else {
            crate::messages::similar::redacted(question)
        };
        let news = say_triage::merged(words, &shown, other);
        cx.send(person.private_chat(), Lane::Card, news, Placing::default())?;
    }
    Ok(())
}
