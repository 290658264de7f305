//! Before sending: what is asked already can be supported, or its answer read, instead of asked again.

use std::sync::Arc;

use super::{
    ask_question::{advance, draft_of_button},
    context::{Cx, Outcome},
    notices, split_question,
};
use crate::{
    domain::{
        event::Event,
        ids::{DraftId, MessageId, QuestionId, SessionCode},
        question::{Question, State, draft::ReadyDraft, support as domain},
        resident::Resident,
    },
    messages::{Message, label, say, similar as say_similar},
    store::{answers, conversations, questions, support},
};

/// So many of the newest questions of the category are looked at in each area around here.
const LOOKED_AT: u32 = 40;

/// The questions that ask the same, the most alike first, among those that `matter`.
fn alike(
    cx: &Cx<'_, '_>,
    ready: &ReadyDraft,
    matter: impl Fn(&Question) -> bool,
) -> Result<Vec<Question>, super::HandlerError> {
    let areas = domain::nearby(cx.council, &ready.area);
    let mut likeliest = domain::Likeliest::to(&ready.text);
    for area in &areas {
        for id in questions::newest_in(cx.tx, &ready.category, area, LOOKED_AT)? {
            likeliest.see(id, &*words_of(cx, id)?);
        }
    }
    let mut candidates = Vec::new();
    for id in likeliest.best() {
        candidates.extend(questions::find(cx.tx, id)?.filter(&matter));
    }
    Ok(domain::alike(
        cx.council,
        cx.facts.readings(),
        &ready.text,
        &ready.area,
        candidates,
    ))
}

/// The words of a question: the same few are looked at again and again.
pub(super) fn words_of(
    cx: &Cx<'_, '_>,
    id: QuestionId,
) -> Result<Arc<domain::Words>, super::HandlerError> {
    let recent = cx.facts.words();
    if let Some(words) = recent.find(&id) {
        return Ok(words);
    }
    let words = questions::folded(cx.tx, id, domain::Words::of_folded)?;
    Ok(recent.keep(id, words))
}

/// Open or answered questions of the same matter and place, the most alike first.
pub(super) fn worth_showing(
    cx: &Cx<'_, '_>,
    ready: &ReadyDraft,
) -> Result<Vec<Question>, super::HandlerError> {
    let mut alike = alike(cx, ready, |_| true)?;
    alike.truncate(domain::MOST_SHOWN);
    Ok(alike)
}

/// "Cùng kiến nghị": one voice more, once a person; the draft is not needed any more.
pub(super) fn join(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    question: QuestionId,
    shown: MessageId,
) -> Outcome {
    let words = cx.words(resident.language);
    let Some(draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    let found = questions::find(cx.tx, question)?
        .filter(|question| question.state.is_open() && !question.is_of(resident.id));
    // A forged button must not support a question that was never offered.
    let offered = found.filter(|question| {
        draft
            .area
            .as_ref()
            .is_some_and(|area| domain::same_place(cx.council, area, &question.area))
            && draft.category.as_ref() == Some(&question.category)
    });
    let Some(question) = offered else {
        cx.alert(label!(words, "support-too-late"));
        return Ok(());
    };
    let is_new = support::add(cx.tx, question.id, resident.id, cx.now)?;
    conversations::remove_draft(cx.tx, draft.id)?;
    conversations::clear(cx.tx, resident.id)?;
    let Some(question) = questions::find(cx.tx, question.id)? else {
        return Ok(());
    };
    let thanks = say_similar::joined(words, &question);
    cx.replace(resident.id.private_chat(), shown, thanks)?;
    if is_new {
        tell_body(cx, resident, &question)?;
    }
    split_question::next(cx, resident)
}

/// The card counts the voice; so many of them are news.
fn tell_body(cx: &mut Cx<'_, '_>, resident: &Resident, question: &Question) -> Outcome {
    cx.record(
        &Event::QuestionSupported,
        Some(resident.id),
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
pub(super) fn read_answer(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    question: QuestionId,
) -> Outcome {
    let words = cx.words(resident.language);
    if draft_of_button(cx, resident, draft)?.is_none() {
        return Ok(());
    }
    let answered = questions::find(cx.tx, question)?
        .filter(|question| matches!(question.state, State::Answered { .. }));
    let answer = match &answered {
        Some(question) => answers::sent_for(cx.tx, question.id)?,
        None => None,
    };
    let (Some(question), Some(answer)) = (answered, answer) else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let message = say_similar::answer(words, draft, &question, &answer);
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// The answer in hand is enough: the draft goes.
pub(super) fn content_with_answer(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let words = cx.words(resident.language);
    let Some(draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    conversations::remove_draft(cx.tx, draft.id)?;
    conversations::clear(cx.tx, resident.id)?;
    cx.record(&Event::AnswerFoundBeforeAsking, None, None)?;
    let html = say!(words, "similar-content");
    cx.replace(resident.id.private_chat(), shown, Message::plain(html))?;
    split_question::next(cx, resident)
}

/// "Vẫn gửi câu của tôi".
pub(super) fn send_anyway(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    draft.similar_seen = true;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, resident, &draft, Some(shown))
}

/// Links a question to the one of an earlier session that asked the same, with the count of sessions.
pub(super) fn link_to_earlier(
    cx: &mut Cx<'_, '_>,
    ready: &ReadyDraft,
    question: Question,
) -> Result<Question, super::HandlerError> {
    let asked_before = |earlier: &Question, now: Option<&SessionCode>| {
        earlier.session.is_some() && earlier.session.as_ref() != now && earlier.id != question.id
    };
    let now = question.session.as_ref();
    let earlier = alike(cx, ready, |earlier| asked_before(earlier, now))?;
    let Some(earlier) = earlier.into_iter().next() else {
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
    Ok(Question {
        times_raised,
        ..question
    })
}
