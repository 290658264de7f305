//! Whoever follows a published question: from when to when, and what they are told.

use crate::{
    chat::outgoing::Lane,
    domain::{conversation::Wish, ids::QuestionId, question::Question},
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            consent::ask_for_consent,
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{
        Message, Words, label, say,
        search::{self as say_search, Hit, Stand},
    },
    store::{public_texts, publications, questions},
};

/// So many questions one person may follow.
const MOST_FOLLOWED: u32 = 200;

/// The published text of a question, if it is public.
pub(crate) fn hit(cx: &Cx<'_, '_>, question: &Question) -> Result<Option<Hit>, HandlerError> {
    let text = public_texts::of(cx.tx, question.id)?;
    Ok(text.map(|text| Hit {
        id: question.id,
        code: question.code,
        category: question.category.clone(),
        area: question.area.clone(),
        body: question.body.clone(),
        question: text.question,
        answer: text.answer,
        answered_at: text.answered_at,
    }))
}

/// The page of a published answer for somebody: whether they follow it stands below.
pub(crate) fn page(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
) -> Result<Option<Message>, HandlerError> {
    let Some(hit) = hit(cx, question)? else {
        return Ok(None);
    };
    let stand = if question.is_of(actor.user) {
        Stand::Author
    } else if publications::is_followed(cx.tx, question.id, actor.user)? {
        Stand::Follows
    } else {
        Stand::Stranger
    };
    Ok(Some(say_search::published(actor.words(cx), &hit, stand)))
}

/// "Theo dõi" under a published answer.
pub(crate) fn follow(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let words = actor.words(cx);
    let question = questions::find(cx.tx, id)?;
    let Some(question) = question else {
        cx.old_button(words);
        return Ok(());
    };
    if public_texts::of(cx.tx, id)?.is_none() {
        cx.old_button(words);
        return Ok(());
    }
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::FollowPublic(question.code.to_string()));
    }
    if publications::count_followed(cx.tx, actor.user)? >= MOST_FOLLOWED {
        cx.alert(label!(words, "follow-public-too-many"));
        return Ok(());
    }
    publications::follow(cx.tx, id, actor.user, cx.now)?;
    cx.toast(label!(words, "follow-public-done"));
    show_again(cx, actor, &question)
}

/// "Thôi theo dõi".
pub(crate) fn unfollow(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    publications::unfollow(cx.tx, id, actor.user)?;
    let words = actor.words(cx);
    cx.toast(label!(words, "follow-public-ended"));
    match questions::find(cx.tx, id)? {
        Some(question) => show_again(cx, actor, &question),
        None => Ok(()),
    }
}

fn show_again(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    match page(cx, actor, question)? {
        Some(page) => actor.show(cx, page),
        None => Ok(()),
    }
}

/// It is public now: another answer than before, or the same one corrected.
pub(crate) fn tell_published(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    is_correction: bool,
) -> Outcome {
    let Some(hit) = hit(cx, question)? else {
        return Ok(());
    };
    tell(cx, question, |words| {
        say_search::news(words, &hit, is_correction)
    })
}

/// Its author was not content: the answer is public no more, and another is worked on.
pub(crate) fn tell_reopened(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let code = question.code;
    tell(cx, question, |words| {
        Message::plain(say!(words, "follow-public-reopened", code = code))
    })
}

fn tell(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: impl Fn(Words<'_>) -> Message,
) -> Outcome {
    for follower in publications::followers(cx.tx, question.id)? {
        let words = cx.words_for(follower)?;
        let chat = follower.private_chat();
        cx.send(chat, Lane::Digest, message(words), Placing::default())?;
    }
    Ok(())
}
