//! News for somebody without Telegram goes to the office, which prints, calls or writes. What the office did, and
//! what the person said, is written down here.

use super::{
    HandlerError,
    context::{Cx, Outcome},
    enter_question::{Desk, right_or_refusal},
    keep_entered, notices,
    prompts::{self, Reply},
};
use crate::{
    chat::{
        button::ProxyButton,
        outgoing::{Act, Lane},
    },
    domain::{
        answer::{Answer, AnswerState},
        event::Event,
        ids::{MessageId, QuestionId},
        prompt::{Prompt, ProxyPrompt},
        question::{Question, State, casework, lifecycle},
    },
    messages::{
        Html, Message, follow_up as say_more, label, on_paper as say_paper, refusal, say,
        slip as say_slip,
    },
    store::{answers, entered_for, follow_ups, questions, residents},
};

/// The question of somebody without Telegram is answered.
pub(super) fn answered(cx: &mut Cx<'_, '_>, question: &Question, answer: &Answer) -> Outcome {
    let message = say_paper::answered(cx.group_words(), question, answer);
    Ok(notices::tell_office(cx, message)?)
}

/// Any other news for the author: the office passes it on.
pub(super) fn instead_of_author(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: &Message,
) -> Outcome {
    let message = say_paper::news(cx.group_words(), question, &message.html);
    Ok(notices::tell_office(cx, message)?)
}

/// A button under such a note, or under a receipt.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    button: &ProxyButton,
    id: QuestionId,
    shown: MessageId,
) -> Outcome {
    if right_or_refusal(cx, desk)?.is_none() {
        return Ok(());
    }
    let found = questions::find(cx.tx, id)?;
    let words = desk.words(cx);
    let Some(question) = found.filter(|question| question.author.is_none()) else {
        cx.alert(label!(words, "paper-too-late"));
        return Ok(());
    };
    match button {
        ProxyButton::Reprint(_) => keep_entered::reprint(cx, desk, &question),
        ProxyButton::Contact(_) => show_contact(cx, desk, &question),
        ProxyButton::PrintAnswer(_) => print_answer(cx, desk, &question),
        ProxyButton::HandedOver(_) => handed_over(cx, desk, &question, shown),
        ProxyButton::WriteReply(_) => {
            let html = say!(words, "paper-reply-ask", code = question.code);
            let prompt = Prompt::Proxy(ProxyPrompt::Reply);
            let person = (desk.user, desk.name.as_str());
            prompts::ask(cx, desk.chat, person, prompt, Some(id), html)
        }
        _ => {
            cx.toast(label!(words, "old-button"));
            Ok(())
        }
    }
}

/// "Xem liên hệ": name and phone, in private only, and written down that somebody looked.
fn show_contact(cx: &mut Cx<'_, '_>, desk: &Desk, question: &Question) -> Outcome {
    let words = desk.words(cx);
    if residents::find(cx.tx, desk.user)?.is_none_or(|known| known.blocked) {
        cx.alert(label!(words, "contact-open-private"));
        return Ok(());
    }
    let known = entered_for::find(cx.tx, question.id)?;
    let name = known.as_ref().and_then(|known| known.name.as_deref());
    let phone = known.as_ref().and_then(|known| known.phone.as_ref());
    let message = say_paper::contact(cx.words_for(desk.user)?, question, name, phone);
    cx.record(&Event::ContactSeen, Some(desk.user), Some(question.id))?;
    if !desk.chat.is_private() {
        cx.toast(label!(words, "contact-in-private"));
    }
    Ok(cx.reply(desk.user.private_chat(), message)?)
}

fn answer_of(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    question: &Question,
) -> Result<Option<Answer>, HandlerError> {
    let found = match question.state {
        State::Answered { .. } => answers::sent_for(cx.tx, question.id)?,
        _ => None,
    };
    if found.is_none() {
        let words = desk.words(cx);
        cx.alert(label!(words, "paper-too-late"));
    }
    Ok(found)
}

fn print_answer(cx: &mut Cx<'_, '_>, desk: &Desk, question: &Question) -> Outcome {
    let Some(answer) = answer_of(cx, desk, question)? else {
        return Ok(());
    };
    let bot = cx.facts.bot().username.clone();
    let act = Act::File {
        file: say_slip::answer_page(cx.group_words(), question, &answer, &bot),
        html: say!(desk.words(cx), "slip-answer-file", code = question.code).into_string(),
    };
    Ok(cx.put(desk.chat, Lane::Reply, act)?)
}

/// "Đã báo cho người dân": the card says since when.
fn handed_over(cx: &mut Cx<'_, '_>, desk: &Desk, question: &Question, shown: MessageId) -> Outcome {
    let Some(answer) = answer_of(cx, desk, question)? else {
        return Ok(());
    };
    if answer.state != AnswerState::Sent {
        let words = desk.words(cx);
        cx.toast(label!(words, "refuse-decided"));
        return Ok(());
    }
    answers::move_to(cx.tx, answer.id, AnswerState::Delivered, cx.now)?;
    cx.record(&Event::AnswerHandedOver, Some(desk.user), Some(question.id))?;
    let words = desk.words(cx);
    let done = say!(
        words,
        "paper-handed-over",
        code = question.code,
        name = desk.name
    );
    cx.replace(desk.chat, shown, Message::plain(done))?;
    notices::update_card(cx, question)
}

/// What the person said, written down by a clerk: under the card, and the clock runs on if it stood still for it.
pub(super) fn wrote_reply(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let desk = Desk::of_reply(cx, reply)?;
    if right_or_refusal(cx, &desk)?.is_none() {
        return Ok(());
    }
    let words = desk.words(cx);
    let found = match reply.question {
        Some(id) => questions::find(cx.tx, id)?.filter(|question| question.author.is_none()),
        None => None,
    };
    let Some(mut question) = found else {
        let late = Message::plain(say!(words, "paper-too-late"));
        return Ok(cx.reply(desk.chat, late)?);
    };
    let count = follow_ups::additions(cx.tx, question.id)?.len();
    if let Err(refused) = lifecycle::may_add(&question, count) {
        let sentence = Html::text(&refusal::sentence(words, &refused));
        return Ok(cx.reply(desk.chat, Message::plain(sentence))?);
    }
    follow_ups::add(cx.tx, question.id, reply.text, cx.now)?;
    cx.record(&Event::ReplyWrittenDown, Some(desk.user), Some(question.id))?;
    if let State::AskedBack { at } = question.state {
        let (stopped, today) = (cx.council.local_date(at), cx.council.local_date(cx.now));
        let calendar = &cx.council.calendar;
        if let Ok(resumed) = casework::resume(question.clone(), calendar, stopped, today, cx.now) {
            questions::save(cx.tx, &resumed)?;
            notices::update_card(cx, &resumed)?;
            question = resumed;
        }
    }
    for note in say_more::added(cx.group_words(), &question, reply.text) {
        notices::note_under_card(cx, &question, note)?;
    }
    let kept = say!(words, "paper-reply-kept", code = question.code);
    Ok(cx.reply(desk.chat, Message::plain(kept))?)
}
