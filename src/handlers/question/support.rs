//! Before sending: what is asked already can be supported, or its answer read, instead of asked again.

use crate::{
    domain::{
        answer::Answer,
        event::Event,
        ids::{AreaCode, CategoryCode, DraftId, MessageId, QuestionId},
        question::{Question, State, draft::ReadyDraft, support as domain},
    },
    handlers::{
        card::oblige,
        question::{
            ask::{decide, draft_of_button},
            draft::screen,
            split,
        },
        shared::{
            actor::Actor,
            alike::words_of,
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Message, label, say, similar as say_similar},
    store::{self, answers, conversations, public_texts, questions, support},
};

/// So many of the newest questions of the category are looked at in each area around here.
const LOOKED_AT: u32 = 40;

/// And so many of other categories that the words fit: neighbours sort the same matter differently.
const LOOKED_AT_BESIDE: u32 = 20;

/// Another category is looked at beside the chosen one if it fits at least so well, 0 to 1: the categoriser is sure of
/// itself, and of two neighbours that fit one matter it gives one next to nothing.
const BESIDE_FROM: f32 = 0.000_2;

/// In how many of the newest questions of a category and area one of an earlier session is looked for.
const LOOKED_THROUGH: u32 = 400;

/// The questions that ask the same, the most alike first, among the newest ones: of a category, in an area, at most so
/// many.
fn alike(
    cx: &Cx<'_, '_>,
    ready: &ReadyDraft,
    newest: impl Fn(&CategoryCode, &AreaCode, u32) -> store::Result<Vec<QuestionId>>,
) -> Result<Vec<Question>, crate::handlers::HandlerError> {
    let areas = domain::nearby(cx.council, &ready.area);
    let mut likeliest = domain::Likeliest::to(&cx.facts.read(&ready.text));
    let verdict = cx.facts.categorise(&ready.text);
    let beside = verdict.categories.iter().filter(|guess| {
        guess.confidence >= BESIDE_FROM
            && guess.code != ready.category
            && cx.council.category(&guess.code).is_some()
    });
    let beside = beside.map(|guess| (&guess.code, LOOKED_AT_BESIDE));
    for (category, most) in std::iter::once((&ready.category, LOOKED_AT)).chain(beside) {
        for area in &areas {
            for id in newest(category, area, most)? {
                likeliest.see(id, &*words_of(cx, id)?);
            }
        }
    }
    let mut candidates = Vec::new();
    for id in likeliest.best() {
        candidates.extend(questions::find(cx.tx, id)?);
    }
    Ok(domain::alike(
        cx.council,
        cx.facts.readings(),
        &ready.text,
        &ready.area,
        candidates,
    ))
}

/// Open or answered questions of the same matter and place, the most alike first.
pub(crate) fn worth_showing(
    cx: &Cx<'_, '_>,
    ready: &ReadyDraft,
) -> Result<Vec<Question>, crate::handlers::HandlerError> {
    let mut alike = alike(cx, ready, |category, area, most| {
        questions::newest_in(cx.tx, category, area, most)
    })?;
    alike.truncate(LOOKED_AT as usize);
    let mut shown = Vec::new();
    for question in alike {
        if shown.len() < domain::MOST_SHOWN {
            shown.extend(as_offered(cx, ready, question)?);
        }
    }
    Ok(shown)
}

/// What was answered is offered to others once it is public, in its public words.
fn as_offered(
    cx: &Cx<'_, '_>,
    ready: &ReadyDraft,
    question: Question,
) -> Result<Option<Question>, crate::handlers::HandlerError> {
    let is_answered = matches!(question.state, State::Answered { .. });
    if !is_answered || question.is_of(ready.author) {
        return Ok(Some(question));
    }
    let public = public_texts::of(cx.tx, question.id)?;
    Ok(public.map(|public| question.with_text(public.question)))
}

/// "Cùng kiến nghị": one voice more, once a person; the draft is not needed any more.
pub(crate) fn join(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    question: QuestionId,
    shown: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let found = questions::find(cx.tx, question)?
        .filter(|question| question.state.is_open() && !question.is_of(actor.user));
    // A forged button must not support a question that was never offered.
    let offered = found.filter(|question| {
        let area = draft.area.as_ref();
        area.is_some_and(|area| domain::same_place(cx.council, area, &question.area))
            && domain::same_matter(cx.facts.readings(), &draft.text, &question.text).is_some()
    });
    let Some(question) = offered else {
        cx.alert(label!(words, "support-too-late"));
        return Ok(());
    };
    let is_new = support::add(cx.tx, question.id, actor.user, cx.now)?;
    conversations::remove_draft(cx.tx, draft.id)?;
    conversations::clear(cx.tx, actor.user)?;
    let Some(question) = questions::find(cx.tx, question.id)? else {
        return Ok(());
    };
    let thanks = say_similar::joined(words, &question);
    screen::close(cx, actor, draft.id, Some(shown), thanks)?;
    if is_new {
        tell_body(cx, actor, &question)?;
        oblige::heed(cx, question)?;
    }
    split::next(cx, actor)
}

/// The card counts the voice; so many of them are news.
fn tell_body(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    cx.record(
        &Event::QuestionSupported,
        Some(actor.user),
        Some(question.id),
    )?;
    notices::update_card(cx, question)?;
    let told = support::told(cx.tx, question.id)?;
    let Some(mark) = domain::news(question.supporters, told) else {
        return Ok(());
    };
    support::set_told(cx.tx, question.id, mark)?;
    let group = cx.group_words();
    let news = say!(
        group,
        "support-news",
        code = question.code,
        count = question.supporters
    );
    notices::note_under_card(cx, question, Message::plain(news))
}

/// "Đọc trả lời": the answer that an alike question got, without what could name a person.
pub(crate) fn read_answer(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    question: QuestionId,
) -> Outcome {
    let words = actor.words(cx);
    if draft_of_button(cx, actor, draft)?.is_none() {
        return Ok(());
    }
    let answered = questions::find(cx.tx, question)?
        .filter(|question| matches!(question.state, State::Answered { .. }));
    let (answer, public) = match &answered {
        Some(question) => (
            answers::sent_for(cx.tx, question.id)?,
            public_texts::of(cx.tx, question.id)?,
        ),
        None => (None, None),
    };
    let (Some(question), Some(answer), Some(public)) = (answered, answer, public) else {
        cx.old_button(words);
        return Ok(());
    };
    let question = question.with_text(public.question);
    let answer = Answer {
        text: public.answer,
        ..answer
    };
    let message = say_similar::answer(words, draft, &question, &answer);
    Ok(cx.reply(actor.chat, message)?)
}

/// The answer in hand is enough: the draft goes.
pub(crate) fn content_with_answer(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    conversations::remove_draft(cx.tx, draft.id)?;
    conversations::clear(cx.tx, actor.user)?;
    cx.record(&Event::AnswerFoundBeforeAsking, None, None)?;
    let html = say!(words, "similar-content");
    screen::close(cx, actor, draft.id, Some(shown), Message::plain(html))?;
    split::next(cx, actor)
}

/// "Vẫn gửi câu của tôi".
pub(crate) fn send_anyway(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    decide(cx, actor, draft, shown, |draft| {
        draft.similar_seen = true;
    })
}

/// Links a question to the one of an earlier session that asked the same, with the count of sessions.
pub(crate) fn link_to_earlier(
    cx: &mut Cx<'_, '_>,
    ready: &ReadyDraft,
    question: Question,
) -> Result<Question, crate::handlers::HandlerError> {
    let now = question.session.as_ref();
    let earlier = alike(cx, ready, |category, area, most| {
        let most = (LOOKED_THROUGH, most);
        questions::newest_of_other_sessions_in(cx.tx, category, area, now, most)
    })?;
    let mut earlier = earlier.into_iter();
    let Some(earlier) = earlier.find(|earlier| earlier.id != question.id) else {
        return Ok(question);
    };
    let times_raised = earlier.times_raised + 1;
    support::set_repeats(cx.tx, question.id, earlier.id, times_raised)?;
    cx.record(
        &Event::QuestionRepeated {
            times: times_raised,
        },
        None,
        Some(question.id),
    )?;
    Ok(question.raised(times_raised))
}
