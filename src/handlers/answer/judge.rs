//! What a resident thinks of an answer: four buttons, one survey an answer (and one more when a promise is due).
//! Only the author's "not" opens the question again, with a sentence; supporters are counted.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::{About, Lane, Target, answer_slot, survey_slot},
    domain::{
        answer::{
            Answer, AnswerState,
            judgement::{self, Consequence, Occasion, Verdict},
        },
        body::BodyKind,
        event::Event,
        ids::{AnswerId, BodyCode, MessageId},
        prompt::{AnsweringPrompt, Prompt},
        question::{Question, casework, deadline, draft::QuestionText},
    },
    handlers::{
        HandlerError,
        answer::deliver::{Part, Reader},
        card::assess,
        question::gate::{self, Surroundings},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::{self, Reply},
        },
        triage::followers,
    },
    messages::{Message, judgement as say, label, say as sentence},
    store::{
        answers, chats, promises, questions, residents, resolutions,
        surveys::{self, Survey},
    },
};

/// Which answer is judged, and on which promise's day (0: right after the answer).
type Asked = (AnswerId, i64);

/// Asks somebody once. The author gets a message of its own; the others have the buttons under what they read.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, reader: &Reader, answer: &Answer, promise: i64) -> Outcome {
    let is_author = reader.part == Part::Author;
    if residents::find(cx.tx, reader.user)?.is_none() {
        return Ok(());
    }
    let is_new = surveys::ask(cx.tx, answer.id, reader.user, promise, is_author, cx.now)?;
    if !is_new || !is_author {
        return Ok(());
    }
    let words = cx.words_for(reader.user)?;
    let survey = say::survey(words, &reader.question, answer, promise);
    let placing = Placing {
        reply_to: Some(Target::Slot(answer_slot(answer.id, 0))),
        slot: Some(survey_slot(answer.id, promise)),
        about: About::question(reader.question.id),
    };
    Ok(cx.send(reader.user.private_chat(), Lane::Card, survey, placing)?)
}

/// What this resident was asked, if they may still say something; else they are told why not.
fn open_survey(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (answer, promise): Asked,
) -> Result<Option<(Survey, Answer, Question)>, HandlerError> {
    let words = actor.words(cx);
    let survey = surveys::find(cx.tx, answer, actor.user, promise)?;
    let answer = answers::find(cx.tx, answer)?;
    let (Some(survey), Some(answer)) = (survey, answer) else {
        cx.alert(label!(words, "refuse-not-asked"));
        return Ok(None);
    };
    if !answer.state.is_with_resident() {
        cx.alert(label!(words, "refuse-reopened"));
        return Ok(None);
    }
    if !judgement::is_open(survey.asked_at, survey.judged_at, cx.now) {
        cx.alert(label!(words, "refuse-judged-late"));
        return Ok(None);
    }
    let question = questions::find(cx.tx, answer.question)?;
    Ok(question.map(|question| (survey, answer, question)))
}

/// One of the four buttons.
pub(crate) fn judge(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    asked: Asked,
    verdict: Verdict,
    shown: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    let Some((survey, answer, question)) = open_survey(cx, actor, asked)? else {
        return Ok(());
    };
    let name = say::verdict_name(words, verdict);
    cx.toast(label!(words, "judged-toast", verdict = name));
    if survey.verdict != Some(verdict) {
        surveys::judge(cx.tx, answer.id, actor.user, asked.1, verdict, cx.now)?;
        let event = Event::AnswerJudged {
            answer: answer.id,
            verdict,
            is_author: survey.is_author,
        };
        // A supporter's opinion is counted; whose it was is nobody's business.
        let whose = survey.is_author.then_some(actor.user);
        cx.record(&event, whose, Some(question.id))?;
        notices::update_card(cx, &question)?;
    }
    if !survey.is_author {
        return Ok(());
    }
    let chat = actor.chat;
    let today = cx.council.local_date(cx.now);
    let occasion = if asked.1 == 0 {
        Occasion::Answer
    } else {
        Occasion::Promise
    };
    let more = match judgement::consequence(&question, answer.class, occasion, verdict, today) {
        Consequence::Noted => None,
        Consequence::NotYetDue(day) => {
            let day = words.day(day);
            Some(sentence!(words, "judge-not-yet-due", day = day))
        }
        Consequence::Exhausted => {
            if survey.verdict != Some(verdict) {
                let news = say::still_not_content(cx.group_words(), &question, verdict);
                notices::words_under_card(cx, &question, news)?;
                assess::appeal(cx, &question, &answer, "")?;
            }
            Some(say::exhausted(words))
        }
        Consequence::Reopens => {
            let noted = say::judged(words, &question, &answer, asked.1, verdict, None);
            cx.replace(chat, shown, noted)?;
            return ask_why(cx, actor, asked, verdict, &question);
        }
    };
    let noted = say::judged(words, &question, &answer, asked.1, verdict, more);
    Ok(cx.replace(chat, shown, noted)?)
}

fn ask_why(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    (answer, promise): Asked,
    verdict: Verdict,
    question: &Question,
) -> Outcome {
    let words = actor.words(cx);
    cx.toast(label!(words, "judge-why-toast"));
    let prompt = Prompt::Answering(AnsweringPrompt::Objection {
        answer,
        promise,
        verdict,
    });
    let html = sentence!(words, "judge-why", code = question.code);
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// "Đổi đánh giá": the four buttons again.
pub(crate) fn again(cx: &mut Cx<'_, '_>, actor: &Actor, asked: Asked, shown: MessageId) -> Outcome {
    let words = actor.words(cx);
    let Some((_, answer, question)) = open_survey(cx, actor, asked)? else {
        return Ok(());
    };
    let survey = say::survey(words, &question, &answer, asked.1);
    Ok(cx.replace(actor.chat, shown, survey)?)
}

/// "Thêm ý kiến".
pub(crate) fn ask_comment(cx: &mut Cx<'_, '_>, actor: &Actor, asked: Asked) -> Outcome {
    let words = actor.words(cx);
    let Some((survey, _, question)) = open_survey(cx, actor, asked)? else {
        return Ok(());
    };
    if survey.verdict.is_none() {
        return Ok(());
    }
    let prompt = Prompt::Answering(AnsweringPrompt::Comment {
        answer: asked.0,
        promise: asked.1,
    });
    let html = sentence!(words, "judge-comment-ask", code = question.code);
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// The resident behind a reply in private, and their survey, if it is still open; else they read why not.
fn replied(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    (answer, promise): Asked,
) -> Result<Option<(Survey, Answer, Question)>, HandlerError> {
    let actor = reply.actor;
    // A cry for help gets its numbers, wherever it is written.
    gate::emergency(cx, actor, reply.text, Surroundings::Question)?;
    let words = actor.words(cx);
    let survey = surveys::find(cx.tx, answer, actor.user, promise)?;
    let found = answers::find(cx.tx, answer)?;
    let (Some(survey), Some(answer)) = (survey, found) else {
        return Ok(None);
    };
    if !answer.state.is_with_resident() {
        let late = Message::plain(sentence!(words, "refuse-reopened"));
        cx.reply(reply.actor.chat, late)?;
        return Ok(None);
    }
    let question = questions::find(cx.tx, answer.question)?;
    Ok(question.map(|question| (survey, answer, question)))
}

/// What else they have to say: under the card.
pub(crate) fn comment(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    asked: Asked,
) -> Result<(), HandlerError> {
    let Some((survey, answer, question)) = replied(cx, reply, asked)? else {
        return Ok(());
    };
    let actor = reply.actor;
    let Some(verdict) = survey.verdict.filter(|_| survey.is_author) else {
        return Ok(());
    };
    surveys::comment(cx.tx, answer.id, actor.user, asked.1, reply.text)?;
    let news = say::comment(cx.group_words(), &question, verdict, reply.text);
    notices::words_under_card(cx, &question, news)?;
    let words = actor.words(cx);
    let thanks = Message::plain(sentence!(words, "judge-comment-thanks"));
    Ok(cx.reply(reply.actor.chat, thanks)?)
}

/// Why they are not content: with this sentence the question is opened again.
pub(crate) fn object(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    asked: Asked,
    verdict: Verdict,
) -> Result<(), HandlerError> {
    let Some((survey, answer, question)) = replied(cx, reply, asked)? else {
        return Ok(());
    };
    let actor = reply.actor;
    let words = actor.words(cx);
    if QuestionText::parse(reply.text).is_err() {
        let longer = sentence!(words, "judge-why-longer");
        let prompt = Prompt::Answering(AnsweringPrompt::Objection {
            answer: asked.0,
            promise: asked.1,
            verdict,
        });
        return prompts::ask(cx, reply.actor, prompt, reply.question, longer);
    }
    if !survey.is_author || !question.is_of(actor.user) {
        return Ok(());
    }
    surveys::comment(cx.tx, answer.id, actor.user, asked.1, reply.text)?;
    let occasion = if asked.1 == 0 {
        Occasion::Answer
    } else {
        Occasion::Promise
    };
    let today = cx.council.local_date(cx.now);
    let follows = judgement::consequence(&question, answer.class, occasion, verdict, today);
    if survey.verdict != Some(verdict) || follows != Consequence::Reopens {
        let news = say::comment(
            cx.group_words(),
            &question,
            survey.verdict.unwrap_or(verdict),
            reply.text,
        );
        notices::words_under_card(cx, &question, news)?;
        let thanks = Message::plain(sentence!(words, "judge-comment-thanks"));
        return Ok(cx.reply(reply.actor.chat, thanks)?);
    }
    reopen(cx, actor, &answer, question, asked, verdict, reply.text)
}

/// Who gets it: who answered, and the second time the standing body; without a group for that, the office.
fn goes_to(cx: &Cx<'_, '_>, question: &Question) -> Result<BodyCode, HandlerError> {
    if !judgement::goes_up(question) {
        return Ok(question.body.clone());
    }
    for body in &cx.council.bodies {
        if body.kind == BodyKind::StandingBody && chats::chat_of(cx.tx, &body.code)?.is_some() {
            return Ok(body.code.clone());
        }
    }
    Ok(notices::office(cx))
}

fn reopen(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    answer: &Answer,
    question: Question,
    asked: Asked,
    verdict: Verdict,
    said: &str,
) -> Result<(), HandlerError> {
    let to = goes_to(cx, &question)?;
    let stays = to == question.body;
    let due_on = deadline::answer_due(cx.council, &question.category, question.is_urgent, cx.now);
    let Ok(question) = casework::reopen(question, to, cx.now, due_on) else {
        return Ok(());
    };
    answers::move_to(cx.tx, answer.id, AnswerState::Superseded, cx.now)?;
    promises::void(cx.tx, question.id, cx.now)?;
    resolutions::void(cx.tx, question.id, cx.now)?;
    let event = Event::QuestionReopened {
        times: question.reopened,
        body: question.body.clone(),
    };
    let group = cx.group_words();
    let objection = say::objection(group, &question, said);
    let deed = Deed::new(question, event, By::Resident(actor.user));
    let question = if stays {
        let question = cx.does(deed)?;
        notices::words_under_card(cx, &question, objection)?;
        question
    } else {
        // Whoever answered reads it under their card, which then says that the question went up.
        notices::words_under_card(cx, deed.question(), objection.clone())?;
        let question = cx.does(deed.moves_leaving(say::went_up))?;
        if chats::chat_of(cx.tx, &question.body)?.is_some() {
            let earlier = say::earlier_answer(group, &question, answer);
            notices::words_under_card(cx, &question, earlier)?;
            notices::words_under_card(cx, &question, objection)?;
        }
        question
    };
    followers::tell_reopened(cx, &question)?;
    let looks = if stays {
        assess::appeal(cx, &question, answer, said)?
    } else {
        None
    };
    let words = actor.words(cx);
    let chat = actor.chat;
    cx.reply(chat, say::reopened(words, &question, looks.as_ref()))?;
    let target = Target::Slot(survey_slot(answer.id, asked.1));
    let closed = say::closed(words, &question, verdict);
    let about = About::question(question.id);
    Ok(cx.edit(chat, Lane::Reply, target, closed, about)?)
}
